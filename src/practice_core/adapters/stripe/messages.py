"""Stripe's webhooks: believed with a valid signature only, and only about what carries our metadata (C9)."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import Any

import stripe

from ...domain.errors import Invalid
from ...ports.payments import AboutAttempt, CardEntered, Message

TOLERANCE_SECONDS = 300
_ATTEMPTS = ("payment_intent", "refund")
_CARDS = ("setup_intent", "checkout.session")


def read(payload: bytes, signature: str, secret: str) -> Message | None:
    """Raises `Invalid` for a signature that is wrong or too old, or a payload that is no event."""
    if not secret:
        # With an empty secret anybody could sign.
        raise Invalid("payments", "messages need the secret in PRACTICE_CORE_STRIPE_WEBHOOK_SECRET")
    try:
        text = payload.decode()
        stripe.WebhookSignature.verify_header(text, signature, secret, TOLERANCE_SECONDS)
        event = json.loads(text)
        name, kind, thing = event["id"], event["type"], event["data"]["object"]
        created = datetime.fromtimestamp(event["created"], UTC)
    except stripe.SignatureVerificationError:
        raise Invalid("signature", "is not Stripe's, or too old") from None
    except (UnicodeDecodeError, ValueError, KeyError, TypeError, OverflowError):
        raise Invalid("payload", "is no event of Stripe's") from None
    return _message(str(name), str(kind), created, thing)


def _message(name: str, kind: str, created: datetime, thing: Any) -> Message | None:
    metadata = thing.get("metadata") or {}
    practice_id, attempt_id, client_id = (metadata.get(word) for word in ("practice", "attempt", "client"))
    if not practice_id:
        return None
    what = thing.get("object")
    if what in _ATTEMPTS and attempt_id:
        return AboutAttempt(id=name, practice_id=practice_id, attempt_id=attempt_id, reference=thing["id"])
    done = kind in ("setup_intent.succeeded", "checkout.session.completed")
    if what in _CARDS and client_id and done:
        return CardEntered(
            id=name, practice_id=practice_id, client_id=client_id, entered_at=created, reference=thing["id"]
        )
    return None
