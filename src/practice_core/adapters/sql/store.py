"""The store on a SQL database: SQLAlchemy Core for schema, dialect and pool, the driver for the rest."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from datetime import datetime
from itertools import groupby
from operator import attrgetter
from threading import Lock
from typing import Any, Protocol

import sqlalchemy as sa

from ...domain.errors import Conflict
from ...ports.store import Ask, Batch, Changed, Kept, Stamp, id_of
from . import schema, upgrade
from .rows import MAPPINGS, Scalars
from .statements import Statements


class Driver(Protocol):
    """What databases do differently."""

    @property
    def scalars(self) -> Scalars:
        """How it holds instants and dates."""

    @property
    def integrity_errors(self) -> tuple[type[Exception], ...]:
        """What it raises for a key that is taken, or a reference to nothing."""

    def engine(self) -> sa.Engine:
        """A pool of connections, none opened yet."""

    def translated(self) -> AbstractContextManager[None]:
        """The driver's outages as `Unavailable`."""

    def shown(self, column: sa.Column[Any]) -> sa.ColumnElement[Any]:
        """The column as reading gives it: text, or a number."""

    def begin_writing(self, cursor: Any) -> None:
        """A transaction that will write."""

    def end(self, cursor: Any, *, commit: bool) -> None:
        """Commit or roll back."""


class SqlStore:
    """Thread-safe. Opens its first connection when it is first used, and then looks at the schema."""

    def __init__(self, driver: Driver) -> None:
        self._driver = driver
        self.engine = driver.engine()
        self._statements = Statements(self.engine.dialect, driver.shown)
        self._ready = False
        self._getting_ready = Lock()

    @contextmanager
    def open(self, *, locked: bool = False) -> Iterator[SqlAccess]:
        with self._cursor() as cursor:
            access = SqlAccess(cursor, self._driver, self._statements, locked=locked)
            try:
                yield access
            finally:
                access.leave()

    def fill(self, batches: Iterable[Batch]) -> None:
        with self._cursor() as cursor:
            access = SqlAccess(cursor, self._driver, self._statements, locked=True)
            try:
                access.fill(batches)
            finally:
                access.leave()

    def practices(self, *, limit: int) -> tuple[str, ...]:
        table = schema.practices
        listed = sa.select(table.c.id).order_by(table.c.id).limit(limit)
        text = str(listed.compile(dialect=self.engine.dialect, compile_kwargs={"literal_binds": True}))
        with self._cursor() as cursor, self._driver.translated():
            cursor.execute(text)
            return tuple(row[0] for row in cursor.fetchall())

    def close(self) -> None:
        self.engine.dispose()

    @contextmanager
    def _cursor(self) -> Iterator[Any]:
        self._get_ready()
        with self._driver.translated():
            connection = self.engine.raw_connection()
        try:
            yield connection.cursor()
        finally:
            connection.close()

    def _get_ready(self) -> None:
        if self._ready:
            return
        with self._getting_ready, self._driver.translated():
            if not self._ready:
                upgrade.make_ready(self.engine)
                self._ready = True


class SqlAccess:
    """One unit of work's connection. Between a read and the write no transaction is open, unless `locked`."""

    def __init__(self, cursor: Any, driver: Driver, statements: Statements, *, locked: bool) -> None:
        self._cursor = cursor
        self._driver = driver
        self._statements = statements
        self._locked = locked
        self._writing = False

    def read(self, practice_id: str, asks: Sequence[Ask[Any]]) -> list[tuple[Kept[Any], ...]]:
        reading = self._statements.read(tuple([ask.query for ask in asks]))
        scalars = self._driver.scalars
        given: dict[str, Any] = {"_scope": practice_id}
        for number, ask in enumerate(asks):
            for name, value in ask.values:
                given[f"{name}_{number}"] = scalars.instant(value) if isinstance(value, datetime) else value
        with self._driver.translated():
            if self._locked:
                self._begin_writing()
            self._cursor.execute(reading.statement.text, reading.statement.values(given))
            rows = self._cursor.fetchall()
        found: list[list[Kept[Any]]] = [[] for _ in asks]
        for row in rows:
            number = row[0]
            mapping = reading.mappings[number]
            values = reading.rows[number](row)
            found[number].append(Kept(mapping.from_row(values), Stamp(*values[len(mapping.columns) :])))
        for ask, kept in zip(asks, found, strict=True):
            if len(kept) > 1:
                kept.sort(key=_in_order(ask.query.order))
        return [tuple(kept) for kept in found]

    def write(self, batch: Batch) -> None:
        self.fill([batch])

    def fill(self, batches: Iterable[Batch]) -> None:
        with self._driver.translated():
            self._begin_writing()
        for batch in batches:
            self._write(batch)
        with self._driver.translated():
            self._driver.end(self._cursor, commit=True)
        self._writing = False

    def leave(self) -> None:
        """Undo what was begun and not committed."""
        if self._writing:
            self._writing = False
            self._driver.end(self._cursor, commit=False)

    def _begin_writing(self) -> None:
        if not self._writing:
            self._driver.begin_writing(self._cursor)
            self._writing = True

    def _write(self, batch: Batch) -> None:
        try:
            with self._driver.translated():
                self._check(batch)
                # Changes first: what is unique may pass from a changed row to an added one.
                for of, changes in _by_kind(batch.changed):
                    self._change(batch.practice_id, of, changes)
                for of, kept in _by_kind(batch.added):
                    self._add(of, kept)
        except self._driver.integrity_errors as exc:
            raise Conflict("an id or a unique key") from exc

    def _check(self, batch: Batch) -> None:
        relied_on = sorted(batch.relied_on, key=lambda guard: _ORDER[guard[0]])
        for of, group in groupby(relied_on, key=lambda guard: guard[0]):
            guards = list(group)
            statement = self._statements.check(of, len(guards))
            values = [value for _, name, version in guards for value in (name, version)]
            self._cursor.execute(statement.text, (batch.practice_id, *values))
            if self._cursor.fetchone()[0] != len(guards):
                raise Conflict(f"a {of.__name__}")

    def _change(self, practice_id: str, of: type, changes: list[Changed]) -> None:
        statement = self._statements.change(of)
        rows = [(*self._row(of, c.thing, c.stamp), practice_id, id_of(c.thing), c.was) for c in changes]
        self._cursor.executemany(statement.text, rows)
        if self._cursor.rowcount != len(rows):
            raise Conflict(f"a {of.__name__}")

    def _add(self, of: type, added: list[Kept[Any]]) -> None:
        rows = [self._row(of, kept.thing, kept.stamp) for kept in added]
        self._cursor.executemany(self._statements.add(of).text, rows)

    def _row(self, of: type, thing: Any, stamp: Stamp) -> tuple[Any, ...]:
        mapping = MAPPINGS[of]
        marks = (stamp.version, stamp.number, stamp.digest)[: len(mapping.stamp)]
        return (*mapping.to_row(thing, self._driver.scalars), *marks)


def _in_order(order: tuple[str, ...]) -> Callable[[Kept[Any]], Any]:
    """By the things themselves, so that every database orders alike."""
    of_thing = attrgetter(*order)
    return lambda kept: of_thing(kept.thing)


def _by_kind(things: Iterable[Any]) -> Iterator[tuple[type, list[Any]]]:
    """Grouped by kind, in the order of what refers to what."""
    ordered = sorted(things, key=lambda one: _ORDER[type(one.thing)])
    for of, group in groupby(ordered, key=lambda one: type(one.thing)):
        yield of, list(group)


_ORDER = {of: place for place, of in enumerate(MAPPINGS)}
