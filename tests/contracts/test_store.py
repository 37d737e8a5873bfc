"""Every store does the same: the conformance suite on each that we have."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from practice_core.adapters.memory.store import MemoryStore
from practice_core.adapters.sql.postgres import PostgresDriver
from practice_core.adapters.sql.sqlite import SqliteDriver
from practice_core.adapters.sql.store import SqlStore
from practice_core.ports.store import Store
from practice_core.testing import StoreConformance


class TestMemoryStore(StoreConformance):
    @pytest.fixture
    def store(self) -> Iterator[Store]:
        store = MemoryStore()
        yield store
        store.close()


@pytest.fixture(scope="module")
def empty_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file with the schema and nothing in it, of which every case has a copy."""
    file = tmp_path_factory.mktemp("sqlite") / "empty.db"
    store = SqlStore(SqliteDriver(f"sqlite:///{file}"))
    store.practices(limit=1)
    store.close()
    return file


class TestSqliteStore(StoreConformance):
    @pytest.fixture
    def store(self, empty_file: Path, tmp_path: Path) -> Iterator[Store]:
        file = shutil.copy(empty_file, tmp_path / "practice.db")
        store = SqlStore(SqliteDriver(f"sqlite:///{file}"))
        yield store
        store.close()


@pytest.fixture(scope="module")
def postgres_store(postgres_url: str) -> Iterator[Store]:
    """One for all cases: each keeps to practices of its own."""
    store = SqlStore(PostgresDriver(postgres_url))
    store.upgrade()
    yield store
    store.close()


class TestPostgresStore(StoreConformance):
    @pytest.fixture
    def store(self, postgres_store: Store) -> Store:
        return postgres_store
