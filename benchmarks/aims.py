"""What the core should reach, what to aim for, and what was measured: the lowest and highest of what a line covers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from statistics import median

from .contestants import Name
from .databases import Kind
from .decisions import VERDICTS
from .report import Results
from .worker import Job, What

COMMANDS: tuple[Job, ...] = ("confirm", "rebook")
CHARGE: tuple[Job, ...] = ("charge",)
SQLITE: tuple[Kind, ...] = ("sqlite",)
POSTGRES: tuple[Kind, ...] = ("postgres",)
BOTH = SQLITE + POSTGRES


def markdown(results: Results) -> str:
    """A table, of the lines for which something was measured."""
    lines = [f"| {what} | {reach} | {aim} | {found} |" for what, reach, aim, found in _lines(results) if found]
    head = ["### What it should reach\n", "| | reach | aim | measured |", "| --- | --- | --- | --- |"]
    return "\n".join([*head, *lines, ""])


def _lines(results: Results) -> Iterator[tuple[str, str, str, str]]:
    yield "confirm and rebook, PostgreSQL: round trips", "2", "2", _trips(results, COMMANDS)
    yield "charge 25, PostgreSQL: round trips, with the listing", "4", "3", _trips(results, CHARGE)
    against = "client CPU against hand-written SQL"
    found = _shares(results, SQLITE, COMMANDS, "floor", "client")
    yield f"confirm and rebook, SQLite: {against}", "2.3", "1.6", _range(found)
    found = [*_shares(results, SQLITE, COMMANDS, "django", "client")]
    found += _shares(results, SQLITE, COMMANDS, "sqlalchemy", "client")
    yield "the same against both ORMs, times less", "4", "7", _range(1 / share for share in found)
    found = _shares(results, POSTGRES, COMMANDS, "floor", "client")
    yield f"confirm and rebook, PostgreSQL: {against}", "1.2", "0.7", _range(found)
    found = _shares(results, POSTGRES, COMMANDS, "floor", "wall")
    yield "the same, wall", "1.0", "0.7", _range(found)
    found = _shares(results, POSTGRES, COMMANDS, "django", "wall")
    yield "the same, wall against Django, times less", "4", "6", _range(1 / share for share in found)
    yield "confirmations a second, times hand-written SQL's", "1", "1.3", _range(_rates(results, "floor"))
    yield "the same, times Django's", "4", "4", _range(_rates(results, "django"))
    yield f"charge 25: {against}", "3", "2", _range(_shares(results, BOTH, CHARGE, "floor", "client"))
    yield "a large practice against a small one, warm, wall", "1.3", "1.1", _range(_growth(results))
    yield "a decision, µs", "50", "20", _range((results.decisions[name] * 1e6 for name in VERDICTS), "{:.0f}")
    importing = [results.importing.seconds * 1000] if results.importing else []
    yield "`import practice_core`, ms", "150", "80", _range(importing, "{:.0f}")


def _shares(results: Results, kinds: tuple[Kind, ...], jobs: tuple[Job, ...], other: Name, what: What) -> list[float]:
    return [
        timed[job, "core"].against(timed[job, other], what)
        for setting, timed in results.timed.items()
        for job in jobs
        if setting.kind in kinds and {(job, "core"), (job, other)} <= timed.keys()
    ]


def _trips(results: Results, jobs: tuple[Job, ...]) -> str:
    found = [
        counted[job, "core"].trips
        for setting, counted in results.counted.items()
        for job in jobs
        if setting.kind == "postgres" and (job, "core") in counted
    ]
    return _range(found, "{:.0f}")


def _rates(results: Results, other: Name) -> list[float]:
    return [
        median(one / two for one, two in zip(rates, measured[many, other], strict=True))
        for measured in results.throughput.values()
        for (many, name), rates in measured.items()
        if name == "core" and (many, other) in measured
    ]


def _growth(results: Results) -> list[float]:
    large = max((size.relationships for sizes in results.sizes.values() for _, size, _ in sizes), default=0)
    return [
        rounds.against(sizes[job, results.size, name], "wall")
        for sizes in results.sizes.values()
        for (job, size, name), rounds in sizes.items()
        if name == "core" and size.relationships == large
    ]


def _range(found: Iterable[float], form: str = "{:.2f}") -> str:
    told = [form.format(one) for one in sorted(found)]
    return " to ".join(dict.fromkeys([told[0], told[-1]])) if told else ""
