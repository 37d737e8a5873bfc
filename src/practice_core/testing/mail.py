"""What a mailer has to be like: run `MailerConformance` against yours.

Subclass it in your tests and give a fixture `box`: your adapter, and what arrived at the other end.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from email.message import EmailMessage

import attrs

from ..domain.delivery import Accepted
from ..ports.mail import Mailer
from .messages import a_message

SEVERAL = 5


@attrs.frozen(kw_only=True)
class Box:
    """A mailer under test. `arrived` tells the messages at the other end, in the order they came if there is one.

    `replaced`: headers in whose place the vendor puts its own, and under which name ours arrive all the same.
    """

    mailer: Mailer
    arrived: Callable[[], Sequence[EmailMessage]]
    in_order: bool = True
    replaced: Mapping[str, str] = attrs.field(factory=dict)

    def ids(self) -> list[str]:
        """The `Message-ID` of everything that arrived."""
        return [self.header(message, "Message-ID") for message in self.arrived()]

    def header(self, arrived: EmailMessage, name: str) -> str:
        """What we said under that name."""
        return str(arrived[self.replaced.get(name, name)])


class MailerConformance:
    """Give a fixture `box`."""

    def test_a_line_that_is_opened_sends_nothing_by_itself(self, box: Box) -> None:
        with box.mailer.line():
            pass
        assert [] == list(box.arrived())

    def test_several_messages_go_over_one_line_and_arrive_once_each(self, box: Box) -> None:
        sent = [a_message(f"notice-{number}") for number in range(SEVERAL)]
        with box.mailer.line() as line:
            assert [Accepted()] * SEVERAL == [line.send(message) for message in sent]
        arrived = box.ids()
        expected = [message["Message-ID"] for message in sent]
        assert expected == (arrived if box.in_order else sorted(arrived, key=expected.index))

    def test_N1_what_arrives_says_what_was_sent(self, box: Box) -> None:
        sent = a_message("notice-1", to="Zoë O'Brien", subject="Séance réservée : 60,00 €")
        with box.mailer.line() as line:
            line.send(sent)
        (arrived,) = box.arrived()
        for header in ("From", "To", "Subject", "Date", "Message-ID", "Auto-Submitted"):
            assert sent[header] == box.header(arrived, header)
        assert _said(sent) == _said(arrived)

    def test_N3_a_calendar_entry_arrives_with_its_method(self, box: Box) -> None:
        with box.mailer.line() as line:
            line.send(a_message("notice-1"))
        (arrived,) = box.arrived()
        (entry,) = [part for part in arrived.walk() if part.get_content_type() == "text/calendar"]
        assert entry.get_param("method") == "REQUEST"
        assert "METHOD:REQUEST" in entry.get_content()

    def test_N1_a_message_that_is_sent_again_is_the_same_message(self, box: Box) -> None:
        sent = a_message("notice-1")
        for _ in range(2):
            with box.mailer.line() as line:
                line.send(sent)
        assert {sent["Message-ID"]} == set(box.ids())

    def test_a_long_line_and_a_line_that_is_a_dot_arrive_as_they_are(self, box: Box) -> None:
        sent = a_message("notice-1", text="a line of\n.\nand " + "a long one, " * 200 + "\n.. end\n")
        with box.mailer.line() as line:
            line.send(sent)
        (arrived,) = box.arrived()
        assert _said(sent) == _said(arrived)

    def test_threads_each_have_a_line_of_their_own(self, box: Box) -> None:
        def one(number: int) -> object:
            with box.mailer.line() as line:
                return line.send(a_message(f"notice-{number}"))

        with ThreadPoolExecutor(SEVERAL) as threads:
            assert [Accepted()] * SEVERAL == list(threads.map(one, range(SEVERAL)))
        expected = {a_message(f"notice-{number}")["Message-ID"] for number in range(SEVERAL)}
        assert expected == set(box.ids())


def _said(message: EmailMessage) -> list[tuple[str, str]]:
    """What each part says, however it was wrapped on its way."""
    return [
        (part.get_content_type(), part.get_content().replace("\r\n", "\n"))
        for part in message.walk()
        if not part.is_multipart()
    ]
