"""Finding the idempotency keys whose time is over, so that they can go."""

from __future__ import annotations

from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_index("ix_practice_core_keys_used", "practice_core_keys", ["practice_id", "used_at"])
