"""Databases with the made-up practice in them: made once by the library's own `init`, filled, and copied."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Literal

import attrs
import psycopg
from tests.postgres import Server, server

from practice_core import connect
from practice_core.adapters.sql.store import SqlStore

from .contestants import Target
from .practice import COLUMNS, Size, columns, rows

Kind = Literal["sqlite", "postgres"]
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
# As a server is run, but for what would fall into one round and not into another: checkpoints, vacuuming.
SETTINGS = {
    "fsync": "on",
    "max_connections": "50",
    "shared_buffers": "1GB",
    "max_wal_size": "16GB",
    "checkpoint_timeout": "1h",
    "autovacuum": "off",
    "timezone": "UTC",
}


@attrs.frozen
class Sqlite:
    """Files in a folder."""

    folder: Path
    kind: Kind = "sqlite"

    def fill(self, size: Size) -> None:
        file = self._template(size)
        with connect(f"sqlite:///{file}") as core:
            _made(core.store)
        connection = sqlite3.connect(file, isolation_level=None)
        connection.execute("PRAGMA synchronous = OFF")
        connection.execute("PRAGMA cache_size = -500000")
        connection.execute("BEGIN")
        for table in COLUMNS:
            names = columns(table)
            places = ", ".join("?" for _ in names)
            sql = f"INSERT INTO practice_core_{table} ({', '.join(names)}) VALUES ({places})"  # noqa: S608
            connection.executemany(sql, rows(size, table, _microseconds))
        connection.execute("COMMIT")
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        connection.close()

    def copy(self, size: Size, name: str, *, durable: bool) -> Target:
        file = self.folder / f"{name}.db"
        shutil.copyfile(self._template(size), file)
        return Target(kind="sqlite", durable=durable, name=str(file))

    def original(self, size: Size) -> Target:
        """The one that is copied: once it is written to, no more copies should be made."""
        return Target(kind="sqlite", durable=False, name=str(self._template(size)))

    def drop(self, target: Target) -> None:
        for suffix in ("", "-wal", "-shm"):
            Path(target.name + suffix).unlink(missing_ok=True)

    def _template(self, size: Size) -> Path:
        return self.folder / f"template{size.relationships}.db"


@attrs.frozen
class Postgres:
    """Databases of a server."""

    server: Server
    kind: Kind = "postgres"

    @property
    def itself(self) -> Target:
        """The server's own database, with nothing in it."""
        return self._target("postgres", durable=False)

    def fill(self, size: Size) -> None:
        template = _template(size)
        self._run(f"CREATE DATABASE {template}")
        target = self._target(template, durable=False)
        with connect(target.url) as core:
            _made(core.store)
        with psycopg.connect(target.url) as connection:
            # References are right by construction.
            connection.execute("SET session_replication_role = replica")
            for table in COLUMNS:
                sql = f"COPY practice_core_{table} ({', '.join(columns(table))}) FROM STDIN"
                with connection.cursor() as cursor, cursor.copy(sql.encode()) as copy:
                    for row in rows(size, table, _itself):
                        copy.write_row(row)
        with psycopg.connect(target.url, autocommit=True) as connection:
            connection.execute("VACUUM ANALYZE")

    def copy(self, size: Size, name: str, *, durable: bool) -> Target:
        self._run(f"CREATE DATABASE {name} TEMPLATE {_template(size)} STRATEGY FILE_COPY")
        return self._target(name, durable=durable)

    def original(self, size: Size) -> Target:
        """The one that is copied: once it is written to, no more copies should be made."""
        return self._target(_template(size), durable=False)

    def drop(self, target: Target) -> None:
        self._run(f"DROP DATABASE {target.name} WITH (FORCE)")

    def pid(self, target: Target) -> int:
        """The server's process that works for whoever is connected there."""
        asked = "SELECT pid FROM pg_stat_activity WHERE datname = %s AND application_name = %s"
        with psycopg.connect(self.server.url, autocommit=True) as connection:
            ((pid,),) = connection.execute(asked, (target.name, target.application)).fetchall()
        return int(pid)

    def _target(self, name: str, *, durable: bool) -> Target:
        return Target(kind="postgres", durable=durable, name=name, host=str(self.server.folder))

    def _run(self, sql: str) -> None:
        with psycopg.connect(self.server.url, autocommit=True) as connection:
            connection.execute(sql.encode())


Databases = Sqlite | Postgres


@contextmanager
def postgres(inside: Path) -> Iterator[Postgres]:
    """A server of the benchmark's own, with its data on a real disk."""
    with server(settings=SETTINGS, inside=inside) as started:
        yield Postgres(started)


def _made(store: object) -> None:
    if not isinstance(store, SqlStore):
        raise TypeError("a SQL store is needed")
    store.upgrade()


def _template(size: Size) -> str:
    return f"template{size.relationships}"


def _microseconds(instant: datetime) -> int:
    return (instant - EPOCH) // timedelta(microseconds=1)


def _itself(instant: datetime) -> datetime:
    return instant
