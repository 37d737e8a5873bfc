"""Real processes that do the same thing to one practice at the same moment: one wins, the others learn what it did.

``make races`` runs hundreds of rounds of each.
"""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest
from tests.races.crowd import Crowd, open_core
from tests.races.databases import url_for
from tests.races.races import RACES, run

from practice_core import PracticeCore

ROUNDS = int(os.environ.get("ROUNDS", "8"))
MOST = max(race.processes for race in RACES.values())


@pytest.fixture(scope="module", params=["sqlite", "postgres"])
def arena(request: pytest.FixtureRequest) -> Iterator[tuple[Crowd, PracticeCore]]:
    """The processes, and a core on the same database to prepare and to judge with."""
    url = url_for(request.param, request)
    with Crowd(url, MOST) as crowd, open_core(url)[0] as core:
        yield crowd, core


@pytest.mark.parametrize("name", [pytest.param(name, id=race.says) for name, race in RACES.items()])
def test_in_a_race(arena: tuple[Crowd, PracticeCore], name: str) -> None:
    crowd, core = arena
    race = RACES[name]
    for turn in range(ROUNDS):
        round_ = run(race, crowd, core, f"{name}-{turn}", turn)
        assert round_.won + round_.lost >= race.processes or name == "rebook_all"
        # The locked tries are lost to nobody: the first to lock wins, and a deadlock would show here.
        assert {} == {what: often for what, often in round_.said.items() if not what.endswith("at first")}
