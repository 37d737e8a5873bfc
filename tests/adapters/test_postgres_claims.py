"""Claims on PostgreSQL: by locks on rows, so that nobody waits for another's, and many work side by side."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime
from typing import Any

import attrs
import psycopg
import pytest
import sqlalchemy as sa
from tests.values import DAY, TICK

from practice_core import DueDone, connect
from practice_core.adapters.clock import SettableClock
from practice_core.adapters.memory.mail import NoMailer
from practice_core.adapters.sql.access import SqlAccess
from practice_core.adapters.sql.postgres import PostgresDriver
from practice_core.adapters.sql.store import SqlStore
from practice_core.domain.attempt import Attempt
from practice_core.domain.client import Client
from practice_core.domain.relationship import Relationship
from practice_core.domain.session import DueWork, SessionRecord
from practice_core.ports import questions
from practice_core.ports.store import Ask, KeyRecord
from practice_core.testing.practices import NOON
from practice_core.testing.store.steps import another, changed_in, kept_in, plain, put, write

DUE = questions.DUE[DueWork.CHARGE](at=NOON + DAY)
HOW_MANY = 2 * questions.BATCH + 5


@pytest.fixture(scope="module")
def patient(postgres_url: str) -> Iterator[SqlStore]:
    """Whoever waits for a lock on it is told so after a second."""
    store = SqlStore(PostgresDriver(postgres_url))
    sa.event.listen(store.engine, "connect", lambda connection, _: connection.execute("SET lock_timeout = '1s'"))
    store.upgrade()
    yield store
    store.close()


@pytest.fixture
def due(patient: SqlStore) -> tuple[str, list[str]]:
    """A practice with more sessions due than two batches hold: its id and theirs, the oldest first."""
    practice_id, its = plain(patient)
    ids = [f"{n:03}" for n in range(HOW_MANY)]
    put(patient, practice_id, *(_due(its[SessionRecord], id_, NOON + n * TICK) for n, id_ in enumerate(ids)))
    return practice_id, ids


def _due(session: SessionRecord, id_: str, at: datetime) -> SessionRecord:
    return attrs.evolve(session, id=id_, due_work=DueWork.CHARGE, due_at=at)


def _claimed(access: SqlAccess, practice_id: str, ask: Ask[Any] = DUE) -> list[str]:
    return [kept.thing.id for kept in access.read(practice_id, [ask])[0]]


def test_three_that_claim_at_once_share_what_is_due_the_oldest_first(
    patient: SqlStore, due: tuple[str, list[str]]
) -> None:
    practice_id, ids = due
    batch = questions.BATCH
    with patient.open() as one, patient.open() as two, patient.open() as three, patient.open() as four:
        assert [ids[:batch], ids[batch : 2 * batch], ids[2 * batch :], []] == [
            _claimed(access, practice_id) for access in (one, two, three, four)
        ]


def test_what_was_left_unwritten_is_claimed_by_the_next(patient: SqlStore, due: tuple[str, list[str]]) -> None:
    practice_id, ids = due
    with patient.open() as other:
        with patient.open() as left:
            _claimed(left, practice_id)
            assert ids[questions.BATCH : 2 * questions.BATCH] == _claimed(other, practice_id)
        with patient.open() as next_one:
            assert ids[: questions.BATCH] == _claimed(next_one, practice_id)


def test_what_another_has_locked_is_left_out(patient: SqlStore, due: tuple[str, list[str]]) -> None:
    """A command that was retried on locked rows, with the oldest in its hands."""
    practice_id, ids = due
    with patient.open(locked=True) as command, patient.open() as worker:
        command.read(practice_id, [questions.SESSION(id=ids[0])])
        assert ids[1 : questions.BATCH + 1] == _claimed(worker, practice_id)


def test_a_claim_leaves_the_rest_of_the_case_to_others(patient: SqlStore, due: tuple[str, list[str]]) -> None:
    """Its relationship, clients and attempts are read with it, and not locked."""
    practice_id, _ = due
    with patient.open() as worker:
        asks = questions.about_due(DueWork.CHARGE, NOON + DAY)
        found = worker.read(practice_id, asks)
        with patient.open() as reading:
            [[client], [relationship]] = reading.read(
                practice_id, [questions.CLIENT(id="c"), questions.RELATIONSHIP(id="r")]
            )
        write(patient, changed_in(practice_id, another(client.thing), another(relationship.thing)))
    assert [[Relationship], [Client]] == [list({type(kept.thing) for kept in each}) for each in found[1:3]]


def test_a_thing_may_refer_to_what_is_claimed(patient: SqlStore, due: tuple[str, list[str]]) -> None:
    """A claim is not for the key: who adds an attempt for a session does not wait for who claims it."""
    practice_id, ids = due
    with patient.open() as worker:
        _claimed(worker, practice_id)
        with patient.open() as reading:
            [[attempt]] = reading.read(practice_id, [questions.ATTEMPT(id="a")])
        new: Attempt = attrs.evolve(attempt.thing, id="b", session_id=ids[0])
        put(patient, practice_id, new)


def test_what_is_claimed_can_be_read_by_everybody(patient: SqlStore, due: tuple[str, list[str]]) -> None:
    practice_id, ids = due
    with patient.open() as worker, patient.open() as reading:
        _claimed(worker, practice_id)
        assert ids[:1] == _claimed(reading, practice_id, questions.SESSION(id=ids[0]))


def test_a_worker_does_not_wait_for_birthdays_that_another_has_in_hand(patient: SqlStore) -> None:
    """Nor ask again and again: what the other leaves is there for the next run."""
    practice_id, its = plain(patient)
    born = date(2010, 3, 1)
    child = attrs.evolve(its[Relationship], id="child", payer_id="d", under_age_by=16, attendee_born_on=born)
    put(patient, practice_id, attrs.evolve(its[Client], id="d"), child)
    clock = SettableClock(datetime(2026, 3, 1, 12, tzinfo=UTC))
    core = connect("memory://", store=patient, clock=clock, mailer=NoMailer("there is none"))
    ask = questions.BIRTHDAYS_TO_TELL[16](born_until=born)
    with patient.open() as other:
        assert ["child"] == _claimed(other, practice_id, ask)
        assert DueDone() == core._birthdays.run()
    assert DueDone(birthdays_told=1) == core._birthdays.run()


def test_D1_keys_that_a_command_has_in_hand_are_left_and_nobody_waits(patient: SqlStore) -> None:
    practice_id, its = plain(patient)
    key: KeyRecord = its[KeyRecord]
    put(patient, practice_id, attrs.evolve(key, id="over"))
    with patient.open(locked=True) as command:
        command.read(practice_id, [questions.KEY(id="k")])
        assert 1 == patient.forget_keys(practice_id, until=key.used_at, limit=5)
        command.write(changed_in(practice_id, attrs.evolve(key, used_at=key.used_at + TICK)))
    assert 0 == patient.forget_keys(practice_id, until=key.used_at, limit=5)
    assert {"k"} == {id_ for of, id_ in kept_in(patient, practice_id) if of is KeyRecord}


def test_a_worker_whose_connection_dies_lets_go_of_what_it_had(
    patient: SqlStore, due: tuple[str, list[str]], postgres_url: str
) -> None:
    practice_id, ids = due
    with patient.open() as survivor, patient.open() as worker:
        assert ids[: questions.BATCH] == _claimed(worker, practice_id)
        with psycopg.connect(postgres_url, autocommit=True) as killer:
            pid = worker._cursor.connection.info.backend_pid
            killer.execute("SELECT pg_terminate_backend(%s, 5000)", (pid,))
        assert ids[: questions.BATCH] == _claimed(survivor, practice_id)
