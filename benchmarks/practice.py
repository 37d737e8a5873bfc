"""The made-up practice that every contestant works in: the same rows for all, every time.

Families come in blocks of nine with ten relationships between them, five sessions for each relationship:

- six whose attendee has asked to take over paying, everything in order: what *confirm* works on;
- one that was migrated, whose two sessions to come need rebooking: what *rebook* works on;
- two with two sessions each that are due now: what *charge 25* works on.

Behind them lie a payment of each family's last session, and an idempotency key of each: what is looked up among many
is found among many. The attendee of a family is paid for by the attendee of the next one. People are invented, at
addresses that end in `.example`.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta

import attrs

from practice_core import Policy

PRACTICE = "willow"
NOW = datetime(2026, 6, 1, 9, tzinfo=UTC)
SECOND, HOUR, DAY = timedelta(seconds=1), timedelta(hours=1), timedelta(days=1)
FIFTY_MINUTES = timedelta(minutes=50)
POLICY = json.dumps(attrs.asdict(Policy()), separators=(",", ":"))

IN_A_BLOCK = 9
RELATIONSHIPS_IN_A_BLOCK = 10
CONFIRMABLE, MIGRATED = range(6), 6
PARTLY_OWED: tuple[str, ...] = ("paid", "paid", "declined")
OF_A_THERAPIST = 5 * IN_A_BLOCK
# Coprime to every number of candidates, so that each is visited once, and neighbours in time are none in the tables.
STRIDE = 7919

Row = tuple[object, ...]
Instant = Callable[[datetime], object]
"""How a database holds an instant."""


@attrs.frozen
class Size:
    """So many relationships, in whole blocks."""

    relationships: int

    @property
    def families(self) -> int:
        return self.relationships // RELATIONSHIPS_IN_A_BLOCK * IN_A_BLOCK

    @property
    def therapists(self) -> int:
        return -(-self.families // OF_A_THERAPIST)

    def to_confirm(self, number: int) -> tuple[str, str, str]:
        """Therapist, relationship and attendee of a family whose migration can be confirmed."""
        block, place = divmod(self._spread(number, len(CONFIRMABLE)), len(CONFIRMABLE))
        family = block * IN_A_BLOCK + place
        return _therapist(family), _relationship(family), _client(family)

    def to_rebook(self, number: int) -> tuple[str, str]:
        """Therapist and session of one that needs rebooking."""
        block, which = divmod(self._spread(number, 2), 2)
        family = block * IN_A_BLOCK + MIGRATED
        return _therapist(family), _session(family, 8 + which)

    def _spread(self, number: int, in_a_block: int) -> int:
        candidates = self.relationships // RELATIONSHIPS_IN_A_BLOCK * in_a_block
        if number >= candidates:
            raise ValueError(f"a practice of {self.relationships} relationships has no more than {candidates}")
        return number * STRIDE % candidates


COLUMNS = {
    "practices": "id name time_zone currency policy language",
    "therapists": "practice_id id name email",
    "clients": "practice_id id given_name family_name email phone date_of_birth language card_reference card_brand"
    " card_last4 card_exp_month card_exp_year gateway_account registered_by",
    "relationships": "practice_id id therapist_id attendee_id payer_id status opened_at fee fee_currency ended_at"
    " end_reason ended_by predecessor_id successor_id awaits_agreement",
    "requests": "practice_id id relationship_id requested_by new_payer_id requested_at recorded_by channel expires_at"
    " status close_reason token_digest",
    "sessions": "practice_id id relationship_id therapist_id attendee_id payer_id starts_at ends_at price"
    " price_currency booked_at charge_due_at status settlement due_work due_at closed_at late close_reason sequence",
    "attempts": "practice_id id kind session_id relationship_id therapist_id payer_id amount amount_currency"
    " description card_reference account made_at status reference settled_at elsewhere",
    "keys": "practice_id id fingerprint answer used_at",
}
STAMPED = "version journal_number journal_digest"
STAMP: Row = (1, 0, "")
VERSIONED = ("requests", "attempts", "keys")
"""What has a version, and no chain in the journal."""


def columns(table: str) -> list[str]:
    """The columns that `rows` fills; the others are null."""
    return [*COLUMNS[table].split(), *(["version"] if table in VERSIONED else STAMPED.split())]


def rows(size: Size, table: str, instant: Instant) -> Iterator[Row]:
    """Every row of that table, in the order of `columns`."""
    return _ROWS[table](size, instant)


def _practice_rows(_: Size, __: Instant) -> Iterator[Row]:
    yield (PRACTICE, "Willow House", "Europe/London", "GBP", POLICY, "en-GB", *STAMP)


def _therapist_rows(size: Size, _: Instant) -> Iterator[Row]:
    for number in range(size.therapists):
        name = f"t{number:06}"
        yield (PRACTICE, name, f"Therapist {number}", f"{name}@willow.example", *STAMP)


def _request_rows(size: Size, instant: Instant) -> Iterator[Row]:
    asked, expires = instant(NOW - DAY), instant(NOW + 29 * DAY)
    for family in range(size.families):
        if family % IN_A_BLOCK in CONFIRMABLE:
            who = _client(family)
            by = (who, who, asked, f"client:{who}", "portal", expires)
            yield (PRACTICE, f"q{family:07}", _relationship(family), *by, "pending", "", "", 1)


def _attempt_rows(size: Size, instant: Instant) -> Iterator[Row]:
    for family in range(size.families):
        paid_at = instant(NOW - 9 * DAY)
        who = (_relationship(family), _therapist(family), _payer(family, size))
        paid = (paid_at, "paid", f"payment-{family}", paid_at, False)
        what = (6000, "GBP", "Willow House", f"pm_{_payer(family, size)}", None)
        yield (PRACTICE, f"a{family:07}", "charge", _session(family, 0), *who, *what, *paid, 1)


def _key_rows(size: Size, instant: Instant) -> Iterator[Row]:
    for family in range(size.families):
        name = hashlib.sha256(f"key of {family}".encode()).hexdigest()
        yield (PRACTICE, name, name, "[]", instant(NOW - family % 28 * DAY - HOUR), 1)


def _therapist(family: int) -> str:
    return f"t{family // OF_A_THERAPIST:06}"


def _client(family: int) -> str:
    return f"c{family:07}"


def _payer(family: int, size: Size) -> str:
    return _client((family + 1) % size.families)


def _relationship(family: int) -> str:
    return f"r{family:07}"


def _successor(family: int) -> str:
    return f"r{family:07}-own"


def _session(family: int, number: int) -> str:
    return f"s{family:07}-{number}"


def _client_rows(size: Size, _: Instant) -> Iterator[Row]:
    for family in range(size.families):
        name = _client(family)
        born = date(1970, 1, 1) + family % 9000 * DAY
        card = (f"pm_{name}", "visa", f"{family % 10_000:04}", 12, 2030)
        person = (f"Given {family}", f"Family {family}", f"{name}@people.example", "+44 20 7946 0000", born.isoformat())
        yield (PRACTICE, name, *person, "en-GB", *card, f"account-{name}", "staff:desk", *STAMP)


def _relationship_rows(size: Size, instant: Instant) -> Iterator[Row]:
    opened, migrated = instant(NOW - 400 * DAY), instant(NOW - 2 * DAY)
    active = (None, None, None, None)
    for family in range(size.families):
        one, therapist, attendee = _relationship(family), _therapist(family), _client(family)
        old = (PRACTICE, one, therapist, attendee, _payer(family, size))
        if family % IN_A_BLOCK != MIGRATED:
            yield (*old, "active", opened, 6000, "GBP", *active, None, False, *STAMP)
            continue
        own = _successor(family)
        ended = (migrated, "migrated", f"therapist:{therapist}", None, own)
        yield (*old, "ended", opened, 6000, "GBP", *ended, False, *STAMP)
        new = (PRACTICE, own, therapist, attendee, attendee)
        yield (*new, "active", migrated, 6000, "GBP", None, None, None, one, None, False, *STAMP)


def _session_rows(size: Size, instant: Instant) -> Iterator[Row]:
    for family in range(size.families):
        match family % IN_A_BLOCK:
            case place if place in CONFIRMABLE:
                held, since = PARTLY_OWED, NOW + 3 * DAY
            case 6:
                held, since = ("paid",) * 8, NOW + 3 * DAY
            case _:
                held, since = ("paid",) * 3, NOW + HOUR
        yield from _held(family, size, instant, held)
        yield from _to_come(family, size, instant, len(held), since)


def _held(family: int, size: Size, instant: Instant, settlements: tuple[str, ...]) -> Iterator[Row]:
    """In the past, one each week; what was declined then is owed still, and tried no more."""
    for number, settlement in enumerate(settlements):
        starts_at = NOW - 7 * (number + 1) * DAY + family % OF_A_THERAPIST * HOUR
        closed = (instant(starts_at + HOUR), False, "", 0)
        due = (instant(starts_at - 2 * DAY), "attended", settlement, None, None)
        yield (*_booked(family, size, instant, number, starts_at), *due, *closed, *STAMP)


def _to_come(family: int, size: Size, instant: Instant, after: int, since: datetime) -> Iterator[Row]:
    """Two of them, each an hour of the therapist's own; at first those of the next two days, whose charges are due."""
    for number in range(2):
        slot = family % OF_A_THERAPIST * 2 + number
        later = since > NOW + 2 * DAY
        starts_at = since + slot // 8 * DAY + slot % 8 * HOUR if later else since + slot % 46 * HOUR
        # Therapists begin each at a moment of their own: what falls due is spread, however many they are.
        starts_at += family // OF_A_THERAPIST % 3600 * SECOND
        due_at = instant(starts_at - 2 * DAY)
        due = (due_at, "scheduled", "open", "charge", due_at)
        yield (*_booked(family, size, instant, after + number, starts_at), *due, None, False, "", 0, *STAMP)


def _booked(family: int, size: Size, instant: Instant, number: int, starts_at: datetime) -> Row:
    who = (_relationship(family), _therapist(family), _client(family), _payer(family, size))
    when = (instant(starts_at), instant(starts_at + FIFTY_MINUTES))
    return (PRACTICE, _session(family, number), *who, *when, 6000, "GBP", instant(starts_at - 60 * DAY))


_ROWS: dict[str, Callable[[Size, Instant], Iterator[Row]]] = {
    "practices": _practice_rows,
    "therapists": _therapist_rows,
    "clients": _client_rows,
    "relationships": _relationship_rows,
    "requests": _request_rows,
    "sessions": _session_rows,
    "attempts": _attempt_rows,
    "keys": _key_rows,
}
