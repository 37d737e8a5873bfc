"""What puts letters into words, and appointments into a calendar's."""

from __future__ import annotations

from datetime import datetime
from typing import Protocol

import attrs

from ..domain.letter import Appointment, Letter


@attrs.frozen(kw_only=True)
class Rendered:
    """A letter in words, in its language. `appointment` is what a calendar is to call the session."""

    subject: str = attrs.field(repr=False)
    text: str = attrs.field(repr=False)
    html: str = attrs.field(repr=False)
    appointment: str = attrs.field(repr=False)


@attrs.frozen(kw_only=True)
class Invitation:
    """An appointment on its way to somebody's calendar. `organizer` and `attendee` are names and addresses."""

    appointment: Appointment
    title: str = attrs.field(repr=False)
    time_zone: str
    written_at: datetime
    organizer: tuple[str, str] = attrs.field(repr=False)
    attendee: tuple[str, str] = attrs.field(repr=False)


class Renderer(Protocol):
    """Thread-safe."""

    def render(self, letter: Letter) -> Rendered:
        """Raises whatever a template that is wrong raises; such a notice is tried again later."""


class Calendar(Protocol):
    """Thread-safe."""

    def entry(self, invitation: Invitation) -> str:
        """An iCalendar object (RFC 5545, 5546) that adds, updates or removes one entry (N3)."""
