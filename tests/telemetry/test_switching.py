"""When the core is looked on at, and that it costs nothing where it is not."""

from __future__ import annotations

import subprocess
import sys

import pytest
from dependency_injector import providers

from practice_core import Invalid, Settings, connect
from practice_core.adapters.opentelemetry import OpenTelemetry
from practice_core.container import Container
from practice_core.ports.telemetry import SILENCE, Kind
from practice_core.services.desk import Desk
from practice_core.services.migrations import Migrations

WITHOUT = """
import sys

sys.modules["opentelemetry"] = None  # as if it were not installed
from practice_core import Invalid, Settings, connect

core = connect(Settings(database="memory://"))
core.practices.open(name="Elm Street", time_zone="UTC", currency="GBP")
try:
    connect(Settings(database="memory://", telemetry="opentelemetry"))
except Invalid as missing:
    print(missing)
try:
    from practice_core.adapters.opentelemetry import OpenTelemetry
except ImportError as missing:
    print(missing)
print(*[name for name, module in sys.modules.items() if "telemetry" in name.rpartition(".")[2] and module])
"""


def _chosen(telemetry: str) -> object:
    return Container(settings=providers.Object(Settings(database="memory://", telemetry=telemetry))).telemetry()


def test_where_opentelemetry_is_installed_it_is_told_unless_that_is_switched_off() -> None:
    assert isinstance(_chosen(""), OpenTelemetry)
    assert isinstance(_chosen("opentelemetry"), OpenTelemetry)
    assert _chosen("off") is SILENCE


def test_the_environment_switches_it_off() -> None:
    assert "off" == Settings.from_environment({"PRACTICE_CORE_TELEMETRY": "off"}).telemetry


def test_another_word_is_invalid() -> None:
    with pytest.raises(Invalid) as refused:
        connect(Settings(database="memory://", telemetry="on"))
    assert "telemetry" == refused.value.field


def test_without_the_package_nothing_of_it_is_imported_and_asking_for_it_names_the_extra() -> None:
    """The port is there, the adapter is not."""
    done = subprocess.run([sys.executable, "-c", WITHOUT], capture_output=True, text=True, check=True)
    assert [
        "settings: this needs an extra: pip install 'practice-core[telemetry]'",
        "this needs an extra: pip install 'practice-core[telemetry]'",
        "practice_core.ports.telemetry",
    ] == done.stdout.splitlines()


def test_where_nobody_looks_on_nothing_is_in_the_way_of_a_call() -> None:
    core = connect("memory://", telemetry=SILENCE)
    assert (Migrations, Desk) == (type(core.migrations), type(core._desk))


def test_silence_lets_everything_through_and_keeps_nothing() -> None:
    with pytest.raises(ZeroDivisionError), SILENCE.watch(Kind.STEP, "due.charge", {}) as watch:
        watch.tell({"tries": 1})
        watch.end("done", failed=False)
        raise ZeroDivisionError


def test_a_core_that_is_looked_on_at_is_like_any_other() -> None:
    """The same types, signatures and `repr`; made once, however many cores there are."""
    plain, watched = connect("memory://", telemetry=SILENCE), connect("memory://", telemetry=OpenTelemetry())
    assert isinstance(watched.migrations, Migrations)
    assert type(watched.migrations) is type(connect("memory://", telemetry=OpenTelemetry()).migrations)
    assert repr(plain.notices).split("(")[0] == repr(watched.notices).split("(")[0]
