"""Random commands, on every store side by side (P1 to P6, M1 to M12, S1 to S11, D1, J1 to J3)."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import ExitStack

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis.stateful import run_state_machine_as_test
from tests.machine.practice import PracticeMachine
from tests.postgres import server

from practice_core import connect
from practice_core.ports.store import Store

THOROUGH = os.environ.get("HYPOTHESIS_PROFILE") == "thorough"
EXAMPLES = int(os.environ.get("PRACTICE_CORE_TEST_EXAMPLES", "2000" if THOROUGH else "60"))


@pytest.fixture(scope="module")
def stores(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Mapping[str, Store]]:
    """Memory first: the others are compared with it."""
    folder = tmp_path_factory.mktemp("machine")
    with ExitStack() as stack:
        started = stack.enter_context(server())
        cores = {
            "memory": connect("memory://"),
            "sqlite": connect(f"sqlite:///{folder}/practice.db"),
            "postgres": connect(started.url),
        }
        cores["postgres"].store.upgrade()
        yield {name: stack.enter_context(core).store for name, core in cores.items()}


@pytest.fixture(scope="module")
def tally() -> Counter[str]:
    return Counter()


def test_every_store_does_the_same_and_no_rule_is_broken(stores: Mapping[str, Store], tally: Counter[str]) -> None:
    run_state_machine_as_test(
        lambda: PracticeMachine(stores, tally),
        settings=settings(
            max_examples=EXAMPLES,
            stateful_step_count=60,
            deadline=None,
            report_multiple_bugs=False,
            phases=(Phase.generate, Phase.shrink) if not os.environ.get("NOSHRINK") else (Phase.generate,),
            suppress_health_check=list(HealthCheck),
        ),
    )


def test_tally(tally: Counter[str]) -> None:
    for what, often in sorted(tally.items()):
        print(f"{often:6} {what}")
