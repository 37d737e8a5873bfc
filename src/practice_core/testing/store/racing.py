"""Units at the same time: step by step in every order, and in threads. Nothing is lost, nothing done twice."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from itertools import combinations
from threading import Barrier, Event, Thread
from typing import Any

import attrs
import pytest

from ...domain.client import Client
from ...domain.errors import Conflict
from ...domain.occasion import Deed
from ...domain.practice import Therapist
from ...ports import questions
from ...ports.store import Ask, Stamp, Store
from ...services.work import UnitOfWork
from .steps import another, kept_in, plain, thing_in

# Each unit opens, reads, and decides and commits; A's steps among those of both.
_STEPS = 3
ORDERS = [
    "".join("A" if place in chosen else "B" for place in range(2 * _STEPS))
    for chosen in combinations(range(2 * _STEPS), _STEPS)
]
_THREADS, _TIMES = 8, 5


def _overlap(order: str) -> bool:
    """Whether the one that commits last had read before the other committed."""
    committed_first = min("AB", key=order.rindex)
    last = "B" if committed_first == "A" else "A"
    read = [place for place, who in enumerate(order) if who == last][1]
    return read < order.rindex(committed_first)


class _Unit:
    """A unit of work, a step at a time. Each adds a client, so that what it wrote can be told."""

    def __init__(self, store: Store, practice_id: str, name: str, *, reads: Ask[Any], changes: bool) -> None:
        self._stack = ExitStack()
        self._work: UnitOfWork | None = None
        self.won: bool | None = None

        def opens() -> None:
            self._work = UnitOfWork(self._stack.enter_context(store.open()), practice_id)

        def reads_it() -> None:
            self.unit.prepare(reads)

        def commits() -> None:
            with self._stack:
                (client,) = self.unit.find(reads)
                new = (attrs.evolve(client, id=f"of {name}"),)
                self.unit.record(Deed(answer=None, added=new, changed=(another(client),) if changes else ()))
                try:
                    self.unit.commit()
                except Conflict:
                    self.won = False
                else:
                    self.won = True

        self._steps = iter((opens, reads_it, commits))

    @property
    def unit(self) -> UnitOfWork:
        assert self._work is not None
        return self._work

    def step(self) -> None:
        next(self._steps)()


def _run(store: Store, practice_id: str, order: str, *, second_changes: bool) -> tuple[bool | None, bool | None]:
    """Both units in that order of steps; A changes the client both read."""
    ask = questions.CLIENT(id="c")
    units = {
        "A": _Unit(store, practice_id, "A", reads=ask, changes=True),
        "B": _Unit(store, practice_id, "B", reads=ask, changes=second_changes),
    }
    for name in order:
        units[name].step()
    return units["A"].won, units["B"].won


class Racing:
    @pytest.mark.parametrize("order", ORDERS)
    def test_of_two_units_that_change_what_both_read_the_first_to_commit_wins(self, store: Store, order: str) -> None:
        practice_id, _ = plain(store)
        won = _run(store, practice_id, order, second_changes=True)
        first = min("AB", key=order.rindex)
        expected = {"A", "B"} if not _overlap(order) else {first}
        assert expected == {name for name, has in zip("AB", won, strict=True) if has}
        kept = kept_in(store, practice_id)
        assert {f"of {name}" for name in expected} | {"c"} == {id_ for of, id_ in kept if of is Client}
        assert Stamp(1 + len(expected)) == kept[Client, "c"].stamp

    @pytest.mark.parametrize("order", ORDERS)
    def test_who_only_relied_on_what_was_changed_loses_to_who_changed_it(self, store: Store, order: str) -> None:
        practice_id, _ = plain(store)
        won = _run(store, practice_id, order, second_changes=False)
        # B changes nothing that A read, so A always wins; B does unless A's commit came between.
        b_steps = [place for place, who in enumerate(order) if who == "B"]
        in_between = b_steps[1] < order.rindex("A") < b_steps[-1]
        assert (True, not in_between) == won

    def test_the_loser_wins_on_fresh_and_locked_reads(self, store: Store) -> None:
        practice_id, its = plain(store)
        assert (True, False) == _run(store, practice_id, "ABABAB", second_changes=True)
        with store.open(locked=True) as access:
            work = UnitOfWork(access, practice_id)
            assert another(its[Client]) == work.get(Client, "c")
            work.record(Deed(answer=None, changed=(its[Client],)))
            work.commit()
        assert (its[Client], Stamp(3)) == _thing_and_stamp(store, practice_id)

    def test_what_a_locked_unit_has_read_nobody_changes_until_it_is_done(self, store: Store) -> None:
        practice_id, its = plain(store)
        reading, lost = Event(), []

        def rival() -> None:
            with store.open() as access:
                work = UnitOfWork(access, practice_id)
                work.get(Client, "c")
                work.record(Deed(answer=None, changed=(its[Client],)))
                reading.set()
                try:
                    work.commit()
                except Conflict:
                    lost.append("rival")

        with store.open(locked=True) as access:
            work = UnitOfWork(access, practice_id)
            work.get(Client, "c")
            thread = Thread(target=rival)
            thread.start()
            # A store may let the rival read, or make it wait for that already; it does not commit.
            reading.wait(0.05)
            work.record(Deed(answer=None, changed=(another(its[Client]),)))
            work.commit()
        thread.join()
        assert (its[Client], Stamp(3)) == _thing_and_stamp(store, practice_id) or lost == ["rival"]

    def test_units_of_many_threads_all_get_done(self, store: Store) -> None:
        practice_id, its = plain(store)
        together = Barrier(_THREADS, timeout=60)

        def count(name: int) -> None:
            together.wait()
            for time in range(_TIMES):
                new = attrs.evolve(its[Client], id=f"{name}.{time}")
                _until_done(store, practice_id, Deed(answer=None, added=(new,), touched=((Therapist, "t"),)))

        _in_threads(count)
        kept = kept_in(store, practice_id)
        assert Stamp(1 + _THREADS * _TIMES) == kept[Therapist, "t"].stamp
        assert _THREADS * _TIMES + 1 == len([of for of, _ in kept if of is Client])

    def test_of_many_threads_that_add_the_same_one_does(self, store: Store) -> None:
        practice_id, its = plain(store)
        together = Barrier(_THREADS, timeout=60)
        won: list[int] = []

        def add(name: int) -> None:
            # Before they open: a store may have fewer connections than there are threads.
            together.wait()
            with store.open() as access:
                work = UnitOfWork(access, practice_id)
                work.record(Deed(answer=None, added=(attrs.evolve(its[Client], id="new", phone=str(name)),)))
                try:
                    work.commit()
                except Conflict:
                    return
            won.append(name)

        _in_threads(add)
        assert [thing_in(store, practice_id, Client, "new").thing.phone] == [str(name) for name in won]

    def test_what_is_read_in_one_go_is_of_one_moment(self, store: Store) -> None:
        practice_id, _ = plain(store)
        done = Event()
        both = ((Therapist, "t"), (Client, "c"))

        def change_both() -> None:
            for _ in range(50):
                _until_done(store, practice_id, Deed(answer=None, touched=both))
            done.set()

        thread = Thread(target=change_both)
        thread.start()
        uneven = []
        while not done.is_set():
            with store.open() as access:
                asks = [questions.THERAPIST(id="t"), questions.CLIENT(id="c"), questions.THERAPIST(id="t")]
                versions = {each[0].stamp.version for each in access.read(practice_id, asks)}
            if len(versions) > 1:
                uneven.append(versions)
        thread.join()
        assert [] == uneven


def _until_done(store: Store, practice_id: str, deed: Deed[None]) -> None:
    """As a command is carried out: once as it comes, and after a lost race on locked reads."""
    locked = False
    while True:
        with store.open(locked=locked) as access:
            work = UnitOfWork(access, practice_id)
            work.record(deed)
            try:
                work.commit()
            except Conflict:
                locked = True
            else:
                return


def _in_threads(call: Callable[[int], None]) -> None:
    with ThreadPoolExecutor(_THREADS) as pool:
        for future in [pool.submit(call, name) for name in range(_THREADS)]:
            future.result()


def _thing_and_stamp(store: Store, practice_id: str) -> tuple[Client, Stamp]:
    kept = thing_in(store, practice_id, Client, "c")
    return kept.thing, kept.stamp
