"""`practice_core` by its public names, with everything on: keys, journal, notices, authorisation."""

from __future__ import annotations

import sqlite3
from datetime import datetime

import sqlalchemy as sa

from practice_core import Actor, Card, connect
from practice_core.adapters.clock import SettableClock
from practice_core.domain.attempt import Attempt, Outcome, Paid
from practice_core.ports.payments import KeptCard, Message
from practice_core.ports.telemetry import SILENCE

from .contestants import CHARGED_AT_ONCE, Target
from .practice import NOW, PRACTICE


class AtOnce:
    """A gateway that says yes at once."""

    def charge(self, attempt: Attempt) -> Outcome:
        return Paid(f"payment-{attempt.key}", NOW)

    def refund(self, attempt: Attempt) -> Outcome:
        return Paid(f"payment-{attempt.key}", NOW)

    def ask(self, attempt: Attempt) -> Outcome:
        return Paid(f"payment-{attempt.key}", NOW)

    def cancel(self, attempt: Attempt) -> Outcome:
        return Paid(f"payment-{attempt.key}", NOW)

    def card_link(self, practice_id: str, client_id: str, account: str | None) -> str:
        return f"https://gateway.example/{practice_id}/{client_id}"

    def keep_card(self, practice_id: str, client_id: str, account: str | None, reference: str) -> KeptCard:
        card = Card(reference=reference, brand="visa", last4="4242", exp_month=12, exp_year=2030)
        return KeptCard(card=card, account=account)

    def forget(self, practice_id: str, client_id: str, account: str | None) -> None:
        """Nobody is known here."""

    def authentication_link(self, attempt: Attempt) -> str:
        return f"https://gateway.example/{attempt.key}"

    def read(self, payload: bytes, signature: str) -> Message | None:
        return None


class Core:
    def __init__(self, target: Target, now: datetime = NOW) -> None:
        # OpenTelemetry comes with what the tests need; who installs the core alone has none of it.
        self.core = connect(target.url, clock=SettableClock(now), payments=AtOnce(), telemetry=SILENCE)
        if target.kind == "sqlite" and not target.durable:
            # The core keeps to FULL, which is what money wants; here the others run at NORMAL.
            sa.event.listen(self.core.store.engine, "connect", _normal)  # type: ignore[attr-defined]

    def confirm(self, therapist_id: str, relationship_id: str, attendee_id: str, key: str) -> None:
        actor = Actor.therapist(PRACTICE, therapist_id)
        self.core.migrations.confirm(actor, relationship_id, requested_by=attendee_id, idempotency_key=key)

    def rebook(self, therapist_id: str, session_id: str, key: str) -> None:
        self.core.sessions.rebook(Actor.therapist(PRACTICE, therapist_id), session_id, idempotency_key=key)

    def charge(self) -> int:
        return self.core.billing.charge_due(limit=CHARGED_AT_ONCE).charged

    def close(self) -> None:
        self.core.close()


def _normal(connection: sqlite3.Connection, _: object) -> None:
    connection.execute("PRAGMA synchronous = NORMAL")
