"""Previewing, requesting and confirming through the services (M1 to M10, M12)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime
from itertools import product
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.values import ADULT, AUCKLAND, DAY, HOUR, LONDON, LOS_ANGELES, NOW, STAFF, TICK, local
from tests.worlds import World, family

from practice_core import (
    AlreadyExists,
    AlreadyRequested,
    DetailsConflict,
    Invalid,
    MigrationRequest,
    NotAllowed,
    NotAParty,
    NotFound,
    NotThirdParty,
    PracticeError,
    Relationship,
    RelationshipEnded,
    RequestNotPending,
    UnderMinimumAge,
)
from practice_core.domain.notice import Notice


def requests(w: World) -> dict[str, str]:
    return {request.id: str(request.status) for request in w.kept(MigrationRequest).values()}


# M7, M9


def test_M7_confirming_does_all_of_it_in_one_transaction() -> None:
    w = family()
    w.book(id="s1")
    w.core.migrations.request(STAFF, "r1", requested_by="alex", channel="by letter", id="q1")
    w.core.migrations.request(STAFF, "r1", requested_by="pat", id="q2")
    told = len(w.notices())

    done = w.migrate(id="r2")

    ended, opened = w.core.relationships.get(STAFF, "r1"), w.core.relationships.get(STAFF, "r2")
    assert (ended, opened) == (done.ended, done.opened)
    assert ("migrated", "r2", "alex", "r1", ended.fee) == (
        ended.end_reason,
        ended.successor_id,
        opened.payer_id,
        opened.predecessor_id,
        opened.fee,
    )
    assert requests(w) == {"q1": "confirmed", "q2": "superseded"}
    assert w.notices()[told:] == [("add_card", "client:alex"), ("no_longer_yours_to_pay", "client:pat")]
    assert [s.id for s in done.sessions_to_rebook] == ["s1"]
    assert [e.what for e in w.core.journal.of(STAFF, "relationship:r1")] == [
        "opened",
        "migration_requested",
        "migration_requested",
        "request_superseded",
        "migrated",
    ]
    assert [e.what for e in w.core.journal.of(STAFF, "relationship:r2")] == ["opened_by_migration"]


def test_M6_missing_details_are_saved_in_the_same_transaction_or_not_at_all() -> None:
    w = family(born=None)

    with pytest.raises(UnderMinimumAge):
        w.migrate(details={"date_of_birth": "2015-01-01"})
    assert w.core.clients.get(STAFF, "alex").date_of_birth is None
    w.migrate(details={"date_of_birth": "1990-05-17"})
    assert w.core.clients.get(STAFF, "alex").date_of_birth == ADULT


def test_M6_nobody_grows_older_by_a_form() -> None:
    w = family(born=date(2015, 1, 1))
    rows = w.rows()

    with pytest.raises(DetailsConflict) as refused:
        w.migrate(details={"date_of_birth": "1990-01-01"})

    assert (("date_of_birth",), rows) == (refused.value.fields, w.rows())


def test_M7_the_own_relationship_they_have_becomes_the_successor() -> None:
    w = World()
    for name in ("alex", "pat"):
        w.person(name)
    own = w.open(payer="alex", id="own", fee=None)
    w.open()

    done = w.migrate()

    assert own == done.opened == w.core.relationships.get(STAFF, "own")
    assert [e.what for e in w.core.journal.of(STAFF, "relationship:own")] == ["opened", "succeeded_by_migration"]
    assert {"r1", "own"} == set(w.kept(Relationship))


def test_M1_what_was_migrated_is_migrated_and_names_its_successor() -> None:
    w = family()
    w.migrate()

    with pytest.raises(RelationshipEnded) as refused:
        w.migrate()
    assert (refused.value.rule, refused.value.successor_id) == ("M1", "r2")
    with pytest.raises(NotThirdParty):
        w.migrate("r2")


@pytest.mark.parametrize("zone", [LOS_ANGELES, AUCKLAND])
def test_M3_it_turns_at_midnight_of_the_birthday_in_the_practices_zone(zone: str) -> None:
    w = family(born=date(2010, 6, 5), zone=zone)
    midnight = local(zone, 2026, 6, 5).astimezone(UTC)

    w.clock.set(midnight - TICK)
    early = w.core.migrations.preview(w.theo, "r1", requested_by="alex")
    with pytest.raises(UnderMinimumAge):
        w.migrate()
    w.clock.set(midnight)

    assert (("under_minimum_age",), date(2026, 6, 5)) == (early.refusals, early.eligible_on)
    assert w.core.migrations.preview(w.theo, "r1", requested_by="alex").eligible_on is None
    assert w.migrate().opened.payer_id == "alex"


def test_M4_a_request_recorded_before_the_birthday_does_not_count_and_one_since_does() -> None:
    w = family(born=date(2010, 6, 5))
    w.core.migrations.request(w.alex, "r1", requested_by="alex", id="early")
    w.clock.set(local(LONDON, 2026, 6, 5).astimezone(UTC))

    assert w.core.migrations.preview(STAFF, "r1", request_id="early").refusals == ("attendee_must_ask",)
    assert w.core.migrations.preview(STAFF, "r1", requested_by="pat").refusals == ("attendee_must_ask",)
    assert w.core.migrations.preview(STAFF, "r1", requested_by="alex").allowed is True


# M10


def test_M10_a_request_asks_M1_and_M2_only() -> None:
    w = family(born=date(2020, 1, 1), acceptance_required=True, card_required_first=True)
    w.person("sam")

    asked = w.core.migrations.request(w.theo, "r1", requested_by="pat", channel="by telephone")

    assert (
        asked.requested_by,
        asked.requested_at,
        asked.channel,
        asked.recorded_by,
        asked.expires_at,
        asked.status,
    ) == ("pat", NOW, "by telephone", "therapist:theo", NOW + 30 * DAY, "pending")
    for stranger in ("sam", "theo", "nobody"):
        with pytest.raises(NotAParty) as refused:
            w.core.migrations.request(STAFF, "r1", requested_by=stranger)
        assert refused.value.rule == "M2"
    w.open("sam", "sam", id="own")
    with pytest.raises(NotThirdParty):
        w.core.migrations.request(STAFF, "own", requested_by="sam")
    w.core.relationships.end(STAFF, "own", reason="pause")
    with pytest.raises(RelationshipEnded) as ended:
        w.core.migrations.request(STAFF, "own", requested_by="sam")
    assert ended.value.rule == "M1"


def test_A2_a_client_asks_for_nobody_else() -> None:
    with pytest.raises(NotAllowed):
        family().core.migrations.request(World().pat, "r1", requested_by="alex")


def test_M10_one_is_pending_for_each_client_until_its_time_is_over() -> None:
    w = family()
    w.core.migrations.request(w.alex, "r1", requested_by="alex", id="q1")
    w.core.migrations.request(w.pat, "r1", requested_by="pat", id="q2")
    w.forward(30 * DAY - TICK)

    with pytest.raises(AlreadyRequested) as refused:
        w.core.migrations.request(w.alex, "r1", requested_by="alex")
    assert refused.value.request_id == "q1"
    assert [q.id for q in w.core.migrations.pending(w.theo)] == ["q1", "q2"]

    w.forward(TICK)
    assert w.core.migrations.pending(w.theo) == ()
    w.core.migrations.request(w.alex, "r1", requested_by="alex", id="q3")
    assert requests(w) == {"q1": "expired", "q2": "pending", "q3": "pending"}
    assert w.kept(MigrationRequest)["q1"].closed_at == NOW + 30 * DAY
    assert [q.id for q in w.core.migrations.pending(STAFF)] == ["q3"]


@pytest.mark.parametrize("days", [1, 90])
def test_M10_the_validity_is_the_policys(days: int) -> None:
    w = family(request_valid_days=days)
    w.core.migrations.request(w.alex, "r1", requested_by="alex", id="q1")
    w.forward(days * DAY - TICK)
    assert w.core.migrations.preview(STAFF, "r1", request_id="q1").allowed is True

    w.forward(TICK)
    with pytest.raises(RequestNotPending) as refused:
        w.core.migrations.confirm(STAFF, "r1", request_id="q1")
    assert refused.value.status == "expired"


def test_M10_declined_with_a_reason_and_whoever_asked_is_told() -> None:
    w = family()
    w.core.migrations.request(w.pat, "r1", requested_by="pat", id="q1")

    for blank in ("", " \n"):
        with pytest.raises(Invalid):
            w.core.migrations.decline(w.theo, "q1", reason=blank)
    declined = w.core.migrations.decline(w.theo, "q1", reason="too early")

    assert (declined.status, declined.closed_at, declined.close_reason) == ("declined", NOW, "too early")
    assert w.notices()[-1] == ("request_declined", "client:pat")
    for again in (
        lambda: w.core.migrations.decline(w.theo, "q1", reason="still"),
        lambda: w.core.migrations.withdraw(w.pat, "q1"),
        lambda: w.core.migrations.accept(w.alex, "q1"),
        lambda: w.core.migrations.confirm(STAFF, "r1", request_id="q1"),
    ):
        with pytest.raises(RequestNotPending) as refused:
            again()
        assert refused.value.status == "declined"


def test_M10_withdrawn_by_the_client_who_asked_or_for_them() -> None:
    w = family()
    w.core.migrations.request(w.pat, "r1", requested_by="pat", id="q1")
    w.core.migrations.request(w.alex, "r1", requested_by="alex", id="q2")

    with pytest.raises(NotAllowed):
        w.core.migrations.withdraw(w.alex, "q1")
    assert w.core.migrations.withdraw(w.pat, "q1").status == "withdrawn"
    assert w.core.migrations.withdraw(STAFF, "q2").status == "withdrawn"
    assert w.core.journal.of(STAFF, "relationship:r1")[-1].requested_by == "alex"


def test_M10_an_acceptance_is_kept_once() -> None:
    w = family()
    w.core.migrations.request(w.pat, "r1", requested_by="pat", id="q1")
    first = w.core.migrations.accept(w.alex, "q1")
    w.forward(HOUR)
    rows = w.rows()

    assert first == w.core.migrations.accept(w.alex, "q1")
    assert (NOW, rows) == (first.accepted_at, w.rows())
    w.core.migrations.confirm(STAFF, "r1", request_id="q1")
    rows = w.rows()
    assert w.core.migrations.accept(w.alex, "q1").status == "confirmed"
    assert rows == w.rows()


def test_M12_the_payers_request_waits_for_the_attendee_where_the_policy_says_so() -> None:
    w = family(acceptance_required=True)
    w.core.migrations.request(w.pat, "r1", requested_by="pat", id="q1")

    assert w.core.migrations.preview(STAFF, "r1", request_id="q1").refusals == ("acceptance_required",)
    w.core.migrations.accept(w.alex, "q1")
    assert w.core.migrations.confirm(STAFF, "r1", request_id="q1").opened.payer_id == "alex"


def test_M12_a_card_first_where_the_policy_says_so() -> None:
    w = family(card_required_first=True)

    assert w.core.migrations.preview(STAFF, "r1", requested_by="alex").refusals == ("card_required",)
    w.with_card("alex", 2026, 5)
    assert w.core.migrations.preview(STAFF, "r1", requested_by="alex").card_on_file is False
    w.with_card("alex", 2026, 6)
    assert w.core.migrations.preview(STAFF, "r1", requested_by="alex").card_on_file is True
    assert ("yours_to_pay", "client:alex") in (w.migrate(), w.notices())[1]


def test_M10_who_asked_is_said_in_one_way() -> None:
    w = family()
    for way in ({}, {"requested_by": "alex", "request_id": "q1"}, {"requested_by": ""}, {"request_id": ""}):
        with pytest.raises(Invalid):
            w.core.migrations.preview(STAFF, "r1", **way)  # type: ignore[arg-type]
        with pytest.raises(Invalid):
            w.core.migrations.confirm(STAFF, "r1", **way)  # type: ignore[arg-type]


def test_M10_a_request_that_is_not_there_is_not_found() -> None:
    w = family()
    for act in (
        lambda: w.core.migrations.preview(STAFF, "r1", request_id="nothing"),
        lambda: w.core.migrations.accept(STAFF, "nothing"),
        lambda: w.core.migrations.preview(STAFF, "nothing", requested_by="alex"),
    ):
        with pytest.raises(NotFound):
            act()


def test_the_new_relationship_may_have_the_hosts_id_unless_it_is_taken() -> None:
    w = family()

    with pytest.raises(AlreadyExists):
        w.migrate(id="r1")
    assert w.migrate(id="mine").opened.id == "mine"


# M9: whatever the world is like

ALL_SORTS = st.fixed_dictionaries(
    {
        "born": st.sampled_from([None, ADULT, date(2010, 6, 1), date(2010, 6, 2), date(2008, 2, 29)]),
        "card": st.sampled_from([None, (2026, 5), (2026, 6)]),
        "policy": st.fixed_dictionaries(
            {
                "acceptance_required": st.booleans(),
                "card_required_first": st.booleans(),
                "minimum_payer_age": st.sampled_from([16, 18]),
            }
        ),
        "recorded": st.sampled_from(["", "alex", "pat", "pat accepted", "alex and pat"]),
        "waited": st.sampled_from([0 * DAY, DAY, 30 * DAY - TICK, 30 * DAY]),
        "blank": st.sets(st.sampled_from(["email", "phone"])),
        "fate": st.sampled_from(["", "", "", "ended", "migrated"]),
        "zone": st.sampled_from([LONDON, LOS_ANGELES, AUCKLAND]),
    }
)
GIVEN = st.fixed_dictionaries(
    {},
    optional={
        "date_of_birth": st.sampled_from(["1990-05-17", "2011-01-01", "2999-01-01"]),
        "phone": st.sampled_from(["+44 1", "bad\n"]),
        "email": st.sampled_from(["alex@people.example", "pat@people.example"]),
    },
)


def arranged(sort: dict[str, Any]) -> World:
    w = World(zone=sort["zone"], **sort["policy"])
    w.person("alex", born=sort["born"], **dict.fromkeys(sort["blank"], ""))
    w.person("pat", has_card=True)
    w.person("sam")
    if sort["card"]:
        w.with_card("alex", *sort["card"])
    w.open()
    w.book(id="s1", starts_at=NOW + 90 * DAY)
    for name in ("alex", "pat"):
        if name in sort["recorded"]:
            w.core.migrations.request(STAFF, "r1", requested_by=name, id=f"q-{name}")
    if "accepted" in sort["recorded"]:
        w.core.migrations.accept(w.alex, "q-pat")
    w.forward(sort["waited"])
    if sort["fate"] == "ended":
        w.core.relationships.end(STAFF, "r1", reason="pause", cancel_upcoming=True)
    if sort["fate"] == "migrated" and w.core.migrations.preview(STAFF, "r1", requested_by="alex").allowed:
        w.migrate(id="done")
    return w


def answered(act: Callable[[], Any]) -> tuple[str, Any]:
    """What came of it: an error by its code, or an answer."""
    try:
        return "", act()
    except PracticeError as error:
        return error.code, error


@given(
    sort=ALL_SORTS,
    by=st.sampled_from(["alex", "pat", "sam", "q-alex", "q-pat"]),
    details=GIVEN,
    actor=st.sampled_from(["staff", "theo", "alex", "tess"]),
)
def test_M9_a_preview_tells_what_confirming_does_and_neither_it_nor_a_refusal_writes_anything(
    sort: dict[str, Any], by: str, details: dict[str, object], actor: str
) -> None:
    """M9: the same answer or error, whoever asks about whom; D1: a refusal leaves every row as it was."""
    w = arranged(sort)
    asked = {"request_id" if by.startswith("q-") else "requested_by": by, "details": details}
    me, before = getattr(w, actor), w.rows()

    unseen, preview = answered(lambda: w.core.migrations.preview(me, "r1", **asked))
    assert before == w.rows()
    error, done = answered(lambda: w.core.migrations.confirm(me, "r1", **asked))

    if error:
        assert before == w.rows()
    if unseen:
        assert unseen == error
    elif error:
        assert (False, error) == (preview.allowed, preview.refusals[0])
    else:
        assert (
            preview.allowed,
            preview.refusals,
            preview.eligible_on,
            preview.missing_details,
        ) == (True, (), None, ())
        assert preview.sessions_to_rebook == tuple(s.id for s in done.sessions_to_rebook)


@pytest.mark.parametrize(("by", "has_card"), list(product(["alex", "pat"], [False, True])))
def test_N_the_therapist_and_the_other_one_are_told_of_a_request(by: str, has_card: bool) -> None:
    w = family(has_card=has_card)

    w.core.migrations.request(STAFF, "r1", requested_by=by)

    other = "pat" if by == "alex" else "alex"
    assert [("migration_requested", f"client:{other}"), ("migration_requested", "therapist:theo")] == w.notices()


def test_N4_what_would_go_to_an_attendee_under_age_goes_to_the_payer_alone() -> None:
    w = family(born=date(2015, 1, 1))

    w.core.migrations.request(w.pat, "r1", requested_by="pat")
    w.book()

    assert w.notices() == [
        ("migration_requested", "client:pat"),
        ("migration_requested", "therapist:theo"),
        ("session_booked", "client:pat"),
        ("session_booked", "therapist:theo"),
    ]


def test_C2_M7_the_former_payer_is_told_what_they_owe_for_what_was_held_or_lost() -> None:
    w = family()
    w.book(id="held", starts_at=NOW + HOUR)
    w.book(id="lost", starts_at=NOW + 24 * HOUR)
    w.book(id="paid", starts_at=NOW + 2 * HOUR)
    w.book(id="to come", starts_at=datetime(2026, 6, 20, tzinfo=UTC))
    w.settle("paid", "paid")
    w.core.sessions.cancel(w.alex, "lost")
    w.forward(3 * HOUR)
    w.migrate()

    facts = next(n.facts for n in w.kept(Notice).values() if n.kind == "no_longer_yours_to_pay")
    assert facts == {
        "owed": 12000,
        "currency": "GBP",
        "owed_for": ("held", "lost"),
        "no_longer_theirs": ("to come",),
    }
