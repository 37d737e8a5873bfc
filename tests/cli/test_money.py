"""Money at the terminal: due work, statements, what staff do about single payments."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result

from practice_core import Actor, connect

from .conftest import COMMAND, Invoke

Lines = Callable[[Result], list[Any]]
STAFF = Actor.staff("elm", "command-line")
NOTHING = {
    "charged": 0,
    "declined": 0,
    "authentication_needed": 0,
    "charges_cancelled": 0,
    "refunded": 0,
    "refunds_declined": 0,
    "sessions_cancelled": 0,
    "requests_expired": 0,
    "birthdays_told": 0,
    "clients_forgotten": 0,
    "keys_forgotten": 0,
    "notices_delivered": 0,
    "notices_put_off": 0,
    "notices_failed": 0,
    "notices_unreachable": 0,
    "unknown": 0,
    "failed": 0,
}

# The command, with a gateway that waits while it charges until it is told to go on.
SLOWLY = """
import sys
from practice_core.adapters.memory.payments import MemoryPayments
from practice_core.cli import main

at_once = MemoryPayments.charge

def slowly(self, attempt):
    print("charging", flush=True)
    sys.stdin.readline()
    return at_once(self, attempt)

MemoryPayments.charge = slowly
main()
"""


@pytest.fixture
def due(practice: Invoke, database: str) -> Invoke:
    """Sam has a card, and a session of Noor's in three hours is to be paid."""
    with connect(database) as core:
        core.cards.add(STAFF, "sam", reference="pm_sam")
        start = datetime.now(UTC) + timedelta(hours=3)
        core.sessions.book(STAFF, "noor-sam", id="soon", starts_at=start, duration=timedelta(minutes=50))
    return practice


def test_C1_what_is_due_is_done_once_and_told(due: Invoke, lines: Lines) -> None:
    said = due("run-due")
    # The booking to the attendee, the payer and the therapist, and the receipt.
    assert (0, "1 charge paid, 4 notices delivered\n") == (said.exit_code, said.stdout)
    again = due("run-due")
    assert (0, "Nothing was due.\n") == (again.exit_code, again.stdout)
    assert [NOTHING] == lines(due("run-due", "--json"))


def test_due_work_prints_its_counts_as_json(due: Invoke, lines: Lines) -> None:
    assert [NOTHING | {"charged": 1, "notices_delivered": 4}] == lines(due("run-due", "--json"))


def test_due_work_makes_no_file_where_there_is_none(invoke: Invoke, tmp_path: Path) -> None:
    assert 2 == invoke("run-due").exit_code
    assert [] == list(tmp_path.iterdir())


