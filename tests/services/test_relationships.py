"""Opening, ending and restarting relationships through the services (P1 to P6)."""

from __future__ import annotations

from datetime import UTC, date

import pytest
from tests.values import ADULT, AUCKLAND, DAY, FEE, HOUR, NOW, STAFF, TICK, local
from tests.worlds import World, family

from practice_core import (
    HasSuccessor,
    Invalid,
    MigrationRequest,
    MigrationRequired,
    Money,
    NotFound,
    PriceRequired,
    RelationshipActive,
    RelationshipEnded,
    RelationshipExists,
    UnderMinimumAge,
    UpcomingSessions,
)
from practice_core.domain.session import SessionRecord

BIRTHDAY = date(2026, 6, 2)
BORN = date(2010, 6, 2)


def test_P1_who_is_known_to_be_under_age_opens_no_relationship_as_payer() -> None:
    w = World(zone=AUCKLAND)
    w.person("alex", born=BORN)
    midnight = local(AUCKLAND, 2026, 6, 2).astimezone(UTC)
    w.clock.set(midnight - TICK)

    with pytest.raises(UnderMinimumAge) as refused:
        w.open(payer="alex")
    assert (refused.value.rule, refused.value.eligible_on) == ("P1", BIRTHDAY)

    w.clock.set(midnight)
    assert w.open(payer="alex").kind == "first_party"


def test_P1_an_unknown_date_of_birth_is_no_obstacle_to_opening() -> None:
    w = World()
    w.person("alex", born=None)

    assert w.open(payer="alex").status == "active"


def test_P1_who_attends_may_be_of_any_age() -> None:
    assert family(born=date(2020, 1, 1)).core.relationships.get(STAFF, "r1").kind == "third_party"


def test_P1_holds_when_a_relationship_is_restarted() -> None:
    w = World()
    w.person("alex", born=None)
    w.open(payer="alex")
    w.core.relationships.end(STAFF, "r1", reason="pause")
    w.core.clients.update(STAFF, "alex", date_of_birth=BORN)

    with pytest.raises(UnderMinimumAge) as refused:
        w.core.relationships.restart(STAFF, "r1")
    assert refused.value.rule == "P1"


def test_P2_at_most_one_active_for_the_same_three() -> None:
    w = family()

    with pytest.raises(RelationshipExists) as refused:
        w.open(id="again")
    assert refused.value.relationship_id == "r1"

    w.core.relationships.end(STAFF, "r1", reason="pause")
    assert w.open(id="again").id == "again"
    with pytest.raises(RelationshipExists):
        w.core.relationships.restart(STAFF, "r1")


def test_P2_a_first_party_one_is_not_opened_or_restarted_beside_an_active_third_party_one() -> None:
    w = World()
    w.person("alex")
    w.person("pat")
    w.open(payer="alex", id="own")
    w.core.relationships.end(STAFF, "own", reason="Pat pays now")
    w.open()

    with pytest.raises(MigrationRequired) as refused:
        w.open(payer="alex", id="another")
    with pytest.raises(MigrationRequired):
        w.core.relationships.restart(STAFF, "own")
    assert refused.value.relationship_id == "r1"


def test_P3_an_ended_one_stays_readable_with_reason_who_and_when() -> None:
    w = family()
    w.forward(DAY)

    w.core.relationships.end(w.theo, "r1", reason="moved away")
    w.forward(9999 * DAY)
    gone = w.core.relationships.get(STAFF, "r1")

    assert (
        gone.status,
        gone.end_reason,
        gone.ended_by,
        gone.ended_at,
        gone.successor_id,
    ) == ("ended", "moved away", "therapist:theo", NOW + DAY, None)


@pytest.mark.parametrize("reason", ["migrated", " TRANSFERRED", "", "  ", None, "a\x00b"])
def test_P3_it_is_ended_in_the_callers_own_words(reason: object) -> None:
    with pytest.raises(Invalid) as refused:
        family().core.relationships.end(STAFF, "r1", reason=reason)  # type: ignore[arg-type]
    assert refused.value.field == "reason"


def test_P3_nothing_happens_to_an_ended_one_but_a_restart() -> None:
    w = family()
    w.core.relationships.end(STAFF, "r1", reason="pause")

    for again in (
        lambda: w.core.relationships.end(STAFF, "r1", reason="once more"),
        lambda: w.core.relationships.set_fee(STAFF, "r1", fee=FEE),
        w.book,
    ):
        with pytest.raises(RelationshipEnded) as refused:
            again()
        assert refused.value.successor_id is None


def test_P4_restarted_it_keeps_its_opened_at() -> None:
    w = family()
    before = w.core.relationships.get(STAFF, "r1")
    w.forward(DAY)
    w.core.relationships.end(STAFF, "r1", reason="pause")
    w.forward(DAY)

    assert before == w.core.relationships.restart(STAFF, "r1")
    with pytest.raises(RelationshipActive):
        w.core.relationships.restart(STAFF, "r1")


def test_P4_one_with_a_successor_is_never_restarted() -> None:
    w = family()
    w.migrate()

    with pytest.raises(HasSuccessor) as refused:
        w.core.relationships.restart(STAFF, "r1")
    assert refused.value.successor_id == "r2"


