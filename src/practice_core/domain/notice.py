"""Which notice follows what, and to whom: table N of the rules, read row by row.

A notice names its addressee, not an address: that is looked up when it is delivered (N1).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from enum import StrEnum
from typing import TYPE_CHECKING

import attrs

from .attempt import Attempt, AttemptKind, AttemptStatus
from .checks import ENGLISH
from .journal import Fact
from .moves import Moves

if TYPE_CHECKING:
    from .case import Case
    from .client import Client
    from .migration_request import MigrationRequest
    from .occasion import Occasion
    from .practice import Practice
    from .relationship import Relationship
    from .session import SessionRecord


class NoticeKind(StrEnum):
    """In the order of table N."""

    MIGRATION_REQUESTED = "migration_requested"
    HANDING_OVER_REQUESTED = "handing_over_requested"
    ASKED_TO_PAY = "asked_to_pay"
    ADD_CARD = "add_card"
    YOURS_TO_PAY = "yours_to_pay"
    NO_LONGER_YOURS_TO_PAY = "no_longer_yours_to_pay"
    PAYER_CHANGED = "payer_changed"
    REQUEST_DECLINED = "request_declined"
    REQUEST_EXPIRED = "request_expired"
    CLIENT_CAN_BE_BOOKED = "client_can_be_booked"
    SESSION_BOOKED = "session_booked"
    SESSION_MOVED = "session_moved"
    SESSION_CANCELLED = "session_cancelled"
    SESSION_REBOOKED = "session_rebooked"
    CHARGE_PAID = "charge_paid"
    CHARGE_DECLINED = "charge_declined"
    AUTHENTICATION_NEEDED = "authentication_needed"
    UNPAID_SESSION_CANCELLED = "unpaid_session_cancelled"
    REFUND_MADE = "refund_made"
    BIRTHDAY_NEAR = "birthday_near"


class NoticeState(StrEnum):
    """`WAITING` ones are tried until they are delivered or given up; the others are settled."""

    WAITING = "waiting"
    DELIVERED = "delivered"
    FAILED = "failed"
    """Refused for good, or given up."""
    UNREACHABLE = "unreachable"
    """The addressee had no address (N4)."""


MOVES = Moves(
    {
        (NoticeState.WAITING, NoticeState.DELIVERED): "the mail server has it (N1)",
        (NoticeState.WAITING, NoticeState.FAILED): "refused, or tried for too long (N1)",
        (NoticeState.WAITING, NoticeState.UNREACHABLE): "no address (N4)",
        (NoticeState.FAILED, NoticeState.WAITING): "put back by staff",
        (NoticeState.UNREACHABLE, NoticeState.WAITING): "put back by staff",
    }
)


@attrs.frozen(kw_only=True)
class Notice:
    """Stored in the transaction of what it announces, delivered afterwards (N1). Instants are in UTC.

    `addressee` is ``client:ID`` or ``therapist:ID``, `about` the thing it concerns, as the journal names it. The
    facts are ids, codes, amounts and instants, as they were then.
    """

    id: str
    practice_id: str
    kind: NoticeKind
    addressee: str
    language: str = ENGLISH
    """The addressee's when it was stored; of a therapist, and of who was erased since (D3), the practice's."""
    about: str
    facts: Mapping[str, Fact] = attrs.field(factory=dict)
    created_at: datetime
    state: NoticeState = NoticeState.WAITING
    due_at: datetime | None = None
    """When it is tried next, while it waits."""
    tries: int = 0
    waiting_since: datetime
    """Since when it has been tried: when it was stored, or last put back."""
    settled_at: datetime | None = None
    reason: str = ""
    """What the last try that failed came to: a code, never the mail server's words (A4)."""


