"""What the two databases do differently, as the floor needs it."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import AbstractContextManager
from datetime import date, datetime
from typing import Any, Protocol


class Database(Protocol):
    """One connection. Parameters are written `?`."""

    def transaction(self) -> AbstractContextManager[object]:
        """Committed at the end of the block, undone where that raises."""

    def rows(self, sql: str, values: Sequence[Any], lock: str = "") -> list[Any]:
        """What a query finds; `lock` follows it where rows are locked one by one."""

    def write(self, sql: str, values: Sequence[Any]) -> int:
        """How many rows it wrote."""

    def write_each(self, sql: str, values: list[tuple[Any, ...]]) -> int:
        """How many rows were written, by the same statement for each."""

    def held(self, instant: datetime) -> Any:
        """An instant as the database holds it."""

    def moment(self, held: Any) -> datetime:
        """... and back."""

    def day(self, held: Any) -> date:
        """A date from how the database gives it."""

    def close(self) -> None: ...
