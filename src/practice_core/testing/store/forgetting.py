"""Keys whose time is over go, so many at a time, and no other: not one that somebody uses anew meanwhile (D1)."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from datetime import timedelta
from threading import Barrier

import attrs
import pytest

from ...domain.errors import Conflict
from ...ports import questions
from ...ports.store import KeyRecord, Store
from ...services.work import UnitOfWork
from ..practices import NOON
from .steps import changed_in, kept_in, plain, put, write

_TICK = timedelta(microseconds=1)
_MANY = 40
_THREADS = 4


def _keys(store: Store, ages: dict[str, int]) -> tuple[str, dict[str, KeyRecord]]:
    """A practice with keys of those ids, used so long before noon."""
    practice_id, its = plain(store, but=[KeyRecord])
    keys = {id_: attrs.evolve(its[KeyRecord], id=id_, used_at=NOON - age * _TICK) for id_, age in ages.items()}
    put(store, practice_id, *keys.values())
    return practice_id, keys


def _left(store: Store, practice_id: str) -> list[str]:
    return sorted(id_ for of, id_ in kept_in(store, practice_id) if of is KeyRecord)


def _use_anew(store: Store, key: KeyRecord) -> None:
    """As a command does that carries it: of those it finds it changes one, and adds one that has gone."""
    while True:
        with suppress(Conflict), store.open() as access:
            unit = UnitOfWork(access, key.practice_id)
            unit.prepare(questions.KEY(id=key.id))
            unit.use_up(attrs.evolve(key, fingerprint="anew", used_at=NOON + _TICK))
            unit.commit()
            return


class Forgetting:
    def test_keys_used_until_an_instant_go_the_oldest_first_and_so_many_at_the_most(self, store: Store) -> None:
        practice_id, _ = _keys(store, {"a": 0, "b": 2, "c": 1, "later": -1})
        assert 0 == store.forget_keys(practice_id, until=NOON - 3 * _TICK, limit=5)
        assert 2 == store.forget_keys(practice_id, until=NOON, limit=2)
        assert ["a", "later"] == _left(store, practice_id)
        assert 1 == store.forget_keys(practice_id, until=NOON, limit=2)
        assert 0 == store.forget_keys(practice_id, until=NOON, limit=2)
        assert ["later"] == _left(store, practice_id)

    def test_nothing_else_goes_and_nothing_of_another_practice(self, store: Store) -> None:
        (mine, _), (yours, _) = _keys(store, {"k": 1}), _keys(store, {"k": 1})
        before, theirs = kept_in(store, mine), kept_in(store, yours)
        assert 1 == store.forget_keys(mine, until=NOON, limit=5)
        del before[KeyRecord, "k"]
        assert (before, theirs) == (kept_in(store, mine), kept_in(store, yours))

    def test_practices_that_have_such_keys_are_found(self, store: Store) -> None:
        practice_id, _ = _keys(store, {"k": 0})
        before = practice_id[:-1]
        for until, found in ((NOON, True), (NOON - _TICK, False)):
            listed = store.practices(limit=1, after=before, having=[questions.KEYS_OVER(until=until)])
            assert found == (practice_id in listed)

    def test_one_that_was_used_anew_stays(self, store: Store) -> None:
        practice_id, keys = _keys(store, {"k": 1, "over": 1})
        _use_anew(store, keys["k"])
        assert 1 == store.forget_keys(practice_id, until=NOON, limit=5)
        assert ["k"] == _left(store, practice_id)

    def test_who_found_one_that_has_gone_since_is_told_and_adds_it(self, store: Store) -> None:
        practice_id, keys = _keys(store, {"k": 1})
        assert 1 == store.forget_keys(practice_id, until=NOON, limit=5)
        with pytest.raises(Conflict):
            write(store, changed_in(practice_id, keys["k"]))
        _use_anew(store, keys["k"])
        assert ["k"] == _left(store, practice_id)

    def test_of_many_threads_that_forget_and_use_anew_none_undoes_what_another_did(self, store: Store) -> None:
        practice_id, keys = _keys(store, {f"{n:02}": _MANY - n for n in range(_MANY)})
        anew, over = list(keys.values())[::2], list(keys)[1::2]
        together = Barrier(2 * _THREADS, timeout=60)

        def forgets() -> int:
            together.wait()
            return sum(store.forget_keys(practice_id, until=NOON, limit=3) for _ in range(_MANY))

        def uses(mine: list[KeyRecord]) -> Callable[[], int]:
            def use() -> int:
                together.wait()
                for key in mine:
                    _use_anew(store, key)
                return 0

            return use

        acts = [forgets] * _THREADS + [uses(anew[n::_THREADS]) for n in range(_THREADS)]
        with ThreadPoolExecutor(len(acts)) as pool:
            went = sum(future.result() for future in [pool.submit(act) for act in acts])
        assert sorted(key.id for key in anew) == _left(store, practice_id)
        assert len(over) <= went <= len(keys)
