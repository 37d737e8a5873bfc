"""After an erasure the bytes of the database say nothing of the person (D3), whoever looks into its files."""

from __future__ import annotations

import json
import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import date, datetime
from pathlib import Path

import psycopg
import pytest
from tests.values import DAY, FEE, FIFTY_MINUTES, HOUR, SECRET

from practice_core import Actor, Money, PracticeCore, Settings, connect
from practice_core.adapters.clock import SettableClock
from practice_core.adapters.memory.payments import MemoryPayments
from practice_core.adapters.sql.store import SqlStore
from practice_core.domain.client import Card
from practice_core.testing.practices import NOON

STAFF = Actor.staff("p", "desk")
AFTERWARDS = NOON + 6002 * DAY
ZOE = Actor.client("p", "gone")
BORN = date(2010, 7, 13)
CARD = Card(reference="pm_zoes_own", brand="unionpay", last4="8531", exp_month=11, exp_year=2047)
# What is known of her, and what was said; of each word a piece that nothing else has.
MARKS = (
    "Zoë-Quetzal",
    "Ångström-Xylander",
    "quetzal@people.example",
    "+44 7700 900987",
    BORN.isoformat(),
    CARD.reference,
    CARD.brand,
    CARD.last4,
    "memory-gone",
    "gsw-LI",
    "she moved to the sea",
    "a hospital appointment",
    "in a call with her aunt",
    "not while she is ill",
    "her passport was seen",
)


def forms(mark: str) -> set[bytes]:
    """As text is held, in any case and encoding; and as JSON escapes it."""
    cases = {mark, mark.lower(), mark.upper()}
    escaped = {json.dumps(one)[1:-1].encode() for one in cases}
    return {one.encode(encoding) for one in cases for encoding in ("utf-8", "utf-16-le", "utf-16-be")} | escaped


def found(held: bytes) -> list[str]:
    return [mark for mark in MARKS if any(said(form, held) for form in forms(mark))]


def said(form: bytes, held: bytes) -> bool:
    if not form.isdigit():
        return form in held
    # Any four digits stand in some digest sooner or later.
    return re.search(rb"(?<![0-9a-f])%b(?![0-9a-f])" % form, held) is not None


def live(core: PracticeCore, clock: SettableClock) -> None:
    """She attends at another's cost and pays for somebody else, is charged, cancels, is asked, and is written to. A
    hundred others come before and after her, so that what she leaves is in the middle of everything."""
    core.practices.open(id="p", name="Willow", time_zone="Europe/London", currency="GBP")
    core.therapists.register(STAFF, id="t", name="Mara Ilić", email="mara@willow.example")
    for n in range(50):
        core.clients.register(STAFF, id=f"a{n:02}", given_name="Ash", family_name="Vale", email=f"a{n}@mail.example")
    register = {"given_name": "Zoë-Quetzal", "family_name": "Ångström-Xylander", "email": "quetzal@people.example"}
    further = {"phone": "+44 7700 900987", "language": "gsw-LI"}
    core.clients.register(STAFF, id="gone", **register, **further, idempotency_key="form-1")
    core.clients.update(STAFF, "gone", date_of_birth=date(2011, 7, 13))
    core.clients.update(STAFF, "gone", date_of_birth=BORN, reason="her passport was seen")
    core.cards.add(STAFF, "gone", reference=CARD.reference, idempotency_key="card-1")
    core.cards.add(STAFF, "a00", reference="pm_a00")
    for n in range(50):
        core.clients.register(STAFF, id=f"z{n:02}", given_name="Zed", family_name="Vale", email=f"z{n}@mail.example")
    parties = {"therapist_id": "t", "fee": FEE}
    core.relationships.open(STAFF, id="attends", attendee_id="gone", payer_id="a00", **parties)
    clock.set(NOON + 6000 * DAY)
    core.relationships.open(STAFF, id="pays", attendee_id="a01", payer_id="gone", **parties)
    core.relationships.open(STAFF, id="elsewhere", attendee_id="a02", payer_id="a02", **parties)
    for n, under in enumerate(("attends", "pays", "attends", "pays")):
        book = {"starts_at": clock.now() + (2 + n) * HOUR, "duration": FIFTY_MINUTES}
        core.sessions.book(STAFF, under, id=f"s{n}", **book)
    core.sessions.cancel(STAFF, "s2", reason="a hospital appointment")
    core.run_due()
    wish = core.migrations.request(STAFF, "attends", requested_by="gone", channel="in a call with her aunt")
    core.migrations.decline(STAFF, wish.id, reason="not while she is ill")
    asked = {"requested_by": "a02", "new_payer_id": "gone", "channel": "in a call with her aunt", "id": "q"}
    core.migrations.request(STAFF, "elsewhere", **asked)
    core.migrations.accept(ZOE, "q")
    clock.forward(DAY)
    for under in ("attends", "pays"):
        core.relationships.end(STAFF, under, reason="she moved to the sea", cancel_upcoming=True)
    core.run_due()


