"""What authors of adapters run against theirs: one conformance suite a port, under pytest.

Needs the extra ``practice-core[testing]``: pytest and hypothesis.
"""

from __future__ import annotations

import pytest

# So that a failing case shows what it compared; before the modules are imported.
pytest.register_assert_rewrite(*(f"practice_core.testing.{port}" for port in ("store", "payments", "mail")))

from .mail import Box, MailerConformance  # noqa: E402
from .payments import PaymentsConformance, Till  # noqa: E402
from .store import StoreConformance  # noqa: E402

__all__ = ["Box", "MailerConformance", "PaymentsConformance", "StoreConformance", "Till"]
