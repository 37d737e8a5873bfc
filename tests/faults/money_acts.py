"""What may happen to the money of a practice next: people, the gateway, messages, time, and processes that die."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from datetime import timedelta
from random import Random
from typing import Any, TypeVar

import attrs
from tests.faults.money_books import wrong_at_any_time
from tests.faults.money_faulty import CRASH, GATEWAY, TIMEOUT, Fault
from tests.faults.money_stage import Seen, Stage, about
from tests.values import DAY, FEE, FIFTY_MINUTES, HOUR, PRACTICE_ID, STAFF

from practice_core import Actor, DueDone, Money
from practice_core.domain.attempt import AttemptKind, AttemptStatus, DeclineReason
from practice_core.domain.charging import PATIENCE
from practice_core.domain.relationship import Relationship
from practice_core.domain.session import SessionRecord

PEOPLE = ("alex", "pat", "sam")
THEO = Actor.therapist(PRACTICE_ID, "theo")
T = TypeVar("T")


@attrs.define
class Hand:
    """Does one thing after another to a stage, as chance will have it."""

    stage: Stage
    tally: Counter[str]
    random: Random = attrs.field(factory=Random)
    seen: Seen = attrs.field(init=False)

    def __attrs_post_init__(self) -> None:
        self.look()

    def look(self) -> None:
        """What is there now; nothing is wrong with it, whatever has just happened."""
        self.seen = self.stage.seen()
        assert [] == list(wrong_at_any_time(self.seen))

    def one(self, of: Sequence[T]) -> T:
        return self.random.choice(of)

    def do(self, name: str, actor: Actor, /, *named: Any, **arguments: Any) -> bool:
        done = self.stage.do(name, actor, *named, **arguments)
        self.tally[f"{name} {'done' if done else 'refused'}"] += 1
        return done

    def session(self) -> SessionRecord:
        """Mostly one to come."""
        now = self.stage.clock.now()
        likely = [one for one in self.seen.sessions if one.upcoming(now)]
        return self.one([*likely * 3, *self.seen.sessions])

    def relationship(self) -> Relationship:
        every = list(self.seen.relationships.values())
        return self.one([*(one for one in every if not one.ended), *every])

    def client(self, name: str) -> Actor:
        return Actor.client(PRACTICE_ID, name)


def book(h: Hand) -> None:
    under = h.relationship()
    ahead = h.one((2, 7, 20, 30, 40, 47, 50, 60, 100)) * HOUR
    h.do("sessions.book", STAFF, under.id, starts_at=h.stage.clock.now() + ahead, duration=FIFTY_MINUTES)


def move(h: Hand) -> None:
    ahead = h.one((3, 11, 25, 49, 80)) * HOUR
    h.do("sessions.move", STAFF, h.session().id, starts_at=h.stage.clock.now() + ahead)


def cancel(h: Hand) -> None:
    session = h.session()
    by = h.one((session.attendee_id, session.attendee_id, "theo"))
    h.do("sessions.cancel", STAFF, session.id, requested_by=by, waive=h.one((False, False, True)))


def record(h: Hand) -> None:
    over = [one.id for one in h.seen.sessions if one.starts_at <= h.stage.clock.now()]
    attended = h.one((True, False))
    if over:
        h.do("sessions.record", STAFF, h.one(over), attended=attended, waive=not attended and h.one((False, True)))


def migrate(h: Hand) -> None:
    under = h.relationship()
    h.do("migrations.confirm", STAFF, under.id, requested_by=under.attendee_id)


def rebook_all(h: Hand) -> None:
    h.do("sessions.rebook_all", STAFF, h.one(list(h.seen.relationships)))


def open_one(h: Hand) -> None:
    who = {"therapist_id": "theo", "attendee_id": h.one(PEOPLE), "payer_id": h.one(PEOPLE)}
    h.do("relationships.open", STAFF, **who, fee=FEE)


def end(h: Hand) -> None:
    h.do("relationships.end", STAFF, h.relationship().id, reason="moved away", cancel_upcoming=h.one((True, False)))


def restart(h: Hand) -> None:
    h.do("relationships.restart", STAFF, h.one(list(h.seen.relationships)))


def card(h: Hand) -> None:
    name = h.one(PEOPLE)
    if h.one((True, True, False)):
        # Another card each time: one that was scripted to be declined is not the last word.
        h.do("cards.add", STAFF, name, reference=f"pm_{name}_{h.one((1, 2, 3))}")
    else:
        h.do("cards.remove", STAFF, name)


def script(h: Hand) -> None:
    """The bank of one of the cards will decline, or ask for its owner."""
    name = f"pm_{h.one(PEOPLE)}_{h.one((1, 1, 1, 2, 3))}"
    if h.one((True, False)):
        h.stage.gateway.declines(name, DeclineReason.INSUFFICIENT_FUNDS, times=h.one((1, 1, 2, 4)))
    else:
        h.stage.gateway.asks_for_authentication(name)


def refuse_a_refund(h: Hand) -> None:
    paid = [one for one in h.seen.attempts if one.paid and one.kind is AttemptKind.CHARGE]
    if paid:
        h.stage.gateway.declines(str(h.one(paid).reference), DeclineReason.NOT_REFUNDABLE, times=1)


def authenticate(h: Hand) -> None:
    """The payer answers the bank, whether or not the core knows that it asked; the gateway may say so."""
    charges = [one for one in h.seen.attempts if one.kind is AttemptKind.CHARGE]
    waiting = [one for one in charges if one.status is AttemptStatus.AUTHENTICATION_NEEDED]
    if charges:
        attempt = h.one(waiting or charges)
        before = len(h.stage.gateway.ledger)
        h.stage.gateway.authenticate(attempt)
        h.tally["authenticated"] += len(h.stage.gateway.ledger) - before
        if h.one((True, False)):
            h.stage.hear({"id": f"authenticated-{attempt.id}", **about(attempt)}, times=h.one((1, 2)))


def message(h: Hand) -> None:
    """Any message, about anything, however old; or one that came before."""
    if (sent := h.stage.sent) and h.one((True, False)):
        h.stage.hear(sent[h.random.randrange(len(sent))])
    elif h.seen.attempts:
        attempt = h.one(h.seen.attempts)
        h.stage.hear({"id": f"news-{len(h.stage.sent)}", **about(attempt)}, times=h.one((1, 2)))


def wait(h: Hand) -> None:
    """Minutes to days; often to when something falls due."""
    now = h.stage.clock.now()
    to_come = [one.due_at - now for one in h.seen.sessions if one.due_at is not None and one.due_at > now]
    h.stage.clock.forward(h.one([*to_come * 2, timedelta(minutes=1), PATIENCE, HOUR, 11 * HOUR, 1 * DAY, 3 * DAY]))


def run_due(h: Hand) -> None:
    """By one of two workers; the other has no faults."""
    if h.one((True, True, False)):
        done = h.stage.due()
    else:
        done = h.stage.other.run_due()
        h.stage.failed += done.failed
    for name, how_many in attrs.asdict(done).items():
        h.tally[f"due {name}"] += how_many


def quiet(h: Hand) -> None:
    """Due work runs until it has nothing to do at once."""
    while h.stage.other.run_due() != DueDone():
        pass


def fail(h: Hand) -> None:
    """At one of the next calls the process dies, or gets no answer; or several calls of the gateway get none."""
    if h.one((True, True, False)):
        h.stage.faults.set(Fault(h.one(range(25)), h.one((CRASH, CRASH, TIMEOUT)), h.one((True, False))))
    else:
        h.stage.gateway.fails(h.one(GATEWAY), acted=h.one((True, False)), times=h.one((1, 1, 2)))


def retry(h: Hand) -> None:
    h.do("billing.retry", h.one((STAFF, THEO)), h.session().id)


def refund(h: Hand) -> None:
    charges = [one for one in h.seen.attempts if one.paid and one.kind is AttemptKind.CHARGE]
    if charges:
        amount = h.one((None, Money(1000, "GBP"), Money(2500, "GBP")))
        h.do("billing.refund", STAFF, h.one(charges).id, amount=amount)


def by_hand(h: Hand) -> None:
    for bill in h.stage.other.billing.refunds_by_hand(STAFF):
        h.do("billing.refunded_by_hand", STAFF, bill.session.id)


ACTS: dict[Callable[[Hand], None], int] = {
    book: 6,
    move: 2,
    cancel: 3,
    record: 2,
    migrate: 4,
    rebook_all: 2,
    open_one: 2,
    end: 1,
    restart: 1,
    card: 3,
    script: 3,
    refuse_a_refund: 1,
    authenticate: 3,
    message: 2,
    wait: 8,
    run_due: 8,
    quiet: 3,
    fail: 6,
    retry: 3,
    refund: 4,
    by_hand: 1,
}
