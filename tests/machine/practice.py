"""The machine: at each step one of the acts, those that lead on more often than those that only disturb."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from random import Random

import attrs
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, rule

from practice_core.ports.store import Store

from . import acts, migrating, twice
from .bench import Bench

SEEDS = st.integers(min_value=0, max_value=2**32)


def _always(_: Bench) -> bool:
    return True


def _sessions(b: Bench) -> bool:
    return bool(b.state.sessions)


def _needing(b: Bench) -> bool:
    return bool(b.needing())


def _ended(b: Bench) -> bool:
    return any(r.ended for r in b.state.relationships.values())


def _third_party(b: Bench) -> bool:
    return any(r.third_party and not r.ended for r in b.state.relationships.values())


def _used_up(b: Bench) -> bool:
    return any(b.used_up(key) for key in b.keyed)


@attrs.frozen
class Act:
    does: Callable[[Bench], None]
    weight: int
    possible: Callable[[Bench], bool] = _always


ACTS = {
    act.does.__name__: act
    for act in (
        Act(acts.open_one, 3),
        Act(acts.set_fee, 1),
        Act(acts.end, 2),
        Act(acts.restart, 2, _ended),
        Act(acts.review, 1),
        Act(acts.book, 7),
        Act(acts.hold, 2),
        Act(acts.move, 3, _sessions),
        Act(acts.cancel, 3, _sessions),
        Act(acts.rebook, 9, _needing),
        Act(acts.rebook_all, 4, _needing),
        Act(acts.rebook_any, 1, _sessions),
        Act(acts.rebook_all_of_any, 1),
        Act(acts.record, 3, _sessions),
        Act(acts.card, 4),
        Act(acts.update, 4),
        Act(acts.register, 1),
        Act(acts.set_policy, 1),
        Act(acts.wait, 3),
        Act(acts.look, 1),
        Act(migrating.request, 4),
        Act(migrating.request_handing_over, 4),
        Act(migrating.answer, 4, lambda b: bool(b.state.requests)),
        Act(migrating.accept_what_waits, 4, migrating.handing_over_waits),
        Act(migrating.migrate, 3),
        Act(migrating.migrate_as_asked, 3, _third_party),
        Act(twice.send_again, 2, lambda b: bool(b.keyed)),
        Act(twice.send_something_else, 1, _used_up),
    )
}


class PracticeMachine(RuleBasedStateMachine):
    """One practice, on every store.

    One rule that picks its act, not a rule for each, and one seed for all that a step chooses: Hypothesis leaves out
    about half of the rules of each run and likes to repeat what it drew, and a migration that ends in a rebooking
    needs many different steps. What a failing run did is in its notes.
    """

    def __init__(self, stores: Mapping[str, Store], tally: Counter[str]) -> None:
        super().__init__()
        self.bench = Bench(stores, tally)
        self.begun = False
        self.drawn: Counter[int] = Counter()

    @initialize(seed=SEEDS)
    def begin(self, seed: int) -> None:
        self.seed = seed
        self.bench.random = Random(seed)  # noqa: S311
        self.bench.begin()
        self.begun = True

    @rule(seed=SEEDS)
    def act(self, seed: int) -> None:
        # Hypothesis likes to repeat itself; a seed is another step in another run, and the next time. Steps that
        # are left out of a failing run do not change the others.
        self.drawn[seed] += 1
        random = self.bench.random = Random(f"{self.seed} {seed} {self.drawn[seed]}")  # noqa: S311
        possible = [name for name, act in ACTS.items() if act.possible(self.bench) for _ in range(act.weight)]
        ACTS[random.choice(possible)].does(self.bench)
        self.bench.tally["steps"] += 1

    def teardown(self) -> None:
        if self.begun:
            self.bench.tally["examples"] += 1
            acts.look_at_everything(self.bench)
