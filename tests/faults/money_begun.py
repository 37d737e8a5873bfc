"""How a practice stands when a flow of money begins: made once, and put on any store as often as it is asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

import attrs
import sqlalchemy as sa
from tests.faults.commands import Numbered
from tests.faults.money_stage import Stage
from tests.values import ADULT, DAY, FEE, FIFTY_MINUTES, NOW, PRACTICE_ID, STAFF

from practice_core import Policy, connect
from practice_core.adapters.clock import SettableClock
from practice_core.adapters.memory.payments import MemoryPayments
from practice_core.adapters.memory.store import MemoryStore
from practice_core.adapters.sql.schema import metadata
from practice_core.adapters.sql.store import SqlStore
from practice_core.domain.attempt import Attempt
from practice_core.domain.client import Client
from practice_core.domain.journal import JournalEntry
from practice_core.domain.migration_request import MigrationRequest
from practice_core.domain.notice import Notice
from practice_core.domain.practice import Practice, Therapist
from practice_core.domain.relationship import Relationship
from practice_core.domain.session import SessionRecord
from practice_core.ports.store import Batch, KeyRecord, Store

_KINDS = (
    Practice,
    Therapist,
    Client,
    Relationship,
    MigrationRequest,
    SessionRecord,
    Attempt,
    Notice,
    JournalEntry,
    KeyRecord,
)
_OF_THE_GATEWAY = ("_scripted", "_declines", "_authenticates", "_told", "_outcomes", "_ledger")


@attrs.frozen
class Begun:
    """A stage as it stood in memory."""

    _first: Stage
    _batch: Batch

    @classmethod
    def by(cls, begin: Callable[[Stage], None], **policy: object) -> Begun:
        """After the practice has been furnished, and begun has."""
        stage = Stage(MemoryStore())
        furnish(stage, **policy)
        begin(stage)
        rows = stage.store._rows  # type: ignore[attr-defined]
        return cls(
            stage,
            Batch(practice_id=PRACTICE_ID, added=[one for of in _KINDS for one in rows[PRACTICE_ID, of].values()]),
        )

    def on(self, store: Store) -> Stage:
        """The same on an empty store, with a gateway that knows the same."""
        store.fill([self._batch])
        first = self._first
        stage = Stage(store, SettableClock(first.clock.now()), Numbered("then-"))
        copy_gateway(first.gateway, stage.gateway)
        return stage


def copy_gateway(known: MemoryPayments, to: MemoryPayments) -> None:
    for name in _OF_THE_GATEWAY:
        getattr(to, name).__init__(getattr(known, name))


def furnish(stage: Stage, **policy: object) -> None:
    """Alex attends with Theo under r1; Pat pays, and has a card; s1 starts in 72 hours. Alex has a card too."""
    core = stage.core
    core.practices.open(
        id=PRACTICE_ID,
        name="Elm Street",
        time_zone="Europe/London",
        currency="GBP",
        policy=Policy(**policy),  # type: ignore[arg-type]
    )
    core.therapists.register(STAFF, id="theo", name="Theo Example")
    for name in ("alex", "pat", "sam"):
        core.clients.register(
            STAFF,
            id=name,
            given_name=name.title(),
            family_name="Example",
            email=f"{name}@people.example",
            phone="+44 20 7946 0000",
            date_of_birth=ADULT,
        )
        core.cards.add(STAFF, name, reference=f"pm_{name}")
    core.relationships.open(STAFF, id="r1", therapist_id="theo", attendee_id="alex", payer_id="pat", fee=FEE)
    core.sessions.book(STAFF, "r1", id="s1", starts_at=NOW + 3 * DAY, duration=FIFTY_MINUTES)


@contextmanager
def empty_stores(url: str) -> Iterator[Callable[[], Store]]:
    """Answers an empty store as often as it is asked; of a database the same one, emptied."""
    if url == "memory://":
        yield MemoryStore
        return
    store = connect(url).store
    assert isinstance(store, SqlStore)
    store.upgrade()
    tables = [table.name for table in reversed(metadata.sorted_tables)]
    whole = url.startswith("postgres")

    def emptied() -> Store:
        with store.engine.begin() as connection:
            if whole:
                connection.execute(sa.text("TRUNCATE " + ", ".join(tables)))
            else:
                for table in tables:
                    connection.execute(sa.text(f"DELETE FROM {table}"))
        return store

    yield emptied
    store.close()
