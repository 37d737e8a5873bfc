"""Every question the core asks of a store."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import TypeVar

import attrs

from ..domain.attempt import Attempt, AttemptKind, AttemptStatus
from ..domain.client import Client
from ..domain.journal import JournalEntry, Kind
from ..domain.migration_request import MigrationRequest, RequestStatus
from ..domain.notice import Notice, NoticeState
from ..domain.policy import PAYER_AGES
from ..domain.practice import Practice, Therapist
from ..domain.relationship import Relationship, ReviewStage
from ..domain.reviews import latest_birth
from ..domain.session import UNSETTLED, DueWork, SessionRecord, SessionStatus, Settlement
from .store import Among, Ask, Either, Given, KeyRecord, Of, Op, Query, Where

T = TypeVar("T")

_BY_ID = (Where("id", Op.IS, Given("id")),)
_BY_TIME = ("starts_at", "id")

PRACTICE = Query(Practice, _BY_ID)
THERAPIST = Query(Therapist, _BY_ID)
CLIENT = Query(Client, _BY_ID)
RELATIONSHIP = Query(Relationship, _BY_ID)
REQUEST = Query(MigrationRequest, _BY_ID)
SESSION = Query(SessionRecord, _BY_ID)
KEY = Query(KeyRecord, _BY_ID)

# The family of a relationship: all of the same therapist and attendee. Every successor is among them.
_ONE = Query(Relationship, (Where("id", Op.IS, Given("relationship_id")),))
FAMILY = Query(
    Relationship,
    (
        Where("therapist_id", Op.IS, Of(_ONE, "therapist_id")),
        Where("attendee_id", Op.IS, Of(_ONE, "attendee_id")),
    ),
    order=("opened_at", "id"),
)
CLIENTS_OF_FAMILY = Query(Client, (Among("id", FAMILY, ("attendee_id", "payer_id")),))

# The same, starting from one of its sessions.
_ONE_SESSION = Query(SessionRecord, (Where("id", Op.IS, Given("session_id")),))
FAMILY_OF_SESSION = Query(
    Relationship,
    (
        Where("therapist_id", Op.IS, Of(_ONE_SESSION, "therapist_id")),
        Where("attendee_id", Op.IS, Of(_ONE_SESSION, "attendee_id")),
    ),
    order=("opened_at", "id"),
)
CLIENTS_OF_SESSION = Query(Client, (Among("id", FAMILY_OF_SESSION, ("attendee_id", "payer_id")),))
THERAPIST_OF_SESSION = Query(Therapist, (Where("id", Op.IS, Of(_ONE_SESSION, "therapist_id")),))

ATTEMPTS_OF_SESSION = Query(Attempt, (Where("session_id", Op.IS, Given("session_id")),), order=("made_at", "id"))
ATTEMPT = Query(Attempt, _BY_ID)

# ... and from one of its requests.
_ONE_REQUEST = Query(MigrationRequest, (Where("id", Op.IS, Given("request_id")),))
RELATIONSHIP_OF_REQUEST = Query(Relationship, (Where("id", Op.IS, Of(_ONE_REQUEST, "relationship_id")),))
FAMILY_OF_REQUEST = Query(
    Relationship,
    (
        Where("therapist_id", Op.IS, Of(RELATIONSHIP_OF_REQUEST, "therapist_id")),
        Where("attendee_id", Op.IS, Of(RELATIONSHIP_OF_REQUEST, "attendee_id")),
    ),
    order=("opened_at", "id"),
)
NEW_PAYER_OF_REQUEST = Query(Client, (Where("id", Op.IS, Of(_ONE_REQUEST, "new_payer_id")),))
CLIENTS_OF_REQUEST = Query(Client, (Among("id", FAMILY_OF_REQUEST, ("attendee_id", "payer_id")),))

# All that its attendee attends under. A confirmation changes what follows their date of birth, where it fills that in:
# whoever opens another meanwhile, or corrects the date, comes across the client.
ATTENDED_TOO = Query(
    Relationship,
    (Where("attendee_id", Op.IS, Of(_ONE, "attendee_id")),),
    order=("opened_at", "id"),
    relied_on=False,
)

RELATIONSHIPS_BETWEEN = Query(
    Relationship,
    (
        Where("therapist_id", Op.IS, Given("therapist_id")),
        Where("attendee_id", Op.IS, Given("attendee_id")),
    ),
    order=("opened_at", "id"),
)
# Whether a therapist and a client have ever had to do with each other.
MET_AS_ATTENDEE = Query(
    Relationship,
    (
        Where("therapist_id", Op.IS, Given("therapist_id")),
        Where("attendee_id", Op.IS, Given("client_id")),
    ),
    relied_on=False,
)
MET_AS_PAYER = Query(
    Relationship,
    (
        Where("therapist_id", Op.IS, Given("therapist_id")),
        Where("payer_id", Op.IS, Given("client_id")),
    ),
    relied_on=False,
)
ATTENDED_BY = Query(Relationship, (Where("attendee_id", Op.IS, Given("client_id")),), order=("opened_at", "id"))
PAID_BY = Query(Relationship, (Where("payer_id", Op.IS, Given("client_id")),), order=("opened_at", "id"))
OF_THERAPIST = Query(Relationship, (Where("therapist_id", Op.IS, Given("therapist_id")),), order=("opened_at", "id"))
CLIENTS_OF_THERAPIST = Query(Client, (Among("id", OF_THERAPIST, ("attendee_id", "payer_id")),))
# A page of them: those after the last one of the page before.
_AFTER = (Where("id", Op.AFTER, Given("after")),)
ALL_PRACTICES = Query(Practice, _AFTER, relied_on=False, limit=500)
ALL_THERAPISTS = Query(Therapist, _AFTER, relied_on=False, limit=500)
ALL_CLIENTS = Query(Client, _AFTER, relied_on=False, limit=500)
ALL_RELATIONSHIPS = Query(Relationship, _AFTER, relied_on=False, limit=500)
ALL_SESSIONS = Query(SessionRecord, _AFTER, relied_on=False, limit=500)

PENDING_UNDER = Query(
    MigrationRequest,
    (
        Where("relationship_id", Op.IS, Given("relationship_id")),
        Where("status", Op.IS, RequestStatus.PENDING),
    ),
    order=("requested_at", "id"),
)
PENDING = Query(
    MigrationRequest,
    (Where("status", Op.IS, RequestStatus.PENDING),),
    order=("requested_at", "id"),
)
RELATIONSHIPS_WITH_PENDING = Query(Relationship, (Among("id", PENDING, ("relationship_id",)),))

# What a migration lists, and what is not settled. Its relationship counts its sessions, so none can slip in unnoticed;
# and what happens to one of them meanwhile, a late cancellation, a charge, a refund, decides who owes what (C2, C10).
UPCOMING_OR_UNSETTLED = Query(
    SessionRecord,
    (
        Where("relationship_id", Op.IS, Given("relationship_id")),
        Either(
            (
                (Where("status", Op.IS, SessionStatus.SCHEDULED), Where("starts_at", Op.AFTER, Given("at"))),
                (Where("settlement", Op.IN, UNSETTLED),),
            )
        ),
    ),
    order=_BY_TIME,
)
SESSIONS_UNDER = Query(SessionRecord, (Where("relationship_id", Op.IS, Given("relationship_id")),), order=_BY_TIME)


def _calendar(of: Query[Relationship] | Query[SessionRecord]) -> Query[SessionRecord]:
    """The therapist's scheduled sessions that may overlap a slot; none is longer than a day."""
    return Query(
        SessionRecord,
        (
            Where("therapist_id", Op.IS, Of(of, "therapist_id")),
            Where("status", Op.IS, SessionStatus.SCHEDULED),
            Where("starts_at", Op.AFTER, Given("a_day_before")),
            Where("starts_at", Op.BEFORE, Given("ends_at")),
        ),
        order=_BY_TIME,
        relied_on=False,
    )


