"""What an import keeps, what it writes into the journal, and that it is all or nothing."""

from __future__ import annotations

import io
import itertools
import json
import os
import threading
from copy import deepcopy
from datetime import UTC, date, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.importing.documents import LEFT_OUT, SMALL, Document, as_file, changed

from practice_core import Actor, AlreadyExists, Card, Client, Invalid, Money, Policy, PracticeCore, connect
from practice_core.adapters.clock import SettableClock
from practice_core.domain.attempt import Attempt, AttemptKind, AttemptStatus
from practice_core.domain.journal import digest
from practice_core.domain.session import DueWork, SessionRecord, Settlement
from practice_core.ports import questions

STAFF = Actor.staff("p", "tests")


def test_what_is_in_the_file_is_in_the_practice(core: PracticeCore, document: Document) -> None:
    document["practice"]["policy"] = {"minimum_payer_age": 18, "retry_hours": [], "required_details": ["email"]}
    practice = core.load(as_file(document))
    assert core.practices.get("p") == practice
    assert Policy(minimum_payer_age=18, retry_hours=(), required_details=("email",)) == practice.policy
    assert Client(
        id="c1",
        practice_id="p",
        given_name="Ilse",
        family_name="Varga",
        email="c1@people.example",
        phone=None,
        date_of_birth=date(1990, 1, 31),
        language="en-GB",
        card=Card(reference="pm_c1", brand="visa", last4="4242", exp_month=4, exp_year=2029),
        registered_by="system:system",
    ) == core.clients.get(STAFF, "c1")
    assert ("Ines Molander", None) == (core.therapists.get(STAFF, "t1").name, core.therapists.get(STAFF, "t2").email)


def test_an_ended_relationship_names_its_successor_and_is_named_by_it(core: PracticeCore, document: Document) -> None:
    core.load(as_file(document))
    ended, opened = (core.relationships.get(STAFF, name) for name in ("r1", "r2"))
    assert (datetime(2024, 5, 1, 8, tzinfo=UTC), "ended", "migrated", "system:system", "r2", None) == (
        ended.opened_at,
        ended.status,
        ended.end_reason,
        ended.ended_by,
        ended.successor_id,
        ended.predecessor_id,
    )
    assert ("active", None, None, "r1") == (opened.status, opened.fee, opened.successor_id, opened.predecessor_id)
    assert Money(6000, "GBP") == ended.fee


def test_the_oldest_of_several_is_the_predecessor(memory: PracticeCore, document: Document) -> None:
    older = document["relationships"][0] | {"id": "r0", "payer_id": "c1", "opened_at": "2020-01-01T00:00:00Z"}
    document["relationships"].append(older)
    memory.load(as_file(document))
    assert memory.relationships.get(STAFF, "r2").predecessor_id == "r0"


def test_an_ended_relationship_without_a_reason_was_imported(memory: PracticeCore, document: Document) -> None:
    memory.load(as_file(changed(document, "relationships/0/end_reason", None)))
    assert memory.relationships.get(STAFF, "r1").end_reason == "imported"


def test_scheduled_sessions_under_a_migrated_relationship_need_rebooking(
    core: PracticeCore, document: Document
) -> None:
    core.load(as_file(document))
    assert ["s1"] == [it.id for it in core.sessions.needing_rebooking(STAFF, "r1")]


@pytest.mark.parametrize(
    ("status", "paid", "price", "expected"),
    [
        ("scheduled", False, 6000, Settlement.OPEN),
        ("scheduled", True, 6000, Settlement.PAID),
        ("scheduled", True, 0, Settlement.NOTHING),
        ("attended", False, 6000, Settlement.OPEN),
        ("no_show", False, 6000, Settlement.OPEN),
        ("attended", False, 0, Settlement.NOTHING),
        ("cancelled", False, 6000, Settlement.NOTHING),
        ("cancelled", True, 6000, Settlement.PAID),
    ],
)
def test_what_is_owed_follows_from_status_price_and_payment(
    memory: PracticeCore, document: Document, *, status: str, paid: bool, price: int, expected: Settlement
) -> None:
    document["sessions"][1] |= {"status": status, "paid": paid, "price": price}
    memory.load(as_file(document))
    assert expected == _record(memory, "s2").settlement


