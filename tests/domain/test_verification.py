"""A journal that was edited is found, and where (J3)."""

from __future__ import annotations

from collections.abc import Sequence
from functools import reduce
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.values import DAY, NOW, TICK

from practice_core.domain.journal import JournalEntry, Kind, digest
from practice_core.domain.verification import Anchor, Chain, Head, Misfit, Verification, Wrong, first_misfit

CHANGED, REMOVED, INSERTED, REORDERED, ORPHANED = Wrong
Entries = list[JournalEntry]


def linked(entries: Sequence[JournalEntry]) -> Entries:
    """Each after the one before it, from the first on."""

    def after(chain: Entries, entry: JournalEntry) -> Entries:
        return [*chain, entry.linked(number=len(chain) + 1, previous=chain[-1].digest if chain else "")]

    return reduce(after, entries, [])


def entry(what: str, **fields: Any) -> JournalEntry:
    given = {"practice_id": "p", "kind": Kind.SESSION, "thing_id": "s", "actor": "staff:desk", "at": NOW}
    return JournalEntry(what=what, **(given | fields))


FIVE = linked(
    [
        entry("booked", facts={"price": 6000, "fields": ("a", "b")}),
        entry("moved", at=NOW + DAY, requested_by="alex"),
        entry("noted", at=NOW + 2 * DAY, note="by phone", note_salt="5a17"),
        entry("moved", at=NOW + 3 * DAY),
        entry("attended", at=NOW + 4 * DAY, note="in person", note_salt="0f0f"),
    ]
)
HEAD = Head(5, FIVE[-1].digest)
ANOTHER = entry("waived", at=NOW + 2 * DAY)


def chain(entries: Sequence[JournalEntry], head: Head | None = HEAD, kind: Kind = Kind.SESSION) -> Chain:
    """As it is read: in the order of numbers."""
    in_order = tuple(sorted(entries, key=lambda one: one.number))
    return Chain(kind=kind, thing_id="s", entries=in_order, head=head)


def found(entries: Sequence[JournalEntry], head: Head | None = HEAD) -> tuple[int, Wrong] | None:
    misfit = first_misfit(chain(entries, head))
    assert misfit is None or misfit.thing == "session:s"
    return None if misfit is None else (misfit.number, misfit.wrong)


def without(number: int) -> Entries:
    return [one for one in FIVE if one.number != number]


def with_(number: int, /, **fields: Any) -> Entries:
    return [attrs.evolve(one, **fields) if one.number == number else one for one in FIVE]


def renumbered(entries: Sequence[JournalEntry]) -> Entries:
    """One to the last, in the order they are given, with the digests they have."""
    return [attrs.evolve(one, number=n) for n, one in enumerate(entries, 1)]


def swapped(one: int, other: int) -> Entries:
    numbers = {one: other, other: one}
    return [attrs.evolve(e, number=numbers.get(e.number, e.number)) for e in FIVE]


def at_the_place_of(number: int, one: JournalEntry) -> JournalEntry:
    """That entry as the one of that number, with the digest it would have there."""
    return one.linked(number=number, previous=FIVE[number - 2].digest if number > 1 else "")


