"""Whoever operates the core, looking on while it works."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from enum import StrEnum
from typing import Protocol

Fact = str | int
"""An id, a code, a count, yes or no; never personal data (A4)."""
Facts = Mapping[str, Fact]


class Kind(StrEnum):
    """What is looked on at. All but steps are counted."""

    USE_CASE = "use_case"
    """What a host called."""
    STEP = "step"
    """A part of it that commits for itself: one session of many, one batch of due work."""
    GATEWAY = "gateway"
    MAIL = "mail"


class Watch(Protocol):
    """One piece of work under way."""

    def tell(self, facts: Facts) -> None:
        """More about it; of the same name the last counts."""

    def end(self, outcome: str, *, failed: bool) -> None:
        """How it ended: ``"done"``, what a gateway or mail server answered, or an error's code. Told once.

        `failed` is what somebody may have to look at: an outage, a lost race, an error that nobody foresaw. What a
        rule refuses is an answer like any other.
        """


class Telemetry(Protocol):
    """Thread-safe. Raises nothing of its own, and looks into nothing that the work raises (A4)."""

    def watch(self, kind: Kind, name: str, facts: Facts) -> AbstractContextManager[Watch]:
        """Until the block is left; what the same thread has watched in there is a part of it.

        Names are stable: an area and its method, ``migrations.confirm``.
        """


class Silence:
    """Nobody looks on. The container then wraps nothing, so that it costs nothing."""

    @contextmanager
    def watch(self, kind: Kind, name: str, facts: Facts) -> Iterator[Watch]:  # noqa: ARG002
        yield _Unheard()


class _Unheard:
    def tell(self, facts: Facts) -> None: ...

    def end(self, outcome: str, *, failed: bool) -> None: ...


SILENCE = Silence()
