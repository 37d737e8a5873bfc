"""What a gateway has to be like: run `PaymentsConformance` against yours.

Subclass it in your tests and give a fixture `till`: your adapter with what a test needs beside it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from itertools import count
from typing import Any

import attrs
import pytest

from ..domain.attempt import (
    Attempt,
    AttemptKind,
    AuthenticationNeeded,
    Cancelled,
    Declined,
    DeclineReason,
    NotMade,
    Outcome,
    Paid,
)
from ..domain.errors import Conflict, IdempotencyConflict, Invalid
from ..domain.money import Money
from ..ports.payments import AboutAttempt, CardEntered, Payments

FEE = Money(6000, "GBP")
_NUMBERS = count(1)


@attrs.frozen(kw_only=True)
class Till:
    """A gateway under test. `pays`, `declines` (for want of funds) and `asks` (for authentication): cards as kept.

    `ledger` tells the money that moved since the till was made, the oldest first, refunds as negative amounts.
    `authenticate`: the payer answers their bank about that attempt. The messages are as the gateway sends them:
    the payload and its signature; `stale`: signed too long ago.
    """

    payments: Payments
    now: Callable[[], datetime]
    account: str | None
    pays: str
    declines: str
    asks: str
    ledger: Callable[[], Sequence[Money]]
    authenticate: Callable[[Attempt], None]
    message: Callable[[Attempt], tuple[bytes, str]]
    stale: Callable[[Attempt], tuple[bytes, str]]
    message_of_card: Callable[[str, str, str], tuple[bytes, str]]
    knows_cards: bool = True
    """Whether it can tell a card that there is from one that there is not."""


def attempt(till: Till, card: str, amount: Money = FEE, **fields: Any) -> Attempt:
    """An attempt to charge that card, of a name not used before."""
    known: dict[str, Any] = {
        "id": f"attempt-{next(_NUMBERS)}-{till.now():%H%M%S%f}",
        "practice_id": "practice",
        "kind": AttemptKind.CHARGE,
        "session_id": "s1",
        "relationship_id": "r1",
        "therapist_id": "theo",
        "payer_id": "pat",
        "amount": amount,
        "description": "Elm Street, 2026-06-04",
        "card_reference": card,
        "account": till.account,
        "made_at": till.now(),
    }
    return Attempt(**(known | fields))


def refund(till: Till, charge: Attempt, paid: Outcome, amount: Money = FEE, **fields: Any) -> Attempt:
    assert isinstance(paid, Paid)
    return attempt(
        till,
        "",
        amount,
        kind=AttemptKind.REFUND,
        card_reference=None,
        charge_id=charge.id,
        charge_reference=paid.reference,
        **fields,
    )


class PaymentsConformance:
    """Give a fixture `till`."""

    def test_a_card_link_is_an_address(self, till: Till) -> None:
        assert "://" in till.payments.card_link("practice", "pat", till.account)

    def test_a_card_is_kept_with_what_a_receipt_shows(self, till: Till) -> None:
        kept = till.payments.keep_card("practice", "pat", till.account, till.pays)
        assert kept.card.reference == till.pays
        assert len(kept.card.last4) == 4
        assert till.pays not in repr(kept)

    def test_a_card_that_is_not_there_is_invalid(self, till: Till) -> None:
        if not till.knows_cards:
            pytest.skip("keeps any card")
        with pytest.raises(Invalid):
            till.payments.keep_card("practice", "pat", till.account, "pm_nowhere")

    def test_C4_a_charge_takes_exactly_its_amount(self, till: Till) -> None:
        before = till.now().replace(microsecond=0)
        outcome = till.payments.charge(attempt(till, till.pays))
        assert isinstance(outcome, Paid)
        assert outcome.at.tzinfo is UTC
        assert before <= outcome.at
        assert list(till.ledger()) == [FEE]

    @pytest.mark.parametrize(
        "amount", [Money(6000, "GBP"), Money(6000, "JPY"), Money(60_000, "KWD"), Money(1, "EUR"), Money(7000, "ISK")]
    )
    def test_C8_currencies_of_none_two_and_three_digits(self, till: Till, amount: Money) -> None:
        charge = attempt(till, till.pays, amount)
        paid = till.payments.charge(charge)
        till.payments.refund(refund(till, charge, paid, amount))
        assert list(till.ledger()) == [amount, Money(-amount.minor_units, amount.currency)]

    def test_C5_a_decline_is_a_value_with_a_reason_of_ours(self, till: Till) -> None:
        outcome = till.payments.charge(attempt(till, till.declines))
        assert isinstance(outcome, Declined)
        assert outcome.reason is DeclineReason.INSUFFICIENT_FUNDS
        assert list(till.ledger()) == []

    def test_C5_a_decline_is_final(self, till: Till) -> None:
        declined = attempt(till, till.declines)
        first = till.payments.charge(declined)
        assert isinstance(till.payments.charge(declined), Declined)
        assert isinstance(till.payments.ask(declined), Declined)
        assert isinstance(till.payments.cancel(_with(declined, first)), Declined)
        with pytest.raises(Conflict):
            till.payments.authentication_link(_with(declined, first))

    def test_C6_a_bank_that_asks_for_the_payer_is_answered_by_a_link(self, till: Till) -> None:
        asking = attempt(till, till.asks)
        outcome = till.payments.charge(asking)
        assert isinstance(outcome, AuthenticationNeeded)
        assert "://" in till.payments.authentication_link(_with(asking, outcome))
        assert list(till.ledger()) == []
        till.authenticate(_with(asking, outcome))
        assert isinstance(till.payments.ask(_with(asking, outcome)), Paid)
        assert list(till.ledger()) == [FEE]

    def test_C4_the_same_attempt_again_takes_nothing_more(self, till: Till) -> None:
        once = attempt(till, till.pays)
        assert till.payments.charge(once) == till.payments.charge(once)
        assert list(till.ledger()) == [FEE]

    @pytest.mark.parametrize("change", [{"amount": Money(5999, "GBP")}, {"description": "something else"}])
    def test_C4_another_input_under_the_same_key_is_refused(self, till: Till, change: dict[str, Any]) -> None:
        once = attempt(till, till.pays)
        till.payments.charge(once)
        with pytest.raises(IdempotencyConflict):
            till.payments.charge(attrs.evolve(once, **change))
        assert list(till.ledger()) == [FEE]

    def test_C4_asking_moves_no_money(self, till: Till) -> None:
        unheard_of = attempt(till, till.pays)
        assert isinstance(till.payments.ask(unheard_of), NotMade)
        assert list(till.ledger()) == []
        assert isinstance(till.payments.charge(unheard_of), Paid)
        assert list(till.ledger()) == [FEE]

    def test_C4_asking_finds_what_was_taken_though_the_answer_was_lost(self, till: Till) -> None:
        lost = attempt(till, till.pays)
        taken = till.payments.charge(lost)
        assert till.payments.ask(lost) == taken
        assert list(till.ledger()) == [FEE]

    def test_C10_cancelled_before_anything_came_it_takes_nothing_any_more(self, till: Till) -> None:
        late = attempt(till, till.pays)
        assert isinstance(till.payments.cancel(late), Cancelled)
        assert isinstance(till.payments.charge(late), Cancelled)
        assert isinstance(till.payments.ask(late), Cancelled)
        assert list(till.ledger()) == []

    def test_C10_cancelled_too_late_it_says_that_it_was_paid(self, till: Till) -> None:
        taken = attempt(till, till.pays)
        paid = till.payments.charge(taken)
        assert till.payments.cancel(taken) == paid
        assert list(till.ledger()) == [FEE]

    def test_C6_C10_cancelled_while_it_waits_for_the_payer_it_can_take_nothing_any_more(self, till: Till) -> None:
        asking = attempt(till, till.asks)
        known = _with(asking, till.payments.charge(asking))
        assert isinstance(till.payments.cancel(known), Cancelled)
        till.authenticate(known)
        assert isinstance(till.payments.ask(known), Cancelled)
        assert list(till.ledger()) == []
        with pytest.raises(Conflict):
            till.payments.authentication_link(known)

    def test_C7_a_refund_is_made_once_under_its_key_and_found_again(self, till: Till) -> None:
        charge = attempt(till, till.pays)
        back = refund(till, charge, till.payments.charge(charge))
        assert isinstance(till.payments.ask(back), NotMade)
        made = till.payments.refund(back)
        assert isinstance(made, Paid)
        assert till.payments.refund(back) == made
        assert till.payments.ask(back) == made
        assert list(till.ledger()) == [FEE, Money(-6000, "GBP")]

    def test_C7_refunds_never_exceed_what_is_left(self, till: Till) -> None:
        charge = attempt(till, till.pays)
        paid = till.payments.charge(charge)
        part = Money(4000, "GBP")
        assert isinstance(till.payments.refund(refund(till, charge, paid, part)), Paid)
        too_much = till.payments.refund(refund(till, charge, paid, part))
        assert too_much == Declined(DeclineReason.NOT_REFUNDABLE)
        assert isinstance(till.payments.refund(refund(till, charge, paid, Money(2000, "GBP"))), Paid)
        assert sum(moved.minor_units for moved in till.ledger()) == 0

    def test_D3_whoever_was_forgotten_is_charged_no_more(self, till: Till) -> None:
        kept = till.payments.keep_card("practice", "pat", till.account, till.pays)
        for _ in range(2):
            till.payments.forget("practice", "pat", kept.account)
        assert isinstance(till.payments.charge(attempt(till, till.pays, account=kept.account)), Declined)
        assert list(till.ledger()) == []

    def test_D3_whoever_is_not_known_is_forgotten(self, till: Till) -> None:
        till.payments.forget("practice", "nobody", None)
        till.payments.forget("practice", "nobody", "cus_nobody")
        till.payments.forget("practice", "nobody", "pm_nowhere")

    def test_D3_what_was_taken_before_can_still_go_back(self, till: Till) -> None:
        kept = till.payments.keep_card("practice", "pat", till.account, till.pays)
        charge = attempt(till, till.pays, account=kept.account)
        paid = till.payments.charge(charge)
        till.payments.forget("practice", "pat", kept.account)
        assert isinstance(till.payments.refund(refund(till, charge, paid)), Paid)
        assert list(till.ledger()) == [FEE, Money(-6000, "GBP")]

    def test_practices_with_the_same_ids_are_apart(self, till: Till) -> None:
        one = attempt(till, till.pays)
        other = attrs.evolve(one, practice_id="elsewhere")
        assert isinstance(till.payments.charge(one), Paid)
        assert isinstance(till.payments.ask(other), NotMade)
        assert isinstance(till.payments.charge(other), Paid)
        assert list(till.ledger()) == [FEE, FEE]

    def test_C9_a_message_names_the_attempt_and_is_itself_whenever_it_comes(self, till: Till) -> None:
        about = attempt(till, till.pays)
        till.payments.charge(about)
        payload, signature = till.message(about)
        read = till.payments.read(payload, signature)
        assert isinstance(read, AboutAttempt)
        assert (read.practice_id, read.attempt_id) == (about.practice_id, about.id)
        assert till.payments.read(payload, signature) == read

    def test_C9_a_message_that_is_not_signed_or_signed_too_long_ago_is_invalid(self, till: Till) -> None:
        about = attempt(till, till.pays)
        till.payments.charge(about)
        payload, signature = till.message(about)
        for wrong in ((payload + b" ", signature), (payload, signature[:-1]), (payload, ""), till.stale(about)):
            with pytest.raises(Invalid):
                till.payments.read(*wrong)

    def test_C9_a_message_of_a_card_names_practice_and_client(self, till: Till) -> None:
        read = till.payments.read(*till.message_of_card("practice", "pat", till.pays))
        assert isinstance(read, CardEntered)
        assert (read.practice_id, read.client_id) == ("practice", "pat")

    def test_C9_a_message_of_a_card_tells_when_it_was_entered(self, till: Till) -> None:
        before = till.now().replace(microsecond=0)
        read = till.payments.read(*till.message_of_card("practice", "pat", till.pays))
        assert isinstance(read, CardEntered)
        assert read.entered_at.tzinfo is UTC
        assert before <= read.entered_at <= till.now()

    def test_A4_no_reference_shows(self, till: Till) -> None:
        charge = attempt(till, till.pays)
        outcome = till.payments.charge(charge)
        assert isinstance(outcome, Paid)
        assert outcome.reference not in repr(outcome)
        assert till.pays not in repr(charge)
        assert till.pays not in repr(till.payments)


def _with(attempt: Attempt, outcome: Outcome) -> Attempt:
    """With the gateway's word for it, as it is kept once it has answered."""
    return attrs.evolve(attempt, reference=outcome.reference)
