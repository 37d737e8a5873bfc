"""``make faults``: outages at every call, hundreds of kills, crashes and shortages, and what came of them;
of money and of mail, every fault at every call, and whether any books or mails differ.

KILLS says how many a store, PRACTICE_CORE_TEST_STORES on which, SEED in which random order.
"""

# ruff: noqa: T201 - what it prints is what it is for

from __future__ import annotations

import logging
import os
import sys
import tempfile
import time
import traceback
from collections import Counter
from collections.abc import Callable
from contextlib import nullcontext
from functools import partial
from pathlib import Path
from random import Random

from tests.conftest import STORES
from tests.faults import delivering, money_every_call
from tests.faults.commands import COMMANDS
from tests.faults.every_call import try_every_call, try_every_call_of_rebooking_all, worlds
from tests.faults.killing import KEEPING, SEED, how_long, kill_a_process, kill_the_server
from tests.faults.money_begun import empty_stores
from tests.faults.money_flows import FLOWS
from tests.faults.scarce import SizeLimit, SmallFileSystem, go_through, in_a_process, mounted
from tests.faults.test_every_call import SEVERAL_DEEDS
from tests.postgres import server
from tests.races.databases import SHARED, database, made_ready

KILLS = int(os.environ.get("KILLS", "300"))
CHANCE = Random(int(os.environ.get("SEED", SEED)))  # noqa: S311
OTHERS = max(2, KILLS // 10)
"""Crashes of a server, and shortages of room: each takes longer than a kill."""


def main() -> int:
    """The exit status: whether anything was lost."""
    # Every outage that is made here is logged, as it should be; nobody reads that.
    logging.getLogger("practice_core").addHandler(logging.NullHandler())
    print(f"{'store':10}{'fault':28}{'rounds':>8}{'faults':>8}{'seconds':>9}  of these")
    lost = 0
    for store in ("memory", "sqlite"):
        if store in STORES:
            lost += _every_call(store)
    lost += _money()
    lost += _mail()
    for store in SHARED:
        with database(store) as url:
            longest = how_long(url, "unhurt")
            lost += _rounds(store, "kill -9 of a process", KILLS, lambda n: _hit(url, n, longest))  # noqa: B023
    if "postgres" in STORES:
        with server() as crashing:
            url = made_ready(crashing.url + KEEPING)
            longest = how_long(url, "unhurt")
            lost += _rounds(
                "postgres",
                "crash of the server",
                OTHERS,
                lambda n: kill_the_server(crashing, url, f"crashed-{n}", longest, CHANCE),
            )
    if "sqlite" in STORES:
        lost += _rounds("sqlite", "files that may not grow", OTHERS, _files_that_may_not_grow)
        lost += _rounds("sqlite", "a full file system", OTHERS, _a_full_file_system)
    print("lost, or different: nothing" if not lost else f"lost, or different: {lost} rounds")
    return 1 if lost else 0


def _money() -> int:
    """Every fault at every call of every flow of money; on PostgreSQL one in so many."""
    lost = 0
    for store in STORES:
        with nullcontext("memory://") if store == "memory" else database(store) as url, empty_stores(url) as empty:
            flows = [partial(money_every_call.try_every_call, flow, empty, all_sides=True) for flow in FLOWS.values()]
            one_in = 7 if store == "postgres" else 1

            def one(n: int) -> Counter[str]:
                tried = flows[n](one_in=one_in, first=n)  # noqa: B023
                assert () == tried.wrong
                return tried.faults

            lost += _rounds(store, "every call in money flows", len(flows), one)
    return lost


def _mail() -> int:
    lost = 0
    for store in STORES:
        with nullcontext("memory://") if store == "memory" else database(store) as url, empty_stores(url) as empty:

            def one(n: int) -> Counter[str]:
                tried = (delivering.try_every_call, delivering.try_every_call_of_the_deed)[n](empty)
                assert () == tried.wrong
                return tried.faults

            lost += _rounds(store, "every call in delivering", 2, one)
    return lost


def _every_call(store: str) -> int:
    tries = [(name, lose) for name in COMMANDS for lose in (0, 1) if name != SEVERAL_DEEDS or not lose]
    with worlds(store) as build:

        def one(n: int) -> Counter[str]:
            name, lose = tries[n]
            if name == SEVERAL_DEEDS:
                return Counter({"in rebooking all": try_every_call_of_rebooking_all(build)})
            how = "after a lost race" if lose else "at first"
            return Counter({how: try_every_call(build, name, lose=lose)})

        return _rounds(store, "an outage at every call", len(tries), one)


def _hit(url: str, n: int, longest: float) -> Counter[str]:
    return Counter([kill_a_process(url, f"killed-{n}", longest, CHANCE)])


def _files_that_may_not_grow(n: int) -> Counter[str]:
    with tempfile.TemporaryDirectory() as folder:
        return Counter(in_a_process(go_through, SizeLimit(Path(folder)), Path(folder), "p", CHANCE.getrandbits(32)))


def _a_full_file_system(n: int) -> Counter[str]:
    with mounted() as folder:
        if folder is None:
            return Counter()
        return Counter(in_a_process(go_through, SmallFileSystem(folder), folder, "p", CHANCE.getrandbits(32)))


def _rounds(store: str, fault: str, rounds: int, one: Callable[[int], Counter[str]]) -> int:
    """Print what so many rounds came to; answers in how many something was lost."""
    began, lost, faults = time.monotonic(), 0, Counter[str]()
    for n in range(rounds):
        try:
            faults += one(n)
        except AssertionError:
            lost += 1
            traceback.print_exc()
    seconds = time.monotonic() - began
    of_these = ", ".join(f"{often} {what}" for what, often in faults.most_common())
    print(f"{store:10}{fault:28}{rounds:8}{faults.total():8}{seconds:9.1f}  {of_these}", flush=True)
    return lost


if __name__ == "__main__":
    sys.exit(main())
