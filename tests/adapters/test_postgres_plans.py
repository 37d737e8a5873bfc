"""What PostgreSQL is asked for each command, and how it finds the answer: few trips, by key, in one practice."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import date
from typing import Any

import attrs
import psycopg
import pytest
import sqlalchemy as sa
from tests.adapters.elm import STAFF, book, client, fill
from tests.adapters.test_sqlite_plans import CLAIMS, HAVING, LISTS_THE_PRACTICE
from tests.postgres import Server
from tests.proxy import Proxy, proxy
from tests.values import DAY, HOUR

from practice_core import Money, NotAParty, PracticeCore, PracticeError, connect
from practice_core.adapters.clock import SettableClock
from practice_core.adapters.sql import schema
from practice_core.adapters.sql.postgres import PostgresDriver
from practice_core.adapters.sql.rows import MAPPINGS
from practice_core.adapters.sql.statements import Statement
from practice_core.adapters.sql.store import SqlStore
from practice_core.adapters.sql.whole import Shape
from practice_core.domain.notice import Notice
from practice_core.ports.store import Batch, Kept, Stamp
from practice_core.services.cases import with_surroundings
from practice_core.services.work import BY_ID
from practice_core.testing.practices import NOON, a_practice
from practice_core.testing.store.asking import QUESTIONS

VERSIONED = [of for of, mapping in MAPPINGS.items() if "version" in mapping.stamp]


@pytest.fixture(scope="module")
def core(postgres_url: str) -> Iterator[PracticeCore]:
    """A practice with a therapist, two clients and a third-party relationship, for each test: see `staff`."""
    with connect(postgres_url, clock=SettableClock(NOON)) as core:
        assert isinstance(core.store, SqlStore)
        core.store.upgrade()
        yield core


@pytest.fixture
def counted(postgres: Server, postgres_url: str, core: PracticeCore) -> Iterator[tuple[PracticeCore, Proxy]]:
    """A new practice, and the same database through a proxy that counts."""
    with psycopg.connect(postgres_url) as connection:
        connection.execute("TRUNCATE practice_core_practices CASCADE")
    fill(core)
    with proxy(postgres.socket) as between:
        url = between.url + postgres_url.partition(str(postgres.folder))[2]
        with connect(url, clock=SettableClock(NOON)) as behind:
            behind.clients.get(STAFF, "c")
            yield behind, between


# Reading is one trip, writing another. Rebooking and charging: tests/performance.
COMMANDS: dict[str, tuple[int, Callable[[PracticeCore], object]]] = {
    "relationships.get": (1, lambda core: core.relationships.get(STAFF, "r")),
    "sessions.get": (1, lambda core: core.sessions.get(STAFF, "s3")),
    "sessions.of_relationship": (1, lambda core: core.sessions.of_relationship(STAFF, "r")),
    "migrations.pending": (1, lambda core: core.migrations.pending(STAFF)),
    "migrations.preview": (1, lambda core: core.migrations.preview(STAFF, "r", requested_by="c")),
    "migrations.request": (2, lambda core: core.migrations.request(STAFF, "r", requested_by="c")),
    "migrations.confirm": (2, lambda core: core.migrations.confirm(STAFF, "r", requested_by="c", idempotency_key="k")),
    "sessions.book": (2, lambda core: book(core, 5)),
    "sessions.move": (2, lambda core: core.sessions.move(STAFF, "s3", starts_at=NOON + 3 * DAY + HOUR)),
    "sessions.cancel": (2, lambda core: core.sessions.cancel(STAFF, "s3")),
    "relationships.end": (2, lambda core: core.relationships.end(STAFF, "r", reason="moved", cancel_upcoming=True)),
    "cards.remove": (2, lambda core: core.cards.remove(STAFF, "c")),
    "clients.update": (2, lambda core: core.clients.update(STAFF, "c", phone="+44 20 7946 0001")),
}


@pytest.mark.parametrize("name", COMMANDS)
def test_a_command_is_one_trip_to_read_and_one_to_write(counted: tuple[PracticeCore, Proxy], name: str) -> None:
    behind, between = counted
    trips, command = COMMANDS[name]
    before = between.trips
    command(behind)
    assert trips == between.trips - before


def test_handing_over_is_two_trips_for_each_step(counted: tuple[PracticeCore, Proxy]) -> None:
    """Asked for, accepted, confirmed: each reads in one and writes in another (M13)."""
    behind, between = counted
    client(behind, "e")
    behind.cards.add(STAFF, "e", reference="pm_e")
    before = between.trips
    behind.migrations.request(STAFF, "r", requested_by="c", new_payer_id="e", id="q")
    behind.migrations.accept(STAFF, "q")
    behind.migrations.confirm(STAFF, "r", request_id="q")
    assert between.trips - before == 6


def test_a_refused_command_is_one_trip(counted: tuple[PracticeCore, Proxy]) -> None:
    behind, between = counted
    before = between.trips
    with pytest.raises(NotAParty):
        behind.migrations.confirm(STAFF, "r", requested_by="stranger")
    assert between.trips - before == 1


def test_a_statement_that_is_run_often_is_prepared_by_one_trip_more(counted: tuple[PracticeCore, Proxy]) -> None:
    """psycopg has a statement prepared that it sees again and again: once for each connection."""
    behind, between = counted
    before = between.trips
    for _ in range(20):
        behind.relationships.get(STAFF, "r")
    assert between.trips - before <= 21


def test_what_is_prepared_serves_for_numbers_of_any_size(counted: tuple[PracticeCore, Proxy]) -> None:
    """For psycopg 32,767 is of another type than 32,768."""
    behind, between = counted
    for _ in range(20):
        behind.relationships.set_fee(STAFF, "r", fee=Money(8_000, "GBP"))
        behind.relationships.set_fee(STAFF, "r", fee=Money(9_000, "GBP"))
    before = between.trips
    for fee in (8_000, 9_000, 80_000, 90_000, 8_000_000_000, 9_000_000_000) * 8:
        behind.relationships.set_fee(STAFF, "r", fee=Money(fee, "GBP"))
    assert between.trips - before == 2 * 6 * 8


LARGE = """
SET session_replication_role = replica;
TRUNCATE practice_core_practices CASCADE;
INSERT INTO practice_core_practices
    SELECT 'p' || n, 'Willow', 'Europe/London', 'GBP', '{}', 1, 0, '' FROM generate_series(1, 2000) n;
