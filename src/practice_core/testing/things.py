"""Everything a store keeps, generated: strategies for every kind of thing, and for whole practices.

A strategy names every field of its class, or building it is an error: a field added to a class cannot be forgotten
here. Any field can be fixed by name, as in ``clients(card=st.none())``. People are invented, at `.example` addresses.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from typing import Any, TypeVar, cast, get_args

import attrs
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from ..domain.attempt import Attempt, AttemptKind, AttemptStatus, DeclineReason
from ..domain.checks import YEARS
from ..domain.client import Card, Client
from ..domain.journal import Fact, JournalEntry, Kind
from ..domain.migration_request import MigrationRequest, RequestStatus
from ..domain.money import DIGITS, MOST, Money
from ..domain.notice import Notice, NoticeKind, NoticeState
from ..domain.policy import DETAILS, PAYER_AGES, Policy
from ..domain.practice import Practice, Therapist
from ..domain.relationship import Relationship
from ..domain.session import DueWork, SessionRecord, SessionStatus, Settlement
from ..ports.store import Keepable, KeyRecord, Stamp

T = TypeVar("T")
Fields = Mapping[str, SearchStrategy[Any]]

KINDS: tuple[type, ...] = get_args(Keepable)
FIRST = datetime(YEARS[0], 1, 1, tzinfo=UTC)
LAST = datetime(YEARS[-1], 12, 31, 23, 59, 59, 999_999, tzinfo=UTC)

# Any text but control characters, line separators and halves of surrogate pairs: what the domain lets through.
_PRINTABLE = st.characters(exclude_categories=("Cc", "Cs"), exclude_characters="\u2028\u2029")


def texts(most: int = 12) -> SearchStrategy[str]:
    """A line of text: blank, or of any script."""
    return st.sampled_from(("", " ", "O'Brien; --", "Zoë", "Zoe\u0308", "50 %", "%s :id ?")) | st.text(
        _PRINTABLE, max_size=most
    )


def words() -> SearchStrategy[str]:
    """Free text, of several lines perhaps."""
    return texts() | st.just("first\n\tsecond line \n")


def ids(most: int = 64) -> SearchStrategy[str]:
    return st.text(_PRINTABLE, min_size=1, max_size=most).filter(lambda text: not text.isspace())


def instants() -> SearchStrategy[datetime]:
    """To the microsecond, in UTC, over all of the calendar."""
    return st.datetimes(FIRST.replace(tzinfo=None), LAST.replace(tzinfo=None), timezones=st.just(UTC))


def digests() -> SearchStrategy[str]:
    return st.sampled_from(("", "0" * 64, "0123456789abcdef" * 4))


def monies() -> SearchStrategy[Money]:
    return every(Money, minor_units=st.integers(-MOST, MOST), currency=st.sampled_from(sorted(DIGITS)))


def facts() -> SearchStrategy[dict[str, Fact]]:
    fact = texts() | st.integers() | st.booleans() | st.none() | st.lists(texts(), max_size=3).map(tuple)
    return st.dictionaries(texts(), fact, max_size=3)


def _or_none(strategy: SearchStrategy[T]) -> SearchStrategy[T | None]:
    return st.none() | strategy


def fields_of(of: type) -> tuple[str, ...]:
    """The names of an attrs class's fields."""
    return tuple(field.name for field in attrs.fields(cast("Any", of)))


def every(of: type[T], **fields: SearchStrategy[Any]) -> SearchStrategy[T]:
    """Values of an attrs class. Raises `TypeError` unless every field has its strategy."""
    names = set(fields_of(of))
    if names != fields.keys():
        raise TypeError(f"{of}: no strategy, or no field, for {sorted(names ^ fields.keys())}")
    return st.builds(of, **fields)


def policies() -> SearchStrategy[Policy]:
    hours = st.lists(st.integers(0, 8760), min_size=2, max_size=5, unique=True).map(lambda some: sorted(some)[::-1])
    return hours.flatmap(_policies)


def _policies(hours: list[int]) -> SearchStrategy[Policy]:
    """Policies whose charge falls due, is tried again and is given up at those hours before the start."""
    return every(
        Policy,
        minimum_payer_age=st.integers(16, 21),
        required_details=st.lists(st.sampled_from(DETAILS), unique=True).map(tuple),
        free_cancellation_hours=st.integers(0, 8760),
        charge_lead_hours=st.just(hours[0]),
        unpaid_cancel_hours=st.just(hours[-1]),
        retry_hours=st.just(tuple(hours[1:-1])),
        request_valid_days=st.integers(1, 3650),
        review_notice_days=st.integers(0, 3650),
        notice_valid_days=st.integers(1, 30),
        acceptance_required=st.booleans(),
        card_required_first=st.booleans(),
    )


