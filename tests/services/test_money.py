"""Migration and money together: who is charged, who gets back what, and that it happens once."""

from __future__ import annotations

import attrs
import pytest
from tests.values import DAY, HOUR, NOW, TICK
from tests.worlds import World, family

from practice_core import (
    AttemptOpen,
    AttemptStatus,
    DeclineReason,
    DueDone,
    Invalid,
    Money,
    NothingOwed,
    NothingToRefund,
    RefundTooLarge,
    Unavailable,
)
from practice_core.domain.attempt import Attempt, AttemptKind
from practice_core.domain.session import SessionRecord
from practice_core.services import due

START = NOW + 72 * HOUR
DUE = START - 48 * HOUR
PAT = "pm_pat_2030_12"


def world(**policy: object) -> World:
    """Pat pays for Alex's session s1, which starts in 72 hours and falls due in 24."""
    one = family(**policy)
    one.book(id="s1", starts_at=START)
    return one


def until_quiet(w: World) -> DueDone:
    done = DueDone()
    while (now := w.core.run_due()).anything:
        done += now
    return done


def at(w: World, instant: object) -> World:
    w.clock.set(instant)
    return w


def payment(w: World, session_id: str = "s1") -> str:
    return str(w.core.sessions.get(w.staff, session_id).payment)


def status(w: World, session_id: str = "s1") -> str:
    return str(w.core.sessions.get(w.staff, session_id).status)


def moved(w: World) -> list[tuple[str, str, int]]:
    """What the gateway's ledger says: who, what, how much."""
    return [(one.payer_id, str(one.kind), one.amount.minor_units) for one in w.payments.ledger]


def attempts(w: World) -> list[Attempt]:
    return list(w.kept(Attempt).values())


def told(w: World, kind: str) -> list[str]:
    return [addressee for one, addressee in w.notices() if one == kind]


def rebooked(w: World, under: str = "r1") -> str:
    (one,) = w.core.sessions.rebook_all(w.staff, under)
    assert one.refusal is None
    return str(one.rebooked_as)


def test_C1_a_session_is_charged_once_when_it_falls_due_and_not_before() -> None:
    w = at(world(), DUE - TICK)
    assert until_quiet(w) == DueDone()
    at(w, DUE)
    assert until_quiet(w) == DueDone(charged=1)
    assert moved(w) == [("pat", "charge", 6000)]
    assert payment(w) == "paid"
    assert told(w, "charge_paid") == ["client:pat"]
    at(w, START + DAY)
    assert until_quiet(w) == DueDone()


def test_C5_a_decline_is_told_and_tried_again_at_the_retry_times_then_cancelled_at_the_deadline() -> None:
    w = at(world(), DUE)
    w.payments.declines(PAT, DeclineReason.INSUFFICIENT_FUNDS)
    assert until_quiet(w) == DueDone(declined=1)
    assert payment(w) == "declined"
    assert told(w, "charge_declined") == ["client:pat", "therapist:theo"]
    for hours, what in ((24, DueDone(declined=1)), (12, DueDone(declined=1)), (1, DueDone(sessions_cancelled=1))):
        at(w, START - hours * HOUR - TICK)
        assert until_quiet(w) == DueDone()
        at(w, START - hours * HOUR)
        assert until_quiet(w) == what
    assert status(w) == "cancelled"
    assert told(w, "unpaid_session_cancelled") == ["client:alex", "client:pat", "therapist:theo"]
    assert moved(w) == []


def test_C5_a_retry_that_is_paid_keeps_the_session() -> None:
    w = at(world(), DUE)
    w.payments.declines(PAT, DeclineReason.CARD_REFUSED, times=1)
    until_quiet(w)
    at(w, START - 24 * HOUR)
    assert until_quiet(w) == DueDone(charged=1)
    assert (status(w), payment(w)) == ("scheduled", "paid")


def test_C5_what_falls_due_past_a_retry_time_gets_one_attempt_at_once() -> None:
    w = family()
    w.book(id="s1", starts_at=NOW + 6 * HOUR)
    w.payments.declines(PAT, DeclineReason.CARD_REFUSED)
    assert until_quiet(w) == DueDone(declined=1)
    at(w, NOW + 5 * HOUR)
    assert until_quiet(w) == DueDone(sessions_cancelled=1)
    assert len(attempts(w)) == 1


