"""What happens to a session's money, as stories in which any call may fail: how each begins, and how it goes on."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache

import attrs
from tests.faults.money_begun import Begun
from tests.faults.money_books import Books
from tests.faults.money_stage import Stage, about
from tests.values import DAY, HOUR, NOW, STAFF

from practice_core import Actor, Money
from practice_core.domain.attempt import AttemptKind, AttemptStatus, DeclineReason
from practice_core.domain.charging import PATIENCE

START = NOW + 3 * DAY
DUE = START - 48 * HOUR
ALEX, SAM = Actor.client("practice", "alex"), Actor.client("practice", "sam")
PAID_EARLY = {"charge_lead_hours": 60, "free_cancellation_hours": 24}
FIVE_POUNDS = Money(500, "GBP")


@attrs.frozen(eq=False)
class Flow:
    """`begin` goes without faults. `same`: what of the books is the same whenever the gateway took the money; where it
    took it before or after a change, C3 and C10 say how it ends."""

    begin: Callable[[Stage], None]
    go_on: Callable[[Stage], None]
    policy: Mapping[str, object] = attrs.field(factory=dict)
    same: Callable[[Books], object] = attrs.field(default=lambda books: books)

    @cache  # noqa: B019 - there are a few flows, for as long as the process lives
    def begun(self) -> Begun:
        return Begun.by(self.begin, **self.policy)


def _before_due(s: Stage) -> None:
    s.at(DUE)


def _before_due_early(s: Stage) -> None:
    s.at(START - 60 * HOUR)


def _declining(times: int) -> Callable[[Stage], None]:
    def begin(s: Stage) -> None:
        s.at(DUE)
        s.gateway.declines("pm_pat", DeclineReason.INSUFFICIENT_FUNDS, times=times)

    return begin


def _declined(s: Stage) -> None:
    _declining(1)(s)
    s.due()


def _paid(s: Stage) -> None:
    s.at(DUE)
    s.due()


def _paid_early(s: Stage) -> None:
    s.at(START - 60 * HOUR)
    s.due()


def _asking(s: Stage) -> None:
    s.at(DUE)
    s.gateway.asks_for_authentication("pm_pat")


def _asked(s: Stage) -> None:
    _asking(s)
    s.due()


def _authenticated(s: Stage) -> None:
    _asking(s)
    s.due()
    s.answer_the_bank()


def _migrated_paid(s: Stage) -> None:
    _paid(s)
    s.clock.forward(HOUR)
    s.do("migrations.confirm", STAFF, "r1", requested_by="alex", id="r2")


def _paid_and_to_be_handed_over(s: Stage) -> None:
    _paid(s)
    s.do("migrations.request", ALEX, "r1", requested_by="alex", new_payer_id="sam", id="q1")
    s.do("migrations.accept", SAM, "q1")


def _unpaid_at_the_deadline(s: Stage) -> None:
    s.gateway.declines("pm_pat", DeclineReason.CARD_REFUSED)
    for before in (48, 24, 12):
        s.at(START - before * HOUR)
        s.due()
    s.at(START - HOUR)


def _charge_of(s: Stage) -> str:
    return next(one.id for one in s.attempts() if one.kind is AttemptKind.CHARGE and one.paid)


def _left_by_a_dead_worker(method: str, *, acted: bool) -> Callable[[Stage], None]:
    """It died on the way to the gateway, or on the way back."""

    def begin(s: Stage) -> None:
        s.at(DUE)
        if method == "refund":
            s.due()
            s.do("sessions.cancel", STAFF, "s1")
        s.gateway.fails(method, acted=acted)
        s.due()
        s.clock.forward(PATIENCE)

    return begin


def _fall_due(s: Stage) -> None:
    s.due()


def _fall_due_and_answer_the_bank(s: Stage) -> None:
    s.due()
    s.settle()
    s.answer_the_bank()
    for attempt in s.attempts():
        s.hear({"id": f"paid-{attempt.id}", **about(attempt)})


def _retry(s: Stage) -> None:
    s.clock.forward(HOUR)
    s.do("billing.retry", STAFF, "s1")


def _cancel(s: Stage) -> None:
    s.do("sessions.cancel", ALEX, "s1")
    s.due()


def _refund(s: Stage) -> None:
    s.do("billing.refund", STAFF, _charge_of(s), amount=FIVE_POUNDS)
    s.settle()
    s.do("billing.refund", STAFF, _charge_of(s))


def _refund_and_migrate(s: Stage) -> None:
    s.do("billing.refund", STAFF, _charge_of(s))
    s.do("migrations.confirm", STAFF, "r1", requested_by="alex", id="r2")


def _refuse_refunds(s: Stage) -> None:
    _paid(s)
    (charge,) = s.attempts()
    s.gateway.declines(str(charge.reference), DeclineReason.NOT_REFUNDABLE)


def _refund_by_hand(s: Stage) -> None:
    s.do("sessions.cancel", STAFF, "s1")
    s.due()
    s.settle()
    s.do("billing.refunded_by_hand", STAFF, "s1")


def _rebook(s: Stage) -> None:
    s.do("sessions.rebook_all", STAFF, "r1")
    s.due()


def _hand_over_and_rebook(s: Stage) -> None:
    s.do("migrations.confirm", STAFF, "r1", request_id="q1", id="r2")
    _rebook(s)


def _migrate_in_flight(s: Stage) -> None:
    s.due()
    s.clock.forward(PATIENCE / 5)
    s.do("migrations.confirm", STAFF, "r1", requested_by="alex", id="r2")
    s.due()


def _migrate_in_flight_and_rebook(s: Stage) -> None:
    _migrate_in_flight(s)
    s.do("sessions.rebook_all", STAFF, "r1")
    s.due()


def _migrate_while_the_bank_waits(s: Stage) -> None:
    s.due()
    s.clock.forward(PATIENCE / 5)
    s.do("migrations.confirm", STAFF, "r1", requested_by="alex", id="r2")
    s.clock.forward(PATIENCE / 5)
    s.due()
    # The link is still in the mailbox.
    s.answer_the_bank()


def _hear_twice(s: Stage) -> None:
    (attempt,) = s.attempts()
    assert attempt.status is AttemptStatus.AUTHENTICATION_NEEDED
    s.hear({"id": "paid", **about(attempt)}, times=2)
    s.hear({"id": "of another thing", **about(attempt)})


def _cancel_late(s: Stage) -> None:
    s.clock.forward(HOUR)
    s.do("sessions.cancel", ALEX, "s1")
    s.due()


def _cancel_in_flight(s: Stage) -> None:
    s.due()
    s.clock.forward(PATIENCE / 5)
    s.do("sessions.cancel", ALEX, "s1")
    s.due()


def _hear_of_it_twice(s: Stage) -> None:
    """The payer answers when a message is on its way: what it was about is not what the gateway says by now."""
    s.payers_answer = True
    (attempt,) = s.attempts()
    s.hear({"id": "it waits", **about(attempt)})
    s.answer_the_bank()
    s.hear({"id": "it is paid", **about(attempt)})


FLOWS = {
    "a charge falls due and is paid": Flow(_before_due, _fall_due),
    "a charge is declined, and paid the next time": Flow(_declining(1), _fall_due),
    "a charge is declined each time, and the session cancelled": Flow(_declining(9), _fall_due),
    "a charge needs the payer, who answers": Flow(_asking, _fall_due_and_answer_the_bank),
    "staff retry": Flow(_declined, _retry),
    "a refund after a cancellation in time": Flow(_paid_early, _cancel, PAID_EARLY),
    "a cancellation in time while a charge is in flight": Flow(
        _before_due_early, _cancel_in_flight, PAID_EARLY, same=lambda books: books.paid
    ),
    "staff refund a part, then the rest": Flow(_paid, _refund),
    "staff refund, then a migration": Flow(_paid, _refund_and_migrate),
    "a refund is refused, and made by hand": Flow(_refuse_refunds, _refund_by_hand),
    "what was paid is rebooked after a migration": Flow(_migrated_paid, _rebook),
    "what was paid is handed over and rebooked": Flow(_paid_and_to_be_handed_over, _hand_over_and_rebook),
    "a migration while a charge is in flight": Flow(_before_due, _migrate_in_flight, same=lambda _: None),
    "the same, and then rebooked": Flow(_before_due, _migrate_in_flight_and_rebook, same=lambda books: books.paid),
    "a migration while the bank waits": Flow(_asking, _migrate_while_the_bank_waits, same=lambda books: books.paid),
    "an unpaid session at the deadline": Flow(_unpaid_at_the_deadline, _fall_due),
    "a charge that a dead worker left, not taken": Flow(_left_by_a_dead_worker("charge", acted=False), _fall_due),
    "a charge that a dead worker left, taken": Flow(_left_by_a_dead_worker("charge", acted=True), _fall_due),
    "a refund that a dead worker left, not given": Flow(_left_by_a_dead_worker("refund", acted=False), _fall_due),
    "a refund that a dead worker left, given": Flow(_left_by_a_dead_worker("refund", acted=True), _fall_due),
    "a message comes": Flow(_authenticated, _hear_twice),
    "a message is overtaken by the payer's answer": Flow(_asked, _hear_of_it_twice),
    "a late cancellation": Flow(_before_due, _cancel_late),
}
