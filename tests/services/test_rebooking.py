"""Rebooking what a migration left behind (M8, S8, S9, S11)."""

from __future__ import annotations

from datetime import timedelta

import pytest
from tests.values import DAY, FEE, FIFTY_MINUTES, HOUR, NOW, STAFF, TICK
from tests.worlds import World, family

from practice_core import (
    AgreementRequired,
    CardRequired,
    IdempotencyConflict,
    Money,
    NotFound,
    Rebooking,
    RebookingNotNeeded,
    RelationshipEnded,
    SessionNotUpcoming,
    SlotTaken,
    StartsInThePast,
)
from practice_core.domain.session import SessionRecord


def migrated(*, card: bool = True, by: str = "alex", **more: object) -> World:
    """Two sessions of Pat's, of which Alex is now the payer to be."""
    w = family(**more)  # type: ignore[arg-type]
    w.book(id="s1")
    w.book(id="s2", starts_at=NOW + 96 * HOUR)
    w.migrate(by=by)
    if card:
        w.with_card("alex")
    return w


def test_M8_upcoming_sessions_of_a_migrated_relationship_need_rebooking_and_stand_untouched() -> None:
    w = family()
    w.book(id="begun", starts_at=NOW + TICK)
    w.book(id="s1")
    before = w.kept(SessionRecord)
    w.forward(TICK)

    done = w.migrate()

    assert [s.id for s in done.sessions_to_rebook] == ["s1"]
    assert [s.id for s in w.core.sessions.needing_rebooking(w.theo, "r1")] == ["s1"]
    assert before == w.kept(SessionRecord)


def test_S8_the_old_one_is_cancelled_and_a_new_one_booked_for_the_new_payer_and_each_names_the_other() -> None:
    w = migrated()

    fresh = w.core.sessions.rebook(w.theo, "s1", id="s1b")
    old = w.core.sessions.get(STAFF, "s1")

    assert ("s1b", "r2", "alex", old.starts_at, old.ends_at, FEE, "scheduled", "s1") == (
        fresh.id,
        fresh.relationship_id,
        fresh.payer_id,
        fresh.starts_at,
        fresh.ends_at,
        fresh.price,
        fresh.status,
        fresh.rebooked_from,
    )
    assert (
        old.status,
        old.rebooked_as,
        old.late,
        old.payment,
        old.needs_rebooking,
    ) == ("cancelled", "s1b", False, "not_due", False)


def test_S8_money_already_paid_goes_back_and_the_new_one_falls_due_from_the_new_payer() -> None:
    """S8, C3: even an hour before the start, for rebooking is never late."""
    w = migrated()
    w.settle("s1", "paid")
    w.clock.set(NOW + 71 * HOUR)

    fresh = w.core.sessions.rebook(w.theo, "s1")

    assert (w.kept(SessionRecord)["s1"].settlement, w.kept(SessionRecord)["s1"].payer_id) == ("refund_due", "pat")
    assert (fresh.payer_id, fresh.payment) == ("alex", "due")


def test_S8_at_another_time_and_price_if_they_are_given() -> None:
    w = migrated()

    fresh = w.core.sessions.rebook(w.theo, "s1", starts_at=NOW + 80 * HOUR, price=Money(0, "GBP"))

    assert (NOW + 80 * HOUR, FIFTY_MINUTES, Money(0, "GBP")) == (
        fresh.starts_at,
        fresh.ends_at - fresh.starts_at,
        fresh.price,
    )


def test_S8_the_price_is_the_old_sessions_and_not_the_new_fee() -> None:
    w = migrated()
    w.core.relationships.set_fee(STAFF, "r2", fee=Money(9900, "GBP"))

    assert w.core.sessions.rebook(STAFF, "s1").price == FEE


def test_S8_the_slot_that_is_freed_does_not_collide_with_itself_but_others_do() -> None:
    w = migrated()
    start = NOW + 72 * HOUR

    with pytest.raises(SlotTaken) as refused:
        w.core.sessions.rebook(STAFF, "s1", starts_at=NOW + 96 * HOUR - TICK)
    assert refused.value.session_ids == ("s2",)
    assert w.core.sessions.rebook(STAFF, "s1", starts_at=start + 10 * timedelta(minutes=1)).status == "scheduled"