@pytest.mark.parametrize("reference", ["pi_1", None, LEFT_OUT])
def test_what_is_paid_has_an_attempt_that_was_made_elsewhere(
    core: PracticeCore, document: Document, reference: object
) -> None:
    core.load(as_file(changed(document, "sessions/0/payment_reference", reference)))
    session = _record(core, "s1")
    [attempt] = _attempts(core, "s1")
    assert attempt == Attempt(
        id="s1",
        practice_id="p",
        kind=AttemptKind.CHARGE,
        session_id="s1",
        relationship_id="r1",
        therapist_id="t1",
        payer_id="c2",
        amount=Money(6000, "GBP"),
        made_at=session.charge_due_at,
        status=AttemptStatus.PAID,
        reference=reference if isinstance(reference, str) else None,
        settled_at=session.charge_due_at,
        elsewhere=True,
    )
    assert (None, None) == (session.due_work, session.due_at)


@pytest.mark.parametrize(
    ("status", "paid", "price", "attempts"),
    [
        ("attended", True, 6000, 1),
        ("cancelled", True, 6000, 1),
        ("scheduled", False, 6000, 0),
        ("cancelled", False, 6000, 0),
        # At no price nothing was taken, whatever the file says.
        ("scheduled", True, 0, 0),
    ],
)
def test_there_is_an_attempt_where_money_was_taken_and_nowhere_else(
    memory: PracticeCore, document: Document, *, status: str, paid: bool, price: int, attempts: int
) -> None:
    document["sessions"][1] |= {"status": status, "paid": paid, "price": price, "payment_reference": "pi_9"}
    memory.load(as_file(document))
    assert ["pi_9"] * attempts == [one.reference for one in _attempts(memory, "s2")]


def test_what_is_owed_falls_due_as_for_any_session(core: PracticeCore, document: Document) -> None:
    core.load(as_file(document))
    session = _record(core, "s2")
    assert (DueWork.CHARGE, session.charge_due_at) == (session.due_work, session.due_at)


def test_the_sessions_of_one_import_are_paid_by_one_attempt_each(core: PracticeCore, document: Document) -> None:
    """More of them than one batch holds."""
    template = document["sessions"][0] | {"status": "attended"}
    document["sessions"] += [template | {"id": f"x{n}", "payment_reference": f"pi_x{n}"} for n in range(1_500)]
    core.load(as_file(document))
    with core.store.open() as access:
        [found] = access.read("p", [questions.MONEY_OF(payer_id="c2")])
    assert {"s1": "pi_1"} | {f"x{n}": f"pi_x{n}" for n in range(1_500)} == {
        kept.thing.session_id: kept.thing.reference for kept in found
    }


def test_a_session_counts_as_booked_when_its_relationship_opened_or_when_it_started(
    core: PracticeCore, document: Document
) -> None:
    core.load(as_file(changed(document, "sessions/2/starts_at", "2019-01-01T00:00:00Z")))
    later, earlier = _record(core, "s2"), _record(core, "s3")
    assert (datetime(2026, 2, 1, 9, tzinfo=UTC), datetime(2026, 11, 29, 10, 50, tzinfo=UTC)) == (
        later.booked_at,
        later.charge_due_at,
    )
    start = datetime(2019, 1, 1, tzinfo=UTC)
    assert (start, start, None) == (earlier.booked_at, earlier.charge_due_at, earlier.closed_at)


def test_what_may_be_left_out_may_be_left_out(memory: PracticeCore, document: Document) -> None:
    for place in (
        "practice/policy",
        "clients/0/language",
        "relationships/1/ended_at",
        "relationships/1/end_reason",
        "relationships/1/successor_id",
        "sessions/0/payment_reference",
    ):
        changed(document, place, LEFT_OUT)
    practice = memory.load(as_file(document))
    assert (Policy(), "en-GB") == (practice.policy, memory.clients.get(STAFF, "c1").language)


