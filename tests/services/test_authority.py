"""Who may do what: every operation with every kind of actor, against the one table (A1 to A3)."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from typing import Any

import pytest
from tests.values import DAY, FEE, FIFTY_MINUTES, HOUR, NOW, PRACTICE_ID, SIXTEEN_SOON
from tests.worlds import World, remembered

from practice_core import Actor, Invalid, NotAllowed, NotFound, Policy, PracticeCore, Refused, connect
from practice_core.domain import authority
from practice_core.domain.authority import MAY, Standing, permit

S, T, A, P, F, N, ME = Standing

ACTORS: dict[str, Actor] = {
    "staff": Actor.staff(PRACTICE_ID, "desk"),
    "therapist": Actor.therapist(PRACTICE_ID, "theo"),
    "another therapist": Actor.therapist(PRACTICE_ID, "tess"),
    "attendee": Actor.client(PRACTICE_ID, "alex"),
    "payer": Actor.client(PRACTICE_ID, "pat"),
    "former payer": Actor.client(PRACTICE_ID, "frank"),
    "new payer": Actor.client(PRACTICE_ID, "gwen"),
    "stranger": Actor.client(PRACTICE_ID, "sam"),
    "system": Actor.system(PRACTICE_ID),
    "staff elsewhere": Actor.staff("elsewhere", "desk"),
    "therapist elsewhere": Actor.therapist("elsewhere", "theo"),
    "attendee elsewhere": Actor.client("elsewhere", "alex"),
    "staff nowhere": Actor.staff("nowhere", "desk"),
}

# What each actor is to Alex's active relationship r1, to r0 that Frank used to pay, to the request that Gwen pay for
# Alex's own, and to Alex's account.
# Whoever is not here sees nothing of it.
UNDER_R1 = {"staff": S, "therapist": T, "attendee": A, "payer": P}
UNDER_YOUNG = {"staff": S, "therapist": T, "payer": P}
ABOUT_Q3 = {"staff": S, "therapist": T, "attendee": A, "new payer": N}
UNDER_R0 = {"staff": S, "therapist": T, "attendee": A, "former payer": F}
TO_ALEX = {"staff": S, "therapist": T, "attendee": ME}
TO_THEO = {"staff": S, "therapist": ME}
OF_THE_PRACTICE = {
    name: {"staff": S, "therapist": T, "another therapist": T}.get(name)
    for name in ACTORS
    if ACTORS[name].practice_id == PRACTICE_ID
}
# What is asked of no particular thing is done in the actor's own practice, where they have one.
IN_THEIRS = OF_THE_PRACTICE | {"staff elsewhere": S, "therapist elsewhere": T, "attendee elsewhere": None}


@remembered
def world() -> World:
    """Alex attends with Theo: Frank paid under r0 until it was migrated; Pat pays under r1.

    Under r1, s1 is upcoming and s2 has begun, and Pat has asked for a migration. Pat pays for Yuna too, who is 16 soon.
    Alex has asked that what they pay for themselves be handed over to Gwen.
    """
    w = World()
    for name in ("alex", "pat", "frank", "sam", "gwen"):
        w.person(name, has_card=True)
    w.open(payer="frank", id="r0")
    w.book("r0", id="s0", starts_at=NOW + 90 * DAY)
    w.settle("s0", "paid")
    w.migrate("r0", id="own")
    w.open(id="r1")
    w.book("r1", id="s2", starts_at=NOW + HOUR)
    w.book("r1", id="s1", starts_at=NOW + 80 * DAY)
    w.core.relationships.open(w.staff, therapist_id="theo", attendee_id="sam", payer_id="sam", id="paused")
    w.core.relationships.end(w.staff, "paused", reason="pause")
    w.core.migrations.request(w.staff, "r1", requested_by="pat", id="q1")
    w.person("yuna", born=SIXTEEN_SOON)
    w.open("yuna", id="young")
    w.core.migrations.request(w.alex, "own", requested_by="alex", new_payer_id="gwen", id="q3")
    w.core.practices.open(id="elsewhere", name="Oak Road", time_zone="UTC", currency="EUR")
    w.forward(2 * HOUR)
    w.core.run_due()
    w.nobody_was_reached()
    return w


Call = Callable[[PracticeCore, Actor], Any]


def charge_of(session_id: str, core: PracticeCore) -> str:
    (line,) = core.billing.of_session(ACTORS["staff"], session_id).lines
    return line.id


def undelivered(core: PracticeCore) -> str:
    return core.notices.undelivered(ACTORS["staff"])[0].id


# Every operation: how to call it so that only authority can say no, and what each actor is to its thing.
CALLS: dict[str, tuple[Call, dict[str, Standing | None]]] = {
    "practices.set_policy": (lambda c, me: c.practices.set_policy(me, Policy()), IN_THEIRS),
    "therapists.register": (lambda c, me: c.therapists.register(me, name="New"), IN_THEIRS),
    "therapists.get": (lambda c, me: c.therapists.get(me, "theo"), TO_THEO),
    "clients.register": (lambda c, me: c.clients.register(me, given_name="N", family_name="N"), IN_THEIRS),
    "clients.get": (lambda c, me: c.clients.get(me, "alex"), TO_ALEX),
    "clients.update": (lambda c, me: c.clients.update(me, "alex", phone="+44 1"), TO_ALEX),
    "clients.of_therapist": (lambda c, me: c.clients.of_therapist(me, "theo"), TO_THEO),
    "clients.export": (lambda c, me: c.clients.export(me, "alex"), TO_ALEX),
    "clients.erase": (lambda c, me: c.clients.erase(me, "alex"), TO_ALEX),
    "cards.invite": (lambda c, me: c.cards.invite(me, "alex"), TO_ALEX),
    "cards.add": (lambda c, me: c.cards.add(me, "alex", reference="pm_1"), TO_ALEX),
    "cards.remove": (lambda c, me: c.cards.remove(me, "alex"), TO_ALEX),
    "relationships.open": (
        lambda c, me: c.relationships.open(me, therapist_id="theo", attendee_id="pat", payer_id="pat", fee=FEE),
        TO_THEO,
    ),
    "relationships.get": (lambda c, me: c.relationships.get(me, "r1"), UNDER_R1),
    "relationships.all": (lambda c, me: c.relationships.all(me), IN_THEIRS),
    "relationships.of_client": (lambda c, me: c.relationships.of_client(me, "alex"), TO_ALEX),
    "relationships.of_therapist": (lambda c, me: c.relationships.of_therapist(me, "theo"), TO_THEO),
    "relationships.set_fee": (lambda c, me: c.relationships.set_fee(me, "r1", fee=FEE), UNDER_R1),
    "relationships.end": (lambda c, me: c.relationships.end(me, "r1", reason="x", cancel_upcoming=True), UNDER_R1),
    "relationships.restart": (
        lambda c, me: c.relationships.restart(me, "paused"),
        {"staff": S, "therapist": T, "stranger": A},
    ),
    "migrations.preview": (lambda c, me: c.migrations.preview(me, "r1", requested_by="alex"), UNDER_R1),
    "migrations.confirm": (lambda c, me: c.migrations.confirm(me, "r1", requested_by="alex"), UNDER_R1),
    "migrations.request": (
        lambda c, me: c.migrations.request(me, "r1", requested_by=me.id if me.id == "pat" else "alex"),
        UNDER_R1,
    ),
    "migrations.accept": (lambda c, me: c.migrations.accept(me, "q1"), UNDER_R1),
    "migrations.accept handing over": (lambda c, me: c.migrations.accept(me, "q3"), ABOUT_Q3),
    "migrations.decline": (lambda c, me: c.migrations.decline(me, "q1", reason="x"), UNDER_R1),
    "migrations.decline handing over": (lambda c, me: c.migrations.decline(me, "q3", reason="x"), ABOUT_Q3),
    "migrations.withdraw": (lambda c, me: c.migrations.withdraw(me, "q1"), UNDER_R1),
    "migrations.due_for_review": (lambda c, me: c.migrations.due_for_review(me), IN_THEIRS),
    "migrations.reviewed": (lambda c, me: c.migrations.reviewed(me, "young"), UNDER_YOUNG),
    "invitations.token": (lambda c, me: c.invitations.token(me, "q3"), OF_THE_PRACTICE),
    "sessions.book": (
        lambda c, me: c.sessions.book(me, "r1", starts_at=NOW + 9 * DAY, duration=FIFTY_MINUTES),
        UNDER_R1,
    ),
    "sessions.get": (lambda c, me: c.sessions.get(me, "s1"), UNDER_R1),
    "sessions.of_relationship": (lambda c, me: c.sessions.of_relationship(me, "r1"), UNDER_R1),
    "sessions.needing_rebooking": (lambda c, me: c.sessions.needing_rebooking(me, "r1"), UNDER_R1),
    "sessions.move": (lambda c, me: c.sessions.move(me, "s1", starts_at=NOW + 9 * DAY), UNDER_R1),
    "sessions.cancel": (lambda c, me: c.sessions.cancel(me, "s1"), UNDER_R1),
    "sessions.cancel and waive": (lambda c, me: c.sessions.cancel(me, "s1", waive=True), UNDER_R1),
    "sessions.rebook": (lambda c, me: c.sessions.rebook(me, "s0"), UNDER_R0),
    "sessions.rebook_all": (lambda c, me: c.sessions.rebook_all(me, "r0"), UNDER_R0),
    "sessions.record": (lambda c, me: c.sessions.record(me, "s2"), UNDER_R1),
    "billing.of_session": (lambda c, me: c.billing.of_session(me, "s1"), UNDER_R1),
    "billing.retry": (lambda c, me: c.billing.retry(me, "s1"), UNDER_R1),
    "billing.refund": (lambda c, me: c.billing.refund(me, charge_of("s2", c)), UNDER_R1),
    "billing.refunds_by_hand": (lambda c, me: c.billing.refunds_by_hand(me), IN_THEIRS),
    "billing.refunded_by_hand": (lambda c, me: c.billing.refunded_by_hand(me, "s1"), UNDER_R1),
    "billing.statement": (lambda c, me: c.billing.statement(me, "alex"), TO_ALEX),
    "notices.all": (lambda c, me: c.notices.all(me), IN_THEIRS),
    "notices.undelivered": (lambda c, me: c.notices.undelivered(me), IN_THEIRS),
    "notices.get": (lambda c, me: c.notices.get(me, undelivered(c)), OF_THE_PRACTICE),
    "notices.written": (lambda c, me: c.notices.written(me, undelivered(c)), OF_THE_PRACTICE),
    "notices.retry": (lambda c, me: c.notices.retry(me, undelivered(c)), OF_THE_PRACTICE),
    "journal.of a relationship": (lambda c, me: c.journal.of(me, "relationship:r1"), UNDER_R1),
    "journal.of a session": (lambda c, me: c.journal.of(me, "session:s1"), UNDER_R1),
    "journal.of a client": (lambda c, me: c.journal.of(me, "client:alex"), TO_ALEX),
    "journal.of a therapist": (lambda c, me: c.journal.of(me, "therapist:theo"), TO_THEO),
    "journal.of a practice": (lambda c, me: c.journal.of(me, f"practice:{PRACTICE_ID}"), OF_THE_PRACTICE),
    "journal.verify a relationship": (lambda c, me: c.journal.verify(me, "relationship:r1"), UNDER_R1),
    "journal.verify a session": (lambda c, me: c.journal.verify(me, "session:s1"), UNDER_R1),
    "journal.verify a client": (lambda c, me: c.journal.verify(me, "client:alex"), TO_ALEX),
    "journal.verify a therapist": (lambda c, me: c.journal.verify(me, "therapist:theo"), TO_THEO),
    "journal.verify a practice": (lambda c, me: c.journal.verify(me, f"practice:{PRACTICE_ID}"), OF_THE_PRACTICE),
    "journal.verify_all": (lambda c, me: c.journal.verify_all(me), IN_THEIRS),
}
# What is asked about an ended relationship, where the former payer comes in.
AFTERWARDS: dict[str, tuple[Call, dict[str, Standing | None]]] = {
    "relationships.get": (lambda c, me: c.relationships.get(me, "r0"), UNDER_R0),
    "sessions.get": (lambda c, me: c.sessions.get(me, "s0"), UNDER_R0),
    "sessions.of_relationship": (lambda c, me: c.sessions.of_relationship(me, "r0"), UNDER_R0),
    "sessions.needing_rebooking": (lambda c, me: c.sessions.needing_rebooking(me, "r0"), UNDER_R0),
    "sessions.cancel": (lambda c, me: c.sessions.cancel(me, "s0"), UNDER_R0),
    "billing.of_session": (lambda c, me: c.billing.of_session(me, "s0"), UNDER_R0),
    "billing.retry": (lambda c, me: c.billing.retry(me, "s0"), UNDER_R0),
    "sessions.move": (lambda c, me: c.sessions.move(me, "s0", starts_at=NOW + DAY), UNDER_R0),
    "relationships.restart": (lambda c, me: c.relationships.restart(me, "r0"), UNDER_R0),
    "relationships.set_fee": (lambda c, me: c.relationships.set_fee(me, "r0", fee=FEE), UNDER_R0),
    "migrations.request": (lambda c, me: c.migrations.request(me, "r0", requested_by=me.id), UNDER_R0),
    "migrations.preview": (lambda c, me: c.migrations.preview(me, "r0", requested_by="alex"), UNDER_R0),
    "journal.of a session": (lambda c, me: c.journal.of(me, "session:s0"), UNDER_R0),
}
# Tested in their own places: asked within another operation, or a list that shows each actor what is theirs.
ELSEWHERE = {
    "clients.update a date of birth",
    "clients.update a blank date of birth of an attendee",
    "migrations.pending",
    "billing.authentication_link",
}
# The host's own (A1).
NO_ACTOR = {
    "invitations.get",
    "invitations.accept",
    "invitations.decline",
    "notices.deliver",
    "practices.open",
    "practices.get",
    "billing.receive",
    "billing.charge_due",
    "billing.reconcile",
    "billing.cancel_unpaid",
    "billing.refund_due",
}


def test_A1_there_is_a_call_for_every_operation_of_the_table_and_of_every_area() -> None:
    """A1: what is public names its actor, and stands in the table under its own name."""
    core = connect("memory://")
    public = {
        f"{area}.{name}": method
        for area in inspect.get_annotations(PracticeCore)
        if area != "store" and not area.startswith("_")
        for name, method in inspect.getmembers(getattr(core, area), inspect.ismethod)
        if not name.startswith("_")
    }

    assert set(MAY) == set(CALLS) | ELSEWHERE
    # The journal asks by the kind of thing, "a" being part of the operation's name.
    assert {name for name in public if not any(o == name or o.startswith(f"{name} ") for o in MAY)} == NO_ACTOR
    assert {name for name, method in public.items() if "actor" not in inspect.signature(method).parameters} == NO_ACTOR


def outcomes(call: Call) -> dict[str, str]:
    """Whether authority lets each actor pass: a rule's refusal comes after it. Each finds the world as it was."""
    w = world()
    before = w.rows()

    def outcome(actor: Actor) -> str:
        w.put_back(before)
        try:
            call(w.core, actor)
        except (NotAllowed, NotFound) as error:
            assert before == w.rows()
            return error.code
        except Refused:
            return "done"
        return "done"

    return {name: outcome(actor) for name, actor in ACTORS.items()}


