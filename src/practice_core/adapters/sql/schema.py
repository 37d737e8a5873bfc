"""The tables, as SQLAlchemy Core knows them. The revisions beside this file make them.

They share a host's database, so their names begin with ``practice_core_``. Every key leads with
`practice_id`; there are no sequences and no triggers. Things that have a journal keep the number and digest of
its last entry beside their version, so that a chain cannot fork.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Dialect
from sqlalchemy.types import TypeDecorator

PREFIX = "practice_core_"
VERSION_TABLE = PREFIX + "version"

metadata = sa.MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    }
)


class Instant(TypeDecorator[datetime]):
    """An instant: integer UTC microseconds on SQLite, `timestamptz` elsewhere; order and equality survive."""

    impl = sa.BigInteger
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> Any:
        if dialect.name == "sqlite":
            return dialect.type_descriptor(sa.BigInteger())
        return dialect.type_descriptor(sa.TIMESTAMP(timezone=True))


# By code points on every database, so that they sort alike.
_ID = sa.String(64).with_variant(sa.String(64, collation="C"), "postgresql")
_CODE = sa.String(32)


def _id(name: str, **options: Any) -> sa.Column[Any]:
    return sa.Column(name, _ID, nullable=options.pop("nullable", False), **options)


def _table(
    name: str,
    *parts: Any,
    key: Sequence[str] = ("practice_id", "id"),
    versioned: bool = True,
    chained: bool = False,
) -> sa.Table:
    """A table of one kind of thing: its key, what it is, and the store's stamp on it."""
    stamp: list[sa.Column[Any]] = []
    if versioned:
        stamp.append(sa.Column("version", sa.Integer, nullable=False))
    if chained:
        stamp.append(sa.Column("journal_number", sa.Integer, nullable=False))
        stamp.append(sa.Column("journal_digest", sa.String(64), nullable=False))
    return sa.Table(
        PREFIX + name,
        metadata,
        *parts,
        *stamp,
        sa.PrimaryKeyConstraint(*key),
    )


def _refers(*columns: str, to: str) -> sa.ForeignKeyConstraint:
    there = ("practice_id", "id") if len(columns) == 2 else ("id",)
    return sa.ForeignKeyConstraint(columns, [f"{PREFIX}{to}.{column}" for column in there])


practices = _table(
    "practices",
    # A practice's own id is its practice_id; the key is one column here.
    _id("id"),
    sa.Column("name", sa.Text, nullable=False),
    sa.Column("time_zone", sa.Text, nullable=False),
    sa.Column("currency", sa.String(3), nullable=False),
    sa.Column("policy", sa.Text, nullable=False),
    sa.Column("language", sa.Text, nullable=False),
    key=("id",),
    chained=True,
)

therapists = _table(
    "therapists",
    _id("practice_id"),
    _id("id"),
    sa.Column("name", sa.Text, nullable=False),
    sa.Column("email", sa.Text),
    _refers("practice_id", to="practices"),
    chained=True,
)

clients = _table(
    "clients",
    _id("practice_id"),
    _id("id"),
    sa.Column("given_name", sa.Text, nullable=False),
    sa.Column("family_name", sa.Text, nullable=False),
    sa.Column("email", sa.Text),
    sa.Column("phone", sa.Text),
    sa.Column("date_of_birth", sa.Date),
    sa.Column("language", sa.Text, nullable=False),
    sa.Column("card_reference", sa.Text),
    sa.Column("card_brand", sa.Text),
    sa.Column("card_last4", sa.String(4)),
    sa.Column("card_exp_month", sa.Integer),
    sa.Column("card_exp_year", sa.Integer),
    sa.Column("gateway_account", sa.Text),
    sa.Column("registered_by", sa.Text, nullable=False),
    sa.Column("erased_at", Instant),
    sa.Column("forget_due_at", Instant),
    _refers("practice_id", to="practices"),
    chained=True,
)
# Few at any time: whom the gateway has yet to forget (D3).
sa.Index(
    "ix_practice_core_clients_forgetting",
    clients.c.practice_id,
    clients.c.forget_due_at,
    sqlite_where=sa.text("forget_due_at IS NOT NULL"),
    postgresql_where=sa.text("forget_due_at IS NOT NULL"),
)

