"""A deadlock is a lost race: decided once more, and told as `Conflict` if there is no end to it."""

from __future__ import annotations

from threading import Thread

import psycopg
import pytest
from tests.faults.commands import furnish
from tests.faults.faulty import FaultyStore
from tests.races.databases import made_ready
from tests.values import DAY, FIFTY_MINUTES, NOW, PRACTICE_ID, STAFF

from practice_core import Conflict, connect
from practice_core.adapters.clock import SettableClock
from practice_core.adapters.memory.store import MemoryStore
from practice_core.adapters.sql.postgres import PostgresDriver
from practice_core.adapters.sql.store import SqlStore
from practice_core.ports import questions

LOCK = "SELECT 1 FROM practice_core_clients WHERE practice_id = %s AND id = %s FOR UPDATE"
LOOK_AT_ONCE, LOOK_LATE = "%20-cdeadlock_timeout%3D10ms", "%20-cdeadlock_timeout%3D1min"


@pytest.fixture
def url(postgres_url: str) -> str:
    made_ready(postgres_url)
    clock = SettableClock(NOW)
    with connect(postgres_url, clock=clock) as core:
        furnish(core, clock)
    return postgres_url


def test_a_deadlock_met_while_locking_is_a_conflict_and_nothing_stays_locked(url: str) -> None:
    store = SqlStore(PostgresDriver(url + LOOK_AT_ONCE))
    with psycopg.connect(url + LOOK_LATE) as other:
        other.execute(LOCK, (PRACTICE_ID, "pat"))
        crossing = Thread(target=other.execute, args=(LOCK, (PRACTICE_ID, "alex")))
        with pytest.raises(Conflict), store.open(locked=True) as access:
            access.read(PRACTICE_ID, [questions.CLIENT(id="alex")])
            crossing.start()
            access.read(PRACTICE_ID, [questions.CLIENT(id="pat")])
        # The other one has its lock now.
        crossing.join(10)
        assert not crossing.is_alive()
    store.close()


def test_a_deadlock_met_while_locking_is_decided_once_more() -> None:
    clock, store = SettableClock(NOW), FaultyStore(MemoryStore())
    core = connect("memory://", clock=clock, store=store)
    furnish(core, clock)

    # The first write loses its race; then the reading that locks meets a deadlock.
    store.fail(None, lose=1, deadlock=4)
    booked = core.sessions.book(STAFF, "r1", starts_at=NOW + 9 * DAY, duration=FIFTY_MINUTES)

    assert ["open", "read", "write", "open", "read", "open", "read", "write"] == store.calls
    assert [booked.id] == [s.id for s in core.sessions.of_relationship(STAFF, "r1") if s.starts_at == NOW + 9 * DAY]
