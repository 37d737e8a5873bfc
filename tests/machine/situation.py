"""Where a random practice begins, and what is worth trying in it: few people, few slots, instants that matter."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, datetime, time, timedelta
from typing import Any

import attrs
from tests.values import ADULT, AUCKLAND, DAY, FIFTY_MINUTES, HOUR, LONDON, LOS_ANGELES, TICK, card, local

from practice_core import Card, Client, Policy, Practice, SessionStatus
from practice_core.domain.client import birthday
from practice_core.domain.practice import zone

from .sides import State

Choose = Callable[[Sequence[Any]], Any]
MIDNIGHT = time()

# Mornings: an ordinary one, and those before the clocks change or a leap day is missing.
BEGINNINGS = (
    (LONDON, local(LONDON, 2026, 6, 1, 10)),
    (LONDON, local(LONDON, 2026, 10, 24, 9)),
    (LOS_ANGELES, local(LOS_ANGELES, 2026, 10, 31, 9)),
    (LOS_ANGELES, local(LOS_ANGELES, 2026, 2, 27, 9)),
    (AUCKLAND, local(AUCKLAND, 2026, 9, 26, 9)),
    (AUCKLAND, local(AUCKLAND, 2026, 2, 27, 9)),
)
LEAP_DAY = date(2008, 2, 29)
ATTENDEES, PAYERS = ("alex", "sam"), ("pat", "kim")
THERAPISTS = ("theo", "tess")
DETAILS = ("given_name", "family_name", "email", "phone", "date_of_birth")


@attrs.frozen(kw_only=True)
class Beginning:
    """A practice on its first morning."""

    time_zone: str
    at: datetime
    policy: Policy

    @property
    def today(self) -> date:
        return self.at.astimezone(zone(self.time_zone)).date()

    def born(self, how: str) -> date | None:
        """A birth date that matters here: of age in two days, today for the first time, and so on."""
        age = self.policy.minimum_payer_age
        ages = {"soon": self.today + 2 * DAY, "today": self.today, "child": self.today + 2000 * DAY}
        if how in ages:
            day = ages[how]
            # Whoever reaches the age on a leap day is born a day before it, where the year of birth has none.
            return date(day.year - age, day.month, min(day.day, 28) if day.month == 2 else day.day)
        return {"adult": ADULT, "leap": LEAP_DAY, "unknown": None}[how]

    def cards(self) -> dict[str, Card]:
        """One that is good to the last day of this month, and one for long."""
        return {
            "pm_short": card(self.today.year, self.today.month, "pm_short"),
            "pm_long": card(2031, 1, "pm_long"),
        }


def policy(one: Choose) -> Policy:
    return Policy(
        minimum_payer_age=one((16, 16, 18)),
        required_details=one((DETAILS, DETAILS, ("phone",), ())),
        free_cancellation_hours=one((48, 48, 24, 0)),
        request_valid_days=one((30, 1, 3)),
        review_notice_days=one((60, 60, 1, 0, 3650)),
        acceptance_required=one((False, True)),
        card_required_first=one((False, False, False, True)),
    )


def beginning(one: Choose) -> Beginning:
    time_zone, at = one(BEGINNINGS)
    return Beginning(time_zone=time_zone, at=at, policy=policy(one))


def age(one: Choose, name: str) -> str:
    """Attendees are often young, payers are not."""
    young = ("adult", "adult", "soon", "soon", "today", "child", "leap", "unknown")
    return one(young if name in ATTENDEES else ("adult", "adult", "adult", "today", "unknown"))  # type: ignore[no-any-return]


def actors(therapist: str, attendee: str, payer: str) -> list[str]:
    """Who may try: mostly those whose business it is, sometimes the two clients, sometimes a stranger."""
    (other,) = (name for name in THERAPISTS if name != therapist)
    theirs = ["staff:desk"] * 6 + [f"therapist:{therapist}"] * 5 + [f"client:{attendee}", f"client:{payer}"]
    return [*theirs, f"therapist:{other}", "client:stranger"]


def slots(state: State, first: datetime, now: datetime) -> list[datetime]:
    """Starts on a grid of half days, so that they collide; beside each other; and at exactly the notice from now."""
    nth = max(0, (now - first) // (12 * HOUR))
    grid = [first + (nth + n) * 12 * HOUR for n in range(1, 15)]
    notice = state.practice.policy.free_cancellation
    soon = [s for s in state.sessions.values() if s.upcoming(now)][-6:]
    after, before = [s.ends_at for s in soon], [s.starts_at - FIFTY_MINUTES for s in soon]
    return [
        *grid,
        *[s.starts_at for s in soon],
        now + notice,
        now + notice - TICK,
        now + TICK,
        now,
        *after[:2],
        *before[:2],
    ]


def instants(state: State, now: datetime) -> list[datetime]:
    """When something changes by itself, soonest first: sessions, notice, birthdays, cards, requests."""
    practice = state.practice
    found: set[datetime] = set()
    for session in state.sessions.values():
        if session.status is SessionStatus.SCHEDULED:
            found |= {session.starts_at, session.ends_at, session.starts_at - practice.policy.free_cancellation}
    for client in state.clients.values():
        found |= set(_of_client(client, practice))
    found |= {request.expires_at for request in state.requests.values() if request.pending(now)}
    return sorted(at for at in found if now < at < now + 40 * DAY)


def _of_client(client: Client, practice: Practice) -> Sequence[datetime]:
    """The midnights from which they are of age, or nearly, and from which their card is not good any more."""
    days = []
    if client.date_of_birth is not None:
        of_age = birthday(client.date_of_birth, practice.policy.minimum_payer_age)
        days += [of_age, of_age - practice.policy.review_notice]
    if client.card is not None:
        days.append((date(client.card.exp_year, client.card.exp_month, 28) + 4 * DAY).replace(day=1))
    return [datetime.combine(day, MIDNIGHT, tzinfo=zone(practice.time_zone)) for day in days]


def later(state: State, now: datetime) -> list[datetime]:
    """Later instants: those that matter, just before and after them, and others."""
    near = [at + off for at in instants(state, now)[:5] for off in (timedelta(), timedelta(), -TICK, TICK)]
    return [*(at for at in near if at > now), now + HOUR, now + HOUR, now + 7 * HOUR]
