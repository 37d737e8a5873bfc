"""Creating and upgrading the schema, by Alembic."""

from __future__ import annotations

from typing import Any

import attrs
import sqlalchemy as sa

from ...domain.errors import Unavailable
from .driver import Driver
from .schema import VERSION_TABLE

# The newest revision; a test compares it with the scripts beside this file.
HEAD = "0008"
_BEGINNINGS = {
    "sqlite": ("BEGIN IMMEDIATE",),
    # A large table may take longer than a command is given.
    "postgresql": (
        "BEGIN",
        "SET LOCAL statement_timeout = 0",
        f"SELECT pg_advisory_xact_lock(hashtext('{VERSION_TABLE}'))",
    ),
}


def revision_of(engine: sa.Engine) -> str | None:
    """The revision of the schema that is there; None for a database without one."""
    with engine.connect() as connection:
        if not sa.inspect(connection).has_table(VERSION_TABLE):
            return None
        version = sa.table(VERSION_TABLE, sa.column("version_num"))
        return connection.execute(sa.select(version.c.version_num)).scalar()


@attrs.define
class Schema:
    """Whether it was looked at, and is the one that this code knows. Shared by all who use the same database."""

    known: bool = False


def make_ready(engine: sa.Engine) -> None:
    """Let a new SQLite file be used at once; refuse a schema that this code does not know. Raises `Unavailable`."""
    revision = revision_of(engine)
    if revision is None and engine.dialect.name == "sqlite":
        upgrade(engine)
    else:
        check(revision)


def check(revision: str | None) -> None:
    """Refuse a schema that this code does not know. Raises `Unavailable`."""
    if revision is not None and revision > HEAD:
        raise _newer()
    if revision != HEAD:
        raise Unavailable("database", f"its schema is at {revision}, not at {HEAD}: run practice-core init")


def check_on(cursor: Any, driver: Driver) -> None:
    """As `check`, on a host's connection."""
    revision = None
    if driver.has_table(cursor, VERSION_TABLE):
        cursor.execute(f"SELECT version_num FROM {VERSION_TABLE}")  # noqa: S608 - a name of ours
        revision = (cursor.fetchone() or (None,))[0]
    check(revision)


def upgrade(engine: sa.Engine) -> None:
    """Bring the schema to `HEAD`; nothing happens where it is there already.

    Raises `Unavailable` for a schema of a newer version than this code.
    """
    # Alembic is slow to import, and needed only here.
    from alembic import command
    from alembic.config import Config
    from alembic.util import CommandError

    config = Config()
    config.set_main_option("script_location", "practice_core.adapters.sql:revisions")
    with engine.connect() as connection:
        # All of it or nothing; whoever else finds the new database waits here, and then finds it done.
        for statement in _BEGINNINGS[engine.dialect.name]:
            connection.exec_driver_sql(statement)
        config.attributes["connection"] = connection
        try:
            command.upgrade(config, "head")
        except CommandError as exc:
            raise _newer() from exc
        connection.exec_driver_sql("COMMIT")


def _newer() -> Unavailable:
    return Unavailable("database", "its schema is of a newer version than this code")
