"""`practice-core demo`: the whole story, as anybody sees it first."""

from __future__ import annotations

import json
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner

from practice_core.cli import story
from practice_core.cli.app import practice_core

COMMAND = str(Path(sys.executable).with_name("practice-core"))
TOLD_IN_ORDER = [
    "A practice, a therapist, a mother and her daughter of fifteen",
    "vera-pays: third party, active",
    "18 Jun 2026 16:00, 60.00 GBP, scheduled; vera pays",
    "refused: under_minimum_age (M3)",
    "Possible from 15 June 2026.",
    "16 Apr 2026 10:00: 1 birthday told",
    "vera-pays: lena is old enough to pay from 15 June 2026",
    "15 Jun 2026 11:00: 1 charge paid",
    "refused: attendee_must_ask (M4)",
    "the request is pending",
    "refused: details_missing (M6)",
    "lena-pays is active, and lena pays",
    "4 sessions to rebook",
    "refused: card_required (S2)",
    "visa ending",
    "18 Jun 2026 16:00, 60.00 GBP, scheduled; lena pays",
    "refused: relationship_ended (S1)",
    "Its active successor is lena-pays.",
    "16 Jun 2026 13:00: 1 charge paid, 1 refund made",
    "16 Jun 2026 16:00: 1 charge paid",
    "23 Jun 2026 16:00: 1 charge declined",
    "scheduled, 60.00 GBP, declined",
    "24 Jun 2026 16:00: 1 charge paid",
    "2 Jul 2026 15:00: 1 session cancelled unpaid",
    "7 Jul 2026 16:00: 1 refund made",
    "cancelled, 60.00 GBP, refunded",
    "paid 60.00 GBP, given back 60.00 GBP: 0.00 GBP in all",
    "paid 240.00 GBP, given back 60.00 GBP: 180.00 GBP in all",
    "migrated by therapist:efua, asked by lena",
    "opened by migration by therapist:efua, asked by lena",
]


def test_the_story_comes_out_as_told(tmp_path: Path) -> None:
    """M3, M4, M6, M7, S1, S2, S8, J2 in one: at sixteen a daughter takes over from her mother."""
    file = tmp_path / "story.db"
    told = subprocess.run(
        [COMMAND, "demo", "--keep", str(file)], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert (0, "") == (told.returncode, told.stderr)
    places, place = [], 0
    for phrase in TOLD_IN_ORDER:
        place = told.stdout.find(phrase, place)
        places.append((phrase, place >= 0))
    assert [(phrase, True) for phrase in TOLD_IN_ORDER] == places
    assert str(file) in told.stdout
    assert all(len(line) <= 80 for line in told.stdout.splitlines() if str(tmp_path) not in line)


def test_the_file_can_be_looked_at_afterwards(tmp_path: Path) -> None:
    file = tmp_path / "story.db"
    runner = CliRunner()
    assert 0 == runner.invoke(practice_core, ["demo", "--keep", str(file)]).exit_code
    shown = runner.invoke(practice_core, ["--database", f"sqlite:///{file}", "show", "vera-pays", "--json"])
    assert ("migrated", "lena-pays") == tuple(json.loads(shown.stdout)[it] for it in ("end_reason", "successor_id"))


def test_what_exists_is_never_overwritten(tmp_path: Path) -> None:
    file = tmp_path / "precious.txt"
    file.write_text("precious")
    told = CliRunner().invoke(practice_core, ["demo", "--keep", str(file)])
    assert (2, "", "precious") == (told.exit_code, told.stdout, file.read_text())


def test_a_story_that_comes_out_otherwise_ends_with_1(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Had the daughter been born ten years earlier, she would not have been too young."""
    monkeypatch.setattr(story, "BORN", date(2000, 6, 15))
    told = CliRunner().invoke(practice_core, ["demo", "--keep", str(tmp_path / "story.db")])
    assert 1 == told.exit_code
    assert "did not come out as told" in told.stderr
    assert "was to raise under_minimum_age, and raised details_missing" in told.stderr


def test_the_story_is_told_to_programs_too(tmp_path: Path) -> None:
    told = CliRunner().invoke(practice_core, ["demo", "--json", "--keep", str(tmp_path / "story.db")])
    steps = [json.loads(line) for line in told.stdout.splitlines()]
    assert ["under_minimum_age", "attendee_must_ask", "details_missing", "card_required", "relationship_ended"] == [
        step["refused"] for step in steps if "refused" in step
    ]
