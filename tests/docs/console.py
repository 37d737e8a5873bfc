"""What a page tells its reader to type: each command is run, and what the page says comes out."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack, chdir
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from sybil import Example

ROOT = Path(__file__).parents[2]
PATH = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"


def typed(block: str) -> Iterator[tuple[str, str]]:
    """Each command of a block, over several lines perhaps, and what is printed below it."""
    for one in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
        command, *rest = re.split(r"\n(?!> )", one.rstrip("\n"))
        yield re.sub(r"\n> ?", "\n", command), "".join(f"{line}\n" for line in rest)


def set_up(namespace: dict[str, Any]) -> None:
    """A page has a folder of its own to work in, with the project's practice file, and its tests as in the project."""
    page = namespace["__page__"] = ExitStack()
    folder = Path(page.enter_context(TemporaryDirectory()))
    (folder / "riverside.json").symlink_to(ROOT / "tests" / "data" / "riverside.json")
    (folder / "tests").symlink_to(ROOT / "tests")
    page.enter_context(chdir(folder))


def tear_down(namespace: dict[str, Any]) -> None:
    namespace["__page__"].close()


def run(example: Example) -> None:
    """Every command ends with 0, and prints what stands below it, if anything does. `…` stands for what differs."""
    commands = list(typed(example.parsed))
    if not commands:
        pytest.fail("a console block has commands, each after a $", pytrace=False)
    for command, expected in commands:
        done = subprocess.run(
            ["sh", "-c", command],
            env={**os.environ, "PATH": PATH, "COLUMNS": "120"},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            check=False,
        )
        if done.returncode != 0:
            pytest.fail(f"{command}: exit status {done.returncode}\n{done.stdout}", pytrace=False)
        printed = re.sub(r" +$", "", done.stdout, flags=re.MULTILINE)
        wanted = ".*".join(map(re.escape, expected.split("…")))
        if expected and not re.fullmatch(wanted, printed, re.DOTALL):
            pytest.fail(f"{command}: expected\n{expected}\nbut it printed\n{printed}", pytrace=False)
