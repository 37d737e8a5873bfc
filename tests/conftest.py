"""What every test shares."""

from __future__ import annotations

import gc
import os
from collections import Counter
from collections.abc import Iterator

import psycopg
import pytest
from hypothesis import HealthCheck, settings
from tests.postgres import NoPostgres, Server, server

# The same examples everywhere and every time, and few enough for a suite that is run after every change; at every save
# (`make unit`) fewer still. `HYPOTHESIS_PROFILE=thorough pytest tests/domain tests/services` looks further, from a new
# seed each time.
_SAME = settings(deadline=None, derandomize=True, database=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("save", _SAME, max_examples=15)
settings.register_profile("change", _SAME, max_examples=60)
settings.register_profile("thorough", max_examples=3000, deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "change"))

# Which stores to test with: a machine without one can leave it out, by name, and is told so.
ALL_STORES = ("memory", "sqlite", "postgres")
STORES = tuple(os.environ.get("PRACTICE_CORE_TEST_STORES", ",".join(ALL_STORES)).split(","))


@pytest.fixture(scope="session")
def postgres() -> Iterator[Server]:
    """One server for all the tests of this process, started for the first that needs it."""
    if "postgres" not in STORES:
        pytest.skip("PRACTICE_CORE_TEST_STORES leaves postgres out")
    try:
        with server() as started:
            yield started
    except NoPostgres as exc:
        pytest.fail(str(exc), pytrace=False)


@pytest.fixture(scope="module")
def postgres_url(postgres: Server, request: pytest.FixtureRequest) -> Iterator[str]:
    """The URL of an empty schema of this module's own."""
    schema = f"{request.module.__name__.rpartition('.')[2]}_{os.urandom(4).hex()}"
    with psycopg.connect(postgres.url, autocommit=True) as connection:
        connection.execute(f"CREATE SCHEMA {schema}")
        yield f"{postgres.url}&options=-csearch_path%3D{schema}"
        connection.execute("SET client_min_messages = warning")
        connection.execute(f"DROP SCHEMA {schema} CASCADE")


@pytest.fixture
def one_salt(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every note gets the same salt: what several cores keep of the same deeds can be compared to the last digest."""
    monkeypatch.setattr("secrets.token_hex", lambda size: "5a" * size)


def pytest_configure(config: pytest.Config) -> None:
    unknown = set(STORES) - set(ALL_STORES)
    if unknown:
        raise pytest.UsageError(f"PRACTICE_CORE_TEST_STORES knows {', '.join(ALL_STORES)}; not {', '.join(unknown)}")


def pytest_collection_finish() -> None:
    # What is imported and collected stays until the end: looking through it for garbage took a tenth of the unit suite.
    gc.collect()
    gc.freeze()
    gc.set_threshold(100_000)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        store = _store_of(item)
        if store is not None:
            item.user_properties.append(("store", store))
            if store in ALL_STORES and store not in STORES:
                item.add_marker(pytest.mark.skip(reason=f"PRACTICE_CORE_TEST_STORES leaves {store} out"))


def _store_of(item: pytest.Item) -> str | None:
    """The store whose conformance the test shows, by its class: `TestSqliteStore` is about sqlite."""
    of = getattr(item, "cls", None)
    if of is None or "StoreConformance" not in [base.__name__ for base in of.__mro__]:
        return None
    return str(of.__name__).removeprefix("Test").removesuffix("Store").lower()


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """How many cases of the conformance suite each store passed, whichever process ran them."""
    passed = Counter(
        value
        for report in terminalreporter.stats.get("passed", [])
        for name, value in getattr(report, "user_properties", [])
        if name == "store"
    )
    if passed:
        counts = ", ".join(f"{passed[store]} on {store}" for store in sorted(passed, key=_in_order))
        terminalreporter.write_line(f"store conformance: {counts}")


def _in_order(store: str) -> tuple[int, str]:
    return (ALL_STORES.index(store) if store in ALL_STORES else len(ALL_STORES)), store
