"""What is done to relationships, sessions, people and the clock; how a random choice is made of each."""

from __future__ import annotations

from datetime import timedelta

from tests.values import DAY, FIFTY_MINUTES, HOUR, TICK

from practice_core import Actor, Relationship
from practice_core.domain.session import SessionRecord

from .bench import Bench
from .sides import Call
from .situation import ATTENDEES, PAYERS, THERAPISTS, actors, later, policy

PEOPLE = (*ATTENDEES, *ATTENDEES, *PAYERS)


def open_one(b: Bench) -> None:
    therapist, attendee = b.one(THERAPISTS), b.one(ATTENDEES)
    payer = b.one((*PAYERS, *PAYERS, attendee, *ATTENDEES))
    parties = {"therapist_id": therapist, "attendee_id": attendee, "payer_id": payer}
    b.command("relationships.open", b.one_of(actors(therapist, attendee, payer)), **parties, fee=b.price())


def set_fee(b: Bench) -> None:
    one = b.relationship()
    b.command("relationships.set_fee", b.actor(one), one.id, fee=b.price())


def end(b: Bench) -> None:
    one = b.relationship()
    reason = b.one((*["moved away"] * 6, "Migrated", " "))
    b.command("relationships.end", b.actor(one), one.id, reason=reason, cancel_upcoming=b.one((True, False)))


def restart(b: Bench) -> None:
    every = b.state.relationships.values()
    likely = [r for r in every if r.ended and r.successor_id is None]
    young = [r.id for r in likely if b.under_age(r.payer_id)]
    one = b.state.relationships[b.one([*young * 9, *[r.id for r in likely] * 4, *(r.id for r in every)])]
    b.command("relationships.restart", b.actor(one), one.id)


def review(b: Bench) -> None:
    """Mostly one that is up for review."""
    listed = [one.id for one in b.sides.core.migrations.due_for_review(b.staff)]
    one = b.state.relationships[b.one([*listed * 4, b.relationship().id])]
    b.command("migrations.reviewed", b.actor(one), one.id)


def book(b: Bench) -> None:
    one = b.relationship()
    length = timedelta(minutes=b.one((50, 50, 50, 50, 60, 1, 24 * 60, 0)))
    b.command("sessions.book", b.actor(one), one.id, starts_at=b.start(), duration=length, price=b.price())


def hold(b: Bench) -> None:
    """Record one already held: about now, or at an edge of its relationship (S3)."""
    one = b.relationship()
    edges = [at for at in (one.opened_at, one.ended_at) if at is not None]
    start = b.one([*(b.clock.now() - ago for ago in (timedelta(), HOUR, 7 * HOUR, DAY)), *edges])
    given = {"starts_at": start, "duration": FIFTY_MINUTES, "already_held": True}
    b.command("sessions.book", b.actor(one), one.id, **given)


def move(b: Bench) -> None:
    one = b.session()
    length = b.one((None, None, FIFTY_MINUTES, 24 * HOUR))
    b.command("sessions.move", b.actor(one), one.id, starts_at=b.start(), duration=length)


def cancel(b: Bench) -> None:
    """Mostly one that is about the notice away, or that needs rebooking: there lateness is decided (S6)."""
    edge = b.clock.now() + b.state.practice.policy.free_cancellation
    about = [s.id for s in b.state.sessions.values() if abs(s.starts_at - edge) <= TICK]
    needing = [s.id for s in b.needing() if s.starts_at < edge]
    one = b.state.sessions[b.one([*about * 6, *needing * 2, b.session().id])]
    actor = b.actor(one, one.attendee_id, one.payer_id)
    by = b.one((None, None, None, None, one.attendee_id, one.payer_id, one.therapist_id, "kim"))
    waive = actor.role != "client" and b.one((True, False))
    b.command("sessions.cancel", actor, one.id, requested_by=by, reason="ill", waive=waive)


def rebook(b: Bench) -> None:
    _rebook(b, b.state.sessions[b.one([session.id for session in b.needing()])])


def rebook_any(b: Bench) -> None:
    _rebook(b, b.session())


def _rebook(b: Bench, one: SessionRecord) -> None:
    start = b.start() if b.one((True, False, False)) else None
    price = b.price() if b.one((True, False, False)) else None
    b.command("sessions.rebook", b.actor(one), one.id, starts_at=start, price=price)


def rebook_all(b: Bench) -> None:
    _rebook_all(b, b.state.relationships[b.one([session.relationship_id for session in b.needing()])])


