"""Stripe's words and ours: amounts, reasons of declines, what a payment intent has come to."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from ...domain.attempt import (
    Attempt,
    AuthenticationNeeded,
    Cancelled,
    Declined,
    DeclineReason,
    NotMade,
    Outcome,
    Paid,
    Unknown,
)
from ...domain.money import DIGITS, Money

# https://docs.stripe.com/currencies: how many digits Stripe counts in, where ISO 4217 has others, or where one
# would expect others. ISK and UGX keep two for old times' sake; MGA has two in ISO 4217 and none here.
_DIGITS = dict.fromkeys(
    ["BIF", "CLP", "DJF", "GNF", "JPY", "KMF", "KRW", "MGA", "PYG", "RWF", "VND", "VUV", "XAF", "XOF", "XPF"], 0
) | dict.fromkeys(["BHD", "JOD", "KWD", "OMR", "TND"], 3)

_REASONS = {
    "expired_card": DeclineReason.CARD_EXPIRED,
    "insufficient_funds": DeclineReason.INSUFFICIENT_FUNDS,
    "card_velocity_exceeded": DeclineReason.LIMIT_EXCEEDED,
    "withdrawal_count_limit_exceeded": DeclineReason.LIMIT_EXCEEDED,
    "incorrect_cvc": DeclineReason.WRONG_DETAILS,
    "incorrect_number": DeclineReason.WRONG_DETAILS,
    "incorrect_zip": DeclineReason.WRONG_DETAILS,
    "invalid_cvc": DeclineReason.WRONG_DETAILS,
    "invalid_expiry_month": DeclineReason.WRONG_DETAILS,
    "invalid_expiry_year": DeclineReason.WRONG_DETAILS,
    "invalid_number": DeclineReason.WRONG_DETAILS,
    "card_not_supported": DeclineReason.NOT_SUPPORTED,
    "currency_not_supported": DeclineReason.NOT_SUPPORTED,
    "transaction_not_allowed": DeclineReason.NOT_SUPPORTED,
    "issuer_not_available": DeclineReason.TRY_AGAIN_LATER,
    "processing_error": DeclineReason.TRY_AGAIN_LATER,
    "reenter_transaction": DeclineReason.TRY_AGAIN_LATER,
    "try_again_later": DeclineReason.TRY_AGAIN_LATER,
}
# The bank wants the payer to be there: no decline (C6).
AUTHENTICATION = "authentication_required"


def amount_of(money: Money) -> int | None:
    """The amount as Stripe counts it; None for one it cannot take. Three digits have to end in a nought there."""
    here, there = DIGITS[money.currency], _DIGITS.get(money.currency, 2)
    if there >= here:
        amount = money.minor_units * 10 ** (there - here)
    else:
        amount, rest = divmod(money.minor_units, 10 ** (here - there))
        if rest:
            return None
    return None if there == 3 and amount % 10 else amount


def reason_of(error: Any) -> DeclineReason:
    """Why it was declined. A lost, stolen or suspicious card is refused, and no more is said, as Stripe advises."""
    for word in (field(error, "decline_code"), field(error, "code")):
        if word in _REASONS:
            return _REASONS[word]
    return DeclineReason.CARD_REFUSED


def outcome_of(intent: Any) -> Outcome:
    """What became of a charge, by its payment intent, retrieved with its latest charge."""
    reference = str(intent["id"])
    error = field(intent, "last_payment_error")
    asked_for = error is not None and AUTHENTICATION in (field(error, "code"), field(error, "decline_code"))
    match intent["status"]:
        case "succeeded":
            return Paid(reference, _taken_at(intent))
        case "canceled" if error is not None and not asked_for:
            return Declined(reason_of(error), reference)
        case "canceled":
            return Cancelled(reference)
        case "requires_action":
            return AuthenticationNeeded(reference)
        case "requires_payment_method" if asked_for:
            return AuthenticationNeeded(reference)
        case "requires_payment_method" if error is not None:
            return Declined(reason_of(error), reference)
        case "requires_confirmation" | "requires_payment_method":
            return NotMade(reference)
        case _:
            return Unknown(reference)


def refund_outcome_of(refund: Any) -> Outcome:
    reference = str(refund["id"])
    match refund["status"]:
        case "succeeded":
            return Paid(reference, datetime.fromtimestamp(refund["created"], UTC))
        case "failed" | "canceled":
            return Declined(DeclineReason.NOT_REFUNDABLE, reference)
        case _:
            return Unknown(reference)


def metadata_of(attempt: Attempt) -> dict[str, str]:
    """What every object of ours carries, so that it is found again, and told from others'."""
    return {"practice": attempt.practice_id, "attempt": attempt.id, "session": attempt.session_id}


def is_about(thing: Any, attempt: Attempt) -> bool:
    metadata = field(thing, "metadata") or {}
    return (field(metadata, "practice"), field(metadata, "attempt")) == (attempt.practice_id, attempt.id)


def _taken_at(intent: Any) -> datetime:
    """When the bank took it, in whole seconds, rounded down; of the intent itself where that is not told."""
    charge = field(intent, "latest_charge")
    created = intent["created"] if charge is None or isinstance(charge, str) else charge["created"]
    return datetime.fromtimestamp(created, UTC)


def field(thing: Any, name: str) -> Any:
    """Of a Stripe object or a mapping; None where it has no such field."""
    return thing[name] if thing is not None and name in thing else None
