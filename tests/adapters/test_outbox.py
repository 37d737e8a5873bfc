"""The outbox that tests of hosts read."""

from __future__ import annotations

from email.message import EmailMessage

from practice_core.testing import Outbox
from practice_core.testing.messages import a_message


def outbox(*messages: EmailMessage) -> Outbox:
    filled = Outbox()
    with filled.line() as line:
        for message in messages:
            line.send(message)
    return filled


def test_a_letter_says_who_got_it_and_all_that_is_in_it() -> None:
    text = "Your page: https://host.example/p?a=1\nand http://other.example\n"
    (letter,) = outbox(a_message("n1", subject="Séance réservée", text=text)).letters
    assert ("ash@people.example", "Séance réservée", text) == (letter.to, letter.subject, letter.text)
    assert ("https://host.example/p?a=1", "http://other.example") == letter.links
    assert f"<p>{text}</p>\n" == letter.html
    (entry,) = letter.calendar
    assert "METHOD:REQUEST" in entry


def test_letters_are_found_by_address_the_oldest_first_until_they_are_forgotten() -> None:
    filled = outbox(
        a_message("n1", subject="One"),
        a_message("n2", subject="Two", email="sam@people.example"),
        a_message("n3", subject="Three"),
    )
    assert ["One", "Three"] == [letter.subject for letter in filled.to("ash@people.example")]
    assert () == filled.to("nobody@people.example")
    filled.clear()
    assert () == filled.letters


def test_A4_a_letter_shows_nobody_in_its_repr() -> None:
    shown = repr(outbox(a_message("n1", text="Dear Ash")).letters)
    assert "Session booked" in shown
    assert "Ash" not in shown
    assert "people.example" not in shown
