"""Which state of a thing may follow which, and by what."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import TypeVar

import attrs

S = TypeVar("S", bound=StrEnum)


@attrs.frozen
class Moves:
    """Every move there is between the states of one kind of thing, each with what makes it and its rule.

    A thing begins in the first of its states. Wherever its state changes, the domain asks `to`; and the documentation
    draws this table. So what is drawn is what happens.
    """

    table: Mapping[tuple[StrEnum, StrEnum], str]

    def to(self, state: S, *, was: S) -> S:
        """That state. A move that the table does not have is a mistake of the core's own: raises `RuntimeError`."""
        if (was, state) not in self.table:
            raise RuntimeError(f"{type(state).__name__}: nothing leads from {was} to {state}")
        return state
