"""One practice whose money is looked after: its store, its gateway, and processes that may die at any call."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime
from itertools import count
from typing import Any

import attrs
from dependency_injector import providers
from tests.faults.commands import Numbered
from tests.faults.money_faulty import Crashed, Faults, FaultyGateway, FaultyStore
from tests.values import DAY, NOW, PRACTICE_ID

from practice_core import Actor, DueDone, PracticeCore, Refused, Settings, Unavailable
from practice_core.adapters.clock import SettableClock
from practice_core.adapters.memory.mail import NoMailer
from practice_core.adapters.memory.payments import MemoryPayments, Moved
from practice_core.container import Container, _core
from practice_core.domain.attempt import Attempt, AttemptStatus
from practice_core.domain.charging import PATIENCE
from practice_core.domain.journal import JournalEntry
from practice_core.domain.notice import Notice
from practice_core.domain.relationship import Relationship
from practice_core.domain.session import SessionRecord
from practice_core.ports.mail import Mailer
from practice_core.ports.payments import Payments
from practice_core.ports.store import Ask, Query, Store

LETTERS = Container(settings=providers.Object(Settings(database="memory://"))).letters()

THEO = Actor.therapist(PRACTICE_ID, "theo")
AT_MOST = 200
"""So many runs of due work are enough for any of these practices to become quiet."""


# Asked once and for all: a database compiles each question the first time.
_SESSIONS, _ATTEMPTS, _RELATIONSHIPS, _NOTICES, _JOURNAL = (
    Query(of, order=order, relied_on=False)()
    for of, order in (
        (SessionRecord, ("id",)),
        (Attempt, ("made_at", "id")),
        (Relationship, ("id",)),
        (Notice, ("id",)),
        (JournalEntry, ("kind", "thing_id", "number")),
    )
)


@attrs.frozen
class Seen:
    """Everything there is about money, at one moment."""

    sessions: list[SessionRecord]
    attempts: list[Attempt]
    relationships: dict[str, Relationship]
    notices: list[Notice]
    journal: list[JournalEntry]
    ledger: tuple[Moved, ...]
    refusing: set[str]
    """The payments whose refunds the gateway was told to refuse."""


@attrs.define
class Stage:
    """`core` is the process at work; after a crash another begins, on the same store and the same gateway."""

    store: Store
    clock: SettableClock = attrs.field(factory=lambda: SettableClock(NOW))
    ids: Numbered = attrs.field(factory=Numbered)
    faults: Faults = attrs.field(factory=Faults)
    gateway: MemoryPayments = attrs.field(init=False)
    core: PracticeCore = attrs.field(init=False)
    other: PracticeCore = attrs.field(init=False)
    """Another process, which has no faults."""
    sent: list[dict[str, str]] = attrs.field(factory=list)
    """The messages that the gateway has sent."""
    payers_answer: bool = False
    """Whether a message comes because the payer has just answered their bank."""
    mailer: Mailer = attrs.field(factory=lambda: NoMailer("nobody is told here"))
    """What is told of money is another story."""
    forms: Iterator[int] = attrs.field(factory=lambda: count(1))
    done: set[str] = attrs.field(factory=set)
    """The names of the commands that were done."""
    repeats: list[Callable[[], object]] = attrs.field(factory=list)
    """Every command that was answered, to send it again under its key."""
    failed: int = 0
    """Items that due work put off after an error of our own: there must be none."""

    def __attrs_post_init__(self) -> None:
        self.gateway = MemoryPayments(self.clock.now)
        self.faults.messages = self.deliver
        self.core = self.begin()
        self.other = self._core(self.store, self.gateway)

    def begin(self) -> PracticeCore:
        """A process that begins."""
        faulty = FaultyStore(self.store, self.faults), FaultyGateway(self.gateway, self.faults)
        return self._core(*faulty)

    # What happens

    def _core(self, store: Store, gateway: Payments) -> PracticeCore:
        return _core(store=store, payments=gateway, mailer=self.mailer, letters=LETTERS, clock=self.clock, ids=self.ids)

    def survive(self, act: Callable[[], object]) -> bool:
        """Whether it was answered. What crashes begins anew."""
        try:
            act()
        except Unavailable:
            return False
        except Crashed:
            self.core = self.begin()
            return False
        return True

    def do(self, name: str, actor: Actor, /, *named: Any, **arguments: Any) -> bool:
        """A command; whoever gets no answer sends it again under its key. Whether it was done, not refused."""
        area, _, operation = name.partition(".")
        key = f"form-{next(self.forms)}"
        refusals: list[Refused] = []

        def command() -> object:
            before = self.faults.written
            try:
                return getattr(getattr(self.core, area), operation)(actor, *named, **arguments, idempotency_key=key)
            except Refused as refusal:
                refusals.append(refusal)
                return refusal
            except Unavailable as outage:
                # Rebooking all is a deed for each session.
                said = outage.outcome == "unknown" or self.faults.written == before or operation == "rebook_all"
                assert said, f"{name} was done, and said it was not"
                raise

        for _ in range(3):
            if self.survive(command):
                if not refusals:
                    self.done.add(name)
                    self.repeats.append(command)
                return not refusals
        raise AssertionError(f"{name} is never answered")

    def due(self) -> DueDone:
        """One run of due work, which may be cut short."""
        done = [DueDone()]
        self.survive(lambda: done.append(self.core.run_due()))
        self.failed += done[-1].failed
        return done[-1]

    def hear(self, said: dict[str, str], *, times: int = 1) -> None:
        """A message of the gateway, which sends it until it is taken."""
        self.sent.append(said)

        def receive() -> object:
            payload, signature = self.gateway._signed(said, None)
            return self.core.billing.receive(payload=payload, signature=signature)

        for _ in range(times):
            assert any(self.survive(receive) for _ in range(AT_MOST)), "the message is never taken"

    def deliver(self) -> None:
        """The gateway tells another process of every attempt, each message twice."""
        if self.payers_answer:
            self.answer_the_bank()
        for said in [{"id": f"at-{self.faults.happened}-{one.id}", **about(one)} for one in self.attempts()]:
            self.sent.append(said)
            self._again(said)
            self._again(said)

    def deliver_again(self) -> None:
        """Everything that was ever told, once more, the latest first."""
        for said in reversed(self.sent):
            self._again(said)

    def _again(self, said: dict[str, str]) -> None:
        payload, signature = self.gateway._signed(said, None)
        self.other.billing.receive(payload=payload, signature=signature)

    def at(self, instant: datetime) -> None:
        self.clock.set(max(instant, self.clock.now()))

    # Until nothing is left

    def settle(self) -> None:
        """Due work runs, now and after `PATIENCE`, until nothing is left that waits for no more than that."""
        for _ in range(AT_MOST):
            self.due()
            soon = [one for one in self.sessions() if one.due_at and one.due_at <= self.clock.now() + PATIENCE]
            if not soon:
                return
            self.clock.forward(PATIENCE)
        raise AssertionError("due work never ends")

    def to_the_end(self) -> None:
        """Time goes on, from one thing that falls due to the next, until there is none; and a while longer.

        Whoever still owes for a session that was held answers their bank in the end.
        """
        for _ in range(AT_MOST):
            times = [one.due_at for one in self.sessions() if one.due_at is not None]
            if not times:
                break
            if min(times) > self.clock.now() and self._only_the_bank_waits():
                self.answer_the_bank()
            self.at(min(times))
            self.due()
        else:
            raise AssertionError("due work never ends")
        self.clock.forward(3 * DAY)
        assert self.due() == DueDone()

    def _only_the_bank_waits(self) -> bool:
        waits = {one.session_id for one in self.attempts() if one.status is AttemptStatus.AUTHENTICATION_NEEDED}
        left = [one for one in self.sessions() if one.due_at is not None]
        return all(one.id in waits and not one.upcoming(self.clock.now()) for one in left)

    def answer_the_bank(self) -> None:
        """The payers open the links that they were mailed."""
        for attempt in self.attempts():
            self.gateway.authenticate(attempt)

    # What there is

    def sessions(self) -> list[SessionRecord]:
        return self._kept(_SESSIONS)[0]

    def attempts(self) -> list[Attempt]:
        return self._kept(_ATTEMPTS)[0]

    def seen(self) -> Seen:
        sessions, attempts, under, notices, journal = self._kept(
            _SESSIONS, _ATTEMPTS, _RELATIONSHIPS, _NOTICES, _JOURNAL
        )
        under_ids = {one.id: one for one in under}
        refusing = set(self.gateway._declines)
        return Seen(sessions, attempts, under_ids, notices, journal, self.gateway.ledger, refusing)

    def _kept(self, *asks: Ask[Any]) -> list[list[Any]]:
        with self.store.open() as access:
            return [[one.thing for one in found] for found in access.read(PRACTICE_ID, asks)]


def about(attempt: Attempt) -> dict[str, str]:
    return {"practice": attempt.practice_id, "attempt": attempt.id}
