"""The adapter over HTTP, through the official SDK, against a stateful server in a process of its own."""

from __future__ import annotations

import queue
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from functools import partial
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from threading import Thread

import attrs
import pytest
import requests
import stripe
from tests.values import PRACTICE_ID

from practice_core import Actor, DeclineReason, DueDone, Invalid, Money, Settings, Unavailable, connect
from practice_core.adapters.clock import SettableClock
from practice_core.adapters.memory.mail import NoMailer
from practice_core.adapters.stripe.gateway import StripePayments
from practice_core.domain.attempt import Attempt, AttemptKind, AuthenticationNeeded, Cancelled, Declined, NotMade, Paid

KEY = "sk_test_12345"
WEBHOOK_SECRET = "whsec_made_up"  # noqa: S105
FEE = Money(6000, "GBP")


def now() -> datetime:
    return datetime.now(UTC)


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    script = Path(__file__).with_name("server.py")
    with subprocess.Popen([sys.executable, str(script)], stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        port = process.stdout.readline().strip()
        yield f"http://127.0.0.1:{port}"
        process.terminate()


@pytest.fixture
def payments(server: str) -> StripePayments:
    return StripePayments(KEY, WEBHOOK_SECRET, now, api_base=server, retries=2)


@pytest.fixture
def raw(server: str) -> stripe.StripeClient:
    """Stripe's own client, to do what a browser would."""
    return stripe.StripeClient(KEY, base_addresses={"api": server})


def card(raw: stripe.StripeClient, number: str = "4242424242424242") -> str:
    details = {"number": number, "exp_month": 12, "exp_year": 2030, "cvc": "123"}
    method = raw.v1.payment_methods.create({"type": "card", "card": details})  # type: ignore[typeddict-item]
    return method.id


def charge(payments: StripePayments, reference: str, name: str) -> Attempt:
    kept = payments.keep_card(PRACTICE_ID, "pat", None, reference)
    return Attempt(
        id=f"{name}-{now().timestamp()}",
        practice_id=PRACTICE_ID,
        kind=AttemptKind.CHARGE,
        session_id="s1",
        relationship_id="r1",
        therapist_id="theo",
        payer_id="pat",
        amount=FEE,
        description="Elm Street",
        card_reference=kept.card.reference,
        account=kept.account,
        made_at=now(),
    )


def test_C4_C7_a_charge_and_its_refund(payments: StripePayments, raw: stripe.StripeClient) -> None:
    one = charge(payments, card(raw), "paid")
    paid = payments.charge(one)
    assert isinstance(paid, Paid)
    intent = raw.v1.payment_intents.retrieve(paid.reference)
    assert (intent.amount, intent.currency, intent.status) == (6000, "gbp", "succeeded")
    assert intent.metadata["attempt"] == one.id
    back = attrs.evolve(
        one, id=f"{one.id}-back", kind=AttemptKind.REFUND, charge_id=one.id, charge_reference=paid.reference
    )
    assert payments.ask(back) == NotMade()
    made = payments.refund(back)
    assert isinstance(made, Paid)
    assert payments.ask(back) == made


def test_C5_a_decline_is_answered_as_one_and_dead(payments: StripePayments, raw: stripe.StripeClient) -> None:
    one = charge(payments, card(raw, "4000000000000341"), "declined")
    outcome = payments.charge(one)
    assert isinstance(outcome, Declined)
    assert outcome.reason is DeclineReason.CARD_REFUSED
    assert raw.v1.payment_intents.retrieve(str(outcome.reference)).status == "canceled"


def test_C6_C10_a_bank_that_asks_and_a_charge_that_is_cancelled_meanwhile(
    payments: StripePayments, raw: stripe.StripeClient
) -> None:
    one = charge(payments, card(raw, "4000002500003155"), "asked")
    outcome = payments.charge(one)
    assert isinstance(outcome, AuthenticationNeeded)
    assert isinstance(payments.cancel(attrs.evolve(one, reference=outcome.reference)), Cancelled)


def test_a_card_the_bank_refuses_to_have_kept_is_invalid(payments: StripePayments, raw: stripe.StripeClient) -> None:
    for reference in (card(raw, "4000000000000002"), "pm_nowhere"):
        with pytest.raises(Invalid, match="reference"):
            payments.keep_card(PRACTICE_ID, "pat", None, reference)


def test_D3_whoever_is_forgotten_is_no_customer_any_more(payments: StripePayments, raw: stripe.StripeClient) -> None:
    one = charge(payments, card(raw), "before")
    paid = payments.charge(one)
    assert isinstance(paid, Paid)
    for _ in range(2):
        payments.forget(PRACTICE_ID, "pat", one.account)
    with pytest.raises(stripe.InvalidRequestError):
        raw.v1.customers.retrieve(str(one.account))
    back = attrs.evolve(
        one, id=f"{one.id}-back", kind=AttemptKind.REFUND, charge_id=one.id, charge_reference=paid.reference
    )
    assert isinstance(payments.refund(back), Paid)


def test_a_server_that_is_gone_is_an_outage() -> None:
    gone = StripePayments(KEY, WEBHOOK_SECRET, now, api_base="http://127.0.0.1:9", retries=0)
    with pytest.raises(Unavailable):
        gone.keep_card(PRACTICE_ID, "pat", None, "pm_1")


class _Receiver(BaseHTTPRequestHandler):
    def __init__(self, got: queue.Queue[tuple[bytes, str]], *args: object) -> None:
        self.got = got
        super().__init__(*args)  # type: ignore[arg-type]

    def do_POST(self) -> None:
        payload = self.rfile.read(int(self.headers["Content-Length"]))
        self.got.put((payload, self.headers["Stripe-Signature"]))
        self.send_response(200)
        self.end_headers()

    def log_message(self, *_: object) -> None:
        """Quiet."""


@pytest.fixture
def received(server: str) -> Iterator[queue.Queue[tuple[bytes, str]]]:
    """What the server sends to its webhook."""
    got: queue.Queue[tuple[bytes, str]] = queue.Queue()
    receiver = HTTPServer(("127.0.0.1", 0), partial(_Receiver, got))
    thread = Thread(target=receiver.serve_forever)
    thread.start()
    url = f"http://127.0.0.1:{receiver.server_port}/"
    requests.post(f"{server}/_config/webhooks/test", data={"url": url, "secret": WEBHOOK_SECRET}, timeout=10)
    yield got
    receiver.shutdown()
    thread.join()
    receiver.server_close()


def test_C9_a_practice_is_charged_and_told_by_a_signed_message(
    server: str, raw: stripe.StripeClient, received: queue.Queue[tuple[bytes, str]]
) -> None:
    settings = Settings(
        database="memory://",
        payments=f"stripe://?api_base={server}",
        stripe_key=KEY,
        stripe_webhook_secret=WEBHOOK_SECRET,
    )
    clock = SettableClock(now())
    core = connect(settings, clock=clock, mailer=NoMailer("nobody is told here"))
    practice = core.practices.open(name="Elm Street", time_zone="Europe/London", currency="GBP")
    staff = Actor.staff(practice.id, "desk")
    core.therapists.register(staff, name="Theo Example", id="theo")
    core.clients.register(staff, given_name="Pat", family_name="Example", id="pat")
    core.cards.add(staff, "pat", reference=card(raw))
    core.relationships.open(staff, therapist_id="theo", attendee_id="pat", payer_id="pat", fee=FEE, id="r1")
    session = core.sessions.book(staff, "r1", starts_at=clock.now() + timedelta(hours=3), duration=timedelta(hours=1))
    assert core.run_due() == DueDone(charged=1)
    assert core.sessions.get(staff, session.id).payment == "paid"
    # The first one says that there is a customer, which is nothing to us.
    believed = False
    while not believed:
        payload, signature = received.get(timeout=20)
        believed = core.billing.receive(payload=payload, signature=signature)
    assert b"payment_intent.succeeded" in payload
    with pytest.raises(Invalid, match="signature"):
        core.billing.receive(payload=payload + b" ", signature=signature)
