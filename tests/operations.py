"""Every operation there is: how to call it in one practice, and what everybody who might is to its thing."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from typing import Any

import attrs
from tests.marks import BORN, CARD, FAMILY, GIVEN, PHONE, WORDS, details_of
from tests.values import ADULT, DAY, FEE, FIFTY_MINUTES, HOUR, NOW, PRACTICE_ID, SECRET, SIXTEEN_SOON
from tests.worlds import World, remembered

from practice_core import Actor, NotFound, Policy, PracticeCore
from practice_core.adapters.memory.payments import MemoryPayments
from practice_core.domain.authority import Standing
from practice_core.domain.seal import Seal

S, T, A, P, F, N, ME, BEARER, HOST = Standing

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
    "payer elsewhere": Actor.client("elsewhere", "pat"),
    "staff nowhere": Actor.staff("nowhere", "desk"),
}

Standings = dict[str, Standing | None]

# What each actor is to Alex's active relationship r1, to r0 that Frank used to pay, to Yuna's and Bea's that Pat pays,
# to the request that Gwen pay for Alex's own, and to Alex's account. Whoever is not here sees nothing of it.
UNDER_R1: Standings = {"staff": S, "therapist": T, "attendee": A, "payer": P}
UNDER_R0: Standings = {"staff": S, "therapist": T, "attendee": A, "former payer": F}
PAID_BY_PAT: Standings = {"staff": S, "therapist": T, "payer": P}
UNDER_PAUSED: Standings = {"staff": S, "therapist": T, "stranger": A}
ABOUT_Q3: Standings = {"staff": S, "therapist": T, "attendee": A, "new payer": N}
TO_ALEX: Standings = {"staff": S, "therapist": T, "attendee": ME}
TO_BEA: Standings = {"staff": S, "therapist": T}
TO_THEO: Standings = {"staff": S, "therapist": ME}
OF_THE_PRACTICE: Standings = {
    name: {"staff": S, "therapist": T, "another therapist": T}.get(name)
    for name, actor in ACTORS.items()
    if actor.practice_id == PRACTICE_ID
}
# What is asked of no particular thing is done in the actor's own practice, where they have one.
IN_THEIRS: Standings = OF_THE_PRACTICE | {
    "staff elsewhere": S,
    "therapist elsewhere": T,
    "attendee elsewhere": None,
    "payer elsewhere": None,
}
# What is the office's alone is told nobody else of, whether it is there or not; another office does not find it.
OF_THE_OFFICE: Standings = {name: standing for name, standing in IN_THEIRS.items() if name != "staff elsewhere"}
# What names no actor.
FOR_ALL: Standings = dict.fromkeys(ACTORS, HOST)
WITH_THE_TOKEN: Standings = dict.fromkeys(ACTORS, BEARER)


@remembered
def world() -> World:
    """Alex attends with Theo: Frank paid under r0 until it was migrated; Pat pays under r1.

    Under r1, s1 is upcoming and s2 has begun, and Pat has asked for a migration. Pat pays for Yuna too, who is 16 soon,
    and for Bea, whose age nobody knows. Alex has asked that what they pay for themselves be handed over to Gwen.
    """
    w = World()
    for name in ("alex", "pat", "frank", "sam", "gwen"):
        w.person(name, has_card=True, born=BORN, **details_of(name))
    w.open(payer="frank", id="r0")
    w.book("r0", id="s0", starts_at=NOW + 90 * DAY)
    w.settle("s0", "paid")
    w.migrate("r0", id="own", channel=WORDS)
    w.open(id="r1")
    w.book("r1", id="s2", starts_at=NOW + HOUR)
    w.book("r1", id="s1", starts_at=NOW + 80 * DAY)
    w.core.relationships.open(w.staff, therapist_id="theo", attendee_id="sam", payer_id="sam", id="paused")
    w.core.relationships.end(w.staff, "paused", reason=WORDS)
    w.core.migrations.request(w.staff, "r1", requested_by="pat", id="q1", channel=WORDS)
    for name, born, under in (("yuna", SIXTEEN_SOON, "young"), ("bea", None, "blank")):
        w.person(name, born=born, **details_of(name))
        w.open(name, id=under)
    w.core.migrations.request(w.alex, "own", requested_by="alex", new_payer_id="gwen", id="q3", channel=WORDS)
    w.core.practices.open(id="elsewhere", name="Oak Road", time_zone="UTC", currency="EUR")
    w.forward(2 * HOUR)
    w.core.run_due()
    w.nobody_was_reached()
    return w


Call = Callable[[PracticeCore, Actor], Any]
TOKEN = Seal(SECRET).token(PRACTICE_ID, "q3", "gwen")


def _charge(core: PracticeCore) -> str:
    (line,) = core.billing.of_session(ACTORS["staff"], "s2").lines
    return line.id


def _undelivered(core: PracticeCore) -> str:
    return core.notices.undelivered(ACTORS["staff"])[0].id


def _listed(core: PracticeCore, me: Actor) -> object:
    """A list shows each actor what is theirs: what is not on it is not there for them."""
    found = core.migrations.pending(me)
    if "q3" not in [request.id for request in found]:
        raise NotFound("migration request", "q3")
    return found


def _link(core: PracticeCore, me: Actor) -> object:
    """No charge waits: whoever is told so may have asked."""
    try:
        return core.billing.authentication_link(me, "s1")
    except NotFound as error:
        if not error.kind.startswith("charge"):
            raise
        return None


def _message() -> dict[str, Any]:
    payload, signature = MemoryPayments(lambda: NOW + 2 * HOUR).message_of_card(PRACTICE_ID, "sam", CARD)
    return {"payload": payload, "signature": signature}


# Every operation: how to call it so that only authority can say no, and what each actor is to its thing.
CALLS: dict[str, tuple[Call, Standings]] = {
    "practices.open": (lambda c, _: c.practices.open(name="Willow", time_zone="UTC", currency="GBP"), FOR_ALL),
    "practices.get": (lambda c, _: c.practices.get(PRACTICE_ID), FOR_ALL),
    "practices.set_policy": (lambda c, me: c.practices.set_policy(me, Policy()), IN_THEIRS),
    "therapists.register": (lambda c, me: c.therapists.register(me, name=GIVEN), IN_THEIRS),
    "therapists.get": (lambda c, me: c.therapists.get(me, "theo"), TO_THEO),
    "clients.register": (lambda c, me: c.clients.register(me, **details_of("new")), IN_THEIRS),
    "clients.get": (lambda c, me: c.clients.get(me, "alex"), TO_ALEX),
    "clients.update": (lambda c, me: c.clients.update(me, "alex", phone=PHONE, family_name=FAMILY), TO_ALEX),
    "clients.update a date of birth": (
        lambda c, me: c.clients.update(me, "alex", date_of_birth=ADULT, reason=WORDS),
        TO_ALEX,
    ),
    "clients.update a blank date of birth of an attendee": (
        lambda c, me: c.clients.update(me, "bea", date_of_birth=BORN),
        TO_BEA,
    ),
    "clients.export": (lambda c, me: c.clients.export(me, "alex"), TO_ALEX),
    "clients.erase": (lambda c, me: c.clients.erase(me, "alex"), TO_ALEX),
    "clients.of_therapist": (lambda c, me: c.clients.of_therapist(me, "theo"), TO_THEO),
    "clients.attendee_of": (lambda c, me: c.clients.attendee_of(me, "r1"), UNDER_R1),
    "cards.invite": (lambda c, me: c.cards.invite(me, "alex"), TO_ALEX),
    "cards.add": (lambda c, me: c.cards.add(me, "alex", reference=CARD), TO_ALEX),
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
    "relationships.end": (lambda c, me: c.relationships.end(me, "r1", reason=WORDS, cancel_upcoming=True), UNDER_R1),
    "relationships.restart": (lambda c, me: c.relationships.restart(me, "paused"), UNDER_PAUSED),
    "migrations.preview": (lambda c, me: c.migrations.preview(me, "r1", requested_by="alex"), UNDER_R1),
    "migrations.confirm": (lambda c, me: c.migrations.confirm(me, "r1", requested_by="alex", channel=WORDS), UNDER_R1),
    "migrations.request": (
        lambda c, me: c.migrations.request(me, "r1", requested_by=me.id if me.id == "pat" else "alex", channel=WORDS),
        UNDER_R1,
    ),
    "migrations.accept": (lambda c, me: c.migrations.accept(me, "q1"), UNDER_R1),
    "migrations.accept handing over": (lambda c, me: c.migrations.accept(me, "q3"), ABOUT_Q3),
    "migrations.decline": (lambda c, me: c.migrations.decline(me, "q1", reason=WORDS), UNDER_R1),
    "migrations.decline handing over": (lambda c, me: c.migrations.decline(me, "q3", reason=WORDS), ABOUT_Q3),
    "migrations.withdraw": (lambda c, me: c.migrations.withdraw(me, "q1"), UNDER_R1),
    "migrations.pending": (_listed, ABOUT_Q3),
    "migrations.due_for_review": (lambda c, me: c.migrations.due_for_review(me), IN_THEIRS),
    "migrations.reviewed": (lambda c, me: c.migrations.reviewed(me, "young"), PAID_BY_PAT),
    "invitations.token": (lambda c, me: c.invitations.token(me, "q3"), OF_THE_OFFICE),
    "invitations.get": (lambda c, _: c.invitations.get(PRACTICE_ID, "q3", token=TOKEN), WITH_THE_TOKEN),
    "invitations.accept": (lambda c, _: c.invitations.accept(PRACTICE_ID, "q3", token=TOKEN), WITH_THE_TOKEN),
    "invitations.decline": (
        lambda c, _: c.invitations.decline(PRACTICE_ID, "q3", token=TOKEN, reason=WORDS),
        WITH_THE_TOKEN,
    ),
    "sessions.book": (
        lambda c, me: c.sessions.book(me, "r1", starts_at=NOW + 9 * DAY, duration=FIFTY_MINUTES),
        UNDER_R1,
    ),
    "sessions.get": (lambda c, me: c.sessions.get(me, "s1"), UNDER_R1),
    "sessions.of_relationship": (lambda c, me: c.sessions.of_relationship(me, "r1"), UNDER_R1),
    "sessions.needing_rebooking": (lambda c, me: c.sessions.needing_rebooking(me, "r1"), UNDER_R1),
    "sessions.move": (lambda c, me: c.sessions.move(me, "s1", starts_at=NOW + 9 * DAY), UNDER_R1),
    "sessions.cancel": (lambda c, me: c.sessions.cancel(me, "s1", reason=WORDS), UNDER_R1),
    "sessions.cancel and waive": (lambda c, me: c.sessions.cancel(me, "s1", waive=True), UNDER_R1),
    "sessions.rebook": (lambda c, me: c.sessions.rebook(me, "s0"), UNDER_R0),
    "sessions.rebook_all": (lambda c, me: c.sessions.rebook_all(me, "r0"), UNDER_R0),
    "sessions.record": (lambda c, me: c.sessions.record(me, "s2"), UNDER_R1),
    "billing.of_session": (lambda c, me: c.billing.of_session(me, "s1"), UNDER_R1),
    "billing.retry": (lambda c, me: c.billing.retry(me, "s1"), UNDER_R1),
    "billing.refund": (lambda c, me: c.billing.refund(me, _charge(c)), UNDER_R1),
    "billing.refunds_by_hand": (lambda c, me: c.billing.refunds_by_hand(me), IN_THEIRS),
    "billing.refunded_by_hand": (lambda c, me: c.billing.refunded_by_hand(me, "s1"), UNDER_R1),
    "billing.statement": (lambda c, me: c.billing.statement(me, "alex"), TO_ALEX),
    "billing.authentication_link": (_link, UNDER_R1),
    "billing.receive": (lambda c, _: c.billing.receive(**_message()), FOR_ALL),
    "billing.charge_due": (lambda c, _: c.billing.charge_due(), FOR_ALL),
    "billing.reconcile": (lambda c, _: c.billing.reconcile(), FOR_ALL),
    "billing.cancel_unpaid": (lambda c, _: c.billing.cancel_unpaid(), FOR_ALL),
    "billing.refund_due": (lambda c, _: c.billing.refund_due(), FOR_ALL),
    "notices.deliver": (lambda c, _: c.notices.deliver(), FOR_ALL),
    "notices.all": (lambda c, me: c.notices.all(me), IN_THEIRS),
    "notices.undelivered": (lambda c, me: c.notices.undelivered(me), IN_THEIRS),
    "notices.get": (lambda c, me: c.notices.get(me, _undelivered(c)), OF_THE_OFFICE),
    "notices.written": (lambda c, me: c.notices.written(me, _undelivered(c)), OF_THE_OFFICE),
    "notices.retry": (lambda c, me: c.notices.retry(me, _undelivered(c)), OF_THE_OFFICE),
    "journal.of": (lambda c, me: c.journal.of(me, "relationship:r1"), UNDER_R1),
    "journal.of a therapist": (lambda c, me: c.journal.of(me, "therapist:theo"), TO_THEO),
    "journal.of a practice": (lambda c, me: c.journal.of(me, f"practice:{PRACTICE_ID}"), OF_THE_PRACTICE),
    "journal.verify": (lambda c, me: c.journal.verify(me, "client:alex"), TO_ALEX),
    "journal.verify a therapist": (lambda c, me: c.journal.verify(me, "therapist:theo"), TO_THEO),
    "journal.verify a practice": (lambda c, me: c.journal.verify(me, f"practice:{PRACTICE_ID}"), OF_THE_PRACTICE),
    "journal.verify_all": (lambda c, me: c.journal.verify_all(me), IN_THEIRS),
    "run_due": (lambda c, _: c.run_due(), FOR_ALL),
}

# The same about other things: whatever is asked of them stands under the same operation.
FURTHER: list[tuple[str, Call, Standings]] = [
    ("journal.of", lambda c, me: c.journal.of(me, "session:s1"), UNDER_R1),
    ("journal.of", lambda c, me: c.journal.of(me, "client:alex"), TO_ALEX),
    ("journal.verify", lambda c, me: c.journal.verify(me, "relationship:r1"), UNDER_R1),
    ("journal.verify", lambda c, me: c.journal.verify(me, "session:s1"), UNDER_R1),
    # Of an ended relationship, where the former payer comes in.
    ("relationships.get", lambda c, me: c.relationships.get(me, "r0"), UNDER_R0),
    ("relationships.restart", lambda c, me: c.relationships.restart(me, "r0"), UNDER_R0),
    ("relationships.set_fee", lambda c, me: c.relationships.set_fee(me, "r0", fee=FEE), UNDER_R0),
    ("clients.attendee_of", lambda c, me: c.clients.attendee_of(me, "r0"), UNDER_R0),
    ("sessions.get", lambda c, me: c.sessions.get(me, "s0"), UNDER_R0),
    ("sessions.of_relationship", lambda c, me: c.sessions.of_relationship(me, "r0"), UNDER_R0),
    ("sessions.needing_rebooking", lambda c, me: c.sessions.needing_rebooking(me, "r0"), UNDER_R0),
    ("sessions.cancel", lambda c, me: c.sessions.cancel(me, "s0"), UNDER_R0),
    ("sessions.move", lambda c, me: c.sessions.move(me, "s0", starts_at=NOW + DAY), UNDER_R0),
    ("billing.of_session", lambda c, me: c.billing.of_session(me, "s0"), UNDER_R0),
    ("billing.retry", lambda c, me: c.billing.retry(me, "s0"), UNDER_R0),
    ("migrations.request", lambda c, me: c.migrations.request(me, "r0", requested_by=me.id), UNDER_R0),
    ("migrations.preview", lambda c, me: c.migrations.preview(me, "r0", requested_by="alex"), UNDER_R0),
    ("journal.of", lambda c, me: c.journal.of(me, "session:s0"), UNDER_R0),
]


def public_methods(core: PracticeCore) -> dict[str, Callable[..., object]]:
    """Everything that the areas offer, and the one that runs across them."""
    areas = [name for name in attrs.fields_dict(PracticeCore) if name != "store" and not name.startswith("_")]
    found: dict[str, Callable[..., object]] = {
        f"{area}.{name}": method
        for area in areas
        for name, method in inspect.getmembers(getattr(core, area), inspect.ismethod)
        if not name.startswith("_")
    }
    return found | {"run_due": core.run_due}
