"""What authors of adapters run against theirs, one conformance suite a port; and what hosts test themselves with.

Needs the extra ``practice-core[testing]``: pytest and hypothesis. `practice_core.testing.plugin` is a pytest plugin
with fixtures for tests of hosts.
"""

from __future__ import annotations

from importlib.util import find_spec

if missing := [name for name in ("hypothesis", "pytest") if find_spec(name) is None]:
    raise ModuleNotFoundError(f"no {' and no '.join(missing)}: pip install 'practice-core[testing]'", name=missing[0])

import pytest

# So that a failing case shows what it compared; before the modules are imported.
pytest.register_assert_rewrite(*(f"practice_core.testing.{port}" for port in ("store", "payments", "mail")))

from ..adapters.clock import SettableClock  # noqa: E402
from ..adapters.memory.payments import MemoryPayments  # noqa: E402
from .mail import Box, MailerConformance  # noqa: E402
from .messages import a_message  # noqa: E402
from .outbox import Delivered, Outbox  # noqa: E402
from .payments import PaymentsConformance, Till  # noqa: E402
from .store import StoreConformance  # noqa: E402

__all__ = [
    "Box",
    "Delivered",
    "MailerConformance",
    "MemoryPayments",
    "Outbox",
    "PaymentsConformance",
    "SettableClock",
    "StoreConformance",
    "Till",
    "a_message",
]
