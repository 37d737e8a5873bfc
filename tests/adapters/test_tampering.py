"""A journal that is edited in the database, behind the core's back, is found out on each of them (J3)."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from typing import Any

import attrs
import psycopg
import pytest
from tests.adapters.elm import STAFF, fill
from tests.conftest import STORES
from tests.values import DAY, FEE

from practice_core import Misfit, PracticeCore, Verification, connect
from practice_core.adapters.clock import SettableClock
from practice_core.adapters.sql import schema
from practice_core.adapters.sql.store import SqlStore
from practice_core.domain.verification import Wrong
from practice_core.testing.practices import NOON

CHANGED, REMOVED, INSERTED, REORDERED, ORPHANED = Wrong
JOURNAL = "practice_core_journal"
R, OTHER = (f"kind = 'relationship' AND thing_id = '{name}'" for name in ("r", "other"))
COLUMNS = [column.name for column in schema.journal.c]


@attrs.frozen
class Database:
    """A core, and a connection of somebody else to its database; what they do there is undone after each test."""

    core: PracticeCore
    connection: Any

    @property
    def kind(self) -> str:
        return "sqlite" if isinstance(self.connection, sqlite3.Connection) else "postgres"

    def edit(self, *statements: str) -> None:
        for statement in statements:
            assert self.connection.execute(statement).rowcount > 0, f"nothing is there for {statement}"

    @property
    def inside(self) -> PracticeCore:
        """The core as it sees what was edited and not committed."""
        return self.core.within(self.connection)


def live(core: PracticeCore) -> None:
    """Five entries about the relationship `r`, two of them with notes; another relationship; sessions."""
    fill(core)
    core.relationships.set_fee(STAFF, "r", fee=FEE)
    core.migrations.request(STAFF, "r", requested_by="d", channel="by phone", id="q")
    core.migrations.decline(STAFF, "q", reason="in good time")
    core.relationships.set_fee(STAFF, "r", fee=None)
    core.relationships.open(STAFF, id="other", therapist_id="t", attendee_id="d", payer_id="d")


@pytest.fixture(scope="module", params=["sqlite", "postgres"])
def core(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[PracticeCore]:
    if request.param not in STORES:
        pytest.skip(f"PRACTICE_CORE_TEST_STORES leaves {request.param} out")
    url = f"sqlite:///{tmp_path_factory.mktemp('tampering')}/practice.db"
    if request.param == "postgres":
        url = request.getfixturevalue("postgres_url")
    with connect(url, clock=SettableClock(NOON)) as core:
        assert isinstance(core.store, SqlStore)
        core.store.upgrade()
        live(core)
        yield core


@pytest.fixture
def database(core: PracticeCore) -> Iterator[Database]:
    assert isinstance(core.store, SqlStore)
    url = core.store.engine.url
    connection: Any
    if url.get_backend_name() == "sqlite":
        connection = sqlite3.connect(str(url.database), isolation_level=None)
        connection.execute("BEGIN")
    else:
        connection = psycopg.connect(url.set(drivername="postgresql").render_as_string(hide_password=False))
    with closing(connection):
        yield Database(core, connection)
        connection.rollback()


def misfit(number: int, wrong: Wrong, thing: str = "relationship:r") -> Misfit:
    return Misfit(thing=thing, number=number, wrong=wrong)


def test_what_the_core_wrote_fits(database: Database) -> None:
    found = database.inside.journal.verify_all(STAFF)
    assert (True, 0, 0) == (found.fits, found.broken, found.erased)
    assert database.connection.execute(f"SELECT count(*) FROM {JOURNAL}").fetchone() == (found.entries,)
    assert Verification(things=1, entries=5) == database.inside.journal.verify(STAFF, "r")


def copied(number: int, /, **otherwise: str) -> str:
    """A row like that one of the relationship's, but for some columns."""
    values = ", ".join(otherwise.get(column, column) for column in COLUMNS)
    return (
        f"INSERT INTO {JOURNAL} ({', '.join(COLUMNS)}) SELECT {values} FROM {JOURNAL} WHERE {R} AND number = {number}"
    )


def removed(*numbers: int) -> str:
    return f"DELETE FROM {JOURNAL} WHERE {R} AND number IN ({', '.join(map(str, numbers))})"


def numbered(old: int, new: int) -> str:
    return f"UPDATE {JOURNAL} SET number = {new} WHERE {R} AND number = {old}"


def swapped(one: int, other: int) -> tuple[str, ...]:
    return numbered(one, 99), numbered(other, one), numbered(99, other)


