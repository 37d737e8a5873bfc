"""One unit of work on a connection: reading a case, writing a batch."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from contextlib import suppress
from datetime import date, datetime
from itertools import groupby
from operator import itemgetter
from typing import Any

from ...domain.errors import Conflict, Unavailable
from ...domain.practice import Practice
from ...ports.store import Among, Ask, Batch, Changed, Kept, Query, Stamp
from .driver import Driver, Encode, Translated
from .rows import MAPPINGS, Mapping
from .statements import Statements
from .whole import Shape, fits_one_statement

CHECKED_AT_ONCE = 500
"""Versions asked for by one statement: no database takes any number of values."""


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
        given = {"_scope": practice_id, **values_of(asks, self._driver.instant)}
        asked = reading.statement.text, reading.statement.values(given)
        with Translated(self._driver, racing=True):
            if self._locked or reading.claims:
                with self._driver.together(self._cursor):
                    self._begin_writing()
                    if self._locked:
                        self._lock(asks, given)
                    self._cursor.execute(*asked)
            else:
                self._cursor.execute(*asked)
            rows = self._cursor.fetchall()
        found: list[list[Kept[Any]]] = [[] for _ in asks]
        made: dict[tuple[Mapping[Any], tuple[Any, ...]], Kept[Any]] = {}
        moment = self._driver.moment
        for row in rows:
            number = row[0]
            mapping, values = reading.mappings[number], reading.rows[number](row)
            # What several questions find is made once.
            place = mapping, values[: mapping.keys]
            kept = made.get(place)
            if kept is None:
                made[place] = kept = Kept(mapping.from_row(values, moment), Stamp(*values[len(mapping.columns) :]))
            found[number].append(kept)
        for several, order in zip(found, reading.orders, strict=True):
            if len(several) > 1:
                several.sort(key=order)
        return [tuple(several) for several in found]

    def write(self, batch: Batch) -> None:
        if self._driver.writes_whole and fits_one_statement(batch):
            self._write_whole(batch)
            return
        with Translated(self._driver, racing=True):
            self._begin_writing()
            self._write(batch)
        self._commit()

    def _write_whole(self, batch: Batch) -> None:
        values: list[Any] = []
        parts: list[tuple[type, int, tuple[str, ...] | None]] = []
        for of, changes, group in _held(batch):
            columns = None
            if changes:
                columns, rows = self._differing(of, group)
                for row, change in zip(rows, group, strict=True):
                    values += (*row, batch.practice_id, change.thing.id, change.was)
            else:
                values.append(batch.practice_id)
                for name_and_version in group:
                    values += name_and_version
            parts.append((of, len(group), columns))
        added = _added(batch)
        for of, things in added:
            for kept in things:
                values += self._row(of, MAPPINGS[of].to_row(kept.thing), kept.stamp)
        shape = Shape(tuple(parts), tuple([(of, len(things)) for of, things in added]))
        statement = self._statements.whole(shape)
        if not self._writing:
            with Translated(self._driver, racing=True, committing=self._alone):
                self._cursor.execute(statement, values)
            return
        with Translated(self._driver, racing=True, committing=True), self._driver.together(self._cursor):
            self._cursor.execute(statement, values)
            self._driver.end(self._cursor, commit=True)
        self._writing = False

    def fill(self, batches: Iterable[Batch]) -> None:
        with Translated(self._driver):
            self._begin_writing()
        written: Counter[type] = Counter()
        grown: list[str] = []
        for batch in batches:
            with Translated(self._driver, racing=True):
                # Nothing has grown before the first.
                self._driver.look_again(self._cursor, grown)
                self._write(batch)
            kinds = {type(kept.thing) for kept in batch.added} & _REFERRED_TO
            written.update(kinds)
            # The first batches may hold a few of a kind only; later ones change what is best less and less.
            grown = [MAPPINGS[of].table.name for of in kinds if written[of].bit_count() == 1]
        self._commit()

    def leave(self) -> None:
        """Undo what was begun and not committed."""
        if self._writing:
            self._writing = False
            # A connection where that fails is broken: it is not used again, and its end undoes the rest.
            with suppress(Unavailable), Translated(self._driver):
                self._driver.end(self._cursor, commit=False)

    _alone = True
    """Whether a statement outside a transaction of ours is one of its own, and commits itself."""

    def _begin_writing(self) -> None:
        if not self._writing:
            self._driver.begin_writing(self._cursor)
            self._writing = True

    def _commit(self) -> None:
        if self._writing:
            with Translated(self._driver, racing=True, committing=True):
                self._driver.end(self._cursor, commit=True)
            self._writing = False

    def _lock(self, asks: Sequence[Ask[Any]], given: dict[str, Any]) -> None:
        """Keep what the decision relies on as it is until the end; the practice aside, which all rely on."""
        if not self._driver.locks_rows:
            return
        # In the order in which a batch takes them: who locks alike waits, and who does not comes to a deadlock.
        for number, ask in sorted(enumerate(asks), key=_in_locking_order):
            if ask.query.relied_on and ask.query.of is not Practice and not _claims(ask.query):
                lock = self._statements.lock(ask.query, number)
                self._driver.run(self._cursor, lock.text, lock.values(given))

    def _write(self, batch: Batch) -> None:
        """One statement a kind of thing and deed, in a transaction that is open."""
        # Changes first: what is unique may pass from a changed row to an added one.
        for of, changes, group in _held(batch):
            if changes:
                columns, settable = self._differing(of, group)
                rows = [
                    (*row, batch.practice_id, change.thing.id, change.was)
                    for row, change in zip(settable, group, strict=True)
                ]
                self._cursor.executemany(self._statements.change(of, columns).text, rows)
                as_it_was = self._cursor.rowcount == len(rows)
            else:
                as_it_was = all(
                    self._are_at(batch.practice_id, of, dict(group[start : start + CHECKED_AT_ONCE]))
                    for start in range(0, len(group), CHECKED_AT_ONCE)
                )
            if not as_it_was:
                raise Conflict(f"a {of.__name__}")
        for of, things in _added(batch):
            to_row = MAPPINGS[of].to_row
            added = [self._row(of, to_row(kept.thing), kept.stamp) for kept in things]
            self._cursor.executemany(self._statements.add(of).text, added)
        if batch.blanked:
            # In one order, or two who erase parties to the same thing would come to a deadlock.
            keys = sorted((str(one.kind), one.thing_id, one.number) for one in batch.blanked)
            self._cursor.executemany(self._statements.blank.text, [(batch.practice_id, *key) for key in keys])
            if self._cursor.rowcount != len(keys):
                raise Conflict("a journal entry")

    def _are_at(self, practice_id: str, of: type, versions: dict[str, int]) -> bool:
        """Whether those things are still at their versions; where rows are locked, they stay there."""
        self._cursor.execute(self._statements.check(of, len(versions)).text, (practice_id, *versions))
        return dict(self._cursor.fetchall()) == versions

    def _differing(self, of: type, group: Sequence[Changed]) -> tuple[tuple[str, ...], list[list[Any]]]:
        """The columns in which any of them is not as it was read, and for each what they are to be, and its stamp.

        A database has to look after the indices of what is set, whether or not it differs.
        """
        mapping = MAPPINGS[of]
        if all(change.before is change.thing for change in group):
            return (), [list(change.stamp[: len(mapping.stamp)]) for change in group]
        settable = range(mapping.keys, len(mapping.columns))
        differing: set[int] = set()
        rows = []
        for change in group:
            thing = mapping.to_row(change.thing)
            if change.before is None:
                differing.update(settable)
            elif change.before is not change.thing:
                before = mapping.to_row(change.before)
                differing.update([place for place in settable if thing[place] != before[place]])
            rows.append(self._row(of, thing, change.stamp))
        places = [*sorted(differing), *range(len(mapping.columns), len(mapping.columns) + len(mapping.stamp))]
        names = tuple([mapping.columns[place] for place in sorted(differing)])
        return names, [[row[place] for place in places] for row in rows]

    def _row(self, of: type, thing: tuple[Any, ...], stamp: Stamp) -> list[Any]:
        """A thing's row with its stamp, as the driver takes it."""
        mapping, instant = MAPPINGS[of], self._driver.instant
        row = [*thing, *stamp[: len(mapping.stamp)]]
        if instant is not None:
            for place in mapping.instants:
                if (value := row[place]) is not None:
                    row[place] = instant(value)
        return row


