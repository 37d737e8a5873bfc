"""Calendar entries by `icalendar` (RFC 5545), as mail programs take them (RFC 5546, 6047)."""

from __future__ import annotations

from datetime import timedelta

from icalendar import Calendar, Event, vCalAddress, vText

from ..domain.practice import zone
from ..ports.letters import Invitation

# How far around a session its zone is described: any clock change that a calendar may have to know of is in there.
AROUND = timedelta(days=400)


class ICalendar:
    def entry(self, invitation: Invitation) -> str:
        appointment = invitation.appointment
        local = zone(invitation.time_zone)
        event = Event()
        event.add("uid", appointment.uid)
        event.add("sequence", appointment.sequence)
        event.add("dtstamp", invitation.written_at)
        event.add("dtstart", appointment.starts_at.astimezone(local))
        event.add("dtend", appointment.ends_at.astimezone(local))
        event.add("summary", invitation.title)
        event.add("status", "CANCELLED" if appointment.cancelled else "CONFIRMED")
        event.add("organizer", _person(*invitation.organizer))
        attendee = _person(*invitation.attendee)
        attendee.params["PARTSTAT"] = vText("ACCEPTED")
        attendee.params["RSVP"] = vText("FALSE")
        event.add("attendee", attendee, encode=False)
        calendar = Calendar()
        calendar.add("prodid", "-//practice_core//notices//EN")
        calendar.add("version", "2.0")
        calendar.add("method", "CANCEL" if appointment.cancelled else "REQUEST")
        calendar.add_component(event)
        day = appointment.starts_at.date()
        calendar.add_missing_timezones(first_date=day - AROUND, last_date=day + AROUND)
        return str(calendar.to_ical().decode())


def _person(name: str, address: str) -> vCalAddress:
    person = vCalAddress(f"mailto:{address}")
    if name:
        person.params["CN"] = vText(name)
    return person
