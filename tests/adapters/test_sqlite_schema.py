"""The schema on SQLite: what the revisions make, what a host finds in its database, what an older file is told."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory

from practice_core import Unavailable
from practice_core.adapters.sql import schema, upgrade
from practice_core.adapters.sql.sqlite import SqliteDriver
from practice_core.adapters.sql.store import SqlStore


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "practice.db"


def opened(file: Path) -> SqlStore:
    """A store that has been used once."""
    store = SqlStore(SqliteDriver(f"sqlite:///{file}"))
    store.practices(limit=1)
    return store


def _run(file: Path, *statements: str) -> list[tuple[Any, ...]]:
    """The statements on a connection of their own; what the last one finds."""
    connection = sqlite3.connect(file)
    try:
        found: list[tuple[Any, ...]] = []
        for statement in statements:
            found = connection.execute(statement).fetchall()
        connection.commit()
        return found
    finally:
        connection.close()


def _made_by_us(_: object, name: str | None, type_: str, *__: object) -> bool:
    return type_ != "table" or str(name).startswith(schema.PREFIX)


def test_the_revisions_make_the_schema_that_the_code_knows(file: Path) -> None:
    store = opened(file)
    with store.engine.connect() as connection:
        options = {"version_table": schema.VERSION_TABLE, "compare_type": True, "include_object": _made_by_us}
        context = MigrationContext.configure(connection, opts=options)
        differences = compare_metadata(context, schema.metadata)
    store.close()
    assert differences == []


def test_the_newest_revision_is_the_one_the_code_expects() -> None:
    config = Config()
    config.set_main_option("script_location", "practice_core.adapters.sql:revisions")
    assert ScriptDirectory.from_config(config).get_heads() == [upgrade.HEAD]


def test_an_upgrade_of_what_is_at_the_newest_revision_changes_nothing(file: Path) -> None:
    store = opened(file)
    before = _run(file, "SELECT name, sql FROM sqlite_master ORDER BY name")
    store.upgrade()
    store.close()
    assert before == _run(file, "SELECT name, sql FROM sqlite_master ORDER BY name")


def test_every_table_and_index_is_named_as_ours(file: Path) -> None:
    opened(file).close()
    names = [name for (name,) in _run(file, "SELECT name FROM sqlite_master WHERE name NOT LIKE 'sqlite_%'")]
    assert [name for name in names if "practice_core_" not in name] == []
    tables = {name for (name,) in _run(file, "SELECT name FROM sqlite_master WHERE type = 'table'")}
    assert {*schema.metadata.tables, schema.VERSION_TABLE} == tables


def test_every_key_and_index_leads_with_the_practice(file: Path) -> None:
    opened(file).close()
    leads = _run(
        file,
        """SELECT tables.name, listed.name, columns.name
           FROM sqlite_master AS tables
           JOIN pragma_index_list(tables.name) AS listed
           JOIN pragma_index_info(listed.name) AS columns ON columns.seqno = 0
           WHERE tables.type = 'table'""",
    )
    others = {(table, column) for table, _, column in leads if column != "practice_id"}
    # A practice's own key is its id; the version table has one row and is Alembic's.
    assert {("practice_core_practices", "id"), (schema.VERSION_TABLE, "version_num")} == others


def test_nothing_is_counted_by_the_database(file: Path) -> None:
    opened(file).close()
    made = _run(file, "SELECT type, sql FROM sqlite_master")
    assert [sql for _, sql in made if "AUTOINCREMENT" in str(sql).upper()] == []
    assert {"table", "index"} == {kind for kind, _ in made}


def test_a_host_s_tables_and_its_own_revisions_stay_as_they_are(file: Path) -> None:
    _run(
        file,
        "CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL)",
        "INSERT INTO alembic_version VALUES ('host-7')",
        "CREATE TABLE clients (id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT)",
        "INSERT INTO clients (name) VALUES ('Ines')",
    )
    before = _run(file, "SELECT name, sql FROM sqlite_master WHERE name NOT LIKE '%practice_core%' ORDER BY name")
    opened(file).close()
    after = _run(file, "SELECT name, sql FROM sqlite_master WHERE name NOT LIKE '%practice_core%' ORDER BY name")
    assert before == after
    assert _run(file, "SELECT version_num, id, name FROM alembic_version, clients") == [("host-7", 1, "Ines")]
    assert _run(file, f"SELECT version_num FROM {schema.VERSION_TABLE}") == [(upgrade.HEAD,)]


def test_a_revision_that_the_code_does_not_know_is_unavailable_and_says_so(file: Path) -> None:
    opened(file).close()
    _run(file, f"UPDATE {schema.VERSION_TABLE} SET version_num = 'from the future'")
    store = SqlStore(SqliteDriver(f"sqlite:///{file}"))
    with pytest.raises(Unavailable, match="newer version"):
        store.practices(limit=1)
    with pytest.raises(Unavailable, match="newer version"):
        store.upgrade()
    store.close()
    assert _run(file, f"SELECT version_num FROM {schema.VERSION_TABLE}") == [("from the future",)]


def test_a_first_use_that_fails_half_way_leaves_no_table(file: Path) -> None:
    # A table of the host's own that has one of our names: the revision finds it there and fails.
    _run(file, "CREATE TABLE practice_core_sessions (id INTEGER)")
    store = SqlStore(SqliteDriver(f"sqlite:///{file}"))
    with pytest.raises(Unavailable):
        store.practices(limit=1)
    store.close()
    assert _run(file, "SELECT name FROM sqlite_master") == [("practice_core_sessions",)]


def test_every_connection_has_what_the_store_relies_on(file: Path) -> None:
    store = opened(file)
    with store.engine.connect() as one, store.engine.connect() as other:
        pragmas = ("journal_mode", "foreign_keys", "synchronous", "busy_timeout")
        found = [
            [connection.execute(sa.text(f"PRAGMA {name}")).scalar() for name in pragmas] for connection in (one, other)
        ]
    store.close()
    full = 2
    assert [["wal", 1, full, 10_000]] * 2 == found


def test_closing_leaves_one_file(file: Path) -> None:
    store = opened(file)
    assert Path(f"{file}-wal").exists()
    store.close()
    assert [file.name] == [one.name for one in file.parent.iterdir()]
