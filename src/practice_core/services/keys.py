"""Removing idempotency keys whose time is over (D1), and with them what was fingerprinted of anybody (D3). Due work."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

import attrs

from ..domain.errors import Conflict
from ..ports import questions
from . import logs
from .desk import KEYS_KEPT_FOR, Desk
from .done import DueDone

KEYS_AT_ONCE = 500


@attrs.frozen
class Keys:
    """Nobody looks at a key whose time is over: it can go at any time, by anybody, and be used anew meanwhile."""

    _desk: Desk

    def run(self, *, stop: Callable[[], bool] = lambda: False) -> DueDone:
        """Remove all that were used so long ago; where `stop` says so, end after a batch."""
        done, until = DueDone(), self._desk.now() - KEYS_KEPT_FOR
        for practice_id in self._desk.practices_having("run_due", [questions.KEYS_OVER(until=until)]):
            if stop():
                break
            done += self._work_off(practice_id, until, stop)
        return done

    def _work_off(self, practice_id: str, until: datetime, stop: Callable[[], bool]) -> DueDone:
        gone, batch = 0, KEYS_AT_ONCE
        while batch == KEYS_AT_ONCE and not stop():
            try:
                batch = self._desk.store.forget_keys(practice_id, until=until, limit=KEYS_AT_ONCE)
            except Conflict:
                logs.keys_contended(practice_id=practice_id)
                return DueDone(keys_forgotten=gone, failed=1)
            gone += batch
        return DueDone(keys_forgotten=gone)