EDITS: dict[str, tuple[Entries, tuple[int, Wrong]]] = {
    "the first removed": (without(1), (1, REMOVED)),
    "one in the middle removed": (without(3), (3, REMOVED)),
    "the last removed": (without(5), (5, REMOVED)),
    "two removed": (without(2)[:1] + without(2)[2:], (2, REMOVED)),
    "all removed": ([], (1, REMOVED)),
    "the first removed, and the others renumbered": (renumbered(without(1)), (1, REMOVED)),
    "one in the middle removed, and the others renumbered": (renumbered(without(3)), (3, REMOVED)),
    "one put at the end": ([*FIVE, at_the_place_of(6, ANOTHER)], (6, INSERTED)),
    "one put far beyond the end": ([*FIVE, attrs.evolve(ANOTHER, number=9)], (9, INSERTED)),
    "one put before the first": ([attrs.evolve(ANOTHER, number=0), *FIVE], (0, INSERTED)),
    "one put first, and the others renumbered": (renumbered([ANOTHER, *FIVE]), (1, INSERTED)),
    "one put in the middle, and the others renumbered": (renumbered([*FIVE[:2], ANOTHER, *FIVE[2:]]), (3, INSERTED)),
    "one put in the middle with a digest, and the others renumbered": (
        renumbered([*FIVE[:2], at_the_place_of(3, ANOTHER), *FIVE[2:]]),
        (3, INSERTED),
    ),
    "one put first with a digest, and the others renumbered": (
        renumbered([at_the_place_of(1, ANOTHER), *FIVE]),
        (1, INSERTED),
    ),
    "two neighbours swapped": (swapped(2, 3), (2, REORDERED)),
    "the first and the last swapped": (swapped(1, 5), (1, REORDERED)),
    "one moved to the end": (renumbered([*without(2), FIVE[1]]), (2, REORDERED)),
    "one moved to the beginning": (renumbered([FIVE[3], *without(4)]), (1, REORDERED)),
    "one moved beyond the end": (with_(2, number=9), (2, REORDERED)),
    "one changed, and given a digest to match": (
        [at_the_place_of(3, attrs.evolve(FIVE[2], actor="x")) if one.number == 3 else one for one in FIVE],
        (3, CHANGED),
    ),
    "the first changed, and given a digest to match": (
        [at_the_place_of(1, attrs.evolve(FIVE[0], actor="x")) if one.number == 1 else one for one in FIVE],
        (1, CHANGED),
    ),
    "the last changed, and given a digest to match": (
        [*FIVE[:4], at_the_place_of(5, attrs.evolve(FIVE[4], actor="x"))],
        (5, CHANGED),
    ),
    "one changed, and all from there on linked anew": (
        linked([*FIVE[:2], attrs.evolve(FIVE[2], actor="x"), *FIVE[3:]]),
        (5, CHANGED),
    ),
    "one that follows another past, and fits nowhere": (
        [*FIVE[:2], FIVE[2].linked(number=3, previous="0" * 64), *FIVE[3:]],
        (3, CHANGED),
    ),
    "a note erased without its salt": (with_(3, note=""), (3, CHANGED)),
    "a salt erased without its note": (with_(3, note_salt=""), (3, CHANGED)),
    "a note added to one that had none": (with_(2, note="so"), (2, CHANGED)),
    "what nobody can encode": (with_(2, what=b"moved"), (2, CHANGED)),
}


def test_J3_what_was_appended_fits() -> None:
    assert found(FIVE) is None


@pytest.mark.parametrize("edit", EDITS)
def test_J3_an_edit_is_found_and_the_first_entry_that_does_not_fit_is_named(edit: str) -> None:
    entries, expected = EDITS[edit]

    assert expected == found(entries)


OTHERWISE: dict[str, object] = {
    "practice_id": "q",
    "kind": Kind.CLIENT,
    "thing_id": "t",
    "what": "cancelled",
    "actor": "staff:nobody",
    "requested_by": "pat",
    "at": NOW + TICK,
    "facts": {"price": 6001},
    "note": "in writing",
    "note_salt": "ffff",
    "note_digest": "0" * 64,
    "previous": "0" * 64,
    "digest": "0" * 64,
}


@pytest.mark.parametrize("number", [1, 2, 3, 4, 5])
@pytest.mark.parametrize("field", OTHERWISE)
def test_J3_whichever_field_of_whichever_entry_is_changed_is_found_there(field: str, number: int) -> None:
    assert (number, CHANGED) == found(with_(number, **{field: OTHERWISE[field]}))


def test_J3_every_field_is_tried() -> None:
    assert {field.name for field in attrs.fields(JournalEntry)} - {"number"} == set(OTHERWISE)


@given(st.lists(st.sampled_from([*FIVE, ANOTHER, attrs.evolve(FIVE[1], actor="x")]), max_size=7))
def test_J3_no_other_entries_in_no_other_order_fit(entries: Entries) -> None:
    """Any of them, left out, repeated and put in any order, with the digests they had or with new ones."""
    assert (found(renumbered(entries)) is None) == (entries == FIVE)
    assert (found(linked(entries)) is None) == (entries == FIVE)


