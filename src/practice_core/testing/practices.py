"""Whole practices: everything in them refers to something that is there, and nothing that is unique is there twice."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from operator import attrgetter
from typing import Any, TypeVar

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from ..domain.attempt import Attempt, AttemptKind
from ..domain.client import Client
from ..domain.journal import JournalEntry, Kind
from ..domain.migration_request import MigrationRequest, RequestStatus
from ..domain.money import Money
from ..domain.notice import Notice, NoticeKind
from ..domain.practice import Practice, Therapist
from ..domain.relationship import Relationship
from ..domain.session import SessionRecord
from ..ports.store import Keepable, KeyRecord
from . import things

T = TypeVar("T")
NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)
HOUR = timedelta(hours=1)


def a_practice(practice_id: str) -> dict[type, Any]:
    """One thing of every kind, plainly: a relationship of a therapist and one client, and what stands under it."""
    of: dict[str, Any] = {"practice_id": practice_id}
    relationship = Relationship(
        **of, id="r", therapist_id="t", attendee_id="c", payer_id="c", opened_at=NOON, fee=Money(6000, "GBP")
    )
    return {
        Practice: Practice(id=practice_id, name="Willow", time_zone="Europe/London", currency="GBP"),
        Therapist: Therapist(**of, id="t", name="Mara Ilić", email="mara@willow.example"),
        Client: Client(**of, id="c", given_name="Ines", family_name="Vale", email="ines@mail.example"),
        Relationship: relationship,
        MigrationRequest: MigrationRequest(
            **of,
            id="q",
            relationship_id="r",
            requested_by="c",
            new_payer_id="c",
            requested_at=NOON,
            recorded_by="staff:s",
            expires_at=NOON + 30 * 24 * HOUR,
        ),
        SessionRecord: SessionRecord(
            **of,
            id="s",
            relationship_id="r",
            therapist_id="t",
            attendee_id="c",
            payer_id="c",
            starts_at=NOON + 72 * HOUR,
            ends_at=NOON + 73 * HOUR,
            price=Money(6000, "GBP"),
            booked_at=NOON,
            charge_due_at=NOON + 24 * HOUR,
        ),
        Attempt: Attempt(
            **of,
            id="a",
            kind=AttemptKind.CHARGE,
            session_id="s",
            relationship_id="r",
            therapist_id="t",
            payer_id="c",
            amount=Money(6000, "GBP"),
            made_at=NOON + 24 * HOUR,
        ),
        Notice: Notice(
            **of,
            id="n",
            kind=NoticeKind.ADD_CARD,
            addressee="client:c",
            about="client:c",
            created_at=NOON,
            due_at=NOON,
            waiting_since=NOON,
        ),
        JournalEntry: JournalEntry(
            **of, kind=Kind.CLIENT, thing_id="c", what="registered", actor="staff:s", at=NOON, number=1
        ),
        KeyRecord: KeyRecord(**of, id="k", fingerprint="f", answer=("r", None), used_at=NOON),
    }


@st.composite
def whole_practices(draw: st.DrawFn, practice_id: str) -> list[Keepable]:
    """A practice and everything in it, each thing after what it refers to.

    Ids and instants come from a few, so that things meet, questions find something, and orders have ties.
    """
    practice = st.just(practice_id)
    some_ids = draw(st.lists(things.ids(8), min_size=3, max_size=5, unique=True))
    times = draw(st.lists(things.instants(), min_size=1, max_size=4))
    times += [at + timedelta(microseconds=1) for at in times if at < things.LAST]
    id_, at = st.sampled_from(some_ids), st.sampled_from(times)

    def several(strategy: SearchStrategy[T], most: int = 5) -> list[T]:
        return draw(st.lists(strategy, min_size=1, max_size=most, unique_by=attrgetter("id")))

    therapists = several(things.therapists(id=id_, practice_id=practice), 2)
    clients = several(things.clients(id=id_, practice_id=practice, forget_due_at=st.none() | at), 4)
    relationships = several(
        things.relationships(
            id=id_,
            practice_id=practice,
            therapist_id=_one(therapists),
            attendee_id=_one(clients),
            payer_id=_one(clients),
            opened_at=at,
            ended_at=st.none() | at,
        )
    )
    relationships = _first_of(relationships, [_active(one) for one in relationships])
    requests = several(
        things.requests(
            id=id_,
            practice_id=practice,
            relationship_id=_one(relationships),
            requested_by=id_,
            new_payer_id=_one(clients),
            requested_at=at,
        )
    )
    requests = _first_of(requests, [_pending(one) for one in requests])
    under = st.sampled_from(relationships)
    sessions = several(
        under.flatmap(
            lambda one: things.sessions(
                id=id_,
                practice_id=practice,
                relationship_id=st.just(one.id),
                therapist_id=st.just(one.therapist_id),
                attendee_id=st.just(one.attendee_id),
                payer_id=st.just(one.payer_id),
                starts_at=at,
                due_at=st.none() | at,
            )
        )
    )
    attempts = several(
        things.attempts(id=id_, practice_id=practice, session_id=_one(sessions), payer_id=_one(clients), made_at=at)
    )
    about, to = st.sampled_from(("client:c", "session:s")), st.sampled_from(("client:c", "therapist:t"))
    fixed = {"id": id_, "practice_id": practice, "about": about, "addressee": to, "created_at": at}
    notices = several(things.notices(**fixed, due_at=st.none() | at))
    number = st.integers(1, 3)
    entry = things.entries(practice_id=practice, thing_id=id_, number=number)
    entries = draw(st.lists(entry, min_size=1, max_size=5, unique_by=lambda one: (one.kind, one.thing_id, one.number)))
    keys = several(things.keys(id=id_, practice_id=practice), 2)
    its = [draw(things.practices(id=practice))]
    return [*its, *therapists, *clients, *relationships, *requests, *sessions, *attempts, *notices, *entries, *keys]


def _one(kept: Sequence[Any]) -> SearchStrategy[str]:
    return st.sampled_from([one.id for one in kept])


def _active(one: Relationship) -> object:
    """What no other may have (P2)."""
    return one.id if one.ended else (one.therapist_id, one.attendee_id, one.payer_id)


def _pending(one: MigrationRequest) -> object:
    """What no other may have (M10)."""
    return one.id if one.status is not RequestStatus.PENDING else (one.relationship_id, one.requested_by)


def _first_of(kept: list[T], marks: list[object]) -> list[T]:
    """Of those with the same mark, the first."""
    return [one for place, one in enumerate(kept) if marks.index(marks[place]) == place]
