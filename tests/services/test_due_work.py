"""Due work itself: batches, bad items, stopping, expiries."""

from __future__ import annotations

import pytest
from tests.services.money import (
    DUE,
    START,
    at,
    attempts,
    payment,
    told,
    until_quiet,
    world,
)
from tests.values import DAY, FEE, FIFTY_MINUTES, HOUR, TICK
from tests.worlds import World, family

from practice_core import Actor, AttemptStatus, Conflict, DueDone, Unavailable
from practice_core.domain.attempt import Attempt, AttemptKind, Outcome
from practice_core.domain.charging import PATIENCE
from practice_core.domain.session import SessionRecord
from practice_core.services import due


def test_M10_requests_whose_time_is_over_expire_and_whoever_asked_is_told() -> None:
    w = family()
    request = w.core.migrations.request(w.pat, "r1", requested_by="pat")
    w.forward(30 * DAY - TICK)
    assert until_quiet(w) == DueDone()
    w.forward(TICK)
    assert until_quiet(w) == DueDone(requests_expired=1)
    assert told(w, "request_expired") == ["client:pat"]
    assert w.core.migrations.pending(w.staff) == ()
    assert w.kept(type(request))[request.id].status == "expired"


def test_one_bad_item_does_not_stop_the_rest(monkeypatch: pytest.MonkeyPatch) -> None:
    w = world()
    w.book(id="s0", starts_at=START - 2 * HOUR)
    at(w, DUE)
    whole = due.look_after

    def poisoned(case: object, record: SessionRecord, occasion: object) -> object:
        if record.id == "s0":
            raise ZeroDivisionError
        return whole(case, record, occasion)  # type: ignore[arg-type]

    monkeypatch.setattr(due, "look_after", poisoned)
    assert w.core.run_due() == DueDone(charged=1, failed=1)
    monkeypatch.undo()
    assert w.core.run_due() == DueDone()
    w.forward(HOUR)
    assert until_quiet(w) == DueDone(charged=1)


def test_C4_whatever_a_gateway_raises_is_kept_to_its_item(monkeypatch: pytest.MonkeyPatch) -> None:
    w = world()
    w.book(id="s0", starts_at=START - 2 * HOUR)
    at(w, DUE)
    whole = w.payments.charge

    def poisoned(attempt: Attempt) -> Outcome:
        if attempt.session_id == "s0":
            raise ZeroDivisionError
        return whole(attempt)

    monkeypatch.setattr(w.payments, "charge", poisoned)
    assert w.core.run_due() == DueDone(charged=1, failed=1)
    assert payment(w, "s0") == "pending"
    monkeypatch.undo()
    assert w.core.run_due() == DueDone()
    w.forward(PATIENCE)
    assert until_quiet(w) == DueDone(charged=1)


def test_a_gateway_that_is_down_is_asked_three_times_a_run_and_what_does_not_need_it_is_done() -> None:
    w = family()
    for n in range(30):
        w.book(id=f"s{n:02}", starts_at=START + n * HOUR)
    w.person("sam", has_card=True)
    w.open("alex", "sam", id="r9")
    w.book("r9", id="lost", starts_at=START - 10 * HOUR)
    w.core.migrations.confirm(w.staff, "r9", requested_by="alex")
    for n in range(3):
        _open_practice(w, f"that-comes-after-{n}")
    at(w, START - 58 * HOUR)
    assert until_quiet(w) == DueDone()
    at(w, START - 11 * HOUR)
    w.payments.fails("charge", acted=False, times=100)
    assert w.core.run_due() == DueDone(unknown=25, sessions_cancelled=1)
    assert w.payments._failing["charge", "before"] == 97
    assert len(attempts(w)) == 25
    w.payments.fails("ask", acted=False, times=100)
    w.forward(HOUR)
    assert w.core.run_due() == DueDone(unknown=25)
    assert w.payments._failing["ask", "before"] == 97
    w.payments._failing.clear()
    w.forward(HOUR)
    assert until_quiet(w) == DueDone(charged=33)


def test_only_outages_in_a_row_count_and_contention_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    w = family()
    for n in range(12):
        w.book(id=f"s{n:02}", starts_at=START + n * HOUR)
    at(w, START)
    whole = w.payments.charge
    errors = iter([*[Unavailable("gateway", "down")] * 2, *[Conflict()] * 4, *[Unavailable("gateway", "down")] * 2])

    def now_and_then(attempt: Attempt) -> Outcome:
        if (error := next(errors, None)) is not None:
            raise error
        return whole(attempt)

    monkeypatch.setattr(w.payments, "charge", now_and_then)
    assert w.core.run_due() == DueDone(charged=4, unknown=8)


def test_what_the_gateway_answers_to_a_batch_is_kept_at_once() -> None:
    w = family()
    for n in range(12):
        w.book(id=f"s{n:02}", starts_at=START + n * HOUR)
    at(w, START)
    written: list[str] = []
    w.store.meanwhile = [lambda: written.append("claimed"), lambda: written.append("settled")]
    assert w.core.billing.charge_due() == DueDone(charged=12)
    assert (["claimed", "settled"], []) == (written, w.store.meanwhile)
    assert {"paid"} == {payment(w, f"s{n:02}") for n in range(12)}
    assert len(told(w, "charge_paid")) == 12


def test_C10_what_happened_to_one_meanwhile_is_heeded_and_the_others_are_settled_all_the_same() -> None:
    w = family()
    for n in range(4):
        w.book(id=f"s{n}", starts_at=START + n * HOUR)
    at(w, START - 45 * HOUR)
    w.store.meanwhile = [lambda: None, lambda: w.core.sessions.cancel(w.staff, "s2")]
    assert w.core.billing.charge_due() == DueDone(charged=4)
    assert {"paid"} == {payment(w, f"s{n}") for n in range(4)}
    assert until_quiet(w) == DueDone(refunded=1)
    assert payment(w, "s2") == "refunded"


def _open_practice(w: World, name: str) -> None:
    """Another one, with a session that is due."""
    staff = Actor.staff(name, "desk")
    w.core.practices.open(id=name, name="Oak Street", time_zone="Europe/London", currency="GBP")
    w.core.therapists.register(staff, id="theo", name="Theo Example")
    w.core.clients.register(staff, id="pat", given_name="Pat", family_name="Example")
    w.core.cards.add(staff, "pat", reference="pm_pat")
    w.core.relationships.open(staff, id="r1", therapist_id="theo", attendee_id="pat", payer_id="pat", fee=FEE)
    w.core.sessions.book(staff, "r1", id="s1", starts_at=START, duration=FIFTY_MINUTES)


def test_run_due_stops_after_the_item_in_hand_and_loses_nothing() -> None:
    w = world()
    for n in range(3):
        w.book(id=f"more{n}", starts_at=START + (n + 1) * HOUR)
    at(w, DUE + 4 * HOUR)
    done = w.core.run_due(stop=lambda: len(w.payments.ledger) == 2)
    assert done == DueDone(charged=2, unknown=2)
    w.forward(HOUR)
    assert until_quiet(w) == DueDone(charged=2)


def test_a_backlog_larger_than_a_batch_is_worked_off_oldest_first() -> None:
    w = family()
    for n in reversed(range(60)):
        w.book(id=f"s{n:02}", starts_at=START + n * HOUR)
    at(w, START + 60 * HOUR)
    assert w.core.run_due() == DueDone(charged=60)
    order = [one.session_id for one in attempts(w) if one.kind is AttemptKind.CHARGE]
    assert order == [f"s{n:02}" for n in range(60)]
    assert {one.status for one in attempts(w)} == {AttemptStatus.PAID}
