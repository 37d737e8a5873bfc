"""The gateway of those who write their own: it says yes at once."""

from __future__ import annotations


class AtOnce:
    """Nothing is kept: no key comes twice."""

    def pay(self, key: str, amount: int, currency: str, card: str, account: str, description: str) -> str:
        return f"payment-{key}"
