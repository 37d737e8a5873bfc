"""Many batches in one transaction: all of them, or none."""

from __future__ import annotations

from collections.abc import Iterator

import attrs
import pytest

from ...domain.client import Client
from ...domain.errors import Conflict
from ...domain.notice import Notice
from ...domain.relationship import Relationship
from ...ports.store import Batch, Kept, Stamp, Store
from ..practices import NOON, a_practice
from .steps import (
    Broken,
    added_to,
    another,
    changed_in,
    ended,
    kept_in,
    new_practice,
    plain,
    put,
    refused,
)


class Filling:
    def test_batches_that_come_one_by_one_are_all_written(self, store: Store) -> None:
        practice_id = new_practice()
        its = a_practice(practice_id)
        store.fill(added_to(practice_id, thing) for thing in its.values())
        assert {(of, thing.id): Kept(thing, Stamp()) for of, thing in its.items()} == kept_in(store, practice_id)

    def test_of_no_batches_nothing_is_written(self, store: Store) -> None:
        store.fill([])

    def test_a_source_that_fails_half_way_leaves_everything_as_it_was(self, store: Store) -> None:
        practice_id, its = plain(store)
        before = kept_in(store, practice_id)

        def batches() -> Iterator[Batch]:
            yield changed_in(practice_id, another(its[Client]))
            yield added_to(practice_id, attrs.evolve(its[Relationship], id="r2", ended_at=NOON))
            raise Broken

        with pytest.raises(Broken):
            store.fill(batches())
        assert before == kept_in(store, practice_id)
        put(store, practice_id, attrs.evolve(its[Client], id="later"))

    def test_a_conflict_half_way_leaves_everything_as_it_was(self, store: Store) -> None:
        practice_id, its = plain(store)
        before = kept_in(store, practice_id)
        new_client = attrs.evolve(its[Client], id="d")
        batches = [
            changed_in(practice_id, another(its[Client]), ended(its[Relationship])),
            added_to(practice_id, attrs.evolve(its[Relationship], id="r2")),
            added_to(practice_id, new_client, attrs.evolve(its[Relationship], id="r3", payer_id="d")),
            added_to(practice_id, its[Notice]),
        ]
        with pytest.raises(Conflict):
            store.fill(batches)
        assert before == kept_in(store, practice_id)
        # What was unique before is unique still, and what was not is free.
        refused(store, added_to(practice_id, attrs.evolve(its[Relationship], id="r2")))
        put(store, practice_id, new_client, attrs.evolve(its[Relationship], id="r4", payer_id="d"))
