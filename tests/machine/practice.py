"""The machine: random commands by random actors, to every store at once, with everything checked after each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from datetime import timedelta
from itertools import count
from typing import Any

import attrs
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, precondition, rule
from tests.values import DAY, FEE, FIFTY_MINUTES, HOUR

from practice_core import Actor, IdempotencyConflict, Money, Refused, Relationship, connect
from practice_core.adapters.clock import SettableClock
from practice_core.adapters.memory.payments import MemoryPayments
from practice_core.domain.session import SessionRecord
from practice_core.ports.store import Store

from . import changes, invariants, replay
from .changes import Step
from .sides import Call, CountedIds, Outcome, Side, Sides
from .situation import (
    ATTENDEES,
    PAYERS,
    THERAPISTS,
    Beginning,
    actors,
    ages,
    beginnings,
    later,
    policies,
    slots,
)

_EXAMPLES = count(1)
_MONEY = (None, None, None, None, Money(0, "GBP"), Money(7500, "GBP"))
_KEPT_FOR = 30 * DAY


@attrs.frozen(kw_only=True)
class Keyed:
    """A call that carried an idempotency key, what it answered, and when."""

    call: Call
    outcome: Outcome
    at: Any


class PracticeMachine(RuleBasedStateMachine):
    """One practice, on every store."""

    def __init__(self, stores: Mapping[str, Store], tally: Counter[str]) -> None:
        super().__init__()
        self.stores = stores
        self.tally = tally
        """How often each operation came to what: ``sessions.book slot_taken``."""
        self.practice_id = f"practice-{next(_EXAMPLES)}"
        self.keyed: list[Keyed] = []
        self.keys = count(1)

    # How it begins

    @initialize(begun=beginnings(), data=st.data())
    def open_practice(self, begun: Beginning, data: st.DataObject) -> None:
        self.begun = begun
        self.clock = SettableClock(begun.at)
        payments = MemoryPayments(self.clock.now)
        for scripted in begun.cards().values():
            payments.script(scripted)
        self.sides = Sides(self.practice_id, tuple(self._side(*item, payments) for item in self.stores.items()))
        self.staff = Actor.staff(self.practice_id, "desk")
        named = {"id": self.practice_id, "name": "Elm Street", "time_zone": begun.time_zone, "currency": "GBP"}
        self._begin("practices.open", None, **named, policy=begun.policy)
        for name in THERAPISTS:
            self._begin("therapists.register", self.staff, id=name, name=name.title())
        for name in (*ATTENDEES, *PAYERS):
            self._begin("clients.register", self.staff, id=name, **self._person(name, data.draw))
        for name in PAYERS:
            self._begin("cards.add", self.staff, name, reference="pm_long")
        for therapist, attendee, payer in (("theo", "alex", "pat"), ("theo", "sam", "kim"), ("tess", "alex", "kim")):
            parties = {"therapist_id": therapist, "attendee_id": attendee, "payer_id": payer}
            self._begin("relationships.open", self.staff, **parties, fee=FEE)
        self.state = self.sides.state()
        self._all_holds()

    def _side(self, name: str, store: Store, payments: MemoryPayments) -> Side:
        ids = CountedIds()
        return Side(
            name=name, core=connect("memory://", store=store, clock=self.clock, ids=ids, payments=payments), ids=ids
        )

    def _begin(self, name: str, actor: Actor | None, /, *args: Any, **given: Any) -> None:
        outcome = self.sides.call(Call(name=name, actor=actor, args=args, given=given))
        assert outcome.error is None or isinstance(outcome.error, Refused), outcome.error

    def _person(self, name: str, draw: Callable[..., Any]) -> dict[str, Any]:
        """Complete, but for what some leave out; some attendees have their payer's address."""
        phone = draw(st.sampled_from(("+44 20 7946 0000", "+44 20 7946 0000", None, " ")))
        shared = name in ATTENDEES and draw(st.sampled_from((False, False, False, True)))
        return {
            "given_name": name.title(),
            "family_name": "Example",
            "email": " Pat@People.example" if shared else f"{name}@people.example",
            "phone": phone,
            "date_of_birth": self.begun.born(draw(ages(name))),
        }

    # Every step

    def _do(self, name: str, actor: Actor, /, *args: Any, **given: Any) -> Outcome:
        """One call on every side, and everything that must hold after it."""
        call = Call(name=name, actor=actor, args=args, given=given)
        outcome = self.sides.call(call)
        before, self.state = self.state, self.sides.state()
        self.tally[f"{name} {outcome.word}"] += 1
        if outcome.error is not None:
            assert before.rows == self.state.rows, f"{call} was refused and changed something"
        elif before.rows != self.state.rows:
            changes.hold(Step(before=before, after=self.state, at=self.clock.now()))
            self._all_holds()
        return outcome

    def _command(self, draw: Callable[..., Any], name: str, actor: Actor, /, *args: Any, **given: Any) -> Outcome:
        """As `_do`, sometimes under an idempotency key."""
        if draw(st.sampled_from((False, False, True)), label="keyed"):
            given["idempotency_key"] = f"key-{next(self.keys)}"
        outcome = self._do(name, actor, *args, **given)
        if "idempotency_key" in given:
            call = Call(name=name, actor=actor, args=args, given=given)
            self.keyed.append(Keyed(call=call, outcome=outcome, at=self.clock.now()))
        return outcome

    def _all_holds(self) -> None:
        invariants.hold(self.state, self.clock.now())
        invariants.needing_rebooking_is_what_it_says(self.sides.core, self.state, self.clock.now(), self.staff)
        replay.chains_verify(self.state)
        replay.explains(self.state)

    def _relationship(self, draw: Callable[..., Any]) -> Relationship:
        """Mostly an active one, and among those mostly one that can be migrated."""
        every = list(self.state.relationships.values())
        active = [r for r in every if not r.ended]
        return draw(st.sampled_from([*active, *active, *[r for r in active if r.third_party] * 2, *every]))  # type: ignore[no-any-return]

    def _session(self, draw: Callable[..., Any]) -> SessionRecord:
        """Mostly a scheduled one."""
        every = list(self.state.sessions.values())
        return draw(st.sampled_from([*[s for s in every if s.closed_at is None] * 4, *every]))  # type: ignore[no-any-return]

    def _actor(self, draw: Callable[..., Any], one: Relationship | SessionRecord) -> Actor:
        return draw(st.sampled_from(actors(self.practice_id, one.therapist_id, one.attendee_id, one.payer_id)))  # type: ignore[no-any-return]

    def _price(self, draw: Callable[..., Any]) -> Money | None:
        return draw(st.sampled_from(_MONEY))  # type: ignore[no-any-return]

    def _start(self, draw: Callable[..., Any]) -> Any:
        return draw(st.sampled_from(slots(self.state, self.begun.at, self.clock.now())))

    # Relationships

    @rule(
        data=st.data(),
        therapist=st.sampled_from(THERAPISTS),
        attendee=st.sampled_from(ATTENDEES),
        payer=st.sampled_from((*PAYERS, *ATTENDEES)),
    )
    def open(self, data: st.DataObject, therapist: str, attendee: str, payer: str) -> None:
        actor = data.draw(st.sampled_from(actors(self.practice_id, therapist, attendee, payer)))
        parties = {"therapist_id": therapist, "attendee_id": attendee, "payer_id": payer}
        self._command(data.draw, "relationships.open", actor, **parties, fee=self._price(data.draw))

    @rule(data=st.data())
    def set_fee(self, data: st.DataObject) -> None:
        one = self._relationship(data.draw)
        actor = self._actor(data.draw, one)
        self._command(data.draw, "relationships.set_fee", actor, one.id, fee=self._price(data.draw))

    @rule(data=st.data(), cancel=st.booleans(), reason=st.sampled_from(("moved away", "paused", "Migrated", " ")))
    def end(self, data: st.DataObject, cancel: bool, reason: str) -> None:
        one = self._relationship(data.draw)
        given = {"reason": reason, "cancel_upcoming": cancel}
        self._command(data.draw, "relationships.end", self._actor(data.draw, one), one.id, **given)

    @precondition(lambda self: any(r.ended for r in self.state.relationships.values()))
    @rule(data=st.data())
    def restart(self, data: st.DataObject) -> None:
        ended = [r for r in self.state.relationships.values() if r.ended]
        without = [r for r in ended if r.successor_id is None]
        one = data.draw(st.sampled_from([*without, *without, *ended]))
        self._command(data.draw, "relationships.restart", self._actor(data.draw, one), one.id)

    # Migrations

    @rule(data=st.data())
    def request(self, data: st.DataObject) -> None:
        one = self._relationship(data.draw)
        by = self._asker(data.draw, one)
        actor = data.draw(st.sampled_from([self._actor(data.draw, one), Actor.client(self.practice_id, by)]))
        self._command(data.draw, "migrations.request", actor, one.id, requested_by=by, channel="by phone")

    @precondition(lambda self: self.state.requests)
    @rule(data=st.data(), answer=st.sampled_from(("accept", "accept", "decline", "withdraw")))
    def answer(self, data: st.DataObject, answer: str) -> None:
        request = data.draw(st.sampled_from(list(self.state.requests.values())))
        under = self.state.relationships[request.relationship_id]
        actor = data.draw(st.sampled_from([self._actor(data.draw, under), self._self(under.attendee_id)]))
        given = {"reason": "not now"} if answer == "decline" else {}
        self._command(data.draw, f"migrations.{answer}", actor, request.id, **given)

    @rule(data=st.data())
    def migrate(self, data: st.DataObject) -> None:
        """A preview, then the confirmation of just that: the one predicts the other (M9)."""
        self._migrate(data.draw, self._relationship(data.draw))

    @precondition(lambda self: any(r.third_party and not r.ended for r in self.state.relationships.values()))
    @rule(data=st.data())
    def migrate_what_can_be(self, data: st.DataObject) -> None:
        """As `migrate`, where there is a payer to take over from, and at the attendee's wish."""
        active = [r for r in self.state.relationships.values() if r.third_party and not r.ended]
        one = data.draw(st.sampled_from(active))
        self._migrate(data.draw, one, requested_by=one.attendee_id)

    def _migrate(self, draw: Callable[..., Any], one: Relationship, **wish: str) -> None:
        wish = wish or self._wish(draw, one)
        gaps = {"phone": "+44 20 7946 0999"}
        given = {**wish, "details": draw(st.sampled_from(({}, gaps, gaps, {"date_of_birth": "1990-05-17"})))}
        before = self.state
        preview = self._do("migrations.preview", self.staff, one.id, **given)
        assert before.rows == self.state.rows, "a preview wrote something"
        actor = self._actor(draw, one)
        done = self._command(draw, "migrations.confirm", actor, one.id, **given)
        if done.error is None:
            assert preview.answer.allowed
            assert preview.answer.sessions_to_rebook == tuple(s.id for s in done.answer.sessions_to_rebook)
            self.tally["migrations.confirm with sessions to rebook"] += bool(done.answer.sessions_to_rebook)
            self.tally["migrations.confirm into a relationship they had"] += (
                done.answer.opened.id in before.relationships
            )
        elif isinstance(done.error, Refused):
            assert done.error.code == preview.answer.refusals[0]
            assert not preview.answer.allowed
        elif actor in (self.staff, Actor.therapist(self.practice_id, one.therapist_id)):
            assert preview.told() == done.told(), "a preview fails as its confirmation does"

    def _asker(self, draw: Callable[..., Any], one: Relationship) -> str:
        return draw(st.sampled_from([one.attendee_id] * 4 + [one.payer_id] * 3 + ["kim", one.therapist_id]))  # type: ignore[no-any-return]

    def _wish(self, draw: Callable[..., Any], one: Relationship) -> dict[str, str]:
        """A client's name, or that of a request, sometimes of one that is not for this."""
        theirs = [request.id for request in self.state.requests.values() if request.relationship_id == one.id]
        named = [*theirs, *theirs, *self.state.requests]
        if named and draw(st.booleans(), label="by request"):
            return {"request_id": draw(st.sampled_from(named))}
        return {"requested_by": self._asker(draw, one)}

    def _self(self, client_id: str) -> Actor:
        return Actor.client(self.practice_id, client_id)

    # Sessions

    @rule(data=st.data(), again=st.integers(min_value=1, max_value=3))
    def book(self, data: st.DataObject, again: int) -> None:
        for _ in range(again):
            one = self._relationship(data.draw)
            minutes = data.draw(st.sampled_from((50, 50, 50, 60, 1, 24 * 60, 0)))
            given = {"starts_at": self._start(data.draw), "duration": timedelta(minutes=minutes)}
            actor = self._actor(data.draw, one)
            self._command(data.draw, "sessions.book", actor, one.id, **given, price=self._price(data.draw))

    @rule(data=st.data(), ago=st.sampled_from((timedelta(), HOUR, 7 * HOUR, DAY, 3 * DAY)))
    def hold(self, data: st.DataObject, ago: timedelta) -> None:
        one = self._relationship(data.draw)
        edges = [at for at in (one.opened_at, one.ended_at) if at is not None]
        start = data.draw(st.sampled_from([self.clock.now() - ago, *edges]))
        given = {"starts_at": start, "duration": FIFTY_MINUTES, "already_held": True}
        self._command(data.draw, "sessions.book", self._actor(data.draw, one), one.id, **given)

    @precondition(lambda self: self.state.sessions)
    @rule(data=st.data())
    def move(self, data: st.DataObject) -> None:
        one = self._session(data.draw)
        length = data.draw(st.sampled_from((None, None, FIFTY_MINUTES, 24 * HOUR)))
        given = {"starts_at": self._start(data.draw), "duration": length}
        self._command(data.draw, "sessions.move", self._actor(data.draw, one), one.id, **given)

    @precondition(lambda self: self.state.sessions)
    @rule(data=st.data(), waive=st.sampled_from((False, False, True)))
    def cancel(self, data: st.DataObject, waive: bool) -> None:
        one = self._session(data.draw)
        people = (one.attendee_id, one.payer_id, one.therapist_id, "kim")
        actor = data.draw(
            st.sampled_from([self._actor(data.draw, one), self._self(one.attendee_id), self._self(one.payer_id)])
        )
        by = data.draw(st.sampled_from((None, None, *people)))
        self._command(data.draw, "sessions.cancel", actor, one.id, requested_by=by, reason="ill", waive=waive)

    @precondition(lambda self: self.state.sessions)
    @rule(data=st.data())
    def rebook(self, data: st.DataObject) -> None:
        now = self.clock.now()
        needing = [s for s in self.state.sessions.values() if s.needs_rebooking(self._under(s), now)]
        one = data.draw(st.sampled_from([*needing * 9, *self.state.sessions.values()]))
        start = data.draw(st.sampled_from((None, None, self._start(data.draw))))
        actor = self._actor(data.draw, one)
        self._command(data.draw, "sessions.rebook", actor, one.id, starts_at=start, price=self._price(data.draw))

    @precondition(lambda self: any(r.handed_on for r in self.state.relationships.values()))
    @rule(data=st.data())
    def rebook_all(self, data: st.DataObject) -> None:
        """What was refused is left, and nothing else (S9)."""
        one = data.draw(st.sampled_from([r for r in self.state.relationships.values() if r.handed_on]))
        done = self._command(data.draw, "sessions.rebook_all", self._actor(data.draw, one), one.id)
        if done.error is not None:
            return
        for each in done.answer:
            self.tally[f"sessions.rebook_all: {each.refusal or 'rebooked'}"] += 1
            assert (each.rebooked_as is None) != (each.refusal is None)
            assert self.state.sessions[each.session_id].rebooked_as == each.rebooked_as
        left = self.sides.core.sessions.needing_rebooking(self.staff, one.id)
        assert [each.session_id for each in done.answer if each.refusal] == [s.id for s in left]

    @precondition(lambda self: self.state.sessions)
    @rule(data=st.data(), attended=st.booleans(), waive=st.booleans())
    def record(self, data: st.DataObject, attended: bool, waive: bool) -> None:
        one = self._session(data.draw)
        given = {"attended": attended, "waive": waive}
        self._command(data.draw, "sessions.record", self._actor(data.draw, one), one.id, **given)

    def _under(self, session: SessionRecord) -> Relationship:
        return self.state.relationships[session.relationship_id]

    # People, figures, the clock

    @rule(
        data=st.data(),
        who=st.sampled_from((*ATTENDEES, *ATTENDEES, *PAYERS)),
        reference=st.sampled_from(("pm_long", "pm_long", "pm_short", "pm_other", None)),
    )
    def card(self, data: st.DataObject, who: str, reference: str | None) -> None:
        actor = data.draw(st.sampled_from([self.staff, self._self(who), *actors(self.practice_id, "theo", who, "kim")]))
        if reference is None:
            self._command(data.draw, "cards.remove", actor, who)
        else:
            self._command(data.draw, "cards.add", actor, who, reference=reference)

    @rule(
        data=st.data(),
        who=st.sampled_from((*ATTENDEES, *ATTENDEES, *PAYERS)),
        born=st.sampled_from(("adult", "soon", "today", "child")),
        reason=st.sampled_from(("passport seen", "")),
    )
    def update(self, data: st.DataObject, who: str, born: str, reason: str) -> None:
        actor = data.draw(st.sampled_from([self._self(who), *actors(self.practice_id, "theo", who, "kim")]))
        changes_ = data.draw(
            st.sampled_from(
                (
                    {"date_of_birth": self.begun.born(born)},
                    {"phone": "+44 20 7946 0999"},
                    {"phone": None},
                    {"email": f"{who}@people.example"},
                    {"email": "PAT@people.example"},
                )
            )
        )
        self._command(data.draw, "clients.update", actor, who, **changes_, reason=reason)

    @rule(data=st.data(), name=st.sampled_from((None, "alex", "new")))
    def register(self, data: st.DataObject, name: str | None) -> None:
        """Somebody new, under an id of the host's own, which may be taken, or of the core's."""
        actor = data.draw(st.sampled_from(actors(self.practice_id, "theo", "alex", "pat")))
        given = {"given_name": "Noor", "family_name": "Example", "id": name}
        self._command(data.draw, "clients.register", actor, **given)

    @rule(data=st.data(), policy=policies())
    def set_policy(self, data: st.DataObject, policy: Any) -> None:
        actor = data.draw(st.sampled_from(actors(self.practice_id, "theo", "alex", "pat")))
        self._command(data.draw, "practices.set_policy", actor, policy)

    @rule(data=st.data())
    def time_passes(self, data: st.DataObject) -> None:
        self.clock.set(data.draw(later(self.state, self.clock.now()), label="until"))
        self._all_holds()

    # Twice

    @precondition(lambda self: self.keyed)
    @rule(data=st.data())
    def send_again(self, data: st.DataObject) -> None:
        """D1: under its key, what was done answers as it did and does nothing; what was refused may be sent again."""
        before, one = self.state, data.draw(st.sampled_from(self.keyed))
        again = self._do(one.call.name, one.call.actor, *one.call.args, **one.call.given)  # type: ignore[arg-type]
        if self._used_up(one):
            self.tally["a key again"] += 1
            assert again.error is None
            assert before.rows == self.state.rows, "what was done is not done again"
            assert _ids(again.answer) == _ids(one.outcome.answer)
        else:
            self.keyed.remove(one)
            self.keyed.append(Keyed(call=one.call, outcome=again, at=self.clock.now()))

    @precondition(lambda self: any(self._used_up(one) for one in self.keyed))
    @rule(data=st.data(), other=st.sampled_from(("actor", "argument")))
    def send_something_else(self, data: st.DataObject, other: str) -> None:
        """D1: with another actor or argument, a key that is used up is refused."""
        call = data.draw(st.sampled_from([one for one in self.keyed if self._used_up(one)])).call
        somebody = Actor.staff(self.practice_id, "somebody else")
        args = ("nothing", *call.args[1:]) if other == "argument" and call.name != "practices.set_policy" else call.args
        actor = somebody if args == call.args else call.actor
        answered = self._do(call.name, actor, *args, **call.given)
        assert isinstance(answered.error, IdempotencyConflict)

    def _used_up(self, one: Keyed) -> bool:
        return one.outcome.error is None and self.clock.now() < one.at + _KEPT_FOR

    # Looking

    @rule(data=st.data())
    def look(self, data: st.DataObject) -> None:
        """Somebody looks at everything there is: every store shows them the same, and nothing changes."""
        self._look(self._actor(data.draw, self._relationship(data.draw)))

    def _look(self, actor: Actor) -> None:
        before = self.state
        asked = [Call(name="migrations.pending", actor=actor), Call(name="relationships.all", actor=actor)]
        for name in ("relationships.get", "sessions.of_relationship", "sessions.needing_rebooking"):
            asked += [Call(name=name, actor=actor, args=(one,)) for one in before.relationships]
        for name in ("clients.get", "relationships.of_client"):
            asked += [Call(name=name, actor=actor, args=(one,)) for one in before.clients]
        for name in ("therapists.get", "clients.of_therapist", "relationships.of_therapist"):
            asked += [Call(name=name, actor=actor, args=(one,)) for one in THERAPISTS]
        asked += [Call(name="sessions.get", actor=actor, args=(one,)) for one in before.sessions]
        things = [f"relationship:{one}" for one in before.relationships] + list(before.sessions) + list(before.clients)
        asked += [Call(name="journal.of", actor=actor, args=(one,)) for one in things]
        for call in asked:
            self.tally[f"{call.name} {self.sides.call(call).word}"] += 1
        self.state = self.sides.state()
        assert before.rows == self.state.rows

    def teardown(self) -> None:
        """In the end everybody looks."""
        if hasattr(self, "state"):
            for actor in dict.fromkeys(actors(self.practice_id, "theo", "alex", "pat")):
                self._look(actor)
            self.tally["examples"] += 1


def _ids(answer: Any) -> Any:
    """What an answer is about, whatever has become of it since."""
    match answer:
        case tuple():
            return answer
        case object(ended=ended, opened=opened, sessions_to_rebook=sessions):
            return ended.id, opened.id, tuple(one.id for one in sessions)
        case _:
            return answer.id
