"""`verify` and `journal --verify`: what they print, and how they end (J3)."""

from __future__ import annotations

import io
import json
import re
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from practice_core.cli import progress

from .conftest import Invoke, a_family

Lines = Callable[[Any], list[Any]]
Edit = Callable[[str], None]


@pytest.fixture
def edit(tmp_path: Path) -> Edit:
    """Behind the core's back."""

    def edit(statement: str) -> None:
        with closing(sqlite3.connect(tmp_path / "practice.db")) as connection:
            assert connection.execute(statement).rowcount > 0
            connection.commit()

    return edit


def by_now(lines: Lines, practice: Invoke) -> str:
    """An instant that is over, with everything on record by then."""
    entries = lines(practice("journal", "practice:elm", "--json"))
    return str(entries[-1]["at"])


def test_a_journal_that_fits_is_said_to_and_ends_with_0(practice: Invoke) -> None:
    said = practice("journal", "noor-sam", "--verify")
    assert (0, "noor-sam: 1 entry: all fit.\n", "") == (said.exit_code, said.stdout, said.stderr)
    said = practice("verify")
    assert (0, "elm: 5 entries about 10 things: all fit.\n", "") == (said.exit_code, said.stdout, said.stderr)


def test_the_first_entry_that_does_not_fit_is_named_and_ends_with_1(practice: Invoke, edit: Edit) -> None:
    practice("confirm", "noor-sam", "--requested-by", "attendee", "--set", "phone=1")
    edit("UPDATE practice_core_journal SET actor = 'client:sam' WHERE thing_id = 'noor-sam' AND number = 2")
    edit("DELETE FROM practice_core_journal WHERE thing_id = 's1'")
    one, every = practice("journal", "noor-sam", "--verify"), practice("verify")
    named = "practice-core: does_not_fit: Of relationship:noor-sam, entry 2 was changed.\n"
    assert (1, "noor-sam: 2 entries: 1 journal broken.\n", named) == (one.exit_code, one.stdout, one.stderr)
    assert (1, named) == (every.exit_code, every.stderr)
    assert every.stdout.endswith("things: 2 journals broken.\n")


@pytest.mark.parametrize(
    ("statement", "said"),
    [
        ("DELETE FROM practice_core_journal WHERE thing_id = 's1'", "Of session:s1, entry 1 was removed."),
        (
            "UPDATE practice_core_journal SET thing_id = 's2', number = 2 WHERE thing_id = 's1'",
            "Of session:s1, entry 1 was removed.",
        ),
        (
            "UPDATE practice_core_journal SET thing_id = 'gone' WHERE thing_id = 's1'",
            "Of session:gone, entry 1 is about a thing that is not there.",
        ),
        ("UPDATE practice_core_journal SET number = 2 WHERE thing_id = 's1'", "entry 1 is not in its place."),
        ("UPDATE practice_core_sessions SET journal_number = 0 WHERE id = 's1'", "entry 1 was inserted."),
    ],
    ids=["removed", "moved away", "orphaned", "reordered", "inserted"],
)
def test_what_is_wrong_is_said_in_words(practice: Invoke, edit: Edit, statement: str, said: str) -> None:
    edit(statement)
    verified = practice("verify")
    assert 1 == verified.exit_code
    assert said in verified.stderr


def test_an_id_that_was_edited_does_nothing_to_the_terminal(practice: Invoke, edit: Edit) -> None:
    edit("UPDATE practice_core_journal SET thing_id = 's' || char(27) || '[2J' || char(10) WHERE thing_id = 's1'")
    said = practice("verify").stderr
    assert "practice-core: does_not_fit: Of session:s?[2J?, entry 1 is about a thing that is not there.\n" == said