def test_S8_follows_the_chain_to_the_active_successor() -> None:
    w = migrated()
    w.core.relationships.end(STAFF, "r2", reason="pause")
    with pytest.raises(RelationshipEnded) as refused:
        w.core.sessions.rebook(STAFF, "s1")
    error = refused.value
    assert (error.rule, error.reason, error.successor_id) == ("S8", "migrated", None)

    w.core.relationships.restart(STAFF, "r2")
    assert w.core.sessions.rebook(STAFF, "s1").relationship_id == "r2"


def test_S8_only_what_needs_it_and_only_once() -> None:
    w = migrated()
    other = w.book("r2", starts_at=NOW + 50 * HOUR, id="own")
    fresh = w.core.sessions.rebook(STAFF, "s1")

    with pytest.raises(RebookingNotNeeded):
        w.core.sessions.rebook(STAFF, other.id)
    with pytest.raises(SessionNotUpcoming) as refused:
        w.core.sessions.rebook(STAFF, "s1")
    assert ("cancelled", fresh.id, "S8") == (refused.value.status, refused.value.rebooked_as, refused.value.rule)
    w.clock.set(NOW + 96 * HOUR)
    with pytest.raises(SessionNotUpcoming):
        w.core.sessions.rebook(STAFF, "s2")


def test_S8_holds_to_S2_and_S3() -> None:
    w = migrated(card=False)

    with pytest.raises(CardRequired) as refused:
        w.core.sessions.rebook(STAFF, "s1")
    assert refused.value.client_id == "alex"
    with pytest.raises(StartsInThePast):
        w.core.sessions.rebook(STAFF, "s1", starts_at=NOW)
    assert w.core.sessions.get(STAFF, "s1").status == "scheduled"


def test_S9_each_is_treated_on_its_own_and_doing_it_again_does_what_is_left() -> None:
    w = family()
    w.book(id="june")
    w.book(id="july", starts_at=NOW + 40 * DAY)
    w.migrate()
    w.with_card("alex", 2026, 6)

    first = w.core.sessions.rebook_all(w.theo, "r1")
    fresh = w.core.sessions.get(STAFF, "june").rebooked_as
    assert (
        Rebooking(session_id="june", rebooked_as=fresh),
        Rebooking(session_id="july", refusal="card_required"),
    ) == first

    w.with_card("alex")
    (second,) = w.core.sessions.rebook_all(w.theo, "r1")
    assert (second.session_id, second.refusal) == ("july", None)
    assert w.core.sessions.rebook_all(w.theo, "r1") == ()


def test_S9_D1_under_a_key_the_first_answer_comes_again() -> None:
    w = migrated(card=False)

    first = w.core.sessions.rebook_all(STAFF, "r1", idempotency_key="k")
    w.with_card("alex")
    rows = w.rows()

    assert [(r.session_id, r.rebooked_as, r.refusal) for r in first] == [
        ("s1", None, "card_required"),
        ("s2", None, "card_required"),
    ]
    assert first == w.core.sessions.rebook_all(STAFF, "r1", idempotency_key="k")
    assert rows == w.rows()
    w.core.relationships.open(STAFF, therapist_id="tess", attendee_id="alex", payer_id="pat", id="rt")
    with pytest.raises(IdempotencyConflict):
        w.core.sessions.rebook_all(STAFF, "rt", idempotency_key="k")


def test_S9_what_is_not_there_is_not_found() -> None:
    with pytest.raises(NotFound):
        family().core.sessions.rebook_all(STAFF, "nothing")


# S11


def unasked() -> World:
    """Pat asked; Alex had a card all along, which is not consent."""
    w = family()
    w.with_card("alex")
    w.book(id="s1")
    w.core.migrations.request(w.pat, "r1", requested_by="pat", id="q1")
    w.core.migrations.confirm(STAFF, "r1", request_id="q1", id="r2")
    return w


def test_S11_nothing_is_booked_or_rebooked_until_the_attendee_agrees() -> None:
    w = unasked()

    for act in (
        lambda: w.book("r2", starts_at=NOW + DAY),
        lambda: w.core.sessions.rebook(STAFF, "s1"),
        lambda: w.book("r2", starts_at=NOW, already_held=True),
    ):
        with pytest.raises(AgreementRequired) as refused:
            act()
        assert refused.value.rule == "S11"
    assert (Rebooking(session_id="s1", refusal="agreement_required"),) == w.core.sessions.rebook_all(STAFF, "r1")


