"""The store on a SQL database: SQLAlchemy Core for schema, dialect and pool, the driver for the rest."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from contextlib import AbstractContextManager
from datetime import datetime
from threading import Lock
from typing import Any
from weakref import WeakSet

import sqlalchemy as sa

from ...ports.questions import KEYS_OVER
from ...ports.store import Ask, Batch
from . import upgrade
from .access import SqlAccess, values_of
from .driver import Driver, Translated
from .host import HostStore
from .statements import Statements


class SqlStore:
    """Thread-safe. Opens its first connection when it is first used, and then looks at the schema."""

    def __init__(self, driver: Driver) -> None:
        self._driver = driver
        self.engine = driver.engine()
        self._statements = Statements(self.engine.dialect, driver)
        self._schema = upgrade.Schema()
        self._getting_ready = Lock()
        _STORES.add(self)

    def open(self, *, locked: bool = False) -> AbstractContextManager[SqlAccess]:
        return _Opened(self._lease(), self._driver, self._statements, locked=locked)

    def fill(self, batches: Iterable[Batch]) -> None:
        with self.open(locked=True) as access:
            access.fill(batches)

    def practices(self, *, limit: int, after: str = "", having: Sequence[Ask[Any]] = ()) -> tuple[str, ...]:
        listed = self._statements.practices(tuple(ask.query for ask in having))
        given = {"limit": limit, "after": after, **values_of(having, self._driver.instant)}
        with self._lease() as cursor, Translated(self._driver):
            cursor.execute(listed.text, listed.values(given))
            return tuple(row[0] for row in cursor.fetchall())

    def forget_keys(self, practice_id: str, *, until: datetime, limit: int) -> int:
        forgetting = self._statements.forget_keys
        over = values_of([KEYS_OVER(until=until)], self._driver.instant)
        given = {"_scope": practice_id, "limit": limit, **over}
        with self._lease() as cursor, Translated(self._driver, racing=True, committing=True):
            cursor.execute(forgetting.text, forgetting.values(given))
            return int(cursor.rowcount)

    def revision(self) -> str | None:
        """The revision of the schema that is there; None for a database without one. Raises `Unavailable`."""
        with Translated(self._driver):
            return upgrade.revision_of(self.engine)

    def upgrade(self) -> str:
        """Bring the schema to the newest revision, and answer that. Raises `Unavailable`."""
        with Translated(self._driver):
            upgrade.upgrade(self.engine)
        return upgrade.HEAD

    def inside(self, connection: object) -> HostStore:
        """This store inside a host's transaction, on the host's connection. Raises `Invalid` for another kind."""
        return HostStore(self._driver, self._statements, self._schema, connection)

    def close(self) -> None:
        self.engine.dispose()

    def _lease(self) -> _Lease:
        self._get_ready()
        return _Lease(self.engine, self._driver)

    def _get_ready(self) -> None:
        if self._schema.known:
            return
        with self._getting_ready, Translated(self._driver):
            if not self._schema.known:
                upgrade.make_ready(self.engine)
                self._schema.known = True


class _Lease:
    """A cursor on a connection of the pool, for one block. A class, not a generator: every command enters one."""

    __slots__ = ("_connection", "_driver", "_engine", "_pool")

    def __init__(self, engine: sa.Engine, driver: Driver) -> None:
        self._engine = engine
        self._driver = driver

    def __enter__(self) -> Any:
        self._pool = self._engine.pool
        with Translated(self._driver):
            self._connection = self._engine.raw_connection()
        try:
            return self._driver.cursor(self._connection)
        except BaseException:
            self.__exit__()
            raise

    def __exit__(self, *_: object) -> None:
        connection, emptied = self._connection, self._pool is not self._engine.pool
        broken = self._driver.broken(connection.dbapi_connection)
        if broken or emptied:
            # Not to be used again: broken itself, or of a pool that somebody has emptied meanwhile.
            connection.invalidate()
        if broken and not emptied:
            # Where one is gone the others of the pool are, too: the next call gets a new one.
            self._engine.dispose()
        connection.close()


class _Opened:
    """A unit of work on a lease; what it began and did not commit is undone."""

    __slots__ = ("_access", "_driver", "_lease", "_locked", "_statements")

    def __init__(self, lease: _Lease, driver: Driver, statements: Statements, *, locked: bool) -> None:
        self._lease = lease
        self._driver = driver
        self._statements = statements
        self._locked = locked

    def __enter__(self) -> SqlAccess:
        self._access = SqlAccess(self._lease.__enter__(), self._driver, self._statements, locked=self._locked)
        return self._access

    def __exit__(self, *_: object) -> None:
        try:
            self._access.leave()
        finally:
            self._lease.__exit__()


_STORES: WeakSet[SqlStore] = WeakSet()


def _before_fork() -> None:
    """A connection must not be used on both sides of a fork: those at rest are closed, and opened when needed."""
    for store in tuple(_STORES):
        store.close()


if hasattr(os, "register_at_fork"):
    os.register_at_fork(before=_before_fork)
