"""The benchmark compares what is alike: whoever takes part writes the same rows as the core."""

from __future__ import annotations

import pytest
from benchmarks.compare import Rows, differences, written
from benchmarks.contestants import NAMES
from benchmarks.databases import Databases, Postgres, Sqlite
from benchmarks.practice import Size

SIZE = Size(200)


@pytest.fixture(scope="module", params=["sqlite", "postgres"])
def databases(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Databases:
    found: Databases
    if request.param == "sqlite":
        found = Sqlite(tmp_path_factory.mktemp("compared"))
    else:
        found = Postgres(request.getfixturevalue("postgres"))
    found.fill(SIZE)
    return found


@pytest.fixture(scope="module")
def by_the_core(databases: Databases) -> Rows:
    return written(databases, SIZE, "core")


@pytest.mark.parametrize("name", [name for name in NAMES if name != "core"])
def test_every_contestant_writes_the_rows_that_the_core_writes(
    databases: Databases, by_the_core: Rows, name: str
) -> None:
    assert [] == differences(by_the_core, written(databases, SIZE, name))


def test_the_core_did_something(by_the_core: Rows) -> None:
    """Three migrations, three sessions rebooked and 25 charged: what the others are compared with."""
    new = {table: sum("new" in row for row in rows) for table, rows in by_the_core.items() if rows}
    assert new["practice_core_attempts"] == 25
    assert 2 * 3 + 2 * 3 + 25 == new["practice_core_notices"]
    assert 2 * 3 + 2 * 3 + 2 * 25 == len(by_the_core["practice_core_journal"])
    assert 3 + 3 == len(by_the_core["practice_core_keys"]) - SIZE.families


def test_a_row_that_differs_is_told() -> None:
    expected = {"notices": ["to the payer", "to the payer", "to the therapist"]}
    actual = {"notices": ["to the payer", "to the therapist", "to nobody"]}
    assert ["notices: missing to the payer", "notices: more to nobody"] == differences(expected, actual)
