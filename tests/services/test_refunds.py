"""Money that goes back, by hand too, and what everybody sees of it (C7, S6, A3)."""

from __future__ import annotations

import io
import json

import pytest
from tests.services.money import (
    DUE,
    PAT,
    START,
    at,
    attempts,
    moved,
    paid_twice,
    payment,
    rebooked,
    sent_back,
    told,
    until_quiet,
    world,
)
from tests.values import HOUR, TICK
from tests.worlds import World

from practice_core import (
    DeclineReason,
    DueDone,
    Invalid,
    Money,
    NotAllowed,
    NotFound,
    NothingToRefund,
    RefundTooLarge,
)
from practice_core.domain.money import DEAREST


def test_S6_a_late_cancellation_falls_due_at_once_unless_waived() -> None:
    w = world(free_cancellation_hours=80)
    w.core.sessions.cancel(w.alex, "s1")
    assert until_quiet(w) == DueDone(charged=1)
    waived = world(free_cancellation_hours=80)
    waived.core.sessions.cancel(waived.theo, "s1", requested_by="alex", waive=True)
    at(waived, START)
    assert until_quiet(waived) == DueDone()
    assert payment(waived) == "waived"


@pytest.mark.parametrize(("hours", "tried"), [(47, 1), (10, 3)])
def test_S6_a_late_cancellation_of_what_was_declined_before_gets_one_attempt_at_once(hours: int, tried: int) -> None:
    w = at(world(), DUE)
    w.payments.declines(PAT, DeclineReason.INSUFFICIENT_FUNDS, times=tried + 1)
    for before in (48, 24, 12)[:tried]:
        at(w, START - before * HOUR)
        assert until_quiet(w) == DueDone(declined=1)
    at(w, START - hours * HOUR)
    w.core.sessions.cancel(w.alex, "s1")
    assert until_quiet(w) == DueDone(declined=1)
    at(w, START - 12 * HOUR if tried == 1 else START)
    assert until_quiet(w) == DueDone(charged=1 if tried == 1 else 0)


def test_S6_what_was_paid_is_refunded_in_full_when_cancelled_in_time() -> None:
    w = at(world(charge_lead_hours=60, free_cancellation_hours=24), START - 60 * HOUR)
    until_quiet(w)
    w.core.sessions.cancel(w.pat, "s1")
    assert payment(w) == "paid"
    assert until_quiet(w) == DueDone(refunded=1)
    assert moved(w) == [("pat", "charge", 6000), ("pat", "refund", 6000)]
    assert payment(w) == "refunded"
    assert told(w, "refund_made") == ["client:pat"]


@pytest.mark.parametrize("acted", [False, True])
def test_C7_a_refund_whose_answer_was_lost_is_made_exactly_once(acted: bool) -> None:
    w = at(world(), DUE)
    until_quiet(w)
    w.core.sessions.cancel(w.staff, "s1")
    w.payments.fails("refund", acted=acted)
    assert w.core.run_due() == DueDone(unknown=1)
    w.forward(HOUR)
    assert until_quiet(w) == DueDone(refunded=1)
    assert moved(w) == [("pat", "charge", 6000), ("pat", "refund", 6000)]


def test_C7_staff_refund_in_parts_and_never_more_than_is_left() -> None:
    w = at(world(), DUE)
    until_quiet(w)
    (charge,) = attempts(w)
    refund = w.core.billing.refund
    bill = refund(w.theo, charge.id, amount=Money(2000, "GBP"))
    assert (bill.session.payment, len(bill.lines)) == ("paid", 2)
    with pytest.raises(RefundTooLarge):
        refund(w.staff, charge.id, amount=Money(4001, "GBP"))
    assert refund(w.staff, charge.id).session.payment == "refunded"
    with pytest.raises(NothingToRefund):
        refund(w.staff, charge.id)
    assert w.core.billing.statement(w.pat, "pat").balance == Money(0, "GBP")


def test_C7_under_its_key_a_refund_is_made_once() -> None:
    w = at(world(), DUE)
    until_quiet(w)
    (charge,) = attempts(w)
    for _ in range(2):
        w.core.billing.refund(w.staff, charge.id, amount=Money(500, "GBP"), idempotency_key="form-1")
    assert [amount for _, kind, amount in moved(w) if kind == "refund"] == [500]


