"""Files that are refused: each with its place, no value of anybody's, and the store untouched."""

from __future__ import annotations

import io
import json
import traceback

import pytest
from tests.importing.documents import LEFT_OUT, Document, as_file, changed

from practice_core import Invalid, PracticeCore

PERSONAL = ("Ilse", "Varga", "people.example", "1990", "Molander", "riverside.example", "pm_c", "pi_1", "Secret")


def refusal(core: PracticeCore, file: Document | bytes) -> str:
    """The place of the refusal, having looked at what else it must be."""
    with pytest.raises(Invalid) as refused:
        core.load(as_file(file))
    assert core.store.practices(limit=1) == ()
    said = "".join(traceback.format_exception(refused.value))
    assert [] == [value for value in PERSONAL if value in str(refused.value)]
    assert [] == [value for value in PERSONAL if value in said.replace(str(__file__), "")]
    assert str(refused.value).startswith(refused.value.field)
    return refused.value.field


@pytest.mark.parametrize(
    ("place", "value", "field"),
    [
        # Values no field can have.
        ("practice/id", "", "practice.id"),
        ("practice/id", 7, "practice.id"),
        ("practice/name", " ", "practice.name"),
        ("practice/time_zone", "Europe/Atlantis", "practice.time_zone"),
        ("practice/time_zone", "../../etc/passwd", "practice.time_zone"),
        ("practice/currency", "XXX", "practice.currency"),
        ("practice/currency", "gbp", "practice.currency"),
        ("practice/policy", None, "practice.policy"),
        ("practice/policy", [], "practice.policy"),
        ("practice/policy/minimum_payer_age", 15, "practice.policy.minimum_payer_age"),
        ("practice/policy/minimum_payer_age", 16.0, "practice.policy.minimum_payer_age"),
        ("practice/policy/minimum_payer_age", True, "practice.policy.minimum_payer_age"),
        ("practice/policy/retry_hours", [12, 24], "practice.policy.retry_hours"),
        ("practice/policy/retry_hours", [24, 1.9], "practice.policy.retry_hours[1]"),
        ("practice/policy/retry_hours", 24, "practice.policy.retry_hours"),
        ("practice/policy/required_details", ["shoe_size"], "practice.policy.required_details"),
        ("practice/policy/required_details", "email", "practice.policy.required_details"),
        ("practice/policy/acceptance_required", "no", "practice.policy.acceptance_required"),
        ("practice/policy/acceptance_required", 0, "practice.policy.acceptance_required"),
        ("practice/policy/surprise", 1, "practice.policy.surprise"),
        ("practice/surprise", 1, "practice.surprise"),
        ("therapists/1/name", "", "therapists[1].name"),
        ("therapists/1/email", "nobody", "therapists[1].email"),
        ("therapists/0", None, "therapists[0]"),
        ("clients/0", ["c1"], "clients[0]"),
        ("clients/1/id", "x" * 65, "clients[1].id"),
        ("clients/1/given_name", None, "clients[1].given_name"),
        ("clients/1/given_name", "Ilse\u0000", "clients[1].given_name"),
        ("clients/1/given_name", "Ilse\nBcc: all", "clients[1].given_name"),
        ("clients/1/email", "Secret", "clients[1].email"),
        ("clients/1/phone", 2079460000, "clients[1].phone"),
        ("clients/1/date_of_birth", "1990-02-30", "clients[1].date_of_birth"),
        ("clients/1/date_of_birth", "1990-01-31T00:00:00Z", "clients[1].date_of_birth"),
        ("clients/1/date_of_birth", 19900131, "clients[1].date_of_birth"),
        ("clients/1/date_of_birth", "31/01/1990", "clients[1].date_of_birth"),
        ("clients/1/language", "English, please", "clients[1].language"),
        ("clients/1/language", None, "clients[1].language"),
        ("clients/1/card", "4242424242424242", "clients[1].card"),
        ("clients/1/card/exp_month", 13, "clients[1].card.exp_month"),
        ("clients/1/card/exp_month", "4", "clients[1].card.exp_month"),
        ("clients/1/card/last4", 4242, "clients[1].card.last4"),
        ("clients/1/card/last4", "42424", "clients[1].card.last4"),
        ("clients/1/card/number", "4242424242424242", "clients[1].card.number"),
        ("clients/1/surprise", "Secret", "clients[1].surprise"),
        ("clients/1/Secret name@people.example", "Secret", "clients[1]"),
        ("relationships/0/opened_at", "2024-05-01T09:00:00", "relationships[0].opened_at"),
        ("relationships/0/opened_at", "2024-05-01", "relationships[0].opened_at"),
        ("relationships/0/opened_at", "2024-02-30T09:00:00Z", "relationships[0].opened_at"),
        ("relationships/0/opened_at", "2024-05-01 09:00:00+01:00", "relationships[0].opened_at"),
        ("relationships/0/opened_at", "2024-05-01T09:00:00+25:00", "relationships[0].opened_at"),
        ("relationships/0/opened_at", "0001-01-01T00:00:00+14:00", "relationships[0].opened_at"),
        ("relationships/0/opened_at", 1714550400, "relationships[0].opened_at"),
        ("relationships/0/opened_at", None, "relationships[0].opened_at"),
        ("relationships/0/fee", 60.0, "relationships[0].fee"),
        ("relationships/0/fee", -1, "relationships[0].fee"),
        ("relationships/0/fee", 10**13, "relationships[0].fee"),
        ("relationships/0/fee", "6000", "relationships[0].fee"),
        ("relationships/0/status", "migrated", "relationships[0].status"),
        ("relationships/0/status", ["ended"], "relationships[0].status"),
        ("relationships/0/end_reason", "\u0007", "relationships[0].end_reason"),
        ("sessions/0/minutes", 0, "sessions[0].minutes"),
        ("sessions/0/minutes", 1441, "sessions[0].minutes"),
        ("sessions/0/minutes", 50.5, "sessions[0].minutes"),
        ("sessions/0/price", -1, "sessions[0].price"),
        ("sessions/0/price", True, "sessions[0].price"),
        ("sessions/0/status", "done", "sessions[0].status"),
        ("sessions/0/paid", "no", "sessions[0].paid"),
        ("sessions/0/paid", None, "sessions[0].paid"),
        ("sessions/0/payment_reference", "", "sessions[0].payment_reference"),
        # What has to be there.
        ("practice/currency", LEFT_OUT, "practice.currency"),
        ("therapists/0/name", LEFT_OUT, "therapists[0].name"),
        ("clients/0/card", LEFT_OUT, "clients[0].card"),
        ("clients/0/card/brand", LEFT_OUT, "clients[0].card.brand"),
        ("relationships/0/fee", LEFT_OUT, "relationships[0].fee"),
        ("relationships/0/ended_at", LEFT_OUT, "relationships[0].ended_at"),
        ("sessions/0/paid", LEFT_OUT, "sessions[0].paid"),
        # What an active relationship cannot have.
        ("relationships/2/ended_at", "2026-01-01T00:00:00Z", "relationships[2].ended_at"),
        ("relationships/2/end_reason", "finished", "relationships[2].end_reason"),
        ("relationships/2/successor_id", "r2", "relationships[2].successor_id"),
        # Ids and references.
        ("therapists/1/id", "t1", "therapists[1].id"),
        ("clients/1/id", "c1", "clients[1].id"),
        ("relationships/2/id", "r1", "relationships[2].id"),
        ("sessions/2/id", "s1", "sessions[2].id"),
        ("relationships/2/therapist_id", "c1", "relationships[2].therapist_id"),
        ("relationships/2/attendee_id", "nobody", "relationships[2].attendee_id"),
        ("relationships/2/payer_id", "t1", "relationships[2].payer_id"),
        ("relationships/0/successor_id", "nobody", "relationships[0].successor_id"),
        ("relationships/0/successor_id", "r3", "relationships[0].successor_id"),
        ("relationships/0/successor_id", "r1", "relationships[0].successor_id"),
        ("sessions/2/relationship_id", "nobody", "sessions[2].relationship_id"),
        # S4, in another zone and by a minute.
        ("sessions/1/starts_at", "2026-12-01T11:49:00+01:00", "sessions[1].starts_at"),
        # Sections.
        ("practice", [], "practice"),
        ("practice", None, "practice"),
        ("therapists", {}, "therapists"),
        ("clients", {"item": []}, "clients"),
        ("sessions", "none", "sessions"),
        ("surprise", [], "surprise"),
        ("Secret section", [], "file"),
        ("practice", LEFT_OUT, "practice"),
        ("clients", LEFT_OUT, "clients"),
        ("sessions", LEFT_OUT, "sessions"),
    ],
)
def test_a_file_that_is_wrong_in_one_place_is_refused_by_that_place(
    memory: PracticeCore, document: Document, place: str, value: object, field: str
) -> None:
    assert field == refusal(memory, changed(document, place, value))