def test_due_work_ends_with_3_where_the_database_cannot_be_used(invoke: Invoke, tmp_path: Path) -> None:
    file = tmp_path / "no.db"
    file.write_text("no database")
    assert 3 == invoke("--database", f"sqlite:///{file}", "run-due").exit_code


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_due_work_again_and_again_stops_at_once_when_it_is_told_to(
    due: Invoke, database: str, tmp_path: Path, number: signal.Signals
) -> None:
    environment = {**os.environ, "PRACTICE_CORE_DATABASE": database}
    command = [COMMAND, "run-due", "--every", "600", "--json"]
    with subprocess.Popen(command, cwd=tmp_path, env=environment, stdout=subprocess.PIPE, text=True) as worker:
        assert worker.stdout is not None
        assert NOTHING | {"charged": 1, "notices_delivered": 4} == json.loads(worker.stdout.readline())
        worker.send_signal(number)
        assert 0 == worker.wait(timeout=20)


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_C4_due_work_that_is_told_to_stop_finishes_the_item_in_hand(
    due: Invoke, database: str, tmp_path: Path, number: signal.Signals
) -> None:
    start = datetime.now(UTC) + timedelta(hours=5)
    with connect(database) as core:
        core.sessions.book(STAFF, "noor-sam", id="next", starts_at=start, duration=timedelta(minutes=50))
    environment = {**os.environ, "PRACTICE_CORE_DATABASE": database}
    command = [sys.executable, "-c", SLOWLY, "run-due", "--json"]
    with subprocess.Popen(
        command, cwd=tmp_path, env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as worker:
        assert worker.stdin is not None
        assert worker.stdout is not None
        assert "charging\n" == worker.stdout.readline()
        worker.send_signal(number)
        done, _ = worker.communicate("go on\n", timeout=20)
    assert (0, NOTHING | {"charged": 1, "unknown": 1}) == (worker.returncode, json.loads(done))


def test_due_work_again_and_again_outlasts_a_database_that_does_not_answer(tmp_path: Path) -> None:
    file = tmp_path / "no.db"
    file.write_text("no database")
    command = [COMMAND, "--database", f"sqlite:///{file}", "run-due", "--every", "0.1"]
    with subprocess.Popen(command, cwd=tmp_path, stderr=subprocess.PIPE, text=True) as worker:
        assert worker.stderr is not None
        for _ in range(2):
            assert worker.stderr.readline().startswith("practice-core: unavailable: The database did not answer")
        worker.terminate()
        assert 0 == worker.wait(timeout=20)


def test_A3_a_statement_tells_what_was_paid_and_given_back(due: Invoke, lines: Lines) -> None:
    due("run-due")
    told = due("statement", "sam")
    assert 0 == told.exit_code
    assert "Balance     60.00 GBP" in told.stdout
    [as_json] = lines(due("--as", "client:sam", "statement", "sam", "--json"))
    assert {"minor_units": 6000, "currency": "GBP"} == as_json["balance"]
    assert ["soon"] == [line["session_id"] for line in as_json["statement"]["lines"]]
    assert "No money has moved.\n" == due("statement", "sam", "--until", "2020-01-01").stdout
    assert "No money has moved.\n" == due("statement", "noor").stdout
    assert 2 == due("--as", "client:noor", "statement", "sam").exit_code


def test_C7_a_refund_in_part_and_of_the_rest(due: Invoke, lines: Lines) -> None:
    due("run-due")
    [told] = lines(due("statement", "sam", "--json"))
    charge = told["statement"]["lines"][0]["charge_id"]
    [bill] = lines(due("refund", charge, "--amount", "2000", "--json"))
    assert ["charge", "refund"] == [line["kind"] for line in bill["lines"]]
    assert 1 == due("refund", charge, "--amount", "4001").exit_code
    assert 0 == due("refund", charge).exit_code
    shown = due("show", "soon")
    assert "scheduled, refunded" in shown.stdout
    assert shown.stdout.count("refund ") == 2
    assert 2 == due("refund", "nothing").exit_code
    assert "pm_sam" not in shown.stdout + due("show", "soon", "--json").stdout


def test_C5_a_retry_of_what_is_not_due_is_refused(due: Invoke) -> None:
    due("run-due")
    said = due("retry", "soon")
    assert (1, "practice-core: nothing_owed: Nothing is due for this session. (C2)\n") == (said.exit_code, said.stderr)


def test_C5_a_retry_charges_at_once(due: Invoke) -> None:
    assert "soon is paid.\n" == due("retry", "soon").stdout


def test_D1_under_its_key_a_retry_or_a_refund_is_made_once(due: Invoke, lines: Lines) -> None:
    for _ in range(2):
        assert "soon is paid.\n" == due("retry", "soon", "--idempotency-key", "once more").stdout
    [told] = lines(due("statement", "sam", "--json"))
    charge = told["statement"]["lines"][0]["charge_id"]
    for _ in range(2):
        assert 0 == due("refund", charge, "--amount", "2000", "--idempotency-key", "part").exit_code
    assert 2 == due("refund", charge, "--amount", "2001", "--idempotency-key", "part").exit_code
    [told] = lines(due("statement", "sam", "--json"))
    assert {"minor_units": 4000, "currency": "GBP"} == told["balance"]


def test_C7_money_that_no_gateway_can_give_back_is_listed_until_a_hand_did(
    invoke: Invoke, family: Path, database: str, lines: Lines
) -> None:
    document = json.loads(family.read_text())
    document["sessions"][0]["paid"] = True
    family.write_text(json.dumps(document))
    invoke("import", str(family))
    with connect(database) as core:
        core.sessions.cancel(STAFF, "s1")
    assert "3 notices delivered\n" == invoke("run-due").stdout
    assert ["s1"] == [bill["session"]["id"] for bill in lines(invoke("refunds-by-hand", "--json"))]
    assert "s1" in invoke("refunds-by-hand").stdout
    for _ in range(2):  # D1: under its key once
        said = invoke("refunded-by-hand", "s1", "--amount", "1000", "--idempotency-key", "part").stdout
        assert "s1 is paid.\n" == said
    assert 1 == invoke("refunded-by-hand", "s1", "--amount", "5001").exit_code
    assert "s1 is refunded.\n" == invoke("refunded-by-hand", "s1").stdout
    assert "No sessions.\n" == invoke("refunds-by-hand").stdout
    assert 1 == invoke("refunded-by-hand", "s1").exit_code


@pytest.mark.parametrize("every", ["nan", "inf", "1e300", "0"])
def test_due_work_again_and_again_wants_a_time_that_passes(due: Invoke, every: str) -> None:
    refused = due("run-due", "--every", every)
    assert (2, "") == (refused.exit_code, refused.stdout)
