"""`PracticeCore`, one attribute an area, and `connect`, which builds one."""

from __future__ import annotations

from types import TracebackType
from typing import TYPE_CHECKING, Self

import attrs

from .settings import Settings

if TYPE_CHECKING:
    from .ports.clock import Clock
    from .ports.ids import Ids
    from .ports.mail import Mailer
    from .ports.payments import Payments
    from .ports.store import Store
    from .services.clients import Cards, Clients
    from .services.journal import Journal
    from .services.migrations import Migrations
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
    sessions: Sessions
    journal: Journal
    store: Store

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()

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
) -> PracticeCore:
    """Build a core. `target`: a database URL, or `Settings`; without one, the settings of the environment.

    A URL takes the other settings from the environment too. Each port can be replaced by name.
    Raises `Invalid` for a URL of no known kind.
    """
    # Slow to import, and needed only here.
    from dependency_injector import providers

    from .container import Container

    settings = target if isinstance(target, Settings) else Settings.from_environment()
    if isinstance(target, str):
        settings = attrs.evolve(settings, database=target)
    container = Container(settings=providers.Object(settings))
    given = {"clock": clock, "ids": ids, "store": store, "payments": payments, "mailer": mailer}
    for name, adapter in given.items():
        if adapter is not None:
            getattr(container, name).override(providers.Object(adapter))
    core: PracticeCore = container.core()
    return core
