"""The area `journal`: what happened to a thing, in order, and who wanted it (J2)."""

from __future__ import annotations

import attrs

from ..domain.actor import Actor
from ..domain.authority import Standing, permit, standing_as_therapist, standing_in_practice, standing_under
from ..domain.client import Client
from ..domain.errors import Invalid, NotFound
from ..domain.journal import JournalEntry, Kind
from ..domain.practice import Practice, Therapist
from ..domain.relationship import Relationship
from ..domain.session import SessionRecord
from ..ports import questions
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


@attrs.frozen
class Journal:
    _desk: Desk

    def of(self, actor: Actor, thing: str) -> tuple[JournalEntry, ...]:
        """Every entry about a thing, the oldest first. For staff, and for therapists about what is theirs.

        `thing` is an id, or ``relationship:ID`` and the like where ids of several kinds collide.
        Raises `NotFound`; `Invalid` for an id alone that several things have.
        """
        named = _named(thing)
        with self._desk.reading(actor, *(BY_ID[_TYPES[kind]](id=name) for kind, name in named)) as (work, _):
            seen = [
                (kind, standings)
                for kind, name in named
                if (standings := _standings(work, actor, kind, name)) is not None
            ]
            if not seen:
                raise NotFound("thing", thing)
            if len(seen) > 1:
                kinds = ", ".join(f"{kind}:{thing}" for kind, _ in seen)
                raise Invalid("thing", f"is several things: say which of {kinds}")
            ((kind, standings),) = seen
            permit(f"journal.of a {kind}", standings)
            return work.find(questions.JOURNAL(kind=kind, thing_id=named[0][1]))


def _standings(work: UnitOfWork, actor: Actor, kind: Kind, name: str) -> frozenset[Standing] | None:
    """What the actor is to that thing; None where there is none they see (A1)."""
    try:
        match kind:
            case Kind.RELATIONSHIP:
                return standing_under(actor, work.get(Relationship, name))
            case Kind.SESSION:
                record = work.get(SessionRecord, name)
                return standing_under(actor, work.get(Relationship, record.relationship_id))
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
