"""The wiring: the only place that knows every adapter."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl

from dependency_injector import containers, providers

from .core import PracticeCore
from .domain.checks import an_email
from .domain.errors import Invalid
from .domain.seal import Seal
from .ports.clock import Clock
from .ports.ids import Ids
from .ports.letters import Calendar, Renderer
from .ports.mail import Mailer
from .ports.payments import Payments
from .ports.store import Store
from .ports.telemetry import SILENCE, Telemetry
from .services.billing import Billing
from .services.birthdays import Birthdays
from .services.clients import Cards, Clients
from .services.delivery import Delivery
from .services.desk import Desk
from .services.due import Due
from .services.forgetting import Forgetting
from .services.gateway import Gateway
from .services.invitations import Invitations
from .services.journal import Journal
from .services.keys import Keys
from .services.letters import Letters
from .services.migrations import Migrations
from .services.notices import Notices
from .services.practices import Practices, Therapists
from .services.relationships import Relationships
from .services.sessions import Sessions
from .services.watched import WatchedMailer, WatchedPayments
from .services.watching import watched_core, watched_desk
from .settings import Settings

# Whom letters are from where nobody said: good for looking at them on this machine.
NOBODY = "practice-core@localhost"


def _scheme(url: str) -> str:
    """What stands before `://`, and before a `+` in that. Nothing, where it is no URL."""
    kind, is_url, _ = url.partition("://")
    return kind.partition("+")[0] if is_url else ""


@contextmanager
def _extra(name: str) -> Iterator[None]:
    """What a vendor's adapter imports comes with an extra; where that is missing, it is named."""
    try:
        yield
    except ImportError as exc:
        raise Invalid("settings", f"this needs an extra: pip install 'practice-core[{name}]'") from exc


def _options(field: str, url: str, known: set[str]) -> dict[str, Any]:
    """What stands after the question mark."""
    options = dict(parse_qsl(url.partition("?")[2]))
    if options.keys() - known:
        # Not saying what: it may be a key that somebody put there.
        raise Invalid(field, f"takes nothing after the question mark but {', '.join(sorted(known))}")
    return options


def _store(settings: Settings) -> Store:
    url = settings.database
    match _scheme(url):
        case "memory":
            from .adapters.memory.store import MemoryStore

            return MemoryStore()
        case "sqlite":
            from .adapters.sql.sqlite import SqliteDriver
            from .adapters.sql.store import SqlStore

            return SqlStore(SqliteDriver(url))
        case "postgresql":
            with _extra("postgres"):
                from .adapters.sql.postgres import PostgresDriver
            from .adapters.sql.store import SqlStore

            return SqlStore(PostgresDriver(url))
        case scheme:
            from . import installed

            return installed.store(scheme, settings)


def _payments(settings: Settings, clock: Clock) -> Payments:
    url = settings.payments
    match _scheme(url):
        case "memory":
            from .adapters.memory.payments import MemoryPayments

            return MemoryPayments(clock.now)
        case "stripe":
            if not settings.stripe_key:
                raise Invalid("payments", "stripe:// needs the key in PRACTICE_CORE_STRIPE_KEY")
            with _extra("stripe"):
                from .adapters.stripe.gateway import StripePayments
            options = _options("payments", url, {"return_url", "api_base"})
            return StripePayments(settings.stripe_key, settings.stripe_webhook_secret, clock.now, **options)
        case scheme:
            from . import installed

            return installed.payments(scheme, settings, clock)


def mailer_of(settings: Settings) -> Mailer:
    """The mailer of the settings. Raises `Invalid` for a URL of no known kind."""
    url = settings.mail_or_default
    match _scheme(url):
        case "memory":
            from .adapters.memory.mail import MemoryMailer

            return MemoryMailer()
        case "maildir":
            from .adapters.maildir import MaildirMailer

            folder = Path(url.removeprefix("maildir://"))
            if not folder.is_absolute():
                # One below wherever the process happens to run would be another one tomorrow.
                raise Invalid("mail", "a Maildir needs the whole path of its folder: maildir:///FOLDER")
            return MaildirMailer(folder)
        case "smtp" | "smtps":
            if not settings.mail_from:
                raise Invalid("mail_from", "SMTP needs to know who mail is from: PRACTICE_CORE_MAIL_FROM")
            from .adapters.smtp import SmtpMailer

            return SmtpMailer(url)
        case "" if not url:
            from .adapters.memory.mail import NoMailer

            return NoMailer("none is set: PRACTICE_CORE_MAIL")
        case scheme:
            from . import installed

            return installed.mailer(scheme, settings)


def _renderer(folder: str) -> Renderer:
    from .adapters.letters.renderer import JinjaRenderer

    return JinjaRenderer(Path(folder) if folder else None)


