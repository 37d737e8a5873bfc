"""Every operation with every kind of actor, against the one table (A1, A2)."""

from __future__ import annotations

import inspect

import pytest
from tests.operations import ACTORS, CALLS, FURTHER, Call, Standings, public_methods, world
from tests.worlds import World

from practice_core import NotAllowed, NotFound, PracticeCore, Refused, connect
from practice_core.domain import authority
from practice_core.domain.authority import MAY, Standing, permit

# Beyond the table: of the clients of a relationship, only the one who asked takes a wish back (M10).
BESIDES = {"migrations.withdraw": {"attendee": "not_allowed"}}


def outcome(core: PracticeCore, call: Call, name: str) -> str:
    """Whether authority lets that actor pass: a rule's refusal comes after it."""
    try:
        call(core, ACTORS[name])
    except (NotAllowed, NotFound) as error:
        return error.code
    except Refused:
        return "done"
    return "done"


def outcomes(call: Call) -> dict[str, str]:
    """Each finds the world as it was, and whom it refuses leave it so."""
    w = world()
    before = w.rows()
    found = {}
    for name in ACTORS:
        w.put_back(before)
        found[name] = outcome(w.core, call, name)
        assert found[name] == "done" or before == w.rows()
    return found


def expected(operation: str, standings: Standings) -> dict[str, str]:
    return {
        name: "not_found" if name not in standings else "done" if standings[name] in MAY[operation] else "not_allowed"
        for name in ACTORS
    }


@pytest.mark.parametrize("operation", CALLS)
def test_A1_A2_every_actor_may_do_what_the_table_says_and_what_they_do_not_see_is_not_there(operation: str) -> None:
    call, standings = CALLS[operation]

    assert expected(operation, standings) | BESIDES.get(operation, {}) == outcomes(call)


@pytest.mark.parametrize(("operation", "call", "standings"), FURTHER)
def test_A2_A3_the_table_holds_for_other_things_too_and_for_whoever_used_to_pay(
    operation: str, call: Call, standings: Standings
) -> None:
    assert expected(operation, standings) == outcomes(call)


def test_A1_the_table_has_what_is_public_and_there_is_a_call_for_each_row() -> None:
    public = public_methods(connect("memory://"))

    assert set(MAY) == set(CALLS)
    # What follows a name is about something that has a row of its own.
    assert {row.partition(" ")[0] for row in MAY} == set(public)


def test_A1_what_names_no_actor_is_the_hosts_own_or_goes_by_a_token() -> None:
    public = public_methods(connect("memory://"))

    assert {row for row, who in MAY.items() if who & {Standing.HOST, Standing.BEARER}} == {
        name for name, method in public.items() if "actor" not in inspect.signature(method).parameters
    }


@pytest.mark.parametrize("operation", MAY)
def test_A2_an_operation_that_is_not_in_the_table_cannot_be_called(
    operation: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    w = world()
    before = w.rows()
    monkeypatch.delitem(authority.MAY, operation)

    for name in ("staff", "therapist", "new payer"):
        assert outcome(w.core, CALLS[operation][0], name) != "done"
    assert outcome(w.core, CALLS[operation][0], "staff") == "not_allowed"
    assert before == w.rows()


def test_A2_whatever_somebody_is_they_may_not_do_what_is_not_listed() -> None:
    with pytest.raises(NotAllowed):
        permit("sessions.steal", frozenset(Standing))


def test_A2_staff_may_do_everything_and_clients_decide_nothing() -> None:
    clients = {Standing.ATTENDEE, Standing.PAYER, Standing.FORMER_PAYER}
    deciding = {
        "migrations.preview",
        "migrations.confirm",
        "migrations.decline",
        "migrations.reviewed",
        "sessions.cancel and waive",
        "billing.refund",
    }

    of_nobody = {Standing.HOST, Standing.BEARER}
    assert [operation for operation, who in MAY.items() if Standing.STAFF not in who and not who <= of_nobody] == []
    assert [operation for operation in deciding if MAY[operation] & clients] == []


def test_A3_a_former_payer_looks_at_what_was_theirs_and_does_nothing_more() -> None:
    assert {operation for operation, who in MAY.items() if Standing.FORMER_PAYER in who} == {
        "relationships.get",
        "sessions.get",
        "sessions.of_relationship",
        "sessions.needing_rebooking",
        "billing.of_session",
        "billing.authentication_link",
    }


def test_A1_a_former_payer_is_not_told_that_there_is_a_session_that_is_not_theirs_to_see() -> None:
    w: World = world()
    w.settle("s0", "open")

    for ask in (w.core.sessions.get, w.core.billing.of_session, w.core.journal.of):
        with pytest.raises(NotFound):
            ask(ACTORS["former payer"], "s0")
