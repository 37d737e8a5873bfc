"""What happened, to which thing, by whom, at whose request (J1), chained so that it can be checked (J3)."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Mapping
from datetime import datetime
from enum import StrEnum

import attrs

# Facts are flat: looking for circles takes longer than writing them.
_JSON = json.JSONEncoder(sort_keys=True, separators=(",", ":"), check_circular=False)

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
    """One change of state. Facts are ids, codes, amounts and instants only; free text stands in `note`.

    The entry's digest covers the note by `note_digest`, which `note_salt` keeps anybody from guessing: note and salt
    can be erased, and the chain still verifies (D3). `note_digest` is None in entries from before it was kept, whose
    notes are not covered. `number`, `previous` and both digests are given when the entry is appended to its chain.
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
    note_salt: str = attrs.field(default="", repr=False)
    note_digest: str | None = ""
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

    def without_note(self) -> JournalEntry:
        """This entry with note and salt erased, which its digest outlives (D3)."""
        return attrs.evolve(self, note="", note_salt="")

    def linked(self, *, number: int, previous: str, new_salt: Callable[[], str] | None = None) -> JournalEntry:
        """This entry as the one of that number, after the entry with that digest.

        `new_salt` makes a secret of its own for its note; without a note it needs none.
        """
        note_salt = new_salt() if new_salt and self.note else self.note_salt
        note_digest = _digest_of_note(note_salt, self.note)
        # Written out, as every command links some: `evolve` takes twice as long.
        return JournalEntry(
            practice_id=self.practice_id,
            kind=self.kind,
            thing_id=self.thing_id,
            what=self.what,
            actor=self.actor,
            requested_by=self.requested_by,
            at=self.at,
            facts=self.facts,
            note=self.note,
            note_salt=note_salt,
            note_digest=note_digest,
            number=number,
            previous=previous,
            digest=_digest(self, note_digest, number, previous),
        )


def digest_of_note(entry: JournalEntry) -> str:
    """SHA-256, in hexadecimal, over salt and note; empty where there is neither."""
    return _digest_of_note(entry.note_salt, entry.note)


def _digest_of_note(salt: str, note: str) -> str:
    salted = f"{salt}{note}"
    return hashlib.sha256(salted.encode()).hexdigest() if salted else ""


def digest(entry: JournalEntry, *, number: int | None = None) -> str:
    """SHA-256, in hexadecimal, over the entry and the digest before it (J3); `number`: as if it had that one.

    The encoding is JSON of the fields below, keys sorted, no spaces, everything beyond ASCII escaped, the
    instant in UTC to the microsecond. docs/journal.md has an example.
    """
    return _digest(entry, entry.note_digest, entry.number if number is None else number, entry.previous)


def _digest(entry: JournalEntry, note_digest: str | None, number: int, previous: str) -> str:
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
    if note_digest is not None:
        fields["note"] = note_digest
    return hashlib.sha256(_JSON.encode(fields).encode("ascii")).hexdigest()
