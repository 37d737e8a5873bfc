"""The core inside another service, as the interface shows it: preview, confirm, rebook."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from practice_core import Actor, Money, RelationshipEnded, connect
from practice_core.adapters.clock import SettableClock

NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)


@pytest.mark.parametrize("store", ["memory", "sqlite"])
def test_a_host_previews_confirms_and_rebooks(tmp_path: Path, store: str) -> None:
    """M7, M8, S8: the sessions end up with the attendee paying, at the same times."""
    url = "memory://" if store == "memory" else f"sqlite:///{tmp_path / 'practice.db'}"
    with connect(url, clock=SettableClock(NOW)) as core:
        practice = core.practices.open(name="Riverside", time_zone="Europe/London", currency="GBP")
        office = Actor.staff(practice.id, "front-desk")
        therapist = core.therapists.register(office, name="Efua Boateng", email="efua@riverside.example")
        friend = core.clients.register(
            office, given_name="Vera", family_name="Moreau", email="vera@mail.example", phone="+44 7700 900001"
        )
        attendee = core.clients.register(
            office,
            given_name="Lena",
            family_name="Dubois",
            email="lena@mail.example",
            phone="+44 7700 900002",
            date_of_birth=date(2001, 5, 4),
        )
        for client in (friend, attendee):
            core.cards.add(office, client.id, reference=f"pm_{client.id}")
        paid_by_friend = core.relationships.open(
            office, therapist_id=therapist.id, attendee_id=attendee.id, payer_id=friend.id, fee=Money(6000, "GBP")
        )
        me = Actor.therapist(practice.id, therapist.id)
        times = [NOW + timedelta(weeks=week) for week in (1, 2)]
        booked = [
            core.sessions.book(me, paid_by_friend.id, starts_at=at, duration=timedelta(minutes=50)) for at in times
        ]

        preview = core.migrations.preview(me, paid_by_friend.id, requested_by=attendee.id)
        assert (True, tuple(session.id for session in booked)) == (preview.allowed, preview.sessions_to_rebook)
        migration = core.migrations.confirm(
            me, paid_by_friend.id, requested_by=attendee.id, idempotency_key="form-8a31"
        )
        again = core.migrations.confirm(me, paid_by_friend.id, requested_by=attendee.id, idempotency_key="form-8a31")
        assert migration.opened.id == again.opened.id
        core.sessions.rebook_all(me, migration.ended.id)

        fresh = core.sessions.of_relationship(me, migration.opened.id)
        assert [(at, attendee.id, Money(6000, "GBP")) for at in times] == [
            (session.starts_at, session.payer_id, session.price) for session in fresh
        ]
        with pytest.raises(RelationshipEnded) as refused:
            core.sessions.book(
                me, paid_by_friend.id, starts_at=NOW + timedelta(weeks=3), duration=timedelta(minutes=50)
            )
        assert migration.opened.id == refused.value.successor_id
        assert ["opened", "migrated"] == [entry.what for entry in core.journal.of(me, paid_by_friend.id)]
