"""Money: whole minor units of one currency (C8)."""

from __future__ import annotations

from decimal import Decimal
from typing import Self

import attrs

from .checks import whole
from .errors import Invalid

# ISO 4217, the active currencies of states and unions: a code and how many digits its minor unit has.
# Funds codes, metals and test codes are left out; nobody pays for a session with them.
_TWO_DIGITS = """
    AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CNY COP CRC
    CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD HKD HNL HTG HUF IDR ILS INR IRR
    JMD KES KGS KHR KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD
    NGN NIO NOK NPR NZD PAB PEN PGK PHP PKR PLN QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN
    SVC SYP SZL THB TJS TMT TOP TRY TTD TWD TZS UAH USD UYU UZS VED VES WST XCD XCG YER ZAR ZMW ZWG
"""
DIGITS: dict[str, int] = (
    dict.fromkeys(_TWO_DIGITS.split(), 2)
    | dict.fromkeys(
        [
            "BIF",
            "CLP",
            "DJF",
            "GNF",
            "ISK",
            "JPY",
            "KMF",
            "KRW",
            "PYG",
            "RWF",
            "UGX",
            "VND",
            "VUV",
            "XAF",
            "XOF",
            "XPF",
        ],
        0,
    )
    | dict.fromkeys(["BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND"], 3)
)
MOST = 10**18
"""In minor units: what any database keeps, and more than all that is ever added up."""
DEAREST = 10**12
"""The highest price, in minor units."""


def a_currency(field: str, value: object) -> str:
    """An ISO 4217 code in use."""
    if not isinstance(value, str) or value not in DIGITS:
        raise Invalid(field, "is no ISO 4217 currency in use")
    return value


@attrs.frozen(order=False)
class Money:
    """An amount: `Money(6000, "GBP")` is sixty pounds, `Money(6000, "JPY")` six thousand yen (C8)."""

    minor_units: int = attrs.field()
    currency: str = attrs.field()

    @minor_units.validator
    def _whole(self, _: object, value: object) -> None:
        whole("minor_units", value, least=-MOST, most=MOST)

    @currency.validator
    def _known(self, _: object, value: object) -> None:
        a_currency("currency", value)

    def __add__(self, other: Self) -> Money:
        return Money(self.minor_units + self._alike(other), self.currency)

    def __sub__(self, other: Self) -> Money:
        return Money(self.minor_units - self._alike(other), self.currency)

    def _alike(self, other: object) -> int:
        if not isinstance(other, Money):
            raise TypeError("money is added to money only")
        if other.currency != self.currency:
            raise Invalid("currency", f"{self.currency} and {other.currency} are never added")
        return other.minor_units

    def __str__(self) -> str:
        return f"{Decimal(self.minor_units).scaleb(-DIGITS[self.currency])} {self.currency}"


def a_price(field: str, value: object, currency: str) -> Money:
    """Money of the practice's currency, not negative and within reason (C8)."""
    if not isinstance(value, Money):
        raise Invalid(field, "must be Money")
    if value.currency != currency:
        raise Invalid(field, f"must be in {currency}")
    if value.minor_units < 0:
        raise Invalid(field, "must not be negative")
    if value.minor_units > DEAREST:
        raise Invalid(field, f"must be at most {Money(DEAREST, currency)}")
    return value
