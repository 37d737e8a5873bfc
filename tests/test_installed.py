"""Adapters of installed packages: a URL finds them by its scheme, and what is wrong with one is said plainly."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from importlib import import_module
from pathlib import Path
from textwrap import dedent

import pytest
from click.testing import CliRunner
from dependency_injector import providers

from practice_core import Invalid, Settings, connect
from practice_core.adapters.clock import SettableClock
from practice_core.adapters.memory.mail import MemoryMailer
from practice_core.adapters.memory.payments import MemoryPayments
from practice_core.adapters.memory.store import MemoryStore
from practice_core.cli.app import practice_core
from practice_core.container import Container, mailer_of

Install = Callable[..., None]
CODE = """
    from practice_core.adapters.memory.mail import MemoryMailer
    from practice_core.adapters.memory.payments import MemoryPayments
    from practice_core.adapters.memory.store import MemoryStore

    given = []

    def store(settings):
        given.append((settings,))
        return MemoryStore()

    def payments(settings, clock):
        given.append((settings, clock))
        return MemoryPayments(clock.now)

    def mailer(settings):
        given.append((settings,))
        return MemoryMailer()

    def broken_line(settings):
        mailer = MemoryMailer()
        mailer.down()
        return mailer

    def nothing(*given):
        return None
"""


@pytest.fixture
def install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Install]:
    """Puts a package where Python finds it, as pip does: the module, and beside it what it says of itself."""
    monkeypatch.syspath_prepend(tmp_path)
    names: list[str] = []

    def install(name: str, group: str, scheme: str, value: str, code: str = CODE) -> None:
        names.append(name)
        (tmp_path / f"{name}.py").write_text(dedent(code))
        about = tmp_path / f"{name}-1.2.dist-info"
        about.mkdir()
        (about / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.2\n")
        (about / "entry_points.txt").write_text(f"[practice_core.{group}]\n{scheme} = {value}\n")

    yield install
    for name in names:
        sys.modules.pop(name, None)


def refused(settings: Settings) -> Invalid:
    with pytest.raises(Invalid) as caught:
        connect(settings)
    return caught.value


def test_a_package_brings_a_store(install: Install) -> None:
    """It is called with the settings, and the core keeps everything in what it answers."""
    install("elm_store", "stores", "elm", "elm_store:store")
    settings = Settings(database="elm+fast://host/practice", mail="memory://")
    with connect(settings) as core:
        assert isinstance(core.store, MemoryStore)
        opened = core.practices.open(name="Elm", time_zone="Europe/London", currency="GBP")
        assert (opened.id,) == core.store.practices(limit=2)
    assert [(settings,)] == import_module("elm_store").given


def test_a_package_brings_a_gateway(install: Install) -> None:
    """It is called with the settings and the clock that the core goes by, also one that was given by name."""
    install("elm_gateway", "payments", "elm", "elm_gateway:payments")
    settings = Settings(database="memory://", payments="elm://host")
    clock = SettableClock(datetime(2026, 1, 1, tzinfo=UTC))
    container = Container(settings=providers.Object(settings), clock=providers.Object(clock))
    assert isinstance(container.payments(), MemoryPayments)
    assert [(settings, clock)] == import_module("elm_gateway").given


def test_a_package_brings_a_mailer(install: Install) -> None:
    install("elm_mailer", "mailers", "elm", "elm_mailer:mailer")
    assert isinstance(mailer_of(Settings(database="memory://", mail="elm://host")), MemoryMailer)


def test_check_tries_what_packages_bring(install: Install) -> None:
    """The store is asked something and a line of the mailer is opened, as it is done with ours."""
    install("elm_rows", "stores", "elm", "elm_rows:store")
    install("elm_post", "mailers", "elm", "elm_post:broken_line")
    environment = {"PRACTICE_CORE_DATABASE": "elm://", "PRACTICE_CORE_MAIL": "elm://"}
    said = CliRunner().invoke(practice_core, ["check", "--json"], env=environment)
    assert 3 == said.exit_code
    database, _, mail = map(json.loads, said.stdout.splitlines())
    assert {"what": "database", "uses": "elm", "works": True, "for_production": True, "note": ""} == database
    note = "The mail server did not answer: it is down"
    assert {"what": "mail", "uses": "elm", "works": False, "for_production": True, "note": note} == mail


def test_no_package_takes_a_scheme_of_ours_over(install: Install) -> None:
    install("elm_grabs", "mailers", "memory", "elm_grabs:nothing")
    with connect("memory://") as core:
        assert 0 == core.run_due().notices_delivered


def test_a_scheme_that_nobody_brings_is_invalid_and_says_what_there_is(install: Install) -> None:
    """Our own and the installed ones, with their packages; not the URL, which may hold a password (A4)."""
    install("elm_other", "mailers", "elm", "elm_other:mailer")
    error = refused(Settings(database="memory://", mail="secret:oak@host"))
    assert "mail" == error.field
    assert "smtp://, smtps://, maildir:///FOLDER, memory://" in error.problem
    assert "installed packages bring elm:// (elm_other 1.2)" in error.problem
    assert "secret" not in str(error)


def test_a_scheme_that_two_packages_bring_is_invalid_and_names_both(install: Install) -> None:
    for name in ("elm_one", "elm_two"):
        install(name, "stores", "elm", f"{name}:store")
    error = refused(Settings(database="elm://host"))
    assert ("database", "elm:// is of more than one package: elm_one 1.2, elm_two 1.2. Only one may stay") == (
        error.field,
        error.problem,
    )


@pytest.mark.parametrize(
    ("value", "code", "why"),
    [
        ("elm_broken:mailer", "import what_is_not", "cannot be imported (No module named 'what_is_not'"),
        ("elm_broken:mailer", "def mailer(_): import what_is_not", "cannot be imported (No module"),
        ("elm_broken:mailer", "a word", "does not load (SyntaxError)"),
        ("elm_broken:mailer", "raise RuntimeError('secret')", "does not load (RuntimeError)"),
        ("elm_broken:postman", "", "where there is no elm_broken:postman"),
        ("elm_broken:mailer", "mailer = 'a word'", "elm_broken:mailer cannot be called"),
        ("elm_broken:mailer", "def mailer(settings): return None", "does not answer a Mailer"),
    ],
)
def test_a_package_that_is_broken_is_invalid_and_named(install: Install, value: str, code: str, why: str) -> None:
    install("elm_broken", "mailers", "elm", value, code)
    error = refused(Settings(database="memory://", mail="elm://"))
    assert "mail" == error.field
    assert error.problem.startswith("elm:// is of the package elm_broken 1.2, wh")
    assert why in error.problem


@pytest.mark.parametrize(
    ("group", "settings", "port"),
    [("stores", {"database": "elm://"}, "a Store"), ("payments", {"payments": "elm://"}, "Payments")],
)
def test_what_does_not_fit_its_port_is_invalid(
    install: Install, group: str, settings: dict[str, str], port: str
) -> None:
    install(f"elm_{group}_misfit", group, "elm", f"elm_{group}_misfit:nothing")
    error = refused(Settings(**({"database": "memory://"} | settings)))
    assert error.problem.endswith(f"which does not answer {port}")
