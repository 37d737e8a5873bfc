"""One appointment, booked under exactly one relationship for its whole life."""

from __future__ import annotations

from datetime import datetime, timedelta
from enum import StrEnum

import attrs

from .checks import an_id, checked
from .errors import Invalid, SessionNotUpcoming, SlotTaken, StartsInThePast
from .money import Money
from .moves import Moves
from .policy import Policy
from .relationship import Relationship, RelationshipKind, kind_of

SHORTEST = timedelta(minutes=1)
LONGEST = timedelta(hours=24)


class SessionStatus(StrEnum):
    SCHEDULED = "scheduled"
    CANCELLED = "cancelled"
    ATTENDED = "attended"
    NO_SHOW = "no_show"


MOVES = Moves(
    {
        (SessionStatus.SCHEDULED, SessionStatus.CANCELLED): "cancelled (S6), rebooked (S8) or unpaid (C2, C5)",
        (SessionStatus.SCHEDULED, SessionStatus.ATTENDED): "recorded as attended (S10)",
        (SessionStatus.SCHEDULED, SessionStatus.NO_SHOW): "recorded as a no-show (S10)",
    }
)


class Settlement(StrEnum):
    """What has been settled about a session's price. Whether an open one is due yet is derived (C1)."""

    OPEN = "open"
    PENDING = "pending"
    """An attempt to charge it is open (C4, C6)."""
    DECLINED = "declined"
    """It was tried, and not paid (C5)."""
    NOTHING = "nothing"
    PAID = "paid"
    WAIVED = "waived"
    REFUND_DUE = "refund_due"
    REFUNDED = "refunded"


UNSETTLED = (Settlement.OPEN, Settlement.PENDING, Settlement.DECLINED)


class DueWork(StrEnum):
    """What has to be done about a session's money when its time has come."""

    SETTLE = "settle"
    """Look after its open attempts: make them, ask what became of them, cancel them (C4, C10)."""
    REFUND = "refund"
    CHARGE = "charge"
    CANCEL = "cancel"
    """Cancel it unpaid (C2, C5)."""


class Payment(StrEnum):
    """How a session's payment stands, as a host sees it."""

    NOT_DUE = "not_due"
    DUE = "due"
    PENDING = "pending"
    PAID = "paid"
    DECLINED = "declined"
    REFUNDED = "refunded"
    WAIVED = "waived"


@attrs.frozen(kw_only=True)
class SessionRecord:
    """What is on record of a session. What an actor is answered is a `Session`, seen at an instant.

    Therapist, attendee and payer are its relationship's, which never change. Instants are in UTC.
    """

    id: str = attrs.field(validator=checked(an_id))
    practice_id: str = attrs.field(validator=checked(an_id))
    relationship_id: str = attrs.field(validator=checked(an_id))
    therapist_id: str
    attendee_id: str
    payer_id: str
    starts_at: datetime
    ends_at: datetime
    price: Money
    booked_at: datetime
    charge_due_at: datetime
    """When the charge falls due, fixed at booking (C1); a late cancellation brings it forward (S6)."""
    status: SessionStatus = SessionStatus.SCHEDULED
    settlement: Settlement = Settlement.OPEN
    due_work: DueWork | None = None
    """What due work has to look at next, if anything, and when: `due_at`."""
    due_at: datetime | None = None
    rebooked_from: str | None = None
    rebooked_as: str | None = None
    closed_at: datetime | None = None
    """When it was cancelled, or recorded as attended or as a no-show."""
    late: bool = False
    close_reason: str = attrs.field(default="", repr=False)
    sequence: int = 0
    """How often its calendar entry has changed (N3)."""

    @property
    def duration(self) -> timedelta:
        return self.ends_at - self.starts_at

    def upcoming(self, at: datetime) -> bool:
        """Scheduled and starting later than that instant (*Words*)."""
        return self.status is SessionStatus.SCHEDULED and self.starts_at > at

    def needs_rebooking(self, relationship: Relationship, at: datetime) -> bool:
        """Upcoming, under a relationship that was migrated or transferred (M8)."""
        return relationship.handed_on and self.upcoming(at)

    def must_be_upcoming(self, at: datetime, *, rule: str) -> None:
        """Raises `SessionNotUpcoming`, naming what it was rebooked as."""
        if not self.upcoming(at):
            begun = self.status is SessionStatus.SCHEDULED
            raise SessionNotUpcoming(status="begun" if begun else self.status, rebooked_as=self.rebooked_as, rule=rule)

    def payment(self, relationship: Relationship, at: datetime) -> Payment:
        """How its payment stands at that instant: derived, so that it never goes stale."""
        match self.settlement:
            case Settlement.OPEN:
                owed = charged_under(self, relationship) and at >= self.charge_due_at
                return Payment.DUE if owed else Payment.NOT_DUE
            case Settlement.PAID | Settlement.REFUND_DUE:
                return Payment.PAID
            case Settlement.REFUNDED:
                return Payment.REFUNDED
            case Settlement.WAIVED:
                return Payment.WAIVED
            case Settlement.NOTHING:
                return Payment.NOT_DUE
            case Settlement.PENDING:
                return Payment.PENDING
            case Settlement.DECLINED:  # pragma: no branch - mypy proves there is no other
                return Payment.DECLINED if charged_under(self, relationship) else Payment.NOT_DUE

    def next_due(self, work: DueWork | None, at: datetime, *, settlement: Settlement | None = None) -> SessionRecord:
        """With that as what due work looks at next, from then on. Open attempts come before anything else.

        `settlement`: what is settled from now on, if that changes with it.
        """
        stands = settlement or self.settlement
        if self.due_work is DueWork.SETTLE and self.due_at is not None:
            return attrs.evolve(self, settlement=stands, due_at=min(at, self.due_at))
        return attrs.evolve(self, settlement=stands, due_work=work, due_at=at if work else None)

    def unwound(self, *, at: datetime, waived: bool) -> SessionRecord:
        """Nothing is owed any more: what was paid goes back, and an open attempt is cancelled (S6, C10)."""
        match self.settlement:
            case Settlement.PAID | Settlement.REFUND_DUE:
                return self.next_due(DueWork.REFUND, at, settlement=Settlement.REFUND_DUE)
            case Settlement.OPEN | Settlement.PENDING | Settlement.DECLINED:
                return self.next_due(None, at, settlement=Settlement.WAIVED if waived else Settlement.NOTHING)
            case _:
                return self.next_due(None, at)

    def called_off(
        self, *, at: datetime, late: bool, waived: bool = False, reason: str = "", rebooked_as: str | None = None
    ) -> SessionRecord:
        """Cancelled. What was not paid is owed only if late, and then at once; what was paid stays only then (S6)."""
        cancelled = attrs.evolve(
            self,
            status=MOVES.to(SessionStatus.CANCELLED, was=self.status),
            closed_at=at,
            late=late,
            close_reason=reason,
            rebooked_as=rebooked_as,
            sequence=self.sequence + 1,
        )
        if not late:
            return cancelled.unwound(at=at, waived=waived)
        cancelled = attrs.evolve(cancelled, charge_due_at=min(at, self.charge_due_at))
        return cancelled.next_due(DueWork.CHARGE, at) if self.settlement in UNSETTLED else cancelled

    def recorded(self, *, at: datetime, attended: bool, waived: bool) -> SessionRecord:
        """Attended, or a no-show; owed alike unless waived (S10)."""
        status = SessionStatus.ATTENDED if attended else SessionStatus.NO_SHOW
        closed = attrs.evolve(self, status=MOVES.to(status, was=self.status), closed_at=at)
        return closed.unwound(at=at, waived=True) if waived else closed


