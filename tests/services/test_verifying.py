"""Verifying what is on record of one thing, and of everything in a practice (J3)."""

from __future__ import annotations

from typing import Any

import attrs
import pytest
from tests.operations import world as everybody
from tests.values import DAY, HOUR, NOW, PRACTICE_ID, STAFF
from tests.worlds import World, family

from practice_core import Invalid, JournalEntry, Misfit, Relationship, Verification
from practice_core.domain.authority import MAY
from practice_core.domain.verification import Chain, Wrong
from practice_core.ports import questions
from practice_core.ports.store import Kept, Stamp
from practice_core.services import chains
from practice_core.services.chains import chains_in


def entries(w: World) -> dict[str, Kept[JournalEntry]]:
    return w.store._rows[PRACTICE_ID, JournalEntry]


def edit(w: World, name: str, **fields: Any) -> None:
    """Behind the core's back: where that entry was, or under its own name where that changes."""
    kept = entries(w).pop(name)
    changed = attrs.evolve(kept.thing, **fields)
    entries(w)[changed.id] = Kept(changed, kept.stamp)


def told(thing: str, number: int, wrong: Wrong) -> Misfit:
    return Misfit(thing=thing, number=number, wrong=wrong)


def test_J3_what_the_core_wrote_fits_one_thing_and_all() -> None:
    w = everybody()
    things = {f"{one.kind}:{one.thing_id}" for kept in entries(w).values() for one in [kept.thing]}

    found = w.core.journal.verify_all(STAFF)

    assert Verification(things=len(things), entries=len(entries(w))) == found
    of_r1 = len(w.core.journal.of(STAFF, "r1"))
    assert Verification(things=1, entries=of_r1) == w.core.journal.verify(STAFF, "r1")
    assert of_r1 > 1


@pytest.mark.parametrize(
    ("fields", "misfit"),
    [
        ({"what": "closed"}, told("relationship:r1", 1, Wrong.CHANGED)),
        ({"number": 9}, told("relationship:r1", 1, Wrong.REORDERED)),
        ({"thing_id": "own"}, told("relationship:r1", 1, Wrong.REMOVED)),
    ],
    ids=str,
)
def test_J3_an_edited_entry_is_answered_not_raised(fields: dict[str, Any], misfit: Misfit) -> None:
    w = everybody()
    edit(w, "relationship:r1#1", **fields)

    assert misfit == w.core.journal.verify(STAFF, "r1").misfit


def test_J3_an_entry_moved_to_another_thing_is_missing_here_and_too_much_there() -> None:
    w = everybody()
    edit(w, "relationship:r1#2", thing_id="paused", number=3)

    assert told("relationship:r1", 2, Wrong.REMOVED) == w.core.journal.verify(STAFF, "r1").misfit
    assert told("relationship:paused", 3, Wrong.INSERTED) == w.core.journal.verify(STAFF, "paused").misfit
    found = w.core.journal.verify_all(STAFF)
    assert (told("relationship:paused", 3, Wrong.INSERTED), 2) == (found.misfit, found.broken)


@pytest.mark.parametrize(
    ("fields", "thing"),
    [({"thing_id": "nowhere"}, "relationship:nowhere"), ({"kind": "secret"}, "secret:r1")],
    ids=str,
)
def test_J3_entries_about_what_is_not_there_are_found_with_everything(fields: dict[str, Any], thing: str) -> None:
    w = everybody()
    kept = entries(w)["relationship:r1#1"]
    stray = attrs.evolve(kept.thing, **fields)
    entries(w)[stray.id] = Kept(stray, Stamp())

    found = w.core.journal.verify_all(STAFF)

    assert (told(thing, 1, Wrong.ORPHANED), 1) == (found.misfit, found.broken)


def test_J3_verifying_names_as_telling_does_what_an_id_alone_cannot_tell_apart() -> None:
    w = family()
    w.book(id="r1")

    with pytest.raises(Invalid, match="relationship:r1, session:r1"):
        w.core.journal.verify(STAFF, "r1")
    assert w.core.journal.verify(STAFF, "session:r1").fits


def test_A2_whoever_may_read_a_journal_may_verify_it() -> None:
    for about in ("", " a therapist", " a practice"):
        assert MAY[f"journal.of{about}"] == MAY[f"journal.verify{about}"]


def plainly(w: World) -> list[Chain]:
    """Every chain, without a page."""
    return sorted(chains_in(w.store, PRACTICE_ID), key=lambda one: (one.kind, one.thing_id))


@pytest.fixture
def pages(monkeypatch: pytest.MonkeyPatch) -> Any:
    def limited(things: int, some: int) -> None:
        limits = {kind: attrs.evolve(query, limit=things) for kind, query in chains._ALL.items()}
        monkeypatch.setattr(chains, "_ALL", limits)
        monkeypatch.setattr(questions, "ENTRIES", attrs.evolve(questions.ENTRIES, limit=some))

    return limited


@pytest.mark.parametrize(("things", "some"), [(1, 1), (2, 3), (1, 50), (50, 1), (3, 2), (4, 4), (50, 50)])
def test_J3_everything_is_read_once_however_large_the_pages_are(pages: Any, things: int, some: int) -> None:
    """Chains longer than a page, things without entries and entries without a thing among them."""
    w = everybody()
    stray = attrs.evolve(entries(w)["session:s1#1"].thing, thing_id="s11")
    for number in (1, 2, 3):
        one = attrs.evolve(stray, number=number)
        entries(w)[one.id] = Kept(one, Stamp())
    del entries(w)["relationship:own#1"]
    expected = plainly(w)

    pages(things, some)

    assert expected == list(chains_in(w.store, PRACTICE_ID))
    assert len(expected) == len({one.thing for one in expected})


def test_J3_progress_is_told_on_the_way(pages: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    w = everybody()
    monkeypatch.setattr("practice_core.services.journal.TOLD_EVERY", 1)
    seen: list[int] = []

    found = w.core.journal.verify_all(STAFF, progress=seen.append)

    assert sorted(seen) == seen
    assert (found.things, found.entries) == (len(seen), seen[-1])


def test_J3_an_anchor_is_of_the_past_and_stays_what_it_was() -> None:
    w = family()
    w.forward(HOUR)
    then = w.core.journal.verify_all(STAFF, as_of=NOW + HOUR).anchor
    w.forward(DAY)
    w.book(id="s1")

    assert then == w.core.journal.verify_all(STAFF, as_of=NOW + HOUR).anchor
    assert then != w.core.journal.verify_all(STAFF, as_of=w.clock.now()).anchor
    assert w.core.journal.verify_all(STAFF).anchor == ""
    with pytest.raises(Invalid, match="over"):
        w.core.journal.verify_all(STAFF, as_of=w.clock.now() + HOUR)


def test_J3_a_rewritten_past_fits_but_for_its_anchor() -> None:
    """Whoever writes every digest anew, the thing's own among them, is found by what was kept elsewhere only."""
    w = family()
    before = w.core.journal.verify_all(STAFF, as_of=NOW).anchor
    edit(w, "relationship:r1#1", actor="client:alex")
    rewritten = entries(w)["relationship:r1#1"].thing.linked(number=1, previous="")
    entries(w)["relationship:r1#1"] = Kept(rewritten, Stamp())
    rows = w.store._rows[PRACTICE_ID, Relationship]
    rows["r1"] = Kept(rows["r1"].thing, Stamp(1, 1, rewritten.digest))

    after = w.core.journal.verify_all(STAFF, as_of=NOW)

    assert after.fits
    assert before != after.anchor