# The therapist counts their sessions, so what turns up in the calendar meanwhile is noticed.
CALENDAR = _calendar(_ONE)
CALENDAR_OF_SESSION = _calendar(_ONE_SESSION)
THERAPIST_OF_RELATIONSHIP = Query(Therapist, (Where("id", Op.IS, Of(_ONE, "therapist_id")),))
NOTICES_ABOUT = Query(Notice, (Where("about", Op.IS, Given("about")),), order=("created_at", "id"))
JOURNAL = Query(
    JournalEntry,
    (Where("kind", Op.IS, Given("kind")), Where("thing_id", Op.IS, Given("thing_id"))),
    order=("number",),
    relied_on=False,
)
# The journals of things of a kind, a page at a time: all entries of those after the last one of the page before.
ENTRIES = Query(
    JournalEntry,
    (Where("kind", Op.IS, Given("kind")), Where("thing_id", Op.AFTER, Given("after"))),
    order=("thing_id", "number"),
    relied_on=False,
    limit=1_500,
)
# The first entry of the next kind that there is.
NEXT_KIND = Query(
    JournalEntry,
    (Where("kind", Op.AFTER, Given("kind")),),
    order=("kind", "thing_id", "number"),
    relied_on=False,
    limit=1,
)


# Due work: what falls due first is claimed first, so many at a time, with all that deciding about it needs.
BATCH = 25


