"""Whether all contestants did the same: every row of every table, after the same jobs on copies of the same database.

What is compared is everything, but for three kinds of value, which cannot be the same twice:

- ids that are made up on the way (UUIDs), wherever they stand, in facts and answers too: each counts as `NEW`;
- digests and salts (`MASKED`), of which only is compared whether there is one; instead the core verifies every
  chain of the journal that a contestant wrote (J3);
- the text of JSON, which is compared by what it says.

Instants are compared as they are: all contestants work at the same one.
"""

from __future__ import annotations

import json
import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing

import attrs
import psycopg

from practice_core import Actor, connect
from practice_core.adapters.sql.schema import metadata

from .contestants import Name, Target
from .databases import Databases
from .practice import PRACTICE, Size
from .worker import JOBS, Worker

MASKED = {"journal_digest", "previous", "digest", "note_salt", "note_digest", "fingerprint"}
JSON = {"facts", "answer", "policy"}
UUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
NEW = "new"
OPERATIONS = {"confirm": 3, "rebook": 3, "charge": 1}

Rows = dict[str, list[str]]
"""By table, each row as text, in order."""


def written(databases: Databases, size: Size, name: Name) -> Rows:
    """What is there after that contestant did each job, in a copy of its own. Raises where a chain is broken."""
    target = databases.copy(size, f"compared_{name}", durable=False)
    try:
        worker = Worker(name, target, size)
        try:
            for job in JOBS:
                worker.run(job, 0, OPERATIONS[job])
        finally:
            worker.close()
        _verify(target)
        return rows_of(target)
    finally:
        databases.drop(target)


def differences(expected: Rows, actual: Rows) -> list[str]:
    """A line for each row that only one of them has."""
    lines = []
    for table, rows in expected.items():
        missing, more = list(rows), []
        for row in actual[table]:
            if row in missing:
                missing.remove(row)
            else:
                more.append(row)
        lines += [f"{table}: missing {row}" for row in missing] + [f"{table}: more {row}" for row in more]
    return lines


def rows_of(target: Target) -> Rows:
    found: Rows = {}
    for table in metadata.sorted_tables:
        names = [column.name for column in table.columns]
        found[table.name] = sorted(_told(names, row, table.name) for row in _select(target, table.name, names))
    return found


def _told(names: list[str], row: tuple[object, ...], table: str) -> str:
    told = {}
    for name, value in zip(names, row, strict=True):
        if name in MASKED or (table.endswith("_keys") and name == "id"):
            told[name] = "digest" if value else "none"
        elif name in JSON:
            told[name] = UUID.sub(NEW, json.dumps(json.loads(str(value)), sort_keys=True))
        elif isinstance(value, str):
            told[name] = UUID.sub(NEW, value)
        else:
            told[name] = str(value)
    return str(told)


def _verify(target: Target) -> None:
    staff = Actor.staff(PRACTICE, "bench")
    things = set(_select(target, "practice_core_journal", ["kind", "thing_id"]))
    with connect(target.url) as core:
        for kind, thing_id in things:
            verified = core.journal.verify(staff, f"{kind}:{thing_id}")
            if not verified.fits:
                raise ValueError(f"the journal does not fit: {verified.misfit}")


def _select(target: Target, table: str, names: list[str]) -> Iterator[tuple[object, ...]]:
    sql = f"SELECT {', '.join(names)} FROM {table}"  # noqa: S608 - the code's own names
    if target.kind == "sqlite":
        with closing(sqlite3.connect(target.name)) as file:
            yield from file.execute(sql)
    else:
        with psycopg.connect(attrs.evolve(target, application="compare").url) as connection:
            yield from connection.execute(sql.encode())
