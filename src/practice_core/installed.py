"""Adapters that installed packages bring: entry points, looked up when a URL has a scheme that is none of ours.

A package names a callable under the scheme, in the group of the port::

    [project.entry-points."practice_core.mailers"]
    ses = "practice_core_ses:mailer"

It is called with the `Settings`, one for payments with the `Clock` too, when a core is built, and answers the adapter.
What is wrong with a URL it says by `Invalid`. Our own schemes are not looked up: nobody takes them over.
"""

from __future__ import annotations

from collections.abc import Callable
from importlib.metadata import EntryPoint, entry_points

import attrs

from .domain.errors import Invalid
from .ports.clock import Clock
from .ports.mail import Mailer
from .ports.payments import Payments
from .ports.store import Store
from .settings import Settings

STORES = "practice_core.stores"
PAYMENTS = "practice_core.payments"
MAILERS = "practice_core.mailers"


def store(scheme: str, settings: Settings) -> Store:
    """The store that a package has for that scheme. Raises `Invalid` where there is none, or none that works."""
    found = _found(STORES, "database", scheme, "memory://, sqlite:///FILE, postgresql://...")
    made = found.answer(settings)
    if not isinstance(made, Store):
        raise found.wrong("which does not answer a Store")
    return made


def payments(scheme: str, settings: Settings, clock: Clock) -> Payments:
    """The gateway that a package has for that scheme. Raises `Invalid` as above."""
    found = _found(PAYMENTS, "payments", scheme, "memory://, stripe://")
    made = found.answer(settings, clock)
    if not isinstance(made, Payments):
        raise found.wrong("which does not answer Payments")
    return made


def mailer(scheme: str, settings: Settings) -> Mailer:
    """The mailer that a package has for that scheme. Raises `Invalid` as above."""
    found = _found(MAILERS, "mail", scheme, "smtp://, smtps://, maildir:///FOLDER, memory://")
    made = found.answer(settings)
    if not isinstance(made, Mailer):
        raise found.wrong("which does not answer a Mailer")
    return made


@attrs.frozen
class _Found:
    """What a package says it has. `field`: the setting that asked for it."""

    entry: EntryPoint
    field: str

    def answer(self, *given: object) -> object:
        """What it answers to that. It may import what it needs only now."""
        try:
            return self._named()(*given)
        except ImportError as exc:
            raise self.wrong(f"which cannot be imported ({exc})") from exc

    def _named(self) -> Callable[..., object]:
        try:
            named: object = self.entry.load()
        except AttributeError as exc:
            raise self.wrong(f"where there is no {self.entry.value}") from exc
        except ImportError:
            raise
        except Exception as exc:  # a module runs as it is imported, and may raise anything
            raise self.wrong(f"which does not load ({type(exc).__name__})") from exc
        if not callable(named):
            raise self.wrong(f"where {self.entry.value} cannot be called")
        return named

    def wrong(self, why: str) -> Invalid:
        return Invalid(self.field, f"{self.entry.name}:// is of the package {_package(self.entry)}, {why}")


def _found(group: str, field: str, scheme: str, ours: str) -> _Found:
    installed = entry_points(group=group)
    match [entry for entry in installed if entry.name == scheme]:
        case [entry]:
            return _Found(entry, field)
        case []:
            theirs = sorted(f"{entry.name}:// ({_package(entry)})" for entry in installed)
            besides = f"installed packages bring {', '.join(theirs)}" if theirs else "no installed package brings one"
            # The scheme is not repeated: what is no URL may be a password (A4).
            raise Invalid(field, f"is no URL of a known kind: {ours}; {besides}")
        case several:
            packages = ", ".join(sorted(_package(entry) for entry in several))
            raise Invalid(field, f"{scheme}:// is of more than one package: {packages}. Only one may stay")


def _package(entry: EntryPoint) -> str:
    return f"{entry.dist.name} {entry.dist.version}" if entry.dist else "unknown"
