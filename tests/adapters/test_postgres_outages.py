"""What a server that goes away, a lost answer and a refused write come to: who called can tell, and try again."""

from __future__ import annotations

import traceback
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import psycopg
import pytest
import trustme
from tests.adapters.elm import STAFF, client, fill
from tests.postgres import Server, server
from tests.proxy import Lost, Proxy, proxy
from tests.values import DAY

from practice_core import Conflict, Invalid, Migration, PracticeCore, Unavailable, connect
from practice_core.adapters.clock import SettableClock
from practice_core.adapters.sql.postgres import POOLED, PostgresDriver
from practice_core.adapters.sql.store import SqlStore
from practice_core.domain.client import Client
from practice_core.ports import questions
from practice_core.ports.store import Batch, Kept, Stamp
from practice_core.testing.practices import NOON, a_practice

TABLES = "practice_core_practices, practice_core_keys"


@pytest.fixture(scope="module")
def own(postgres: Server) -> Iterator[Server]:
    """A server that may be stopped, with the schema."""
    with server(postgres.bin) as started:
        store = SqlStore(PostgresDriver(started.url))
        store.upgrade()
        store.close()
        yield started


@pytest.fixture
def core(own: Server) -> Iterator[PracticeCore]:
    """The practice `p` and nothing else."""
    with psycopg.connect(own.url) as connection:
        connection.execute(f"TRUNCATE {TABLES} CASCADE")
    with connect(own.url, clock=SettableClock(NOON)) as core:
        fill(core)
        yield core


def on(url: str) -> SqlStore:
    return SqlStore(PostgresDriver(url))


def run(url: str, statement: str) -> list[tuple[object, ...]]:
    """What the statement finds, on a connection of its own."""
    with psycopg.connect(url, autocommit=True) as connection:
        cursor = connection.execute(statement)
        return cursor.fetchall() if cursor.description else []


def setting(url: str, name: str) -> object:
    """What a connection of a store there has as its setting of that name."""
    store = on(url)
    connection = store.engine.raw_connection()
    found = connection.cursor().execute("SELECT current_setting($1)", (name,)).fetchone()
    connection.close()
    store.close()
    return found[0]


def shown(error: BaseException) -> str:
    return "".join(traceback.format_exception(error))


def test_a_connection_that_is_cut_off_is_unavailable_once_and_replaced(own: Server, core: PracticeCore) -> None:
    run(own.url, "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'practice_core'")
    with pytest.raises(Unavailable) as caught:
        core.relationships.get(STAFF, "r")
    assert caught.value.outcome == "not_done"
    assert core.relationships.get(STAFF, "r").id == "r"


def test_after_a_restart_one_call_fails_of_a_pool_of_five(own: Server, core: PracticeCore) -> None:
    with ExitStack() as stack:
        for _ in range(POOLED):
            stack.enter_context(core.store.open()).read("p", [questions.CLIENT(id="c")])
    own.restart()
    failed = 0
    for _ in range(POOLED + 1):
        try:
            core.clients.get(STAFF, "c")
        except Unavailable:
            failed += 1
    assert failed == 1


def test_while_the_server_is_down_calls_are_unavailable_and_afterwards_they_work(
    own: Server, core: PracticeCore
) -> None:
    own.stop()
    try:
        for _ in range(3):
            with pytest.raises(Unavailable, match="database"):
                core.clients.get(STAFF, "c")
    finally:
        own.start()
    assert core.clients.get(STAFF, "c").id == "c"


@pytest.fixture
def between(own: Server, core: PracticeCore) -> Iterator[Proxy]:
    with proxy(own.socket) as between:
        yield between


@pytest.fixture
def behind(between: Proxy) -> Iterator[PracticeCore]:
    """The same practice, through a proxy, over a connection that is there already."""
    with connect(between.url, clock=SettableClock(NOON)) as behind:
        behind.clients.get(STAFF, "c")
        yield behind


def confirm(core: PracticeCore) -> Migration:
    return core.migrations.confirm(STAFF, "r", requested_by="c", idempotency_key="form-1")


@pytest.mark.parametrize("lost", ["question", "answer"])
def test_a_lost_commit_is_unknown_and_repeating_the_key_answers_as_done(
    behind: PracticeCore, between: Proxy, core: PracticeCore, lost: Lost
) -> None:
    """D1: whether the commit got there or not, the same key ends in one migration."""
    between.lose(lost, on_trip=2)
    with pytest.raises(Unavailable) as caught:
        confirm(behind)
    assert caught.value.outcome == "unknown"
    done = {"question": "active", "answer": "ended"}[lost]
    assert done == core.relationships.get(STAFF, "r").status
    again = confirm(behind)
    assert again.opened.id == confirm(core).opened.id
    assert ["opened", "migrated"] == [entry.what for entry in core.journal.of(STAFF, "r")]


