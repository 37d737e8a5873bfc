"""Charging, giving back, and what the gateway's answers change (C1 to C10)."""

from __future__ import annotations

from datetime import datetime
from typing import assert_never

import attrs

from . import notice
from .attempt import (
    Attempt,
    AttemptKind,
    AttemptStatus,
    AuthenticationNeeded,
    Cancelled,
    Declined,
    DeclineReason,
    NotMade,
    Outcome,
    Paid,
    Unknown,
)
from .case import Case
from .charging import PATIENCE, by_hand, counts, due, left, owed, paid_charges, refundable, refundable_by_itself
from .errors import AttemptOpen, Invalid, NothingOwed, NothingToRefund, RefundTooLarge
from .journal import Fact, JournalEntry
from .money import Money
from .occasion import Deed, Occasion
from .session import DueWork, SessionRecord, Settlement, charged_under

Attempts = tuple[Attempt, ...]


def look_after(case: Case, record: SessionRecord, occasion: Occasion) -> Deed[Attempts]:
    """Do what is due about a session's money; answers the open attempts, to see the gateway about (C4).

    What was due may not be any more, or not yet: then only the next time to look is noted.
    """
    at = occasion.at
    opened = tuple(attempt for attempt in case.attempts if attempt.open)
    if opened:
        return Deed(answer=opened, changed=(_due(record, DueWork.SETTLE, at + PATIENCE),))
    work, when = due(case, record, at)
    if work is None or when > at:
        return Deed(answer=(), changed=(_due(record, work, when),))
    match work:
        case DueWork.CHARGE:
            return _charge(case, record, occasion)
        case DueWork.REFUND:
            return _give_back(case, record, occasion)
        case _:
            return _cancel_unpaid(case, record, occasion)


def retry(case: Case, record: SessionRecord, occasion: Occasion) -> Deed[Attempts]:
    """Try at once, whatever the timetable (C5). Raises `NothingOwed`, `AttemptOpen`."""
    if not owed(case, record) or occasion.at < record.charge_due_at:
        raise NothingOwed
    for attempt in case.attempts:
        if attempt.open:
            raise AttemptOpen(attempt.id)
    return _charge(case, record, occasion)


def refund(
    case: Case, record: SessionRecord, charge_id: str, amount: Money | None, occasion: Occasion
) -> Deed[Attempts]:
    """Give a charge back, in part or all that is left of it (C7), though it was refused before.

    Raises `NothingToRefund`, `RefundTooLarge`.
    """
    charge = next((one for one in refundable(case.attempts) if one.id == charge_id), None)
    if charge is None:
        raise NothingToRefund
    wanted = _part(left(charge, case.attempts), amount)
    return _attempted(record, (_refund_of(charge, wanted, occasion),), record.settlement, occasion)


def refunded_by_hand(case: Case, record: SessionRecord, amount: Money | None, occasion: Occasion) -> Deed[Attempts]:
    """Staff gave money back themselves, where no gateway did: `amount`, or all that is left of it (C7).

    Of several charges the oldest first. Raises `NothingToRefund`, `RefundTooLarge`.
    """
    charges = by_hand(case.attempts, record.settlement)
    if not charges:
        raise NothingToRefund
    lefts = [left(charge, case.attempts) for charge in charges]
    rest = _part(Money(sum(one.minor_units for one in lefts), record.price.currency), amount).minor_units
    made: Attempts = ()
    for charge, whole in zip(charges, lefts, strict=True):
        part = Money(min(whole.minor_units, rest), whole.currency)
        rest -= part.minor_units
        if part.minor_units:
            given = _refund_of(charge, part, occasion)
            paid = given.turned(AttemptStatus.PAID)
            by_staff = attrs.evolve(given, status=paid, settled_at=occasion.at, elsewhere=True)
            made = (*made, by_staff)
    after = attrs.evolve(case, attempts=(*case.attempts, *made))
    changed = _settlement_after_refund(after, record)
    return Deed(
        answer=made,
        added=(*made, *(told for one in made for told in notice.about_money(occasion, case, record, one))),
        changed=(_planned(after, changed, occasion.at),),
        entries=tuple(_entry(record, one, "refunded_by_hand", occasion) for one in made),
    )


def _part(rest: Money, amount: Money | None) -> Money:
    """How much of what is left goes back: all of it, where nothing is said. Raises `RefundTooLarge`."""
    wanted = rest if amount is None else amount
    if wanted.minor_units < 1:
        raise Invalid("amount", "must be more than nothing")
    if (rest - wanted).minor_units < 0:
        raise RefundTooLarge
    return wanted


