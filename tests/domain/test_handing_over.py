"""Handing over to another payer: the verdict, and everything that changes (M13, P1, M7 to M9)."""

from __future__ import annotations

from datetime import UTC, date, datetime

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.values import (
    AUCKLAND,
    DAY,
    FEE,
    HOUR,
    LOS_ANGELES,
    NOW,
    STAFF,
    TICK,
    asked,
    card,
    case,
    client,
    local,
    occasion,
    practice,
    relationship,
    session,
)

from practice_core import (
    Client,
    MigrationPreview,
    MigrationRequest,
    Refused,
    Relationship,
    RequestStatus,
    SessionStatus,
    UnderMinimumAge,
)
from practice_core.domain import requests
from practice_core.domain.case import Case
from practice_core.domain.client import Details
from practice_core.domain.migration import confirm, preview
from practice_core.domain.notice import Notice
from practice_core.domain.occasion import Deed
from practice_core.domain.verdict import Wish, named_wish, spoken_wish

CHILD = date(2015, 1, 1)
# First-party to another payer, and from one payer to another: Alex attends; Kim is to pay.
DIRECTIONS = {"from the attendee": "alex", "from another payer": "pat"}
every_direction = pytest.mark.parametrize("payer", DIRECTIONS.values(), ids=DIRECTIONS)


def accepted(by: str = "alex", **fields: object) -> MigrationRequest:
    """That Kim pay; and Kim has accepted."""
    given: dict[str, object] = {"new_payer_id": "kim", "accepted_at": NOW - HOUR}
    return asked(by, **(given | fields))  # type: ignore[arg-type]


def passing(
    payer: str = "pat", *, request: MigrationRequest | None = None, kim: Client | None = None, **more: object
) -> tuple[Case, Wish]:
    """A case that nothing stands in the way of, unless told otherwise, and the wish of its request."""
    request = request or accepted()
    clients = (kim or client("kim", card=card()), *more.pop("clients", ()))  # type: ignore[misc]
    one = case(relationship(payer=payer), clients=clients, requests=(request,), **more)  # type: ignore[arg-type]
    return one, named_wish(one, request, request.id)


def verdict(one: Case, wish: Wish, details: Details | None = None, at: datetime = NOW) -> MigrationPreview:
    """The preview, after seeing that confirming does the same (M9)."""
    answer = preview(one, wish, details or {}, at)
    try:
        confirm(one, wish, details or {}, "", occasion(at))
        confirmed = ""
    except Refused as refused:
        confirmed = refused.code
    assert (not confirmed, confirmed) == (answer.allowed, "".join(answer.refusals[:1]))
    return answer


def raised(one: Case, wish: Wish) -> Refused:
    with pytest.raises(Refused) as refused:
        confirm(one, wish, {}, "", occasion())
    return refused.value


def record(one: Case, by: str = "alex", to: str = "kim", at: datetime = NOW) -> Deed[MigrationRequest]:
    return requests.request(one, requested_by=by, new_payer_id=to, channel="", occasion=occasion(at))


# What changes


@every_direction
def test_M13_the_old_one_ends_the_new_one_opens_and_each_names_the_other(payer: str) -> None:
    one, wish = passing(payer, upcoming=(session(),))
    deed = confirm(one, wish, {}, "", occasion())
    done = deed.answer

    assert ("ended", "transferred", NOW, str(STAFF), done.opened.id) == (
        done.ended.status,
        done.ended.end_reason,
        done.ended.ended_at,
        done.ended.ended_by,
        done.ended.successor_id,
    )
    assert relationship(done.opened.id, payer="kim", opened_at=NOW, predecessor_id="r1") == done.opened
    assert [s.id for s in done.sessions_to_rebook if s.needs_rebooking] == ["s1"]
    assert [q.status for q in deed.changed if isinstance(q, MigrationRequest)] == ["confirmed"]
    assert [(e.thing, e.what, e.requested_by) for e in deed.entries] == [
        ("relationship:r1", "transferred", "alex"),
        (f"relationship:{done.opened.id}", "opened_by_transfer", "alex"),
    ]
    assert deed.entries[-1].facts == {"payer_id": "kim", "predecessor_id": "r1", "awaits_agreement": False}


def test_M13_back_to_the_attendee_it_is_a_migration_by_the_same_machinery() -> None:
    one = case(relationship(payer="kim"), clients=(client("kim"),))
    done = confirm(one, spoken_wish(one, "alex", NOW), {}, "", occasion()).answer

    assert ("migrated", "alex") == (done.ended.end_reason, done.opened.payer_id)


