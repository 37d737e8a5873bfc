"""Who may take over paying, and everything that changes when they do (M1 to M9, M12, S11)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, date, datetime
from types import MappingProxyType

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.values import (
    ADULT,
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
    AttendeeMustAsk,
    Client,
    DetailsConflict,
    MigrationPreview,
    MigrationRequest,
    NotFound,
    Refused,
    Relationship,
    RequestStatus,
    SessionStatus,
    UnderMinimumAge,
)
from practice_core.domain.case import Case
from practice_core.domain.client import Details
from practice_core.domain.migration import confirm, preview
from practice_core.domain.notice import Notice
from practice_core.domain.session import Settlement
from practice_core.domain.verdict import Wish, named_wish, spoken_wish

NONE: Details = MappingProxyType({})


def verdict(
    one: Case, by: str = "alex", *, at: datetime = NOW, details: Details = NONE, wish: Wish | None = None
) -> MigrationPreview:
    """The preview, after seeing that confirming does the same (M9)."""
    wish = wish or spoken_wish(one, by, at)
    answer = preview(one, wish, details, at)
    try:
        confirm(one, wish, details, "", occasion(at))
        confirmed = ""
    except Refused as refused:
        confirmed = refused.code
    assert (not confirmed, confirmed) == (answer.allowed, "".join(answer.refusals[:1]))
    return answer


def raised(
    one: Case, by: str = "alex", at: datetime = NOW, details: Details = NONE, wish: Wish | None = None
) -> Refused:
    with pytest.raises(Refused) as refused:
        confirm(one, wish or spoken_wish(one, by, at), details, "", occasion(at))
    return refused.value


def ended(successor: str | None = None) -> Relationship:
    return relationship().closed(at=NOW - DAY, reason="migrated", by="staff:desk", successor_id=successor)


# M1


def test_M1_a_first_party_relationship_has_nothing_to_migrate() -> None:
    assert verdict(case(relationship(payer="alex"))).refusals == ("not_third_party",)


def test_M1_an_ended_one_is_refused_naming_its_active_successor() -> None:
    refused = raised(case(ended("r2"), relationship("r2", payer="alex")))

    assert (
        refused.code,
        refused.rule,
        getattr(refused, "reason", None),
        getattr(refused, "successor_id", None),
    ) == ("relationship_ended", "M1", "migrated", "r2")


def test_M9_where_M1_refuses_nothing_else_is_asked_but_the_card() -> None:
    """M9: a hopeless case of an ended relationship names M1 alone, and everything else is empty."""
    nobody = client("alex", email=None, date_of_birth=None, card=card())
    one = case(ended(), clients=(nobody,), upcoming=(session(),), at=practice(acceptance_required=True))

    assert verdict(one, "stranger", details={"given_name": "Other"}) == MigrationPreview(
        relationship_id="r1",
        allowed=False,
        refusals=("relationship_ended",),
        eligible_on=None,
        missing_details=(),
        card_on_file=True,
        sessions_to_rebook=(),
    )


# M2


@pytest.mark.parametrize(
    ("by", "refusals"), [("alex", ()), ("pat", ()), ("theo", ("not_a_party",)), ("sam", ("not_a_party",))]
)
def test_M2_only_the_attendees_or_the_payers_wish_counts(by: str, refusals: tuple[str, ...]) -> None:
    assert refusals == verdict(case(), by).refusals


# M3


@pytest.mark.parametrize("zone", [LOS_ANGELES, AUCKLAND])
def test_M3_the_birthday_begins_at_midnight_in_the_practices_zone(zone: str) -> None:
    there = practice(zone)
    opened = relationship(opened_at=NOW - 9000 * DAY)
    teenager = client("alex", date_of_birth=date(2010, 6, 1))
    midnight = local(zone, 2026, 6, 1).astimezone(UTC)

    early = verdict(case(opened, at=there, clients=(teenager,)), at=midnight - TICK)
    on_time = verdict(case(opened, at=there, clients=(teenager,)), at=midnight)

    assert (("under_minimum_age",), date(2026, 6, 1)) == (early.refusals, early.eligible_on)
    assert (on_time.refusals, on_time.eligible_on) == ((), None)


def test_M3_the_refusal_carries_the_first_date_on_which_they_are_old_enough() -> None:
    leapling = client("alex", date_of_birth=date(2012, 2, 29))
    refused = raised(case(clients=(leapling,), at=practice(minimum_payer_age=17)))

    assert isinstance(refused, UnderMinimumAge)
    assert (date(2029, 3, 1), "M3") == (refused.eligible_on, refused.rule)


def test_M3_a_date_of_birth_given_with_the_confirmation_counts() -> None:
    unknown = client("alex", date_of_birth=None)

    assert verdict(case(clients=(unknown,)), details={"date_of_birth": date(2015, 1, 1)}).eligible_on == date(
        2031, 1, 1
    )


# M4: Alex was born on 1 June 2010, and 16 at midnight in London on 1 June 2026, which is 23:00 in UTC.

BIRTHDAY = datetime(2026, 5, 31, 23, 0, tzinfo=UTC)


def young(opened_at: datetime = NOW - 400 * DAY, **more: object) -> Case:
    return case(
        relationship(opened_at=opened_at),
        clients=(client("alex", date_of_birth=date(2010, 6, 1)),),
        **more,  # type: ignore[arg-type]
    )


@pytest.mark.parametrize(("by", "refusals"), [("alex", ()), ("pat", ("attendee_must_ask",))])
def test_M4_opened_while_under_age_only_the_attendees_own_wish_counts(by: str, refusals: tuple[str, ...]) -> None:
    assert refusals == verdict(young(), by).refusals


@pytest.mark.parametrize(("asked_at", "refusals"), [(BIRTHDAY - TICK, ("attendee_must_ask",)), (BIRTHDAY, ())])
def test_M4_a_request_recorded_before_the_birthday_does_not_count(
    asked_at: datetime, refusals: tuple[str, ...]
) -> None:
    wish = asked("alex", at=asked_at)
    one = young(requests=(wish,))

    assert refusals == verdict(one, wish=named_wish(one, wish, "q1")).refusals


def test_M4_asking_anew_since_the_birthday_counts_though_an_older_request_is_pending() -> None:
    assert verdict(young(requests=(asked("alex", at=BIRTHDAY - DAY),)), "alex").allowed is True


@pytest.mark.parametrize(("opened_at", "refusals"), [(BIRTHDAY - TICK, ("attendee_must_ask",)), (BIRTHDAY, ())])
def test_M4_it_is_the_age_on_the_local_day_of_opening_that_matters(
    opened_at: datetime, refusals: tuple[str, ...]
) -> None:
    """M4: opened on the birthday itself, by the practice's clock, the payer's wish counts."""
    assert refusals == verdict(young(opened_at), "pat").refusals


def test_M4_is_silent_while_M3_refuses_while_M2_refuses_and_while_the_age_is_unknown() -> None:
    unknown = case(clients=(client("alex", date_of_birth=None),))

    assert verdict(young(), "pat", at=BIRTHDAY - TICK).refusals == ("under_minimum_age",)
    assert verdict(young(), "sam").refusals == ("not_a_party",)
    assert verdict(unknown, "pat").refusals == ("details_missing",)


def test_M4_the_payers_accepted_request_is_still_not_the_attendees_own() -> None:
    request = asked("pat", accepted_at=NOW)

    assert isinstance(raised(young(requests=(request,)), "pat"), AttendeeMustAsk)


# M5, M6


def test_M5_an_unknown_date_of_birth_never_passes_whatever_the_policy_says() -> None:
    one = case(clients=(client("alex", date_of_birth=None),), at=practice(required_details=()))

    assert (verdict(one).refusals, verdict(one).missing_details) == (("details_missing",), ("date_of_birth",))


def test_M6_all_that_is_missing_is_named_and_may_be_given() -> None:
    one = case(clients=(client("alex", email=" ", phone=None, date_of_birth=None),))

    assert verdict(one).missing_details == ("email", "phone", "date_of_birth")
    assert verdict(one, details={"phone": "+44 1"}).missing_details == ("email", "date_of_birth")
    assert verdict(one, details={"phone": "1", "email": "a@b.example", "date_of_birth": ADULT}).allowed is True


def test_M6_the_attendees_email_must_not_be_the_payers_even_if_just_given() -> None:
    without = case(clients=(client("alex", email=None),))

    assert verdict(without, details={"email": "PAT@people.example"}).refusals == ("shared_email",)
    assert verdict(case(clients=(client("alex", email=" Pat@People.example "),))).refusals == ("shared_email",)


def test_M9_details_that_conflict_are_reported_alone() -> None:
    nobody = client("alex", phone=None, date_of_birth=None)
    one = case(clients=(nobody,), at=practice(card_required_first=True))

    answer = verdict(one, "stranger", details={"given_name": "Other", "phone": "+44 1"})

    assert (answer.refusals, answer.missing_details) == (("details_conflict",), ("phone", "date_of_birth"))
    refused = raised(one, "alex", details={"given_name": "Other"})
    assert isinstance(refused, DetailsConflict)
    assert refused.fields == ("given_name",)


# M12


@pytest.mark.parametrize(
    ("by", "accepted_at", "refusals"),
    [("pat", None, ("acceptance_required",)), ("pat", NOW, ()), ("alex", None, ())],
)
def test_M12_where_the_policy_asks_the_attendee_accepts_the_payers_request(
    by: str, accepted_at: datetime | None, refusals: tuple[str, ...]
) -> None:
    one = case(at=practice(acceptance_required=True), requests=(asked(by, accepted_at=accepted_at),))

    assert refusals == verdict(one, by).refusals


def test_M12_without_a_request_on_record_the_payers_wish_is_not_accepted() -> None:
    assert verdict(case(at=practice(acceptance_required=True)), "pat").refusals == ("acceptance_required",)


@pytest.mark.parametrize(
    ("kept", "refusals"),
    [
        (None, ("card_required",)),
        (card(2026, 5), ("card_required",)),
        (card(2026, 6), ()),
    ],
)
def test_M12_where_the_policy_asks_a_card_good_today_comes_first(kept: object, refusals: tuple[str, ...]) -> None:
    one = case(at=practice(card_required_first=True), clients=(client("alex", card=kept),))

    assert (refusals, not refusals) == (verdict(one).refusals, verdict(one).card_on_file)
    if refusals:
        assert (raised(one).rule, getattr(raised(one), "client_id", None)) == ("M12", "alex")


def test_M9_every_rule_that_refuses_is_named_in_order() -> None:
    both = practice(acceptance_required=True, card_required_first=True)
    lacking = client("alex", phone=None, email="pat@people.example")
    child = attrs.evolve(lacking, date_of_birth=date(2015, 1, 1))

    later = ("details_missing", "shared_email", "acceptance_required", "card_required")
    assert ("under_minimum_age", *later) == verdict(case(at=both, clients=(child,)), "pat").refusals
    assert ("attendee_must_ask", *later) == verdict(
        case(
            relationship(opened_at=datetime(2000, 1, 1, tzinfo=UTC)),
            at=both,
            clients=(attrs.evolve(lacking, date_of_birth=ADULT),),
        ),
        "pat",
    ).refusals
    assert verdict(case(at=both, clients=(child,)), "sam").refusals == (
        "not_a_party",
        "under_minimum_age",
        "details_missing",
        "shared_email",
        "card_required",
    )


# M10


@pytest.mark.parametrize(("age", "refusals"), [(30 * DAY - TICK, ()), (30 * DAY, ("request_not_pending",))])
def test_M10_a_request_is_valid_to_the_microsecond(age: object, refusals: tuple[str, ...]) -> None:
    request = asked("alex", at=NOW - age)  # type: ignore[operator]
    one = case(requests=(request,))

    assert refusals == verdict(one, wish=named_wish(one, request, "q1")).refusals


@pytest.mark.parametrize("status", [s for s in RequestStatus if s != "pending"])
def test_M10_what_is_used_up_is_nobodys_wish_any_more(status: RequestStatus) -> None:
    request = asked("alex", status=status)
    refused = raised(case(), wish=named_wish(case(), request, "q1"))

    assert ("request_not_pending", status) == (refused.code, getattr(refused, "status", None))


def test_M10_a_lapsed_request_is_told_as_expired() -> None:
    request = asked("alex", at=NOW - 31 * DAY)
    one = case(requests=(request,))

    assert getattr(raised(one, wish=named_wish(one, request, "q1")), "status", None) == "expired"


@pytest.mark.parametrize("request_", [None, asked(relationship_id="r9")])
def test_M10_a_request_of_another_relationship_is_not_found(request_: MigrationRequest | None) -> None:
    with pytest.raises(NotFound):
        named_wish(case(), request_, "q1")


def test_M10_a_confirmation_uses_up_the_request_of_who_asked_and_supersedes_the_others() -> None:
    one = case(requests=(asked("alex", name="own"), asked("pat", name="theirs")))

    deed = confirm(one, spoken_wish(one, "alex", NOW), {}, "phone", occasion())

    requests = {r.id: r.status for r in deed.changed if isinstance(r, MigrationRequest)}
    assert requests == {"own": "confirmed", "theirs": "superseded"}
    assert [r for r in deed.added if isinstance(r, MigrationRequest)] == []


def test_M10_a_request_whose_time_is_over_is_left_to_expire() -> None:
    one = case(requests=(asked("alex", at=NOW - 31 * DAY, name="own"), asked("pat", at=NOW - 30 * DAY, name="theirs")))

    deed = confirm(one, spoken_wish(one, "alex", NOW), {}, "", occasion())

    assert [r for r in deed.changed if isinstance(r, MigrationRequest)] == []
    assert [r.status for r in deed.added if isinstance(r, MigrationRequest)] == ["confirmed"]


def test_M2_a_wish_confirmed_on_the_spot_is_on_record_with_who_when_how_and_by_whom() -> None:
    deed = confirm(case(), spoken_wish(case(), "alex", NOW), {}, "by telephone", occasion())

    (request,) = (r for r in deed.added if isinstance(r, MigrationRequest))
    assert ("alex", NOW, "by telephone", str(STAFF), "confirmed", NOW) == (
        request.requested_by,
        request.requested_at,
        request.channel,
        request.recorded_by,
        request.status,
        request.closed_at,
    )


# M7


def test_M7_the_old_one_ends_the_new_one_opens_and_each_names_the_other() -> None:
    deed = confirm(case(upcoming=(session(),)), spoken_wish(case(), "alex", NOW), {}, "", occasion())
    done = deed.answer

    assert ("ended", "migrated", NOW, str(STAFF), done.opened.id) == (
        done.ended.status,
        done.ended.end_reason,
        done.ended.ended_at,
        done.ended.ended_by,
        done.ended.successor_id,
    )
    assert relationship(done.opened.id, payer="alex", opened_at=NOW, predecessor_id="r1") == done.opened
    assert [s.id for s in done.sessions_to_rebook if s.needs_rebooking] == ["s1"]
    assert {done.ended} == {r for r in deed.changed if isinstance(r, Relationship)}


def test_M7_an_own_relationship_they_have_becomes_the_successor_with_its_own_fee_and_predecessor() -> None:
    own = relationship("own", payer="alex", fee=None, predecessor_id="r0")
    gone = relationship("gone", payer="alex").closed(at=NOW, reason="x", by="y")

    done = confirm(case(None, gone, own), spoken_wish(case(), "pat", NOW), {}, "", occasion()).answer

    assert (own, "own") == (done.opened, done.ended.successor_id)


def test_M7_missing_details_are_saved_with_it_and_the_journal_names_the_fields() -> None:
    one = case(clients=(client("alex", phone=None),))

    deed = confirm(one, spoken_wish(one, "alex", NOW), {"phone": "+44 1"}, "", occasion())

    assert [client("alex", phone="+44 1")] == [c for c in deed.changed if isinstance(c, Client)]
    assert [(e.what, e.facts) for e in deed.entries if e.thing == "client:alex"] == [
        ("details_given", {"fields": ("phone",)})
    ]


def test_M7_details_already_on_record_change_nothing() -> None:
    deed = confirm(case(), spoken_wish(case(), "alex", NOW), {"given_name": "Alex"}, "", occasion())

    assert [c for c in deed.changed if isinstance(c, Client)] == []


@pytest.mark.parametrize(("kept", "kind"), [(None, "add_card"), (card(2026, 5), "add_card"), (card(), "yours_to_pay")])
def test_M7_the_attendee_is_told_by_whether_a_card_is_on_file(kept: object, kind: str) -> None:
    one = case(clients=(client("alex", card=kept),))

    notices = [
        n for n in confirm(one, spoken_wish(one, "alex", NOW), {}, "", occasion()).added if isinstance(n, Notice)
    ]

    assert [(kind, "client:alex"), ("no_longer_yours_to_pay", "client:pat")] == [(n.kind, n.addressee) for n in notices]


def test_M7_the_former_payer_is_told_what_they_still_owe() -> None:
    """M7, C2: what was held or cancelled late and is not paid; nothing for what is to come."""
    open_ = (
        session("held", NOW - DAY, status=SessionStatus.ATTENDED),
        session("begun", NOW),
        session("late", NOW + DAY, status=SessionStatus.CANCELLED, late=True, closed_at=NOW - HOUR),
        session("to come", NOW + TICK),
    )
    one = case(unsettled=open_, upcoming=(open_[3],))

    added = confirm(one, spoken_wish(one, "alex", NOW), {}, "", occasion()).added
    facts = next(n.facts for n in added if isinstance(n, Notice) and n.addressee == "client:pat")

    assert {
        "owed": 3 * FEE.minor_units,
        "currency": "GBP",
        "owed_for": ("held", "begun", "late"),
        "no_longer_theirs": ("to come",),
    } == facts


@pytest.mark.parametrize(
    ("by", "requests", "waits"),
    [
        ("alex", (), False),
        ("pat", (), True),
        ("pat", (asked("pat"),), True),
        ("pat", (asked("pat", accepted_at=NOW - HOUR),), False),
    ],
)
def test_S11_who_neither_asked_nor_accepted_has_yet_to_agree(
    by: str, requests: tuple[MigrationRequest, ...], waits: bool
) -> None:
    one = case(requests=requests)

    done = confirm(one, spoken_wish(one, by, NOW), {}, "", occasion()).answer

    assert (waits, waits) == (done.opened.awaits_agreement, done.ended.awaits_agreement)


# M9, for anybody

births = st.one_of(
    st.none(),
    st.dates(date(2010, 5, 30), date(2010, 6, 3)),
    st.sampled_from([ADULT, date(2008, 2, 29), date(2015, 1, 1)]),
)
emails = st.sampled_from([None, " ", "alex@people.example", "PAT@people.example"])
attendees = st.builds(
    lambda born, email, phone, kept: client("alex", date_of_birth=born, email=email, phone=phone, card=kept),
    births,
    emails,
    st.sampled_from([None, "+44 1"]),
    st.sampled_from([None, card(2026, 5), card()]),
)
relationships = st.builds(
    lambda opened, payer, gone: relationship(
        payer=payer, opened_at=opened, **({"ended_at": NOW, "end_reason": "x"} if gone else {})
    ),
    st.sampled_from([NOW - 5000 * DAY, NOW - DAY, BIRTHDAY, BIRTHDAY - TICK]),
    st.sampled_from(["pat", "pat", "pat", "alex"]),
    st.sampled_from([False, False, False, True]),
)
policies = st.fixed_dictionaries(
    {
        "minimum_payer_age": st.sampled_from([16, 18]),
        "acceptance_required": st.booleans(),
        "card_required_first": st.booleans(),
        "required_details": st.sampled_from([(), ("email", "phone")]),
    }
)
requests = st.lists(
    st.builds(
        lambda by, at, accepted: asked(by, at=at, name=by, accepted_at=NOW if accepted else None),
        st.sampled_from(["alex", "pat"]),
        st.sampled_from([NOW - TICK, BIRTHDAY - TICK, NOW - 30 * DAY]),
        st.booleans(),
    ),
    max_size=2,
    unique_by=lambda request: request.id,
).map(tuple)
given_details = st.fixed_dictionaries(
    {},
    optional={
        "phone": st.just("+44 1"),
        "email": st.sampled_from(["alex@people.example", "pat@people.example"]),
        "date_of_birth": st.sampled_from([ADULT, date(2012, 1, 1)]),
    },
)


@given(
    attendee=attendees,
    under=relationships,
    policy=policies,
    pending=requests,
    by=st.sampled_from(["alex", "pat", "sam", "named"]),
    details=given_details,
    zone=st.sampled_from(["Europe/London", LOS_ANGELES, AUCKLAND]),
)
def test_M9_the_previews_verdict_is_what_confirming_does(
    *,
    attendee: Client,
    under: Relationship,
    policy: Mapping[str, object],
    pending: tuple[MigrationRequest, ...],
    by: str,
    details: Details,
    zone: str,
) -> None:
    """M9: whoever asks, of whatever age, with whatever is on file or given; and no error but a refusal."""
    one = case(under, at=practice(zone, **policy), clients=(attendee,), requests=pending, upcoming=(session(),))
    if by == "named":
        if not pending:
            return
        wish = named_wish(one, pending[0], pending[0].id)
    else:
        wish = spoken_wish(one, by, NOW)
    answer = verdict(one, details=details, wish=wish)

    assert len(set(answer.refusals)) == len(answer.refusals)
    assert (answer.eligible_on is not None) == ("under_minimum_age" in answer.refusals) or answer.refusals[0] in (
        "details_conflict",
        "request_not_pending",
    )


def test_C3_a_session_that_was_paid_stays_paid_when_the_payer_changes() -> None:
    paid = session(settlement=Settlement.PAID)

    done = confirm(case(upcoming=(paid,)), spoken_wish(case(), "alex", NOW), {}, "", occasion()).answer

    assert [s.payment for s in done.sessions_to_rebook] == ["paid"]
