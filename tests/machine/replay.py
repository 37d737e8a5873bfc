"""The journal explains the state: from its entries alone, what each thing must be by now (J1, J2)."""

from __future__ import annotations

from collections import defaultdict
from datetime import datetime
from typing import Any

from practice_core import Money, RequestStatus, SessionStatus
from practice_core.domain.accounts import figures
from practice_core.domain.journal import JournalEntry, Kind, digest
from practice_core.domain.occasion import KINDS
from practice_core.domain.session import Settlement

from .sides import State

Told = dict[str, Any]
_CLOSING = {
    "request_expired": RequestStatus.EXPIRED,
    "request_declined": RequestStatus.DECLINED,
    "request_withdrawn": RequestStatus.WITHDRAWN,
    "request_superseded": RequestStatus.SUPERSEDED,
    "migrated": RequestStatus.CONFIRMED,
    "transferred": RequestStatus.CONFIRMED,
}
# What a relationship's chain says of its end, and that of the one after it of its beginning.
_PASSED = ("migrated", "transferred")
_REQUESTED = ("migration_requested", "handing_over_requested")
_OPENED = ("opened_by_migration", "opened_by_transfer")
_SUCCEEDED = ("succeeded_by_migration", "succeeded_by_transfer")


def chains_verify(state: State) -> None:
    """Each chain is numbered from 1, each entry's digest covers itself and the one before, and the thing's own row
    ends where its chain does (J3)."""
    heads = {
        f"{kind}:{name}": (kept.stamp.number, kept.stamp.digest)
        for of, kind in KINDS.items()
        for name, kept in state.rows[of].items()
    }
    ends: dict[str, tuple[int, str]] = {}
    for entry in state.entries:
        number, previous = ends.get(entry.thing, (0, ""))
        assert (entry.number, entry.previous) == (number + 1, previous), f"the chain of {entry.thing} has a gap"
        assert digest(entry) == entry.digest, f"{entry.thing}#{entry.number} was changed"
        ends[entry.thing] = entry.number, entry.digest
    assert heads == ends


def explains(state: State) -> None:
    """Replaying the entries gives the relationships, requests, sessions, cards and policy that are there."""
    by_kind: dict[Kind, dict[str, list[JournalEntry]]] = defaultdict(lambda: defaultdict(list))
    for entry in state.entries:
        by_kind[entry.kind][entry.thing_id].append(entry)
    relationships, requests = _relationships(by_kind[Kind.RELATIONSHIP])
    sessions = {name: _session(entries) for name, entries in by_kind[Kind.SESSION].items()}
    cards = {name: _card(entries) for name, entries in by_kind[Kind.CLIENT].items()}
    assert relationships == {name: _shown(thing, relationships[name]) for name, thing in state.relationships.items()}
    assert requests == {name: _shown(thing, requests[name]) for name, thing in state.requests.items()}
    assert sessions == {name: _shown(thing, sessions[name]) for name, thing in state.sessions.items()}
    assert cards == {c.id: f"{c.card.brand} {c.card.last4}" if c.card else None for c in state.clients.values()}
    policies = [e.facts for e in state.chain(f"practice:{state.practice.id}") if e.what in ("opened", "policy_set")]
    assert policies[-1] == figures(state.practice.policy)


def _shown(thing: object, told: Told) -> Told:
    """The thing, by the names that the replay tells something of."""
    return {name: getattr(thing, name) for name in told}


def _relationships(chains: dict[str, list[JournalEntry]]) -> tuple[dict[str, Told], dict[str, Told]]:
    """Relationships by id, and the requests their chains tell of. A successor's parties are its predecessor's."""
    told: dict[str, Told] = {}
    requests: dict[str, Told] = {}
    # Whoever is opened by a migration needs the predecessor's last word, which is earlier or of the same instant.
    waiting = dict(chains)
    while waiting:
        ready = [name for name, entries in waiting.items() if entries[0].facts.get("predecessor_id") not in waiting]
        assert ready, "relationships that each come after the other"
        for name in ready:
            told[name] = _relationship(name, waiting.pop(name), told, requests)
    for entry in (entry for entries in chains.values() for entry in entries):
        if entry.what in (*_OPENED, *_SUCCEEDED):
            # S11: what a migration leaves waiting is the old relationship, and the new one if it is new.
            told[str(entry.facts["predecessor_id"])]["awaits_agreement"] = entry.facts["awaits_agreement"]
    for name, entries in chains.items():
        words = [entry.what for entry in entries]
        since = max(words.index(what) if what in words else 0 for what in (*_PASSED, *_OPENED))
        if any(_agreed(entry, told[name]["attendee_id"]) for entry in entries[since + 1 :]):
            told[name]["awaits_agreement"] = False
    return told, requests


