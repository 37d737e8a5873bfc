"""Every statement the store runs, compiled once by SQLAlchemy Core and run as text on the driver's cursor.

Core's own way of executing costs several times the driver; its compiler, which knows the dialect, costs once.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import attrs
import sqlalchemy as sa
from sqlalchemy.engine import Dialect

from ...ports.store import Among, Given, Op, Query, Where
from .rows import MAPPINGS

_SCOPE, _ID, _WAS = "_scope", "_id", "_was"


@attrs.frozen
class Statement:
    """SQL text with positional parameters, and the names of the values that go there."""

    text: str
    parameters: tuple[str, ...]

    def values(self, given: dict[str, Any]) -> tuple[Any, ...]:
        return tuple([given[name] for name in self.parameters])


class Statements:
    """The statements of one dialect. Rows stand in them as the thing's columns, then its stamp's."""

    def __init__(self, dialect: Dialect) -> None:
        self._dialect = dialect
        self._finding: dict[Query[Any], Statement] = {}
        self._adding: dict[type, Statement] = {}
        self._changing: dict[type, Statement] = {}
        self._checking: dict[tuple[type, int], Statement] = {}

    def find(self, query: Query[Any]) -> Statement:
        """What the query finds; `_scope` is the practice."""
        if query not in self._finding:
            mapping = MAPPINGS[query.of]
            found = _select(query, mapping.table, mapping.columns + mapping.stamp)
            order = [mapping.table.c[name] for name in query.order]
            self._finding[query] = self._compiled(found.order_by(*order))
        return self._finding[query]

    def add(self, of: type) -> Statement:
        """Insert one row."""
        if of not in self._adding:
            mapping = MAPPINGS[of]
            names = mapping.columns + mapping.stamp
            self._adding[of] = self._compiled(sa.insert(mapping.table), names)
        return self._adding[of]

    def change(self, of: type) -> Statement:
        """Update one row that is still at its version; after the row come practice, id and version."""
        if of not in self._changing:
            mapping = MAPPINGS[of]
            names = mapping.columns + mapping.stamp
            statement = sa.update(mapping.table).where(
                _scope(mapping.table) == sa.bindparam(_SCOPE),
                mapping.table.c.id == sa.bindparam(_ID),
                mapping.table.c.version == sa.bindparam(_WAS),
            )
            self._changing[of] = self._compiled(statement, names)
        return self._changing[of]

    def check(self, of: type, how_many: int) -> Statement:
        """Count how many of so many things are still at their versions: practice, then each id and version."""
        place = of, how_many
        if place not in self._checking:
            table = MAPPINGS[of].table
            wanted = sa.tuple_(table.c.id, table.c.version).in_(
                [sa.tuple_(sa.bindparam(f"{_ID}{n}"), sa.bindparam(f"{_WAS}{n}")) for n in range(how_many)]
            )
            scope = _scope(table) == sa.bindparam(_SCOPE)
            counted = sa.select(sa.func.count()).select_from(table).where(scope, wanted)
            self._checking[place] = self._compiled(counted)
        return self._checking[place]

    def _compiled(self, statement: Any, columns: tuple[str, ...] | None = None) -> Statement:
        compiled = statement.compile(dialect=self._dialect, column_keys=columns)
        return Statement(str(compiled), tuple(compiled.positiontup))


def _scope(table: sa.FromClause) -> sa.ColumnElement[str]:
    """The column that says which practice's it is; of a practice, its id."""
    return table.c.practice_id if "practice_id" in table.c else table.c.id


def _select(query: Query[Any], table: sa.FromClause, columns: Sequence[str]) -> sa.Select[Any]:
    return sa.select(*(table.c[name] for name in columns)).where(
        _scope(table) == sa.bindparam(_SCOPE),
        *(_condition(table.c[where.column], where) for where in query.where),
    )


def _condition(column: sa.ColumnElement[Any], where: Where | Among) -> sa.ColumnElement[bool]:
    if isinstance(where, Among):
        return column.in_(_picked(where))
    value: sa.ColumnElement[Any]
    match where.value:
        case Given(name=name):
            value = sa.bindparam(name)
        case constant:
            # The code's own, and written out so that a partial index on the same words is used.
            value = sa.literal_column(f"'{constant}'")
    match where.op:
        case Op.IS:
            return column == value
        case Op.AFTER:
            return column > value
        case Op.BEFORE:
            return column < value


def _picked(among: Among) -> Any:
    # Aliased, or a pick from the table it is for would be taken for that table's own row.
    table = MAPPINGS[among.query.of].table
    selects = [_select(among.query, table.alias(), [name]) for name in among.columns]
    return selects[0] if len(selects) == 1 else sa.union(*selects)
