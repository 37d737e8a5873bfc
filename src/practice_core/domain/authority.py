"""Who may do what: one table (A2), and what an actor is to a thing (A1). `views` is what they then see of it (A3)."""

from __future__ import annotations

from enum import StrEnum

from .actor import Actor, Role
from .client import Client
from .errors import NotAllowed, NotFound
from .migration_request import MigrationRequest
from .relationship import Relationship
from .session import SessionRecord
from .views import sees_session


class Standing(StrEnum):
    """What an actor is to a thing."""

    STAFF = "staff"
    THERAPIST = "therapist"
    ATTENDEE = "attendee"
    PAYER = "payer"
    FORMER_PAYER = "former_payer"
    NEW_PAYER = "new_payer"
    """Asked to pay: in handing over, party to nothing yet (M13)."""
    SELF = "self"
    BEARER = "bearer"
    """Has the token of a request, and no login (M12, M13)."""
    HOST = "host"
    """The host itself, for everybody: names no actor (A1)."""


_S, _T = Standing.STAFF, Standing.THERAPIST
_A, _P, _F, _ME = Standing.ATTENDEE, Standing.PAYER, Standing.FORMER_PAYER, Standing.SELF
_N, _B, _H = Standing.NEW_PAYER, Standing.BEARER, Standing.HOST

# An operation that is not in this table cannot be called: the desk, which all of them pass, refuses it. What follows
# the name is about something that has a row of its own.
MAY: dict[str, frozenset[Standing]] = {
    operation: frozenset(standings)
    for operation, standings in {
        "practices.open": (_H,),
        "practices.get": (_H,),
        "practices.set_policy": (_S,),
        "therapists.register": (_S,),
        "therapists.get": (_S, _ME),
        "clients.register": (_S, _T),
        "clients.get": (_S, _T, _ME),
        "clients.update": (_S, _T, _ME),
        "clients.update a date of birth": (_S,),
        "clients.update a blank date of birth of an attendee": (_S, _T),
        "clients.of_therapist": (_S, _ME),
        "clients.attendee_of": (_S, _T, _A, _P),
        "clients.export": (_S, _ME),
        "clients.erase": (_S,),
        "cards.invite": (_S, _T, _ME),
        "cards.add": (_S, _T, _ME),
        "cards.remove": (_S, _T, _ME),
        "relationships.open": (_S, _ME),
        "relationships.get": (_S, _T, _A, _P, _F),
        "relationships.all": (_S,),
        "relationships.of_client": (_S, _T, _ME),
        "relationships.of_therapist": (_S, _ME),
        "relationships.set_fee": (_S, _T),
        "relationships.end": (_S, _T),
        "relationships.restart": (_S, _T),
        "migrations.preview": (_S, _T),
        "migrations.confirm": (_S, _T),
        "migrations.request": (_S, _T, _A, _P),
        "migrations.accept": (_S, _T, _A),
        # Nobody but the office speaks for somebody who is party to nothing: not who is going to be paid by them.
        "migrations.accept handing over": (_S, _N),
        "migrations.decline": (_S, _T),
        "migrations.decline handing over": (_S, _T, _N),
        "migrations.withdraw": (_S, _T, _A, _P),
        "migrations.pending": (_S, _T, _A, _P, _N),
        "migrations.due_for_review": (_S, _T),
        "migrations.reviewed": (_S, _T),
        "invitations.token": (_S,),
        "invitations.get": (_B,),
        "invitations.accept": (_B,),
        "invitations.decline": (_B,),
        "sessions.book": (_S, _T),
        "sessions.get": (_S, _T, _A, _P, _F),
        "sessions.of_relationship": (_S, _T, _A, _P, _F),
        "sessions.needing_rebooking": (_S, _T, _A, _P, _F),
        "sessions.move": (_S, _T),
        "sessions.cancel": (_S, _T, _A, _P),
        "sessions.cancel and waive": (_S, _T),
        "sessions.rebook": (_S, _T),
        "sessions.rebook_all": (_S, _T),
        "sessions.record": (_S, _T),
        "billing.of_session": (_S, _T, _P, _F),
        "billing.retry": (_S, _T),
        "billing.refund": (_S, _T),
        "billing.refunds_by_hand": (_S,),
        "billing.refunded_by_hand": (_S,),
        "billing.statement": (_S, _T, _ME),
        "billing.authentication_link": (_S, _T, _P, _F),
        "billing.receive": (_H,),
        "billing.charge_due": (_H,),
        "billing.reconcile": (_H,),
        "billing.cancel_unpaid": (_H,),
        "billing.refund_due": (_H,),
        "notices.deliver": (_H,),
        "notices.all": (_S,),
        "notices.undelivered": (_S,),
        "notices.get": (_S,),
        "notices.written": (_S,),
        "notices.retry": (_S,),
        "journal.of": (_S, _T),
        "journal.of a therapist": (_S, _ME),
        "journal.of a practice": (_S,),
        "journal.verify": (_S, _T),
        "journal.verify a therapist": (_S, _ME),
        "journal.verify a practice": (_S,),
        "journal.verify_all": (_S,),
        "run_due": (_H,),
    }.items()
}


