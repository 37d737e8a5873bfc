"""When a session's money has to be looked after, and by what: the timetable of C1, C2, C5, C7 and C10."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta

from .attempt import Attempt, AttemptKind, AttemptStatus
from .case import Case
from .money import Money
from .policy import DAYS, Policy
from .relationship import Relationship
from .session import UNSETTLED, DueWork, SessionRecord, SessionStatus, Settlement, charged_under

PATIENCE = timedelta(minutes=5)
"""How long whoever made an attempt has to bring its outcome, before others ask what became of it."""


def owed(case: Case, record: SessionRecord) -> bool:
    """Whether the payer of its relationship owes it: not settled, and theirs to pay (C2)."""
    return record.settlement in UNSETTLED and charged_under(record, case.relationship)


def deadline(record: SessionRecord, policy: Policy) -> datetime:
    """When an unpaid session is cancelled (C5)."""
    return record.starts_at - policy.unpaid_cancel


def next_try(record: SessionRecord, policy: Policy, attempts: Iterable[Attempt]) -> datetime | None:
    """The first time to try after the last attempt: when it falls due, then by the policy's retries (C1, C5).

    Cancelled late it is due at once, though it was tried before (S6). Times that passed without an attempt are one,
    not several. What was tried before it was moved and fell due later (S7) does not count.
    """
    later = [record.starts_at - before for before in policy.retries]
    if record.late and record.closed_at is not None:
        later.append(record.closed_at)
    times = (record.charge_due_at, *sorted(time for time in later if time > record.charge_due_at))
    charges = (one for one in attempts if one.kind is AttemptKind.CHARGE and one.made_at >= record.charge_due_at)
    tried = max((charge.settled_at or charge.made_at for charge in charges), default=None)
    return next((time for time in times if tried is None or time > tried), None)


def due(case: Case, record: SessionRecord, at: datetime) -> tuple[DueWork | None, datetime]:
    """What due work has to look at next, as things stand at that instant, and when. None: nothing any more."""
    policy = case.practice.policy
    ends = deadline(record, policy)
    to_come = record.upcoming(at)
    if opened := [attempt for attempt in case.attempts if attempt.open]:
        return DueWork.SETTLE, _ask_again(case, record, opened, at)
    if record.settlement is Settlement.REFUND_DUE and refundable_by_itself(case.attempts):
        return DueWork.REFUND, at
    if not owed(case, record):
        # Nobody is charged; it waits for rebooking until the deadline (C2). Money that has to go back pays for nothing.
        unpaid = record.settlement in (*UNSETTLED, Settlement.REFUND_DUE, Settlement.REFUNDED)
        waits = to_come and unpaid and not charged_under(record, case.relationship)
        return (DueWork.CANCEL if waits else None, max(at, ends))
    if record.settlement is Settlement.OPEN:
        return DueWork.CHARGE, record.charge_due_at
    again = next_try(record, policy, case.attempts)
    if again is not None:
        return DueWork.CHARGE, again
    # Only what was tried and not paid is cancelled, and never after its start (C5).
    return (DueWork.CANCEL if to_come else None, ends)


def looked_at_again(case: Case, ended: Relationship, at: datetime) -> tuple[SessionRecord, ...]:
    """The sessions of a case whose relationship has just ended for which due work now has something else to do.

    An open attempt for what is no longer owed is cancelled at once (C10); what was given back before, or has to be,
    waits for rebooking like what was never paid (C2).
    """
    lost = [one for one in (*case.unsettled, *case.upcoming) if not charged_under(one, ended)]
    work = {
        Settlement.PENDING: DueWork.SETTLE,
        Settlement.REFUND_DUE: DueWork.REFUND,
        Settlement.REFUNDED: DueWork.CANCEL,
    }
    changed = {one.id: one.next_due(work[one.settlement], at) for one in lost if one.settlement in work}
    return tuple(changed.values())


def _ask_again(case: Case, record: SessionRecord, opened: list[Attempt], at: datetime) -> datetime:
    """Soon, unless all that is missing is the payer's answer to their bank: then when the next try would be."""
    waiting = all(attempt.status is AttemptStatus.AUTHENTICATION_NEEDED for attempt in opened)
    if not waiting or not all(wanted(case, record, attempt, at) for attempt in opened):
        return at + PATIENCE
    policy = case.practice.policy
    retries = (record.starts_at - before for before in policy.retries)
    times = (*retries, deadline(record, policy), record.starts_at)
    return min((time for time in times if time > at), default=at + DAYS)


