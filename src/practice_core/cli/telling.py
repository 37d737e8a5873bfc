"""How the story of `demo` is told: well set for people, or a JSON object a step."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from email.message import EmailMessage
from typing import Any, Protocol, TypeVar

import click

from ..domain.delivery import Accepted, Deferred, Rejected
from ..domain.errors import PracticeError, Refused, UnderMinimumAge
from ..domain.journal import JournalEntry
from ..domain.practice import Practice
from ..ports.mail import Line, Mailer
from .lines import put
from .wording import a_day

Refusal = TypeVar("Refusal", bound=Refused)


class NotAsTold(click.ClickException):
    """The story came out otherwise. Ends with 1."""

    def __init__(self, what: str) -> None:
        super().__init__(f"The story did not come out as told: {what}")


class Teller(Protocol):
    def chapter(self, title: str, at: datetime) -> None:
        """What comes next, and when."""

    def called(self, call: str, *outcome: str) -> None:
        """One call of the core, as a host would write it, and what it answered, in one line or several."""

    def refused(self, call: str, refusal: Refused) -> None:
        """One call that a rule refused."""

    def mailed(self, to: str, subject: str) -> None:
        """One notice that goes out."""

    def journal(self, entries: tuple[JournalEntry, ...], practice: Practice, /) -> None:
        """What is on record of a thing."""


class ToldMailer:
    """A mailer that remembers what went out, for the story to tell."""

    def __init__(self, mailer: Mailer) -> None:
        self._mailer = mailer
        self.sent: list[tuple[str, str]] = []
        """Addresses and subjects, the oldest first."""

    def reached(self, address: str, about: str) -> bool:
        """Whether something went there whose subject has that word."""
        return any(to == address and about in subject for to, subject in self.sent)

    @contextmanager
    def line(self) -> Iterator[_ToldLine]:
        with self._mailer.line() as line:
            yield _ToldLine(line, self.sent)


class _ToldLine:
    def __init__(self, line: Line, sent: list[tuple[str, str]]) -> None:
        self._line, self._sent = line, sent

    def send(self, message: EmailMessage) -> Accepted | Deferred | Rejected:
        outcome = self._line.send(message)
        if isinstance(outcome, Accepted):
            self._sent.append((message["To"].addresses[0].addr_spec, str(message["Subject"])))
        return outcome


def teller(*, as_json: bool) -> Teller:
    return InLines() if as_json else InPrint()


def must_be_refused(teller: Teller, call: str, by: type[Refusal], deed: Callable[[], object]) -> Refusal:
    """Do what is expected to be refused, and tell how it was. Raises `NotAsTold`."""
    try:
        deed()
    except by as refusal:
        teller.refused(call, refusal)
        return refusal
    except PracticeError as error:
        raise NotAsTold(f"{call} was to raise {by.code}, and raised {error.code}") from error
    raise NotAsTold(f"{call} was to raise {by.code}, and was done")


class InPrint:
    """On a terminal."""

    def __init__(self) -> None:
        from .printing import console

        self._out = console()
        self._chapters = 0

    def chapter(self, title: str, at: datetime) -> None:
        self._chapters += 1
        self._out.print()
        self._print(f"{self._chapters}  {title}", "bold", indent=1)
        self._print(f"{at:%A}, {a_day(at.date())}", "dim", indent=4)

    def called(self, call: str, *outcome: str) -> None:
        self._print(f"> {call}", "cyan", indent=4)
        for line in outcome:
            self._print(line, "green", indent=6)

    def refused(self, call: str, refusal: Refused) -> None:
        self._print(f"> {call}", "cyan", indent=4)
        self._print(f"refused: {refusal.code} ({refusal.rule})", "red", indent=6)
        self._print(str(refusal), indent=6)
        if isinstance(refusal, UnderMinimumAge):
            self._print(f"Possible from {a_day(refusal.eligible_on)}.", indent=6)

    def mailed(self, to: str, subject: str) -> None:
        self._print(f"mail to {to}: {subject}", "magenta", indent=6)

    def journal(self, entries: tuple[JournalEntry, ...], practice: Practice) -> None:
        from . import printing

        self._out.print()
        printing.journal(entries, practice)

    def _print(self, text: str, style: str = "", *, indent: int) -> None:
        from rich.padding import Padding
        from rich.text import Text

        self._out.print(Padding.indent(Text(text, style=style), indent))


class InLines:
    """For a program."""

    def chapter(self, title: str, at: datetime) -> None:
        self._put(chapter=title, at=at)

    def called(self, call: str, *outcome: str) -> None:
        self._put(call=call, outcome=outcome)

    def refused(self, call: str, refusal: Refused) -> None:
        self._put(call=call, refused=refusal.code, rule=refusal.rule)

    def mailed(self, to: str, subject: str) -> None:
        self._put(mail_to=to, subject=subject)

    def journal(self, entries: tuple[JournalEntry, ...], _: Practice) -> None:
        for entry in entries:
            self._put(journal=entry)

    def _put(self, **told: Any) -> None:
        put(told)
