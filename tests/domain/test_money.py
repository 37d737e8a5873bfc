"""Money: whole minor units of one ISO 4217 currency (C8)."""

from __future__ import annotations

import iso4217
import pytest
from hypothesis import given
from hypothesis import strategies as st

from practice_core import Invalid, Money
from practice_core.domain.money import DEAREST, DIGITS, MOST, a_price

units = st.integers(-MOST // 2, MOST // 2)


def test_C8_the_table_of_currencies_agrees_with_iso_4217() -> None:
    standard = {currency.code: currency.exponent for currency in iso4217.Currency}

    assert {code: standard.get(code) for code in DIGITS} == DIGITS


@given(one=units, other=units)
def test_C8_amounts_of_one_currency_add_as_whole_numbers_do(one: int, other: int) -> None:
    assert Money(one + other, "GBP") == Money(one, "GBP") + Money(other, "GBP")
    assert Money(one - other, "GBP") == Money(one, "GBP") - Money(other, "GBP")
    assert Money(one, "GBP") == Money(one, "GBP") + Money(other, "GBP") - Money(other, "GBP")


def test_C8_two_currencies_are_never_added() -> None:
    with pytest.raises(Invalid, match="GBP and EUR are never added"):
        Money(1, "GBP") + Money(1, "EUR")
    with pytest.raises(Invalid):
        Money(1, "GBP") - Money(1, "EUR")


@pytest.mark.parametrize("amount", [1.0, "1", None, True, MOST + 1, -MOST - 1])
def test_C8_an_amount_is_a_whole_number_within_reason(amount: object) -> None:
    with pytest.raises(Invalid) as refused:
        Money(amount, "GBP")  # type: ignore[arg-type]

    assert refused.value.field == "minor_units"


@pytest.mark.parametrize("currency", ["gbp", "XXX", "XAU", "", None, 826])
def test_C8_a_currency_is_an_iso_4217_code_in_use(currency: object) -> None:
    with pytest.raises(Invalid) as refused:
        Money(1, currency)  # type: ignore[arg-type]

    assert refused.value.field == "currency"


@pytest.mark.parametrize(
    ("money", "text"),
    [
        (Money(6000, "GBP"), "60.00 GBP"),
        (Money(5, "GBP"), "0.05 GBP"),
        (Money(-5, "GBP"), "-0.05 GBP"),
        (Money(0, "GBP"), "0.00 GBP"),
        (Money(6000, "JPY"), "6000 JPY"),
        (Money(6000, "BHD"), "6.000 BHD"),
        (Money(MOST, "EUR"), "10000000000000000.00 EUR"),
    ],
)
def test_C8_money_is_written_with_its_currencys_digits(money: Money, text: str) -> None:
    assert text == str(money)


def test_C8_a_price_is_money_of_the_practices_currency_and_not_negative() -> None:
    assert Money(0, "GBP") == a_price("price", Money(0, "GBP"), "GBP")
    assert Money(DEAREST, "GBP") == a_price("price", Money(DEAREST, "GBP"), "GBP")
    for wrong in (Money(1, "EUR"), Money(-1, "GBP"), Money(DEAREST + 1, "GBP"), 6000, None):
        with pytest.raises(Invalid) as refused:
            a_price("price", wrong, "GBP")
        assert refused.value.field == "price"


def test_C8_money_is_added_to_money_only() -> None:
    with pytest.raises(TypeError):
        Money(1, "GBP") + 1  # type: ignore[operator]
