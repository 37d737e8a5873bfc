"""Birthdays: telling each therapist once when one at the minimum payer age is near (M11). Due work."""

from __future__ import annotations

from collections.abc import Callable

import attrs

from ..domain import reviews
from ..domain.actor import Actor
from ..domain.errors import Conflict
from ..domain.occasion import Occasion
from ..domain.practice import Practice
from ..ports import questions
from . import logs
from .desk import Command, Desk, without_key
from .done import DueDone
from .work import UnitOfWork


@attrs.frozen
class Birthdays:
    """Claimed in batches like other due work; what a claim decides is all there is to do, and written with it."""

    _desk: Desk

    def run(self, *, stop: Callable[[], bool] = lambda: False) -> DueDone:
        """Tell of every birthday that is near, or past, and was not told; where `stop` says so, end after a batch."""
        done = DueDone()
        for practice_id in self._desk.practices_having("run_due", [questions.SOMEBODY_GROWS_UP()]):
            if stop():
                break
            if self._any(practice_id):
                done += self._work_off(practice_id, stop)
        return done

    def _any(self, practice_id: str) -> bool:
        """Whether there is anything to claim: a practice may have children for years before there is."""
        at = self._desk.now()
        with self._desk.reading("run_due", Actor.system(practice_id)) as (work, practice):
            return bool(work.find(questions.near(questions.A_BIRTHDAY_TO_TELL, practice, at)))

    def _work_off(self, practice_id: str, stop: Callable[[], bool]) -> DueDone:
        told, batch = 0, questions.BATCH
        while batch == questions.BATCH and not stop():
            try:
                batch = self._tell(practice_id)
            except Conflict:
                logs.birthdays_contended(practice_id=practice_id)
                return DueDone(birthdays_told=told, failed=1)
            told += batch
        return DueDone(birthdays_told=told)

    def _tell(self, practice_id: str) -> int:
        at = self._desk.now()

        def decide(work: UnitOfWork, practice: Practice, occasion: Occasion) -> int:
            claimed = work.find(questions.near(questions.BIRTHDAYS_TO_TELL, practice, at))
            for relationship in claimed:
                work.record(reviews.tell(practice, relationship, occasion))
            return len(claimed)

        command = Command(operation="run_due", actor=Actor.system(practice_id), key=None, arguments={})
        return self._desk.carry_out(command, (), decide, without_key(int), at=at)
