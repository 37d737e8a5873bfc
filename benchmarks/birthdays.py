"""Birthdays in a small practice and in a large one, with as few up for review in each.

    python -m benchmarks.birthdays --clients 1000 100000
    python -m benchmarks.birthdays --clients 1000 100000 --database postgresql://...

imports a practice of each size (two of three relationships are third-party, attendees are of any age), tells of every
birthday that is past or near, marks all of them reviewed but twenty, and prints the medians of listing those and of a
run of due work that finds nothing to tell. They should hardly differ: neither reads a relationship that is not listed.
The database has to be an empty one, and is left as it is.
"""

from __future__ import annotations

import argparse
import io
import json
import logging
import random
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from statistics import median

from practice_core import Actor, PracticeCore, connect
from practice_core.adapters.clock import SettableClock
from practice_core.adapters.memory.mail import NoMailer

from . import large_practice

ROUNDS = 200
LEFT = 20


def practice(clients: int) -> bytes:
    """A large practice without its sessions, as a file."""
    dice = random.Random(1)
    of = {"id": f"of-{clients}", "name": "A large practice", "time_zone": "Europe/London", "currency": "GBP"}
    document = {
        "practice": of,
        "therapists": list(large_practice.therapists(clients)),
        "clients": list(large_practice.people(clients, dice)),
        "relationships": list(large_practice.relationships(clients, dice)),
        "sessions": [],
    }
    return json.dumps(document).encode()


def told_and_reviewed(core: PracticeCore, actor: Actor) -> None:
    began = time.perf_counter()
    told = core.run_due().birthdays_told
    took = time.perf_counter() - began
    print(f"{actor.practice_id:>10}: {told} birthdays told in {took:.1f} s")
    for review in core.migrations.due_for_review(actor)[LEFT:]:
        core.migrations.reviewed(actor, review.id)


def timed(call: Callable[[], object]) -> float:
    times = []
    for _ in range(ROUNDS):
        began = time.perf_counter()
        call()
        times.append(time.perf_counter() - began)
    return median(times) * 1e6


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--clients", type=int, nargs="+", default=[1_000, 100_000])
    parser.add_argument("--database", help="An empty one; a new SQLite file for each size without it.")
    given = parser.parse_args()
    logging.disable(logging.WARNING)
    with tempfile.TemporaryDirectory() as folder:
        for clients in given.clients:
            actor = Actor.staff(f"of-{clients}", "bench")
            url = given.database or f"sqlite:///{Path(folder, str(clients))}.db"
            with connect(url, clock=SettableClock(large_practice.TODAY), mailer=NoMailer("it is a benchmark")) as core:
                core.load(io.BytesIO(practice(clients)))
                told_and_reviewed(core, actor)
                listing = timed(partial(core.migrations.due_for_review, actor))
                # Nothing else is due: there are no sessions, and notices wait for a mail server.
                idle = timed(core.run_due)
                listed = len(core.migrations.due_for_review(actor))
            print(
                f"{actor.practice_id:>10}: {listed} listed in {listing:.0f} µs, nothing told in {idle:.0f} µs (medians)"
            )


if __name__ == "__main__":
    main()