def test_C5_a_session_that_has_begun_stays_owed() -> None:
    w = at(world(), DUE)
    w.payments.declines(PAT, DeclineReason.CARD_REFUSED, times=1)
    until_quiet(w)
    at(w, START)
    # The worker was away at both retry times: one attempt makes up for them.
    assert until_quiet(w) == DueDone(charged=1)
    assert status(w) == "scheduled"


def test_C5_a_worker_that_was_down_for_three_days_cancels_nothing_it_never_tried_to_charge() -> None:
    w = at(world(), START - HOUR + TICK)
    assert until_quiet(w) == DueDone(charged=1)
    assert (status(w), payment(w)) == ("scheduled", "paid")


def test_C5_late_as_it_is_what_is_tried_and_declined_past_the_deadline_is_cancelled() -> None:
    w = at(world(), START - HOUR + TICK)
    w.payments.declines(PAT, DeclineReason.CARD_REFUSED)
    assert until_quiet(w) == DueDone(declined=1, sessions_cancelled=1)


def test_C5_staff_retry_at_any_time_and_what_is_paid_or_open_is_not_tried_again() -> None:
    w = world()
    with pytest.raises(NothingOwed):
        w.core.billing.retry(w.staff, "s1")
    at(w, DUE)
    w.payments.declines(PAT, DeclineReason.CARD_REFUSED, times=1)
    until_quiet(w)
    assert w.core.billing.retry(w.theo, "s1").payment == "paid"
    with pytest.raises(NothingOwed):
        w.core.billing.retry(w.staff, "s1")
    assert moved(w) == [("pat", "charge", 6000)]


def test_C4_a_retry_that_the_gateway_does_not_answer_is_left_to_due_work() -> None:
    w = at(world(), DUE)
    w.payments.declines(PAT, DeclineReason.CARD_REFUSED, times=1)
    until_quiet(w)
    w.payments.fails("charge", acted=True)
    assert w.core.billing.retry(w.staff, "s1").payment == "pending"
    with pytest.raises(AttemptOpen):
        w.core.billing.retry(w.staff, "s1")
    w.forward(HOUR)
    assert until_quiet(w) == DueDone(charged=1)
    assert moved(w) == [("pat", "charge", 6000)]


@pytest.mark.parametrize("acted", [False, True])
def test_C4_an_outage_is_no_decline_and_what_was_taken_is_not_taken_twice(acted: bool) -> None:
    w = at(world(), DUE)
    w.payments.fails("charge", acted=acted)
    assert w.core.run_due() == DueDone(unknown=1)
    assert payment(w) == "pending"
    assert told(w, "charge_declined") == []
    w.forward(5 * HOUR / 60)
    assert until_quiet(w) == DueDone(charged=1)
    assert moved(w) == [("pat", "charge", 6000)]


def test_M7_C2_the_former_payer_is_never_charged_after_the_change_even_when_a_retry_was_due() -> None:
    w = at(world(), DUE)
    w.payments.declines(PAT, DeclineReason.INSUFFICIENT_FUNDS, times=1)
    until_quiet(w)
    w.migrate()
    at(w, START - 24 * HOUR)
    assert until_quiet(w) == DueDone()
    assert moved(w) == []
    assert payment(w) == "not_due"


def test_C2_a_session_held_before_the_change_and_unpaid_is_still_the_former_payers() -> None:
    w = at(world(), START + HOUR)
    w.core.sessions.record(w.staff, "s1")
    w.migrate()
    assert until_quiet(w) == DueDone(charged=1)
    assert moved(w) == [("pat", "charge", 6000)]


def test_C2_S6_a_late_cancellation_before_the_change_is_still_the_former_payers_and_due_at_once() -> None:
    w = at(world(), START - 47 * HOUR)
    w.core.sessions.cancel(w.alex, "s1")
    w.migrate()
    assert until_quiet(w) == DueDone(charged=1)
    assert moved(w) == [("pat", "charge", 6000)]


