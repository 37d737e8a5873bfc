"""Delivering notices: claimed in batches, sent with nothing open, settled one by one (N1).

A claim gives whoever made it some minutes; whoever dies leaves notices that others take up again after that. What
was sent and not settled is sent again, under the same `Message-ID`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack

import attrs

from ..domain import delivery
from ..domain.actor import Actor
from ..domain.delivery import Deferred, NoAddress, Outcome
from ..domain.errors import Conflict, Unavailable
from ..domain.notice import Notice, NoticeState
from ..domain.occasion import Occasion
from ..domain.practice import Practice
from ..ports import questions
from ..ports.mail import Line, Mailer
from . import logs
from .desk import Command, Desk, without_key
from .done import DueDone
from .letters import Letters
from .patience import Patience
from .work import UnitOfWork


@attrs.frozen
class Delivery:
    _desk: Desk
    _mailer: Mailer
    letters: Letters

    def run(self, *, limit: int | None = None, stop: Callable[[], bool] = lambda: False) -> DueDone:
        """Deliver what waits, at most `limit` of it, what waits longest first; where `stop` says so, end after the
        one in hand. A mail server that is down leaves everything waiting."""
        done, rest, patience = DueDone(), limit, Patience()
        with ExitStack() as opened:
            line: Line | None = None
            for practice_id in self._practices():
                while not (stop() or patience.lost or rest == 0):
                    if line is None and (line := self._line(opened)) is None:
                        return done
                    claimed = self._claim(practice_id, rest)
                    done += self._send(line, claimed, stop, patience)
                    rest = None if rest is None else rest - len(claimed)
                    if len(claimed) < questions.BATCH:
                        break
        return done

    def _line(self, opened: ExitStack) -> Line | None:
        """Opened before anything is claimed, so that a server that is down costs no notice a try."""
        try:
            return opened.enter_context(self._mailer.line())
        except Unavailable as outage:
            logs.mail_unavailable(why=outage)
            return None

    def _practices(self) -> Iterator[str]:
        return self._desk.practices_having("notices.deliver", [questions.NOTICES_DUE(at=self._desk.now())])

    def _claim(self, practice_id: str, rest: int | None) -> tuple[Notice, ...]:
        at = self._desk.now()
        due = questions.NOTICES_DUE(at=at)

        def decide(work: UnitOfWork, _: Practice, occasion: Occasion) -> tuple[Notice, ...]:
            return tuple(work.record(delivery.claim(notice, occasion)) for notice in work.find(due)[:rest])

        command = _command(practice_id)
        return self._desk.carry_out(command, (due,), decide, without_key(tuple), at=at)

    def _send(self, line: Line, claimed: tuple[Notice, ...], stop: Callable[[], bool], patience: Patience) -> DueDone:
        """What was done of a batch. What is left of it waits until its claim is over."""
        done = DueDone()
        for notice in claimed:
            if stop() or patience.lost:
                break
            try:
                done += _counted(self._settle(notice, self._tried(line, notice, patience)))
            except Conflict:
                logs.notice_contended(practice_id=notice.practice_id, notice_id=notice.id)
        return done

    def _tried(self, line: Line, notice: Notice, patience: Patience) -> Outcome:
        """Whatever goes wrong with one notice is kept to it: a template that is wrong, an address that is none.

        Raises `Unavailable` for the database only.
        """
        try:
            actor = Actor.system(notice.practice_id)
            with self._desk.reading("notices.deliver", actor, *self.letters.asks(notice)) as (work, practice):
                letter = self.letters.letter(work, practice, notice)
            if letter.to_email is None:
                return NoAddress()
            answer = line.send(self.letters.message(letter, notice.practice_id))
        except Unavailable as outage:
            if outage.which == "database":
                raise
            logs.notice_put_off(practice_id=notice.practice_id, notice_id=notice.id, why=outage)
            patience.after(outage=True)
            return Deferred("no answer")
        except Exception as error:  # noqa: BLE001 - one bad item must not stop the others
            logs.notice_failed(practice_id=notice.practice_id, notice_id=notice.id, error=error)
            return Deferred(f"not sent: {type(error).__name__}")
        patience.after(outage=False)
        return answer

    def _settle(self, notice: Notice, outcome: Outcome) -> Notice:
        one = questions.NOTICE(id=notice.id)

        def decide(work: UnitOfWork, practice: Practice, occasion: Occasion) -> Notice:
            return work.record(delivery.settle(work.get(Notice, notice.id), outcome, practice.policy, occasion))

        command = _command(notice.practice_id)
        return self._desk.carry_out(command, (one,), decide, without_key(Notice), at=self._desk.now())


def _command(practice_id: str) -> Command:
    return Command(operation="notices.deliver", actor=Actor.system(practice_id), key=None, arguments={})


def _counted(notice: Notice) -> DueDone:
    match notice.state:
        case NoticeState.DELIVERED:
            return DueDone(notices_delivered=1)
        case NoticeState.FAILED:
            return DueDone(notices_failed=1)
        case NoticeState.UNREACHABLE:
            return DueDone(notices_unreachable=1)
        case NoticeState.WAITING:  # pragma: no branch - mypy proves there is no other
            return DueDone(notices_put_off=1)