def values_of(asks: Sequence[Ask[Any]], instant: Encode | None) -> dict[str, Any]:
    """The values of some questions, named by the question's number and their name."""
    return {
        f"{name}_{number}": value if isinstance(value, str) else _written(value, instant)
        for number, ask in enumerate(asks)
        for name, value in ask.values
    }


def _written(value: Any, instant: Encode | None) -> Any:
    match value:
        case datetime():
            return instant(value) if instant else value
        case date():
            return value.isoformat()
        case _:
            # Only what somebody has left in a column of SQLite's, when it is looked for again (J3).
            return value


def _claims(query: Query[Any]) -> bool:
    """Whether it finds what is claimed, or goes by that: the claim has its own locks, and waits for nobody."""
    return query.claimed or any(isinstance(where, Among) and _claims(where.query) for where in query.where)


def _held(batch: Batch) -> list[tuple[type, bool, list[Any]]]:
    """What is relied on and what is changed, by kind and id: every unit of work takes its locks in that order.

    Neighbours of one kind together: the ids and versions of what is relied on, or, if so marked, changes.
    """
    held: list[tuple[int, str, type, bool, Any]] = [
        *[(_ORDER[of], name, of, False, (name, version)) for of, name, version in batch.relied_on],
        *[(_ORDER[type(one.thing)], one.thing.id, type(one.thing), True, one) for one in batch.changed],
    ]
    held.sort(key=itemgetter(0, 1))
    return [(of, changes, [one[4] for one in group]) for (of, changes), group in groupby(held, key=itemgetter(2, 3))]


def _added(batch: Batch) -> list[tuple[type, list[Kept[Any]]]]:
    """What is added, by kind: what is referred to first."""
    by_kind: dict[type, list[Kept[Any]]] = {}
    for kept in batch.added:
        by_kind.setdefault(type(kept.thing), []).append(kept)
    return [(of, by_kind[of]) for of in sorted(by_kind, key=_ORDER.__getitem__)]


def _in_locking_order(numbered: tuple[int, Ask[Any]]) -> tuple[Any, ...]:
    _, ask = numbered
    return _ORDER[ask.query.of], ask.values


_ORDER = {of: place for place, of in enumerate(MAPPINGS)}
_TARGETS = {key.referred_table for mapping in MAPPINGS.values() for key in mapping.table.foreign_key_constraints}
_REFERRED_TO = {of for of, mapping in MAPPINGS.items() if mapping.table in _TARGETS}
