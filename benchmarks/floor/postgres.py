"""The floor on `psycopg`."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import AbstractContextManager
from datetime import date, datetime
from functools import cache
from typing import Any

import psycopg

from ..contestants import Target


class Postgres:
    def __init__(self, target: Target) -> None:
        self._connection = psycopg.connect(target.url, autocommit=True)

    def transaction(self) -> AbstractContextManager[object]:
        return self._connection.transaction()

    def rows(self, sql: str, values: Sequence[Any], lock: str = "") -> list[Any]:
        return self._connection.execute(_dialect(sql + lock), values).fetchall()

    def write(self, sql: str, values: Sequence[Any]) -> int:
        return self._connection.execute(_dialect(sql), values).rowcount

    def write_each(self, sql: str, values: list[tuple[Any, ...]]) -> int:
        with self._connection.cursor() as cursor:
            cursor.executemany(_dialect(sql), values)
            return cursor.rowcount

    def held(self, instant: datetime) -> datetime:
        return instant

    def moment(self, held: datetime) -> datetime:
        return held

    def day(self, held: date) -> date:
        return held

    def close(self) -> None:
        self._connection.close()


@cache
def _dialect(sql: str) -> bytes:
    """With psycopg's placeholders; in bytes, which it takes as they are."""
    return sql.replace("?", "%s").encode()