EDITS: dict[str, tuple[tuple[str, ...], Misfit]] = {
    "the first removed": ((removed(1),), misfit(1, REMOVED)),
    "one in the middle removed": ((removed(3),), misfit(3, REMOVED)),
    "the last removed": ((removed(5),), misfit(5, REMOVED)),
    "the last two removed": ((removed(4, 5),), misfit(4, REMOVED)),
    "all removed": ((removed(1, 2, 3, 4, 5),), misfit(1, REMOVED)),
    "one removed, and the next ones put in its place": (
        (removed(3), numbered(4, 3), numbered(5, 4)),
        misfit(3, REMOVED),
    ),
    "the last doubled": ((copied(5, number="6"),), misfit(6, INSERTED)),
    "one put at the end": ((copied(5, number="6", what="'restarted'", previous="digest"),), misfit(6, INSERTED)),
    "one put in the middle": (
        (numbered(5, 6), numbered(4, 5), numbered(3, 4), copied(2, number="3", what="'restarted'")),
        misfit(3, INSERTED),
    ),
    "one put before the first": ((copied(1, number="0"),), misfit(0, INSERTED)),
    "two swapped": (swapped(2, 3), misfit(2, REORDERED)),
    "the first and the last swapped": (swapped(1, 5), misfit(1, REORDERED)),
    "one moved beyond the end": ((numbered(4, 40),), misfit(4, REORDERED)),
    "one moved to another thing": (
        (f"UPDATE {JOURNAL} SET thing_id = 'other', number = 2 WHERE {R} AND number = 5",),
        misfit(5, REMOVED),
    ),
    "one of another thing put at the end": (
        (f"UPDATE {JOURNAL} SET thing_id = 'r', number = 6 WHERE {OTHER}",),
        misfit(6, INSERTED),
    ),
    "one of another thing put in the place of one": (
        (removed(3), f"UPDATE {JOURNAL} SET thing_id = 'r', number = 3 WHERE {OTHER}"),
        misfit(3, CHANGED),
    ),
    "the number of the last edited": (
        ("UPDATE practice_core_relationships SET journal_number = 4 WHERE id = 'r'",),
        misfit(5, INSERTED),
    ),
    "the digest of the last edited": (
        ("UPDATE practice_core_relationships SET journal_digest = '' WHERE id = 'r'",),
        misfit(5, CHANGED),
    ),
}


@pytest.mark.parametrize("edit", EDITS)
def test_an_edited_chain_is_found_and_its_first_misfit_named(database: Database, edit: str) -> None:
    statements, expected = EDITS[edit]
    database.edit(*statements)
    assert expected == database.inside.journal.verify(STAFF, "r").misfit
    found = database.inside.journal.verify_all(STAFF)
    assert found.broken == (2 if "another thing" in edit else 1)
    # By kind and id: what is wrong with `other` comes before what is wrong with `r`.
    assert found.misfit == expected or (found.misfit is not None and found.misfit.thing == "relationship:other")


OTHERWISE = {
    "practice_id": "'q'",
    "kind": "'client'",
    "thing_id": "'nowhere'",
    "number": "30",
    "what": "'migrated'",
    "actor": "'client:c'",
    "requested_by": "'c'",
    "at": {"sqlite": "at + 1", "postgres": "at + interval '1 microsecond'"},
    "facts": """'{"fee":1}'""",
    "note": "'in writing'",
    "note_salt": "'00'",
    "note_digest": "NULL",
    "previous": f"'{'0' * 64}'",
    "digest": f"'{'0' * 64}'",
}


@pytest.mark.parametrize("number", [1, 3, 5])
@pytest.mark.parametrize("column", COLUMNS)
def test_whichever_column_of_whichever_entry_is_changed(database: Database, column: str, number: int) -> None:
    value = OTHERWISE[column]
    if column == "practice_id":
        database.core.within(database.connection).practices.open(id="q", name="Q", time_zone="UTC", currency="GBP")
    value = value[database.kind] if isinstance(value, dict) else value
    database.edit(f"UPDATE {JOURNAL} SET {column} = {value} WHERE {R} AND number = {number}")
    gone = {"practice_id": REMOVED, "kind": REMOVED, "thing_id": REMOVED, "number": REORDERED}
    assert misfit(number, gone.get(column, CHANGED)) == database.inside.journal.verify(STAFF, "r").misfit


UNREADABLE = {
    "facts": ("'no JSON'", "'[]'", f"'{'[' * 100_000}'"),
    "at": {"sqlite": ("'soon'", "9223372036854775807"), "postgres": ("'4000-01-01 BC'", "'20000-01-01'", "'infinity'")},
}


@pytest.mark.parametrize("nth", [0, 1, 2])
@pytest.mark.parametrize("column", UNREADABLE)
def test_what_no_core_could_have_written_is_named_and_raises_nothing(database: Database, column: str, nth: int) -> None:
    values: Any = UNREADABLE[column]
    values = values[database.kind] if isinstance(values, dict) else values
    database.edit(f"UPDATE {JOURNAL} SET {column} = {values[nth % len(values)]} WHERE {R} AND number = 2")
    assert misfit(2, CHANGED) == database.inside.journal.verify(STAFF, "r").misfit
    assert "unreadable" in [entry.what for entry in database.inside.journal.of(STAFF, "r")]
    assert misfit(2, CHANGED) == database.inside.journal.verify_all(STAFF).misfit