INSERT INTO practice_core_therapists
    SELECT 'p1', 't' || n, 'Mara', NULL, 1, 0, '' FROM generate_series(1, 1000) n;
INSERT INTO practice_core_clients (practice_id, id, given_name, family_name, language, registered_by, version,
                                   journal_number, journal_digest)
    SELECT 'p1', 'c' || n, 'Ines', 'Vale', 'en-GB', 'staff:s', 1, 0, '' FROM generate_series(1, 20000) n;
INSERT INTO practice_core_relationships (practice_id, id, therapist_id, attendee_id, payer_id, status, opened_at,
                                         awaits_agreement, version, journal_number, journal_digest)
    SELECT 'p1', 'r' || n, 't' || n % 1000, 'c' || n, 'c' || (n + n % 2), 'active', now(), false, 1, 0, ''
    FROM generate_series(1, 20000) n;
UPDATE practice_core_relationships
    SET attendee_born_on = date '2000-01-01' + substr(id, 2)::int, under_age_by = 16 + substr(id, 2)::int % 6,
        review = CASE WHEN substr(id, 2)::int % 7 = 0 THEN 'told' ELSE 'waiting' END
    WHERE attendee_id <> payer_id;
INSERT INTO practice_core_requests (practice_id, id, relationship_id, requested_by, new_payer_id, requested_at,
                                    recorded_by, channel, expires_at, status, close_reason, version)
    SELECT 'p1', 'q' || n, 'r' || n, 'c' || n, 'c' || n, now(), 'staff:s', '', now(),
           CASE WHEN n % 500 = 0 THEN 'pending' ELSE 'declined' END, '', 1
    FROM generate_series(1, 10000) n;
INSERT INTO practice_core_sessions (practice_id, id, relationship_id, therapist_id, attendee_id, payer_id, starts_at,
                                    ends_at, price, price_currency, booked_at, charge_due_at, status, settlement,
                                    due_work, due_at, late, close_reason, version, journal_number, journal_digest)
    SELECT 'p1', 's' || n, 'r' || n / 3, 't' || n / 3 % 1000, 'c', 'c', now() + (n - 50000) * interval '10 minutes',
           now(), 6000, 'GBP', now(), now(), CASE WHEN n < 50000 THEN 'attended' ELSE 'scheduled' END,
           CASE WHEN n % 5000 = 0 THEN 'refund_due' WHEN n < 50000 THEN 'paid' ELSE 'open' END,
           CASE WHEN n % 5000 = 0 THEN 'refund' WHEN n < 50000 THEN NULL ELSE 'charge' END,
           CASE WHEN n % 5000 = 0 THEN now()
                WHEN n >= 50000 THEN now() + (n - 50000) * interval '10 minutes' END,
           false, '', 1, 0, ''
    FROM generate_series(1, 60000) n;
