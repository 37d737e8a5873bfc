"""The headless core of a practice: who attends, who pays, and how that changes."""

from __future__ import annotations

from .core import PracticeCore, connect
from .domain.actor import Actor
from .domain.attempt import AttemptKind, AttemptStatus, DeclineReason
from .domain.client import Card, Client
from .domain.errors import (
    AcceptanceRequired,
    AgreementRequired,
    AlreadyExists,
    AlreadyRequested,
    AttemptOpen,
    AttendeeMustAsk,
    CardRequired,
    Conflict,
    DetailsConflict,
    DetailsMissing,
    HasSuccessor,
    IdempotencyConflict,
    Invalid,
    MigrationRequired,
    NotAllowed,
    NotAParty,
    NotFound,
    NothingOwed,
    NothingToRefund,
    NoticeNotFailed,
    NotThirdParty,
    NotUpForReview,
    OutsideRelationship,
    PracticeError,
    PriceRequired,
    RebookingNotNeeded,
    RebookingRequired,
    RefundTooLarge,
    Refused,
    RelationshipActive,
    RelationshipEnded,
    RelationshipExists,
    RequestNotPending,
    SessionNotOver,
    SessionNotUpcoming,
    SharedEmail,
    SlotTaken,
    StartsInThePast,
    Unavailable,
    UnderMinimumAge,
    UpcomingSessions,
)
from .domain.journal import JournalEntry
from .domain.ledger import LedgerLine, SessionBill, Statement, StatementLine
from .domain.links import Links
from .domain.migration import Migration, MigrationPreview
from .domain.migration_request import MigrationRequest, RequestStatus
from .domain.money import Money
from .domain.notice import Notice, NoticeKind, NoticeState
from .domain.policy import Policy
from .domain.practice import Practice, Therapist
from .domain.relationship import Relationship, RelationshipKind, RelationshipStatus
from .domain.reviews import Review
from .domain.session import Payment, Session, SessionStatus
from .domain.verification import Misfit, Verification, Wrong
from .services.done import DueDone
from .services.sessions import Rebooking
from .settings import Settings

__all__ = [
    "AcceptanceRequired",
    "Actor",
    "AgreementRequired",
    "AlreadyExists",
    "AlreadyRequested",
    "AttemptKind",
    "AttemptOpen",
    "AttemptStatus",
    "AttendeeMustAsk",
    "Card",
    "CardRequired",
    "Client",
    "Conflict",
    "DeclineReason",
    "DetailsConflict",
    "DetailsMissing",
    "DueDone",
    "HasSuccessor",
    "IdempotencyConflict",
    "Invalid",
    "JournalEntry",
    "LedgerLine",
    "Links",
    "Migration",
    "MigrationPreview",
    "MigrationRequest",
    "MigrationRequired",
    "Misfit",
    "Money",
    "NotAParty",
    "NotAllowed",
    "NotFound",
    "NotThirdParty",
    "NotUpForReview",
    "NothingOwed",
    "NothingToRefund",
    "Notice",
    "NoticeKind",
    "NoticeNotFailed",
    "NoticeState",
    "OutsideRelationship",
    "Payment",
    "Policy",
    "Practice",
    "PracticeCore",
    "PracticeError",
    "PriceRequired",
    "Rebooking",
    "RebookingNotNeeded",
    "RebookingRequired",
    "RefundTooLarge",
    "Refused",
    "Relationship",
    "RelationshipActive",
    "RelationshipEnded",
    "RelationshipExists",
    "RelationshipKind",
    "RelationshipStatus",
    "RequestNotPending",
    "RequestStatus",
    "Review",
    "Session",
    "SessionBill",
    "SessionNotOver",
    "SessionNotUpcoming",
    "SessionStatus",
    "Settings",
    "SharedEmail",
    "SlotTaken",
    "StartsInThePast",
    "Statement",
    "StatementLine",
    "Therapist",
    "Unavailable",
    "UnderMinimumAge",
    "UpcomingSessions",
    "Verification",
    "Wrong",
    "connect",
]
