"""``make surface``: write surface.txt anew."""

from __future__ import annotations

from tests.surface.describing import FILE, surface

if __name__ == "__main__":
    FILE.write_text(surface(), encoding="utf-8")
