"""The example of a script, run as cron would."""

from __future__ import annotations

import pytest
from examples.conftest import OFFICE, Run, book, open_riverside

from practice_core import PracticeCore

SCRIPT = ("examples.script.confirm_requests", "riverside")


def test_what_was_asked_for_is_confirmed_and_rebooked(core: PracticeCore, run: Run) -> None:
    """M10, S9: what is refused is told, and stays for another day."""
    open_riverside(core, families=2)
    core.clients.update(OFFICE, "lena", phone="+44 7700 900002")
    book(core, hours=72)
    core.migrations.request(OFFICE, "r1", requested_by="lena")
    core.migrations.request(OFFICE, "r2", requested_by="l2")

    first = run(*SCRIPT)
    successor = core.relationships.get(OFFICE, "r1").successor_id
    assert f"r1: now {successor}, 1 rebooked, 0 left\nr2: details_missing (M6)\n" == first.stdout
    assert (0, "") == (first.returncode, first.stderr)
    (rebooked,) = core.sessions.of_relationship(OFFICE, str(successor))
    assert "lena" == rebooked.payer_id

    core.clients.update(OFFICE, "l2", phone="+44 7700 900003")
    second = run(*SCRIPT)
    assert f"r2: now {core.relationships.get(OFFICE, 'r2').successor_id}, 0 rebooked, 0 left\n" == second.stdout


@pytest.mark.parametrize("url", ["postgres"], indirect=True)
def test_a_database_that_is_not_ready_is_told_by_the_exit_status(run: Run) -> None:
    failed = run(*SCRIPT)
    assert (3, "") == (failed.returncode, failed.stdout)
    assert "practice-core init" in failed.stderr