@pytest.mark.parametrize(
    ("place", "odd"),
    [
        ("clients/0/date_of_birth", "2031-01-01"),
        ("clients/1/date_of_birth", "2020-01-01"),
        ("clients/0/email", "  "),
        ("clients/0/given_name", ""),
        ("clients/0/card", None),
        ("relationships/0/ended_at", "2001-01-01T00:00:00Z"),
        ("relationships/2/opened_at", "2040-01-01T00:00:00Z"),
        ("sessions/0/starts_at", "2019-01-01T10:00:00Z"),
        ("sessions/2/starts_at", "2045-01-01T10:00:00Z"),
        ("sessions/1/payment_reference", "pi_9"),
        ("clients/0/given_name", "Zo\u00eb \U0001f33f \\ud83c \\\\"),
    ],
)
def test_a_history_may_look_odd_and_is_kept(memory: PracticeCore, document: Document, place: str, odd: object) -> None:
    assert memory.load(as_file(changed(document, place, odd))).id == "p"


@pytest.mark.usefixtures("one_salt")
@pytest.mark.parametrize("order", list(itertools.permutations(SMALL))[::7])
def test_sections_may_stand_in_any_order(order: tuple[str, ...]) -> None:
    assert _everything(SMALL) == _everything({section: SMALL[section] for section in order})


def test_a_pipe_will_do(memory: PracticeCore, document: Document) -> None:
    reading, writing = os.pipe()
    text = json.dumps(document).encode()

    def fill() -> None:
        with open(writing, "wb") as end:  # noqa: PTH123 - a descriptor, not a path
            end.write(text)

    writer = threading.Thread(target=fill)
    writer.start()
    with open(reading, "rb") as pipe:  # noqa: PTH123
        assert memory.load(pipe).id == "p"
    writer.join()


def test_a_file_is_read_from_where_it_stands(memory: PracticeCore, document: Document) -> None:
    file = io.BytesIO(b"not for us" + as_file(document).getvalue())
    file.seek(len(b"not for us"))
    assert memory.load(file).id == "p"


def test_the_journal_has_one_entry_for_the_practice_each_relationship_and_each_session(
    core: PracticeCore, document: Document
) -> None:
    core.load(as_file(document))
    for thing in ("practice:p", "relationship:r1", "relationship:r2", "session:s1", "session:s3"):
        (entry,) = core.journal.of(STAFF, thing)
        assert ("imported", "system:system", datetime(2026, 3, 1, 7, 30, tzinfo=UTC), 1, "", digest(entry)) == (
            entry.what,
            entry.actor,
            entry.at,
            entry.number,
            entry.previous,
            entry.digest,
        )
    assert ((), ()) == (core.journal.of(STAFF, "client:c1"), core.journal.of(STAFF, "therapist:t1"))


def test_journal_facts_say_what_was_there_and_name_nobody(core: PracticeCore, document: Document) -> None:
    core.load(as_file(document))
    (session,) = core.journal.of(STAFF, "session:s1")
    assert {
        "relationship_id": "r1",
        "starts_at": "2026-12-01T10:00:00+00:00",
        "ends_at": "2026-12-01T10:50:00+00:00",
        "price": 6000,
        "currency": "GBP",
        "status": "scheduled",
        "settlement": "paid",
    } == dict(session.facts)
    (practice,) = core.journal.of(STAFF, "practice:p")
    assert (2, 2, 3, 3, 16) == tuple(
        practice.facts[name] for name in ("therapists", "clients", "relationships", "sessions", "minimum_payer_age")
    )


def test_what_was_imported_can_be_worked_with(core: PracticeCore, document: Document) -> None:
    core.load(as_file(document))
    core.sessions.rebook(STAFF, "s1")
    core.relationships.set_fee(STAFF, "r3", fee=Money(7000, "GBP"))
    assert ["imported", "rebooked"] == [entry.what for entry in core.journal.of(STAFF, "session:s1")]
    first, second = core.journal.of(STAFF, "relationship:r3")
    assert (2, first.digest) == (second.number, second.previous)


