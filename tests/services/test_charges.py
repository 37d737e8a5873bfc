"""Charges: when they fall due, declines and retries, authentication, outages (C1, C4 to C6)."""

from __future__ import annotations

from datetime import timedelta

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
    status,
    told,
    until_quiet,
    world,
)
from tests.values import DAY, HOUR, NOW, TICK
from tests.worlds import family

from practice_core import (
    AttemptOpen,
    DeclineReason,
    DueDone,
    Money,
    NothingOwed,
)

MINUTE = timedelta(minutes=1)


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


@pytest.mark.parametrize(("policy", "before"), [(1, 50 * MINUTE), (24, 20 * HOUR), (1, HOUR)])
def test_C6_a_charge_of_a_session_booked_inside_the_deadline_waits_for_the_bank_until_the_start(
    policy: int, before: timedelta
) -> None:
    w = family(unpaid_cancel_hours=policy, retry_hours=[])
    w.payments.asks_for_authentication(PAT)
    w.book(id="s1", starts_at=NOW + before)
    assert until_quiet(w) == DueDone(authentication_needed=1)
    at(w, NOW + before - TICK)
    # It is not even asked about: the gateway's message tells.
    w.payments.fails("ask", acted=False)
    assert until_quiet(w) == DueDone()
    assert (status(w), payment(w)) == ("scheduled", "pending")
    w.payments._failing.clear()
    (waiting,) = attempts(w)
    w.payments.authenticate(waiting)
    payload, signature = w.payments.message_about(waiting)
    w.core.billing.receive(payload=payload, signature=signature)
    assert payment(w) == "paid"


@pytest.mark.parametrize("migrated", [False, True])
def test_C5_a_deadline_of_no_hours_cancels_nothing_for_a_session_that_has_begun_stays_owed(migrated: bool) -> None:
    w = world(unpaid_cancel_hours=0, retry_hours=[])
    w.payments.declines(PAT, DeclineReason.INSUFFICIENT_FUNDS)
    if migrated:
        w.migrate()
    at(w, DUE)
    until_quiet(w)
    for instant in (START - TICK, START, START + HOUR):
        at(w, instant)
        assert until_quiet(w) == DueDone()
    assert status(w) == "scheduled"


def test_C5_C6_once_it_has_begun_it_stays_owed_and_the_bank_may_still_be_answered() -> None:
    w = family()
    w.payments.asks_for_authentication(PAT)
    w.book(id="s1", starts_at=NOW + 50 * MINUTE)
    until_quiet(w)
    at(w, NOW + 50 * MINUTE)
    assert until_quiet(w) == DueDone(authentication_needed=1)
    assert (status(w), payment(w)) == ("scheduled", "pending")
    w.payments.authenticate(attempts(w)[0])
    w.forward(DAY)
    assert until_quiet(w) == DueDone(charged=1)


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


def test_C4_a_second_payment_of_one_session_goes_back() -> None:
    w = at(world(), DUE)
    paid_twice(w)
    w.forward(HOUR)
    assert until_quiet(w) == DueDone(refunded=1)
    assert payment(w) == "paid"
    assert w.core.billing.statement(w.pat, "pat").balance == Money(6000, "GBP")


def test_C5_what_was_declined_to_the_last_is_not_cancelled_once_it_has_begun() -> None:
    w = at(world(), DUE)
    w.payments.declines(PAT, DeclineReason.CARD_REFUSED)
    for hours in (48, 24, 12):
        at(w, START - hours * HOUR)
        assert until_quiet(w) == DueDone(declined=1)
    at(w, START)
    assert until_quiet(w) == DueDone()
    assert (status(w), payment(w)) == ("scheduled", "declined")
    w.payments.declines(PAT, DeclineReason.CARD_REFUSED, times=0)
    assert w.core.billing.retry(w.staff, "s1").payment == "paid"


def test_C5_C6_a_retry_takes_the_place_of_a_charge_that_waits_for_the_payers_bank() -> None:
    w = at(world(), START)
    w.payments.asks_for_authentication(PAT)
    assert until_quiet(w) == DueDone(authentication_needed=1)
    w.payments.fails("cancel", acted=False)
    with pytest.raises(AttemptOpen):
        w.core.billing.retry(w.theo, "s1")
    (asking,) = attempts(w)
    w.with_card("pat", 2031)
    assert w.core.billing.retry(w.theo, "s1").payment == "paid"
    w.payments.authenticate(asking)
    assert moved(w) == [("pat", "charge", 6000)]


@pytest.mark.parametrize("retried", [False, True])
def test_C1_S7_what_waits_for_the_payers_bank_and_is_moved_is_charged_anew_when_it_falls_due(retried: bool) -> None:
    """To the card that they have then. Until then nothing is owed, and a retry that is refused changes nothing."""
    w = at(world(), DUE)
    w.payments.asks_for_authentication(PAT)
    until_quiet(w)
    w.core.sessions.move(w.staff, "s1", starts_at=START + 30 * DAY)
    if retried:
        with pytest.raises(NothingOwed):
            w.core.billing.retry(w.staff, "s1")
        assert payment(w) == "pending"
    w.with_card("pat", 2031)
    assert until_quiet(w) == DueDone(charges_cancelled=1)
    assert payment(w) == "not_due"
    at(w, DUE + 30 * DAY - TICK)
    assert until_quiet(w) == DueDone()
    at(w, DUE + 30 * DAY)
    assert until_quiet(w) == DueDone(charged=1)
    assert told(w, "charge_declined") == []


def test_C1_S7_what_was_never_made_and_is_moved_is_charged_when_it_falls_due_and_not_before() -> None:
    w = at(world(), DUE)
    w.payments.fails("charge", acted=False)
    w.core.run_due()
    w.core.sessions.move(w.staff, "s1", starts_at=START + 30 * DAY)
    assert until_quiet(w) == DueDone(charges_cancelled=1)
    at(w, DUE + 30 * DAY - TICK)
    assert until_quiet(w) == DueDone()
    at(w, DUE + 30 * DAY)
    assert until_quiet(w) == DueDone(charged=1)


def test_C5_S7_what_was_tried_before_it_was_moved_does_not_count_as_tried() -> None:
    """Though nobody looked at it until long after it fell due anew: it gets one attempt, and only then is cancelled."""
    w = at(world(), DUE)
    w.payments.asks_for_authentication(PAT)
    until_quiet(w)
    w.core.sessions.move(w.staff, "s1", starts_at=START + 30 * DAY)
    w.with_card("pat", 2031)
    at(w, START + 30 * DAY - 2 * HOUR)
    assert until_quiet(w) == DueDone(charges_cancelled=1, charged=1)
