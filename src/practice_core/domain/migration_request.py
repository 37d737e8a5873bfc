"""A client's wish, on record, that somebody take over paying: the attendee (M10), or somebody else (M13)."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING

import attrs

from .checks import an_id, checked
from .errors import RequestNotPending
from .moves import Moves
from .seal import Seal, digest

if TYPE_CHECKING:
    from .occasion import Occasion
    from .practice import Practice


class RequestStatus(StrEnum):
    PENDING = "pending"
    CONFIRMED = "confirmed"
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"
    EXPIRED = "expired"
    SUPERSEDED = "superseded"


MOVES = Moves(
    {
        (RequestStatus.PENDING, RequestStatus.CONFIRMED): "confirmed (M7)",
        (RequestStatus.PENDING, RequestStatus.DECLINED): "declined, with a reason (M10)",
        (RequestStatus.PENDING, RequestStatus.WITHDRAWN): "withdrawn by who asked (M10)",
        (RequestStatus.PENDING, RequestStatus.EXPIRED): "its time is over (M10)",
        (RequestStatus.PENDING, RequestStatus.SUPERSEDED): "another is confirmed, or the relationship ends (M10)",
    }
)


@attrs.frozen(kw_only=True)
class MigrationRequest:
    """Who asked, when, by what channel, and which actor recorded it (M2). Instants are in UTC."""

    id: str = attrs.field(validator=checked(an_id))
    practice_id: str = attrs.field(validator=checked(an_id))
    relationship_id: str = attrs.field(validator=checked(an_id))
    requested_by: str
    new_payer_id: str = attrs.field(validator=checked(an_id))
    """Whom paying is to pass to: the attendee, or somebody else (M13). Unless they asked themselves, they accept."""
    requested_at: datetime
    recorded_by: str
    channel: str = attrs.field(default="", repr=False)
    expires_at: datetime
    status: RequestStatus = RequestStatus.PENDING
    accepted_at: datetime | None = None
    closed_at: datetime | None = None
    close_reason: str = attrs.field(default="", repr=False)
    token_digest: str = attrs.field(default="", repr=False)
    """Of the token with which the new payer may answer without a login, if there is one."""

    def pending(self, at: datetime) -> bool:
        """Pending, and still valid at that instant; due work notes the expiry later."""
        return self.status is RequestStatus.PENDING and at < self.expires_at

    def must_be_pending(self, at: datetime) -> None:
        """Raises `RequestNotPending` (M10)."""
        if not self.pending(at):
            lapsed = self.status is RequestStatus.PENDING
            raise RequestNotPending(RequestStatus.EXPIRED if lapsed else self.status)

    def closed(self, status: RequestStatus, *, at: datetime, reason: str = "") -> MigrationRequest:
        return attrs.evolve(self, status=MOVES.to(status, was=self.status), closed_at=at, close_reason=reason)

    def accepted(self, at: datetime) -> MigrationRequest:
        return attrs.evolve(self, accepted_at=at)


def recorded(
    practice: Practice,
    relationship_id: str,
    *,
    requested_by: str,
    new_payer_id: str,
    channel: str,
    occasion: Occasion,
    seal: Seal,
) -> MigrationRequest:
    """A wish as it is put on record now. It holds as long as the policy says (M10)."""
    request_id = occasion.new_id("migration request")
    invited = requested_by != new_payer_id
    return MigrationRequest(
        id=request_id,
        practice_id=practice.id,
        relationship_id=relationship_id,
        requested_by=requested_by,
        new_payer_id=new_payer_id,
        requested_at=occasion.at,
        recorded_by=str(occasion.actor),
        channel=channel,
        expires_at=occasion.at + practice.policy.request_valid,
        token_digest=digest(seal.token(practice.id, request_id, new_payer_id)) if invited else "",
    )
