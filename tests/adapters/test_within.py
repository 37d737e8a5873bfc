"""Inside a host's transaction: its commit or rollback decides about both, whatever the host works with."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import psycopg
import pytest
import sqlalchemy as sa
from tests.adapters import hosts
from tests.adapters.elm import STAFF, book, client, fill
from tests.adapters.hosts import HOSTS, Host
from tests.values import DAY

from practice_core import AlreadyExists, Conflict, Invalid, NotFound, PracticeCore, Refused, Unavailable, connect
from practice_core.adapters.clock import SettableClock
from practice_core.adapters.sql import schema
from practice_core.adapters.sql.store import SqlStore
from practice_core.domain.client import Client
from practice_core.ports.store import Batch, Kept, Stamp
from practice_core.testing.practices import NOON, a_practice


def with_host_table(url: str) -> str:
    with hosts.by_sqlalchemy(url) as host:
        host.run("DROP TABLE IF EXISTS host_rows")
        host.run("CREATE TABLE host_rows (n INTEGER)")
        host.commit()
    return url


def filled(url: str) -> None:
    """The practice `p` there, and nothing else of ours."""
    with connect(url, clock=SettableClock(NOON)) as core:
        assert isinstance(core.store, SqlStore)
        core.store.upgrade()
        with core.store.engine.connect() as connection:
            for table in reversed(schema.metadata.sorted_tables):
                connection.execute(sa.delete(table))
        fill(core)


@pytest.fixture(scope="module")
def sqlite_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A filled one, of which every test has a copy."""
    file = tmp_path_factory.mktemp("within") / "practice.db"
    filled(with_host_table(f"sqlite:///{file}"))
    return file


@pytest.fixture
def url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Of the filled database that the host named by `name`, or else SQLite, works with; with a table of the host's."""
    on = HOSTS[request.getfixturevalue("name")][0] if "name" in request.fixturenames else "sqlite"
    if on == "sqlite":
        return f"sqlite:///{shutil.copy(request.getfixturevalue('sqlite_file'), tmp_path / 'host.db')}"
    url: str = with_host_table(request.getfixturevalue("postgres_url"))
    filled(url)
    return url


@pytest.fixture
def core(url: str) -> Iterator[PracticeCore]:
    """As it is outside of any host's transaction."""
    with connect(url, clock=SettableClock(NOON)) as core:
        yield core


@pytest.fixture
def host(name: str, url: str, core: PracticeCore) -> Iterator[Host]:
    with HOSTS[name][1](url) as host:
        yield host


def kept(core: PracticeCore, client_id: str) -> bool:
    try:
        return core.clients.get(STAFF, client_id).id == client_id
    except NotFound:
        return False


every_host = pytest.mark.parametrize("name", HOSTS)


@every_host
@pytest.mark.parametrize("core_first", [True, False])
def test_the_host_s_commit_keeps_both(host: Host, core: PracticeCore, core_first: bool) -> None:
    within = core.within(host.connection)
    if core_first:
        client(within, "new")
    host.add(1)
    if not core_first:
        client(within, "new")
    host.commit()
    host.rollback()
    assert (True, [1]) == (kept(core, "new"), host.rows())


@every_host
@pytest.mark.parametrize("core_first", [True, False])
def test_the_host_s_rollback_undoes_both(host: Host, core: PracticeCore, core_first: bool) -> None:
    within = core.within(host.connection)
    if core_first:
        client(within, "new")
    host.add(1)
    if not core_first:
        client(within, "new")
    assert kept(within, "new")
    host.rollback()
    assert (False, []) == (kept(core, "new"), host.rows())


@every_host
def test_a_core_serves_one_transaction_after_the_other_on_a_connection(host: Host, core: PracticeCore) -> None:
    within = core.within(host.connection)
    for name, end in (("one", host.commit), ("two", host.rollback), ("three", host.commit)):
        client(within, name)
        end()
    assert [True, False, True] == [kept(core, name) for name in ("one", "two", "three")]


@every_host
def test_nothing_is_seen_outside_before_the_host_commits(host: Host, core: PracticeCore) -> None:
    client(core.within(host.connection), "new")
    assert not kept(core, "new")
    host.commit()
    assert kept(core, "new")


@every_host
def test_a_refusal_leaves_the_transaction_usable_and_the_host_s_rows_where_they_are(
    host: Host, core: PracticeCore
) -> None:
    within = core.within(host.connection)
    host.add(1)
    with pytest.raises(Refused):
        book(within, 3)
    with pytest.raises(AlreadyExists):
        client(within, "c")
    host.add(2)
    client(within, "new")
    host.commit()
    assert (True, [1, 2]) == (kept(core, "new"), host.rows())


