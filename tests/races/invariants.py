"""What holds in every practice whatever raced, failed or was killed, and everything that is kept, to compare."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from datetime import datetime
from itertools import pairwise
from typing import Any

from practice_core import Actor, PracticeCore
from practice_core.domain.attempt import Attempt
from practice_core.domain.client import Client
from practice_core.domain.journal import JournalEntry
from practice_core.domain.journal import digest as digest_of
from practice_core.domain.migration_request import MigrationRequest, RequestStatus
from practice_core.domain.notice import Notice
from practice_core.domain.occasion import KINDS
from practice_core.domain.practice import Practice, Therapist
from practice_core.domain.relationship import Relationship
from practice_core.domain.reviews import aged
from practice_core.domain.session import SessionRecord, SessionStatus
from practice_core.ports.store import Kept, KeyRecord, Query, Store

Rows = dict[type, dict[str, Kept[Any]]]

_IN_ORDER = {JournalEntry: ("kind", "thing_id", "number")}
_EVERYTHING = tuple(
    Query(of, order=_IN_ORDER.get(of, ("id",)), relied_on=False)
    for of in (
        Practice,
        Therapist,
        Client,
        Relationship,
        MigrationRequest,
        SessionRecord,
        Attempt,
        Notice,
        JournalEntry,
        KeyRecord,
    )
)


def everything(store: Store, practice_id: str) -> Rows:
    """Every row of the practice, with its version and the end of its chain: one state of the database."""
    with store.open() as access:
        found = access.read(practice_id, [query() for query in _EVERYTHING])
    return {query.of: {kept.thing.id: kept for kept in kepts} for query, kepts in zip(_EVERYTHING, found, strict=True)}


def broken(core: PracticeCore, practice_id: str, at: datetime) -> list[str]:
    """Every invariant that does not hold, in words; none, if all is well."""
    rows = everything(core.store, practice_id)
    verified = core.journal.verify_all(Actor.staff(practice_id, "desk"))
    return [
        *([] if verified.fits else [str(verified)]),
        *_chains(rows),
        *_relationships(rows),
        *_sessions(rows, at),
        *_listed(core, practice_id, rows, at),
    ]


def _things(rows: Rows, of: type) -> dict[str, Any]:
    return {name: kept.thing for name, kept in rows[of].items()}


def _chains(rows: Rows) -> Iterator[str]:
    """J3: each thing's chain is whole, as its own digests say, and ends where its stamp says."""
    chains: dict[str, list[JournalEntry]] = defaultdict(list)
    for entry in _things(rows, JournalEntry).values():
        chains[entry.thing].append(entry)
    for of, kind in KINDS.items():
        for name, kept in rows[of].items():
            number, digest = 0, ""
            for entry in sorted(chains.pop(f"{kind}:{name}", []), key=lambda one: one.number):
                if (entry.number, entry.previous, entry.digest) != (number + 1, digest, digest_of(entry)):
                    yield f"the journal of {kind}:{name} is broken at {entry.number}"
                number, digest = entry.number, entry.digest
            if (kept.stamp.number, kept.stamp.digest) != (number, digest):
                yield f"the journal of {kind}:{name} does not end where its stamp says"
            if not number:
                yield f"{kind}:{name} is not in the journal"
    for thing in chains:
        yield f"the journal knows {thing}, which is not there"


def _relationships(rows: Rows) -> Iterator[str]:
    """P2, M7, M10, M11: one active for the same three, one successor each, and it is there."""
    relationships = _things(rows, Relationship)
    active = Counter((r.therapist_id, r.attendee_id, r.payer_id) for r in relationships.values() if not r.ended)
    yield from (f"{how_many} are active for {three}" for three, how_many in active.items() if how_many > 1)
    named = Counter(r.predecessor_id for r in relationships.values() if r.predecessor_id)
    yield from (f"{name} has {how_many} successors" for name, how_many in named.items() if how_many > 1)
    for r in relationships.values():
        if r.successor_id and (not r.ended or r.successor_id not in relationships):
            yield f"{r.id} names {r.successor_id}, which does not follow it"
    practices, clients = _things(rows, Practice), _things(rows, Client)
    for r in relationships.values():
        if r != aged(r, clients[r.attendee_id].date_of_birth, practices[r.practice_id]):
            yield f"{r.id} does not know how old its attendee was"
    pending = Counter(
        (q.relationship_id, q.requested_by)
        for q in _things(rows, MigrationRequest).values()
        if q.status is RequestStatus.PENDING
    )
    yield from (f"{how_many} requests are pending for {two}" for two, how_many in pending.items() if how_many > 1)


def _sessions(rows: Rows, at: datetime) -> Iterator[str]:
    """S4, S8, P5: no two at once; two that name each other; none to come under one that just ended."""
    sessions, relationships = _things(rows, SessionRecord), _things(rows, Relationship)
    calendars: dict[str, list[SessionRecord]] = defaultdict(list)
    for s in sessions.values():
        if s.status is SessionStatus.SCHEDULED:
            calendars[s.therapist_id].append(s)
        if s.rebooked_as and sessions[s.rebooked_as].rebooked_from != s.id:
            yield f"{s.id} was rebooked as {s.rebooked_as}, which does not know it"
        if s.rebooked_from and sessions[s.rebooked_from].rebooked_as != s.id:
            yield f"{s.id} was rebooked from {s.rebooked_from}, which does not know it"
        under = relationships[s.relationship_id]
        if under.payer_id != s.payer_id:
            yield f"{s.id} is for somebody else to pay than {under.id}"
        if under.ended and not under.handed_on and s.upcoming(at):
            yield f"{s.id} is still to come under {under.id}, which has ended"
    for calendar in calendars.values():
        for one, next_one in pairwise(sorted(calendar, key=lambda s: s.starts_at)):
            if next_one.starts_at < one.ends_at:
                yield f"{one.id} and {next_one.id} overlap"


def _listed(core: PracticeCore, practice_id: str, rows: Rows, at: datetime) -> Iterator[str]:
    """M8: what is to come under a relationship that was handed on is listed as needing rebooking."""
    for r in _things(rows, Relationship).values():
        left = {s.id for s in _things(rows, SessionRecord).values() if s.relationship_id == r.id and s.upcoming(at)}
        listed = {s.id for s in core.sessions.needing_rebooking(Actor.staff(practice_id, "desk"), r.id)}
        if r.handed_on and left != listed:
            yield f"under {r.id} these need rebooking: {sorted(left)}; these are listed: {sorted(listed)}"
