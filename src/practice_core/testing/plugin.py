"""A pytest plugin for tests of hosts: a core in memory, a clock to set, an outbox to read, a gateway to script.

It is not loaded by itself. A host's topmost `conftest.py` says::

    pytest_plugins = ["practice_core.testing.plugin"]

Any fixture can be overridden there, as with pytest's own.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest

from ..adapters.clock import SettableClock
from ..adapters.memory.payments import MemoryPayments
from ..core import PracticeCore, connect
from ..domain.practice import Practice
from ..settings import Settings
from .outbox import Outbox

# A Monday, so that what a test says of weeks and of summer time is the same on every day it runs.
START = datetime(2026, 6, 1, 12, tzinfo=UTC)


@pytest.fixture
def practice_core_settings() -> Settings:
    """Everything in memory. A host overrides it with its own, for `links` and `secret`."""
    return Settings(database="memory://")


@pytest.fixture
def practice_core_clock() -> SettableClock:
    """Noon in UTC on Monday, 1 June 2026, until it is `set` or moved `forward`."""
    return SettableClock(START)


@pytest.fixture
def practice_core_outbox() -> Outbox:
    """What was delivered: `letters`, or those `to` somebody."""
    return Outbox()


@pytest.fixture
def practice_core_gateway(practice_core_clock: SettableClock) -> MemoryPayments:
    """Says yes to everything, unless scripted otherwise."""
    return MemoryPayments(practice_core_clock.now)


@pytest.fixture
def practice_core_memory(
    practice_core_settings: Settings,
    practice_core_clock: SettableClock,
    practice_core_gateway: MemoryPayments,
    practice_core_outbox: Outbox,
) -> Iterator[PracticeCore]:
    """A core of this test's own, over the other fixtures; closed afterwards."""
    with connect(
        practice_core_settings,
        clock=practice_core_clock,
        payments=practice_core_gateway,
        mailer=practice_core_outbox,
    ) as core:
        yield core


@pytest.fixture
def practice_core_practice(practice_core_memory: PracticeCore) -> Practice:
    """A practice with nobody in it: Riverside, in London, charging in pounds."""
    return practice_core_memory.practices.open(
        id="riverside", name="Riverside", time_zone="Europe/London", currency="GBP"
    )
