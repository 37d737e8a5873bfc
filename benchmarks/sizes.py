"""Importing, previewing and confirming in a small practice and in a large one.

    python benchmarks/sizes.py --clients 1000 100000

imports a practice of each size into a new SQLite file, previews the first 300 relationships of each, in turns,
confirms those that may migrate, and prints the medians. They should hardly differ: every question is answered by an
index. Peak memory is this process's, of which the largest import has the most.
"""

from __future__ import annotations

import argparse
import resource
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median
from typing import TypeVar

import large_practice

from practice_core import Actor, PracticeCore, Relationship, connect

ROUNDS = 300
Answer = TypeVar("Answer")


def imported(folder: Path, clients: int) -> PracticeCore:
    file = folder / f"{clients}.json"
    with file.open("w", encoding="utf-8") as out:
        large_practice.write(out, clients)
    core = connect(f"sqlite:///{folder / str(clients)}.db")
    began = time.perf_counter()
    with file.open("rb") as source:
        core.load(source)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{clients:>7} clients: imported in {time.perf_counter() - began:.1f} s, peak so far {peak:.0f} MB")
    return core


def timed(call: Callable[[], Answer]) -> tuple[float, Answer]:
    began = time.perf_counter()
    answer = call()
    return time.perf_counter() - began, answer


def compared(cores: dict[int, PracticeCore]) -> None:
    actors = {clients: Actor.staff(core.store.practices(limit=1)[0], "bench") for clients, core in cores.items()}
    first = {clients: core.relationships.all(actors[clients])[:ROUNDS] for clients, core in cores.items()}
    previews: dict[int, list[float]] = {clients: [] for clients in cores}
    confirmations: dict[int, list[float]] = {clients: [] for clients in cores}

    def measure(clients: int, relationship: Relationship) -> None:
        actor, area = actors[clients], cores[clients].migrations
        asked = relationship.attendee_id
        took, preview = timed(lambda: area.preview(actor, relationship.id, requested_by=asked))
        previews[clients].append(took)
        if preview.allowed:
            took, _ = timed(lambda: area.confirm(actor, relationship.id, requested_by=asked))
            confirmations[clients].append(took)

    for turn in zip(*first.values(), strict=True):
        for clients, relationship in zip(first, turn, strict=True):
            measure(clients, relationship)
    for clients in cores:
        preview, confirm = (median(times[clients]) * 1e6 for times in (previews, confirmations))
        print(f"{clients:>7} clients: preview {preview:.0f} µs, confirm {confirm:.0f} µs (medians)")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--clients", type=int, nargs="+", default=[1_000, 100_000])
    with tempfile.TemporaryDirectory() as folder:
        cores = {clients: imported(Path(folder), clients) for clients in parser.parse_args().clients}
        compared(cores)
        for core in cores.values():
            core.close()


if __name__ == "__main__":
    main()
