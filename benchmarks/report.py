"""The results, as a table in Markdown."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from .contestants import TITLES, Name
from .measure import PROCESSES, Figures, Plan, Setting
from .practice import Size
from .worker import Job

JOB_TITLES: dict[Job, str] = {"confirm": "confirm", "rebook": "rebook", "charge": "charge 25"}


@attrs.define
class Results:
    plan: Plan
    size: Size
    figures: dict[Setting, dict[tuple[Job, Name], Figures]] = attrs.field(factory=dict)
    throughput: dict[Setting, dict[tuple[int, Name], float]] = attrs.field(factory=dict)


def markdown(results: Results) -> str:
    return "\n".join([*_figures(results), *_throughput(results)])


def _figures(results: Results) -> Iterator[str]:
    for setting, measured in results.figures.items():
        yield f"### {setting.title}\n"
        yield "| job | contestant | client CPU, µs | wall, µs | server CPU, µs | statements | round trips | Python calls |"
        yield "| --- | --- | ---: | ---: | ---: | ---: | ---: | ---: |"
        for (job, name), one in measured.items():
            floor = measured.get((job, "floor"))
            times = [_time(getattr(one, what), getattr(floor, what, None)) for what in ("client", "wall", "server")]
            counts = [one.statements, one.trips or "-", one.calls]
            cells = [JOB_TITLES[job], TITLES[name], *times, *(f"{count}" for count in counts)]
            yield f"| {' | '.join(cells)} |"
        yield ""


def _time(seconds: float, floor: float | None) -> str:
    """In microseconds, and against the floor."""
    if not seconds:
        return "-"
    ratio = f" ({seconds / floor:.2f})" if floor else ""
    return f"{seconds * 1e6:,.0f}{ratio}"


def _throughput(results: Results) -> Iterator[str]:
    for setting, measured in results.throughput.items():
        yield f"### {setting.title}: confirmations a second\n"
        yield "| contestant | " + " | ".join(f"{many} at once" for many in PROCESSES) + " |"
        yield "| --- | " + " | ".join("---:" for _ in PROCESSES) + " |"
        for name in results.plan.names:
            rates = [_rate(measured[many, name], measured.get((many, "floor"))) for many in PROCESSES]
            yield f"| {TITLES[name]} | {' | '.join(rates)} |"
        yield ""


def _rate(rate: float, floor: float | None) -> str:
    return f"{rate:,.0f}" + (f" ({rate / floor:.2f})" if floor else "")
