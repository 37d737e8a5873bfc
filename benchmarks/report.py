"""The results, as tables in Markdown."""

from __future__ import annotations

from collections.abc import Iterator
from statistics import median

import attrs

from .contestants import TITLES, Name
from .imports import Import
from .limits import Limits
from .measure import PROCESSES, Counts, Key, Plan, Rounds, Setting
from .practice import Size
from .worker import Job, What

JOB_TITLES: dict[Job, str] = {"confirm": "confirm", "rebook": "rebook", "charge": "charge 25"}


@attrs.define
class Results:
    """What a run has found."""

    plan: Plan
    size: Size
    machine: str
    limits: Limits
    timed: dict[Setting, dict[Key, Rounds]] = attrs.field(factory=dict)
    counted: dict[Setting, dict[Key, Counts]] = attrs.field(factory=dict)
    throughput: dict[Setting, dict[tuple[int, Name], list[float]]] = attrs.field(factory=dict)
    sizes: dict[Setting, dict[tuple[Job, Size, Name], Rounds]] = attrs.field(factory=dict)
    decisions: dict[str, float] = attrs.field(factory=dict)
    importing: Import | None = None


def markdown(results: Results) -> str:
    parts = (
        _about(results),
        _summary(results),
        _figures(results),
        _throughput(results),
        _sizes(results),
        _rest(results),
    )
    return "\n".join(line for part in parts for line in part)


def short(results: Results) -> str:
    """The table of the README: every contestant where a commit waits for the disk."""
    lines = [
        f"| client CPU and wall, ms | {' | '.join(TITLES[name] for name in results.plan.names)} |",
        "| --- |" + " ---: |" * len(results.plan.names),
    ]
    for setting, timed in results.timed.items():
        for job in results.plan.jobs if setting.durable else ():
            cells = [
                f"{_milli(timed[job, name], 'client')}, {_milli(timed[job, name], 'wall')}"
                for name in results.plan.names
            ]
            lines.append(f"| {JOB_TITLES[job]}, {setting.title.partition(',')[0]} | {' | '.join(cells)} |")
    return "\n".join([*lines, ""])


def _about(results: Results) -> Iterator[str]:
    yield f"{results.machine}; {results.size.relationships:,} relationships, {results.plan.rounds} rounds."
    trip = results.limits.trip
    yield f"A page written and synchronised: {_micro(results.limits.write)} µs."
    if trip is not None:
        yield f"`SELECT 1` and back: {_micro(trip)} µs."
    yield ""


def _summary(results: Results) -> Iterator[str]:
    """The core against each of the others."""
    others = [name for name in results.plan.names if name != "core"]
    if "core" not in results.plan.names or not others:
        return
    yield "### practice_core against the others\n"
    yield "Its share of what they take, processor time of the client and of the wall clock.\n"
    yield "| database | job | " + " | ".join(f"{TITLES[name]}: CPU | wall" for name in others) + " |"
    yield "| --- | --- |" + " ---: | ---: |" * len(others)
    for setting, timed in results.timed.items():
        for job in results.plan.jobs:
            ratios = [
                f"{timed[job, 'core'].against(timed[job, name], what):.2f}"
                for name in others
                for what in ("client", "wall")
            ]
            yield f"| {setting.title} | {JOB_TITLES[job]} | {' | '.join(ratios)} |"
    yield ""


def _figures(results: Results) -> Iterator[str]:
    for setting, timed in results.timed.items():
        server = setting.kind == "postgres"
        times = ["client CPU, µs", "wall, µs", *(["server CPU, µs"] if server else [])]
        counts = ["statements", *(["round trips"] if server else []), "Python calls"]
        yield f"### {setting.title}\n"
        yield "Of one operation; in brackets against hand-written SQL.\n"
        yield f"| job | | {' | '.join(times + counts)} |"
        yield "| --- | --- |" + " ---: |" * len(times + counts)
        for (job, name), rounds in timed.items():
            floor = timed.get((job, "floor"))
            whats: list[What] = ["client", "wall", *(["server"] if server else [])]  # type: ignore[list-item]
            count = results.counted[setting][job, name]
            cells = [_time(rounds, floor, what) for what in whats]
            cells += [f"{n:,}" for n in (count.statements, *([count.trips] if server else []), count.calls)]
            yield f"| {JOB_TITLES[job]} | {TITLES[name]} | {' | '.join(cells)} |"
        yield ""


def _time(rounds: Rounds, floor: Rounds | None, what: What) -> str:
    ratio = f" ({rounds.against(floor, what):.2f})" if floor else ""
    return _micro(rounds.seconds(what)) + ratio


def _throughput(results: Results) -> Iterator[str]:
    for setting, measured in results.throughput.items():
        yield f"### {setting.title}: confirmations a second\n"
        yield "| processes | " + " | ".join(str(many) for many in PROCESSES) + " |"
        yield "| --- |" + " ---: |" * len(PROCESSES)
        for name in results.plan.names:
            rates = [_rate(measured[many, name], measured.get((many, "floor"))) for many in PROCESSES]
            yield f"| {TITLES[name]} | {' | '.join(rates)} |"
        yield ""


def _rate(rates: list[float], floor: list[float] | None) -> str:
    ratio = median(one / two for one, two in zip(rates, floor, strict=True)) if floor else 0
    return f"{median(rates):,.0f}" + (f" ({ratio:.2f})" if floor else "")


def _sizes(results: Results) -> Iterator[str]:
    if not results.sizes:
        return
    small, large = sorted({size for sizes in results.sizes.values() for _, size, _ in sizes}, key=_relationships)
    yield f"### {large.relationships:,} relationships against {small.relationships:,}\n"
    yield "Warm, of one operation: wall, µs; in brackets against the small practice."
    yield f"Then client CPU in the large one, against {TITLES['floor']} there.\n"
    yield f"| database | job | | {small.relationships:,} | {large.relationships:,} | CPU |"
    yield "| --- | --- | --- | ---: | ---: | ---: |"
    for setting, sizes in results.sizes.items():
        for job in results.plan.jobs:
            for name in results.plan.names:
                before, now, floor = sizes[job, small, name], sizes[job, large, name], sizes.get((job, large, "floor"))
                cells = (_micro(before.seconds("wall")), _time(now, before, "wall"), _time(now, floor, "client"))
                yield f"| {setting.title} | {JOB_TITLES[job]} | {TITLES[name]} | {' | '.join(cells)} |"
    yield ""


def _relationships(size: Size) -> int:
    return size.relationships


def _rest(results: Results) -> Iterator[str]:
    if results.decisions:
        yield "### Decisions and import\n"
        yield "| what | |"
        yield "| --- | ---: |"
        for name, seconds in results.decisions.items():
            yield f"| {name} | {seconds * 1e6:.0f} µs |"
        if results.importing:
            early = ", ".join(results.importing.too_early) or "none"
            yield f"| `import practice_core` over bare Python | {results.importing.seconds * 1000:.0f} ms |"
            yield f"| imported too early | {early} |"
        yield ""


def _milli(rounds: Rounds, what: What) -> str:
    return f"{rounds.seconds(what) * 1e3:.1f}"


def _micro(seconds: float) -> str:
    return f"{seconds * 1e6:,.0f}"
