"""What happened, to which thing, by whom, at whose request (J1), chained so that it can be checked (J3)."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from datetime import datetime
from enum import StrEnum

import attrs

_JSON = json.JSONEncoder(sort_keys=True, separators=(",", ":"))

Fact = str | int | bool | None | tuple[str, ...]


class Kind(StrEnum):
    """The kinds of thing the journal keeps a chain for."""

    PRACTICE = "practice"
    THERAPIST = "therapist"
    CLIENT = "client"
    RELATIONSHIP = "relationship"
    SESSION = "session"


@attrs.frozen(kw_only=True)
class JournalEntry:
    """One change of state. Facts are ids, codes, amounts and instants only.

    Free text stands in `note`, beside the facts and outside the digest, so that it can be erased (D3).
    `number`, `previous` and `digest` are given when the entry is appended to its thing's chain.
    """

    practice_id: str
    kind: Kind
    thing_id: str
    what: str
    actor: str
    requested_by: str = ""
    at: datetime
    facts: Mapping[str, Fact] = attrs.field(factory=dict)
    note: str = attrs.field(default="", repr=False)
    number: int = 0
    previous: str = ""
    digest: str = ""

    @property
    def thing(self) -> str:
        return f"{self.kind}:{self.thing_id}"

    @property
    def id(self) -> str:
        """What it is told by within its practice."""
        return f"{self.thing}#{self.number}"

    def linked(self, *, number: int, previous: str) -> JournalEntry:
        """This entry as the one of that number, after the entry with that digest."""
        return attrs.evolve(self, number=number, previous=previous, digest=_digest(self, number, previous))


def digest(entry: JournalEntry) -> str:
    """SHA-256, in hexadecimal, over the entry and the digest before it (J3).

    The encoding is JSON of the fields below, keys sorted, no spaces, everything beyond ASCII escaped, the
    instant in UTC to the microsecond.
    """
    return _digest(entry, entry.number, entry.previous)


def _digest(entry: JournalEntry, number: int, previous: str) -> str:
    fields = {
        "practice": entry.practice_id,
        "thing": entry.thing,
        "number": number,
        "what": entry.what,
        "actor": entry.actor,
        "requested_by": entry.requested_by,
        "at": entry.at.isoformat(timespec="microseconds").replace("+00:00", "Z"),
        "facts": dict(entry.facts),
        "previous": previous,
    }
    return hashlib.sha256(_JSON.encode(fields).encode("ascii")).hexdigest()