@pytest.mark.parametrize("lost", ["question", "answer"])
def test_a_lost_read_has_done_nothing(behind: PracticeCore, between: Proxy, lost: Lost) -> None:
    between.lose(lost, on_trip=1)
    with pytest.raises(Unavailable) as caught:
        confirm(behind)
    assert caught.value.outcome == "not_done"
    assert confirm(behind).ended.id == "r"


@pytest.mark.parametrize(("trip", "outcome"), [(1, "not_done"), (2, "not_done"), (3, "unknown")])
def test_of_several_statements_only_the_commit_may_be_unknown(
    behind: PracticeCore, between: Proxy, core: PracticeCore, trip: int, outcome: str
) -> None:
    """BEGIN, an insert, COMMIT: only an answer lost to the last leaves a doubt."""
    new = Client(practice_id="p", id="new", given_name="Ines", family_name="Vale")
    between.lose("answer", on_trip=trip)
    with pytest.raises(Unavailable) as caught:
        behind.store.fill([Batch(practice_id="p", added=[Kept(new, Stamp())])])
    assert outcome == caught.value.outcome
    with core.store.open() as access:
        assert (outcome == "unknown") == bool(access.read("p", [questions.CLIENT(id="new")])[0])


@pytest.mark.parametrize("lost", ["question", "answer"])
def test_a_locked_unit_writes_and_commits_in_one_trip_so_that_losing_it_leaves_a_doubt(
    behind: PracticeCore, between: Proxy, core: PracticeCore, lost: Lost
) -> None:
    new = Client(practice_id="p", id="new", given_name="Ines", family_name="Vale")
    with pytest.raises(Unavailable) as caught, behind.store.open(locked=True) as access:
        access.read("p", [questions.CLIENT(id="c")])
        between.lose(lost, on_trip=1)
        access.write(Batch(practice_id="p", added=[Kept(new, Stamp())]))
    assert caught.value.outcome == "unknown"
    with core.store.open() as access:
        assert (lost == "answer") == bool(access.read("p", [questions.CLIENT(id="new")])[0])


def test_a_locked_unit_whose_reading_is_lost_has_done_nothing(behind: PracticeCore, between: Proxy) -> None:
    with pytest.raises(Unavailable) as caught, behind.store.open(locked=True) as access:
        between.lose("answer", on_trip=1)
        access.read("p", [questions.CLIENT(id="c")])
    assert caught.value.outcome == "not_done"


def test_a_statement_takes_thirty_seconds_at_the_most_unless_the_url_says_otherwise(own: Server) -> None:
    assert setting(own.url, "statement_timeout") == "30s"
    assert setting(f"{own.url}&options=-c%20work_mem%3D8MB", "statement_timeout") == "30s"
    assert setting(f"{own.url}&options=-c%20work_mem%3D8MB", "work_mem") == "8MB"
    assert setting(f"{own.url}&options=-c%20statement_timeout%3D5s", "statement_timeout") == "5s"


def test_a_statement_that_waits_too_long_is_unavailable_and_not_done(own: Server, core: PracticeCore) -> None:
    url = f"{own.url}&options=-c%20statement_timeout%3D50ms"
    with psycopg.connect(own.url) as other, connect(url, clock=SettableClock(NOON)) as hurried:
        other.execute("LOCK TABLE practice_core_clients")
        with pytest.raises(Unavailable, match="57014") as caught:
            client(hurried, "new")
        other.rollback()
        assert caught.value.outcome == "not_done"
        client(hurried, "new")


@pytest.mark.parametrize(("more", "name"), [("", "practice_core"), ("&application_name=elm", "elm")])
def test_the_server_is_told_who_connects(own: Server, core: PracticeCore, more: str, name: str) -> None:
    with connect(own.url + more) as named:
        named.clients.get(STAFF, "c")
        assert (name,) in run(own.url, "SELECT application_name FROM pg_stat_activity")


@pytest.mark.parametrize(("more", "size"), [("", 5), ("&pool_size=2", 2)])
def test_a_core_keeps_as_many_connections_as_its_pool_has_and_opens_ten_more_in_a_rush(
    own: Server, more: str, size: int
) -> None:
    store = on(f"{own.url}&application_name=rush{more}")
    store.engine.pool._timeout = 0.01
    with ExitStack() as stack:
        for _ in range(size + 10):
            stack.enter_context(store.open())
        with pytest.raises(Unavailable, match="TimeoutError") as caught:
            store.practices(limit=1)
    assert caught.value.outcome == "not_done"
    assert size == store.engine.pool.checkedin()
    store.close()


