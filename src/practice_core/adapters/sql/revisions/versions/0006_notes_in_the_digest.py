"""The journal's digests cover the notes, each by a salted digest. What was written before has none, and stays so."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

_JOURNAL = "practice_core_journal"


def upgrade() -> None:
    op.add_column(_JOURNAL, sa.Column("note_salt", sa.String(length=64), nullable=False, server_default=""))
    op.add_column(_JOURNAL, sa.Column("note_digest", sa.String(length=64), nullable=True))
