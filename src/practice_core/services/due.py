"""Due work: everything whose time has come, once. Safe to run anywhere, any number at once.

Practice by practice, work is claimed in batches, what fell due first before the rest. A claim is the transaction
that puts attempts on record; its locks end with it, before the gateway is called. What the gateway answered to a
batch is kept in one transaction. Whoever dies before that leaves open attempts, which fall due again after `PATIENCE`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence

import attrs

from ..domain.actor import Actor
from ..domain.attempt import Attempt, AttemptKind, AttemptStatus, Outcome
from ..domain.billing import look_after
from ..domain.case import Case
from ..domain.charging import PATIENCE
from ..domain.client import Client
from ..domain.errors import Conflict, PracticeError
from ..domain.migration_request import MigrationRequest
from ..domain.occasion import Deed, Occasion
from ..domain.practice import Practice
from ..domain.relationship import Relationship
from ..domain.requests import expire
from ..domain.session import DueWork, SessionRecord, SessionStatus
from ..ports import questions
from ..ports.store import Ask
from . import cases, logs
from .desk import Command, Desk, without_key
from .done import DueDone, total
from .gateway import Gateway, OnRecord, errands
from .patience import Patience
from .work import UnitOfWork

# What each is called. In this order a decline past the deadline is cancelled, and money taken too late goes back, in
# the same run.
OPERATIONS = {
    DueWork.SETTLE: "billing.reconcile",
    DueWork.CHARGE: "billing.charge_due",
    DueWork.CANCEL: "billing.cancel_unpaid",
    DueWork.REFUND: "billing.refund_due",
}
EVERYTHING = tuple(OPERATIONS)


@attrs.frozen
class _Looked:
    """How many of a batch were looked at, what that did, and what to see the gateway about."""

    how_many: int
    done: DueDone
    errands: tuple[OnRecord, ...]
    claim: UnitOfWork | None = None
    """What claimed all of it, if one unit did."""


@attrs.frozen
class Due:
    _desk: Desk
    _gateway: Gateway

    def run(
        self,
        works: Sequence[DueWork] = EVERYTHING,
        *,
        expiries: bool = True,
        limit: int | None = None,
        stop: Callable[[], bool] = lambda: False,
    ) -> DueDone:
        """Work off what is due, at most `limit` items of it; where `stop` says so, end after the item in hand."""
        done, rest, patience = DueDone(), limit, Patience()
        for practice_id in self._practices(works, expiries=expiries):
            for work in works:
                while not stop() and rest != 0:
                    if patience.lost and work is not DueWork.CANCEL:
                        # It needs the gateway: it stays due, and is not put on record for nothing.
                        break
                    looked, fruits = self._batch(practice_id, work, rest, stop, patience)
                    done += fruits
                    rest = None if rest is None else max(0, rest - looked)
                    if looked < questions.BATCH:
                        break
            while expiries and not stop() and rest != 0:
                expired = self._expire(practice_id)
                done += DueDone(requests_expired=expired)
                if expired < questions.BATCH:
                    break
        return done

    def _practices(self, works: Sequence[DueWork], *, expiries: bool) -> Iterator[str]:
        """Those where something is due."""
        at = self._desk.now()
        having: list[Ask[object]] = [questions.DUE[work](at=at) for work in works]
        if expiries:
            having.append(questions.LAPSED(at=at))
        return self._desk.practices_having("run_due" if expiries else OPERATIONS[works[0]], having)

    def _batch(
        self, practice_id: str, work: DueWork, rest: int | None, stop: Callable[[], bool], patience: Patience
    ) -> tuple[int, DueDone]:
        try:
            looked = self._claim(practice_id, work, rest)
        except Conflict:
            # Something of this batch is contended: each for itself, so that it holds up nobody else.
            looked = self._one_by_one(practice_id, work)
        done = looked.done
        answers: list[tuple[OnRecord, Outcome]] = []
        for one in looked.errands:
            if stop() or patience.lost:
                # What is on record and was not made falls due again, like after a crash.
                done += DueDone(unknown=1)
                continue
            answer = self._asked(one)
            patience.after(outage=answer is None)
            if answer is None:
                done += DueDone(unknown=1)
            elif isinstance(answer, DueDone):
                done += answer
            else:
                answers.append((one, answer))
        return looked.how_many, done + self._settle(looked.claim, answers)

    def _claim(self, practice_id: str, work: DueWork, rest: int | None) -> _Looked:
        at = self._desk.now()
        asks = questions.about_due(work, at)
        sessions, relationships, clients, attempts = asks

        def decide(unit: UnitOfWork, practice: Practice, occasion: Occasion) -> _Looked:
            under: dict[str, Relationship] = {one.id: one for one in unit.find(relationships)}
            people: dict[str, Client] = {one.id: one for one in unit.find(clients)}
            tried: defaultdict[str, tuple[Attempt, ...]] = defaultdict(tuple)
            for attempt in unit.find(attempts):
                tried[attempt.session_id] += (attempt,)
            looks = []
            for record in unit.find(sessions)[:rest]:
                case = Case(
                    practice=practice,
                    relationship=under[record.relationship_id],
                    family=(),
                    clients=people,
                    attempts=tried[record.id],
                )
                if case.relationship.ended:
                    # It may be cancelled now; who is told of that depends on who pays now (N4).
                    file = cases.of_relationship(record.relationship_id)
                    unit.prepare(*file.asks)
                    whole = file.case(unit, practice, record.relationship_id)
                    case = attrs.evolve(whole, attempts=case.attempts)
                looks.append(self._look_after(unit, case, record, occasion))
            return attrs.evolve(_together(looks), claim=unit)

        return self._desk.carry_out(_command(practice_id, work), asks, decide, without_key(_Looked), at=at)

    def _one_by_one(self, practice_id: str, work: DueWork) -> _Looked:
        at = self._desk.now()
        ask = questions.DUE[work](at=at)
        with self._desk.reading(OPERATIONS[work], Actor.system(practice_id), ask) as (unit, _):
            session_ids = [record.id for record in unit.find(ask)]
        looks = []
        for session_id in session_ids:
            try:
                looks.append(self._look_at(practice_id, work, session_id))
            except Conflict:
                logs.session_contended(practice_id=practice_id, session_id=session_id)
                looks.append(_Looked(1, DueDone(failed=1), ()))
        looked = _together(looks)
        return attrs.evolve(looked, how_many=min(looked.how_many, questions.BATCH - 1))

    def _look_at(self, practice_id: str, work: DueWork, session_id: str) -> _Looked:
        at = self._desk.now()
        file = cases.with_attempts(session_id)

        def decide(unit: UnitOfWork, practice: Practice, occasion: Occasion) -> _Looked:
            record = unit.get(SessionRecord, session_id)
            if record.due_work is not work or record.due_at is None or record.due_at > at:
                return _Looked(1, DueDone(), ())
            return self._look_after(unit, file.case(unit, practice, record.relationship_id), record, occasion)

        asks = (questions.SESSION(id=session_id), *file.asks)
        return self._desk.carry_out(_command(practice_id, work), asks, decide, without_key(_Looked), at=at)

    def _look_after(self, unit: UnitOfWork, case: Case, record: SessionRecord, occasion: Occasion) -> _Looked:
        """One session; an error in it is kept to it."""
        try:
            deed = look_after(case, record, occasion)
        except Exception as error:  # noqa: BLE001 - one bad item must not stop the others
            logs.session_failed(practice_id=record.practice_id, session_id=record.id, error=error)
            later = attrs.evolve(record, due_at=occasion.at + PATIENCE)
            unit.record(Deed(answer=(), changed=(later,)))
            return _Looked(1, DueDone(failed=1), ())
        unit.record(deed)
        after = next((one for one in deed.changed if isinstance(one, SessionRecord)), record)
        ended = after.status is SessionStatus.CANCELLED and record.status is not SessionStatus.CANCELLED
        no_card = sum(isinstance(one, Attempt) and not one.open for one in deed.added)
        done = DueDone(sessions_cancelled=int(ended), declined=no_card)
        fresh = tuple(one for one in deed.added if isinstance(one, Attempt))
        left = attrs.evolve(case, attempts=(*case.attempts, *fresh))
        to_do = errands(case, record, deed.answer, occasion.at)
        return _Looked(1, done, tuple(OnRecord(errand=one, case=left, record=after) for one in to_do))

    def _asked(self, one: OnRecord) -> Outcome | DueDone | None:
        """What the gateway says of it; None in an outage. An error in it is kept to it, and answers what to count.

        It stays on record then, falls due again after `PATIENCE`, and the others go on.
        """
        attempt = one.errand.attempt
        try:
            return self._gateway.asked(one.errand)
        except PracticeError as error:
            # Another input under its key.
            logs.attempt_put_off(practice_id=attempt.practice_id, attempt_id=attempt.id, error=error.code)
            return DueDone(unknown=1)
        except Exception as error:  # noqa: BLE001 - one bad item must not stop the others
            logs.attempt_failed(practice_id=attempt.practice_id, attempt_id=attempt.id, error=error)
            return DueDone(failed=1)

    def _settle(self, claim: UnitOfWork | None, answers: list[tuple[OnRecord, Outcome]]) -> DueDone:
        """Keep the answers: together, and where that cannot be, each for itself."""
        sessions = {one.record.id for one, _ in answers}
        if claim is not None and len(sessions) == len(answers) > 1:
            try:
                return total(map(_counted, self._gateway.settled_together(claim, answers)))
            except Exception as error:  # noqa: BLE001 - told of the one it concerns, below
                logs.batch_split(practice_id=answers[0][0].record.practice_id, error=error)
        return total(self._settle_one(one, outcome) for one, outcome in answers)

    def _settle_one(self, one: OnRecord, outcome: Outcome) -> DueDone:
        attempt = one.errand.attempt
        try:
            return _counted(self._gateway.settled(attempt, outcome))
        except PracticeError as error:
            logs.attempt_put_off(practice_id=attempt.practice_id, attempt_id=attempt.id, error=error.code)
            return DueDone(unknown=1)
        except Exception as error:  # noqa: BLE001 - one bad item must not stop the others
            logs.attempt_failed(practice_id=attempt.practice_id, attempt_id=attempt.id, error=error)
            return DueDone(failed=1)

    def _expire(self, practice_id: str) -> int:
        at = self._desk.now()
        lapsed, under, people = (
            questions.LAPSED(at=at),
            questions.LAPSED_UNDER(at=at),
            questions.CLIENTS_OF_LAPSED(at=at),
        )

        def decide(unit: UnitOfWork, practice: Practice, occasion: Occasion) -> int:
            relationships = {one.id: one for one in unit.find(under)}
            clients = {one.id: one for one in unit.find(people)}
            requests: tuple[MigrationRequest, ...] = unit.find(lapsed)
            for request in requests:
                relationship = relationships[request.relationship_id]
                case = Case(practice=practice, relationship=relationship, family=(), clients=clients)
                unit.record(expire(case, request, occasion))
            return len(requests)

        command = Command(operation="run_due", actor=Actor.system(practice_id), key=None, arguments={})
        return self._desk.carry_out(command, (lapsed, under, people), decide, without_key(int), at=at)


def _command(practice_id: str, work: DueWork) -> Command:
    return Command(operation=OPERATIONS[work], actor=Actor.system(practice_id), key=None, arguments={})


def _together(looks: Sequence[_Looked]) -> _Looked:
    return _Looked(
        sum(one.how_many for one in looks),
        total(one.done for one in looks),
        tuple(errand for one in looks for errand in one.errands),
    )


def _counted(settled: Attempt) -> DueDone:
    match settled.kind, settled.status:
        case AttemptKind.CHARGE, AttemptStatus.PAID:
            return DueDone(charged=1)
        case AttemptKind.CHARGE, AttemptStatus.DECLINED:
            return DueDone(declined=1)
        case AttemptKind.CHARGE, AttemptStatus.AUTHENTICATION_NEEDED:
            return DueDone(authentication_needed=1)
        case AttemptKind.CHARGE, AttemptStatus.CANCELLED:
            return DueDone(charges_cancelled=1)
        case AttemptKind.REFUND, AttemptStatus.PAID:
            return DueDone(refunded=1)
        case AttemptKind.REFUND, AttemptStatus.DECLINED:
            return DueDone(refunds_declined=1)
        case _:
            return DueDone(unknown=1)