relationships = _table(
    "relationships",
    _id("practice_id"),
    _id("id"),
    _id("therapist_id"),
    _id("attendee_id"),
    _id("payer_id"),
    sa.Column("status", _CODE, nullable=False),
    sa.Column("opened_at", Instant, nullable=False),
    sa.Column("fee", sa.BigInteger),
    sa.Column("fee_currency", sa.String(3)),
    sa.Column("ended_at", Instant),
    sa.Column("end_reason", sa.Text),
    sa.Column("ended_by", sa.Text),
    _id("predecessor_id", nullable=True),
    _id("successor_id", nullable=True),
    sa.Column("awaits_agreement", sa.Boolean, nullable=False),
    sa.Column("attendee_born_on", sa.Date),
    sa.Column("under_age_by", sa.Integer),
    sa.Column("birthday_told_at", Instant),
    sa.Column("reviewed_at", Instant),
    sa.Column("review", _CODE),
    _refers("practice_id", "therapist_id", to="therapists"),
    _refers("practice_id", "attendee_id", to="clients"),
    _refers("practice_id", "payer_id", to="clients"),
    chained=True,
)
_r = relationships.c
sa.Index("ix_practice_core_relationships_family", _r.practice_id, _r.therapist_id, _r.attendee_id)
sa.Index("ix_practice_core_relationships_attendee", _r.practice_id, _r.attendee_id)
sa.Index("ix_practice_core_relationships_payer", _r.practice_id, _r.payer_id)
# P2: at most one active for the same therapist, attendee and payer.
sa.Index(
    "uq_practice_core_relationships_active",
    _r.practice_id,
    _r.therapist_id,
    _r.attendee_id,
    _r.payer_id,
    unique=True,
    sqlite_where=sa.text("status = 'active'"),
    postgresql_where=sa.text("status = 'active'"),
)

# M11: those with a birthday to review, whenever that is, the oldest first.
sa.Index(
    "ix_practice_core_relationships_birthdays",
    _r.practice_id,
    _r.review,
    _r.under_age_by,
    _r.attendee_born_on,
    sqlite_where=sa.text("review IS NOT NULL"),
    postgresql_where=sa.text("review IS NOT NULL"),
)

requests = _table(
    "requests",
    _id("practice_id"),
    _id("id"),
    _id("relationship_id"),
    _id("requested_by"),
    _id("new_payer_id"),
    sa.Column("requested_at", Instant, nullable=False),
    sa.Column("recorded_by", sa.Text, nullable=False),
    sa.Column("channel", sa.Text, nullable=False),
    sa.Column("expires_at", Instant, nullable=False),
    sa.Column("status", _CODE, nullable=False),
    sa.Column("accepted_at", Instant),
    sa.Column("closed_at", Instant),
    sa.Column("close_reason", sa.Text, nullable=False),
    sa.Column("token_digest", sa.String(64), nullable=False),
    _refers("practice_id", "relationship_id", to="relationships"),
)
# M10: one pending request for each relationship and client.
sa.Index(
    "uq_practice_core_requests_pending",
    requests.c.practice_id,
    requests.c.relationship_id,
    requests.c.requested_by,
    unique=True,
    sqlite_where=sa.text("status = 'pending'"),
    postgresql_where=sa.text("status = 'pending'"),
)
sa.Index(
    "ix_practice_core_requests_expiring",
    requests.c.practice_id,
    requests.c.expires_at,
    sqlite_where=sa.text("status = 'pending'"),
    postgresql_where=sa.text("status = 'pending'"),
)

# Everything kept on a client is found by what they attend or pay under, and by what names them.
sa.Index("ix_practice_core_requests_relationship", requests.c.practice_id, requests.c.relationship_id)
sa.Index("ix_practice_core_requests_new_payer", requests.c.practice_id, requests.c.new_payer_id)

sessions = _table(
    "sessions",
    _id("practice_id"),
    _id("id"),
    _id("relationship_id"),
    _id("therapist_id"),
    _id("attendee_id"),
    _id("payer_id"),
    sa.Column("starts_at", Instant, nullable=False),
    sa.Column("ends_at", Instant, nullable=False),
    sa.Column("price", sa.BigInteger, nullable=False),
    sa.Column("price_currency", sa.String(3), nullable=False),
    sa.Column("booked_at", Instant, nullable=False),
    sa.Column("charge_due_at", Instant, nullable=False),
    sa.Column("status", _CODE, nullable=False),
    sa.Column("settlement", _CODE, nullable=False),
    sa.Column("due_work", _CODE),
    sa.Column("due_at", Instant),
    _id("rebooked_from", nullable=True),
    _id("rebooked_as", nullable=True),
    sa.Column("closed_at", Instant),
    sa.Column("late", sa.Boolean, nullable=False),
    sa.Column("close_reason", sa.Text, nullable=False),
    sa.Column("sequence", sa.Integer, nullable=False),
    _refers("practice_id", "relationship_id", to="relationships"),
    chained=True,
)
_s = sessions.c
sa.Index("ix_practice_core_sessions_relationship", _s.practice_id, _s.relationship_id, _s.starts_at)
sa.Index(
    "ix_practice_core_sessions_calendar",
    _s.practice_id,
    _s.therapist_id,
    _s.starts_at,
    sqlite_where=sa.text("status = 'scheduled'"),
    postgresql_where=sa.text("status = 'scheduled'"),
)

