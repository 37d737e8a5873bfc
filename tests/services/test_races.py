"""Several at once (D2): the loser of a race gets the rule's answer, and nothing is lost by being overwritten."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from threading import Barrier, Thread
from typing import Any

import attrs
import pytest
from tests.values import ADULT, DAY, HOUR, NOW, STAFF
from tests.worlds import World, family

from practice_core import (
    AlreadyExists,
    AlreadyRequested,
    CardRequired,
    Conflict,
    DetailsConflict,
    IdempotencyConflict,
    Migration,
    MigrationRequest,
    PracticeError,
    RelationshipEnded,
    RelationshipExists,
    Session,
    SessionNotUpcoming,
    SlotTaken,
    Unavailable,
    UpcomingSessions,
    connect,
)
from practice_core.domain.session import SessionRecord
from practice_core.services.desk import Desk


def meanwhile(w: World, *others: Callable[[], object]) -> None:
    w.store.meanwhile.extend(others)


def test_D2_of_two_confirmations_the_loser_is_told_that_it_is_done_with_the_successor() -> None:
    w = family()
    meanwhile(w, lambda: w.migrate(id="winner"))

    with pytest.raises(RelationshipEnded) as refused:
        w.migrate(id="loser")

    assert (refused.value.rule, refused.value.reason, refused.value.successor_id) == ("M1", "migrated", "winner")
    assert {"r1", "winner"} == {r.id for r in w.core.relationships.all(STAFF)}


def test_D2_even_if_both_give_the_new_one_the_same_id() -> None:
    w = family()
    meanwhile(w, lambda: w.migrate(id="r2"))

    with pytest.raises(RelationshipEnded) as refused:
        w.migrate(id="r2")
    assert refused.value.successor_id == "r2"


def test_D2_a_confirmation_that_lost_to_a_session_decides_again_with_it() -> None:
    """D2: the new one's id is that of the first attempt, and its instant later than all that it was decided on."""
    w = family()
    drawn = recorded(w)

    def others() -> None:
        w.book(id="s1")
        w.forward(HOUR)

    meanwhile(w, others)
    done = w.migrate(id=None)

    assert [s.id for s in done.sessions_to_rebook] == ["s1"]
    assert (done.opened.opened_at, done.ended.ended_at) == (NOW + HOUR, NOW + HOUR)
    assert done.opened.id in drawn
    # The relationship, the request on the spot, two notices: each drawn once, though it was decided twice;
    # and three notices of the booking.
    assert len(drawn) == 4 + 3


def recorded(w: World) -> list[str]:
    """The ids that the core draws from now on."""
    drawn: list[str] = []
    new = w.core.sessions._desk.ids.new

    class Recording:
        def new(self) -> str:
            drawn.append(new())
            return drawn[-1]

    w.core = connect("memory://", clock=w.clock, store=w.store, payments=w.payments, ids=Recording())
    return drawn


def test_D2_of_two_bookings_of_one_slot_the_loser_is_told_which_took_it() -> None:
    w = family()
    meanwhile(w, lambda: w.book(id="winner"))

    with pytest.raises(SlotTaken) as refused:
        w.book(id="loser")
    assert refused.value.session_ids == ("winner",)


@pytest.mark.parametrize("under", ["another relationship of the therapist", "the same relationship"])
def test_D2_two_bookings_of_two_slots_are_both_made(under: str) -> None:
    w = family()
    w.person("sam", has_card=True)
    w.open("sam", "sam", id="r9")
    meanwhile(w, lambda: w.book("r9" if under.startswith("another") else "r1", id="other", starts_at=NOW + DAY))

    assert w.book(id="mine").id == "mine"
    assert {"mine", "other"} == set(w.kept(SessionRecord))


def test_D2_a_booking_that_lost_to_the_migration_is_refused_naming_the_successor() -> None:
    w = family()
    meanwhile(w, w.migrate)

    with pytest.raises(RelationshipEnded) as refused:
        w.book()
    assert (refused.value.rule, refused.value.successor_id) == ("S1", "r2")


def test_D2_an_end_that_lost_to_a_booking_is_refused_naming_the_session() -> None:
    w = family()
    meanwhile(w, lambda: w.book(id="s1"))

    with pytest.raises(UpcomingSessions) as refused:
        w.core.relationships.end(STAFF, "r1", reason="moved away")
    assert refused.value.session_ids == ("s1",)


def test_D2_a_booking_that_lost_its_card_is_refused() -> None:
    w = family()
    meanwhile(w, lambda: w.core.cards.remove(STAFF, "pat"))

    with pytest.raises(CardRequired):
        w.book()


def test_D2_of_two_openings_and_of_two_requests_one_wins() -> None:
    w = family()
    w.core.relationships.end(STAFF, "r1", reason="pause")
    meanwhile(w, lambda: w.open(id="winner"))
    with pytest.raises(RelationshipExists) as exists:
        w.open(id="loser")
    assert exists.value.relationship_id == "winner"

    meanwhile(w, lambda: w.core.migrations.request(w.alex, "winner", requested_by="alex", id="q1"))
    with pytest.raises(AlreadyRequested) as asked:
        w.core.migrations.request(STAFF, "winner", requested_by="alex", id="q2")
    assert asked.value.request_id == "q1"


def test_D2_a_confirmation_supersedes_a_request_recorded_meanwhile() -> None:
    w = family()
    meanwhile(w, lambda: w.core.migrations.request(w.pat, "r1", requested_by="pat", id="q1"))

    w.migrate(by="alex")

    assert w.kept(MigrationRequest)["q1"].status == "superseded"


