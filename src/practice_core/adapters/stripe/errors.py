"""Stripe's errors as ours: what is an outage, and nothing of a request in any message or traceback (A4)."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import stripe

from ...domain.errors import IdempotencyConflict, Unavailable
from .quiet import unlogged

REFUSED = (stripe.CardError, stripe.InvalidRequestError)


@contextmanager
def translated() -> Iterator[None]:
    """Every call to Stripe: not logged, and outages as `Unavailable`. Cards refused and requests that make no sense
    stay what they are.

    Without their cause: Stripe's errors carry the whole answer, with all that is in it.
    """
    try:
        with unlogged():
            yield
    except REFUSED:
        raise
    except stripe.IdempotencyError:
        raise IdempotencyConflict from None
    except stripe.AuthenticationError:
        raise Unavailable("gateway", "it refused the key") from None
    except stripe.PermissionError:
        raise Unavailable("gateway", "the key does not allow this") from None
    except stripe.RateLimitError:
        raise Unavailable("gateway", "too many calls") from None
    except stripe.APIConnectionError:
        raise Unavailable("gateway", "no connection", outcome="unknown") from None
    except stripe.StripeError as error:
        raise Unavailable("gateway", f"status {error.http_status}", outcome="unknown") from None


@contextmanager
def answered(what: str) -> Iterator[None]:
    """As `translated`, where a refusal tells nothing of whether money moved: an outage, too (C4).

    Stripe knows nothing of a thing when the key is another account's, or a test's: it may be back tomorrow.
    """
    try:
        with translated():
            yield
    except REFUSED as error:
        raise unknown(what) if missing(error) else Unavailable("gateway", "it refused the request") from None


def missing(error: stripe.StripeError) -> bool:
    return error.code == "resource_missing"


def unknown(what: str) -> Unavailable:
    return Unavailable("gateway", f"it knows nothing of {what}")
