"""Every statement the store runs, compiled once by SQLAlchemy Core and run as it is on the driver's cursor.

Core's own way of executing costs several times the driver; its compiler, which knows the dialect, costs once.

All that a unit of work asks at once is one statement, a `UNION ALL` with a branch for each question: one round
trip, and one state of the database. Its rows have places for text, for numbers and for instants, each as often as the
thing needs them that has most; dates come as ISO 8601 text, and instants as the database holds them.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property, lru_cache, partial
from operator import attrgetter, itemgetter
from typing import Any

import attrs
import sqlalchemy as sa
from sqlalchemy.engine import Dialect

from ...domain.journal import JournalEntry
from ...domain.practice import Practice
from ...ports.questions import KEYS_OVER
from ...ports.store import Among, Either, Given, Kept, KeyRecord, Of, Op, Query, Where
from . import whole
from .driver import Driver, Worded
from .rows import MAPPINGS, Mapping, scope_of
from .schema import Instant

_SCOPE, _ID, _WAS = "_scope", "_id", "_was"
# Written out: where it is not said, SQLAlchemy says it for SQLite with a parameter of its own.
_FROM_THE_FIRST: sa.ColumnElement[int] = sa.literal_column("0", sa.Integer)
_ONE: sa.ColumnElement[int] = sa.literal_column("1", sa.Integer)

SHAPES_KEPT = 256
"""Texts of whole batches that are kept: a large one's is tens of kilobytes, and there is no end of shapes."""

Claims = dict[Query[Any], sa.CTE]


@attrs.frozen
class Statement:
    """SQL with positional parameters, as the driver takes it, and the names of the values that go there."""

    text: Worded
    parameters: tuple[str, ...]

    def values(self, given: dict[str, Any]) -> tuple[Any, ...]:
        return tuple([given[name] for name in self.parameters])


@attrs.frozen
class Reading:
    """One statement for several questions. A row begins with the number of the one it answers."""

    statement: Statement
    mappings: tuple[Mapping[Any], ...]
    rows: tuple[Callable[[Any], tuple[Any, ...]], ...]
    """For each question: from a row of the union to the thing's columns and its stamp's."""
    orders: tuple[Callable[[Kept[Any]], Any], ...]
    """For each: what its answers are sorted by. By the things themselves, so that every database orders alike."""
    claims: bool
    """Whether one of the questions is asked to claim what it finds."""


