"""A client's wish, on record, that the attendee take over paying (M10)."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum

import attrs

from .checks import an_id, checked
from .errors import RequestNotPending


class RequestStatus(StrEnum):
    PENDING = "pending"
    CONFIRMED = "confirmed"
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"
    EXPIRED = "expired"
    SUPERSEDED = "superseded"


@attrs.frozen(kw_only=True)
class MigrationRequest:
    """Who asked, when, by what channel, and which actor recorded it (M2). Instants are in UTC."""

    id: str = attrs.field(validator=checked(an_id))
    practice_id: str = attrs.field(validator=checked(an_id))
    relationship_id: str = attrs.field(validator=checked(an_id))
    requested_by: str
    requested_at: datetime
    recorded_by: str
    channel: str = attrs.field(default="", repr=False)
    expires_at: datetime
    status: RequestStatus = RequestStatus.PENDING
    accepted_at: datetime | None = None
    closed_at: datetime | None = None
    close_reason: str = attrs.field(default="", repr=False)

    def pending(self, at: datetime) -> bool:
        """Pending, and still valid at that instant; due work notes the expiry later."""
        return self.status is RequestStatus.PENDING and at < self.expires_at

    def must_be_pending(self, at: datetime) -> None:
        """Raises `RequestNotPending` (M10)."""
        if not self.pending(at):
            lapsed = self.status is RequestStatus.PENDING
            raise RequestNotPending(RequestStatus.EXPIRED if lapsed else self.status)

    def closed(self, status: RequestStatus, *, at: datetime, reason: str = "") -> MigrationRequest:
        return attrs.evolve(self, status=status, closed_at=at, close_reason=reason)

    def accepted(self, at: datetime) -> MigrationRequest:
        return attrs.evolve(self, accepted_at=at)
