"""A stateful Stripe at the SDK's own seam for HTTP clients, written from Stripe's documentation.

It honours idempotency keys for a day as Stripe does, declines by test card, asks for authentication, refuses to
refund more than is left, lists by customer in pages, and can fail before or after it acted.
"""

from __future__ import annotations

import hashlib
import hmac
import json
import re
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import timedelta
from itertools import count
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import attrs
import stripe
from tests.values import NOW

from practice_core import Money
from practice_core.adapters.clock import SettableClock
from practice_core.adapters.stripe.gateway import StripePayments
from practice_core.domain.attempt import Attempt
from practice_core.testing.payments import Till

SECRET = "whsec_made_up"  # noqa: S105
ACCOUNT = "cus_pat"
DECLINES = {"pm_poor": "insufficient_funds", "pm_old": "expired_card", "pm_stolen": "stolen_card"}
ASKS = {"pm_bank"}
SLOW = {"pm_slow"}
DAY = timedelta(days=1)


@attrs.frozen
class Refusal(Exception):
    """What Stripe answers instead of doing it."""

    status: int
    error: dict[str, Any]


def bad(param: str, code: str = "parameter_invalid", status: int = 400) -> Refusal:
    return Refusal(status, {"type": "invalid_request_error", "param": param, "code": code, "message": "no"})


