"""Stripe as the gateway: cards set up on its own pages, charged while the payer is away.

A charge is a payment intent that is made first and confirmed second. Making it again under its key answers the
same one and moves nothing, so asking and cancelling find it, or see to it that it can never be confirmed.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import stripe

from ...domain.attempt import (
    Attempt,
    AttemptKind,
    AuthenticationNeeded,
    Cancelled,
    Declined,
    DeclineReason,
    NotMade,
    Outcome,
    Unknown,
)
from ...domain.errors import Conflict, Invalid
from ...ports.payments import KeptCard, Message
from . import messages
from .cards import Cards
from .errors import REFUSED, answered, missing, translated, unknown
from .wording import amount_of, field, is_about, metadata_of, outcome_of, refund_outcome_of

API_VERSION = "2026-10-28.endive"
TIMEOUT_SECONDS = 20
# Stripe forgets a key after a day at the earliest; until an hour before, repeating it is safe.
KEYS_KEPT_FOR = timedelta(hours=23)
# How far apart the clocks may be, when attempts are looked for by when they were made.
SLACK = timedelta(hours=1)
_EXPANDED = ["latest_charge"]


class StripePayments:
    """`http_client` is the SDK's own seam. The SDK tries again where it may: every call here has its key."""

    def __init__(
        self,
        key: str,
        webhook_secret: str,
        now: Callable[[], datetime],
        *,
        return_url: str = "",
        api_base: str | None = None,
        http_client: stripe.HTTPClient | None = None,
        retries: int = 2,
    ) -> None:
        self._client = stripe.StripeClient(
            key,
            stripe_version=API_VERSION,
            base_addresses={"api": api_base} if api_base else {},
            http_client=http_client or stripe.RequestsClient(timeout=TIMEOUT_SECONDS),
            max_network_retries=retries,
        )
        self._webhook_secret = webhook_secret
        self._now = now
        self._return_url = return_url
        self._cards = Cards(self._client, return_url)

    def card_link(self, practice_id: str, client_id: str, account: str | None) -> str:
        return self._cards.link(practice_id, client_id, account)

    def keep_card(self, practice_id: str, client_id: str, account: str | None, reference: str) -> KeptCard:
        return self._cards.keep(practice_id, client_id, account, reference)

    def forget(self, practice_id: str, client_id: str, account: str | None) -> None:
        self._cards.forget(practice_id, client_id, account)

    def charge(self, attempt: Attempt) -> Outcome:
        try:
            intent = self._made(attempt)
        except _Untakeable as untakeable:
            return Declined(untakeable.reason)
        refused = False
        try:
            with translated():
                self._client.v1.payment_intents.confirm(
                    intent["id"], {"off_session": True}, {"idempotency_key": f"{attempt.key}/confirm"}
                )
        except stripe.CardError:
            pass  # what it says is on the intent, too
        except stripe.InvalidRequestError:
            refused = True  # confirmed or cancelled before, which the intent tells, or a card that is gone
        outcome = self._final(self._retrieved(intent["id"]))
        if refused and isinstance(outcome, NotMade):
            self._cancelled(intent)
            return Declined(DeclineReason.CARD_REFUSED, intent["id"])
        return outcome

    def refund(self, attempt: Attempt) -> Outcome:
        amount = amount_of(attempt.amount)
        if amount is None:
            return Declined(DeclineReason.NOT_SUPPORTED)
        wanted: Any = {**_paid_with(attempt), "amount": amount, "metadata": metadata_of(attempt)}
        try:
            with translated():
                refund = self._client.v1.refunds.create(wanted, {"idempotency_key": attempt.key})
        except REFUSED:
            return Declined(DeclineReason.NOT_REFUNDABLE)
        return refund_outcome_of(refund)

    def ask(self, attempt: Attempt) -> Outcome:
        if attempt.kind is AttemptKind.REFUND:
            return self._refund_found(attempt)
        try:
            intent = self._found(attempt)
        except _Untakeable as untakeable:
            return Declined(untakeable.reason)
        return NotMade() if intent is None else self._final(intent)

    def cancel(self, attempt: Attempt) -> Outcome:
        try:
            intent = self._found(attempt)
        except _Untakeable as untakeable:
            return Declined(untakeable.reason)
        if intent is None:
            # More than a day old, and nowhere: no call for it is on its way any more.
            return Cancelled()
        before = outcome_of(intent)
        if isinstance(before, NotMade | AuthenticationNeeded | Declined):
            return self._cancelled(intent)
        return before

    def authentication_link(self, attempt: Attempt) -> str:
        if not self._return_url:
            raise Invalid("payments", "needs ?return_url=: where the payer comes back to from their bank")
        try:
            intent = self._found(attempt)
        except _Untakeable:
            intent = None
        if intent is None or not isinstance(outcome_of(intent), AuthenticationNeeded):
            raise Conflict("an attempt that waited for authentication")
        if intent["status"] != "requires_action":
            try:
                with translated():
                    # This time the payer is there.
                    intent = self._client.v1.payment_intents.confirm(
                        intent["id"],
                        {"payment_method": attempt.card_reference or "", "return_url": self._return_url},
                    )
            except REFUSED:
                raise Conflict("an attempt that waited for authentication") from None
        redirect = field(field(intent, "next_action"), "redirect_to_url")
        if redirect is None:
            raise Conflict("an attempt that waited for authentication")
        return str(redirect["url"])

    def read(self, payload: bytes, signature: str) -> Message | None:
        return messages.read(payload, signature, self._webhook_secret)

    def _made(self, attempt: Attempt) -> Any:
        """The attempt's payment intent, not confirmed: made now, or answered again under its key."""
        amount = amount_of(attempt.amount)
        if amount is None:
            raise _Untakeable(DeclineReason.NOT_SUPPORTED)
        card = attempt.card_reference or ""
        try:
            account = attempt.account or self._cards.account_of(card)
            wanted: Any = {
                "amount": amount,
                "currency": attempt.amount.currency.lower(),
                "payment_method": card,
                "payment_method_types": ["card"],
                "description": attempt.description,
                "metadata": metadata_of(attempt),
                **({"customer": account} if account else {}),
            }
            with translated():
                return self._client.v1.payment_intents.create(wanted, {"idempotency_key": attempt.key})
        except stripe.InvalidRequestError as error:
            about_card = missing(error) or error.param in ("payment_method", "customer")
            reason = DeclineReason.CARD_REFUSED if about_card else DeclineReason.NOT_SUPPORTED
            raise _Untakeable(reason, unknown=missing(error)) from None
        except stripe.CardError:
            raise _Untakeable(DeclineReason.CARD_REFUSED) from None

    def _found(self, attempt: Attempt) -> Any | None:
        """The attempt's payment intent as it stands; None where there is none. Never by search, which lags.

        A card that Stripe does not know is no proof that nothing was taken: the key may be another account's.
        """
        if attempt.reference is not None:
            return self._retrieved(attempt.reference)
        if self._now() - attempt.made_at < KEYS_KEPT_FOR:
            try:
                made = self._made(attempt)
            except _Untakeable as untakeable:
                if untakeable.unknown:
                    raise unknown("this card") from None
                raise
            return self._retrieved(made["id"])
        found = self._listed(attempt)
        return None if found is None else self._retrieved(found["id"])

    def _listed(self, attempt: Attempt) -> Any | None:
        with answered("this card"):
            account = attempt.account or self._cards.account_of(attempt.card_reference or "")
        if not account:
            return None
        since = int((attempt.made_at - SLACK).timestamp())
        with answered("this client"):
            page = self._client.v1.payment_intents.list({"customer": account, "created": {"gte": since}, "limit": 100})
            return next((one for one in page.auto_paging_iter() if is_about(one, attempt)), None)

    def _retrieved(self, reference: str) -> Any:
        with answered("this payment"):
            return self._client.v1.payment_intents.retrieve(reference, {"expand": _EXPANDED})

    def _final(self, intent: Any) -> Outcome:
        """Its outcome; a decline is cancelled first, so that nobody can pay it by an old link later."""
        outcome = outcome_of(intent)
        if isinstance(outcome, Declined) and intent["status"] != "canceled":
            return self._cancelled(intent)
        return outcome

    def _cancelled(self, intent: Any) -> Outcome:
        try:
            with translated():
                self._client.v1.payment_intents.cancel(intent["id"])
        except REFUSED:
            pass  # paid, or being paid, or cancelled meanwhile: the intent tells
        after = outcome_of(self._retrieved(intent["id"]))
        if isinstance(after, NotMade | AuthenticationNeeded):
            return Unknown(intent["id"])
        return after

    def _refund_found(self, attempt: Attempt) -> Outcome:
        """Refunds are listed by their payment, however old they are."""
        wanted: Any = {**_paid_with(attempt), "limit": 100}
        with answered("this payment"):
            page = self._client.v1.refunds.list(wanted)
            found = next((one for one in page.auto_paging_iter() if is_about(one, attempt)), None)
        return NotMade() if found is None else refund_outcome_of(found)


def _paid_with(attempt: Attempt) -> dict[str, str]:
    reference = attempt.charge_reference or ""
    return {"charge": reference} if reference.startswith("ch_") else {"payment_intent": reference}


class _Untakeable(Exception):
    """Stripe would not even make an intent of it."""

    def __init__(self, reason: DeclineReason, *, unknown: bool = False) -> None:
        super().__init__(reason)
        self.reason = reason
        self.unknown = unknown
        """Because it knows nothing of the card, or of whose it is."""