def test_C7_a_refund_the_gateway_declines_is_listed_for_staff_to_make_by_hand() -> None:
    w = at(world(), DUE)
    until_quiet(w)
    (charge,) = attempts(w)
    w.payments.declines(str(charge.reference), DeclineReason.NOT_REFUNDABLE)
    w.core.sessions.cancel(w.staff, "s1")
    assert until_quiet(w) == DueDone(refunds_declined=1)
    assert [bill.session.id for bill in w.core.billing.refunds_by_hand(w.staff)] == ["s1"]
    assert w.core.billing.refunded_by_hand(w.staff, "s1").payment == "refunded"
    assert w.core.billing.refunds_by_hand(w.staff) == ()
    assert w.core.billing.statement(w.pat, "pat").balance == Money(0, "GBP")
    with pytest.raises(NothingToRefund):
        w.core.billing.refunded_by_hand(w.staff, "s1")


def test_C7_staff_may_try_again_a_refund_that_was_declined() -> None:
    w = at(world(), DUE)
    until_quiet(w)
    (charge,) = attempts(w)
    w.payments.declines(str(charge.reference), DeclineReason.NOT_REFUNDABLE, times=1)
    for amount in (1000, 1000, 5000):
        w.core.billing.refund(w.staff, charge.id, amount=Money(amount, "GBP"))
    assert moved(w) == [("pat", "charge", 6000), ("pat", "refund", 1000), ("pat", "refund", 5000)]
    assert payment(w) == "refunded"


def test_C7_due_work_does_not_try_again_what_was_refused() -> None:
    w = at(world(), DUE)
    until_quiet(w)
    (charge,) = attempts(w)
    w.payments.declines(str(charge.reference), DeclineReason.NOT_REFUNDABLE, times=1)
    w.core.sessions.cancel(w.staff, "s1")
    assert until_quiet(w) == DueDone(refunds_declined=1)
    w.forward(HOUR)
    assert until_quiet(w) == DueDone()
    assert w.core.billing.refund(w.staff, charge.id).session.payment == "refunded"


def test_C7_after_a_declined_refund_staff_give_back_by_hand_in_parts_and_never_more_than_is_left() -> None:
    w = at(world(), DUE)
    until_quiet(w)
    (charge,) = attempts(w)
    by_hand = w.core.billing.refunded_by_hand
    with pytest.raises(NothingToRefund):
        by_hand(w.staff, "s1")
    w.payments.declines(str(charge.reference), DeclineReason.NOT_REFUNDABLE, times=1)
    w.core.billing.refund(w.staff, charge.id, amount=Money(1000, "GBP"))
    assert by_hand(w.staff, "s1", amount=Money(1000, "GBP")).payment == "paid"
    with pytest.raises(RefundTooLarge):
        by_hand(w.staff, "s1", amount=Money(5001, "GBP"))
    with pytest.raises(Invalid, match="more than nothing"):
        by_hand(w.staff, "s1", amount=Money(0, "GBP"))
    assert by_hand(w.staff, "s1").payment == "refunded"
    assert w.core.billing.statement(w.pat, "pat").balance == Money(0, "GBP")


def test_C7_by_hand_the_oldest_of_several_payments_goes_back_first() -> None:
    w = at(world(), DUE)
    charges = paid_twice(w)
    for charge in charges:
        w.payments.declines(str(charge.reference), DeclineReason.NOT_REFUNDABLE)
    w.core.sessions.cancel(w.staff, "s1")
    w.forward(HOUR)
    until_quiet(w)
    w.core.billing.refunded_by_hand(w.staff, "s1", amount=Money(7000, "GBP"))
    back = [(one.charge_id, one.amount.minor_units) for one in attempts(w) if one.elsewhere]
    assert back == [(charges[0].id, 6000), (charges[1].id, 1000)]
    assert w.core.billing.refunded_by_hand(w.staff, "s1").payment == "refunded"


def test_C4_C7_a_second_payment_that_the_gateway_does_not_give_back_is_listed_for_staff() -> None:
    w = at(world(), DUE)
    charges = paid_twice(w)
    second = min(charges, key=lambda one: one.made_at)
    w.payments.declines(str(second.reference), DeclineReason.NOT_REFUNDABLE)
    w.forward(HOUR)
    assert until_quiet(w) == DueDone(refunds_declined=1)
    assert payment(w) == "paid"
    assert [bill.session.id for bill in w.core.billing.refunds_by_hand(w.staff)] == ["s1"]
    assert w.core.billing.refunded_by_hand(w.staff, "s1", amount=Money(1000, "GBP")).payment == "paid"
    assert [len(bill.lines) for bill in w.core.billing.refunds_by_hand(w.staff)] == [4]
    assert w.core.billing.refunded_by_hand(w.staff, "s1").payment == "paid"
    assert w.core.billing.refunds_by_hand(w.staff) == ()
    assert w.core.billing.statement(w.pat, "pat").balance == Money(6000, "GBP")