def test_S6_a_late_cancellation_falls_due_at_once_unless_waived() -> None:
    w = world(free_cancellation_hours=80)
    w.core.sessions.cancel(w.alex, "s1")
    assert until_quiet(w) == DueDone(charged=1)
    waived = world(free_cancellation_hours=80)
    waived.core.sessions.cancel(waived.theo, "s1", requested_by="alex", waive=True)
    at(waived, START)
    assert until_quiet(waived) == DueDone()
    assert payment(waived) == "waived"


def test_S6_what_was_paid_is_refunded_in_full_when_cancelled_in_time() -> None:
    w = at(world(charge_lead_hours=60, free_cancellation_hours=24), START - 60 * HOUR)
    until_quiet(w)
    w.core.sessions.cancel(w.pat, "s1")
    assert payment(w) == "paid"
    assert until_quiet(w) == DueDone(refunded=1)
    assert moved(w) == [("pat", "charge", 6000), ("pat", "refund", 6000)]
    assert payment(w) == "refunded"
    assert told(w, "refund_made") == ["client:pat"]


def test_C3_a_session_paid_before_the_change_may_take_place() -> None:
    w = at(world(), DUE)
    until_quiet(w)
    w.migrate()
    at(w, START + HOUR)
    assert until_quiet(w) == DueDone()
    w.core.sessions.record(w.staff, "s1")
    assert until_quiet(w) == DueDone()
    assert moved(w) == [("pat", "charge", 6000)]


def test_S8_C3_rebooking_refunds_the_former_payer_exactly_once_and_charges_the_new_payer() -> None:
    w = at(world(), DUE)
    until_quiet(w)
    w.migrate()
    w.with_card("alex")
    fresh = rebooked(w)
    assert until_quiet(w) == DueDone(charged=1, refunded=1)
    assert moved(w) == [("pat", "charge", 6000), ("alex", "charge", 6000), ("pat", "refund", 6000)]
    assert (payment(w), payment(w, fresh)) == ("refunded", "paid")
    w.forward(3 * DAY)
    assert until_quiet(w) == DueDone()


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


def test_C10_an_attempt_that_took_the_money_before_the_change_counts_as_paid() -> None:
    w = at(world(), DUE)
    w.payments.fails("charge", acted=True)
    w.core.run_due()
    w.forward(HOUR)
    w.migrate()
    # Too late to cancel it: the gateway had taken the money before.
    assert until_quiet(w) == DueDone(charged=1)
    assert payment(w) == "paid"
    w.forward(DAY)
    assert until_quiet(w) == DueDone()


def test_C10_an_attempt_that_takes_the_money_after_the_change_is_refunded_in_full() -> None:
    w = at(world(), DUE)
    # As if the worker stood still between putting the attempt on record and calling the gateway.
    w.payments.fails("charge", acted=False)
    w.core.run_due()
    (attempt,) = attempts(w)
    w.forward(HOUR)
    w.migrate()
    w.forward(TICK)
    w.payments.charge(attempt)
    assert until_quiet(w) == DueDone(charged=1, refunded=1)
    assert moved(w) == [("pat", "charge", 6000), ("pat", "refund", 6000)]


def test_C10_an_attempt_in_flight_at_the_change_is_cancelled_so_that_it_can_take_nothing_any_more() -> None:
    w = at(world(), DUE)
    w.payments.fails("charge", acted=False)
    w.core.run_due()
    (attempt,) = attempts(w)
    w.migrate()
    assert until_quiet(w) == DueDone(charges_cancelled=1)
    w.payments.charge(attempt)
    assert moved(w) == []
    assert payment(w) == "not_due"


def test_C6_C10_a_bank_link_still_open_in_the_former_payers_mailbox_takes_nothing_after_the_change() -> None:
    w = at(world(), DUE)
    w.payments.asks_for_authentication(PAT)
    assert until_quiet(w) == DueDone(authentication_needed=1)
    assert told(w, "authentication_needed") == ["client:pat"]
    assert told(w, "charge_declined") == []
    assert w.core.billing.authentication_link(w.pat, "s1").startswith("memory://")
    w.migrate()
    assert until_quiet(w) == DueDone(charges_cancelled=1)
    w.payments.authenticate(attempts(w)[0])
    assert moved(w) == []


