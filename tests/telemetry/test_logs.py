"""Log records have stable names and fields, and docs/observing.md lists them."""

from __future__ import annotations

import inspect
import logging
import re
from pathlib import Path

import pytest

from practice_core import Unavailable
from practice_core.services import logs

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs" / "observing.md"
EVENTS = [one for name, one in vars(logs).items() if inspect.isfunction(one) and not name.startswith("_")]
SAID = {"Exception": ValueError("hospital"), "Unavailable": Unavailable("gateway", "it is down")}
# What Python puts on every record.
USUAL = set(vars(logging.makeLogRecord({}))) | {"message", "taskName"}
ROW = re.compile(r"^\| `([a-z_.]+)` \| `(practice_core\.\w+)` \| (\w+) \| (.*?) \|", re.MULTILINE)
LOGS = re.compile(r"^\s*(import|from) logging", re.MULTILINE)
Row = tuple[str, str, str, str]


def _row(record: logging.LogRecord) -> Row:
    fields = [name for name in vars(record) if name not in USUAL and name != "event"]
    return record.__dict__["event"], record.name, record.levelname.lower(), ", ".join(fields)


def _documented() -> list[Row]:
    rows = ROW.findall(PAGE.read_text(encoding="utf-8"))
    return [(event, logger, level, fields.replace("`", "")) for event, logger, level, fields in rows]


@pytest.fixture
def records(caplog: pytest.LogCaptureFixture) -> list[logging.LogRecord]:
    """One of each, in the order of the code."""
    caplog.set_level(logging.DEBUG, logger="practice_core")
    for one in EVENTS:
        parameters = inspect.signature(one).parameters
        one(**{name: SAID.get(of.annotation, name.upper()) for name, of in parameters.items()})
    return caplog.records


def test_the_page_lists_every_record_with_its_logger_level_and_fields(records: list[logging.LogRecord]) -> None:
    assert _documented() == [_row(record) for record in records]
    assert len(EVENTS) == len(records) > 0


def test_a_message_is_the_event_and_its_fields(records: list[logging.LogRecord]) -> None:
    assert "session.contended practice_id=PRACTICE_ID session_id=SESSION_ID" == records[0].getMessage()
    assert {Path(__file__).name} == {record.filename for record in records}


def test_A4_of_an_error_nobody_foresaw_the_name_is_logged_alone(records: list[logging.LogRecord]) -> None:
    assert [] == [record.getMessage() for record in records if "hospital" in record.getMessage() or record.exc_info]


def test_nothing_else_logs() -> None:
    """Every record is made in one place, so that the table is all there is; the other keeps a vendor's to itself."""
    sources = (ROOT / "src" / "practice_core").rglob("*.py")
    assert ["logs.py", "quiet.py"] == sorted(path.name for path in sources if LOGS.search(path.read_text("utf-8")))
