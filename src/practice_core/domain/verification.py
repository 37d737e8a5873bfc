"""Whether a thing's journal is as the core wrote it, and the first entry that is not (J3)."""

from __future__ import annotations

import hashlib
import json
from datetime import datetime
from enum import StrEnum

import attrs

from .journal import JournalEntry, Kind, digest, digest_of_note

# An import tells of these in the practice's entry, by their number: their own journal begins with what comes after.
_BEGIN_WITHOUT_AN_ENTRY = frozenset({Kind.CLIENT, Kind.THERAPIST})
_LINE = json.JSONEncoder(separators=(",", ":"))


class Wrong(StrEnum):
    """What is wrong with an entry. Orphaned: it is about a thing that is not there."""

    CHANGED = "changed"
    REMOVED = "removed"
    INSERTED = "inserted"
    REORDERED = "reordered"
    ORPHANED = "orphaned"


@attrs.frozen(kw_only=True)
class Misfit:
    """An entry that does not fit, or is missing: the how-manyth of which thing, and what is wrong."""

    thing: str
    number: int
    wrong: Wrong


@attrs.frozen
class Head:
    """Where a chain ends: number and digest of its last entry, as they are kept apart from it, with the thing."""

    number: int
    digest: str


@attrs.frozen(kw_only=True)
class Chain:
    """A thing's entries, in the order of their numbers, and its head; None for a thing that is not there."""

    kind: Kind
    thing_id: str
    entries: tuple[JournalEntry, ...]
    head: Head | None

    @property
    def thing(self) -> str:
        return f"{self.kind}:{self.thing_id}"


@attrs.frozen(kw_only=True)
class Verification:
    """What came of verifying one thing's journal, or a whole practice's."""

    things: int = 0
    entries: int = 0
    erased: int = 0
    """Entries whose note was erased (D3): what it said is not known any more, and all the rest still fits."""
    broken: int = 0
    """Things whose journal does not fit."""
    misfit: Misfit | None = None
    """The first entry that does not fit; None if all do."""
    anchor: str = ""
    """Of a practice, as of an instant: see `Anchor`."""

    @property
    def fits(self) -> bool:
        return self.misfit is None

    def and_of(self, chain: Chain) -> Verification:
        """With one thing more."""
        misfit = first_misfit(chain)
        return attrs.evolve(
            self,
            things=self.things + 1,
            entries=self.entries + len(chain.entries),
            erased=self.erased + sum(_erased(entry) for entry in chain.entries),
            broken=self.broken + (misfit is not None),
            misfit=self.misfit or misfit,
        )


class Anchor:
    """A digest over where every chain of a practice ended at an instant, to be kept out of reach of the database.

    It is SHA-256 over a line for each chain, by kind and id: a JSON array of the thing, and the number and digest of
    its last entry of that time. Chains only grow, so it comes out the same ever after, unless the past was rewritten.
    """

    def __init__(self, as_of: datetime) -> None:
        self._as_of = as_of
        self._ends = hashlib.sha256()

    def add(self, chain: Chain) -> None:
        last: JournalEntry | None = None
        for entry in chain.entries:
            if entry.at > self._as_of:
                break
            last = entry
        if last is not None:
            self._ends.update(f"{_LINE.encode([last.thing, last.number, last.digest])}\n".encode())

    def hexdigest(self) -> str:
        return self._ends.hexdigest()


def first_misfit(chain: Chain) -> Misfit | None:
    """The first entry, in the order of numbers, that does not fit; None if all do."""
    entries, head = chain.entries, chain.head
    if head is None:
        return Misfit(thing=chain.thing, number=entries[0].number, wrong=Wrong.ORPHANED) if entries else None
    previous = ""
    for place, entry in enumerate(entries):
        if not (entry.number == place + 1 <= head.number and entry.previous == previous and _intact(entry)):
            number, wrong = _told_apart(entries, place, previous, head)
            return Misfit(thing=chain.thing, number=number, wrong=wrong)
        previous = entry.digest
    if len(entries) < max(head.number, 0 if chain.kind in _BEGIN_WITHOUT_AN_ENTRY else 1):
        return Misfit(thing=chain.thing, number=len(entries) + 1, wrong=Wrong.REMOVED)
    if previous != head.digest:
        # It fits those before it, and is not the one that was last when the thing was written.
        return Misfit(thing=chain.thing, number=len(entries), wrong=Wrong.CHANGED)
    return None


def _told_apart(entries: tuple[JournalEntry, ...], place: int, previous: str, head: Head) -> tuple[int, Wrong]:
    """Which entry is meant where the one at that place does not fit, and what is wrong, as far as can be told.

    `previous` is the digest of the one before it. What an entry was made for shows in its digest.
    """
    found, expected = entries[place], place + 1
    if found.number < expected or expected > head.number:
        return found.number, Wrong.INSERTED
    elsewhere = any(_made_for(one, expected) and one.previous == previous for one in entries[place + 1 :])
    if found.number > expected:
        moved = elsewhere or (_made_for(found, expected) and found.previous == previous)
        return expected, Wrong.REORDERED if moved else Wrong.REMOVED
    if _made_for(found, expected):
        after = entries[place + 1].previous if place + 1 < len(entries) else head.digest
        if found.previous != previous and place and after == found.digest:
            # What comes after vouches for it: the one before was changed, and given a digest to match.
            return expected - 1, Wrong.CHANGED
        return expected, Wrong.CHANGED
    from_elsewhere = any(_made_for(found, number) for number in range(1, max(len(entries), head.number) + 1))
    if elsewhere:
        return expected, Wrong.REORDERED if from_elsewhere else Wrong.INSERTED
    if not from_elsewhere:
        return expected, Wrong.CHANGED
    if place and found.previous == entries[place - 1].previous:
        # Both follow the same one: the one before has taken its place, with a digest to match.
        return expected - 1, Wrong.INSERTED
    return expected, Wrong.REMOVED


def _intact(entry: JournalEntry) -> bool:
    return _made_for(entry, entry.number) and _has_its_note(entry)


def _made_for(entry: JournalEntry, number: int) -> bool:
    """Whether the entry's digest is right, were that its number."""
    try:
        return digest(entry, number=number) == entry.digest
    except (TypeError, ValueError, RecursionError):
        return False  # what cannot be encoded, nobody ever linked


def _has_its_note(entry: JournalEntry) -> bool:
    """Whether the note is the one that was written, or was erased together with its salt (D3)."""
    return entry.note_digest is None or _erased(entry) or digest_of_note(entry) == entry.note_digest


def _erased(entry: JournalEntry) -> bool:
    return bool(entry.note_digest) and not entry.note and not entry.note_salt
