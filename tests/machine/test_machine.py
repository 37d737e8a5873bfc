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

REACHED = tuple(
    f"{operation} {word}"
    for operation, words in {
        "relationships.open": "done relationship_exists migration_required under_minimum_age not_found",
        "relationships.end": "done invalid upcoming_sessions relationship_ended not_allowed",
        "relationships.restart": "done has_successor relationship_active",
        "relationships.set_fee": "done relationship_ended",
        "migrations.request": "done already_requested not_a_party not_third_party relationship_ended",
        "migrations.accept": "done request_not_pending not_found",
        "migrations.decline": "done not_allowed",
        "migrations.withdraw": "done request_not_pending",
    }.items()
    for word in words.split()
)


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


def test_what_matters_is_reached(tally: Counter[str]) -> None:
    """The run before it came to what it is for: otherwise it would show little."""
    if not tally:
        pytest.skip("says something of the run of the machine only")
    if THOROUGH or os.environ.get("SHOW"):
        print("", *(f"{often:7} {what}" for what, often in sorted(tally.items())), sep="\n")  # noqa: T201
    assert [] == [what for what in REACHED if not tally[what]]
