"""What a payer sees of a session and of who attends: types without what they must not see (A3)."""

from __future__ import annotations

from collections.abc import Callable

import attrs
import pytest
from tests.operations import ACTORS, world
from tests.values import DAY, HOUR, NOW
from tests.worlds import World

from practice_core import Attendee, NotAllowed, PaidSession, Session

IN_THE_INTERFACE = """
    id relationship_id relationship_kind starts_at ends_at status price payment rebooked_from rebooked_as
    needs_rebooking
    """
OF_THEIR_MONEY = "payer_id late"

LOOKS: dict[str, Callable[[World, str], object]] = {
    "sessions.get": lambda w, name: w.core.sessions.get(ACTORS[name], "s1"),
    "sessions.of_relationship": lambda w, name: w.core.sessions.of_relationship(ACTORS[name], "r1")[-1],
    "sessions.cancel": lambda w, name: w.core.sessions.cancel(ACTORS[name], "s1"),
    "sessions.cancel, twice": lambda w, name: [
        w.core.sessions.cancel(ACTORS[name], "s1", idempotency_key="form-8a31") for _ in range(2)
    ][1],
}


@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize(
    ("name", "kind"), [("staff", Session), ("therapist", Session), ("attendee", Session), ("payer", PaidSession)]
)
def test_A3_whoever_only_pays_is_answered_another_type(look: str, name: str, kind: type) -> None:
    assert type(LOOKS[look](world(), name)) is kind


@pytest.mark.parametrize(("name", "kind"), [("staff", Session), ("therapist", Session), ("payer", PaidSession)])
def test_A3_a_bill_shows_each_the_session_that_is_theirs_to_see(name: str, kind: type) -> None:
    assert type(world().core.billing.of_session(ACTORS[name], "s1").session) is kind


def test_A3_a_payer_sees_dates_and_amounts_and_nothing_else_of_a_session() -> None:
    fields = attrs.fields_dict(PaidSession)

    assert set(IN_THE_INTERFACE.split()) | set(OF_THEIR_MONEY.split()) == set(fields)
    w = world()
    full, paid = (w.core.sessions.get(ACTORS[name], "s1") for name in ("staff", "payer"))
    assert attrs.asdict(paid, recurse=False) == {name: getattr(full, name) for name in fields}


def test_A3_a_former_payer_sees_of_a_paid_session_neither_who_came_nor_what_it_became() -> None:
    w = world()
    w.clock.set(NOW + 91 * DAY)
    w.core.sessions.record(w.staff, "s0", attended=False)

    mine = w.core.sessions.get(ACTORS["former payer"], "s0")

    assert ("scheduled", "paid", None) == (mine.status, mine.payment, mine.rebooked_as)


@pytest.mark.parametrize("name", ["staff", "therapist", "attendee", "payer"])
def test_A3_of_who_attends_a_payer_sees_an_id_and_a_given_name(name: str) -> None:
    w = world()

    assert Attendee(id="alex", given_name="Zebediah") == w.core.clients.attendee_of(ACTORS[name], "r1")
    assert {"id", "given_name"} == set(attrs.fields_dict(Attendee))


def test_A3_what_an_attendee_is_called_after_the_end_is_not_the_former_payers() -> None:
    w = world()
    w.forward(HOUR)
    w.core.clients.update(w.alex, "alex", given_name="Zoe")

    with pytest.raises(NotAllowed):
        w.core.clients.attendee_of(ACTORS["former payer"], "r0")
