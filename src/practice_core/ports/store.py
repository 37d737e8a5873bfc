"""Where a practice's things are kept: what the core asks of a database, and nothing of any vendor's.

A store keeps things (frozen values) with a `Stamp` each. It answers questions, many in one go, and writes a
`Batch` whole or not at all, if every version the batch relies on is still the one kept. The unit of work
above it (`practice_core.services.work`) is the same for every store.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from contextlib import AbstractContextManager
from datetime import date, datetime
from enum import Enum
from typing import Any, Generic, NamedTuple, Protocol, TypeVar, runtime_checkable

import attrs

from ..domain.attempt import Attempt
from ..domain.checks import a_line
from ..domain.client import Client
from ..domain.journal import JournalEntry
from ..domain.migration_request import MigrationRequest
from ..domain.notice import Notice
from ..domain.practice import Practice, Therapist
from ..domain.relationship import Relationship
from ..domain.session import SessionRecord

T_co = TypeVar("T_co", covariant=True)


@attrs.frozen(kw_only=True)
class KeyRecord:
    """An idempotency key that was used up (D1).

    `id` is a digest of operation and key, `fingerprint` a keyed one of operation, actor and arguments;
    `answer` holds ids only, which are read again when the command is repeated.
    """

    id: str
    practice_id: str
    fingerprint: str
    answer: tuple[str | None, ...]
    used_at: datetime


Keepable = (
    Practice
    | Therapist
    | Client
    | Relationship
    | MigrationRequest
    | SessionRecord
    | Attempt
    | Notice
    | JournalEntry
    | KeyRecord
)


class Stamp(NamedTuple):
    """The store's own mark on a thing: its version, and the number and digest of its last journal entry."""

    version: int = 1
    number: int = 0
    digest: str = ""


NEW = Stamp()
"""Of what is kept for the first time, with no chain of its own yet."""


class Kept(NamedTuple, Generic[T_co]):
    thing: T_co
    stamp: Stamp


class Op(Enum):
    """How a column is compared."""

    IS = "="
    AFTER = ">"
    BEFORE = "<"
    UNTIL = "<="
    IN = "IN"


@attrs.frozen
class Given:
    """A value that is given when the question is asked, under this name."""

    name: str


@attrs.frozen
class Of:
    """A column of the one thing that another query finds; nothing equals it where that finds none."""

    query: Query[Any]
    column: str


@attrs.frozen
class Where:
    """`column` is an attribute of the thing; `value` is given when asked, found, or of the code (several, for `IN`)."""

    column: str
    op: Op
    value: Given | Of | str | tuple[str | int, ...]


@attrs.frozen
class Among:
    """`column` is one of the values that some columns have among what another query finds."""

    column: str
    query: Query[Any]
    columns: tuple[str, ...]


@attrs.frozen
class Either:
    """All conditions of one of these sets at the least."""

    sets: tuple[tuple[Where, ...], ...]


@attrs.frozen(eq=False)
class Query(Generic[T_co]):
    """A question a store can be asked, about the things of one practice. Defined once, asked with values.

    `order` names columns, ascending. `relied_on`: whether a decision relies on each thing it finds, so that a
    commit checks their versions; lists that are only shown do not. `limit`: no more than so many, the first.
    `claimed`: what it finds is this unit's alone until it has written, and what is another's is left out. It is asked
    once in a reading, and what goes by it is given the same values.
    """

    of: type[T_co]
    where: tuple[Where | Among | Either, ...] = ()
    order: tuple[str, ...] = ("id",)
    relied_on: bool = True
    limit: int | None = None
    claimed: bool = False

    def __call__(self, **values: str | date) -> Ask[T_co]:
        """`values`: ids and words, instants, dates."""
        for name, value in values.items():
            if not isinstance(value, date):
                a_line(name, value)  # what no database could hold is refused before one is asked
        return Ask(self, tuple(sorted(values.items())))


class Ask(NamedTuple, Generic[T_co]):
    """A query with its values. A tuple: units of work look their answers up by it again and again."""

    query: Query[T_co]
    values: tuple[tuple[str, str | date], ...]

    def given(self) -> dict[str, str | date]:
        return dict(self.values)


@attrs.frozen(kw_only=True)
class Changed:
    """A thing as it is to be, the version it was read at, and the stamp it gets.

    `before`: as it was read, where that is known. A store may then write only what differs.
    """

    thing: Keepable
    was: int
    stamp: Stamp
    before: Keepable | None = None


@attrs.frozen(kw_only=True)
class Batch:
    """Everything one unit of work writes, and every version it relies on.

    `blanked`: entries of the journal whose note and salt go, and nothing else of them (D3). Nothing else is ever
    written to an entry. One that is not there is a `Conflict`.
    """

    practice_id: str
    added: Sequence[Kept[Keepable]] = ()
    changed: Sequence[Changed] = ()
    relied_on: Sequence[tuple[type, str, int]] = ()
    blanked: Sequence[JournalEntry] = ()


class Access(Protocol):
    """One unit of work's way to the store. Thread-confined."""

    def read(self, practice_id: str, asks: Sequence[Ask[Any]]) -> list[tuple[Kept[Any], ...]]:
        """What each question finds, in its order: one consistent state of the database, in one go.

        Raises `Unavailable`; where it locks, `Conflict` for a deadlock.
        """

    def write(self, batch: Batch) -> None:
        """Check every version, write everything, commit.

        Raises `Conflict` for a stale version or a key that is taken, `Unavailable` for an outage.
        """


@runtime_checkable
class Store(Protocol):
    """A database, as the core needs it. Thread-safe."""

    def open(self, *, locked: bool = False) -> AbstractContextManager[Access]:
        """A unit of work. `locked`: from the first read to the write nobody else changes what was read."""

    def fill(self, batches: Iterable[Batch]) -> None:
        """Write batch after batch as they come, in one transaction: all, or nothing if one fails or raises."""

    def practices(self, *, limit: int, after: str = "", having: Sequence[Ask[Any]] = ()) -> tuple[str, ...]:
        """The ids of the practices kept here, in order, those after that one; where one of the questions finds
        something, if any are given."""

    def forget_keys(self, practice_id: str, *, until: datetime, limit: int) -> int:
        """Remove that practice's idempotency keys used until then, the oldest first, and answer how many went (D1).

        No more than so many, in a transaction of their own. One that somebody uses anew at this moment stays.
        Raises `Conflict` for a lost race, `Unavailable`.
        """

    def close(self) -> None:
        """Let go of what was opened."""
