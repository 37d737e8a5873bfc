"""A whole practice in memory for the tests of the services: one clock that is set by hand, a few people."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, datetime, timedelta
from functools import wraps
from typing import Any, ParamSpec

import attrs
from tests.values import ADULT, FEE, FIFTY_MINUTES, HOUR, LONDON, NOW, PRACTICE_ID, SECRET, STAFF, card

from practice_core import (
    Actor,
    Client,
    Links,
    Migration,
    Money,
    Notice,
    NoticeState,
    Policy,
    PracticeCore,
    Relationship,
    Session,
    Settings,
)
from practice_core.adapters.calendar import ICalendar
from practice_core.adapters.clock import SettableClock
from practice_core.adapters.ids import TimeOrderedIds
from practice_core.adapters.letters.renderer import JinjaRenderer
from practice_core.adapters.memory.mail import MemoryMailer
from practice_core.adapters.memory.payments import MemoryPayments
from practice_core.adapters.memory.store import MemoryStore, _unique
from practice_core.container import _core, _letters
from practice_core.domain.session import SessionRecord, Settlement
from practice_core.ports.store import Access, Batch, Kept

LINKS = Links(
    card="https://host.example/cards/{client_id}",
    pay="https://host.example/pay/{session_id}",
    authenticate="https://host.example/bank/{session_id}",
    accept="https://host.example/requests/{request_id}?token={token}",
)
# One for all worlds: its templates are compiled once.
RENDERER = JinjaRenderer()
LETTERS = _letters(lambda: RENDERER, ICalendar, Settings(links=LINKS, secret=SECRET))
Rows = dict[tuple[str, type], dict[str, Kept[Any]]]


class InterruptedStore(MemoryStore):
    """A memory store in which somebody else gets in between a unit's reading and its writing."""

    def __init__(self) -> None:
        super().__init__()
        self.meanwhile: list[Callable[[], object]] = []
        """What others do before the next writes, one for each; the others' own writes are not interrupted."""

    @contextmanager
    def open(self, *, locked: bool = False) -> Iterator[Access]:
        with super().open(locked=locked) as access:
            yield _Interrupted(access, self.meanwhile)


class _Interrupted:
    def __init__(self, access: Access, meanwhile: list[Callable[[], object]]) -> None:
        self._access = access
        self._meanwhile = meanwhile

    def read(self, practice_id: str, asks: Any) -> list[tuple[Kept[Any], ...]]:
        return self._access.read(practice_id, asks)

    def write(self, batch: Batch) -> None:
        if self._meanwhile:
            others, rest = self._meanwhile[0], self._meanwhile[1:]
            self._meanwhile.clear()
            others()
            self._meanwhile.extend(rest)
        self._access.write(batch)


