"""Rows become values here, and values rows; nowhere else.

For every kind of thing a `Mapping`: its table, the columns in order, and the way there and back. Every driver takes and
gives the same, but for instants.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from collections.abc import Mapping as MappingOf
from datetime import UTC, date, datetime
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
from .reader import Composed, Decode, Row, maker, reader, words, words_or_none

T = TypeVar("T")

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


@attrs.frozen(eq=False)
class Mapping(Generic[T]):
    """One kind of thing and its table: `columns` in the order that `to_row` gives and `from_row` takes."""

    table: sa.Table
    columns: tuple[str, ...]
    to_row: Callable[[T], tuple[Any, ...]]
    from_row: Callable[[Row, Decode], T]

    instants: tuple[int, ...]
    """Which of the columns are instants."""
    stamp: tuple[str, ...]
    keys: int
    """How many of the columns, the first ones, are the key; a distributed database lets nobody set those."""


# Facts and answers are flat: looking for circles takes longer than writing them.
_JSON = json.JSONEncoder(separators=(",", ":"), check_circular=False)


def _json(value: object) -> str:
    return _JSON.encode(value)


def _facts(held: str) -> MappingOf[str, Fact]:
    return {name: tuple(fact) if isinstance(fact, list) else fact for name, fact in json.loads(held).items()}


@lru_cache(maxsize=256)
def _money(amount: int | None, currency: str | None) -> Money | None:
    """The same few prices again and again."""
    return None if amount is None else _made_money((amount, currency))


_made_money = maker(Money)


def _card(*values: Any) -> Card | None:
    return None if values[0] is None else _made_card(values)


_made_card = maker(Card)


def _day(value: date | None) -> str | None:
    return None if value is None else value.isoformat()


@lru_cache(maxsize=256)
def _policy(held: str) -> Policy:
    """Read with every command, and changed hardly ever."""
    return Policy(**json.loads(held))


def _practice_row(it: Practice) -> tuple[Any, ...]:
    return it.id, it.name, it.time_zone, it.currency, _json(attrs.asdict(it.policy)), it.language


def _therapist_row(it: Therapist) -> tuple[Any, ...]:
    return it.practice_id, it.id, it.name, it.email


def _client_row(it: Client) -> tuple[Any, ...]:
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
        it.erased_at,
        it.forget_due_at,
    )


def _relationship_row(it: Relationship) -> tuple[Any, ...]:
    return (
        it.practice_id,
        it.id,
        it.therapist_id,
        it.attendee_id,
        it.payer_id,
        str(it.status),
        it.opened_at,
        it.fee.minor_units if it.fee else None,
        it.fee.currency if it.fee else None,
        it.ended_at,
        it.end_reason,
        it.ended_by,
        it.predecessor_id,
        it.successor_id,
        it.awaits_agreement,
        _day(it.attendee_born_on),
        it.under_age_by,
        it.birthday_told_at,
        it.reviewed_at,
        str(it.review) if it.review else None,
    )


def _request_row(it: MigrationRequest) -> tuple[Any, ...]:
    return (
        it.practice_id,
        it.id,
        it.relationship_id,
        it.requested_by,
        it.new_payer_id,
        it.requested_at,
        it.recorded_by,
        it.channel,
        it.expires_at,
        str(it.status),
        it.accepted_at,
        it.closed_at,
        it.close_reason,
        it.token_digest,
    )


def _session_row(it: SessionRecord) -> tuple[Any, ...]:
    return (
        it.practice_id,
        it.id,
        it.relationship_id,
        it.therapist_id,
        it.attendee_id,
        it.payer_id,
        it.starts_at,
        it.ends_at,
        it.price.minor_units,
        it.price.currency,
        it.booked_at,
        it.charge_due_at,
        str(it.status),
        str(it.settlement),
        str(it.due_work) if it.due_work else None,
        it.due_at,
        it.rebooked_from,
        it.rebooked_as,
        it.closed_at,
        it.late,
        it.close_reason,
        it.sequence,
    )


def _attempt_row(it: Attempt) -> tuple[Any, ...]:
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
        it.made_at,
        str(it.status),
        it.reference,
        str(it.reason) if it.reason else None,
        it.settled_at,
        it.elsewhere,
    )


def _notice_row(it: Notice) -> tuple[Any, ...]:
    return (
        it.practice_id,
        it.id,
        str(it.kind),
        it.addressee,
        it.language,
        it.about,
        _json(dict(it.facts)),
        it.created_at,
        str(it.state),
        it.due_at,
        it.tries,
        it.waiting_since,
        it.settled_at,
        it.reason,
    )


def _entry_row(it: JournalEntry) -> tuple[Any, ...]:
    return (
        it.practice_id,
        str(it.kind),
        it.thing_id,
        it.number,
        it.what,
        it.actor,
        it.requested_by,
        it.at,
        _json(dict(it.facts)),
        it.note,
        it.note_salt,
        it.note_digest,
        it.previous,
        it.digest,
    )


def _as_far_as_readable(read: Callable[[Row, Decode], JournalEntry]) -> Callable[[Row, Decode], JournalEntry]:
    """Somebody may have left there what the core never would, SQLite of any type: reading it must not fail (J3)."""

    def read_it(row: Row, moment: Decode) -> JournalEntry:
        try:
            return read(row, moment)
        except (TypeError, ValueError, AttributeError, OverflowError, RecursionError):
            return _unreadable(row)

    return read_it


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
    return _KINDS.get(held, held)


_KINDS = {kind.value: kind for kind in Kind}


def _key_row(it: KeyRecord) -> tuple[Any, ...]:
    return (
        it.practice_id,
        it.id,
        it.fingerprint,
        _json(list(it.answer)),
        it.used_at,
    )


def _answer(held: str) -> tuple[str | None, ...]:
    return tuple(json.loads(held))


def _mapping(
    of: type[T], table: sa.Table, to_row: Callable[[T], tuple[Any, ...]], **made: Callable[[Any], Any] | Composed
) -> Mapping[T]:
    stamp = ("version", "journal_number", "journal_digest")
    columns = tuple(column.name for column in table.c if column.name not in stamp)
    return Mapping(
        table,
        columns,
        to_row,
        reader(of, table, columns, **made),
        instants=tuple(place for place, name in enumerate(columns) if isinstance(table.c[name].type, schema.Instant)),
        stamp=tuple(name for name in stamp if name in table.c),
        keys=len(table.primary_key.columns),
    )


# In the order of what refers to what: a batch is written down this list.
MAPPINGS: dict[type, Mapping[Any]] = {
    Practice: _mapping(Practice, schema.practices, _practice_row, policy=_policy),
    Therapist: _mapping(Therapist, schema.therapists, _therapist_row),
    Client: _mapping(
        Client,
        schema.clients,
        _client_row,
        card=Composed(_card, ("card_reference", "card_brand", "card_last4", "card_exp_month", "card_exp_year")),
    ),
    # Status and stage of the review are kept for questions only: they follow from the rest.
    Relationship: _mapping(
        Relationship, schema.relationships, _relationship_row, fee=Composed(_money, ("fee", "fee_currency"))
    ),
    MigrationRequest: _mapping(MigrationRequest, schema.requests, _request_row, status=words(RequestStatus)),
    SessionRecord: _mapping(
        SessionRecord,
        schema.sessions,
        _session_row,
        price=Composed(_money, ("price", "price_currency")),
        status=words(SessionStatus),
        settlement=words(Settlement),
        due_work=words_or_none(DueWork),
    ),
    Attempt: _mapping(
        Attempt,
        schema.attempts,
        _attempt_row,
        kind=words(AttemptKind),
        amount=Composed(_money, ("amount", "amount_currency")),
        status=words(AttemptStatus),
        reason=words_or_none(DeclineReason),
    ),
    Notice: _mapping(
        Notice, schema.notices, _notice_row, kind=words(NoticeKind), facts=_facts, state=words(NoticeState)
    ),
    JournalEntry: _mapping(
        JournalEntry, schema.journal, _entry_row, kind=_kind, thing_id=str, number=index, facts=_facts
    ),
    KeyRecord: _mapping(KeyRecord, schema.keys, _key_row, answer=_answer),
}
MAPPINGS[JournalEntry] = attrs.evolve(
    MAPPINGS[JournalEntry], from_row=_as_far_as_readable(MAPPINGS[JournalEntry].from_row)
)


def scope_of(table: sa.FromClause) -> sa.ColumnElement[str]:
    """The column that says which practice's it is; of a practice, its id."""
    return table.c.practice_id if "practice_id" in table.c else table.c.id
