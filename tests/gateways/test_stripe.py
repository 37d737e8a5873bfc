"""What only Stripe does: keys that are forgotten, lists, cards of others, secrets."""

from __future__ import annotations

import logging
import traceback
from contextlib import suppress
from datetime import timedelta
from functools import partial
from typing import Any

import attrs
import pytest
from tests.gateways.fake import ACCOUNT, SECRET, FakeStripe
from tests.values import NOW

from practice_core import DeclineReason, Invalid, Money, PracticeError, Settings, Unavailable, connect
from practice_core.adapters.stripe.wording import amount_of
from practice_core.domain.attempt import AuthenticationNeeded, Cancelled, Declined, NotMade, Outcome, Paid, Unknown
from practice_core.testing.payments import attempt, refund

HOUR = timedelta(hours=1)
MINUTE = timedelta(minutes=1)


def taken(fake: FakeStripe) -> int:
    return sum(amount for amount, _ in fake.moved)


@pytest.mark.parametrize("how", ["before", "after", "500", "429", "409"])
@pytest.mark.parametrize("call", range(3))
def test_C4_whichever_call_of_a_charge_is_lost_the_money_is_taken_once(call: int, how: str) -> None:
    fake = FakeStripe(failing={call: how})
    till = fake.till()
    one = attempt(till, till.pays)
    with pytest.raises(Unavailable):
        till.payments.charge(one)
    fake.clock.forward(10 * MINUTE)
    outcome = till.payments.ask(one)
    if isinstance(outcome, NotMade):
        outcome = till.payments.charge(one)
    assert isinstance(outcome, Paid)
    assert taken(fake) == 6000


@pytest.mark.parametrize("how", ["before", "after", "500"])
@pytest.mark.parametrize("call", range(3))
def test_C10_whichever_call_was_lost_a_cancelled_charge_takes_nothing_any_more(call: int, how: str) -> None:
    fake = FakeStripe(failing={call: how})
    till = fake.till()
    one = attempt(till, till.asks)
    with pytest.raises(Unavailable):
        till.payments.charge(one)
    assert isinstance(till.payments.cancel(one), Cancelled)
    assert isinstance(till.payments.charge(one), Cancelled)
    assert taken(fake) == 0


@pytest.mark.parametrize("call", range(5))
def test_C5_a_decline_whose_cancelling_was_lost_is_still_a_decline_and_dead(call: int) -> None:
    fake = FakeStripe(failing={call: "before"})
    till = fake.till()
    one = attempt(till, till.declines)
    with pytest.raises(Unavailable):
        till.payments.charge(one)
    outcome = till.payments.ask(one)
    if isinstance(outcome, NotMade):
        outcome = till.payments.charge(one)
    assert isinstance(outcome, Declined)
    assert fake.intent_of(one)["status"] == "canceled"


@pytest.mark.parametrize(("declined", "outcome"), [(False, Paid), (True, Declined)])
def test_C4_a_charge_that_the_bank_still_processes_is_unknown_until_it_has(
    declined: bool, outcome: type[Outcome]
) -> None:
    fake = FakeStripe()
    till = fake.till()
    one = attempt(till, "pm_slow")
    for call in (till.payments.charge, till.payments.ask, till.payments.cancel):
        assert isinstance(call(one), Unknown)
    fake.process(one, declined=declined)
    assert isinstance(till.payments.ask(one), outcome)
    assert taken(fake) == (0 if declined else 6000)


@pytest.mark.parametrize(("happens", "outcome"), [("give_back", Paid), ("send_back", Declined)])
def test_C7_a_refund_that_waits_is_unknown_until_it_is_made_or_fails(happens: str, outcome: type[Outcome]) -> None:
    fake = FakeStripe(slow_refunds=True)
    till = fake.till()
    charge = attempt(till, till.pays)
    back = refund(till, charge, till.payments.charge(charge))
    for call in (till.payments.refund, till.payments.ask):
        assert isinstance(call(back), Unknown)
    getattr(fake, happens)(fake.refunds()[0])
    assert isinstance(till.payments.ask(back), outcome)
    assert taken(fake) == (0 if outcome is Paid else 6000)


