"""What the README tells a reader to type."""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
BLOCK = re.compile(r"```console\n(.*?)```", re.DOTALL)


def commands(page: Path) -> list[list[str]]:
    lines = [line for block in BLOCK.findall(page.read_text()) for line in block.splitlines()]
    typed = [line.removeprefix("$ ").partition("#")[0] for line in lines if line.startswith("$ practice-core")]
    return [shlex.split(line) for line in typed]


def test_every_practice_core_command_in_the_readme_works(tmp_path: Path) -> None:
    """Typed one after the other in an empty folder, with the project's practice file, each exits with 0."""
    (tmp_path / "tests").symlink_to(ROOT / "tests")
    typed = commands(ROOT / "README.md")
    for command in typed:
        program = Path(sys.executable).with_name(command[0])
        done = subprocess.run([program, *command[1:]], cwd=tmp_path, capture_output=True, text=True, check=False)
        assert (command, 0, "") == (command, done.returncode, done.stderr)
    assert len(typed) >= 4
