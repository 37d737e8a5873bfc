"""The machine's clock, and one that is set by hand."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta


class SystemClock:
    """The time of this machine, in UTC."""

    def now(self) -> datetime:
        return datetime.now(UTC)


class SettableClock:
    """Stands still until it is set or moved: for demonstrations, tests, and questions about another moment."""

    def __init__(self, at: datetime) -> None:
        self._at = at

    def now(self) -> datetime:
        return self._at

    def set(self, at: datetime) -> None:
        self._at = at

    def forward(self, by: timedelta) -> None:
        self._at += by
