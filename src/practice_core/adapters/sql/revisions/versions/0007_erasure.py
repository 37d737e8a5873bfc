"""Erasing a client: who was erased, whom the gateway has yet to forget, and finding all that is kept on one."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from practice_core.adapters.sql.schema import Instant

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

_CLIENTS = "practice_core_clients"
_NOTICES = "practice_core_notices"
_INDEXES = {
    "ix_practice_core_requests_relationship": ("practice_core_requests", ["practice_id", "relationship_id"]),
    "ix_practice_core_requests_new_payer": ("practice_core_requests", ["practice_id", "new_payer_id"]),
    "ix_practice_core_notices_addressee": (_NOTICES, ["practice_id", "addressee"]),
}


def upgrade() -> None:
    for name in ("erased_at", "forget_due_at"):
        op.add_column(_CLIENTS, sa.Column(name, Instant(), nullable=True))
    op.create_index(
        "ix_practice_core_clients_forgetting",
        _CLIENTS,
        ["practice_id", "forget_due_at"],
        sqlite_where=sa.text("forget_due_at IS NOT NULL"),
        postgresql_where=sa.text("forget_due_at IS NOT NULL"),
    )
    for name, (table, columns) in _INDEXES.items():
        op.create_index(name, table, columns)
    # Made anew, so that it is the newest: of several that would do SQLite takes that one.
    undelivered = "ix_practice_core_notices_undelivered"
    op.drop_index(undelivered, _NOTICES)
    op.create_index(
        undelivered,
        _NOTICES,
        ["practice_id", "created_at"],
        sqlite_where=sa.text("state IN ('failed', 'unreachable')"),
        postgresql_where=sa.text("state IN ('failed', 'unreachable')"),
    )