@every_direction
def test_M13_a_relationship_that_the_new_payer_has_already_becomes_the_successor(payer: str) -> None:
    one, wish = passing(payer)
    own = relationship("kims", payer="kim", fee=None, predecessor_id="r0")
    one = attrs.evolve(one, family=(*one.family, own))

    deed = confirm(one, wish, {}, "", occasion())

    assert (own, "kims") == (deed.answer.opened, deed.answer.ended.successor_id)
    assert [r.id for r in (*deed.added, *deed.changed) if isinstance(r, Relationship)] == ["r1"]
    assert "succeeded_by_transfer" == deed.entries[-1].what


def test_M10_pending_requests_of_others_are_superseded() -> None:
    other = asked("pat", name="theirs")
    one, wish = passing()
    one = attrs.evolve(one, requests=(*one.requests, other))

    deed = confirm(one, wish, {}, "", occasion())

    statuses = {q.id: q.status for q in deed.changed if isinstance(q, MigrationRequest)}
    assert statuses == {"q1": "confirmed", "theirs": "superseded"}


def test_S11_nobody_has_yet_to_agree_to_what_was_handed_over() -> None:
    """The attendee does not pay, and whoever does has accepted: also where the attendee had yet to agree before."""
    one, wish = passing("alex")
    waiting = attrs.evolve(one.relationship, awaits_agreement=True)
    done = confirm(one.of(waiting), wish, {}, "", occasion()).answer

    assert (False, False) == (done.ended.awaits_agreement, done.opened.awaits_agreement)


def test_M11_a_child_under_the_new_relationship_comes_up_for_review_like_under_the_old() -> None:
    one, wish = passing(request=accepted("pat"), clients=(client("alex", date_of_birth=CHILD),))
    deed = confirm(one, wish, {}, "", occasion())

    assert (CHILD, 16) == (deed.answer.opened.attendee_born_on, deed.answer.opened.under_age_by)
    assert ((Client, "alex"),) == deed.touched


# Who is told


def told(deed: Deed[object]) -> list[tuple[str, str]]:
    return [(str(n.kind), n.addressee) for n in deed.added if isinstance(n, Notice)]


def test_N_of_a_confirmation_both_payers_are_told_and_an_attendee_who_is_neither() -> None:
    one, wish = passing()
    assert told(confirm(one, wish, {}, "", occasion())) == [
        ("yours_to_pay", "client:kim"),
        ("no_longer_yours_to_pay", "client:pat"),
        ("payer_changed", "client:alex"),
    ]
    one, wish = passing("alex")
    assert told(confirm(one, wish, {}, "", occasion())) == [
        ("yours_to_pay", "client:kim"),
        ("no_longer_yours_to_pay", "client:alex"),
    ]


def test_N4_of_an_attendee_under_age_the_two_payers_alone_are_told() -> None:
    one, wish = passing(request=accepted("pat"), clients=(client("alex", date_of_birth=CHILD),))
    assert told(confirm(one, wish, {}, "", occasion())) == [
        ("yours_to_pay", "client:kim"),
        ("no_longer_yours_to_pay", "client:pat"),
    ]


@pytest.mark.parametrize(
    ("payer", "by", "born", "others"),
    [
        ("pat", "alex", None, ["client:pat"]),
        ("alex", "alex", None, []),
        ("pat", "alex", CHILD, ["client:pat"]),
        # What would go to the child goes to the payer alone, who asked themselves (N4).
        ("pat", "pat", CHILD, ["client:pat"]),
    ],
)
def test_N_of_a_request_the_one_who_is_to_pay_is_told_and_those_who_did_not_ask(
    payer: str, by: str, born: date | None, others: list[str]
) -> None:
    one, _ = passing(payer, clients=(client("alex", date_of_birth=born),))
    deed = record(attrs.evolve(one, requests=()), by)

    assert told(deed) == [
        ("asked_to_pay", "client:kim"),
        *[("handing_over_requested", to) for to in (*others, "therapist:theo")],
    ]


def test_C2_M7_the_former_payer_is_told_what_they_still_owe_and_to_whom_it_passed() -> None:
    held = session("held", NOW - DAY, status=SessionStatus.ATTENDED)
    to_come = session("to come", NOW + TICK)
    one, wish = passing(unsettled=(held, to_come), upcoming=(to_come,))

    added = confirm(one, wish, {}, "", occasion()).added
    facts = next(n.facts for n in added if isinstance(n, Notice) and n.addressee == "client:pat")

    assert facts == {
        "owed": FEE.minor_units,
        "currency": "GBP",
        "owed_for": ("held",),
        "no_longer_theirs": ("to come",),
        "passed_to": "kim",
    }


# M1


