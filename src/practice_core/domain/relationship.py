"""One therapist, one attendee, one payer: opened, ended, restarted (P1 to P6), up for review (M11)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from enum import StrEnum

import attrs

from .checks import an_id, checked
from .errors import (
    HasSuccessor,
    Invalid,
    MigrationRequired,
    RelationshipActive,
    RelationshipExists,
)
from .money import Money
from .moves import Moves

MIGRATED = "migrated"
TRANSFERRED = "transferred"
ERASED = "erased"
"""What stands in the place of the caller's words, when a party to it was erased (D3)."""
RESERVED_REASONS = frozenset({MIGRATED, TRANSFERRED})


class RelationshipKind(StrEnum):
    FIRST_PARTY = "first_party"
    THIRD_PARTY = "third_party"


class RelationshipStatus(StrEnum):
    ACTIVE = "active"
    ENDED = "ended"


MOVES = Moves(
    {
        (RelationshipStatus.ACTIVE, RelationshipStatus.ENDED): "ended (P3), migrated (M7) or transferred (M13)",
        (RelationshipStatus.ENDED, RelationshipStatus.ACTIVE): "restarted, if it has no successor (P4)",
    }
)


class ReviewStage(StrEnum):
    """How far the review of an attendee's birthday has come, while there is one to do (M11)."""

    WAITING = "waiting"
    """The therapist has not been told yet."""
    TOLD = "told"


@attrs.frozen(kw_only=True)
class Relationship:
    """Instants are in UTC. `end_reason` is `migrated` (M7), `transferred` (M13) or the caller's words (P3)."""

    id: str = attrs.field(validator=checked(an_id))
    practice_id: str = attrs.field(validator=checked(an_id))
    therapist_id: str = attrs.field(validator=checked(an_id))
    attendee_id: str = attrs.field(validator=checked(an_id))
    payer_id: str = attrs.field(validator=checked(an_id))
    opened_at: datetime
    fee: Money | None = None
    ended_at: datetime | None = None
    end_reason: str | None = attrs.field(default=None, repr=False)
    ended_by: str | None = None
    predecessor_id: str | None = None
    successor_id: str | None = None
    awaits_agreement: bool = False
    """The attendee neither asked for the migration nor accepted it, and has not agreed since (S11)."""
    attendee_born_on: date | None = attrs.field(default=None, repr=False)
    """The attendee's date of birth where `under_age_by` says something: kept here so that birthdays are found by
    index, and kept in step with theirs (`reviews.aged`)."""
    under_age_by: int | None = attrs.field(default=None, repr=False)
    """The lowest minimum payer age by which the attendee was under age when it was opened. None where no policy may
    ask for so much, while the date of birth is unknown, and of a first-party relationship."""
    birthday_told_at: datetime | None = None
    """When the therapist was notified of the birthday: once (M11)."""
    reviewed_at: datetime | None = None

    @property
    def kind(self) -> RelationshipKind:
        """Derived, never stored or set (*Words*)."""
        return kind_of(self.attendee_id, self.payer_id)

    @property
    def status(self) -> RelationshipStatus:
        return RelationshipStatus.ENDED if self.ended else RelationshipStatus.ACTIVE

    @property
    def ended(self) -> bool:
        return self.ended_at is not None

    @property
    def third_party(self) -> bool:
        return self.attendee_id != self.payer_id

    @property
    def review(self) -> ReviewStage | None:
        """Where the birthday of its attendee stands, whenever that is; None where there is nothing to review (M11)."""
        if self.ended or self.under_age_by is None or self.attendee_born_on is None or self.reviewed_at is not None:
            return None
        return ReviewStage.WAITING if self.birthday_told_at is None else ReviewStage.TOLD

    @property
    def handed_on(self) -> bool:
        """Migrated or transferred: its upcoming sessions need rebooking (M8)."""
        return self.ended and self.end_reason in RESERVED_REASONS

    def closed(self, *, at: datetime, reason: str, by: str, successor_id: str | None = None) -> Relationship:
        """Ended, keeping the reason, who, when and the successor (P3)."""
        MOVES.to(RelationshipStatus.ENDED, was=self.status)
        return attrs.evolve(self, ended_at=at, end_reason=reason, ended_by=by, successor_id=successor_id)

    def restarted(self) -> Relationship:
        """Active again, with its `opened_at` (P4). Raises `RelationshipActive` or `HasSuccessor`."""
        if not self.ended:
            raise RelationshipActive
        if self.successor_id is not None:
            raise HasSuccessor(self.successor_id)
        MOVES.to(RelationshipStatus.ACTIVE, was=self.status)
        return attrs.evolve(self, ended_at=None, end_reason=None, ended_by=None)


def kind_of(attendee_id: str, payer_id: str) -> RelationshipKind:
    return RelationshipKind.FIRST_PARTY if attendee_id == payer_id else RelationshipKind.THIRD_PARTY


def only_one(wanted: Relationship, family: Iterable[Relationship]) -> None:
    """P2, for a relationship about to become active. `family`: all of the same therapist and attendee.

    Raises `RelationshipExists`, or `MigrationRequired` where the attendee attends at somebody else's cost.
    """
    active = [other for other in family if not other.ended and other.id != wanted.id]
    for other in active:
        if other.payer_id == wanted.payer_id:
            raise RelationshipExists(other.id)
    if not wanted.third_party:
        for other in active:
            raise MigrationRequired(other.id)


def a_reason(reason: str) -> str:
    """The caller's words for ending a relationship; two are the core's own (P3)."""
    if reason.strip().casefold() in RESERVED_REASONS:
        raise Invalid("reason", "migrated and transferred are said of migrations only")
    return reason


def handed_down(relationship: Relationship, family: Iterable[Relationship]) -> list[Relationship]:
    """It, its successor, and so on: to the active one, or as far as the chain leads (S1)."""
    known = {other.id: other for other in family}
    chain = [relationship]
    while chain[-1].ended and (successor := known.get(chain[-1].successor_id or "")) and successor not in chain:
        chain.append(successor)
    return chain


def heir(relationship: Relationship, family: Iterable[Relationship]) -> Relationship | None:
    """The active successor, following the chain; None if the chain leads to none (S1)."""
    *before, last = handed_down(relationship, family)
    return last if before and not last.ended else None