def requested(occasion: Occasion, case: Case, request: MigrationRequest) -> tuple[Notice, ...]:
    """*Migration requested*: to the one of the two who did not ask, and to the therapist. *Handing over requested*: to
    the same, and to the one who is asked to pay."""
    others = [client_id for client_id in (case.attendee.id, case.payer.id) if client_id != request.requested_by]
    to = [*(f"client:{client_id}" for client_id in others), f"therapist:{case.relationship.therapist_id}"]

    def told(kind: NoticeKind, to: list[str]) -> tuple[Notice, ...]:
        return _notices(occasion, case, kind, to, request_id=request.id, asked=request.requested_by)

    if request.new_payer_id == case.attendee.id:
        return told(NoticeKind.MIGRATION_REQUESTED, to)
    new_payer = case.clients[request.new_payer_id]
    # Nobody under age is sent a link to pay by: they could not, whatever they answered (P1).
    young = new_payer.known_under_age(case.practice.policy, case.practice.local_date(occasion.at))
    invited = () if young else told(NoticeKind.ASKED_TO_PAY, [f"client:{new_payer.id}"])
    return (*invited, *told(NoticeKind.HANDING_OVER_REQUESTED, to))


def confirmed(
    occasion: Occasion,
    case: Case,
    new_payer: Client,
    *,
    successor_id: str,
    owed: tuple[SessionRecord, ...],
    awaiting: str = "",
) -> tuple[Notice, ...]:
    """*Migration confirmed*, and *handed over*: whoever pays now by whether a card is on file; the former payer either
    way (M7); an attendee who is neither (M13).

    `owed`: what the former payer still has to pay. `awaiting`: the request that the attendee has yet to agree to (S11).
    """
    day = case.practice.local_date(occasion.at)
    kind = NoticeKind.YOURS_TO_PAY if new_payer.card_good_on(day) else NoticeKind.ADD_CARD
    agreeing = {"request_id": awaiting} if awaiting else {}
    passed_on = {} if new_payer.id == case.attendee.id else {"passed_to": new_payer.id}
    return (
        *_notices(occasion, case, kind, [f"client:{new_payer.id}"], successor_id=successor_id, **agreeing),
        *_notices(
            occasion,
            case,
            NoticeKind.NO_LONGER_YOURS_TO_PAY,
            [f"client:{case.payer.id}"],
            owed=sum(session.price.minor_units for session in owed),
            currency=case.practice.currency,
            owed_for=tuple(session.id for session in owed),
            no_longer_theirs=tuple(session.id for session in case.upcoming),
            **passed_on,
        ),
        *(_payer_changed(occasion, case, day) if passed_on else ()),
    )


def _payer_changed(occasion: Occasion, case: Case, day: date) -> tuple[Notice, ...]:
    """To an attendee who did not pay before either. Of one under age both payers have been told (N4)."""
    if not case.relationship.third_party or case.attendee.known_under_age(case.practice.policy, day):
        return ()
    return _notices(occasion, case, NoticeKind.PAYER_CHANGED, [f"client:{case.attendee.id}"])


def declined(occasion: Occasion, case: Case, *, asked: str, request_id: str) -> tuple[Notice, ...]:
    """*Request declined*: to whoever asked."""
    return _notices(occasion, case, NoticeKind.REQUEST_DECLINED, [f"client:{asked}"], request_id=request_id)


def expired(occasion: Occasion, case: Case, *, asked: str, request_id: str) -> tuple[Notice, ...]:
    """*Request expired*: to whoever asked."""
    return _notices(occasion, case, NoticeKind.REQUEST_EXPIRED, [f"client:{asked}"], request_id=request_id)


def can_be_booked(occasion: Occasion, practice: Practice, *, client_id: str, therapist_id: str) -> Notice:
    """*Card added after a migration*: to the therapist."""
    to = f"therapist:{therapist_id}"
    kind = NoticeKind.CLIENT_CAN_BE_BOOKED
    return _notice(occasion, kind, to, practice.language, about=f"client:{client_id}", facts={})


def about_session(
    occasion: Occasion, case: Case, kind: NoticeKind, session: SessionRecord, **facts: Fact
) -> tuple[Notice, ...]:
    """*Session booked, moved, cancelled, rebooked*, and *unpaid session cancelled*: to the attendee, the therapist,
    and who else is still the payer."""
    to = [f"client:{case.attendee.id}"]
    if not case.relationship.ended and case.payer.id != case.attendee.id:
        to.append(f"client:{case.payer.id}")
    to.append(f"therapist:{case.relationship.therapist_id}")
    return _notices(occasion, case, kind, to, about=f"session:{session.id}", **_appointment(session), **facts)


