"""Django's ORM: models, querysets, `atomic` and `select_for_update`, as Django's documentation has them."""

from __future__ import annotations

from typing import Any

import django
from django.conf import settings
from django.db import connection

from ..contestants import Target


class DjangoOrm:
    """One for each process: Django's settings are the process's."""

    def __init__(self, target: Target) -> None:
        settings.configure(DATABASES={"default": _database(target)}, USE_TZ=True, TIME_ZONE="UTC", DEBUG=False)
        django.setup()
        # Models can be defined only after that.
        from . import charge, confirm, rebook

        self._confirm, self._rebook, self._charge = confirm.confirm, rebook.rebook, charge.charge

    def confirm(self, therapist_id: str, relationship_id: str, attendee_id: str, key: str) -> None:
        self._confirm(therapist_id, relationship_id, attendee_id, key=key)

    def rebook(self, therapist_id: str, session_id: str, key: str) -> None:
        self._rebook(therapist_id, session_id, key=key)

    def charge(self) -> int:
        return self._charge()

    def close(self) -> None:
        connection.close()


def _database(target: Target) -> dict[str, Any]:
    """Connected once, as Django is with persistent connections."""
    shared = {"NAME": target.name, "CONN_MAX_AGE": None}
    if target.kind == "postgres":
        commit = f"-c synchronous_commit={'on' if target.durable else 'off'}"
        options = {"options": commit, "application_name": target.application}
        engine = {"ENGINE": "django.db.backends.postgresql", "HOST": target.host, "USER": "practice"}
        return {**shared, **engine, "OPTIONS": options}
    pragmas = (
        "PRAGMA journal_mode = WAL",
        "PRAGMA foreign_keys = ON",
        f"PRAGMA synchronous = {'FULL' if target.durable else 'NORMAL'}",
    )
    # A transaction that will write says so at its beginning, as Django's manual advises.
    options = {"transaction_mode": "IMMEDIATE", "init_command": "; ".join(pragmas)}
    return {**shared, "ENGINE": "django.db.backends.sqlite3", "OPTIONS": options}
