"""Telling of birthdays, with an outage before and after every call of the store: each is told once (M11, N1)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from tests.conftest import STORES
from tests.faults.every_call import Build, World, worlds
from tests.races.invariants import broken
from tests.values import NOW, PRACTICE_ID, SIXTEEN_SOON, STAFF

from practice_core import DueDone, Unavailable


@pytest.fixture(scope="module", params=["memory", "sqlite"])
def build(request: pytest.FixtureRequest) -> Iterator[Build]:
    if request.param not in STORES:
        pytest.skip(f"PRACTICE_CORE_TEST_STORES leaves {request.param} out")
    with worlds(request.param) as build:
        yield build


@pytest.mark.parametrize("lose", [0, 1], ids=["at first", "after a lost race"])
@pytest.mark.parametrize("when", ["before", "after"])
def test_M11_after_an_outage_each_birthday_is_told_once_by_whoever_comes_next(
    build: Build, when: Any, lose: int
) -> None:
    def ready(place: int | None) -> World:
        """Yuna and Uli are 16 soon; the store is to fail at that call."""
        world = build()
        world.store.fail(None)
        world.core.clients.update(STAFF, "uli", date_of_birth=SIXTEEN_SOON)
        world.store.fail(place, when, lose=lose)
        return world

    whole = ready(None)
    assert DueDone(birthdays_told=2) == whole.core._birthdays.run()
    calls = list(whole.store.calls)
    *lost, write = [place for place, call in enumerate(calls) if call == "write"]
    assert lose == len(lost)

    # A write that loses the race does nothing that an outage could come after.
    for place in [place for place in range(len(calls)) if when == "before" or place not in lost]:
        world = ready(place)
        with pytest.raises(Unavailable):
            world.core._birthdays.run()
        world.store.fail(None)
        written = place > write or (place, when) == (write, "after")
        assert DueDone(birthdays_told=0 if written else 2) == world.core._birthdays.run()
        told = [notice.about for notice in world.core.notices.all(STAFF) if notice.kind == "birthday_near"]
        assert ["relationship:r6", "relationship:r7"] == sorted(told)
        assert {NOW} == {review.told_at for review in world.core.migrations.due_for_review(STAFF)}
        assert [] == broken(world.core, PRACTICE_ID, NOW)
