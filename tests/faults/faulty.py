"""A store that fails when it is told to: before or after the call of that number."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from datetime import datetime
from typing import Any, Literal

import attrs

from practice_core import Conflict, Unavailable
from practice_core.ports.store import Access, Ask, Batch, Kept, Store

When = Literal["before", "after"]
WRITING = {"write", "fill", "forget_keys"}


@attrs.define
class FaultyStore:
    """Any store, with an outage before or after one of its calls, and races lost at its first writes."""

    _store: Store
    calls: list[str] = attrs.field(factory=list)
    """Every call since it was last told when to fail."""
    _fails: tuple[int, When] | None = None
    _loses: int = 0
    _deadlock: int | None = None

    def fail(self, place: int | None, when: When = "before", *, lose: int = 0, deadlock: int | None = None) -> None:
        """Fail at the call of that number from now on, if any; lose the race at so many writes before, and at the
        call of the other number."""
        self.calls.clear()
        self._fails = None if place is None else (place, when)
        self._loses = lose
        self._deadlock = deadlock

    @contextmanager
    def open(self, *, locked: bool = False) -> Iterator[Access]:
        with ExitStack() as opened:
            with self.call("open"):
                access = opened.enter_context(self._store.open(locked=locked))
            yield _FaultyAccess(access, self)

    def fill(self, batches: Iterable[Batch]) -> None:
        with self.call("fill"):
            self._store.fill(batches)

    def practices(self, **which: Any) -> tuple[str, ...]:
        with self.call("practices"):
            return self._store.practices(**which)

    def forget_keys(self, practice_id: str, *, until: datetime, limit: int) -> int:
        with self.call("forget_keys"):
            return self._store.forget_keys(practice_id, until=until, limit=limit)

    def close(self) -> None:
        self._store.close()

    @contextmanager
    def call(self, name: str) -> Iterator[None]:
        place = len(self.calls)
        self.calls.append(name)
        if self._fails == (place, "before"):
            raise Unavailable("database", "made to fail before")
        if place == self._deadlock:
            raise Conflict
        if name == "write" and self._loses:
            self._loses -= 1
            raise Conflict
        yield
        if self._fails == (place, "after"):
            outcome: Literal["unknown", "not_done"] = "unknown" if name in WRITING else "not_done"
            raise Unavailable("database", "made to fail after", outcome=outcome)


@attrs.frozen
class _FaultyAccess:
    _access: Access
    _store: FaultyStore

    def read(self, practice_id: str, asks: Sequence[Ask[Any]]) -> list[tuple[Kept[Any], ...]]:
        with self._store.call("read"):
            return self._access.read(practice_id, asks)

    def write(self, batch: Batch) -> None:
        with self._store.call("write"):
            self._access.write(batch)
