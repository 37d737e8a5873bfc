"""What a practice needs of a payment gateway: so far, cards on file."""

from __future__ import annotations

from typing import Protocol

import attrs

from ..domain.client import Card


@attrs.frozen(kw_only=True)
class KeptCard:
    """A card the gateway keeps, and what it calls the client it belongs to: opaque, asked back next time."""

    card: Card
    account: str | None = attrs.field(repr=False)


class Payments(Protocol):
    def card_link(self, practice_id: str, client_id: str, account: str | None) -> str:
        """The address of the gateway's own page where the client enters a card. Made when asked for.

        Raises `Unavailable`.
        """

    def keep_card(self, practice_id: str, client_id: str, account: str | None, reference: str) -> KeptCard:
        """Keep the card of that reference for that client, and tell what a receipt would show of it.

        Raises `Invalid` for a reference the gateway does not know, `Unavailable` for an outage.
        """
