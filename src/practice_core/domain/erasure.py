"""Erasing a client: what identifies them goes, what the accounts need stays (D3).

Amounts, dates and ids stay, and so does the journal: notes are blanked together with their salts, and every chain
still verifies. Words about a relationship, or a session under it, go whichever of the two was erased: nobody can tell
them apart.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime
from typing import TypeVar

import attrs

from .attempt import Attempt
from .case import Case
from .charging import for_staff
from .client import Client
from .dossier import Dossier
from .errors import OpenRelationships, OpenSessions
from .migration_request import MigrationRequest, RequestStatus
from .occasion import Deed, Occasion
from .relationship import ERASED, Relationship
from .requests import decline, expire
from .session import DueWork, SessionRecord, Settlement, charged_under

T = TypeVar("T")


def erase(dossier: Dossier, occasion: Occasion) -> Deed[Client]:
    """All of it, in one deed. Erasing somebody again changes nothing.

    What stands in the way is settled first, while it is still known who they are: raises `OpenRelationships` while
    they attend or pay under one that is active, `OpenSessions` while something is to come or their money is on its
    way. What they owe and nobody is going to try for any more stays on the books, and stands in no way.
    """
    client = dossier.client
    if client.erased_at is not None:
        return Deed(answer=client)
    if active := tuple(one.id for one in dossier.relationships if not one.ended):
        raise OpenRelationships(active)
    tried = dossier.attempts_by_session
    if still_open := tuple(
        one.id for one in dossier.sessions if _still_open(dossier, one, tried.get(one.id, ()), occasion.at)
    ):
        raise OpenSessions(still_open)
    erased = _unknown(dossier, occasion.at)
    refused = [_refused(dossier, one, occasion) for one in dossier.requests if one.status is RequestStatus.PENDING]
    closed = {deed.answer.id: deed.answer for deed in refused}
    relationships = _differing(dossier.relationships, lambda one: _relationship(one, client.id))
    sessions = _differing(dossier.sessions, lambda one: attrs.evolve(one, close_reason=""))
    requests = _differing(dossier.requests, lambda one: _request(closed.get(one.id, one)))
    attempts = _differing(dossier.attempts, _attempt)
    # What language somebody reads can tell a lot about them, too.
    notices = _differing(dossier.notices, lambda one: attrs.evolve(one, language=erased.language))
    return Deed(
        answer=erased,
        added=tuple(notice for deed in refused for notice in deed.added),
        changed=(erased, *relationships, *sessions, *requests, *attempts, *notices),
        entries=(
            *(entry for deed in refused for entry in deed.entries),
            occasion.entry(erased, "erased"),
            *(occasion.entry(one, "party_erased", client_id=client.id) for one in relationships),
            *(occasion.entry(one, "party_erased", client_id=client.id) for one in sessions),
        ),
        blanked=tuple(entry for entry in dossier.concerning if entry.note or entry.note_salt),
    )


def forgetting(client: Client, until: datetime) -> Deed[Client]:
    """Due work is about to see the gateway: nobody else does before that instant."""
    claimed = attrs.evolve(client, forget_due_at=until)
    return Deed(answer=claimed, changed=(claimed,))


def forgotten(client: Client, occasion: Occasion) -> Deed[Client]:
    """The gateway keeps nothing of them any more. Told twice it changes nothing."""
    if client.forget_due_at is None:
        return Deed(answer=client)
    done = attrs.evolve(client, gateway_account=None, forget_due_at=None)
    return Deed(answer=done, changed=(done,), entries=(occasion.entry(done, "forgotten_by_gateway"),))


def _still_open(dossier: Dossier, record: SessionRecord, tried: tuple[Attempt, ...], at: datetime) -> bool:
    """Theirs to attend and to come; or with money of theirs that is going to move, or may have to go back."""
    client_id = dossier.client.id
    if record.attendee_id == client_id and record.upcoming(at):
        return True
    if record.payer_id != client_id:
        return False
    match record.due_work:
        case DueWork.SETTLE | DueWork.REFUND:
            return True
        case DueWork.CHARGE:
            # Where they have ceased to pay it falls due for nobody (C2).
            return charged_under(record, dossier.under(record.relationship_id))
        case _:
            to_come = record.upcoming(at) and record.settlement is Settlement.PAID
            return to_come or for_staff(record, tried)


def _unknown(dossier: Dossier, at: datetime) -> Client:
    """Nobody that could be told. What the gateway knows them as stays until it has been told to forget them: where
    that was never learned, the reference of their card is all there is to find them by."""
    client = dossier.client
    card = client.card.reference if client.card else None
    return Client(
        id=client.id,
        practice_id=client.practice_id,
        given_name="",
        family_name="",
        language=dossier.practice.language,
        gateway_account=client.gateway_account or card,
        registered_by=client.registered_by,
        erased_at=at,
        forget_due_at=at,
    )


def _refused(dossier: Dossier, asked: MigrationRequest, occasion: Occasion) -> Deed[MigrationRequest]:
    """They will not pay what they were asked to take over (M13): whoever asked is told, as of any answer."""
    case = Case(
        practice=dossier.practice,
        relationship=dossier.under(asked.relationship_id),
        family=(),
        clients={**dossier.others, dossier.client.id: dossier.client},
    )
    if asked.pending(occasion.at):
        return decline(case, asked, reason="", occasion=occasion)
    return expire(case, asked, occasion)


def _relationship(one: Relationship, client_id: str) -> Relationship:
    reason = one.end_reason if one.handed_on else ERASED
    if one.attendee_id != client_id:
        return attrs.evolve(one, end_reason=reason)
    return attrs.evolve(one, end_reason=reason, attendee_born_on=None, under_age_by=None)


def _request(one: MigrationRequest) -> MigrationRequest:
    return attrs.evolve(one, channel="", close_reason="", token_digest="")


def _attempt(one: Attempt) -> Attempt:
    """The gateway's word for the payment stays: money may have to go back on it."""
    return attrs.evolve(one, card_reference=None, account=None)


def _differing(things: Iterable[T], change: Callable[[T], T]) -> tuple[T, ...]:
    """As they are after the change, those that it makes any different."""
    return tuple(after for one in things if (after := change(one)) != one)
