"""Every fault at every call of a flow of money, and what it comes to: the same books, once all is done."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator

import attrs
from tests.faults.money_books import Books, books, wrong_at_any_time, wrong_in_the_end
from tests.faults.money_faulty import Fault, faults_at
from tests.faults.money_flows import Flow
from tests.faults.money_stage import Seen, Stage

from practice_core import DueDone, Refused
from practice_core.ports.store import Store


@attrs.frozen(kw_only=True)
class Tried:
    """Of one flow: how many calls, how many faults of each kind, and what went wrong, in words."""

    calls: int = 0
    faults: Counter[str] = attrs.field(factory=Counter)
    wrong: tuple[str, ...] = ()

    @property
    def how_many(self) -> int:
        return self.faults.total()


def try_every_call(
    flow: Flow, empty: Callable[[], Store], *, all_sides: bool = False, one_in: int = 1, first: int = 0
) -> Tried:
    """Play it without a fault, then with each in turn; or with one in so many of them, from that one on."""
    begun = flow.begun()
    calls, reference, wrong = played(flow, begun.on(empty()), None)
    every = [fault for place, name in enumerate(calls) for fault in faults_at(place, name, all_sides=all_sides)]
    found = [f"without a fault: {one}" for one in wrong]
    tried: Counter[str] = Counter()
    for fault in every[first % one_in :: one_in]:
        tried[fault.what] += 1
        _, ended, wrong = played(flow, begun.on(empty()), fault)
        if flow.same(ended) != flow.same(reference):
            wrong.append(f"{ended} instead of {reference}")
        when = "after" if fault.after else "before"
        found += [f"{fault.what} {when} call {fault.place}, {calls[fault.place]}: {one}" for one in wrong]
    return Tried(calls=len(calls), faults=tried, wrong=tuple(found))


def played(flow: Flow, stage: Stage, fault: Fault | None) -> tuple[list[str], Books, list[str]]:
    """The calls of the flow, how it ended, and what is wrong then."""
    stage.faults.set(fault)
    flow.go_on(stage)
    calls = list(stage.faults.calls)
    stage.faults.set(None)
    wrong = list(wrong_at_any_time(stage.seen()))
    if fault is not None and not stage.faults.happened:
        wrong.append("the fault never happened")
    stage.to_the_end()
    wrong += wrong_in_the_end(stage)
    ended = stage.seen()
    wrong += _told_again(stage, ended)
    return calls, books(ended), wrong


def _told_again(stage: Stage, before: Seen) -> Iterator[str]:
    """D1, C9: every command and every message comes once more, and changes nothing."""
    for command in stage.repeats:
        if isinstance(refused := command(), Refused):
            yield f"what was done is refused under its key: {refused.code}"
    stage.deliver_again()
    assert stage.due() == DueDone()
    if before != stage.seen():
        yield "what came again changed something"
