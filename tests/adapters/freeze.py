"""A database of today, frozen as SQL: `python -m tests.adapters.freeze` writes it for each database, once a revision.

What a revision has frozen is never written anew: it is what users have, and what later revisions must upgrade.
"""

from __future__ import annotations

import re
import sqlite3
import subprocess
import tempfile
from contextlib import closing
from datetime import timedelta
from pathlib import Path

from tests.adapters.elm import STAFF, fill
from tests.postgres import server
from tests.values import DAY

from practice_core import PracticeCore, connect
from practice_core.adapters.clock import SettableClock
from practice_core.adapters.sql.store import SqlStore
from practice_core.adapters.sql.upgrade import HEAD
from practice_core.testing.practices import NOON

FOLDER = Path(__file__).parents[1] / "data"
KEY = "form-1"


def live(core: PracticeCore) -> None:
    """Something of every kind: a migration under a key, a session rebooked and one that waits, a declined request."""
    fill(core)
    core.clients.register(STAFF, id="zoe", given_name="Zoë", family_name="O'Brien; --")
    core.relationships.open(STAFF, id="z", therapist_id="t", attendee_id="c", payer_id="zoe")
    declined = core.migrations.request(STAFF, "z", requested_by="zoe", id="q1", channel="by post")
    core.migrations.decline(STAFF, declined.id, reason="Not yet,\n'please'")
    core.migrations.request(STAFF, "z", requested_by="c", id="q2")
    core.migrations.confirm(STAFF, "r", requested_by="c", id="r2", idempotency_key=KEY)
    core.sessions.rebook(STAFF, "s3", id="s3-again")
    core.sessions.cancel(STAFF, "s3-again", reason="ill", waive=True)
    core.sessions.book(
        STAFF, "r2", id="s5", starts_at=NOON + 5 * DAY + timedelta(microseconds=1), duration=timedelta(minutes=50)
    )


def write(name: str, text: str) -> None:
    file = FOLDER / f"schema_{HEAD}.{name}.sql"
    if file.exists():
        raise SystemExit(f"{file} is there already")
    file.write_text(text)


def filled(url: str) -> None:
    with connect(url, clock=SettableClock(NOON)) as core:
        assert isinstance(core.store, SqlStore)
        core.store.upgrade()
        live(core)


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        filled(f"sqlite:///{folder}/practice.db")
        with closing(sqlite3.connect(f"{folder}/practice.db")) as connection:
            write("sqlite", "\n".join(connection.iterdump()) + "\n")
    with server() as started:
        filled(started.url)
        dump = [started.bin / "pg_dump", "--inserts", "--no-owner", "--schema=public", started.url]
        text = subprocess.run(dump, capture_output=True, text=True, check=True).stdout
        # Into whichever schema the session that loads it has; without what only psql or this server understands.
        kept = [
            line
            for line in text.replace("public.", "").splitlines()
            if not re.match(r"--|SET |SELECT pg_catalog|\\|CREATE SCHEMA|COMMENT", line) and line
        ]
        write("postgres", "\n".join(kept) + "\n")


if __name__ == "__main__":
    main()
