"""What a value must be like before the domain takes it: ids, text, instants.

Each check answers the value in its kept form or raises `Invalid` with the field's name, never with the
value (A4). `attrs` runs them as converters and validators; services and the import run the same ones.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, TypeVar

from .errors import Invalid

if TYPE_CHECKING:
    import attrs

T = TypeVar("T")

LONGEST_ID = 64
ENGLISH = "en-GB"
LONGEST_TEXT = 2_000
# Far enough from the ends of the calendar that no zone and no age overflows it.
YEARS = range(2, 9900)

# Nothing printable has one of these: most of what comes is told sooner by that.
_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")
_SPACE = re.compile(r"\s")
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")
_CONTROL_BUT_BREAKS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")


def an_id(field: str, value: object, *, most: int = LONGEST_ID) -> str:
    """An opaque id: 1 to 64 characters (a gateway's may be longer), none of them a control character."""
    if not isinstance(value, str):
        raise Invalid(field, "an id is text")
    if not 0 < len(value) <= most or (not value.isprintable() and _CONTROL.search(value)) or value.isspace():
        raise Invalid(field, f"an id has 1 to {most} printable characters")
    return value


def a_line(field: str, value: object) -> str:
    """Text on one line: names, addresses. Line breaks would end up in mail headers."""
    if not isinstance(value, str):
        raise Invalid(field, "must be text")
    if len(value) > LONGEST_TEXT or (not value.isprintable() and _CONTROL.search(value)):
        raise Invalid(field, f"must be one line of at most {LONGEST_TEXT} characters")
    return value


def an_email(field: str, value: object) -> str | None:
    """An address good enough to write to, or nothing. Blank counts as nothing, and is kept as it is (M6)."""
    if value is None or not a_line(field, value).strip():
        return None if value is None else str(value)
    local, at, domain = str(value).strip().rpartition("@")
    if not (local and at and domain) or _SPACE.search(local + domain):
        raise Invalid(field, "is no email address")
    return str(value)


def a_language(field: str, value: object) -> str:
    """A language tag of BCP 47, such as ``en-GB``."""
    if not isinstance(value, str) or len(value) > LONGEST_ID or not _LANGUAGE.fullmatch(value):
        raise Invalid(field, "is no language tag such as en-GB")
    return value


def some_words(field: str, value: object) -> str:
    """Free text: reasons, channels. Line breaks are fine."""
    if not isinstance(value, str):
        raise Invalid(field, "must be text")
    if len(value) > LONGEST_TEXT or (not value.isprintable() and _CONTROL_BUT_BREAKS.search(value)):
        raise Invalid(field, f"must be text of at most {LONGEST_TEXT} characters")
    return value


def an_instant(field: str, value: object) -> datetime:
    """An aware datetime, in UTC."""
    if not isinstance(value, datetime):
        raise Invalid(field, "must be a date and time")
    if value.tzinfo is UTC and value.year in YEARS:
        return value
    if value.utcoffset() is None:
        raise Invalid(field, "a time needs a zone")
    try:
        utc = value.astimezone(UTC)
    except OverflowError as exc:
        raise Invalid(field, "is out of the calendar") from exc
    if utc.year not in YEARS:
        raise Invalid(field, "is out of the calendar")
    return utc


def a_date(field: str, value: object) -> date:
    """A calendar date; a datetime is not one."""
    if not isinstance(value, date) or isinstance(value, datetime):
        raise Invalid(field, "must be a date")
    if value.year not in YEARS:
        raise Invalid(field, "is out of the calendar")
    return value


def whole(field: str, value: object, *, least: int, most: int) -> int:
    """A whole number within bounds; True and False are none."""
    if not isinstance(value, int) or isinstance(value, bool):
        raise Invalid(field, "must be a whole number")
    if not least <= value <= most:
        raise Invalid(field, f"must be from {least} to {most}")
    return value


def optional(check: Callable[[str, object], T]) -> Callable[[str, object], T | None]:
    """The check, for a field that may be None."""
    return lambda field, value: None if value is None else check(field, value)


def checked(check: Callable[[str, object], object]) -> Callable[..., None]:
    """The check as an attrs validator."""

    def validator(_: object, attribute: attrs.Attribute[object], value: object) -> None:
        check(attribute.name, value)

    return validator
