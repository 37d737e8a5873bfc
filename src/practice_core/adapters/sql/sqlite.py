"""SQLite: WAL, foreign keys on, one writer at a time who waits their turn."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Sequence
from contextlib import AbstractContextManager, nullcontext
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from ...domain.errors import Invalid, Unavailable
from .driver import MICROSECOND, Worded, url_of
from .rows import EPOCH

BUSY_TIMEOUT_SECONDS = 10.0
# `sqlite3.LEGACY_TRANSACTION_CONTROL`, which Python 3.11 does not have yet.
_LEGACY = -1


class SqliteDriver:
    """A file, by its URL: ``sqlite:///practice.db``, or with four slashes an absolute path."""

    lost_races: tuple[type[Exception], ...] = (sqlite3.IntegrityError,)
    writes_whole = False
    locks_rows = False

    def __init__(self, url: str) -> None:
        asked = url_of(url)
        if asked is None:
            raise Invalid("database", "is no URL such as sqlite:///practice.db")
        self._url = asked
        if self._url != sa.URL.create("sqlite", database=self._url.database):
            raise Invalid("database", "SQLite needs a file, and takes nothing more: sqlite:///practice.db")
        if not self._url.database or self._url.database == ":memory:":
            raise Invalid("database", "SQLite needs a file; memory:// keeps everything in this process")

    def engine(self) -> sa.Engine:
        engine = sa.create_engine(
            self._url,
            # Autocommit: transactions begin and end where this code says so.
            connect_args={
                "isolation_level": None,
                "timeout": BUSY_TIMEOUT_SECONDS,
                "check_same_thread": False,
            },
            hide_parameters=True,
            # Nothing is ever left open on a connection that goes back.
            pool_reset_on_return=None,
        )
        sa.event.listen(engine, "connect", _prepare)
        return engine

    def instant(self, value: datetime) -> int:
        """UTC microseconds."""
        return (value - EPOCH) // MICROSECOND

    def moment(self, held: int) -> datetime:
        return EPOCH + held * MICROSECOND

    def worded(self, sql: str) -> str:
        return sql

    def outage(self, error: BaseException, *, committing: bool) -> tuple[Unavailable, BaseException | None] | None:
        if isinstance(error, sqlite3.Error):
            return _unavailable(error, committing=committing), error
        if isinstance(error, sa.exc.SQLAlchemyError):
            # The driver's error in SQLAlchemy's wrapping; or its own, when no connection of the pool got free.
            return _unavailable(getattr(error, "orig", error), committing=False), error
        return None

    def broken(self, connection: Any) -> bool:
        # Whatever came in between, a transaction left open would be the next one's.
        return bool(connection.in_transaction)

    def shown(self, column: sa.Column[Any]) -> sa.ColumnElement[Any]:
        # As expressions: a host's connection may convert what is declared as a date or a boolean.
        match column.type:
            case sa.Date():
                return sa.cast(column, sa.Text)
            case sa.Boolean():
                return sa.cast(column, sa.Integer)
            case _:
                return column

    def cursor(self, connection: Any) -> Any:
        return connection.cursor()

    def cursor_of(self, connection: object) -> Any:
        if not isinstance(connection, sqlite3.Connection):
            return None
        cursor = connection.cursor()
        cursor.row_factory = None
        return cursor

    def begin_host(self, cursor: Any) -> None:
        # In its old transaction mode the driver begins one only before the first change; then releasing the
        # outermost savepoint would commit, and the host's rollback come too late.
        connection = cursor.connection
        if connection.in_transaction:
            return
        if connection.isolation_level is None or getattr(connection, "autocommit", _LEGACY) is True:
            # The host would never commit what the core began.
            raise Invalid("connection", "is in no transaction")
        cursor.execute("BEGIN")

    def together(self, cursor: Any) -> AbstractContextManager[None]:
        return nullcontext()

    def run(self, cursor: Any, statement: Worded, values: Any = ()) -> None:
        cursor.connection.execute(statement, values)

    def begin_writing(self, cursor: Any) -> None:
        cursor.execute("BEGIN IMMEDIATE")

    def end(self, cursor: Any, *, commit: bool) -> None:
        # SQLite itself rolls back after some errors, a full disk among them; then there is nothing left to end.
        if commit or cursor.connection.in_transaction:
            cursor.execute("COMMIT" if commit else "ROLLBACK")

    def look_again(self, cursor: Any, tables: Sequence[str]) -> None:
        """It goes by keys, however many rows there are."""

    def has_table(self, cursor: Any, name: str) -> bool:
        cursor.execute("SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name = ?", (name,))
        return bool(cursor.fetchone()[0])


def _prepare(connection: sqlite3.Connection, _: object) -> None:
    try:
        _use_wal(connection)
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA synchronous = FULL")
        # What is erased is written over, and not only let go of (D3).
        connection.execute("PRAGMA secure_delete = ON")
    except sqlite3.Error:
        connection.close()
        raise


def _use_wal(connection: sqlite3.Connection) -> None:
    """The first of several that open a new file makes the change; the others are told at once that it is locked,
    whatever the time-out, and find it made a moment later."""
    until = time.monotonic() + BUSY_TIMEOUT_SECONDS
    while True:
        try:
            connection.execute("PRAGMA journal_mode = WAL")
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY or time.monotonic() >= until:
                raise
            time.sleep(0.01)
        else:
            return


def _unavailable(error: BaseException | None, *, committing: bool) -> Unavailable:
    """SQLite's own word for it; its messages may name files and tables."""
    why = getattr(error, "sqlite_errorname", None) or type(error).__name__
    # When the disk fails while everything is there but the last word of it, the next start may find it done.
    lost = committing and why.startswith("SQLITE_IOERR")
    return Unavailable("database", why, outcome="unknown" if lost else "not_done")
