"""The counts that a test holds the core to: `make figures` counts them anew.

Statements and round trips are the same wherever they are counted. How many Python functions are called depends a
little on Python itself and on the versions of what is installed; `constraints.txt` pins those.
"""

from __future__ import annotations

import json
import sys
import tempfile
import tomllib
from pathlib import Path

import attrs
from tests.postgres import server

from .databases import Databases, Postgres, Sqlite
from .measure import Counts, Plan, counted
from .practice import Size
from .worker import JOBS

FILE = Path(__file__).parent.parent / "tests" / "performance" / "figures.toml"
# Large enough that one batch of charges is like another.
SIZE = Size(2000)
PLAN = Plan(names=("core",), jobs=JOBS, rounds=0)
ABOUT = """\
# What one operation of the core costs at the most, counted by `make figures` on the Python named here.
# A rise fails tests/performance; where it is meant, count anew, and say in the commit what it buys.
"""

Figures = dict[str, dict[str, int]]
"""By job, what is counted."""


def of(databases: Databases) -> Figures:
    """In a small practice, which is made there for it."""
    databases.fill(SIZE)
    return {job: _named(counts) for (job, _), counts in counted(databases, SIZE, PLAN).items()}


def committed() -> tuple[str, dict[str, Figures]]:
    """The Python they were counted on, as `3.11`, and the figures of each kind of database."""
    held = tomllib.loads(FILE.read_text(encoding="utf-8"))
    return held.pop("python"), held


def risen(most: Figures, now: Figures, *, slack: float) -> list[str]:
    """A line for each count that is above the committed one; of calls, by more than the slack allows."""
    return [
        f"{job}: {count} {what}, at the most {allowed}"
        for job, counts in most.items()
        for what, allowed in counts.items()
        if (count := now[job].get(what, 0)) > allowed * (slack if what == "calls" else 1)
    ]


def this_python() -> str:
    return f"{sys.version_info.major}.{sys.version_info.minor}"


def _named(counts: Counts) -> dict[str, int]:
    return {name: count for name, count in attrs.asdict(counts).items() if count}


def _write(figures: dict[str, Figures]) -> None:
    lines = [ABOUT, f"python = {json.dumps(this_python())}", ""]
    for kind, jobs in figures.items():
        lines.append(f"[{kind}]")
        for job, counts in jobs.items():
            told = ", ".join(f"{name} = {count}" for name, count in counts.items())
            lines.append(f"{job} = {{ {told} }}")
        lines.append("")
    FILE.write_text("\n".join(lines), encoding="utf-8")


def main() -> None:
    with tempfile.TemporaryDirectory() as folder, server() as started:
        stores: tuple[Databases, ...] = (Sqlite(Path(folder)), Postgres(started))
        _write({store.kind: of(store) for store in stores})
    print(FILE.read_text(encoding="utf-8"))


if __name__ == "__main__":
    main()
