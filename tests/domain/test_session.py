"""A session on its own: slots (S4), what is owed (C1, C2, S6, S10), what needs rebooking (M8)."""

from __future__ import annotations

from datetime import datetime, timedelta

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.values import DAY, HOUR, NOW, TICK, relationship, session

from practice_core import Policy, Relationship, SessionNotUpcoming, SessionStatus, SlotTaken, StartsInThePast
from practice_core.domain.session import (
    Payment,
    SessionRecord,
    Settlement,
    charge_due,
    charged_under,
    free_slot,
    seen,
    starts_later,
)

MINUTE = timedelta(minutes=1)


def ended(at: datetime = NOW, reason: str = "migrated") -> Relationship:
    return relationship().closed(at=at, reason=reason, by="staff:desk")


@given(
    booked=st.lists(st.tuples(st.integers(0, 40), st.integers(1, 10), st.sampled_from(SessionStatus)), max_size=6),
    start=st.integers(0, 40),
    length=st.integers(1, 10),
    freed=st.integers(0, 6),
)
def test_S4_a_slot_is_free_if_no_minute_of_it_is_taken(
    booked: list[tuple[int, int, SessionStatus]], start: int, length: int, freed: int
) -> None:
    """S4: half-open slots agree with marking minutes one by one; only scheduled ones count, the freed one does not."""
    calendar = tuple(
        session(f"s{n}", NOW + at * MINUTE, ends_at=NOW + (at + lasts) * MINUTE, status=status)
        for n, (at, lasts, status) in enumerate(booked)
    )
    wanted = set(range(start, start + length))
    in_the_way = tuple(
        f"s{n}"
        for n, (at, lasts, status) in enumerate(booked)
        if status == "scheduled" and n != freed and wanted & set(range(at, at + lasts))
    )
    found: tuple[str, ...] = ()
    try:
        free_slot(
            calendar,
            starts_at=NOW + start * MINUTE,
            ends_at=NOW + (start + length) * MINUTE,
            freed=f"s{freed}",
        )
    except SlotTaken as taken:
        found = taken.session_ids
    assert in_the_way == found


def test_S4_one_may_start_when_the_other_ends_and_not_a_microsecond_before() -> None:
    first = session(starts_at=NOW, ends_at=NOW + HOUR)

    free_slot((first,), starts_at=NOW + HOUR, ends_at=NOW + 2 * HOUR)
    free_slot((first,), starts_at=NOW - HOUR, ends_at=NOW)
    for start in (NOW + HOUR - TICK, NOW - HOUR + TICK):
        with pytest.raises(SlotTaken) as refused:
            free_slot((first,), starts_at=start, ends_at=start + HOUR)
        assert refused.value.session_ids == ("s1",)


def test_S3_a_session_starts_later_than_now() -> None:
    starts_later(NOW + TICK, NOW)
    for start in (NOW, NOW - TICK):
        with pytest.raises(StartsInThePast):
            starts_later(start, NOW)


def test_upcoming_ends_exactly_at_the_start() -> None:
    one = session(starts_at=NOW)

    assert one.upcoming(NOW - TICK) is True
    assert one.upcoming(NOW) is False


@pytest.mark.parametrize(
    ("one", "status"),
    [
        (session(starts_at=NOW), "begun"),
        (session(status=SessionStatus.CANCELLED, rebooked_as="s2"), "cancelled"),
        (session(status=SessionStatus.ATTENDED), "attended"),
    ],
)
def test_S7_what_is_not_upcoming_says_why_and_what_it_was_rebooked_as(one: SessionRecord, status: str) -> None:
    with pytest.raises(SessionNotUpcoming) as refused:
        one.must_be_upcoming(NOW, rule="S7")

    assert (status, one.rebooked_as, "S7") == (refused.value.status, refused.value.rebooked_as, refused.value.rule)


@pytest.mark.parametrize(
    ("under", "at", "needs"),
    [
        (relationship(), NOW, False),
        (ended(), NOW, True),
        (ended(reason="transferred"), NOW, True),
        (ended(reason="moved away"), NOW, False),
        (ended(), NOW + 72 * HOUR - TICK, True),
        (ended(), NOW + 72 * HOUR, False),
    ],
)
def test_M8_an_upcoming_session_of_a_handed_on_relationship_needs_rebooking(
    under: Relationship, at: datetime, needs: bool
) -> None:
    assert needs == seen(session(), under, at).needs_rebooking


def test_M8_a_cancelled_session_does_not_need_rebooking() -> None:
    assert session(status=SessionStatus.CANCELLED).needs_rebooking(ended(), NOW) is False


@pytest.mark.parametrize(
    ("ahead", "due"),
    [(timedelta(hours=72), NOW + 24 * HOUR), (48 * HOUR, NOW), (48 * HOUR - TICK, NOW), (-HOUR, NOW)],
)
def test_C1_a_charge_falls_due_at_the_later_of_booking_and_the_lead_before_the_start(
    ahead: timedelta, due: datetime
) -> None:
    """C1: for a session recorded after it was held, that is at once."""
    assert due == charge_due(Policy(), booked_at=NOW, starts_at=NOW + ahead)