def test_nobody_is_notified_of_an_import(core: PracticeCore, document: Document) -> None:
    core.load(as_file(document))
    asks = [questions.NOTICES_ABOUT(about=name) for name in ("p", "r1", "r3", "s1", "c1")]
    with core.store.open() as access:
        assert [(), (), (), (), ()] == access.read("p", asks)


def test_a_practice_that_is_there_already_is_not_imported_again(core: PracticeCore, document: Document) -> None:
    core.load(as_file(document))
    with pytest.raises(AlreadyExists):
        core.load(as_file(changed(document, "clients/0/given_name", "Other")))
    assert core.clients.get(STAFF, "c1").given_name == "Ilse"


def test_practices_share_ids_without_meeting(core: PracticeCore, document: Document) -> None:
    core.load(as_file(document))
    core.load(as_file(changed(document, "practice/id", "q")))
    assert ("p", "q") == core.store.practices(limit=9)


def test_progress_counts_what_was_written(memory: PracticeCore, document: Document) -> None:
    told: list[int] = []
    memory.load(as_file(document), progress=told.append)
    assert told == [11]


def test_a_refusal_late_in_a_long_file_leaves_nothing_behind(core: PracticeCore, document: Document) -> None:
    template = document["clients"][0]
    document["clients"] += [template | {"id": f"more{number}"} for number in range(2_500)]
    document["sessions"].append(document["sessions"][0])
    told: list[int] = []
    with pytest.raises(Invalid) as refused:
        core.load(as_file(document), progress=told.append)
    assert ("sessions[3].id", (), [1_000, 2_000]) == (refused.value.field, core.store.practices(limit=1), told)
    document["sessions"].pop()
    assert core.load(as_file(document)).id == "p"


@given(
    starts=st.lists(st.integers(0, 400), min_size=2, max_size=12),
    minutes=st.lists(st.integers(1, 90), min_size=12, max_size=12),
)
def test_files_are_refused_exactly_where_two_scheduled_sessions_overlap(starts: list[int], minutes: list[int]) -> None:
    spans = [(start, start + length) for start, length in zip(starts, minutes, strict=False)]
    overlaps = {
        (f"sessions[{later}].starts_at", f"overlaps sessions[{earlier}] of the same therapist, both scheduled")
        for (earlier, (a, b)), (later, (c, d)) in itertools.combinations(enumerate(spans), 2)
        if a < d and c < b
    }
    document = deepcopy(SMALL)
    document["sessions"] = [
        SMALL["sessions"][1]
        | {"id": f"s{n}", "starts_at": f"2026-12-01T{a // 60:02}:{a % 60:02}:00Z", "minutes": b - a}
        for n, (a, b) in enumerate(spans)
    ]
    with connect("memory://") as core:
        if overlaps:
            with pytest.raises(Invalid) as refused:
                core.load(as_file(document))
            assert (refused.value.field, refused.value.problem) in overlaps
        else:
            assert core.load(as_file(document)).id == "p"


def _record(core: PracticeCore, session_id: str) -> SessionRecord:
    with core.store.open() as access:
        ((kept,),) = access.read("p", [questions.SESSION(id=session_id)])
    record: SessionRecord = kept.thing
    return record


def _attempts(core: PracticeCore, session_id: str) -> list[Attempt]:
    with core.store.open() as access:
        [found] = access.read("p", [questions.ATTEMPTS_OF_SESSION(session_id=session_id)])
    return [kept.thing for kept in found]


def _everything(document: Document) -> list[Any]:
    """All that an import of it leaves in a store."""
    by_id = {
        questions.CLIENT: ("c1", "c2"),
        questions.THERAPIST: ("t1", "t2"),
        questions.RELATIONSHIP: ("r1", "r2", "r3"),
        questions.SESSION: ("s1", "s2", "s3"),
        questions.PRACTICE: ("p",),
        questions.ATTEMPT: ("s1",),
    }
    with connect("memory://", clock=SettableClock(datetime(2026, 3, 1, tzinfo=UTC))) as core:
        core.load(as_file(document))
        with core.store.open() as access:
            return access.read("p", [query(id=name) for query, names in by_id.items() for name in names])
