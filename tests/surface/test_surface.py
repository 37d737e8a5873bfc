"""Nothing public changes unnoticed (docs/compatibility.md)."""

from __future__ import annotations

import difflib

import pytest
from tests.surface.describing import FILE, surface

MEANT = "if that is meant, `make surface` writes it anew; say in CHANGELOG.md what changes for hosts"


def test_the_public_surface_is_the_committed_one() -> None:
    """Names, signatures, fields, errors, settings, ports, providers, commands and entry points."""
    committed, now = FILE.read_text(encoding="utf-8").splitlines(), surface().splitlines()
    if committed != now:
        changes = "\n".join(difflib.unified_diff(committed, now, "committed", "now", n=0, lineterm=""))
        pytest.fail(f"the public surface has changed:\n{changes}\n{MEANT}", pytrace=False)
