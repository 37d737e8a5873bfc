"""Booking, moving, cancelling, rebooking and recording sessions (S1 to S11, C1)."""

from __future__ import annotations

from datetime import datetime, timedelta

import attrs

from . import notice
from .case import Case
from .client import not_erased, not_under_age
from .errors import (
    AgreementRequired,
    CardRequired,
    Invalid,
    NotAParty,
    OutsideRelationship,
    PriceRequired,
    RebookingNotNeeded,
    RebookingRequired,
    RelationshipEnded,
    SessionNotOver,
)
from .journal import Fact
from .money import Money
from .notice import NoticeKind
from .occasion import Deed, Occasion
from .practice import Therapist
from .relationship import Relationship, handed_down
from .session import (
    UNSETTLED,
    DueWork,
    SessionRecord,
    SessionStatus,
    Settlement,
    charge_due,
    free_slot,
    starts_later,
)

Calendar = tuple[SessionRecord, ...]


def book(
    case: Case,
    calendar: Calendar,
    *,
    starts_at: datetime,
    duration: timedelta,
    price: Money | None,
    occasion: Occasion,
) -> Deed[SessionRecord]:
    """Book a session to come. `calendar`: the therapist's scheduled sessions about that time."""
    case.must_be_active(rule="S1")
    starts_later(starts_at, occasion.at)
    booked = _fresh(case, starts_at=starts_at, duration=duration, price=price, occasion=occasion)
    _payable(case, booked, occasion)
    free_slot(calendar, starts_at=booked.starts_at, ends_at=booked.ends_at)
    return Deed(
        answer=booked,
        added=(
            booked,
            *notice.about_session(occasion, case, NoticeKind.SESSION_BOOKED, booked),
        ),
        touched=_counts(case),
        entries=(occasion.entry(booked, "booked", _facts(booked)),),
    )


def record_held(
    case: Case,
    *,
    starts_at: datetime,
    duration: timedelta,
    price: Money | None,
    occasion: Occasion,
) -> Deed[SessionRecord]:
    """Record a session already held (S3): under an ended relationship too, if it began before the end."""
    relationship = case.relationship
    for client in (case.attendee, case.payer):
        not_erased(client)
    if starts_at > occasion.at:
        raise Invalid("starts_at", "what was held already began in the past")
    if starts_at < relationship.opened_at:
        raise OutsideRelationship
    if relationship.ended_at is not None and starts_at >= relationship.ended_at:
        case.must_be_active(rule="S1")
    held = _fresh(case, starts_at=starts_at, duration=duration, price=price, occasion=occasion)
    _payable(case, held, occasion)
    held = held.recorded(at=occasion.at, attended=True, waived=False)
    return Deed(
        answer=held,
        added=(held,),
        touched=_counts(case),
        entries=(occasion.entry(held, "held", _facts(held)),),
    )


def move(
    case: Case,
    record: SessionRecord,
    calendar: Calendar,
    *,
    starts_at: datetime,
    duration: timedelta | None,
    occasion: Occasion,
) -> Deed[SessionRecord]:
    """Move it in time under its own relationship (S7), under S2 to S4. The charge falls due by the new time (C1)."""
    record.must_be_upcoming(occasion.at, rule="S7")
    if record.needs_rebooking(case.relationship, occasion.at):
        raise RebookingRequired
    case.must_be_active(rule="S7")
    starts_later(starts_at, occasion.at)
    moved = attrs.evolve(
        record,
        starts_at=starts_at,
        ends_at=starts_at + (record.duration if duration is None else duration),
        charge_due_at=charge_due(case.practice.policy, booked_at=record.booked_at, starts_at=starts_at),
        sequence=record.sequence + 1,
    )
    if moved.settlement is Settlement.PENDING:
        # Whether its open attempt is still to go on is looked at soon.
        moved = moved.next_due(DueWork.SETTLE, occasion.at)
    elif moved.settlement in UNSETTLED:
        moved = moved.next_due(DueWork.CHARGE, moved.charge_due_at)
    _card_good(case, moved)
    free_slot(calendar, starts_at=moved.starts_at, ends_at=moved.ends_at, freed=record.id)
    return Deed(
        answer=moved,
        changed=(moved,),
        added=notice.about_session(
            occasion,
            case,
            NoticeKind.SESSION_MOVED,
            moved,
            from_starts_at=_iso(record.starts_at),
        ),
        touched=_counts(case),
        entries=(
            occasion.entry(
                moved,
                "moved",
                from_starts_at=_iso(record.starts_at),
                starts_at=_iso(moved.starts_at),
                ends_at=_iso(moved.ends_at),
            ),
        ),
    )


def cancel(
    case: Case,
    record: SessionRecord,
    *,
    requested_by: str,
    reason: str,
    waive: bool,
    occasion: Occasion,
) -> Deed[SessionRecord]:
    """Cancel it for whoever asked (S6). A client's cancellation short of the notice is late, unless waived.

    The practice's own never is, nor is that of a session that needs rebooking.
    """
    record.must_be_upcoming(occasion.at, rule="S6")
    by_client = _by_a_client(case.relationship, requested_by)
    short = record.starts_at - occasion.at < case.practice.policy.free_cancellation
    must_rebook = record.needs_rebooking(case.relationship, occasion.at)
    would_be_late = by_client and short and not must_rebook
    late = would_be_late and not waive
    cancelled = record.called_off(at=occasion.at, late=late, waived=would_be_late and waive, reason=reason)
    return Deed(
        answer=cancelled,
        changed=(cancelled,),
        added=notice.about_session(occasion, case, NoticeKind.SESSION_CANCELLED, cancelled, late=late),
        entries=(
            occasion.entry(
                cancelled,
                "cancelled",
                requested_by=requested_by,
                note=reason,
                late=late,
                waived=would_be_late and waive,
            ),
        ),
    )