INSERT INTO practice_core_attempts (practice_id, id, kind, session_id, relationship_id, therapist_id, payer_id, amount,
                                    amount_currency, description, made_at, status, elsewhere, version)
    SELECT 'p1', 'a' || n, 'charge', 's' || n, 'r' || n / 3, 't' || n / 3 % 1000, 'c' || n / 3, 6000, 'GBP', '',
           now(), CASE WHEN n % 20 = 0 THEN 'declined' ELSE 'paid' END, false, 1
    FROM generate_series(1, 50000) n;
INSERT INTO practice_core_notices
    SELECT 'p1', 'n' || n, 'add_card', 'client:c' || n % 20000, 'client:c' || n % 20000, '{}', 'pending', now(), 1
    FROM generate_series(1, 40000) n;
INSERT INTO practice_core_journal
    SELECT 'p1', 'session', 's' || n, 1, 'booked', 'staff:s', '', now(), '{}', '', '', ''
    FROM generate_series(1, 60000) n;
INSERT INTO practice_core_keys SELECT 'p1', 'k' || n, '', '[]', now(), 1 FROM generate_series(1, 20000) n;
SET session_replication_role = origin;
"""


@pytest.fixture(scope="module")
def large(postgres_url: str, core: PracticeCore) -> Iterator[psycopg.Connection]:
    """A practice of 20,000 relationships among two thousand practices, measured."""
    with psycopg.connect(postgres_url, autocommit=True, cursor_factory=psycopg.RawCursor) as connection:
        connection.execute(LARGE)
        connection.execute("ANALYZE")
        yield connection


VALUES = {
    "at": NOON,
    "until": NOON,
    "limit": 500,
    "a_day_before": NOON,
    "ends_at": NOON + DAY,
    "born_until": date(2000, 3, 1),
    "kind": "session",
    "about": "client:c7",
}
IDS = {"therapist_id": "t7", "thing_id": "s7", "session_id": "s7", "request_id": "q500", "client_id": "c7"}


def _values(statement: Statement) -> list[object]:
    """Something for each parameter; they are named `id_0` and so on, by the question in the statement."""
    given = {"_scope": "p1", **VALUES, **IDS}
    return [given.get(name, given.get(name.rpartition("_")[0], "r7")) for name in statement.parameters]


def _plan(connection: psycopg.Connection, statement: bytes, values: list[object], mode: str) -> list[dict[str, Any]]:
    """The nodes of the plan that read a table."""
    text = statement.decode()
    connection.execute(f"SET plan_cache_mode = {mode}")
    if mode == "force_custom_plan":
        rows = connection.execute(f"EXPLAIN (FORMAT JSON) {text}", values).fetchall()
    else:
        # What the server does once a statement has been prepared and run often: a plan for any value.
        connection.execute(f"PREPARE it AS {text}")
        literals = ", ".join(psycopg.sql.Literal(value).as_string(connection) for value in values)
        rows = connection.execute(f"EXPLAIN (FORMAT JSON) EXECUTE it({literals})").fetchall()
        connection.execute("DEALLOCATE it")
    plan = rows[0][0]
    return list(_nodes((json.loads(plan) if isinstance(plan, str) else plan)[0]["Plan"]))


def _nodes(node: dict[str, Any]) -> Iterator[dict[str, Any]]:
    if re.search("Seq Scan|Index", node["Node Type"]):
        yield node
    for below in node.get("Plans", []):
        yield from _nodes(below)


def _slow(nodes: list[dict[str, Any]]) -> list[str]:
    """The nodes that read a whole table, or a whole practice of one. A practice's own key is its id alone."""
    return [
        f"{node['Node Type']} {node.get('Index Name') or node.get('Relation Name')}: {node.get('Index Cond')}"
        for node in nodes
        if node.get("Index Name") != "pk_practice_core_practices" and " AND " not in node.get("Index Cond", "")
    ]


# Of what is pending, or to be given back, and nothing else.
WAITING = {"uq_practice_core_requests_pending", *LISTS_THE_PRACTICE.values()}
MODES = ("force_custom_plan", "force_generic_plan")


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("name", [name for name in QUESTIONS if name not in LISTS_THE_PRACTICE])
def test_every_question_is_answered_by_key(large: psycopg.Connection, core: PracticeCore, name: str, mode: str) -> None:
    """With 20,000 relationships: by an index, and by more of it than the practice."""
    statement = core.store._statements.read((QUESTIONS[name],)).statement  # type: ignore[attr-defined]
    nodes = _plan(large, statement.text, _values(statement), mode)
    assert nodes
    assert [] == _slow(nodes)


