"""Killing at a random instant: a process with ``kill -9``, or the server; and what must hold afterwards."""

from __future__ import annotations

import random
import time
from collections import Counter

from tests.faults.working import STORY, around, started, told, worker
from tests.postgres import Server

LAST = len(STORY) - 1
SEED = 2026
# The test server forgets its last commits in a crash, for speed; where it crashes on purpose it must not.
KEEPING = "&options=-csynchronous_commit%3Don"


def how_long(url: str, practice_id: str) -> float:
    """The seconds that the whole story takes if nobody is killed; and it goes as it should."""
    with started(url, practice_id) as (_, pipe):
        began = time.monotonic()
        assert ("answered", LAST) == told(pipe)[-1]
        took = time.monotonic() - began
    with worker(url, practice_id) as one:
        assert around(practice_id, LAST).after == one.rows()
    return took


def kill_a_process(url: str, practice_id: str, longest: float, chance: random.Random) -> str:
    """Kill one in mid-work. What was answered is there, of the command under way all or nothing, and repeating it
    completes it. Answers where it was hit. Raises `AssertionError`."""
    after = chance.uniform(0, longest)
    with started(url, practice_id) as (process, pipe):
        time.sleep(after)
        process.kill()
        said = told(pipe)
    what, place = said[-1] if said else ("begun", 0)
    right = around(practice_id, place)
    try:
        with worker(url, practice_id) as one:
            found = one.rows()
            if what == "answered":
                hit = "between two commands"
                assert right.after == found
            else:
                assert found in (right.before, right.after)
                hit = "in a command, not done" if found == right.before else "in a command, done but not answered"
            assert right.answer == one.do(place)
            assert right.after == one.rows()
            assert [] == one.broken()
    except AssertionError as exc:
        exc.add_note(f"killed after {after} s: {what} {place}")
        raise
    return hit


def kill_the_server(server: Server, url: str, practice_id: str, longest: float, chance: random.Random) -> Counter[str]:
    """Stop the server at once in mid-work, as if it crashed, and start it. Who works goes on with the same keys until
    all is done: as if nothing had been. Answers what the worker was told meanwhile."""
    after = chance.uniform(0, longest)
    with started(url, practice_id, patient=True) as (_, pipe):
        time.sleep(after)
        server.stop("immediate")
        server.start()
        said = told(pipe)
    assert ("answered", LAST) == said[-1]
    with worker(url, practice_id) as one:
        assert around(practice_id, LAST).after == one.rows()
        assert [] == one.broken()
    outcomes = Counter(what for what, _ in said)
    # While the server is away, every try is told so; one outage counts once.
    return Counter({what: 1 for what in ("not_done", "unknown") if outcomes[what]})
