"""Cards at Stripe: entered on its hosted page, kept with a customer who carries practice and client."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from http import HTTPStatus
from typing import Any

import stripe

from ...domain.client import Card
from ...domain.errors import Invalid, Unavailable
from ...ports.payments import KeptCard
from .errors import REFUSED, answered, translated
from .wording import field


class Cards:
    def __init__(self, client: stripe.StripeClient, return_url: str) -> None:
        self._client = client
        self._return_url = return_url

    def link(self, practice_id: str, client_id: str, account: str | None) -> str:
        """A Checkout page in setup mode, which is good for a day: made when the host's own page is opened."""
        if not self._return_url:
            raise Invalid("payments", "needs ?return_url=: where Stripe sends the client back to")
        whose = {"practice": practice_id, "client": client_id}
        joined = "&" if "?" in self._return_url else "?"
        with answered("this client"):
            customer = account or self._customer(practice_id, client_id)
        page: Any = {
            "mode": "setup",
            "customer": customer,
            "payment_method_types": ["card"],
            "success_url": f"{self._return_url}{joined}reference={{CHECKOUT_SESSION_ID}}",
            "cancel_url": self._return_url,
            "metadata": whose,
            "setup_intent_data": {"metadata": whose},
        }
        with answered("this client"):
            session = self._client.v1.checkout.sessions.create(page)
        return str(session["url"])

    def keep(self, practice_id: str, client_id: str, account: str | None, reference: str) -> KeptCard:
        """`reference`: what the page gave back (``cs_``), its setup intent, or the card itself (``pm_``).

        One that belongs to somebody else is `Invalid`: ids can be guessed.
        """
        whose = {"practice": practice_id, "client": client_id}
        try:
            method = self._method(reference, whose)
            customer = field(method, "customer")
            if customer is None:
                customer = account or self._customer(practice_id, client_id)
                with translated():
                    method = self._client.v1.payment_methods.attach(method["id"], {"customer": customer})
            elif customer != account:
                with translated():
                    owner = self._client.v1.customers.retrieve(customer)
                _must_be_theirs(owner, whose, strictly=account is not None)
        except stripe.CardError:
            raise Invalid("reference", "is a card that its bank refuses") from None
        except stripe.InvalidRequestError:
            raise Invalid("reference", "is none that Stripe knows") from None
        card = field(method, "card")
        if card is None:
            raise Invalid("reference", "is no card")
        return KeptCard(
            card=Card(
                reference=method["id"],
                brand=card["brand"],
                last4=card["last4"],
                exp_month=card["exp_month"],
                exp_year=card["exp_year"],
            ),
            account=str(customer),
        )

    def forget(self, practice_id: str, client_id: str, account: str | None) -> None:
        """Their customer goes, and every card with it; one that was made for a page that nobody finished, too."""
        whose = {"practice": practice_id, "client": client_id}
        for customer in {*self._known_as(account, whose), *self._found(whose)}:
            with suppress(_Gone), _unless_gone():
                self._client.v1.customers.delete(customer)

    def _known_as(self, account: str | None, whose: dict[str, str]) -> Iterator[str]:
        """`account`, or the customer of the card that it leads to; unless that customer is somebody else."""
        if account is None or account.startswith("cus_"):
            yield from filter(None, (account,))
            return
        with suppress(_Gone, Invalid), _unless_gone():
            customer = field(self._method(account, whose), "customer")
            if customer is not None:
                _must_be_theirs(self._client.v1.customers.retrieve(customer), whose, strictly=False)
                yield str(customer)

    def _found(self, whose: dict[str, str]) -> list[str]:
        """Every customer with their name on it. None where Stripe has no search, which is not everywhere."""
        said = " AND ".join(f"metadata['{name}']:'{_quoted(value)}'" for name, value in whose.items())
        try:
            with translated():
                page = self._client.v1.customers.search({"query": said, "limit": 100})
                return [str(customer["id"]) for customer in page.auto_paging_iter()]
        except stripe.InvalidRequestError:
            return []

    def account_of(self, reference: str) -> str | None:
        """The customer a card belongs to: for cards that came in with an import. Refusals stay what they are."""
        with translated():
            method = self._client.v1.payment_methods.retrieve(reference)
        customer = field(method, "customer")
        return None if customer is None else str(customer)

    def _method(self, reference: str, whose: dict[str, str]) -> Any:
        client = self._client.v1
        with translated():
            if reference.startswith("cs_"):
                page = client.checkout.sessions.retrieve(reference)
                _must_be_theirs(page, whose, strictly=True)
                reference = str(page["setup_intent"])
            if reference.startswith("seti_"):
                setup = client.setup_intents.retrieve(reference)
                _must_be_theirs(setup, whose, strictly=True)
                if setup["payment_method"] is None:
                    raise Invalid("reference", "no card has been entered there yet")
                reference = str(setup["payment_method"])
            return client.payment_methods.retrieve(reference)

    def _customer(self, practice_id: str, client_id: str) -> str:
        """A second click within the day makes no second customer."""
        with translated():
            made = self._client.v1.customers.create(
                {"metadata": {"practice": practice_id, "client": client_id}},
                {"idempotency_key": f"{practice_id}/{client_id}/customer"},
            )
        return str(made["id"])


def _must_be_theirs(thing: Any, whose: dict[str, str], *, strictly: bool) -> None:
    """By its metadata; a customer of the time before this core has none, and passes where nothing is known."""
    metadata = field(thing, "metadata")
    said = {name: field(metadata, name) for name in whose if field(metadata, name)}
    if said != whose and (said or strictly):
        raise Invalid("reference", "belongs to somebody else")


class _Gone(Exception):
    """Stripe knows nothing of it."""


@contextmanager
def _unless_gone() -> Iterator[None]:
    """As `translated`; what is gone is told apart, and any other refusal is an outage: it is tried again."""
    try:
        with translated():
            yield
    except REFUSED as error:
        gone = error.http_status == HTTPStatus.NOT_FOUND
        raise _Gone if gone else Unavailable("gateway", "it refused the request") from None


def _quoted(value: str) -> str:
    """As a search takes it."""
    return value.replace("\\", "\\\\").replace("'", "\\'")
