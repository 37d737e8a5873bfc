"""What SQLite does for each question and command: it searches by key, and is asked no more often than today."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

import pytest
import sqlalchemy as sa
from tests.values import DAY, FIFTY_MINUTES, HOUR

from practice_core import Actor, Money, PracticeCore, connect
from practice_core.adapters.clock import SettableClock
from practice_core.adapters.sql.rows import MAPPINGS
from practice_core.adapters.sql.sqlite import SqliteDriver
from practice_core.adapters.sql.statements import Statement
from practice_core.adapters.sql.store import SqlStore
from practice_core.domain.practice import Practice
from practice_core.domain.session import DueWork
from practice_core.ports import questions
from practice_core.testing.practices import NOON
from practice_core.testing.store.asking import QUESTIONS

# These list what is pending, or to be given back, in the practice: all of it, from an index that holds nothing else.
PENDING, REFUND_DUE = "ix_practice_core_requests_expiring", "ix_practice_core_sessions_refund_due"
LISTS_THE_PRACTICE = {
    "PENDING": PENDING,
    "RELATIONSHIPS_WITH_PENDING": PENDING,
    "REFUND_DUE": REFUND_DUE,
    "RELATIONSHIPS_OF_REFUND_DUE": REFUND_DUE,
    "ATTEMPTS_OF_REFUND_DUE": REFUND_DUE,
    **dict.fromkeys(
        ("REFUSED", "SESSIONS_OF_REFUSED", "RELATIONSHIPS_OF_REFUSED", "ATTEMPTS_OF_REFUSED"),
        "ix_practice_core_attempts_refused",
    ),
    "UNDELIVERED": "ix_practice_core_notices_undelivered",
}
# What is claimed, and what goes by it in the same read: one question each for the others, and the one that claims.
CLAIMS = {
    **{f"due.{work}": tuple(ask.query for ask in questions.about_due(work, NOON)) for work in DueWork},
    "notices.claim": (questions.NOTICES_DUE,),
    "forgetting.claim": (questions.FORGET_DUE,),
    "due.expire": (questions.LAPSED, questions.LAPSED_UNDER, questions.CLIENTS_OF_LAPSED),
    **{f"due.birthdays[{age}]": (claimed,) for age, claimed in questions.BIRTHDAYS_TO_TELL.items()},
}
# Whether a practice has something due at all.
HAVING = {
    **{name: asked[0] for name, asked in CLAIMS.items() if not name.startswith("due.birthdays")},
    "due.birthdays": questions.SOMEBODY_GROWS_UP,
    "due.keys": questions.KEYS_OVER,
}
VERSIONED = [of for of, mapping in MAPPINGS.items() if "version" in mapping.stamp]
STAFF = Actor.staff("p", "desk")


class Traced:
    """A core on a SQLite file, and every statement that was run on it."""

    def __init__(self, file: Path) -> None:
        self.store = SqlStore(SqliteDriver(f"sqlite:///{file}"))
        self.clock = SettableClock(NOON)
        self.core: PracticeCore = connect("memory://", store=self.store, clock=self.clock)
        self.statements: list[str] = []
        sa.event.listen(self.store.engine, "connect", self._trace)

    def _trace(self, connection: sqlite3.Connection, _: object) -> None:
        connection.set_trace_callback(self.statements.append)

    def count(self, command: Callable[[], object]) -> int:
        self.statements.clear()
        command()
        return len(self.statements)


@pytest.fixture
def traced(tmp_path: Path) -> Iterator[Traced]:
    """A practice with a therapist, two clients and a third-party relationship with two sessions to come."""
    traced = Traced(tmp_path / "practice.db")
    core = traced.core
    core.practices.open(id="p", name="Willow", time_zone="Europe/London", currency="GBP")
    core.therapists.register(STAFF, id="t", name="Mara Ilić")
    for name in ("c", "d"):
        core.clients.register(
            STAFF,
            id=name,
            given_name=name,
            family_name="Vale",
            email=f"{name}@mail.example",
            phone="+44 20 7946 0000",
            date_of_birth=(NOON - 9000 * DAY).date(),
        )
        core.cards.add(STAFF, name, reference=f"pm_{name}")
    core.relationships.open(STAFF, id="r", therapist_id="t", attendee_id="c", payer_id="d", fee=Money(6000, "GBP"))
    for day in (3, 4):
        core.sessions.book(STAFF, "r", id=f"s{day}", starts_at=NOON + day * DAY, duration=FIFTY_MINUTES)
    yield traced
    core.close()


def _plan(traced: Traced, statement: Statement) -> list[str]:
    """What SQLite does for that statement, of the tables it reads."""
    with traced.store.engine.connect() as connection:
        values = tuple("x" for _ in statement.parameters)
        steps = [row[3] for row in connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement.text}", values)]
    return [step for step in steps if "practice_core_" in step]


def _slow(steps: list[str]) -> list[str]:
    """The steps that read a whole table, or a whole practice."""
    return [step for step in steps if not step.startswith("SEARCH") or re.search(r"\(practice_id=\?\)$", step)]


@pytest.mark.parametrize("name", [name for name in QUESTIONS if name not in LISTS_THE_PRACTICE])
def test_every_question_is_searched_for_by_key(traced: Traced, name: str) -> None:
    steps = _plan(traced, traced.store._statements.read((QUESTIONS[name],)).statement)
    assert steps
    assert _slow(steps) == []


@pytest.mark.parametrize(("name", "index"), LISTS_THE_PRACTICE.items())
def test_what_waits_in_a_practice_is_listed_from_an_index_of_that_alone(traced: Traced, name: str, index: str) -> None:
    steps = _plan(traced, traced.store._statements.read((QUESTIONS[name],)).statement)
    assert [index] == re.findall(r"INDEX (\w+) \(practice_id=\?\)$", "\n".join(_slow(steps)))


@pytest.mark.parametrize("name", CLAIMS)
def test_what_is_claimed_is_found_once_and_all_that_goes_by_it_by_key(traced: Traced, name: str) -> None:
    steps = _plan(traced, traced.store._statements.read(CLAIMS[name]).statement)
    assert [] == _slow(steps)
    claiming = [step for step in steps if re.search(r"practice_core_\w+_(due|expiring|birthdays|forgetting) ", step)]
    by = (
        "due_work=? AND due_at<?",
        "practice_id=? AND due_at<?",
        "expires_at<?",
        "forget_due_at<?",
        "review=? AND under_age_by=? AND attendee_born_on<?",
    )
    assert [any(columns in step for columns in by) for step in claiming] == [True]


def test_practices_where_something_is_due_are_found_by_a_look_into_an_index_for_each(traced: Traced) -> None:
    having = tuple(HAVING.values())
    listing, *looks = _plan(traced, traced.store._statements.practices(having))
    assert listing.endswith("(id>?)")
    assert len(having) == len(looks)
    assert [] == _slow(looks)


def test_keys_whose_time_is_over_are_found_by_when_they_were_used_and_removed_by_key(traced: Traced) -> None:
    steps = _plan(traced, traced.store._statements.forget_keys)
    assert ["(practice_id=? AND id=?)", "(practice_id=? AND used_at<?)"] == [re.findall(r"\(.*\)", s)[0] for s in steps]


@pytest.mark.parametrize("of", VERSIONED, ids=lambda of: of.__name__)
def test_every_change_finds_its_row_by_key(traced: Traced, of: type) -> None:
    assert _slow(_plan(traced, traced.store._statements.change(of, MAPPINGS[of].columns[MAPPINGS[of].keys :]))) == []


def test_of_what_changes_only_that_is_written_which_differs(traced: Traced) -> None:
    """SQLite looks after every index of a column that is set, whether or not it differs."""
    traced.count(lambda: traced.core.migrations.confirm(STAFF, "r", requested_by="c"))
    set_ = [re.findall(r"(\w+)=", one.partition(" WHERE ")[0]) for one in traced.statements if "UPDATE" in one]
    stamp = ["version", "journal_number", "journal_digest"]
    assert [["status", "ended_at", "end_reason", "ended_by", "successor_id", *stamp]] == set_


@pytest.mark.parametrize("how_many", [1, 2, 20, 200])
@pytest.mark.parametrize("of", VERSIONED, ids=lambda of: of.__name__)
def test_every_check_of_versions_finds_its_rows_by_key(traced: Traced, of: type, how_many: int) -> None:
    key = "(id=?)" if of is Practice else "(practice_id=? AND id=?)"
    steps = _plan(traced, traced.store._statements.check(of, how_many))
    assert [step.startswith("SEARCH") and step.endswith(key) for step in steps] == [True]


# Reading is one statement; BEGIN, a check for each kind relied on, a statement for each row, COMMIT. What confirming,
# rebooking and charging cost is held by tests/performance.
COMMANDS: dict[str, tuple[int, Callable[[PracticeCore], object]]] = {
    "relationships.get": (1, lambda core: core.relationships.get(STAFF, "r")),
    "sessions.get": (1, lambda core: core.sessions.get(STAFF, "s3")),
    "sessions.of_relationship": (1, lambda core: core.sessions.of_relationship(STAFF, "r")),
    "migrations.pending": (1, lambda core: core.migrations.pending(STAFF)),
    "migrations.preview": (1, lambda core: core.migrations.preview(STAFF, "r", requested_by="c")),
    "migrations.request": (10, lambda core: core.migrations.request(STAFF, "r", requested_by="c")),
    "sessions.book": (
        12,
        lambda core: core.sessions.book(STAFF, "r", starts_at=NOON + 5 * DAY, duration=timedelta(minutes=50)),
    ),
    "sessions.move": (12, lambda core: core.sessions.move(STAFF, "s3", starts_at=NOON + 3 * DAY + HOUR)),
    "sessions.cancel": (11, lambda core: core.sessions.cancel(STAFF, "s3")),
    "cards.remove": (7, lambda core: core.cards.remove(STAFF, "c")),
    "clients.update": (7, lambda core: core.clients.update(STAFF, "c", phone="+44 20 7946 0001")),
}


@pytest.mark.parametrize("name", COMMANDS)
def test_a_command_runs_no_more_statements_than_today(traced: Traced, name: str) -> None:
    most, command = COMMANDS[name]
    assert traced.count(lambda: command(traced.core)) <= most


def test_handing_over_runs_few_statements_more_than_a_migration(traced: Traced) -> None:
    """The new payer's version is looked at, too, and that of the attendee raised: a birthday counts on it (M11).

    So are the versions of its sessions: what happens to them meanwhile decides who owes what (C2).
    """
    core = traced.core
    details = {"email": "e@mail.example", "phone": "+44 20 7946 0000"}
    core.clients.register(STAFF, id="e", given_name="e", family_name="Vale", **details)
    core.cards.add(STAFF, "e", reference="pm_e")
    core.migrations.request(STAFF, "r", requested_by="c", new_payer_id="e", id="q")
    core.migrations.accept(STAFF, "q")
    assert traced.count(lambda: core.migrations.confirm(STAFF, "r", request_id="q", idempotency_key="k")) <= 16
