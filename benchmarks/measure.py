"""Round after round, one contestant after the other: A B C D A B C D. What is told are medians over the rounds."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from statistics import median

import attrs
from tests.proxy import proxy

from .contestants import Name, Target
from .databases import Databases, Kind, Postgres
from .practice import Size
from .worker import JOBS, Calls, Job, Took, Worker

# Operations in a round, so that a round takes some tens of milliseconds.
OPERATIONS: dict[Job, int] = {"confirm": 20, "rebook": 20, "charge": 2}
# Before anything is measured or counted: statements are prepared, caches filled, code specialised.
WARMING: dict[Job, int] = {"confirm": 20, "rebook": 20, "charge": 3}
COUNTED = 3
PROCESSES = (1, 2, 4)
OPERATIONS_EACH = 30


@attrs.frozen
class Setting:
    """A database, and whether a commit waits for the disk."""

    kind: Kind
    durable: bool

    @property
    def title(self) -> str:
        if self.kind == "sqlite":
            return f"SQLite, synchronous {'FULL' if self.durable else 'NORMAL'}"
        return f"PostgreSQL, synchronous_commit {'on' if self.durable else 'off'}"


@attrs.frozen(kw_only=True)
class Figures:
    """Of one operation of a contestant: medians, in seconds, and counts."""

    client: float
    wall: float
    server: float
    statements: int = 0
    trips: int = 0
    calls: int = 0


@attrs.frozen
class Plan:
    """What a run measures."""

    names: tuple[Name, ...]
    jobs: tuple[Job, ...]
    rounds: int
    throughput: bool


def figures(databases: Databases, size: Size, plan: Plan, *, durable: bool) -> dict[tuple[Job, Name], Figures]:
    """Every job of every contestant, each in a copy of its own."""
    timed = _timed(databases, size, plan, durable=durable)
    counted = _counted(databases, size, plan)
    return {key: attrs.evolve(counted[key], **_medians(timed[key])) for key in timed}


def _timed(databases: Databases, size: Size, plan: Plan, *, durable: bool) -> dict[tuple[Job, Name], list[Took]]:
    took: dict[tuple[Job, Name], list[Took]] = {(job, name): [] for job in plan.jobs for name in plan.names}
    with _workers(databases, size, plan.names, durable=durable) as workers:
        for job in plan.jobs:
            for worker, pid in workers.values():
                worker.run(job, 0, WARMING[job], pid)
            for number in range(plan.rounds):
                first = WARMING[job] + number * OPERATIONS[job]
                for name in _turned(plan.names, number):
                    worker, pid = workers[name]
                    took[job, name].append(worker.run(job, first, OPERATIONS[job], pid))
    return took


def _medians(took: list[Took]) -> dict[str, float]:
    return {
        "client": median(one.client / one.operations for one in took),
        "wall": median(one.wall / one.operations for one in took),
        "server": median(one.server / one.operations for one in took),
    }


def _counted(databases: Databases, size: Size, plan: Plan) -> dict[tuple[Job, Name], Figures]:
    counted = {}
    for name in plan.names:
        with ExitStack() as ending:
            target = _copied(databases, size, f"counted_{name}", ending, durable=False)
            between = None
            if isinstance(databases, Postgres):
                between = ending.enter_context(proxy(databases.server.socket))
                target = attrs.evolve(target, host=str(between.folder))
            worker = Worker(name, target, size, counting=True)
            ending.callback(worker.close)
            for job in plan.jobs:
                worker.run(job, 0, WARMING[job])
                seen: list[tuple[Calls, int, int]] = []
                for number in range(COUNTED):
                    before = (between.statements, between.trips) if between else (0, 0)
                    calls = worker.count(job, WARMING[job] + number)
                    after = (between.statements, between.trips) if between else (calls.statements, 0)
                    seen.append((calls, after[0] - before[0], after[1] - before[1]))
                counted[job, name] = Figures(
                    client=0,
                    wall=0,
                    server=0,
                    statements=min(statements for _, statements, _ in seen),
                    trips=min(trips for _, _, trips in seen),
                    calls=min(calls.python for calls, _, _ in seen),
                )
    return counted


def throughput(databases: Postgres, size: Size, plan: Plan, *, durable: bool) -> dict[tuple[int, Name], float]:
    """Confirmations a second, by so many processes at once in one database."""
    seen: dict[tuple[int, Name], list[float]] = {(many, name): [] for many in PROCESSES for name in plan.names}
    with ExitStack() as ending:
        crews: dict[Name, list[Worker]] = {}
        for name in plan.names:
            target = _copied(databases, size, f"crowd_{name}", ending, durable=durable)
            crews[name] = [Worker(name, target, size) for _ in range(max(PROCESSES))]
            for number, worker in enumerate(crews[name]):
                ending.callback(worker.close)
                worker.run("confirm", number * WARMING["confirm"], WARMING["confirm"])
        first = max(PROCESSES) * WARMING["confirm"]
        for number in range(plan.rounds):
            for many in PROCESSES:
                for name in _turned(plan.names, number):
                    seen[many, name].append(_together(crews[name][:many], first))
                first += many * OPERATIONS_EACH
    return {key: median(rates) for key, rates in seen.items()}


def _together(workers: Sequence[Worker], first: int) -> float:
    for number, worker in enumerate(workers):
        worker.begin("run", "confirm", first + number * OPERATIONS_EACH, OPERATIONS_EACH, None)
    took: list[Took] = [worker.answer() for worker in workers]
    return len(took) * OPERATIONS_EACH / (max(one.ended for one in took) - min(one.began for one in took))


def _turned(names: tuple[Name, ...], number: int) -> tuple[Name, ...]:
    """Each round begins with another one."""
    turn = number % len(names)
    return (*names[turn:], *names[:turn])


@contextmanager
def _workers(
    databases: Databases, size: Size, names: tuple[Name, ...], *, durable: bool
) -> Iterator[dict[Name, tuple[Worker, int | None]]]:
    with ExitStack() as ending:
        workers: dict[Name, tuple[Worker, int | None]] = {}
        for name in names:
            target = _copied(databases, size, f"timed_{name}", ending, durable=durable)
            worker = Worker(name, target, size)
            ending.callback(worker.close)
            worker.run("confirm", size.relationships // 2, 1)
            workers[name] = worker, databases.pid(target) if isinstance(databases, Postgres) else None
        yield workers


def _copied(databases: Databases, size: Size, name: str, ending: ExitStack, *, durable: bool) -> Target:
    target = databases.copy(size, name, durable=durable)
    ending.callback(databases.drop, target)
    return target