def test_what_is_asked_in_one_go_is_one_flat_union(large: psycopg.Connection, core: PracticeCore) -> None:
    """Were a column text here and varying characters there, it would be a union of two, of two, and so on."""
    asked = tuple(ask.query for ask in with_surroundings("r7", NOON).asks)
    text = core.store._statements.read(asked).statement.text.decode()  # type: ignore[attr-defined]
    nulls = ", ".join(["NULL"] * len(set(re.findall(r"\$\d+", text))))
    large.execute(f"PREPARE it AS {text}")
    plan = "\n".join(row[0] for row in large.execute(f"EXPLAIN (COSTS OFF) EXECUTE it({nulls})"))
    large.execute("DEALLOCATE it")
    assert plan.startswith("Append")
    assert "Subquery Scan" not in plan


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("name", LISTS_THE_PRACTICE)
def test_what_waits_in_a_practice_is_listed_from_an_index_of_that_alone(
    large: psycopg.Connection, core: PracticeCore, name: str, mode: str
) -> None:
    statement = core.store._statements.read((QUESTIONS[name],)).statement  # type: ignore[attr-defined]
    nodes = _plan(large, statement.text, _values(statement), mode)
    assert {node.get("Index Name") for node in nodes} & WAITING
    assert [] == [node for node in nodes if node["Node Type"] == "Seq Scan"]


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("name", CLAIMS)
def test_what_is_claimed_is_found_once_and_all_that_goes_by_it_by_key(
    large: psycopg.Connection, core: PracticeCore, name: str, mode: str
) -> None:
    statement = core.store._statements.read(CLAIMS[name]).statement  # type: ignore[attr-defined]
    nodes = _plan(large, statement.text, _values(statement), mode)
    assert [] == _slow(nodes)
    claiming = "_due$|_expiring$|_birthdays$|_forgetting$"
    assert 1 == len([node for node in nodes if re.search(claiming, node.get("Index Name", ""))])


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("name", [*HAVING, "all of them"])
def test_practices_where_something_is_due_are_found_by_a_look_into_an_index_for_each(
    large: psycopg.Connection, core: PracticeCore, name: str, mode: str
) -> None:
    having = tuple(asked for one, asked in HAVING.items() if name in (one, "all of them"))
    statement = core.store._statements.practices(having)  # type: ignore[attr-defined]
    values = [{"limit": 100, "after": "p1"}.get(parameter, NOON) for parameter in statement.parameters]
    listing, *looks = _plan(large, statement.text, values, mode)
    assert "pk_practice_core_practices" == listing.get("Index Name")
    assert len(having) == len(looks)
    assert [] == _slow(looks)


@pytest.mark.parametrize("mode", MODES)
def test_keys_whose_time_is_over_are_found_by_when_they_were_used_and_removed_by_key(
    large: psycopg.Connection, core: PracticeCore, mode: str
) -> None:
    statement = core.store._statements.forget_keys  # type: ignore[attr-defined]
    nodes = _plan(large, statement.text, _values(statement), mode)
    assert ["ix_practice_core_keys_used", "pk_practice_core_keys"] == [node.get("Index Name") for node in nodes]
    assert [] == _slow(nodes)


@pytest.mark.parametrize("of", VERSIONED, ids=lambda of: of.__name__)
def test_every_check_and_change_of_a_version_finds_its_row_by_key(
    large: psycopg.Connection, core: PracticeCore, of: type
) -> None:
    statements = core.store._statements  # type: ignore[attr-defined]
    check, lock = statements.check(of, 3), statements.lock(BY_ID[of], 0) if of in BY_ID else None
    for statement in [check, *([lock] if lock else [])]:
        assert [] == _slow(_plan(large, statement.text, _values(statement), "force_generic_plan"))


@pytest.mark.parametrize("of", VERSIONED, ids=lambda of: of.__name__)
def test_a_batch_as_one_statement_finds_its_rows_by_key(
    large: psycopg.Connection, core: PracticeCore, of: type
) -> None:
    shape = Shape(((of, 2, MAPPINGS[of].columns[-1:]), (of, 3, None)), ())
    text = core.store._statements.whole(shape).decode()  # type: ignore[attr-defined]
    large.execute(f"PREPARE it AS {text}")
    nulls = ", ".join(["NULL"] * len(set(re.findall(r"\$\d+", text))))
    large.execute("SET plan_cache_mode = force_generic_plan")
    plan = large.execute(f"EXPLAIN (FORMAT JSON) EXECUTE it({nulls})").fetchall()[0][0]
    large.execute("DEALLOCATE it")
    assert [] == _slow(list(_nodes(plan[0]["Plan"])))


