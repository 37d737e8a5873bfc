"""Money, with a crash, an outage, an answer that is not known yet, or messages, at every call of every port."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from tests.conftest import STORES
from tests.faults.commands import OF_MONEY
from tests.faults.money_begun import empty_stores
from tests.faults.money_every_call import played, try_every_call
from tests.faults.money_flows import FLOWS
from tests.races.databases import url_for

from practice_core.adapters.memory.store import MemoryStore
from practice_core.ports.store import Store

# What a fault comes to does not depend on the store, if a store keeps what it promises: `make faults` tries all of
# them on each. One in so many here, and with each flow another one first.
ONE_IN = {"memory": 1, "sqlite": 17, "postgres": 53}
Empty = Callable[[], Store]


@pytest.fixture(scope="module", params=ONE_IN)
def empty(request: pytest.FixtureRequest) -> Iterator[tuple[str, Empty]]:
    if request.param not in STORES:
        pytest.skip(f"PRACTICE_CORE_TEST_STORES leaves {request.param} out")
    with empty_stores("memory://" if request.param == "memory" else url_for(request.param, request)) as empty:
        yield request.param, empty


@pytest.mark.parametrize("name", FLOWS)
def test_C4_C7_C9_C10_whatever_fails_each_session_is_paid_once_and_all_books_agree(
    name: str, empty: tuple[str, Empty]
) -> None:
    store, build = empty
    first = 4 * list(FLOWS).index(name)
    tried = try_every_call(FLOWS[name], build, one_in=ONE_IN[store], first=first)
    assert () == tried.wrong
    assert tried.how_many


def test_every_command_about_money_is_among_the_flows() -> None:
    done = set()
    for flow in FLOWS.values():
        stage = flow.begun().on(MemoryStore())
        played(flow, stage, None)
        done |= stage.done
    assert set(OF_MONEY) <= done
