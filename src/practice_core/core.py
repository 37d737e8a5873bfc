"""`PracticeCore`, one attribute an area, and `connect`, which builds one."""

from __future__ import annotations

from collections.abc import Callable
from types import TracebackType
from typing import TYPE_CHECKING, BinaryIO, Self

import attrs

from .domain.errors import Invalid
from .settings import Settings

if TYPE_CHECKING:
    from .domain.practice import Practice
    from .ports.clock import Clock
    from .ports.ids import Ids
    from .ports.letters import Calendar, Renderer
    from .ports.mail import Mailer
    from .ports.payments import Payments
    from .ports.store import Store
    from .ports.telemetry import Telemetry
    from .services.billing import Billing
    from .services.birthdays import Birthdays
    from .services.clients import Cards, Clients
    from .services.delivery import Delivery
    from .services.desk import Desk
    from .services.done import DueDone
    from .services.due import Due
    from .services.forgetting import Forgetting
    from .services.invitations import Invitations
    from .services.journal import Journal
    from .services.keys import Keys
    from .services.migrations import Migrations
    from .services.notices import Notices
    from .services.practices import Practices, Therapists
    from .services.relationships import Relationships
    from .services.sessions import Sessions


@attrs.frozen(kw_only=True)
class PracticeCore:
    """Everything a host calls. Thread-safe; nothing is opened before the first call."""

    practices: Practices
    therapists: Therapists
    clients: Clients
    cards: Cards
    relationships: Relationships
    migrations: Migrations
    invitations: Invitations
    sessions: Sessions
    billing: Billing
    notices: Notices
    journal: Journal
    store: Store
    _due: Due = attrs.field(repr=False)
    _birthdays: Birthdays = attrs.field(repr=False)
    _forgetting: Forgetting = attrs.field(repr=False)
    _delivery: Delivery = attrs.field(repr=False)
    _keys: Keys = attrs.field(repr=False)
    _desk: Desk = attrs.field(repr=False)
    _within: Callable[[object], PracticeCore] = attrs.field(repr=False)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()

    def within(self, connection: object) -> PracticeCore:
        """This core inside a transaction of the host's: its commit or rollback decides about both.

        `connection` is a SQLAlchemy `Connection` on pysqlite or psycopg 3, or one of those drivers' own, to the
        database of this core; that it is the same database is for the host to see to, as a server may have several
        names. Each command is a savepoint; a refusal leaves the transaction usable. `Conflict` is not tried again in
        there, and no gateway is called. Raises `Invalid` for a connection of another kind.
        """
        return self._within(connection)

    def run_due(self, *, stop: Callable[[], bool] = lambda: False) -> DueDone:
        """Everything whose time has come, once: charges, retries, refunds, cancellations, expiries, birthdays, notices,
        what the gateway has to forget, and idempotency keys whose time is over.

        Safe to run anywhere, any number at once. `stop` is asked between items: where it answers true, the item in
        hand is finished and the rest left for the next run. An outage of the gateway or the mail server puts off what
        it concerns; raises `Unavailable` where the database is gone.
        """
        done = self._due.run(stop=stop) + self._birthdays.run(stop=stop) + self._forgetting.run(stop=stop)
        # After those, so that what was just done is told at once; and last what nobody waits for.
        return done + self._delivery.run(stop=stop) + self._keys.run(stop=stop)

    def load(self, file: BinaryIO, *, progress: Callable[[int], None] | None = None) -> Practice:
        """Import a practice from a file (*A practice as a file*): all of it, or nothing.

        `file` is open for reading bytes; a pipe will do. `progress` is told now and then how many things have
        been written so far. Raises `Invalid` with the place of what is wrong in its `field`, and
        `AlreadyExists` for a practice that is kept here already.
        """
        # What it needs is slow to import, and few processes import a practice.
        from . import importing

        return importing.load(file, store=self.store, at=self._desk.now(), progress=progress)

    def close(self) -> None:
        """Let go of what was opened."""
        self.store.close()


def connect(
    target: str | Settings | None = None,
    *,
    clock: Clock | None = None,
    ids: Ids | None = None,
    store: Store | None = None,
    payments: Payments | None = None,
    mailer: Mailer | None = None,
    renderer: Renderer | None = None,
    calendar: Calendar | None = None,
    telemetry: Telemetry | None = None,
) -> PracticeCore:
    """Build a core. `target`: a database URL, or `Settings`; without one, the settings of the environment.

    A URL takes the other settings from the environment too. Each port can be replaced by name.
    Raises `Invalid` for a URL of no known kind, and for a target that is neither.
    """
    # Slow to import, and needed only here.
    from dependency_injector import providers

    from .container import Container

    match target:
        case Settings():
            settings = target
        case str():
            settings = attrs.evolve(Settings.from_environment(), database=target)
        case None:
            settings = Settings.from_environment()
        case _:
            # A path, say. What is kept elsewhere than where somebody meant it is as good as lost.
            raise Invalid("target", "is neither a database URL nor Settings")
    container = Container(settings=providers.Object(settings))
    given = {
        "clock": clock,
        "ids": ids,
        "store": store,
        "payments": payments,
        "mailer": mailer,
        "renderer": renderer,
        "calendar": calendar,
        "telemetry": telemetry,
    }
    for name, adapter in given.items():
        if adapter is not None:
            getattr(container, name).override(providers.Object(adapter))
    core: PracticeCore = container.core()
    return core
