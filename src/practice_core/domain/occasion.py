"""One call of a command: who does it, when, and where new ids come from. What it decides is a `Deed`."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Generic, TypeVar

import attrs

from .actor import Actor
from .attempt import Attempt
from .client import Client
from .journal import Fact, JournalEntry, Kind
from .migration_request import MigrationRequest
from .notice import Notice
from .practice import Practice, Therapist
from .relationship import Relationship
from .session import SessionRecord

Answer = TypeVar("Answer")
Thing = Practice | Therapist | Client | Relationship | MigrationRequest | SessionRecord | Attempt | Notice

KINDS: dict[type, Kind] = {
    Practice: Kind.PRACTICE,
    Therapist: Kind.THERAPIST,
    Client: Kind.CLIENT,
    Relationship: Kind.RELATIONSHIP,
    SessionRecord: Kind.SESSION,
}


@attrs.frozen
class Occasion:
    """`new_id` answers the same id for the same label, so that deciding again after a lost race changes no id."""

    actor: Actor
    at: datetime
    new_id: Callable[[str], str]

    def entry(
        self,
        thing: Practice | Therapist | Client | Relationship | SessionRecord,
        what: str,
        facts: Mapping[str, Fact] | None = None,
        *,
        requested_by: str = "",
        note: str = "",
        **more: Fact,
    ) -> JournalEntry:
        """What the journal is to say of it (J1); the facts are ids, codes, amounts and instants only."""
        return JournalEntry(
            practice_id=self.actor.practice_id,
            kind=KINDS[type(thing)],
            thing_id=thing.id,
            what=what,
            actor=str(self.actor),
            requested_by=requested_by,
            at=self.at,
            facts={**(facts or {}), **more},
            note=note,
        )


@attrs.frozen(kw_only=True)
class Deed(Generic[Answer]):
    """Everything one command changes, and its answer. Written whole, or not at all.

    `touched` are things whose own fields stay, but which count what now stands under them: a booking raises
    its relationship's and its therapist's count, and who opens a relationship its attendee's, so that nothing is
    decided on an older one. `blanked` are entries of the journal whose notes go (D3).
    """

    answer: Answer
    added: tuple[Thing, ...] = ()
    changed: tuple[Thing, ...] = ()
    touched: tuple[tuple[type[Client | Relationship | Therapist], str], ...] = ()
    entries: tuple[JournalEntry, ...] = ()
    blanked: tuple[JournalEntry, ...] = ()
