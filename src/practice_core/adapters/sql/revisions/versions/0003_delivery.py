"""Delivering notices: in which language, when each is tried next, what came of it; how often a session's calendar
entry has changed. Refunds that a gateway would not make are found by index."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from practice_core.adapters.sql.schema import Instant

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

_NOTICES = "practice_core_notices"


def _language() -> sa.Column[str]:
    return sa.Column("language", sa.Text(), nullable=False, server_default="en-GB")


def upgrade() -> None:
    op.add_column("practice_core_practices", _language())
    op.add_column("practice_core_sessions", sa.Column("sequence", sa.Integer(), nullable=False, server_default="0"))
    op.execute(
        sa.text("""
        UPDATE practice_core_sessions SET sequence = (
            SELECT count(*) FROM practice_core_journal j
            WHERE j.practice_id = practice_core_sessions.practice_id AND j.kind = 'session'
              AND j.thing_id = practice_core_sessions.id AND j.what IN ('moved', 'cancelled', 'rebooked'))
        WHERE journal_number > 1
        """)
    )
    op.add_column(_NOTICES, _language())
    op.add_column(_NOTICES, sa.Column("due_at", Instant(), nullable=True))
    op.add_column(_NOTICES, sa.Column("tries", sa.Integer(), nullable=False, server_default="0"))
    epoch = "0" if op.get_bind().dialect.name == "sqlite" else "'epoch'"
    op.add_column(_NOTICES, sa.Column("waiting_since", Instant(), nullable=False, server_default=sa.text(epoch)))
    op.add_column(_NOTICES, sa.Column("settled_at", Instant(), nullable=True))
    op.add_column(_NOTICES, sa.Column("reason", sa.Text(), nullable=False, server_default=""))
    # Nobody was ever sent these, and they lack what a letter tells; they are listed for staff, and go nowhere.
    op.execute(
        sa.text("""
        UPDATE practice_core_notices SET state = 'failed', waiting_since = created_at, settled_at = created_at,
                              reason = 'stored before there was delivery'
        WHERE state = 'waiting'
        """)
    )
    op.create_index(
        "ix_practice_core_attempts_refused",
        "practice_core_attempts",
        ["practice_id"],
        sqlite_where=sa.text("kind = 'refund' AND status = 'declined'"),
        postgresql_where=sa.text("kind = 'refund' AND status = 'declined'"),
    )
    op.create_index(
        "ix_practice_core_notices_due",
        _NOTICES,
        ["practice_id", "due_at"],
        sqlite_where=sa.text("state = 'waiting'"),
        postgresql_where=sa.text("state = 'waiting'"),
    )
    op.create_index(
        "ix_practice_core_notices_undelivered",
        _NOTICES,
        ["practice_id", "created_at"],
        sqlite_where=sa.text("state IN ('failed', 'unreachable')"),
        postgresql_where=sa.text("state IN ('failed', 'unreachable')"),
    )
