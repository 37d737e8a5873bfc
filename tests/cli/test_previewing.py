"""`preview`: the verdict, for people and for programs."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from practice_core import Actor, connect

from .conftest import Invoke, a_family

HERE = Path(__file__).parents[2]
OWN, SHARED = HERE / "tests" / "data", HERE.parent / "shared" / "data"
AT = "2026-03-01T07:30:00Z"
FILES = [OWN / "riverside", SHARED / "london", SHARED / "los-angeles", SHARED / "auckland"]

Lines = Callable[[Any], list[Any]]


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_all_verdicts_of_a_practice_are_printed_line_by_line(invoke: Invoke, file: Path) -> None:
    """M9, for every relationship of a file, whoever asks: the very lines that stand beside it."""
    if not file.with_suffix(".json").exists():
        pytest.skip(f"no {file.parent} here")
    assert invoke("import", f"{file}.json").exit_code == 0
    for asker in ("attendee", "payer"):
        expected = file.with_suffix(f".{asker}.jsonl").read_text().splitlines()
        said = invoke("preview", "--all", "--requested-by", asker, "--at", AT, "--json")
        assert ("", 0) == (said.stderr, said.exit_code)
        assert [json.loads(line) for line in expected] == [json.loads(line) for line in said.stdout.splitlines()]


def test_a_verdict_has_the_promised_keys_in_the_promised_order(practice: Invoke) -> None:
    said = practice("preview", "noor-sam", "--requested-by", "attendee", "--json")
    expected = {
        "relationship_id": "noor-sam",
        "allowed": False,
        "refusals": ["details_missing"],
        "eligible_on": None,
        "missing_details": ["phone"],
        "card_on_file": False,
        "sessions_to_rebook": ["s1", "s2"],
    }
    assert json.dumps(expected) + "\n" == said.stdout


def test_a_preview_that_answers_is_done_whatever_the_verdict(practice: Invoke) -> None:
    """M3: refused, and yet the exit status is 0."""
    said = practice("preview", "kit-sam", "--requested-by", "payer")
    assert said.exit_code == 0
    assert "kit-sam cannot be confirmed" in said.stdout
    assert "under_minimum_age" in said.stdout
    assert "Possible from" in said.stdout


def test_another_moment_is_asked_about_with_at(practice: Invoke, lines: Lines) -> None:
    """M3: thirty years from now the child is grown up."""
    said = practice("preview", "kit-sam", "--requested-by", "kit", "--at", "2060-01-02T00:00:00+01:00", "--json")
    assert [[]] == [one["refusals"] for one in lines(said)]


def test_a_client_can_be_named_as_who_asked(practice: Invoke, lines: Lines) -> None:
    """M2: somebody else's wish counts for nothing."""
    said = practice("preview", "noor-sam", "--requested-by", "rae", "--json")
    assert [["not_a_party", "details_missing"]] == [one["refusals"] for one in lines(said)]


def test_for_people_all_is_one_line_a_relationship_and_a_sum(practice: Invoke) -> None:
    first, second, total = practice("preview", "--all", "--requested-by", "payer").stdout.splitlines()
    assert first.startswith("kit-sam   under_minimum_age (possible from 1 January")
    assert second == "noor-sam  details_missing (phone)"
    assert total == "2 relationships: 0 can be migrated."


def test_a_therapist_previews_all_of_their_own(practice: Invoke, lines: Lines) -> None:
    """A2: a therapist, within their own relationships."""
    args = ("preview", "--all", "--requested-by", "payer", "--json")
    own, others = practice("--as", "therapist:efua", *args), practice("--as", "therapist:tess", *args)
    assert ["kit-sam", "noor-sam"] == [one["relationship_id"] for one in lines(own)]
    assert 2 == others.exit_code


def test_a_client_previews_nothing(practice: Invoke) -> None:
    """A2: previewing is for therapists and staff."""
    said = practice("--as", "client:noor", "preview", "noor-sam", "--requested-by", "attendee")
    assert (1, "") == (said.exit_code, said.stdout)
    assert said.stderr.startswith("practice-core: not_allowed:")


def test_all_reads_a_practice_page_by_page(practice: Invoke, database: str, lines: Lines) -> None:
    """A practice of more than a page is listed whole, each relationship once."""
    many = a_family()
    person, paid = many["clients"][0], many["relationships"][0]
    names = [f"r{n}" for n in range(501)]
    many |= {
        "practice": {**many["practice"], "id": "oak"},
        "clients": [person, *({**person, "id": name} for name in names)],
        "relationships": [{**paid, "id": name, "attendee_id": name} for name in names],
        "sessions": [],
    }
    assert 0 == practice("import", "-", stdin=json.dumps(many)).exit_code
    with connect(database) as core:
        staff = Actor.staff("oak", "tests")
        first = core.relationships.all(staff)
        rest = core.relationships.all(staff, after=first[-1].id)
        assert [500, 1, 0] == [len(first), len(rest), len(core.relationships.all(staff, after=rest[-1].id))]
    said = practice("--practice", "oak", "preview", "--all", "--requested-by", "payer", "--json")
    assert names == [one["relationship_id"] for one in lines(said)]
