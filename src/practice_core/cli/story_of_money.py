"""How the story goes on: what the daughter's card is charged, and what the mother's is not."""

from __future__ import annotations

from datetime import datetime, timedelta

from ..domain.actor import Actor
from ..domain.attempt import DeclineReason
from ..domain.ledger import Statement
from ..domain.practice import Practice
from ..domain.views import SeenSession
from ..services.done import DueDone
from .stage import EFUA, OFFICE, Stage
from .telling import NotAsTold
from .wording import a_time

HOUR = timedelta(hours=1)
CARD = "pm_lena"


def tell(s: Stage) -> None:
    """From the migration on, session by session. Raises `NotAsTold` where it comes out otherwise."""
    early, first, second, third = s.core.sessions.of_relationship(EFUA, "lena-pays")
    s.chapter("What the mother had paid goes back; the daughter pays (S8, C7)")
    s.due(DueDone(charged=1, refunded=1, notices_delivered=2))
    s.stands(early)
    s.at(first.starts_at - 48 * HOUR)
    s.chapter("48 hours before her next session her card is charged (C1)")
    s.due(DueDone(charged=1, notices_delivered=1))
    s.stands(first)
    _declined_and_retried(s, second)
    _never_paid(s, third)
    _cancelled_by_the_practice(s, third.starts_at)
    s.chapter("Who paid what (A3)")
    for name in ("vera", "lena"):
        told = s.core.billing.statement(Actor.client("riverside", name), name)
        s.teller.called(f'billing.statement({name}, "{name}")', *_in_lines(told, s.practice))
    _adds_up(s)


def _declined_and_retried(s: Stage, session: SeenSession) -> None:
    s.at(session.starts_at - 48 * HOUR)
    s.chapter("A decline is told, and tried again 24 hours before (C5)")
    s.payments.declines(CARD, DeclineReason.INSUFFICIENT_FUNDS, times=1)
    s.due(DueDone(declined=1, notices_delivered=2))
    s.stands(session)
    s.at(session.starts_at - 24 * HOUR)
    s.due(DueDone(charged=1, notices_delivered=1))
    s.stands(session)


def _never_paid(s: Stage, session: SeenSession) -> None:
    s.at(session.starts_at - 48 * HOUR)
    s.chapter("What is not paid an hour before the start is cancelled (C5)")
    s.payments.declines(CARD, DeclineReason.CARD_REFUSED, times=3)
    for hours in (48, 24, 12):
        s.at(session.starts_at - hours * HOUR)
        s.due(DueDone(declined=1, notices_delivered=2))
    s.at(session.starts_at - HOUR)
    s.due(DueDone(sessions_cancelled=1, notices_delivered=2))
    s.stands(session)


def _cancelled_by_the_practice(s: Stage, after: datetime) -> None:
    s.chapter("The therapist is ill: what was paid is refunded (S6, C7)")
    start = after + timedelta(weeks=1)
    session = s.core.sessions.book(EFUA, "lena-pays", starts_at=start, duration=timedelta(minutes=50))
    s.post(2)
    s.at(start - 48 * HOUR)
    s.due(DueDone(charged=1, notices_delivered=1))
    s.core.sessions.cancel(EFUA, session.id, reason="ill")
    s.teller.called('sessions.cancel(efua, ..., reason="ill")', "the practice's own cancellation is never late")
    s.due(DueDone(refunded=1, notices_delivered=3))
    s.stands(session)


def _in_lines(told: Statement, practice: Practice) -> list[str]:
    lines = [
        f"{a_time(line.at, practice)}  {line.kind}  {line.amount}, "
        f"session of {a_time(line.session_starts_at, practice)}"
        for line in told.lines
    ]
    return [*lines, f"paid {told.paid}, given back {told.refunded}: {told.balance} in all"]


def _adds_up(s: Stage) -> None:
    """The books are the gateway's, to the penny."""
    books = sum(s.core.billing.statement(OFFICE, name).balance.minor_units for name in ("vera", "lena"))
    ledger = s.payments.ledger
    moved = sum(one.amount.minor_units if one.kind == "charge" else -one.amount.minor_units for one in ledger)
    if books != moved:
        raise NotAsTold(f"the books say {books}, and the gateway {moved}")
