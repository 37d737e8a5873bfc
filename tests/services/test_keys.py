"""Due work removes idempotency keys whose time is over, and no other (D1, D3)."""

from __future__ import annotations

from typing import Any

import pytest
from tests.faults.faulty import FaultyStore
from tests.values import DAY, NOW, STAFF, TICK
from tests.worlds import World

from practice_core import DueDone, connect
from practice_core.adapters.clock import SettableClock
from practice_core.ports.store import KeyRecord
from practice_core.services import keys


def used(w: World) -> set[str | None]:
    """Whom the keys that are kept were used for."""
    return {record.answer[0] for record in w.kept(KeyRecord).values()}


@pytest.mark.parametrize(("later", "gone"), [(30 * DAY - TICK, 0), (30 * DAY, 1)])
def test_D1_due_work_removes_a_key_when_its_30_days_are_over(later: Any, gone: int) -> None:
    w = World()
    w.person("alex", idempotency_key="first")
    w.forward(DAY)
    w.person("sam", idempotency_key="second")
    w.forward(later - DAY)

    assert DueDone(keys_forgotten=gone) == w.core.run_due()
    assert ({"sam"} if gone else {"alex", "sam"}) == used(w)
    assert DueDone() == w.core.run_due()


def test_D1_a_key_that_was_used_anew_stays() -> None:
    w = World()
    w.person("alex", idempotency_key="k")
    w.forward(30 * DAY)
    w.person("sam", idempotency_key="k")

    assert DueDone() == w.core.run_due()
    assert {"sam"} == used(w)


def test_D1_a_command_whose_key_goes_between_its_reading_and_its_writing_keeps_it_anew() -> None:
    w = World()
    w.person("alex", idempotency_key="k")
    w.forward(30 * DAY)
    w.store.meanwhile.append(w.core.run_due)
    w.person("sam", idempotency_key="k")

    assert {"sam"} == used(w)
    assert "sam" == w.person("sam", idempotency_key="k").id


def test_D3_after_30_days_no_fingerprint_is_left_of_anybody_who_was_erased() -> None:
    w = World()
    w.person("alex", idempotency_key="k")
    w.core.clients.erase(STAFF, "alex", idempotency_key="gone")
    w.forward(30 * DAY)
    w.core.run_due()

    assert {} == w.kept(KeyRecord)


def test_all_of_them_go_in_one_run_batch_after_batch(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keys, "KEYS_AT_ONCE", 2)
    w = World()
    for n in range(5):
        w.person(f"p{n}", idempotency_key="k" * (n + 1))
    w.forward(30 * DAY)
    asked = iter([False, False])

    assert DueDone(keys_forgotten=2) == w.core._keys.run(stop=lambda: next(asked, True))
    assert DueDone(keys_forgotten=3) == w.core._keys.run()


def test_where_there_is_nothing_to_do_it_asks_once() -> None:
    store = FaultyStore(World().store)
    core = connect("memory://", store=store, clock=SettableClock(NOW))
    store.fail(None)

    assert (DueDone(), ["practices"]) == (core._keys.run(), store.calls)


def test_keys_that_are_contended_are_left_for_the_next_run() -> None:
    w = World()
    w.person("alex", idempotency_key="k")
    store = FaultyStore(w.store)
    core = connect("memory://", store=store, clock=SettableClock(NOW + 30 * DAY))
    store.fail(None, deadlock=1)

    assert DueDone(failed=1) == core._keys.run()
    store.fail(None)
    assert DueDone(keys_forgotten=1) == core._keys.run()
