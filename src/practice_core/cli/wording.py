"""Days, instants and yes or no, as people read them."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from ..domain.practice import Practice, zone
from ..services.done import DueDone


def a_day(day: date) -> str:
    """Such as ``9 January 2027``."""
    return f"{day.day} {day:%B %Y}"


def a_time(at: datetime, practice: Practice) -> str:
    """Such as ``9 Jan 2027 14:30``, in the practice's time zone (N2)."""
    local = at.astimezone(zone(practice.time_zone))
    return f"{local.day} {local:%b %Y %H:%M}"


def a_length(length: timedelta) -> str:
    return f"{length.total_seconds() / 60:g} min"


def plain(text: str) -> str:
    """Without what a terminal would act upon."""
    return "".join(one if one.isprintable() else "?" for one in text)


def yes_or_no(flag: bool) -> str:
    return "yes" if flag else "no"


def counted(number: int, one: str, several: str | None = None) -> str:
    """Such as ``1 session``, ``2 sessions``."""
    return f"{number:,} {one}" if number == 1 else f"{number:,} {several or one + 's'}"


def done_in_words(done: DueDone) -> list[str]:
    """What due work did, such as ``2 charges paid``; what it did not do is left out."""
    said = {
        "charge paid": done.charged,
        "charge declined": done.declined,
        "charge waiting for the payer's bank": done.authentication_needed,
        "charge called off": done.charges_cancelled,
        "refund made": done.refunded,
        "refund declined": done.refunds_declined,
        "session cancelled unpaid": done.sessions_cancelled,
        "request expired": done.requests_expired,
        "birthday told": done.birthdays_told,
        "client forgotten by the gateway": done.clients_forgotten,
        "key forgotten after 30 days": done.keys_forgotten,
        "notice delivered": done.notices_delivered,
        "notice put off": done.notices_put_off,
        "notice given up": done.notices_failed,
        "notice with nowhere to go": done.notices_unreachable,
        "attempt without an answer yet": done.unknown,
        "item put off": done.failed,
    }
    return [
        f"{counted(number, noun)}{rest}" for words, number in said.items() if number for noun, rest in [_split(words)]
    ]


def _split(words: str) -> tuple[str, str]:
    noun, space, rest = words.partition(" ")
    return noun, space + rest
