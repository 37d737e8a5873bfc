"""What the cases have in common: practices of their own, and ways to put and to look."""

from __future__ import annotations

import uuid
from collections.abc import Iterable
from typing import Any, TypeVar

import attrs
import pytest
from hypothesis import HealthCheck, Phase, settings

from ...domain.attempt import Attempt
from ...domain.client import Client
from ...domain.errors import Conflict
from ...domain.journal import JournalEntry
from ...domain.practice import Practice, Therapist
from ...domain.relationship import Relationship
from ...domain.session import SessionRecord
from ...ports.store import Batch, Changed, Keepable, Kept, Query, Stamp, Store
from ..practices import NOON, a_practice
from ..things import KINDS

T = TypeVar("T")

# Everything of a kind, whatever it is told by.
EVERY: dict[type, Query[Any]] = {
    of: Query(of, order=("kind", "thing_id", "number") if of is JournalEntry else ("id",)) for of in KINDS
}
# A journal entry is never changed, and has no version.
VERSIONED = [of for of in KINDS if of is not JournalEntry]

# The store outlives one example, and each example has a practice of its own; two stores share one case. A whole
# practice takes minutes to shrink, and what differs shows without that.
examples = settings(
    deadline=None,
    database=None,
    max_examples=10,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=[
        HealthCheck.function_scoped_fixture,
        HealthCheck.differing_executors,
        HealthCheck.too_slow,
        HealthCheck.data_too_large,
    ],
)


def new_practice() -> str:
    return f"Prâxis {uuid.uuid4().hex}"


def plain(store: Store, *, but: Iterable[type] = ()) -> tuple[str, dict[type, Any]]:
    """A new practice in the store with one thing of every kind, or without some kinds."""
    practice_id = new_practice()
    its = a_practice(practice_id)
    put(store, practice_id, *(its[of] for of in its if of not in set(but)))
    return practice_id, its


def put(store: Store, practice_id: str, *added: Keepable) -> None:
    write(store, added_to(practice_id, *added))


def write(store: Store, batch: Batch) -> None:
    with store.open() as access:
        access.write(batch)


def added_to(practice_id: str, *added: Keepable) -> Batch:
    return Batch(practice_id=practice_id, added=[Kept(thing, Stamp()) for thing in added])


def changed_in(practice_id: str, *changed: Keepable, was: int = 1) -> Batch:
    return Batch(
        practice_id=practice_id,
        changed=[Changed(thing=thing, was=was, stamp=Stamp(was + 1)) for thing in changed],
    )


def kept_in(store: Store, practice_id: str) -> dict[tuple[type, str], Kept[Any]]:
    """Everything the store keeps of that practice."""
    with store.open() as access:
        found = access.read(practice_id, [EVERY[of]() for of in KINDS])
    return {(type(kept.thing), kept.thing.id): kept for kind in found for kept in kind}


def thing_in(store: Store, practice_id: str, of: type[T], id: str) -> Kept[T]:  # noqa: A002
    return kept_in(store, practice_id)[of, id]


def another(thing: Keepable) -> Any:
    """The same thing with something about it changed."""
    its: Any = thing
    for field, value in _OTHERWISE.items():
        if hasattr(its, field):
            return attrs.evolve(its, **{field: value})
    raise TypeError(f"nothing to change about a {type(thing).__name__}")


_OTHERWISE = {
    "name": "Elm",
    "given_name": "Ada",
    "close_reason": "so",
    "ended_by": "staff:s",
    "description": "so",
    "addressee": "client:d",
    "fingerprint": "g",
}


class Broken(Exception):
    """What a test raises itself."""


def refused(store: Store, batch: Batch) -> None:
    """The batch is a conflict, when it is written and not before, and nothing of it is kept."""
    before = kept_in(store, batch.practice_id)
    with store.open() as access, pytest.raises(Conflict):
        access.write(batch)
    assert before == kept_in(store, batch.practice_id)


def without(of: type) -> list[type]:
    """That kind, and all that refers to it."""
    if of is Practice:
        return list(KINDS)
    if of in (Therapist, Client, Relationship):
        return [of, *(kind for kind in KINDS if kind not in (Practice, Therapist, Client))]
    return [of, Attempt] if of is SessionRecord else [of]


def ended(relationship: Relationship) -> Relationship:
    return relationship.closed(at=NOON, reason="so", by="staff:s")
