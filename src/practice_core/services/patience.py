"""How long a run of due work puts up with somebody outside who does not answer."""

from __future__ import annotations

import attrs

# After so many outages in a row a gateway or mail server is left alone until the next run, whatever practice asks.
OUTAGES = 3


@attrs.define
class Patience:
    """One for each run, and each of those asked."""

    outages: int = 0

    @property
    def lost(self) -> bool:
        return self.outages >= OUTAGES

    def after(self, *, outage: bool) -> None:
        self.outages = self.outages + 1 if outage else 0
