"""Hosts of every kind, each with a connection of its own to the database of a core, and a table of its own there."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import attrs
import django
import psycopg
import sqlalchemy as sa
from django.conf import settings
from django.db import connections, transaction
from psycopg.rows import dict_row

ROWS = "SELECT n FROM host_rows ORDER BY n"


@attrs.frozen
class Host:
    """What a host does in its transaction: `connection` is what it hands to the core."""

    connection: Any
    run: Callable[[str], list[Any]]
    commit: Callable[[], object]
    rollback: Callable[[], object]

    def add(self, n: int) -> None:
        self.run(f"INSERT INTO host_rows VALUES ({n})")

    def rows(self) -> list[int]:
        return [next(iter(row.values())) if isinstance(row, dict) else row[0] for row in self.run(ROWS)]


@contextmanager
def by_sqlalchemy(url: str) -> Iterator[Host]:
    """With default engines: on SQLite that is the driver's old transaction mode."""
    engine = sa.create_engine(url.replace("postgresql:", "postgresql+psycopg:"))

    def run(statement: str) -> list[Any]:
        result = connection.execute(sa.text(statement))
        return list(result) if result.returns_rows else []

    with engine.connect() as connection:
        yield Host(connection, run, connection.commit, connection.rollback)
    engine.dispose()


@contextmanager
def by_driver(connection: Any) -> Iterator[Host]:
    def run(statement: str) -> list[Any]:
        cursor = connection.execute(statement)
        return list(cursor.fetchall()) if cursor.description else []

    try:
        yield Host(connection, run, connection.commit, connection.rollback)
    finally:
        connection.close()


def by_sqlite3(url: str) -> Any:
    return by_driver(sqlite3.connect(url.removeprefix("sqlite:///")))


def by_sqlite3_with_rows_and_types(url: str) -> Any:
    """Named rows, and what is declared as a date or a timestamp converted."""
    types = sqlite3.PARSE_DECLTYPES | sqlite3.PARSE_COLNAMES
    connection = sqlite3.connect(url.removeprefix("sqlite:///"), detect_types=types)
    connection.row_factory = sqlite3.Row
    return by_driver(connection)


def by_psycopg(url: str) -> Any:
    return by_driver(psycopg.connect(url))


def by_psycopg_with_dicts(url: str) -> Any:
    return by_driver(psycopg.connect(url, row_factory=dict_row))


@contextmanager
def by_django(url: str) -> Iterator[Host]:
    """In `atomic`, whose connection rows are loaded as Django wants them."""
    with by_django_without_transaction(url) as host:
        connection = connections["host"]
        block = transaction.atomic(using="host")
        block.__enter__()

        def end(*, commit: bool) -> None:
            nonlocal block
            transaction.set_rollback(not commit, using="host")
            block.__exit__(None, None, None)
            block = transaction.atomic(using="host")
            block.__enter__()

        try:
            yield Host(connection.connection, host.run, lambda: end(commit=True), lambda: end(commit=False))
        finally:
            transaction.set_rollback(True, using="host")
            block.__exit__(None, None, None)


@contextmanager
def by_django_without_transaction(url: str) -> Iterator[Host]:
    """As Django is outside of `atomic`: each statement of the host's is committed at once."""
    if not settings.configured:
        settings.configure(DATABASES={}, USE_TZ=True)
        django.setup()
    name, _, where = url.partition(":///")
    if name == "sqlite":
        asked: dict[str, Any] = {"ENGINE": "django.db.backends.sqlite3", "NAME": where}
    else:
        made = sa.make_url(url)
        asked = {
            "ENGINE": "django.db.backends.postgresql",
            "NAME": made.database,
            "USER": made.username,
            "HOST": made.query["host"],
            "OPTIONS": {"options": made.query["options"]},
        }
    connections.settings["host"] = connections.configure_settings({"default": {}, "host": asked})["host"]
    connection = connections["host"]
    connection.ensure_connection()

    def run(statement: str) -> list[Any]:
        with connection.cursor() as cursor:
            cursor.execute(statement)
            return list(cursor.fetchall()) if cursor.description else []

    try:
        yield Host(connection.connection, run, connection.commit, connection.rollback)
    finally:
        connection.close()
        del connections["host"]


HOSTS: dict[str, tuple[str, Callable[[str], Any]]] = {
    "sqlalchemy on sqlite": ("sqlite", by_sqlalchemy),
    "sqlite3": ("sqlite", by_sqlite3),
    "sqlite3 with rows and types": ("sqlite", by_sqlite3_with_rows_and_types),
    "django on sqlite": ("sqlite", by_django),
    "sqlalchemy on postgres": ("postgres", by_sqlalchemy),
    "psycopg": ("postgres", by_psycopg),
    "psycopg with dicts": ("postgres", by_psycopg_with_dicts),
    "django on postgres": ("postgres", by_django),
}
