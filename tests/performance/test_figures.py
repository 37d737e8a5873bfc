"""What one operation costs, counted and not timed: statements, round trips, calls of Python functions."""

from __future__ import annotations

from pathlib import Path

import pytest
from benchmarks import figures
from benchmarks.databases import Databases, Postgres, Sqlite
from tests.postgres import Server

# In a pipeline psycopg asks once more or less whether there is an answer; Pythons differ by calls of their own library.
HERE, ELSEWHERE = 1.001, 1.03
MEANT = "if that is meant, count anew with `make figures`, and say in the commit what it buys"


def test_an_operation_costs_no_more_on_sqlite(tmp_path: Path) -> None:
    _costs_no_more(Sqlite(tmp_path))


def test_an_operation_costs_no_more_on_postgres(postgres: Server) -> None:
    _costs_no_more(Postgres(postgres))


def test_what_costs_more_is_told() -> None:
    most = {"confirm": {"statements": 2, "calls": 100}}
    now = {"confirm": {"statements": 3, "calls": 101}}
    told = ["confirm: 3 statements, at the most 2", "confirm: 101 calls, at the most 100"]
    assert told == figures.risen(most, now, slack=1)
    assert [told[0]] == figures.risen(most, now, slack=ELSEWHERE)
    assert [] == figures.risen(now, most, slack=1)


def _costs_no_more(databases: Databases) -> None:
    python, most = figures.committed()
    slack = HERE if figures.this_python() == python else ELSEWHERE
    risen = figures.risen(most[databases.kind], figures.of(databases), slack=slack)
    if risen:
        pytest.fail(f"{databases.kind}: {'; '.join(risen)}. {MEANT}", pytrace=False)
