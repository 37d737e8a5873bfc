"""The results into the documentation: `python -m benchmarks --publish`."""

from __future__ import annotations

from pathlib import Path

ROOT = Path(__file__).parent.parent
PAGE = ROOT / "docs" / "performance.md"
README = ROOT / "README.md"
PICTURE = ROOT / "docs" / "images" / "performance.png"
BEGIN, END = "<!-- measured: begin -->", "<!-- measured: end -->"


def publish(page: Path, text: str) -> None:
    """Between the marks of that page."""
    before, rest = page.read_text(encoding="utf-8").split(BEGIN)
    _, after = rest.split(END)
    page.write_text(f"{before}{BEGIN}\n\n{text}\n{END}{after}", encoding="utf-8")