def cards() -> SearchStrategy[Card]:
    return every(
        Card,
        reference=ids(255),
        brand=texts(),
        last4=st.text("0123456789", min_size=4, max_size=4),
        exp_month=st.integers(1, 12),
        exp_year=st.integers(2000, 9000),
    )


def practices(**fixed: SearchStrategy[Any]) -> SearchStrategy[Practice]:
    fields: Fields = {
        "id": ids(),
        "name": texts().filter(str.strip),
        "time_zone": st.sampled_from(("Europe/London", "Pacific/Chatham", "America/Argentina/ComodRivadavia")),
        "currency": st.sampled_from(sorted(DIGITS)),
        "policy": policies(),
        "language": languages(),
    }
    return every(Practice, **{**fields, **fixed})


def languages() -> SearchStrategy[str]:
    return st.sampled_from(("en-GB", "sr-Latn", "de"))


def emails() -> SearchStrategy[str | None]:
    return st.sampled_from((None, "", " ", "mara@mail.example", " Mara.Ilić@Mail.Example "))


def therapists(**fixed: SearchStrategy[Any]) -> SearchStrategy[Therapist]:
    fields: Fields = {"id": ids(), "practice_id": ids(), "name": texts().filter(str.strip), "email": emails()}
    return every(Therapist, **{**fields, **fixed})


def clients(**fixed: SearchStrategy[Any]) -> SearchStrategy[Client]:
    fields: Fields = {
        "id": ids(),
        "practice_id": ids(),
        "given_name": texts(),
        "family_name": texts(),
        "email": emails(),
        "phone": _or_none(texts()),
        "date_of_birth": _or_none(st.dates(FIRST.date(), LAST.date())),
        "language": languages(),
        "card": _or_none(cards()),
        "gateway_account": _or_none(texts()),
        "registered_by": texts(),
        "erased_at": _or_none(instants()),
        "forget_due_at": _or_none(instants()),
    }
    return every(Client, **{**fields, **fixed})


def relationships(**fixed: SearchStrategy[Any]) -> SearchStrategy[Relationship]:
    fields: Fields = {
        "id": ids(),
        "practice_id": ids(),
        "therapist_id": ids(),
        "attendee_id": ids(),
        "payer_id": ids(),
        "opened_at": instants(),
        "fee": _or_none(monies()),
        "ended_at": _or_none(instants()),
        "end_reason": _or_none(words()),
        "ended_by": _or_none(texts()),
        "predecessor_id": _or_none(ids()),
        "successor_id": _or_none(ids()),
        "awaits_agreement": st.booleans(),
        "attendee_born_on": _or_none(st.dates(FIRST.date(), LAST.date())),
        "under_age_by": _or_none(st.sampled_from(PAYER_AGES)),
        "birthday_told_at": _or_none(instants()),
        "reviewed_at": _or_none(instants()),
    }
    return every(Relationship, **{**fields, **fixed})


def requests(**fixed: SearchStrategy[Any]) -> SearchStrategy[MigrationRequest]:
    fields: Fields = {
        "id": ids(),
        "practice_id": ids(),
        "relationship_id": ids(),
        "requested_by": ids(),
        "new_payer_id": ids(),
        "requested_at": instants(),
        "recorded_by": texts(),
        "channel": words(),
        "expires_at": instants(),
        "status": st.sampled_from(RequestStatus),
        "accepted_at": _or_none(instants()),
        "closed_at": _or_none(instants()),
        "close_reason": words(),
        "token_digest": digests(),
    }
    return every(MigrationRequest, **{**fields, **fixed})


def sessions(**fixed: SearchStrategy[Any]) -> SearchStrategy[SessionRecord]:
    fields: Fields = {
        "id": ids(),
        "practice_id": ids(),
        "relationship_id": ids(),
        "therapist_id": ids(),
        "attendee_id": ids(),
        "payer_id": ids(),
        "starts_at": instants(),
        "ends_at": instants(),
        "price": monies(),
        "booked_at": instants(),
        "charge_due_at": instants(),
        "status": st.sampled_from(SessionStatus),
        "settlement": st.sampled_from(Settlement),
        "due_work": _or_none(st.sampled_from(DueWork)),
        "due_at": _or_none(instants()),
        "rebooked_from": _or_none(ids()),
        "rebooked_as": _or_none(ids()),
        "closed_at": _or_none(instants()),
        "late": st.booleans(),
        "close_reason": words(),
        "sequence": st.integers(0, 2**31 - 1),
    }
    return every(SessionRecord, **{**fields, **fixed})