@every_direction
def test_M1_an_ended_one_is_refused_naming_its_active_successor_whatever_else_is_wrong(payer: str) -> None:
    ended = relationship(payer=payer).closed(at=NOW - DAY, reason="x", by="y", successor_id="r2")
    one, wish = passing(payer, request=accepted(accepted_at=None), kim=client("kim", phone=None))
    one = attrs.evolve(one, relationship=ended, family=(ended, relationship("r2", payer="sam")))

    assert verdict(one, wish).refusals == ("relationship_ended",)
    refused = raised(one, wish)
    assert (refused.rule, getattr(refused, "successor_id", None)) == ("M13", "r2")
    with pytest.raises(Refused) as not_recorded:
        record(one)
    assert not_recorded.value.code == "relationship_ended"


def test_M13_whoever_pays_already_is_refused_before_anything_else_is_asked() -> None:
    request = accepted(new_payer_id="pat", accepted_at=None)
    one, wish = passing(request=request)
    assert (verdict(one, wish).refusals, raised(one, wish).rule) == (("already_payer",), "M13")
    with pytest.raises(Refused) as refused:
        record(one, to="pat")
    assert refused.value.code == "already_payer"


def test_M13_a_first_party_relationship_can_be_handed_over_but_not_to_its_attendee() -> None:
    one, wish = passing("alex")
    assert verdict(one, wish).allowed is True
    with pytest.raises(Refused) as refused:
        record(one, to="alex")
    assert refused.value.code == "not_third_party"


# Who asks


@pytest.mark.parametrize(
    ("by", "born", "refusal"),
    [
        ("alex", date(1990, 5, 17), None),
        ("alex", CHILD, None),
        ("alex", None, None),
        ("pat", CHILD, None),
        ("pat", date(1990, 5, 17), "attendee_must_ask"),
        # Nobody who may be of age is spoken for.
        ("pat", None, "attendee_must_ask"),
        ("kim", CHILD, "not_a_party"),
        ("theo", CHILD, "not_a_party"),
    ],
)
def test_M13_the_attendee_asks_and_the_payer_only_while_the_attendee_is_under_age(
    by: str, born: date | None, refusal: str | None
) -> None:
    one, wish = passing(request=accepted(by), clients=(client("alex", date_of_birth=born),))
    assert verdict(one, wish).refusals == ((refusal,) if refusal else ())
    if refusal is None:
        assert record(attrs.evolve(one, requests=()), by).answer.status is RequestStatus.PENDING
        return
    with pytest.raises(Refused) as refused:
        record(one, by)
    assert (refused.value.code, refused.value.rule) == (refusal, "M2" if refusal == "not_a_party" else "M13")


@pytest.mark.parametrize("zone", [LOS_ANGELES, AUCKLAND])
def test_M13_what_the_payer_asked_for_a_child_counts_until_the_birthday_in_the_practices_zone(zone: str) -> None:
    midnight = local(zone, 2026, 6, 1).astimezone(UTC)
    request = accepted("pat", at=midnight - DAY)
    one, wish = passing(request=request, at=practice(zone), clients=(client("alex", date_of_birth=date(2010, 6, 1)),))

    assert verdict(one, wish, at=midnight - TICK).refusals == ()
    assert verdict(one, wish, at=midnight).refusals == ("attendee_must_ask",)


# P1, M5, M6


def test_P1_a_minor_never_becomes_a_payer_and_the_refusal_carries_the_date() -> None:
    one, wish = passing(kim=client("kim", card=card(), date_of_birth=date(2011, 3, 4)))
    refused = raised(one, wish)

    assert isinstance(refused, UnderMinimumAge)
    assert (refused.rule, refused.eligible_on) == ("P1", date(2027, 3, 4))
    assert verdict(one, wish).eligible_on == date(2027, 3, 4)


def test_P1_an_unknown_date_of_birth_of_the_new_payer_is_no_obstacle_but_one_given_counts() -> None:
    one, wish = passing(kim=client("kim", card=card(), date_of_birth=None))

    assert (verdict(one, wish).allowed, verdict(one, wish).missing_details) == (True, ())
    assert verdict(one, wish, {"date_of_birth": CHILD}).refusals == ("under_minimum_age",)


def test_M6_the_new_payers_account_is_complete_and_gaps_may_be_given() -> None:
    one, wish = passing(kim=client("kim", card=card(), phone=" ", email=None, date_of_birth=None))

    assert verdict(one, wish).refusals == ("details_missing",)
    assert verdict(one, wish).missing_details == ("email", "phone")
    deed = confirm(one, wish, {"phone": "1", "email": "kim@people.example"}, "", occasion())
    assert [("kim", "1")] == [(c.id, c.phone) for c in deed.changed if isinstance(c, Client)]
    assert verdict(one, wish, {"given_name": "Other"}).refusals == ("details_conflict",)


def test_M6_the_new_payers_email_is_not_the_former_payers() -> None:
    one, wish = passing(kim=client("kim", card=card(), email=" PAT@people.example"))
    assert verdict(one, wish).refusals == ("shared_email",)
    one, wish = passing("alex", kim=client("kim", card=card(), email="alex@people.example"))
    assert verdict(one, wish).refusals == ("shared_email",)


