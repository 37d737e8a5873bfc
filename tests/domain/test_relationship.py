"""Relationships: kinds, P2 to P4, successors (S1)."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.values import NOW, heir_of, relationship

from practice_core import HasSuccessor, Invalid, MigrationRequired, Relationship, RelationshipActive, RelationshipExists
from practice_core.domain.relationship import a_reason, heir, only_one


def ended(
    name: str = "r1", *, successor: str | None = None, reason: str = "moved away", payer: str = "pat"
) -> Relationship:
    return relationship(name, payer=payer).closed(at=NOW, reason=reason, by="staff:desk", successor_id=successor)


def test_the_kind_is_derived_from_who_attends_and_who_pays() -> None:
    assert [(r.kind, r.third_party) for r in (relationship(payer="alex"), relationship(payer="pat"))] == [
        ("first_party", False),
        ("third_party", True),
    ]


def test_P2_the_same_payer_cannot_be_there_twice() -> None:
    with pytest.raises(RelationshipExists) as refused:
        only_one(relationship("new"), [relationship("old")])

    assert refused.value.relationship_id == "old"


def test_P2_who_attends_at_anothers_cost_becomes_payer_by_migration_only() -> None:
    with pytest.raises(MigrationRequired) as refused:
        only_one(relationship("new", payer="alex"), [relationship("old", payer="pat")])

    assert refused.value.relationship_id == "old"


def test_P2_the_same_payer_is_named_before_the_migration() -> None:
    with pytest.raises(RelationshipExists):
        only_one(relationship("new", payer="alex"), [relationship("old"), relationship("own", payer="alex")])


@pytest.mark.parametrize(
    "family",
    [
        [],
        [ended("old"), ended("older", payer="alex")],
        [relationship("other", payer="quinn")],
        [relationship("own", payer="alex")],
        [relationship("new")],
    ],
    ids=["alone", "beside ended ones", "beside another payer", "beside their own", "beside itself"],
)
def test_P2_a_third_party_one_is_opened_beside_anything_but_its_like(family: list[Relationship]) -> None:
    only_one(relationship("new"), family)


def test_P2_a_first_party_one_is_opened_once_the_third_party_one_has_ended() -> None:
    only_one(relationship("new", payer="alex"), [ended("old")])


def test_P3_an_ended_one_keeps_reason_who_when_and_successor() -> None:
    gone = ended(successor="r2", reason="migrated")

    assert (gone.status, gone.end_reason, gone.ended_by, gone.ended_at, gone.successor_id) == (
        "ended",
        "migrated",
        "staff:desk",
        NOW,
        "r2",
    )
    assert relationship().status == "active"


@pytest.mark.parametrize("reason", ["migrated", "Transferred", " MIGRATED "])
def test_P3_two_reasons_are_reserved(reason: str) -> None:
    with pytest.raises(Invalid) as refused:
        a_reason(reason)

    assert refused.value.field == "reason"


def test_P3_other_reasons_are_the_callers_words() -> None:
    assert a_reason("was migrated elsewhere") == "was migrated elsewhere"


def test_P4_restarted_it_is_as_it_was_and_keeps_its_opened_at() -> None:
    assert relationship() == ended().restarted()


def test_P4_an_active_one_is_not_restarted() -> None:
    with pytest.raises(RelationshipActive):
        relationship().restarted()


def test_P4_one_with_a_successor_is_never_restarted() -> None:
    with pytest.raises(HasSuccessor) as refused:
        ended(successor="r2").restarted()

    assert refused.value.successor_id == "r2"


@pytest.mark.parametrize(
    ("reason", "needs"), [("migrated", True), ("transferred", True), ("moved away", False), ("Migrated", False)]
)
def test_M8_only_migrated_and_transferred_ones_are_handed_on(reason: str, needs: bool) -> None:
    assert needs == ended(reason=reason).handed_on
    assert relationship().handed_on is False


def test_S1_the_heir_of_an_active_one_or_of_one_without_successor_is_nobody() -> None:
    assert heir_of(relationship(), relationship()) is None
    assert heir_of(ended(), ended()) is None
    assert heir_of(ended(successor="elsewhere"), relationship("r2")) is None


def test_S1_a_chain_that_bites_its_tail_has_no_heir() -> None:
    one, two = ended("r1", successor="r2"), ended("r2", successor="r1")

    assert heir_of(one, one, two) is None


@given(
    length=st.integers(1, 8),
    active=st.sets(st.integers(0, 8)),
    order=st.randoms(use_true_random=False),
    last=st.sampled_from([None, "r0", "r1", "gone"]),
)
def test_S1_the_heir_is_the_first_active_one_down_the_chain(
    length: int, active: set[int], order: object, last: str | None
) -> None:
    """S1: for chains of any length, in any order, with loops and loose ends."""
    chain = [
        relationship(f"r{n}")
        if n in active and n
        else ended(f"r{n}", successor=f"r{n + 1}" if n < length - 1 else last)
        for n in range(length)
    ]
    family = chain[:]
    order.shuffle(family)  # type: ignore[attr-defined]

    expected = next((one for one in chain[1:] if not one.ended), None)

    assert expected == heir(chain[0], family)
