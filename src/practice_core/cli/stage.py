"""Where the story of `demo` happens: a core with a clock, a gateway and a mailer that the story holds in its hand."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

import attrs

from ..adapters.clock import SettableClock
from ..adapters.memory.payments import MemoryPayments
from ..core import PracticeCore
from ..domain.actor import Actor
from ..domain.practice import Practice
from ..domain.views import SeenSession
from ..services.done import DueDone
from .telling import NotAsTold, Teller, ToldMailer
from .wording import a_time, done_in_words

OFFICE = Actor.staff("riverside", "front-desk")
EFUA = Actor.therapist("riverside", "efua")


@attrs.frozen(kw_only=True)
class Stage:
    core: PracticeCore
    clock: SettableClock
    payments: MemoryPayments
    mailer: ToldMailer
    teller: Teller

    @property
    def practice(self) -> Practice:
        return self.core.practices.get("riverside")

    def chapter(self, title: str) -> None:
        self.teller.chapter(title, self.clock.now())

    def at(self, instant: datetime) -> None:
        """No earlier than it is."""
        self.clock.set(max(instant, self.clock.now()))

    def due(self, expected: DueDone) -> None:
        """Due work, as a worker would call it every minute. Raises `NotAsTold`."""
        when = a_time(self.clock.now(), self.practice)
        self._done("run_due()", f"{when}: ", self.core.run_due, expected)

    def post(self, expected: int) -> None:
        """The mail of what was just done. Raises `NotAsTold`."""
        self._done("notices.deliver()", "", self.core.notices.deliver, DueDone(notices_delivered=expected))

    def _done(self, call: str, when: str, deed: Callable[[], DueDone], expected: DueDone) -> None:
        before, done = len(self.mailer.sent), deed()
        in_words = ", ".join(done_in_words(done)) or "nothing"
        # Whom nobody can reach is no part of the story.
        if attrs.evolve(done, notices_unreachable=0) != expected:
            raise NotAsTold(f"{call} did this: {in_words}")
        self.teller.called(call, f"{when}{in_words}")
        for to, subject in self.mailer.sent[before:]:
            self.teller.mailed(to, subject)

    def stands(self, session: SeenSession) -> None:
        """What became of a session, and of its money."""
        now = self.core.sessions.get(OFFICE, session.id)
        self.teller.called("sessions.get(office, ...)", f"{now.status}, {now.price}, {now.payment.replace('_', ' ')}")
