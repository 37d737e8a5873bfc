"""`make bench`: the figures of README and docs/performance.md, measured on this machine."""

from __future__ import annotations

import argparse
import os
import platform
import shutil
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path

from . import aims, decisions, imports, limits, measure, publish, report
from .contestants import NAMES
from .databases import Databases, Sqlite, postgres
from .measure import Plan, Setting
from .practice import Size
from .worker import JOBS

QUICK_ROUNDS, ROUNDS = 7, 15
LARGE = Size(1_000_000)


def main() -> None:
    given = _arguments()
    plan = Plan(
        names=tuple(name for name in NAMES if name in given.only),
        jobs=tuple(job for job in JOBS if job in given.jobs),
        rounds=given.rounds or (QUICK_ROUNDS if given.quick else ROUNDS),
    )
    began = time.monotonic()

    def say(what: str) -> None:
        print(f"{time.monotonic() - began:6.1f} s  {what}", file=sys.stderr, flush=True)

    with tempfile.TemporaryDirectory(prefix="pc-bench-", dir=given.folder) as folder:
        results = _measured(given, plan, Path(folder), say)
    text = f"{report.markdown(results)}\n{aims.markdown(results)}"
    print(text)
    given.out.mkdir(parents=True, exist_ok=True)
    (given.out / "results.md").write_text(text, encoding="utf-8")
    if not given.quick:
        # It comes with the benchmark's own requirements, which a quick look can do without.
        from . import plot

        plot.draw(results, given.out / "results.png")
    if given.publish:
        publish.publish(publish.PAGE, text)
        publish.publish(publish.README, report.short(results))
        shutil.copyfile(given.out / "results.png", publish.PICTURE)
    say(f"done: {given.out}")


def _measured(given: argparse.Namespace, plan: Plan, folder: Path, say: Callable[[str], None]) -> report.Results:
    size = Size(given.relationships)
    # The server may run as another user.
    folder.chmod(0o755)
    with ExitStack() as ending:
        stores: list[Databases] = []
        if "sqlite" in given.stores:
            stores.append(Sqlite(folder))
        server = None
        if "postgres" in given.stores:
            stores.append(started := ending.enter_context(postgres(folder)))
            server = started.itself
        results = report.Results(plan, size, _machine(), limits.measured(folder, server))
        for store in stores:
            say(f"{store.kind}: filling a database with {size.relationships:,} relationships")
            store.fill(size)
            say(f"{store.kind}: counting")
            counted = measure.counted(store, size, plan)
            for durable in (False, True):
                setting = Setting(store.kind, durable)
                say(f"{setting.title}: {plan.rounds} rounds of {', '.join(plan.jobs)}")
                results.counted[setting] = counted
                results.timed[setting] = measure.timed(store, size, plan, durable=durable)
                if not given.quick and not isinstance(store, Sqlite):
                    say(f"{setting.title}: several processes at once")
                    results.throughput[setting] = measure.throughput(store, size, plan, durable=durable)
            if given.large:
                say(f"{store.kind}: filling a database with {LARGE.relationships:,} relationships")
                store.fill(LARGE)
                setting = Setting(store.kind, durable=False)
                say(f"{setting.title}: a large practice and a small one")
                results.sizes[setting] = measure.sizes(store, size, LARGE, plan)
        say("decisions and imports")
        results.decisions = decisions.measured()
        results.importing = None if given.quick else imports.measured(folder)
    return results


def _machine() -> str:
    """What it was measured on, without anything that tells whose."""
    names = [line.partition(":")[2].strip() for line in _cpuinfo() if line.startswith("model name")]
    return f"{names[0] if names else platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}"


def _cpuinfo() -> list[str]:
    file = Path("/proc/cpuinfo")
    return file.read_text().splitlines() if file.exists() else []


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="a minute or two: fewer rounds, one process, no picture")
    parser.add_argument(
        "--large", action="store_true", help=f"also a practice of {LARGE.relationships:,} relationships"
    )
    parser.add_argument("--rounds", type=int, help=f"how many; {ROUNDS} where nothing is said, {QUICK_ROUNDS} if quick")
    parser.add_argument("--relationships", type=int, default=10_000, help="how large the practice is")
    parser.add_argument("--only", nargs="+", choices=NAMES, default=NAMES, help="these contestants")
    parser.add_argument("--jobs", nargs="+", choices=JOBS, default=JOBS, help="these jobs")
    parser.add_argument("--stores", nargs="+", choices=("sqlite", "postgres"), default=("sqlite", "postgres"))
    parser.add_argument(
        "--publish", action="store_true", help="put the results into README and docs/performance.md, too"
    )
    parser.add_argument("--folder", type=Path, help="where the databases go: on the disk that is to be measured")
    parser.add_argument("--out", type=Path, default=publish.ROOT / "build" / "bench", help="where the results go")
    given = parser.parse_args()
    if given.publish and given.quick:
        parser.error("what is published is measured in full")
    return given


if __name__ == "__main__":
    main()
