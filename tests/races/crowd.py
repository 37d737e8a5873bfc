"""Processes that do something at the same moment, each with a core and connections of its own."""

from __future__ import annotations

import multiprocessing
import time
import traceback
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from multiprocessing.connection import Connection
from typing import Any, Self

import attrs
from tests.values import NOW, SECRET

from practice_core import Conflict, PracticeCore, PracticeError, Settings, Unavailable, connect
from practice_core.adapters.clock import SettableClock
from practice_core.adapters.memory.mail import MemoryMailer
from practice_core.ports.store import Access, Ask, Batch, Kept, Store

# Children are forked from a server that has imported everything and opened nothing: a test runner has threads.
PROCESSES = multiprocessing.get_context("forkserver")
PROCESSES.set_forkserver_preload(
    [
        "practice_core.container",
        "practice_core.adapters.memory.payments",
        "practice_core.adapters.sql.postgres",
        "practice_core.adapters.sql.sqlite",
        "practice_core.adapters.sql.store",
        "alembic.command",
        "sqlalchemy.dialects.postgresql.psycopg",
        "sqlalchemy.dialects.sqlite",
        "pytest",
        "tests.conftest",
        "tests.races.races",
    ]
)

Act = Callable[[PracticeCore, str, int, int], object]
"""What one of them does: with its core, in that practice, as the how-manyth, in which turn."""


class Watched:
    """A store that counts the races lost on it, by what the database said."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self.lost: Counter[str] = Counter()

    @contextmanager
    def open(self, *, locked: bool = False) -> Iterator[Access]:
        with self._store.open(locked=locked) as access:
            yield _Watched(access, self.lost, "locked" if locked else "at first")

    def fill(self, batches: Any) -> None:
        self._store.fill(batches)

    def practices(self, **which: Any) -> tuple[str, ...]:
        return self._store.practices(**which)

    def forget_keys(self, practice_id: str, **which: Any) -> int:
        return self._store.forget_keys(practice_id, **which)

    def close(self) -> None:
        self._store.close()


@attrs.frozen
class _Watched:
    _access: Access
    _lost: Counter[str]
    _how: str

    def read(self, practice_id: str, asks: Sequence[Ask[Any]]) -> list[tuple[Kept[Any], ...]]:
        with self._counted():
            return self._access.read(practice_id, asks)

    def write(self, batch: Batch) -> None:
        with self._counted():
            self._access.write(batch)

    @contextmanager
    def _counted(self) -> Iterator[None]:
        try:
            yield
        except (Conflict, Unavailable) as exc:
            said = exc.__cause__ or exc.__context__ or exc
            self._lost[f"{type(said).__name__} {self._how}"] += 1
            raise


def open_core(url: str) -> tuple[PracticeCore, Watched]:
    """A core whose clock stands still, so that everybody's answers can be compared, and its watched store."""
    settings = Settings(database=url, secret=SECRET)
    watched = Watched(connect(settings).store)
    return connect(settings, clock=SettableClock(NOW), store=watched, mailer=MemoryMailer()), watched


class Crowd:
    """So many processes with a core on the same database each, waiting to be told what to do."""

    def __init__(self, url: str, size: int) -> None:
        self._go = PROCESSES.Semaphore(0)
        self._members: list[tuple[Any, Connection]] = []
        for place in range(size):
            ours, theirs = PROCESSES.Pipe()
            member = PROCESSES.Process(target=_member, args=(url, place, self._go, theirs), daemon=True)
            member.start()
            theirs.close()
            self._members.append((member, ours))

    def at_once(self, act: Act, practice_id: str, turn: int, *, size: int) -> tuple[list[Any], Counter[str], float]:
        """What each of the first so many got, a `PracticeError` among it; what the database said to them; and how
        many seconds the slowest took."""
        pipes = [pipe for _, pipe in self._members[:size]]
        for pipe in pipes:
            pipe.send((act, practice_id, turn))
        for pipe in pipes:
            assert pipe.recv() == "ready"
        for _ in pipes:
            self._go.release()
        outcomes, lost, slowest = [], Counter[str](), 0.0
        for pipe in pipes:
            outcome, said, seconds = pipe.recv()
            outcomes.append(outcome)
            lost += said
            slowest = max(slowest, seconds)
        return outcomes, lost, slowest

    def close(self) -> None:
        for _, pipe in self._members:
            pipe.send(None)
        for member, pipe in self._members:
            member.join(60)
            pipe.close()
            member.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def _member(url: str, place: int, go: Any, pipe: Connection) -> None:
    core, watched = open_core(url)
    with core:
        while (task := pipe.recv()) is not None:
            act, practice_id, turn = task
            # A connection of its own, opened before the race and not in it.
            core.store.practices(limit=1)
            watched.lost.clear()
            pipe.send("ready")
            go.acquire()
            began = time.monotonic()
            outcome = _outcome(act, core, practice_id, place, turn)
            pipe.send((outcome, watched.lost, time.monotonic() - began))


def _outcome(act: Act, core: PracticeCore, practice_id: str, place: int, turn: int) -> object:
    try:
        return act(core, practice_id, place, turn)
    except PracticeError as exc:
        return exc
    except Exception:  # noqa: BLE001 - told to the parent, whose test fails
        return traceback.format_exc()