@every_host
def test_a_conflict_undoes_the_command_alone(host: Host, core: PracticeCore) -> None:
    within = core.within(host.connection)
    host.add(1)
    client(within, "before")
    its = a_practice("p")[Client]
    with pytest.raises(Conflict), within.store.open() as access:
        access.write(Batch(practice_id="p", added=[Kept(its, Stamp())]))
    host.add(2)
    client(within, "after")
    host.commit()
    assert ([True, True], [1, 2]) == ([kept(core, name) for name in ("before", "after")], host.rows())


@every_host
def test_a_savepoint_of_the_host_s_holds_the_core_too(host: Host, core: PracticeCore) -> None:
    within = core.within(host.connection)
    host.add(1)
    client(within, "before")
    host.run("SAVEPOINT host")
    host.add(2)
    client(within, "undone")
    host.run("ROLLBACK TO SAVEPOINT host")
    client(within, "after")
    host.run("RELEASE SAVEPOINT host")
    host.commit()
    names = ("before", "undone", "after")
    assert ([True, False, True], [1]) == ([kept(core, name) for name in names], host.rows())


@every_host
def test_a_whole_migration_reads_and_writes_there_as_anywhere(host: Host, core: PracticeCore) -> None:
    """Whatever the host has its own rows made of: dates, instants and booleans come as the core needs them."""
    within = core.within(host.connection)
    assert within.clients.get(STAFF, "c") == core.clients.get(STAFF, "c")
    assert within.sessions.of_relationship(STAFF, "r") == core.sessions.of_relationship(STAFF, "r")
    assert within.migrations.preview(STAFF, "r", requested_by="c").allowed
    within.migrations.request(STAFF, "r", requested_by="d")
    migration = within.migrations.confirm(STAFF, "r", requested_by="c", idempotency_key="k")
    rebooked = within.sessions.rebook_all(STAFF, "r")
    again = within.migrations.confirm(STAFF, "r", requested_by="c", idempotency_key="k")
    host.commit()
    assert migration.opened.id == again.opened.id
    assert [one.rebooked_as for one in rebooked] == [
        session.id for session in core.sessions.of_relationship(STAFF, migration.opened.id)
    ]
    assert within.journal.of(STAFF, "r") == core.journal.of(STAFF, "r")
    host.rollback()


@every_host
def test_D1_keys_whose_time_is_over_go_with_the_host_s_commit(host: Host, core: PracticeCore) -> None:
    within = core.within(host.connection)
    core.clients.update(STAFF, "c", phone="1", idempotency_key="k")
    forget = partial(within.store.forget_keys, STAFF.practice_id, until=NOON, limit=5)
    assert 1 == forget()
    host.rollback()
    assert (1, 0) == (forget(), forget())
    host.commit()
    assert 0 == core.store.forget_keys(STAFF.practice_id, until=NOON, limit=5)


@every_host
def test_a_table_that_is_gone_is_unavailable_to_due_work_too(host: Host, core: PracticeCore) -> None:
    within = core.within(host.connection)
    host.add(1)
    host.run("ALTER TABLE practice_core_practices RENAME TO moved")
    with pytest.raises(Unavailable):
        within.store.practices(limit=1)
    host.rollback()
    assert (STAFF.practice_id,) == within.store.practices(limit=1)
    host.rollback()


@every_host
def test_no_gateway_is_called_in_there(host: Host, core: PracticeCore) -> None:
    within = core.within(host.connection)
    with pytest.raises(Invalid, match="gateway"):
        within.cards.add(STAFF, "c", reference="pm_1")
    with pytest.raises(Invalid, match="gateway"):
        within.cards.invite(STAFF, "c")
    host.add(1)
    host.commit()
    assert host.rows() == [1]


@every_host
def test_leaving_the_inner_core_leaves_the_host_s_connection_open(host: Host, core: PracticeCore) -> None:
    with core.within(host.connection) as within:
        client(within, "new")
    assert host.rows() == []
    host.commit()
    assert kept(core, "new")


@pytest.mark.parametrize("name", ["psycopg"])
def test_a_lost_race_is_decided_once_in_there(host: Host, core: PracticeCore) -> None:
    """Only the host can begin again."""
    within = core.within(host.connection)
    host.run("CREATE SEQUENCE tries")
    host.run(
        """CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$
           BEGIN PERFORM nextval('tries'); RAISE EXCEPTION USING ERRCODE = '40001'; END $$"""
    )
    host.run("CREATE TRIGGER refuse BEFORE INSERT ON practice_core_clients FOR EACH ROW EXECUTE FUNCTION refuse()")
    with pytest.raises(Conflict):
        client(within, "new")
    assert [(1,)] == host.run("SELECT last_value FROM tries")
    host.rollback()


