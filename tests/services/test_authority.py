"""Who sees what, where the table of authority alone does not tell (A1, A3)."""

from __future__ import annotations

import pytest
from tests.operations import ACTORS, world
from tests.worlds import World

from practice_core import Invalid, NotAllowed, NotFound


@pytest.mark.parametrize(
    ("name", "sees"),
    [(name, ["q1", "q3"]) for name in ("staff", "therapist", "attendee")]
    + [("payer", ["q1"]), ("new payer", ["q3"])]
    + [(name, []) for name in ("another therapist", "former payer", "stranger", "system", "staff elsewhere")],
)
def test_A1_M13_everybody_sees_the_pending_requests_that_concern_them(name: str, sees: list[str]) -> None:
    assert sees == [q.id for q in world().core.migrations.pending(ACTORS[name])]


@pytest.mark.parametrize("name", ["relationships.get", "sessions.of_relationship", "migrations.request"])
def test_A1_M13_whoever_is_asked_to_pay_sees_the_request_and_nothing_else(name: str) -> None:
    area, _, method = name.partition(".")
    more = {"requested_by": "gwen"} if method == "request" else {}
    with pytest.raises(NotFound):
        getattr(getattr(world().core, area), method)(ACTORS["new payer"], "own", **more)


def test_A1_a_request_under_a_relationship_one_does_not_see_is_not_found_as_a_request() -> None:
    with pytest.raises(NotFound) as hidden:
        world().core.migrations.accept(ACTORS["stranger"], "q1")

    assert (hidden.value.kind, hidden.value.id) == ("migration request", "q1")


def test_A1_a_session_under_a_relationship_one_does_not_see_is_not_found_as_a_session() -> None:
    with pytest.raises(NotFound) as hidden:
        world().core.sessions.get(ACTORS["stranger"], "s1")

    assert (hidden.value.kind, hidden.value.id) == ("session", "s1")


def test_A1_an_id_that_is_taken_is_no_news_for_whoever_may_not_use_it() -> None:
    """A1: trying ids on tells a client nothing about what is there."""
    w = world()

    for taken_or_not in ("r1", "free"):
        with pytest.raises(NotFound):
            w.core.relationships.open(w.sam, therapist_id="theo", attendee_id="sam", payer_id="sam", id=taken_or_not)
        with pytest.raises(NotAllowed):
            w.core.clients.register(w.sam, given_name="N", family_name="N", id=taken_or_not)


def test_A1_a_therapist_sees_whom_they_registered_and_opens_relationships_with_them() -> None:
    w = World()
    w.person("new", by=w.tess)

    assert w.core.clients.get(w.tess, "new").id == "new"
    assert w.core.relationships.of_client(w.tess, "new") == ()
    with pytest.raises(NotFound):
        w.core.clients.get(w.theo, "new")
    with pytest.raises(NotFound):
        w.core.relationships.open(w.theo, therapist_id="theo", attendee_id="new", payer_id="new")
    assert w.core.relationships.open(w.tess, therapist_id="tess", attendee_id="new", payer_id="new").id


def test_A1_a_therapist_sees_of_a_client_only_what_is_theirs() -> None:
    w = world()
    w.core.relationships.open(w.staff, therapist_id="tess", attendee_id="alex", payer_id="pat", id="rt")

    assert [r.id for r in w.core.relationships.of_client(w.tess, "alex")] == ["rt"]
    assert {"r0", "own", "r1", "rt"} == {r.id for r in w.core.relationships.of_client(w.alex, "alex")}


def test_A3_a_payer_sees_nothing_of_the_attendees_account() -> None:
    with pytest.raises(NotFound):
        world().core.clients.get(ACTORS["payer"], "alex")


@pytest.mark.parametrize(
    ("thing", "code"),
    [
        ("r1", "done"),
        ("relationship:r1", "done"),
        ("nothing", "not_found"),
        ("client:r1", "not_found"),
        ("planet:r1", "not_found"),
    ],
)
def test_J2_a_thing_of_the_journal_is_named_by_id_or_kind_and_id(thing: str, code: str) -> None:
    w = world()
    try:
        w.core.journal.of(w.staff, thing)
    except NotFound as error:
        assert code == error.code
    else:
        assert code == "done"


def test_J2_where_ids_collide_the_kind_has_to_be_said_but_only_among_what_one_sees() -> None:
    w = World()
    w.person("theo", by=w.tess)

    with pytest.raises(Invalid) as refused:
        w.core.journal.of(w.staff, "theo")
    assert "client:theo, therapist:theo" in str(refused.value)
    assert [e.what for e in w.core.journal.of(w.theo, "theo")] == ["registered"]
