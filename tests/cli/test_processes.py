"""The installed command, as a shell runs it."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from functools import partial
from pathlib import Path

import pytest

from .conftest import COMMAND, Run


def test_what_is_done_ends_with_0_and_says_so_on_standard_output(run: Run, family: Path) -> None:
    done = run("import", str(family))
    assert (0, "Imported Elm Street as practice elm.\n", "") == (done.returncode, done.stdout, done.stderr)


def test_what_a_rule_refuses_ends_with_1_and_the_code_and_a_sentence_on_standard_error(run: Run, family: Path) -> None:
    run("import", str(family))
    refused = run("confirm", "kit-sam", "--requested-by", "attendee", "--json")
    code, sentence, possible = refused.stderr.split(maxsplit=2)[1], *refused.stderr.splitlines()
    assert (1, "") == (refused.returncode, refused.stdout)
    assert code == "under_minimum_age:"
    assert sentence.endswith("Under the practice's minimum payer age. (M3)")
    assert possible.strip().startswith("Possible from 1 January")


@pytest.mark.parametrize(
    ("args", "status"),
    [
        (["import", "nowhere.json"], 2),
        (["import", "."], 2),
        (["import", "/dev/null"], 2),
        (["show", b"\xff"], 2),
        (["--as", b"client:\xff", "show", "elm"], 2),
        (["--database", "sqlite:x", "check"], 2),
        (["--database", "sqlite:///there.db?cache=shared", "check"], 2),
        (["--database", "sqlite:////dev/null/practice.db", "init"], 3),
        (["--database", f"sqlite:///{__file__}", "show", "elm"], 3),
        (["--database", "sqlite:////", "sessions", "r1"], 3),
    ],
    ids=str,
)
def test_nothing_a_user_can_cause_ends_in_a_traceback(run: Run, args: list[str | bytes], status: int) -> None:
    ended = run(*args)
    assert (status, "") == (ended.returncode, ended.stdout)
    assert ended.stderr
    assert "Traceback" not in ended.stderr


def test_a_reader_that_has_enough_ends_a_long_answer_quietly(tmp_path: Path, run: Run, family: Path) -> None:
    """As with `| head`: nothing on standard error, and the status that a shell gives a broken pipe."""
    run("import", str(family))
    reader, writer = os.pipe()
    os.close(reader)
    args = [COMMAND, "--database", "sqlite:///practice.db", "preview", "--all", "--requested-by", "payer", "--json"]
    ended = subprocess.run(args, cwd=tmp_path, stdout=writer, stderr=subprocess.PIPE, text=True, check=False)
    os.close(writer)
    assert (141, "") == (ended.returncode, ended.stderr)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full here")
def test_a_full_disk_behind_standard_output_is_told(tmp_path: Path, run: Run, family: Path) -> None:
    run("import", str(family))
    with Path("/dev/full").open("w") as full:
        ended = subprocess.run(
            [COMMAND, "--database", "sqlite:///practice.db", "sessions", "noor-sam", "--json"],
            cwd=tmp_path,
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )
    assert (3, "practice-core: unavailable: No space left on device\n") == (ended.returncode, ended.stderr)


def test_an_interrupted_import_ends_with_130_and_leaves_nothing_behind(tmp_path: Path, run: Run, family: Path) -> None:
    run("init")
    with subprocess.Popen(
        [COMMAND, "--database", "sqlite:///practice.db", "import", "-"],
        cwd=tmp_path,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        # A shell has its background jobs ignore Ctrl-C, and the tests may be part of one.
        preexec_fn=partial(signal.signal, signal.SIGINT, signal.SIG_DFL),  # noqa: PLW1509
    ) as importing:
        assert importing.stdin is not None
        # More than a pipe holds: once this is written, the import is reading.
        importing.stdin.write(b" " * 300_000 + family.read_bytes()[:-20])
        importing.stdin.flush()
        importing.send_signal(signal.SIGINT)
        assert (b"", b"") == importing.communicate(timeout=20)
    assert importing.returncode == 130
    assert "there is no practice" in run("show", "elm").stderr


def test_names_are_shown_where_their_letters_are_lacking(run: Run, family: Path) -> None:
    """A letter that the terminal does not have is shown as its code, by lines and by tables alike."""
    family.write_text(family.read_text().replace("Elm Street", "Łuk"))
    imported, shown = (run(*args, PYTHONIOENCODING="cp437") for args in (("import", str(family)), ("show", "elm")))
    assert (0, "Imported \\u0141uk as practice elm.\n") == (imported.returncode, imported.stdout)
    assert "\\u0141uk" in shown.stdout


def test_the_package_itself_loads_nothing_of_the_command_line() -> None:
    slow = "{'click', 'rich', 'cattrs', 'sqlalchemy', 'dependency_injector'}"
    code = f"import sys, practice_core, practice_core.cli; print({slow} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "set()\n"


def test_help_loads_neither_database_nor_tables() -> None:
    slow = "{'rich', 'cattrs', 'sqlalchemy', 'dependency_injector', 'alembic'}"
    code = f"import sys, practice_core.cli.app; print({slow} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "set()\n"
