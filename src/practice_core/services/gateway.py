"""Seeing the gateway about an attempt, and keeping what it answered: steps two and three of C4."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

import attrs

from ..domain.accounts import add_card, overtaken
from ..domain.actor import Actor
from ..domain.attempt import Attempt, AttemptKind, NotMade, Outcome
from ..domain.billing import settle
from ..domain.case import Case
from ..domain.charging import wanted
from ..domain.client import Client, not_erased
from ..domain.errors import ClientErased, Unavailable
from ..domain.journal import Kind
from ..domain.occasion import Occasion
from ..domain.practice import Practice
from ..domain.session import SessionRecord
from ..ports import questions
from ..ports.payments import CardEntered, Payments
from . import cases, logs
from .desk import Command, Desk, kept_as
from .work import UnitOfWork


@attrs.frozen(kw_only=True)
class Errand:
    """An open attempt to see the gateway about. `fresh`: just put on record; `wanted`: it is to go on (C10)."""

    attempt: Attempt
    wanted: bool = True
    fresh: bool = False


@attrs.frozen(kw_only=True)
class OnRecord:
    """An errand, and its session's case as the claim that put it on record left it."""

    errand: Errand
    case: Case
    record: SessionRecord


@attrs.frozen
class Gateway:
    """No transaction is open while the gateway is asked."""

    _desk: Desk
    payments: Payments

    def see_about(self, errand: Errand) -> Attempt | None:
        """The attempt as it then stands. None in an outage: it stays open, and due work asks again."""
        outcome = self.asked(errand)
        return None if outcome is None else self.settled(errand.attempt, outcome)

    def asked(self, errand: Errand) -> Outcome | None:
        """What the gateway says; None in an outage. Nothing of it is kept yet."""
        try:
            return self._outcome(errand)
        except Unavailable as outage:
            attempt = errand.attempt
            logs.gateway_unavailable(practice_id=attempt.practice_id, attempt_id=attempt.id, why=outage)
            return None

    def settled_together(self, claimed: UnitOfWork, answers: Sequence[tuple[OnRecord, Outcome]]) -> tuple[Attempt, ...]:
        """Keep what became of several, each of another session, in the one transaction after the claim's.

        Raises `Conflict` where anything has happened to any of them since the claim; then nothing is kept.
        """

        def decide(work: UnitOfWork, occasion: Occasion) -> tuple[Attempt, ...]:
            return tuple(
                work.record(settle(one.case, one.record, one.errand.attempt, outcome, occasion))
                for one, outcome in answers
            )

        command = _message_command(answers[0][0].record.practice_id, None)
        return self._desk.carry_on(claimed, command, decide, at=self._desk.now())

    def settled(self, attempt: Attempt, outcome: Outcome, *, message_id: str | None = None) -> Attempt:
        """Keep what became of it; under a message's id it is kept once (C9)."""
        session_id = attempt.session_id
        file = cases.with_attempts(session_id)

        def decide(work: UnitOfWork, practice: Practice, occasion: Occasion) -> Attempt:
            record = work.get(SessionRecord, session_id)
            case = file.case(work, practice, record.relationship_id)
            return work.record(settle(case, record, work.get(Attempt, attempt.id), outcome, occasion))

        asks = (questions.SESSION(id=session_id), *file.asks)
        command = _message_command(attempt.practice_id, message_id)
        return self._desk.carry_out(command, asks, decide, kept_as(Attempt), at=self._desk.now())

    def heard(self, practice_id: str, attempt_id: str, reference: str | None, message_id: str) -> Attempt:
        """A message said that something became of it: what, the gateway is asked (C9).

        Raises `NotFound` for an attempt that is not kept here, `Unavailable`.
        """
        command = _message_command(practice_id, message_id)
        before = self._desk.recalled(command, kept_as(Attempt), at=self._desk.now())
        if before is not None:
            return before
        with self._desk.reading(command.operation, command.actor, questions.ATTEMPT(id=attempt_id)) as (work, _):
            attempt = work.get(Attempt, attempt_id)
        known = attrs.evolve(attempt, reference=attempt.reference or reference)
        return self.settled(attempt, self.payments.ask(known), message_id=message_id)

    def card_entered(self, message: CardEntered) -> Client:
        """A client entered a card on the gateway's page, whether or not their browser came back (C9, S11).

        Messages may come late and in any order: one that was overtaken changes nothing. Raises `NotFound` for a
        client that is not kept here, `Unavailable`.
        """
        client_id = message.client_id
        actor = Actor.system(message.practice_id)
        command = Command(operation="billing.receive", actor=actor, key=message.id, arguments={"client_id": client_id})
        before = self._desk.recalled(command, kept_as(Client), at=self._desk.now())
        if before is not None:
            return before
        one, attended = questions.CLIENT(id=client_id), questions.ATTENDED_BY(client_id=client_id)
        journal = questions.JOURNAL(kind=Kind.CLIENT, thing_id=client_id)
        with self._desk.reading(command.operation, actor, one) as (work, _):
            client = work.get(Client, client_id)
        if client.erased_at is not None:
            # On a page that outlived them: the gateway may have been told to forget them before this (D3).
            self.payments.forget(message.practice_id, client_id, message.reference)
            return client
        kept = self.payments.keep_card(client.practice_id, client.id, client.gateway_account, message.reference)

        def decide(work: UnitOfWork, practice: Practice, occasion: Occasion) -> Client:
            client = work.get(Client, client_id)
            not_erased(client)
            # Where the card is the same the browser was faster.
            if client.card == kept.card or overtaken(work.find(journal), message.entered_at):
                return client
            return work.record(
                add_card(
                    client,
                    kept.card,
                    kept.account,
                    relationships=work.find(attended),
                    practice=practice,
                    occasion=occasion,
                    entered_at=message.entered_at,
                )
            )

        try:
            return self._desk.carry_out(command, (one, attended, journal), decide, kept_as(Client), at=self._desk.now())
        except ClientErased:
            self.payments.forget(message.practice_id, client_id, kept.account)
            return client

    def _outcome(self, errand: Errand) -> Outcome:
        attempt = errand.attempt
        if not errand.wanted:
            return self.payments.cancel(attempt)
        make = self.payments.charge if attempt.kind is AttemptKind.CHARGE else self.payments.refund
        if errand.fresh:
            return make(attempt)
        # Asked before anything else is tried (C4): whoever made it may have died before or after the call.
        outcome = self.payments.ask(attempt)
        return make(attempt) if isinstance(outcome, NotMade) else outcome


def _message_command(practice_id: str, message_id: str | None) -> Command:
    return Command(operation="billing.receive", actor=Actor.system(practice_id), key=message_id, arguments={})


def errands(case: Case, record: SessionRecord, attempts: tuple[Attempt, ...], at: datetime) -> tuple[Errand, ...]:
    """What to see the gateway about, for a session as the decision found it."""
    before = {attempt.id for attempt in case.attempts}
    return tuple(
        Errand(attempt=one, wanted=one.id not in before or wanted(case, record, one, at), fresh=one.id not in before)
        for one in attempts
    )
