"""A database that was made by an older version, with data in it, is upgraded and then read as if made today."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import attrs
import psycopg
import pytest
from click.testing import CliRunner
from tests.adapters.elm import STAFF
from tests.adapters.freeze import FOLDER, KEY, tell
from tests.values import DAY

from practice_core import Actor, PracticeCore, RelationshipEnded, SlotTaken, Unavailable, connect
from practice_core.adapters.clock import SettableClock
from practice_core.adapters.memory.store import MemoryStore
from practice_core.adapters.sql import schema
from practice_core.adapters.sql.sqlite import SqliteDriver
from practice_core.adapters.sql.store import SqlStore
from practice_core.adapters.sql.upgrade import HEAD
from practice_core.cli.app import practice_core
from practice_core.domain.attempt import Attempt, AttemptKind, AttemptStatus
from practice_core.domain.client import Client
from practice_core.domain.journal import JournalEntry
from practice_core.domain.migration_request import MigrationRequest
from practice_core.domain.notice import Notice
from practice_core.domain.practice import Practice
from practice_core.domain.relationship import Relationship
from practice_core.domain.session import DueWork, SessionRecord, Settlement
from practice_core.ports.store import Kept, KeyRecord, Stamp
from practice_core.testing.practices import NOON
from practice_core.testing.store.steps import kept_in

REVISIONS = ("0001", "0002", "0003", "0004", "0005", "0006", "0007", "0008")
FROZEN = [(name, revision) for name in ("sqlite", "postgres") for revision in REVISIONS]
microseconds = SqliteDriver("sqlite:///old.db").instant
every_frozen = pytest.mark.parametrize(("name", "revision"), FROZEN)


@pytest.fixture
def url(name: str, revision: str, tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[str]:
    """Of a database as that revision left it."""
    text = (FOLDER / f"schema_{revision}.{name}.sql").read_text()
    if name == "sqlite":
        with closing(sqlite3.connect(tmp_path / "old.db")) as connection:
            connection.executescript(text)
        yield f"sqlite:///{tmp_path}/old.db"
        return
    url = request.getfixturevalue("postgres_url")
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute(text)
        yield url
        connection.execute("SET client_min_messages = warning")
        for table in (*schema.metadata.tables, schema.VERSION_TABLE):
            connection.execute(f"DROP TABLE {table} CASCADE")


@pytest.fixture
def core(url: str) -> Iterator[PracticeCore]:
    """On that database, upgraded."""
    with connect(url, clock=SettableClock(NOON)) as core:
        assert isinstance(core.store, SqlStore)
        assert core.store.upgrade() == HEAD
        yield core


def test_the_newest_revision_is_frozen_too() -> None:
    assert HEAD == REVISIONS[-1]
    assert {f"schema_{revision}.{name}.sql" for name, revision in FROZEN} == {
        file.name for file in FOLDER.glob("schema_*.sql")
    }


@every_frozen
def test_everything_is_there_as_if_it_had_been_made_today(core: PracticeCore, revision: str) -> None:
    """Every thing with its version and journal, compared with the same story told to a store in memory."""
    today = MemoryStore()
    tell(revision, store=today)
    assert _told(kept_in(today, "p")) == _told(kept_in(core.store, "p"))


def _told(kept: dict[tuple[type, str], Any]) -> set[tuple[object, ...]]:
    """Without what is drawn anew each time: ids that nobody gave, and what is made of them."""
    told: set[tuple[object, ...]] = set()
    for (_, name), one in kept.items():
        match one.thing:
            case Notice(kind=kind, addressee=addressee, about=about, created_at=at):
                told.add((kind, addressee, about, at))
            case JournalEntry(what=what, actor=actor, requested_by=requested_by, at=at):
                told.add((name, what, actor, requested_by, at))
            case KeyRecord(fingerprint=fingerprint, answer=answer):
                told.add((name, fingerprint, answer[:2]))
            case MigrationRequest(relationship_id=under, requested_by=requested_by, status=status) as asked:
                # Before 0005 it was the attendee who was to pay.
                more = (asked.new_payer_id, asked.channel, bool(asked.token_digest))
                told.add((under, requested_by, status, one.stamp.version, *more))
            case Practice(policy=policy):
                told.add((one.thing.name, one.thing.time_zone, str(policy), one.stamp.version))
            case Attempt() as attempt:
                told.add(
                    (attrs.evolve(attempt, id="-", reference=None, charge_id=None, charge_reference=None), one.stamp)
                )
            case Client() as client:
                # Since 0004 each relationship that is opened counts on its attendee.
                told.add((client, one.stamp.number))
            case thing:
                told.add((thing, one.stamp.version, one.stamp.number))
    return told


# How a session's money stood at 0001, with the gateway's word for the payment, if there was one.
STOOD: dict[str, tuple[Settlement, str | None]] = {
    "paid": (Settlement.PAID, "pi_1"),
    "paid by hand": (Settlement.PAID, None),
    "to be given back": (Settlement.REFUND_DUE, "pi_2"),
    "to be given back by hand": (Settlement.REFUND_DUE, None),
    "given back": (Settlement.REFUNDED, "pi_3"),
    "waived": (Settlement.WAIVED, None),
    "nothing owed": (Settlement.NOTHING, None),
    "open": (Settlement.OPEN, None),
}
CLOSED_AT = datetime(2026, 3, 1, 12, 0, 0, 5, tzinfo=UTC)


@pytest.mark.parametrize("name", ["sqlite", "postgres"])
@pytest.mark.parametrize("revision", ["0001"])
def test_what_was_paid_before_there_were_attempts_has_one_and_what_is_owed_falls_due(url: str, name: str) -> None:
    with closing(psycopg.connect(url) if name == "postgres" else sqlite3.connect(url[10:])) as connection:
        cursor: Any = connection.execute("SELECT * FROM practice_core_sessions WHERE id = 's5'")
        columns = [column[0] for column in cursor.description]
        assert 1 == len(cursor.fetchall())
        for session_id, (settlement, reference) in STOOD.items():
            instant = {"sqlite": str(microseconds(CLOSED_AT)), "postgres": f"'{CLOSED_AT.isoformat()}'"}
            closed_at = instant[name]
            other = {
                "id": f"'{session_id}'",
                "settlement": f"'{settlement}'",
                "payment_reference": f"'{reference}'" if reference else "NULL",
                "closed_at": closed_at if session_id == "to be given back" else "NULL",
            }
            connection.execute(
                f"INSERT INTO practice_core_sessions ({', '.join(columns)}) "
                f"SELECT {', '.join(other.get(column, column) for column in columns)} "
                "FROM practice_core_sessions WHERE id = 's5'"
            )
        connection.commit()
    with connect(url, clock=SettableClock(NOON)) as core:
        assert isinstance(core.store, SqlStore)
        assert core.store.upgrade() == HEAD
        kept = kept_in(core.store, "p")
    five = kept[SessionRecord, "s5"].thing
    due: dict[str, tuple[DueWork | None, datetime | None]] = {
        "to be given back": (DueWork.REFUND, CLOSED_AT),
        "to be given back by hand": (DueWork.REFUND, five.charge_due_at),
        "open": (DueWork.CHARGE, five.charge_due_at),
    }
    for session_id, (settlement, _) in STOOD.items():
        work, at = due.get(session_id, (None, None))
        closed = CLOSED_AT if session_id == "to be given back" else None
        expected = attrs.evolve(five, id=session_id, settlement=settlement, due_work=work, due_at=at, closed_at=closed)
        assert Kept(expected, kept[SessionRecord, "s5"].stamp) == kept[SessionRecord, session_id]
    paid = {
        session_id: reference
        for session_id, (settlement, reference) in STOOD.items()
        if settlement in (Settlement.PAID, Settlement.REFUND_DUE, Settlement.REFUNDED)
    }
    assert {
        session_id: Kept(
            Attempt(
                id=session_id,
                practice_id="p",
                kind=AttemptKind.CHARGE,
                session_id=session_id,
                relationship_id="r2",
                therapist_id="t",
                payer_id="c",
                amount=five.price,
                made_at=five.charge_due_at,
                status=AttemptStatus.PAID,
                reference=reference,
                settled_at=five.charge_due_at,
                elsewhere=True,
            ),
            Stamp(),
        )
        for session_id, reference in paid.items()
    } == {name: one for (of, name), one in kept.items() if of is Attempt}


# Who attended when: their date of birth, when it was opened, whether it has ended; and what is known of them then.
AGES: dict[str, tuple[str | None, datetime, bool, tuple[int, date] | None]] = {
    "child": ("2015-06-01", NOON, False, (16, date(2015, 6, 1))),
    "child that left": ("2015-06-01", NOON, True, (16, date(2015, 6, 1))),
    "16 at midnight in London": ("2010-06-01", datetime(2026, 5, 31, 23, 0, tzinfo=UTC), False, (17, date(2010, 6, 1))),
    "15 for a moment": ("2010-06-01", datetime(2026, 5, 31, 22, 59, 59, 999_999, UTC), False, (16, date(2010, 6, 1))),
    "leapling of 20": ("2004-02-29", datetime(2025, 2, 28, 12, tzinfo=UTC), False, (21, date(2004, 2, 29))),
    "leapling of 21": ("2004-02-29", datetime(2025, 3, 1, 12, tzinfo=UTC), False, None),
    "grown up": ("1980-06-01", NOON, False, None),
    "unknown": (None, NOON, False, None),
}


@pytest.mark.parametrize("name", ["sqlite", "postgres"])
@pytest.mark.parametrize("revision", ["0003"])
def test_M11_how_old_attendees_were_is_known_of_relationships_that_were_there_before(url: str, name: str) -> None:
    """M11: each with a payer; one of them attends at their own cost, too."""

    def held(value: str | datetime | None) -> str:
        if isinstance(value, datetime) and name == "sqlite":
            return str(microseconds(value))
        return "NULL" if value is None else f"'{value}'"

    with closing(psycopg.connect(url) if name == "postgres" else sqlite3.connect(url[10:])) as connection:

        def another(table: str, of: str, **other: str) -> None:
            """A row like that one, but for what is said."""
            cursor: Any = connection.execute(f"SELECT * FROM {table} WHERE id = '{of}'")
            columns = [column[0] for column in cursor.description]
            assert 1 == len(cursor.fetchall())
            connection.execute(
                f"INSERT INTO {table} ({', '.join(columns)}) "
                f"SELECT {', '.join(other.get(column, column) for column in columns)} FROM {table} WHERE id = '{of}'"
            )

        for one, (born, opened_at, ended, _) in AGES.items():
            another("practice_core_clients", "c", id=f"'{one}'", date_of_birth=held(born))
            parties = {"id": f"'{one}'", "attendee_id": f"'{one}'", "payer_id": "'d'", "opened_at": held(opened_at)}
            status = {"status": "'ended'", "ended_at": held(NOON)} if ended else {}
            another("practice_core_relationships", "z", **parties, **status)
        own = {"id": "'own'", "attendee_id": "'child'", "payer_id": "'child'"}
        another("practice_core_relationships", "z", **own)
        connection.commit()
    with connect(url, clock=SettableClock(NOON + 5000 * DAY)) as core:
        assert isinstance(core.store, SqlStore)
        assert core.store.upgrade() == HEAD
        kept = {of: one.thing for (kind, of), one in kept_in(core.store, "p").items() if kind is Relationship}
        listed = {review.id for review in core.migrations.due_for_review(STAFF)}
    known = {one: (r.under_age_by, r.attendee_born_on) for one, r in kept.items() if r.under_age_by is not None}
    assert {one: ages for one, (*_, ages) in AGES.items() if ages is not None} == known
    assert {"child", "15 for a moment"} == listed


@every_frozen
def test_it_can_be_worked_with(core: PracticeCore, revision: str) -> None:
    """Keys are known again, what is unique is unique, and what is to come can be rebooked."""
    again = core.migrations.confirm(STAFF, "r", requested_by="c", id="r2", idempotency_key=KEY)
    assert ("r", "r2") == (again.ended.id, again.opened.id)
    with pytest.raises(RelationshipEnded) as ended:
        core.sessions.book(STAFF, "r", starts_at=NOON + 9 * DAY, duration=timedelta(minutes=50))
    assert ended.value.successor_id == "r2"
    with pytest.raises(SlotTaken):
        core.sessions.book(STAFF, "r2", starts_at=NOON + 5 * DAY, duration=timedelta(minutes=50))
    assert [None] == [one.refusal for one in core.sessions.rebook_all(STAFF, "r")]
    assert ["opened", "migrated"] == [entry.what for entry in core.journal.of(STAFF, "r")]
    therapist = Actor.therapist("p", "t")
    waits = [("q2", "c"), ("q4", "zoe")] if revision >= "0005" else [("q2", "c")]
    assert waits == [(one.id, one.requested_by) for one in core.migrations.pending(therapist)]


@every_frozen
def test_its_journal_still_verifies_and_goes_on(core: PracticeCore) -> None:
    """J3: entries from before their notes had a digest are as they were, and those after them follow."""
    before = core.journal.verify_all(STAFF)
    core.sessions.cancel(STAFF, "s5", reason="snow", waive=True)
    after = core.journal.verify_all(STAFF)
    assert (True, True, 1) == (before.fits, after.fits, after.entries - before.entries)
    assert "snow" == core.journal.of(STAFF, "session:s5")[-1].note


@every_frozen
def test_a_schema_that_is_not_known_is_refused_and_check_says_so(url: str, name: str, revision: str) -> None:
    """Unavailable until `practice-core init` has been run; `check` ends with 3 until then."""

    def run(*arguments: str) -> tuple[int, str]:
        result = CliRunner().invoke(practice_core, ["--database", url, *arguments], env={"COLUMNS": "200"})
        return result.exit_code, result.stdout

    def mark(statement: str) -> None:
        with closing(psycopg.connect(url) if name == "postgres" else sqlite3.connect(url[10:])) as connection:
            connection.execute(statement)
            connection.commit()

    if revision != HEAD:
        status, said = run("check")
        assert (3, True) == (status, "run practice-core init" in said)
        assert run("init")[0] == 0
    assert (0, True) == (run("check")[0], f"current ({HEAD})" in run("check")[1])
    mark(f"UPDATE {schema.VERSION_TABLE} SET version_num = '0000'")
    status, said = run("check")
    assert (3, True) == (status, "run practice-core init" in said)
    with connect(url) as core, pytest.raises(Unavailable, match="practice-core init"):
        core.practices.get("p")
    mark(f"UPDATE {schema.VERSION_TABLE} SET version_num = '{HEAD}'")
    assert run("init")[0] == 0
    assert run("check")[0] == 0