def test_C7_a_declined_refund_in_part_is_listed_until_as_much_has_gone_back() -> None:
    w = at(world(), DUE)
    until_quiet(w)
    (charge,) = attempts(w)
    w.payments.declines(str(charge.reference), DeclineReason.NOT_REFUNDABLE, times=2)
    for _ in range(2):
        w.core.billing.refund(w.staff, charge.id, amount=Money(1000, "GBP"))
        assert [bill.session.id for bill in w.core.billing.refunds_by_hand(w.staff)] == ["s1"]
    w.forward(HOUR)
    assert w.core.billing.refund(w.staff, charge.id, amount=Money(1000, "GBP")).session.payment == "paid"
    assert w.core.billing.refunds_by_hand(w.staff) == ()


@pytest.mark.parametrize("which", [1, 2])
def test_C7_of_two_refunds_either_is_listed_once_it_was_sent_back(which: int) -> None:
    """What was given back before makes up for nothing that comes back afterwards."""
    w = at(world(), DUE)
    until_quiet(w)
    (charge,) = attempts(w)
    for _ in range(2):
        w.forward(HOUR)
        w.core.billing.refund(w.staff, charge.id, amount=Money(500, "GBP"))
    assert w.core.billing.refunds_by_hand(w.staff) == ()
    w.forward(HOUR)
    sent_back(w, attempts(w)[which])
    assert [bill.session.id for bill in w.core.billing.refunds_by_hand(w.staff)] == ["s1"]
    w.core.billing.refunded_by_hand(w.staff, "s1", amount=Money(500, "GBP"))
    assert w.core.billing.refunds_by_hand(w.staff) == ()


def test_C7_of_two_refunds_that_were_both_sent_back_both_have_to_go_back() -> None:
    w = at(world(), DUE)
    until_quiet(w)
    (charge,) = attempts(w)
    for _ in range(2):
        w.core.billing.refund(w.staff, charge.id, amount=Money(500, "GBP"))
        w.forward(HOUR)
    for refund in attempts(w)[1:]:
        sent_back(w, refund)
        w.forward(HOUR)
    for listed in (["s1"], []):
        w.core.billing.refunded_by_hand(w.staff, "s1", amount=Money(500, "GBP"))
        assert [bill.session.id for bill in w.core.billing.refunds_by_hand(w.staff)] == listed


def test_C7_a_refund_that_was_made_after_all_beside_another_asks_for_nothing_less_than_nothing() -> None:
    w = at(world(), DUE)
    until_quiet(w)
    (charge,) = attempts(w)
    w.payments.declines(str(charge.reference), DeclineReason.NOT_REFUNDABLE, times=1)
    w.core.billing.refund(w.staff, charge.id)
    w.core.billing.refund(w.staff, charge.id)
    declined = attempts(w)[1]
    w.payments._outcomes[declined.key] = w.payments._move(declined)
    payload, signature = w.payments.message_about(declined)
    w.core.billing.receive(payload=payload, signature=signature)
    assert payment(w) == "refunded"
    assert until_quiet(w) == DueDone()
    with pytest.raises(NothingToRefund):
        w.core.billing.refund(w.staff, charge.id)
    assert w.core.billing.refunds_by_hand(w.staff) == ()


def test_C8_sums_may_be_greater_than_any_price() -> None:
    w = world()
    for number in range(3):
        w.book(id=f"dear{number}", starts_at=START + (number + 1) * HOUR, price=Money(DEAREST, "GBP"))
    at(w, START - 40 * HOUR)
    until_quiet(w)
    assert w.core.billing.statement(w.pat, "pat").paid == Money(3 * DEAREST + 6000, "GBP")
    with pytest.raises(Invalid, match="at most"):
        w.book(id="dearer", starts_at=START + 9 * HOUR, price=Money(DEAREST + 1, "GBP"))


def test_C7_what_is_listed_for_staff_is_in_the_order_of_the_sessions() -> None:
    w = world()
    for n, hours in enumerate((5, -5)):
        w.book(id=f"more{n}", starts_at=START + hours * HOUR)
    at(w, START - 40 * HOUR)
    until_quiet(w)
    for charge in attempts(w):
        w.payments.declines(str(charge.reference), DeclineReason.NOT_REFUNDABLE)
        if charge.session_id != "s1":
            w.core.billing.refund(w.staff, charge.id)
    w.core.sessions.cancel(w.staff, "s1")
    until_quiet(w)
    assert [bill.session.id for bill in w.core.billing.refunds_by_hand(w.staff)] == ["more1", "s1", "more0"]


