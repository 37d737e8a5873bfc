"""The command line as a user has it: a command of its own, or for speed the same in this process."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from practice_core.cli.app import practice_core

COMMAND = str(Path(sys.executable).with_name("practice-core"))

Run = Callable[..., subprocess.CompletedProcess[str]]
Invoke = Callable[..., Result]


def a_family() -> dict[str, Any]:
    """Efua sees Noor, who is grown up and whom Sam pays for, and Kit, a child of Sam's; times are from today on."""
    today = datetime.now(UTC).replace(hour=10, minute=0, second=0, microsecond=0)

    def client(name: str, years: int, **more: Any) -> dict[str, Any]:
        return {
            "id": name.lower(),
            "given_name": name,
            "family_name": "Example",
            "email": f"{name.lower()}@mail.example",
            "phone": "+44 7700 900001",
            "date_of_birth": f"{today.year - years}-01-01",
            "card": None,
            **more,
        }

    def relationship(name: str, attendee: str, **more: Any) -> dict[str, Any]:
        opened = (today - timedelta(days=400)).isoformat()
        return {
            "id": name,
            "therapist_id": "efua",
            "attendee_id": attendee,
            "payer_id": "sam",
            "opened_at": opened,
            "fee": 6000,
            "status": "active",
            **more,
        }

    def session(name: str, days: int) -> dict[str, Any]:
        return {
            "id": name,
            "relationship_id": "noor-sam",
            "starts_at": (today + timedelta(days=days)).isoformat(),
            "minutes": 50,
            "price": 6000,
            "status": "scheduled",
            "paid": False,
        }

    return {
        "practice": {"id": "elm", "name": "Elm Street", "time_zone": "Europe/London", "currency": "GBP"},
        "therapists": [{"id": "efua", "name": "Efua Example", "email": "efua@practice.example"}],
        "clients": [client("Sam", 50), client("Noor", 30, phone=None), client("Kit", 10), client("Rae", 40)],
        "relationships": [relationship("noor-sam", "noor"), relationship("kit-sam", "kit")],
        "sessions": [session("s1", 7), session("s2", 14)],
    }


@pytest.fixture
def family(tmp_path: Path) -> Path:
    """A small practice as a file."""
    file = tmp_path / "family.json"
    file.write_text(json.dumps(a_family()))
    return file


@pytest.fixture
def database(tmp_path: Path) -> str:
    """The URL of a SQLite file that is not there yet."""
    return f"sqlite:///{tmp_path / 'practice.db'}"


@pytest.fixture
def run(tmp_path: Path, database: str) -> Run:
    """Run the installed command in a process of its own, in an empty folder."""

    def run(*args: str | bytes, **environment: str) -> subprocess.CompletedProcess[str]:
        settings = {**os.environ, "PRACTICE_CORE_DATABASE": database, "COLUMNS": "80", **environment}
        return subprocess.run([COMMAND, *args], cwd=tmp_path, env=settings, capture_output=True, text=True, check=False)

    return run


@pytest.fixture
def invoke(database: str) -> Invoke:
    """The same in this process."""

    def invoke(*args: str, stdin: str | bytes | None = None, **environment: str) -> Result:
        settings = {"PRACTICE_CORE_DATABASE": database, "COLUMNS": "80", **environment}
        return CliRunner().invoke(practice_core, args, input=stdin, env=settings)

    return invoke


@pytest.fixture
def practice(invoke: Invoke, family: Path) -> Invoke:
    """`invoke`, with the family imported."""
    assert invoke("import", str(family)).exit_code == 0
    return invoke


@pytest.fixture
def lines() -> Callable[[Result], list[Any]]:
    """What a command with --json said."""
    return lambda result: [json.loads(line) for line in result.stdout.splitlines()]
