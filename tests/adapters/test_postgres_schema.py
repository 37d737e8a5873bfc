"""The schema on PostgreSQL: what a distributed one asks of it, what a host finds there, who may work on it."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from time import monotonic, sleep

import attrs
import psycopg
import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext

from practice_core import Unavailable
from practice_core.adapters.sql import schema, upgrade
from practice_core.adapters.sql.postgres import PostgresDriver
from practice_core.adapters.sql.store import SqlStore
from practice_core.domain.attempt import Attempt
from practice_core.domain.session import SessionRecord
from practice_core.testing.practices import a_practice
from practice_core.testing.store.steps import added_to


@pytest.fixture
def url(postgres_url: str) -> Iterator[str]:
    """The module's schema with no table in it."""
    yield postgres_url
    with psycopg.connect(postgres_url) as connection:
        connection.execute("SET client_min_messages = warning")
        for (name,) in connection.execute("SELECT tablename FROM pg_tables WHERE schemaname = current_schema()"):
            connection.execute(f"DROP TABLE {name} CASCADE")


@pytest.fixture
def store(url: str) -> Iterator[SqlStore]:
    store = SqlStore(PostgresDriver(url))
    yield store
    store.close()


def run(url: str, *statements: str) -> list[tuple[object, ...]]:
    """The statements on a connection of their own; what the last one finds."""
    with psycopg.connect(url, autocommit=True) as connection:
        found: list[tuple[object, ...]] = []
        for statement in statements:
            cursor = connection.execute(statement)
            found = cursor.fetchall() if cursor.description else []
        return found


def tables(url: str) -> set[object]:
    return {name for (name,) in run(url, "SELECT tablename FROM pg_tables WHERE schemaname = current_schema()")}


def _made_by_us(_: object, name: str | None, type_: str, *__: object) -> bool:
    return type_ != "table" or str(name).startswith(schema.PREFIX)


def test_the_revisions_make_the_schema_that_the_code_knows(store: SqlStore) -> None:
    store.upgrade()
    with store.engine.connect() as connection:
        options = {"version_table": schema.VERSION_TABLE, "compare_type": True, "include_object": _made_by_us}
        context = MigrationContext.configure(connection, opts=options)
        assert [] == compare_metadata(context, schema.metadata)


def test_every_key_index_and_reference_leads_with_the_practice(store: SqlStore, url: str) -> None:
    store.upgrade()
    indexed = run(
        url,
        """SELECT i.indrelid::regclass::text, a.attname FROM pg_index i
           JOIN pg_class c ON c.oid = i.indexrelid AND c.relnamespace = current_schema()::regnamespace
           JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = i.indkey[0]""",
    )
    referring = run(
        url,
        """SELECT c.conrelid::regclass::text, a.attname FROM pg_constraint c
           JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = c.conkey[1]
           WHERE c.contype = 'f' AND c.connamespace = current_schema()::regnamespace""",
    )
    assert (33, 11) == (len(indexed), len(referring))
    # A practice's own key is its id; the version table has one row and is Alembic's.
    own = {("practice_core_practices", "id"), (schema.VERSION_TABLE, "version_num")}
    assert own == {(table, column) for table, column in indexed + referring if column != "practice_id"}


def test_nothing_is_counted_or_triggered_by_the_database(store: SqlStore, url: str) -> None:
    before = run(url, "SELECT extname FROM pg_extension")
    store.upgrade()
    assert before == run(url, "SELECT extname FROM pg_extension")
    there = "relnamespace = current_schema()::regnamespace"
    assert [] == run(url, f"SELECT relname FROM pg_class WHERE relkind = 'S' AND {there}")
    assert [] == run(
        url,
        f"SELECT tgname FROM pg_trigger JOIN pg_class c ON c.oid = tgrelid WHERE NOT tgisinternal AND {there}",
    )
    assert [] == run(url, "SELECT proname FROM pg_proc WHERE pronamespace = current_schema()::regnamespace")


