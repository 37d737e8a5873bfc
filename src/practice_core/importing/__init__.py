"""Importing a practice from a file: all of it or nothing, with every refusal naming its place.

`reading` streams the file, `shape` says what each item looks like, `making` turns items into the domain's
values, `checking` knows what may refer to what. The file is read several times, so its sections may stand in any
order, and never held in memory as a whole.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import BinaryIO

from ..domain.errors import AlreadyExists, Conflict
from ..domain.practice import Practice
from ..ports import questions
from ..ports.store import Store
from .filling import Import
from .reading import practice_file

__all__ = ["load"]


def load(file: BinaryIO, *, store: Store, at: datetime, progress: Callable[[int], None] | None = None) -> Practice:
    """Import a practice in one transaction; `at` is what the journal says about when.

    `progress` is told now and then how many things have been written so far.
    Raises `Invalid` with the place in its `field`, `AlreadyExists` for a practice that is there, `Unavailable`.
    """
    with practice_file(file) as source:
        wanted = Import.begun(source, at)
        _must_be_new(wanted.practice, store)
        try:
            store.fill(wanted.batches(progress))
        except Conflict:
            # Every id was checked, so somebody else opened the practice meanwhile.
            _must_be_new(wanted.practice, store)
            raise
        return wanted.practice


def _must_be_new(practice: Practice, store: Store) -> None:
    with store.open() as access:
        (found,) = access.read(practice.id, [questions.PRACTICE(id=practice.id)])
    if found:
        raise AlreadyExists("practice", practice.id)
