"""What a deployment decides, readable from the environment."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from pathlib import Path

import attrs

from .domain.errors import Invalid
from .domain.links import Links

PREFIX = "PRACTICE_CORE_"
LEAST_SECRET = 32


# Where no secret can stand: a place on this machine, or a host with its port, and a database there.
_PLACE = re.compile(r"(?:memory://|(?:sqlite|maildir):///)[^?#@]*")
_SERVER = re.compile(r"(postgresql(?:\+\w+)?|smtps?)://(?:[^/?#@]*@)?([\w.-]*(?::\d{1,5})?(?:/[\w.-]*)?)(?:\?[^#]*)?")
_KIND = re.compile(r"(?:postgresql(?:\+\w+)?|smtps?|sqlite|maildir|stripe)://")


def _without_password(url: str) -> str:
    """A URL as a `repr` may show it (A4): what is not of a shape that is known may be a password anywhere."""
    if not url or _PLACE.fullmatch(url):
        return repr(url)
    if server := _SERVER.fullmatch(url):
        return repr(f"{server[1]}://***@{server[2]}")
    kind = _KIND.match(url)
    return repr(f"{kind[0] if kind else ''}***")


@attrs.frozen(kw_only=True)
class Settings:
    """A URL picks each adapter: ``memory://`` for any, ``sqlite:///practice.db`` for the database.

    ``stripe://?return_url=https://host.example/back`` takes payments through Stripe; its keys stand apart.
    ``smtp://user:password@mail.example:587`` sends notices, from `mail_from`; ``maildir:///var/mail/out`` leaves them
    in a folder. Without `mail` they go to a Maildir beside the SQLite file, stay in this process with ``memory://``,
    and wait on PostgreSQL. `letters` is a folder with the host's own templates and catalogues for them.
    An installed package may bring a scheme of its own for any of these three.
    `secret`, at least 32 characters that nobody can guess and the same in every process, is what tokens are made from:
    those that links carry for who has to accept a request. `telemetry` is ``opentelemetry`` or ``off``; without it
    OpenTelemetry is told where it is installed.
    """

    database: str = attrs.field(default="sqlite:///practice.db", repr=_without_password)
    payments: str = attrs.field(default="memory://", repr=_without_password)
    stripe_key: str = attrs.field(default="", repr=False)
    stripe_webhook_secret: str = attrs.field(default="", repr=False)
    mail: str = attrs.field(default="", repr=_without_password)
    mail_from: str = attrs.field(default="", repr=False)
    letters: str = ""
    secret: str = attrs.field(default="", repr=False)
    telemetry: str = ""
    links: Links = attrs.field(factory=Links)

    def __attrs_post_init__(self) -> None:
        if self.secret and len(self.secret) < LEAST_SECRET:
            raise Invalid("secret", f"must have at least {LEAST_SECRET} characters")
        if "token" in self.links.places("accept") and not self.secret:
            raise Invalid("links.accept", "has a place for a {token}, and there is no secret to make one from")

    @property
    def mail_or_default(self) -> str:
        """For trying out. Beside a server nothing is chosen for anybody: notices wait until it is said where to."""
        kind, _, place = self.database.partition("://")
        if self.mail or kind == "memory":
            return self.mail or "memory://"
        return f"maildir://{Path(place[1:].removesuffix('.db') + '.mail').absolute()}" if kind == "sqlite" else ""

    @classmethod
    def from_environment(cls, environment: Mapping[str, str] = os.environ) -> Settings:
        """`PRACTICE_CORE_DATABASE`, `_PAYMENTS`, `_STRIPE_KEY`, `_STRIPE_WEBHOOK_SECRET`, `_MAIL`,
        `_MAIL_FROM`, `_LETTERS`, `_SECRET`, `_TELEMETRY`, and `_LINKS_CARD` and so on; defaults for the rest."""

        def given(of: type, prefix: str) -> dict[str, str]:
            return {
                field.name: environment[prefix + field.name.upper()]
                for field in attrs.fields(of)
                if environment.get(prefix + field.name.upper())
            }

        links = Links(**given(Links, PREFIX + "LINKS_"))
        return cls(**given(cls, PREFIX), links=links)
