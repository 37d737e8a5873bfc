"""The checker that docs/journal.md gives away, on a journal of the core's."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "journal.md").read_text()
PYTHON = re.compile(r"```python\n(.*?)```", re.DOTALL)


@pytest.fixture
def shell(tmp_path: Path) -> Callable[[str], subprocess.CompletedProcess[str]]:
    """In a folder with the project's practice file and nothing else."""
    (tmp_path / "riverside.json").symlink_to(ROOT / "tests" / "data" / "riverside.json")
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"

    def run(command: str) -> subprocess.CompletedProcess[str]:
        settings = {**os.environ, "PATH": path, "COLUMNS": "120"}
        return subprocess.run(
            ["sh", "-c", command], cwd=tmp_path, env=settings, capture_output=True, text=True, check=False
        )

    return run


def test_the_checker_of_the_page_finds_the_core_right_and_an_edit_wrong(
    shell: Callable[[str], subprocess.CompletedProcess[str]],
) -> None:
    for command in ("import riverside.json", "confirm r01 --requested-by attendee --channel 'by phone'"):
        assert 0 == shell(f"practice-core {command}").returncode
    lines = shell("practice-core journal relationship:r01 --json").stdout.splitlines()
    names: dict[str, Any] = {}
    exec(next(block for block in PYTHON.findall(PAGE) if "def fits" in block), names)  # noqa: S102 - the page's own

    assert len(lines) >= 2
    assert names["fits"](lines, "riverside")
    assert not names["fits"]([lines[0], *reversed(lines[1:]), lines[0]], "riverside")
    assert not names["fits"]([line.replace("migrated", "mitigated") for line in lines], "riverside")
