"""What is true of a practice at any moment, whatever was done."""

from __future__ import annotations

from collections import Counter
from datetime import datetime
from itertools import combinations

from practice_core import PracticeCore, Relationship, SessionStatus
from practice_core.domain.actor import Actor
from practice_core.domain.client import birthday
from practice_core.domain.session import charged_under

from .sides import State


def one_active_relationship_of_the_same_three(state: State) -> None:
    """P2: no two are active for the same therapist, attendee and payer."""
    active = [(r.therapist_id, r.attendee_id, r.payer_id) for r in state.relationships.values() if not r.ended]
    assert [] == [three for three, count in Counter(active).items() if count > 1]


def a_chain_of_successors_leads_to_one(state: State) -> None:
    """P3, P4, M7: each successor is there, of the same two people, and has ended before or is the only active one."""
    for one in state.relationships.values():
        passed = [one]
        while passed[-1].successor_id is not None:
            before, after = passed[-1], state.relationships[passed[-1].successor_id]
            assert before.ended, f"{before.id} is active beside its successor"
            migrated = after.payer_id == after.attendee_id
            assert before.end_reason == ("migrated" if migrated else "transferred")
            assert before.payer_id != after.payer_id, f"{before.id} was handed to its own payer"
            assert (before.therapist_id, before.attendee_id) == (after.therapist_id, after.attendee_id)
            assert after.id not in {r.id for r in passed}, "a chain that bites its tail"
            passed.append(after)
        assert len([r for r in passed if not r.ended]) <= 1
    for one in state.relationships.values():
        if one.predecessor_id is not None:
            assert state.relationships[one.predecessor_id].successor_id == one.id


def no_therapist_is_in_two_sessions(state: State) -> None:
    """S4: scheduled sessions of a therapist do not overlap; half-open."""
    scheduled = [s for s in state.sessions.values() if s.status is SessionStatus.SCHEDULED]
    for one, other in combinations(scheduled, 2):
        if one.therapist_id == other.therapist_id:
            assert one.ends_at <= other.starts_at or other.ends_at <= one.starts_at, f"{one.id} and {other.id}"


def nothing_to_come_is_charged_under_what_has_ended(state: State, at: datetime) -> None:
    """C2, P5: what is upcoming under an ended relationship was handed on, waits for rebooking, and is charged to
    nobody."""
    for session in state.sessions.values():
        under = state.relationships[session.relationship_id]
        if session.upcoming(at) and under.ended:
            assert under.handed_on, f"{session.id} was left behind"
            assert not charged_under(session, under), f"{session.id} is charged to a former payer"


def a_session_is_its_relationships(state: State) -> None:
    """S1, M8: therapist, attendee and payer are those of the relationship it was booked under."""
    for session in state.sessions.values():
        under = state.relationships[session.relationship_id]
        assert (under.therapist_id, under.attendee_id, under.payer_id) == (
            session.therapist_id,
            session.attendee_id,
            session.payer_id,
        )


def rebooked_sessions_name_each_other(state: State) -> None:
    """S8: the old one is cancelled, never late; the new one stands under the end of the chain at that time."""
    for old in state.sessions.values():
        if old.rebooked_as is None:
            continue
        new = state.sessions[old.rebooked_as]
        assert new.rebooked_from == old.id
        assert (old.status, old.late) == (SessionStatus.CANCELLED, False)
        assert new.relationship_id in _successors(state, state.relationships[old.relationship_id])
        assert new.booked_at == old.closed_at
    for new in state.sessions.values():
        if new.rebooked_from is not None:
            assert state.sessions[new.rebooked_from].rebooked_as == new.id


def a_relationship_that_ended_waits_for_no_answer(state: State, at: datetime) -> None:
    """M10: one pending request per relationship and client, and none under an ended one."""
    pending = [q for q in state.requests.values() if q.pending(at)]
    assert len(pending) == len({(q.relationship_id, q.requested_by) for q in pending})
    for request in pending:
        under = state.relationships[request.relationship_id]
        assert not under.ended
        assert request.requested_by in (under.attendee_id, under.payer_id)
        assert request.new_payer_id != under.payer_id


def needing_rebooking_is_what_it_says(core: PracticeCore, state: State, at: datetime, staff: Actor) -> None:
    """M8: the upcoming sessions of what was migrated or transferred, by start, and no others; none of them is due."""
    for under in state.relationships.values():
        listed = core.sessions.needing_rebooking(staff, under.id)
        expected = [
            s
            for s in sorted(state.sessions.values(), key=lambda s: (s.starts_at, s.id))
            if s.relationship_id == under.id and under.end_reason in ("migrated", "transferred")
            if s.status is SessionStatus.SCHEDULED and s.starts_at > at
        ]
        assert [s.id for s in expected] == [s.id for s in listed]
        assert {s.payment for s in listed} <= {"not_due"}


def birthdays_to_review_are_what_they_are(core: PracticeCore, state: State, at: datetime, staff: Actor) -> None:
    """M11: reckoned anew from everybody's date of birth, whatever was kept, changed and corrected meanwhile."""
    practice, policy = state.practice, state.practice.policy
    expected = []
    for one in state.relationships.values():
        born = state.clients[one.attendee_id].date_of_birth
        if born is None or one.ended or not one.third_party or one.reviewed_at is not None:
            continue
        of_age = birthday(born, policy.minimum_payer_age)
        if practice.local_date(one.opened_at) < of_age <= practice.local_date(at) + policy.review_notice:
            expected.append((of_age, one.id))
    # Of those that are of age on one day, who was born on 29 February comes first.
    listed = [(review.birthday, review.id) for review in core.migrations.due_for_review(staff)]
    assert [day for day, _ in sorted(expected)] == [day for day, _ in listed]
    assert sorted(expected) == sorted(listed)


def hold(state: State, at: datetime) -> None:
    one_active_relationship_of_the_same_three(state)
    a_chain_of_successors_leads_to_one(state)
    no_therapist_is_in_two_sessions(state)
    nothing_to_come_is_charged_under_what_has_ended(state, at)
    a_session_is_its_relationships(state)
    rebooked_sessions_name_each_other(state)
    a_relationship_that_ended_waits_for_no_answer(state, at)


def _successors(state: State, one: Relationship) -> set[str]:
    found: set[str] = set()
    while one.successor_id is not None:
        found.add(one.successor_id)
        one = state.relationships[one.successor_id]
    return found