@pytest.mark.parametrize("name", ["psycopg"])
def test_a_connection_that_is_cut_off_is_unavailable_and_has_done_nothing(host: Host, core: PracticeCore) -> None:
    within = core.within(host.connection)
    client(within, "new")
    with core.store.engine.connect() as other:  # type: ignore[attr-defined]
        pid = host.connection.info.backend_pid
        other.exec_driver_sql(f"SELECT pg_terminate_backend({pid})")
    with pytest.raises(Unavailable) as caught:
        client(within, "more")
    assert caught.value.outcome == "not_done"
    assert not kept(core, "new")


class Stranger:
    """As of some other driver: it has a cursor, a commit and a rollback."""

    def cursor(self) -> None:
        raise AssertionError

    commit = rollback = cursor


def test_a_connection_of_another_kind_is_invalid(core: PracticeCore, postgres_url: str) -> None:
    with hosts.by_sqlalchemy(postgres_url) as other, psycopg.connect(postgres_url) as raw:
        for connection in (None, object(), Stranger(), other.connection, raw, core.store, "sqlite:///host.db"):
            with pytest.raises(Invalid, match="connection"):
                core.within(connection)


def test_an_asynchronous_connection_is_invalid(postgres_url: str) -> None:
    with connect(postgres_url) as core, pytest.raises(Invalid, match="connection"):
        core.within(psycopg.AsyncConnection.__new__(psycopg.AsyncConnection))


def test_a_core_without_a_database_is_in_no_transaction() -> None:
    with connect("memory://") as core, pytest.raises(Invalid, match="connection"):
        core.within(sqlite3.connect(":memory:"))


def test_a_connection_that_commits_by_itself_is_invalid(core: PracticeCore, url: str) -> None:
    """Nobody would commit what the core began there, nor could it be undone with anything of the host's."""
    with hosts.by_driver(sqlite3.connect(url.removeprefix("sqlite:///"), isolation_level=None)) as host:
        with pytest.raises(Invalid, match="no transaction"):
            client(core.within(host.connection), "new")
        host.run("BEGIN")
        client(core.within(host.connection), "new")
        host.rollback()
    with hosts.by_django_without_transaction(url) as host, pytest.raises(Invalid, match="no transaction"):
        client(core.within(host.connection), "new")
    assert not kept(core, "new")


@pytest.mark.parametrize("name", ["psycopg"])
def test_so_it_is_on_postgres(name: str, core: PracticeCore, url: str) -> None:
    with hosts.by_driver(psycopg.connect(url, autocommit=True)) as host:
        with pytest.raises(Invalid, match="no transaction"):
            client(core.within(host.connection), "new")
        with host.connection.transaction():
            client(core.within(host.connection), "new")
    with hosts.by_django_without_transaction(url) as host, pytest.raises(Invalid, match="no transaction"):
        client(core.within(host.connection), "more")
    assert (True, False) == (kept(core, "new"), kept(core, "more"))


@pytest.mark.parametrize("name", ["sqlite3", "psycopg"])
def test_a_schema_that_is_not_there_or_not_known_is_unavailable_and_says_what_to_run(name: str, url: str) -> None:
    """A host's transaction is no place to make one; it stays usable."""
    versions = f"CREATE TABLE {schema.VERSION_TABLE} (version_num VARCHAR(32))"
    with connect(url, clock=SettableClock(NOON)) as core, HOSTS[name][1](url) as host:
        for table in (*schema.metadata.tables, schema.VERSION_TABLE):
            host.run(f"DROP TABLE IF EXISTS {table}{' CASCADE' if name == 'psycopg' else ''}")
        host.add(1)
        for statement, said in (
            ("SELECT 1", "practice-core init"),
            (versions, "practice-core init"),
            (f"INSERT INTO {schema.VERSION_TABLE} VALUES ('from the future')", "newer version"),
        ):
            host.run(statement)
            with pytest.raises(Unavailable, match=said):
                client(core.within(host.connection), "new")
        assert host.rows() == [1]
        host.rollback()


def test_a_sqlalchemy_connection_that_is_closed_is_unavailable(core: PracticeCore, url: str) -> None:
    with hosts.by_sqlalchemy(url) as host:
        host.connection.close()
        with pytest.raises(Unavailable):
            core.within(host.connection)


def test_a_sqlalchemy_block_is_committed_at_its_end(core: PracticeCore, url: str) -> None:
    """`engine.begin()` and nested blocks, as most hosts write them."""
    engine = sa.create_engine(url)
    with engine.begin() as connection:
        client(core.within(connection), "one")
        with connection.begin_nested() as nested:
            client(core.within(connection), "two")
            nested.rollback()
        core.within(connection).sessions.move(STAFF, "s3", starts_at=NOON + 5 * DAY)
    engine.dispose()
    assert [True, False] == [kept(core, name) for name in ("one", "two")]
    assert core.sessions.get(STAFF, "s3").starts_at == NOON + 5 * DAY