def settle(case: Case, record: SessionRecord, attempt: Attempt, outcome: Outcome, occasion: Occasion) -> Deed[Attempt]:
    """What an answer of the gateway changes. The same answer a second time changes nothing (C9)."""
    settled = _with_outcome(attempt, outcome, occasion.at)
    others = tuple(one for one in case.attempts if one.id != attempt.id)
    changed = record
    back: Attempts = ()
    if settled.kind is AttemptKind.CHARGE:
        changed, back = _settlement_after_charge(case, record, attempt, settled, occasion)
    after = attrs.evolve(case, attempts=(*others, settled, *back))
    if settled.kind is AttemptKind.REFUND:
        changed = _settlement_after_refund(after, record)
    changed = _planned(after, changed, occasion.at)
    if settled == attempt:
        # Only when to look again, and that only while it is open.
        return Deed(answer=settled, changed=(changed,) if attempt.open and changed != record else ())
    told: tuple[notice.Notice, ...] = ()
    entries: tuple[JournalEntry, ...] = ()
    if settled.status is not attempt.status:
        entries = (_entry(record, settled, _WORDS[settled.kind, settled.status], occasion),)
        if settled.paid or owed(case, record):
            told = notice.about_money(occasion, case, record, settled)
    return Deed(
        answer=settled,
        added=(*told, *back),
        changed=(settled, changed),
        entries=(*entries, *(_entry(record, one, "refund_attempted", occasion) for one in back)),
    )


_WORDS = {
    (AttemptKind.CHARGE, AttemptStatus.PAID): "charged",
    (AttemptKind.CHARGE, AttemptStatus.DECLINED): "charge_declined",
    (AttemptKind.CHARGE, AttemptStatus.AUTHENTICATION_NEEDED): "authentication_needed",
    (AttemptKind.CHARGE, AttemptStatus.CANCELLED): "charge_cancelled",
    (AttemptKind.REFUND, AttemptStatus.PAID): "refunded",
    (AttemptKind.REFUND, AttemptStatus.DECLINED): "refund_declined",
    (AttemptKind.REFUND, AttemptStatus.CANCELLED): "refund_cancelled",
}


def _charge(case: Case, record: SessionRecord, occasion: Occasion) -> Deed[Attempts]:
    payer = case.payer
    attempt = Attempt(
        id=occasion.new_id(f"charge {record.id}"),
        practice_id=record.practice_id,
        kind=AttemptKind.CHARGE,
        session_id=record.id,
        relationship_id=record.relationship_id,
        therapist_id=record.therapist_id,
        payer_id=record.payer_id,
        amount=record.price,
        description=f"{case.practice.name}, {case.practice.local_date(record.starts_at)}",
        card_reference=payer.card.reference if payer.card else None,
        account=payer.gateway_account,
        made_at=occasion.at,
    )
    if attempt.card_reference is not None:
        return _attempted(record, (attempt,), Settlement.PENDING, occasion)
    # No gateway is needed to know that nothing can be taken from no card.
    pending = attrs.evolve(record, settlement=Settlement.PENDING)
    declined = settle(case, pending, attempt, Declined(DeclineReason.NO_CARD), occasion)
    return Deed(
        answer=(),
        added=(declined.answer, *declined.added),
        changed=tuple(thing for thing in declined.changed if thing is not declined.answer),
        entries=declined.entries,
    )


def _give_back(case: Case, record: SessionRecord, occasion: Occasion) -> Deed[Attempts]:
    refunds = tuple(
        _refund_of(charge, left(charge, case.attempts), occasion) for charge in refundable_by_itself(case.attempts)
    )
    return _attempted(record, refunds, record.settlement, occasion)


def _attempted(record: SessionRecord, made: Attempts, settlement: Settlement, occasion: Occasion) -> Deed[Attempts]:
    """On record before the gateway is called (C4, C7)."""
    due_at = occasion.at + PATIENCE
    return Deed(
        answer=made,
        added=made,
        changed=(attrs.evolve(record, settlement=settlement, due_work=DueWork.SETTLE, due_at=due_at),),
        entries=tuple(_entry(record, one, f"{one.kind}_attempted", occasion) for one in made),
    )


def _refund_of(charge: Attempt, amount: Money, occasion: Occasion) -> Attempt:
    return Attempt(
        id=occasion.new_id(f"refund {charge.id}"),
        practice_id=charge.practice_id,
        kind=AttemptKind.REFUND,
        session_id=charge.session_id,
        relationship_id=charge.relationship_id,
        therapist_id=charge.therapist_id,
        payer_id=charge.payer_id,
        amount=amount,
        description=charge.description,
        account=charge.account,
        charge_id=charge.id,
        charge_reference=charge.reference,
        made_at=occasion.at,
    )


