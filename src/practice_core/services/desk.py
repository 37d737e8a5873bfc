"""How every command is carried out: its key asked for, decided, committed, and decided once more after a lost race."""

from __future__ import annotations

import hashlib
import hmac
import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date, datetime, timedelta
from typing import Any, Generic, TypeVar, cast

import attrs

from ..domain.actor import Actor
from ..domain.authority import must_be_listed
from ..domain.checks import a_line, an_id, an_instant
from ..domain.errors import AlreadyExists, Conflict, IdempotencyConflict, Invalid
from ..domain.money import Money
from ..domain.occasion import Occasion
from ..domain.policy import Policy
from ..domain.practice import Practice
from ..ports import questions
from ..ports.clock import Clock
from ..ports.ids import Ids
from ..ports.store import Ask, KeyRecord, Store
from .work import BY_ID, WORDS, UnitOfWork

A = TypeVar("A")
T = TypeVar("T")
KEYS_KEPT_FOR = timedelta(days=30)
_JSON = json.JSONEncoder(sort_keys=True)
PRACTICES_AT_ONCE = 100


@attrs.frozen(kw_only=True)
class Command:
    """What was called, by whom, with what: the scope and the fingerprint of an idempotency key (D1).

    `creates` is the kind of thing it creates, if it does, and `id` the host's own id for it.
    """

    operation: str
    actor: Actor
    key: str | None
    arguments: Mapping[str, object] = attrs.field(repr=False)
    creates: type | None = None
    id: str | None = None

    @property
    def key_id(self) -> str:
        """The key is kept as a digest only: it then cannot help anybody to guess what was fingerprinted (A4)."""
        return hashlib.sha256(f"{self.operation}\n{self.key}".encode()).hexdigest()

    def fingerprint(self) -> str:
        """The same for the same actor and arguments, telling nothing about either without the key."""
        said = [self.operation, str(self.actor), self.id, _plain(self.arguments)]
        return hmac.digest(str(self.key).encode(), _JSON.encode(said).encode(), "sha256").hex()


@attrs.frozen
class Memory(Generic[A]):
    """How an answer is kept under an idempotency key: as ids, and read again by them (D1)."""

    ids_of: Callable[[A], Sequence[str | None]]
    again: Callable[[UnitOfWork, tuple[str | None, ...], datetime], A]


def kept_as(of: type[T]) -> Memory[T]:
    """An answer that is one thing, read again by its id."""
    return Memory(lambda thing: (cast("Any", thing).id,), lambda work, ids, _: work.get(of, str(ids[0])))


def without_key(_: type[T]) -> Memory[T]:
    """For a command that never carries a key, and so is never asked for its answer again."""

    def again(*_: object) -> T:  # pragma: no cover
        raise AssertionError

    return Memory(lambda _: (), again)


