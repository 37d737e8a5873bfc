"""What is true of any step: from what was there before, to what is there now."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import attrs

from practice_core import Client, MigrationRequest, Practice, Relationship, SessionStatus, Therapist
from practice_core.domain.journal import JournalEntry
from practice_core.domain.notice import Notice
from practice_core.domain.occasion import KINDS
from practice_core.domain.session import SessionRecord

from .sides import Call, State


@attrs.frozen(kw_only=True)
class Step:
    call: Call
    before: State
    after: State
    at: datetime

    def new(self, of: type) -> list[Any]:
        return [thing for name, thing in self.after.of(of).items() if name not in self.before.rows[of]]

    def changed(self, of: type) -> list[tuple[Any, Any]]:
        was = self.before.of(of)
        return [(was[n], thing) for n, thing in self.after.of(of).items() if n in was and was[n] != thing]

    @property
    def became_active(self) -> list[Relationship]:
        """Opened or restarted in this step."""
        again = [now for was, now in self.changed(Relationship) if was.ended and not now.ended]
        return [*self.new(Relationship), *again]

    def under_age(self, client_id: str) -> bool:
        practice = self.after.practice
        return self.after.clients[client_id].known_under_age(practice.policy, practice.local_date(self.at))


def nothing_is_lost(step: Step) -> None:
    """P3, J1: nothing is ever removed, and entries and notices never change; versions only rise."""
    for of, rows in step.before.rows.items():
        assert rows.keys() <= step.after.rows[of].keys()
        for name, kept in rows.items():
            now = step.after.rows[of][name]
            assert now.stamp.version >= kept.stamp.version
            assert now == kept or of not in (JournalEntry, Notice), f"{of.__name__} {name} was changed"
            assert now.thing == kept.thing or now.stamp.version > kept.stamp.version


def every_change_is_in_the_journal(step: Step) -> None:
    """J1: what is new or changed has an entry of the same instant; a request, one of its relationship naming it."""
    entries = step.new(JournalEntry)
    assert {entry.at for entry in entries} <= {step.at}
    told = {(entry.kind, entry.thing_id) for entry in entries}
    named = {(entry.thing_id, entry.facts["request_id"]) for entry in entries if "request_id" in entry.facts}
    for of in (Practice, Therapist, Client, Relationship, SessionRecord):
        for thing in (*step.new(of), *(now for _, now in step.changed(of))):
            assert (KINDS[of], thing.id) in told, f"{thing} changed without an entry"
    agreed = {entry.thing_id for entry in entries if entry.what == "request_accepted"}
    for request in (*step.new(MigrationRequest), *(now for _, now in step.changed(MigrationRequest))):
        assert (request.relationship_id, request.id) in named, f"{request} changed without an entry"
    assert agreed <= {under for under, _ in named}


def no_minor_becomes_a_payer(step: Step) -> None:
    """P1, M3: whoever is known to be under age does not become a payer, and nothing is booked for them to pay."""
    for relationship in step.became_active:
        assert not step.under_age(relationship.payer_id), f"{relationship.id} has a payer under age"
    for session in step.new(SessionRecord):
        assert not step.under_age(session.payer_id), f"{session.id} is for somebody under age to pay"


def nobody_pays_beside_another_but_by_migration(step: Step) -> None:
    """P2: who attends at somebody else's cost has no relationship of their own opened or restarted beside it."""
    changed = step.changed(Relationship)
    migrated = {now.successor_id for was, now in changed if now.end_reason == "migrated" and not was.ended}
    for own in step.became_active:
        if own.third_party or own.id in migrated:
            continue
        for other in step.after.relationships.values():
            same = (other.therapist_id, other.attendee_id) == (own.therapist_id, own.attendee_id)
            assert not (same and other.third_party and not other.ended), f"{own.id} beside {other.id}"


def what_is_settled_stays(step: Step) -> None:
    """S5, M8, P4: a session keeps its relationship and price, a relationship its parties and its opening; what is
    closed stays closed, and one with a successor never comes back."""
    for was, now in step.changed(SessionRecord):
        kept = ("relationship_id", "therapist_id", "attendee_id", "payer_id", "price", "booked_at", "rebooked_from")
        assert [getattr(was, name) for name in kept] == [getattr(now, name) for name in kept]
        assert was.status is SessionStatus.SCHEDULED, f"{was.id} was closed"
    for was, now in step.changed(Relationship):
        kept = ("therapist_id", "attendee_id", "payer_id", "opened_at", "predecessor_id")
        assert [getattr(was, name) for name in kept] == [getattr(now, name) for name in kept]
        assert was.successor_id is None or (now.ended and now.successor_id == was.successor_id)


def what_is_booked_may_be(step: Step) -> None:
    """S1 to S3, S11: under an active relationship that waits for nobody's agreement, in the future, with a card that
    is good when it starts; what was held began under its relationship."""
    moved = [now for was, now in step.changed(SessionRecord) if was.starts_at != now.starts_at]
    for session in (*step.new(SessionRecord), *moved):
        under = step.after.relationships[session.relationship_id]
        assert not under.awaits_agreement or under.ended or session in moved
        if session.rebooked_from is not None and session not in moved:
            old = step.before.sessions[session.rebooked_from]
            # What the attendee has yet to agree to is to pay themselves.
            assert under.third_party or not step.before.relationships[old.relationship_id].awaits_agreement
        if session.status is SessionStatus.SCHEDULED:
            assert not under.ended
            assert session.starts_at > step.at
        else:
            assert under.opened_at <= session.starts_at <= step.at
            assert under.ended_at is None or session.starts_at < under.ended_at
        payer = step.after.clients[session.payer_id]
        day = step.after.practice.local_date(session.starts_at)
        assert not session.price.minor_units or payer.card_good_on(day)