def test_C7_what_is_on_its_way_back_cannot_be_given_back_a_second_time() -> None:
    w = at(world(), DUE)
    until_quiet(w)
    (charge,) = attempts(w)
    w.payments.fails("refund", acted=False)
    w.core.billing.refund(w.staff, charge.id, amount=Money(4000, "GBP"))
    with pytest.raises(RefundTooLarge):
        w.core.billing.refund(w.staff, charge.id, amount=Money(2001, "GBP"))
    w.core.billing.refund(w.staff, charge.id)
    w.forward(HOUR)
    until_quiet(w)
    assert w.core.billing.statement(w.pat, "pat").balance == Money(0, "GBP")
    assert payment(w) == "refunded"


def test_S6_C7_a_session_given_back_in_part_and_then_cancelled_gives_back_the_rest() -> None:
    w = at(world(charge_lead_hours=60, free_cancellation_hours=24), START - 60 * HOUR)
    until_quiet(w)
    w.core.billing.refund(w.staff, attempts(w)[0].id, amount=Money(1000, "GBP"))
    w.core.sessions.cancel(w.pat, "s1")
    assert until_quiet(w) == DueDone(refunded=1)
    assert moved(w) == [("pat", "charge", 6000), ("pat", "refund", 1000), ("pat", "refund", 5000)]


def test_A3_a_former_payer_sees_their_own_money_and_nobody_elses() -> None:
    w = at(world(), DUE)
    until_quiet(w)
    w.migrate()
    w.with_card("alex")
    fresh = rebooked(w)
    until_quiet(w)
    bill = w.core.billing.of_session(w.pat, "s1")
    assert [(str(line.kind), line.payer_id) for line in bill.lines] == [("charge", "pat"), ("refund", "pat")]
    for actor, session_id in ((w.pat, fresh), (w.sam, "s1")):
        with pytest.raises(NotFound):
            w.core.billing.of_session(actor, session_id)
    with pytest.raises(NotAllowed):
        w.core.billing.of_session(w.alex, "s1")
    with pytest.raises(NotFound):
        w.core.billing.statement(w.pat, "alex")


def test_a_statement_is_of_a_time_its_beginning_in_and_its_end_out() -> None:
    w = at(world(), DUE)
    until_quiet(w)
    statement = w.core.billing.statement
    assert len(statement(w.pat, "pat", since=DUE, until=DUE + TICK).lines) == 1
    assert statement(w.pat, "pat", until=DUE).lines == ()
    assert statement(w.pat, "pat", since=DUE + TICK).paid == Money(0, "GBP")


def test_C7_a_session_imported_as_paid_elsewhere_is_listed_for_staff_to_refund_by_hand() -> None:
    one = {"relationship_id": "r1", "minutes": 50, "price": 6000, "status": "scheduled", "paid": True}
    document = {
        "practice": {"id": "practice", "name": "Elm Street", "time_zone": "Europe/London", "currency": "GBP"},
        "therapists": [{"id": "theo", "name": "Theo Example", "email": None}],
        "clients": [
            {
                "id": name,
                "given_name": name,
                "family_name": "Example",
                "email": None,
                "phone": None,
                "date_of_birth": None,
                "card": None,
            }
            for name in ("alex", "pat")
        ],
        "relationships": [
            {
                "id": "r1",
                "therapist_id": "theo",
                "attendee_id": "alex",
                "payer_id": "pat",
                "opened_at": "2025-01-01T09:00:00+00:00",
                "fee": 6000,
                "status": "active",
            }
        ],
        "sessions": [
            one | {"id": "cash", "starts_at": "2026-06-04T09:00:00+00:00", "payment_reference": None},
            one | {"id": "card", "starts_at": "2026-06-05T09:00:00+00:00", "payment_reference": "pi_1"},
        ],
    }
    w = World(empty=True)
    w.core.load(io.BytesIO(json.dumps(document).encode()))
    for session_id in ("cash", "card"):
        w.core.sessions.cancel(w.staff, session_id)
    assert until_quiet(w) == DueDone(refunded=1)
    assert [bill.session.id for bill in w.core.billing.refunds_by_hand(w.staff)] == ["cash"]
    w.core.billing.refunded_by_hand(w.staff, "cash")
    assert w.core.billing.statement(w.staff, "pat").balance == Money(0, "GBP")