@pytest.mark.parametrize("how", ["before", "after"])
def test_C7_a_refund_whose_answer_was_lost_is_found_in_the_list(how: str) -> None:
    fake = FakeStripe()
    till = fake.till()
    charge = attempt(till, till.pays)
    paid = till.payments.charge(charge)
    for _ in range(3):
        till.payments.refund(refund(till, charge, paid, Money(100, "GBP")))
    back = refund(till, charge, paid, Money(200, "GBP"))
    fake.failing[len(fake.calls)] = how
    with pytest.raises(Unavailable):
        till.payments.refund(back)
    fake.clock.forward(48 * HOUR)
    outcome = till.payments.ask(back)
    if isinstance(outcome, NotMade):
        outcome = till.payments.refund(back)
    assert isinstance(outcome, Paid)
    assert taken(fake) == 6000 - 500


def test_C4_within_23_hours_an_attempt_is_found_by_its_key_and_later_by_the_customers_list() -> None:
    fake = FakeStripe()
    till = fake.till()
    lost = attempt(till, till.pays)
    for _ in range(3):
        till.payments.charge(attempt(till, till.pays))
    paid = till.payments.charge(lost)
    for _ in range(3):
        till.payments.charge(attempt(till, till.pays))
    for age, how in ((23 * HOUR - MINUTE, "POST /v1/payment_intents"), (24 * HOUR, "GET /v1/payment_intents")):
        fake.clock.set(NOW + age)
        fake.calls.clear()
        assert till.payments.ask(lost) == paid
        assert fake.calls[0] == how
    assert "/v1/payment_intents/search" not in fake.calls
    assert taken(fake) == 7 * 6000


def test_C4_a_day_later_what_was_never_made_is_told_apart_from_what_was() -> None:
    fake = FakeStripe()
    till = fake.till()
    never, other = attempt(till, till.pays), attempt(till, till.pays)
    till.payments.charge(other)
    till.payments.charge(attrs.evolve(never, practice_id="elsewhere"))
    fake.clock.forward(30 * HOUR)
    assert till.payments.ask(never) == NotMade()
    assert till.payments.cancel(never) == Cancelled()


@pytest.mark.parametrize("account", [ACCOUNT, None])
@pytest.mark.parametrize("age", [MINUTE, 30 * HOUR])
@pytest.mark.parametrize("call", ["ask", "cancel"])
def test_C4_a_card_that_stripe_does_not_know_is_no_proof_that_nothing_was_taken(
    call: str, age: timedelta, account: str | None
) -> None:
    """The answer was lost, then the key was another account's for a while."""
    fake = FakeStripe()
    till = fake.till()
    lost = attempt(till, till.pays, account=account)
    paid = till.payments.charge(lost)
    fake.clock.forward(age)
    with fake.with_another_accounts_key(), pytest.raises(Unavailable, match="knows nothing of this"):
        getattr(till.payments, call)(lost)
    assert getattr(till.payments, call)(lost) == paid
    assert taken(fake) == 6000


@pytest.mark.parametrize("call", ["ask", "cancel", "authentication_link"])
def test_C4_nor_is_a_payment_that_stripe_does_not_know(call: str) -> None:
    fake = FakeStripe()
    till = fake.till()
    charge = attempt(till, till.asks)
    charge = attrs.evolve(charge, reference=till.payments.charge(charge).reference)
    with fake.with_another_accounts_key(), pytest.raises(Unavailable, match="knows nothing of this payment"):
        getattr(till.payments, call)(charge)


def test_C7_nor_that_nothing_was_given_back() -> None:
    fake = FakeStripe()
    till = fake.till()
    charge = attempt(till, till.pays)
    back = refund(till, charge, till.payments.charge(charge))
    made = till.payments.refund(back)
    with fake.with_another_accounts_key(), pytest.raises(Unavailable, match="knows nothing of this payment"):
        till.payments.ask(back)
    assert till.payments.ask(back) == made


