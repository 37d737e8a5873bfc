"""Ids for what the host gives none."""

from __future__ import annotations

from typing import Protocol


class Ids(Protocol):
    def new(self) -> str:
        """An id never answered before, of at most 64 characters; later ones sort later."""