@pytest.mark.parametrize(
    "text",
    [
        b"",
        b" \n ",
        b"[]",
        b"null",
        b"17",
        b'"practice"',
        b"{",
        b"{'practice': {}}",
        b"\xef\xbb\xbf{}",
        "{}".encode("utf-16"),
        b'{"practice": {"id": "\xff"}}',
        b'{"practice": {"id": "\xed\xa0\x80"}}',
        b'{"practice": {"id": "Secret\x00"}}',
        b'{"practice": {"id": NaN}}',
        b'{"practice": {"id": "p",}}',
        b'{"practice": {"id": "\\udc00"}}',
        b'{"practice": {"id": "\\uD800 Secret"}}',
        b'{"practice": {"id": "\\ud83d\\u0041"}}',
        b'{"practice": {"id": "\\\\\\ud83d"}}',
        b'{"practice": {"id": ' + b"9" * 100_000 + b"}}",
        b'{"clients": ' + b"[" * 100_000,
        b'{"clients": ' + b'{"a": ' * 100_000,
    ],
    ids=lambda text: repr(text[:40]),
)
def test_what_is_no_practice_file_is_refused_as_a_file(memory: PracticeCore, text: bytes) -> None:
    assert refusal(memory, text) in {"file", "clients"}


def test_half_a_surrogate_pair_is_found_wherever_the_file_is_cut(memory: PracticeCore, document: Document) -> None:
    whole = json.dumps(changed(document, "clients/0/given_name", "Ada \U0001f33f")).encode()
    half = whole.replace(rb"\udf3f", b"")
    for shift in range(65_500, 65_560):
        blank = b" " * (shift - whole.index(rb"\ud83c"))
        assert refusal(memory, blank + half) == "file"
    assert memory.load(as_file(b" " * (65_530 - whole.index(rb"\ud83c")) + whole)).id == "p"