@pytest.mark.parametrize("call", range(4))
@pytest.mark.parametrize("how", ["400", "402", "404"])
def test_C4_whatever_stripe_refuses_no_error_of_its_own_gets_out(call: int, how: str) -> None:
    fake = FakeStripe()
    till = fake.till()
    charge, asking = attempt(till, till.pays), attempt(till, till.asks)
    paid = till.payments.charge(charge)
    waiting = attrs.evolve(asking, reference=till.payments.charge(asking).reference)
    back = refund(till, charge, paid)
    acts: list[Any] = [
        partial(till.payments.refund, back),
        partial(till.payments.ask, back),
        partial(till.payments.card_link, "practice", "pat", None),
        partial(till.payments.keep_card, "practice", "pat", None, till.pays),
    ]
    for account in (ACCOUNT, None):
        for what in (till.payments.charge, till.payments.ask, till.payments.cancel, till.payments.authentication_link):
            acts += [partial(what, attempt(till, card, account=account)) for card in (till.pays, till.declines)]
            acts += [partial(what, waiting), partial(what, charge)]
    for act in acts:
        fake.failing = {len(fake.calls) + call: how}
        with suppress(PracticeError):
            act()


def test_an_imported_card_is_charged_through_the_customer_it_belongs_to() -> None:
    fake = FakeStripe()
    till = fake.till()
    imported = attempt(till, till.pays, account=None)
    assert isinstance(till.payments.charge(imported), Paid)
    assert fake.intent_of(imported)["customer"] == ACCOUNT


@pytest.mark.parametrize(
    ("card", "reason"),
    [
        ("pm_poor", DeclineReason.INSUFFICIENT_FUNDS),
        ("pm_old", DeclineReason.CARD_EXPIRED),
        ("pm_stolen", DeclineReason.CARD_REFUSED),
        ("pm_gone", DeclineReason.CARD_REFUSED),
    ],
)
def test_C5_why_it_was_declined(card: str, reason: DeclineReason) -> None:
    till = FakeStripe().till()
    outcome = till.payments.charge(attempt(till, card))
    assert isinstance(outcome, Declined)
    assert outcome.reason is reason


@pytest.mark.parametrize(
    ("money", "amount"),
    [
        (Money(6000, "GBP"), 6000),
        (Money(6000, "JPY"), 6000),
        (Money(7, "ISK"), 700),
        (Money(7, "UGX"), 700),
        (Money(500, "MGA"), 5),
        (Money(501, "MGA"), None),
        (Money(60_000, "KWD"), 60_000),
        (Money(60_001, "KWD"), None),
    ],
)
def test_C8_amounts_as_stripe_counts_them(money: Money, amount: int | None) -> None:
    assert amount_of(money) == amount


def test_C8_what_stripe_cannot_take_is_declined_and_never_rounded() -> None:
    fake = FakeStripe()
    till = fake.till()
    outcome: Outcome = till.payments.charge(attempt(till, till.pays, Money(60_001, "KWD")))
    assert outcome == Declined(DeclineReason.NOT_SUPPORTED)
    assert fake.calls == []


def test_a_card_is_entered_on_stripes_page_and_kept_with_a_customer_of_ours() -> None:
    fake = FakeStripe()
    payments = fake.payments()
    link = payments.card_link("practice", "pat", None)
    page = fake.things[link.rpartition("/")[2]]
    fake.add_card("pm_new")
    with pytest.raises(Invalid, match="no card has been entered"):
        payments.keep_card("practice", "pat", None, page["id"])
    fake.things[page["setup_intent"]]["payment_method"] = "pm_new"
    kept = payments.keep_card("practice", "pat", None, page["id"])
    assert kept.card.reference == "pm_new"
    assert kept.account is not None
    assert fake.things[kept.account]["metadata"] == {"practice": "practice", "client": "pat"}
    # A second click within the day makes no second customer.
    payments.card_link("practice", "pat", None)
    assert len([one for one in fake.things.values() if one["object"] == "customer"]) == 2


