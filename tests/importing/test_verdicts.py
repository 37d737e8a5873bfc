"""Practice files come out of the import with the verdicts that stand beside them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from practice_core import Actor, PracticeCore

HERE = Path(__file__).parents[2]
OWN = HERE / "tests" / "data"
SHARED = HERE.parent / "shared" / "data"
NAMES = ("london", "los-angeles", "auckland")


def must_be_there(folder: Path) -> pytest.MarkDecorator:
    return pytest.mark.skipif(not folder.is_dir(), reason=f"no {folder} here")


@pytest.mark.parametrize("asker", ["attendee", "payer"])
@pytest.mark.parametrize(
    ("folder", "name"),
    [(OWN, "riverside"), *(pytest.param(SHARED, name, marks=must_be_there(SHARED)) for name in NAMES)],
    ids=["riverside", *NAMES],
)
def test_every_relationship_has_the_verdict_that_was_worked_out_for_it(
    core: PracticeCore, folder: Path, name: str, asker: str
) -> None:
    expected = [json.loads(line) for line in (folder / f"{name}.{asker}.jsonl").read_text().splitlines()]
    with (folder / f"{name}.json").open("rb") as file:
        practice = core.load(file)
    staff = Actor.staff(practice.id, "tests")
    assert expected == [_verdict(core, staff, one["relationship_id"], asker) for one in expected]


def test_the_verdicts_beside_our_own_file_leave_no_relationship_out() -> None:
    relationships = json.loads((OWN / "riverside.json").read_text())["relationships"]
    for asker in ("attendee", "payer"):
        lines = (OWN / f"riverside.{asker}.jsonl").read_text().splitlines()
        assert [it["id"] for it in relationships] == [json.loads(line)["relationship_id"] for line in lines]


def _verdict(core: PracticeCore, staff: Actor, relationship_id: str, asker: str) -> dict[str, object]:
    relationship = core.relationships.get(staff, relationship_id)
    asked_by = relationship.attendee_id if asker == "attendee" else relationship.payer_id
    found = core.migrations.preview(staff, relationship_id, requested_by=asked_by)
    return {
        "relationship_id": found.relationship_id,
        "allowed": found.allowed,
        "refusals": list(found.refusals),
        "eligible_on": found.eligible_on.isoformat() if found.eligible_on else None,
        "missing_details": list(found.missing_details),
        "card_on_file": found.card_on_file,
        "sessions_to_rebook": list(found.sessions_to_rebook),
    }