def _calendar() -> Calendar:
    from .adapters.calendar import ICalendar

    return ICalendar()


def _letters(renderer: Callable[[], Renderer], calendar: Callable[[], Calendar], settings: Settings) -> Letters:
    sender = an_email("mail_from", settings.mail_from.strip()) or NOBODY
    return Letters(renderer, calendar, settings.links, sender, Seal(settings.secret))


def _clock() -> Clock:
    from .adapters.clock import SystemClock

    return SystemClock()


def _ids() -> Ids:
    from .adapters.ids import TimeOrderedIds

    return TimeOrderedIds()


def _telemetry(choice: str) -> Telemetry:
    """Nothing of it is imported where it is off."""
    match choice:
        case "":
            try:
                from .adapters.opentelemetry import OpenTelemetry
            except ImportError:
                return SILENCE
            return OpenTelemetry()
        case "opentelemetry":
            with _extra("telemetry"):
                from .adapters.opentelemetry import OpenTelemetry
            return OpenTelemetry()
        case "off":
            return SILENCE
        case _:
            raise Invalid("telemetry", "is neither opentelemetry nor off")


def _core(
    *,
    store: Store,
    payments: Payments,
    mailer: Mailer,
    letters: Letters,
    clock: Clock,
    ids: Ids,
    telemetry: Telemetry = SILENCE,
) -> PracticeCore:
    """The areas over one store."""

    def within(connection: object) -> PracticeCore:
        from .adapters.memory.mail import NoMailer
        from .adapters.sql.host import NoGateway
        from .adapters.sql.store import SqlStore

        if not isinstance(store, SqlStore):
            raise Invalid("connection", "this core keeps nothing in a SQL database")
        # A lost race inside the host's transaction stays lost: only the host can begin again.
        desk = Desk(store.inside(connection), clock, ids, tries=1)
        mailer = NoMailer("it is not called inside a host's transaction")
        return _areas(desk, NoGateway(), mailer, letters, telemetry, within=within)

    return _areas(Desk(store, clock, ids), payments, mailer, letters, telemetry, within=within)


def _areas(
    desk: Desk,
    payments: Payments,
    mailer: Mailer,
    letters: Letters,
    telemetry: Telemetry,
    *,
    within: Callable[[object], PracticeCore],
) -> PracticeCore:
    if telemetry is not SILENCE:
        desk = watched_desk(desk, telemetry)
        payments, mailer = WatchedPayments(payments, telemetry), WatchedMailer(mailer, telemetry)
    gateway = Gateway(desk, payments)
    due, delivery = Due(desk, gateway), Delivery(desk, mailer, letters)
    core = PracticeCore(
        practices=Practices(desk),
        therapists=Therapists(desk),
        clients=Clients(desk),
        cards=Cards(desk, payments),
        relationships=Relationships(desk),
        migrations=Migrations(desk, letters.seal),
        invitations=Invitations(desk, letters.seal),
        sessions=Sessions(desk),
        billing=Billing(desk, gateway, due),
        notices=Notices(desk, delivery),
        journal=Journal(desk),
        store=desk.store,
        due=due,
        birthdays=Birthdays(desk),
        forgetting=Forgetting(desk, payments),
        delivery=delivery,
        keys=Keys(desk),
        desk=desk,
        within=within,
    )
    return core if telemetry is SILENCE else watched_core(core)


class Container(containers.DeclarativeContainer):
    """Ports and the core over them. Give `settings`, override any port by its name.

    A URL with a scheme that is none of ours is looked up among installed packages (`practice_core.installed`).

    Override on an instance, never on the class: that would be for the whole process.
    """

    settings: providers.Provider[Settings] = providers.Dependency(instance_of=Settings)

    clock: providers.Provider[Clock] = providers.Singleton(_clock)
    ids: providers.Provider[Ids] = providers.Singleton(_ids)
    store: providers.Provider[Store] = providers.Singleton(_store, settings)
    payments: providers.Provider[Payments] = providers.Singleton(_payments, settings, clock)
    mailer: providers.Provider[Mailer] = providers.Singleton(mailer_of, settings)
    renderer: providers.Provider[Renderer] = providers.Singleton(_renderer, settings.provided.letters)
    calendar: providers.Provider[Calendar] = providers.Singleton(_calendar)
    telemetry: providers.Provider[Telemetry] = providers.Singleton(_telemetry, settings.provided.telemetry)

    letters: providers.Provider[Letters] = providers.Singleton(_letters, renderer.provider, calendar.provider, settings)
    core: providers.Provider[PracticeCore] = providers.Singleton(
        _core,
        store=store,
        payments=payments,
        mailer=mailer,
        letters=letters,
        clock=clock,
        ids=ids,
        telemetry=telemetry,
    )
