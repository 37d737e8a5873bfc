"""A client's details, email and card (M5, M6, S2)."""

from __future__ import annotations

from datetime import date

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.values import ADULT, card, client

from practice_core import DetailsConflict, Invalid, Policy
from practice_core.domain.client import details_given

TODAY = date(2026, 6, 1)
EVERY = ("given_name", "family_name", "email", "phone", "date_of_birth")


def test_S2_a_card_is_good_to_the_last_day_of_its_month() -> None:
    february = card(exp_year=2028, exp_month=2)

    assert [
        february.good_on(day) for day in (date(2027, 12, 31), date(2028, 2, 29), date(2028, 3, 1), date(2029, 1, 1))
    ] == [True, True, False, False]


def test_S2_no_card_is_good_on_no_day() -> None:
    assert client().card_good_on(TODAY) is False


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("exp_month", 0),
        ("exp_month", 13),
        ("exp_month", True),
        ("exp_year", 1999),
        ("exp_year", 9001),
        ("last4", "424"),
        ("last4", "42424"),
        ("last4", "424x"),
        ("last4", 4242),
        ("last4", "٤٢٤٢"),
        ("reference", ""),
        ("brand", "a\nb"),
    ],
)
def test_a_card_that_cannot_be_is_invalid(field: str, value: object) -> None:
    with pytest.raises(Invalid) as refused:
        attrs.evolve(card(), **{field: value})

    assert field == refused.value.field


def test_M6_all_that_is_missing_is_listed_at_once_in_the_policys_order() -> None:
    nobody = client(given_name="", family_name=" ", email=None, phone="\u00a0", date_of_birth=None)
    policy = Policy(required_details=("phone", "date_of_birth", "email", "given_name"))

    assert nobody.missing_details(policy) == ("phone", "date_of_birth", "email", "given_name")
    assert nobody.missing_details(Policy()) == EVERY
    assert client().missing_details(Policy()) == ()


@pytest.mark.parametrize("required", [(), ("phone", "email")])
def test_M5_an_unknown_date_of_birth_is_missing_last_whatever_the_policy_says(required: tuple[str, ...]) -> None:
    nobody = client(email=None, phone="", date_of_birth=None)

    assert (*required, "date_of_birth") == nobody.missing_details(Policy(required_details=required))


def test_M6_given_details_fill_gaps_only() -> None:
    gaps = client(phone=" ", date_of_birth=None)

    filled = gaps.filled({"phone": "+44 1", "date_of_birth": ADULT, "given_name": "Alex"})

    assert client(phone="+44 1") == filled
    assert gaps.filled({}) is gaps


def test_M6_a_detail_that_differs_from_the_record_is_refused_by_name() -> None:
    with pytest.raises(DetailsConflict) as refused:
        client().filled({"given_name": "Alexis", "phone": "+44 20 7946 0000", "date_of_birth": date(1980, 1, 1)})

    assert refused.value.fields == ("given_name", "date_of_birth")
    assert refused.value.rule == "M6"


@pytest.mark.parametrize(
    ("kept", "said"),
    [("alex@people.example", " ALEX@People.Example "), (" Alex@people.example", "alex@people.example")],
)
def test_M6_an_email_in_other_case_or_with_space_around_is_no_conflict(kept: str, said: str) -> None:
    assert client(email=kept).conflicts({"email": said}) == ()


@pytest.mark.parametrize(
    ("own", "other", "shared"),
    [
        ("a@home.example", "a@home.example", True),
        (" A@Home.Example ", "a@home.EXAMPLE", True),
        ("straße@home.example", "STRASSE@home.example", True),
        ("a@home.example", "b@home.example", False),
        (None, None, False),
        ("", "", False),
        ("  ", None, False),
        ("a@home.example", None, False),
    ],
)
def test_M6_emails_are_compared_without_case_or_space_and_none_is_shared_with_nobody(
    own: str | None, other: str | None, shared: bool
) -> None:
    assert shared == client("alex", email=own).shares_email_with(client("pat", email=other))


def test_M6_nobody_shares_an_email_with_themselves() -> None:
    assert client().shares_email_with(client()) is False


def test_M6_blank_details_count_as_not_given_and_text_is_trimmed() -> None:
    given_ = {"phone": " +44 1 ", "email": "  ", "given_name": None, "date_of_birth": " 2009-06-30 "}

    assert {"phone": "+44 1", "date_of_birth": date(2009, 6, 30)} == details_given(given_, TODAY)


@pytest.mark.parametrize(
    ("details", "field"),
    [
        ({"card": "4242"}, "details"),
        ({"email": "no address"}, "email"),
        ({"email": "two@at @x"}, "email"),
        ({"phone": 44}, "phone"),
        ({"given_name": "A\nB"}, "given_name"),
        ({"family_name": "x" * 2001}, "family_name"),
        ({"date_of_birth": "31/01/2010"}, "date_of_birth"),
        ({"date_of_birth": 20100131}, "date_of_birth"),
        ({"date_of_birth": date(2026, 6, 2)}, "date_of_birth"),
        ({"date_of_birth": "0001-01-01"}, "date_of_birth"),
    ],
)
def test_M6_details_that_can_never_be_right_are_invalid_by_field(details: dict[str, object], field: str) -> None:
    with pytest.raises(Invalid) as refused:
        details_given(details, TODAY)

    assert field == refused.value.field


def test_M6_somebody_may_be_born_today_but_not_tomorrow() -> None:
    assert details_given({"date_of_birth": TODAY}, TODAY) == {"date_of_birth": TODAY}


@pytest.mark.parametrize("language", ["en", "en-GB", "gsw-CH", "zh-Hant-TW"])
def test_a_language_is_a_tag(language: str) -> None:
    assert language == client(language=language).language


@pytest.mark.parametrize("language", ["", "e", "english", "en_GB", "en-", None, "en-GB\n"])
def test_other_words_are_no_language(language: object) -> None:
    with pytest.raises(Invalid):
        client(language=language)


details = st.fixed_dictionaries(
    {},
    optional={
        "given_name": st.sampled_from(["Alex", " Alex ", "Sam", ""]),
        "email": st.sampled_from(["alex@people.example", "ALEX@people.example ", "sam@people.example", " "]),
        "phone": st.sampled_from(["+44 1", "+44 2", ""]),
        "date_of_birth": st.sampled_from([ADULT, ADULT.isoformat(), "2001-02-03"]),
    },
)


@given(record=details, said=details)
def test_M6_filling_never_changes_what_is_on_record(record: dict[str, object], said: dict[str, object]) -> None:
    """M6: whatever is said, a filled account agrees with the record, and with what was said where it was blank."""
    blank = {"given_name": "", "family_name": "", "email": None, "phone": None, "date_of_birth": None}
    before = client(**(blank | dict(details_given(record, TODAY))))
    given_ = details_given(said, TODAY)
    on_record = {name for name in EVERY if getattr(before, name)}
    conflicts = before.conflicts(given_)
    assert set(conflicts) <= set(given_) & on_record
    if conflicts:
        with pytest.raises(DetailsConflict):
            before.filled(given_)
        return
    after = before.filled(given_)
    for name in EVERY:
        assert (getattr(before, name) or given_.get(name) or blank[name]) == getattr(after, name)