# Due work, by kind, the oldest first.
sa.Index(
    "ix_practice_core_sessions_due",
    _s.practice_id,
    _s.due_work,
    _s.due_at,
    sqlite_where=sa.text("due_work IS NOT NULL"),
    postgresql_where=sa.text("due_work IS NOT NULL"),
)
# Few at any time: what staff have to give back by hand is among them.
sa.Index(
    "ix_practice_core_sessions_refund_due",
    _s.practice_id,
    sqlite_where=sa.text("settlement = 'refund_due'"),
    postgresql_where=sa.text("settlement = 'refund_due'"),
)

attempts = _table(
    "attempts",
    _id("practice_id"),
    _id("id"),
    sa.Column("kind", _CODE, nullable=False),
    _id("session_id"),
    _id("relationship_id"),
    _id("therapist_id"),
    _id("payer_id"),
    sa.Column("amount", sa.BigInteger, nullable=False),
    sa.Column("amount_currency", sa.String(3), nullable=False),
    sa.Column("description", sa.Text, nullable=False),
    sa.Column("card_reference", sa.Text),
    sa.Column("account", sa.Text),
    _id("charge_id", nullable=True),
    sa.Column("charge_reference", sa.Text),
    sa.Column("made_at", Instant, nullable=False),
    sa.Column("status", _CODE, nullable=False),
    sa.Column("reference", sa.Text),
    sa.Column("reason", _CODE),
    sa.Column("settled_at", Instant),
    sa.Column("elsewhere", sa.Boolean, nullable=False),
    _refers("practice_id", "session_id", to="sessions"),
)
_a = attempts.c
sa.Index("ix_practice_core_attempts_session", _a.practice_id, _a.session_id)
sa.Index(
    "ix_practice_core_attempts_paid",
    _a.practice_id,
    _a.payer_id,
    sqlite_where=sa.text("status = 'paid'"),
    postgresql_where=sa.text("status = 'paid'"),
)

# Few at any time: what a gateway would not give back.
sa.Index(
    "ix_practice_core_attempts_refused",
    _a.practice_id,
    sqlite_where=sa.text("kind = 'refund' AND status = 'declined'"),
    postgresql_where=sa.text("kind = 'refund' AND status = 'declined'"),
)

notices = _table(
    "notices",
    _id("practice_id"),
    _id("id"),
    sa.Column("kind", _CODE, nullable=False),
    sa.Column("addressee", sa.Text, nullable=False),
    sa.Column("language", sa.Text, nullable=False),
    sa.Column("about", sa.Text, nullable=False),
    sa.Column("facts", sa.Text, nullable=False),
    sa.Column("created_at", Instant, nullable=False),
    sa.Column("state", _CODE, nullable=False),
    sa.Column("due_at", Instant),
    sa.Column("tries", sa.Integer, nullable=False),
    sa.Column("waiting_since", Instant, nullable=False),
    sa.Column("settled_at", Instant),
    sa.Column("reason", sa.Text, nullable=False),
    _refers("practice_id", to="practices"),
)
_n = notices.c
sa.Index("ix_practice_core_notices_about", _n.practice_id, _n.about)
sa.Index("ix_practice_core_notices_addressee", _n.practice_id, _n.addressee)
sa.Index(
    "ix_practice_core_notices_due",
    _n.practice_id,
    _n.due_at,
    sqlite_where=sa.text("state = 'waiting'"),
    postgresql_where=sa.text("state = 'waiting'"),
)
# Few at any time: those that somebody has to look at.
sa.Index(
    "ix_practice_core_notices_undelivered",
    _n.practice_id,
    _n.created_at,
    sqlite_where=sa.text("state IN ('failed', 'unreachable')"),
    postgresql_where=sa.text("state IN ('failed', 'unreachable')"),
)

journal = _table(
    "journal",
    _id("practice_id"),
    sa.Column("kind", _CODE, nullable=False),
    _id("thing_id"),
    sa.Column("number", sa.Integer, nullable=False),
    sa.Column("what", _CODE, nullable=False),
    sa.Column("actor", sa.Text, nullable=False),
    sa.Column("requested_by", sa.Text, nullable=False),
    sa.Column("at", Instant, nullable=False),
    sa.Column("facts", sa.Text, nullable=False),
    sa.Column("note", sa.Text, nullable=False),
    sa.Column("note_salt", sa.String(64), nullable=False),
    sa.Column("note_digest", sa.String(64)),
    sa.Column("previous", sa.String(64), nullable=False),
    sa.Column("digest", sa.String(64), nullable=False),
    _refers("practice_id", to="practices"),
    key=("practice_id", "kind", "thing_id", "number"),
    versioned=False,
)

keys = _table(
    "keys",
    _id("practice_id"),
    _id("id"),
    sa.Column("fingerprint", sa.String(64), nullable=False),
    sa.Column("answer", sa.Text, nullable=False),
    sa.Column("used_at", Instant, nullable=False),
    _refers("practice_id", to="practices"),
)
# Those whose time is over (D1).
sa.Index("ix_practice_core_keys_used", keys.c.practice_id, keys.c.used_at)
