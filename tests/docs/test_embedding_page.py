"""docs/embedding.md shows lines of the examples."""

from __future__ import annotations

import re
from pathlib import Path
from textwrap import dedent

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs" / "embedding.md"
SHOWN = re.compile(r"<!-- (examples/\S+) -->\n```py\n(.*?)```", re.DOTALL)


def stands_in(file: Path, lines: str) -> bool:
    """Whether these lines follow each other there, at whatever indentation."""
    there, count = file.read_text().splitlines(), len(lines.splitlines())
    return any(lines.rstrip() == dedent("\n".join(there[at : at + count])).rstrip() for at in range(len(there)))


def test_the_lines_on_the_page_are_the_examples_own() -> None:
    shown = SHOWN.findall(PAGE.read_text())
    assert [] == [(file, lines) for file, lines in shown if not stands_in(ROOT / file, lines)]
    assert PAGE.read_text().count("```py\n") == len(shown) > 5


def test_the_page_and_the_list_of_examples_know_each_host() -> None:
    folders = [one.parent for one in (ROOT / "examples").glob("*/test_*.py")]
    # What has a project of its own is a package to build on, and no host.
    hosts = {one.name for one in folders if not (one / "pyproject.toml").exists()}
    listed = set(re.findall(r"^\| \[([\w-]+)\]", (ROOT / "examples" / "README.md").read_text(), re.MULTILINE))
    assert len(hosts) >= 4
    assert hosts <= listed
    assert hosts <= set(re.findall(r"\.\./examples/([\w-]+)\)", PAGE.read_text()))
