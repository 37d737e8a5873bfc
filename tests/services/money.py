"""One session and its money: what the tests of billing share."""

from __future__ import annotations

from tests.values import HOUR, NOW, TICK
from tests.worlds import World, family

from practice_core import DeclineReason, DueDone
from practice_core.domain.attempt import Attempt, AttemptKind, Declined

START = NOW + 72 * HOUR
DUE = START - 48 * HOUR
PAT = "pm_pat_2030_12"


def world(**policy: object) -> World:
    """Pat pays for Alex's session s1, which starts in 72 hours and falls due in 24."""
    one = family(**policy)
    one.book(id="s1", starts_at=START)
    return one


def until_quiet(w: World) -> DueDone:
    done = DueDone()
    while (now := w.core.run_due()).anything:
        done += now
    return done


def at(w: World, instant: object) -> World:
    w.clock.set(instant)
    return w


def payment(w: World, session_id: str = "s1") -> str:
    return str(w.core.sessions.get(w.staff, session_id).payment)


def status(w: World, session_id: str = "s1") -> str:
    return str(w.core.sessions.get(w.staff, session_id).status)


def moved(w: World) -> list[tuple[str, str, int]]:
    """What the gateway's ledger says: who, what, how much."""
    return [(one.payer_id, str(one.kind), one.amount.minor_units) for one in w.payments.ledger]


def attempts(w: World) -> list[Attempt]:
    return list(w.kept(Attempt).values())


def told(w: World, kind: str) -> list[str]:
    return [addressee for one, addressee in w.notices() if one == kind]


def paid_twice(w: World) -> list[Attempt]:
    """The charges of s1, which is due: a gateway takes money for what it had declined. The second is to go back."""
    w.payments.declines(PAT, DeclineReason.CARD_REFUSED, times=1)
    until_quiet(w)
    (declined,) = attempts(w)
    w.forward(TICK)
    w.core.billing.retry(w.staff, "s1")
    w.payments._outcomes[declined.key] = w.payments._move(declined)
    payload, signature = w.payments.message_about(declined)
    w.core.billing.receive(payload=payload, signature=signature)
    return [one for one in attempts(w) if one.kind is AttemptKind.CHARGE]


def sent_back(w: World, refund: Attempt) -> None:
    """The bank of whoever was to get it sends a refund back, long after the gateway had made it."""
    w.payments._outcomes[refund.key] = Declined(DeclineReason.NOT_REFUNDABLE)
    payload, signature = w.payments.message_about(refund)
    w.core.billing.receive(payload=payload, signature=signature)


def rebooked(w: World, under: str = "r1") -> str:
    (one,) = w.core.sessions.rebook_all(w.staff, under)
    assert one.refusal is None
    return str(one.rebooked_as)
