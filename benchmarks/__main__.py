"""`make bench`: the figures of README and docs/performance.md, measured on this machine."""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import time
from contextlib import ExitStack
from pathlib import Path

from . import measure, report
from .contestants import NAMES
from .databases import Databases, Sqlite, postgres
from .measure import Plan, Setting
from .practice import Size
from .worker import JOBS

QUICK_ROUNDS, ROUNDS = 7, 15


def main() -> None:
    given = _arguments()
    plan = Plan(
        names=tuple(name for name in NAMES if name in given.only),
        jobs=tuple(job for job in JOBS if job in given.jobs),
        rounds=given.rounds or (QUICK_ROUNDS if given.quick else ROUNDS),
        throughput=not given.quick,
    )
    size = Size(given.relationships)
    results = report.Results(plan=plan, size=size)
    began = time.monotonic()

    def say(what: str) -> None:
        print(f"{time.monotonic() - began:6.1f} s  {what}", file=sys.stderr)

    with tempfile.TemporaryDirectory(prefix="pc-bench-", dir=given.folder) as folder, ExitStack() as ending:
        # The server may run as another user.
        Path(folder).chmod(0o755)
        stores: list[Databases] = []
        if "sqlite" in given.stores:
            stores.append(Sqlite(Path(folder)))
        if "postgres" in given.stores:
            stores.append(ending.enter_context(postgres(Path(folder))))
        for store in stores:
            say(f"{store.kind}: filling a database with {size.relationships} relationships")
            store.fill(size)
            for durable in (False, True):
                setting = Setting(store.kind, durable)
                say(f"{setting.title}: {plan.rounds} rounds")
                results.figures[setting] = measure.figures(store, size, plan, durable=durable)
                if plan.throughput and not isinstance(store, Sqlite):
                    say(f"{setting.title}: throughput")
                    results.throughput[setting] = measure.throughput(store, size, plan, durable=durable)
    print(report.markdown(results))
    say("done")


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="a minute or two: fewer rounds, no throughput")
    parser.add_argument("--rounds", type=int, help=f"how many; {ROUNDS} where nothing is said, {QUICK_ROUNDS} if quick")
    parser.add_argument("--relationships", type=int, default=10_000, help="how large the practice is")
    parser.add_argument("--only", nargs="+", choices=NAMES, default=NAMES, help="these contestants")
    parser.add_argument("--jobs", nargs="+", choices=JOBS, default=JOBS, help="these jobs")
    parser.add_argument("--stores", nargs="+", choices=("sqlite", "postgres"), default=("sqlite", "postgres"))
    parser.add_argument("--folder", type=Path, default=os.environ.get("TMPDIR"), help="on the disk to measure")
    return parser.parse_args()


if __name__ == "__main__":
    main()