class Statements:
    """The statements of one database. Threads share them: what two compile at once is the same."""

    def __init__(self, dialect: Dialect, driver: Driver) -> None:
        self._dialect = dialect
        self._shown = driver.shown
        self._worded = driver.worded
        self._reading: dict[tuple[Query[Any], ...], Reading] = {}
        self._listing: dict[tuple[Query[Any], ...], Statement] = {}
        self._adding: dict[type, Statement] = {}
        self._changing: dict[tuple[type, tuple[str, ...]], Statement] = {}
        self._checking: dict[tuple[type, int], Statement] = {}
        self._locking: dict[tuple[Query[Any], int], Statement] = {}
        self._whole = lru_cache(maxsize=SHAPES_KEPT)(partial(_whole, dialect=dialect, worded=driver.worded))

    def read(self, queries: tuple[Query[Any], ...]) -> Reading:
        """What each query finds. Values are named by the query's number and their name; `_scope` is the practice."""
        if queries not in self._reading:
            mappings = tuple(MAPPINGS[query.of] for query in queries)
            widths = [max(map(len, places)) for places in zip(*map(_places, mappings), strict=True)]
            claims = {query: _claim(query, n) for n, query in enumerate(queries) if query.claimed}
            branches = [self._branch(n, query, widths, claims) for n, query in enumerate(queries)]
            union = branches[0] if len(branches) == 1 else sa.union_all(*branches)
            rows = tuple(_picker(mapping, widths) for mapping in mappings)
            orders = tuple(attrgetter(*[f"thing.{name}" for name in query.order]) for query in queries)
            self._reading[queries] = Reading(self._compiled(union), mappings, rows, orders, bool(claims))
        return self._reading[queries]

    def practices(self, having: tuple[Query[Any], ...] = ()) -> Statement:
        """The ids of the practices, in order, after one and so many at the most; values are named as in `read`."""
        if having not in self._listing:
            table = MAPPINGS[Practice].table
            listed = sa.select(table.c.id).where(table.c.id > sa.bindparam("after")).order_by(table.c.id)
            if having:
                finds = [_finds(query, table.c.id, number) for number, query in enumerate(having)]
                listed = listed.where(sa.or_(*finds))
            self._listing[having] = self._compiled(_first(listed, sa.bindparam("limit")))
        return self._listing[having]

    def add(self, of: type) -> Statement:
        """Insert one row: the thing's columns, then its stamp's."""
        if of not in self._adding:
            mapping = MAPPINGS[of]
            names = mapping.columns + mapping.stamp
            self._adding[of] = self._compiled(sa.insert(mapping.table), names)
        return self._adding[of]

    def change(self, of: type, columns: tuple[str, ...]) -> Statement:
        """Update one row that is still at its version: those columns, its stamp, then practice, id and version."""
        place = of, columns
        if place not in self._changing:
            mapping = MAPPINGS[of]
            statement = sa.update(mapping.table).where(
                scope_of(mapping.table) == sa.bindparam(_SCOPE),
                mapping.table.c.id == sa.bindparam(_ID),
                mapping.table.c.version == sa.bindparam(_WAS),
            )
            self._changing[place] = self._compiled(statement, columns + mapping.stamp)
        return self._changing[place]

    @cached_property
    def blank(self) -> Statement:
        """Erase the note and the salt of one entry of the journal: practice, kind, thing and number (D3)."""
        table = MAPPINGS[JournalEntry].table
        key = [column == sa.bindparam(f"_{column.name}") for column in table.primary_key.columns]
        nothing: sa.ColumnElement[str] = sa.literal_column("''", sa.Text)
        return self._compiled(sa.update(table).where(*key).values(note=nothing, note_salt=nothing))

    @cached_property
    def forget_keys(self) -> Statement:
        """Delete so many of the keys that `KEYS_OVER` finds, but for those that somebody has locked (D1)."""
        table = MAPPINGS[KeyRecord].table
        over = table.alias("over")
        found = sa.select(over.c.id).where(*_conditions(KEYS_OVER, over, 0)).order_by(over.c.used_at)
        first = _first(found, sa.bindparam("limit")).with_for_update(skip_locked=True)
        # PostgreSQL makes an array once, and looks it up by key; joining, it would rather read the whole practice.
        arrays = self._dialect.name == "postgresql"
        these = table.c.id == sa.any_(sa.func.array(first.scalar_subquery())) if arrays else table.c.id.in_(first)
        return self._compiled(sa.delete(table).where(scope_of(table) == sa.bindparam(_SCOPE), these))

    def check(self, of: type, how_many: int) -> Statement:
        """Ids and versions of so many things, which stay so where rows are locked: practice, then each id."""
        place = of, how_many
        if place not in self._checking:
            table = MAPPINGS[of].table
            # By ids alone: for pairs of id and version SQLite would read the whole practice.
            wanted = table.c.id.in_([sa.bindparam(f"{_ID}{n}") for n in range(how_many)])
            found = sa.select(table.c.id, table.c.version).where(scope_of(table) == sa.bindparam(_SCOPE), wanted)
            ordered = found.order_by(table.c.id)
            self._checking[place] = self._compiled(ordered if of is Practice else ordered.with_for_update(read=True))
        return self._checking[place]

    def lock(self, query: Query[Any], number: int) -> Statement:
        """Lock the rows that the query finds, in the order of their ids; named as in `read`.

        Not their keys, which nobody changes: what refers to them may be added meanwhile.
        """
        place = query, number
        if place not in self._locking:
            table = MAPPINGS[query.of].table
            rows: sa.Select[Any] = sa.select(sa.literal_column("1")).where(*_conditions(query, table, number))
            self._locking[place] = self._compiled(rows.order_by(table.c.id).with_for_update(key_share=True))
        return self._locking[place]

    def whole(self, shape: whole.Shape) -> Worded:
        """A batch of that shape as one statement."""
        return self._whole(shape)

    def _branch(self, number: int, query: Query[Any], widths: list[int], claims: Claims) -> sa.Select[Any]:
        mapping = MAPPINGS[query.of]
        table: Any = claims.get(query, mapping.table)
        columns: list[sa.ColumnElement[Any]] = [sa.literal_column(str(number))]
        for names, width, type_ in zip(_places(mapping), widths, _TYPES, strict=True):
            columns += [self._shown(table.c[name]) for name in names]
            columns += [sa.cast(sa.null(), type_)] * (width - len(names))
        labelled = [column.label(f"c{place}") for place, column in enumerate(columns)]
        if query in claims:
            return sa.select(*labelled)
        branch = sa.select(*labelled).where(*_conditions(query, table, number, claims))
        if query.limit is None:
            return branch
        # The order of the rest is made of the things themselves, alike for every store; here it says which.
        ordered = branch.order_by(*(table.c[name] for name in query.order))
        first = _first(ordered, sa.literal_column(str(query.limit))).subquery()
        return sa.select(*first.c)

    def _compiled(self, statement: Any, columns: tuple[str, ...] | None = None) -> Statement:
        compiled = statement.compile(dialect=self._dialect, column_keys=columns)
        return Statement(self._worded(str(compiled)), tuple(compiled.positiontup))


