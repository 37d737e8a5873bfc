"""PostgreSQL 15 and newer, through psycopg: one trip to read a case, one to write it."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import AbstractContextManager
from datetime import UTC, datetime
from typing import Any, Literal

import psycopg
import sqlalchemy as sa
from psycopg import errors
from psycopg.pq import Format, TransactionStatus
from psycopg.rows import tuple_row
from psycopg.types.numeric import Int8BinaryDumper, Int8BinaryLoader

from ...domain.checks import whole
from ...domain.errors import Invalid, Unavailable
from .driver import MICROSECOND, Worded, url_of
from .schema import Instant

# Every question goes by a whole key, so one plan serves for any value: planning a batch anew each time would take the
# server longer than running it.
OPTIONS = "-c statement_timeout=30s -c plan_cache_mode=force_generic_plan"
SECRETS = ("password", "sslpassword", "oauth_client_secret")
"""What libpq takes after the question mark that nobody is to see."""
_FIRST = datetime(2000, 1, 1, tzinfo=UTC)
"""What the server counts the microseconds of an instant from."""
_CURSOR = "practice_core_cursor"
POOLED = 5
"""How many connections a core keeps; in a rush it opens up to ten more, and closes them afterwards."""


class PostgresDriver:
    """A server, by its URL: ``postgresql://user:password@host/database?sslmode=verify-full`` and so on.

    What stands after the question mark goes to libpq; `pool_size` is ours. `options` are added to ours, and win.
    """

    # Division by zero is how a batch says that a version is no longer current.
    lost_races: tuple[type[Exception], ...] = (
        errors.IntegrityError,
        errors.DivisionByZero,
        errors.SerializationFailure,
        errors.DeadlockDetected,
    )
    # psycopg writes instants faster than Python would.
    instant = None
    writes_whole = True
    locks_rows = True

    def __init__(self, url: str) -> None:
        asked = url_of(url)
        size = "" if asked is None else str(asked.query.get("pool_size", POOLED))
        if asked is None or not size.isdecimal():
            raise Invalid("database", "is no URL such as postgresql://user@host/database")
        self._pool_size = whole("pool_size", int(size), least=1, most=1000)
        # What is secret stands apart from the URL, which the engine shows with all but its first password.
        self._secrets = {name: value for name, value in asked.query.items() if name in SECRETS}
        self._url = asked.set(drivername="postgresql+psycopg").difference_update_query(["pool_size", *SECRETS])

    def engine(self) -> sa.Engine:
        given = self._url.query
        engine = sa.create_engine(
            self._url,
            # Parameters are numbered, as the server takes them: psycopg has nothing to rewrite.
            paramstyle="numeric_dollar",
            connect_args={
                # Transactions begin and end where this code says so.
                "autocommit": True,
                "cursor_factory": psycopg.RawCursor,
                "application_name": given.get("application_name", "practice_core"),
                "options": f"{OPTIONS} {given.get('options', '')}",
                **self._secrets,
            },
            hide_parameters=True,
            pool_size=self._pool_size,
            pool_reset_on_return=None,
        )
        sa.event.listen(engine, "connect", _prepare)
        return engine

    def moment(self, held: int) -> datetime:
        return _FIRST + held * MICROSECOND

    def worded(self, sql: str) -> bytes:
        """As the server gets it: psycopg would encode it and look it up by its text, each time anew."""
        return sql.encode()

    def broken(self, connection: Any) -> bool:
        # Closed, or with a transaction that would be the next one's.
        return bool(connection.pgconn.transaction_status != TransactionStatus.IDLE)

    def shown(self, column: sa.Column[Any]) -> sa.ColumnElement[Any]:
        # All text of one type, all numbers of one: or the server would take a union apart into unions of two.
        match column.type:
            case Instant():
                return column
            case sa.Boolean():
                return sa.cast(sa.cast(column, sa.Integer), sa.BigInteger)
            case sa.Date():
                return sa.func.to_char(column, sa.literal_column("'YYYY-MM-DD'"))
            case sa.String():
                return sa.cast(column, sa.Text)
            case _:
                return sa.cast(column, sa.BigInteger)

    def outage(self, error: BaseException, *, committing: bool) -> tuple[Unavailable, BaseException | None] | None:
        if isinstance(error, psycopg.Error):
            return _unavailable(error, committing=committing), _cause(error)
        if isinstance(error, sa.exc.SQLAlchemyError):
            # The driver's error in SQLAlchemy's wrapping; or its own, when no connection of the pool got free.
            orig = getattr(error, "orig", error)
            return _unavailable(orig, committing=False), _cause(orig)
        return None

    def cursor(self, connection: Any) -> Any:
        """In binary form what it gives is made and read sooner than as text, and the same in every session.

        Kept with the connection: for each new one psycopg copies its tables of types.
        """
        kept = connection.info
        if _CURSOR not in kept:
            kept[_CURSOR] = connection.cursor(binary=True)
        return kept[_CURSOR]

    def cursor_of(self, connection: object) -> Any:
        if not isinstance(connection, psycopg.Connection):
            return None
        cursor: psycopg.RawCursor[Any] = psycopg.RawCursor(connection, row_factory=tuple_row)
        cursor.format = Format.BINARY
        _adapt(cursor)
        return cursor

    def begin_host(self, cursor: Any) -> None:
        if cursor.connection.autocommit and cursor.connection.info.transaction_status == TransactionStatus.IDLE:
            raise Invalid("connection", "is in no transaction")

    def together(self, cursor: Any) -> AbstractContextManager[Any]:
        pipeline: AbstractContextManager[Any] = cursor.connection.pipeline()
        return pipeline

    def run(self, cursor: Any, statement: Worded, values: Any = ()) -> None:
        cursor.connection.execute(statement, values)

    def begin_writing(self, cursor: Any) -> None:
        self.run(cursor, "BEGIN")

    def end(self, cursor: Any, *, commit: bool) -> None:
        # What is closed is rolled back already; a commit has to hear of it.
        if commit or not cursor.connection.closed:
            self.run(cursor, "COMMIT" if commit else "ROLLBACK")

    def look_again(self, cursor: Any, tables: Sequence[str]) -> None:
        # Into empty tables, the server would check references by whichever index it came across first, and by that
        # until the end: each by reading the whole practice. Where somebody else is at it already, nobody waits.
        if tables:
            cursor.execute(f"ANALYZE (SKIP_LOCKED) {', '.join(sorted(tables))}")

    def has_table(self, cursor: Any, name: str) -> bool:
        cursor.execute("SELECT to_regclass($1) IS NOT NULL", (name,))
        return bool(cursor.fetchone()[0])


def _prepare(connection: psycopg.Connection[Any], _: object) -> None:
    _adapt(connection)


def _adapt(context: psycopg.Connection[Any] | psycopg.RawCursor[Any]) -> None:
    # Numbers of one type, whatever their size: or psycopg would have a statement prepared for each.
    context.adapters.register_dumper(int, Int8BinaryDumper)
    # Instants as the server holds them: whatever zone a session has, and whatever somebody has left there (J3).
    context.adapters.register_loader("timestamptz", Int8BinaryLoader)


def _cause(error: BaseException | None) -> BaseException | None:
    """What a traceback may show as the cause: not what the server says of a row and the values in it (A4)."""
    return error if getattr(error, "sqlstate", None) is None else None


def _unavailable(error: BaseException | None, *, committing: bool) -> Unavailable:
    """The SQLSTATE or the kind of the error; the server's message may hold values (A4)."""
    state = getattr(error, "sqlstate", None)
    # Without a word of the server's, whether it committed is anybody's guess.
    lost = committing and (state is None or state.startswith(("08", "57P")))
    outcome: Literal["unknown", "not_done"] = "unknown" if lost else "not_done"
    return Unavailable("database", state or type(error).__name__, outcome=outcome)