def rebook(
    case: Case,
    record: SessionRecord,
    calendar: Calendar,
    *,
    starts_at: datetime | None,
    price: Money | None,
    occasion: Occasion,
) -> Deed[SessionRecord]:
    """S8: the old one cancelled, never late, and a new one under the active successor; each names the other."""
    record.must_be_upcoming(occasion.at, rule="S8")
    if not record.needs_rebooking(case.relationship, occasion.at):
        raise RebookingNotNeeded
    successor = case.heir
    if successor is None:
        raise RelationshipEnded(reason=case.relationship.end_reason or "", successor_id=None, rule="S8")
    under = case.of(successor)
    # What the attendee has yet to agree to is paying (S11): where it was handed over since, another pays (M13), and
    # where they have asked for it since, they agree.
    *_, predecessor, _ = handed_down(case.relationship, case.family)
    if predecessor.awaits_agreement and not successor.third_party:
        raise AgreementRequired(case.attendee.id)
    start = record.starts_at if starts_at is None else starts_at
    starts_later(start, occasion.at)
    fresh = _fresh(
        under,
        starts_at=start,
        duration=record.duration,
        price=record.price if price is None else price,
        rebooked_from=record.id,
        occasion=occasion,
    )
    _payable(under, fresh, occasion)
    free_slot(calendar, starts_at=fresh.starts_at, ends_at=fresh.ends_at, freed=record.id)
    old = record.called_off(at=occasion.at, late=False, rebooked_as=fresh.id)
    return Deed(
        answer=fresh,
        added=(
            fresh,
            *notice.rebooked(occasion, under, fresh, instead_of=old),
        ),
        changed=(old,),
        touched=(*_counts(under), (Relationship, case.relationship.id)),
        entries=(
            occasion.entry(old, "rebooked", rebooked_as=fresh.id),
            occasion.entry(fresh, "booked", _facts(fresh), rebooked_from=record.id),
        ),
    )


def record_outcome(
    case: Case, record: SessionRecord, *, attended: bool, waive: bool, occasion: Occasion
) -> Deed[SessionRecord]:
    """After the start: attended, or a no-show, which is owed like an attended one unless waived (S10)."""
    if record.status is not SessionStatus.SCHEDULED or record.starts_at > occasion.at:
        raise SessionNotOver(record.status)
    recorded = record.recorded(at=occasion.at, attended=attended, waived=waive)
    return Deed(
        answer=recorded,
        changed=(recorded,),
        entries=(occasion.entry(recorded, str(recorded.status), waived=waive),),
    )


def _fresh(
    case: Case,
    *,
    starts_at: datetime,
    duration: timedelta,
    price: Money | None,
    rebooked_from: str | None = None,
    occasion: Occasion,
) -> SessionRecord:
    """A session under `case.relationship`, at its fee unless a price is given (P6), fixed from now on (S5)."""
    under = case.relationship
    amount = under.fee if price is None else price
    if amount is None:
        raise PriceRequired
    costs = amount.minor_units != 0
    due_at = charge_due(case.practice.policy, booked_at=occasion.at, starts_at=starts_at)
    return SessionRecord(
        id=occasion.new_id("session"),
        practice_id=under.practice_id,
        relationship_id=under.id,
        therapist_id=under.therapist_id,
        attendee_id=under.attendee_id,
        payer_id=under.payer_id,
        starts_at=starts_at,
        ends_at=starts_at + duration,
        price=amount,
        booked_at=occasion.at,
        charge_due_at=due_at,
        settlement=Settlement.OPEN if costs else Settlement.NOTHING,
        due_work=DueWork.CHARGE if costs else None,
        due_at=due_at if costs else None,
        rebooked_from=rebooked_from,
    )


def _payable(case: Case, record: SessionRecord, occasion: Occasion) -> None:
    """P1, S11 and S2 for the payer of a new session."""
    today = case.practice.local_date(occasion.at)
    not_under_age(case.payer, case.practice.policy, today)
    if case.relationship.awaits_agreement and not case.relationship.ended:
        raise AgreementRequired(case.attendee.id)
    _card_good(case, record)


def _card_good(case: Case, record: SessionRecord) -> None:
    """S2: a card that is still good when the session starts, unless the price is 0."""
    if record.price.minor_units == 0:
        return
    if not case.payer.card_good_on(case.practice.local_date(record.starts_at)):
        raise CardRequired(case.payer.id, rule="S2")


def _by_a_client(relationship: Relationship, requested_by: str) -> bool:
    """Whether it is a client's cancellation (S6) or the practice's own. A former payer can no longer cancel (A3)."""
    if requested_by == relationship.attendee_id:
        return True
    if requested_by == relationship.payer_id:
        if relationship.ended:
            raise NotAParty(rule="A3")
        return True
    if requested_by in ("", relationship.therapist_id):
        return False
    raise NotAParty(rule="S6")


def _counts(case: Case) -> tuple[tuple[type[Relationship | Therapist], str], ...]:
    """What counts sessions: so that none slips in under a migration (M7), and no slot is taken twice (S4)."""
    return (
        (Relationship, case.relationship.id),
        (Therapist, case.relationship.therapist_id),
    )


def _facts(record: SessionRecord) -> dict[str, Fact]:
    return {
        "relationship_id": record.relationship_id,
        "starts_at": _iso(record.starts_at),
        "ends_at": _iso(record.ends_at),
        "price": record.price.minor_units,
        "currency": record.price.currency,
    }


def _iso(instant: datetime) -> str:
    return instant.isoformat()
