"""Which relationships are up for review because of a birthday, and when (M11)."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.values import AUCKLAND, DAY, LOS_ANGELES, NOW, TICK, case, local, occasion, practice, relationship

from practice_core import NotUpForReview, Practice, Relationship, RelationshipEnded
from practice_core.domain import reviews
from practice_core.domain.client import birthday
from practice_core.domain.policy import PAYER_AGES, Policy
from practice_core.domain.relationship import ReviewStage

BORN = date(2010, 7, 31)
SIXTEEN = date(2026, 7, 31)


def young(born: date | None = BORN, at: Practice | None = None, **fields: object) -> Relationship:
    """Opened in April 2025, when who was born then was 14."""
    return reviews.aged(relationship(**fields), born, at or practice())


def listed(one: Relationship, day: date, **policy: object) -> bool:
    there = practice(**policy)
    return reviews.review(one, there, datetime.combine(day, time(12), tzinfo=UTC)) is not None


@pytest.mark.parametrize(
    ("day", "up"),
    [
        (SIXTEEN - 61 * DAY, False),
        (SIXTEEN - 60 * DAY, True),
        (SIXTEEN, True),
        (date(2046, 7, 31), True),
    ],
)
def test_M11_from_the_notice_period_before_the_birthday_on_and_also_after_it(day: date, *, up: bool) -> None:
    assert up == listed(young(), day)


@pytest.mark.parametrize(("days", "first"), [(0, SIXTEEN), (1, date(2026, 7, 30)), (212, date(2025, 12, 31))])
def test_M11_the_notice_is_the_policys(days: int, first: date) -> None:
    seen = [day for day in (first - DAY, first) if listed(young(), day, review_notice_days=days)]
    assert [first] == seen


@pytest.mark.parametrize(
    ("born", "age", "day"),
    [
        (date(2008, 2, 29), 16, date(2024, 2, 29)),
        (date(2008, 2, 29), 17, date(2025, 3, 1)),
        (date(2008, 2, 28), 16, date(2024, 2, 28)),
        (date(2007, 3, 1), 17, date(2024, 3, 1)),
        (date(2007, 2, 28), 17, date(2024, 2, 28)),
    ],
)
def test_M11_a_leaplings_birthday_is_on_1_march_in_a_common_year(born: date, age: int, day: date) -> None:
    one = young(born, opened_at=datetime(2020, 1, 1, tzinfo=UTC))
    policy: dict[str, object] = {"minimum_payer_age": age, "review_notice_days": 0}
    assert [day] == [near for near in (day - DAY, day) if listed(one, near, **policy)]
    found = reviews.review(one, practice(**policy), NOW)
    assert found is not None
    assert day == found.birthday


DAYS = st.dates(date(1900, 1, 1), date(2200, 12, 31))


@given(
    born=DAYS | st.sampled_from([date(year, 2, 29) for year in (1904, 2000, 2008, 2096)]), ahead=DAYS, data=st.data()
)
def test_M11_who_was_born_until_a_day_is_near_the_birthday_and_nobody_else(
    born: date, ahead: date, data: st.DataObject
) -> None:
    """M11: what the stores are asked is what the calendar says, for every policy."""
    policy = Policy(
        minimum_payer_age=data.draw(st.sampled_from(PAYER_AGES)), review_notice_days=data.draw(st.integers(0, 400))
    )
    from_then_on = birthday(born, policy.minimum_payer_age) - policy.review_notice
    today = data.draw(st.sampled_from([ahead, *(from_then_on + n * DAY for n in (-2, -1, 0, 1, 2))]))
    assert (from_then_on <= today) == (born <= reviews.latest_birth(policy, today))


@given(born=DAYS, age=st.sampled_from(PAYER_AGES), days=st.integers(-800, 800))
def test_M11_it_is_kept_by_which_minimum_ages_an_attendee_was_under_age_when_it_was_opened(
    born: date, age: int, days: int
) -> None:
    opened_on = birthday(born, age) + timedelta(days=days)
    one = young(born, opened_at=datetime.combine(opened_on, time(12), tzinfo=UTC))
    under_age = {age for age in PAYER_AGES if opened_on < birthday(born, age)}
    assert under_age == {age for age in PAYER_AGES if one.under_age_by is not None and one.under_age_by <= age}
    assert (born if under_age else None) == one.attendee_born_on


@pytest.mark.parametrize("zone", [LOS_ANGELES, AUCKLAND])
def test_M11_the_day_begins_at_midnight_in_the_practices_zone(zone: str) -> None:
    there = practice(zone)
    first = local(zone, 2026, 6, 1).astimezone(UTC)
    one = young(at=there)
    found = reviews.review(one, there, first)
    assert found is not None
    assert (reviews.review(one, there, first - TICK), SIXTEEN) == (None, found.birthday)


@pytest.mark.parametrize("zone", [LOS_ANGELES, AUCKLAND])
def test_M11_under_age_when_it_was_opened_is_by_the_practices_own_date(zone: str) -> None:
    there = practice(zone)
    midnight = local(zone, 2026, 7, 31).astimezone(UTC)
    before, after = (young(at=there, opened_at=at) for at in (midnight - TICK, midnight))
    assert (16, 17) == (before.under_age_by, after.under_age_by)
    assert [True, False] == [reviews.review(one, there, midnight) is not None for one in (before, after)]


@pytest.mark.parametrize(
    "one",
    [
        young(payer="alex"),
        young(None),
        young(date(1990, 1, 1)),
        young(ended_at=NOW, end_reason="moved"),
        young(reviewed_at=NOW),
    ],
    ids=["first-party", "unknown", "grown up", "ended", "reviewed"],
)
def test_M11_what_there_is_nothing_to_review_about_is_not_listed(one: Relationship) -> None:
    assert (None, None) == (one.review, reviews.review(one, practice(), NOW + 9000 * DAY))


def test_M11_who_was_old_enough_by_the_policy_of_today_is_not_listed() -> None:
    """M11: opened at 17, which is under age where the policy asks for 18."""
    one = young(date(2007, 6, 1), opened_at=datetime(2025, 1, 1, tzinfo=UTC))
    assert [(16, False), (17, False), (18, True), (21, True)] == [
        (age, listed(one, date(2030, 1, 1), minimum_payer_age=age)) for age in (16, 17, 18, 21)
    ]


def test_M11_a_review_says_whose_it_is_and_whether_the_therapist_was_told() -> None:
    told = attrs.evolve(young(), birthday_told_at=NOW - DAY)
    assert ReviewStage.TOLD is told.review
    assert reviews.review(told, practice(), NOW + DAY) == reviews.Review(
        relationship_id="r1",
        therapist_id="theo",
        attendee_id="alex",
        payer_id="pat",
        birthday=SIXTEEN,
        told_at=NOW - DAY,
    )


def test_M11_telling_is_one_notice_to_the_therapist_and_its_mark() -> None:
    one = young()
    deed = reviews.tell(practice(), one, occasion(NOW))
    (notice,) = deed.added
    assert (notice.kind, notice.addressee, notice.about) == ("birthday_near", "therapist:theo", "relationship:r1")  # type: ignore[union-attr]
    assert (attrs.evolve(one, birthday_told_at=NOW),) == deed.changed
    assert ["birthday_told"] == [entry.what for entry in deed.entries]


def test_A4_neither_the_notice_nor_the_journal_nor_a_repr_tells_the_birthday() -> None:
    deed = reviews.tell(practice(), young(), occasion(NOW))
    found = reviews.review(young(), practice(), NOW + DAY)
    said = repr([deed, found, *((one, one.facts) for one in (*deed.added, *deed.entries))])  # type: ignore[union-attr]
    assert [] == [told for told in ("2010", "7, 31", "07-31", "under_age") if told in said]


def test_M11_marking_is_for_what_is_up_for_review_and_twice_is_once() -> None:
    one = young()
    marked = reviews.reviewed(case(one), occasion(NOW + DAY))
    assert (attrs.evolve(one, reviewed_at=NOW + DAY),) == marked.changed
    again = reviews.reviewed(case(marked.answer), occasion(NOW + 2 * DAY))
    assert (marked.answer, (), ()) == (again.answer, again.changed, again.entries)


@pytest.mark.parametrize("one", [young(date(2012, 1, 1)), young(payer="alex"), young(None), young(date(1990, 1, 1))])
def test_M11_what_is_not_up_for_review_is_not_marked_in_advance(one: Relationship) -> None:
    with pytest.raises(NotUpForReview) as refused:
        reviews.reviewed(case(one), occasion(NOW))
    assert refused.value.rule == "M11"


def test_M11_what_has_ended_is_not_marked() -> None:
    ended = young(ended_at=NOW, end_reason="moved", reviewed_at=NOW - DAY)
    with pytest.raises(RelationshipEnded) as refused:
        reviews.reviewed(case(ended), occasion(NOW + DAY))
    assert refused.value.rule == "M11"


def test_M11_a_date_of_birth_that_is_corrected_changes_the_relationships_that_go_by_it() -> None:
    """M11: whatever else is marked there stays."""
    told = young(name="r1", birthday_told_at=NOW)
    own, never = young(name="r2", payer="alex"), young(name="r3", opened_at=datetime(2000, 1, 1, tzinfo=UTC))
    after = reviews.aged_anew((told, own, never), date(2011, 1, 1), practice())
    assert [("r1", 16, date(2011, 1, 1), NOW), ("r3", 16, date(2011, 1, 1), None)] == [
        (one.id, one.under_age_by, one.attendee_born_on, one.birthday_told_at) for one in after
    ]
    assert () == reviews.aged_anew((told, own), BORN, practice())
    assert [None, None] == [one.under_age_by for one in reviews.aged_anew((told, never), None, practice())]
