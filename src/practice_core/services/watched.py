"""A gateway and a mailer that are looked on at: each call a part of the use case that makes it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from email.message import EmailMessage

import attrs

from ..domain.attempt import Attempt, Declined, Outcome
from ..domain.delivery import Accepted, Deferred, Rejected
from ..ports.mail import Line, Mailer
from ..ports.payments import KeptCard, Message, Payments
from ..ports.telemetry import Facts, Kind, Telemetry
from .watching import UnderWay, watching


@attrs.frozen
class WatchedPayments:
    _payments: Payments
    _telemetry: Telemetry

    def card_link(self, practice_id: str, client_id: str, account: str | None) -> str:
        with self._call("card_link", {"practice_id": practice_id, "client_id": client_id}):
            return self._payments.card_link(practice_id, client_id, account)

    def keep_card(self, practice_id: str, client_id: str, account: str | None, reference: str) -> KeptCard:
        with self._call("keep_card", {"practice_id": practice_id, "client_id": client_id}):
            return self._payments.keep_card(practice_id, client_id, account, reference)

    def charge(self, attempt: Attempt) -> Outcome:
        return self._about("charge", self._payments.charge, attempt)

    def refund(self, attempt: Attempt) -> Outcome:
        return self._about("refund", self._payments.refund, attempt)

    def ask(self, attempt: Attempt) -> Outcome:
        return self._about("ask", self._payments.ask, attempt)

    def cancel(self, attempt: Attempt) -> Outcome:
        return self._about("cancel", self._payments.cancel, attempt)

    def authentication_link(self, attempt: Attempt) -> str:
        with self._call("authentication_link", _of_attempt(attempt)):
            return self._payments.authentication_link(attempt)

    def forget(self, practice_id: str, client_id: str, account: str | None) -> None:
        with self._call("forget", {"practice_id": practice_id, "client_id": client_id}):
            self._payments.forget(practice_id, client_id, account)

    def read(self, payload: bytes, signature: str) -> Message | None:
        # Asks nobody.
        return self._payments.read(payload, signature)

    def _about(self, name: str, call: Callable[[Attempt], Outcome], attempt: Attempt) -> Outcome:
        with self._call(name, _of_attempt(attempt)) as one:
            outcome = call(attempt)
            one.outcome = _word(outcome)
            if isinstance(outcome, Declined):
                one.watch.tell({"reason": str(outcome.reason)})
            return outcome

    @contextmanager
    def _call(self, name: str, facts: Facts) -> Iterator[UnderWay]:
        with watching(self._telemetry, Kind.GATEWAY, f"gateway.{name}", facts) as one:
            yield one


@attrs.frozen
class WatchedMailer:
    _mailer: Mailer
    _telemetry: Telemetry

    @contextmanager
    def line(self) -> Iterator[Line]:
        with ExitStack() as opened:
            with watching(self._telemetry, Kind.MAIL, "mail.connect", {}):
                line = opened.enter_context(self._mailer.line())
            yield _WatchedLine(line, self._telemetry)


@attrs.frozen
class _WatchedLine:
    _line: Line
    _telemetry: Telemetry

    def send(self, message: EmailMessage) -> Accepted | Deferred | Rejected:
        # The same as in the mail server's log; no address can be told from it.
        with watching(self._telemetry, Kind.MAIL, "mail.send", {"message_id": str(message["Message-ID"])}) as one:
            answer = self._line.send(message)
            one.outcome = _word(answer)
            if not isinstance(answer, Accepted):
                one.watch.tell({"reason": answer.reason})
            return answer


def _of_attempt(attempt: Attempt) -> Facts:
    return {"practice_id": attempt.practice_id, "session_id": attempt.session_id, "attempt_id": attempt.id}


def _word(answer: object) -> str:
    """The name of an answer as errors have codes: ``authentication_needed``."""
    return re.sub(r"(?<!^)(?=[A-Z])", "_", type(answer).__name__).lower()
