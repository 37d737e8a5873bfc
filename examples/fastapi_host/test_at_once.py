"""Two hundred requests at once, on ten threads."""

from __future__ import annotations

from collections import Counter, defaultdict
from threading import Event, Thread

import anyio
import httpx
import psycopg
import pytest
from examples.conftest import PATIENCE, THERAPIST, Serve, open_riverside
from examples.fastapi_host.app import THREADS
from examples.fastapi_host.test_fastapi_host import SERVER

from practice_core import PracticeCore

FAMILIES = 20
FORMS = 10


async def all_at_once(address: str) -> list[tuple[str, httpx.Response]]:
    """Ten different forms for each of twenty migrations."""
    answers: list[tuple[str, httpx.Response]] = []
    limits = httpx.Limits(max_connections=None)

    async with httpx.AsyncClient(base_url=address, limits=limits, timeout=PATIENCE) as client:

        async def send(n: int, form: int) -> None:
            lena, relationship = ("lena", "r1") if n == 1 else (f"l{n}", f"r{n}")
            data = {"requested_by": lena, "idempotency_key": f"form-{n}-{form}", "phone": "+44 7700 900002"}
            answers.append((relationship, await client.post(f"/relationships/{relationship}/migration", data=data)))

        async with anyio.create_task_group() as tasks:
            for form in range(FORMS):
                for n in range(1, FAMILIES + 1):
                    tasks.start_soon(send, n, form)
    return answers


class Watch(Thread):
    """Counts the connections of a host to a PostgreSQL server, until it is stopped."""

    def __init__(self, url: str) -> None:
        super().__init__()
        self._url = url
        self._stopped = Event()
        self.most = 0

    def run(self) -> None:
        count = "SELECT count(*) FROM pg_stat_activity WHERE application_name = 'watched'"
        with psycopg.connect(self._url, autocommit=True) as connection:
            while not self._stopped.wait(0.005):
                (found,) = connection.execute(count).fetchone() or (0,)
                self.most = max(self.most, found)

    def stop(self) -> None:
        self._stopped.set()
        self.join()


def right(answers: list[tuple[str, httpx.Response]], core: PracticeCore) -> None:
    """D2: of each migration exactly one form wins, and the others are told of the successor."""
    told: dict[str, Counter[tuple[int, str]]] = defaultdict(Counter)
    for relationship, answer in answers:
        won = answer.status_code == 303
        successor = answer.headers["Location"].rpartition("/")[2] if won else answer.json()["successor_id"]
        told[relationship][answer.status_code, successor] += 1
    assert FAMILIES == len(told)
    for relationship, counted in told.items():
        successor = str(core.relationships.get(THERAPIST, relationship).successor_id)
        assert {(303, successor): 1, (409, successor): FORMS - 1} == counted


def test_all_are_answered_rightly_on_sqlite(serve: Serve, core: PracticeCore) -> None:
    open_riverside(core, families=FAMILIES)
    with serve(*SERVER) as address:
        right(anyio.run(all_at_once, address), core)


@pytest.mark.parametrize("url", ["postgres"], indirect=True)
def test_all_are_answered_rightly_on_postgres_by_few_connections(url: str, serve: Serve, core: PracticeCore) -> None:
    """No thread has more than one; no connection waits for a thread, so that nothing is ever stuck."""
    open_riverside(core, families=FAMILIES)
    watch = Watch(url)
    watch.start()
    try:
        with serve(*SERVER, PRACTICE_CORE_DATABASE=f"{url}&application_name=watched&pool_size={THREADS}") as address:
            right(anyio.run(all_at_once, address), core)
    finally:
        watch.stop()
    assert 1 < watch.most <= THREADS