def test_A1_somebody_elses_card_is_invalid_whoever_guessed_its_id() -> None:
    fake = FakeStripe()
    payments = fake.payments()
    page = payments.card_link("practice", "pat", None).rpartition("/")[2]
    fake.add_card("pm_new")
    fake.things[fake.things[page]["setup_intent"]]["payment_method"] = "pm_new"
    payments.keep_card("practice", "pat", None, page)
    for practice, client, account, reference in (
        ("practice", "alex", None, "pm_new"),
        ("practice", "alex", "cus_alex", "pm_pays"),
        ("elsewhere", "pat", None, "pm_new"),
        ("practice", "alex", None, page),
        ("practice", "alex", None, fake.things[page]["setup_intent"]),
    ):
        with pytest.raises(Invalid, match="reference"):
            payments.keep_card(practice, client, account, reference)


def test_C9_messages_without_our_metadata_and_of_other_kinds_are_not_ours() -> None:
    fake = FakeStripe()
    payments = fake.payments()
    ours = {"practice": "practice", "attempt": "a1", "client": "pat"}
    for thing in (
        {"id": "pi_1", "object": "payment_intent", "metadata": {}},
        {"id": "pi_1", "object": "payment_intent", "metadata": {"attempt": "a1"}},
        {"id": "cus_1", "object": "customer", "metadata": ours},
        {"id": "cs_1", "object": "checkout.session", "metadata": ours},
    ):
        assert payments.read(*fake.event("something.updated", thing)) is None


def test_C9_without_a_secret_no_message_is_believed() -> None:
    fake = FakeStripe()
    from practice_core.adapters.stripe.gateway import StripePayments

    payments = StripePayments("sk_test_made_up", "", fake.clock.now, http_client=fake)
    with pytest.raises(Invalid, match="WEBHOOK_SECRET"):
        payments.read(*fake.event("payment_intent.succeeded", {"id": "pi_1"}))


def test_every_call_is_of_the_pinned_version_and_every_change_has_a_key() -> None:
    fake = FakeStripe()
    till = fake.till()
    till.payments.charge(attempt(till, till.pays))
    assert {headers["Stripe-Version"] for headers in fake.headers} == {"2026-10-28.endive"}
    posts = [h for call, h in zip(fake.calls, fake.headers, strict=True) if call.startswith("POST")]
    assert all("Idempotency-Key" in headers for headers in posts)


def test_the_sdk_tries_again_by_itself_where_the_key_makes_it_safe(monkeypatch: pytest.MonkeyPatch) -> None:
    fake = FakeStripe(failing={0: "after", 1: "before", 2: "500"})
    monkeypatch.setattr(type(fake), "_sleep_time_seconds", lambda *_: 0.0)
    till = attrs.evolve(fake.till(), payments=fake.payments(retries=3))
    assert isinstance(till.payments.charge(attempt(till, till.pays)), Paid)
    assert taken(fake) == 6000


@pytest.mark.parametrize("how", ["before", "after", "500", "401", "403", "429"])
def test_A4_no_reference_and_no_key_is_in_any_message_traceback_or_log(
    how: str, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG, logger="practice_core")
    fake = FakeStripe(failing={0: how})
    till = fake.till()
    try:
        till.payments.charge(attempt(till, till.pays))
    except Unavailable as error:
        told = "".join(traceback.format_exception(error)) + repr(error)
    said = told + caplog.text + repr(till.payments)
    assert [mark for mark in ("pm_pays", ACCOUNT, "sk_test", SECRET) if mark in said] == []