def what_is_migrated_may_be(step: Step) -> None:
    """M1 to M6, M10, M12: asked for by one of the two, of age, on time, with a complete account of their own."""
    practice, policy = step.after.practice, step.after.practice.policy
    for was, now in step.changed(Relationship):
        if now.successor_id is None or was.ended:
            continue
        words = ("migrated", "transferred")
        ((entry,),) = [[e for e in step.new(JournalEntry) if e.what in words and e.thing_id == now.id]]
        request = step.after.requests[str(entry.facts["request_id"])]
        attendee, payer = step.after.clients[now.attendee_id], step.after.clients[now.payer_id]
        assert entry.what == now.end_reason
        assert request.requested_by in (attendee.id, payer.id)
        assert request.status == "confirmed"
        _handed_over(step, now, request.new_payer_id)
        if entry.what == "transferred":
            what_is_handed_over_may_be(step, now, request)
            continue
        assert now.third_party
        assert request.new_payer_id == attendee.id
        assert all(str(getattr(attendee, name) or "").strip() for name in (*policy.required_details, "date_of_birth"))
        of_age = attendee.old_enough_on(policy)
        assert of_age is not None
        assert practice.local_date(step.at) >= of_age
        if practice.local_date(now.opened_at) < of_age:
            assert request.requested_by == attendee.id
            # Said with the confirmation, it was asked now, whatever older request it uses up (M10).
            asked_at = request.requested_at if "request_id" in step.call.given else step.at
            assert practice.local_date(asked_at) >= of_age
        assert str(attendee.email).strip().casefold() != str(payer.email).strip().casefold() or not attendee.email
        if policy.acceptance_required:
            assert request.requested_by == attendee.id or request.accepted_at is not None
        if policy.card_required_first:
            assert attendee.card_good_on(practice.local_date(step.at))


def what_is_handed_over_may_be(step: Step, ended: Relationship, request: MigrationRequest) -> None:
    """M13, P1: to somebody else, who is not known to be under age, has accepted, has a card and an account of their
    own; the attendee asked, or is under age."""
    practice = step.after.practice
    new_payer, payer = step.after.clients[request.new_payer_id], step.after.clients[ended.payer_id]
    assert new_payer.id not in (ended.attendee_id, ended.payer_id)
    assert request.accepted_at is not None
    assert new_payer.card_good_on(practice.local_date(step.at))
    assert not step.under_age(new_payer.id)
    assert request.requested_by == ended.attendee_id or step.under_age(ended.attendee_id)
    required = [name for name in practice.policy.required_details if name != "date_of_birth"]
    assert all(str(getattr(new_payer, name) or "").strip() for name in required)
    assert str(new_payer.email).strip().casefold() != str(payer.email).strip().casefold() or not new_payer.email


def _handed_over(step: Step, ended: Relationship, new_payer_id: str) -> None:
    """M7, M8: the successor is active and the new payer's, and no session was touched."""
    opened = step.after.relationships[str(ended.successor_id)]
    assert not opened.ended
    assert (opened.payer_id, opened.attendee_id) == (new_payer_id, ended.attendee_id)
    assert step.new(SessionRecord) == step.changed(SessionRecord) == []
    if opened.id not in step.before.relationships:
        assert (ended.id, ended.fee) == (opened.predecessor_id, opened.fee)
    else:
        # Asking to pay under the one they have is agreeing to it (S11); nothing else about it changes.
        was = step.before.relationships[opened.id]
        assert attrs.evolve(was, awaits_agreement=was.awaits_agreement and ended.awaits_agreement) == opened


def what_is_cancelled_late_was(step: Step) -> None:
    """S6: late only short of the notice (exactly that much counts as notice), for a client, under an active
    relationship."""
    for was, now in step.changed(SessionRecord):
        if now.status is not SessionStatus.CANCELLED:
            continue
        (entry,) = (e for e in step.new(JournalEntry) if e.kind == "session" and e.thing_id == now.id)
        under = step.before.relationships[now.relationship_id]
        short = was.starts_at - step.at < step.after.practice.policy.free_cancellation
        by_client = entry.requested_by in (now.attendee_id, now.payer_id)
        due = by_client and short and not under.handed_on and now.rebooked_as is None
        assert (due and not entry.facts.get("waived")) == now.late
        if now.late:
            assert now.charge_due_at <= step.at


def minors_get_no_notices(step: Step) -> None:
    """N4: what concerns an attendee under age goes to the payer alone."""
    for told in step.new(Notice):
        kind, _, name = told.about.partition(":")
        thing = {"relationship": step.after.relationships, "session": step.after.sessions}.get(kind, {}).get(name)
        if thing is not None and thing.payer_id != thing.attendee_id and step.under_age(thing.attendee_id):
            assert told.addressee != f"client:{thing.attendee_id}"


def hold(step: Step) -> None:
    nothing_is_lost(step)
    every_change_is_in_the_journal(step)
    no_minor_becomes_a_payer(step)
    nobody_pays_beside_another_but_by_migration(step)
    what_is_settled_stays(step)
    what_is_booked_may_be(step)
    what_is_migrated_may_be(step)
    what_is_cancelled_late_was(step)
    minors_get_no_notices(step)
