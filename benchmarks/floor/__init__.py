"""The floor: SQL written by hand, one statement a step, a transaction around what belongs together."""

from __future__ import annotations

from ..contestants import Target
from . import charge, confirm, rebook
from .database import Database


class Floor:
    def __init__(self, target: Target) -> None:
        self._database = _open(target)

    def confirm(self, therapist_id: str, relationship_id: str, attendee_id: str, key: str) -> None:
        confirm.confirm(self._database, therapist_id, relationship_id, attendee_id, key=key)

    def rebook(self, therapist_id: str, session_id: str, key: str) -> None:
        rebook.rebook(self._database, therapist_id, session_id, key=key)

    def charge(self) -> int:
        return charge.charge(self._database)

    def close(self) -> None:
        self._database.close()


def _open(target: Target) -> Database:
    if target.kind == "sqlite":
        from .sqlite import Sqlite

        return Sqlite(target)
    from .postgres import Postgres

    return Postgres(target)