def test_D2_details_given_with_a_confirmation_do_not_overwrite_what_came_meanwhile() -> None:
    w = family(born=None)
    meanwhile(w, lambda: w.core.clients.update(STAFF, "alex", date_of_birth=ADULT))

    with pytest.raises(DetailsConflict):
        w.migrate(details={"date_of_birth": "1980-01-01"})
    assert w.core.clients.get(STAFF, "alex").date_of_birth == ADULT


def test_D2_two_changes_to_one_account_are_both_made() -> None:
    w = family()
    meanwhile(w, lambda: w.core.clients.update(STAFF, "alex", email="new@people.example"))

    changed = w.core.clients.update(STAFF, "alex", phone="+44 1")

    assert (changed.email, changed.phone) == ("new@people.example", "+44 1")
    assert [e.what for e in w.core.journal.of(STAFF, "client:alex")] == [
        "registered",
        "details_changed",
        "details_changed",
    ]


def test_D2_of_two_cancellations_and_of_two_rebookings_one_wins() -> None:
    w = family()
    w.book(id="s1")
    w.book(id="s2", starts_at=NOW + 9 * DAY)
    meanwhile(w, lambda: w.core.sessions.cancel(w.alex, "s1"))
    with pytest.raises(SessionNotUpcoming):
        w.core.sessions.cancel(w.pat, "s1")

    w.migrate()
    w.with_card("alex")
    meanwhile(w, lambda: w.core.sessions.rebook(STAFF, "s2", id="winner"))
    with pytest.raises(SessionNotUpcoming) as refused:
        w.core.sessions.rebook(STAFF, "s2", id="loser")
    assert refused.value.rebooked_as == "winner"


def test_S9_a_session_that_somebody_else_rebooks_meanwhile_is_told_as_such() -> None:
    w = family()
    w.book(id="s1")
    w.book(id="s2", starts_at=NOW + 9 * DAY)
    w.migrate()
    w.with_card("alex")
    meanwhile(w, lambda: w.core.sessions.cancel(STAFF, "s2"))

    first, second = w.core.sessions.rebook_all(STAFF, "r1")

    assert (first.refusal, second.refusal) == (None, "session_not_upcoming")


def test_D1_of_two_with_the_same_key_the_loser_gets_the_winners_answer() -> None:
    w = family()
    answers: list[Migration] = []
    meanwhile(w, lambda: answers.append(w.migrate(id=None, idempotency_key="k")))

    second = w.migrate(id=None, idempotency_key="k")
    assert [second] == answers


def test_D1_of_two_with_the_same_key_and_other_input_the_loser_is_refused() -> None:
    w = family()
    meanwhile(w, lambda: w.migrate(id="r2", idempotency_key="k"))

    with pytest.raises(IdempotencyConflict):
        w.migrate(id="r3", idempotency_key="k")


def test_S9_D1_of_two_rebookings_of_all_with_one_key_the_loser_gets_the_winners_answer() -> None:
    w = family()
    w.migrate()
    meanwhile(w, lambda: w.core.sessions.rebook_all(STAFF, "r1", idempotency_key="k"))

    assert w.core.sessions.rebook_all(STAFF, "r1", idempotency_key="k") == ()


def test_an_id_that_is_taken_meanwhile_is_told_as_taken() -> None:
    w = World()
    meanwhile(w, lambda: w.person("alex"))

    with pytest.raises(AlreadyExists):
        w.person("alex", given_name="Another")


def test_D2_conflict_is_raised_only_after_the_tries_are_used_up() -> None:
    w = family()
    tries = attrs.fields(Desk).tries.default
    phones = [f"+44 {n}" for n in range(tries + 1)]
    others = [lambda p=p: w.core.clients.update(STAFF, "alex", phone=p) for p in phones]  # type: ignore[misc]

    meanwhile(w, *others[: tries - 1])
    assert w.core.clients.update(STAFF, "alex", email="a@people.example").email == "a@people.example"

    meanwhile(w, *others[:tries])
    rows: dict[str, Any] = {}
    w.store.meanwhile[-1] = lambda: (others[tries](), rows.update(all=w.rows()))
    with pytest.raises(Conflict):
        w.core.clients.update(STAFF, "alex", email="b@people.example")
    assert rows["all"] == w.rows()


def test_an_outage_is_not_tried_again() -> None:
    w = family()
    calls: list[int] = []

    def outage() -> None:
        calls.append(1)
        raise Unavailable("database", "it is down")

    meanwhile(w, outage, outage)
    with pytest.raises(Unavailable):
        w.book()
    assert calls == [1]


def test_D2_of_many_threads_confirming_and_booking_one_wins_each() -> None:
    w = family()
    w.person("sam", has_card=True)
    w.open("sam", "sam", id="r9")
    start = Barrier(8)
    outcomes: list[object] = []

    def run(act: Callable[[], object]) -> None:
        start.wait()
        try:
            outcomes.append(act())
        except PracticeError as error:
            outcomes.append(error.code)

    acts: list[Callable[[], object]] = [lambda: w.migrate(id=None) for _ in range(4)]
    acts += [lambda: w.book("r9", starts_at=NOW + DAY, duration=timedelta(hours=1)) for _ in range(4)]
    threads = [Thread(target=run, args=(act,)) for act in acts]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    (done,) = (one for one in outcomes if isinstance(one, Migration))
    assert len([one for one in outcomes if isinstance(one, Session)]) == 1
    assert (outcomes.count("relationship_ended"), outcomes.count("slot_taken")) == (3, 3)
    assert done.opened.id == w.core.relationships.get(STAFF, "r1").successor_id
