"""Everything kept on a client as one JSON document (D3). `client_export.schema.json` beside this says what is in it.

The office's document has all of it. Clients' own has no more than they see elsewhere (A3): nothing of what came after
they had ceased to pay but their own money, and the words of others about their account only. Neither has anything of
another client's account.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date, datetime

import attrs

from .actor import Actor, Role
from .attempt import Attempt
from .client import Client
from .dossier import Dossier
from .journal import JournalEntry, Kind
from .migration_request import MigrationRequest
from .money import Money
from .notice import Notice
from .relationship import Relationship
from .session import SessionRecord
from .views import relationship_as_seen_by, request_as_seen_by, seen_by, sees_session

VERSION = 1

Document = dict[str, object]


def export(dossier: Dossier, actor: Actor, at: datetime) -> str:
    """The document for that actor, as text. Lists are in order, the oldest first."""
    client, practice = dossier.client, dossier.practice
    sessions = (_session(dossier, one, actor, at) for one in dossier.sessions)
    return _text(
        {
            "version": VERSION,
            "exported_at": at,
            "exported_by": str(actor),
            "practice": {"id": practice.id, "name": practice.name, "time_zone": practice.time_zone},
            "client": _client(client),
            "relationships": [_relationship(relationship_as_seen_by(actor, one)) for one in dossier.relationships],
            "requests": [_request(request_as_seen_by(actor, one)) for one in dossier.requests],
            "sessions": [one for one in sessions if one is not None],
            "attempts": [_attempt(one) for one in dossier.attempts],
            "notices": [_notice(one) for one in dossier.notices],
            "journal": [_entry(one, client, actor) for one in dossier.concerning if _told(one, client, actor)],
        }
    )


def _client(client: Client) -> Document:
    return {
        **_of(client, "id", "given_name", "family_name", "email", "phone", "date_of_birth", "language"),
        "card": attrs.asdict(client.card) if client.card else None,
        **_of(client, "gateway_account", "registered_by", "erased_at"),
    }


def _relationship(one: Relationship) -> Document:
    """Without what is of the attendee's account."""
    return {
        **_of(one, "id", "therapist_id", "attendee_id", "payer_id", "kind", "status", "opened_at", "fee"),
        **_of(one, "ended_at", "end_reason", "ended_by", "predecessor_id", "successor_id", "awaits_agreement"),
        **_of(one, "birthday_told_at", "reviewed_at"),
    }


def _request(one: MigrationRequest) -> Document:
    return {
        **_of(one, "id", "relationship_id", "requested_by", "new_payer_id", "requested_at", "recorded_by", "channel"),
        **_of(one, "expires_at", "status", "accepted_at", "closed_at", "close_reason"),
    }


def _session(dossier: Dossier, record: SessionRecord, actor: Actor, at: datetime) -> Document | None:
    """None for what the actor does not see. Why it was cancelled, in words, is for the office."""
    under = dossier.under(record.relationship_id)
    if not sees_session(actor, record, under):
        return None
    one = seen_by(actor, record, under, at)
    return {
        **_of(record, "id", "relationship_id", "therapist_id", "attendee_id"),
        **_of(one, "payer_id", "starts_at", "ends_at", "status", "price", "payment", "late"),
        **_of(one, "rebooked_from", "rebooked_as", "needs_rebooking"),
        "booked_at": record.booked_at,
        "close_reason": "" if actor.role is Role.CLIENT else record.close_reason,
    }


def _attempt(one: Attempt) -> Document:
    return {
        **_of(one, "id", "kind", "session_id", "relationship_id", "amount", "description", "made_at", "status"),
        **_of(one, "reason", "settled_at", "charge_id", "elsewhere", "card_reference", "account", "reference"),
    }


def _notice(one: Notice) -> Document:
    return _of(one, "id", "kind", "language", "about", "facts", "created_at", "state", "settled_at", "reason")


def _entry(one: JournalEntry, client: Client, actor: Actor) -> Document:
    """In a client's own without what others have written of anything but their account."""
    entry = _of(one, "thing", "number", "what", "actor", "requested_by", "at", "facts", "note")
    theirs = actor.role is not Role.CLIENT or _of_their_account(one, client) or one.actor == str(actor)
    return entry if theirs else {**entry, "note": ""}


def _told(entry: JournalEntry, client: Client, actor: Actor) -> bool:
    """A client's own document has the journal of their account, and what they did or asked for elsewhere."""
    if actor.role is not Role.CLIENT:
        return True
    return _of_their_account(entry, client) or entry.actor == str(actor) or entry.requested_by == client.id


def _of_their_account(entry: JournalEntry, client: Client) -> bool:
    return entry.kind is Kind.CLIENT and entry.thing_id == client.id


def _of(thing: object, *names: str) -> Document:
    return {name: getattr(thing, name) for name in names}


def _text(document: Document) -> str:
    return json.dumps(document, default=_plain, ensure_ascii=False, indent=2)


def _plain(value: object) -> object:
    match value:
        case date():
            # Instants too, in UTC.
            return value.isoformat()
        case Money():
            return {"minor_units": value.minor_units, "currency": value.currency}
        case Mapping():
            return dict(value)
        case _:  # pragma: no cover - nothing else is kept
            raise TypeError(type(value).__name__)
