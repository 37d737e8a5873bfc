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
_INDEXES = {
    "ix_practice_core_requests_relationship": ("practice_core_requests", "relationship_id"),
    "ix_practice_core_requests_new_payer": ("practice_core_requests", "new_payer_id"),
    "ix_practice_core_notices_addressee": ("practice_core_notices", "addressee"),
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
    for name, (table, column) in _INDEXES.items():
        op.create_index(name, table, ["practice_id", column])
