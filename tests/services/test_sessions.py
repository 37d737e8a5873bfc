"""Booking, moving, cancelling and recording sessions through the services (S1 to S7, S10, C1)."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import attrs
import pytest
from tests.values import (
    AUCKLAND,
    DAY,
    FEE,
    FIFTY_MINUTES,
    HOUR,
    LOS_ANGELES,
    NOW,
    PRACTICE_ID,
    STAFF,
    TICK,
    local,
    relationship,
    session,
)
from tests.worlds import World, family

from practice_core import (
    CardRequired,
    Invalid,
    Money,
    NotAllowed,
    NotAParty,
    NotFound,
    OutsideRelationship,
    RebookingRequired,
    Relationship,
    RelationshipEnded,
    SessionNotOver,
    SessionNotUpcoming,
    SlotTaken,
    StartsInThePast,
    UnderMinimumAge,
)
from practice_core.domain.authority import sees_session
from practice_core.domain.session import SessionRecord
from practice_core.ports.store import Kept

FREE = Money(0, "GBP")


def settlement(w: World, session_id: str) -> str:
    return str(w.kept(SessionRecord)[session_id].settlement)


# S1


def test_S1_nothing_is_booked_under_an_ended_one_and_the_active_successor_is_named_down_the_chain() -> None:
    w = family()
    w.with_card("alex")
    w.migrate()
    w.core.relationships.end(STAFF, "r2", reason="pause")
    with pytest.raises(RelationshipEnded) as refused:
        w.book("r1")
    assert (refused.value.rule, refused.value.reason, refused.value.successor_id) == ("S1", "migrated", None)

    w.core.relationships.restart(STAFF, "r2")
    with pytest.raises(RelationshipEnded) as refused:
        w.book("r1")
    assert refused.value.successor_id == "r2"
    assert w.book("r2").relationship_kind == "first_party"


# S2


@pytest.mark.parametrize("zone", [LOS_ANGELES, AUCKLAND])
def test_S2_the_card_is_good_when_the_session_starts_by_the_practices_date(zone: str) -> None:
    w = family(zone=zone)
    w.with_card("pat", 2026, 6)
    month_ends = local(zone, 2026, 7, 1).astimezone(UTC)

    assert w.book(starts_at=month_ends - TICK, id="s1").status == "scheduled"
    with pytest.raises(CardRequired) as refused:
        w.book(starts_at=month_ends + HOUR)
    assert (refused.value.rule, refused.value.client_id) == ("S2", "pat")


def test_S2_without_a_card_only_a_price_of_0_is_booked() -> None:
    w = family(has_card=False)

    with pytest.raises(CardRequired):
        w.book()
    free = w.book(price=FREE)
    assert (free.price, free.payment) == (FREE, "not_due")


def test_P1_who_turns_out_to_be_under_age_pays_for_no_booking() -> None:
    w = World()
    w.person("alex", born=None, has_card=True)
    w.open(payer="alex")
    w.core.clients.update(STAFF, "alex", date_of_birth=date(2012, 1, 1))

    with pytest.raises(UnderMinimumAge) as refused:
        w.book()
    assert refused.value.rule == "P1"


# S3


@pytest.mark.parametrize("ahead", [timedelta(0), -TICK, -DAY])
def test_S3_a_session_starts_in_the_future(ahead: timedelta) -> None:
    w = family()

    with pytest.raises(StartsInThePast):
        w.book(starts_at=NOW + ahead)
    assert w.book(starts_at=NOW + TICK).starts_at == NOW + TICK


@pytest.mark.parametrize("start", [datetime(2027, 1, 1), "2027-01-01T00:00Z", None, datetime(1, 1, 1, tzinfo=UTC)])  # noqa: DTZ001
def test_S3_times_carry_a_zone_and_lie_within_the_calendar(start: object) -> None:
    w = family()
    w.book(id="s1")

    for act in (
        lambda: w.core.sessions.book(STAFF, "r1", starts_at=start, duration=FIFTY_MINUTES),  # type: ignore[arg-type]
        lambda: w.core.sessions.move(STAFF, "s1", starts_at=start),  # type: ignore[arg-type]
    ):
        with pytest.raises(Invalid) as refused:
            act()
        assert refused.value.field == "starts_at"


def test_S3_an_instant_in_any_zone_is_answered_in_utc() -> None:
    booked = family().book(starts_at=local(LOS_ANGELES, 2026, 7, 1, 10))

    assert (datetime(2026, 7, 1, 17, tzinfo=UTC), UTC) == (booked.starts_at, booked.starts_at.tzinfo)
    assert booked.starts_at + FIFTY_MINUTES == booked.ends_at


def test_S3_it_lasts_1_minute_to_24_hours() -> None:
    w = family()

    for wrong in (timedelta(seconds=59), timedelta(hours=24) + TICK, 50):
        with pytest.raises(Invalid) as refused:
            w.book(duration=wrong)
        assert refused.value.field == "duration"
    assert w.book(duration=timedelta(hours=24)).ends_at == NOW + 96 * HOUR


def test_S3_C1_one_already_held_is_recorded_as_attended_and_due_at_once() -> None:
    w = family()
    w.forward(DAY)

    held = w.book(starts_at=NOW, already_held=True)

    assert (held.status, held.payment) == ("attended", "due")


def test_S3_one_already_held_has_begun_and_not_before_its_relationship_opened() -> None:
    w = family()
    w.forward(DAY)

    with pytest.raises(OutsideRelationship):
        w.book(starts_at=NOW - TICK, already_held=True)
    with pytest.raises(Invalid):
        w.book(starts_at=NOW + DAY + TICK, already_held=True)
    assert w.book(starts_at=NOW + DAY, already_held=True).status == "attended"


def test_S3_one_that_began_before_the_end_may_be_recorded_under_the_ended_one() -> None:
    w = family()
    w.forward(DAY)
    w.migrate(by="pat")
    w.forward(DAY)

    before = w.book(starts_at=NOW + DAY - TICK, already_held=True)
    assert (before.status, before.payment) == ("attended", "due")
    with pytest.raises(RelationshipEnded) as refused:
        w.book(starts_at=NOW + DAY, already_held=True)
    assert (refused.value.rule, refused.value.successor_id) == ("S1", "r2")


# S4


def test_S4_a_therapist_has_no_two_at_once_whoever_attends() -> None:
    w = family()
    w.person("sam", has_card=True)
    w.open("sam", "sam", id="r9")
    first = w.book(id="s1")

    with pytest.raises(SlotTaken) as refused:
        w.book("r9", starts_at=first.ends_at - TICK)
    assert refused.value.session_ids == ("s1",)
    assert w.book("r9", starts_at=first.ends_at).status == "scheduled"
    assert w.book("r9", starts_at=first.starts_at - FIFTY_MINUTES).status == "scheduled"


def test_S4_a_long_session_is_in_the_way_to_its_last_microsecond() -> None:
    w = family()
    w.book(duration=timedelta(hours=24), id="s1")

    with pytest.raises(SlotTaken):
        w.book(starts_at=NOW + 96 * HOUR - TICK)
    assert w.book(starts_at=NOW + 96 * HOUR).status == "scheduled"


def test_S4_another_therapist_and_a_cancelled_session_are_not_in_the_way() -> None:
    w = family()
    w.book(id="s1")
    w.core.relationships.open(STAFF, therapist_id="tess", attendee_id="alex", payer_id="pat", fee=FEE, id="rt")

    assert w.book("rt").status == "scheduled"
    w.core.sessions.cancel(STAFF, "s1")
    assert w.book("r1").status == "scheduled"


# S5, C8


def test_S5_the_price_is_fixed_when_the_session_is_booked() -> None:
    w = family()
    w.book(id="s1", price=Money(100, "GBP"))
    w.core.relationships.set_fee(STAFF, "r1", fee=Money(9900, "GBP"))

    assert Money(100, "GBP") == w.core.sessions.move(STAFF, "s1", starts_at=NOW + 9 * DAY).price


@pytest.mark.parametrize("price", [Money(-1, "GBP"), Money(1, "EUR"), 60.0])
def test_C8_a_price_is_of_the_practices_currency_and_not_negative(price: object) -> None:
    with pytest.raises(Invalid) as refused:
        family().book(price=price)
    assert refused.value.field == "price"


# C1


@pytest.mark.parametrize("ahead", [72 * HOUR, 48 * HOUR, HOUR])
def test_C1_it_falls_due_48_hours_before_the_start_or_at_booking_if_that_is_later(ahead: timedelta) -> None:
    w = family()
    booked = w.book(id="s1", starts_at=NOW + ahead)
    due = max(NOW, NOW + ahead - 48 * HOUR)

    assert ("due" if due == NOW else "not_due") == booked.payment
    w.clock.set(due)
    assert w.core.sessions.get(STAFF, "s1").payment == "due"
    if due > NOW:
        w.clock.set(due - TICK)
        assert w.core.sessions.get(STAFF, "s1").payment == "not_due"


# S6


@pytest.mark.parametrize(
    ("notice", "late", "payment"), [(48 * HOUR, False, "not_due"), (48 * HOUR - TICK, True, "due"), (TICK, True, "due")]
)
def test_S6_exactly_48_hours_is_notice_enough_and_a_microsecond_less_is_late(
    notice: timedelta, late: bool, payment: str
) -> None:
    w = family()
    start = w.book(id="s1").starts_at
    w.clock.set(start - notice)

    off = w.core.sessions.cancel(w.alex, "s1")

    assert ("cancelled", late, payment) == (off.status, off.late, off.payment)


def test_S6_the_notice_is_the_policys() -> None:
    w = family(free_cancellation_hours=0)
    w.book(id="s1", starts_at=NOW + TICK)

    assert w.core.sessions.cancel(w.pat, "s1").late is False


@pytest.mark.parametrize("by", ["alex", "pat"])
@pytest.mark.parametrize("how", ["themselves", "entered by the therapist"])
def test_S6_a_cancellation_entered_for_a_client_counts_as_theirs(by: str, how: str) -> None:
    w = family()
    w.book(id="s1", starts_at=NOW + HOUR)

    if how == "themselves":
        off = w.core.sessions.cancel(getattr(w, by), "s1", requested_by=by)
    else:
        off = w.core.sessions.cancel(w.theo, "s1", requested_by=by, reason="called in")

    assert off.late is True
    assert by == w.core.journal.of(STAFF, "session:s1")[-1].requested_by


@pytest.mark.parametrize("asker", [None, "theo"])
def test_S6_the_practices_own_cancellation_is_never_late(asker: str | None) -> None:
    w = family()
    w.book(id="s1", starts_at=NOW + HOUR)

    off = w.core.sessions.cancel(w.theo, "s1", requested_by=asker)

    assert (off.late, off.payment) == (False, "not_due")


def test_S6_a_late_cancellation_may_be_waived_by_therapist_and_staff_only() -> None:
    w = family()
    for name in ("s1", "s2"):
        w.book(id=name, starts_at=NOW + (2 if name == "s1" else 4) * HOUR)
    w.settle("s2", "paid")

    with pytest.raises(NotAllowed):
        w.core.sessions.cancel(w.alex, "s1", waive=True)
    for name, after in (("s1", "waived"), ("s2", "refund_due")):
        off = w.core.sessions.cancel(w.theo, name, requested_by="alex", waive=True)
        assert (False, after) == (off.late, settlement(w, name))


def test_S6_where_nothing_is_owed_there_is_nothing_to_waive() -> None:
    w = family()
    w.book(id="s1")

    w.core.sessions.cancel(w.theo, "s1", requested_by="alex", waive=True)

    facts = w.core.journal.of(STAFF, "session:s1")[-1].facts
    assert ("nothing", {"late": False, "waived": False}) == (settlement(w, "s1"), facts)


def test_S6_paid_and_cancelled_late_stays_paid_and_in_time_goes_back() -> None:
    w = family()
    w.book(id="late", starts_at=NOW + HOUR)
    w.book(id="early", starts_at=NOW + 72 * HOUR)
    for name in ("late", "early"):
        w.settle(name, "paid")
        w.core.sessions.cancel(w.alex, name)

    assert [settlement(w, name) for name in ("late", "early")] == ["paid", "refund_due"]


def test_S6_what_needs_rebooking_is_never_cancelled_late() -> None:
    w = family()
    w.book(id="s1", starts_at=NOW + HOUR)
    w.migrate()

    off = w.core.sessions.cancel(w.alex, "s1")

    assert (off.late, off.payment) == (False, "not_due")


def test_S6_only_what_is_upcoming_is_cancelled() -> None:
    w = family()
    w.book(id="s1", starts_at=NOW + HOUR)
    w.forward(HOUR)

    with pytest.raises(SessionNotUpcoming) as refused:
        w.core.sessions.cancel(w.alex, "s1")
    assert (refused.value.status, refused.value.rule) == ("begun", "S6")


def test_S6_nobody_else_can_have_asked_for_it() -> None:
    w = family()
    w.person("sam")
    w.book(id="s1")

    with pytest.raises(NotAParty) as refused:
        w.core.sessions.cancel(w.theo, "s1", requested_by="sam")
    assert refused.value.rule == "S6"
    with pytest.raises(NotAllowed):
        w.core.sessions.cancel(w.alex, "s1", requested_by="pat")
    with pytest.raises(NotFound):
        w.core.sessions.cancel(w.sam, "s1", requested_by="pat")


def test_A3_a_former_payer_can_no_longer_cancel_nor_have_it_entered_for_them() -> None:
    w = family()
    w.book(id="s1")
    w.settle("s1", "paid")
    w.migrate()

    with pytest.raises(NotAllowed):
        w.core.sessions.cancel(w.pat, "s1")
    with pytest.raises(NotAParty) as refused:
        w.core.sessions.cancel(w.theo, "s1", requested_by="pat")
    assert refused.value.rule == "A3"


# S7


def test_S7_it_may_be_moved_while_it_is_upcoming_and_keeps_its_length() -> None:
    w = family()
    w.book(id="s1")

    moved = w.core.sessions.move(w.theo, "s1", starts_at=NOW + 80 * HOUR)
    assert (moved.starts_at, moved.ends_at - moved.starts_at) == (NOW + 80 * HOUR, FIFTY_MINUTES)
    longer = w.core.sessions.move(STAFF, "s1", starts_at=NOW + 80 * HOUR, duration=HOUR)
    assert longer.ends_at == NOW + 81 * HOUR


def test_S7_C1_moved_it_falls_due_by_its_new_time() -> None:
    w = family()
    w.book(id="s1", starts_at=NOW + 49 * HOUR)

    assert w.core.sessions.move(STAFF, "s1", starts_at=NOW + 40 * HOUR).payment == "due"
    assert w.core.sessions.move(STAFF, "s1", starts_at=NOW + 490 * HOUR).payment == "not_due"


def test_S7_it_does_not_collide_with_itself_but_with_others() -> None:
    w = family()
    first = w.book(id="s1")
    w.book(id="s2", starts_at=first.ends_at)

    with pytest.raises(SlotTaken) as refused:
        w.core.sessions.move(STAFF, "s1", starts_at=first.starts_at + TICK)
    assert refused.value.session_ids == ("s2",)
    assert w.core.sessions.move(STAFF, "s1", starts_at=first.starts_at - TICK).starts_at == first.starts_at - TICK


def test_S7_moving_holds_to_S2_and_S3() -> None:
    w = family()
    w.with_card("pat", 2026, 6)
    w.book(id="s1")

    with pytest.raises(CardRequired):
        w.core.sessions.move(STAFF, "s1", starts_at=datetime(2026, 7, 2, tzinfo=UTC))
    with pytest.raises(StartsInThePast):
        w.core.sessions.move(STAFF, "s1", starts_at=NOW)
    with pytest.raises(Invalid):
        w.core.sessions.move(STAFF, "s1", starts_at=NOW + DAY, duration=timedelta(days=2))


def test_S7_what_has_begun_needs_rebooking_or_stands_under_an_ended_one_is_not_moved() -> None:
    w = family()
    w.book(id="s1", starts_at=NOW + HOUR)
    w.book(id="s2")
    w.forward(HOUR)
    with pytest.raises(SessionNotUpcoming):
        w.core.sessions.move(STAFF, "s1", starts_at=NOW + DAY)
    w.migrate()
    with pytest.raises(RebookingRequired):
        w.core.sessions.move(STAFF, "s2", starts_at=NOW + DAY)


def test_S7_an_imported_session_under_an_ended_relationship_is_not_moved() -> None:
    """S7: an import may leave scheduled sessions under one that ended; moving one is refused as booking it would be."""
    w = family()
    w.book(id="s1")
    rows = w.store._rows[PRACTICE_ID, Relationship]
    gone = attrs.evolve(rows["r1"].thing, ended_at=NOW, end_reason="moved away", ended_by="import")
    rows["r1"] = Kept(gone, rows["r1"].stamp)

    with pytest.raises(RelationshipEnded) as refused:
        w.core.sessions.move(STAFF, "s1", starts_at=NOW + DAY)
    assert refused.value.rule == "S7"


# S10


def test_S10_it_is_recorded_from_its_start_on_and_once() -> None:
    w = family()
    w.book(id="s1", starts_at=NOW + HOUR)
    w.clock.set(NOW + HOUR - TICK)
    with pytest.raises(SessionNotOver) as refused:
        w.core.sessions.record(STAFF, "s1")
    assert refused.value.status == "scheduled"

    w.clock.set(NOW + HOUR)
    assert w.core.sessions.record(w.theo, "s1").status == "attended"
    with pytest.raises(SessionNotOver) as refused:
        w.core.sessions.record(STAFF, "s1", attended=False)
    assert refused.value.status == "attended"


@pytest.mark.parametrize(
    ("attended", "waive", "answer"),
    [(True, False, ("attended", "due")), (False, False, ("no_show", "due")), (False, True, ("no_show", "waived"))],
)
def test_S10_a_no_show_is_owed_alike_unless_waived(attended: bool, waive: bool, answer: tuple[str, str]) -> None:
    w = family()
    w.book(id="s1", starts_at=NOW + HOUR)
    w.forward(HOUR)

    done = w.core.sessions.record(w.theo, "s1", attended=attended, waive=waive)

    assert answer == (done.status, done.payment)


# What an actor sees


def test_sessions_are_listed_by_start() -> None:
    w = family()
    w.book(id="b", starts_at=NOW + DAY)
    w.book(id="a", starts_at=NOW + 2 * DAY)
    w.book(id="c", starts_at=NOW + HOUR)

    assert [s.id for s in w.core.sessions.of_relationship(w.theo, "r1")] == ["c", "b", "a"]


def test_A3_a_former_payer_sees_up_to_the_end_and_beyond_it_only_their_own_money() -> None:
    w = family()
    for name, hours in (("held", 1), ("lost", 20), ("paid", 72), ("free", 96)):
        w.book(id=name, starts_at=NOW + hours * HOUR)
    w.core.sessions.cancel(w.alex, "lost")
    w.settle("paid", "paid")
    w.forward(2 * HOUR)
    w.migrate()

    assert [s.id for s in w.core.sessions.of_relationship(w.pat, "r1")] == ["held", "lost", "paid"]
    assert [s.id for s in w.core.sessions.needing_rebooking(w.pat, "r1")] == ["paid"]
    assert [s.id for s in w.core.sessions.of_relationship(w.alex, "r1")] == ["held", "lost", "paid", "free"]
    with pytest.raises(NotFound) as hidden:
        w.core.sessions.get(w.pat, "free")
    assert hidden.value.kind == "session"
    assert w.core.sessions.get(w.pat, "paid").id == "paid"


def test_A3_what_was_lost_after_the_end_is_not_the_former_payers() -> None:
    """A3, C2: a late cancellation after the end is charged to nobody, so it does not concern their money."""
    gone = relationship().closed(at=NOW, reason="moved away", by="staff:desk")
    lost = session().called_off(at=NOW + HOUR, late=True)

    assert sees_session(World().pat, lost, gone) is False


def test_N1_notices_are_stored_with_the_deed_and_with_no_refusal() -> None:
    w = family()
    before = w.notices()

    w.book(id="s1")
    told = w.notices()
    with pytest.raises(SlotTaken):
        w.book(id="s2")

    everybody = [("session_booked", name) for name in ("client:alex", "client:pat", "therapist:theo")]
    assert (before + everybody, told) == (told, w.notices())
