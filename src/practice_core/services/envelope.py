"""A letter as a mail message: who it is from and to, and what a mail program is to make of it (N1, N3)."""

from __future__ import annotations

import hashlib
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime

from ..domain.letter import Appointment, Letter
from ..ports.letters import Calendar, Invitation, Rendered

# Seven bits get through every server, whatever it offers.
POLICY = SMTP.clone(cte_type="7bit")


def message_of(letter: Letter, practice_id: str, rendered: Rendered, calendar: Calendar, sender: str) -> EmailMessage:
    """The message: the same however often it is tried (N1). Raises `ValueError` for an address that is none."""
    message = EmailMessage(policy=POLICY)
    message["From"] = _address(letter.practice_name, sender)
    message["To"] = _address(letter.to_name, letter.to_email or "")
    message["Subject"] = rendered.subject
    message["Date"] = format_datetime(letter.written_at)
    message["Message-ID"] = message_id(practice_id, letter.id, sender)
    # Nobody wrote this, and no holiday reply is wanted (RFC 3834).
    message["Auto-Submitted"] = "auto-generated"
    message.set_content(rendered.text)
    message.add_alternative(rendered.html, subtype="html")
    for place, appointment in enumerate(letter.appointments):
        entry = calendar.entry(_invitation(letter, rendered, appointment, sender))
        method = "CANCEL" if appointment.cancelled else "REQUEST"
        if place == 0:
            # Where mail programs look for it (RFC 6047).
            message.add_alternative(entry, subtype="calendar", params={"method": method})
        else:
            name = f"session-{place + 1}.ics"
            message.add_attachment(entry, subtype="calendar", params={"method": method}, filename=name)
    return message


def message_id(practice_id: str, notice_id: str, sender: str) -> str:
    """The same for every try of a notice, and for no other (N1)."""
    name = hashlib.sha256(f"{practice_id}/{notice_id}".encode()).hexdigest()[:40]
    return f"<{name}@{sender.rpartition('@')[2]}>"


def _invitation(letter: Letter, rendered: Rendered, appointment: Appointment, sender: str) -> Invitation:
    return Invitation(
        appointment=appointment,
        title=rendered.appointment,
        time_zone=letter.time_zone,
        written_at=letter.written_at,
        organizer=(letter.practice_name, sender),
        attendee=(letter.to_name, letter.to_email or ""),
    )


def _address(name: str, email: str) -> Address:
    """The domain as mail servers know it; what stands before the @ as it is. A name cannot bring a header with it:
    line breaks are refused when it is set, and were refused when it was registered."""
    local, _, domain = email.strip().rpartition("@")
    return Address(display_name=name, username=local, domain=domain.encode("idna").decode("ascii"))
