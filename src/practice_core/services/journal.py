"""The area `journal`: what happened to a thing, in order, and who wanted it (J2); and whether that still fits (J3)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

import attrs

from ..domain.actor import Actor
from ..domain.authority import (
    Standing,
    permit,
    standing_as_therapist,
    standing_in_practice,
    standing_towards,
    standing_under,
)
from ..domain.checks import an_instant
from ..domain.client import Client
from ..domain.errors import Invalid, NotFound
from ..domain.journal import JournalEntry, Kind
from ..domain.practice import Practice, Therapist
from ..domain.relationship import Relationship
from ..domain.session import SessionRecord
from ..domain.verification import Anchor, Verification
from ..ports import questions
from ..ports.store import Ask
from .chains import chain_of, chains_in
from .desk import Desk
from .people import Acquaintance
from .work import BY_ID, UnitOfWork

# An id alone is looked for in this order.
_TYPES = {
    Kind.RELATIONSHIP: Relationship,
    Kind.SESSION: SessionRecord,
    Kind.CLIENT: Client,
    Kind.THERAPIST: Therapist,
    Kind.PRACTICE: Practice,
}
# Those that have rows of their own in the table of authority.
_APART = (Kind.THERAPIST, Kind.PRACTICE)

TOLD_EVERY = 500


@attrs.frozen
class Journal:
    _desk: Desk

    def of(self, actor: Actor, thing: str) -> tuple[JournalEntry, ...]:
        """Every entry about a thing, the oldest first. For staff, and for therapists about what is theirs.

        `thing` is an id, or ``relationship:ID`` and the like where ids of several kinds collide.
        Raises `NotFound`; `Invalid` for an id alone that several things have.
        """
        with self._desk.reading("journal.of", actor, *_candidates(thing)) as (work, _):
            kind, name = _the_one(work, actor, thing, "journal.of")
            return work.find(questions.JOURNAL(kind=kind, thing_id=name))

    def verify(self, actor: Actor, thing: str) -> Verification:
        """Whether a thing's entries are as they were appended, to the last one (J3). For whoever may read them.

        `thing` is as for `of`, and the same is raised; what is wrong with a journal is answered, never raised.
        """
        with self._desk.reading("journal.verify", actor, *_candidates(thing)) as (work, _):
            kind, name = _the_one(work, actor, thing, "journal.verify")
        with self._desk.store.open() as access:
            return Verification().and_of(chain_of(access, actor.practice_id, kind, name))

    def verify_all(
        self,
        actor: Actor,
        *,
        as_of: datetime | None = None,
        progress: Callable[[int], None] | None = None,
    ) -> Verification:
        """The journals of everything in the practice (J3), a page at a time. Staff only.

        With `as_of`, an instant that is over, the answer has an `anchor`: kept elsewhere, it will also show whether
        the past was written anew, digests and all. `progress` is told now and then how many entries were read so far.
        """
        until = None if as_of is None else an_instant("as_of", as_of)
        if until is not None and until > self._desk.now():
            raise Invalid("as_of", "must be an instant that is over")
        with self._desk.reading("journal.verify_all", actor):
            permit("journal.verify_all", standing_in_practice(actor))
        found, anchor = Verification(), None if until is None else Anchor(until)
        for chain in chains_in(self._desk.store, actor.practice_id):
            found = found.and_of(chain)
            if anchor is not None:
                anchor.add(chain)
            if progress is not None and found.things % TOLD_EVERY == 0:
                progress(found.entries)
        return found if anchor is None else attrs.evolve(found, anchor=anchor.hexdigest())


def _candidates(thing: str) -> list[Ask[Any]]:
    return [BY_ID[_TYPES[kind]](id=name) for kind, name in _named(thing)]


def _the_one(work: UnitOfWork, actor: Actor, thing: str, operation: str) -> tuple[Kind, str]:
    """The thing that is meant. Raises `NotFound`, `Invalid`; `NotAllowed` where the actor may not do that about it."""
    seen = [
        (kind, name, standings)
        for kind, name in _named(thing)
        if (standings := _standings(work, actor, kind, name)) is not None
    ]
    if not seen:
        raise NotFound("thing", thing)
    if len(seen) > 1:
        kinds = ", ".join(f"{kind}:{name}" for kind, name, _ in seen)
        raise Invalid("thing", f"is several things: say which of {kinds}")
    ((kind, name, standings),) = seen
    permit(f"{operation} a {kind}" if kind in _APART else operation, standings)
    return kind, name


def _standings(work: UnitOfWork, actor: Actor, kind: Kind, name: str) -> frozenset[Standing] | None:
    """What the actor is to that thing; None where there is none they see (A1)."""
    try:
        match kind:
            case Kind.RELATIONSHIP:
                return standing_under(actor, work.get(Relationship, name))
            case Kind.SESSION:
                record = work.get(SessionRecord, name)
                return standing_towards(actor, record, work.get(Relationship, record.relationship_id))
            case Kind.CLIENT:
                return Acquaintance(actor, name).client(work)[1]
            case Kind.THERAPIST:
                return standing_as_therapist(actor, work.get(Therapist, name).id)
            case Kind.PRACTICE:  # pragma: no branch - mypy proves there is no other
                work.get(Practice, name)
                return standing_in_practice(actor)
    except NotFound:
        return None


def _named(thing: str) -> list[tuple[Kind, str]]:
    kind, colon, name = thing.partition(":")
    if colon and kind in _TYPES:
        return [(Kind(kind), name)]
    return [(kind, thing) for kind in _TYPES]
