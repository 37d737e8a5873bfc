"""The timetable of a session's money: what is due next, whatever has happened to it before."""

from __future__ import annotations

from datetime import datetime, timedelta
from itertools import count
from typing import cast

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.values import DAY, FEE, HOUR, NOW, STAFF, TICK, case, relationship, session

from practice_core.domain.attempt import (
    Attempt,
    AttemptKind,
    AuthenticationNeeded,
    Cancelled,
    Declined,
    DeclineReason,
    NotMade,
    Outcome,
    Paid,
    Unknown,
)
from practice_core.domain.billing import look_after, settle
from practice_core.domain.case import Case
from practice_core.domain.charging import deadline, due, next_try, owed, wanted
from practice_core.domain.occasion import Deed, Occasion
from practice_core.domain.relationship import MIGRATED
from practice_core.domain.session import DueWork, SessionRecord, SessionStatus, Settlement

START = NOW + 72 * HOUR
DUE = START - 48 * HOUR
DECLINED = Declined(DeclineReason.CARD_REFUSED)


@attrs.define
class Life:
    """One session, what was tried for it, and the clock."""

    at: datetime = NOW
    case: Case = attrs.field(factory=case)
    record: SessionRecord = attrs.field(factory=lambda: session(due_work=DueWork.CHARGE, due_at=DUE))
    attempts: dict[str, Attempt] = attrs.field(factory=dict)

    def known(self) -> Case:
        return attrs.evolve(self.case, attempts=tuple(self.attempts.values()))

    def keep(self, deed: Deed[object]) -> None:
        for thing in (*deed.added, *deed.changed):
            if isinstance(thing, Attempt):
                self.attempts[thing.id] = thing
            elif isinstance(thing, SessionRecord):
                self.record = thing

    def occasion(self) -> Occasion:
        return Occasion(STAFF, self.at, lambda _: f"id-{next(self._numbers)}")

    _numbers: count[int] = attrs.field(factory=lambda: count(1))

    def work(self, outcome: Outcome) -> bool:
        """What due work does at this instant, and what the gateway then answers. False where nothing is due."""
        before, known = self.record, self.known()
        if before.due_at is None or before.due_at > self.at:
            return False
        deed = look_after(known, before, self.occasion())
        charges = [one for one in deed.added if isinstance(one, Attempt) and one.kind is AttemptKind.CHARGE]
        assert charges == [] or owed(known, before), "only what is owed is charged (C2)"
        self.keep(cast("Deed[object]", deed))
        if self.record.status is SessionStatus.CANCELLED and before.status is not SessionStatus.CANCELLED:
            policy = self.case.practice.policy
            assert deadline(before, policy) <= self.at < before.starts_at, "C5: at the deadline, not after the start"
            assert before.settlement is not Settlement.OPEN or not owed(known, before), "C5: only what was tried"
        for attempt in deed.answer:
            goes_on = attempt.id not in {one.id for one in known.attempts} or wanted(known, before, attempt, self.at)
            self.settle(attempt, outcome if goes_on or isinstance(outcome, Paid) else Cancelled())
        return True

    def settle(self, attempt: Attempt, outcome: Outcome) -> None:
        self.keep(cast("Deed[object]", settle(self.known(), self.record, attempt, outcome, self.occasion())))

    def net(self) -> int:
        paid = [one for one in self.attempts.values() if one.paid]
        signs = {AttemptKind.CHARGE: 1, AttemptKind.REFUND: -1}
        return sum(signs[one.kind] * one.amount.minor_units for one in paid)


def outcomes(at: datetime) -> st.SearchStrategy[Outcome]:
    some: tuple[Outcome, ...] = (
        Paid("p", at),
        Paid("p", at + TICK),
        DECLINED,
        AuthenticationNeeded("p"),
        Unknown(),
        NotMade(),
        Cancelled(),
    )
    return st.sampled_from(some)