@pytest.mark.parametrize("rest", [b"x", b"{}", b"\x00", b","])
def test_nothing_may_follow_the_practice(memory: PracticeCore, document: Document, rest: bytes) -> None:
    assert refusal(memory, as_file(document).getvalue() + rest) == "file"


def test_a_file_that_breaks_off_is_refused_wherever_it_does(memory: PracticeCore, document: Document) -> None:
    text = as_file(document).getvalue()
    for length in range(0, len(text), 17):
        assert refusal(memory, text[:length]) == "file"


@pytest.mark.parametrize(
    ("field", "twice"),
    [
        ("practice.name", b'"name": "Secret", "name": "Riverside"'),
        ("practice", b'"name": "Riverside"}, "practice": {"name": "Riverside"'),
    ],
)
def test_what_is_said_twice_is_refused(memory: PracticeCore, document: Document, field: str, twice: bytes) -> None:
    text = as_file(document).getvalue()
    assert field == refusal(memory, text.replace(b'"name": "Riverside"', twice))


def test_a_number_in_scientific_notation_is_no_whole_number(memory: PracticeCore, document: Document) -> None:
    text = as_file(document).getvalue().replace(b'"price": 6000', b'"price": 6e3', 1)
    assert refusal(memory, text) == "sessions[0].price"


def test_successors_may_not_lead_in_a_circle(memory: PracticeCore, document: Document) -> None:
    document["relationships"][1] |= document["relationships"][0] | {"id": "r2", "successor_id": "r1"}
    assert refusal(memory, document) == "relationships[0].successor_id"


def test_two_active_relationships_of_the_same_three_are_refused(memory: PracticeCore, document: Document) -> None:
    document["relationships"].append(document["relationships"][2] | {"id": "r4"})
    assert refusal(memory, document) == "relationships[3]"


def test_an_overlap_names_the_other_session(memory: PracticeCore, document: Document) -> None:
    document["sessions"].append(document["sessions"][1] | {"id": "s4", "starts_at": "2026-12-01T10:10:00Z"})
    with pytest.raises(Invalid) as refused:
        memory.load(as_file(document))
    assert ("sessions[3].starts_at", True) == (refused.value.field, "sessions[0]" in refused.value.problem)


def test_a_refusal_leaves_every_store_as_it_was(core: PracticeCore, document: Document) -> None:
    other = io.BytesIO(json.dumps(document | {"practice": document["practice"] | {"id": "other"}}).encode())
    core.load(other)
    with pytest.raises(Invalid):
        core.load(as_file(changed(document, "sessions/2/relationship_id", "nobody")))
    assert core.store.practices(limit=9) == ("other",)
