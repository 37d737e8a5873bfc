"""The store that the documentation writes, as it stands there, is a store."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from practice_core.ports.store import Store
from practice_core.testing import StoreConformance

PAGE = Path(__file__).parents[2] / "docs" / "writing-a-store.md"


@pytest.fixture(scope="module")
def written() -> dict[str, Any]:
    """What the page's examples define."""
    names: dict[str, Any] = {}
    for block in re.findall(r"```python\n(.*?)```", PAGE.read_text(), re.DOTALL):
        exec(block, names)  # noqa: S102 - ours
    return names


class TestDocumentedStore(StoreConformance):
    @pytest.fixture
    def store(self, written: dict[str, Any]) -> Iterator[Store]:
        store: Store = written["OrderlyStore"]()
        yield store
        store.close()
