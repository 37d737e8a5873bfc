"""The rules that the jobs need, for those who write their own SQL or models: the same checks for all of them, so that
what differs is how they reach the database.

They look for everything a practice may hold, and stop with `OutOfScope` at what the made-up one does not: another
client's pending request, a first-party relationship that is there already, an attempt that was made before.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime, timedelta
from functools import lru_cache
from typing import Any
from zoneinfo import ZoneInfo

HOURS = timedelta(hours=1)
OLDEST_MINIMUM = 21
"""The highest minimum payer age that a policy may set."""
PATIENCE = timedelta(minutes=5)
KEYS_KEPT_FOR = timedelta(days=30)
DETAILS = ("given_name", "family_name", "email", "phone", "date_of_birth")
UNSETTLED = ("open", "pending", "declined")


class RefusedError(Exception):
    """A rule says no."""


class OutOfScopeError(Exception):
    """The made-up practice has no such case."""


class StaleError(Exception):
    """A version is no longer current."""


@lru_cache(maxsize=256)
def policy_of(held: str) -> dict[str, Any]:
    policy: dict[str, Any] = json.loads(held)
    return policy


def local_date(at: datetime, zone: str) -> date:
    return at.astimezone(ZoneInfo(zone)).date()


def old_enough_on(born: date | None, age: int) -> date | None:
    if born is None:
        return None
    year = born.year + age
    try:
        return born.replace(year=year)
    except ValueError:
        return date(year, 3, 1)


def card_good_on(exp_year: int | None, exp_month: int | None, day: date) -> bool:
    return exp_year is not None and exp_month is not None and (day.year, day.month) <= (exp_year, exp_month)


def key_unused(used_at: datetime | None, now: datetime) -> None:
    """A key that was used answers as then; here none is (D1)."""
    if used_at is not None and used_at > now - KEYS_KEPT_FOR:
        raise OutOfScopeError("a key that was used")


# To confirm: A2, M1 to M6, M12


def may_confirm(
    *,
    actor_id: str,
    therapist_id: str,
    attendee_id: str,
    payer_id: str,
    status: str,
    opened_at: datetime,
    requested_by: str,
    accepted: bool,
    details: Mapping[str, Any],
    payer_email: str | None,
    card_good: bool,
    policy: Mapping[str, Any],
    zone: str,
    now: datetime,
) -> None:
    if actor_id != therapist_id:
        raise RefusedError("A1")
    if status != "active" or attendee_id == payer_id:
        raise RefusedError("M1")
    if requested_by not in (attendee_id, payer_id):
        raise RefusedError("M2")
    today = local_date(now, zone)
    reached = old_enough_on(details["date_of_birth"], policy["minimum_payer_age"])
    if reached is not None and today < reached:
        raise RefusedError("M3")
    if reached is not None and local_date(opened_at, zone) < reached and requested_by != attendee_id:
        raise RefusedError("M4")
    grown_up = old_enough_on(details["date_of_birth"], OLDEST_MINIMUM)
    if grown_up is not None and local_date(opened_at, zone) < grown_up:
        raise OutOfScopeError("a birthday to review (M11)")
    _account_complete(details, payer_email, policy)
    if policy["acceptance_required"] and requested_by == payer_id and not accepted:
        raise RefusedError("M12")
    if policy["card_required_first"] and not card_good:
        raise RefusedError("M12")


def _account_complete(details: Mapping[str, Any], payer_email: str | None, policy: Mapping[str, Any]) -> None:
    required = policy["required_details"]
    named = required if "date_of_birth" in required else [*required, "date_of_birth"]
    if missing := [name for name in named if not str(details[name] or "").strip()]:
        raise RefusedError(f"M6: {missing}")
    if _plain(details["email"]) and _plain(details["email"]) == _plain(payer_email):
        raise RefusedError("M6")


def _plain(email: str | None) -> str:
    return (email or "").strip().casefold()


def chosen_request(pending: Sequence[tuple[str, str, str, datetime]], attendee_id: str, now: datetime) -> str:
    """The id of the attendee's own pending request, which a confirmation uses up (M10).

    Of each pending one: id, who asked, who is to pay, and when it expires.
    """
    valid = [(name, by, new_payer) for name, by, new_payer, expires_at in pending if now < expires_at]
    own = [name for name, by, new_payer in valid if by == new_payer == attendee_id]
    if len(own) != 1 or len(valid) != 1:
        raise OutOfScopeError("no pending request of the attendee's, or another's")
    return own[0]


def none_of_their_own(found: str | None) -> None:
    """A first-party relationship that is there already would become the successor (M7)."""
    if found is not None:
        raise OutOfScopeError("a first-party relationship is there already")


def nothing_to_look_at_again(settlements: Iterable[str]) -> None:
    """An open attempt for what is no longer owed would be cancelled (C10)."""
    if not {"pending", "refunded"}.isdisjoint(settlements):
        raise OutOfScopeError("an open attempt, or a refund")


# To rebook: A2, S1 to S3, S8, S11, P1


def may_rebook(
    *, actor_id: str, therapist_id: str, status: str, starts_at: datetime, end_reason: str | None, now: datetime
) -> None:
    """Without the S4 check of others: at its own time a session takes the slot that it frees."""
    if actor_id != therapist_id:
        raise RefusedError("A1")
    if status != "scheduled" or starts_at <= now:
        raise RefusedError("S8")
    if end_reason not in ("migrated", "transferred"):
        raise RefusedError("S8")


def heir(successor_id: str | None, successors: Mapping[str, tuple[str, str | None]]) -> str:
    """The active one along the chain (S1): of each its status and its successor."""
    passed: set[str] = set()
    while successor_id is not None and successor_id not in passed and successor_id in successors:
        status, following = successors[successor_id]
        if status == "active":
            return successor_id
        passed.add(successor_id)
        successor_id = following
    raise RefusedError("S8")


def payable(
    *,
    awaits_agreement: bool,
    born: date | None,
    card: tuple[int | None, int | None],
    price: int,
    starts_at: datetime,
    policy: Mapping[str, Any],
    zone: str,
    now: datetime,
) -> None:
    reached = old_enough_on(born, policy["minimum_payer_age"])
    if reached is not None and local_date(now, zone) < reached:
        raise RefusedError("P1")
    if awaits_agreement:
        raise RefusedError("S11")
    if price and not card_good_on(*card, local_date(starts_at, zone)):
        raise RefusedError("S2")


def same_payer(attendee_id: str, payer_id: str) -> None:
    """After a migration the attendee pays; anybody else would be told, too."""
    if attendee_id != payer_id:
        raise OutOfScopeError("handed over to somebody else since")


def unwound(settlement: str, due_work: str | None) -> str:
    """What becomes of the settlement of a session that is not owed any more (S6)."""
    if due_work == "settle" or settlement not in UNSETTLED:
        raise OutOfScopeError("an open attempt, or a refund")
    return "nothing"


# To charge: C1, C2, C4


def charge_due(
    *,
    settlement: str,
    starts_at: datetime,
    ended_at: datetime | None,
    due_at: datetime,
    tried: bool,
    card: str | None,
    now: datetime,
) -> None:
    if settlement not in UNSETTLED or (ended_at is not None and starts_at > ended_at) or due_at > now:
        raise RefusedError("C2")
    if tried or card is None:
        raise OutOfScopeError("an attempt was made before, or there is no card")


def still_owed(*, settlement: str, starts_at: datetime, ended_at: datetime | None, attempt_status: str) -> None:
    """The answer of the gateway to an open attempt, for what is owed still."""
    if settlement not in UNSETTLED or (ended_at is not None and starts_at > ended_at) or attempt_status != "pending":
        raise OutOfScopeError("something changed while the gateway was asked")
