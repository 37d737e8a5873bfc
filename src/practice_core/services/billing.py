"""The area `billing`: what was paid for a session, by whom; trying again; giving back (C1 to C10)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import datetime

import attrs

from ..domain import billing, ledger
from ..domain.actor import Actor, Role
from ..domain.attempt import Attempt, AttemptStatus
from ..domain.authority import permit, standing_in_practice, standing_towards
from ..domain.case import Case
from ..domain.charging import for_staff
from ..domain.checks import an_id, an_instant
from ..domain.errors import AttemptOpen, Conflict, Invalid, NotFound, Unavailable
from ..domain.ledger import SessionBill, Statement
from ..domain.money import Money, a_price
from ..domain.occasion import Deed, Occasion
from ..domain.practice import Practice
from ..domain.session import DueWork, Session, SessionRecord, seen
from ..domain.views import seen_by
from ..ports import questions
from ..ports.payments import AboutAttempt, CardEntered, Message
from . import cases
from .changing import AS_SESSION
from .desk import Command, Desk, Memory
from .done import DueDone
from .due import Due
from .gateway import Errand, Gateway, errands
from .people import Acquaintance
from .work import UnitOfWork

Deeds = Callable[[Case, SessionRecord, Occasion], Deed[tuple[Attempt, ...]]]


@attrs.frozen
class Billing:
    _desk: Desk
    _gateway: Gateway
    _due: Due

    def of_session(self, actor: Actor, session_id: str) -> SessionBill:
        """The session and every attempt for its money. For a payer: of the sessions that are theirs to see (A3)."""
        return self._bill("billing.of_session", actor, session_id)

    def retry(self, actor: Actor, session_id: str, *, idempotency_key: str | None = None) -> Session:
        """Try to charge it at once (C5). A gateway that is down leaves it pending, and due work goes on.

        A charge that waits for the payer's bank is cancelled first. Raises `NothingOwed`, `AttemptOpen`.
        """
        try:
            return self._at_once("billing.retry", actor, session_id, billing.retry, idempotency_key)
        except AttemptOpen as other:
            if not self._called_off(actor, other.attempt_id):
                raise
        return self._at_once("billing.retry", actor, session_id, billing.retry, idempotency_key)

    def refund(
        self, actor: Actor, charge_id: str, *, amount: Money | None = None, idempotency_key: str | None = None
    ) -> SessionBill:
        """Give a charge back to whoever paid it: `amount`, or all that is left of it (C7).

        On record first, then made at once; a gateway that is down leaves it to due work. One that was declined
        may be tried again. Raises `NothingToRefund`, `RefundTooLarge`.
        """
        one = questions.ATTEMPT(id=an_id("charge_id", charge_id))
        with self._desk.reading("billing.refund", actor, one) as (work, _):
            found = work.seek(Attempt, charge_id)
        if found is None:
            raise NotFound("charge", charge_id)

        def deed(case: Case, record: SessionRecord, occasion: Occasion) -> Deed[tuple[Attempt, ...]]:
            return billing.refund(case, record, charge_id, _an_amount(amount, case.practice), occasion)

        try:
            self._at_once(
                "billing.refund", actor, found.session_id, deed, idempotency_key, charge_id=charge_id, amount=amount
            )
        except NotFound as hidden:
            raise NotFound("charge", charge_id) from hidden
        with _on_record():
            return self._bill("billing.refund", actor, found.session_id)

    def refunds_by_hand(self, actor: Actor) -> tuple[SessionBill, ...]:
        """Sessions of which money has to go back that no gateway gives back: for staff, by hand. By start."""
        at = self._desk.now()
        sessions = (questions.REFUND_DUE(), questions.SESSIONS_OF_REFUSED())
        under = (questions.RELATIONSHIPS_OF_REFUND_DUE(), questions.RELATIONSHIPS_OF_REFUSED())
        tried = (questions.ATTEMPTS_OF_REFUND_DUE(), questions.ATTEMPTS_OF_REFUSED())
        with self._desk.reading("billing.refunds_by_hand", actor, *sessions, *under, *tried) as (work, _):
            permit("billing.refunds_by_hand", standing_in_practice(actor))
            relationships = {one.id: one for ask in under for one in work.find(ask)}
            attempts: dict[str, dict[str, Attempt]] = {}
            for attempt in (one for ask in tried for one in work.find(ask)):
                attempts.setdefault(attempt.session_id, {})[attempt.id] = attempt
            records = {one.id: one for ask in sessions for one in work.find(ask)}.values()
            return tuple(
                SessionBill(
                    session=seen(record, relationships[record.relationship_id], at),
                    lines=tuple(ledger.ledger_line(one) for one in attempts.get(record.id, {}).values()),
                )
                for record in sorted(records, key=lambda one: (one.starts_at, one.id))
                if for_staff(record, tuple(attempts.get(record.id, {}).values()))
            )

    def refunded_by_hand(
        self, actor: Actor, session_id: str, *, amount: Money | None = None, idempotency_key: str | None = None
    ) -> Session:
        """Staff have given money of such a session back, or where a refund was declined: `amount`, or all that is left.

        Raises `NothingToRefund`, `RefundTooLarge`.
        """

        def deed(case: Case, record: SessionRecord, occasion: Occasion) -> Deed[tuple[Attempt, ...]]:
            return billing.refunded_by_hand(case, record, _an_amount(amount, case.practice), occasion)

        return self._at_once("billing.refunded_by_hand", actor, session_id, deed, idempotency_key, amount=amount)

    def statement(
        self, actor: Actor, client_id: str, *, since: datetime | None = None, until: datetime | None = None
    ) -> Statement:
        """What a client paid and got back, from `since` on and before `until`; their own money only (A3).

        A therapist sees what was for their own sessions.
        """
        start = None if since is None else an_instant("since", since)
        end = None if until is None else an_instant("until", until)
        known = Acquaintance(actor, client_id)
        money, sessions = questions.MONEY_OF(payer_id=client_id), questions.SESSIONS_OF_MONEY(payer_id=client_id)
        asks = (*known.asks, money, sessions)
        with self._desk.reading("billing.statement", actor, *asks) as (work, practice):
            client, standings = known.client(work)
            permit("billing.statement", standings)
            starts = {record.id: record.starts_at for record in work.find(sessions)}
            theirs = [
                (attempt, starts[attempt.session_id])
                for attempt in work.find(money)
                if actor.role is not Role.THERAPIST or attempt.therapist_id == actor.id
            ]
            return ledger.statement(client.id, practice.currency, theirs, since=start, until=end)

    def authentication_link(self, actor: Actor, session_id: str) -> str:
        """Where the payer answers their bank about a charge (C6): for the host's page, made when it is opened.

        Raises `NotFound` where no charge waits for that, `Unavailable`.
        """
        bill = self._bill("billing.authentication_link", actor, session_id)
        waiting = [one.id for one in bill.lines if one.status is AttemptStatus.AUTHENTICATION_NEEDED]
        if not waiting:
            raise NotFound("charge that waits for authentication of session", session_id)
        with self._desk.reading("billing.authentication_link", actor, questions.ATTEMPT(id=waiting[0])) as (work, _):
            attempt = work.get(Attempt, waiting[0])
        try:
            return self._gateway.payments.authentication_link(attempt)
        except Conflict:
            # Answered meanwhile: the next run of due work, or the gateway's message, tells how.
            raise NotFound("charge that waits for authentication of session", session_id) from None

    def receive(self, *, payload: bytes, signature: str) -> bool:
        """Take a gateway's message, as it was sent: whether it was about anything here (C9).

        A second time it changes nothing. Raises `Invalid` for a signature that is wrong or too old; `Unavailable`
        where the gateway has to be asked and does not answer: let it send the message again.
        """
        message = self._gateway.payments.read(payload, signature)
        if message is not None and not _names_valid_ids(message):
            # Signed, and about somebody else's things: nothing that sending it again could mend.
            return False
        try:
            match message:
                case None:
                    return False
                case AboutAttempt():
                    self._gateway.heard(message.practice_id, message.attempt_id, message.reference, message.id)
                case CardEntered():  # pragma: no branch - mypy proves there is no other
                    self._gateway.card_entered(message)
        except NotFound:
            return False
        return True

    def charge_due(self, limit: int | None = None) -> DueDone:
        """Charges and retries whose time has come, in every practice. The host's own: no actor (A1)."""
        return self._due.run((DueWork.CHARGE,), expiries=False, limit=limit)

    def reconcile(self, limit: int | None = None) -> DueDone:
        """Open attempts: those to be cancelled, and those whose outcome is not known (C4, C10)."""
        return self._due.run((DueWork.SETTLE,), expiries=False, limit=limit)

    def cancel_unpaid(self, limit: int | None = None) -> DueDone:
        """Sessions not paid by the deadline (C5), or not rebooked by then (C2)."""
        return self._due.run((DueWork.CANCEL,), expiries=False, limit=limit)

    def refund_due(self, limit: int | None = None) -> DueDone:
        """Money that has to go back (S6, S8, C10)."""
        return self._due.run((DueWork.REFUND,), expiries=False, limit=limit)

    def _bill(self, operation: str, actor: Actor, session_id: str) -> SessionBill:
        at = self._desk.now()
        file = cases.with_attempts(session_id)
        asks = (questions.SESSION(id=session_id), *file.asks)
        with self._desk.reading(operation, actor, *asks) as (work, practice):
            record = work.get(SessionRecord, session_id)
            case = file.case(work, practice, record.relationship_id)
            permit(operation, standing_towards(actor, record, case.relationship))
            return SessionBill(
                session=seen_by(actor, record, case.relationship, at),
                lines=tuple(ledger.ledger_line(attempt) for attempt in case.attempts),
            )

    def _at_once(
        self,
        operation: str,
        actor: Actor,
        session_id: str,
        deed: Deeds,
        idempotency_key: str | None,
        **arguments: object,
    ) -> Session:
        """Put attempts on record, then see the gateway about them; what it does not answer is due work's."""
        file = cases.with_attempts(session_id)

        def decide(work: UnitOfWork, practice: Practice, occasion: Occasion) -> _Begun:
            record = work.get(SessionRecord, session_id)
            case = file.case(work, practice, record.relationship_id)
            permit(operation, standing_towards(actor, record, case.relationship))
            made = work.record(deed(case, record, occasion))
            to_do = errands(case, record, tuple(one for one in made if one.open), occasion.at)
            return _Begun(session_id, to_do)

        command = Command(
            operation=operation,
            actor=actor,
            key=idempotency_key,
            arguments={"session_id": session_id, **arguments},
        )
        begun = self._desk.carry_out(
            command, (questions.SESSION(id=session_id), *file.asks), decide, _AS_BEGUN, at=self._desk.now()
        )
        with _on_record():
            for errand in begun.errands:
                with suppress(Conflict):  # contended: due work goes on with it
                    self._gateway.see_about(errand)
            with self._desk.reading(operation, actor, questions.SESSION(id=session_id), *file.asks) as (work, _):
                return AS_SESSION.again(work, (session_id,), self._desk.now())

    def _called_off(self, actor: Actor, attempt_id: str) -> bool:
        """Whether an attempt that waits for the payer's bank is open no longer. Any other is left alone."""
        with self._desk.reading("billing.retry", actor, questions.ATTEMPT(id=attempt_id)) as (work, _):
            attempt = work.get(Attempt, attempt_id)
        if attempt.status is not AttemptStatus.AUTHENTICATION_NEEDED:
            return False
        settled = self._gateway.see_about(Errand(attempt=attempt, wanted=False))
        return settled is not None and not settled.open


def _names_valid_ids(message: Message) -> bool:
    named = message.attempt_id if isinstance(message, AboutAttempt) else message.client_id
    try:
        an_id("practice", message.practice_id)
        an_id("named", named)
    except Invalid:
        return False
    return True


def _an_amount(amount: Money | None, practice: Practice) -> Money | None:
    return None if amount is None else a_price("amount", amount, practice.currency)


@contextmanager
def _on_record() -> Iterator[None]:
    """What was asked for is on record already: an outage from here on leaves open what has become of it."""
    try:
        yield
    except Unavailable as outage:
        outage.outcome = "unknown"
        raise


@attrs.frozen
class _Begun:
    session_id: str
    errands: tuple[Errand, ...] = ()


_AS_BEGUN: Memory[_Begun] = Memory(lambda begun: (begun.session_id,), lambda _, ids, __: _Begun(str(ids[0])))