@pytest.mark.parametrize("how", ["accepting", "adding a card"])
def test_S11_accepting_or_adding_a_card_is_agreeing(how: str) -> None:
    w = unasked()

    if how == "accepting":
        w.core.migrations.accept(w.alex, "q1")
        told = [[e.what for e in w.core.journal.of(STAFF, f"relationship:{name}")][-1] for name in ("r1", "r2")]
        assert ["request_accepted", "agreed"] == told
    else:
        w.core.cards.add(w.alex, "alex", reference="pm_mine")

    assert w.core.sessions.rebook(STAFF, "s1").relationship_id == "r2"
    assert w.book("r2", starts_at=NOW + DAY).status == "scheduled"


@pytest.mark.parametrize("how", ["asked", "accepted before"])
def test_S11_who_asked_or_accepted_before_has_agreed(how: str) -> None:
    w = family()
    w.with_card("alex")
    w.book(id="s1")
    by = "alex" if how == "asked" else "pat"
    w.core.migrations.request(STAFF, "r1", requested_by=by, id="q1")
    if by == "pat":
        w.core.migrations.accept(w.alex, "q1")
    w.core.migrations.confirm(STAFF, "r1", requested_by=by)

    assert w.core.sessions.rebook(STAFF, "s1").status == "scheduled"


def test_S11_under_an_own_relationship_they_had_before_only_rebooking_waits() -> None:
    w = World()
    w.person("alex", has_card=True)
    w.person("pat", has_card=True)
    w.open(payer="alex", id="own")
    w.open()
    w.book(id="s1")
    w.migrate(by="pat")

    assert w.book("own", starts_at=NOW + DAY).status == "scheduled"
    with pytest.raises(AgreementRequired):
        w.core.sessions.rebook(STAFF, "s1")
    w.with_card("alex")
    assert w.core.sessions.rebook(STAFF, "s1").relationship_id == "own"
    assert ("client_can_be_booked", "therapist:theo") in w.notices()


def handed_over_since() -> World:
    """As `unasked`; then Alex has had it handed over to Kim, under r3."""
    w = unasked()
    w.person("kim", has_card=True)
    w.core.migrations.request(STAFF, "r2", requested_by="alex", new_payer_id="kim", id="q2")
    w.core.migrations.accept(STAFF, "q2")
    w.core.migrations.confirm(STAFF, "r2", request_id="q2", id="r3")
    return w


def test_S11_who_has_asked_since_agrees_to_what_was_left_to_be_rebooked_before() -> None:
    w = handed_over_since()
    w.migrate("r3", by="alex", id="r4")

    assert w.core.sessions.rebook(STAFF, "s1").relationship_id == "r4"


def test_S11_agreeing_to_what_was_migrated_first_is_agreeing_to_all_that_followed() -> None:
    w = handed_over_since()
    w.migrate("r3", by="kim", id="r4")
    with pytest.raises(AgreementRequired):
        w.core.sessions.rebook(STAFF, "s1")
    w.core.migrations.accept(w.alex, "q1")

    assert w.core.sessions.rebook(STAFF, "s1").relationship_id == "r4"


def test_S11_a_pending_request_of_the_attendees_own_is_asking_even_if_the_payers_is_confirmed() -> None:
    w = family()
    w.with_card("alex")
    w.core.migrations.request(STAFF, "r1", requested_by="alex")

    assert not w.migrate(by="pat").opened.awaits_agreement
    assert w.book("r2", starts_at=NOW + DAY).status == "scheduled"


def test_S11_asking_to_pay_under_the_one_they_have_already_is_agreeing_to_it() -> None:
    w = family()
    w.with_card("alex")
    w.person("sam", has_card=True)
    w.open(payer="sam", id="r3")
    assert w.migrate(by="pat").opened.awaits_agreement

    assert not w.migrate("r3", id=None).opened.awaits_agreement
    assert w.book("r2", starts_at=NOW + DAY).status == "scheduled"
