"""The tables that the documentation draws: whatever is done to a thing in any of its states, in there it is."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import suppress
from enum import StrEnum

import attrs
import pytest
from tests.values import DAY, FEE, NOW, PRACTICE_ID, asked, card, case, client, occasion, relationship, session

from practice_core import Refused
from practice_core.domain import attempt, billing, booking, delivery, migration, migration_request, notice, opening
from practice_core.domain import relationship as relationships
from practice_core.domain import requests as asking
from practice_core.domain import session as sessions
from practice_core.domain.attempt import Attempt, AttemptKind, AttemptStatus, DeclineReason, Outcome
from practice_core.domain.case import Case
from practice_core.domain.migration_request import MigrationRequest, RequestStatus
from practice_core.domain.moves import Moves
from practice_core.domain.notice import Notice, NoticeKind, NoticeState
from practice_core.domain.policy import Policy
from practice_core.domain.relationship import Relationship
from practice_core.domain.session import SessionRecord, SessionStatus, Settlement
from practice_core.domain.verdict import named_wish

Pairs = Iterator[tuple[StrEnum, StrEnum]]


def of_relationships() -> Pairs:
    """Ended, restarted, migrated and handed over, from each state (P3, P4, M7, M13)."""
    to_the_firm = asked(new_payer_id="firm", accepted_at=NOW)
    acts: tuple[Callable[[Case], Relationship], ...] = (
        lambda known: opening.end(known, reason="", cancel_upcoming=True, occasion=occasion()).answer,
        lambda known: opening.restart(known, occasion()).answer,
        lambda known: _confirmed(known, asked()).answer.ended,
        lambda known: _confirmed(known, to_the_firm).answer.ended,
    )
    active = relationship()
    for one in (active, active.closed(at=NOW - DAY, reason="moved away", by="staff:desk")):
        for act in acts:
            with suppress(Refused):
                yield one.status, act(case(one, clients=(client("firm", card=card()),))).status


def of_requests() -> Pairs:
    """Confirmed, declined, withdrawn, expired, superseded by another and by an end, from each state (M10)."""
    acts: tuple[Callable[[Case, MigrationRequest], tuple[object, ...]], ...] = (
        lambda known, one: _confirmed(known, one).changed,
        lambda known, one: asking.decline(known, one, reason="", occasion=occasion()).changed,
        lambda known, one: asking.withdraw(known, one, occasion()).changed,
        lambda known, one: asking.expire(known, one, occasion()).changed if one.pending(NOW) else (),
        lambda known, _: _confirmed(known, asked("pat", name="q2")).changed,
        lambda known, _: opening.end(known, reason="", cancel_upcoming=False, occasion=occasion()).changed,
    )
    for status in RequestStatus:
        one = asked(status=status)
        for act in acts:
            with suppress(Refused):
                changed = act(case(requests=(one,)), one)
                yield from (
                    (status, it.status) for it in changed if isinstance(it, MigrationRequest) and it.id == one.id
                )


def of_sessions() -> Pairs:
    """Cancelled, unpaid, rebooked, attended and missed, before the start and after, from each state (S6, S8, S10)."""
    migrated = relationship().closed(at=NOW - DAY, reason="migrated", by="staff:desk", successor_id="r2")
    ours = relationship("r2", payer="alex")
    known = attrs.evolve(case(migrated, ours), clients={"alex": client("alex", card=card()), "pat": client("pat")})
    acts: tuple[Callable[[SessionRecord], tuple[object, ...]], ...] = (
        lambda one: (
            booking.cancel(known, one, requested_by="staff:desk", reason="", waive=False, occasion=occasion()).changed
        ),
        lambda one: booking.rebook(known, one, (), starts_at=None, price=None, occasion=occasion()).changed,
        lambda one: booking.record_outcome(known, one, attended=True, waive=False, occasion=occasion()).changed,
        lambda one: booking.record_outcome(known, one, attended=False, waive=True, occasion=occasion()).changed,
    )
    for status in SessionStatus:
        for starts_at in (NOW - DAY, NOW + DAY):
            one = session(starts_at=starts_at, status=status)
            for act in acts:
                with suppress(Refused):
                    yield from ((status, it.status) for it in act(one) if isinstance(it, SessionRecord))


def of_attempts() -> Pairs:
    """Charges and refunds, told every outcome, from each state (C4 to C7, C10)."""
    outcomes: tuple[Outcome, ...] = (
        attempt.Paid("p", NOW),
        attempt.Declined(DeclineReason.CARD_REFUSED),
        attempt.AuthenticationNeeded("p"),
        attempt.Unknown(),
        attempt.Cancelled(),
        attempt.NotMade(),
    )
    charge = _attempt(AttemptKind.CHARGE, AttemptStatus.PAID)
    for status in AttemptStatus:
        for kind in AttemptKind:
            one = _attempt(kind, status)
            known = attrs.evolve(case(), attempts=(one,) if kind is AttemptKind.CHARGE else (charge, one))
            for outcome in outcomes:
                record = session(settlement=Settlement.PENDING)
                yield status, billing.settle(known, record, one, outcome, occasion()).answer.status


def of_notices() -> Pairs:
    """Told every outcome, in time and too late, and put back, from each state (N1, N4)."""
    outcomes: tuple[delivery.Outcome, ...] = (
        delivery.Accepted(),
        delivery.Rejected("550"),
        delivery.Deferred("451"),
        delivery.NoAddress(),
    )
    for state in NoticeState:
        for since in (NOW, NOW - 400 * DAY):
            one = Notice(
                id="n1",
                practice_id=PRACTICE_ID,
                kind=NoticeKind.ADD_CARD,
                addressee="client:alex",
                about="relationship:r1",
                created_at=since,
                waiting_since=since,
                state=state,
            )
            for outcome in outcomes:
                yield state, delivery.settle(one, outcome, Policy(), occasion()).answer.state
            with suppress(Refused):
                yield state, delivery.put_back(one, occasion()).answer.state


@pytest.mark.parametrize(
    ("moves", "walk"),
    [
        (relationships.MOVES, of_relationships),
        (migration_request.MOVES, of_requests),
        (sessions.MOVES, of_sessions),
        (attempt.MOVES, of_attempts),
        (notice.MOVES, of_notices),
    ],
)
def test_all_that_is_in_a_table_happens_and_nothing_else(moves: Moves, walk: Callable[[], Pairs]) -> None:
    """P3, P4, M10, S6, S8, S10, C4 to C7, C10, N1, N4."""
    assert set(moves.table) == {(was, became) for was, became in walk() if was is not became}


def test_a_move_that_is_in_no_table_is_a_mistake_and_is_not_made() -> None:
    confirmed = asked(status=RequestStatus.CONFIRMED)
    with pytest.raises(RuntimeError, match="RequestStatus: nothing leads from confirmed to withdrawn"):
        confirmed.closed(RequestStatus.WITHDRAWN, at=NOW)


def _confirmed(known: Case, one: MigrationRequest) -> migration.Deed[migration.Migration]:
    return migration.confirm(known, named_wish(known, one, one.id), {}, "", occasion())


def _attempt(kind: AttemptKind, status: AttemptStatus) -> Attempt:
    return Attempt(
        id=f"{kind}-1",
        practice_id=PRACTICE_ID,
        kind=kind,
        session_id="s1",
        relationship_id="r1",
        therapist_id="theo",
        payer_id="pat",
        amount=FEE,
        charge_id="charge-1" if kind is AttemptKind.REFUND else None,
        made_at=NOW,
        status=status,
        reference="p",
        settled_at=NOW,
    )
