"""A store in this process: the same versions, conflicts and rollback as a database, gone when the process is."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from datetime import datetime
from threading import RLock
from typing import Any

from ...domain.attempt import Attempt
from ...domain.client import Client
from ...domain.errors import Conflict
from ...domain.journal import JournalEntry
from ...domain.migration_request import MigrationRequest, RequestStatus
from ...domain.practice import Practice, Therapist
from ...domain.relationship import Relationship
from ...domain.session import SessionRecord
from ...ports import questions
from ...ports.store import Among, Ask, Batch, Either, Given, Keepable, Kept, KeyRecord, Of, Op, Query, Where


class MemoryStore:
    """Rows of every kind by practice and id. One lock; `locked` work holds it from first read to write."""

    def __init__(self) -> None:
        self._lock = RLock()
        self._rows: dict[tuple[str, type], dict[str, Kept[Any]]] = defaultdict(dict)
        self._unique: dict[tuple[str, type], dict[tuple[str, ...], str]] = defaultdict(dict)

    @contextmanager
    def open(self, *, locked: bool = False) -> Iterator[_Access]:
        with ExitStack() as held:
            if locked:
                held.enter_context(self._lock)
            yield _Access(self, held)

    def fill(self, batches: Iterable[Batch]) -> None:
        with self._lock:
            rows = {place: dict(kept) for place, kept in self._rows.items()}
            unique = {place: dict(names) for place, names in self._unique.items()}
            try:
                for batch in batches:
                    self._write(batch)
            except BaseException:
                self._rows = defaultdict(dict, rows)
                self._unique = defaultdict(dict, unique)
                raise

    def practices(self, *, limit: int, after: str = "", having: Sequence[Ask[Any]] = ()) -> tuple[str, ...]:
        with self._lock:
            rows = [rows for (_, of), rows in self._rows.items() if of is Practice]
            found = sorted(practice_id for kept in rows for practice_id in kept if practice_id > after)
            if having:
                found = [one for one in found if any(self._read(one, having))]
            return tuple(found[:limit])

    def forget_keys(self, practice_id: str, *, until: datetime, limit: int) -> int:
        with self._lock:
            over = self._found(practice_id, questions.KEYS_OVER, {"until": until})[:limit]
            for kept in over:
                del self._rows[practice_id, KeyRecord][kept.thing.id]
            return len(over)

    def close(self) -> None:
        """Nothing to let go of: what is kept lasts as long as the store."""

    def _read(self, practice_id: str, asks: Sequence[Ask[Any]]) -> list[tuple[Kept[Any], ...]]:
        with self._lock:
            return [tuple(self._found(practice_id, ask.query, dict(ask.values))) for ask in asks]

    def _found(self, practice_id: str, query: Query[Any], given: dict[str, Any]) -> list[Kept[Any]]:
        rows = self._rows.get((practice_id, query.of), {})
        tests = [self._test(practice_id, where, given) for where in query.where]
        found = [kept for kept in rows.values() if all(test(kept.thing) for test in tests)]
        found.sort(key=lambda kept: [getattr(kept.thing, name) for name in query.order])
        return found[: query.limit]

    def _test(self, practice_id: str, where: Where | Among | Either, given: dict[str, Any]) -> Callable[[Any], bool]:
        if isinstance(where, Either):
            sets = [[self._test(practice_id, one, given) for one in each] for each in where.sets]
            return lambda thing: any(all(test(thing) for test in tests) for tests in sets)
        column = where.column
        if isinstance(where, Among):
            picked = {
                getattr(kept.thing, name)
                for kept in self._found(practice_id, where.query, given)
                for name in where.columns
            }
            return lambda thing: getattr(thing, column) in picked
        value: Any = where.value
        if isinstance(value, Given):
            value = given[value.name]
        elif isinstance(value, Of):
            ones = [getattr(kept.thing, value.column) for kept in self._found(practice_id, value.query, given)]
            value = ones[0] if ones else None
        match where.op:
            case Op.IS:
                return lambda thing: bool(getattr(thing, column) == value)
            case Op.AFTER:
                return lambda thing: bool(getattr(thing, column) > value)
            case Op.BEFORE:
                return lambda thing: bool(getattr(thing, column) < value)
            case Op.UNTIL:
                return lambda thing: getattr(thing, column) is not None and bool(getattr(thing, column) <= value)
            case Op.IN:
                return lambda thing: bool(getattr(thing, column) in value)

    def _write(self, batch: Batch) -> None:
        with self._lock:
            self._check(batch)
            changed = [Kept(change.thing, change.stamp) for change in batch.changed]
            for kept in changed:
                place = batch.practice_id, type(kept.thing)
                before = _unique(self._rows[place][kept.thing.id].thing)
                if before is not None:
                    del self._unique[place][before]
            for kept in (*changed, *batch.added):
                place = batch.practice_id, type(kept.thing)
                self._rows[place][kept.thing.id] = kept
                unique = _unique(kept.thing)
                if unique is not None:
                    self._unique[place][unique] = kept.thing.id
            entries = self._rows[batch.practice_id, JournalEntry]
            for entry in batch.blanked:
                held = entries[entry.id]
                entries[entry.id] = Kept(held.thing.without_note(), held.stamp)

    def _check(self, batch: Batch) -> None:
        """What a database checks: versions, primary keys, unique keys, references. Raises `Conflict`."""
        practice_id = batch.practice_id
        versions = [
            *batch.relied_on,
            *((type(c.thing), c.thing.id, c.was) for c in batch.changed),
        ]
        for of, name, version in versions:
            kept = self._rows[practice_id, of].get(name)
            if kept is None or kept.stamp.version != version:
                raise Conflict(f"{of.__name__} {name}")
        added = {(type(kept.thing), kept.thing.id) for kept in batch.added}
        if len(added) < len(batch.added):
            raise Conflict("an id")
        for of, name in added:
            if name in self._rows[practice_id, of]:
                raise Conflict(f"{of.__name__} {name}")
        if any(entry.id not in self._rows[practice_id, JournalEntry] for entry in batch.blanked):
            raise Conflict("a journal entry")
        self._check_unique(batch)
        for thing in (*(change.thing for change in batch.changed), *(kept.thing for kept in batch.added)):
            for of, name in _references(thing):
                if (of, name) not in added and name not in self._rows[practice_id, of]:
                    raise Conflict(f"{of.__name__} {name}")

    def _check_unique(self, batch: Batch) -> None:
        changed = {(type(c.thing), c.thing.id) for c in batch.changed}
        taken: set[tuple[type, tuple[str, ...]]] = set()
        for thing in (*(c.thing for c in batch.changed), *(kept.thing for kept in batch.added)):
            of, unique = type(thing), _unique(thing)
            if unique is None:
                continue
            holder = self._unique[batch.practice_id, of].get(unique)
            # A holder that is changed itself gives way, or is found among the taken.
            if (of, unique) in taken or (holder is not None and (of, holder) not in changed):
                raise Conflict(f"what is unique about a {of.__name__}")
            taken.add((of, unique))


class _Access:
    def __init__(self, store: MemoryStore, held: ExitStack) -> None:
        self._store = store
        self._held = held

    def read(self, practice_id: str, asks: Sequence[Ask[Any]]) -> list[tuple[Kept[Any], ...]]:
        if any(ask.query.claimed for ask in asks):
            # What is claimed is nobody else's until this unit ends.
            self._held.enter_context(self._store._lock)  # noqa: SLF001
        return self._store._read(practice_id, asks)  # noqa: SLF001 - two halves of one adapter

    def write(self, batch: Batch) -> None:
        self._store._write(batch)  # noqa: SLF001


def _unique(thing: Keepable) -> tuple[str, ...] | None:
    """What no other thing of its kind may have at the same time (P2, M10)."""
    match thing:
        case Relationship(ended=False):
            return thing.therapist_id, thing.attendee_id, thing.payer_id
        case MigrationRequest(status=RequestStatus.PENDING):
            return thing.relationship_id, thing.requested_by
        case _:
            return None


def _references(thing: Keepable) -> list[tuple[type, str]]:
    """What has to be there for this to be there."""
    match thing:
        case Practice():
            return []
        case Relationship():
            return [
                (Therapist, thing.therapist_id),
                (Client, thing.attendee_id),
                (Client, thing.payer_id),
            ]
        case SessionRecord() | MigrationRequest():
            return [(Relationship, thing.relationship_id)]
        case Attempt():
            return [(SessionRecord, thing.session_id)]
        case _:
            return [(Practice, thing.practice_id)]
