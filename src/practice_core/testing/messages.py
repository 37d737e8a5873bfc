"""Messages as the core sends them, for tests of mailers."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from email.message import EmailMessage

from ..adapters.calendar import ICalendar
from ..domain.authority import Standing
from ..domain.letter import Appointment, Letter, uid
from ..domain.notice import NoticeKind
from ..ports.letters import Rendered
from ..services.envelope import message_of

NOON = datetime(2026, 6, 1, 12, tzinfo=UTC)


def a_message(
    notice_id: str,
    *,
    to: str = "Ash Example",
    email: str = "ash@people.example",
    subject: str = "Session booked",
    text: str = "A session has been booked.\n",
) -> EmailMessage:
    """A notice of a booking, with a calendar entry."""
    appointment = Appointment(
        uid=uid("practice", "s1"),
        sequence=0,
        starts_at=NOON + timedelta(days=3),
        ends_at=NOON + timedelta(days=3, minutes=50),
        cancelled=False,
    )
    letter = Letter(
        id=notice_id,
        kind=NoticeKind.SESSION_BOOKED,
        language="en-GB",
        reader=Standing.ATTENDEE,
        practice_name="Elm Street",
        time_zone="Europe/London",
        written_at=NOON,
        to_name=to,
        to_email=email,
        greeting_name=to,
        therapist_name="Theo Example",
        appointments=(appointment,),
    )
    rendered = Rendered(subject=subject, text=text, html=f"<p>{text}</p>\n", appointment="Session, Elm Street")
    return message_of(letter, "practice", rendered, ICalendar(), "elm@practice.example")
