"""What a payer sees of a session and of who attends: types without what they must not see (A3)."""

from __future__ import annotations

from collections.abc import Callable

import attrs
import pytest
from tests.operations import ACTORS, world
from tests.values import DAY, HOUR, NOW, STAFF
from tests.worlds import World, family

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


def test_A3_P3_why_it_ended_in_somebodys_words_is_not_for_whoever_only_pays() -> None:
    w = family()
    w.core.relationships.end(STAFF, "r1", reason="she fears him")
    look = w.core.relationships
    assert ["she fears him"] * 3 == [look.get(actor, "r1").end_reason for actor in (STAFF, w.theo, w.alex)]
    assert [None, None] == [look.get(w.pat, "r1").end_reason, look.of_client(w.pat, "pat")[0].end_reason]
    assert "she fears him" not in w.core.clients.export(w.pat, "pat")


def test_A3_S11_that_it_was_migrated_a_former_payer_sees_and_not_whether_the_attendee_has_agreed_since() -> None:
    w = family()
    w.migrate(by="pat")
    assert w.core.relationships.get(w.alex, "r1").awaits_agreement
    before = w.core.relationships.get(w.pat, "r1")
    w.core.cards.add(STAFF, "alex", reference="pm_alex")
    assert before == w.core.relationships.get(w.pat, "r1")
    assert ("migrated", "r2", False) == (before.end_reason, before.successor_id, before.awaits_agreement)


def test_A3_M10_why_a_request_was_declined_only_the_client_who_asked_reads() -> None:
    w = family()
    w.core.migrations.request(w.alex, "r1", requested_by="alex", id="q1")
    w.core.migrations.decline(w.theo, "q1", reason="not while he shouts")
    assert "not while he shouts" in w.core.clients.export(w.alex, "alex")
    assert "not while he shouts" not in w.core.clients.export(w.pat, "pat")


def test_A3_M13_nor_does_whoever_was_asked_to_pay_by_their_token() -> None:
    w = family()
    w.person("kim")
    w.core.migrations.request(w.alex, "r1", requested_by="alex", new_payer_id="kim", id="q1")
    token = w.core.invitations.token(STAFF, "q1")
    w.core.migrations.decline(w.theo, "q1", reason="not while he shouts")
    found = w.core.invitations.get(STAFF.practice_id, "q1", token=token)
    assert ("declined", "") == (found.status, found.close_reason)
