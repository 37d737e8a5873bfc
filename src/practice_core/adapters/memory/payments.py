"""A gateway in this process: for trying out and for tests. It says yes, unless scripted otherwise."""

from __future__ import annotations

import hashlib
import hmac
import json
from collections import Counter
from collections.abc import Callable
from datetime import datetime, timedelta
from threading import RLock
from typing import TypeVar

import attrs

from ...domain.attempt import (
    Attempt,
    AttemptKind,
    AuthenticationNeeded,
    Cancelled,
    Declined,
    DeclineReason,
    NotMade,
    Outcome,
    Paid,
)
from ...domain.checks import an_id
from ...domain.client import Card
from ...domain.errors import Conflict, IdempotencyConflict, Invalid, Unavailable
from ...domain.money import Money
from ...ports.payments import AboutAttempt, CardEntered, KeptCard, Message

T = TypeVar("T")
TOLERANCE = timedelta(minutes=5)
_SECRET = b"memory"


@attrs.frozen(kw_only=True)
class Moved:
    """Money that moved: from the payer for a charge, back to them for a refund."""

    at: datetime
    kind: AttemptKind
    key: str
    amount: Money
    payer_id: str
    reference: str = attrs.field(repr=False)


class MemoryPayments:
    """Keeps any reference as a good card expiring three years on, unless a card was scripted for it.

    An attempt is kept with its outcome under its key. It knows nothing of another process: refunds of payments it
    never saw are made all the same.
    """

    def __init__(self, now: Callable[[], datetime]) -> None:
        self._now = now
        self._lock = RLock()
        self._scripted: dict[str, Card] = {}
        self._declines: dict[str, tuple[DeclineReason, int]] = {}
        self._authenticates: set[str] = set()
        self._failing: Counter[tuple[str, str]] = Counter()
        self._down = False
        self._told: dict[str, Attempt] = {}
        self._outcomes: dict[str, Outcome] = {}
        self._ledger: list[Moved] = []
        self._whose: dict[str, tuple[str, str]] = {}
        self._forgotten: set[tuple[str, str]] = set()

    # Scripts

    def script(self, card: Card) -> None:
        """From now on that is the card behind its reference."""
        self._scripted[card.reference] = card

    def declines(self, reference: str, reason: DeclineReason, *, times: int = 1_000_000) -> None:
        """The next charges on that card are declined. On a payment's reference: its refunds."""
        self._declines[reference] = reason, times

    def asks_for_authentication(self, reference: str) -> None:
        """Charges on that card wait for the payer to answer their bank."""
        self._authenticates.add(reference)

    @property
    def waiting(self) -> tuple[Attempt, ...]:
        """The charges that wait for the payer to answer, the oldest first."""
        with self._lock:
            answered = self._outcomes
            return tuple(one for key, one in self._told.items() if isinstance(answered.get(key), AuthenticationNeeded))

    def authenticate(self, attempt: Attempt) -> None:
        """The payer answers their bank, by the link: a charge that waits for it is paid."""
        with self._lock:
            if isinstance(self._outcomes.get(attempt.key), AuthenticationNeeded):
                self._outcomes[attempt.key] = self._move(attempt)

    def fails(self, method: str, *, acted: bool, times: int = 1) -> None:
        """The next calls of that method time out: after having acted, or before."""
        self._failing[method, "after" if acted else "before"] += times

    def down(self, down: bool = True) -> None:
        """From now on nobody answers, whatever is asked; or somebody does again."""
        self._down = down

    @property
    def forgotten(self) -> frozenset[tuple[str, str]]:
        """Whom it was told to forget: practice and client."""
        with self._lock:
            return frozenset(self._forgotten)

    @property
    def ledger(self) -> tuple[Moved, ...]:
        """All the money that moved, the oldest first."""
        with self._lock:
            return tuple(self._ledger)

    def message_about(self, attempt: Attempt, *, at: datetime | None = None) -> tuple[bytes, str]:
        """The message that something became of it, and its signature."""
        said = {"practice": attempt.practice_id, "attempt": attempt.id}
        return self._signed({"id": f"message-{attempt.id}-{len(self._ledger)}", **said}, at)

    def message_of_card(
        self,
        practice_id: str,
        client_id: str,
        reference: str,
        *,
        at: datetime | None = None,
        entered_at: datetime | None = None,
    ) -> tuple[bytes, str]:
        """The message that a client entered a card on the gateway's page, and its signature. `at`: when it is sent."""
        entered = (entered_at or at or self._now()).isoformat()
        said = {"practice": practice_id, "client": client_id, "reference": reference, "entered_at": entered}
        return self._signed({"id": f"card-{client_id}-{reference}", **said}, at)

    # The port

    def card_link(self, practice_id: str, client_id: str, account: str | None) -> str:
        self._must_answer()
        return f"memory://cards/{practice_id}/{client_id}"

    def keep_card(self, practice_id: str, client_id: str, account: str | None, reference: str) -> KeptCard:
        an_id("reference", reference, most=255)
        self._must_answer()
        self._whose[reference] = practice_id, client_id
        today = self._now()
        card = self._scripted.get(reference) or Card(
            reference=reference,
            brand="visa",
            last4="4242",
            exp_month=today.month,
            exp_year=today.year + 3,
        )
        return KeptCard(card=card, account=account or f"memory-{client_id}")

    def forget(self, practice_id: str, client_id: str, account: str | None) -> None:
        def forgotten() -> None:
            self._forgotten.add((practice_id, client_id))

        self._answering("forget", forgotten)

    def charge(self, attempt: Attempt) -> Outcome:
        return self._answering("charge", lambda: self._made(attempt, self._charged))

    def refund(self, attempt: Attempt) -> Outcome:
        return self._answering("refund", lambda: self._made(attempt, self._refunded))

    def ask(self, attempt: Attempt) -> Outcome:
        return self._answering("ask", lambda: self._outcomes.get(attempt.key, NotMade()))

    def cancel(self, attempt: Attempt) -> Outcome:
        def cancelled() -> Outcome:
            known = self._outcomes.get(attempt.key)
            if known is None or isinstance(known, AuthenticationNeeded):
                # One never heard of is refused from now on: a call for it may still be on its way.
                self._told.setdefault(attempt.key, attempt)
                known = self._outcomes[attempt.key] = Cancelled()
            return known

        return self._answering("cancel", cancelled)

    def authentication_link(self, attempt: Attempt) -> str:
        self._must_answer()
        if not isinstance(self._outcomes.get(attempt.key), AuthenticationNeeded):
            raise Conflict("an attempt that waited for authentication")
        return f"memory://authenticate/{attempt.key}"

    def read(self, payload: bytes, signature: str) -> Message | None:
        sent, _, mark = signature.partition(",")
        if not hmac.compare_digest(_mark(sent, payload).encode(), mark.encode()):
            raise Invalid("signature", "is not the gateway's")
        if abs(self._now() - datetime.fromisoformat(sent)) > TOLERANCE:
            raise Invalid("signature", "is too old")
        said = json.loads(payload)
        match said:
            case {"id": str(name), "practice": str(practice_id), "attempt": str(attempt_id)}:
                return AboutAttempt(id=name, practice_id=practice_id, attempt_id=attempt_id)
            case {
                "id": str(name),
                "practice": str(practice_id),
                "client": str(client_id),
                "reference": str(card),
                "entered_at": str(entered),
            }:
                entered_at = datetime.fromisoformat(entered)
                return CardEntered(
                    id=name, practice_id=practice_id, client_id=client_id, entered_at=entered_at, reference=card
                )
            case _:
                return None

    # How it is done

    def _must_answer(self) -> None:
        if self._down:
            raise Unavailable("gateway", "it is down")

    def _answering(self, method: str, act: Callable[[], T]) -> T:
        with self._lock:
            self._must_answer()
            if self._times_out(method, "before"):
                raise Unavailable("gateway", "timed out")
            outcome = act()
            if self._times_out(method, "after"):
                raise Unavailable("gateway", "timed out", outcome="unknown")
            return outcome

    def _times_out(self, method: str, when: str) -> bool:
        failing = self._failing[method, when] > 0
        self._failing[method, when] -= failing
        return failing

    def _made(self, attempt: Attempt, make: Callable[[Attempt], Outcome]) -> Outcome:
        """Made once under its key; the same again answers as things stand."""
        told = self._told.setdefault(attempt.key, attempt)
        if _input(told) != _input(attempt):
            raise IdempotencyConflict
        if attempt.key not in self._outcomes:
            self._outcomes[attempt.key] = make(attempt)
        return self._outcomes[attempt.key]

    def _charged(self, attempt: Attempt) -> Outcome:
        card = attempt.card_reference or ""
        if reason := self._scripted_decline(card):
            return Declined(reason)
        if self._whose.get(card) in self._forgotten:
            return Declined(DeclineReason.CARD_REFUSED)
        if card in self._authenticates:
            return AuthenticationNeeded(f"payment-{attempt.key}")
        return self._move(attempt)

    def _refunded(self, attempt: Attempt) -> Outcome:
        payment = attempt.charge_reference or ""
        if reason := self._scripted_decline(payment):
            return Declined(reason)
        taken = [moved.amount.minor_units for moved in self._ledger if moved.reference == payment]
        back = [self._told[one.key].amount.minor_units for one in self._ledger if self._on(one, payment)]
        if taken and attempt.amount.minor_units > sum(taken) - sum(back):
            return Declined(DeclineReason.NOT_REFUNDABLE)
        return self._move(attempt)

    def _on(self, moved: Moved, payment: str) -> bool:
        return moved.kind is AttemptKind.REFUND and self._told[moved.key].charge_reference == payment

    def _scripted_decline(self, reference: str) -> DeclineReason | None:
        reason, times = self._declines.get(reference, (None, 0))
        if reason is None or not times:
            return None
        self._declines[reference] = reason, times - 1
        return reason

    def _move(self, attempt: Attempt) -> Paid:
        at, reference = self._now(), f"payment-{attempt.key}"
        self._ledger.append(
            Moved(
                at=at,
                kind=attempt.kind,
                key=attempt.key,
                amount=attempt.amount,
                payer_id=attempt.payer_id,
                reference=reference,
            )
        )
        return Paid(reference, at)

    def _signed(self, said: dict[str, str], at: datetime | None) -> tuple[bytes, str]:
        payload = json.dumps(said).encode()
        sent = (at or self._now()).isoformat()
        return payload, f"{sent},{_mark(sent, payload)}"


def _mark(sent: str, payload: bytes) -> str:
    return hmac.new(_SECRET, sent.encode() + b"\n" + payload, hashlib.sha256).hexdigest()


def _input(attempt: Attempt) -> tuple[object, ...]:
    """All that a gateway is told."""
    return (
        attempt.kind,
        attempt.amount,
        attempt.card_reference,
        attempt.account,
        attempt.charge_reference,
        attempt.description,
    )