# Acceptance and card


@pytest.mark.parametrize("policy", [{}, {"acceptance_required": True, "card_required_first": True}])
def test_M13_the_new_payer_accepts_and_has_a_card_whatever_the_policy_says(policy: dict[str, bool]) -> None:
    request = accepted(accepted_at=None)
    one, wish = passing(request=request, kim=client("kim", card=card(2026, 5)), at=practice(**policy))

    assert verdict(one, wish).refusals == ("acceptance_required", "card_required")
    assert verdict(one, wish).card_on_file is False
    assert raised(one, wish).rule == "M13"
    one, wish = passing(kim=client("kim"), at=practice(**policy))
    assert (verdict(one, wish).refusals, raised(one, wish).rule) == (("card_required",), "M13")
    assert getattr(raised(one, wish), "client_id", None) == "kim"


def test_M9_every_rule_that_refuses_is_named_in_order() -> None:
    child = client("kim", phone=None, email="pat@people.example", date_of_birth=CHILD)
    one, wish = passing(request=accepted("pat", accepted_at=None), kim=child)
    later = ("details_missing", "shared_email", "acceptance_required", "card_required")

    assert verdict(one, wish).refusals == ("under_minimum_age", "attendee_must_ask", *later)
    one, wish = passing(request=accepted("sam", accepted_at=None), kim=child)
    assert verdict(one, wish).refusals == ("not_a_party", "under_minimum_age", *later)


# M10: two wishes at once


def test_M10_who_is_said_to_ask_for_one_thing_while_another_of_theirs_is_pending_withdraws_that_first() -> None:
    request = accepted()
    one, _ = passing(request=request)
    wish = spoken_wish(one, "alex", NOW)

    assert verdict(one, wish).refusals == ("already_requested",)
    assert getattr(raised(one, wish), "request_id", None) == request.id
    # The other client's is superseded, as always.
    done = confirm(attrs.evolve(one, requests=(accepted("pat"),)), wish_of("alex", one), {}, "", occasion())
    assert [q.status for q in done.changed if isinstance(q, MigrationRequest)] == ["superseded"]


def wish_of(client_id: str, one: Case) -> Wish:
    return spoken_wish(attrs.evolve(one, requests=()), client_id, NOW)


def test_S11_having_asked_that_somebody_else_pay_is_no_agreement_to_pay_oneself() -> None:
    request = asked("pat", name="theirs")
    one = case(clients=(client("kim", card=card()),), requests=(accepted(accepted_at=None), request))

    done = confirm(one, named_wish(one, request, "theirs"), {}, "", occasion()).answer

    assert (True, True) == (done.ended.awaits_agreement, done.opened.awaits_agreement)


# M9, for anybody

births = st.sampled_from([None, date(1990, 5, 17), CHILD, date(2010, 6, 1), date(2010, 6, 2)])
kims = st.builds(
    lambda born, email, phone, kept: client("kim", date_of_birth=born, email=email, phone=phone, card=kept),
    births,
    st.sampled_from([None, "kim@people.example", "pat@people.example", "alex@people.example"]),
    st.sampled_from([None, "+44 1"]),
    st.sampled_from([None, card(2026, 5), card()]),
)


@given(
    payer=st.sampled_from(["alex", "pat", "kim"]),
    born=births,
    kim=kims,
    by=st.sampled_from(["alex", "pat", "kim"]),
    asked_at=st.sampled_from([NOW - TICK, NOW - 30 * DAY]),
    has_accepted=st.booleans(),
    gone=st.booleans(),
    details=st.fixed_dictionaries(
        {}, optional={"phone": st.just("+44 1"), "date_of_birth": st.sampled_from([CHILD, date(1990, 5, 17)])}
    ),
)
def test_M9_the_previews_verdict_is_what_confirming_does(
    *,
    payer: str,
    born: date | None,
    kim: Client,
    by: str,
    asked_at: datetime,
    has_accepted: bool,
    gone: bool,
    details: Details,
) -> None:
    """M9, P1: whoever asks, of whatever age, whatever is on file or given; and no minor pays."""
    request = accepted(by, at=asked_at, accepted_at=NOW if has_accepted else None)
    one, wish = passing(payer, request=request, kim=kim, clients=(client("alex", date_of_birth=born),))
    if gone:
        one = one.of(one.relationship.closed(at=NOW, reason="x", by="y"))
    answer = verdict(one, wish, details)

    assert len(set(answer.refusals)) == len(answer.refusals)
    if answer.allowed:
        done = confirm(one, wish, details, "", occasion()).answer
        assert (has_accepted, kim.card == card(), done.opened.payer_id) == (True, True, "kim")
        assert kim.filled(details).date_of_birth in (None, date(1990, 5, 17), date(2010, 6, 1))
