"""Having the gateway forget somebody, with an outage before and after every call of the store, and of the gateway: it
is told once, or again, and nothing is left of them in the end (D3)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from tests.conftest import STORES
from tests.faults.every_call import Build, World, worlds
from tests.races.invariants import broken
from tests.values import HOUR, NOW, PRACTICE_ID, STAFF

from practice_core import DueDone, Unavailable
from practice_core.adapters.clock import SettableClock
from practice_core.domain.client import Client


@pytest.fixture(scope="module", params=["memory", "sqlite"])
def build(request: pytest.FixtureRequest) -> Iterator[Build]:
    if request.param not in STORES:
        pytest.skip(f"PRACTICE_CORE_TEST_STORES leaves {request.param} out")
    with worlds(request.param) as build:
        yield build


def erased(build: Build, place: int | None, when: Any = "before", *, lose: int = 0) -> World:
    """Sam was erased, and the gateway is to be told; the store is to fail at that call of telling it."""
    world = build()
    world.store.fail(None)
    world.core.clients.erase(STAFF, "sam")
    world.store.fail(place, when, lose=lose)
    return world


def later(world: World) -> None:
    """Nobody has Sam in hand any more, and the store is well."""
    world.store.fail(None)
    clock = world.core._desk.clock
    assert isinstance(clock, SettableClock)
    clock.forward(HOUR)


def is_forgotten(world: World) -> None:
    assert {(PRACTICE_ID, "sam")} == world.gateway.forgotten
    account = world.rows()[0][Client]["sam"].thing
    assert (None, None) == (account.gateway_account, account.forget_due_at)
    assert ["forgotten_by_gateway"] == [
        one.what for one in world.core.journal.of(STAFF, "client:sam") if one.what.startswith("forg")
    ]
    assert [] == broken(world.core, PRACTICE_ID, NOW + HOUR)


@pytest.mark.parametrize("lose", [0, 1], ids=["at first", "after a lost race"])
@pytest.mark.parametrize("when", ["before", "after"])
def test_D3_after_an_outage_of_the_database_whoever_comes_next_does_the_rest(
    build: Build, when: Any, lose: int
) -> None:
    whole = erased(build, None, lose=lose)
    assert DueDone(clients_forgotten=1) == whole.core._forgetting.run()
    calls = list(whole.store.calls)
    writes = [place for place, call in enumerate(calls) if call == "write"]
    assert 2 + lose == len(writes)
    later(whole)
    is_forgotten(whole)

    lost = writes[:lose]
    # A write that loses the race does nothing that an outage could come after.
    for place in [place for place in range(len(calls)) if when == "before" or place not in lost]:
        world = erased(build, place, when, lose=lose)
        with pytest.raises(Unavailable):
            world.core._forgetting.run()
        later(world)
        done = (place, when) == (writes[-1], "after") or place > writes[-1]
        assert DueDone(clients_forgotten=0 if done else 1) == world.core._forgetting.run()
        is_forgotten(world)


@pytest.mark.parametrize("acted", [False, True], ids=["before", "after"])
def test_D3_after_an_outage_of_the_gateway_too(build: Build, acted: bool) -> None:
    world = erased(build, None)
    world.gateway.fails("forget", acted=acted)
    assert DueDone(unknown=1) == world.core._forgetting.run()
    later(world)
    assert DueDone(clients_forgotten=1) == world.core._forgetting.run()
    is_forgotten(world)