def test_C6_a_link_is_made_when_it_is_opened_and_needs_somewhere_to_come_back_to() -> None:
    fake = FakeStripe()
    till = fake.till()
    one = attempt(till, till.asks)
    assert isinstance(till.payments.charge(one), AuthenticationNeeded)
    first = till.payments.authentication_link(one)
    assert first == till.payments.authentication_link(one)
    for call in ("card_link", "authentication_link"):
        payments = fake.payments(return_url="")
        with pytest.raises(Invalid, match="return_url"):
            getattr(payments, call)(*(("practice", "pat", None) if call == "card_link" else (one,)))


def test_stripe_is_picked_by_its_url_with_the_key_in_its_own_variable() -> None:
    environment = {"PRACTICE_CORE_PAYMENTS": "stripe://", "PRACTICE_CORE_STRIPE_KEY": "sk_test_1"}
    settings = Settings.from_environment(environment)
    assert "sk_test_1" not in repr(settings)
    connect(attrs.evolve(settings, database="memory://"))
    with pytest.raises(Invalid, match="PRACTICE_CORE_STRIPE_KEY"):
        connect(Settings(database="memory://", payments="stripe://"))
    with pytest.raises(Invalid, match="return_url"):
        connect(Settings(database="memory://", payments="stripe://?retrun_url=x", stripe_key="sk_test_1"))


def card_of(fake: FakeStripe, name: str) -> Any:
    return fake.things[name]["customer"]


def test_D3_their_customer_goes_and_every_one_with_their_name_on_it() -> None:
    """A page that nobody finished left one that the core never heard of."""
    fake = FakeStripe()
    payments = fake.payments()
    fake.add_card("pm_own")
    payments.card_link("practice", "o'hara\\", None)
    fake.clock.forward(25 * HOUR)
    kept = payments.keep_card("practice", "o'hara\\", None, "pm_own")
    others = payments.keep_card("practice", "somebody else", None, "pm_pays")
    payments.forget("practice", "o'hara\\", kept.account)
    left = [name for name, one in fake.things.items() if one["object"] == "customer" and not one.get("deleted")]
    assert ([ACCOUNT], None, ACCOUNT) == (left, card_of(fake, "pm_own"), others.account)


def test_D3_where_the_core_never_learned_the_customer_the_card_leads_there() -> None:
    """As with what came in by an import: a customer of the time before this core has no name on it."""
    fake = FakeStripe()
    fake.payments().forget("practice", "pat", "pm_pays")
    assert fake.things[ACCOUNT] == {"id": ACCOUNT, "object": "customer", "deleted": True}


@pytest.mark.parametrize("kind", ["setup_intent", "checkout.session"])
def test_D3_a_page_that_was_finished_after_all_leads_there_where_there_is_no_search(
    kind: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    fake = FakeStripe()
    payments = fake.payments()
    payments.card_link("practice", "pat", None)
    kinds = {one["object"]: one for one in fake.things.values()}
    fake.add_card("pm_late", customer=kinds["customer"]["id"])
    kinds["setup_intent"]["payment_method"] = "pm_late"
    monkeypatch.setattr(FakeStripe, "_search", lambda *_: fake._get("nothing"))
    payments.forget("practice", "pat", kinds[kind]["id"])
    assert card_of(fake, "pm_late") is None


def test_D3_a_card_that_is_somebody_elses_by_now_takes_nobody_with_it() -> None:
    fake = FakeStripe()
    fake.things[ACCOUNT]["metadata"] = {"practice": "practice", "client": "kim"}
    fake.payments().forget("practice", "pat", "pm_pays")
    assert card_of(fake, "pm_pays") == ACCOUNT


@pytest.mark.parametrize("how", ["before", "after", "500", "400", "429"])
@pytest.mark.parametrize("call", range(2))
def test_D3_whichever_call_is_lost_the_next_time_does_the_rest(call: int, how: str) -> None:
    fake = FakeStripe(failing={call: how})
    payments = fake.payments()
    with suppress(Unavailable):
        payments.forget("practice", "pat", ACCOUNT)
    payments.forget("practice", "pat", ACCOUNT)
    assert fake.things[ACCOUNT].get("deleted")