def _due(work: DueWork) -> Query[SessionRecord]:
    return Query(
        SessionRecord,
        (Where("due_work", Op.IS, work), Where("due_at", Op.UNTIL, Given("at"))),
        order=("due_at", "id"),
        limit=BATCH,
        claimed=True,
    )


DUE = {work: _due(work) for work in DueWork}
_OF_DUE = {
    work: (
        due,
        Query(Relationship, (Among("id", due, ("relationship_id",)),)),
        Query(Client, (Among("id", due, ("attendee_id", "payer_id")),)),
        Query(Attempt, (Among("session_id", due, ("id",)),), order=("made_at", "id")),
    )
    for work, due in DUE.items()
}


def about_due(work: DueWork, at: datetime) -> tuple[Ask[SessionRecord], Ask[Relationship], Ask[Client], Ask[Attempt]]:
    """Sessions whose time has come for that work, claimed; their relationships, clients and attempts."""
    sessions, relationships, clients, attempts = _OF_DUE[work]
    return sessions(at=at), relationships(at=at), clients(at=at), attempts(at=at)


LAPSED = Query(
    MigrationRequest,
    (Where("status", Op.IS, RequestStatus.PENDING), Where("expires_at", Op.UNTIL, Given("at"))),
    order=("expires_at", "id"),
    limit=BATCH,
    claimed=True,
)
LAPSED_UNDER = Query(Relationship, (Among("id", LAPSED, ("relationship_id",)),))
CLIENTS_OF_LAPSED = Query(Client, (Among("id", LAPSED_UNDER, ("attendee_id", "payer_id")),))

# Birthdays (M11), a question for each minimum payer age: of those who were under that age when a relationship was
# opened the ones born until a day, the oldest first. Which day that is follows from the policy.


def _birthdays(age: int, *stages: ReviewStage) -> Query[Relationship]:
    return Query(
        Relationship,
        (
            Where("review", Op.IN, stages),
            Where("under_age_by", Op.IN, tuple(one for one in PAYER_AGES if one <= age)),
            Where("attendee_born_on", Op.UNTIL, Given("born_until")),
        ),
        order=("attendee_born_on", "id"),
    )


UP_FOR_REVIEW = {age: attrs.evolve(_birthdays(age, *ReviewStage), relied_on=False) for age in PAYER_AGES}
BIRTHDAYS_TO_TELL = {
    age: attrs.evolve(_birthdays(age, ReviewStage.WAITING), limit=BATCH, claimed=True) for age in PAYER_AGES
}
# Whether there is one at all; and whether there may be one in a practice some day, whatever its policy. In the order of
# their index, so that one look is enough.
_AS_INDEXED = ("under_age_by", "attendee_born_on", "id")
A_BIRTHDAY_TO_TELL = {
    age: attrs.evolve(one, order=_AS_INDEXED, limit=1, claimed=False) for age, one in BIRTHDAYS_TO_TELL.items()
}
SOMEBODY_GROWS_UP = Query(Relationship, (Where("review", Op.IS, ReviewStage.WAITING),), order=_AS_INDEXED, limit=1)


def near(birthdays: Mapping[int, Query[Relationship]], practice: Practice, at: datetime) -> Ask[Relationship]:
    """One of these, by the practice's policy and date."""
    born_until = latest_birth(practice.policy, practice.local_date(at))
    return birthdays[practice.policy.minimum_payer_age](born_until=born_until)


# Notices that wait, by when they are tried next; each is claimed before anybody delivers it.
NOTICES_DUE = Query(
    Notice,
    (Where("state", Op.IS, NoticeState.WAITING), Where("due_at", Op.UNTIL, Given("at"))),
    order=("due_at", "id"),
    limit=BATCH,
    claimed=True,
)
NOTICE = Query(Notice, _BY_ID)
# A page of them: those after the last one of the page before.
NOTICES = Query(Notice, _AFTER, relied_on=False, limit=500)
UNDELIVERED = Query(
    Notice,
    (Where("state", Op.IN, (NoticeState.FAILED, NoticeState.UNREACHABLE)),),
    order=("created_at", "id"),
    relied_on=False,
)
ATTENDEE_OF_RELATIONSHIP = Query(Client, (Where("id", Op.IS, Of(_ONE, "attendee_id")),))
ATTENDEE_OF_SESSION = Query(Client, (Where("id", Op.IS, Of(_ONE_SESSION, "attendee_id")),))

