"""The example on Django, by its own server and its own command line."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator
from datetime import UTC, datetime

import httpx
import pytest
from examples.conftest import OFFICE, THERAPIST, Run, Serve, book, open_riverside

from practice_core import PracticeCore
from practice_core.adapters.memory.payments import MemoryPayments

MANAGE = "examples.django_host.manage"
SERVER = (MANAGE, "runserver", "--noreload", "127.0.0.1:{port}")
MIGRATION = "/relationships/r1/migration"


@pytest.fixture
def practice(core: PracticeCore, run: Run) -> PracticeCore:
    """The core as the test looks at it; Django has made its own tables beside."""
    open_riverside(core, families=2)
    migrated = run(MANAGE, "migrate")
    assert (0, "") == (migrated.returncode, migrated.stderr)
    return core


@pytest.fixture
def host(serve: Serve, practice: PracticeCore) -> Iterator[httpx.Client]:
    with serve(*SERVER) as address, httpx.Client(base_url=address) as client:
        yield client


def the_form(host: httpx.Client, path: str = MIGRATION, requested_by: str = "lena") -> tuple[str, dict[str, str]]:
    """The page, and what its hidden fields hold: Django's token against forgery among them."""
    page = host.get(path, params={"requested_by": requested_by}).raise_for_status().text
    return page, dict(re.findall(r'type="hidden" name="(\w+)" value="([^"]+)"', page))


def filed(url: str) -> list[tuple[str, str]]:
    """The host's own rows."""
    with sqlite3.connect(url.removeprefix("sqlite:///")) as connection:
        rows = "SELECT number, relationship_id FROM django_host_signedform ORDER BY number"
        found: list[tuple[str, str]] = connection.execute(rows).fetchall()
    connection.close()
    return found


def test_a_migration_and_the_host_s_row_are_committed_together(
    url: str, host: httpx.Client, practice: PracticeCore
) -> None:
    """And once, however often the form is sent."""
    assert "Migrate" in host.get("/relationships/r1").text
    page, form = the_form(host)
    assert ["form_number", "phone"] == re.findall(r'type="text" name="(\w+)"', page)
    filled = {**form, "form_number": "17", "phone": "+44 7700 900002"}
    done, again = (host.post(MIGRATION, data=filled) for _ in range(2))
    successor = practice.relationships.get(THERAPIST, "r1").successor_id
    assert [f"/relationships/{successor}"] * 2 == [done.headers["Location"], again.headers["Location"]]
    assert "lena attends, lena pays (active)" in host.get(done.headers["Location"]).text
    assert [("17", "r1")] == filed(url)


def test_what_the_core_refuses_leaves_no_row_of_the_host_s(
    url: str, host: httpx.Client, practice: PracticeCore
) -> None:
    _, form = the_form(host)
    refused = host.post(MIGRATION, data={**form, "form_number": "17"})
    assert (409, "application/problem+json") == (refused.status_code, refused.headers["Content-Type"])
    assert ("M6", ["phone"]) == (refused.json()["rule"], refused.json()["fields"])
    assert [] == filed(url)
    assert practice.relationships.get(THERAPIST, "r1").third_party


def test_what_the_host_s_table_refuses_leaves_no_migration(
    url: str, host: httpx.Client, practice: PracticeCore
) -> None:
    """The key is not used up either: corrected, the same form goes through."""
    phone = {"phone": "+44 7700 900002"}
    _, first = the_form(host, "/relationships/r2/migration", "l2")
    assert 302 == host.post("/relationships/r2/migration", data={**first, **phone, "form_number": "17"}).status_code

    _, form = the_form(host)
    before = practice.journal.of(OFFICE, "relationship:r1")
    assert 409 == host.post(MIGRATION, data={**form, **phone, "form_number": "17"}).status_code
    assert [("17", "r2")] == filed(url)
    assert "active" == practice.relationships.get(THERAPIST, "r1").status
    assert before == practice.journal.of(OFFICE, "relationship:r1")

    assert 302 == host.post(MIGRATION, data={**form, **phone, "form_number": "18"}).status_code
    assert [("17", "r2"), ("18", "r1")] == filed(url)


def test_who_may_not_is_told_so(serve: Serve, practice: PracticeCore) -> None:
    """A1, A2; and where nobody is signed in, nobody is let in."""
    expected = {"": 403, "riverside/client/lena": 403, "elsewhere/therapist/efua": 404}
    for person, status in expected.items():
        with serve(*SERVER, SIGNED_IN=person) as address:
            refused = httpx.get(address + MIGRATION, params={"requested_by": "lena"})
            assert (person, status) == (person, refused.status_code)


def test_the_gateway_is_linked_to_and_listened_to(host: httpx.Client, practice: PracticeCore) -> None:
    """C9: its messages need no token of Django's, but its own signature."""
    assert "memory://cards/riverside/lena" == host.get("/clients/lena/card").headers["Location"]
    gateway = MemoryPayments(lambda: datetime.now(UTC))
    payload, signature = gateway.message_of_card("riverside", "lena", "pm_new")
    for mark, status in (("forged," + signature, 400), (signature, 204)):
        sent = host.post("/gateway/messages", content=payload, headers={"Stripe-Signature": mark})
        assert status == sent.status_code
    card = practice.clients.get(OFFICE, "lena").card
    assert card is not None
    assert "pm_new" == card.reference


def test_the_management_command_does_due_work(practice: PracticeCore, run: Run) -> None:
    session = book(practice, hours=3)
    done = run(MANAGE, "run_due")
    assert (0, "") == (done.returncode, done.stderr)
    assert "charged: 1\n" in done.stdout
    assert "paid" == practice.sessions.get(OFFICE, session).payment
    assert "charged" not in run(MANAGE, "run_due").stdout
