"""Values made of rows, fast: as their classes make them, but without checks.

What is read was checked before it was kept, and a command reads some ten things.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, datetime
from enum import StrEnum
from operator import itemgetter
from typing import Any, TypeVar

import attrs
import sqlalchemy as sa

from .schema import Instant

T = TypeVar("T")
Row = Sequence[Any]
Decode = Callable[[Any], datetime]
"""The instant, in UTC, of what a driver gives for one."""


@attrs.frozen
class Composed:
    """A field that is made of several columns."""

    make: Callable[..., Any]
    columns: tuple[str, ...]


def reader(
    of: type[T], table: sa.Table, columns: Sequence[str], **made: Callable[[Any], Any] | Composed
) -> Callable[[Row, Decode], T]:
    """What makes one of a row of those columns: each field of the column of its name, unless `made` says of which.

    Instants, dates and booleans are told by their columns' types; what else is not as it comes, `made` says.
    """
    fields = [field.name for field in attrs.fields(of)]  # type: ignore[arg-type]
    if unknown := made.keys() - set(fields):
        raise TypeError(f"a {of.__name__} has no {', '.join(unknown)}")
    ways = {name: made.get(name) or _BY_TYPE.get(type(table.c[name].type)) for name in fields}
    sources = [way.columns[0] if isinstance(way, Composed) else name for name, way in ways.items()]
    picked = itemgetter(*[columns.index(name) for name in sources])
    instants = [n for n, name in enumerate(sources) if isinstance(table.c[name].type, Instant)]
    optional = {n for n in instants if table.c[sources[n]].nullable}
    converted = [(n, way) for n, way in enumerate(ways.values()) if way and not isinstance(way, Composed)]
    composed = [
        (n, way.make, itemgetter(*[columns.index(name) for name in way.columns]))
        for n, way in enumerate(ways.values())
        if isinstance(way, Composed)
    ]
    unchecked = maker(of)

    def read(row: Row, moment: Decode) -> T:
        values = [*picked(row)]
        for place in instants:
            if values[place] is not None or place not in optional:
                values[place] = moment(values[place])
        for place, convert in converted:
            values[place] = convert(values[place])
        for place, make, parts in composed:
            values[place] = make(*parts(row))
        return unchecked(values)

    return read


def maker(of: type[T]) -> Callable[[Sequence[Any]], T]:
    """What makes one of the values of its fields, in their order, unchecked: a fraction of what calling it takes."""
    setters = [getattr(of, field.name).__set__ for field in attrs.fields(of)]  # type: ignore[arg-type]
    new = of.__new__

    def made(values: Sequence[Any]) -> T:
        it = new(of)
        for put, value in zip(setters, values, strict=True):
            put(it, value)
        return it

    return made


def words(of: type[StrEnum]) -> Callable[[str], StrEnum]:
    """Each by its word: looking one up costs a fraction of calling the class."""
    return {one.value: one for one in of}.__getitem__


def words_or_none(of: type[StrEnum]) -> Callable[[str | None], StrEnum | None]:
    each: dict[str | None, StrEnum | None] = {one.value: one for one in of}
    return (each | {None: None}).__getitem__


def _date(held: str | None) -> date | None:
    return None if held is None else date.fromisoformat(held)


_BY_TYPE: dict[type, Callable[[Any], Any]] = {sa.Boolean: bool, sa.Date: _date}