def test_a_host_s_tables_and_its_own_revisions_stay_as_they_are(store: SqlStore, url: str) -> None:
    run(url, "CREATE TABLE alembic_version (version_num text)", "INSERT INTO alembic_version VALUES ('host-7')")
    run(url, "CREATE TABLE clients (id serial PRIMARY KEY, name text)")
    store.upgrade()
    assert {"alembic_version", "clients", schema.VERSION_TABLE, *schema.metadata.tables} == tables(url)
    assert [("host-7",)] == run(url, "SELECT version_num FROM alembic_version")
    assert [(upgrade.HEAD,)] == run(url, f"SELECT version_num FROM {schema.VERSION_TABLE}")


def test_an_empty_database_is_unavailable_until_it_is_initialised(store: SqlStore) -> None:
    with pytest.raises(Unavailable, match="practice-core init"):
        store.practices(limit=1)
    assert store.revision() is None
    store.upgrade()
    assert store.practices(limit=1) == ()
    assert store.upgrade() == upgrade.HEAD


def test_a_revision_that_the_code_does_not_know_is_unavailable(store: SqlStore, url: str) -> None:
    store.upgrade()
    run(url, f"UPDATE {schema.VERSION_TABLE} SET version_num = 'from the future'")
    with pytest.raises(Unavailable, match="newer version"):
        store.practices(limit=1)
    with pytest.raises(Unavailable, match="newer version"):
        store.upgrade()
    assert [("from the future",)] == run(url, f"SELECT version_num FROM {schema.VERSION_TABLE}")


def test_an_upgrade_that_fails_half_way_leaves_no_table_and_can_be_done_again(store: SqlStore, url: str) -> None:
    # A table of the host's own that has one of our names: the revision finds it there and fails.
    run(url, "CREATE TABLE practice_core_sessions (id int)")
    with pytest.raises(Unavailable):
        store.upgrade()
    assert {"practice_core_sessions"} == tables(url)
    run(url, "DROP TABLE practice_core_sessions")
    assert store.upgrade() == upgrade.HEAD


def test_two_that_initialise_at_once_both_find_it_done(url: str) -> None:
    def init(_: int) -> str:
        store = SqlStore(PostgresDriver(url))
        try:
            return store.upgrade()
        finally:
            store.close()

    with ThreadPoolExecutor(4) as pool:
        assert [upgrade.HEAD] * 4 == list(pool.map(init, range(4)))


def test_an_upgrade_may_take_longer_than_a_statement(url: str) -> None:
    """It waits for the other one, who has the lock, beyond the timeout of a command."""
    with psycopg.connect(url) as other, ThreadPoolExecutor(1) as pool:
        other.execute(f"SELECT pg_advisory_xact_lock(hashtext('{schema.VERSION_TABLE}'))")
        hurried = SqlStore(PostgresDriver(f"{url}%20-cstatement_timeout%3D50ms"))
        upgrading = pool.submit(hurried.upgrade)
        with pytest.raises(TimeoutError):
            upgrading.result(timeout=0.3)
        other.rollback()
        assert upgrading.result(timeout=10) == upgrade.HEAD
        hurried.close()


def test_filling_empty_tables_reads_no_practice_for_each_reference(store: SqlStore, url: str) -> None:
    """What one session and one attempt more have to read does not grow with those that are there."""
    store.upgrade()
    its = a_practice("p")
    session, attempt = its.pop(SessionRecord), its.pop(Attempt)
    batches = [added_to("p", *its.values())]
    for n in range(8):
        ids = [f"{n}.{m}" for m in range(250)]
        sessions = [attrs.evolve(session, id=id_) for id_ in ids]
        batches.append(added_to("p", *sessions, *(attrs.evolve(attempt, id=id_, session_id=id_) for id_ in ids)))
    store.fill(batches)
    # Closing, the connection hands in what it counted.
    store.close()
    deadline = monotonic() + 10
    counted = "SELECT coalesce(sum(idx_tup_read), 0) FROM pg_stat_user_indexes WHERE schemaname = current_schema()"
    while (read := int(str(run(url, counted)[0][0]))) == 0 and monotonic() < deadline:
        sleep(0.05)
    # Else it would be half of two thousand for each attempt, so two million.
    assert 0 < read < 500_000
