"""docs/observing.md names what there is to see."""

from __future__ import annotations

import re
from pathlib import Path

from practice_core.adapters.opentelemetry import _COUNTED, PREFIX
from practice_core.ports.mail import Line, Mailer
from practice_core.ports.payments import Payments
from practice_core.services.due import OPERATIONS

PAGE = (Path(__file__).parents[2] / "docs" / "observing.md").read_text(encoding="utf-8")


def _row(first: str) -> list[str]:
    """The names in the table's row that begins with that name, the short ones written out."""
    (row,) = re.findall(rf"^\| `{PREFIX}{first}`(.*?) \|", PAGE, re.MULTILINE)
    area = first.partition(".")[0]
    return [first, *(area + short for short in re.findall(r"`(\.\w+)`", row))]


def _methods(port: type) -> set[str]:
    return {name for name in vars(port) if not name.startswith("_")}


def test_every_call_of_a_gateway_is_named_but_reading_which_asks_nobody() -> None:
    assert {f"gateway.{name}" for name in _methods(Payments) - {"read"}} == set(_row("gateway.charge"))


def test_every_call_of_a_mail_server_is_named() -> None:
    assert ({"line"}, {"send"}) == (_methods(Mailer), _methods(Line))
    assert ["mail.connect", "mail.send"] == _row("mail.connect")


def test_every_kind_of_due_work_is_named() -> None:
    assert list(OPERATIONS.values()) == _row("billing.reconcile")


def test_every_counter_is_named() -> None:
    for name, _ in _COUNTED.values():
        assert f"| `{PREFIX}{name}` |" in PAGE
