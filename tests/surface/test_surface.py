"""Nothing public changes unnoticed (docs/compatibility.md)."""

from __future__ import annotations

import ast
import difflib
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.surface.describing import FILE, surface

DOCS = Path(__file__).parents[2] / "docs"
PAGES = [DOCS.parent / "README.md", *DOCS.rglob("*.md")]
MEANT = "if that is meant, `make surface` writes it anew; say in CHANGELOG.md what changes for hosts"


def test_the_public_surface_is_the_committed_one() -> None:
    """Names, signatures, fields, errors, settings, ports, providers, commands and entry points."""
    committed, now = FILE.read_text(encoding="utf-8").splitlines(), surface().splitlines()
    if committed != now:
        changes = "\n".join(difflib.unified_diff(committed, now, "committed", "now", n=0, lineterm=""))
        pytest.fail(f"the public surface has changed:\n{changes}\n{MEANT}", pytrace=False)


def _listed(part: str) -> list[str]:
    """The names that a part of the surface has."""
    told = FILE.read_text(encoding="utf-8").partition(f"# {part}\n\n")[2].partition("\n\n")[0]
    return re.findall(r"^[\w.]+", told, re.MULTILINE)


@pytest.mark.parametrize("part", ["Ports", "Further in"])
def test_what_stands_further_in_is_in_the_reference(part: str) -> None:
    """By its own name or its module's; what `practice_core` itself has the reference takes from its `__all__`."""
    pages = "".join(page.read_text(encoding="utf-8") for page in (DOCS / "reference").glob("*.rst"))
    shown = set(re.findall(r":: practice_core\.([\w.]+)", pages))
    assert [] == [name for name in _listed(part) if not {name, name.rpartition(".")[0]} & shown]


def _imported(page: Path) -> Iterator[str]:
    for block in re.findall(r"^```python\n(.*?)^```", page.read_text(encoding="utf-8"), re.DOTALL | re.MULTILINE):
        for line in ast.walk(ast.parse(block)):
            if isinstance(line, ast.ImportFrom) and (line.module or "").startswith("practice_core"):
                yield from (f"{line.module}.{name.name}".removeprefix("practice_core.") for name in line.names)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_what_a_page_has_its_reader_import_is_public(page: Path) -> None:
    kit = {f"testing.{name}" for name in _listed("practice_core.testing")}
    public = {*_listed("practice_core"), *_listed("Ports"), *_listed("Further in"), *kit, "container.Container"}
    assert set() == set(_imported(page)) - public