def _agreed(entry: JournalEntry, attendee_id: str) -> bool:
    """Accepting is agreeing, and so is asking to pay under the relationship they have (S11)."""
    if entry.what in _SUCCEEDED:
        return not entry.facts["awaits_agreement"]
    return entry.what == "agreed" or (entry.what == "request_accepted" and entry.requested_by == attendee_id)


def _relationship(name: str, entries: list[JournalEntry], others: dict[str, Told], requests: dict[str, Told]) -> Told:
    told: Told = {"predecessor_id": None, "successor_id": None, "awaits_agreement": False, "ended_at": None}
    for entry in entries:
        facts = entry.facts
        match entry.what:
            case "opened":
                parties = {role: facts[role] for role in ("therapist_id", "attendee_id", "payer_id")}
                told |= parties | {"opened_at": entry.at, "fee": _money(facts, "fee")}
            case "opened_by_migration" | "opened_by_transfer":
                before = others[str(facts["predecessor_id"])]
                attendee = before["attendee_id"]
                payer = facts.get("payer_id", attendee)
                told |= {"therapist_id": before["therapist_id"], "attendee_id": attendee, "payer_id": payer}
                told |= {"opened_at": entry.at, "fee": before["fee"], "predecessor_id": facts["predecessor_id"]}
                told["awaits_agreement"] = facts["awaits_agreement"]
            case "fee_set":
                told["fee"] = _money(facts, "fee")
            case "ended":
                told |= {"ended_at": entry.at, "end_reason": entry.note, "ended_by": entry.actor}
            case "restarted":
                told |= {"ended_at": None, "end_reason": None, "ended_by": None}
            case "migrated" | "transferred":
                told |= {"ended_at": entry.at, "end_reason": entry.what, "ended_by": entry.actor}
                told["successor_id"] = facts["successor_id"]
        if "request_id" in facts:
            _request(name, entry, requests)
    return told


def _request(under: str, entry: JournalEntry, requests: dict[str, Told]) -> None:
    """What an entry of a relationship tells of the request it names."""
    asked = requests.setdefault(str(entry.facts["request_id"]), {"relationship_id": under, "accepted_at": None})
    if entry.what in _REQUESTED or (entry.what in _PASSED and "status" not in asked):
        asked |= {"requested_by": entry.requested_by, "requested_at": entry.at, "status": RequestStatus.PENDING}
    if entry.what == "request_accepted":
        asked["accepted_at"] = entry.at
    if entry.what in _CLOSING:
        asked["status"] = _CLOSING[entry.what]


def _session(entries: list[JournalEntry]) -> Told:
    first = entries[0]
    price = _money(first.facts, "price")
    told: Told = {
        "relationship_id": first.facts["relationship_id"],
        "booked_at": first.at,
        "price": price,
        "rebooked_from": first.facts.get("rebooked_from"),
        "rebooked_as": None,
        "status": SessionStatus.SCHEDULED,
        "closed_at": None,
        "late": False,
        "settlement": Settlement.OPEN if price and price.minor_units else Settlement.NOTHING,
    }
    for entry in entries:
        facts = entry.facts
        told |= {name: datetime.fromisoformat(str(facts[name])) for name in ("starts_at", "ends_at") if name in facts}
        match entry.what:
            case "held" | "attended":
                told |= {"status": SessionStatus.ATTENDED, "closed_at": entry.at}
            case "no_show":
                told |= {"status": SessionStatus.NO_SHOW, "closed_at": entry.at}
            case "cancelled" | "rebooked":
                told |= {"status": SessionStatus.CANCELLED, "closed_at": entry.at, "late": facts.get("late", False)}
                told["rebooked_as"] = facts.get("rebooked_as")
        if told["settlement"] is Settlement.OPEN:
            told["settlement"] = _settlement(entry)
    return told


def _settlement(entry: JournalEntry) -> Settlement:
    """What becomes of an open price: waived where that is said; not owed after a cancellation that is not late."""
    if entry.facts.get("waived"):
        return Settlement.WAIVED
    if entry.what == "rebooked" or (entry.what == "cancelled" and not entry.facts["late"]):
        return Settlement.NOTHING
    return Settlement.OPEN


def _card(entries: list[JournalEntry]) -> str | None:
    card = None
    for entry in entries:
        match entry.what:
            case "card_added":
                card = entry.note
            case "card_removed":
                card = None
    return card


def _money(facts: Any, name: str) -> Money | None:
    return None if facts[name] is None else Money(facts[name], facts["currency"])
