"""Removing keys whose time is over, with an outage before and after every call of the store: the next run goes on, and
no other key is lost (D1)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from tests.conftest import STORES
from tests.faults.every_call import Build, World, worlds
from tests.values import DAY, STAFF

from practice_core import DueDone, Unavailable
from practice_core.adapters.clock import SettableClock
from practice_core.ports.store import KeyRecord
from practice_core.services import keys


@pytest.fixture(scope="module", params=["memory", "sqlite"])
def build(request: pytest.FixtureRequest) -> Iterator[Build]:
    if request.param not in STORES:
        pytest.skip(f"PRACTICE_CORE_TEST_STORES leaves {request.param} out")
    with worlds(request.param) as build:
        yield build


def _ready(build: Build, place: int | None, when: Any = "before") -> World:
    """Three keys are over, and one is not; the store is to fail at that call."""
    world = build()
    world.store.fail(None)
    clock = world.core._desk.clock
    assert isinstance(clock, SettableClock)
    clock.forward(31 * DAY)
    world.core._keys.run()
    for n in range(3):
        world.core.clients.update(STAFF, "sam", phone=f"{n}", idempotency_key=f"over {n}")
    clock.forward(29 * DAY)
    world.core.clients.update(STAFF, "sam", phone="3", idempotency_key="good")
    clock.forward(DAY)
    world.store.fail(place, when)
    return world


@pytest.mark.parametrize("when", ["before", "after"])
def test_D1_after_an_outage_the_next_run_removes_the_rest(
    build: Build, when: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(keys, "KEYS_AT_ONCE", 2)
    whole = _ready(build, None)
    assert DueDone(keys_forgotten=3) == whole.core._keys.run()
    calls = list(whole.store.calls)
    assert ["practices", "forget_keys", "forget_keys"] == calls

    for place, rest in enumerate([3, 3, 1] if when == "before" else [3, 1, 0]):
        world = _ready(build, place, when)
        with pytest.raises(Unavailable):
            world.core._keys.run()
        world.store.fail(None)
        assert DueDone(keys_forgotten=rest) == world.core._keys.run()
        assert 1 == len(world.rows()[0][KeyRecord])
