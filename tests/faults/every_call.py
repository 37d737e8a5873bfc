"""An outage before and after every call of the store, command by command: all of the deed is there, or none of it."""

from __future__ import annotations

import shutil
import tempfile
import uuid
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from unittest.mock import patch

import attrs
import pytest
from tests.faults.commands import KEY, Numbered, carry_out, furnish
from tests.faults.faulty import WRITING, FaultyStore
from tests.races.invariants import Rows, broken, everything
from tests.values import NOW, PRACTICE_ID, SECRET

from practice_core import PracticeCore, Settings, Unavailable, connect
from practice_core.adapters.clock import SettableClock
from practice_core.adapters.memory.payments import MemoryPayments
from practice_core.adapters.memory.store import MemoryStore
from practice_core.domain.journal import JournalEntry
from practice_core.ports.store import Store
from practice_core.services.practices import _OPENED_BY_KEY

WITH_TOKENS = Settings(database="memory://", secret=SECRET)
OPENED = str(uuid.uuid5(_OPENED_BY_KEY, KEY))
"""The practice that `practices.open` makes of the key."""


@attrs.frozen
class World:
    core: PracticeCore
    store: FaultyStore
    ids: Numbered
    gateway: MemoryPayments

    def carry_out(self, name: str) -> Any:
        """That command, with the ids that it had the first time."""
        self.ids.start_over("made-")
        return carry_out(name, self.core)

    def rows(self) -> tuple[Rows, Rows]:
        """Everything there is, also of the practice that may be new; the store is well from now on."""
        self.store.fail(None)
        return everything(self.store, PRACTICE_ID), everything(self.store, OPENED)


Build = Callable[[], World]
"""Builds the same practice as often as it is called."""


def _world(store: Store) -> World:
    clock, ids, faulty = SettableClock(NOW), Numbered(), FaultyStore(store)
    gateway = MemoryPayments(clock.now)
    return World(connect(WITH_TOKENS, clock=clock, store=faulty, ids=ids, payments=gateway), faulty, ids, gateway)


@contextmanager
def worlds(name: str) -> Iterator[Build]:
    """On the store of that name. Every note gets the same salt, so that digests can be compared (J3)."""
    with patch("secrets.token_hex", lambda size: "5a" * size):
        yield from _worlds(name)


def _worlds(name: str) -> Iterator[Build]:
    clock = SettableClock(NOW)
    if name == "memory":

        def furnished() -> World:
            store = MemoryStore()
            furnish(connect(WITH_TOKENS, clock=clock, store=store, ids=Numbered("before-")), clock)
            return _world(store)

        yield furnished
        return
    with tempfile.TemporaryDirectory() as folder:
        on_file = attrs.evolve(WITH_TOKENS, database=f"sqlite:///{folder}/first.db")
        with connect(on_file, clock=clock, ids=Numbered("before-")) as core:
            furnish(core, clock)
        # One store for all, which has compiled its statements; what is under it is new each time.
        store = connect(f"sqlite:///{folder}/copy.db").store

        def copied() -> World:
            store.close()
            for left in Path(folder).glob("copy.db*"):
                left.unlink()
            shutil.copy(Path(folder, "first.db"), Path(folder, "copy.db"))
            return _world(store)

        yield copied
        store.close()


def try_every_call(build: Build, name: str, *, lose: int = 0) -> int:
    """Carry that command out with an outage at every place in turn, after so many lost races, and repeat it with its
    key. Answers how many outages. Raises `AssertionError`."""
    world = build()
    before = world.rows()
    world.store.fail(None, lose=lose)
    answer = world.carry_out(name)
    calls = list(world.store.calls)
    done = world.rows()
    assert before != done
    assert [] == broken(world.core, PRACTICE_ID, NOW)
    writes = [place for place, call in enumerate(calls) if call in WRITING]
    assert 1 + lose == len(writes)

    tried = 0
    for place, call in enumerate(calls):
        # A write that loses the race does nothing that an outage could come after.
        for when in ("before",) if place in writes[:-1] else ("before", "after"):
            tried += 1
            world = build()
            world.store.fail(place, when, lose=lose)
            with pytest.raises(Unavailable) as caught:
                world.carry_out(name)
            written = (call, when) == ("write", "after")
            assert ("unknown" if written else "not_done") == caught.value.outcome
            assert (done if written else before) == world.rows()
            for _ in range(2):
                assert answer == world.carry_out(name)
                assert done == world.rows()
    return tried


def try_every_call_of_rebooking_all(build: Build) -> int:
    """S9: each session is a deed of its own, so the repetition answers for what the first time left."""
    name = "sessions.rebook_all"
    world = build()
    world.store.fail(None)
    reference = world.carry_out(name)
    calls = list(world.store.calls)
    done = world.rows()
    assert ["s3", "s4"] == [one.session_id for one in reference]

    for place in range(len(calls)):
        for when in ("before", "after"):
            world = build()
            world.store.fail(place, when)  # type: ignore[arg-type]
            with pytest.raises(Unavailable):
                world.carry_out(name)
            world.store.fail(None)
            again = carry_out(name, world.core)
            assert again == carry_out(name, world.core)
            assert {"s3", "s4"} >= {one.session_id for one in again if one.rebooked_as}
            assert _deeds(done[0]) == _deeds(world.rows()[0])
            assert [] == broken(world.core, PRACTICE_ID, NOW)
    return 2 * len(calls)


def _deeds(rows: Rows) -> tuple[Counter[str], dict[str, int]]:
    """What happened how often, whatever the ids."""
    happened = Counter(kept.thing.what for kept in rows[JournalEntry].values())
    return happened, {of.__name__: len(kept) for of, kept in rows.items()}
