"""What a value must be like before the domain takes it; no check repeats the value (A4)."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.values import TICK, practice

from practice_core import Actor, Invalid
from practice_core.domain.checks import a_date, a_line, an_email, an_id, an_instant, some_words
from practice_core.domain.practice import Practice, Therapist, zone
from practice_core.domain.session import a_duration


@pytest.mark.parametrize("value", ["x", "x" * 64, "urn:uuid:1", "ключ", "a b"])
def test_an_id_is_1_to_64_printable_characters(value: str) -> None:
    assert value == an_id("id", value)


@pytest.mark.parametrize("value", ["", "x" * 65, " ", "a\nb", "a\x00", "\x7f", "a\u2028b", "\ud800", 7, None, b"x"])
def test_anything_else_is_no_id(value: object) -> None:
    with pytest.raises(Invalid):
        an_id("id", value)


@pytest.mark.parametrize("value", ["a@b", "a.b+c@people.example", " a@people.example ", "", "  ", None, "a@b@c"])
def test_an_email_is_good_enough_to_write_to_or_nothing(value: str | None) -> None:
    assert value == an_email("email", value)


@pytest.mark.parametrize("value", ["a", "@b", "a@", "a b@c", "a@b c", "a@b\r\nBcc: x@y", 7])
def test_anything_else_is_no_email(value: object) -> None:
    with pytest.raises(Invalid):
        an_email("email", value)


def test_a_line_has_no_breaks_and_words_may() -> None:
    assert some_words("reason", "one\ntwo\tthree") == "one\ntwo\tthree"
    for check, wrong in (
        (a_line, "a\nb"),
        (a_line, 7),
        (a_line, "x" * 2001),
        (some_words, "a\x00"),
        (some_words, None),
    ):
        with pytest.raises(Invalid):
            check("reason", wrong)


@given(
    st.datetimes(datetime(2, 1, 3), datetime(9899, 12, 28)),  # noqa: DTZ001 - the zone comes below
    st.integers(-14 * 60, 14 * 60),
)
def test_an_instant_is_kept_in_utc_to_the_microsecond(at: datetime, minutes: int) -> None:
    said = at.replace(tzinfo=timezone(timedelta(minutes=minutes)))

    kept = an_instant("at", said)

    assert (said, UTC) == (kept, kept.tzinfo)


@pytest.mark.parametrize(
    "value",
    [
        datetime(2026, 1, 1),  # noqa: DTZ001 - a naive one is what this is about
        date(2026, 1, 1),
        "2026-01-01T00:00Z",
        datetime(1, 1, 1, tzinfo=UTC),
        datetime(9999, 12, 31, tzinfo=UTC),
        datetime(9999, 12, 31, 23, tzinfo=timezone(timedelta(hours=-5))),
        datetime(1, 1, 1, tzinfo=timezone(timedelta(hours=5))),
    ],
)
def test_S3_a_time_without_a_zone_or_out_of_the_calendar_is_invalid(value: object) -> None:
    with pytest.raises(Invalid) as refused:
        an_instant("starts_at", value)

    assert refused.value.field == "starts_at"


@pytest.mark.parametrize("value", [datetime(2026, 1, 1, tzinfo=UTC), "2026-01-01", date(1, 1, 1), date(9999, 1, 1)])
def test_a_date_is_no_datetime_and_within_the_calendar(value: object) -> None:
    with pytest.raises(Invalid):
        a_date("date_of_birth", value)


@pytest.mark.parametrize("length", [timedelta(minutes=1), timedelta(hours=24)])
def test_S3_a_session_lasts_1_minute_to_24_hours(length: timedelta) -> None:
    assert length == a_duration("duration", length)


@pytest.mark.parametrize("length", [timedelta(minutes=1) - TICK, timedelta(hours=24) + TICK, timedelta(), 50, None])
def test_S3_anything_shorter_or_longer_is_invalid(length: object) -> None:
    with pytest.raises(Invalid) as refused:
        a_duration("duration", length)

    assert refused.value.field == "duration"


@pytest.mark.parametrize("name", ["Europe/London", "America/Los_Angeles", "UTC"])
def test_a_zone_is_an_iana_name(name: str) -> None:
    assert name == practice(name).time_zone == zone(name).key


@pytest.mark.parametrize("name", ["London", "../etc/passwd", "", None, "europe/london"])
def test_anything_else_is_no_zone(name: object) -> None:
    with pytest.raises(Invalid) as refused:
        practice(name)  # type: ignore[arg-type]
    assert refused.value.field == "time_zone"


def test_a_zone_by_an_unknown_name_is_invalid_wherever_it_is_asked_for() -> None:
    with pytest.raises(Invalid):
        zone("Atlantis/Poseidonis")


def test_a_practice_has_a_name_a_currency_and_a_policy() -> None:
    good = {"id": "p", "name": "Elm", "time_zone": "UTC", "currency": "GBP"}
    for field, wrong in (("name", " "), ("currency", "gbp"), ("policy", {"minimum_payer_age": 16}), ("id", "")):
        with pytest.raises(Invalid) as refused:
            Practice(**(good | {field: wrong}))  # type: ignore[arg-type]
        assert field == refused.value.field
    assert Practice(**good).practice_id == "p"  # type: ignore[arg-type]


def test_a_therapist_has_a_name() -> None:
    with pytest.raises(Invalid):
        Therapist(id="t", practice_id="p", name=" ")


@pytest.mark.parametrize("role", ["janitor", "", None, ["staff"]])
def test_A1_an_actor_of_no_known_role_is_invalid(role: object) -> None:
    with pytest.raises(Invalid) as refused:
        Actor("p", role, "x")  # type: ignore[arg-type]
    assert refused.value.field == "role"


def test_A1_an_actor_is_somebody_inside_one_practice() -> None:
    assert [
        str(Actor.therapist("p", "x")),
        str(Actor.client("p", "x")),
        str(Actor("p", "staff", "x")),  # type: ignore[arg-type]
        str(Actor.system("p")),
    ] == ["therapist:x", "client:x", "staff:x", "system:system"]
    for practice_id, name in (("", "x"), ("p", ""), (None, "x")):
        with pytest.raises(Invalid):
            Actor.staff(practice_id, name)  # type: ignore[arg-type]
