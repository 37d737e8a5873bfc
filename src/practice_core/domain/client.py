"""A person with an account at the practice: their details, their age, their card."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, datetime
from typing import cast

import attrs

from .checks import ENGLISH, a_date, a_language, a_line, an_email, an_id, checked, optional, whole
from .errors import ClientErased, DetailsConflict, Invalid, UnderMinimumAge
from .policy import DETAILS, Policy


def birthday(date_of_birth: date, years: int) -> date:
    """The day somebody reaches that age. Born on 29 February: 1 March in a common year (*Words*, "under age")."""
    year = date_of_birth.year + years
    try:
        return date_of_birth.replace(year=year)
    except ValueError:
        return date(year, 3, 1)


def _last_four(field: str, value: object) -> str:
    if not isinstance(value, str) or not re.fullmatch(r"[0-9]{4}", value):
        raise Invalid(field, "must be four digits")
    return value


@attrs.frozen(kw_only=True)
class Card:
    """A payment method the gateway keeps. The core knows what a receipt would show, and never the number."""

    reference: str = attrs.field(validator=checked(lambda f, v: an_id(f, v, most=255)), repr=False)
    brand: str = attrs.field(validator=checked(a_line))
    last4: str = attrs.field(validator=checked(_last_four))
    exp_month: int = attrs.field(validator=checked(lambda f, v: whole(f, v, least=1, most=12)))
    exp_year: int = attrs.field(validator=checked(lambda f, v: whole(f, v, least=2000, most=9000)))

    def good_on(self, day: date) -> bool:
        """To the last day of its month; `day` is a date in the practice's zone."""
        return (day.year, day.month) <= (self.exp_year, self.exp_month)


@attrs.frozen(kw_only=True)
class Client:
    """May attend, pay, or both. What identifies the person shows in no `repr` (A4)."""

    id: str = attrs.field(validator=checked(an_id))
    practice_id: str = attrs.field(validator=checked(an_id))
    given_name: str = attrs.field(validator=checked(a_line), repr=False)
    family_name: str = attrs.field(validator=checked(a_line), repr=False)
    email: str | None = attrs.field(default=None, validator=checked(an_email), repr=False)
    phone: str | None = attrs.field(default=None, validator=checked(optional(a_line)), repr=False)
    date_of_birth: date | None = attrs.field(default=None, validator=checked(optional(a_date)), repr=False)
    language: str = attrs.field(default=ENGLISH, validator=checked(a_language))
    card: Card | None = attrs.field(default=None)
    gateway_account: str | None = attrs.field(default=None, repr=False)
    """What the gateway knows this client as: its own word, opaque to the core."""
    registered_by: str = ""
    """The actor, as the journal writes it. A therapist sees whom they registered (A1)."""
    erased_at: datetime | None = None
    """When what identifies them was removed (D3). Names are blank since, and all the rest is unknown."""
    forget_due_at: datetime | None = None
    """When due work sees the gateway about removing them, while that is still to do (D3)."""

    def old_enough_on(self, policy: Policy) -> date | None:
        """The date from which this person may pay; None while the date of birth is unknown."""
        if self.date_of_birth is None:
            return None
        return birthday(self.date_of_birth, policy.minimum_payer_age)

    def known_under_age(self, policy: Policy, day: date) -> bool:
        """Younger than the minimum payer age on that local date. An unknown age is no obstacle here (P1)."""
        reached = self.old_enough_on(policy)
        return reached is not None and day < reached

    def card_good_on(self, day: date) -> bool:
        return self.card is not None and self.card.good_on(day)

    def missing_details(self, policy: Policy) -> tuple[str, ...]:
        """What M5 and M6 miss, in the policy's order; blank counts as missing."""
        return tuple(name for name in policy.details_in_order if _blank(getattr(self, name)))

    def conflicts(self, given: Details) -> tuple[str, ...]:
        """The given details that differ from what is on record (M6)."""
        return tuple(
            name
            for name, value in given.items()
            if not _blank(getattr(self, name)) and not _same(name, getattr(self, name), value)
        )

    def filled(self, given: Details) -> Client:
        """With its gaps filled from what is given, and nothing else touched (M6).

        Raises `DetailsConflict`: nobody grows older by a form.
        """
        if conflicts := self.conflicts(given):
            raise DetailsConflict(conflicts)
        gaps = {name: value for name, value in given.items() if _blank(getattr(self, name))}
        return attrs.evolve(self, **gaps) if gaps else self  # type: ignore[arg-type]

    def shares_email_with(self, other: Client) -> bool:
        """Compared without regard to case or surrounding space; no address is shared with nobody (M6)."""
        if self.id == other.id or _blank(self.email):
            return False
        return plain_email(self.email) == plain_email(other.email)


Details = Mapping[str, str | date]


def plain_email(email: str | None) -> str:
    """An address as M6 compares it."""
    return (email or "").strip().casefold()


def details_given(given: Mapping[str, object], today: date) -> Details:
    """The details handed over with a confirmation, checked, in the order of their names; blank ones left out (M6).

    A date of birth may be ISO 8601 text, as forms and terminals have it. Raises `Invalid`.
    """
    unknown = sorted(set(given) - set(DETAILS))
    if unknown:
        raise Invalid("details", "takes only " + ", ".join(DETAILS))
    kept: dict[str, str | date] = {}
    for name in DETAILS:
        value = given.get(name)
        if value is None or (isinstance(value, str) and not value.strip()):
            continue
        kept[name] = _detail(name, value, today)
    return kept


def _detail(name: str, value: object, today: date) -> str | date:
    if name == "date_of_birth":
        return a_birth_date(name, value, today)
    return cast("str", an_email(name, value) if name == "email" else a_line(name, value)).strip()


def a_birth_date(field: str, value: object, today: date) -> date:
    """A date, or ISO 8601 text of one, that is not in the future on the practice's local date."""
    if isinstance(value, str):
        value = _iso_date(value.strip())
        if value is None:
            raise Invalid(field, "must be a date such as 2010-01-31")
    if a_date(field, value) > today:
        raise Invalid(field, "is in the future")
    return cast("date", value)


def _iso_date(text: str) -> date | None:
    """None for text of none: the error that is raised for it repeats the text, and nobody is to find it (A4)."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def not_under_age(client: Client, policy: Policy, day: date) -> None:
    """P1: a client known to be under age is never a payer. `day` is the practice's local date."""
    if client.known_under_age(policy, day):
        eligible_on = cast("date", client.old_enough_on(policy))
        raise UnderMinimumAge(eligible_on, rule="P1")


def not_erased(client: Client) -> None:
    """D3: somebody who was erased does nothing more. Raises `ClientErased`."""
    if client.erased_at is not None:
        raise ClientErased(client.id)


def _blank(value: object) -> bool:
    return value is None or (isinstance(value, str) and not value.strip())


def _same(name: str, kept: object, given: object) -> bool:
    if name == "email":
        return plain_email(str(kept)) == plain_email(str(given))
    return str(kept).strip() == str(given).strip()