def _whole(shape: whole.Shape, *, dialect: Dialect, worded: Callable[[str], Worded]) -> Worded:
    return worded(whole.compiled(shape, dialect))


_TYPES = sa.Text, sa.BigInteger, Instant


def _places(mapping: Mapping[Any]) -> tuple[list[str], list[str], list[str]]:
    """The columns that come as text, those that come as numbers, and those that come as instants."""
    texts: list[str] = []
    numbers: list[str] = []
    instants: list[str] = []
    for name in mapping.columns + mapping.stamp:
        match mapping.table.c[name].type:
            case Instant():
                instants.append(name)
            case sa.String() | sa.Date():
                texts.append(name)
            case _:
                numbers.append(name)
    return texts, numbers, instants


def _picker(mapping: Mapping[Any], widths: list[int]) -> Callable[[Any], tuple[Any, ...]]:
    place: dict[str, int] = {}
    start = 1
    for names, width in zip(_places(mapping), widths, strict=True):
        place |= {name: start + n for n, name in enumerate(names)}
        start += width
    return itemgetter(*(place[name] for name in mapping.columns + mapping.stamp))


def _first(ordered: sa.Select[Any], limit: sa.ColumnElement[int]) -> sa.Select[Any]:
    """No more than so many. SQLite's compiler adds a parameter of its own for an offset that is not written out."""
    return ordered.limit(limit).offset(_FROM_THE_FIRST)


def _claim(query: Query[Any], number: int) -> sa.CTE:
    """The first rows of a query that nobody else has, locked where rows are: the other questions go by the same."""
    table = MAPPINGS[query.of].table
    found = sa.select(table).where(*_conditions(query, table, number)).order_by(*(table.c[n] for n in query.order))
    first = _first(found, sa.literal_column(str(query.limit)))
    return first.with_for_update(key_share=True, skip_locked=True).cte(f"claim{number}")


def _finds(query: Query[Any], practice_id: sa.ColumnElement[str], number: int) -> sa.ColumnElement[bool]:
    """Whether it finds something there, by one look into an index.

    Not an `EXISTS`: PostgreSQL would rather gather all there is of every practice first.
    """
    table = MAPPINGS[query.of].table
    found = sa.select(scope_of(table)).where(scope_of(table) == practice_id, *_wheres(query.where, table, number, {}))
    ordered = found.order_by(*(table.c[name] for name in query.order))
    return _first(ordered, _ONE).scalar_subquery().is_not(None)


