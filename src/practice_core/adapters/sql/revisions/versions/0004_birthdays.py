"""Birthdays: how old an attendee was when a relationship was opened, whether its therapist was told, who comes next."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

import sqlalchemy as sa
from alembic import op

from practice_core.adapters.sql.schema import Instant
from practice_core.domain.client import birthday
from practice_core.domain.practice import zone

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

_RELATIONSHIPS = "practice_core_relationships"
_NEW = (
    ("attendee_born_on", sa.Date()),
    ("under_age_by", sa.Integer()),
    ("birthday_told_at", Instant()),
    ("reviewed_at", Instant()),
    ("review", sa.String(length=32)),
)
# The minimum payer ages that a policy may ask for.
_AGES = range(16, 22)

_practices = sa.table("practice_core_practices", sa.column("id"), sa.column("time_zone"))
_clients = sa.table(
    "practice_core_clients", sa.column("practice_id"), sa.column("id"), sa.column("date_of_birth", sa.Date())
)
_relationships = sa.table(
    _RELATIONSHIPS,
    *(sa.column(name) for name in ("practice_id", "id", "attendee_id", "payer_id", "status")),
    sa.column("opened_at", Instant()),
    *(sa.column(name, of) for name, of in _NEW),
)


def upgrade() -> None:
    for name, of in _NEW:
        op.add_column(_RELATIONSHIPS, sa.Column(name, of, nullable=True))
    connection = op.get_bind()
    change = (
        sa.update(_relationships)
        .where(_relationships.c.practice_id == sa.bindparam("of"), _relationships.c.id == sa.bindparam("one"))
        .values({name: sa.bindparam(name) for name in ("attendee_born_on", "under_age_by", "review")})
    )
    for practice_id, time_zone in connection.execute(sa.select(_practices)).all():
        if rows := list(_young(connection, practice_id, time_zone)):
            connection.execute(change, rows)
    op.create_index(
        "ix_practice_core_relationships_birthdays",
        _RELATIONSHIPS,
        ["practice_id", "review", "under_age_by", "attendee_born_on"],
        sqlite_where=sa.text("review IS NOT NULL"),
        postgresql_where=sa.text("review IS NOT NULL"),
    )


def _young(connection: sa.Connection, practice_id: str, time_zone: str) -> Iterator[dict[str, Any]]:
    """The third-party relationships whose attendee was under age when they were opened, by some policy."""
    r, c = _relationships.c, _clients.c
    found = sa.select(r.id, r.status, r.opened_at, c.date_of_birth).where(
        r.practice_id == practice_id,
        r.attendee_id != r.payer_id,
        c.practice_id == r.practice_id,
        c.id == r.attendee_id,
        c.date_of_birth.is_not(None),
    )
    for relationship_id, status, opened_at, born in connection.execute(found):
        opened_on = _moment(opened_at).astimezone(zone(time_zone)).date()
        by = next((age for age in _AGES if opened_on < birthday(born, age)), None)
        if by is not None:
            yield {
                "of": practice_id,
                "one": relationship_id,
                "attendee_born_on": born,
                "under_age_by": by,
                "review": "waiting" if status == "active" else None,
            }


def _moment(held: datetime | int) -> datetime:
    """An instant as SQLite or PostgreSQL gives it."""
    return held if isinstance(held, datetime) else datetime(1970, 1, 1, tzinfo=UTC) + timedelta(microseconds=held)
