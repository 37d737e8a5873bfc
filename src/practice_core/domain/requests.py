"""Asking for a migration, and answering it short of confirming (M2, M10, M12, S11)."""

from __future__ import annotations

import attrs

from . import notice
from .case import Case
from .errors import AlreadyRequested, NotAllowed, NotAParty, NotThirdParty
from .migration import is_a_party
from .migration_request import MigrationRequest, RequestStatus
from .occasion import Deed, Occasion
from .relationship import Relationship


def request(case: Case, *, requested_by: str, channel: str, occasion: Occasion) -> Deed[MigrationRequest]:
    """Record a wish. Asks M1 and M2 only; a pending request whose time is over makes room for the new one (M10)."""
    case.must_be_active(rule="M1")
    if not case.relationship.third_party:
        raise NotThirdParty
    if not is_a_party(case.relationship, requested_by):
        raise NotAParty
    lapsed = []
    for other in case.requests:
        if other.requested_by == requested_by:
            if other.pending(occasion.at):
                raise AlreadyRequested(other.id)
            lapsed.append(other.closed(RequestStatus.EXPIRED, at=other.expires_at))
    recorded = MigrationRequest(
        id=occasion.new_id("migration request"),
        practice_id=case.practice.id,
        relationship_id=case.relationship.id,
        requested_by=requested_by,
        requested_at=occasion.at,
        recorded_by=str(occasion.actor),
        channel=channel,
        expires_at=occasion.at + case.practice.policy.request_valid,
    )
    return Deed(
        answer=recorded,
        added=(
            recorded,
            *notice.requested(occasion, case, asked=requested_by, request_id=recorded.id),
        ),
        changed=tuple(lapsed),
        # A confirmation under way must not overlook it.
        touched=((Relationship, case.relationship.id),),
        entries=(
            *(occasion.entry(case.relationship, "request_expired", request_id=other.id) for other in lapsed),
            occasion.entry(
                case.relationship,
                "migration_requested",
                requested_by=requested_by,
                note=channel,
                request_id=recorded.id,
            ),
        ),
    )


def accept(case: Case, asked: MigrationRequest, occasion: Occasion) -> Deed[MigrationRequest]:
    """The attendee accepts: before the migration (M12), or after it, which is agreeing to it (S11).

    Doing it twice changes nothing. Raises `RequestNotPending`.
    """
    agreed = tuple(agree(other) for other in _awaiting(case) if asked.status is RequestStatus.CONFIRMED)
    if not agreed:
        if asked.status is not RequestStatus.CONFIRMED:
            asked.must_be_pending(occasion.at)
        if asked.accepted_at is not None or asked.status is RequestStatus.CONFIRMED:
            return Deed(answer=asked)
    accepted = asked.accepted(occasion.at)
    return Deed(
        answer=accepted,
        changed=(accepted, *agreed),
        touched=((Relationship, case.relationship.id),),
        entries=(
            occasion.entry(
                case.relationship,
                "request_accepted",
                requested_by=case.attendee.id,
                request_id=asked.id,
            ),
            *(
                occasion.entry(other, "agreed", requested_by=case.attendee.id)
                for other in agreed
                if other.id != case.relationship.id
            ),
        ),
    )


def agree(relationship: Relationship) -> Relationship:
    """The attendee agrees to pay under this relationship (S11)."""
    return attrs.evolve(relationship, awaits_agreement=False)


def _awaiting(case: Case) -> tuple[Relationship, ...]:
    """What the migration of this relationship left waiting for the attendee: itself, and its active successor."""
    concerned = (case.relationship, case.heir)
    return tuple(other for other in concerned if other is not None and other.awaits_agreement)


def decline(case: Case, asked: MigrationRequest, *, reason: str, occasion: Occasion) -> Deed[MigrationRequest]:
    """The therapist or staff say no, with a reason (M10)."""
    asked.must_be_pending(occasion.at)
    closed = asked.closed(RequestStatus.DECLINED, at=occasion.at, reason=reason)
    return Deed(
        answer=closed,
        added=notice.declined(occasion, case, asked=asked.requested_by, request_id=asked.id),
        changed=(closed,),
        entries=(occasion.entry(case.relationship, "request_declined", note=reason, request_id=asked.id),),
    )


def withdraw(case: Case, asked: MigrationRequest, occasion: Occasion) -> Deed[MigrationRequest]:
    """The client who asked takes it back (M10); staff may enter that for them, the other client may not."""
    if occasion.actor.role == "client" and occasion.actor.id != asked.requested_by:
        raise NotAllowed("migrations.withdraw")
    asked.must_be_pending(occasion.at)
    closed = asked.closed(RequestStatus.WITHDRAWN, at=occasion.at)
    return Deed(
        answer=closed,
        changed=(closed,),
        entries=(
            occasion.entry(
                case.relationship,
                "request_withdrawn",
                requested_by=asked.requested_by,
                request_id=asked.id,
            ),
        ),
    )


def expire(case: Case, asked: MigrationRequest, occasion: Occasion) -> Deed[MigrationRequest]:
    """Its time is over (M10): whoever asked is told."""
    closed = asked.closed(RequestStatus.EXPIRED, at=occasion.at)
    return Deed(
        answer=closed,
        added=notice.expired(occasion, case, asked=asked.requested_by, request_id=asked.id),
        changed=(closed,),
        entries=(occasion.entry(case.relationship, "request_expired", request_id=asked.id),),
    )
