"""Days, instants and yes or no, as people read them."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from ..domain.practice import Practice, zone


def a_day(day: date) -> str:
    """Such as ``9 January 2027``."""
    return f"{day.day} {day:%B %Y}"


def a_time(at: datetime, practice: Practice) -> str:
    """Such as ``9 Jan 2027 14:30``, in the practice's time zone (N2)."""
    local = at.astimezone(zone(practice.time_zone))
    return f"{local.day} {local:%b %Y %H:%M}"


def a_length(length: timedelta) -> str:
    return f"{length.total_seconds() / 60:g} min"


def yes_or_no(flag: bool) -> str:
    return "yes" if flag else "no"


def counted(number: int, one: str) -> str:
    """Such as ``1 session``, ``2 sessions``."""
    return f"{number:,} {one}" if number == 1 else f"{number:,} {one}s"