REFUND_DUE = Query(SessionRecord, (Where("settlement", Op.IS, Settlement.REFUND_DUE),), order=_BY_TIME, relied_on=False)
RELATIONSHIPS_OF_REFUND_DUE = Query(Relationship, (Among("id", REFUND_DUE, ("relationship_id",)),), relied_on=False)
ATTEMPTS_OF_REFUND_DUE = Query(
    Attempt, (Among("session_id", REFUND_DUE, ("id",)),), order=("made_at", "id"), relied_on=False
)
# Refunds that were declined: where a session is paid all the same, its own settlement does not tell of them.
REFUSED = Query(
    Attempt,
    (Where("kind", Op.IS, AttemptKind.REFUND), Where("status", Op.IS, AttemptStatus.DECLINED)),
    order=("made_at", "id"),
    relied_on=False,
)
SESSIONS_OF_REFUSED = Query(SessionRecord, (Among("id", REFUSED, ("session_id",)),), order=_BY_TIME, relied_on=False)
RELATIONSHIPS_OF_REFUSED = Query(Relationship, (Among("id", REFUSED, ("relationship_id",)),), relied_on=False)
ATTEMPTS_OF_REFUSED = Query(
    Attempt, (Among("session_id", REFUSED, ("session_id",)),), order=("made_at", "id"), relied_on=False
)
MONEY_OF = Query(
    Attempt,
    (Where("payer_id", Op.IS, Given("payer_id")), Where("status", Op.IS, AttemptStatus.PAID)),
    order=("made_at", "id"),
    relied_on=False,
)
SESSIONS_OF_MONEY = Query(SessionRecord, (Among("id", MONEY_OF, ("session_id",)),), relied_on=False)

# Everything kept on one client (D3): what they attend or pay under, and all that stands under that; what would have
# them pay elsewhere, too. Entries and notices are not relied on: things count their entries, and what is delivered
# meanwhile changes no decision.


def _under(of: type[T], column: str, theirs: Query[Relationship], order: tuple[str, ...]) -> Query[T]:
    return Query(of, (Among(column, theirs, ("id",)),), order=order)


_BY_REQUEST = ("requested_at", "id")
SESSIONS_ATTENDED = _under(SessionRecord, "relationship_id", ATTENDED_BY, _BY_TIME)
SESSIONS_PAID_FOR = _under(SessionRecord, "relationship_id", PAID_BY, _BY_TIME)
REQUESTS_ATTENDED = _under(MigrationRequest, "relationship_id", ATTENDED_BY, _BY_REQUEST)
REQUESTS_PAID_FOR = _under(MigrationRequest, "relationship_id", PAID_BY, _BY_REQUEST)
ASKED_TO_PAY = Query(MigrationRequest, (Where("new_payer_id", Op.IS, Given("client_id")),), order=_BY_REQUEST)
UNDER_ASKED_TO_PAY = Query(
    Relationship, (Among("id", ASKED_TO_PAY, ("relationship_id",)),), order=("opened_at", "id"), relied_on=False
)
CLIENTS_OF_ASKED_TO_PAY = Query(
    Client, (Among("id", UNDER_ASKED_TO_PAY, ("attendee_id", "payer_id")),), relied_on=False
)
ATTEMPTS_OF_PAYER = Query(Attempt, (Among("session_id", SESSIONS_PAID_FOR, ("id",)),), order=("made_at", "id"))
NOTICES_TO = Query(
    Notice, (Where("addressee", Op.IS, Given("addressee")),), order=("created_at", "id"), relied_on=False
)


def _entries(kind: Kind, of: Query[Relationship] | Query[SessionRecord]) -> Query[JournalEntry]:
    return Query(
        JournalEntry,
        (Where("kind", Op.IS, kind), Among("thing_id", of, ("id",))),
        order=("thing_id", "number"),
        relied_on=False,
    )


ENTRIES_ATTENDED = _entries(Kind.RELATIONSHIP, ATTENDED_BY)
ENTRIES_PAID_FOR = _entries(Kind.RELATIONSHIP, PAID_BY)
ENTRIES_ASKED_TO_PAY = _entries(Kind.RELATIONSHIP, UNDER_ASKED_TO_PAY)
ENTRIES_OF_SESSIONS_ATTENDED = _entries(Kind.SESSION, SESSIONS_ATTENDED)
ENTRIES_OF_SESSIONS_PAID_FOR = _entries(Kind.SESSION, SESSIONS_PAID_FOR)

# Whom the gateway has yet to forget.
FORGET_DUE = Query(
    Client,
    (Where("forget_due_at", Op.UNTIL, Given("at")),),
    order=("forget_due_at", "id"),
    limit=BATCH,
    claimed=True,
)

# Keys whose time is over.
KEYS_OVER = Query(KeyRecord, (Where("used_at", Op.UNTIL, Given("until")),), order=("used_at", "id"), relied_on=False)
