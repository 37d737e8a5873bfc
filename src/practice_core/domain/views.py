"""What an actor sees of a thing that is theirs to see at all (A3): what they must not see is not there."""

from __future__ import annotations

from datetime import datetime

import attrs

from .actor import Actor, Role
from .client import Client
from .migration_request import MigrationRequest
from .money import Money
from .relationship import Relationship, RelationshipKind
from .session import Payment, Session, SessionRecord, SessionStatus, Settlement, charged_under, seen


@attrs.frozen(kw_only=True)
class PaidSession:
    """A session as whoever pays for it, and does not attend, is answered it: dates and amounts. Instants are in UTC.

    `late`: cancelled too late to be free (S6). `rebooked_as` is always None: what became of it at another's cost is
    not theirs to see.
    """

    id: str
    relationship_id: str
    relationship_kind: RelationshipKind
    payer_id: str
    starts_at: datetime
    ends_at: datetime
    status: SessionStatus
    price: Money
    payment: Payment
    late: bool
    rebooked_from: str | None
    rebooked_as: None = None
    needs_rebooking: bool


SeenSession = Session | PaidSession
"""The attendee, therapists and staff are answered a `Session`."""


@attrs.frozen(kw_only=True)
class Attendee:
    """Whom a payer pays for: a name to call them by, and nothing of their account."""

    id: str
    given_name: str = attrs.field(repr=False)


def attendee_seen(client: Client) -> Attendee:
    return Attendee(id=client.id, given_name=client.given_name)


def sees_session(actor: Actor, record: SessionRecord, relationship: Relationship) -> bool:
    """A former payer sees nothing after the end of the relationship, except what concerns their own money."""
    if not _only_pays(actor, record.attendee_id):
        return True
    money = {Settlement.PENDING, Settlement.PAID, Settlement.REFUND_DUE, Settlement.REFUNDED}
    return charged_under(record, relationship) or record.settlement in money


def seen_by(actor: Actor, record: SessionRecord, relationship: Relationship, at: datetime) -> SeenSession:
    """A session that they see, at that instant: to a former payer as it stood when their relationship ended."""
    if _only_pays(actor, record.attendee_id) and _held_afterwards(record, relationship):
        record = attrs.evolve(record, status=SessionStatus.SCHEDULED)
    return shown_to(actor, seen(record, relationship, at))


def shown_to(actor: Actor, session: Session) -> SeenSession:
    if not _only_pays(actor, session.attendee_id):
        return session
    return PaidSession(
        id=session.id,
        relationship_id=session.relationship_id,
        relationship_kind=session.relationship_kind,
        payer_id=session.payer_id,
        starts_at=session.starts_at,
        ends_at=session.ends_at,
        status=session.status,
        price=session.price,
        payment=session.payment,
        late=session.late,
        rebooked_from=session.rebooked_from,
        needs_rebooking=session.needs_rebooking,
    )


def relationship_as_seen_by(actor: Actor, relationship: Relationship) -> Relationship:
    """How old the attendee is, and that somebody looked at it, is the practice's own affair.

    Whoever only pays is not told why it ended, in anybody's words, nor whether the attendee has agreed to pay since.
    """
    if actor.role is not Role.CLIENT:
        return relationship
    seen = attrs.evolve(relationship, attendee_born_on=None, under_age_by=None, birthday_told_at=None, reviewed_at=None)
    if not _only_pays(actor, relationship.attendee_id):
        return seen
    reason = relationship.end_reason if relationship.handed_on else None
    return attrs.evolve(seen, end_reason=reason, awaits_agreement=False)


def request_as_seen_by(actor: Actor, request: MigrationRequest) -> MigrationRequest:
    """How somebody asked, and why it was declined, in the office's words, is for no other client to read."""
    if actor.role is not Role.CLIENT or actor.id == request.requested_by:
        return request
    return attrs.evolve(request, channel="", close_reason="")


def _only_pays(actor: Actor, attendee_id: str) -> bool:
    return actor.role is Role.CLIENT and actor.id != attendee_id


def _held_afterwards(record: SessionRecord, relationship: Relationship) -> bool:
    ended_at, held = relationship.ended_at, record.status in (SessionStatus.ATTENDED, SessionStatus.NO_SHOW)
    if ended_at is None or record.closed_at is None or not held:
        return False
    return record.closed_at > ended_at and record.starts_at > ended_at
