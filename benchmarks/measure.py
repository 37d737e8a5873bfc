"""Round after round, one contestant after the other: A B C D B C D A. What is told are medians over the rounds."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from statistics import median
from typing import TypeVar

import attrs
from tests.proxy import Proxy, proxy

from .contestants import Name, Target
from .databases import Databases, Kind, Postgres
from .practice import Size
from .worker import Job, Took, What, Worker

# Operations in a round, so that a round takes some tens of milliseconds at the least.
OPERATIONS: dict[Job, int] = {"confirm": 40, "rebook": 40, "charge": 3}
# Before anything is measured or counted: statements are prepared, caches filled, code specialised.
WARMING: dict[Job, int] = {"confirm": 20, "rebook": 20, "charge": 8}
COUNTED = 3
PROCESSES = (1, 2, 4)
OPERATIONS_EACH = 40

TICK = 1e-9
W = TypeVar("W")


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


@attrs.frozen
class Plan:
    """Who does what, in how many rounds."""

    names: tuple[Name, ...]
    jobs: tuple[Job, ...]
    rounds: int


@attrs.frozen
class Counts:
    """Of one operation. SQLite knows no trips."""

    statements: int
    trips: int
    calls: int


@attrs.frozen
class Rounds:
    """What each round of one job took one contestant."""

    took: tuple[Took, ...]

    def seconds(self, what: What) -> float:
        """Of one operation, the median."""
        return median(one.seconds(what) / one.operations for one in self.took)

    def against(self, other: Rounds, what: What) -> float:
        """How much of the other's it is: the median over the rounds, whatever else the machine did in some of them."""
        pairs = zip(self.took, other.took, strict=True)
        return median(one.seconds(what) / max(two.seconds(what), TICK) for one, two in pairs)


Key = tuple[Job, Name]


def timed(databases: Databases, size: Size, plan: Plan, *, durable: bool) -> dict[Key, Rounds]:
    """Every job of every contestant, each in a copy of its own: the same rows for each."""
    found: dict[Key, Rounds] = {}
    with ExitStack() as ending:
        workers: dict[Name, Worker] = {}
        targets: dict[Name, Target] = {}
        for name in plan.names:
            targets[name] = _copied(databases, size, f"timed_{name}", ending, durable=durable)
            workers[name] = Worker(name, targets[name], size)
            ending.callback(workers[name].close)
        for job in plan.jobs:
            rounds = in_turns(databases, workers, targets, job, plan.rounds)
            found |= {(job, name): each for name, each in rounds.items()}
    return found


def in_turns(
    databases: Databases, workers: Mapping[W, Worker], targets: Mapping[W, Target], job: Job, rounds: int
) -> dict[W, Rounds]:
    """One job, round after round; every round begins with another one. Who shares a database has other rows."""
    each = WARMING[job] + rounds * OPERATIONS[job]
    begins = {name: each * _sharing_before(name, targets) for name in workers}
    pids: dict[W, int | None] = {}
    for name, worker in workers.items():
        worker.run(job, begins[name], WARMING[job])
        pids[name] = databases.pid(targets[name]) if isinstance(databases, Postgres) else None
    took: dict[W, list[Took]] = {name: [] for name in workers}
    for number in range(rounds):
        done = WARMING[job] + number * OPERATIONS[job]
        for name in _turned(tuple(workers), number):
            took[name].append(workers[name].run(job, begins[name] + done, OPERATIONS[job], pids[name]))
    return {name: Rounds(tuple(each)) for name, each in took.items()}


def _sharing_before(name: W, targets: Mapping[W, Target]) -> int:
    """How many before that one work in the same database."""
    same = [other for other, target in targets.items() if target.name == targets[name].name]
    return same.index(name)


def counted(databases: Databases, size: Size, plan: Plan) -> dict[Key, Counts]:
    """Statements, round trips and calls of one operation, once all is warm: what does not depend on the machine."""
    found: dict[Key, Counts] = {}
    for name in plan.names:
        with _watched(databases, size, name) as (worker, wire):
            for job in plan.jobs:
                worker.run(job, 0, WARMING[job])
                seen = [_counts(worker, job, WARMING[job] + number, wire) for number in range(COUNTED)]
                # What is made once for many, a statement that is prepared after all, falls into one of them.
                found[job, name] = Counts(*map(min, *map(attrs.astuple, seen)))
    return found


def _counts(worker: Worker, job: Job, number: int, wire: Proxy | None) -> Counts:
    if wire is None:
        calls = worker.count(job, number)
        return Counts(calls.statements, 0, calls.python)
    statements, trips = wire.statements, wire.trips
    calls = worker.count(job, number)
    return Counts(wire.statements - statements, wire.trips - trips, calls.python)


@contextmanager
def _watched(databases: Databases, size: Size, name: Name) -> Iterator[tuple[Worker, Proxy | None]]:
    """A contestant that is watched; on PostgreSQL through a proxy."""
    with ExitStack() as ending:
        target = _copied(databases, size, f"counted_{name}", ending, durable=False)
        between = None
        if isinstance(databases, Postgres):
            between = ending.enter_context(proxy(databases.server.socket))
            target = attrs.evolve(target, host=str(between.folder))
        worker = Worker(name, target, size, counting=True)
        ending.callback(worker.close)
        yield worker, between


def throughput(databases: Postgres, size: Size, plan: Plan, *, durable: bool) -> dict[tuple[int, Name], list[float]]:
    """Confirmations a second in each round, by so many processes at once in one database."""
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
    return seen


def sizes(databases: Databases, small: Size, large: Size, plan: Plan) -> dict[tuple[Job, Size, Name], Rounds]:
    """Every job in a small practice, and in a large one that all contestants share."""
    found: dict[tuple[Job, Size, Name], Rounds] = {}
    with ExitStack() as ending:
        workers: dict[tuple[Size, Name], Worker] = {}
        targets: dict[tuple[Size, Name], Target] = {}
        for name in plan.names:
            targets[small, name] = _copied(databases, small, f"small_{name}", ending, durable=False)
            targets[large, name] = attrs.evolve(databases.original(large), application=f"large_{name}")
        for (size, name), target in targets.items():
            workers[size, name] = Worker(name, target, size)
            ending.callback(workers[size, name].close)
        for job in plan.jobs:
            rounds = in_turns(databases, workers, targets, job, plan.rounds)
            found |= {(job, size, name): each for (size, name), each in rounds.items()}
    return found


def _together(workers: Sequence[Worker], first: int) -> float:
    for number, worker in enumerate(workers):
        worker.begin("get_ready", "confirm", first + number * OPERATIONS_EACH, OPERATIONS_EACH)
    for worker in workers:
        worker.answer()
    for worker in workers:
        worker.begin("run", None)
    took: list[Took] = [worker.answer() for worker in workers]
    return len(took) * OPERATIONS_EACH / (max(one.ended for one in took) - min(one.began for one in took))


def _turned(names: tuple[W, ...], number: int) -> tuple[W, ...]:
    turn = number % len(names)
    return (*names[turn:], *names[:turn])


def _copied(databases: Databases, size: Size, name: str, ending: ExitStack, *, durable: bool) -> Target:
    target = databases.copy(size, name, durable=durable)
    ending.callback(databases.drop, target)
    return target