def test_C6_a_charge_the_payer_authenticates_is_paid_when_the_message_comes_and_once_only() -> None:
    w = at(world(), DUE)
    w.payments.asks_for_authentication(PAT)
    until_quiet(w)
    (attempt,) = attempts(w)
    w.payments.authenticate(attempt)
    payload, signature = w.payments.message_about(attempt)
    assert w.core.billing.receive(payload=payload, signature=signature) is True
    assert payment(w) == "paid"
    before = w.rows()
    assert w.core.billing.receive(payload=payload, signature=signature) is True
    assert w.rows() == before


def test_C6_a_charge_nobody_authenticates_ends_with_the_session_at_the_deadline() -> None:
    w = at(world(), DUE)
    w.payments.asks_for_authentication(PAT)
    until_quiet(w)
    at(w, START - 12 * HOUR)
    assert until_quiet(w).charged == 0
    at(w, START - HOUR)
    assert until_quiet(w) == DueDone(charges_cancelled=1, sessions_cancelled=1)
    w.payments.authenticate(attempts(w)[0])
    assert moved(w) == []
    assert status(w) == "cancelled"


def test_C2_a_session_not_rebooked_by_the_deadline_is_cancelled_and_nobody_is_charged() -> None:
    w = world()
    w.migrate()
    w.with_card("alex")
    at(w, START - HOUR - TICK)
    assert until_quiet(w) == DueDone()
    at(w, START - HOUR)
    assert until_quiet(w) == DueDone(sessions_cancelled=1)
    assert moved(w) == []
    assert told(w, "unpaid_session_cancelled") == ["client:alex", "therapist:theo"]


def test_C5_a_card_removed_after_booking_is_a_decline_that_no_gateway_is_asked_for() -> None:
    w = world()
    w.core.cards.remove(w.pat, "pat")
    at(w, DUE)
    assert until_quiet(w) == DueDone(declined=1)
    assert [one.reason for one in attempts(w)] == [DeclineReason.NO_CARD]
    assert told(w, "charge_declined") == ["client:pat", "therapist:theo"]
    w.with_card("pat")
    at(w, START - 24 * HOUR)
    assert until_quiet(w) == DueDone(charged=1)


def test_C2_the_two_payers_never_both_pay_for_one_session() -> None:
    w = at(world(), DUE)
    w.payments.fails("charge", acted=True)
    w.core.run_due()
    w.migrate()
    w.with_card("alex")
    rebooked(w)
    until_quiet(w)
    w.forward(HOUR)
    until_quiet(w)
    sums = {name: w.core.billing.statement(w.staff, name).balance for name in ("pat", "alex")}
    assert sums == {"pat": Money(0, "GBP"), "alex": Money(6000, "GBP")}


def test_C4_a_second_payment_of_one_session_goes_back() -> None:
    w = at(world(), DUE)
    w.payments.declines(PAT, DeclineReason.CARD_REFUSED, times=1)
    until_quiet(w)
    (declined,) = attempts(w)
    w.core.billing.retry(w.staff, "s1")
    # A gateway that takes money for what it had declined.
    w.payments._outcomes[declined.key] = w.payments._move(declined)
    payload, signature = w.payments.message_about(declined)
    w.core.billing.receive(payload=payload, signature=signature)
    w.forward(HOUR)
    assert until_quiet(w) == DueDone(refunded=1)
    assert payment(w) == "paid"
    assert w.core.billing.statement(w.pat, "pat").balance == Money(6000, "GBP")


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


def test_C9_messages_are_believed_only_with_a_valid_signature_and_when_they_are_about_something_here() -> None:
    w = at(world(), DUE)
    w.payments.asks_for_authentication(PAT)
    until_quiet(w)
    (attempt,) = attempts(w)
    payload, signature = w.payments.message_about(attempt)
    with pytest.raises(Invalid, match="signature"):
        w.core.billing.receive(payload=payload + b" ", signature=signature)
    for foreign in (attrs.evolve(attempt, id="other"), attrs.evolve(attempt, practice_id="other")):
        payload, signature = w.payments.message_about(foreign)
        assert w.core.billing.receive(payload=payload, signature=signature) is False