def test_P5_ending_with_sessions_to_come_is_refused_naming_them() -> None:
    w = family()
    w.book(id="s2", starts_at=NOW + 4 * DAY)
    w.book(id="s1", starts_at=NOW + 3 * DAY)
    w.book(id="s0", starts_at=NOW + TICK)
    w.forward(TICK)

    with pytest.raises(UpcomingSessions) as refused:
        w.core.relationships.end(STAFF, "r1", reason="moved away")
    assert refused.value.session_ids == ("s1", "s2")


def test_P5_or_they_are_cancelled_in_the_same_transaction_and_never_late() -> None:
    w = family()
    w.book(id="s1", starts_at=NOW + HOUR)
    w.book(id="s2", starts_at=NOW + 3 * HOUR)
    w.settle("s2", "paid")

    w.core.relationships.end(STAFF, "r1", reason="moved away", cancel_upcoming=True)

    found = [w.core.sessions.get(STAFF, name) for name in ("s1", "s2")]
    assert [(s.status, s.late, s.payment) for s in found] == [
        ("cancelled", False, "not_due"),
        ("cancelled", False, "paid"),
    ]
    assert {s.id: s.settlement for s in w.kept(SessionRecord).values()} == {"s1": "nothing", "s2": "refund_due"}
    assert [("session_cancelled", who) for who in ("client:alex", "client:pat", "therapist:theo")] * 2 == w.notices()[
        -6:
    ]


def test_M10_ending_supersedes_what_is_pending_and_leaves_what_has_lapsed_to_expire() -> None:
    w = family()
    w.core.migrations.request(STAFF, "r1", requested_by="alex", id="old")
    w.forward(30 * DAY)
    w.core.migrations.request(STAFF, "r1", requested_by="pat", id="new")

    w.core.relationships.end(STAFF, "r1", reason="moved away")

    assert {q.id: q.status for q in w.kept(MigrationRequest).values()} == {"old": "pending", "new": "superseded"}


def test_P6_without_a_fee_the_price_is_given_at_booking() -> None:
    w = family(fee=None)

    with pytest.raises(PriceRequired):
        w.book()
    assert Money(1, "GBP") == w.book(price=Money(1, "GBP")).price


def test_P6_a_fee_set_anew_is_for_sessions_booked_afterwards() -> None:
    w = family()
    before = w.book(id="s1")
    w.core.relationships.set_fee(w.theo, "r1", fee=Money(7000, "GBP"))
    after = w.book(id="s2", starts_at=NOW + 4 * DAY)
    w.core.relationships.set_fee(w.theo, "r1", fee=None)

    assert [FEE, Money(7000, "GBP")] == [before.price, after.price]
    assert w.core.sessions.get(STAFF, "s1").price == FEE
    with pytest.raises(PriceRequired):
        w.book(starts_at=NOW + 5 * DAY)


@pytest.mark.parametrize("fee", [Money(-1, "GBP"), Money(1, "EUR"), 6000])
def test_C8_a_fee_is_money_of_the_practices_currency(fee: object) -> None:
    w = family()
    with pytest.raises(Invalid) as refused:
        w.core.relationships.set_fee(STAFF, "r1", fee=fee)  # type: ignore[arg-type]
    assert refused.value.field == "fee"
    with pytest.raises(Invalid):
        w.open(id="r9", fee=fee)  # type: ignore[arg-type]


def test_a_relationship_is_between_people_who_are_there() -> None:
    w = World()
    w.person("alex")

    for attendee, payer in (("alex", "nobody"), ("nobody", "alex")):
        with pytest.raises(NotFound):
            w.open(attendee, payer)
    with pytest.raises(NotFound):
        w.core.relationships.open(STAFF, therapist_id="nobody", attendee_id="alex", payer_id="alex")
    with pytest.raises(Invalid):
        w.open("", "alex")


def test_lists_are_oldest_first_and_hold_the_ended_ones() -> None:
    w = family()
    w.person("sam", born=ADULT)
    w.forward(DAY)
    w.core.relationships.end(STAFF, "r1", reason="pause")
    w.open(payer="sam", id="r0")
    w.open("sam", "sam", id="r9")

    def ids(found: tuple[object, ...]) -> list[str]:
        return [r.id for r in found]  # type: ignore[attr-defined]

    assert ids(w.core.relationships.of_therapist(w.theo, "theo")) == ["r1", "r0", "r9"]
    assert ids(w.core.relationships.of_client(w.alex, "alex")) == ["r1", "r0"]
    assert ids(w.core.relationships.of_client(STAFF, "sam")) == ["r0", "r9"]
    assert ids(w.core.relationships.of_therapist(STAFF, "tess")) == []
    assert ids(w.core.clients.of_therapist(w.theo, "theo")) == ["alex", "pat", "sam"]
    assert ids(w.core.relationships.all(STAFF)) == ["r0", "r1", "r9"]
    assert ids(w.core.relationships.all(STAFF, after="r1")) == ["r9"]
    w.person("ada", born=ADULT)
    w.open("ada", "ada", id="r5")
    assert ids(w.core.clients.of_therapist(w.theo, "theo")) == ["alex", "pat", "sam", "ada"]
