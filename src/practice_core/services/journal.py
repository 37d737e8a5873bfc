"""The area `journal`: what happened to a thing, in order, and who wanted it (J2)."""

from __future__ import annotations

import attrs

from ..domain.actor import Actor, Role
from ..domain.authority import permit, standing_in_practice, standing_under
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
        asks = [BY_ID[_TYPES[kind]](id=name) for kind, name in named]
        asks += [
            questions.FAMILY_OF_SESSION(session_id=name)
            for kind, name in named
            if kind is Kind.SESSION
        ]
        with self._desk.reading(actor, *asks) as (work, _):
            found = [(kind, name) for kind, name in named if work.seek(_TYPES[kind], name)]
            seen = [one for one in found if self._may_read(work, actor, *one)]
            if not seen:
                raise NotFound("thing", thing)
            if len(seen) > 1:
                kinds = ", ".join(f"{kind}:{name}" for kind, name in seen)
                raise Invalid("thing", f"is several things: say which of {kinds}")
            ((kind, name),) = seen
            return work.find(questions.JOURNAL(kind=kind, thing_id=name))

    def _may_read(self, work: UnitOfWork, actor: Actor, kind: Kind, name: str) -> bool:
        try:
            match kind:
                case Kind.RELATIONSHIP:
                    standings = standing_under(actor, work.get(Relationship, name))
                case Kind.SESSION:
                    record = work.get(SessionRecord, name)
                    standings = standing_under(
                        actor, work.get(Relationship, record.relationship_id)
                    )
                case Kind.CLIENT:
                    known = Acquaintance(actor, name)
                    work.prepare(*known.asks)
                    _, standings = known.client(work)
                case Kind.THERAPIST if actor.role is Role.THERAPIST and actor.id != name:
                    return False
                case Kind.THERAPIST:
                    standings = standing_in_practice(actor)
                case Kind.PRACTICE:
                    standings = standing_in_practice(actor)
        except NotFound:
            return False
        permit("journal.of", standings)
        return True


def _named(thing: str) -> list[tuple[Kind, str]]:
    kind, colon, name = thing.partition(":")
    if colon and kind in _TYPES:
        return [(Kind(kind), name)]
    return [(kind, thing) for kind in _TYPES]
