"""One unit of work on a connection: reading a case, writing a batch."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from datetime import datetime
from itertools import groupby
from operator import attrgetter, itemgetter
from typing import Any

from ...domain.errors import Conflict, Unavailable
from ...domain.practice import Practice
from ...ports.store import Ask, Batch, Changed, Kept, Query, Stamp, id_of
from .driver import Driver
from .rows import MAPPINGS
from .statements import Statements
from .whole import Counts, Shape


class SqlAccess:
    """One unit of work's connection. Between a read and the write no transaction is open, unless `locked`."""

    def __init__(self, cursor: Any, driver: Driver, statements: Statements, *, locked: bool) -> None:
        self._cursor = cursor
        self._driver = driver
        self._statements = statements
        self._locked = locked
        self._writing = False

    def read(self, practice_id: str, asks: Sequence[Ask[Any]]) -> list[tuple[Kept[Any], ...]]:
        if not asks:
            return []
        reading = self._statements.read(tuple([ask.query for ask in asks]))
        scalars = self._driver.scalars
        given: dict[str, Any] = {"_scope": practice_id}
        for number, ask in enumerate(asks):
            for name, value in ask.values:
                given[f"{name}_{number}"] = scalars.instant(value) if isinstance(value, datetime) else value
        with self._driver.translated():
            if self._locked:
                self._begin_writing()
                self._lock([ask.query for ask in asks], given)
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
        relied_on, changed, added = _sorted(batch)
        shape = Shape(_counted(relied_on), _counted(changed), _counted(added))
        if not self._driver.writes_whole or not shape.in_any_order:
            self.fill([batch])
            return
        values: list[Any] = []
        for _, guards in _grouped(relied_on):
            values.append(batch.practice_id)
            for _, name, version in guards:
                values += (name, version)
        for _, change in changed:
            values += (*self._settable(change), batch.practice_id, id_of(change.thing), change.was)
        for of, kept in added:
            values += self._row(of, kept.thing, kept.stamp)
        with self._races(), self._driver.translated(committing=True):
            self._cursor.execute(self._statements.whole(shape), values)
        self._commit()

    def fill(self, batches: Iterable[Batch]) -> None:
        with self._driver.translated():
            self._begin_writing()
        for batch in batches:
            with self._races(), self._driver.translated():
                self._write(batch)
        self._commit()

    def leave(self) -> None:
        """Undo what was begun and not committed."""
        if self._writing:
            self._writing = False
            # A connection where that fails is broken: it is not used again, and its end undoes the rest.
            with suppress(Unavailable), self._driver.translated():
                self._driver.end(self._cursor, commit=False)

    def _begin_writing(self) -> None:
        if not self._writing:
            self._driver.begin_writing(self._cursor)
            self._writing = True

    def _commit(self) -> None:
        if self._writing:
            with self._races(), self._driver.translated(committing=True):
                self._driver.end(self._cursor, commit=True)
            self._writing = False

    def _lock(self, queries: Sequence[Query[Any]], given: dict[str, Any]) -> None:
        """Keep what the decision relies on as it is until the end; the practice aside, which all rely on."""
        for number, query in enumerate(queries):
            if self._driver.locks_rows and query.relied_on and query.of is not Practice:
                lock = self._statements.lock(query, number)
                self._cursor.execute(lock.text, lock.values(given))

    @contextmanager
    def _races(self) -> Iterator[None]:
        try:
            yield
        except self._driver.lost_races as exc:
            raise Conflict("an id, a unique key or a version") from exc

    def _write(self, batch: Batch) -> None:
        """One statement a kind of thing and deed, in a transaction that is open."""
        relied_on, changed, added = _sorted(batch)
        for of, guards in _grouped(relied_on):
            statement = self._statements.check(of, len(guards))
            versions = {name: version for _, name, version in guards}
            self._cursor.execute(statement.text, (batch.practice_id, *versions))
            if dict(self._cursor.fetchall()) != versions:
                raise Conflict(f"a {of.__name__}")
        # Changes first: what is unique may pass from a changed row to an added one.
        for of, changes in _grouped(changed):
            rows = [(*self._settable(c), batch.practice_id, id_of(c.thing), c.was) for _, c in changes]
            self._cursor.executemany(self._statements.change(of).text, rows)
            if self._cursor.rowcount != len(rows):
                raise Conflict(f"a {of.__name__}")
        for of, things in _grouped(added):
            rows = [self._row(of, kept.thing, kept.stamp) for _, kept in things]
            self._cursor.executemany(self._statements.add(of).text, rows)

    def _settable(self, change: Changed) -> tuple[Any, ...]:
        of = type(change.thing)
        return self._row(of, change.thing, change.stamp)[MAPPINGS[of].keys :]

    def _row(self, of: type, thing: Any, stamp: Stamp) -> tuple[Any, ...]:
        mapping = MAPPINGS[of]
        marks = (stamp.version, stamp.number, stamp.digest)[: len(mapping.stamp)]
        return (*mapping.to_row(thing, self._driver.scalars), *marks)


def _in_order(order: tuple[str, ...]) -> Callable[[Kept[Any]], Any]:
    """By the things themselves, so that every database orders alike."""
    of_thing = attrgetter(*order)
    return lambda kept: of_thing(kept.thing)


Grouped = list[tuple[Any, ...]]


def _sorted(batch: Batch) -> tuple[Grouped, Grouped, Grouped]:
    """What is relied on, changed and added: each with its kind first, in the order of what refers to what."""
    changed = [(type(change.thing), change) for change in batch.changed]
    added = [(type(kept.thing), kept) for kept in batch.added]
    return sorted(batch.relied_on, key=_by_kind), sorted(changed, key=_by_kind), sorted(added, key=_by_kind)


def _by_kind(one: tuple[Any, ...]) -> int:
    return _ORDER[one[0]]


def _grouped(things: Grouped) -> Iterator[tuple[type, Grouped]]:
    for of, group in groupby(things, key=itemgetter(0)):
        yield of, list(group)


def _counted(things: Grouped) -> Counts:
    return tuple(Counter(of for of, *_ in things).items())


_ORDER = {of: place for place, of in enumerate(MAPPINGS)}