@pytest.mark.parametrize(
    ("one", "charged"),
    [
        (session(starts_at=NOW - HOUR), True),
        (session(starts_at=NOW), True),
        (session(starts_at=NOW + TICK), False),
        (session(status=SessionStatus.CANCELLED, late=True, closed_at=NOW - TICK), True),
        (session(status=SessionStatus.CANCELLED, late=True, closed_at=NOW), True),
        (session(status=SessionStatus.CANCELLED, late=True, closed_at=NOW + TICK), False),
        (session(status=SessionStatus.CANCELLED, late=False, closed_at=NOW - TICK), False),
        (session(status=SessionStatus.CANCELLED, late=True, closed_at=None), False),
    ],
)
def test_C2_an_ended_relationships_payer_is_charged_for_what_began_or_was_lost_before_its_end(
    one: SessionRecord, charged: bool
) -> None:
    assert charged == charged_under(one, ended())
    assert charged_under(one, relationship()) is True


def test_C1_an_open_price_is_due_from_the_microsecond_it_falls_due() -> None:
    one = session(charge_due_at=NOW)

    assert [one.payment(relationship(), at) for at in (NOW - TICK, NOW)] == [Payment.NOT_DUE, Payment.DUE]


def test_C2_what_starts_after_the_end_is_due_from_nobody() -> None:
    assert session(charge_due_at=NOW - DAY).payment(ended(), NOW + 100 * DAY) == Payment.NOT_DUE


@pytest.mark.parametrize(
    ("settlement", "payment"),
    [
        (Settlement.NOTHING, "not_due"),
        (Settlement.PAID, "paid"),
        (Settlement.REFUND_DUE, "paid"),
        (Settlement.REFUNDED, "refunded"),
        (Settlement.WAIVED, "waived"),
    ],
)
def test_what_is_settled_stays_whatever_the_time(settlement: Settlement, payment: str) -> None:
    one = session(settlement=settlement, charge_due_at=NOW - DAY)

    assert payment == one.payment(relationship(), NOW + 100 * DAY)


@pytest.mark.parametrize(
    ("before", "late", "waived", "after"),
    [
        ("open", False, False, "nothing"),
        ("open", False, True, "waived"),
        ("open", True, False, "open"),
        ("paid", False, False, "refund_due"),
        ("paid", False, True, "refund_due"),
        ("paid", True, False, "paid"),
        ("nothing", False, False, "nothing"),
        ("nothing", True, False, "nothing"),
        ("waived", False, False, "waived"),
    ],
)
def test_S6_cancelled_in_time_nothing_is_owed_and_what_was_paid_goes_back(
    before: str, late: bool, waived: bool, after: str
) -> None:
    """S6: late, what was paid stays paid and what was not stays owed."""
    off = session(settlement=Settlement(before)).called_off(at=NOW, late=late, waived=waived, reason="ill")

    assert (after, "cancelled", NOW, late, "ill") == (
        off.settlement,
        off.status,
        off.closed_at,
        off.late,
        off.close_reason,
    )


def test_S6_cancelled_late_it_falls_due_at_once_and_never_later() -> None:
    soon = session(starts_at=NOW + HOUR, charge_due_at=NOW + 2 * HOUR)
    past = attrs.evolve(soon, charge_due_at=NOW - DAY)

    assert [one.called_off(at=NOW, late=True).charge_due_at for one in (soon, past)] == [NOW, NOW - DAY]
    assert soon.called_off(at=NOW, late=True).payment(relationship(), NOW) == Payment.DUE


@pytest.mark.parametrize(
    ("attended", "waived", "status", "settlement"),
    [
        (True, False, "attended", "open"),
        (False, False, "no_show", "open"),
        (False, True, "no_show", "waived"),
        (True, True, "attended", "waived"),
    ],
)
def test_S10_a_no_show_is_owed_like_an_attended_session_unless_waived(
    attended: bool, waived: bool, status: str, settlement: str
) -> None:
    done = session(starts_at=NOW - HOUR).recorded(at=NOW, attended=attended, waived=waived)

    assert (status, settlement, NOW) == (done.status, done.settlement, done.closed_at)


def test_S10_a_waived_session_that_was_paid_is_to_be_refunded() -> None:
    assert session(settlement=Settlement.PAID).recorded(at=NOW, attended=False, waived=True).settlement == "refund_due"


def test_a_session_is_answered_with_its_relationships_kind() -> None:
    own = relationship(payer="alex")

    assert [
        seen(session(), relationship(), NOW).relationship_kind,
        seen(session(payer_id="alex"), own, NOW).relationship_kind,
    ] == ["third_party", "first_party"]