def wanted(case: Case, record: SessionRecord, attempt: Attempt, at: datetime) -> bool:
    """Whether an open attempt is still to go on; otherwise it is cancelled at the gateway (C6, C10).

    Nobody waits for the payer's bank beyond the deadline, while there is a session to cancel; but what was tried at
    the deadline or later, because it was booked so late, gives the payer until the start. Nor does what was moved, and
    falls due later than it was tried, go on: it is charged then, to the card that they have then (C1, S7).
    """
    if attempt.kind is AttemptKind.REFUND:
        return True
    lapsed = (
        attempt.status is AttemptStatus.AUTHENTICATION_NEEDED
        and record.upcoming(at)
        and attempt.made_at < deadline(record, case.practice.policy) <= at
    )
    early = attempt.made_at < record.charge_due_at
    return owed(case, record) and not lapsed and not early


def left(charge: Attempt, attempts: Iterable[Attempt]) -> Money:
    """What is left of a charge to give back: less what went back, or is on its way (C7)."""
    back = (a for a in attempts if a.charge_id == charge.id and (a.paid or a.open))
    amount = charge.amount
    for refund in back:
        amount -= refund.amount
    return amount


def paid_charges(attempts: Iterable[Attempt]) -> list[Attempt]:
    return [attempt for attempt in attempts if attempt.kind is AttemptKind.CHARGE and attempt.paid]


def refundable(attempts: tuple[Attempt, ...]) -> list[Attempt]:
    """The charges with something left that the gateway can be asked to give back."""
    return [
        charge
        for charge in paid_charges(attempts)
        if charge.reference is not None and left(charge, attempts).minor_units > 0
    ]


def refundable_by_itself(attempts: tuple[Attempt, ...]) -> list[Attempt]:
    """Of these, the ones that due work asks for; what was refused once is for staff, to try again or by hand."""
    refused = _refused(attempts)
    return [charge for charge in refundable(attempts) if charge.id not in refused]


def by_hand(attempts: tuple[Attempt, ...], settlement: Settlement) -> list[Attempt]:
    """The charges with something left that staff may give back by hand (C7).

    Where the gateway refused, whatever has become of the session; what was paid elsewhere, once it has to go back.
    """
    refused = _refused(attempts)
    return [
        charge
        for charge in paid_charges(attempts)
        if left(charge, attempts).minor_units > 0
        and (charge.id in refused or (charge.reference is None and settlement is Settlement.REFUND_DUE))
    ]


def for_staff(record: SessionRecord, attempts: tuple[Attempt, ...]) -> bool:
    """Whether staff have to give something of it back by hand: due work has nothing more to ask for (C7)."""
    if record.settlement is Settlement.REFUND_DUE:
        return not refundable_by_itself(attempts) and not any(attempt.open for attempt in attempts)
    return any(_sent_away(charge, attempts) for charge in by_hand(attempts, record.settlement))


def _sent_away(charge: Attempt, attempts: tuple[Attempt, ...]) -> int:
    """How much of a charge was to go back, was refused, and has not gone back since, in minor units."""
    missing = 0
    since: datetime | None = None
    refunds = (attempt for attempt in attempts if attempt.charge_id == charge.id)
    # One that was paid may be refused long afterwards (`settled_at`): what was made before that made up for nothing.
    for refund in sorted(refunds, key=lambda one: one.settled_at if _declined(one) and one.settled_at else one.made_at):
        amount = refund.amount.minor_units
        if _declined(refund):
            # Tried again, it is the same money; made before the other was refused, it is other money.
            again = since is None or refund.made_at >= since
            missing = max(missing, amount) if again else missing + amount
            since = refund.settled_at
        elif refund.paid or refund.open:
            missing = max(0, missing - amount)
    return missing


def _declined(attempt: Attempt) -> bool:
    return attempt.status is AttemptStatus.DECLINED


def _refused(attempts: tuple[Attempt, ...]) -> set[str | None]:
    """The charges of which a refund was declined."""
    return {attempt.charge_id for attempt in attempts if _declined(attempt)}


def counts(case: Case, record: SessionRecord, taken_at: datetime) -> bool:
    """Whether money taken for it then pays for it; otherwise it goes back in full (C2, C3, C10)."""
    if record.settlement in UNSETTLED and charged_under(record, case.relationship):
        return True
    if record.settlement not in UNSETTLED or record.status is SessionStatus.CANCELLED:
        return False
    ended_at = case.relationship.ended_at
    return ended_at is not None and taken_at <= ended_at
