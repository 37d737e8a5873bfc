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
from tests.values import DAY, HOUR, SECRET

from practice_core import PracticeCore, Settings, connect
from practice_core.adapters.clock import SettableClock
from practice_core.adapters.memory.payments import MemoryPayments
from practice_core.adapters.sql.store import SqlStore
from practice_core.adapters.sql.upgrade import HEAD
from practice_core.domain.attempt import DeclineReason
from practice_core.ports.store import Store
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


def billed(core: PracticeCore, gateway: MemoryPayments) -> None:
    """Since 0002: a session that was paid, one given back, one declined, and one of which nobody knows yet."""

    def charged(name: str, hours: int) -> None:
        core.sessions.book(STAFF, "r2", id=name, starts_at=NOON + hours * HOUR, duration=timedelta(minutes=50))
        core.billing.charge_due()

    charged("paid", 5)
    charged("given back", 6)
    core.sessions.cancel(STAFF, "given back", reason="a burst pipe", waive=True)
    core.billing.refund_due()
    gateway.declines("pm_c", DeclineReason.INSUFFICIENT_FUNDS, times=1)
    charged("declined", 7)
    gateway.fails("charge", acted=True)
    charged("unknown", 8)


def grown_up(core: PracticeCore) -> None:
    """Since 0004: birthdays that are near, one told and one not, and one that was looked at."""
    sixteen = (NOON + 30 * DAY).date()
    for n, name in enumerate(("told", "seen", "waits")):
        born = sixteen.replace(year=sixteen.year - 16, day=n + 1)
        core.clients.register(STAFF, id=name, given_name="Kit", family_name="Vale", date_of_birth=born)
    for name in ("told", "seen"):
        core.relationships.open(STAFF, id=f"of {name}", therapist_id="t", attendee_id=name, payer_id="d")
    core.migrations.reviewed(STAFF, "of seen")
    # Nothing else that is due: where there is mail, it would be sent.
    core._birthdays.run()
    core.relationships.open(STAFF, id="of waits", therapist_id="t", attendee_id="waits", payer_id="d")


def handed_over(core: PracticeCore) -> None:
    """Since 0005: a relationship that was handed over by a request, and another request that waits to be accepted."""
    core.relationships.open(STAFF, id="own", therapist_id="t", attendee_id="zoe", payer_id="zoe")
    core.migrations.request(STAFF, "own", requested_by="zoe", new_payer_id="d", id="q3")
    core.migrations.accept(STAFF, "q3")
    core.migrations.confirm(STAFF, "own", request_id="q3", id="then")
    core.migrations.request(STAFF, "then", requested_by="zoe", new_payer_id="c", id="q4")


def erased(core: PracticeCore) -> None:
    """Since 0007: somebody who was erased, whom the gateway has yet to forget."""
    core.clients.register(STAFF, id="gone", given_name="Nia", family_name="Gone", email="nia@mail.example")
    core.relationships.open(STAFF, id="of gone", therapist_id="t", attendee_id="gone", payer_id="gone")
    core.relationships.end(STAFF, "of gone", reason="moved to the sea")
    core.clients.erase(STAFF, "gone")


def tell(revision: str, url: str = "memory://", store: Store | None = None) -> None:
    """The story of a database at that revision."""
    clock = SettableClock(NOON)
    gateway = MemoryPayments(clock.now)
    # What is kept of tokens came with 0005.
    settings = Settings(database=url, secret=SECRET if revision >= "0005" else "")
    with connect(settings, clock=clock, store=store, payments=gateway) as core:
        if isinstance(core.store, SqlStore):
            core.store.upgrade()
        live(core)
        if revision >= "0002":
            billed(core, gateway)
        if revision >= "0004":
            grown_up(core)
        if revision >= "0005":
            handed_over(core)
        if revision >= "0007":
            erased(core)


def write(name: str, text: str) -> None:
    file = FOLDER / f"schema_{HEAD}.{name}.sql"
    if file.exists():
        raise SystemExit(f"{file} is there already")
    file.write_text(text)


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        tell(HEAD, f"sqlite:///{folder}/practice.db")
        with closing(sqlite3.connect(f"{folder}/practice.db")) as connection:
            write("sqlite", "\n".join(connection.iterdump()) + "\n")
    with server() as started:
        tell(HEAD, started.url)
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