@pytest.mark.parametrize(
    "url", ["postgresql://p@h/d?pool_size=many", "postgresql://p@h:secret/d", "postgresql://?pool_size=0"]
)
def test_a_url_that_cannot_be_right_is_invalid_and_not_repeated(url: str) -> None:
    with pytest.raises(Invalid) as caught:
        PostgresDriver(url)
    assert "secret" not in shown(caught.value)


def test_nobody_there_is_unavailable_and_the_password_is_not_shown(tmp_path: Path) -> None:
    store = on(f"postgresql://practice:open-sesame@/postgres?host={tmp_path}")
    with pytest.raises(Unavailable) as caught:
        store.practices(limit=1)
    assert "open-sesame" not in shown(caught.value)
    assert "Is the server running" in shown(caught.value)


def test_tls_is_asked_for_through_the_url(postgres: Server, tmp_path: Path) -> None:
    """`sslmode` and `sslrootcert` reach libpq: with the right authority it connects, with another it does not."""
    authority, stranger = trustme.CA(), trustme.CA()
    certificate = authority.issue_cert("127.0.0.1")
    pem = (certificate.private_key_pem.bytes(), b"".join(blob.bytes() for blob in certificate.cert_chain_pems))
    for name, one in (("right", authority), ("wrong", stranger)):
        one.cert_pem.write_to_path(tmp_path / name)
    with server(postgres.bin, certificate=pem) as secured:
        url = f"postgresql://practice@127.0.0.1:{secured.port}/postgres?sslmode=verify-full&sslrootcert={tmp_path}"
        store = on(f"{url}/right")
        store.upgrade()
        assert [(True,)] == run(f"{url}/right", "SELECT ssl FROM pg_stat_ssl WHERE pid = pg_backend_pid()")
        assert store.practices(limit=1) == ()
        store.close()
        with pytest.raises(Unavailable, match="database"):
            on(f"{url}/wrong").practices(limit=1)


RAISING = """
    CREATE SEQUENCE tries;
    CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
        PERFORM nextval('tries');
        RAISE EXCEPTION 'no: %', NEW USING ERRCODE = '{state}';
    END $$;
    CREATE TRIGGER refuse BEFORE INSERT ON practice_core_clients FOR EACH ROW EXECUTE FUNCTION refuse();
"""


@pytest.fixture
def refusing(own: Server, core: PracticeCore, request: pytest.FixtureRequest) -> Iterator[PracticeCore]:
    """A server that raises an error of that state for every new client, and says the whole row in it."""
    run(own.url, RAISING.format(state=request.param))
    yield core
    run(own.url, "DROP FUNCTION refuse CASCADE")
    run(own.url, "DROP SEQUENCE tries")


@pytest.mark.parametrize("refusing", ["40001", "40P01"], indirect=True)
def test_serialization_failures_and_deadlocks_are_tried_five_times_and_then_a_conflict(
    own: Server, refusing: PracticeCore
) -> None:
    with pytest.raises(Conflict) as caught:
        client(refusing, "new")
    assert [(5,)] == run(own.url, "SELECT last_value FROM tries")
    assert "Ines" not in shown(caught.value)


@pytest.mark.parametrize("refusing", ["23514", "22000", "P0001"], indirect=True)
def test_what_the_server_says_of_a_row_is_in_no_traceback(refusing: PracticeCore) -> None:
    """A4: a constraint or a trigger of the host's may name every value of the row."""
    with pytest.raises((Conflict, Unavailable)) as caught:
        client(refusing, "new")
    assert not {"Ines", "Vale", "mail.example", "7946"} & {word for word in shown(caught.value).split() if word}
    assert "Ines" not in shown(caught.value)


def test_a_key_that_is_taken_is_in_no_traceback(core: PracticeCore) -> None:
    new = a_practice("p")[Client]
    with core.store.open() as access, pytest.raises(Conflict) as caught:
        access.write(Batch(practice_id="p", added=[Kept(new, Stamp())]))
    assert "Key (" not in shown(caught.value)


def test_an_outage_leaves_no_connection_in_a_transaction(own: Server, core: PracticeCore) -> None:
    class Interrupted(BaseException):
        pass

    with pytest.raises(Interrupted), core.store.open(locked=True) as access:
        access.read("p", [questions.CLIENT(id="c")])
        raise Interrupted
    states = run(own.url, "SELECT DISTINCT state FROM pg_stat_activity WHERE application_name = 'practice_core'")
    assert [("idle",)] == states
    assert core.sessions.move(STAFF, "s3", starts_at=NOON + 5 * DAY).starts_at == NOON + 5 * DAY
