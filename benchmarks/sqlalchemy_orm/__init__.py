"""SQLAlchemy's ORM: mapped classes, a session for each operation, its unit of work and its version counter."""

from __future__ import annotations

import sqlite3

import sqlalchemy as sa

from ..contestants import Target
from . import charge, confirm, rebook


class SqlalchemyOrm:
    def __init__(self, target: Target) -> None:
        url = sa.make_url(target.url)
        if target.kind == "postgres":
            self._engine = sa.create_engine(url.set(drivername="postgresql+psycopg"))
        else:
            self._engine = sa.create_engine(url, connect_args={"isolation_level": None})
            _for_writing(self._engine, durable=target.durable)

    def confirm(self, therapist_id: str, relationship_id: str, attendee_id: str, key: str) -> None:
        confirm.confirm(self._engine, therapist_id, relationship_id, attendee_id, key=key)

    def rebook(self, therapist_id: str, session_id: str, key: str) -> None:
        rebook.rebook(self._engine, therapist_id, session_id, key=key)

    def charge(self) -> int:
        return charge.charge(self._engine)

    def close(self) -> None:
        self._engine.dispose()


def _for_writing(engine: sa.Engine, *, durable: bool) -> None:
    """As SQLAlchemy's manual has it for SQLite: transactions begin where the session says so, and are to write."""

    def prepare(connection: sqlite3.Connection, _: object) -> None:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute(f"PRAGMA synchronous = {'FULL' if durable else 'NORMAL'}")

    def begin(connection: sa.Connection) -> None:
        connection.exec_driver_sql("BEGIN IMMEDIATE")

    sa.event.listen(engine, "connect", prepare)
    sa.event.listen(engine, "begin", begin)
