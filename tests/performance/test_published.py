"""Where the measured tables go in the documentation."""

from __future__ import annotations

from pathlib import Path

import pytest
from benchmarks import publish


@pytest.mark.parametrize("page", [publish.README, publish.PAGE], ids=lambda page: page.name)
def test_a_page_has_one_place_for_what_is_measured(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    assert (1, 1) == (text.count(publish.BEGIN), text.count(publish.END))
    assert text.index(publish.BEGIN) < text.index(publish.END)


def test_publishing_replaces_what_was_measured_before(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text(f"before\n{publish.BEGIN}\nold\n{publish.END}\nafter\n")
    publish.publish(page, "new\n")
    assert f"before\n{publish.BEGIN}\n\nnew\n\n{publish.END}\nafter\n" == page.read_text()