def _conditions(
    query: Query[Any], table: sa.FromClause, number: int, claims: Claims | None = None
) -> list[sa.ColumnElement[bool]]:
    return [scope_of(table) == sa.bindparam(_SCOPE), *_wheres(query.where, table, number, claims or {})]


def _wheres(
    wheres: tuple[Where | Among | Either, ...], table: sa.FromClause, number: int, claims: Claims
) -> list[sa.ColumnElement[bool]]:
    conditions: list[sa.ColumnElement[bool]] = []
    same: dict[Query[Any], list[tuple[str, str]]] = {}
    for where in wheres:
        if isinstance(where, Either):
            conditions.append(sa.or_(*[sa.and_(*_wheres(each, table, number, claims)) for each in where.sets]))
            continue
        column = table.c[where.column]
        if isinstance(where, Among):
            conditions.append(column.in_(_picked(where, number, claims)))
        elif isinstance(where.value, Of):
            same.setdefault(where.value.query, []).append((where.column, where.value.column))
        else:
            conditions.append(_condition(column, where.op, where.value, number))
    return conditions + [_same(one, table, columns, number, claims) for one, columns in same.items()]


def _same(
    query: Query[Any], table: sa.FromClause, columns: list[tuple[str, str]], number: int, claims: Claims
) -> sa.ColumnElement[bool]:
    """Whether columns are what others are of the one thing that a query finds, which is looked for once.

    `=`, not `IN`: SQLite expects an IN to find many, and would rather read the whole practice.
    """
    here, there = zip(*columns, strict=True)
    its = _one(query, there, number, claims).scalar_subquery()
    return sa.tuple_(*[table.c[name] for name in here]) == its if len(here) > 1 else table.c[here[0]] == its


def _condition(
    column: sa.ColumnElement[Any], op: Op, value: Given | str | tuple[str | int, ...], number: int
) -> sa.ColumnElement[bool]:
    match value:
        case Given(name=name):
            return _compared(column, op, sa.bindparam(f"{name}_{number}"))
        case ():
            return sa.false()
        case tuple() as several:
            return column.in_([_written_out(one) for one in several])
        case constant:
            return _compared(column, op, _written_out(constant))


def _written_out(constant: str | int) -> sa.ColumnElement[Any]:
    """The code's own, and written out so that a partial index on the same words is used."""
    return sa.literal_column(str(constant) if isinstance(constant, int) else f"'{constant}'")


def _compared(column: sa.ColumnElement[Any], op: Op, value: sa.ColumnElement[Any]) -> sa.ColumnElement[bool]:
    match op:
        case Op.IS:
            return column == value
        case Op.AFTER:
            return column > value
        case Op.BEFORE:
            return column < value
        case Op.UNTIL:
            return column <= value
        case Op.IN:
            raise TypeError(f"{column}: several constants are needed")


def _picked(among: Among, number: int, claims: Claims) -> Any:
    selects = [_one(among.query, (name,), number, claims) for name in among.columns]
    return selects[0] if len(selects) == 1 else sa.union_all(*selects)


def _one(query: Query[Any], columns: tuple[str, ...], number: int, claims: Claims) -> sa.Select[Any]:
    if query in claims:
        return sa.select(*[claims[query].c[name] for name in columns])
    # Aliased, or a pick from the table it is for would be taken for that table's own row.
    table = MAPPINGS[query.of].table.alias()
    found = sa.select(*[table.c[name] for name in columns]).where(*_conditions(query, table, number, claims))
    if query.limit is None:
        return found
    first = _first(found.order_by(*(table.c[name] for name in query.order)), sa.literal_column(str(query.limit)))
    return sa.select(*first.subquery().c)
