"""What the tests of the import share: a small practice file, and empty cores to import it into."""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy
from datetime import UTC, datetime
from pathlib import Path

import pytest
from tests.importing.documents import SMALL, Document

from practice_core import PracticeCore, connect
from practice_core.adapters.clock import SettableClock


@pytest.fixture
def document() -> Document:
    """A small practice file in which everything is right."""
    return deepcopy(SMALL)


@pytest.fixture
def clock() -> SettableClock:
    return SettableClock(datetime(2026, 3, 1, 7, 30, tzinfo=UTC))


@pytest.fixture(params=["memory", "sqlite"])
def core(request: pytest.FixtureRequest, tmp_path: Path, clock: SettableClock) -> Iterator[PracticeCore]:
    """An empty core on each store."""
    url = "memory://" if request.param == "memory" else f"sqlite:///{tmp_path}/practice.db"
    with connect(url, clock=clock) as built:
        yield built


@pytest.fixture
def memory(clock: SettableClock) -> Iterator[PracticeCore]:
    """An empty core in memory, where the store makes no difference."""
    with connect("memory://", clock=clock) as built:
        yield built
