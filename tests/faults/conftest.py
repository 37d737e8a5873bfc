"""What the helpers here assert is told as fully as what a test asserts."""

from __future__ import annotations

import pytest

pytest.register_assert_rewrite(
    "tests.faults.every_call",
    "tests.faults.killing",
    "tests.faults.money_acts",
    "tests.faults.money_machine",
    "tests.faults.money_stage",
)
