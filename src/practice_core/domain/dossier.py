"""Everything that is kept on one client, for showing all of it or taking it away (D3)."""

from __future__ import annotations

from collections.abc import Mapping

import attrs

from .attempt import Attempt
from .client import Client
from .journal import JournalEntry, Kind
from .migration_request import MigrationRequest
from .notice import Notice
from .practice import Practice
from .relationship import Relationship
from .session import SessionRecord


@attrs.frozen(kw_only=True)
class Dossier:
    """The oldest first, everywhere.

    `relationships`: what they attend or pay under. `sessions`, `requests`: what stands under those, and the requests
    that would have them pay under another, `elsewhere`. `attempts`: to take money from them, or give it back.
    `notices`: those to them. `entries`: the journals of all that, and of `elsewhere`. `others`: who is party to that.
    """

    practice: Practice
    client: Client
    relationships: tuple[Relationship, ...] = ()
    elsewhere: tuple[Relationship, ...] = ()
    requests: tuple[MigrationRequest, ...] = ()
    sessions: tuple[SessionRecord, ...] = ()
    attempts: tuple[Attempt, ...] = ()
    notices: tuple[Notice, ...] = ()
    entries: tuple[JournalEntry, ...] = ()
    others: Mapping[str, Client] = attrs.field(factory=dict)

    @property
    def concerning(self) -> tuple[JournalEntry, ...]:
        """The entries that concern them: of a relationship elsewhere, those about a request that names them."""
        theirs = {one.id for one in self.relationships}
        asked = {one.id for one in self.requests}
        return tuple(
            entry
            for entry in self.entries
            if entry.kind is not Kind.RELATIONSHIP or entry.thing_id in theirs or entry.facts.get("request_id") in asked
        )

    @property
    def attempts_by_session(self) -> Mapping[str, tuple[Attempt, ...]]:
        """By the session's id; sessions without one are not there."""
        found: dict[str, list[Attempt]] = {}
        for one in self.attempts:
            found.setdefault(one.session_id, []).append(one)
        return {session_id: tuple(several) for session_id, several in found.items()}

    def under(self, relationship_id: str) -> Relationship:
        """The relationship of that id, theirs or elsewhere."""
        return next(one for one in (*self.relationships, *self.elsewhere) if one.id == relationship_id)
