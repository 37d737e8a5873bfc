"""Several threads and processes on one file."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier

import pytest
from tests.values import DAY, FIFTY_MINUTES, HOUR

from practice_core import Actor, Money, PracticeCore, Session, SlotTaken, connect
from practice_core.adapters.clock import SettableClock
from practice_core.testing.practices import NOON

STAFF = Actor.staff("p", "desk")
THREADS = 8

OPEN_AND_ADD = """
import sys
from practice_core import Actor, connect
core = connect(sys.argv[1])
print("ready", flush=True)
sys.stdin.readline()
core.practices.open(id=sys.argv[2], name="Willow", time_zone="Europe/London", currency="GBP")
core.close()
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "practice.db"


@pytest.fixture
def core(file: Path) -> Iterator[PracticeCore]:
    """One therapist; a relationship for each thread, whose client has a card."""
    with connect(f"sqlite:///{file}", clock=SettableClock(NOON)) as core:
        core.practices.open(id="p", name="Willow", time_zone="Europe/London", currency="GBP")
        core.therapists.register(STAFF, id="t", name="Mara Ilić")
        for n in range(THREADS):
            core.clients.register(STAFF, id=f"c{n}", given_name="Ines", family_name="Vale")
            core.cards.add(STAFF, f"c{n}", reference=f"pm_{n}")
            core.relationships.open(
                STAFF, id=f"r{n}", therapist_id="t", attendee_id=f"c{n}", payer_id=f"c{n}", fee=Money(6000, "GBP")
            )
        yield core


def _at_once(call: Callable[[int], Session]) -> list[Session | SlotTaken]:
    """What each of the threads gets, all starting together."""
    together = Barrier(THREADS)

    def wait_and_call(n: int) -> Session | SlotTaken:
        together.wait()
        try:
            return call(n)
        except SlotTaken as exc:
            return exc

    with ThreadPoolExecutor(THREADS) as pool:
        return list(pool.map(wait_and_call, range(THREADS)))


def test_threads_that_book_different_slots_of_one_therapist_all_succeed(core: PracticeCore) -> None:
    booked = _at_once(
        lambda n: core.sessions.book(
            STAFF, f"r{n}", id=f"s{n}", starts_at=NOON + DAY + n * HOUR, duration=FIFTY_MINUTES
        )
    )
    assert [f"s{n}" for n in range(THREADS)] == [one.id for one in booked if isinstance(one, Session)]


def test_of_threads_that_book_the_same_slot_one_gets_it_and_the_others_are_told_by_whom(core: PracticeCore) -> None:
    answers = _at_once(
        lambda n: core.sessions.book(STAFF, f"r{n}", id=f"s{n}", starts_at=NOON + DAY, duration=FIFTY_MINUTES)
    )
    won = [one.id for one in answers if isinstance(one, Session)]
    assert len(won) == 1
    assert [tuple(won)] * (THREADS - 1) == [one.session_ids for one in answers if isinstance(one, SlotTaken)]


def test_processes_that_open_a_new_file_at_once_all_find_it_ready(file: Path) -> None:
    processes = [
        subprocess.Popen(
            [sys.executable, "-c", OPEN_AND_ADD, f"sqlite:///{file}", f"p{n}"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        for n in range(4)
    ]
    for process in processes:
        assert process.stdout is not None
        process.stdout.readline()
    for process in processes:
        assert process.stdin is not None
        process.stdin.write("\n")
        process.stdin.flush()
    for process in processes:
        process.communicate(timeout=60)
    assert [0] * len(processes) == [process.returncode for process in processes]
    with connect(f"sqlite:///{file}") as core:
        assert core.store.practices(limit=10) == ("p0", "p1", "p2", "p3")


@pytest.mark.skipif(not Path("/proc/self/fd").exists(), reason="open files cannot be listed here")
def test_a_forked_child_opens_connections_of_its_own(core: PracticeCore, file: Path) -> None:
    core.relationships.get(STAFF, "r0")
    # What the child inherits is closed before the fork, so that no two processes share a handle on the file.
    child = os.fork()
    if child == 0:
        shared = [fd for fd in Path("/proc/self/fd").iterdir() if str(fd.resolve()).startswith(str(file))]
        core.sessions.book(STAFF, "r0", id="child", starts_at=NOON + DAY, duration=FIFTY_MINUTES)
        os._exit(1 if shared else 0)
    core.sessions.book(STAFF, "r1", id="parent", starts_at=NOON + 2 * DAY, duration=FIFTY_MINUTES)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0
    assert [core.sessions.get(STAFF, name).id for name in ("child", "parent")] == ["child", "parent"]
