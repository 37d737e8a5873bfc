"""What a run of due work did."""

from __future__ import annotations

from collections.abc import Iterable
from operator import attrgetter

import attrs


@attrs.frozen(kw_only=True)
class DueDone:
    """How much was done. `unknown` attempts have no outcome yet; `failed` items were put off after an error.

    Notices that are put off are tried again by themselves; failed and unreachable ones wait for somebody to look.
    """

    charged: int = 0
    declined: int = 0
    authentication_needed: int = 0
    charges_cancelled: int = 0
    refunded: int = 0
    refunds_declined: int = 0
    sessions_cancelled: int = 0
    requests_expired: int = 0
    birthdays_told: int = 0
    clients_forgotten: int = 0
    keys_forgotten: int = 0
    notices_delivered: int = 0
    notices_put_off: int = 0
    notices_failed: int = 0
    notices_unreachable: int = 0
    unknown: int = 0
    failed: int = 0

    def __add__(self, other: DueDone) -> DueDone:
        return total((self, other))

    @property
    def anything(self) -> bool:
        return self != DueDone()


def total(parts: Iterable[DueDone]) -> DueDone:
    """All of it together; of nothing, nothing."""
    sums = map(sum, zip(*map(_COUNTS, parts), strict=True))
    # Of no parts there are no sums, and every count is its default.
    return DueDone(**dict(zip(_NAMES, sums, strict=False)))


_NAMES = tuple(attrs.fields_dict(DueDone))
_COUNTS = attrgetter(*_NAMES)
