"""The example on procrastinate: worker processes, and the queue in PostgreSQL."""

from __future__ import annotations

from contextlib import ExitStack
from typing import Any

import psycopg
import pytest
from examples.conftest import OFFICE, THERAPIST, Run, book, eventually, open_riverside, started

from practice_core import PracticeCore

QUEUE = ("procrastinate", "--app=examples.procrastinate_host.jobs.app")
RUN_DUE = "examples.procrastinate_host.jobs.run_due"
MIGRATE = ("examples.procrastinate_host.migrate", "riverside", "efua", "r1", "lena", "form-8a31")
WORKERS = 3

pytestmark = pytest.mark.parametrize("url", ["postgres"], indirect=True)


@pytest.fixture
def practice(core: PracticeCore, run: Run) -> PracticeCore:
    """The core as the test looks at it, and procrastinate's tables beside."""
    open_riverside(core)
    core.clients.update(OFFICE, "lena", phone="+44 7700 900002")
    applied = run(*QUEUE, "schema", "--apply")
    assert 0 == applied.returncode, applied.stderr
    return core


def rows(url: str, statement: str) -> list[tuple[Any, ...]]:
    with psycopg.connect(url) as connection:
        return connection.execute(statement).fetchall()


def test_several_workers_do_due_work_once(url: str, environment: dict[str, str], practice: PracticeCore) -> None:
    """C4: each session is paid by one attempt, though all of them look for what is due every second."""
    sessions = [book(practice, hours=hours) for hours in range(3, 43)]
    with ExitStack() as workers:
        for _ in range(WORKERS):
            workers.enter_context(
                started(*QUEUE, "worker", "--concurrency=1", environment={**environment, "RUN_DUE": "* * * * * *"})
            )
        eventually(lambda: all(practice.sessions.get(OFFICE, one).payment == "paid" for one in sessions))
        at_it = f"SELECT count(DISTINCT worker_id) FROM procrastinate_jobs WHERE task_name = '{RUN_DUE}'"
        eventually(lambda: rows(url, at_it)[0][0] > 1)
    assert [1] * len(sessions) == [len(practice.billing.of_session(OFFICE, one).lines) for one in sessions]
    assert [] == rows(url, "SELECT task_name FROM procrastinate_jobs WHERE status NOT IN ('succeeded', 'todo')")


def test_a_migration_and_its_job_are_committed_together(
    url: str, environment: dict[str, str], practice: PracticeCore, run: Run
) -> None:
    """S8, S9: and then a worker rebooks."""
    session = book(practice, hours=72)
    migrated = run(*MIGRATE)
    assert (0, "") == (migrated.returncode, migrated.stderr)
    assert [("todo", "r1")] == rows(url, "SELECT status::text, args->>'relationship_id' FROM procrastinate_jobs")
    with started(*QUEUE, "worker", environment=environment):
        eventually(lambda: practice.sessions.get(THERAPIST, session).rebooked_as is not None)
    (rebooked,) = practice.sessions.of_relationship(THERAPIST, migrated.stdout.strip())
    assert ("lena", session) == (rebooked.payer_id, rebooked.rebooked_from)


def test_a_job_that_cannot_be_queued_leaves_no_migration(url: str, practice: PracticeCore, run: Run) -> None:
    """One to rebook the same is waiting already, here."""
    waiting = run(
        *QUEUE,
        "defer",
        "--queueing-lock=rebook riverside r1",
        "examples.procrastinate_host.jobs.rebook",
        '{"practice_id": "riverside", "therapist_id": "efua", "relationship_id": "r1"}',
    )
    assert 0 == waiting.returncode, waiting.stderr
    migrated = run(*MIGRATE)
    assert 0 != migrated.returncode
    assert "AlreadyEnqueued" in migrated.stderr
    assert "active" == practice.relationships.get(THERAPIST, "r1").status
    assert [(1,)] == rows(url, "SELECT count(*) FROM procrastinate_jobs")


def test_a_migration_that_is_refused_leaves_no_job(url: str, practice: PracticeCore, run: Run) -> None:
    practice.clients.update(OFFICE, "vera", email="lena@mail.example")
    refused = run(*MIGRATE)
    assert 0 != refused.returncode
    assert "SharedEmail" in refused.stderr
    assert [] == rows(url, "SELECT status FROM procrastinate_jobs")
