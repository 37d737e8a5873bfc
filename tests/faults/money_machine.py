"""The machine of money: at each step one of the acts, and in the end everything due is done and all books agree."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from random import Random

from hypothesis import note
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, rule
from tests.faults.money_acts import ACTS, PEOPLE, Hand, by_hand
from tests.faults.money_begun import Begun
from tests.faults.money_books import wrong_in_the_end
from tests.faults.money_stage import Stage
from tests.values import FEE, STAFF

from practice_core import DueDone
from practice_core.ports.store import Store

SEEDS = st.integers(min_value=0, max_value=2**32)


def _begin(stage: Stage) -> None:
    for name in PEOPLE:
        stage.core.cards.add(STAFF, name, reference=f"pm_{name}_1")
    stage.core.relationships.open(STAFF, id="r0", therapist_id="theo", attendee_id="sam", payer_id="pat", fee=FEE)


BEGUN = Begun.by(_begin)
EVERY = [act for act, weight in ACTS.items() for _ in range(weight)]


class MoneyMachine(RuleBasedStateMachine):
    """One rule that picks its act, and one seed for all that a step chooses, as in `tests.machine.practice`."""

    def __init__(self, empty: Callable[[], Store], tally: Counter[str]) -> None:
        super().__init__()
        self.empty, self.tally = empty, tally
        self.drawn: Counter[int] = Counter()
        self.hand: Hand | None = None

    @initialize(seed=SEEDS)
    def begin(self, seed: int) -> None:
        self.seed = seed
        self.hand = Hand(BEGUN.on(self.empty()), self.tally)

    @rule(seed=SEEDS)
    def act(self, seed: int) -> None:
        assert self.hand is not None
        self.drawn[seed] += 1
        random = self.hand.random = Random(f"{self.seed} {seed} {self.drawn[seed]}")  # noqa: S311
        act = random.choice(EVERY)
        note(f"{self.hand.stage.clock.now()} {act.__name__}")
        act(self.hand)
        self.hand.look()
        self.tally["steps"] += 1

    def teardown(self) -> None:
        if self.hand is None:
            return
        hand, stage = self.hand, self.hand.stage
        self.tally["examples"] += 1
        self.tally["faults"] += stage.faults.happened
        stage.faults.set(None)
        stage.gateway._failing.clear()
        watched_from = stage.clock.now()
        note(f"{watched_from} to the end")
        stage.to_the_end()
        by_hand(hand)
        assert stage.due() == DueDone()
        assert [] == list(wrong_in_the_end(stage, watched_from=watched_from))
        for outcome in stage.seen().sessions:
            self.tally[f"ended {outcome.status} {outcome.settlement}"] += 1