def _cancel_unpaid(case: Case, record: SessionRecord, occasion: Occasion) -> Deed[Attempts]:
    cancelled = record.called_off(at=occasion.at, late=False)
    return Deed(
        answer=(),
        changed=(cancelled,),
        added=notice.about_session(occasion, case, notice.NoticeKind.UNPAID_SESSION_CANCELLED, cancelled),
        entries=(occasion.entry(cancelled, "cancelled", late=False, unpaid=True),),
    )


def _with_outcome(attempt: Attempt, outcome: Outcome, at: datetime) -> Attempt:
    """A settled one may only still turn out paid, whatever a gateway said before; a refund declined, too (C7).

    A bank may send a refund back long after the gateway has made it. What was paid for is paid.
    """
    reference = outcome.reference or attempt.reference
    sent_back = attempt.kind is AttemptKind.REFUND and attempt.paid and isinstance(outcome, Declined)
    if (attempt.paid and not sent_back) or not (attempt.open or sent_back or isinstance(outcome, Paid)):
        return attempt
    match outcome:
        case Paid():
            status = attempt.turned(AttemptStatus.PAID)
            return attrs.evolve(attempt, status=status, reference=reference, settled_at=outcome.at, reason=None)
        case Declined():
            status = attempt.turned(AttemptStatus.DECLINED)
            return attrs.evolve(attempt, status=status, reference=reference, settled_at=at, reason=outcome.reason)
        case Cancelled():
            status = attempt.turned(AttemptStatus.CANCELLED)
            return attrs.evolve(attempt, status=status, reference=reference, settled_at=at)
        case AuthenticationNeeded() if attempt.kind is AttemptKind.CHARGE:
            status = attempt.turned(AttemptStatus.AUTHENTICATION_NEEDED)
            return attrs.evolve(attempt, status=status, reference=reference)
        case Unknown() | NotMade() | AuthenticationNeeded():
            # Of a refund no bank asks anybody: a gateway that says so has not answered yet.
            return attrs.evolve(attempt, reference=reference)
        case _:  # pragma: no cover
            assert_never(outcome)


def _settlement_after_charge(
    case: Case, record: SessionRecord, before: Attempt, settled: Attempt, occasion: Occasion
) -> tuple[SessionRecord, Attempts]:
    """The session as it then stands, and the refund of what was taken beside another payment (C4)."""
    if settled.paid and not before.paid:
        if counts(case, record, settled.settled_at or occasion.at):
            return attrs.evolve(record, settlement=Settlement.PAID), ()
        if record.settlement is Settlement.PAID:
            return record, (_refund_of(settled, settled.amount, occasion),)
        return attrs.evolve(record, settlement=Settlement.REFUND_DUE), ()
    if settled.open or record.settlement is not Settlement.PENDING:
        return record, ()
    # What is not theirs to pay any more (C2), or was moved and is not due yet (S7), is as if it had not been tried.
    stands = charged_under(record, case.relationship) and occasion.at >= record.charge_due_at
    return attrs.evolve(record, settlement=Settlement.DECLINED if stands else Settlement.OPEN), ()


def _settlement_after_refund(case: Case, record: SessionRecord) -> SessionRecord:
    """Refunded once nothing is left of any payment, and nothing on its way; not any more where some was sent back."""
    # What was given back twice after all, by a gateway that had refused it, is no reason to ask for any.
    rest = sum(max(0, left(charge, case.attempts).minor_units) for charge in paid_charges(case.attempts))
    if rest and record.settlement is Settlement.REFUNDED:
        return attrs.evolve(record, settlement=Settlement.REFUND_DUE)
    if rest or any(attempt.open for attempt in case.attempts):
        return record
    if record.settlement in (Settlement.PAID, Settlement.REFUND_DUE):
        return attrs.evolve(record, settlement=Settlement.REFUNDED)
    return record


def _planned(case: Case, record: SessionRecord, at: datetime) -> SessionRecord:
    return _due(record, *due(case, record, at))


def _due(record: SessionRecord, work: DueWork | None, at: datetime) -> SessionRecord:
    return attrs.evolve(record, due_work=work, due_at=at if work else None)


def _entry(record: SessionRecord, attempt: Attempt, what: str, occasion: Occasion) -> JournalEntry:
    facts: dict[str, Fact] = {
        "attempt_id": attempt.id,
        "amount": attempt.amount.minor_units,
        "currency": attempt.amount.currency,
    }
    if attempt.reason is not None:
        facts["reason"] = str(attempt.reason)
    if attempt.charge_id is not None:
        facts["charge_id"] = attempt.charge_id
    return occasion.entry(record, what, facts)
