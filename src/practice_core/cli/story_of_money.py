"""How the story goes on: what the daughter's card is charged, and what the mother's is not."""

from __future__ import annotations

from datetime import datetime, timedelta

from ..adapters.clock import SettableClock
from ..adapters.memory.payments import MemoryPayments
from ..core import PracticeCore
from ..domain.actor import Actor
from ..domain.attempt import DeclineReason
from ..domain.ledger import Statement
from ..domain.practice import Practice
from ..domain.session import Session
from ..services.done import DueDone
from .telling import NotAsTold, Teller
from .wording import a_time, done_in_words

HOUR = timedelta(hours=1)
EFUA = Actor.therapist("riverside", "efua")
OFFICE = Actor.staff("riverside", "front-desk")
CARD = "pm_lena"


def due(core: PracticeCore, clock: SettableClock, teller: Teller, expected: DueDone) -> None:
    """Due work, as a worker would call it every minute. Raises `NotAsTold`."""
    done = core.run_due()
    if done != expected:
        raise NotAsTold(f"due work did {', '.join(done_in_words(done)) or 'nothing'}")
    when = a_time(clock.now(), core.practices.get("riverside"))
    teller.called("run_due()", f"{when}: {', '.join(done_in_words(done))}")


def tell(
    core: PracticeCore, clock: SettableClock, payments: MemoryPayments, teller: Teller, practice: Practice
) -> None:
    """From the migration on, session by session. Raises `NotAsTold` where it comes out otherwise."""
    early, first, second, third = core.sessions.of_relationship(EFUA, "lena-pays")
    teller.chapter("What the mother had paid goes back; the daughter pays (S8, C7)", clock.now())
    due(core, clock, teller, DueDone(charged=1, refunded=1))
    _stands(core, teller, early)
    _at(clock, first.starts_at - 48 * HOUR)
    teller.chapter("48 hours before her next session her card is charged (C1)", clock.now())
    due(core, clock, teller, DueDone(charged=1))
    _stands(core, teller, first)
    _declined_and_retried(core, clock, payments, teller, second)
    _never_paid(core, clock, payments, teller, third)
    _cancelled_by_the_practice(core, clock, teller, third.starts_at)
    teller.chapter("Who paid what (A3)", clock.now())
    for name in ("vera", "lena"):
        told = core.billing.statement(Actor.client("riverside", name), name)
        teller.called(f'billing.statement({name}, "{name}")', *_in_lines(told, practice))
    _adds_up(core, payments)


def _declined_and_retried(
    core: PracticeCore, clock: SettableClock, payments: MemoryPayments, teller: Teller, session: Session
) -> None:
    _at(clock, session.starts_at - 48 * HOUR)
    teller.chapter("A decline is told, and tried again 24 hours before (C5)", clock.now())
    payments.declines(CARD, DeclineReason.INSUFFICIENT_FUNDS, times=1)
    due(core, clock, teller, DueDone(declined=1))
    _stands(core, teller, session)
    _at(clock, session.starts_at - 24 * HOUR)
    due(core, clock, teller, DueDone(charged=1))
    _stands(core, teller, session)


def _never_paid(
    core: PracticeCore, clock: SettableClock, payments: MemoryPayments, teller: Teller, session: Session
) -> None:
    _at(clock, session.starts_at - 48 * HOUR)
    teller.chapter("What is not paid an hour before the start is cancelled (C5)", clock.now())
    payments.declines(CARD, DeclineReason.CARD_REFUSED, times=3)
    for hours in (48, 24, 12):
        _at(clock, session.starts_at - hours * HOUR)
        due(core, clock, teller, DueDone(declined=1))
    _at(clock, session.starts_at - HOUR)
    due(core, clock, teller, DueDone(sessions_cancelled=1))
    _stands(core, teller, session)


def _cancelled_by_the_practice(core: PracticeCore, clock: SettableClock, teller: Teller, after: datetime) -> None:
    teller.chapter("The therapist is ill: what was paid is refunded (S6, C7)", clock.now())
    start = after + timedelta(weeks=1)
    session = core.sessions.book(EFUA, "lena-pays", starts_at=start, duration=timedelta(minutes=50))
    _at(clock, start - 48 * HOUR)
    due(core, clock, teller, DueDone(charged=1))
    core.sessions.cancel(EFUA, session.id, reason="ill")
    teller.called('sessions.cancel(efua, ..., reason="ill")', "the practice's own cancellation is never late")
    due(core, clock, teller, DueDone(refunded=1))
    _stands(core, teller, session)


def _stands(core: PracticeCore, teller: Teller, session: Session) -> None:
    now = core.sessions.get(OFFICE, session.id)
    teller.called("sessions.get(office, ...)", f"{now.status}, {now.price}, {now.payment.replace('_', ' ')}")


def _in_lines(told: Statement, practice: Practice) -> list[str]:
    lines = [
        f"{a_time(line.at, practice)}  {line.kind}  {line.amount}, "
        f"session of {a_time(line.session_starts_at, practice)}"
        for line in told.lines
    ]
    return [*lines, f"paid {told.paid}, given back {told.refunded}: {told.balance} in all"]


def _adds_up(core: PracticeCore, payments: MemoryPayments) -> None:
    """The books are the gateway's, to the penny."""
    books = sum(core.billing.statement(OFFICE, name).balance.minor_units for name in ("vera", "lena"))
    moved = sum(one.amount.minor_units if one.kind == "charge" else -one.amount.minor_units for one in payments.ledger)
    if books != moved:
        raise NotAsTold(f"the books say {books}, and the gateway {moved}")


def _at(clock: SettableClock, instant: datetime) -> None:
    clock.set(max(instant, clock.now()))