def rebooked(
    occasion: Occasion, case: Case, session: SessionRecord, *, instead_of: SessionRecord
) -> tuple[Notice, ...]:
    """*Session rebooked*: with what it takes the place of, for their calendars (N3)."""
    before = {f"before_{name}": fact for name, fact in _appointment(instead_of).items()}
    return about_session(occasion, case, NoticeKind.SESSION_REBOOKED, session, rebooked_from=instead_of.id, **before)


def about_money(occasion: Occasion, case: Case, session: SessionRecord, attempt: Attempt) -> tuple[Notice, ...]:
    """*Charge paid, declined, authentication needed, refund made*: to whoever pays; of a decline the therapist too."""
    to = [f"client:{attempt.payer_id}"]
    match attempt.kind, attempt.status:
        case AttemptKind.CHARGE, AttemptStatus.PAID:
            kind = NoticeKind.CHARGE_PAID
        case AttemptKind.CHARGE, AttemptStatus.DECLINED:
            kind = NoticeKind.CHARGE_DECLINED
            to.append(f"therapist:{attempt.therapist_id}")
        case AttemptKind.CHARGE, AttemptStatus.AUTHENTICATION_NEEDED:
            kind = NoticeKind.AUTHENTICATION_NEEDED
        case AttemptKind.REFUND, AttemptStatus.PAID:
            kind = NoticeKind.REFUND_MADE
        case _:
            return ()
    facts = {
        "attempt_id": attempt.id,
        "amount": attempt.amount.minor_units,
        "currency": attempt.amount.currency,
        "reason": attempt.reason,
        **_appointment(session),
    }
    # Whose money it is, however young they turn out to be: nobody else is told of it in their place.
    return _to_each(occasion, case, kind, to, about=f"session:{attempt.session_id}", facts=facts)


def birthday_near(occasion: Occasion, practice: Practice, relationship: Relationship) -> Notice:
    """*Birthday at the minimum payer age near*: to the therapist. The day is looked up when it is delivered (A4)."""
    to, about = f"therapist:{relationship.therapist_id}", f"relationship:{relationship.id}"
    return _notice(occasion, NoticeKind.BIRTHDAY_NEAR, to, practice.language, about=about, facts={})


def _notices(
    occasion: Occasion, case: Case, kind: NoticeKind, to: list[str], *, about: str = "", **facts: Fact
) -> tuple[Notice, ...]:
    about = about or f"relationship:{case.relationship.id}"
    return _to_each(occasion, case, kind, _without_minor(occasion, case, to), about=about, facts=facts)


def _to_each(
    occasion: Occasion, case: Case, kind: NoticeKind, to: Iterable[str], *, about: str, facts: Mapping[str, Fact]
) -> tuple[Notice, ...]:
    languages = {f"client:{client.id}": client.language for client in case.clients.values()}
    return tuple(
        _notice(occasion, kind, addressee, languages.get(addressee, case.practice.language), about=about, facts=facts)
        for addressee in to
    )


def _without_minor(occasion: Occasion, case: Case, to: list[str]) -> Iterable[str]:
    """N4: what would go to an attendee under age goes to the payer alone.

    That is the one of now, and where there is none, nobody: a former payer is not told of what came after (A3).
    """
    day = case.practice.local_date(occasion.at)
    attendee = f"client:{case.attendee.id}"
    if case.attendee.known_under_age(case.practice.policy, day):
        under = case.heir if case.relationship.ended else case.relationship
        instead = [] if under is None else [f"client:{under.payer_id}"]
        to = [name for one in to for name in (instead if one == attendee else [one])]
    return dict.fromkeys(to)


def _notice(
    occasion: Occasion, kind: NoticeKind, addressee: str, language: str, *, about: str, facts: Mapping[str, Fact]
) -> Notice:
    return Notice(
        id=occasion.new_id(f"{kind} {addressee} {about} {facts.get('attempt_id', '')}"),
        practice_id=occasion.actor.practice_id,
        kind=kind,
        addressee=addressee,
        language=language,
        about=about,
        facts=facts,
        created_at=occasion.at,
        due_at=occasion.at,
        waiting_since=occasion.at,
    )


def _appointment(session: SessionRecord) -> dict[str, Fact]:
    """When it is, and how often its calendar entry has changed (N3)."""
    return {
        "starts_at": session.starts_at.isoformat(),
        "ends_at": session.ends_at.isoformat(),
        "sequence": session.sequence,
    }
