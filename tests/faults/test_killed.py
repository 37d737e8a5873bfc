"""``kill -9`` at random instants: nothing that was answered is lost, nothing is half-done, nothing is done twice.

``make faults`` kills hundreds of times.
"""

from __future__ import annotations

import os
from random import Random

import pytest
from tests.conftest import STORES
from tests.faults.killing import KEEPING, SEED, how_long, kill_a_process, kill_the_server
from tests.postgres import server
from tests.races.databases import made_ready, url_for

KILLS = int(os.environ.get("KILLS", "20"))


@pytest.mark.parametrize("store", ["sqlite", "postgres"])
def test_of_a_process_that_is_killed_everything_answered_stays_and_the_rest_can_be_repeated(
    store: str, request: pytest.FixtureRequest
) -> None:
    url, chance = url_for(store, request), Random(SEED)  # noqa: S311
    longest = how_long(url, "unhurt")
    hits = [kill_a_process(url, f"killed-{n}", longest, chance) for n in range(KILLS)]
    assert KILLS == len(hits)


@pytest.mark.skipif("postgres" not in STORES, reason="PRACTICE_CORE_TEST_STORES leaves postgres out")
def test_a_server_that_crashes_costs_only_time() -> None:
    chance = Random(SEED)  # noqa: S311
    with server() as crashing:
        url = made_ready(crashing.url + KEEPING)
        longest = how_long(url, "unhurt")
        for n in range(max(2, KILLS // 10)):
            kill_the_server(crashing, url, f"crashed-{n}", longest, chance)
