"""A practice whose gateway is Stripe: what its answers, and its silence, lead to."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import attrs
import pytest
from tests.gateways.fake import FakeStripe
from tests.values import FEE, FIFTY_MINUTES, HOUR, NOW, PRACTICE_ID, STAFF

from practice_core import AttemptOpen, DueDone, Money, PracticeCore, Unavailable, connect
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


def test_C4_what_the_bank_still_processes_is_pending_and_settles_later() -> None:
    here = office("pm_slow")
    assert here.core.run_due() == DueDone(unknown=1)
    here.fake.clock.forward(HOUR)
    assert here.core.run_due() == DueDone(unknown=1)
    assert here.payment() == "pending"
    (intent,) = (one for one in here.fake.things.values() if one["object"] == "payment_intent")
    here.fake._succeed(intent)
    here.fake.clock.forward(HOUR)
    assert here.due() == DueDone(charged=1)
    assert here.payment() == "paid"


def test_C7_a_refund_that_waits_settles_later() -> None:
    here = office()
    here.fake.slow_refunds = True
    here.due()
    here.core.sessions.cancel(STAFF, "s1")
    assert here.core.run_due() == DueDone(unknown=1)
    assert here.payment() == "paid"
    here.fake.give_back(here.fake.refunds()[0])
    here.fake.clock.forward(HOUR)
    assert here.due() == DueDone(refunded=1)
    assert here.payment() == "refunded"


@pytest.mark.parametrize("kind", ["refund.failed", "refund.updated"])
def test_C7_a_refund_that_the_bank_sends_back_is_due_again_and_listed_for_staff(kind: str) -> None:
    here = office()
    here.due()
    here.core.sessions.cancel(STAFF, "s1")
    assert here.due() == DueDone(refunded=1)
    (refund,) = here.fake.refunds()
    here.fake.clock.forward(48 * HOUR)
    here.fake.send_back(refund)
    payload, signature = here.fake.event(kind, refund)
    for _ in range(2):
        assert here.core.billing.receive(payload=payload, signature=signature) is True
    assert here.payment() == "paid"
    assert here.core.billing.statement(STAFF, "pat").balance == FEE
    assert [bill.session.id for bill in here.core.billing.refunds_by_hand(STAFF)] == ["s1"]
    assert here.core.journal.of(STAFF, "session:s1")[-1].what == "refund_declined"
    assert here.due() == DueDone()
    assert here.core.billing.refunded_by_hand(STAFF, "s1").payment == "refunded"


def test_C7_where_only_a_part_was_given_back_and_came_back_the_session_stays_paid() -> None:
    here = office()
    here.due()
    (charge,) = here.core.billing.of_session(STAFF, "s1").lines
    here.core.billing.refund(STAFF, charge.id, amount=Money(1000, "GBP"))
    (refund,) = here.fake.refunds()
    here.fake.send_back(refund)
    payload, signature = here.fake.event("refund.failed", refund)
    here.core.billing.receive(payload=payload, signature=signature)
    assert here.payment() == "paid"
    assert here.core.billing.statement(STAFF, "pat").balance == FEE
    assert [bill.session.id for bill in here.core.billing.refunds_by_hand(STAFF)] == ["s1"]
    assert here.core.billing.refund(STAFF, charge.id).session.payment == "refunded"
