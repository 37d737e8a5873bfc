"""What was paid and given back, as it is shown to those it concerns (A3)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

import attrs

from .attempt import Attempt, AttemptKind, AttemptStatus, DeclineReason
from .money import Money
from .views import SeenSession


@attrs.frozen(kw_only=True)
class LedgerLine:
    """One attempt to take or give back money, without what is the gateway's alone. Instants are in UTC.

    `charge_id` names it to `billing.refund`; of a refund, the charge it goes back on. `left` is what could still
    go back. `elsewhere`: the money moved without this core's gateway.
    """

    id: str
    kind: AttemptKind
    status: AttemptStatus
    payer_id: str
    amount: Money
    made_at: datetime
    settled_at: datetime | None
    reason: DeclineReason | None
    charge_id: str
    elsewhere: bool


@attrs.frozen(kw_only=True)
class SessionBill:
    """A session and everything that was tried for its money, the oldest first."""

    session: SeenSession
    lines: tuple[LedgerLine, ...]


@attrs.frozen(kw_only=True)
class StatementLine:
    """Money that moved: `charge` from the payer, `refund` back to them."""

    at: datetime
    kind: AttemptKind
    amount: Money
    session_id: str
    session_starts_at: datetime
    charge_id: str
    elsewhere: bool


@attrs.frozen(kw_only=True)
class Statement:
    """What one client paid and got back, the oldest first, and the sums. `since` counts in, `until` does not."""

    client_id: str
    since: datetime | None
    until: datetime | None
    lines: tuple[StatementLine, ...]
    paid: Money
    refunded: Money

    @property
    def balance(self) -> Money:
        """What they have paid in the end."""
        return self.paid - self.refunded


def ledger_line(attempt: Attempt) -> LedgerLine:
    return LedgerLine(
        id=attempt.id,
        kind=attempt.kind,
        status=attempt.status,
        payer_id=attempt.payer_id,
        amount=attempt.amount,
        made_at=attempt.made_at,
        settled_at=attempt.settled_at,
        reason=attempt.reason,
        charge_id=attempt.charge_id or attempt.id,
        elsewhere=attempt.elsewhere,
    )


def statement(
    client_id: str,
    currency: str,
    attempts: Iterable[tuple[Attempt, datetime]],
    *,
    since: datetime | None,
    until: datetime | None,
) -> Statement:
    """The statement of a client over their own money; each attempt with the start of its session."""
    moved = []
    sums = {AttemptKind.CHARGE: Money(0, currency), AttemptKind.REFUND: Money(0, currency)}
    for attempt, starts_at in attempts:
        at = attempt.settled_at or attempt.made_at
        if not attempt.paid or (since is not None and at < since) or (until is not None and at >= until):
            continue
        sums[attempt.kind] += attempt.amount
        moved.append(
            StatementLine(
                at=at,
                kind=attempt.kind,
                amount=attempt.amount,
                session_id=attempt.session_id,
                session_starts_at=starts_at,
                charge_id=attempt.charge_id or attempt.id,
                elsewhere=attempt.elsewhere,
            )
        )
    return Statement(
        client_id=client_id,
        since=since,
        until=until,
        lines=tuple(sorted(moved, key=lambda line: (line.at, line.charge_id, line.kind))),
        paid=sums[AttemptKind.CHARGE],
        refunded=sums[AttemptKind.REFUND],
    )
