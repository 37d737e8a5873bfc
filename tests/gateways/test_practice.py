"""A practice whose gateway is Stripe: what its answers, and its silence, lead to."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import attrs
import pytest
from tests.gateways.fake import FakeStripe
from tests.values import FEE, FIFTY_MINUTES, HOUR, NOW, PRACTICE_ID, STAFF

from practice_core import AttemptOpen, DueDone, PracticeCore, Unavailable, connect
from practice_core.adapters.memory.mail import NoMailer

START = NOW + 72 * HOUR
DUE = START - 48 * HOUR


@attrs.frozen
class Office:
    """Pat attends and pays for s1, which starts in 72 hours and falls due in 24."""

    fake: FakeStripe
    core: PracticeCore

    def due(self) -> DueDone:
        """Whatever is due, until nothing is."""
        done = DueDone()
        while (now := self.core.run_due()).anything:
            done += now
        return done

    def payment(self) -> str:
        return str(self.core.sessions.get(STAFF, "s1").payment)

    def forget(self, kind: str) -> None:
        """Stripe knows nothing of them any more, as with the key of another account."""
        for name in [name for name, one in self.fake.things.items() if one["object"] == kind]:
            del self.fake.things[name]


def office(card: str = "pm_pays") -> Office:
    fake = FakeStripe()
    mailer = NoMailer("nobody is told here")
    core = connect("memory://", clock=fake.clock, payments=fake.payments(), mailer=mailer)
    core.practices.open(id=PRACTICE_ID, name="Elm Street", time_zone="Europe/London", currency="GBP")
    core.therapists.register(STAFF, id="theo", name="Theo Example")
    core.clients.register(STAFF, id="pat", given_name="Pat", family_name="Example", date_of_birth=date(1990, 5, 17))
    core.cards.add(STAFF, "pat", reference=card)
    core.relationships.open(STAFF, id="r1", therapist_id="theo", attendee_id="pat", payer_id="pat", fee=FEE)
    core.sessions.book(STAFF, "r1", id="s1", starts_at=START, duration=FIFTY_MINUTES)
    fake.clock.set(DUE)
    return Office(fake, core)


def test_C4_what_stripe_knows_nothing_of_stays_open_and_stops_nobody_else(caplog: pytest.LogCaptureFixture) -> None:
    here = office("pm_bank")
    assert here.due() == DueDone(authentication_needed=1)
    here.forget("payment_intent")
    here.core.cards.add(STAFF, "pat", reference="pm_pays")
    here.core.sessions.book(STAFF, "r1", id="s2", starts_at=START + HOUR, duration=FIFTY_MINUTES)
    here.fake.clock.set(START - 24 * HOUR)
    assert here.core.run_due() == DueDone(charged=1, unknown=1)
    assert here.payment() == "pending"
    assert "it knows nothing of this payment" in caplog.text
    assert "pi_" not in caplog.text


@pytest.mark.parametrize(
    ("ask", "error"),
    [
        (lambda core: core.billing.retry(STAFF, "s1"), AttemptOpen),
        (lambda core: core.billing.authentication_link(STAFF, "s1"), Unavailable),
    ],
)
def test_C4_staff_are_told_of_what_stripe_knows_nothing_of(
    ask: Callable[[PracticeCore], object], error: type[Exception]
) -> None:
    here = office("pm_bank")
    here.due()
    here.forget("payment_intent")
    with pytest.raises(error):
        ask(here.core)
