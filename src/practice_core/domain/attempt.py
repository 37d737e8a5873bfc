"""One attempt to take the money for a session, or to give it back (C3 to C7), and what a gateway answers to it."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum

import attrs

from .checks import an_id, checked
from .money import Money
from .moves import Moves


class AttemptKind(StrEnum):
    CHARGE = "charge"
    REFUND = "refund"


class AttemptStatus(StrEnum):
    """`PENDING` and `AUTHENTICATION_NEEDED` are open; the others are settled."""

    PENDING = "pending"
    """On record; the gateway has not been asked, or its answer is not known (C4)."""
    AUTHENTICATION_NEEDED = "authentication_needed"
    PAID = "paid"
    """The money was taken, or given back."""
    DECLINED = "declined"
    CANCELLED = "cancelled"
    """No money moved, and none will."""


MOVES = Moves(
    {
        (AttemptStatus.PENDING, AttemptStatus.PAID): "the gateway says yes (C4)",
        (AttemptStatus.PENDING, AttemptStatus.DECLINED): "it says no (C5)",
        (AttemptStatus.PENDING, AttemptStatus.AUTHENTICATION_NEEDED): "the bank asks the payer (C6)",
        (AttemptStatus.PENDING, AttemptStatus.CANCELLED): "no longer owed (C10)",
        (AttemptStatus.AUTHENTICATION_NEEDED, AttemptStatus.PAID): "the payer answered (C6)",
        (AttemptStatus.AUTHENTICATION_NEEDED, AttemptStatus.DECLINED): "the bank says no (C5)",
        (AttemptStatus.AUTHENTICATION_NEEDED, AttemptStatus.CANCELLED): "no longer owed, or nobody answered (C5, C10)",
        (AttemptStatus.DECLINED, AttemptStatus.PAID): "paid nevertheless (C10)",
        (AttemptStatus.CANCELLED, AttemptStatus.PAID): "paid nevertheless (C10)",
        (AttemptStatus.PAID, AttemptStatus.DECLINED): "a refund that the bank sends back (C7)",
    }
)


class DeclineReason(StrEnum):
    """Why no money moved: ours, whatever words a gateway has for it."""

    NO_CARD = "no_card"
    CARD_EXPIRED = "card_expired"
    CARD_REFUSED = "card_refused"
    INSUFFICIENT_FUNDS = "insufficient_funds"
    LIMIT_EXCEEDED = "limit_exceeded"
    WRONG_DETAILS = "wrong_details"
    NOT_SUPPORTED = "not_supported"
    TRY_AGAIN_LATER = "try_again_later"
    NOT_REFUNDABLE = "not_refundable"


@attrs.frozen(kw_only=True)
class Attempt:
    """Everything a gateway is told of it is fixed when it is put on record, so that repeating it repeats all.

    `charge_id` and `charge_reference` name, for a refund, the charge whose money goes back, and the gateway's
    word for that payment. `elsewhere`: the money moved without this core's gateway. Instants are in UTC.
    """

    id: str = attrs.field(validator=checked(an_id))
    practice_id: str = attrs.field(validator=checked(an_id))
    kind: AttemptKind
    session_id: str
    relationship_id: str
    therapist_id: str
    payer_id: str
    amount: Money
    description: str = attrs.field(default="", repr=False)
    card_reference: str | None = attrs.field(default=None, repr=False)
    account: str | None = attrs.field(default=None, repr=False)
    """What the gateway knew the payer as."""
    charge_id: str | None = None
    charge_reference: str | None = attrs.field(default=None, repr=False)
    made_at: datetime
    status: AttemptStatus = AttemptStatus.PENDING
    reference: str | None = attrs.field(default=None, repr=False)
    """The gateway's own word for this attempt, once it is known."""
    reason: DeclineReason | None = None
    settled_at: datetime | None = None
    """When the gateway took the money or gave it back, by the gateway's clock; otherwise when it was settled."""
    elsewhere: bool = False

    @property
    def key(self) -> str:
        """The key under which a gateway is asked: the same for this attempt, and for no other (C4)."""
        return f"{self.practice_id}/{self.id}"

    @property
    def open(self) -> bool:
        return self.status in (AttemptStatus.PENDING, AttemptStatus.AUTHENTICATION_NEEDED)

    @property
    def paid(self) -> bool:
        return self.status is AttemptStatus.PAID

    def turned(self, status: AttemptStatus) -> AttemptStatus:
        """That status as its next one, or as the one it has already."""
        return status if status is self.status else MOVES.to(status, was=self.status)


@attrs.frozen
class Paid:
    """The money was taken, or given back: `at`, by the gateway's clock."""

    reference: str = attrs.field(repr=False)
    at: datetime


@attrs.frozen
class Declined:
    """An answer, not an error (C5). Final: this attempt will never take money."""

    reason: DeclineReason
    reference: str | None = attrs.field(default=None, repr=False)


@attrs.frozen
class AuthenticationNeeded:
    """The bank wants to hear from the payer first (C6)."""

    reference: str = attrs.field(repr=False)


@attrs.frozen
class Unknown:
    """The gateway has it, and does not know yet."""

    reference: str | None = attrs.field(default=None, repr=False)


@attrs.frozen
class Cancelled:
    """No money moved, and none will: the gateway refuses this attempt from now on."""

    reference: str | None = attrs.field(default=None, repr=False)


@attrs.frozen
class NotMade:
    """The gateway has moved nothing for this attempt; making it again under its key is safe."""

    reference: str | None = attrs.field(default=None, repr=False)


Outcome = Paid | Declined | AuthenticationNeeded | Unknown | Cancelled | NotMade
