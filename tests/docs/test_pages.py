"""What holds of every page: no block is run by nobody, and no link leads nowhere."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from docs.site_links import broken
from docs.source_pages import inside

ROOT = Path(__file__).parents[2]
PAGES = [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")]
FENCE = re.compile(r"^ *```(\w+)", re.MULTILINE)
# Lines of an example, which `make examples` runs; test_embedding_page.py keeps them equal.
SHOWN = re.compile(r"^<!-- examples/\S+ -->\n```py$", re.MULTILINE)
# What would be Python or a console, and is run under these names only.
OTHERWISE = {"bash", "py", "pycon", "python3", "sh", "shell", "shell-session", "zsh"}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_what_can_run_is_called_python_or_console(page: Path) -> None:
    """Those are the blocks that conftest.py runs."""
    assert set() == OTHERWISE & set(FENCE.findall(SHOWN.sub("", page.read_text())))


def test_a_link_to_no_page_and_to_no_heading_is_found(tmp_path: Path) -> None:
    links = (
        "there.html",
        "there.html#here",
        "#top",
        "https://host.example",
        "nowhere.html",
        "there.html#nowhere",
        "#x",
    )
    anchors = "".join(f'<a href="{link}">a link</a>' for link in links)
    (tmp_path / "index.html").write_text(f'<h1 id="top">A page</h1>{anchors}<img src="no.svg">')
    (tmp_path / "there.html").write_text('<h1 id="here">Another</h1>')
    missing = ["nowhere.html", "there.html#nowhere", "#x", "no.svg"]
    assert [f"index.html: {link}" for link in missing] == broken(tmp_path)


def test_environments_and_caches_are_no_pages(tmp_path: Path) -> None:
    """`make examples` leaves thousands of files beside the examples, which the site links to as a folder."""
    for name in ("app.py", "pages/list.html", ".venv/lib/library.py", "pages/.cache/list.json"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()
    assert ["app.py", "pages/list.html"] == inside(tmp_path)