@attrs.define(eq=False, slots=False)
class FakeStripe(stripe.HTTPClient):
    """`calls` are the paths asked for, in order. `failing`: at which call, counted from 0, what happens."""

    name = "fake"

    clock: SettableClock = attrs.field(factory=lambda: SettableClock(NOW))
    calls: list[str] = attrs.field(factory=list)
    headers: list[Mapping[str, str]] = attrs.field(factory=list)
    failing: dict[int, str] = attrs.field(factory=dict)
    things: dict[str, dict[str, Any]] = attrs.field(factory=dict)
    moved: list[tuple[int, str]] = attrs.field(factory=list)
    slow_refunds: bool = False
    """Whether refunds wait to be made, as where the balance is too low."""
    _keys: dict[str, tuple[Any, str, tuple[int, str]]] = attrs.field(factory=dict)
    _numbers: Any = attrs.field(factory=lambda: count(1))

    def __attrs_post_init__(self) -> None:
        super().__init__()
        self.things[ACCOUNT] = {"id": ACCOUNT, "object": "customer", "metadata": {}}
        for name in ("pm_pays", *DECLINES, *ASKS, *SLOW):
            self.add_card(name, customer=ACCOUNT)

    def add_card(self, name: str, *, customer: str | None = None) -> None:
        card = {"brand": "visa", "last4": "4242", "exp_month": 12, "exp_year": 2030}
        self.things[name] = {"id": name, "object": "payment_method", "customer": customer, "card": card}

    def payments(self, **options: Any) -> StripePayments:
        options = {"return_url": "https://host.example/back", "retries": 0} | options
        return StripePayments("sk_test_made_up", SECRET, self.clock.now, http_client=self, **options)

    def till(self) -> Till:
        return Till(
            payments=self.payments(),
            now=self.clock.now,
            account=ACCOUNT,
            pays="pm_pays",
            declines="pm_poor",
            asks="pm_bank",
            ledger=lambda: [money(amount, currency) for amount, currency in self.moved],
            authenticate=self.authenticate,
            message=lambda attempt: self.event("payment_intent.succeeded", self.intent_of(attempt)),
            stale=lambda attempt: self.event("payment_intent.succeeded", self.intent_of(attempt), age=600),
            message_of_card=lambda practice, client, card: self.event(
                "setup_intent.succeeded",
                {
                    "id": "seti_1",
                    "object": "setup_intent",
                    "payment_method": card,
                    "metadata": {"practice": practice, "client": client},
                },
            ),
        )

    # What happens at Stripe without being asked

    def intent_of(self, attempt: Attempt) -> dict[str, Any]:
        wanted = (attempt.practice_id, attempt.id)
        return next(
            one
            for one in self.things.values()
            if one["object"] == "payment_intent"
            and (one["metadata"].get("practice"), one["metadata"].get("attempt")) == wanted
        )

    def authenticate(self, attempt: Attempt) -> None:
        """The payer comes by the link and says yes."""
        intent = self.intent_of(attempt)
        if intent["status"] in ("requires_action", "requires_payment_method"):
            self._succeed(intent)

    def process(self, attempt: Attempt, *, declined: bool = False) -> None:
        """The bank has made up its mind about a charge on a slow card."""
        intent = self.intent_of(attempt)
        if declined:
            self._declined(intent, "card_declined", "insufficient_funds")
        else:
            self._succeed(intent)

    def refunds(self) -> list[dict[str, Any]]:
        return [one for one in self.things.values() if one["object"] == "refund"]

    def give_back(self, refund: dict[str, Any]) -> None:
        """One that waited is made."""
        refund["status"] = "succeeded"
        self.moved.append((-refund["amount"], self._get(refund["payment_intent"])["currency"]))

    def send_back(self, refund: dict[str, Any]) -> None:
        """The payer's bank does not take it, which comes out days after it was made: the money is here again."""
        if refund["status"] == "succeeded":
            self.moved.append((refund["amount"], self._get(refund["payment_intent"])["currency"]))
        refund["status"] = "failed"

    @contextmanager
    def with_another_accounts_key(self) -> Iterator[None]:
        """Nothing is known there, and what is asked under a key is asked for the first time."""
        things, keys = self.things, self._keys
        self.things, self._keys = {}, {}
        yield
        self.things, self._keys = things, keys

    def event(self, kind: str, thing: Mapping[str, Any], *, age: int = 0) -> tuple[bytes, str]:
        """A signed webhook. The SDK looks at the real clock."""
        body = {
            "id": f"evt_{thing['id']}_{kind}",
            "object": "event",
            "created": int(self.clock.now().timestamp()),
            "type": kind,
            "data": {"object": thing},
        }
        payload, sent = json.dumps(body), int(time.time()) - age
        mark = hmac.new(SECRET.encode(), f"{sent}.{payload}".encode(), hashlib.sha256).hexdigest()
        return payload.encode(), f"t={sent},v1={mark}"

    # The seam

    def request(
        self, method: str, url: str, headers: Mapping[str, str] | None, post_data: Any = None
    ) -> tuple[str, int, Mapping[str, str]]:
        place = urlsplit(url)
        self.calls.append(f"{method.upper()} {place.path}")
        self.headers.append(headers or {})
        how = self.failing.pop(len(self.calls) - 1, "")
        if how == "before":
            raise stripe.APIConnectionError("down", should_retry=True)
        if how.isdigit():
            kind = {"400": "invalid_request_error", "402": "card_error", "404": "invalid_request_error"}.get(
                how, "api_error"
            )
            return json.dumps({"error": {"type": kind, "message": "no"}}), int(how), {}
        params = nested(parse_qsl(place.query or post_data or "", keep_blank_values=True))
        status, body = self._keyed(method, place.path, params, (headers or {}).get("Idempotency-Key"))
        if how == "after":
            raise stripe.APIConnectionError("timed out", should_retry=True)
        return body, status, {}

    def close(self) -> None:
        """Nothing to close."""

    def _keyed(self, method: str, path: str, params: dict[str, Any], key: str | None) -> tuple[int, str]:
        if key is None or method.lower() != "post":
            return self._answer(method, path, params)
        said = json.dumps([path, params], sort_keys=True)
        known = self._keys.get(key)
        if known is not None and self.clock.now() - known[0] < DAY:
            if known[1] == said:
                return known[2]
            error = {"type": "idempotency_error", "message": "other parameters"}
            return 400, json.dumps({"error": error})
        answer = self._answer(method, path, params)
        self._keys[key] = self.clock.now(), said, answer
        return answer

    def _answer(self, method: str, path: str, params: dict[str, Any]) -> tuple[int, str]:
        try:
            return 200, json.dumps(self._do(method.upper(), path.removeprefix("/v1/").split("/"), params))
        except Refusal as refusal:
            return refusal.status, json.dumps({"error": refusal.error})

    def _do(self, method: str, path: list[str], params: dict[str, Any]) -> Any:  # noqa: C901, PLR0912 - one case a path
        match method, path:
            case "POST", ["customers"]:
                return self._new("cus", "customer", metadata=params.get("metadata", {}))
            case "DELETE", ["customers", name]:
                return self._delete(name)
            case "GET", ["customers", "search"]:
                return self._search(params)
            case "POST", ["payment_intents"]:
                return self._intent(params)
            case "POST", ["payment_intents", name, "confirm"]:
                return self._confirm(self._get(name), params)
            case "POST", ["payment_intents", name, "cancel"]:
                return self._cancel(self._get(name))
            case "GET", ["payment_intents"]:
                return self._list("payment_intent", "customer", params)
            case "POST", ["refunds"]:
                return self._refund(params)
            case "GET", ["refunds"]:
                return self._list("refund", "payment_intent", params)
            case "POST", ["payment_methods", name, "attach"]:
                return self._get(name) | self._changed(name, customer=params["customer"])
            case "POST", ["checkout", "sessions"]:
                return self._page(params)
            case "GET", ["checkout", "sessions", name]:
                return self._get(name)
            case "GET", [_, name]:
                return self._get(name)
            case _:
                raise bad("path", status=404)

    def _get(self, name: str) -> dict[str, Any]:
        if name not in self.things:
            raise bad("id", "resource_missing", 404)
        return self.things[name]

    def _changed(self, name: str, **fields: Any) -> dict[str, Any]:
        self.things[name].update(fields)
        return self.things[name]

    def _new(self, prefix: str, kind: str, **fields: Any) -> dict[str, Any]:
        name = f"{prefix}_{next(self._numbers):04}"
        created = int(self.clock.now().timestamp())
        self.things[name] = {"id": name, "object": kind, "created": created, **fields}
        return self.things[name]

    def _delete(self, name: str) -> dict[str, Any]:
        """Its cards are nobody's any more, and cannot be used again."""
        customer = self._get(name)
        if customer.get("deleted"):
            raise bad("id", "resource_missing", 404)
        for one in self.things.values():
            if one["object"] == "payment_method" and one["customer"] == name:
                one["customer"] = None
        self.things[name] = {"id": name, "object": "customer", "deleted": True}
        return self.things[name]

    def _search(self, params: dict[str, Any]) -> dict[str, Any]:
        wanted = dict(re.findall(r"metadata\['(\w+)'\]:'((?:[^'\\]|\\.)*)'", params["query"]))
        said = {name: re.sub(r"\\(.)", r"\1", value) for name, value in wanted.items()}
        customers = (one for one in self.things.values() if one["object"] == "customer" and not one.get("deleted"))
        found = [one for one in customers if said.items() <= one["metadata"].items()]
        return {"object": "search_result", "data": found, "has_more": False, "url": "/v1/customers/search"}

    def _page(self, params: dict[str, Any]) -> dict[str, Any]:
        metadata = params["setup_intent_data"]["metadata"]
        setup = self._new("seti", "setup_intent", payment_method=None, metadata=metadata)
        page = self._new("cs", "checkout.session", setup_intent=setup["id"], metadata=params["metadata"])
        return self._changed(page["id"], url=f"https://checkout.stripe.example/{page['id']}")

    def _intent(self, params: dict[str, Any]) -> dict[str, Any]:
        amount, currency, card = int(params["amount"]), params["currency"], params["payment_method"]
        if params.get("customer", ACCOUNT) not in self.things:
            raise bad("customer", "resource_missing", 404)
        if card not in self.things:
            raise bad("payment_method", "resource_missing", 404)
        if (self.things[card]["customer"] or None) != params.get("customer"):
            raise bad("payment_method", "payment_method_unexpected_state")
        if amount < 1 or (currency == "isk" and amount % 100) or (currency == "kwd" and amount % 10):
            raise bad("amount")
        return self._new(
            "pi",
            "payment_intent",
            amount=amount,
            currency=currency,
            customer=params.get("customer"),
            payment_method=card,
            metadata=params.get("metadata", {}),
            status="requires_confirmation",
            last_payment_error=None,
            latest_charge=None,
            next_action=None,
        )

    def _confirm(self, intent: dict[str, Any], params: dict[str, Any]) -> dict[str, Any]:
        if intent["status"] not in ("requires_confirmation", "requires_payment_method"):
            raise bad("status", "payment_intent_unexpected_state")
        card = params.get("payment_method") or intent["payment_method"]
        if self.things[card]["customer"] is None and intent["customer"]:
            raise bad("payment_method", "resource_missing")
        if card in DECLINES:
            raise self._declined(intent, "card_declined", DECLINES[card])
        if card in SLOW:
            intent.update(status="processing")
            return intent
        if card in ASKS:
            if params.get("off_session") == "true":
                raise self._declined(intent, "authentication_required", "authentication_required")
            url = f"https://hooks.stripe.example/{intent['id']}"
            action = {"type": "redirect_to_url", "redirect_to_url": {"url": url, "return_url": params["return_url"]}}
            intent.update(status="requires_action", next_action=action, last_payment_error=None)
            return intent
        return self._succeed(intent)

    def _declined(self, intent: dict[str, Any], code: str, decline_code: str) -> Refusal:
        error = {"type": "card_error", "code": code, "decline_code": decline_code, "message": "declined"}
        intent.update(status="requires_payment_method", last_payment_error=error)
        return Refusal(402, error)

    def _succeed(self, intent: dict[str, Any]) -> dict[str, Any]:
        created = int(self.clock.now().timestamp())
        charge = {"id": f"ch_{intent['id']}", "object": "charge", "created": created}
        intent.update(status="succeeded", latest_charge=charge, last_payment_error=None, next_action=None)
        self.moved.append((intent["amount"], intent["currency"]))
        return intent

    def _cancel(self, intent: dict[str, Any]) -> dict[str, Any]:
        if intent["status"] in ("succeeded", "canceled", "processing"):
            raise bad("status", "payment_intent_unexpected_state")
        intent.update(status="canceled", next_action=None)
        return intent

    def _refund(self, params: dict[str, Any]) -> dict[str, Any]:
        intent, amount = self._get(params["payment_intent"]), int(params["amount"])
        on_it = [one for one in self.refunds() if one["payment_intent"] == intent["id"] and one["status"] != "failed"]
        if intent["status"] != "succeeded" or amount > intent["amount"] - sum(one["amount"] for one in on_it):
            raise bad("amount", "charge_already_refunded")
        metadata = params.get("metadata", {})
        made = self._new(
            "re", "refund", payment_intent=intent["id"], amount=amount, status="pending", metadata=metadata
        )
        if not self.slow_refunds:
            self.give_back(made)
        return made

    def _list(self, kind: str, by: str, params: dict[str, Any]) -> dict[str, Any]:
        if params.get(by) not in self.things:
            raise bad(by, "resource_missing", 404)
        since = int(params.get("created", {}).get("gte", 0))
        found = [
            one
            for one in reversed(self.things.values())
            if one["object"] == kind and one.get(by) == params.get(by) and one["created"] >= since
        ]
        names = [one["id"] for one in found]
        start = names.index(params["starting_after"]) + 1 if "starting_after" in params else 0
        # Small pages, so that there is more than one.
        page = found[start : start + 2]
        more = start + 2 < len(found)
        return {"object": "list", "data": page, "has_more": more, "url": f"/v1/{kind}s"}


def nested(pairs: list[tuple[str, str]]) -> dict[str, Any]:
    """`a[b]=c` as Stripe reads it."""
    result: dict[str, Any] = {}
    for name, value in pairs:
        first, *rest = name.replace("]", "").split("[")
        place = result
        for part in rest:
            place = place.setdefault(first, {})
            first = part
        place[first] = value
    return result


def money(amount: int, currency: str) -> Money:
    """As ISO 4217 counts it."""
    return Money(amount // 100 if currency == "isk" else amount, currency.upper())