def _text(query: str | bytes) -> str:
    return query.decode() if isinstance(query, bytes) else query


class Recorded:
    """Every statement that a core runs, with its values."""

    def __init__(self, url: str) -> None:
        self.statements: list[tuple[str, tuple[Any, ...]]] = []
        store = SqlStore(PostgresDriver(url))
        sa.event.listen(store.engine, "connect", self._record)
        self.core = connect("memory://", store=store, clock=SettableClock(NOON))

    def _record(self, connection: psycopg.Connection, _: object) -> None:
        recorded = self.statements

        class Recording(psycopg.RawCursor[Any]):
            def execute(self, query: Any, params: Any = None, **more: Any) -> Any:
                recorded.append((_text(query), tuple(params or ())))
                return super().execute(query, params, **more)

            def executemany(self, query: Any, params_seq: Any, **more: Any) -> None:
                rows = list(params_seq)
                recorded.extend((_text(query), tuple(row)) for row in rows)
                super().executemany(query, rows, **more)

        connection.cursor_factory = Recording


@pytest.fixture(scope="module")
def recorded(postgres_url: str, core: PracticeCore) -> list[tuple[str, tuple[Any, ...]]]:
    """What every command runs in a practice beside another one with the same ids in it."""
    with psycopg.connect(postgres_url) as connection:
        connection.execute("TRUNCATE practice_core_practices CASCADE")
    fill(core, "other")
    one = Recorded(postgres_url)
    fill(one.core)
    for _, command in COMMANDS.values():
        with suppress(PracticeError):
            command(one.core)
    client(one.core, "x")
    under_way = one.core.relationships.open(STAFF, therapist_id="t", attendee_id="c", payer_id="x")
    one.core.migrations.request(STAFF, under_way.id, requested_by="c")
    one.core.migrations.confirm(STAFF, under_way.id, requested_by="x")
    one.core.journal.of(STAFF, "relationship:r")
    one.core.store.fill([Batch(practice_id="p", added=[Kept(attrs.evolve(a_practice("p")[Notice], id="n2"), Stamp())])])
    one.core.close()
    return [(text, values) for text, values in one.statements if re.search("practice_core_(?!version)", text)]


def test_no_statement_of_a_command_names_two_practices(recorded: list[tuple[str, tuple[Any, ...]]]) -> None:
    """Each table in it, under whatever alias, is asked for the rows of one practice, and given rows of that one."""
    assert len(recorded) > 40
    for text, values in recorded:
        places = re.findall(r"FROM (practice_core_\w+)(?![\w.])(?: AS (\w+))?|UPDATE (practice_core_\w+)", text)
        asked = Counter(alias or table or updated for table, alias, updated in places)
        told = re.findall(r"(\w+)\.practice_id = \$(\d+)", text)
        told += re.findall(r"(practice_core_practices)\.id = \$(\d+)", text)
        assert Counter() == asked - Counter(alias for alias, _ in told), text
        assert all(values[int(place) - 1] == "p" for _, place in told)
        added = re.findall(r"INSERT INTO (practice_core_\w+) \((\w+), .*?\) VALUES (.*?)(?=\), \w+ AS|$)", text)
        for table, first, rows in added:
            assert first == ("id" if table == "practice_core_practices" else "practice_id")
            leading = re.findall(r"(?:^|\), )\(\$(\d+)", rows)
            assert leading
            assert all(values[int(place) - 1] == "p" for place in leading)


def test_no_update_sets_a_key(recorded: list[tuple[str, tuple[Any, ...]]]) -> None:
    keys = {table.name: {column.name for column in table.primary_key} for table in schema.metadata.tables.values()}
    updates = [found for text, _ in recorded for found in re.findall(r"UPDATE (\w+) SET (.*?) WHERE", text)]
    assert {"practice_core_relationships", "practice_core_sessions"} <= {table for table, _ in updates}
    for table, sets in updates:
        assert set() == keys[table] & set(re.findall(r"(\w+) ?=", sets))


def test_charging_a_batch_is_three_trips_beside_the_one_that_lists(counted: tuple[PracticeCore, Proxy]) -> None:
    """One to claim it, one to put the attempts on record, one to keep what the gateway answered to all of them."""
    behind, between = counted
    later = connect("memory://", store=behind.store, clock=SettableClock(NOON + 2 * DAY))
    before = between.trips
    done = later.billing.charge_due()
    assert done.charged > 1
    assert between.trips - before == 1 + 3
