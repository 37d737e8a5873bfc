"""The policy's defaults and bounds (*Words*)."""

from __future__ import annotations

from datetime import timedelta

import pytest

from practice_core import Invalid, Policy

EVERY = ("given_name", "family_name", "email", "phone", "date_of_birth")


def test_the_defaults_are_those_of_the_rules() -> None:
    policy = Policy()

    assert policy == Policy(
        minimum_payer_age=16,
        required_details=EVERY,
        free_cancellation_hours=48,
        charge_lead_hours=48,
        retry_hours=(24, 12),
        unpaid_cancel_hours=1,
        request_valid_days=30,
        review_notice_days=60,
        acceptance_required=False,
        card_required_first=False,
    )
    assert timedelta(hours=48) == policy.free_cancellation
    assert timedelta(hours=48) == policy.charge_lead
    assert timedelta(days=30) == policy.request_valid


@pytest.mark.parametrize(
    "figures",
    [
        {"minimum_payer_age": 16},
        {"minimum_payer_age": 21},
        {"free_cancellation_hours": 0},
        {"charge_lead_hours": 1, "retry_hours": [], "unpaid_cancel_hours": 0},
        {"retry_hours": [47, 2]},
        {"retry_hours": ()},
        {"required_details": []},
        {"required_details": ["email", "given_name"]},
    ],
)
def test_a_policy_within_its_bounds_is_taken(figures: dict[str, object]) -> None:
    policy = Policy(**figures)  # type: ignore[arg-type]

    kept = {name: tuple(value) if isinstance(value, list) else value for name, value in figures.items()}
    assert kept == {name: getattr(policy, name) for name in figures}


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("minimum_payer_age", 15),
        ("minimum_payer_age", 22),
        ("minimum_payer_age", 16.5),
        ("minimum_payer_age", True),
        ("required_details", ("email", "email")),
        ("required_details", ("shoe_size",)),
        ("required_details", "email"),
        ("required_details", [["email"]]),
        ("free_cancellation_hours", -1),
        ("charge_lead_hours", 0),
        ("retry_hours", (12, 24)),
        ("retry_hours", (24, 24)),
        ("retry_hours", (48,)),
        ("retry_hours", (1,)),
        ("retry_hours", (24, "12")),
        ("retry_hours", 24),
        ("unpaid_cancel_hours", -1),
        ("request_valid_days", 0),
        ("review_notice_days", -1),
        ("acceptance_required", 1),
        ("card_required_first", "no"),
    ],
)
def test_a_policy_outside_its_bounds_is_invalid_by_field(field: str, value: object) -> None:
    with pytest.raises(Invalid) as refused:
        Policy(**{field: value})  # type: ignore[arg-type]

    assert field == refused.value.field


def test_the_retries_lie_between_the_charge_and_the_cancellation() -> None:
    with pytest.raises(Invalid):
        Policy(charge_lead_hours=1, retry_hours=(), unpaid_cancel_hours=1)