def test_C9_a_message_in_an_outage_is_to_be_sent_again() -> None:
    w = at(world(), DUE)
    w.payments.asks_for_authentication(PAT)
    until_quiet(w)
    (attempt,) = attempts(w)
    w.payments.authenticate(attempt)
    payload, signature = w.payments.message_about(attempt)
    w.payments.fails("ask", acted=False)
    with pytest.raises(Unavailable):
        w.core.billing.receive(payload=payload, signature=signature)
    assert w.core.billing.receive(payload=payload, signature=signature) is True
    assert payment(w) == "paid"


def test_C9_S11_a_card_entered_at_the_gateway_is_kept_though_the_browser_never_came_back() -> None:
    w = world()
    w.migrate()
    payload, signature = w.payments.message_of_card("practice", "alex", "pm_new")
    assert w.core.billing.receive(payload=payload, signature=signature) is True
    before = w.rows()
    assert w.core.clients.get(w.alex, "alex").card is not None
    w.core.billing.receive(payload=payload, signature=signature)
    assert w.rows() == before


def test_M10_requests_whose_time_is_over_expire_and_whoever_asked_is_told() -> None:
    w = family()
    request = w.core.migrations.request(w.pat, "r1", requested_by="pat")
    w.forward(30 * DAY - TICK)
    assert until_quiet(w) == DueDone()
    w.forward(TICK)
    assert until_quiet(w) == DueDone(requests_expired=1)
    assert told(w, "request_expired") == ["client:pat"]
    assert w.core.migrations.pending(w.staff) == ()
    assert w.kept(type(request))[request.id].status == "expired"


def test_P4_C2_a_restarted_relationship_pays_for_what_nobody_was_charged_for_meanwhile() -> None:
    w = at(world(), START + HOUR)
    w.core.relationships.end(w.staff, "r1", reason="moved away")
    w.core.relationships.restart(w.staff, "r1")
    assert until_quiet(w) == DueDone(charged=1)


def test_one_bad_item_does_not_stop_the_rest(monkeypatch: pytest.MonkeyPatch) -> None:
    w = world()
    w.book(id="s0", starts_at=START - 2 * HOUR)
    at(w, DUE)
    whole = due.look_after

    def poisoned(case: object, record: SessionRecord, occasion: object) -> object:
        if record.id == "s0":
            raise ZeroDivisionError
        return whole(case, record, occasion)  # type: ignore[arg-type]

    monkeypatch.setattr(due, "look_after", poisoned)
    assert w.core.run_due() == DueDone(charged=1, failed=1)
    monkeypatch.undo()
    assert w.core.run_due() == DueDone()
    w.forward(HOUR)
    assert until_quiet(w) == DueDone(charged=1)


def test_run_due_stops_after_the_item_in_hand_and_loses_nothing() -> None:
    w = world()
    for n in range(3):
        w.book(id=f"more{n}", starts_at=START + (n + 1) * HOUR)
    at(w, DUE + 4 * HOUR)
    done = w.core.run_due(stop=lambda: len(w.payments.ledger) == 2)
    assert done == DueDone(charged=2, unknown=2)
    w.forward(HOUR)
    assert until_quiet(w) == DueDone(charged=2)


def test_a_backlog_larger_than_a_batch_is_worked_off_oldest_first() -> None:
    w = family()
    for n in reversed(range(60)):
        w.book(id=f"s{n:02}", starts_at=START + n * HOUR)
    at(w, START + 60 * HOUR)
    assert w.core.run_due() == DueDone(charged=60)
    order = [one.session_id for one in attempts(w) if one.kind is AttemptKind.CHARGE]
    assert order == [f"s{n:02}" for n in range(60)]
    assert {one.status for one in attempts(w)} == {AttemptStatus.PAID}
