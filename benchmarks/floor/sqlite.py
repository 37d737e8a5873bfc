"""The floor on `sqlite3`."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta
from typing import Any

from ..contestants import Target

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
MICROSECOND = timedelta(microseconds=1)


class Sqlite:
    def __init__(self, target: Target) -> None:
        self._connection = sqlite3.connect(target.name, isolation_level=None)
        self._connection.execute("PRAGMA journal_mode = WAL")
        self._connection.execute("PRAGMA foreign_keys = ON")
        self._connection.execute(f"PRAGMA synchronous = {'FULL' if target.durable else 'NORMAL'}")

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """From the first read nobody else writes."""
        self._connection.execute("BEGIN IMMEDIATE")
        try:
            yield
        except BaseException:
            self._connection.execute("ROLLBACK")
            raise
        self._connection.execute("COMMIT")

    def rows(self, sql: str, values: Sequence[Any], lock: str = "") -> list[Any]:
        return self._connection.execute(sql, values).fetchall()

    def write(self, sql: str, values: Sequence[Any]) -> int:
        return self._connection.execute(sql, values).rowcount

    def write_each(self, sql: str, values: list[tuple[Any, ...]]) -> int:
        return self._connection.executemany(sql, values).rowcount

    def held(self, instant: datetime) -> int:
        return (instant - EPOCH) // MICROSECOND

    def moment(self, held: int) -> datetime:
        return EPOCH + timedelta(microseconds=held)

    def day(self, held: str) -> date:
        return date.fromisoformat(held)

    def close(self) -> None:
        self._connection.close()