def rebook_all_of_any(b: Bench) -> None:
    _rebook_all(b, b.relationship())


def _rebook_all(b: Bench, one: Relationship) -> None:
    """What was refused is left, and nothing else (S9)."""
    done = b.command("sessions.rebook_all", b.actor(one), one.id)
    if done.error is not None:
        return
    for each in done.answer:
        b.tally[f"sessions.rebook_all: {each.refusal or 'rebooked'}"] += 1
        assert (each.rebooked_as is None) != (each.refusal is None)
        assert b.state.sessions[each.session_id].rebooked_as == each.rebooked_as
    left = b.sides.core.sessions.needing_rebooking(b.staff, one.id)
    assert [each.session_id for each in done.answer if each.refusal] == [session.id for session in left]


def record(b: Bench) -> None:
    begun = [s.id for s in b.state.sessions.values() if s.closed_at is None and s.starts_at <= b.clock.now()]
    one = b.state.sessions[b.one([*begun * 4, *b.state.sessions])]
    given = {"attended": b.one((True, False)), "waive": b.one((True, False))}
    b.command("sessions.record", b.actor(one), one.id, **given)


def card(b: Bench) -> None:
    who = b.one(PEOPLE)
    actor = b.one_of(actors("theo", who, "kim"), who)
    reference = b.one(("pm_long", "pm_long", "pm_short", "pm_other", None))
    if reference is None:
        b.command("cards.remove", actor, who)
    else:
        b.command("cards.add", actor, who, reference=reference)


def update(b: Bench) -> None:
    who = b.one(PEOPLE)
    what, value = b.one(
        (
            *(("date_of_birth", b.begun.born(how)) for how in ("adult", "adult", "soon", "today", "child")),
            ("phone", "+44 20 7946 0000"),
            ("phone", "+44 20 7946 0000"),
            ("phone", None),
            ("email", f"{who}@people.example"),
            ("email", f"{who}@people.example"),
            ("email", "PAT@people.example"),
        )
    )
    reason = b.one(("passport seen", "passport seen", ""))
    b.command("clients.update", b.one_of(actors("theo", who, "kim"), who), who, **{what: value}, reason=reason)


def register(b: Bench) -> None:
    """Somebody new, under an id of the host's own, which may be taken, or of the core's."""
    given = {"given_name": "Noor", "family_name": "Example", "id": b.one((None, "alex", "new"))}
    b.command("clients.register", b.one_of(actors("theo", "alex", "pat")), **given)


def set_policy(b: Bench) -> None:
    b.command("practices.set_policy", b.one_of(actors("theo", "alex", "pat")), policy(b.one))


def wait(b: Bench) -> None:
    b.clock.set(b.one(later(b.state, b.clock.now())))
    b.all_holds()


def look(b: Bench) -> None:
    """Somebody looks at one relationship and what is about it."""
    one = b.relationship()
    under = [session.id for session in b.state.sessions.values() if session.relationship_id == one.id]
    clients = [one.attendee_id, one.payer_id]
    given = {"relationships": [one.id], "sessions": under[:3], "clients": clients, "therapists": [one.therapist_id]}
    look_at(b, b.actor(one), **given)


def look_at_everything(b: Bench) -> None:
    """Staff, or who paid first."""
    look_at(
        b,
        b.one((b.staff, b.client("pat"))),
        relationships=[*b.state.relationships],
        sessions=[*b.state.sessions],
        clients=[*b.state.clients],
        therapists=[*THERAPISTS],
    )


def look_at(
    b: Bench, actor: Actor, *, relationships: list[str], sessions: list[str], clients: list[str], therapists: list[str]
) -> None:
    """Every store shows an actor the same, and looking changes nothing."""
    asked: list[tuple[str, tuple[str, ...]]] = [
        (name, ())
        for name in ("migrations.pending", "migrations.due_for_review", "relationships.all", "journal.verify_all")
    ]
    for ids, names in (
        (relationships, ("relationships.get", "sessions.of_relationship", "sessions.needing_rebooking")),
        (clients, ("clients.get", "relationships.of_client")),
        (therapists, ("therapists.get", "clients.of_therapist", "relationships.of_therapist")),
        (sessions, ("sessions.get",)),
    ):
        asked += [(name, (one,)) for one in ids for name in (*names, "journal.of", "journal.verify")]
    for name, args in asked:
        b.tally[f"{name} {b.sides.call(Call(name=name, actor=actor, args=args)).word}"] += 1
    assert b.state.rows == b.sides.state().rows, "a look wrote something"
