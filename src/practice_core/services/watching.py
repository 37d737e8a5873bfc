"""Telling whoever looks on: one watch a use case, its steps inside. Ids, codes and counts only (A4).

Where nobody looks on none of this is in the way of a call: the container then builds the core without it.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import datetime
from functools import cache, wraps
from typing import Any, TypeVar, cast

import attrs

from ..domain.actor import Actor
from ..domain.checks import an_id
from ..domain.errors import Conflict, Invalid, PracticeError, Refused, Unavailable
from ..domain.migration import Migration, MigrationPreview
from ..domain.occasion import Occasion
from ..ports.store import Ask
from ..ports.telemetry import SILENCE, Fact, Facts, Kind, Telemetry, Watch
from .desk import Command, Desk, Memory
from .done import DueDone
from .work import UnitOfWork

A = TypeVar("A")
S = TypeVar("S", bound=attrs.AttrsInstance)

# Of the core itself, beside all methods of its areas.
_OF_THE_CORE = ("run_due", "load")
# Arguments that are told beside those named `..._id`, where they are ids. No other is.
_IDS = ("thing", "requested_by")


@attrs.define
class UnderWay:
    """What is watched just now, by this thread."""

    name: str
    watch: Watch
    outcome: str = "done"
    tries: int = 0
    """How often something was decided in it, but for its steps."""


_now: ContextVar[UnderWay | None] = ContextVar("practice_core_under_way", default=None)


@contextmanager
def watching(telemetry: Telemetry, kind: Kind, name: str, facts: Facts) -> Iterator[UnderWay]:
    """Watch what is done in the block, and tell how it ended."""
    with telemetry.watch(kind, name, facts) as watch:
        one = UnderWay(name, watch)
        before = _now.set(one)
        try:
            yield one
        except PracticeError as error:
            watch.tell(_of_error(error))
            watch.end(error.code, failed=isinstance(error, Unavailable | Conflict))
            raise
        except Exception as error:
            # Its name alone: a message may tell anything.
            watch.tell({"error": type(error).__name__})
            watch.end("failed", failed=True)
            raise
        else:
            watch.end(one.outcome, failed=False)
        finally:
            _now.reset(before)


@attrs.frozen
class WatchedDesk(Desk):
    """A desk whose commands are watched: each as a part of the use case of its name, or else as a step."""

    telemetry: Telemetry = SILENCE

    def carry_out_anywhere(
        self,
        command: Command,
        asks: Sequence[Ask[Any]],
        decide: Callable[[UnitOfWork, Occasion], A],
        memory: Memory[A],
        *,
        at: datetime,
    ) -> A:
        with self._under(command) as one:
            before = one.tries

            def counted(work: UnitOfWork, occasion: Occasion) -> A:
                one.tries += 1
                one.watch.tell({"tries": one.tries})
                return decide(work, occasion)

            answer = super().carry_out_anywhere(command, asks, counted, memory, at=at)
            if one.tries == before:
                one.watch.tell({"repeated": True})
            return answer

    def carry_on(
        self, before: UnitOfWork, command: Command, decide: Callable[[UnitOfWork, Occasion], A], *, at: datetime
    ) -> A:
        with self._under(command):
            return super().carry_on(before, command, decide, at=at)

    @contextmanager
    def _under(self, command: Command) -> Iterator[UnderWay]:
        one = _now.get()
        if one is not None and one.name == command.operation:
            yield one
            return
        facts = _of_arguments({"actor": command.actor, **command.arguments})
        with watching(self.telemetry, Kind.STEP, command.operation, facts) as step:
            yield step


def watched_desk(desk: Desk, telemetry: Telemetry) -> WatchedDesk:
    return WatchedDesk(desk.store, desk.clock, desk.ids, desk.tries, telemetry)


def watched_core(core: S) -> S:
    """The same core over a `WatchedDesk`, with every use case of every area watched."""
    areas = {
        field.name: _watched(area, f"{field.name}.", tuple(vars(type(area))))
        for field in attrs.fields(type(core))
        if not field.name.startswith("_") and hasattr(area := getattr(core, field.name), "_desk")
    }
    return _watched(core, "", _OF_THE_CORE, **areas)


def _watched(part: S, prefix: str, names: tuple[str, ...], **instead: object) -> S:
    given = {field.alias: instead.get(field.name, getattr(part, field.name)) for field in attrs.fields(type(part))}
    return cast("S", _watched_type(type(part), prefix, names)(**given))


@cache
def _watched_type(of: type, prefix: str, names: tuple[str, ...]) -> type:
    """A subclass, made once: a core inside a host's transaction is built for every one of those."""
    methods = {
        name: _use_case(prefix + name, getattr(of, name))
        for name in names
        if not name.startswith("_") and inspect.isfunction(getattr(of, name))
    }
    return type(of.__name__, (of,), {"__module__": of.__module__, "__doc__": of.__doc__, **methods})


def _use_case(name: str, method: Callable[..., A]) -> Callable[..., A]:
    taken = tuple(inspect.signature(method).parameters)[1:]

    @wraps(method)
    def use_case(self: Any, *args: object, **given: object) -> A:
        said = dict(zip(taken, args, strict=False)) | {one: given[one] for one in taken if one in given}
        # One that another one calls is a step of that.
        kind = Kind.USE_CASE if _now.get() is None else Kind.STEP
        with watching(self._desk.telemetry, kind, name, _of_arguments(said)) as one:
            answer = method(self, *args, **given)
            one.watch.tell(_of_answer(answer))
            return answer

    return use_case


def _of_arguments(said: Mapping[str, object]) -> Facts:
    facts: dict[str, Fact] = {}
    for name, value in said.items():
        if isinstance(value, Actor):
            facts |= {"practice_id": value.practice_id, "actor_role": str(value.role), "actor_id": value.id}
        elif (name.endswith("_id") or name in _IDS) and _is_id(value):
            facts[name] = str(value)
    return facts


def _is_id(value: object) -> bool:
    try:
        an_id("id", value)
    except Invalid:
        return False
    return True


def _of_answer(answer: object) -> Facts:
    match answer:
        case DueDone():
            return {name: count for name, count in attrs.asdict(answer).items() if count}
        case Migration():
            return {"answer_id": answer.opened.id}
        case MigrationPreview():
            return {"allowed": answer.allowed, "refusals": " ".join(answer.refusals)}
        case tuple():
            return {"found": len(answer)}
        case _:
            made = getattr(answer, "id", None)
            return {"answer_id": made} if isinstance(made, str) else {}


def _of_error(error: PracticeError) -> Facts:
    match error:
        case Refused():
            return {"rule": error.rule}
        case Unavailable():
            return {"which": error.which, "left": error.outcome}
        case _:
            return {}
