"""Small builders of domain values for the unit tests: invented people, one practice, one moment."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from itertools import count
from zoneinfo import ZoneInfo

from practice_core import Actor, Card, Client, MigrationRequest, Money, Policy, Practice, Relationship
from practice_core.domain.case import Case
from practice_core.domain.occasion import Occasion
from practice_core.domain.relationship import heir
from practice_core.domain.session import SessionRecord

LONDON, LOS_ANGELES, AUCKLAND = "Europe/London", "America/Los_Angeles", "Pacific/Auckland"
NOW = datetime(2026, 6, 1, 9, 0, tzinfo=UTC)
HOUR = timedelta(hours=1)
DAY = timedelta(days=1)
TICK = timedelta(microseconds=1)
FIFTY_MINUTES = timedelta(minutes=50)
FEE = Money(6000, "GBP")
PRACTICE_ID = "practice"
STAFF = Actor.staff(PRACTICE_ID, "desk")
ADULT = date(1990, 5, 17)
SIXTEEN_SOON = date(2010, 7, 1)
"""Thirty days from now."""
# What tokens are made from in the tests.
SECRET = "as long as a secret of a host should be"  # noqa: S105


def local(zone: str, *when: int) -> datetime:
    """That wall-clock time in that zone."""
    return datetime(*when, tzinfo=ZoneInfo(zone))  # type: ignore[misc,arg-type]


def practice(zone: str = LONDON, **policy: object) -> Practice:
    return Practice(
        id=PRACTICE_ID,
        name="Elm Street",
        time_zone=zone,
        currency="GBP",
        policy=Policy(**policy),  # type: ignore[arg-type]
    )


def card(exp_year: int = 2030, exp_month: int = 12, reference: str = "pm_secret") -> Card:
    return Card(reference=reference, brand="visa", last4="4242", exp_month=exp_month, exp_year=exp_year)


def client(name: str = "alex", **details: object) -> Client:
    """A grown-up whose account is complete, unless the details say otherwise."""
    given: dict[str, object] = {
        "given_name": name.title(),
        "family_name": "Example",
        "email": f"{name}@people.example",
        "phone": "+44 20 7946 0000",
        "date_of_birth": ADULT,
    }
    return Client(id=name, practice_id=PRACTICE_ID, **(given | details))  # type: ignore[arg-type]


def relationship(name: str = "r1", attendee: str = "alex", payer: str = "pat", **fields: object) -> Relationship:
    kept: dict[str, object] = {"opened_at": NOW - 400 * DAY, "fee": FEE}
    return Relationship(
        id=name,
        practice_id=PRACTICE_ID,
        therapist_id="theo",
        attendee_id=attendee,
        payer_id=payer,
        **(kept | fields),  # type: ignore[arg-type]
    )


def session(name: str = "s1", starts_at: datetime = NOW + 72 * HOUR, **fields: object) -> SessionRecord:
    kept: dict[str, object] = {
        "relationship_id": "r1",
        "therapist_id": "theo",
        "attendee_id": "alex",
        "payer_id": "pat",
        "ends_at": starts_at + FIFTY_MINUTES,
        "price": FEE,
        "booked_at": NOW - DAY,
        "charge_due_at": starts_at - 48 * HOUR,
    }
    return SessionRecord(id=name, practice_id=PRACTICE_ID, starts_at=starts_at, **(kept | fields))  # type: ignore[arg-type]


def asked(by: str = "alex", at: datetime = NOW - DAY, name: str = "q1", **fields: object) -> MigrationRequest:
    kept: dict[str, object] = {
        "relationship_id": "r1",
        "new_payer_id": "alex",
        "recorded_by": "staff:desk",
        "expires_at": at + 30 * DAY,
    }
    return MigrationRequest(
        id=name,
        practice_id=PRACTICE_ID,
        requested_by=by,
        requested_at=at,
        **(kept | fields),  # type: ignore[arg-type]
    )


def case(
    of: Relationship | None = None,
    *more: Relationship,
    at: Practice | None = None,
    clients: tuple[Client, ...] = (),
    requests: tuple[MigrationRequest, ...] = (),
    upcoming: tuple[SessionRecord, ...] = (),
    unsettled: tuple[SessionRecord, ...] = (),
) -> Case:
    """Alex attends with Theo, and Pat pays, unless told otherwise."""
    of = of or relationship()
    people = {c.id: c for c in (client("alex"), client("pat", card=card()), *clients)}
    return Case(
        practice=at or practice(),
        relationship=of,
        family=(of, *more),
        clients=people,
        requests=requests,
        upcoming=upcoming,
        unsettled=unsettled,
    )


def ids() -> Callable[[str], str]:
    """New ids in turn: new-1, new-2 and so on."""
    numbers = count(1)
    return lambda _: f"new-{next(numbers)}"


def occasion(at: datetime = NOW, actor: Actor = STAFF) -> Occasion:
    return Occasion(actor, at, ids())


def heir_of(one: Relationship, *family: Relationship) -> str | None:
    found = heir(one, family)
    return found.id if found else None
