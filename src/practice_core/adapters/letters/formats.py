"""Instants and amounts as people of a language write them, by Babel (N2)."""

from __future__ import annotations

import copy
from datetime import date, datetime
from decimal import Decimal

from babel import Locale, UnknownLocaleError
from babel.dates import format_date, format_time, get_datetime_format

from ...domain.checks import ENGLISH
from ...domain.money import DIGITS, Money
from ...domain.practice import zone


def locale_of(language: str) -> Locale:
    """The nearest that is known: ``de-CH`` for ``de-CH-x-bern``; English for what nobody knows."""
    parts = language.split("-")
    for length in range(len(parts), 0, -1):
        try:
            return Locale.parse("_".join(parts[:length]))
        except (UnknownLocaleError, ValueError):
            continue
    return Locale.parse(ENGLISH, sep="-")


def a_time(at: datetime, locale: Locale, time_zone: str) -> str:
    """Such as ``Thursday, 18 June 2026, 16:00 BST``: in that zone, with its abbreviation."""
    local = at.astimezone(zone(time_zone))
    day, hour = format_date(local, "full", locale=locale), format_time(local, "short", locale=locale)
    together = str(get_datetime_format("full", locale=locale)).replace("'", "").format(hour, day)
    name = local.tzname() or ""
    # Zones without letters of their own are named by how far they are off.
    return f"{together} {name if name.isalpha() else f'UTC{name}'}"


def a_day(day: date, locale: Locale) -> str:
    """Such as ``18 June 2026``."""
    return str(format_date(day, "long", locale=locale))


def an_amount(money: Money, locale: Locale) -> str:
    """Such as ``£60.00``: with as many digits as the currency has, whatever is usual in shops (C8)."""
    pattern = copy.copy(locale.currency_formats["standard"])
    digits = DIGITS[money.currency]
    pattern.frac_prec = (digits, digits)
    amount = Decimal(money.minor_units).scaleb(-digits)
    return str(pattern.apply(amount, locale, currency=money.currency, currency_digits=False))
