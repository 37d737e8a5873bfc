"""Every gateway does the same: the conformance suite on each that we have."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

import pytest
from tests.gateways.fake import FakeStripe
from tests.values import NOW

from practice_core import DeclineReason, Money
from practice_core.adapters.clock import SettableClock
from practice_core.adapters.memory.payments import MemoryPayments
from practice_core.testing import PaymentsConformance, Till

HOUR = timedelta(hours=1)


class TestMemoryPayments(PaymentsConformance):
    @pytest.fixture
    def till(self) -> Till:
        clock = SettableClock(NOW)
        payments = MemoryPayments(clock.now)
        payments.declines("pm_poor", DeclineReason.INSUFFICIENT_FUNDS)
        payments.asks_for_authentication("pm_bank")

        def ledger() -> Sequence[Money]:
            return [
                one.amount if one.kind == "charge" else Money(-one.amount.minor_units, one.amount.currency)
                for one in payments.ledger
            ]

        return Till(
            payments=payments,
            now=clock.now,
            account=None,
            pays="pm_pays",
            declines="pm_poor",
            asks="pm_bank",
            ledger=ledger,
            authenticate=payments.authenticate,
            message=payments.message_about,
            stale=lambda attempt: payments.message_about(attempt, at=NOW - HOUR),
            message_of_card=payments.message_of_card,
            knows_cards=False,
        )


class TestStripePayments(PaymentsConformance):
    """Through the official SDK, at its own seam for HTTP clients."""

    @pytest.fixture
    def till(self) -> Till:
        return FakeStripe().till()