def erase(core: PracticeCore) -> None:
    core.clients.erase(STAFF, "gone", idempotency_key="erase-1")
    assert core.run_due().clients_forgotten == 1
    assert core.journal.verify_all(STAFF).fits
    paid = core.billing.statement(STAFF, "gone").paid
    assert paid == Money(2 * FEE.minor_units, "GBP")


def opened(url: str, at: datetime = NOON + 5000 * DAY) -> tuple[PracticeCore, SettableClock]:
    clock = SettableClock(at)
    gateway = MemoryPayments(clock.now)
    gateway.script(CARD)
    return connect(Settings(database=url, secret=SECRET, mail="memory://"), clock=clock, payments=gateway), clock


def in_files(folder: Path) -> bytes:
    """Everything there, the write-ahead log too."""
    return b"".join(file.read_bytes() for file in sorted(folder.iterdir()) if file.is_file())


def test_D3_the_files_of_SQLite_say_nothing_of_them(tmp_path: Path) -> None:
    core, clock = opened(f"sqlite:///{tmp_path}/practice.db")
    with core:
        live(core, clock)
    assert list(MARKS) == found(in_files(tmp_path))
    core, _ = opened(f"sqlite:///{tmp_path}/practice.db", AFTERWARDS)
    with core:
        erase(core)
    with closing(sqlite3.connect(tmp_path / "practice.db")) as connection:
        connection.execute("VACUUM")
    assert [] == found(in_files(tmp_path))


def test_D3_nor_does_a_small_file_of_SQLite_as_soon_as_it_is_closed(tmp_path: Path) -> None:
    """Where nothing was moved about, what is erased is written over where it is."""
    core, _ = opened(f"sqlite:///{tmp_path}/practice.db")
    with core:
        core.practices.open(id="p", name="Willow", time_zone="Europe/London", currency="GBP")
        named = {"given_name": "Zoë-Quetzal", "family_name": "Ångström-Xylander", "email": "quetzal@people.example"}
        core.clients.register(STAFF, id="gone", **named, phone="+44 7700 900987", date_of_birth=BORN)
        core.cards.add(STAFF, "gone", reference=CARD.reference)
    assert 9 == len(found(in_files(tmp_path)))
    core, _ = opened(f"sqlite:///{tmp_path}/practice.db")
    with core:
        core.clients.erase(STAFF, "gone")
        core.run_due()
    assert [] == found(in_files(tmp_path))


@pytest.fixture
def on_postgres(postgres_url: str) -> Iterator[psycopg.Connection]:
    core, clock = opened(postgres_url)
    with core:
        assert isinstance(core.store, SqlStore)
        core.store.upgrade()
        live(core, clock)
    with psycopg.connect(postgres_url, autocommit=True) as connection:
        connection.execute("ANALYZE")
        yield connection


def in_rows(connection: psycopg.Connection) -> bytes:
    """Every row of every table, as text."""
    tables = connection.execute("SELECT c.relname FROM pg_class c WHERE c.relkind = 'r' AND " + OURS).fetchall()
    rows = [row for (table,) in tables for row in connection.execute(f'SELECT t::text FROM "{table}" t').fetchall()]
    assert rows
    return "\n".join(row for (row,) in rows).encode()


OURS = "c.relnamespace = current_schema()::regnamespace"


def in_relations(connection: psycopg.Connection) -> bytes:
    """The files of tables, indexes and what is stored apart, and what the planner has measured."""
    files = connection.execute(
        f"""SELECT pg_read_binary_file(pg_relation_filepath(c.oid)) FROM pg_class c
            WHERE (({OURS} AND c.relkind IN ('r', 'i'))
                   OR c.oid IN (SELECT c.reltoastrelid FROM pg_class c WHERE {OURS}))
              AND pg_relation_filepath(c.oid) IS NOT NULL"""
    ).fetchall()
    measured = connection.execute("SELECT s::text FROM pg_stats s WHERE schemaname = current_schema()").fetchall()
    return b"".join([*(bytes(file) for (file,) in files), *(row.encode() for (row,) in measured)])


def test_D3_the_rows_of_PostgreSQL_say_nothing_of_them_at_once_and_its_files_after_a_vacuum(
    on_postgres: psycopg.Connection, postgres_url: str
) -> None:
    # A date is a number there: in the rows it is text, in the files it is none.
    written = [mark for mark in MARKS if mark != BORN.isoformat()]
    assert list(MARKS) == found(in_rows(on_postgres))
    on_postgres.execute("CHECKPOINT")
    assert set(written) <= set(found(in_relations(on_postgres)))
    core, _ = opened(postgres_url, AFTERWARDS)
    with core:
        erase(core)
    assert [] == found(in_rows(on_postgres))
    on_postgres.execute("VACUUM (FULL, ANALYZE)")
    on_postgres.execute("CHECKPOINT")
    assert [] == found(in_relations(on_postgres))
