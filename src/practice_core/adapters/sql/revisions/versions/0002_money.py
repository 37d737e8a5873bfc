"""Attempts to charge and to give back, and when due work has to look at a session or a request."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from practice_core.adapters.sql.schema import Instant

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

_ID = sa.String(length=64).with_variant(sa.String(length=64, collation="C"), "postgresql")


def upgrade() -> None:
    op.create_table(
        "practice_core_attempts",
        sa.Column("practice_id", _ID, nullable=False),
        sa.Column("id", _ID, nullable=False),
        sa.Column("kind", sa.String(length=32), nullable=False),
        sa.Column("session_id", _ID, nullable=False),
        sa.Column("relationship_id", _ID, nullable=False),
        sa.Column("therapist_id", _ID, nullable=False),
        sa.Column("payer_id", _ID, nullable=False),
        sa.Column("amount", sa.BigInteger(), nullable=False),
        sa.Column("amount_currency", sa.String(length=3), nullable=False),
        sa.Column("description", sa.Text(), nullable=False),
        sa.Column("card_reference", sa.Text(), nullable=True),
        sa.Column("account", sa.Text(), nullable=True),
        sa.Column("charge_id", _ID, nullable=True),
        sa.Column("charge_reference", sa.Text(), nullable=True),
        sa.Column("made_at", Instant(), nullable=False),
        sa.Column("status", sa.String(length=32), nullable=False),
        sa.Column("reference", sa.Text(), nullable=True),
        sa.Column("reason", sa.String(length=32), nullable=True),
        sa.Column("settled_at", Instant(), nullable=True),
        sa.Column("elsewhere", sa.Boolean(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["practice_id", "session_id"],
            ["practice_core_sessions.practice_id", "practice_core_sessions.id"],
            name=op.f("fk_practice_core_attempts_practice_id_session_id"),
        ),
        sa.PrimaryKeyConstraint("practice_id", "id", name=op.f("pk_practice_core_attempts")),
    )
    # What was paid before there were attempts was paid elsewhere; its reference moves here.
    op.execute(
        sa.text("""
        INSERT INTO practice_core_attempts
            (practice_id, id, kind, session_id, relationship_id, therapist_id, payer_id, amount, amount_currency,
             description, made_at, status, reference, settled_at, elsewhere, version)
        SELECT practice_id, id, 'charge', id, relationship_id, therapist_id, payer_id, price, price_currency,
               '', charge_due_at, 'paid', payment_reference, charge_due_at, true, 1
        FROM practice_core_sessions WHERE settlement IN ('paid', 'refund_due', 'refunded')
        """)
    )
    op.create_index("ix_practice_core_attempts_session", "practice_core_attempts", ["practice_id", "session_id"])
    op.create_index(
        "ix_practice_core_attempts_paid",
        "practice_core_attempts",
        ["practice_id", "payer_id"],
        sqlite_where=sa.text("status = 'paid'"),
        postgresql_where=sa.text("status = 'paid'"),
    )
    op.add_column("practice_core_sessions", sa.Column("due_work", sa.String(length=32), nullable=True))
    op.add_column("practice_core_sessions", sa.Column("due_at", Instant(), nullable=True))
    op.execute(
        sa.text("""
        UPDATE practice_core_sessions SET due_work = 'charge', due_at = charge_due_at WHERE settlement = 'open'
        """)
    )
    op.execute(
        sa.text("""
        UPDATE practice_core_sessions SET due_work = 'refund', due_at = coalesce(closed_at, charge_due_at)
        WHERE settlement = 'refund_due'
        """)
    )
    op.drop_column("practice_core_sessions", "payment_reference")
    op.create_index(
        "ix_practice_core_sessions_due",
        "practice_core_sessions",
        ["practice_id", "due_work", "due_at"],
        sqlite_where=sa.text("due_work IS NOT NULL"),
        postgresql_where=sa.text("due_work IS NOT NULL"),
    )
    op.create_index(
        "ix_practice_core_sessions_refund_due",
        "practice_core_sessions",
        ["practice_id"],
        sqlite_where=sa.text("settlement = 'refund_due'"),
        postgresql_where=sa.text("settlement = 'refund_due'"),
    )
    op.create_index(
        "ix_practice_core_requests_expiring",
        "practice_core_requests",
        ["practice_id", "expires_at"],
        sqlite_where=sa.text("status = 'pending'"),
        postgresql_where=sa.text("status = 'pending'"),
    )
