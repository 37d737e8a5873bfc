"""The store inside a transaction that a host has begun: its commit or rollback decides about both."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager

import sqlalchemy as sa

from ...domain.errors import Invalid
from ...ports.payments import KeptCard
from ...ports.store import Batch
from .access import SqlAccess
from .driver import Driver
from .statements import Statements
from .upgrade import Schema, check_on

SAVEPOINT = "practice_core"


class HostStore:
    """Every unit of work is a savepoint, so that a refusal or a lost race leaves the host's transaction usable."""

    def __init__(self, driver: Driver, statements: Statements, schema: Schema, connection: object) -> None:
        self._wrapped = connection if isinstance(connection, sa.Connection) else None
        with driver.translated():
            if self._wrapped is not None:
                connection = self._wrapped.connection.dbapi_connection
            self._cursor = driver.cursor_of(connection)
        if self._cursor is None:
            raise Invalid("connection", "is of another kind than the database of this core")
        self._driver = driver
        self._statements = statements
        self._schema = schema

    @contextmanager
    def open(self, *, locked: bool = False) -> Iterator[SqlAccess]:
        with self._savepoint():
            yield _HostAccess(self._cursor, self._driver, self._statements, locked=False)

    def fill(self, batches: Iterable[Batch]) -> None:
        with self._savepoint():
            _HostAccess(self._cursor, self._driver, self._statements, locked=False).fill(batches)

    def practices(self, *, limit: int) -> tuple[str, ...]:
        listed = self._statements.practices()
        with self._savepoint():
            self._cursor.execute(listed.text, (limit,))
            return tuple(row[0] for row in self._cursor.fetchall())

    def close(self) -> None:
        """The connection is the host's."""

    @contextmanager
    def _savepoint(self) -> Iterator[None]:
        with self._driver.translated():
            if self._wrapped is not None and not self._wrapped.in_transaction():
                # As its own first statement would have: or its commit would not know of what the core did.
                self._wrapped.begin()
            self._driver.begin_host(self._cursor)
            self._cursor.execute(f"SAVEPOINT {SAVEPOINT}")
        try:
            self._look_at_schema()
            yield
        except BaseException:
            with self._driver.translated():
                self._cursor.execute(f"ROLLBACK TO SAVEPOINT {SAVEPOINT}")
                self._cursor.execute(f"RELEASE SAVEPOINT {SAVEPOINT}")
            raise
        with self._driver.translated():
            self._cursor.execute(f"RELEASE SAVEPOINT {SAVEPOINT}")

    def _look_at_schema(self) -> None:
        """Once; a host's transaction is no place to make one."""
        if not self._schema.known:
            with self._driver.translated():
                check_on(self._cursor, self._driver)
            self._schema.known = True


class _HostAccess(SqlAccess):
    """Begins and commits nothing: the savepoint around it, and the host, do."""

    _alone = False

    def _begin_writing(self) -> None:
        """The host's transaction is open."""

    def _commit(self) -> None:
        """The host's commit is the host's."""


class NoGateway:
    """In a host's transaction nobody waits for a gateway."""

    def card_link(self, practice_id: str, client_id: str, account: str | None) -> str:
        raise Invalid("connection", "no gateway is called inside a host's transaction")

    def keep_card(self, practice_id: str, client_id: str, account: str | None, reference: str) -> KeptCard:
        raise Invalid("connection", "no gateway is called inside a host's transaction")
