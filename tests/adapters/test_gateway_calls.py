"""While a gateway is asked no transaction is open: others write to the same things meanwhile, and wait for nobody."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from tests.values import DAY, FEE, FIFTY_MINUTES, HOUR, NOW

from practice_core import Actor, DueDone, PracticeCore, connect
from practice_core.adapters.clock import SettableClock
from practice_core.adapters.memory.mail import NoMailer
from practice_core.adapters.memory.payments import MemoryPayments
from practice_core.domain.attempt import Attempt, Outcome

STAFF = Actor.staff("p", "desk")


class Busy(MemoryPayments):
    """Somebody else does something whenever it is asked."""

    meanwhile: Callable[[], object]

    def charge(self, attempt: Attempt) -> Outcome:
        self.meanwhile()
        return super().charge(attempt)

    def refund(self, attempt: Attempt) -> Outcome:
        self.meanwhile()
        return super().refund(attempt)

    def ask(self, attempt: Attempt) -> Outcome:
        self.meanwhile()
        return super().ask(attempt)


@pytest.fixture(params=["sqlite", "postgres"])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'practice.db'}"
    # Whoever waited for a lock would fail.
    url: str = request.getfixturevalue("postgres_url")
    return url.replace("options=", "options=-clock_timeout%3D1s%20")


def _prepared(core: PracticeCore) -> None:
    core.practices.open(id="p", name="Elm Street", time_zone="Europe/London", currency="GBP")
    core.therapists.register(STAFF, id="theo", name="Theo Example")
    core.clients.register(STAFF, id="pat", given_name="Pat", family_name="Example")
    core.cards.add(STAFF, "pat", reference="pm_pat")
    core.relationships.open(STAFF, id="r1", therapist_id="theo", attendee_id="pat", payer_id="pat", fee=FEE)
    for name, hours in (("s1", 3), ("s2", 5)):
        core.sessions.book(STAFF, "r1", id=name, starts_at=NOW + hours * HOUR, duration=FIFTY_MINUTES)


def test_C4_C7_others_write_to_the_same_session_while_the_gateway_is_asked(url: str) -> None:
    clock = SettableClock(NOW)
    payments, mailer = Busy(clock.now), NoMailer("nobody is told here")
    with connect(url, clock=clock, payments=payments, mailer=mailer) as core, connect(url, clock=clock) as other:
        if url.startswith("postgresql"):
            core.store.upgrade()  # type: ignore[attr-defined]
        _prepared(core)
        written = []

        def write() -> None:
            start = NOW + DAY + len(written) * HOUR
            written.append(other.sessions.move(STAFF, "s2", starts_at=start).id)
            other.clients.update(STAFF, "pat", phone=str(len(written)))

        payments.meanwhile = write
        assert core.run_due() == DueDone(charged=2)
        core.sessions.cancel(STAFF, "s1")
        payments.fails("refund", acted=True)
        assert core.run_due() == DueDone(unknown=1)
        clock.forward(timedelta(minutes=10))
        assert core.run_due() == DueDone(refunded=1)
        assert len(written) == 4
        assert [one.minor_units for one in (core.billing.statement(STAFF, "pat").balance,)] == [6000]