@attrs.frozen
class Desk:
    """What every service works with: the store, the clock, the ids.

    Every operation reads or is carried out here, under its name: one that the table of authority does not list is
    `NotAllowed`, whoever calls it (A2).
    """

    store: Store
    clock: Clock
    ids: Ids
    tries: int = 5
    """How often a command is decided, at the most: once without locks, then with them."""

    def now(self) -> datetime:
        return an_instant("clock", self.clock.now())

    def after_reading(self, occasion: Occasion) -> Occasion:
        """The same at an instant after reading, for the end of a relationship.

        What its sessions have gone through came before it (C2, C10), however long the command waited for its turn: by
        one clock, or by clocks that agree.
        """
        return attrs.evolve(occasion, at=max(occasion.at, self.now()))

    @contextmanager
    def reading(self, operation: str, actor: Actor, *asks: Ask[Any]) -> Iterator[tuple[UnitOfWork, Practice]]:
        """A unit of work that asks all of it at once, with the actor's practice, and writes nothing."""
        must_be_listed(operation)
        with self.store.open() as access:
            work = UnitOfWork(access, actor.practice_id)
            work.prepare(questions.PRACTICE(id=actor.practice_id), *asks)
            yield work, work.get(Practice, actor.practice_id)

    def practices_having(self, operation: str, asks: Sequence[Ask[Any]]) -> Iterator[str]:
        """The practices where one of those questions finds something, a page at a time."""
        must_be_listed(operation)
        page = self.store.practices(limit=PRACTICES_AT_ONCE, having=asks)
        yield from page
        while len(page) == PRACTICES_AT_ONCE:
            page = self.store.practices(limit=PRACTICES_AT_ONCE, after=page[-1], having=asks)
            yield from page

    def carry_out(
        self,
        command: Command,
        asks: Sequence[Ask[Any]],
        decide: Callable[[UnitOfWork, Practice, Occasion], A],
        memory: Memory[A],
        *,
        at: datetime,
    ) -> A:
        """As `carry_out_anywhere`, in the actor's practice. Raises `NotFound` where there is no such practice."""

        def decide_there(work: UnitOfWork, occasion: Occasion) -> A:
            return decide(work, work.get(Practice, command.actor.practice_id), occasion)

        return self.carry_out_anywhere(command, asks, decide_there, memory, at=at)

    def carry_out_anywhere(
        self,
        command: Command,
        asks: Sequence[Ask[Any]],
        decide: Callable[[UnitOfWork, Occasion], A],
        memory: Memory[A],
        *,
        at: datetime,
    ) -> A:
        """Decide and commit; after a lost race decide once more, on fresh reads with the rows locked.

        `asks` is what the decision needs, asked in one go together with the key. A key used before answers
        what it answered then. Ids and the instant stay the same however often it is decided (but `after_reading`).
        Raises `Conflict` only if the locked tries are lost too.
        """
        must_be_listed(command.operation)
        occasion = Occasion(command.actor, at, _ids_once(self.ids, command))
        key = _asked_of(command)
        practice = questions.PRACTICE(id=command.actor.practice_id)
        asked = [practice, *([key] if key else []), *_taken(command), *asks]
        for tries_left in reversed(range(self.tries)):
            try:
                with self.store.open(locked=tries_left < self.tries - 1) as access:
                    work = UnitOfWork(access, command.actor.practice_id)
                    work.prepare(*asked)
                    if key is not None and (used := _used(work.find(key), command, at)):
                        return memory.again(work, used.answer, at)
                    answer = decide(work, occasion)
                    # Asked last: whoever may not do this learns nothing of an id (A1), and a lost race its rule (D2).
                    _must_be_new(work, command)
                    if key is not None:
                        work.use_up(_key_record(command, memory.ids_of(answer), at))
                    work.commit()
                    return answer
            except Conflict:
                if not tries_left:
                    raise
        raise AssertionError  # pragma: no cover - the last try returns or raises

    def carry_on(
        self, before: UnitOfWork, command: Command, decide: Callable[[UnitOfWork, Occasion], A], *, at: datetime
    ) -> A:
        """Decide once on what another unit has committed, without reading any of it again, and commit.

        Raises `Conflict` where any of it has changed since; then nothing was carried out.
        """
        with self.store.open() as access:
            work = before.following(access)
            answer = decide(work, Occasion(command.actor, at, _ids_once(self.ids, command)))
            work.commit()
            return answer

    def recalled(self, command: Command, memory: Memory[A], *, at: datetime) -> A | None:
        """What the command answered before under its key; None if it has none, or has not been used (D1)."""
        key = _asked_of(command)
        if key is None:
            return None
        with self.reading(command.operation, command.actor, key) as (work, _):
            used = _used(work.find(key), command, at)
            return memory.again(work, used.answer, at) if used else None


def _asked_of(command: Command) -> Ask[KeyRecord] | None:
    if command.key is None:
        return None
    if not a_line("idempotency_key", command.key):
        raise Invalid("idempotency_key", "must not be empty")
    return questions.KEY(id=command.key_id)


def _used(found: tuple[KeyRecord, ...], command: Command, at: datetime) -> KeyRecord | None:
    """The record of a key that was used and is still kept. Raises `IdempotencyConflict` for other input (D1)."""
    if not found or found[0].used_at <= at - KEYS_KEPT_FOR:
        return None
    if not hmac.compare_digest(found[0].fingerprint, command.fingerprint()):
        raise IdempotencyConflict
    return found[0]


def _taken(command: Command) -> list[Ask[Any]]:
    """Whether the host's own id for what is created is taken already."""
    if command.creates is None or command.id is None:
        return []
    return [BY_ID[command.creates](id=an_id("id", command.id))]


def _must_be_new(work: UnitOfWork, command: Command) -> None:
    for ask in _taken(command):
        if work.find(ask):
            raise AlreadyExists(WORDS[ask.query.of], str(command.id))


def _ids_once(ids: Ids, command: Command) -> Callable[[str], str]:
    """The same id for the same label, so that deciding again changes none; the host's own where it gave one."""
    drawn: dict[str, str] = {}
    if command.creates is not None and command.id is not None:
        drawn[WORDS[command.creates]] = command.id

    def new_id(label: str) -> str:
        if label not in drawn:
            drawn[label] = ids.new()
        return drawn[label]

    return new_id


def _key_record(command: Command, ids: Sequence[str | None], at: datetime) -> KeyRecord:
    return KeyRecord(
        id=command.key_id,
        practice_id=command.actor.practice_id,
        fingerprint=command.fingerprint(),
        answer=tuple(ids),
        used_at=at,
    )


def _plain(value: object) -> object:
    """Arguments as JSON can hold them, the same for equal values."""
    match value:
        case None | bool() | int() | str():
            return value
        case datetime():
            return an_instant("time", value).isoformat()
        case date():
            return value.isoformat()
        case timedelta():
            return f"{value.total_seconds()} s"
        case Money():
            return [value.minor_units, value.currency]
        case Policy():
            return _plain(attrs.asdict(value))
        case Mapping():
            return {str(name): _plain(item) for name, item in value.items()}
        case tuple() | list():
            return [_plain(item) for item in value]
        case _:
            raise Invalid("arguments", "cannot be told apart for an idempotency key")