def must_be_listed(operation: str) -> None:
    """Raises `NotAllowed` for an operation that the table does not have, whoever calls it."""
    if operation not in MAY:
        raise NotAllowed(operation)


def permit(operation: str, standings: frozenset[Standing]) -> None:
    """Raises `NotAllowed` where none of the standings may do it, and for an operation that is not listed (A2)."""
    if operation not in MAY or not MAY[operation] & standings:
        raise NotAllowed(operation)


def standing_in_practice(actor: Actor) -> frozenset[Standing]:
    """What an actor is to the practice as a whole."""
    match actor.role:
        case Role.STAFF:
            return frozenset({Standing.STAFF})
        case Role.THERAPIST:
            return frozenset({Standing.THERAPIST})
        case Role.CLIENT | Role.SYSTEM:  # pragma: no branch - mypy proves there is no other
            return frozenset()


def standing_under(actor: Actor, relationship: Relationship) -> frozenset[Standing]:
    """What an actor is to a relationship. Raises `NotFound` for whom it does not exist (A1)."""
    found = set()
    match actor.role:
        case Role.STAFF:
            found.add(Standing.STAFF)
        case Role.THERAPIST if actor.id == relationship.therapist_id:
            found.add(Standing.THERAPIST)
        case Role.CLIENT:
            if actor.id == relationship.attendee_id:
                found.add(Standing.ATTENDEE)
            if actor.id == relationship.payer_id:
                found.add(Standing.FORMER_PAYER if relationship.ended else Standing.PAYER)
        case _:
            pass
    if not found:
        raise NotFound("relationship", relationship.id)
    return frozenset(found)


def standing_towards(actor: Actor, record: SessionRecord, relationship: Relationship) -> frozenset[Standing]:
    """What an actor is to a session under that relationship. Raises `NotFound` for whom it does not exist (A1, A3)."""
    try:
        standings = standing_under(actor, relationship)
    except NotFound as hidden:
        raise NotFound("session", record.id) from hidden
    if not sees_session(actor, record, relationship):
        raise NotFound("session", record.id)
    return standings


def standing_about(actor: Actor, request: MigrationRequest, relationship: Relationship) -> frozenset[Standing]:
    """What an actor is to a request: what they are to its relationship, or the one it would pass to (M13).

    Raises `NotFound` for whom it does not exist (A1).
    """
    invited = actor.role is Role.CLIENT and actor.id == request.new_payer_id
    new = frozenset({Standing.NEW_PAYER} if invited else ())
    try:
        return new | standing_under(actor, relationship)
    except NotFound as hidden:
        if new:
            return new
        raise NotFound("migration request", request.id) from hidden


def permit_answer(word: str, actor: Actor, request: MigrationRequest, relationship: Relationship) -> None:
    """Whether an actor may accept, decline or withdraw a request. Raises `NotFound`, `NotAllowed`."""
    standings = standing_about(actor, request, relationship)
    apart = request.new_payer_id != relationship.attendee_id and word != "withdraw"
    permit(f"migrations.{word} handing over" if apart else f"migrations.{word}", standings)


def standing_with(actor: Actor, client: Client, *, theirs: bool) -> frozenset[Standing]:
    """What an actor is to a client; `theirs`: whether a therapist has a relationship with them.

    A therapist also sees whom they registered. A payer sees nothing of an attendee's account (A3).
    Raises `NotFound`.
    """
    match actor.role:
        case Role.STAFF:
            return frozenset({Standing.STAFF})
        case Role.THERAPIST if theirs or client.registered_by == str(actor):
            return frozenset({Standing.THERAPIST})
        case Role.CLIENT if actor.id == client.id:
            return frozenset({Standing.SELF})
        case _:
            raise NotFound("client", client.id)


def standing_as_therapist(actor: Actor, therapist_id: str) -> frozenset[Standing]:
    """What an actor is to a therapist. Raises `NotFound`."""
    match actor.role:
        case Role.STAFF:
            return frozenset({Standing.STAFF})
        case Role.THERAPIST if actor.id == therapist_id:
            return frozenset({Standing.SELF})
        case _:
            raise NotFound("therapist", therapist_id)
