"""Whom a request would have pay: of those there are, the attendee. What is kept of the token to answer it with."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

_REQUESTS = "practice_core_requests"


def upgrade() -> None:
    collation = None if op.get_bind().dialect.name == "sqlite" else "C"
    new_payer = sa.Column("new_payer_id", sa.String(64, collation=collation), nullable=False, server_default="")
    op.add_column(_REQUESTS, new_payer)
    op.execute(
        sa.text("""
        UPDATE practice_core_requests SET new_payer_id = (
            SELECT attendee_id FROM practice_core_relationships r
            WHERE r.practice_id = practice_core_requests.practice_id AND r.id = practice_core_requests.relationship_id)
        """)
    )
    op.add_column(_REQUESTS, sa.Column("token_digest", sa.String(64), nullable=False, server_default=""))