@attrs.frozen(kw_only=True)
class Session:
    """A session as it is answered: its record, its relationship and the clock put together. Instants are in UTC."""

    id: str
    practice_id: str
    relationship_id: str
    relationship_kind: RelationshipKind
    therapist_id: str
    attendee_id: str
    payer_id: str
    starts_at: datetime
    ends_at: datetime
    status: SessionStatus
    price: Money
    payment: Payment
    late: bool
    rebooked_from: str | None
    rebooked_as: str | None
    needs_rebooking: bool


def seen(record: SessionRecord, relationship: Relationship, at: datetime) -> Session:
    """That record under its relationship, at that instant."""
    return Session(
        id=record.id,
        practice_id=record.practice_id,
        relationship_id=record.relationship_id,
        relationship_kind=kind_of(record.attendee_id, record.payer_id),
        therapist_id=record.therapist_id,
        attendee_id=record.attendee_id,
        payer_id=record.payer_id,
        starts_at=record.starts_at,
        ends_at=record.ends_at,
        status=record.status,
        price=record.price,
        payment=record.payment(relationship, at),
        late=record.late,
        rebooked_from=record.rebooked_from,
        rebooked_as=record.rebooked_as,
        needs_rebooking=record.needs_rebooking(relationship, at),
    )


def charged_under(record: SessionRecord, relationship: Relationship) -> bool:
    """C2: to the payer of an active relationship; of an ended one, only for what began or was lost before its end."""
    if relationship.ended_at is None or record.starts_at <= relationship.ended_at:
        return True
    return record.late and record.closed_at is not None and record.closed_at <= relationship.ended_at


def charge_due(policy: Policy, *, booked_at: datetime, starts_at: datetime) -> datetime:
    """C1: the later of booking and the policy's lead before the start."""
    return max(booked_at, starts_at - policy.charge_lead)


def a_duration(field: str, value: object) -> timedelta:
    """From 1 minute to 24 hours (S3)."""
    if not isinstance(value, timedelta) or not SHORTEST <= value <= LONGEST:
        raise Invalid(field, "a session lasts from 1 minute to 24 hours")
    return value


def starts_later(starts_at: datetime, at: datetime) -> None:
    """S3: a session starts in the future. Raises `StartsInThePast`."""
    if starts_at <= at:
        raise StartsInThePast


def free_slot(calendar: tuple[SessionRecord, ...], *, starts_at: datetime, ends_at: datetime, freed: str = "") -> None:
    """S4: no two scheduled sessions of a therapist at once; half-open, so one may start when the other ends.

    `freed` is the session whose slot this decision frees: it does not collide with itself (S8).
    Raises `SlotTaken`.
    """
    taken = tuple(
        other.id
        for other in calendar
        if other.id != freed
        and other.status is SessionStatus.SCHEDULED
        and other.starts_at < ends_at
        and starts_at < other.ends_at
    )
    if taken:
        raise SlotTaken(taken)
