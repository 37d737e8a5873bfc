"""Mapped classes on the library's tables, with SQLAlchemy's own counter of versions."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Dialect
from sqlalchemy.orm import DeclarativeBase, Mapped, declared_attr, mapped_column, relationship

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
MICROSECOND = timedelta(microseconds=1)


class Instant(sa.types.TypeDecorator[datetime]):
    """Microseconds on SQLite, `timestamptz` on PostgreSQL."""

    impl = sa.TIMESTAMP(timezone=True)
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> Any:
        return dialect.type_descriptor(sa.BigInteger() if dialect.name == "sqlite" else sa.TIMESTAMP(timezone=True))

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> Any:
        return (value - EPOCH) // MICROSECOND if value is not None and dialect.name == "sqlite" else value

    def process_result_value(self, value: Any, dialect: Dialect) -> datetime | None:
        return EPOCH + timedelta(microseconds=value) if isinstance(value, int) else value


class Model(DeclarativeBase):
    type_annotation_map = {datetime: Instant}  # noqa: RUF012 - SQLAlchemy's way


class OfPractice:
    """What is a practice's, by its own id."""

    practice_id: Mapped[str] = mapped_column(primary_key=True)
    id: Mapped[str] = mapped_column(primary_key=True)
    version: Mapped[int]

    @declared_attr.directive
    def __mapper_args__(cls) -> dict[str, Any]:  # noqa: N805
        return {"version_id_col": cls.version}


class Chained(OfPractice):
    """What has a journal."""

    journal_number: Mapped[int] = mapped_column(default=0)
    journal_digest: Mapped[str] = mapped_column(default="")


def _refers(column: str, to: str) -> sa.ForeignKeyConstraint:
    there = [f"practice_core_{to}.practice_id", f"practice_core_{to}.id"]
    return sa.ForeignKeyConstraint(["practice_id", column], there)


class Practice(Model):
    __tablename__ = "practice_core_practices"

    id: Mapped[str] = mapped_column(primary_key=True)
    name: Mapped[str]
    time_zone: Mapped[str]
    currency: Mapped[str]
    policy: Mapped[str]
    language: Mapped[str]


class Therapist(Chained, Model):
    __tablename__ = "practice_core_therapists"

    name: Mapped[str]
    email: Mapped[str | None]


class Client(Chained, Model):
    __tablename__ = "practice_core_clients"

    given_name: Mapped[str]
    family_name: Mapped[str]
    email: Mapped[str | None]
    phone: Mapped[str | None]
    date_of_birth: Mapped[date | None]
    language: Mapped[str]
    card_reference: Mapped[str | None]
    card_brand: Mapped[str | None]
    card_last4: Mapped[str | None]
    card_exp_month: Mapped[int | None]
    card_exp_year: Mapped[int | None]
    gateway_account: Mapped[str | None]
    registered_by: Mapped[str]


class Relationship(Chained, Model):
    __tablename__ = "practice_core_relationships"
    __table_args__ = (_refers("payer_id", "clients"),)

    therapist_id: Mapped[str]
    attendee_id: Mapped[str]
    payer_id: Mapped[str]
    status: Mapped[str]
    opened_at: Mapped[datetime]
    fee: Mapped[int | None]
    fee_currency: Mapped[str | None]
    ended_at: Mapped[datetime | None]
    end_reason: Mapped[str | None]
    ended_by: Mapped[str | None]
    predecessor_id: Mapped[str | None]
    successor_id: Mapped[str | None]
    awaits_agreement: Mapped[bool]
    attendee_born_on: Mapped[date | None]
    under_age_by: Mapped[int | None]
    birthday_told_at: Mapped[datetime | None]
    reviewed_at: Mapped[datetime | None]
    review: Mapped[str | None]
    payer: Mapped[Client] = relationship(viewonly=True)


class Request(OfPractice, Model):
    __tablename__ = "practice_core_requests"
    __table_args__ = (_refers("relationship_id", "relationships"),)

    relationship_id: Mapped[str]
    requested_by: Mapped[str]
    new_payer_id: Mapped[str]
    requested_at: Mapped[datetime]
    recorded_by: Mapped[str]
    channel: Mapped[str]
    expires_at: Mapped[datetime]
    status: Mapped[str]
    accepted_at: Mapped[datetime | None]
    closed_at: Mapped[datetime | None]
    close_reason: Mapped[str]
    token_digest: Mapped[str]


class Appointment(Chained, Model):
    """A session; the word is taken here."""

    __tablename__ = "practice_core_sessions"
    __table_args__ = (_refers("relationship_id", "relationships"),)

    relationship_id: Mapped[str]
    therapist_id: Mapped[str]
    attendee_id: Mapped[str]
    payer_id: Mapped[str]
    starts_at: Mapped[datetime]
    ends_at: Mapped[datetime]
    price: Mapped[int]
    price_currency: Mapped[str]
    booked_at: Mapped[datetime]
    charge_due_at: Mapped[datetime]
    status: Mapped[str]
    settlement: Mapped[str]
    due_work: Mapped[str | None]
    due_at: Mapped[datetime | None]
    rebooked_from: Mapped[str | None]
    rebooked_as: Mapped[str | None]
    closed_at: Mapped[datetime | None]
    late: Mapped[bool] = mapped_column(default=False)
    close_reason: Mapped[str] = mapped_column(default="")
    sequence: Mapped[int] = mapped_column(default=0)
    under: Mapped[Relationship] = relationship(viewonly=True)


class Attempt(OfPractice, Model):
    __tablename__ = "practice_core_attempts"
    __table_args__ = (_refers("session_id", "sessions"),)

    kind: Mapped[str]
    session_id: Mapped[str]
    relationship_id: Mapped[str]
    therapist_id: Mapped[str]
    payer_id: Mapped[str]
    amount: Mapped[int]
    amount_currency: Mapped[str]
    description: Mapped[str]
    card_reference: Mapped[str | None]
    account: Mapped[str | None]
    charge_id: Mapped[str | None]
    charge_reference: Mapped[str | None]
    made_at: Mapped[datetime]
    status: Mapped[str]
    reference: Mapped[str | None]
    reason: Mapped[str | None]
    settled_at: Mapped[datetime | None]
    elsewhere: Mapped[bool] = mapped_column(default=False)
    appointment: Mapped[Appointment] = relationship(viewonly=True)


class Notice(OfPractice, Model):
    __tablename__ = "practice_core_notices"

    kind: Mapped[str]
    addressee: Mapped[str]
    language: Mapped[str]
    about: Mapped[str]
    facts: Mapped[str]
    created_at: Mapped[datetime]
    state: Mapped[str]
    due_at: Mapped[datetime | None]
    tries: Mapped[int]
    waiting_since: Mapped[datetime]
    settled_at: Mapped[datetime | None]
    reason: Mapped[str]


class Entry(Model):
    """Of the journal."""

    __tablename__ = "practice_core_journal"

    practice_id: Mapped[str] = mapped_column(primary_key=True)
    kind: Mapped[str] = mapped_column(primary_key=True)
    thing_id: Mapped[str] = mapped_column(primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True)
    what: Mapped[str]
    actor: Mapped[str]
    requested_by: Mapped[str]
    at: Mapped[datetime]
    facts: Mapped[str]
    note: Mapped[str]
    note_salt: Mapped[str]
    note_digest: Mapped[str | None]
    previous: Mapped[str]
    digest: Mapped[str]


class Key(OfPractice, Model):
    __tablename__ = "practice_core_keys"

    fingerprint: Mapped[str]
    answer: Mapped[str]
    used_at: Mapped[datetime]
