"""`clients.export`: one document with everything kept on a client, and no more than its reader may see (D3, A3)."""

from __future__ import annotations

import json
from importlib.resources import files
from typing import Any

import pytest
from jsonschema import Draft202012Validator, FormatChecker
from tests.values import DAY, HOUR, NOW, PRACTICE_ID, STAFF
from tests.worlds import World, family, remembered

from practice_core import Actor, NotAllowed, NotFound
from practice_core.domain import export

SCHEMA = json.loads(files("practice_core.domain").joinpath("client_export.schema.json").read_text())
VALID = Draft202012Validator(SCHEMA, format_checker=FormatChecker())
OF_OTHERS = {"alex": ("Alex", "alex@", "pm_alex"), "pat": ("Pat", "pat@", "pm_pat"), "kim": ("Kim", "kim@", "pm_kim")}


@remembered
def busy() -> World:
    """Alex attends at Pat's cost, is charged for and cancels; pays themselves since; and Kim is asked to."""
    w = family()
    w.person("kim", has_card=True)
    w.book(starts_at=NOW + 40 * HOUR, id="s1")
    w.book(starts_at=NOW + 9 * DAY, id="s2")
    w.book(starts_at=NOW + 10 * DAY, id="s3")
    w.core.sessions.cancel(w.alex, "s3", requested_by="alex", reason="a hospital appointment")
    w.core.run_due()
    w.core.migrations.request(STAFF, "r1", requested_by="pat", channel="in a call", id="q0")
    w.forward(HOUR)
    w.core.migrations.confirm(STAFF, "r1", request_id="q0", id="r2")
    w.core.cards.add(STAFF, "alex", reference="pm_alex")
    w.forward(HOUR)
    w.core.sessions.rebook(STAFF, "s2", id="s2-then")
    w.core.sessions.rebook(STAFF, "s1", id="s1-then")
    w.core.run_due()
    w.core.migrations.request(STAFF, "r2", requested_by="alex", new_payer_id="kim", channel="by post", id="q1")
    return w


def exported(w: World, actor: Actor, client_id: str) -> dict[str, Any]:
    document: dict[str, Any] = json.loads(w.core.clients.export(actor, client_id))
    assert [] == [(list(error.path), error.message) for error in VALID.iter_errors(document)]
    return document


def ids(document: dict[str, Any], part: str) -> list[str]:
    return [one["id"] for one in document[part]]


def test_the_schema_is_one() -> None:
    Draft202012Validator.check_schema(SCHEMA)
    assert export.VERSION == SCHEMA["properties"]["version"]["const"]


@pytest.mark.parametrize("client_id", ["alex", "pat", "kim"])
@pytest.mark.parametrize("own", [False, True], ids=["the office's", "their own"])
def test_D3_the_document_is_as_its_schema_says(client_id: str, own: bool) -> None:
    w = busy()
    document = exported(w, Actor.client(PRACTICE_ID, client_id) if own else STAFF, client_id)
    assert client_id == document["client"]["id"]
    assert ("client:" + client_id if own else "staff:desk") == document["exported_by"]


def test_D3_the_office_exports_everything_in_order() -> None:
    document = exported(busy(), STAFF, "alex")
    assert ("Alex", "alex@people.example", "pm_alex") == (
        document["client"]["given_name"],
        document["client"]["email"],
        document["client"]["card"]["reference"],
    )
    assert ["r1", "r2"] == ids(document, "relationships")
    assert ["q0", "q1"] == ids(document, "requests")
    assert {"s1", "s2", "s3", "s1-then", "s2-then"} == set(ids(document, "sessions"))
    starts = [one["starts_at"] for one in document["sessions"]]
    assert sorted(starts) == starts
    assert ["charge"] == [one["kind"] for one in document["attempts"]]
    assert {"a hospital appointment", "by post", "in a call"} <= {one["note"] for one in document["journal"]}
    things = {one["thing"] for one in document["journal"]}
    assert {"client:alex", "relationship:r1", "relationship:r2", "session:s1", "session:s2-then"} <= things
    assert document["notices"]


def test_A3_whoever_paid_before_is_shown_nothing_of_what_came_after_but_their_own_money() -> None:
    w = busy()
    document = exported(w, w.pat, "pat")
    assert ["r1"] == ids(document, "relationships")
    sessions = {one["id"]: one for one in document["sessions"]}
    assert {"s1"} == sessions.keys()
    assert (None, "refunded", "") == tuple(sessions["s1"][name] for name in ("rebooked_as", "payment", "close_reason"))
    assert ["charge", "refund"] == [one["kind"] for one in document["attempts"]]
    assert {"client:pat", "relationship:r1"} == {one["thing"] for one in document["journal"]}


@pytest.mark.parametrize("client_id", ["alex", "pat", "kim"])
@pytest.mark.parametrize("own", [False, True], ids=["the office's", "their own"])
def test_A3_nothing_of_anybody_elses_account_is_in_it(client_id: str, own: bool) -> None:
    w = busy()
    text = w.core.clients.export(Actor.client(PRACTICE_ID, client_id) if own else STAFF, client_id)
    others = [mark for name, marks in OF_OTHERS.items() if name != client_id for mark in marks]
    assert [] == [mark for mark in others if mark in text]


def test_A3_clients_own_has_no_words_of_others_about_sessions() -> None:
    w = busy()
    text = w.core.clients.export(w.pat, "pat")
    assert ("in a call" in text, "hospital" in text, "by post" in text) == (True, False, False)


def test_A3_not_even_of_what_the_office_did_for_them() -> None:
    w = family()
    w.book(id="s1")
    w.core.sessions.cancel(STAFF, "s1", requested_by="pat", reason="says that Alex is in hospital")
    entries = exported(w, w.pat, "pat")["journal"]
    assert [entry["note"] for entry in entries if entry["what"] == "cancelled"] == [""]
    assert "hospital" in w.core.clients.export(STAFF, "pat")


def test_M13_whoever_is_asked_to_pay_has_the_request_and_not_the_relationship() -> None:
    w = busy()
    for actor in (STAFF, w.kim):
        document = exported(w, actor, "kim")
        assert (["q1"], [], []) == tuple(ids(document, part) for part in ("requests", "relationships", "sessions"))
    assert "" == exported(w, w.kim, "kim")["requests"][0]["channel"]


def test_A1_A2_the_office_and_they_themselves_export_and_nobody_else() -> None:
    w = busy()
    with pytest.raises(NotAllowed):
        w.core.clients.export(w.theo, "alex")
    for stranger in (w.pat, w.tess):
        with pytest.raises(NotFound):
            w.core.clients.export(stranger, "alex")


def test_D3_of_somebody_who_was_erased_what_is_left_is_exported() -> None:
    w = family()
    w.core.relationships.end(STAFF, "r1", reason="moved to the sea")
    w.core.clients.erase(STAFF, "pat")
    document = exported(w, STAFF, "pat")
    assert ("", None, "erased") == (
        document["client"]["given_name"],
        document["client"]["card"],
        document["relationships"][0]["end_reason"],
    )
