"""Who runs: the floor, two ORMs, and the core, each by the same three jobs."""

from __future__ import annotations

from typing import Literal, Protocol

import attrs

Name = Literal["floor", "sqlalchemy", "django", "core"]
NAMES: tuple[Name, ...] = ("floor", "sqlalchemy", "django", "core")
TITLES = {
    "floor": "hand-written SQL",
    "sqlalchemy": "SQLAlchemy ORM",
    "django": "Django ORM",
    "core": "practice_core",
}
CHARGED_AT_ONCE = 25


@attrs.frozen(kw_only=True)
class Target:
    """A database: a file of SQLite's, or one of a PostgreSQL server's, by the folder of its socket.

    `durable`: whether a commit waits for the disk (`synchronous` FULL rather than NORMAL; `synchronous_commit` on).
    """

    kind: Literal["sqlite", "postgres"]
    durable: bool
    name: str
    """The file's path, or the database's name."""
    host: str = ""
    application: str = "bench"

    @property
    def url(self) -> str:
        if self.kind == "sqlite":
            return f"sqlite:///{self.name}"
        options = f"-csynchronous_commit%3D{'on' if self.durable else 'off'}"
        rest = f"host={self.host}&application_name={self.application}&options={options}"
        return f"postgresql://practice@/{self.name}?{rest}"


class Contestant(Protocol):
    """Each call is one operation, as a request of a web application would have it: a transaction or more of its own."""

    def confirm(self, therapist_id: str, relationship_id: str, attendee_id: str, key: str) -> None:
        """The therapist confirms the migration that the attendee asked for."""

    def rebook(self, therapist_id: str, session_id: str, key: str) -> None:
        """The therapist rebooks one session, at its own time."""

    def charge(self) -> int:
        """Charge the first 25 sessions that are due; answers how many were paid."""

    def close(self) -> None:
        """Let go of the connection."""


def build(name: Name, target: Target) -> Contestant:
    """Imports no other contestant's stack."""
    match name:
        case "floor":
            from .floor import Floor

            return Floor(target)
        case "sqlalchemy":
            from .sqlalchemy_orm import SqlalchemyOrm

            return SqlalchemyOrm(target)
        case "django":
            from .django_orm import DjangoOrm

            return DjangoOrm(target)
        case "core":
            from .core import Core

            return Core(target)
