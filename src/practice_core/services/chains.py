"""The chains of a practice as they are kept, one thing's or all of them, to be verified (J3)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from operator import attrgetter
from typing import Any, cast

from ..domain.journal import JournalEntry, Kind
from ..domain.verification import Chain, Head
from ..ports import questions
from ..ports.store import Access, Ask, Kept, Query, Stamp, Store
from .work import BY_ID

_ALL: dict[Kind, Query[Any]] = {
    Kind.CLIENT: questions.ALL_CLIENTS,
    Kind.PRACTICE: questions.ALL_PRACTICES,
    Kind.RELATIONSHIP: questions.ALL_RELATIONSHIPS,
    Kind.SESSION: questions.ALL_SESSIONS,
    Kind.THERAPIST: questions.ALL_THERAPISTS,
}


def chain_of(access: Access, practice_id: str, kind: Kind, thing_id: str) -> Chain:
    """One thing's chain and its head, read in one go: nobody writes in between."""
    asks = [_ask(BY_ID[_ALL[kind].of], id=thing_id), _ask(questions.JOURNAL, kind=kind, thing_id=thing_id)]
    things, entries = access.read(practice_id, asks)
    return _chain(kind, thing_id, things[0].stamp if things else None, [kept.thing for kept in entries])


def chains_in(store: Store, practice_id: str) -> Iterator[Chain]:
    """Every chain of the practice, by kind and id, the chains of what is not there among them.

    A page at a time: no more of them is held, unless one chain alone is longer.
    """
    with store.open() as access:
        for kind in _ALL:
            yield from _chains(access, practice_id, kind)
        yield from _of_no_kind(access, practice_id)


def _chains(access: Access, practice_id: str, kind: Kind) -> Iterator[Chain]:
    after, more = "", True
    while more:
        # Things and entries of one state of the database; of the two pages, what both show is gone by.
        asks = [_ask(_ALL[kind], after=after), _ask(questions.ENTRIES, kind=kind, after=after)]
        things, kept = access.read(practice_id, asks)
        stamps = {one.thing.id: one.stamp for one in things}
        entries = {name: list(group) for name, group in groupby((one.thing for one in kept), attrgetter("thing_id"))}
        shown = sorted(stamps.keys() | entries.keys())
        more_things, more_entries = _full(things, _ALL[kind]), _full(kept, questions.ENTRIES)
        if more_things:
            shown = [name for name in shown if name <= things[-1].thing.id]
        if more_entries:
            # The last chain on the page may go on beyond it.
            shown = [name for name in shown if name < kept[-1].thing.thing_id]
        for name in shown:
            yield _chain(kind, name, stamps.get(name), entries.get(name, []))
        more = more_things or more_entries
        if shown:
            after = shown[-1]
        elif more_entries:
            # One chain alone is longer than the page.
            after = kept[-1].thing.thing_id
            yield chain_of(access, practice_id, kind, after)


def _of_no_kind(access: Access, practice_id: str) -> Iterator[Chain]:
    """Entries about what the core has no name for; the first one of each such kind."""
    kind = ""
    while found := access.read(practice_id, [_ask(questions.NEXT_KIND, kind=kind)])[0]:
        entry = found[0].thing
        kind = entry.kind
        if kind not in _ALL:
            yield _chain(entry.kind, entry.thing_id, None, [entry])


def _full(page: Sequence[Kept[Any]], query: Query[Any]) -> bool:
    return len(page) == query.limit


def _chain(kind: Kind, thing_id: str, stamp: Stamp | None, entries: list[JournalEntry]) -> Chain:
    head = None if stamp is None else Head(stamp.number, stamp.digest)
    return Chain(kind=kind, thing_id=thing_id, entries=tuple(entries), head=head)


def _ask(query: Query[Any], **values: str) -> Ask[Any]:
    """Unchecked: an id that somebody wrote into the journal may be any text."""
    return Ask(query, cast("Any", tuple(sorted(values.items()))))
