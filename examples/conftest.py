"""A practice for the examples to work on, and the examples themselves, each started as it would be."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import psycopg
import pytest
from tests.postgres import Server, server

from practice_core import Actor, Money, PracticeCore, connect
from practice_core.adapters.sql.store import SqlStore

# An environment of its own.
collect_ignore = ["ses-mailer"]

ROOT = Path(__file__).parent.parent
OFFICE = Actor.staff("riverside", "front-desk")
THERAPIST = Actor.therapist("riverside", "efua")
PATIENCE = 60
"""Seconds: much more than it takes, on a busy machine too."""

Run = Callable[..., "subprocess.CompletedProcess[str]"]
Serve = Callable[..., AbstractContextManager[str]]


def open_riverside(core: PracticeCore, *, families: int = 1) -> None:
    """Efua's practice. Vera pays for Lena, of whom no phone is on record; so does v2 for l2, and so on."""
    core.practices.open(id="riverside", name="Riverside", time_zone="Europe/London", currency="GBP")
    core.therapists.register(OFFICE, id="efua", name="Efua Boateng", email="efua@riverside.example")
    for n in range(1, families + 1):
        lena, vera, relationship = ("lena", "vera", "r1") if n == 1 else (f"l{n}", f"v{n}", f"r{n}")
        core.clients.register(OFFICE, id=vera, given_name="Vera", family_name="Moreau", email=f"{vera}@mail.example")
        core.clients.register(
            OFFICE,
            id=lena,
            given_name="Lena",
            family_name="Moreau",
            email=f"{lena}@mail.example",
            date_of_birth=date(2001, 5, 4),
        )
        for client in (lena, vera):
            core.cards.add(OFFICE, client, reference=f"pm_{client}")
        core.relationships.open(
            OFFICE, id=relationship, therapist_id="efua", attendee_id=lena, payer_id=vera, fee=Money(6000, "GBP")
        )


def book(core: PracticeCore, *, hours: int) -> str:
    """A session under `r1`, in that many hours."""
    start = datetime.now(UTC) + timedelta(hours=hours)
    return core.sessions.book(THERAPIST, "r1", starts_at=start, duration=timedelta(minutes=50)).id


@pytest.fixture(scope="session")
def postgres() -> Iterator[Server]:
    with server() as started:
        yield started


@pytest.fixture
def postgres_url(postgres: Server) -> str:
    """The URL of a schema of this test's own."""
    name = f"example_{os.urandom(4).hex()}"
    with psycopg.connect(postgres.url, autocommit=True) as connection:
        connection.execute(f"CREATE SCHEMA {name}")
    return f"{postgres.url}&options=-csearch_path%3D{name}"


@pytest.fixture
def url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """SQLite, unless a test says otherwise."""
    if getattr(request, "param", "sqlite") == "postgres":
        return str(request.getfixturevalue("postgres_url"))
    return f"sqlite:///{tmp_path / 'practice.db'}"


@pytest.fixture
def core(url: str) -> Iterator[PracticeCore]:
    """The core as the test looks at it, beside the host's."""
    with connect(url) as core:
        if isinstance(core.store, SqlStore):
            core.store.upgrade()
        yield core


@pytest.fixture
def environment(url: str, tmp_path: Path) -> dict[str, str]:
    """What a host is started with: nothing of this machine's own settings of the core."""
    inherited = {name: value for name, value in os.environ.items() if not name.startswith("PRACTICE_CORE_")}
    return {
        **inherited,
        "PRACTICE_CORE_DATABASE": url,
        "PRACTICE_CORE_MAIL": f"maildir://{tmp_path / 'mail'}",
        "SIGNED_IN": "riverside/therapist/efua",
    }


@pytest.fixture
def run(environment: dict[str, str]) -> Run:
    """Run a Python module to its end."""

    def run(*command: str, **more: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", *command],
            cwd=ROOT,
            env={**environment, **more},
            capture_output=True,
            text=True,
            check=False,
            timeout=PATIENCE,
        )

    return run


@contextmanager
def started(*command: str, environment: dict[str, str]) -> Iterator[subprocess.Popen[bytes]]:
    """A Python module that runs until the end of the block; what it says is shown where the test fails."""
    process = subprocess.Popen([sys.executable, "-m", *command], cwd=ROOT, env=environment)
    try:
        yield process
    finally:
        process.terminate()
        process.wait(PATIENCE)


@pytest.fixture
def serve(environment: dict[str, str]) -> Serve:
    """Start a web server, `{port}` in its command being a free one; answers its address."""

    @contextmanager
    def serve(*command: str, **more: str) -> Iterator[str]:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        place = [part.format(port=port) for part in command]
        with started(*place, environment={**environment, **more}) as process:
            eventually(lambda: process.poll() is not None or _answers(port))
            yield f"http://127.0.0.1:{port}"

    return serve


def _answers(port: int) -> bool:
    with socket.socket() as attempt:
        return attempt.connect_ex(("127.0.0.1", port)) == 0


def eventually(true: Callable[[], bool]) -> None:
    """Wait until it is."""
    until = time.monotonic() + PATIENCE
    while not true():
        assert time.monotonic() < until, "it took too long"
        time.sleep(0.05)
