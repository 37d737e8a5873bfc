"""The area `notices`: delivering what was stored, and looking at it (N1 to N4)."""

from __future__ import annotations

import attrs

from ..domain import delivery
from ..domain.actor import Actor
from ..domain.authority import permit, standing_in_practice
from ..domain.checks import an_id
from ..domain.notice import Notice
from ..domain.occasion import Occasion
from ..domain.practice import Practice
from ..ports import questions
from ..ports.letters import Rendered
from .delivery import Delivery
from .desk import Command, Desk, kept_as
from .done import DueDone
from .work import UnitOfWork


@attrs.frozen
class Notices:
    _desk: Desk
    _delivery: Delivery

    def deliver(self, limit: int | None = None) -> DueDone:
        """Send what waits, in every practice. The host's own: no actor (A1).

        A mail server that is down delays notices and fails nothing: it is logged, and they wait.
        """
        return self._delivery.run(limit=limit)

    def all(self, actor: Actor, *, after: str = "") -> tuple[Notice, ...]:
        """The notices of the practice, by id, a page at a time: the next ones after that id. Staff only.

        An empty page is the end.
        """
        page = questions.NOTICES(after=after)
        with self._desk.reading("notices.all", actor, page) as (work, _):
            permit("notices.all", standing_in_practice(actor))
            return work.find(page)

    def undelivered(self, actor: Actor) -> tuple[Notice, ...]:
        """Those that were refused or given up, and those whose addressee had no address. Staff only."""
        found = questions.UNDELIVERED()
        with self._desk.reading("notices.undelivered", actor, found) as (work, _):
            permit("notices.undelivered", standing_in_practice(actor))
            return work.find(found)

    def get(self, actor: Actor, notice_id: str) -> Notice:
        """Raises `NotFound`. Staff only."""
        return self._seen("notices.get", actor, notice_id)

    def written(self, actor: Actor, notice_id: str) -> Rendered:
        """The letter as it would go out now, or as good as it went, without its token. Staff only."""
        notice = self._seen("notices.written", actor, notice_id)
        letters = self._delivery.letters
        with self._desk.reading("notices.written", actor, *letters.asks(notice)) as (work, practice):
            letter = letters.letter(work, practice, notice, delivered=False)
        return letters.renderer().render(letter)

    def retry(self, actor: Actor, notice_id: str, *, idempotency_key: str | None = None) -> Notice:
        """Put one that failed, or had nobody to go to, back to be tried anew. Staff only. Raises `NoticeNotFailed`."""

        def decide(work: UnitOfWork, _: Practice, occasion: Occasion) -> Notice:
            permit("notices.retry", standing_in_practice(actor))
            notice = work.get(Notice, notice_id)
            return work.record(delivery.put_back(notice, occasion))

        command = Command(
            operation="notices.retry", actor=actor, key=idempotency_key, arguments={"notice_id": notice_id}
        )
        one = questions.NOTICE(id=an_id("notice_id", notice_id))
        return self._desk.carry_out(command, (one,), decide, kept_as(Notice), at=self._desk.now())

    def _seen(self, operation: str, actor: Actor, notice_id: str) -> Notice:
        one = questions.NOTICE(id=an_id("notice_id", notice_id))
        with self._desk.reading(operation, actor, one) as (work, _):
            permit(operation, standing_in_practice(actor))
            return work.get(Notice, notice_id)
