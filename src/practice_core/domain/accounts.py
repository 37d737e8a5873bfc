"""Registering people, keeping their details, their cards (A2, M6, S11)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import cast

import attrs

from . import notice
from .authority import Standing, permit
from .checks import some_words
from .client import Card, Client, a_birth_date, not_erased
from .errors import Invalid
from .journal import Fact, JournalEntry
from .occasion import Deed, Occasion
from .policy import Policy
from .practice import Practice, Therapist
from .relationship import MIGRATED, Relationship
from .requests import agree
from .reviews import aged_anew

CHANGEABLE = ("given_name", "family_name", "email", "phone", "date_of_birth", "language")


def open_practice(practice: Practice, occasion: Occasion) -> Deed[Practice]:
    return Deed(
        answer=practice,
        added=(practice,),
        entries=(occasion.entry(practice, "opened", figures(practice.policy)),),
    )


def set_policy(practice: Practice, policy: Policy, occasion: Occasion) -> Deed[Practice]:
    changed = attrs.evolve(practice, policy=policy)
    return Deed(
        answer=changed,
        changed=(changed,),
        entries=(occasion.entry(changed, "policy_set", figures(policy)),),
    )


def register_therapist(therapist: Therapist, occasion: Occasion) -> Deed[Therapist]:
    return Deed(
        answer=therapist,
        added=(therapist,),
        entries=(occasion.entry(therapist, "registered"),),
    )


def register_client(client: Client, occasion: Occasion) -> Deed[Client]:
    return Deed(answer=client, added=(client,), entries=(occasion.entry(client, "registered"),))


def update_client(
    client: Client,
    changes: Mapping[str, object],
    *,
    reason: str,
    attended: tuple[Relationship, ...],
    practice: Practice,
    standings: frozenset[Standing],
    occasion: Occasion,
) -> Deed[Client]:
    """Change details. A date of birth on record: by staff only, with a reason; a blank one of somebody who
    attends under a third-party relationship: by therapists and staff only (A2).

    `attended`: everything they attend under, which follows their date of birth (M11).
    """
    not_erased(client)
    if unknown := sorted(set(changes) - set(CHANGEABLE)):
        # What names no field could be anybody's data (A4).
        named = unknown[0] if unknown[0] in attrs.fields_dict(Client) else "changes"
        raise Invalid(named, "is nothing that can be changed here")
    some_words("reason", reason)
    given = dict(changes)
    if given.get("date_of_birth") is not None:
        today = practice.local_date(occasion.at)
        given["date_of_birth"] = a_birth_date("date_of_birth", given["date_of_birth"], today)
    changed = attrs.evolve(client, **given)  # type: ignore[arg-type]
    fields = tuple(name for name in CHANGEABLE if getattr(changed, name) != getattr(client, name))
    if "date_of_birth" in fields:
        attends_for_another = any(one.third_party and not one.ended for one in attended)
        _may_set_birth_date(client, reason, attends_for_another, standings)
    if not fields:
        return Deed(answer=client)
    aged = aged_anew(attended, changed.date_of_birth, practice)
    return Deed(
        answer=changed,
        changed=(changed, *aged),
        entries=(
            occasion.entry(changed, "details_changed", note=reason, fields=fields),
            *(occasion.entry(one, "attendee_age_set") for one in aged),
        ),
    )


def _may_set_birth_date(client: Client, reason: str, attends_for_another: bool, standings: frozenset[Standing]) -> None:
    if client.date_of_birth is not None:
        permit("clients.update a date of birth", standings)
        if not reason.strip():
            raise Invalid("reason", "a date of birth on record is changed with a reason")
    elif attends_for_another:
        permit("clients.update a blank date of birth of an attendee", standings)


def add_card(
    client: Client,
    card: Card,
    account: str | None,
    *,
    relationships: tuple[Relationship, ...],
    practice: Practice,
    occasion: Occasion,
    entered_at: datetime | None = None,
) -> Deed[Client]:
    """A card on file. Adding one after a migration is agreeing to it (S11); the therapists are told (N).

    `entered_at`: when it was entered, where that is told later; one of before a migration is no agreement to it.
    """
    not_erased(client)
    today = practice.local_date(occasion.at)
    had_one = client.card_good_on(today)
    changed = attrs.evolve(client, card=card, gateway_account=account)
    own = [r for r in relationships if r.attendee_id == client.id]
    asked = [r for r in own if r.awaits_agreement]
    agreed = tuple(agree(r) for r in asked if entered_at is None or _migrated_at(r) < entered_at)
    theirs = {r.therapist_id: r for r in own if not (r.ended or r.third_party)}
    # An ended relationship is asked too: its successor may be one the client had before (M7).
    migrated = {r.therapist_id for r in own if r.end_reason == MIGRATED}
    bookable = [t for t, r in theirs.items() if t in migrated or r.predecessor_id is not None]
    waiting, still = {r.therapist_id for r in agreed}, {r.therapist_id for r in asked}
    told = [t for t in bookable if t in waiting or not (had_one or t in still)] if card.good_on(today) else []
    facts: dict[str, Fact] = {} if entered_at is None else {"entered_at": entered_at.isoformat()}
    return Deed(
        answer=changed,
        added=tuple(
            notice.can_be_booked(occasion, practice, client_id=client.id, therapist_id=therapist_id)
            for therapist_id in told
        ),
        changed=(changed, *agreed),
        entries=(
            # In the note: it can go when its client does (D3).
            occasion.entry(changed, "card_added", facts, note=f"{card.brand} {card.last4}"),
            *(occasion.entry(r, "agreed", requested_by=client.id) for r in agreed),
        ),
    )


def overtaken(entries: Iterable[JournalEntry], entered_at: datetime) -> bool:
    """Whether that client's card was entered or removed since: a message of an older one changes nothing (C9)."""
    last = next((one for one in reversed(tuple(entries)) if one.what in ("card_added", "card_removed")), None)
    if last is None:
        return False
    told = last.facts.get("entered_at")
    return entered_at <= (last.at if told is None else datetime.fromisoformat(str(told)))


def _migrated_at(relationship: Relationship) -> datetime:
    """When what awaits the attendee's agreement came to be: an old one ended, or a new one opened (M7)."""
    ended_at = relationship.ended_at
    return ended_at if ended_at is not None and relationship.end_reason == MIGRATED else relationship.opened_at


def remove_card(client: Client, occasion: Occasion) -> Deed[Client]:
    if client.card is None:
        return Deed(answer=client)
    changed = attrs.evolve(client, card=None)
    return Deed(
        answer=changed,
        changed=(changed,),
        entries=(occasion.entry(changed, "card_removed"),),
    )


def figures(policy: Policy) -> dict[str, Fact]:
    """A policy as journal facts."""
    facts = attrs.asdict(policy, recurse=False)
    hours = tuple(str(hour) for hour in policy.retry_hours)
    return cast("dict[str, Fact]", {**facts, "retry_hours": hours})
