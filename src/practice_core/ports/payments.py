"""What a practice needs of a payment gateway."""

from __future__ import annotations

from datetime import datetime
from typing import Protocol, runtime_checkable

import attrs

from ..domain.attempt import Attempt, Outcome
from ..domain.client import Card


@attrs.frozen(kw_only=True)
class KeptCard:
    """A card the gateway keeps, and what it calls the client it belongs to: opaque, asked back next time."""

    card: Card
    account: str | None = attrs.field(repr=False)


@attrs.frozen(kw_only=True)
class AboutAttempt:
    """A gateway's message that something became of an attempt. What, the gateway is asked: messages come in any order.

    `id` is the message's own, the same whenever it comes again (C9).
    """

    id: str
    practice_id: str
    attempt_id: str
    reference: str | None = attrs.field(default=None, repr=False)


@attrs.frozen(kw_only=True)
class CardEntered:
    """A gateway's message that a client entered a card on its page: `entered_at`, by the gateway's clock, in UTC."""

    id: str
    practice_id: str
    client_id: str
    entered_at: datetime
    reference: str = attrs.field(repr=False)


Message = AboutAttempt | CardEntered


@runtime_checkable
class Payments(Protocol):
    """Thread-safe. Expected answers are values; an outage is `Unavailable`, whether or not something was done.

    An attempt is told apart by its key. Asked again for the same attempt a gateway does nothing twice and answers
    as things stand; for another one under the same key it raises `IdempotencyConflict`.
    """

    def card_link(self, practice_id: str, client_id: str, account: str | None) -> str:
        """The address of the gateway's own page where the client enters a card. Made when asked for.

        Raises `Unavailable`.
        """

    def keep_card(self, practice_id: str, client_id: str, account: str | None, reference: str) -> KeptCard:
        """Keep the card of that reference for that client, and tell what a receipt would show of it.

        Raises `Invalid` for a reference the gateway does not know, `Unavailable` for an outage.
        """

    def forget(self, practice_id: str, client_id: str, account: str | None) -> None:
        """Keep nothing of that client any more, their cards least of all (D3). Payments stay, and can be refunded.

        `account`: what the gateway knows them as; where it never told, what `keep_card` takes for a card of theirs.
        Somebody it does not know, or has forgotten before, is forgotten. Raises `Unavailable`.
        """

    def charge(self, attempt: Attempt) -> Outcome:
        """Take the money from the card, without the payer being there.

        Answers `Paid`, `Declined`, `AuthenticationNeeded` or `Unknown`; `Cancelled` for one that was cancelled.
        """

    def refund(self, attempt: Attempt) -> Outcome:
        """Give money back on the payment it was taken with (C7). Answers `Paid`, `Declined` or `Unknown`.

        One that was `Paid` may be `Declined` later, when the bank sends it back.
        """

    def ask(self, attempt: Attempt) -> Outcome:
        """What became of an attempt, charge or refund. Moves no money, however the attempt was left (C4).

        `NotMade` where the gateway has nothing, or has it and was never told to go on.
        """

    def cancel(self, attempt: Attempt) -> Outcome:
        """See that an open charge takes no money any more: `Cancelled`, or `Paid` where it is too late (C10).

        After `Cancelled` not even a call for it that is still on its way takes any. `Unknown` where the gateway
        cannot say yet: ask again. One that was declined answers so.
        """

    def authentication_link(self, attempt: Attempt) -> str:
        """The address where the payer answers their bank (C6). Made when asked for.

        Raises `Unavailable`; `Conflict` where the attempt does not wait for that any more.
        """

    def read(self, payload: bytes, signature: str) -> Message | None:
        """A message of the gateway; None for one that is not about this core's things (C9). Asks nobody.

        Raises `Invalid` for a signature that is wrong, or too old.
        """
