"""The tenant and its therapists."""

from __future__ import annotations

import importlib.resources
from datetime import date, datetime
from functools import cache, lru_cache
from zoneinfo import ZoneInfo

import attrs

from .checks import ENGLISH, a_language, a_line, an_email, an_id, checked
from .errors import Invalid
from .money import a_currency
from .policy import Policy


@cache
def zone(name: str) -> ZoneInfo:
    """The IANA zone of that name, always from `tzdata`: what a host's system knows may be old, or missing.

    Raises `Invalid` for an unknown one.
    """
    if name not in _zone_names():
        raise Invalid("time_zone", "is no IANA time zone")
    with (importlib.resources.files("tzdata.zoneinfo") / name).open("rb") as file:
        return ZoneInfo.from_file(file, key=name)


@lru_cache(maxsize=1)
def _zone_names() -> frozenset[str]:
    return frozenset((importlib.resources.files("tzdata") / "zones").read_text().split())


@lru_cache(maxsize=256)
def _local_date(name: str, at: datetime) -> date:
    """One decision asks for its own date again and again."""
    return at.astimezone(zone(name)).date()


def a_zone(field: str, value: object) -> str:
    """The name of an IANA time zone."""
    if not isinstance(value, str) or value not in _zone_names():
        raise Invalid(field, "is no IANA time zone")
    return value


def _named(field: str, value: object) -> str:
    if not a_line(field, value).strip():
        raise Invalid(field, "must not be blank")
    return str(value)


def _a_policy(field: str, value: object) -> Policy:
    if not isinstance(value, Policy):
        raise Invalid(field, "must be a Policy")
    return value


@attrs.frozen(kw_only=True)
class Practice:
    """A clinic or platform: its name, zone, ISO 4217 currency and policy. Therapists are written to in its language."""

    id: str = attrs.field(validator=checked(an_id))
    name: str = attrs.field(validator=checked(_named))
    time_zone: str = attrs.field(validator=checked(a_zone))
    currency: str = attrs.field(validator=checked(a_currency))
    policy: Policy = attrs.field(factory=Policy, validator=checked(_a_policy))
    language: str = attrs.field(default=ENGLISH, validator=checked(a_language))

    @property
    def practice_id(self) -> str:
        return self.id

    def local_date(self, at: datetime) -> date:
        """The date in the practice's zone at that instant."""
        return _local_date(self.time_zone, at)


@attrs.frozen(kw_only=True)
class Therapist:
    """Who gives the sessions. Name and email are personal data: no `repr` shows them (A4)."""

    id: str = attrs.field(validator=checked(an_id))
    practice_id: str = attrs.field(validator=checked(an_id))
    name: str = attrs.field(validator=checked(_named), repr=False)
    email: str | None = attrs.field(default=None, validator=checked(an_email), repr=False)
