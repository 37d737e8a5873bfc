"""What a file that cannot be used, a lock and a full disk come to: `Unavailable`, and nothing half-done."""

from __future__ import annotations

import resource
import signal
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Thread

import attrs
import pytest

from practice_core import Client, Conflict, Invalid, Unavailable, connect
from practice_core.adapters.sql import sqlite
from practice_core.adapters.sql.access import SqlAccess
from practice_core.adapters.sql.sqlite import SqliteDriver
from practice_core.adapters.sql.store import SqlStore
from practice_core.ports import questions
from practice_core.ports.store import Batch, Kept, Stamp
from practice_core.testing.practices import a_practice


class Interrupted(BaseException):
    """As `KeyboardInterrupt`: nothing expects it."""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "practice.db"


@pytest.fixture
def store(file: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[SqlStore]:
    """A store that waits for nobody, with the practice `p` in it."""
    monkeypatch.setattr(sqlite, "BUSY_TIMEOUT_SECONDS", 0.01)
    store = SqlStore(SqliteDriver(f"sqlite:///{file}"))
    put(store, *a_practice("p").values())
    yield store
    store.close()


def put(store: SqlStore, *things: object) -> None:
    with store.open() as access:
        access.write(_added(*things))


def _added(*things: object) -> Batch:
    return Batch(practice_id="p", added=[Kept(thing, Stamp()) for thing in things])


def _client(id_: str, **details: str) -> Client:
    return attrs.evolve(a_practice("p")[Client], id=id_, **details)


def _clients(store: SqlStore) -> set[str]:
    with store.open() as access:
        found = [access.read("p", [questions.CLIENT(id=id_)])[0] for id_ in ("c", "new")]
    return {kept.thing.id for each in found for kept in each}


@contextmanager
def _locked_by_another(file: Path) -> Iterator[None]:
    """Somebody else writes, and takes their time."""
    connection = sqlite3.connect(file, isolation_level=None)
    try:
        connection.execute("BEGIN IMMEDIATE")
        yield
    finally:
        connection.close()


def test_a_locked_database_is_unavailable_and_can_be_written_to_later(store: SqlStore, file: Path) -> None:
    with _locked_by_another(file):
        for write in (lambda: put(store, _client("new")), lambda: store.fill([_added(_client("new"))])):
            with pytest.raises(Unavailable, match="SQLITE_BUSY") as caught:
                write()
            assert caught.value.outcome == "not_done"
        with pytest.raises(Unavailable, match="SQLITE_BUSY"), store.open(locked=True) as access:
            access.read("p", [questions.CLIENT(id="c")])
        # Who only reads waits for nobody.
        assert {"c"} == _clients(store)
    put(store, _client("new"))
    assert {"c", "new"} == _clients(store)


def test_a_new_file_that_is_locked_is_unavailable_and_made_ready_later(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sqlite, "BUSY_TIMEOUT_SECONDS", 0.01)
    store = SqlStore(SqliteDriver(f"sqlite:///{file}"))
    with _locked_by_another(file), pytest.raises(Unavailable, match="SQLITE_BUSY"):
        store.practices(limit=1)
    assert store.practices(limit=1) == ()
    store.close()


def test_a_file_that_is_no_database_is_unavailable_and_stays_as_it_is(file: Path) -> None:
    file.write_bytes(b"Dear diary, " * 1000)
    with connect(f"sqlite:///{file}") as core, pytest.raises(Unavailable, match="SQLITE_NOTADB"):
        core.practices.get("p")
    assert file.read_bytes() == b"Dear diary, " * 1000


def test_a_folder_that_is_not_there_is_unavailable(tmp_path: Path) -> None:
    with connect(f"sqlite:///{tmp_path}/nowhere/practice.db") as core, pytest.raises(Unavailable, match="CANTOPEN"):
        core.practices.get("p")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("url", ["sqlite://", "sqlite:///:memory:", "sqlite:practice.db", "sqlite+aiosqlite:///p.db"])
def test_what_names_no_file_is_invalid(url: str) -> None:
    with pytest.raises(Invalid, match="database"):
        SqliteDriver(url)


def test_a_file_that_may_not_be_written_is_unavailable_and_nothing_is_half_done(
    store: SqlStore, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def read_only(connection: sqlite3.Connection, _: object) -> None:
        connection.execute("PRAGMA query_only = ON")

    store.close()
    # Permissions mean nothing to root, so SQLite itself is told.
    sqlite.sa.event.listen(store.engine, "connect", read_only)
    with pytest.raises(Unavailable, match="SQLITE_READONLY"):
        put(store, _client("new"))
    assert {"c"} == _clients(store)


@contextmanager
def _disk_full_at(size: int) -> Iterator[None]:
    """No file of this process grows beyond that many bytes."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    handler = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
        signal.signal(signal.SIGXFSZ, handler)


def test_a_disk_that_fails_at_the_commit_leaves_nothing_half_done(store: SqlStore, file: Path) -> None:
    before = _clients(store)
    grown = max(Path(f"{file}-wal").stat().st_size, file.stat().st_size)
    with _disk_full_at(grown), pytest.raises(Unavailable, match=r"SQLITE_(FULL|IOERR)") as caught:
        put(store, _client("new", given_name="x" * 2000, family_name="y" * 2000), _client("other"))
    # Whether the last word got there is for the next start to say.
    assert caught.value.outcome == "unknown"
    assert before == _clients(store)
    put(store, _client("new"))
    assert {"c", "new"} == _clients(store)


def test_a_file_that_may_not_grow_is_unavailable_and_nothing_is_done(store: SqlStore) -> None:
    def full(connection: sqlite3.Connection, _: object) -> None:
        connection.execute("PRAGMA max_page_count = 1")

    store.close()
    sqlite.sa.event.listen(store.engine, "connect", full)
    many = [_client(f"n{n}", given_name="x" * 2000) for n in range(20)]
    with pytest.raises(Unavailable, match="SQLITE_FULL") as caught:
        put(store, _client("new"), *many)
    assert caught.value.outcome == "not_done"
    assert {"c"} == _clients(store)


def _left_open(store: SqlStore) -> list[bool]:
    """Of every connection that lies in the pool, whether a transaction is open on it."""
    pool = store.engine.pool
    taken = [store.engine.raw_connection() for _ in range(max(1, pool.checkedin()))]
    found = [one.dbapi_connection.in_transaction for one in taken]
    for one in taken:
        one.close()
    return found


@pytest.mark.parametrize("locked", [False, True])
def test_after_a_unit_no_transaction_is_left_open(store: SqlStore, locked: bool) -> None:
    asks = [questions.CLIENT(id="c"), questions.THERAPIST(id="t")]

    def read_and_fail(access: SqlAccess) -> None:
        access.read("p", asks)
        raise Interrupted

    with store.open(locked=locked) as access:
        access.read("p", asks)
    with pytest.raises(Interrupted), store.open(locked=locked) as access:
        read_and_fail(access)
    with store.open(locked=locked) as access, pytest.raises(Conflict):
        access.write(_added(_client("c")))
    with pytest.raises(Conflict):
        store.fill([_added(_client("new")), _added(_client("c"))])
    with store.open(locked=locked) as access:
        access.read("p", asks)
        access.write(_added(_client("new")))
    assert _left_open(store) == [False]


def test_no_transaction_is_open_while_python_decides(store: SqlStore) -> None:
    with store.open() as access:
        access.read("p", [questions.CLIENT(id="c"), questions.THERAPIST(id="t")])
        assert not access._cursor.connection.in_transaction
        put(store, _client("new"))


def test_a_transaction_that_something_left_open_is_not_the_next_one_s(store: SqlStore) -> None:
    with store.open() as access:
        # As if interrupted between beginning and noting it.
        access._cursor.execute("BEGIN IMMEDIATE")
    put(store, _client("new"))
    assert {"c", "new"} == _clients(store)


def test_a_rollback_that_fails_does_not_hide_what_the_unit_said(store: SqlStore) -> None:
    def read_and_lose(access: SqlAccess) -> None:
        access.read("p", [questions.CLIENT(id="c")])
        # From here on SQLite refuses to end the transaction, as on a disk that went away.
        access._cursor.connection.set_authorizer(_no_transactions)
        raise Interrupted

    with pytest.raises(Interrupted), store.open(locked=True) as access:
        read_and_lose(access)
    put(store, _client("new"))
    assert {"c", "new"} == _clients(store)


def _no_transactions(action: int, *_: object) -> int:
    return sqlite3.SQLITE_DENY if action == sqlite3.SQLITE_TRANSACTION else sqlite3.SQLITE_OK


def test_when_every_connection_is_in_use_the_next_caller_is_told(store: SqlStore) -> None:
    store.engine.pool._timeout = 0.01
    taken = [store.engine.raw_connection() for _ in range(15)]
    failed: list[Unavailable] = []

    def one_more() -> None:
        try:
            store.practices(limit=1)
        except Unavailable as exc:
            failed.append(exc)

    thread = Thread(target=one_more)
    thread.start()
    thread.join()
    for one in taken:
        one.close()
    assert [exc.which for exc in failed] == ["database"]