def expected(operation: str, name: str, standings: dict[str, Standing | None]) -> str:
    if name not in standings:
        return "not_found"
    return "done" if standings[name] in MAY[operation] else "not_allowed"


@pytest.mark.parametrize("operation", CALLS)
def test_A1_A2_every_actor_may_do_what_the_table_says_and_what_they_do_not_see_is_not_there(operation: str) -> None:
    call, standings = CALLS[operation]
    withdrawing = {"attendee": "not_allowed"} if operation == "migrations.withdraw" else {}

    assert {name: expected(operation, name, standings) for name in ACTORS} | withdrawing == outcomes(call)


@pytest.mark.parametrize("operation", AFTERWARDS)
def test_A3_afterwards_the_former_payer_may_look_and_nothing_else(operation: str) -> None:
    call, standings = AFTERWARDS[operation]

    assert {name: expected(operation, name, standings) for name in ACTORS} == outcomes(call)


def test_A2_the_table_lets_staff_do_everything_and_clients_no_deciding() -> None:
    clients = {A, P, F}
    deciding = {
        "migrations.preview",
        "migrations.confirm",
        "migrations.decline",
        "migrations.reviewed",
        "sessions.cancel and waive",
        "billing.refund",
    }

    assert [operation for operation, standings in MAY.items() if S not in standings] == []
    assert [operation for operation in deciding if MAY[operation] & clients] == []
    assert {o for o, standings in MAY.items() if F in standings} == {
        "relationships.get",
        "sessions.get",
        "sessions.of_relationship",
        "sessions.needing_rebooking",
        "billing.of_session",
        "billing.authentication_link",
    }


