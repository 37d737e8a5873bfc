"""Rows become values here, and values rows; nowhere else.

For every kind of thing a `Mapping`: its table, the columns in order, and the way there and back. Instants go there as
the driver takes them; what is read comes the same from every one.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from collections.abc import Mapping as MappingOf
from datetime import UTC, date, datetime, timedelta
from enum import StrEnum
from functools import lru_cache
from operator import index
from typing import Any, Generic, TypeVar

import attrs
import sqlalchemy as sa

from ...domain.attempt import Attempt, AttemptKind, AttemptStatus, DeclineReason
from ...domain.client import Card, Client
from ...domain.journal import Fact, JournalEntry, Kind
from ...domain.migration_request import MigrationRequest, RequestStatus
from ...domain.money import Money
from ...domain.notice import Notice, NoticeKind, NoticeState
from ...domain.policy import Policy
from ...domain.practice import Practice, Therapist
from ...domain.relationship import Relationship
from ...domain.session import DueWork, SessionRecord, SessionStatus, Settlement
from ...ports.store import KeyRecord
from . import schema

T = TypeVar("T")
E = TypeVar("E", bound=StrEnum)
Row = Sequence[Any]
Encode = Callable[[datetime | None], Any]
"""How a driver takes an instant."""

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
MICROSECOND = timedelta(microseconds=1)


def _day(value: date | None) -> str | None:
    return None if value is None else value.isoformat()


def _moment(held: int) -> datetime:
    return EPOCH + held * MICROSECOND


def _moment_or_none(held: int | None) -> datetime | None:
    return None if held is None else EPOCH + held * MICROSECOND


@attrs.frozen(eq=False)
class Mapping(Generic[T]):
    """One kind of thing and its table: `columns` in the order that `to_row` gives and `from_row` takes."""

    table: sa.Table
    columns: tuple[str, ...]
    to_row: Callable[[T, Encode], tuple[Any, ...]]
    from_row: Callable[[Row], T]

    stamp: tuple[str, ...]
    keys: int
    """How many of the columns, the first ones, are the key; a distributed database lets nobody set those."""


def _maker(of: type[T]) -> Callable[..., T]:
    """As the class itself, without its checks: what is read was checked before it was kept. Every field is given."""
    setters = {field.name: getattr(of, field.name).__set__ for field in attrs.fields(of)}  # type: ignore[arg-type]
    new = of.__new__

    def made(**values: Any) -> T:
        if len(values) != len(setters):
            raise TypeError(f"a {of.__name__} has {len(setters)} fields")
        it = new(of)
        for name, value in values.items():
            setters[name](it, value)
        return it

    return made


_made_practice = _maker(Practice)
_made_therapist = _maker(Therapist)
_made_client = _maker(Client)
_made_card = _maker(Card)
_made_relationship = _maker(Relationship)
_made_request = _maker(MigrationRequest)
_made_session = _maker(SessionRecord)
_made_attempt = _maker(Attempt)
_made_notice = _maker(Notice)
_made_entry = _maker(JournalEntry)
_made_money = _maker(Money)
_made_key = _maker(KeyRecord)


def _words(of: type[E]) -> dict[str, E]:
    """Each by its word: looking one up costs a fraction of calling the class."""
    return {one.value: one for one in of}


_KIND = _words(Kind)
_REQUESTSTATUS = _words(RequestStatus)
_SESSIONSTATUS = _words(SessionStatus)
_SETTLEMENT = _words(Settlement)
_DUEWORK = _words(DueWork)
_ATTEMPTKIND = _words(AttemptKind)
_ATTEMPTSTATUS = _words(AttemptStatus)
_DECLINEREASON = _words(DeclineReason)
_NOTICEKIND = _words(NoticeKind)
_NOTICESTATE = _words(NoticeState)

# Facts and answers are flat: looking for circles takes longer than writing them.
_JSON = json.JSONEncoder(separators=(",", ":"), check_circular=False)


def _json(value: object) -> str:
    return _JSON.encode(value)


def _facts(held: str) -> MappingOf[str, Fact]:
    return {name: tuple(fact) if isinstance(fact, list) else fact for name, fact in json.loads(held).items()}


def _money(amount: int | None, currency: str | None) -> Money | None:
    return None if amount is None else _made_money(minor_units=amount, currency=currency)


@lru_cache(maxsize=256)
def _policy(held: str) -> Policy:
    """Read with every command, and changed hardly ever."""
    return Policy(**json.loads(held))


def _practice_row(it: Practice, _: Encode) -> tuple[Any, ...]:
    return it.id, it.name, it.time_zone, it.currency, _json(attrs.asdict(it.policy)), it.language


def _practice(row: Row) -> Practice:
    return _made_practice(
        id=row[0],
        name=row[1],
        time_zone=row[2],
        currency=row[3],
        policy=_policy(row[4]),
        language=row[5],
    )


def _therapist_row(it: Therapist, _: Encode) -> tuple[Any, ...]:
    return it.practice_id, it.id, it.name, it.email


def _therapist(row: Row) -> Therapist:
    return _made_therapist(practice_id=row[0], id=row[1], name=row[2], email=row[3])


def _client_row(it: Client, instant: Encode) -> tuple[Any, ...]:
    card = it.card
    return (
        it.practice_id,
        it.id,
        it.given_name,
        it.family_name,
        it.email,
        it.phone,
        _day(it.date_of_birth),
        it.language,
        *((card.reference, card.brand, card.last4, card.exp_month, card.exp_year) if card else (None,) * 5),
        it.gateway_account,
        it.registered_by,
        instant(it.erased_at),
        instant(it.forget_due_at),
    )


def _client(row: Row) -> Client:
    return _made_client(
        practice_id=row[0],
        id=row[1],
        given_name=row[2],
        family_name=row[3],
        email=row[4],
        phone=row[5],
        date_of_birth=None if row[6] is None else date.fromisoformat(row[6]),
        language=row[7],
        card=None
        if row[8] is None
        else _made_card(reference=row[8], brand=row[9], last4=row[10], exp_month=row[11], exp_year=row[12]),
        gateway_account=row[13],
        registered_by=row[14],
        erased_at=_moment_or_none(row[15]),
        forget_due_at=_moment_or_none(row[16]),
    )


def _relationship_row(it: Relationship, instant: Encode) -> tuple[Any, ...]:
    return (
        it.practice_id,
        it.id,
        it.therapist_id,
        it.attendee_id,
        it.payer_id,
        str(it.status),
        instant(it.opened_at),
        it.fee.minor_units if it.fee else None,
        it.fee.currency if it.fee else None,
        instant(it.ended_at),
        it.end_reason,
        it.ended_by,
        it.predecessor_id,
        it.successor_id,
        it.awaits_agreement,
        _day(it.attendee_born_on),
        it.under_age_by,
        instant(it.birthday_told_at),
        instant(it.reviewed_at),
        str(it.review) if it.review else None,
    )


def _relationship(row: Row) -> Relationship:
    return _made_relationship(
        practice_id=row[0],
        id=row[1],
        therapist_id=row[2],
        attendee_id=row[3],
        payer_id=row[4],
        # row[5], the status, follows from when it ended.
        opened_at=_moment(row[6]),
        fee=_money(row[7], row[8]),
        ended_at=_moment_or_none(row[9]),
        end_reason=row[10],
        ended_by=row[11],
        predecessor_id=row[12],
        successor_id=row[13],
        awaits_agreement=bool(row[14]),
        attendee_born_on=None if row[15] is None else date.fromisoformat(row[15]),
        under_age_by=row[16],
        birthday_told_at=_moment_or_none(row[17]),
        reviewed_at=_moment_or_none(row[18]),
        # row[19], the stage of the review, follows from these.
    )


def _request_row(it: MigrationRequest, instant: Encode) -> tuple[Any, ...]:
    return (
        it.practice_id,
        it.id,
        it.relationship_id,
        it.requested_by,
        it.new_payer_id,
        instant(it.requested_at),
        it.recorded_by,
        it.channel,
        instant(it.expires_at),
        str(it.status),
        instant(it.accepted_at),
        instant(it.closed_at),
        it.close_reason,
        it.token_digest,
    )


def _request(row: Row) -> MigrationRequest:
    return _made_request(
        practice_id=row[0],
        id=row[1],
        relationship_id=row[2],
        requested_by=row[3],
        new_payer_id=row[4],
        requested_at=_moment(row[5]),
        recorded_by=row[6],
        channel=row[7],
        expires_at=_moment(row[8]),
        status=_REQUESTSTATUS[row[9]],
        accepted_at=_moment_or_none(row[10]),
        closed_at=_moment_or_none(row[11]),
        close_reason=row[12],
        token_digest=row[13],
    )


def _session_row(it: SessionRecord, instant: Encode) -> tuple[Any, ...]:
    return (
        it.practice_id,
        it.id,
        it.relationship_id,
        it.therapist_id,
        it.attendee_id,
        it.payer_id,
        instant(it.starts_at),
        instant(it.ends_at),
        it.price.minor_units,
        it.price.currency,
        instant(it.booked_at),
        instant(it.charge_due_at),
        str(it.status),
        str(it.settlement),
        str(it.due_work) if it.due_work else None,
        instant(it.due_at),
        it.rebooked_from,
        it.rebooked_as,
        instant(it.closed_at),
        it.late,
        it.close_reason,
        it.sequence,
    )


def _session(row: Row) -> SessionRecord:
    return _made_session(
        practice_id=row[0],
        id=row[1],
        relationship_id=row[2],
        therapist_id=row[3],
        attendee_id=row[4],
        payer_id=row[5],
        starts_at=_moment(row[6]),
        ends_at=_moment(row[7]),
        price=_made_money(minor_units=row[8], currency=row[9]),
        booked_at=_moment(row[10]),
        charge_due_at=_moment(row[11]),
        status=_SESSIONSTATUS[row[12]],
        settlement=_SETTLEMENT[row[13]],
        due_work=None if row[14] is None else _DUEWORK[row[14]],
        due_at=_moment_or_none(row[15]),
        rebooked_from=row[16],
        rebooked_as=row[17],
        closed_at=_moment_or_none(row[18]),
        late=bool(row[19]),
        close_reason=row[20],
        sequence=row[21],
    )


def _attempt_row(it: Attempt, instant: Encode) -> tuple[Any, ...]:
    return (
        it.practice_id,
        it.id,
        str(it.kind),
        it.session_id,
        it.relationship_id,
        it.therapist_id,
        it.payer_id,
        it.amount.minor_units,
        it.amount.currency,
        it.description,
        it.card_reference,
        it.account,
        it.charge_id,
        it.charge_reference,
        instant(it.made_at),
        str(it.status),
        it.reference,
        str(it.reason) if it.reason else None,
        instant(it.settled_at),
        it.elsewhere,
    )


def _attempt(row: Row) -> Attempt:
    return _made_attempt(
        practice_id=row[0],
        id=row[1],
        kind=_ATTEMPTKIND[row[2]],
        session_id=row[3],
        relationship_id=row[4],
        therapist_id=row[5],
        payer_id=row[6],
        amount=_made_money(minor_units=row[7], currency=row[8]),
        description=row[9],
        card_reference=row[10],
        account=row[11],
        charge_id=row[12],
        charge_reference=row[13],
        made_at=_moment(row[14]),
        status=_ATTEMPTSTATUS[row[15]],
        reference=row[16],
        reason=None if row[17] is None else _DECLINEREASON[row[17]],
        settled_at=_moment_or_none(row[18]),
        elsewhere=bool(row[19]),
    )


def _notice_row(it: Notice, instant: Encode) -> tuple[Any, ...]:
    return (
        it.practice_id,
        it.id,
        str(it.kind),
        it.addressee,
        it.language,
        it.about,
        _json(dict(it.facts)),
        instant(it.created_at),
        str(it.state),
        instant(it.due_at),
        it.tries,
        instant(it.waiting_since),
        instant(it.settled_at),
        it.reason,
    )


def _notice(row: Row) -> Notice:
    return _made_notice(
        practice_id=row[0],
        id=row[1],
        kind=_NOTICEKIND[row[2]],
        addressee=row[3],
        language=row[4],
        about=row[5],
        facts=_facts(row[6]),
        created_at=_moment(row[7]),
        state=_NOTICESTATE[row[8]],
        due_at=_moment_or_none(row[9]),
        tries=row[10],
        waiting_since=_moment(row[11]),
        settled_at=_moment_or_none(row[12]),
        reason=row[13],
    )


def _entry_row(it: JournalEntry, instant: Encode) -> tuple[Any, ...]:
    return (
        it.practice_id,
        str(it.kind),
        it.thing_id,
        it.number,
        it.what,
        it.actor,
        it.requested_by,
        instant(it.at),
        _json(dict(it.facts)),
        it.note,
        it.note_salt,
        it.note_digest,
        it.previous,
        it.digest,
    )


def _entry(row: Row) -> JournalEntry:
    """Somebody may have left there what the core never would, SQLite of any type: reading it must not fail (J3)."""
    try:
        return _made_entry(
            practice_id=row[0],
            kind=_kind(row[1]),
            thing_id=str(row[2]),
            number=index(row[3]),
            what=row[4],
            actor=row[5],
            requested_by=row[6],
            at=_moment(row[7]),
            facts=_facts(row[8]),
            note=row[9],
            note_salt=row[10],
            note_digest=row[11],
            previous=row[12],
            digest=row[13],
        )
    except (TypeError, ValueError, AttributeError, OverflowError, RecursionError):
        return _unreadable(row)


def _unreadable(row: Row) -> JournalEntry:
    """What stands for an entry that is none: without a digest it fits nowhere."""
    return JournalEntry(
        practice_id=row[0],
        kind=_kind(row[1]),
        thing_id=str(row[2]),
        number=row[3] if isinstance(row[3], int) else 0,
        what="unreadable",
        actor="",
        at=EPOCH,
    )


def _kind(held: Any) -> Any:
    """What is no kind is left as it is."""
    return _KIND.get(held, held)


def _key_row(it: KeyRecord, instant: Encode) -> tuple[Any, ...]:
    return (
        it.practice_id,
        it.id,
        it.fingerprint,
        _json(list(it.answer)),
        instant(it.used_at),
    )


def _key(row: Row) -> KeyRecord:
    return _made_key(
        practice_id=row[0],
        id=row[1],
        fingerprint=row[2],
        answer=tuple(json.loads(row[3])),
        used_at=_moment(row[4]),
    )


def _mapping(
    table: sa.Table,
    to_row: Callable[[T, Encode], tuple[Any, ...]],
    from_row: Callable[[Row], T],
) -> Mapping[T]:
    stamp = ("version", "journal_number", "journal_digest")
    columns = tuple(column.name for column in table.c if column.name not in stamp)
    keys = len(table.primary_key.columns)
    return Mapping(table, columns, to_row, from_row, tuple(n for n in stamp if n in table.c), keys)


# In the order of what refers to what: a batch is written down this list.
MAPPINGS: dict[type, Mapping[Any]] = {
    Practice: _mapping(schema.practices, _practice_row, _practice),
    Therapist: _mapping(schema.therapists, _therapist_row, _therapist),
    Client: _mapping(schema.clients, _client_row, _client),
    Relationship: _mapping(schema.relationships, _relationship_row, _relationship),
    MigrationRequest: _mapping(schema.requests, _request_row, _request),
    SessionRecord: _mapping(schema.sessions, _session_row, _session),
    Attempt: _mapping(schema.attempts, _attempt_row, _attempt),
    Notice: _mapping(schema.notices, _notice_row, _notice),
    JournalEntry: _mapping(schema.journal, _entry_row, _entry),
    KeyRecord: _mapping(schema.keys, _key_row, _key),
}


def scope_of(table: sa.FromClause) -> sa.ColumnElement[str]:
    """The column that says which practice's it is; of a practice, its id."""
    return table.c.practice_id if "practice_id" in table.c else table.c.id
