"""Entries and their chain (J1, J3)."""

from __future__ import annotations

import hashlib
import json

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.values import NOW, TICK

from practice_core.domain.journal import JournalEntry, Kind, digest

ENTRY = JournalEntry(
    practice_id="p",
    kind=Kind.SESSION,
    thing_id="s1",
    what="cancelled",
    actor="staff:desk",
    requested_by="alex",
    at=NOW + TICK,
    facts={"late": False, "fields": ("a", "b"), "fee": None},
    note="ill",
    note_salt="5a17",
    note_digest="d1" * 32,
    number=3,
    previous="ab" * 32,
)


def test_J3_the_digest_is_sha256_of_the_documented_encoding() -> None:
    """J3: spelled out by hand, so that the encoding cannot drift under what is on record."""
    encoded = (
        '{"actor":"staff:desk","at":"2026-06-01T09:00:00.000001Z","facts":{"fee":null,"fields":["a","b"],"late":false},'
        '"note":"'
        + "d1" * 32
        + '","number":3,"practice":"p","previous":"'
        + "ab" * 32
        + '","requested_by":"alex","thing":"session:s1",'
        '"what":"cancelled"}'
    )

    assert json.loads(encoded)["thing"] == ENTRY.thing
    assert hashlib.sha256(encoded.encode()).hexdigest() == digest(ENTRY)


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("practice_id", "q"),
        ("kind", Kind.CLIENT),
        ("thing_id", "s2"),
        ("what", "booked"),
        ("actor", "client:alex"),
        ("requested_by", ""),
        ("at", NOW),
        ("facts", {"late": True}),
        ("note_digest", ""),
        ("note_digest", None),
        ("number", 4),
        ("previous", ""),
    ],
)
def test_J3_any_change_shows_in_the_digest(field: str, value: object) -> None:
    assert digest(ENTRY) != digest(attrs.evolve(ENTRY, **{field: value}))


def test_J3_a_note_stands_outside_the_digest_so_that_it_can_be_erased() -> None:
    assert digest(ENTRY) == digest(attrs.evolve(ENTRY, note="", note_salt=""))


def test_J3_an_entry_from_before_notes_had_a_digest_is_encoded_without_one() -> None:
    encoded = (
        '{"actor":"staff:desk","at":"2026-06-01T09:00:00.000001Z","facts":{"fee":null,"fields":["a","b"],"late":false},'
        '"number":3,"practice":"p","previous":"' + "ab" * 32 + '","requested_by":"alex","thing":"session:s1",'
        '"what":"cancelled"}'
    )

    assert hashlib.sha256(encoded.encode()).hexdigest() == digest(attrs.evolve(ENTRY, note_digest=None))


def test_J3_linking_covers_the_note_by_a_digest_over_its_salt_and_itself() -> None:
    noted, bare = ENTRY.linked(number=1, previous=""), attrs.evolve(ENTRY, note="", note_salt="")

    assert hashlib.sha256(b"5a17ill").hexdigest() == noted.note_digest
    assert bare.linked(number=1, previous="").note_digest == ""


def test_J3_linking_may_give_the_salt_too_and_keeps_the_one_there_is() -> None:
    salted = ENTRY.linked(number=1, previous="", new_salt=lambda: "0f")

    assert salted == attrs.evolve(ENTRY, note_salt="0f").linked(number=1, previous="")
    assert ENTRY.note_salt == ENTRY.linked(number=1, previous="").note_salt


def test_J3_only_a_note_needs_salt() -> None:
    bare = attrs.evolve(ENTRY, note="", note_salt="")

    assert bare.linked(number=1, previous="") == bare.linked(number=1, previous="", new_salt=lambda: "0f")


@given(st.text('aé€😀"\\\n\u2028 ', max_size=9), st.integers(), st.booleans())
def test_J3_whatever_the_facts_are_linking_gives_number_previous_and_digest(text: str, n: int, flag: bool) -> None:
    linked = attrs.evolve(ENTRY, facts={"text": text, "n": n, "flag": flag}).linked(number=7, previous="cd")

    assert (7, "cd", digest(linked)) == (linked.number, linked.previous, linked.digest)
