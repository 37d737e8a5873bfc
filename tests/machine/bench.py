"""One practice on every store: every call goes to all of them, and everything is checked after each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import UTC
from itertools import count
from random import Random
from typing import Any, TypeVar

import attrs
from hypothesis import note
from tests.values import DAY, FEE, FIFTY_MINUTES, HOUR, SECRET

from practice_core import Actor, Money, Refused, Relationship, Settings, connect
from practice_core.adapters.clock import SettableClock
from practice_core.adapters.memory.payments import MemoryPayments
from practice_core.domain.session import SessionRecord
from practice_core.ports.store import Store

from . import changes, invariants, replay
from .changes import Step
from .sides import Call, CountedIds, Outcome, Side, Sides
from .situation import (
    ATTENDEES,
    PAYERS,
    THERAPISTS,
    actors,
    age,
    beginning,
    slots,
)

WITH_TOKENS = Settings(database="memory://", secret=SECRET)
_EXAMPLES = count(1)
_MONEY = (None, None, None, None, Money(0, "GBP"), Money(7500, "GBP"))
_KEPT_FOR = 30 * DAY
PAID_FOR = (("theo", "alex", "pat"), ("theo", "sam", "kim"), ("tess", "alex", "kim"))
T = TypeVar("T")


@attrs.frozen(kw_only=True)
class Keyed:
    """A call that carried an idempotency key, what it answered, and when."""

    call: Call
    outcome: Outcome
    at: Any


class Bench:
    """One practice on every store, and whatever is done to it checked."""

    random: Random
    """Where the choices of the step under way come from."""

    def __init__(self, stores: Mapping[str, Store], tally: Counter[str]) -> None:
        self.stores = stores
        self.tally = tally
        """How often each operation came to what: ``sessions.book slot_taken``."""
        self.practice_id = f"practice-{next(_EXAMPLES)}"
        self.keyed: dict[str, Keyed] = {}
        self.keys = count(1)

    # How it begins

    def begin(self) -> None:
        """A few people, three relationships with sessions to come, and what is missing in many a real practice."""
        begun = self.begun = beginning(self.one)
        self.clock = SettableClock(begun.at)
        payments = MemoryPayments(self.clock.now)
        for scripted in begun.cards().values():
            payments.script(scripted)
        self.sides = Sides(self.practice_id, tuple(self._side(*item, payments) for item in self.stores.items()))
        self.staff = Actor.staff(self.practice_id, "desk")
        named = {"id": self.practice_id, "name": "Elm Street", "time_zone": begun.time_zone, "currency": "GBP"}
        self._begin("practices.open", None, **named, policy=begun.policy)
        for name in THERAPISTS:
            self._begin("therapists.register", self.staff, id=name, name=name.title())
        for name in (*ATTENDEES, *PAYERS):
            self._begin("clients.register", self.staff, id=name, **self._person(name))
        for name in (*PAYERS, *self.one((ATTENDEES, ATTENDEES, ()))):
            self._begin("cards.add", self.staff, name, reference="pm_long")
        # Some of age pay for sessions of their own before somebody else pays for others.
        own = self.one(((), (("theo", "alex", "alex"),), (("tess", "alex", "alex"),)))
        for therapist, attendee, payer in (*own, *PAID_FOR):
            parties = {"therapist_id": therapist, "attendee_id": attendee, "payer_id": payer}
            under = f"{therapist}-{attendee}-{payer}"
            if not self._begin("relationships.open", self.staff, **parties, fee=FEE, id=under):
                continue
            for nth in self.random.sample(range(3, 17), self.one((1, 2, 3, 4))):
                slot = {"starts_at": begun.at + nth * 12 * HOUR, "duration": FIFTY_MINUTES}
                self._begin("sessions.book", self.staff, under, **slot)
        self.state = self.sides.state()
        self.all_holds()

    def _side(self, name: str, store: Store, payments: MemoryPayments) -> Side:
        ids = CountedIds()
        return Side(
            name=name, core=connect(WITH_TOKENS, store=store, clock=self.clock, ids=ids, payments=payments), ids=ids
        )

    def _begin(self, name: str, actor: Actor | None, /, *args: Any, **given: Any) -> bool:
        """Whether it was done; a rule may refuse it, nothing else may."""
        outcome = self.sides.call(Call(name=name, actor=actor, args=args, given=given))
        assert outcome.error is None or isinstance(outcome.error, Refused), outcome.error
        return outcome.error is None

    def _person(self, name: str) -> dict[str, Any]:
        """Complete, but for what some leave out; some attendees have their payer's address."""
        phone = self.one(("+44 20 7946 0000", "+44 20 7946 0000", None, " "))
        shared = name in ATTENDEES and self.one((False, False, False, True))
        return {
            "given_name": name.title(),
            "family_name": "Example",
            "email": " Pat@People.example" if shared else f"{name}@people.example",
            "phone": phone,
            "date_of_birth": self.begun.born(age(self.one, name)),
        }

    # Every step

    def do(self, name: str, actor: Actor, /, *args: Any, **given: Any) -> Outcome:
        """One call on every side, and everything that must hold after it."""
        return self.send(Call(name=name, actor=actor, args=args, given=given))

    def send(self, call: Call) -> Outcome:
        note(f"{self.clock.now()} {call}")
        outcome = self.sides.call(call)
        before = self.state
        now = self.sides.state()
        # What is kept is a new state only if something changed.
        self.state = before if before.rows == now.rows else now
        self.tally[f"{call.name} {outcome.word}"] += 1
        if outcome.error is not None:
            assert self.state is before, f"{call} was refused and changed something"
        elif self.state is not before:
            changes.hold(Step(call=call, before=before, after=self.state, at=self.clock.now()))
            self.all_holds()
        key = call.given.get("idempotency_key")
        if key is not None and not self.used_up(key):
            # In UTC: thirty days in a zone are an hour more where its clocks go back.
            self.keyed[key] = Keyed(call=call, outcome=outcome, at=self.clock.now().astimezone(UTC))
        return outcome

    def command(self, name: str, actor: Actor, /, *args: Any, **given: Any) -> Outcome:
        """As `do`, sometimes under an idempotency key."""
        if self.one((False, False, True)):
            given["idempotency_key"] = f"key-{next(self.keys)}"
        return self.do(name, actor, *args, **given)

    def all_holds(self) -> None:
        invariants.hold(self.state, self.clock.now())
        invariants.needing_rebooking_is_what_it_says(self.sides.core, self.state, self.clock.now(), self.staff)
        invariants.birthdays_to_review_are_what_they_are(self.sides.core, self.state, self.clock.now(), self.staff)
        replay.chains_verify(self.state)
        replay.explains(self.state)

    def one(self, of: Sequence[T]) -> T:
        return self.random.choice(of)

    def relationship(self) -> Relationship:
        """Mostly an active one, and among those mostly one that can be migrated."""
        every = list(self.state.relationships.values())
        active = [r for r in every if not r.ended]
        likely = [*active, *[r for r in active if r.third_party], *every]
        return self.state.relationships[self.one([r.id for r in likely])]

    def session(self) -> SessionRecord:
        """Mostly one to come."""
        likely = [s.id for s in self.state.sessions.values() if s.upcoming(self.clock.now())]
        return self.state.sessions[self.one([*likely * 4, *self.state.sessions])]

    def needing(self) -> list[SessionRecord]:
        """Those that need rebooking now."""
        under = self.state.relationships
        return [
            s for s in self.state.sessions.values() if s.needs_rebooking(under[s.relationship_id], self.clock.now())
        ]

    def under_age(self, client_id: str) -> bool:
        practice = self.state.practice
        return self.state.clients[client_id].known_under_age(practice.policy, practice.local_date(self.clock.now()))

    def actor(self, one: Relationship | SessionRecord, *clients: str) -> Actor:
        """Somebody who has to do with it, or not; the clients named here more often."""
        return self.one_of(actors(one.therapist_id, one.attendee_id, one.payer_id), *clients)

    def one_of(self, who: list[str], *clients: str) -> Actor:
        """By role and id, as the journal writes it."""
        likely = [f"client:{name}" for name in clients] * 6
        role, _, name = self.one([*who, *likely]).partition(":")
        return Actor(self.practice_id, role, name)

    def client(self, client_id: str) -> Actor:
        return Actor.client(self.practice_id, client_id)

    def price(self) -> Money | None:
        return self.one(_MONEY)

    def start(self) -> Any:
        return self.one(slots(self.state, self.begun.at, self.clock.now()))

    def used_up(self, key: str) -> bool:
        """Whether what carried the key was done, not longer ago than keys are kept (D1)."""
        one = self.keyed.get(key)
        return one is not None and one.outcome.error is None and self.clock.now() < one.at + _KEPT_FOR