def test_an_operation_that_is_not_in_the_table_cannot_be_called(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(KeyError):
        permit("sessions.steal", frozenset(Standing))

    w = world()
    monkeypatch.delitem(authority.MAY, "sessions.cancel")
    with pytest.raises(KeyError):
        w.core.sessions.cancel(w.staff, "s1")


@pytest.mark.parametrize(
    ("name", "sees"),
    [(name, ["q1", "q3"]) for name in ("staff", "therapist", "attendee")]
    + [("payer", ["q1"]), ("new payer", ["q3"])]
    + [(name, []) for name in ("another therapist", "former payer", "stranger", "system", "staff elsewhere")],
)
def test_A1_M13_everybody_sees_the_pending_requests_that_concern_them(name: str, sees: list[str]) -> None:
    assert sees == [q.id for q in world().core.migrations.pending(ACTORS[name])]


@pytest.mark.parametrize("name", ["relationships.get", "sessions.of_relationship", "migrations.request"])
def test_A1_M13_whoever_is_asked_to_pay_sees_the_request_and_nothing_else(name: str) -> None:
    area, _, method = name.partition(".")
    more = {"requested_by": "gwen"} if method == "request" else {}
    with pytest.raises(NotFound):
        getattr(getattr(world().core, area), method)(ACTORS["new payer"], "own", **more)


def test_A1_a_request_under_a_relationship_one_does_not_see_is_not_found_as_a_request() -> None:
    with pytest.raises(NotFound) as hidden:
        world().core.migrations.accept(ACTORS["stranger"], "q1")

    assert (hidden.value.kind, hidden.value.id) == ("migration request", "q1")


def test_A1_a_session_under_a_relationship_one_does_not_see_is_not_found_as_a_session() -> None:
    with pytest.raises(NotFound) as hidden:
        world().core.sessions.get(ACTORS["stranger"], "s1")

    assert (hidden.value.kind, hidden.value.id) == ("session", "s1")


def test_A1_an_id_that_is_taken_is_no_news_for_whoever_may_not_use_it() -> None:
    """A1: trying ids on tells a client nothing about what is there."""
    w = world()

    for taken_or_not in ("r1", "free"):
        with pytest.raises(NotFound):
            w.core.relationships.open(w.sam, therapist_id="theo", attendee_id="sam", payer_id="sam", id=taken_or_not)
        with pytest.raises(NotAllowed):
            w.core.clients.register(w.sam, given_name="N", family_name="N", id=taken_or_not)


def test_A1_a_therapist_sees_whom_they_registered_and_opens_relationships_with_them() -> None:
    w = World()
    w.person("new", by=w.tess)

    assert w.core.clients.get(w.tess, "new").id == "new"
    assert w.core.relationships.of_client(w.tess, "new") == ()
    with pytest.raises(NotFound):
        w.core.clients.get(w.theo, "new")
    with pytest.raises(NotFound):
        w.core.relationships.open(w.theo, therapist_id="theo", attendee_id="new", payer_id="new")
    assert w.core.relationships.open(w.tess, therapist_id="tess", attendee_id="new", payer_id="new").id


def test_A1_a_therapist_sees_of_a_client_only_what_is_theirs() -> None:
    w = world()
    w.core.relationships.open(w.staff, therapist_id="tess", attendee_id="alex", payer_id="pat", id="rt")

    assert [r.id for r in w.core.relationships.of_client(w.tess, "alex")] == ["rt"]
    assert {"r0", "own", "r1", "rt"} == {r.id for r in w.core.relationships.of_client(w.alex, "alex")}


def test_A3_a_payer_sees_nothing_of_the_attendees_account() -> None:
    with pytest.raises(NotFound):
        world().core.clients.get(ACTORS["payer"], "alex")


@pytest.mark.parametrize(
    ("thing", "code"),
    [
        ("r1", "done"),
        ("relationship:r1", "done"),
        ("nothing", "not_found"),
        ("client:r1", "not_found"),
        ("planet:r1", "not_found"),
    ],
)
def test_J2_a_thing_of_the_journal_is_named_by_id_or_kind_and_id(thing: str, code: str) -> None:
    assert code == outcomes(lambda core, me: core.journal.of(me, thing))["staff"]


def test_J2_where_ids_collide_the_kind_has_to_be_said_but_only_among_what_one_sees() -> None:
    w = World()
    w.person("theo", by=w.tess)

    with pytest.raises(Invalid) as refused:
        w.core.journal.of(w.staff, "theo")
    assert "client:theo, therapist:theo" in str(refused.value)
    assert [e.what for e in w.core.journal.of(w.theo, "theo")] == ["registered"]
