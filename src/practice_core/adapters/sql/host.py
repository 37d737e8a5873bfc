"""The store inside a transaction that a host has begun: its commit or rollback decides about both."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from ...domain.attempt import Attempt, Outcome
from ...domain.errors import Invalid, Unavailable
from ...ports.payments import KeptCard, Message
from ...ports.questions import KEYS_OVER
from ...ports.store import Ask, Batch
from .access import SqlAccess, values_of
from .driver import Driver, Translated
from .statements import Statements
from .upgrade import Schema, check_on

SAVEPOINT = "practice_core"


class HostStore:
    """Every unit of work is a savepoint, so that a refusal or a lost race leaves the host's transaction usable."""

    def __init__(self, driver: Driver, statements: Statements, schema: Schema, connection: object) -> None:
        self._wrapped = connection if isinstance(connection, sa.Connection) else None
        with Translated(driver):
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

    def practices(self, *, limit: int, after: str = "", having: Sequence[Ask[Any]] = ()) -> tuple[str, ...]:
        listed = self._statements.practices(tuple(ask.query for ask in having))
        given = {"limit": limit, "after": after, **values_of(having, self._driver.instant)}
        with self._savepoint(), Translated(self._driver):
            self._cursor.execute(listed.text, listed.values(given))
            return tuple(row[0] for row in self._cursor.fetchall())

    def forget_keys(self, practice_id: str, *, until: datetime, limit: int) -> int:
        forgetting = self._statements.forget_keys
        over = values_of([KEYS_OVER(until=until)], self._driver.instant)
        given = {"_scope": practice_id, "limit": limit, **over}
        with self._savepoint(), Translated(self._driver, racing=True):
            self._cursor.execute(forgetting.text, forgetting.values(given))
            return int(self._cursor.rowcount)

    def close(self) -> None:
        """The connection is the host's."""

    @contextmanager
    def _savepoint(self) -> Iterator[None]:
        with Translated(self._driver):
            if self._wrapped is not None and not self._wrapped.in_transaction():
                # As its own first statement would have: or its commit would not know of what the core did.
                self._wrapped.begin()
            self._driver.begin_host(self._cursor)
            self._cursor.execute(f"SAVEPOINT {SAVEPOINT}")
        try:
            self._look_at_schema()
            yield
        except BaseException:
            with Translated(self._driver):
                self._cursor.execute(f"ROLLBACK TO SAVEPOINT {SAVEPOINT}")
                self._cursor.execute(f"RELEASE SAVEPOINT {SAVEPOINT}")
            raise
        with Translated(self._driver):
            self._cursor.execute(f"RELEASE SAVEPOINT {SAVEPOINT}")

    def _look_at_schema(self) -> None:
        """Once; a host's transaction is no place to make one."""
        if not self._schema.known:
            with Translated(self._driver):
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
    """In a host's transaction nobody waits for a gateway: what is on record is made by due work, afterwards."""

    def card_link(self, practice_id: str, client_id: str, account: str | None) -> str:
        raise _not_here()

    def keep_card(self, practice_id: str, client_id: str, account: str | None, reference: str) -> KeptCard:
        raise _not_here()

    def forget(self, practice_id: str, client_id: str, account: str | None) -> None:
        raise _later()

    def authentication_link(self, attempt: Attempt) -> str:
        raise _not_here()

    def read(self, payload: bytes, signature: str) -> Message | None:
        raise _not_here()

    def charge(self, attempt: Attempt) -> Outcome:
        raise _later()

    def refund(self, attempt: Attempt) -> Outcome:
        raise _later()

    def ask(self, attempt: Attempt) -> Outcome:
        raise _later()

    def cancel(self, attempt: Attempt) -> Outcome:
        raise _later()


def _not_here() -> Invalid:
    return Invalid("connection", "no gateway is called inside a host's transaction")


def _later() -> Unavailable:
    return Unavailable("gateway", "it is not called inside a host's transaction")