def attempts(**fixed: SearchStrategy[Any]) -> SearchStrategy[Attempt]:
    fields: Fields = {
        "id": ids(),
        "practice_id": ids(),
        "kind": st.sampled_from(AttemptKind),
        "session_id": ids(),
        "relationship_id": ids(),
        "therapist_id": ids(),
        "payer_id": ids(),
        "amount": monies(),
        "description": texts(),
        "card_reference": _or_none(texts()),
        "account": _or_none(texts()),
        "charge_id": _or_none(ids()),
        "charge_reference": _or_none(texts()),
        "made_at": instants(),
        "status": st.sampled_from(AttemptStatus),
        "reference": _or_none(texts()),
        "reason": _or_none(st.sampled_from(DeclineReason)),
        "settled_at": _or_none(instants()),
        "elsewhere": st.booleans(),
    }
    return every(Attempt, **{**fields, **fixed})


def notices(**fixed: SearchStrategy[Any]) -> SearchStrategy[Notice]:
    fields: Fields = {
        "id": ids(),
        "practice_id": ids(),
        "kind": st.sampled_from(NoticeKind),
        "addressee": texts(),
        "language": languages(),
        "about": texts(),
        "facts": facts(),
        "created_at": instants(),
        "state": st.sampled_from(NoticeState),
        "due_at": _or_none(instants()),
        "tries": st.integers(0, 2**31 - 1),
        "waiting_since": instants(),
        "settled_at": _or_none(instants()),
        "reason": texts(),
    }
    return every(Notice, **{**fields, **fixed})


def entries(**fixed: SearchStrategy[Any]) -> SearchStrategy[JournalEntry]:
    fields: Fields = {
        "practice_id": ids(),
        "kind": st.sampled_from(Kind),
        "thing_id": ids(),
        "what": texts(),
        "actor": texts(),
        "requested_by": texts(),
        "at": instants(),
        "facts": facts(),
        "note": words(),
        "note_salt": digests(),
        "note_digest": _or_none(digests()),
        "number": st.integers(0, 2**31 - 1),
        "previous": digests(),
        "digest": digests(),
    }
    return every(JournalEntry, **{**fields, **fixed})


def keys(**fixed: SearchStrategy[Any]) -> SearchStrategy[KeyRecord]:
    fields: Fields = {
        "id": ids(),
        "practice_id": ids(),
        "fingerprint": digests(),
        "answer": st.lists(_or_none(texts()), max_size=4).map(tuple),
        "used_at": instants(),
    }
    return every(KeyRecord, **{**fields, **fixed})


THINGS: dict[type, Callable[..., SearchStrategy[Any]]] = {
    Practice: practices,
    Therapist: therapists,
    Client: clients,
    Relationship: relationships,
    MigrationRequest: requests,
    SessionRecord: sessions,
    Attempt: attempts,
    Notice: notices,
    JournalEntry: entries,
    KeyRecord: keys,
}
# What tells a thing from others, and what it refers to: that stays when it changes.
LASTING = ("id", "practice_id", "therapist_id", "attendee_id", "payer_id", "relationship_id", "session_id")


def changed(thing: T) -> SearchStrategy[T]:
    """What that thing may be changed to: anything that keeps its id and what it refers to."""
    fixed = {name: st.just(getattr(thing, name)) for name in fields_of(type(thing)) if name in LASTING}
    strategy: SearchStrategy[T] = THINGS[type(thing)](**fixed)
    return strategy


def stamps(of: type) -> SearchStrategy[Stamp]:
    """The marks a store keeps on a thing of that kind: a journal entry has none, and not every kind has a journal."""
    if of is JournalEntry:
        return st.just(Stamp())
    version = st.integers(1, 2**31 - 1)
    if of in (MigrationRequest, Attempt, Notice, KeyRecord):
        return st.builds(Stamp, version, st.just(0), st.just(""))
    return st.builds(Stamp, version, st.integers(0, 2**31 - 1), digests())
