"""A batch as one statement: guards, updates and inserts in a `WITH`, so that PostgreSQL is asked once.

One statement is one transaction, whole or not at all. Its last part divides by zero where a version is no longer
current, which undoes the rest. It asks the other parts one after the other, so that every batch takes its locks in
the same order; what is not as it was ends it there.
"""

from __future__ import annotations

from typing import Any

import attrs
import sqlalchemy as sa
from sqlalchemy.engine import Dialect

from ...domain.migration_request import MigrationRequest
from ...domain.practice import Practice
from ...ports.store import Batch
from .rows import MAPPINGS, scope_of

# Things in one statement; PostgreSQL takes 65,535 values, some 2,800 things.
MOST = 200
_ONE = sa.literal_column("1", sa.Integer)


@attrs.frozen(cache_hash=True)
class Shape:
    """How many things of which kinds a batch relies on, changes and adds: all that its text depends on."""

    held: tuple[tuple[type, int, tuple[str, ...] | None], ...]
    """How many of a kind in a row, in the order of their locks; which columns are changed, None if only relied on."""
    added: tuple[tuple[type, int], ...]


def fits_one_statement(batch: Batch) -> bool:
    """Whether the batch may go as one statement.

    Not a large one, whose text would hardly serve another. Nor one in which a pending request may give way to
    another (M10): the parts of a statement run in any order, and what is unique would be there twice. Nor an erasure.
    """
    if batch.blanked:
        return False
    if len(batch.relied_on) + len(batch.changed) + len(batch.added) > MOST:
        return False
    changed, added = ({type(one.thing) for one in several} for several in (batch.changed, batch.added))
    return not (MigrationRequest in changed and MigrationRequest in added)


def compiled(shape: Shape, dialect: Dialect) -> str:
    """The statement for batches of that shape.

    Its values are, in the shape's order, for what is relied on the practice, then id and version of each thing; of
    each thing changed what is set, its practice, id and version; of each thing added its row.
    """
    names: list[str] = []
    parts: list[sa.CTE] = []
    checks: list[sa.ColumnElement[bool]] = []
    for of, count, columns in shape.held:
        if columns is None:
            guard = _guard(of, count, names)
            parts.append(guard)
            checks.append(sa.select(guard.c.n).scalar_subquery() == sa.literal_column(str(count)))
            continue
        for _ in range(count):
            change = _change(of, columns, names)
            parts.append(change)
            checks.append(sa.exists().select_from(change))
    parts += [_addition(of, count, names) for of, count in shape.added]
    as_it_was = sa.case((sa.and_(sa.true(), *checks), _ONE), else_=sa.literal_column("0"))
    statement = sa.select(_ONE.op("/")(as_it_was)).add_cte(*parts)
    result = statement.compile(dialect=dialect)
    if result.positiontup != names:
        raise AssertionError("the statement takes its values in another order than it was made in")
    return str(result)


def _guard(of: type, count: int, names: list[str]) -> sa.CTE:
    """How many of them are still at their versions. Shared locks keep them there until the end.

    A practice is not locked, or every command would write to its row: what a change of policy overtakes counts
    as done before it.
    """
    table = MAPPINGS[of].table
    in_scope = scope_of(table) == _next(names, scope_of(table))
    pairs = [sa.tuple_(_next(names, table.c.id), _next(names, table.c.version)) for _ in range(count)]
    wanted = sa.tuple_(table.c.id, table.c.version).in_(pairs)
    found = sa.select(_ONE.label("one")).where(in_scope, wanted)
    if of is not Practice:
        found = found.order_by(table.c.id).with_for_update(read=True)
    return sa.select(sa.func.count().label("n")).select_from(found.subquery()).cte(f"p{len(names)}")


def _change(of: type, columns: tuple[str, ...], names: list[str]) -> sa.CTE:
    mapping = MAPPINGS[of]
    table = mapping.table
    row = {name: _next(names, table.c[name]) for name in columns + mapping.stamp}
    unchanged = (
        scope_of(table) == _next(names, scope_of(table)),
        table.c.id == _next(names, table.c.id),
        table.c.version == _next(names, table.c.version),
    )
    changed = sa.update(table).where(*unchanged).values(row).returning(_ONE.label("one"))
    return changed.cte(f"p{len(names)}")


def _addition(of: type, count: int, names: list[str]) -> sa.CTE:
    mapping = MAPPINGS[of]
    columns = mapping.columns + mapping.stamp
    rows = [{name: _next(names, mapping.table.c[name]) for name in columns} for _ in range(count)]
    return sa.insert(mapping.table).values(rows).cte(f"p{len(names)}")


def _next(names: list[str], column: sa.ColumnElement[Any]) -> sa.BindParameter[Any]:
    names.append(f"v{len(names)}")
    return sa.bindparam(names[-1], type_=column.type)
