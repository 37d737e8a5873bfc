"""The wiring: every provider in every wiring, and overrides that stay where they were made."""

from __future__ import annotations

import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest
from dependency_injector import providers

from practice_core import Invalid, PracticeCore, Settings, connect
from practice_core.adapters.clock import SettableClock
from practice_core.adapters.memory.store import MemoryStore
from practice_core.container import Container

NEW_YEAR = datetime(2026, 1, 1, tzinfo=UTC)
DATABASES = ("memory://", "sqlite:///practice.db", "postgresql://practice@localhost/practice")


def container(**settings: str) -> Container:
    return Container(settings=providers.Object(Settings(**settings)))


@pytest.mark.parametrize("database", DATABASES)
def test_every_provider_builds_in_every_wiring(database: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """mypy does not check what a provider hands over, so each is built; and none opens anything by that."""
    monkeypatch.chdir(tmp_path)
    wired = container(database=database)
    for name, provider in wired.providers.items():
        assert provider() is not None, name
    assert isinstance(wired.core(), PracticeCore)
    assert [] == list(tmp_path.iterdir())


def test_a_container_keeps_one_of_each() -> None:
    """The core of a container is the same every time, over the same store."""
    wired = container(database="memory://")
    assert wired.core() is wired.core()
    assert wired.store() is wired.core().store


def test_an_override_stays_with_its_container() -> None:
    """Two containers of one process do not see each other's overrides."""
    one, other = container(database="memory://"), container(database="memory://")
    mine = MemoryStore()
    one.store.override(providers.Object(mine))
    assert mine is one.core().store
    assert mine is not other.core().store


@pytest.mark.parametrize(
    ("settings", "field"),
    [
        ({"database": "mysql://localhost/practice"}, "database"),
        ({"database": "practice.db"}, "database"),
        ({"database": "sqlite://"}, "database"),
        ({"database": "memory"}, "database"),
        ({"database": "memory://", "payments": "cash://"}, "payments"),
        ({"database": "memory://", "payments": "memory:foo"}, "payments"),
        ({"database": "memory://", "mail": "maildir:/var/mail/out"}, "mail"),
        ({"database": "memory://", "mail": "maildir://out"}, "mail"),
        ({"database": "memory://", "mail": "maildir://"}, "mail"),
    ],
)
def test_a_url_of_no_known_kind_is_invalid(settings: dict[str, str], field: str) -> None:
    """The error names the setting, not the URL, which may hold a password (A4)."""
    with pytest.raises(Invalid) as caught:
        connect(Settings(**settings))
    assert field == caught.value.field


@pytest.mark.parametrize("target", [Path("practice.db"), 5, b"memory://"])
def test_a_target_that_is_neither_a_url_nor_settings_is_invalid(target: object) -> None:
    """And opens nothing else in its place."""
    with pytest.raises(Invalid, match="target"):
        connect(target)  # type: ignore[arg-type]


def test_connect_replaces_a_port_by_name() -> None:
    """The clock given to `connect` is the one that the core goes by."""
    with connect("memory://", clock=SettableClock(NEW_YEAR)) as core:
        practice = core.practices.open(name="Riverside", time_zone="UTC", currency="GBP")
        same = core.store
        with connect("memory://", store=same, clock=SettableClock(NEW_YEAR)) as again:
            assert practice == again.practices.get(practice.id)


def test_settings_come_from_the_environment() -> None:
    """Each URL from its own variable, the links from theirs, defaults for the rest."""
    read = Settings.from_environment(
        {"PRACTICE_CORE_DATABASE": "memory://", "PRACTICE_CORE_LINKS_CARD": "https://host.example/card/{client_id}"}
    )
    assert "memory://" == read.database
    assert "https://host.example/card/{client_id}" == read.links.card
    assert Settings().mail == read.mail


def test_a_password_in_a_url_is_not_shown() -> None:
    """A password in a URL shows in no `repr` (A4)."""
    shown = repr(Settings(database="postgresql://me:secret@db.example/practice"))
    assert "secret" not in shown
    assert "db.example" in shown


def test_what_a_url_asks_for_is_not_shown_either() -> None:
    """A password may also stand after the question mark (A4)."""
    shown = repr(Settings(database="postgresql://db.example/practice?password=secret"))
    assert "secret" not in shown
    assert "db.example/practice" in shown


def test_importing_it_imports_no_vendor() -> None:
    vendors = {
        "sqlalchemy",
        "dependency_injector",
        "click",
        "rich",
        "alembic",
        "ijson",
        "cattrs",
        "jinja2",
        "psycopg",
        "stripe",
    }
    code = "import sys, practice_core; practice_core.connect; print(*{name.partition('.')[0] for name in sys.modules})"

    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert set() == vendors & set(done.stdout.split())
