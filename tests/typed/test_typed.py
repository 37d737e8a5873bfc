"""The types that hosts see hold under mypy and pyright: what is right passes, and what is wrong is told."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
RIGHT, WRONG = HERE / "right.py", HERE / "wrong.py"
Errors = dict[Path, list[int]]


def _mypy() -> Errors:
    done = _run("mypy", "--strict", "--output=json", str(RIGHT), str(WRONG))
    told = [json.loads(line) for line in done.splitlines() if line.startswith("{")]
    return _by_file((one["file"], one["line"]) for one in told if one["severity"] == "error")


def _pyright() -> Errors:
    told = json.loads(_run("pyright", "--outputjson", "--pythonpath", sys.executable, str(RIGHT), str(WRONG)))
    return _by_file(
        (one["file"], one["range"]["start"]["line"] + 1)
        for one in told["generalDiagnostics"]
        if one["severity"] == "error"
    )


def _run(checker: str, *arguments: str) -> str:
    done = subprocess.run(
        [sys.executable, "-m", checker, *arguments], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 1, done.stdout + done.stderr  # wrong.py has errors
    return done.stdout


def _by_file(found: object) -> Errors:
    errors: dict[Path, set[int]] = {RIGHT: set(), WRONG: set()}
    for file, line in found:
        errors[ROOT / file].add(line)
    return {file: sorted(lines) for file, lines in errors.items()}


@pytest.fixture(scope="module", params=[_mypy, _pyright], ids=["mypy", "pyright"])
def errors(request: pytest.FixtureRequest) -> Errors:
    checker: Callable[[], Errors] = request.param
    return checker()


def test_what_a_host_writes_has_the_types_it_expects(errors: Errors) -> None:
    assert [] == errors[RIGHT]


def test_every_wrong_use_is_told_and_nothing_else(errors: Errors) -> None:
    lines = enumerate(WRONG.read_text(encoding="utf-8").splitlines(), start=1)
    marked = [number for number, line in lines if "# wrong:" in line]
    assert marked == errors[WRONG]
    assert len(marked) > 15
