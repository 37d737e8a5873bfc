"""A gateway in this process: for trying out and for tests."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from ...domain.checks import an_id
from ...domain.client import Card
from ...ports.payments import KeptCard


class MemoryPayments:
    """Keeps any reference as a good card expiring three years on, unless a card was scripted for it."""

    def __init__(self, now: Callable[[], datetime]) -> None:
        self._now = now
        self._scripted: dict[str, Card] = {}

    def script(self, card: Card) -> None:
        """From now on that is the card behind its reference."""
        self._scripted[card.reference] = card

    def card_link(self, practice_id: str, client_id: str, account: str | None) -> str:
        return f"memory://cards/{practice_id}/{client_id}"

    def keep_card(self, practice_id: str, client_id: str, account: str | None, reference: str) -> KeptCard:
        an_id("reference", reference, most=255)
        today = self._now()
        card = self._scripted.get(reference) or Card(
            reference=reference,
            brand="visa",
            last4="4242",
            exp_month=today.month,
            exp_year=today.year + 3,
        )
        return KeptCard(card=card, account=account or f"memory-{client_id}")
