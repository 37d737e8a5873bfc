"""The same commands to every store, side by side: what each answers, and what each then keeps."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

import attrs

from practice_core import (
    Actor,
    Client,
    MigrationRequest,
    Practice,
    PracticeCore,
    PracticeError,
    Relationship,
    Therapist,
)
from practice_core.domain.journal import JournalEntry
from practice_core.domain.notice import Notice
from practice_core.domain.session import SessionRecord
from practice_core.ports.store import Kept, KeyRecord, Query

KEPT = (Practice, Therapist, Client, Relationship, MigrationRequest, SessionRecord, Notice, KeyRecord)
EVERYTHING = (*(Query(of)() for of in KEPT), Query(JournalEntry, order=("kind", "thing_id", "number"))())


class CountedIds:
    """n0001, n0002 and so on: the same on every side, as long as each asks for as many."""

    def __init__(self) -> None:
        self.drawn = 0

    def new(self) -> str:
        self.drawn += 1
        return f"n{self.drawn:04}"


@attrs.frozen(kw_only=True)
class Call:
    """One call of the public API, as a value, so that every side gets the same and it can be sent again."""

    name: str
    """As ``sessions.book``."""
    actor: Actor | None
    args: tuple[Any, ...] = ()
    given: Mapping[str, Any] = attrs.field(factory=dict)

    def on(self, core: PracticeCore) -> Outcome:
        area, _, method = self.name.partition(".")
        who = () if self.actor is None else (self.actor,)
        try:
            return Outcome(getattr(getattr(core, area), method)(*who, *self.args, **self.given))
        except PracticeError as error:
            return Outcome(None, error)


@attrs.frozen
class Outcome:
    """What a call answered, or the error it raised."""

    answer: Any
    error: PracticeError | None = None

    @property
    def word(self) -> str:
        return self.error.code if self.error else "done"

    def told(self) -> tuple[object, ...]:
        """Everything a host can see of it."""
        if self.error is not None:
            return type(self.error), self.error.args, exact(vars(self.error)), getattr(self.error, "rule", None)
        return type(self.answer), exact(self.answer)


def exact(value: Any) -> object:
    """The value with the type of each of its parts: what compares equal, as text and a `StrEnum`, is told apart."""
    if attrs.has(type(value)):
        return type(value), [exact(getattr(value, field.name)) for field in attrs.fields(type(value))]
    match value:
        case tuple() | list():
            return type(value), [exact(one) for one in value]
        case Mapping():
            return type(value), {name: exact(one) for name, one in value.items()}
        case datetime():
            return type(value), value, value.tzinfo
        case _:
            return type(value), value


@attrs.frozen(kw_only=True)
class State:
    """Every row of one practice, by kind and id, as `ports.store` keeps them."""

    rows: Mapping[type, Mapping[str, Kept[Any]]]

    def of(self, kind: type) -> dict[str, Any]:
        return {name: kept.thing for name, kept in self.rows[kind].items()}

    @property
    def practice(self) -> Practice:
        (practice,) = self.of(Practice).values()
        return practice  # type: ignore[no-any-return]

    @property
    def clients(self) -> dict[str, Client]:
        return self.of(Client)

    @property
    def relationships(self) -> dict[str, Relationship]:
        return self.of(Relationship)

    @property
    def requests(self) -> dict[str, MigrationRequest]:
        return self.of(MigrationRequest)

    @property
    def sessions(self) -> dict[str, SessionRecord]:
        return self.of(SessionRecord)

    @property
    def entries(self) -> list[JournalEntry]:
        return list(self.of(JournalEntry).values())

    def chain(self, thing: str) -> list[JournalEntry]:
        return [entry for entry in self.entries if entry.thing == thing]


@attrs.frozen(kw_only=True)
class Side:
    """One core over one store."""

    name: str
    core: PracticeCore
    ids: CountedIds

    def state(self, practice_id: str) -> State:
        with self.core.store.open() as access:
            found = access.read(practice_id, EVERYTHING)
        kinds = (*KEPT, JournalEntry)
        return State(rows={of: {kept.thing.id: kept for kept in kepts} for of, kepts in zip(kinds, found, strict=True)})


@attrs.frozen
class Sides:
    """The first is what the others are compared with."""

    practice_id: str
    all: tuple[Side, ...]

    @property
    def core(self) -> PracticeCore:
        return self.all[0].core

    def call(self, call: Call) -> Outcome:
        """The same call to every side. Every side answers the same, or raises the same (D1, D2, A1)."""
        first, *others = ((side, call.on(side.core)) for side in self.all)
        for side, outcome in others:
            assert first[1].told() == outcome.told(), (
                f"{side.name} answers {call} otherwise\n{first[1].told()}\n{outcome.told()}"
            )
            assert first[0].ids.drawn == side.ids.drawn, f"{side.name} draws more or fewer ids for {call}"
        return first[1]

    def state(self) -> State:
        """What every side keeps, down to versions and digests."""
        first, *others = ((side, side.state(self.practice_id)) for side in self.all)
        for side, state in others:
            for of, rows in first[1].rows.items():
                assert rows == state.rows[of], f"{side.name} keeps another {of.__name__}"
        return first[1]
