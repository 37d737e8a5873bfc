"""Stripe's errors as ours: what is an outage, and nothing of a request in any message or traceback (A4)."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import stripe

from ...domain.errors import IdempotencyConflict, Unavailable


@contextmanager
def translated() -> Iterator[None]:
    """Outages as `Unavailable`. Cards refused and requests that make no sense stay what they are.

    Without their cause: Stripe's errors carry the whole answer, with all that is in it.
    """
    try:
        yield
    except (stripe.CardError, stripe.InvalidRequestError):
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
