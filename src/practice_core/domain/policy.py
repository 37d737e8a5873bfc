"""The figures a practice may set for itself (*Words*, "Policy defaults")."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from itertools import pairwise

import attrs

from .checks import checked, whole
from .errors import Invalid

DETAILS = ("given_name", "family_name", "email", "phone", "date_of_birth")
PAYER_AGES = range(16, 22)
"""What a practice may set for its minimum payer age, in years."""
HOURS = timedelta(hours=1)
DAYS = timedelta(days=1)


def _between(least: int, most: int) -> Callable[..., None]:
    return checked(lambda field, value: whole(field, value, least=least, most=most))


def _tuple(values: object) -> object:
    return tuple(values) if isinstance(values, list) else values


def _flag(_: object, attribute: attrs.Attribute[bool], value: object) -> None:
    if not isinstance(value, bool):
        raise Invalid(attribute.name, "must be true or false")


@attrs.frozen(kw_only=True)
class Policy:
    """One practice's figures. Hours and days are whole; outside its bounds a policy is `Invalid`."""

    minimum_payer_age: int = attrs.field(default=16, validator=_between(PAYER_AGES[0], PAYER_AGES[-1]))
    required_details: tuple[str, ...] = attrs.field(default=DETAILS, converter=_tuple)
    free_cancellation_hours: int = attrs.field(default=48, validator=_between(0, 8760))
    charge_lead_hours: int = attrs.field(default=48, validator=_between(1, 8760))
    unpaid_cancel_hours: int = attrs.field(default=1, validator=_between(0, 8760))
    retry_hours: tuple[int, ...] = attrs.field(default=(24, 12), converter=_tuple)
    request_valid_days: int = attrs.field(default=30, validator=_between(1, 3650))
    review_notice_days: int = attrs.field(default=60, validator=_between(0, 3650))
    notice_valid_days: int = attrs.field(default=3, validator=_between(1, 30))
    """How long a notice that does not get through is tried again (N1)."""
    acceptance_required: bool = attrs.field(default=False, validator=_flag)
    card_required_first: bool = attrs.field(default=False, validator=_flag)

    @required_details.validator
    def _details(self, _: object, value: object) -> None:
        names = value if isinstance(value, tuple) else (None,)
        if any(name not in DETAILS for name in names) or len(set(names)) != len(names):
            raise Invalid("required_details", "names each of " + ", ".join(DETAILS) + " at most once")

    @retry_hours.validator
    def _retries(self, _: object, value: object) -> None:
        if not isinstance(value, tuple):
            raise Invalid("retry_hours", "must be a list of whole numbers")
        hours = [whole("retry_hours", hour, least=0, most=8760) for hour in value]
        steps = [self.charge_lead_hours, *hours, self.unpaid_cancel_hours]
        if any(later >= earlier for earlier, later in pairwise(steps)):
            raise Invalid("retry_hours", "must descend from the charge's lead to the unpaid cancellation")

    @property
    def details_in_order(self) -> tuple[str, ...]:
        """The required details; the date of birth last where the policy does not name it (M5, M6)."""
        if "date_of_birth" in self.required_details:
            return self.required_details
        return (*self.required_details, "date_of_birth")

    @property
    def notice_valid(self) -> timedelta:
        return self.notice_valid_days * DAYS

    @property
    def free_cancellation(self) -> timedelta:
        return self.free_cancellation_hours * HOURS

    @property
    def charge_lead(self) -> timedelta:
        return self.charge_lead_hours * HOURS

    @property
    def retries(self) -> tuple[timedelta, ...]:
        """How long before the start a declined charge is tried again (C5)."""
        return tuple(hours * HOURS for hours in self.retry_hours)

    @property
    def unpaid_cancel(self) -> timedelta:
        return self.unpaid_cancel_hours * HOURS

    @property
    def request_valid(self) -> timedelta:
        return self.request_valid_days * DAYS

    @property
    def review_notice(self) -> timedelta:
        """How long before the birthday a relationship comes up for review (M11)."""
        return self.review_notice_days * DAYS