def test_J3_a_head_that_was_edited_does_not_fit_either() -> None:
    assert (5, CHANGED) == found(FIVE, Head(5, "0" * 64))
    assert (6, REMOVED) == found(FIVE, Head(6, HEAD.digest))
    assert (5, INSERTED) == found(FIVE, Head(4, FIVE[3].digest))


def test_J3_entries_about_a_thing_that_is_not_there_are_orphans() -> None:
    assert (1, ORPHANED) == found(FIVE, None)
    assert (2, ORPHANED) == found(without(1), None)
    assert found([], None) is None


@pytest.mark.parametrize("kind", Kind)
def test_J3_only_an_imported_client_or_therapist_has_no_entry_of_its_own(kind: Kind) -> None:
    expected = None if kind in ("client", "therapist") else Misfit(thing=f"{kind}:s", number=1, wrong=REMOVED)

    assert expected == first_misfit(chain([], Head(0, ""), kind))


def test_J3_D3_a_note_that_was_erased_with_its_salt_fits_and_is_counted() -> None:
    verified = Verification().and_of(chain(with_(3, note="", note_salt="")))

    assert Verification(things=1, entries=5, erased=1) == verified
    assert verified.fits


def test_J3_entries_from_before_notes_had_a_digest_fit_as_they_were_written() -> None:
    """Their notes are not covered, and nothing pretends that they are."""

    def as_then(chain: Entries, one: JournalEntry) -> Entries:
        old = attrs.evolve(one, note_salt="", note_digest=None, previous=chain[-1].digest if chain else "")
        return [*chain, attrs.evolve(old, digest=digest(old))]

    old: Entries = reduce(as_then, FIVE[:3], [])
    newer = entry("moved").linked(number=4, previous=old[-1].digest)
    head = Head(4, newer.digest)

    assert found([*old, newer], head) is None
    assert found([*old[:2], attrs.evolve(old[2], note="another"), newer], head) is None
    assert (3, CHANGED) == found([*old[:2], attrs.evolve(old[2], note_digest=""), newer], head)


def test_verifications_add_up_and_the_first_misfit_stays() -> None:
    broken = chain(without(2))
    verified = Verification().and_of(chain(FIVE)).and_of(broken).and_of(chain([], HEAD))

    assert verified.misfit == Misfit(thing="session:s", number=2, wrong=REMOVED)
    assert (3, 9, 2, False) == (verified.things, verified.entries, verified.broken, verified.fits)


def anchor(*chains: Chain, at: Any = NOW + 2 * DAY) -> str:
    kept = Anchor(at)
    for one in chains:
        kept.add(one)
    return kept.hexdigest()


REWRITES = {
    "one changed": linked([*FIVE[:1], attrs.evolve(FIVE[1], actor="x"), *FIVE[2:]]),
    "one removed": linked(without(2)),
    "one inserted": linked([*FIVE[:2], ANOTHER, *FIVE[2:]]),
}


@pytest.mark.parametrize("rewrite", REWRITES)
def test_J3_an_anchor_shows_a_past_that_was_written_anew_with_every_digest(rewrite: str) -> None:
    rewritten = REWRITES[rewrite]
    whole = chain(rewritten, Head(len(rewritten), rewritten[-1].digest))

    assert first_misfit(whole) is None
    assert anchor(chain(FIVE)) != anchor(whole)


def test_J3_an_anchor_shows_a_thing_that_is_gone_with_its_journal() -> None:
    assert anchor(chain(FIVE)) != anchor()


def test_J3_an_anchor_stays_what_it_was_however_the_chains_grow() -> None:
    then = anchor(chain(FIVE[:3], Head(3, FIVE[2].digest)))

    assert then == anchor(chain(FIVE))
    assert then == anchor(chain(FIVE), Chain(kind=Kind.CLIENT, thing_id="new", entries=(FIVE[4],), head=HEAD))
    assert then != anchor(chain(FIVE), at=NOW + 3 * DAY)
    assert then == anchor(chain(with_(3, note="", note_salt="")))
