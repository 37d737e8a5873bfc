"""The databases that several processes can share, each new and empty."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from tests.conftest import STORES
from tests.postgres import server

from practice_core.adapters.sql.postgres import PostgresDriver
from practice_core.adapters.sql.store import SqlStore

SHARED = tuple(store for store in STORES if store != "memory")


def made_ready(url: str) -> str:
    """That URL, of a PostgreSQL database that now has its tables."""
    store = SqlStore(PostgresDriver(url))
    store.upgrade()
    store.close()
    return url


def url_for(name: str, request: pytest.FixtureRequest) -> str:
    """Of a database for the tests of one module. Fails if there is no PostgreSQL, unless it was left out."""
    if name not in STORES:
        pytest.skip(f"PRACTICE_CORE_TEST_STORES leaves {name} out")
    if name == "postgres":
        return made_ready(request.getfixturevalue("postgres_url"))
    return f"sqlite:///{request.getfixturevalue('tmp_path_factory').mktemp('shared')}/practice.db"


@contextmanager
def database(name: str) -> Iterator[str]:
    """The URL of one that is gone at the end of the block."""
    if name == "postgres":
        with server() as started:
            yield made_ready(started.url)
    else:
        with tempfile.TemporaryDirectory() as folder:
            yield f"sqlite:///{folder}/practice.db"
