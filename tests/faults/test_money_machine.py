"""Random deeds, payers, gateways and crashes (C1 to C10, S6, S8, S10, M7): the books agree, and nobody pays twice."""

from __future__ import annotations

import os
from collections import Counter

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis.stateful import run_state_machine_as_test
from tests.conftest import STORES
from tests.faults.money_begun import empty_stores
from tests.faults.money_machine import MoneyMachine
from tests.races.databases import url_for

# `HYPOTHESIS_PROFILE=thorough pytest -s tests/faults/test_money_machine.py` looks further, from a new seed each time.
THOROUGH = os.environ.get("HYPOTHESIS_PROFILE") == "thorough"
EXAMPLES = {"memory": 3000, "sqlite": 300, "postgres": 50} if THOROUGH else {"memory": 30, "sqlite": 6}
STEPS = 60

# What a run has to come to at least once, or it would show little.
REACHED = (
    "faults",
    "due charged",
    "due declined",
    "due refunded",
    "due unknown",
    "billing.refund done",
    "billing.retry done",
    "migrations.confirm done",
    "ended scheduled paid",
    "ended cancelled refunded",
)
REACHED_IN_THE_END = (
    "authenticated",
    "due authentication_needed",
    "due charges_cancelled",
    "due refunds_declined",
    "due sessions_cancelled",
    "billing.refunded_by_hand done",
    "relationships.restart done",
    "ended cancelled paid",
    "ended cancelled waived",
    "ended no_show refunded",
    "ended no_show waived",
)


@pytest.mark.parametrize("store", EXAMPLES)
def test_C4_C7_C10_at_random_each_session_is_paid_once_and_all_books_agree(
    store: str, request: pytest.FixtureRequest
) -> None:
    tally: Counter[str] = Counter()
    if store not in STORES:
        pytest.skip(f"PRACTICE_CORE_TEST_STORES leaves {store} out")
    with empty_stores("memory://" if store == "memory" else url_for(store, request)) as empty:
        run_state_machine_as_test(
            lambda: MoneyMachine(empty, tally),
            settings=settings(
                max_examples=EXAMPLES[store],
                stateful_step_count=STEPS,
                deadline=None,
                database=None,
                # The same examples every time in a short run.
                derandomize=not THOROUGH,
                phases=(Phase.generate, Phase.shrink),
                report_multiple_bugs=False,
                suppress_health_check=list(HealthCheck),
            ),
        )
    if THOROUGH:
        print("", store, *(f"{often:7} {what}" for what, often in sorted(tally.items())), sep="\n")  # noqa: T201
    if store == "memory":
        assert [] == [what for what in REACHED if not tally[what]]
    if store == "memory" and THOROUGH:
        assert [] == [what for what in REACHED_IN_THE_END if not tally[what]]