HAPPENINGS = ("work", "work", "work", "cancel", "late", "waive", "migrate", "move", "held", "message")


@given(st.data())
def test_C2_C4_C5_whatever_happens_to_a_session_its_money_comes_to_rest_and_adds_up(data: st.DataObject) -> None:
    life = Life()
    for _ in range(data.draw(st.integers(1, 12))):
        life.at += data.draw(st.sampled_from((timedelta(0), TICK, HOUR, 12 * HOUR, DAY)))
        happening = data.draw(st.sampled_from(HAPPENINGS))
        _happens(life, happening, data)
        assert life.net() >= 0
    # The gateway comes to its senses, and time goes on.
    for _ in range(40):
        life.at += 12 * HOUR
        steps = 0
        while life.work(Paid("p", life.at)):
            steps += 1
            assert steps < 8, "due work comes to rest at one instant"
    assert [one for one in life.attempts.values() if one.open] == []
    pays = life.record.settlement is Settlement.PAID
    assert life.net() == (FEE.minor_units if pays else 0)
    assert life.record.settlement not in (Settlement.PENDING, Settlement.REFUND_DUE)


def _happens(life: Life, happening: str, data: st.DataObject) -> None:
    record, at = life.record, life.at
    upcoming = record.upcoming(at)
    match happening:
        case "work":
            life.work(data.draw(outcomes(at)))
        case "cancel" | "waive" if upcoming:
            life.record = record.called_off(at=at, late=False, waived=happening == "waive")
        case "late" if upcoming and not life.case.relationship.ended:
            life.record = record.called_off(at=at, late=True)
        case "migrate" if not life.case.relationship.ended:
            ended = relationship().closed(at=at, reason=MIGRATED, by="staff:desk", successor_id="r2")
            life.case = case(ended)
            if record.settlement is Settlement.PENDING:
                life.record = record.next_due(DueWork.SETTLE, at)
        case "held" if record.status is SessionStatus.SCHEDULED and record.starts_at <= at:
            life.record = record.recorded(at=at, attended=True, waived=data.draw(st.booleans()))
        case "message" if life.attempts:
            # Late, or a second time.
            life.settle(data.draw(st.sampled_from(list(life.attempts.values()))), data.draw(outcomes(at)))
        case _:
            pass


@pytest.mark.parametrize(
    ("tried", "then"),
    [
        (None, DUE),
        (DUE, START - 24 * HOUR),
        (START - 24 * HOUR, START - 12 * HOUR),
        (START - 12 * HOUR, None),
        (START - 30 * HOUR, START - 24 * HOUR),
        (START - 5 * HOUR, None),
    ],
)
def test_C5_the_next_try_is_the_first_of_the_timetable_after_the_last_one(
    tried: datetime | None, then: datetime | None
) -> None:
    policy = case().practice.policy
    charge = Attempt(
        id="a1",
        practice_id="practice",
        kind=AttemptKind.CHARGE,
        session_id="s1",
        relationship_id="r1",
        therapist_id="theo",
        payer_id="pat",
        amount=FEE,
        made_at=tried or NOW,
    )
    assert next_try(session(), policy, [charge] if tried else []) == then


def test_C1_what_was_held_is_due_at_once_and_has_no_retries_before_its_start() -> None:
    held = session(starts_at=NOW - DAY, charge_due_at=NOW, booked_at=NOW)
    assert due(case(), held, NOW) == (DueWork.CHARGE, NOW)
    assert next_try(held, case().practice.policy, []) == NOW


def test_C2_what_waits_for_rebooking_is_due_at_the_deadline_and_not_after_its_start() -> None:
    ended = relationship().closed(at=NOW, reason=MIGRATED, by="staff:desk", successor_id="r2")
    waiting = case(ended)
    assert due(waiting, session(), NOW) == (DueWork.CANCEL, START - HOUR)
    assert due(waiting, session(), START)[0] is None
