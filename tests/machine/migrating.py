"""Asking for a migration or for handing over, answering, previewing and confirming it."""

from __future__ import annotations

from practice_core import Actor, Refused, Relationship

from .bench import Bench
from .situation import ATTENDEES, PAYERS

_PHONE = {"phone": "+44 20 7946 0000"}
_BORN = {"date_of_birth": "1990-05-17"}


def request(b: Bench) -> None:
    one = b.relationship()
    by = _asker(b, one)
    b.command("migrations.request", b.actor(one, by), one.id, requested_by=by, channel="by phone")


def request_handing_over(b: Bench) -> None:
    """To somebody else, or to who pays already, or to the attendee, which is a migration."""
    active = [r.id for r in b.state.relationships.values() if not r.ended]
    one = b.state.relationships[b.one([*active * 4, *b.state.relationships])]
    by, to = _asker(b, one), b.one((*PAYERS * 3, *ATTENDEES, "nobody"))
    actor = b.one((b.staff, b.actor(one, by)))
    b.command("migrations.request", actor, one.id, requested_by=by, new_payer_id=to, channel="by post")


def answer(b: Bench) -> None:
    """Accept, decline or withdraw one: mostly one that waits for it, or that waits for agreement (S11)."""
    waits = [q.id for q in b.state.requests.values() if q.status == "pending" or _under(b, q.id).awaits_agreement]
    request_id = b.one([*waits * 4, *b.state.requests])
    under = _under(b, request_id)
    what = b.one(("accept", "accept", "accept", "decline", "withdraw"))
    given = {"reason": "not now"} if what == "decline" else {}
    new_payer = b.state.requests[request_id].new_payer_id
    b.command(f"migrations.{what}", b.actor(under, under.attendee_id, new_payer), request_id, **given)


def accept_what_waits(b: Bench) -> None:
    """The one who is asked to pay says yes, has a card, and it is confirmed: so that much is handed over (M13)."""
    now = b.clock.now()
    waiting = [q.id for q in b.state.requests.values() if q.pending(now) and _passes_on(b, q.id)]
    asked = b.state.requests[b.one(waiting)]
    new_payer = b.client(asked.new_payer_id)
    b.command("migrations.accept", new_payer, asked.id)
    if b.one((True, True, False)):
        b.command("cards.add", new_payer, asked.new_payer_id, reference="pm_long")
    _migrate(b, _under(b, asked.id), b.staff, {"request_id": asked.id})


def handing_over_waits(b: Bench) -> bool:
    return any(q.pending(b.clock.now()) and _passes_on(b, q.id) for q in b.state.requests.values())


def _passes_on(b: Bench, request_id: str) -> bool:
    """Whether it would pay who is not the attendee, under what is still active."""
    under = _under(b, request_id)
    return not under.ended and b.state.requests[request_id].new_payer_id != under.attendee_id


def migrate(b: Bench) -> None:
    """By anybody, at anybody's wish."""
    one = b.relationship()
    _migrate(b, one, b.actor(one), _wish(b, one))


def migrate_as_asked(b: Bench) -> None:
    """By staff, at the wish of the attendee or of who is on record, where there is a payer to take over from."""
    active = [r.id for r in b.state.relationships.values() if r.third_party and not r.ended]
    waiting = [q for q in b.state.requests.values() if q.pending(b.clock.now()) and q.relationship_id in active]
    if waiting and b.one((True, False)):
        asked = b.state.requests[b.one([q.id for q in waiting])]
        _migrate(b, b.state.relationships[asked.relationship_id], b.staff, {"request_id": asked.id})
    else:
        one = b.state.relationships[b.one(active)]
        _migrate(b, one, b.staff, {"requested_by": b.one((one.attendee_id, one.attendee_id, one.payer_id))})


def _migrate(b: Bench, one: Relationship, actor: Actor, wish: dict[str, str]) -> None:
    """A preview, then the confirmation of just that: the one predicts the other, and writes nothing (M9)."""
    given = {**wish, "details": b.one(({}, {}, _PHONE, _PHONE, _PHONE | _BORN))}
    before = b.state
    preview = b.do("migrations.preview", b.staff, one.id, **given)
    assert b.state is before, "a preview wrote something"
    done = b.command("migrations.confirm", actor, one.id, **given)
    if done.error is None:
        assert preview.answer.allowed
        assert preview.answer.sessions_to_rebook == tuple(s.id for s in done.answer.sessions_to_rebook)
        b.tally["migrations.confirm: sessions_to_rebook"] += bool(done.answer.sessions_to_rebook)
        b.tally["migrations.confirm: into_one_they_had"] += done.answer.opened.id in before.relationships
        b.tally["migrations.confirm: awaits_agreement"] += done.answer.ended.awaits_agreement
        handed_over = done.answer.opened.third_party
        b.tally["migrations.confirm: handed_over"] += handed_over
        b.tally["migrations.confirm: handed_over_by_the_attendee"] += handed_over and not done.answer.ended.third_party
    elif isinstance(done.error, Refused):
        assert not preview.answer.allowed
        assert preview.answer.refusals[0] == done.error.code
    elif actor == b.staff:
        assert preview.told() == done.told(), "a preview fails as its confirmation does"


def _asker(b: Bench, one: Relationship) -> str:
    return b.one((*[one.attendee_id] * 4, *[one.payer_id] * 4, "kim", one.therapist_id))


def _wish(b: Bench, one: Relationship) -> dict[str, str]:
    """A client's name, or that of a request, sometimes of one that is not for this."""
    theirs = [q.id for q in b.state.requests.values() if q.relationship_id == one.id]
    named = [*theirs * 3, *b.state.requests]
    if named and b.one((True, False)):
        return {"request_id": b.one(named)}
    return {"requested_by": _asker(b, one)}


def _under(b: Bench, request_id: str) -> Relationship:
    return b.state.relationships[b.state.requests[request_id].relationship_id]
