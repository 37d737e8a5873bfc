"""Every command, with an outage before and after every call of the store."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from tests.conftest import STORES
from tests.faults.commands import COMMANDS, OF_MONEY, every_command
from tests.faults.every_call import Build, try_every_call, try_every_call_of_rebooking_all, worlds
from tests.races.invariants import everything

from practice_core import AlreadyExists, Unavailable, connect

SEVERAL_DEEDS = "sessions.rebook_all"


@pytest.fixture(scope="module", params=["memory", "sqlite"])
def build(request: pytest.FixtureRequest) -> Iterator[Build]:
    if request.param not in STORES:
        pytest.skip(f"PRACTICE_CORE_TEST_STORES leaves {request.param} out")
    with worlds(request.param) as build:
        yield build


def test_every_command_is_tried_here() -> None:
    assert {name.partition(",")[0] for name in (*COMMANDS, *OF_MONEY)} == every_command(connect("memory://"))


@pytest.mark.parametrize("lose", [0, 1], ids=["at first", "after a lost race"])
@pytest.mark.parametrize("name", [name for name in COMMANDS if name != SEVERAL_DEEDS])
def test_after_an_outage_all_is_there_or_nothing_and_repeating_completes_it(build: Build, name: str, lose: int) -> None:
    assert try_every_call(build, name, lose=lose)


def test_after_an_outage_in_rebooking_all_each_session_is_rebooked_once(build: Build) -> None:
    assert try_every_call_of_rebooking_all(build)


@pytest.mark.parametrize("when", ["before", "after"])
def test_after_an_outage_in_an_import_the_practice_is_there_whole_or_not_at_all(build: Build, when: Any) -> None:
    file = Path(__file__).parent.parent / "data" / "riverside.json"
    world = build()
    world.store.fail(None)
    with file.open("rb") as reading:
        imported = world.core.load(reading)
    place = world.store.calls.index("fill")
    done = everything(world.store, imported.id)

    world = build()
    world.store.fail(place, when)
    with file.open("rb") as reading, pytest.raises(Unavailable) as caught:
        world.core.load(reading)
    written = when == "after"
    assert ("unknown" if written else "not_done") == caught.value.outcome
    assert (done if written else {of: {} for of in done}) == everything(world.store, imported.id)
    world.store.fail(None)
    with file.open("rb") as reading:
        if written:
            with pytest.raises(AlreadyExists):
                world.core.load(reading)
        else:
            assert imported == world.core.load(reading)
    assert done == everything(world.store, imported.id)
