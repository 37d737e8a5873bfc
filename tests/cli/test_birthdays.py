"""`birthdays` and `reviewed` at a terminal (M11)."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result

from practice_core.cli.wording import a_day

from .conftest import Invoke, a_family

Lines = Callable[[Result], list[Any]]


@pytest.fixture
def sixteen(invoke: Invoke, tmp_path: Path) -> date:
    """The family imported, and the day on which Kit is 16, within a month."""
    day = (datetime.now(UTC) + timedelta(days=30)).date().replace(day=1)
    family = a_family()
    (kit,) = [client for client in family["clients"] if client["id"] == "kit"]
    kit["date_of_birth"] = day.replace(year=day.year - 16).isoformat()
    file = tmp_path / "grown.json"
    file.write_text(json.dumps(family))
    assert invoke("import", str(file)).exit_code == 0
    return day


def test_M11_what_is_up_for_review_is_listed_until_it_is_marked(invoke: Invoke, sixteen: date, lines: Lines) -> None:
    of_kit = {"relationship_id": "kit-sam", "therapist_id": "efua", "attendee_id": "kit", "payer_id": "sam"}
    listed = lines(invoke("birthdays", "--json"))
    assert [{**of_kit, "birthday": sixteen.isoformat(), "told_at": None}] == listed
    said = invoke("birthdays").stdout
    assert [True] * 3 == [words in said for words in ("kit-sam", a_day(sixteen), "not yet")]
    done = invoke("reviewed", "kit-sam", "--idempotency-key", "k")
    assert (0, "kit-sam is reviewed.\n") == (done.exit_code, done.stdout)
    (again,) = lines(invoke("reviewed", "kit-sam", "--idempotency-key", "k", "--json"))
    assert ("kit-sam", True) == (again["id"], again["reviewed_at"] is not None)
    assert ("No birthdays.\n", []) == (invoke("birthdays").stdout, lines(invoke("birthdays", "--json")))
    assert "Reviewed" in invoke("show", "kit-sam").stdout


def test_M11_due_work_tells_the_therapist_and_how_many(invoke: Invoke, sixteen: date, lines: Lines) -> None:
    assert "1 birthday told" in invoke("run-due").stdout
    assert 0 == lines(invoke("run-due", "--json"))[0]["birthdays_told"]
    assert lines(invoke("birthdays", "--json"))[0]["told_at"]
    assert "not yet" not in invoke("birthdays").stdout
    notices = {one["kind"]: one["id"] for one in lines(invoke("notices", "--json"))}
    assert a_day(sixteen) in invoke("notices", "show", notices["birthday_near"]).stdout


def test_M11_marking_what_is_not_up_for_review_is_refused(invoke: Invoke, sixteen: date) -> None:
    refused = invoke("reviewed", "noor-sam")
    assert (1, True) == (refused.exit_code, refused.stderr.startswith("practice-core: not_up_for_review"))


def test_A2_a_client_lists_and_marks_nothing_and_a_therapist_theirs(
    invoke: Invoke, sixteen: date, lines: Lines
) -> None:
    assert (1, 1) == tuple(
        invoke(*args, "--as", "client:sam").exit_code for args in (["birthdays"], ["reviewed", "kit-sam"])
    )
    assert 1 == len(lines(invoke("birthdays", "--as", "therapist:efua", "--json")))
    assert 0 == invoke("reviewed", "kit-sam", "--as", "therapist:efua").exit_code


def test_A3_a_payer_is_shown_nothing_of_how_old_the_attendee_is(invoke: Invoke, sixteen: date, lines: Lines) -> None:
    invoke("run-due")
    invoke("reviewed", "kit-sam")
    (shown,) = lines(invoke("show", "kit-sam", "--json", "--as", "client:sam"))
    assert (None, None) == (shown["birthday_told_at"], shown["reviewed_at"])
    assert {"attendee_born_on", "under_age_by"}.isdisjoint(shown)
    assert "Reviewed" not in invoke("show", "kit-sam", "--as", "client:sam").stdout