def test_as_json_it_is_one_object_a_practice(practice: Invoke, edit: Edit, lines: Lines) -> None:
    other = a_family()
    other["practice"] |= {"id": "oak", "name": "Oak Lane"}
    practice("import", "-", stdin=json.dumps(other))
    edit("UPDATE practice_core_journal SET note_salt = 'x' WHERE practice_id = 'oak' AND thing_id = 's2'")
    elm, oak = lines(practice("verify", "--json"))
    assert {"practice_id": "elm", "things": 10, "fits": True, "entries": 5, "erased": 0, "broken": 0} == {
        name: value for name, value in elm.items() if name not in ("misfit", "anchor")
    }
    assert [None, None] == [elm["misfit"], elm["anchor"]]
    assert {"thing": "session:s2", "number": 1, "wrong": "changed"} == oak["misfit"]
    assert [oak] == lines(practice("verify", "--practice", "oak", "--json"))
    (one,) = lines(practice("--practice", "oak", "journal", "s2", "--verify", "--json"))
    assert ("s2", False, oak["misfit"]) == (one["thing"], one["fits"], one["misfit"])


def test_erased_notes_are_counted(practice: Invoke, edit: Edit) -> None:
    practice("confirm", "noor-sam", "--requested-by", "attendee", "--set", "phone=1", "--channel", "by phone")
    edit("UPDATE practice_core_journal SET note = '', note_salt = '' WHERE note <> ''")
    said = practice("journal", "noor-sam", "--verify")
    assert (0, "noor-sam: 2 entries, the note of 1 erased: all fit.\n") == (said.exit_code, said.stdout)


def test_an_anchor_has_to_come_out_again(practice: Invoke, edit: Edit, lines: Lines) -> None:
    until = by_now(lines, practice)
    printed = practice("verify", "--as-of", until).stdout
    anchor = re.findall(rf"^  anchor ({re.escape(until)}/[0-9a-f]{{64}})$", printed, re.MULTILINE)
    assert 1 == len(anchor)
    practice("confirm", "noor-sam", "--requested-by", "attendee", "--set", "phone=1")
    assert 0 == practice("verify", "--expect", anchor[0]).exit_code
    assert [anchor[0]] == [one["anchor"] for one in lines(practice("verify", "--expect", anchor[0], "--json"))]
    edit("DELETE FROM practice_core_journal WHERE thing_id = 's1'")
    edit("DELETE FROM practice_core_sessions WHERE id = 's1'")
    assert 0 == practice("verify").exit_code
    said = practice("verify", "--expect", anchor[0])
    assert (1, "practice-core: another_past: What elm had on record by then is not what it was.\n") == (
        said.exit_code,
        said.stderr,
    )


def test_an_anchor_is_of_one_practice_and_of_the_past(practice: Invoke) -> None:
    other = a_family()
    other["practice"] |= {"id": "oak", "name": "Oak Lane"}
    practice("import", "-", stdin=json.dumps(other))
    several = practice("verify", "--expect", f"2026-01-01T00:00:00Z/{'0' * 64}")
    assert (2, True) == (several.exit_code, "--practice ID" in several.stderr)
    said = practice("verify", "--as-of", "2999-01-01T00:00:00Z")
    assert (2, "practice-core: invalid: as_of: must be an instant that is over\n") == (said.exit_code, said.stderr)


def test_whoever_may_not_read_it_may_not_verify_it(practice: Invoke) -> None:
    """A2: all of it is staff's."""
    assert 1 == practice("--as", "therapist:efua", "verify").exit_code
    assert 0 == practice("--as", "therapist:efua", "journal", "noor-sam", "--verify").exit_code
    assert 2 == practice("--as", "client:kit", "journal", "noor-sam", "--verify").exit_code


def test_where_there_is_nothing_to_verify_it_says_so(invoke: Invoke, tmp_path: Path) -> None:
    said = invoke("verify")
    assert (2, "") == (said.exit_code, said.stdout)
    assert "there is no file" in said.stderr
    assert [] == list(tmp_path.iterdir())


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(("stream", "shown"), [(Terminal, True), (io.StringIO, False)])
def test_progress_is_shown_on_a_terminal_and_nowhere_else(
    monkeypatch: pytest.MonkeyPatch, stream: type[io.StringIO], shown: bool
) -> None:
    monkeypatch.setattr(progress, "SHOWN_AFTER_SECONDS", -1.0)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setattr("sys.stderr", written := stream())
    with progress.progressing("Verifying") as told:
        told(12_500)
    assert shown == ("12,500 so far" in written.getvalue())
    assert shown == bool(written.getvalue())
