"""What a notice tells its reader: made of what is on record at its delivery, and no more than they may see (A3)."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from datetime import date, datetime
from typing import cast

import attrs

from .authority import Standing
from .client import Client
from .links import Links
from .migration_request import MigrationRequest
from .money import Money
from .notice import Notice, NoticeKind
from .practice import Practice, Therapist
from .session import SessionRecord

_CANCELLED = (NoticeKind.SESSION_CANCELLED, NoticeKind.UNPAID_SESSION_CANCELLED)
_ENTERED = (NoticeKind.SESSION_BOOKED, NoticeKind.SESSION_MOVED, NoticeKind.SESSION_REBOOKED)


@attrs.frozen(kw_only=True)
class Matter:
    """What a notice is about, as it is on record now. `sessions`: those under the relationship, where it lists some."""

    relationship_id: str | None = None
    session_id: str | None = None
    therapist: Therapist
    attendee: Client
    sessions: tuple[SessionRecord, ...] = ()
    request: MigrationRequest | None = None


@attrs.frozen(kw_only=True)
class Appointment:
    """One session as a calendar has it (N3): `cancelled` removes the entry of that `uid`."""

    uid: str
    sequence: int
    starts_at: datetime
    ends_at: datetime
    cancelled: bool


@attrs.frozen(kw_only=True)
class Letter:
    """Everything a letter may say. To a client the other one is never named, nor to anybody in a subject line or link.

    `client_name` is the attendee's, and there for the therapist only. Instants are in UTC, to be told in `time_zone`.
    """

    id: str
    kind: NoticeKind
    language: str
    reader: Standing
    """The attendee (who may be the payer), the payer (who is somebody else, or is asked to be), or the therapist."""
    practice_name: str
    time_zone: str
    written_at: datetime
    to_name: str = attrs.field(repr=False)
    to_email: str | None = attrs.field(repr=False)
    greeting_name: str = attrs.field(repr=False)
    therapist_name: str = attrs.field(repr=False)
    client_name: str = attrs.field(default="", repr=False)
    starts_at: datetime | None = None
    before_at: datetime | None = None
    """When it was to be, before it was moved or rebooked."""
    late: bool = False
    amount: Money | None = None
    """What was charged, declined or given back; what is still owed."""
    reason: str = ""
    """Of a decline: one of `DeclineReason`."""
    asked_by_attendee: bool = False
    birthday: date | None = attrs.field(default=None, repr=False)
    """When the attendee reaches, or reached, the minimum payer age; for the therapist only."""
    passed_on: bool = False
    """Not to the attendee, but to another payer (M13)."""
    agreement: bool = False
    """The attendee has yet to say that they agree (S11)."""
    sessions: tuple[datetime, ...] = ()
    """The starts of the sessions that are not the reader's to pay any more."""
    owed_sessions: tuple[datetime, ...] = ()
    links: Mapping[str, str] = attrs.field(factory=dict, repr=False)
    appointments: tuple[Appointment, ...] = ()


def write(
    notice: Notice,
    practice: Practice,
    matter: Matter,
    addressee: Client | Therapist,
    links: Links,
    *,
    token: str = "",
) -> Letter:
    """The letter of a notice, to that addressee. `token`: theirs, to accept the request it is about with."""
    facts = notice.facts
    reader = _reader(matter, addressee)
    attendee = matter.attendee
    therapist = reader is Standing.THERAPIST
    listed = _listed(facts, "no_longer_theirs", matter)
    return Letter(
        id=notice.id,
        kind=notice.kind,
        language=notice.language,
        reader=reader,
        practice_name=practice.name,
        time_zone=practice.time_zone,
        written_at=notice.created_at,
        to_name=_full_name(addressee),
        to_email=(addressee.email or "").strip() or None,
        greeting_name=addressee.given_name.strip() if isinstance(addressee, Client) else addressee.name.strip(),
        therapist_name=matter.therapist.name.strip(),
        # Of somebody without a name, as who was erased since (D3), the id: the therapist's list has that.
        client_name=(_full_name(attendee) or attendee.id) if therapist else "",
        starts_at=_instant(facts, "starts_at"),
        before_at=_instant(facts, "from_starts_at") or _instant(facts, "before_starts_at"),
        late=bool(facts.get("late")),
        amount=_amount(facts),
        reason=str(facts.get("reason") or ""),
        asked_by_attendee=facts.get("asked") == attendee.id,
        birthday=attendee.old_enough_on(practice.policy) if notice.kind is NoticeKind.BIRTHDAY_NEAR else None,
        passed_on="passed_to" in facts,
        agreement=notice.kind is NoticeKind.YOURS_TO_PAY and "request_id" in facts,
        sessions=tuple(session.starts_at for session in listed),
        owed_sessions=tuple(session.starts_at for session in _listed(facts, "owed_for", matter)),
        links=links.filled(_ids(notice, matter, addressee) | ({"token": token} if token else {})),
        appointments=_appointments(notice, reader, matter, listed),
    )


