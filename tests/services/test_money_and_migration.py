"""Migration and money together: who is charged, who gets back what, and that it happens once."""

from __future__ import annotations

from datetime import datetime

import pytest
from tests.services.money import (
    DUE,
    PAT,
    START,
    at,
    attempts,
    moved,
    payment,
    rebooked,
    sent_back,
    told,
    until_quiet,
    world,
)
from tests.values import DAY, HOUR, TICK

from practice_core import (
    DeclineReason,
    DueDone,
    Money,
    connect,
)


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


def test_C2_S6_so_is_one_that_was_declined_before() -> None:
    w = at(world(), DUE)
    w.payments.declines(PAT, DeclineReason.INSUFFICIENT_FUNDS, times=3)
    for hours in (48, 24, 12):
        at(w, START - hours * HOUR)
        until_quiet(w)
    w.forward(HOUR)
    w.core.sessions.cancel(w.alex, "s1")
    w.forward(HOUR)
    w.migrate()
    assert until_quiet(w) == DueDone(charged=1)
    assert moved(w) == [("pat", "charge", 6000)]


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


def test_P4_C2_a_restarted_relationship_pays_for_what_nobody_was_charged_for_meanwhile() -> None:
    w = at(world(), START + HOUR)
    w.core.relationships.end(w.staff, "r1", reason="moved away")
    w.core.relationships.restart(w.staff, "r1")
    assert until_quiet(w) == DueDone(charged=1)


@pytest.mark.parametrize("before", [True, False])
def test_C2_what_was_given_back_and_not_rebooked_is_cancelled_at_the_deadline(before: bool) -> None:
    w = at(world(), DUE)
    until_quiet(w)
    (charge,) = attempts(w)
    if before:
        w.core.billing.refund(w.staff, charge.id)
    w.migrate()
    if not before:
        w.core.billing.refund(w.staff, charge.id)
    at(w, START - HOUR - TICK)
    assert until_quiet(w) == DueDone()
    at(w, START - HOUR)
    assert until_quiet(w) == DueDone(sessions_cancelled=1)


def test_C2_what_could_not_be_given_back_pays_for_nothing_after_the_change() -> None:
    """Taken after it, and refused as a refund: staff have it on their list, the session is cancelled."""
    w = at(world(), DUE)
    w.payments.asks_for_authentication(PAT)
    until_quiet(w)
    w.migrate()
    w.forward(TICK)
    (waiting,) = w.payments.waiting
    w.payments.authenticate(waiting)
    w.payments.declines(f"payment-{waiting.key}", DeclineReason.NOT_REFUNDABLE)
    assert until_quiet(w) == DueDone(charged=1, refunds_declined=1)
    for instant, done in ((START - HOUR - TICK, DueDone()), (START - HOUR, DueDone(sessions_cancelled=1))):
        at(w, instant)
        assert until_quiet(w) == done
        assert [bill.session.id for bill in w.core.billing.refunds_by_hand(w.staff)] == ["s1"]
    assert told(w, "unpaid_session_cancelled") == ["client:alex", "therapist:theo"]


def test_C2_neither_does_a_refund_that_a_bank_sent_back_before_the_change() -> None:
    w = at(world(), DUE)
    until_quiet(w)
    (charge,) = attempts(w)
    w.core.billing.refund(w.staff, charge.id)
    sent_back(w, attempts(w)[1])
    w.migrate()
    assert [bill.session.id for bill in w.core.billing.refunds_by_hand(w.staff)] == ["s1"]
    assert until_quiet(w) == DueDone()
    at(w, START - HOUR)
    assert until_quiet(w) == DueDone(sessions_cancelled=1)
    assert [bill.session.id for bill in w.core.billing.refunds_by_hand(w.staff)] == ["s1"]


@pytest.mark.parametrize("how", ["migrated", "ended"])
def test_D2_C2_S6_a_late_cancellation_in_the_middle_of_the_change_is_still_owed(how: str) -> None:
    """However long the change waited for its turn, it is later than what it was decided on."""
    w = at(world(), DUE)

    def cancelled_late() -> None:
        w.forward(TICK)
        w.core.sessions.cancel(w.alex, "s1")
        w.forward(TICK)

    w.store.meanwhile.append(cancelled_late)
    if how == "migrated":
        w.migrate()
        (mail,) = (one for one in w.core.notices.all(w.staff) if one.kind == "no_longer_yours_to_pay")
        assert (mail.facts["owed"], mail.facts["owed_for"]) == (6000, ("s1",))
    else:
        w.core.relationships.end(w.staff, "r1", reason="moved", cancel_upcoming=True)
    assert until_quiet(w) == DueDone(charged=1)
    assert moved(w) == [("pat", "charge", 6000)]


def test_D2_C2_a_session_that_begins_while_the_change_waits_for_its_turn_is_the_former_payers() -> None:
    w = at(world(), START - TICK)

    class Ticking:
        """Any later each time that it is asked."""

        def now(self) -> datetime:
            w.forward(TICK)
            return w.clock.now()

    w.core = connect("memory://", clock=Ticking(), store=w.store, payments=w.payments)
    w.clock.set(START - 2 * TICK)
    migration = w.migrate()
    (mail,) = (one for one in w.core.notices.all(w.staff) if one.kind == "no_longer_yours_to_pay")
    assert migration.ended.ended_at == START
    assert (migration.sessions_to_rebook, mail.facts["no_longer_theirs"], mail.facts["owed_for"]) == ((), (), ("s1",))


def test_D2_C3_a_charge_in_the_middle_of_the_change_came_before_it() -> None:
    w = at(world(), DUE)

    def charged() -> None:
        w.forward(TICK)
        w.core.run_due()

    w.store.meanwhile.append(charged)
    migration = w.migrate()
    (charge,) = attempts(w)
    assert (charge.settled_at, [one.payment for one in migration.sessions_to_rebook]) == (DUE + TICK, ["paid"])
    assert migration.ended.ended_at == DUE + TICK


def test_D2_C2_a_refund_in_the_middle_of_the_change_leaves_a_session_that_waits_for_rebooking() -> None:
    w = at(world(), DUE)
    until_quiet(w)
    (charge,) = attempts(w)
    w.store.meanwhile.append(lambda: w.core.billing.refund(w.staff, charge.id))
    w.migrate()
    at(w, START - HOUR)
    assert until_quiet(w) == DueDone(sessions_cancelled=1)


def test_A3_a_former_payer_sees_of_a_session_they_had_paid_nothing_of_what_came_after_but_their_money() -> None:
    w = at(world(), DUE)
    until_quiet(w)
    w.migrate()
    w.with_card("alex")
    rebooked(w)
    until_quiet(w)
    seen = w.core.sessions.get(w.pat, "s1")
    assert (seen.rebooked_as, seen.status, seen.payment) == (None, "cancelled", "refunded")
    assert w.core.billing.of_session(w.pat, "s1").session == seen
    assert w.core.sessions.get(w.alex, "s1").rebooked_as is not None


def test_A3_a_former_payer_does_not_see_whether_somebody_came() -> None:
    w = at(world(), DUE)
    until_quiet(w)
    w.migrate()
    at(w, START + HOUR)
    w.core.sessions.record(w.staff, "s1", attended=False)
    assert {w.core.sessions.get(actor, "s1").status for actor in (w.staff, w.alex)} == {"no_show"}
    assert w.core.sessions.get(w.pat, "s1").status == "scheduled"
