"""What a host writes, and the types it gets: no checker has anything to say about this file."""

# pyright: strict

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import assert_never, assert_type

from practice_core import (
    Actor,
    CardRequired,
    Client,
    DetailsMissing,
    DueDone,
    JournalEntry,
    Migration,
    MigrationPreview,
    MigrationRequest,
    Money,
    NotAllowed,
    Payment,
    Practice,
    PracticeCore,
    PracticeError,
    Rebooking,
    Refused,
    Relationship,
    RelationshipKind,
    Session,
    SessionBill,
    Settings,
    Statement,
    Unavailable,
    UnderMinimumAge,
    connect,
)


class NewYearsEve:
    """A port is met by shape."""

    def now(self) -> datetime:
        return datetime(2026, 12, 31, 23, 59, tzinfo=UTC)


def connects() -> PracticeCore:
    with connect("memory://", clock=NewYearsEve()) as core:
        assert_type(core, PracticeCore)
    return connect(Settings(database="sqlite:///practice.db"))


def calls(core: PracticeCore, me: Actor) -> None:
    assert_type(core.practices.open(name="Elm Street", time_zone="Europe/London", currency="GBP"), Practice)
    client = core.clients.register(me, given_name="Vera", family_name="Moreau", date_of_birth=date(1990, 5, 17))
    assert_type(client, Client)
    assert_type(client.email, str | None)
    relationship = core.relationships.open(me, therapist_id="t", attendee_id="a", payer_id="p", fee=Money(6000, "GBP"))
    assert_type(relationship, Relationship)
    assert_type(relationship.kind, RelationshipKind)
    assert_type(relationship.successor_id, str | None)
    assert_type(core.relationships.of_client(me, client.id), tuple[Relationship, ...])
    preview = core.migrations.preview(me, relationship.id, requested_by="a", details={"phone": "+44 7700 900001"})
    assert_type(preview, MigrationPreview)
    assert_type(preview.refusals, tuple[str, ...])
    assert_type(preview.eligible_on, date | None)
    assert_type(core.migrations.request(me, relationship.id, requested_by="a"), MigrationRequest)
    migration = core.migrations.confirm(me, relationship.id, requested_by="a", idempotency_key="form-1")
    assert_type(migration, Migration)
    assert_type(migration.sessions_to_rebook, tuple[Session, ...])
    assert_type(core.sessions.rebook_all(me, migration.ended.id), tuple[Rebooking, ...])
    session = core.sessions.book(
        me, "r", starts_at=datetime.now(UTC) + timedelta(days=7), duration=timedelta(minutes=50)
    )
    assert_type(session.price, Money)
    assert_type(core.billing.of_session(me, session.id), SessionBill)
    assert_type(core.billing.statement(me, "p"), Statement)
    assert_type(core.billing.receive(payload=b"", signature=""), bool)
    assert_type(core.journal.of(me, session.id), tuple[JournalEntry, ...])
    assert_type(core.cards.invite(me, client.id), str)
    assert_type(core.run_due(stop=lambda: False), DueDone)
    assert_type(core.run_due().charged, int)


def understands(error: PracticeError) -> object:
    assert_type(error.code, str)
    match error:
        case UnderMinimumAge():
            return assert_type(error.eligible_on, date)
        case DetailsMissing():
            return assert_type(error.fields, tuple[str, ...])
        case CardRequired():
            return assert_type(error.client_id, str)
        case Refused():
            return assert_type(error.rule, str)
        case NotAllowed():
            return assert_type(error.operation, str)
        case Unavailable():
            return error.outcome == "unknown"
        case _:
            return None


def tells(payment: Payment) -> str:
    """A closed choice is taken apart to its end."""
    match payment:
        case Payment.NOT_DUE | Payment.DUE | Payment.PENDING:
            return "open"
        case Payment.PAID | Payment.REFUNDED:
            return "moved"
        case Payment.DECLINED | Payment.WAIVED:
            return "not paid"
        case _:
            assert_never(payment)
