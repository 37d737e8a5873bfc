"""A small practice on any database, for the tests of what only one vendor does."""

from __future__ import annotations

from tests.values import DAY, FIFTY_MINUTES

from practice_core import Actor, Money, PracticeCore, Relationship, Session
from practice_core.testing.practices import NOON

STAFF = Actor.staff("p", "desk")


def fill(core: PracticeCore, practice_id: str = "p") -> Actor:
    """A therapist, two clients with cards, and a third-party relationship with two sessions to come: its staff."""
    staff = Actor.staff(practice_id, "desk")
    core.practices.open(id=practice_id, name="Willow", time_zone="Europe/London", currency="GBP")
    core.therapists.register(staff, id="t", name="Mara Ilić")
    for name in ("c", "d"):
        client(core, name, staff)
        core.cards.add(staff, name, reference=f"pm_{name}")
    core.relationships.open(staff, id="r", therapist_id="t", attendee_id="c", payer_id="d", fee=Money(6000, "GBP"))
    for day in (3, 4):
        book(core, day, staff)
    return staff


def client(core: PracticeCore, name: str, staff: Actor = STAFF) -> None:
    core.clients.register(
        staff,
        id=name,
        given_name="Ines",
        family_name="Vale",
        email=f"{name}@mail.example",
        phone="+44 20 7946 0000",
        date_of_birth=(NOON - 9000 * DAY).date(),
    )


def book(core: PracticeCore, day: int, staff: Actor = STAFF) -> Session:
    """On that day from now, under `r`."""
    return core.sessions.book(staff, "r", id=f"s{day}", starts_at=NOON + day * DAY, duration=FIFTY_MINUTES)


def relationships(core: PracticeCore, staff: Actor = STAFF) -> list[Relationship]:
    return list(core.relationships.of_client(staff, "c"))
