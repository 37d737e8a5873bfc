"""``make races``: many rounds of every race, and what came of them.

ROUNDS says how many, PRACTICE_CORE_TEST_STORES on which databases.
"""

# ruff: noqa: T201 - what it prints is what it is for

from __future__ import annotations

import os
import sys
import time
import traceback
from collections import Counter

from tests.races.crowd import Crowd, open_core
from tests.races.databases import SHARED, database
from tests.races.races import RACES, run

ROUNDS = int(os.environ.get("ROUNDS", "200"))


def main() -> int:
    """The exit status: whether anything was lost."""
    lost = 0
    numbers = "".join(f"{name:>10}" for name in ("processes", "rounds", "won", "told", "seconds", "slowest"))
    print(f"{'store':10}{'race':22}{numbers}  said by the database")
    for name in SHARED:
        with database(name) as url:
            lost += _all_races(name, url)
    print("lost: nothing" if not lost else f"lost: {lost} rounds")
    return 1 if lost else 0


def _all_races(store: str, url: str) -> int:
    lost = 0
    with Crowd(url, max(race.processes for race in RACES.values())) as crowd, open_core(url)[0] as core:
        for name, race in RACES.items():
            began, won, told, slowest, said = time.monotonic(), 0, 0, 0.0, Counter[str]()
            for turn in range(ROUNDS):
                try:
                    done = run(race, crowd, core, f"{name}-{turn}", turn)
                except AssertionError:
                    lost += 1
                    traceback.print_exc()
                    continue
                won, told, said = won + done.won, told + done.lost, said + done.said
                slowest = max(slowest, done.slowest)
            seconds = time.monotonic() - began
            heard = ", ".join(f"{often} {what}" for what, often in said.most_common())
            numbers = f"{race.processes:10}{ROUNDS:10}{won:10}{told:10}{seconds:10.1f}{slowest:10.2f}"
            print(f"{store:10}{name:22}{numbers}  {heard}", flush=True)
    return lost


if __name__ == "__main__":
    sys.exit(main())