def _reader(matter: Matter, addressee: Client | Therapist) -> Standing:
    if isinstance(addressee, Therapist):
        return Standing.THERAPIST
    return Standing.ATTENDEE if addressee.id == matter.attendee.id else Standing.PAYER


def _full_name(person: Client | Therapist) -> str:
    if isinstance(person, Therapist):
        return person.name.strip()
    return f"{person.given_name.strip()} {person.family_name.strip()}".strip()


def _instant(facts: Mapping[str, object], name: str) -> datetime | None:
    said = facts.get(name)
    return None if said is None else datetime.fromisoformat(str(said))


def _amount(facts: Mapping[str, object]) -> Money | None:
    minor_units = facts.get("amount", facts.get("owed"))
    return None if minor_units is None else Money(cast("int", minor_units), str(facts["currency"]))


def _listed(facts: Mapping[str, object], name: str, matter: Matter) -> tuple[SessionRecord, ...]:
    ids = cast("tuple[str, ...]", facts.get(name, ()))
    return tuple(session for session in matter.sessions if session.id in ids)


def _ids(notice: Notice, matter: Matter, addressee: Client | Therapist) -> dict[str, str]:
    """What the host's pages may be told: ids, and nobody's but the reader's own of the clients."""
    known = {
        "practice_id": notice.practice_id,
        "therapist_id": matter.therapist.id,
        "client_id": addressee.id if isinstance(addressee, Client) else None,
        "relationship_id": matter.relationship_id,
        "session_id": matter.session_id,
        "request_id": notice.facts.get("request_id"),
        "attempt_id": notice.facts.get("attempt_id"),
    }
    return {name: str(value) for name, value in known.items() if value is not None}


def _appointments(
    notice: Notice, reader: Standing, matter: Matter, listed: tuple[SessionRecord, ...]
) -> tuple[Appointment, ...]:
    """What it changes in the reader's calendar; the entry that a mail program should look at first, first (N3)."""
    if notice.kind is NoticeKind.NO_LONGER_YOURS_TO_PAY:
        if reader is Standing.ATTENDEE:
            # Theirs to attend as before: it stays until it is rebooked (M13, S8).
            return ()
        # What is theirs no more leaves their calendar (M7), whatever becomes of it.
        return tuple(
            Appointment(
                uid=uid(notice.practice_id, session.id),
                sequence=session.sequence + 1,
                starts_at=session.starts_at,
                ends_at=session.ends_at,
                cancelled=True,
            )
            for session in listed
        )
    if notice.kind not in (*_CANCELLED, *_ENTERED):
        return ()
    session_id = str(matter.session_id)
    one = _appointment(notice, session_id, "", cancelled=notice.kind in _CANCELLED)
    before = notice.facts.get("rebooked_from")
    if before is None or reader is Standing.PAYER:
        return (one,)
    return one, _appointment(notice, str(before), "before_", cancelled=True)


def _appointment(notice: Notice, session_id: str, prefix: str, *, cancelled: bool) -> Appointment:
    facts = notice.facts
    return Appointment(
        uid=uid(notice.practice_id, session_id),
        sequence=cast("int", facts[f"{prefix}sequence"]),
        starts_at=cast("datetime", _instant(facts, f"{prefix}starts_at")),
        ends_at=cast("datetime", _instant(facts, f"{prefix}ends_at")),
        cancelled=cancelled,
    )


def uid(practice_id: str, session_id: str) -> str:
    """One for each session, for as long as it lives, and telling nothing of it (N3)."""
    return hashlib.sha256(f"{practice_id}/{session_id}".encode()).hexdigest()[:40] + "@practice-core"
