"""What the rules allow once at a time is there once at a time (P2, M10)."""

from __future__ import annotations

import attrs
import pytest

from ...domain.client import Client
from ...domain.migration_request import MigrationRequest, RequestStatus
from ...domain.relationship import Relationship
from ...ports.store import Stamp, Store
from .steps import (
    added_to,
    changed_in,
    ended,
    kept_in,
    plain,
    put,
    refused,
    thing_in,
    without,
    write,
)


class Unique:
    def test_two_active_relationships_of_the_same_three_are_a_conflict(self, store: Store) -> None:
        practice_id, its = plain(store)
        second = attrs.evolve(its[Relationship], id="r2")
        refused(store, added_to(practice_id, second))
        refused(store, added_to(practice_id, ended(second), attrs.evolve(second, id="r3")))
        third = attrs.evolve(second, id="r3", payer_id="d")
        put(store, practice_id, attrs.evolve(its[Client], id="d"), ended(second), third)
        refused(store, changed_in(practice_id, second))

    def test_two_in_one_batch_are_a_conflict(self, store: Store) -> None:
        practice_id, its = plain(store, but=without(Relationship))
        refused(store, added_to(practice_id, its[Relationship], attrs.evolve(its[Relationship], id="r2")))

    def test_of_ended_relationships_there_may_be_any_number(self, store: Store) -> None:
        practice_id, its = plain(store)
        put(store, practice_id, *(ended(attrs.evolve(its[Relationship], id=f"r{n}")) for n in range(3)))
        write(store, changed_in(practice_id, ended(its[Relationship])))
        put(store, practice_id, attrs.evolve(its[Relationship], id="again"))

    def test_the_same_three_in_another_practice_are_others(self, store: Store) -> None:
        plain(store)
        practice_id, _ = plain(store)
        assert Stamp() == thing_in(store, practice_id, Relationship, "r").stamp

    def test_two_pending_requests_of_one_client_are_a_conflict(self, store: Store) -> None:
        practice_id, its = plain(store)
        second = attrs.evolve(its[MigrationRequest], id="q2")
        refused(store, added_to(practice_id, second))
        closed = attrs.evolve(second, status=RequestStatus.WITHDRAWN)
        put(store, practice_id, closed, attrs.evolve(second, id="q3", requested_by="d"))
        refused(store, changed_in(practice_id, second))

    @pytest.mark.parametrize("status", [one for one in RequestStatus if one is not RequestStatus.PENDING])
    def test_of_answered_requests_there_may_be_any_number(self, store: Store, status: RequestStatus) -> None:
        practice_id, its = plain(store)
        closed = [attrs.evolve(its[MigrationRequest], id=f"q{n}", status=status) for n in range(3)]
        put(store, practice_id, *closed)
        assert {one.id for one in closed} <= {id_ for of, id_ in kept_in(store, practice_id) if of is MigrationRequest}

    def test_what_is_unique_may_pass_from_a_changed_thing_to_an_added_one(self, store: Store) -> None:
        practice_id, its = plain(store)
        old = [ended(its[Relationship]), attrs.evolve(its[MigrationRequest], status=RequestStatus.SUPERSEDED)]
        new = [attrs.evolve(its[Relationship], id="r2"), attrs.evolve(its[MigrationRequest], id="q2")]
        batch = changed_in(practice_id, *old)
        write(store, attrs.evolve(batch, added=added_to(practice_id, *new).added))
        # ... and is then taken again.
        refused(store, added_to(practice_id, attrs.evolve(its[Relationship], id="r3")))
        refused(store, added_to(practice_id, attrs.evolve(its[MigrationRequest], id="q3")))
