"""The example on FastAPI, served by uvicorn."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime

import httpx
import pytest
from examples.conftest import OFFICE, THERAPIST, Serve, book, open_riverside

from practice_core import PracticeCore
from practice_core.adapters.memory.payments import MemoryPayments

SERVER = ("uvicorn", "examples.fastapi_host.app:app", "--port", "{port}")
MIGRATION = "/relationships/r1/migration"


@pytest.fixture
def host(serve: Serve, core: PracticeCore) -> Iterator[httpx.Client]:
    open_riverside(core)
    with serve(*SERVER) as address, httpx.Client(base_url=address) as client:
        yield client


def the_form(host: httpx.Client, requested_by: str = "lena") -> tuple[str, dict[str, str]]:
    """The page, and what its hidden fields hold."""
    page = host.get(MIGRATION, params={"requested_by": requested_by}).raise_for_status().text
    return page, dict(re.findall(r'type="hidden" name="(\w+)" value="([^"]+)"', page))


def test_a_therapist_migrates_by_the_form(host: httpx.Client, core: PracticeCore) -> None:
    """The form asks for what is missing; sent twice it is one migration, and another one is told of the successor."""
    book(core, hours=72)
    assert "Migrate" in host.get("/relationships/r1").text
    page, form = the_form(host)
    assert "Sessions to rebook: 1" in page
    assert ["phone"] == re.findall(r'input name="(\w+)"', page)

    early = host.post(MIGRATION, data=form)
    assert (409, "application/problem+json") == (early.status_code, early.headers["Content-Type"])
    assert {
        "type": "https://host.example/problems/details_missing",
        "title": "Details missing",
        "status": 409,
        "detail": "The account of whoever is to pay is not complete: phone.",
        "code": "details_missing",
        "rule": "M6",
        "fields": ["phone"],
    } == early.json()

    filled = {**form, "phone": "+44 7700 900002"}
    done, again = (host.post(MIGRATION, data=filled) for _ in range(2))
    successor = core.relationships.get(THERAPIST, "r1").successor_id
    assert (303, f"/relationships/{successor}") == (done.status_code, done.headers["Location"])
    assert done.headers["Location"] == again.headers["Location"]
    assert "lena attends, lena pays (active)" in host.get(done.headers["Location"]).text

    altered = host.post(MIGRATION, data={**filled, "phone": "+44 7700 900003"})
    assert (422, "idempotency_conflict") == (altered.status_code, altered.json()["code"])
    late = host.post(MIGRATION, data={**filled, "idempotency_key": "another form"})
    assert (409, "M1", successor) == (late.status_code, late.json()["rule"], late.json()["successor_id"])


def test_what_is_not_possible_has_no_form(host: httpx.Client, core: PracticeCore) -> None:
    """M3: and the page says from when on it will be."""
    core.clients.update(OFFICE, "lena", date_of_birth=datetime.now(UTC).date().replace(day=1), reason="a slip")
    page, form = the_form(host)
    assert "under_minimum_age" in page
    assert {} == form


def test_who_may_not_is_told_so(serve: Serve, core: PracticeCore) -> None:
    """A1, A2; and where nobody is signed in, nobody is let in."""
    open_riverside(core)
    core.therapists.register(OFFICE, id="other", name="Ines Roth")
    expected: dict[str, tuple[int, str | None]] = {
        "": (401, None),
        "riverside/client/lena": (403, "not_allowed"),
        "riverside/therapist/other": (404, "not_found"),
        "elsewhere/therapist/efua": (404, "not_found"),
    }
    for person, answer in expected.items():
        with serve(*SERVER, SIGNED_IN=person) as address:
            refused = httpx.get(address + MIGRATION, params={"requested_by": "lena"})
            assert (person, *answer) == (person, refused.status_code, refused.json().get("code"))


def test_a_client_is_sent_on_to_the_gateway(serve: Serve, core: PracticeCore) -> None:
    open_riverside(core)
    with serve(*SERVER, SIGNED_IN="riverside/client/lena") as address:
        sent_on = httpx.get(f"{address}/clients/lena/card")
    assert (303, "memory://cards/riverside/lena") == (sent_on.status_code, sent_on.headers["Location"])


def test_the_gateway_s_messages_are_believed_with_its_signature_only(host: httpx.Client, core: PracticeCore) -> None:
    """C9."""
    gateway = MemoryPayments(lambda: datetime.now(UTC))
    payload, signature = gateway.message_of_card("riverside", "lena", "pm_new")
    forged = host.post("/gateway/messages", content=payload + b" ", headers={"Stripe-Signature": signature})
    assert (400, "signature") == (forged.status_code, forged.json()["field"])
    for _ in range(2):
        told = host.post("/gateway/messages", content=payload, headers={"Stripe-Signature": signature})
        assert 204 == told.status_code
    card = core.clients.get(OFFICE, "lena").card
    assert card is not None
    assert "pm_new" == card.reference


@pytest.mark.parametrize("url", ["postgres"], indirect=True)
def test_an_outage_is_worth_another_try(serve: Serve) -> None:
    """A database without a schema, here."""
    with serve(*SERVER) as address:
        out = httpx.get(f"{address}/relationships/r1")
    assert (503, "2", "unavailable", "not_done") == (
        out.status_code,
        out.headers["Retry-After"],
        out.json()["code"],
        out.json()["outcome"],
    )
