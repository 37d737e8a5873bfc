"""The unit of work: the same on every store.

It reads what a decision needs in one go, keeps the versions of all it read, and writes one batch at the end.
No database transaction is open in between. A lost race is `Conflict`, raised by `commit`; where rows are locked,
a deadlock by reading, too.
"""

from __future__ import annotations

import secrets
from collections.abc import Iterable
from functools import partial
from typing import Any, TypeVar

from ..domain.attempt import Attempt
from ..domain.errors import NotFound
from ..domain.journal import JournalEntry, Kind
from ..domain.migration_request import MigrationRequest
from ..domain.notice import Notice
from ..domain.occasion import KINDS, Answer, Deed
from ..ports import questions
from ..ports.store import NEW, Access, Ask, Batch, Changed, Keepable, Kept, KeyRecord, Query, Stamp

T = TypeVar("T")
Name = tuple[type, str]

BY_ID: dict[type, Query[Any]] = {
    query.of: query
    for query in (
        questions.PRACTICE,
        questions.THERAPIST,
        questions.CLIENT,
        questions.RELATIONSHIP,
        questions.REQUEST,
        questions.SESSION,
        questions.ATTEMPT,
        questions.NOTICE,
        questions.KEY,
    )
}
_TYPES: dict[Kind, type] = {kind: of for of, kind in KINDS.items()}
WORDS = {of: str(kind) for of, kind in KINDS.items()} | {
    MigrationRequest: "migration request",
    Attempt: "attempt",
    Notice: "notice",
}


class UnitOfWork:
    """Used once, by one thread. Without `commit` nothing is written."""

    def __init__(self, access: Access, practice_id: str) -> None:
        self._access = access
        self._practice_id = practice_id
        self._asked: dict[Ask[Any], tuple[Any, ...]] = {}
        self._read: dict[Name, Kept[Any]] = {}
        self._relied_on: set[Name] = set()
        self._added: dict[Name, Any] = {}
        self._changed: dict[Name, Any] = {}
        self._entries: list[JournalEntry] = []
        self._blanked: list[JournalEntry] = []
        self._written = Batch(practice_id=practice_id)

    def following(self, access: Access) -> UnitOfWork:
        """A unit that goes on from what this one has committed, and relies on it without reading it again."""
        after = UnitOfWork(access, self._practice_id)
        after._read, after._relied_on = dict(self._read), set(self._relied_on)
        after._read.update((_name(kept.thing), kept) for kept in self._written.added)
        after._read.update((_name(one.thing), Kept(one.thing, one.stamp)) for one in self._written.changed)
        return after

    def prepare(self, *asks: Ask[Any]) -> None:
        """Ask all of it in one go, so that finding it afterwards asks nothing more."""
        new = [ask for ask in dict.fromkeys(asks) if ask not in self._asked]
        if not new:
            return
        for ask, found in zip(new, self._access.read(self._practice_id, new), strict=True):
            things = []
            for kept in found:
                things.append(kept.thing)
                name = ask.query.of, kept.thing.id
                # The first reading counts: a version that a later one finds raised is a lost race.
                self._read.setdefault(name, kept)
                if ask.query.relied_on:
                    self._relied_on.add(name)
            self._asked[ask] = tuple(things)

    def find(self, ask: Ask[T]) -> tuple[T, ...]:
        """What the database answers, in the query's order; without what this unit has pending."""
        found = self._asked.get(ask)
        if found is None:
            self.prepare(ask)
            found = self._asked[ask]
        return found

    def seek(self, of: type[T], id: str) -> T | None:  # noqa: A002
        """The thing of that id, as this unit would leave it; None if there is none."""
        name = (of, id)
        thing: T | None = self._changed.get(name) or self._added.get(name)
        if thing is None and (kept := self._read.get(name)):
            thing = kept.thing
        return thing or next(iter(self.find(BY_ID[of](id=id))), None)

    def get(self, of: type[T], id: str) -> T:  # noqa: A002
        """As `seek`. Raises `NotFound`."""
        found = self.seek(of, id)
        if found is None:
            raise NotFound(WORDS[of], id)
        return found

    def record(self, deed: Deed[Answer]) -> Answer:
        """Take a deed up for writing; answers the deed's answer."""
        for thing in deed.added:
            self._added[_name(thing)] = thing
        for thing in deed.changed:
            self._changed[_name(thing)] = thing
        for name in deed.touched:
            self._touch(name)
        self.append(deed.entries)
        self._blanked.extend(deed.blanked)
        return deed.answer

    def append(self, entries: Iterable[JournalEntry]) -> None:
        self._entries.extend(entries)

    def use_up(self, key: KeyRecord) -> None:
        """Remember an idempotency key with what is written (D1); one whose time is over is used anew."""
        name = _name(key)
        (self._changed if name in self._read else self._added)[name] = key

    def commit(self) -> None:
        """Write everything, if nothing this unit relied on has changed.

        Raises `Conflict` if something has, or if an id or key was taken meanwhile; `Unavailable` for an outage.
        """
        if not (self._added or self._changed or self._entries):
            return
        self._written = self._batch()
        self._access.write(self._written)

    def _touch(self, name: Name) -> None:
        self._changed.setdefault(name, self.get(*name))

    def _batch(self) -> Batch:
        heads, entries = self._linked()
        added = [Kept(thing, heads.get(name, NEW)) for name, thing in self._added.items()]
        for name in heads:
            # A journal entry is written under its thing's version, so that no chain can fork (J3).
            if name not in self._added:
                self._touch(name)
        changed = []
        for name, thing in self._changed.items():
            read = self._read[name]
            head = heads.get(name, read.stamp)
            stamp = Stamp(read.stamp.version + 1, head.number, head.digest)
            changed.append(Changed(thing=thing, was=read.stamp.version, stamp=stamp, before=read.thing))
        only_read = sorted(self._relied_on - self._changed.keys(), key=_order)
        relied_on = [(*name, self._read[name].stamp.version) for name in only_read]
        return Batch(
            practice_id=self._practice_id,
            added=[*added, *[Kept(entry, NEW) for entry in entries]],
            changed=changed,
            relied_on=relied_on,
            blanked=self._blanked,
        )

    def _linked(self) -> tuple[dict[Name, Stamp], list[JournalEntry]]:
        """The entries, each chained to the one before it of the same thing, and where each chain then ends."""
        heads: dict[Name, Stamp] = {}
        linked = []
        new_salt = partial(secrets.token_hex, 16)
        for entry in self._entries:
            name = (_TYPES[entry.kind], entry.thing_id)
            head = heads.get(name) or self._stamp(name)
            placed = entry.linked(number=head.number + 1, previous=head.digest, new_salt=new_salt)
            heads[name] = Stamp(head.version, placed.number, placed.digest)
            linked.append(placed)
        return heads, linked

    def _stamp(self, name: Name) -> Stamp:
        """Where the chain of a thing stands; read now, where nothing has read it."""
        if name in self._added:
            return NEW
        if name not in self._read:
            self.get(*name)
        return self._read[name].stamp


def _name(thing: Keepable) -> Name:
    return type(thing), thing.id


def _order(name: Name) -> tuple[str, str]:
    return name[0].__name__, name[1]