@pytest.mark.parametrize("core", ["postgres"], indirect=True)
def test_nor_does_an_instant_that_is_missing(database: Database) -> None:
    database.connection.execute(f"ALTER TABLE {JOURNAL} ALTER COLUMN at DROP NOT NULL")
    database.edit(f"UPDATE {JOURNAL} SET at = NULL WHERE {R} AND number = 2")
    assert misfit(2, CHANGED) == database.inside.journal.verify(STAFF, "r").misfit


@pytest.mark.parametrize("core", ["sqlite"], indirect=True)
@pytest.mark.parametrize("column", ["what", "note", "digest", "thing_id", "number", "kind"])
def test_what_no_column_of_another_database_would_keep_raises_nothing_either(database: Database, column: str) -> None:
    database.edit(f"UPDATE {JOURNAL} SET {column} = x'00ff' WHERE {R} AND number = 2")
    found = database.inside.journal.verify(STAFF, "r").misfit
    assert found is not None
    assert not database.inside.journal.verify_all(STAFF).fits


def test_entries_about_what_is_not_there_are_found_with_everything(database: Database) -> None:
    database.edit(copied(1, thing_id="'nowhere'"))
    found = database.inside.journal.verify_all(STAFF)
    assert (misfit(1, ORPHANED, "relationship:nowhere"), 1) == (found.misfit, found.broken)


def test_entries_of_a_kind_that_is_none_are_found_with_everything(database: Database) -> None:
    database.edit(copied(1, kind="'anything'"), copied(2, kind="'zebra'"))
    found = database.inside.journal.verify_all(STAFF)
    assert (misfit(1, ORPHANED, "anything:r"), 2) == (found.misfit, found.broken)


def test_a_thing_that_was_removed_leaves_its_entries_behind(database: Database) -> None:
    database.edit("DELETE FROM practice_core_sessions WHERE id = 's4'")
    found = database.inside.journal.verify_all(STAFF)
    assert misfit(1, ORPHANED, "session:s4") == found.misfit


def test_what_is_gone_with_its_whole_journal_only_an_anchor_shows(database: Database) -> None:
    before = database.inside.journal.verify_all(STAFF, as_of=NOON)
    database.edit(
        f"DELETE FROM {JOURNAL} WHERE kind = 'session' AND thing_id = 's4'",
        "DELETE FROM practice_core_sessions WHERE id = 's4'",
    )
    after = database.inside.journal.verify_all(STAFF, as_of=NOON)
    assert after.fits
    assert (before.things - 1, True) == (after.things, before.anchor != after.anchor)


def test_the_last_entry_removed_and_the_head_put_back_only_an_anchor_shows(database: Database) -> None:
    before = database.inside.journal.verify_all(STAFF, as_of=NOON)
    database.edit(
        removed(5),
        f"""UPDATE practice_core_relationships SET journal_number = 4, journal_digest =
            (SELECT digest FROM {JOURNAL} WHERE {R} AND number = 4) WHERE id = 'r'""",
    )
    after = database.inside.journal.verify_all(STAFF, as_of=NOON)
    assert after.fits
    assert before.anchor != after.anchor


def test_a_note_that_was_erased_with_its_salt_still_fits_and_is_counted(database: Database) -> None:
    """D3: the text is gone, its digest tells nobody what it was, and the chain is whole."""
    database.edit(f"UPDATE {JOURNAL} SET note = '', note_salt = '' WHERE {R} AND note <> ''")
    assert Verification(things=1, entries=5, erased=2) == database.inside.journal.verify(STAFF, "r")


def test_each_note_has_a_salt_of_its_own(database: Database) -> None:
    for _ in range(2):
        database.inside.relationships.end(STAFF, "r", reason="the same words", cancel_upcoming=True)
        database.inside.relationships.restart(STAFF, "r")
    noted = [entry for entry in database.inside.journal.of(STAFF, "r") if entry.note == "the same words"]
    assert 2 == len(noted) == len({entry.note_digest for entry in noted})
    assert [32, 32] == [len(entry.note_salt) for entry in noted]


def test_an_anchor_is_the_same_on_the_morrow(database: Database) -> None:
    then = database.inside.journal.verify_all(STAFF, as_of=NOON).anchor
    clock = SettableClock(NOON + DAY)
    with connect("memory://", store=database.inside.store, clock=clock) as later:
        later.relationships.set_fee(STAFF, "r", fee=FEE)
        assert then == later.journal.verify_all(STAFF, as_of=NOON).anchor
        assert then != later.journal.verify_all(STAFF, as_of=NOON + DAY).anchor
