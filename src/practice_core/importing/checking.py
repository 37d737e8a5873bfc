"""What may refer to what, and what may not be there twice.

Raises `Invalid`. Where a check looks at one item, the place is a field of that item; where it looks at a whole
section, the place is complete.
"""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from itertools import pairwise

import attrs

from ..domain.errors import Invalid
from ..domain.relationship import Relationship
from ..domain.session import SessionRecord, SessionStatus

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)


class Ids:
    """The ids of one section so far. Each is kept once, whatever refers to it."""

    def __init__(self, kind: str) -> None:
        self._kind = kind
        self._ids: dict[str, str] = {}

    def take(self, id: str) -> None:  # noqa: A002
        """One more, which must be new."""
        if id in self._ids:
            raise Invalid("id", f"another {self._kind} of this file has the same")
        self._ids[id] = id

    def known(self, field: str, id: str) -> str:  # noqa: A002
        """The id that `field` refers to, which must be there."""
        found = self._ids.get(id)
        if found is None:
            raise Invalid(field, f"is the id of no {self._kind} in this file")
        return found


class Calendars:
    """The scheduled sessions of each therapist, as plain numbers: when each starts and ends, and its index."""

    def __init__(self) -> None:
        self._starts: dict[str, array[int]] = defaultdict(lambda: array("q"))
        self._ends: dict[str, array[int]] = defaultdict(lambda: array("q"))
        self._indices: dict[str, array[int]] = defaultdict(lambda: array("q"))

    def add(self, index: int, session: SessionRecord) -> None:
        """The session of that index in its section, if it is scheduled."""
        if session.status is SessionStatus.SCHEDULED:
            self._starts[session.therapist_id].append((session.starts_at - _EPOCH) // _MICROSECOND)
            self._ends[session.therapist_id].append((session.ends_at - _EPOCH) // _MICROSECOND)
            self._indices[session.therapist_id].append(index)

    def must_not_overlap(self) -> None:
        """S4, half-open: one may start when the other ends."""
        for therapist_id, starts in self._starts.items():
            ends, indices = self._ends[therapist_id], self._indices[therapist_id]
            in_time = sorted(range(len(starts)), key=starts.__getitem__)
            # Where any two overlap, two neighbours do.
            for earlier, later in pairwise(in_time):
                if starts[later] < ends[earlier]:
                    first, second = sorted((indices[earlier], indices[later]))
                    raise Invalid(
                        f"sessions[{second}].starts_at",
                        f"overlaps sessions[{first}] of the same therapist, both scheduled",
                    )


def only_one_active(relationships: Sequence[Relationship]) -> None:
    """P2: at most one active relationship for the same therapist, attendee and payer."""
    active: dict[tuple[str, str, str], int] = {}
    for index, it in enumerate(relationships):
        if it.ended:
            continue
        first = active.setdefault((it.therapist_id, it.attendee_id, it.payer_id), index)
        if first != index:
            raise Invalid(
                f"relationships[{index}]",
                f"is active for the same therapist, attendee and payer as relationships[{first}]",
            )


def with_predecessors(relationships: Sequence[Relationship]) -> list[Relationship]:
    """Each naming the one it took over from: the oldest, where several name it as their successor.

    A successor is of the same therapist and attendee, and no chain of them leads back to where it began.
    """
    known = {it.id: it for it in relationships}
    predecessors: dict[str, Relationship] = {}
    for index, it in enumerate(relationships):
        if it.successor_id is None:
            continue
        successor = known.get(it.successor_id)
        place = f"relationships[{index}].successor_id"
        if successor is None:
            raise Invalid(place, "is the id of no relationship in this file")
        if (successor.therapist_id, successor.attendee_id) != (it.therapist_id, it.attendee_id):
            raise Invalid(place, "is a relationship of another therapist or attendee")
        rival = predecessors.get(successor.id)
        if rival is None or it.opened_at < rival.opened_at:
            predecessors[successor.id] = it
    _no_circle(relationships, known)
    return [
        attrs.evolve(it, predecessor_id=predecessors[it.id].id) if it.id in predecessors else it for it in relationships
    ]


def _no_circle(relationships: Sequence[Relationship], known: dict[str, Relationship]) -> None:
    followed: set[str] = set()
    for index, start in enumerate(relationships):
        here: Relationship | None = start
        chain: set[str] = set()
        while here is not None and here.id not in followed:
            followed.add(here.id)
            chain.add(here.id)
            here = known[here.successor_id] if here.successor_id is not None else None
        if here is not None and here.id in chain:
            raise Invalid(f"relationships[{index}].successor_id", "leads back to a relationship it came from")
