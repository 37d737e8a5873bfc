"""What one decision costs: pure functions of the domain, on values that are there already."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import timedelta
from statistics import median

import attrs
from tests import values

from practice_core.domain import billing, booking, migration, verdict
from practice_core.domain.attempt import Paid
from practice_core.domain.session import Settlement

TIMES, ROUNDS = 500, 9
VERDICTS = ("may this be migrated", "charge a session")
"""Decisions by themselves; the others make everything that follows, too: notices, entries of the journal."""


def measured() -> dict[str, float]:
    """By name, the median seconds of a decision; they take turns."""
    decisions = _decisions()
    took: dict[str, list[float]] = {name: [] for name in decisions}
    for _ in range(ROUNDS):
        for name, decide in decisions.items():
            began = time.perf_counter()
            for _ in range(TIMES):
                decide()
            took[name].append((time.perf_counter() - began) / TIMES)
    return {name: median(each) for name, each in took.items()}


def _decisions() -> dict[str, Callable[[], object]]:
    to_come = tuple(values.session(f"s{n}", values.NOW + timedelta(hours=72 + n)) for n in range(2))
    asked = values.asked()
    one = values.case(requests=(asked,), upcoming=to_come, unsettled=to_come)
    occasion = values.occasion()
    wish = verdict.spoken_wish(one, "alex", values.NOW)
    own = attrs.evolve(
        values.relationship("r2", payer="alex", predecessor_id="r1", opened_at=values.NOW), awaits_agreement=False
    )
    ended = values.relationship().closed(at=values.NOW, reason="migrated", by="staff:desk", successor_id="r2")
    migrated = values.case(ended, own, clients=(values.client("alex", card=values.card()),))
    due = values.session("s9", values.NOW + timedelta(hours=30))
    charging = values.case()
    attempt = billing.look_after(charging, due, occasion).answer[0]
    tried = attrs.evolve(charging, attempts=(attempt,))
    pending = attrs.evolve(due, settlement=Settlement.PENDING)
    paid = Paid("payment-1", values.NOW)
    return {
        "may this be migrated": lambda: migration.preview(one, wish, {}, values.NOW),
        "migrate it, with all that follows": lambda: migration.confirm(one, wish, {}, "", occasion),
        "rebook a session, with all that follows": lambda: booking.rebook(
            migrated, to_come[0], (), starts_at=None, price=None, occasion=occasion
        ),
        "charge a session": lambda: billing.look_after(charging, due, occasion),
        "keep that it was paid, with all that follows": lambda: billing.settle(tried, pending, attempt, paid, occasion),
    }
