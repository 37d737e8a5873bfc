"""Whole years on the practice's local date: P1, M3, M4 and the policy's minimum payer age."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.values import AUCKLAND, DAY, LOS_ANGELES, TICK, client, local, practice

from practice_core import Policy, UnderMinimumAge
from practice_core.domain.client import birthday, not_under_age


def years_lived(born: date, day: date) -> int:
    """The age by counting days, one after the other: a year more on each anniversary.

    Who was born on 29 February has no anniversary in a common year, and turns on the day after 28 February.
    """
    years = 0
    today = born
    while today < day:
        yesterday, today = today, today + DAY
        leapling_turns = (born.month, born.day) == (2, 29) and (yesterday.month, yesterday.day) == (2, 28)
        if (today.month, today.day) == (born.month, born.day) or (leapling_turns and today.month == 3):
            years += 1
    return years


@pytest.mark.parametrize(
    ("born", "years", "reached"),
    [
        (date(2010, 6, 1), 16, date(2026, 6, 1)),
        (date(2008, 2, 29), 16, date(2024, 2, 29)),
        (date(2008, 2, 29), 17, date(2025, 3, 1)),
        (date(2008, 2, 29), 18, date(2026, 3, 1)),
        (date(2084, 2, 29), 16, date(2100, 3, 1)),
        (date(2008, 2, 28), 17, date(2025, 2, 28)),
        (date(2008, 3, 1), 16, date(2024, 3, 1)),
        (date(2010, 12, 31), 16, date(2026, 12, 31)),
    ],
)
def test_a_birthday_is_the_anniversary_and_1_march_for_leaplings_in_common_years(
    born: date, years: int, reached: date
) -> None:
    assert reached == birthday(born, years)


@given(
    born=st.one_of(
        st.dates(date(1996, 1, 1), date(2012, 12, 31)),
        st.sampled_from([date(1996, 2, 29), date(2000, 2, 29), date(2004, 2, 29), date(2008, 2, 29)]),
    ),
    around=st.integers(-3, 3),
    minimum=st.integers(16, 21),
    zone=st.sampled_from(["Europe/London", LOS_ANGELES, AUCKLAND, "Asia/Kathmandu", "Pacific/Kiritimati"]),
    second=st.integers(0, 86399),
)
def test_M3_the_age_rule_agrees_with_counting_day_by_day(
    born: date, around: int, minimum: int, zone: str, second: int
) -> None:
    """M3: near the birthday, in any zone, at any time of day."""
    near = date(born.year + minimum, born.month, min(born.day, 28)) + timedelta(days=around)
    at = datetime(near.year, near.month, near.day, tzinfo=UTC) + timedelta(seconds=second)
    there = practice(zone, minimum_payer_age=minimum)
    today = there.local_date(at)

    young = client(date_of_birth=born).known_under_age(there.policy, today)

    assert (years_lived(born, today) < minimum) == young


@pytest.mark.parametrize("zone", [LOS_ANGELES, AUCKLAND])
def test_P1_the_birthday_begins_at_midnight_in_the_practices_zone(zone: str) -> None:
    """P1: the last microsecond of the day before is too early, whatever the date is in UTC."""
    there = practice(zone)
    teenager = client(date_of_birth=date(2010, 6, 1))
    midnight = local(zone, 2026, 6, 1).astimezone(UTC)

    with pytest.raises(UnderMinimumAge) as refused:
        not_under_age(teenager, there.policy, there.local_date(midnight - TICK))
    not_under_age(teenager, there.policy, there.local_date(midnight))

    assert date(2026, 6, 1) == refused.value.eligible_on
    assert refused.value.rule == "P1"


def test_P1_an_unknown_date_of_birth_is_no_obstacle() -> None:
    not_under_age(client(date_of_birth=None), Policy(), date(2026, 6, 1))

    assert client(date_of_birth=None).old_enough_on(Policy()) is None


@pytest.mark.parametrize(("minimum", "refused"), [(16, False), (17, False), (18, True), (21, True)])
def test_P1_the_minimum_age_is_the_policys(minimum: int, refused: bool) -> None:
    seventeen = client(date_of_birth=date(2009, 6, 1))

    assert refused == seventeen.known_under_age(Policy(minimum_payer_age=minimum), date(2026, 6, 1))


def test_the_zones_come_from_tzdata_and_know_summer_time() -> None:
    there = practice(LOS_ANGELES)

    assert date(2026, 7, 1) == there.local_date(datetime(2026, 7, 2, 6, 59, tzinfo=UTC))
    assert date(2026, 7, 2) == there.local_date(datetime(2026, 7, 2, 7, 0, tzinfo=UTC))
    assert date(2026, 12, 1) == there.local_date(datetime(2026, 12, 2, 7, 59, tzinfo=UTC))