class World:
    """Alex attends with Theo; Pat pays, and has a card. `staff` is the office; Tess is another therapist."""

    def __init__(self, *, at: datetime = NOW, zone: str = LONDON, empty: bool = False, **policy: object) -> None:
        self.clock = SettableClock(at)
        self.store = InterruptedStore()
        self.payments = MemoryPayments(self.clock.now)
        self.mailer = MemoryMailer()
        # What most tests ask is what was done; those about mail let somebody answer.
        self.mailer.down()
        # As `connect` builds one, without a container for each of some hundred worlds.
        self.core: PracticeCore = _core(
            store=self.store,
            payments=self.payments,
            mailer=self.mailer,
            letters=LETTERS,
            clock=self.clock,
            ids=TimeOrderedIds(),
        )
        self.staff = STAFF
        self.theo, self.tess = Actor.therapist(PRACTICE_ID, "theo"), Actor.therapist(PRACTICE_ID, "tess")
        names = ("alex", "pat", "sam", "kim")
        self.alex, self.pat, self.sam, self.kim = (Actor.client(PRACTICE_ID, name) for name in names)
        if empty:
            return
        self.core.practices.open(
            id=PRACTICE_ID,
            name="Elm Street",
            time_zone=zone,
            currency="GBP",
            policy=Policy(**policy),  # type: ignore[arg-type]
        )
        self.core.therapists.register(self.staff, id="theo", name="Theo Example", email="theo@practice.example")
        self.core.therapists.register(self.staff, id="tess", name="Tess Example")

    def person(
        self,
        name: str,
        *,
        born: date | None = ADULT,
        has_card: bool = False,
        by: Actor | None = None,
        **details: object,
    ) -> Client:
        """Somebody whose account is complete, unless the details say otherwise."""
        given: dict[str, object] = {
            "given_name": name.title(),
            "family_name": "Example",
            "email": f"{name}@people.example",
            "phone": "+44 20 7946 0000",
        }
        person = self.core.clients.register(by or self.staff, id=name, date_of_birth=born, **(given | details))  # type: ignore[arg-type]
        return self.with_card(name) if has_card else person

    def with_card(self, name: str, exp_year: int = 2030, exp_month: int = 12) -> Client:
        reference = f"pm_{name}_{exp_year}_{exp_month}"
        self.payments.script(card(exp_year, exp_month, reference))
        return self.core.cards.add(self.staff, name, reference=reference)

    def open(
        self, attendee: str = "alex", payer: str = "pat", *, id: str | None = "r1", fee: Money | None = FEE
    ) -> Relationship:
        return self.core.relationships.open(
            self.staff, therapist_id="theo", attendee_id=attendee, payer_id=payer, fee=fee, id=id
        )

    def book(
        self, under: str = "r1", starts_at: datetime | None = None, *, id: str | None = None, **more: Any
    ) -> Session:
        """Fifty minutes, 72 hours from now unless told otherwise."""
        start = self.clock.now() + 72 * HOUR if starts_at is None else starts_at
        return self.core.sessions.book(
            self.staff, under, starts_at=start, **({"duration": FIFTY_MINUTES} | more), id=id
        )

    def migrate(self, under: str = "r1", by: str = "alex", *, id: str | None = "r2", **more: Any) -> Migration:
        return self.core.migrations.confirm(self.staff, under, requested_by=by, id=id, **more)

    def forward(self, by: timedelta) -> None:
        self.clock.forward(by)

    def rows(self) -> Rows:
        """Everything that is kept, to compare before and after."""
        return {place: dict(kept) for place, kept in self.store._rows.items() if kept}

    def put_back(self, rows: Rows) -> None:
        """Everything as it was when `rows` were taken."""
        self.store._rows.clear()
        self.store._rows.update({place: dict(kept) for place, kept in rows.items()})
        self.store._unique.clear()
        for (practice_id, of), kept in rows.items():
            uniques = {_unique(one.thing): name for name, one in kept.items()}
            self.store._unique[practice_id, of] = {u: name for u, name in uniques.items() if u is not None}

    def kept(self, of: type[Any]) -> dict[str, Any]:
        """Everything of that kind by its id."""
        return {name: kept.thing for name, kept in self.store._rows[PRACTICE_ID, of].items()}

    def notices(self) -> list[tuple[str, str]]:
        """Kind and addressee of every notice stored so far, in order."""
        return [(str(notice.kind), notice.addressee) for notice in self.kept(Notice).values()]

    def nobody_was_reached(self) -> None:
        """As a mail server that refuses every notice would leave them."""
        rows = self.store._rows[PRACTICE_ID, Notice]
        for name, kept in rows.items():
            rows[name] = Kept(attrs.evolve(kept.thing, state=NoticeState.FAILED, due_at=None), kept.stamp)

    def settle(self, session_id: str, settlement: str) -> None:
        """As a gateway's answer would leave it, with nothing more to do."""
        rows = self.store._rows[PRACTICE_ID, SessionRecord]
        kept = rows[session_id]
        settled = attrs.evolve(kept.thing, settlement=Settlement(settlement), due_work=None, due_at=None)
        rows[session_id] = Kept(settled, kept.stamp)


P = ParamSpec("P")


def remembered(build: Callable[P, World]) -> Callable[P, World]:
    """Built once for the same arguments; every call answers a world of its own in which the same has happened."""
    before: dict[str, tuple[datetime, Rows]] = {}

    @wraps(build)
    def world(*args: P.args, **kwargs: P.kwargs) -> World:
        asked = repr((args, sorted(kwargs.items())))
        if asked not in before:
            first = build(*args, **kwargs)
            before[asked] = first.clock.now(), first.rows()
        at, rows = before[asked]
        again = World(at=at, empty=True)
        again.put_back(rows)
        return again

    return world


@remembered
def family(*, has_card: bool = True, born: date | None = ADULT, fee: Money | None = FEE, **world: Any) -> World:
    """Alex attends with Theo under r1, and Pat pays."""
    one = World(**world)
    one.person("alex", born=born)
    one.person("pat", has_card=has_card)
    one.open(fee=fee)
    return one
