"""Handing over to another payer, through the services: who may do what of it, and what follows (M13, C2, C3, C10)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from email.message import EmailMessage

import pytest
from tests.services.money import DUE, START, at, attempts, moved, payment, rebooked, told, until_quiet
from tests.values import DAY, HOUR, NOW, PRACTICE_ID, STAFF, TICK
from tests.worlds import World, remembered

from practice_core import (
    Actor,
    AgreementRequired,
    CardRequired,
    DueDone,
    Migration,
    MigrationRequest,
    MigrationRequired,
    NotAllowed,
    NotFound,
    Policy,
    Relationship,
    RelationshipEnded,
    Session,
)


@remembered
def world(payer: str = "pat", *, born: date = date(1990, 5, 17)) -> World:
    """Alex attends with Theo and that client pays, under r1, for s1 in 72 hours; Kim is somebody with a card."""
    w = World()
    for name in ("alex", "pat", "kim"):
        w.person(name, born=born if name == "alex" else date(1980, 1, 1), has_card=True)
    w.open(payer=payer)
    w.book(id="s1", starts_at=START)
    return w


def ask(w: World, by: str = "alex", *, to: str = "kim", under: str = "r1", id: str = "q1") -> MigrationRequest:
    return w.core.migrations.request(STAFF, under, requested_by=by, new_payer_id=to, id=id)


def hand_over(w: World, to: str = "kim", *, under: str = "r1", id: str = "r2") -> Migration:
    """Asked for by the attendee, accepted, confirmed."""
    ask(w, to=to, under=under, id=f"q-{id}")
    w.core.migrations.accept(STAFF, f"q-{id}")
    return w.core.migrations.confirm(w.theo, under, request_id=f"q-{id}", id=id)


every_direction = pytest.mark.parametrize("payer", ["alex", "pat"], ids=["from the attendee", "from another payer"])


@every_direction
def test_M13_asked_for_accepted_previewed_confirmed_and_on_record(payer: str) -> None:
    w = world(payer)
    asked = w.core.migrations.request(
        w.alex, "r1", requested_by="alex", new_payer_id="kim", channel="in the portal", id="q1"
    )
    assert (asked.new_payer_id, asked.recorded_by, asked.expires_at) == ("kim", "client:alex", NOW + 30 * DAY)
    assert w.core.migrations.preview(w.theo, "r1", request_id="q1").refusals == ("acceptance_required",)
    w.core.migrations.accept(w.kim, "q1")
    assert w.core.migrations.preview(w.theo, "r1", request_id="q1").sessions_to_rebook == ("s1",)

    done = w.core.migrations.confirm(w.theo, "r1", request_id="q1", id="r2", idempotency_key="k")

    assert (done.ended, done.opened) == tuple(w.core.relationships.get(STAFF, name) for name in ("r1", "r2"))
    assert ("transferred", "r2", "kim", "r1") == (
        done.ended.end_reason,
        done.ended.successor_id,
        done.opened.payer_id,
        done.opened.predecessor_id,
    )
    assert [s.id for s in w.core.sessions.needing_rebooking(STAFF, "r1")] == ["s1"]
    assert [(e.what, e.actor, e.requested_by) for e in w.core.journal.of(STAFF, "relationship:r1")][1:] == [
        ("handing_over_requested", "client:alex", "alex"),
        ("request_accepted", "client:kim", "kim"),
        ("transferred", "therapist:theo", "alex"),
    ]
    assert done == w.core.migrations.confirm(w.theo, "r1", request_id="q1", id="r2", idempotency_key="k")


def test_M13_on_to_a_third_payer_and_back_to_the_attendee() -> None:
    w = world("alex")
    w.person("sam", has_card=True)
    hand_over(w)
    hand_over(w, "sam", under="r2", id="r3")
    w.migrate("r3", id="r4")

    chain = [w.core.relationships.get(STAFF, f"r{n}") for n in (1, 2, 3, 4)]
    assert [(r.payer_id, r.kind, r.end_reason, r.successor_id) for r in chain] == [
        ("alex", "first_party", "transferred", "r2"),
        ("kim", "third_party", "transferred", "r3"),
        ("sam", "third_party", "migrated", "r4"),
        ("alex", "first_party", None, None),
    ]
    with pytest.raises(RelationshipEnded) as refused:
        w.book("r1")
    assert refused.value.successor_id == "r4"
    assert w.core.sessions.get(STAFF, rebooked(w)).relationship_id == "r4"


def test_P2_beside_what_was_handed_over_the_attendee_has_none_of_their_own_opened() -> None:
    w = world("alex")
    hand_over(w)
    with pytest.raises(MigrationRequired):
        w.open(payer="alex", id="own")


def test_M7_the_relationship_that_the_new_payer_has_becomes_the_successor() -> None:
    w = world()
    kims = w.open(payer="kim", id="kims", fee=None)
    assert hand_over(w).opened == kims == w.core.relationships.get(STAFF, "kims")
    assert {"r1", "kims"} == set(w.kept(Relationship))


# Who may do what (A1 to A3)


def test_A1_a_new_payer_who_is_not_there_is_not_found() -> None:
    w = world()
    w.core.practices.open(id="oak", name="Oak", time_zone="UTC", currency="EUR")
    w.core.clients.register(Actor.staff("oak", "desk"), id="stranger", given_name="S", family_name="Example")
    for actor, asker in ((STAFF, "alex"), (w.theo, "alex"), (w.alex, "alex")):
        for unknown in ("nobody", "stranger"):
            with pytest.raises(NotFound) as hidden:
                w.core.migrations.request(actor, "r1", requested_by=asker, new_payer_id=unknown)
            assert hidden.value.kind == "client"


def test_A1_a_therapist_names_only_whom_they_see_as_when_opening_a_relationship() -> None:
    w = world()
    with pytest.raises(NotFound):
        w.core.migrations.request(w.theo, "r1", requested_by="alex", new_payer_id="kim")
    w.person("new", by=w.theo)
    assert w.core.migrations.request(w.theo, "r1", requested_by="alex", new_payer_id="new").new_payer_id == "new"


def test_A2_a_client_asks_for_nobody_else_and_only_a_party_asks() -> None:
    w = world()
    with pytest.raises(NotAllowed):
        w.core.migrations.request(w.pat, "r1", requested_by="alex", new_payer_id="kim")
    with pytest.raises(NotFound):
        w.core.migrations.request(w.kim, "r1", requested_by="kim", new_payer_id="kim")


@pytest.mark.parametrize("who", ["alex", "pat", "theo"])
def test_M13_nobody_accepts_for_the_new_payer_but_the_office(who: str) -> None:
    w = world()
    ask(w)
    with pytest.raises(NotAllowed):
        w.core.migrations.accept(getattr(w, who), "q1")
    assert w.core.migrations.accept(STAFF, "q1").accepted_at == NOW


def test_M13_the_new_payer_may_say_no_and_whoever_asked_is_told() -> None:
    w = world()
    ask(w)
    declined = w.core.migrations.decline(w.kim, "q1", reason="I do not know them")

    assert (declined.status, w.notices()[-1]) == ("declined", ("request_declined", "client:alex"))
    with pytest.raises(NotAllowed):
        w.core.migrations.withdraw(w.kim, "q1")


def test_A3_the_new_payer_sees_the_request_and_not_how_it_was_asked_nor_anything_else_until_it_is_confirmed() -> None:
    w = world()
    w.core.migrations.request(STAFF, "r1", requested_by="alex", new_payer_id="kim", channel="in hospital", id="q1")

    assert [(q.id, q.channel) for q in w.core.migrations.pending(w.kim)] == [("q1", "")]
    assert [(q.id, q.channel) for q in w.core.migrations.pending(w.alex)] == [("q1", "in hospital")]
    assert w.core.migrations.accept(w.kim, "q1").channel == ""
    for look in (w.core.relationships.get, w.core.sessions.of_relationship):
        with pytest.raises(NotFound):
            look(w.kim, "r1")
    assert w.core.relationships.of_client(w.kim, "kim") == ()

    w.core.migrations.confirm(STAFF, "r1", request_id="q1", id="r2")
    assert [r.id for r in w.core.relationships.of_client(w.kim, "kim")] == ["r2"]
    with pytest.raises(NotFound):
        w.core.relationships.get(w.kim, "r1")


def test_A3_the_former_payer_sees_nothing_of_what_comes_after() -> None:
    w = world()
    hand_over(w)
    fresh = rebooked(w)
    with pytest.raises(NotFound):
        w.core.sessions.get(w.pat, fresh)
    with pytest.raises(NotFound):
        w.core.relationships.get(w.pat, "r2")
    assert w.core.sessions.get(w.kim, fresh).payer_id == "kim"


def test_A1_a_confirmation_names_a_request_of_its_own_relationship() -> None:
    w = world()
    ask(w)
    w.core.migrations.accept(STAFF, "q1")
    w.open(payer="kim", id="other")
    with pytest.raises(NotFound):
        w.core.migrations.confirm(STAFF, "other", request_id="q1")


@pytest.mark.parametrize("said", [{"request_id": "q1"}, {"requested_by": "alex"}], ids=["by request", "by who asked"])
def test_M10_it_is_confirmed_by_its_request_or_by_saying_who_asked(said: dict[str, str]) -> None:
    w = world()
    ask(w)
    assert w.core.migrations.preview(STAFF, "r1", **said).refusals == ("acceptance_required",)
    w.core.migrations.accept(STAFF, "q1")
    done = w.core.migrations.confirm(STAFF, "r1", **said)
    assert (done.opened.payer_id, w.kept(MigrationRequest)["q1"].status) == ("kim", "confirmed")


def test_M6_gaps_in_the_new_payers_account_are_filled_in_the_same_transaction() -> None:
    w = world()
    w.core.clients.update(STAFF, "kim", phone="", email=None)
    ask(w)
    w.core.migrations.accept(STAFF, "q1")
    given = {"phone": "+44 1", "email": "kim@people.example"}
    w.core.migrations.confirm(w.theo, "r1", request_id="q1", details=given)

    kim, alex = w.core.clients.get(STAFF, "kim"), w.core.clients.get(STAFF, "alex")
    assert (kim.phone, kim.email, alex.phone) == ("+44 1", "kim@people.example", "+44 20 7946 0000")


@pytest.mark.parametrize("said", [{"request_id": "q1"}, {"requested_by": "alex"}], ids=["by request", "by who asked"])
def test_M11_a_date_of_birth_given_for_the_new_payer_counts_for_what_they_attend_themselves(
    said: dict[str, str],
) -> None:
    w = world()
    before = w.core.relationships.get(STAFF, "r1")
    w.person("noor", born=None, has_card=True)
    w.open("noor", "pat", id="noors")
    ask(w, to="noor")
    w.core.migrations.accept(STAFF, "q1")
    done = w.core.migrations.confirm(STAFF, "r1", **said, details={"date_of_birth": "2010-05-01"})

    noors = w.core.relationships.get(STAFF, "noors")
    assert (noors.attendee_born_on, noors.under_age_by) == (date(2010, 5, 1), 17)
    assert (before.under_age_by, done.ended.under_age_by, done.opened.under_age_by) == (None, None, None)


# Sessions and money


def test_C2_the_former_payer_is_never_charged_after_it_was_handed_over() -> None:
    w = world()
    hand_over(w)
    assert until_quiet(at(w, DUE)) == DueDone()
    assert (moved(w), payment(w)) == ([], "not_due")
    # Not rebooked, it is cancelled at the deadline; the attendee and the therapist are told.
    assert until_quiet(at(w, START - HOUR)) == DueDone(sessions_cancelled=1)
    assert told(w, "unpaid_session_cancelled") == ["client:alex", "therapist:theo"]


@every_direction
def test_S8_C3_what_was_paid_stays_paid_until_it_is_rebooked_and_then_goes_back_to_whoever_paid(payer: str) -> None:
    w = at(world(payer), DUE)
    until_quiet(w)
    hand_over(w)
    assert (until_quiet(w), payment(w)) == (DueDone(), "paid")
    fresh = rebooked(w)
    assert until_quiet(w) == DueDone(charged=1, refunded=1)
    assert moved(w) == [(payer, "charge", 6000), ("kim", "charge", 6000), (payer, "refund", 6000)]
    assert (payment(w), payment(w, fresh)) == ("refunded", "paid")


def test_C10_an_attempt_in_flight_is_cancelled_so_that_it_can_take_nothing_any_more() -> None:
    w = at(world(), DUE)
    w.payments.fails("charge", acted=False)
    w.core.run_due()
    hand_over(w)
    assert until_quiet(w) == DueDone(charges_cancelled=1)
    w.payments.charge(attempts(w)[0])
    assert (moved(w), payment(w)) == ([], "not_due")


def test_C2_what_was_held_before_is_still_the_former_payers() -> None:
    w = at(world(), START + HOUR)
    w.core.sessions.record(STAFF, "s1")
    hand_over(w)
    assert until_quiet(w) == DueDone(charged=1)
    assert moved(w) == [("pat", "charge", 6000)]


def test_S2_what_is_booked_afterwards_needs_the_new_payers_card_and_is_theirs_to_pay() -> None:
    w = world()
    hand_over(w)
    w.core.cards.remove(STAFF, "kim")
    with pytest.raises(CardRequired) as refused:
        w.book("r2", starts_at=START + DAY)
    assert refused.value.client_id == "kim"
    assert [one.refusal for one in w.core.sessions.rebook_all(STAFF, "r1")] == ["card_required"]


def test_S6_sessions_that_need_rebooking_are_never_cancelled_late() -> None:
    w = at(world(), START - HOUR)
    hand_over(w)
    cancelled = w.core.sessions.cancel(w.alex, "s1")
    assert (cancelled.late, until_quiet(w)) == (False, DueDone())


def test_S11_M13_what_waits_for_the_attendees_agreement_to_pay_waits_no_more_once_somebody_else_pays() -> None:
    """Pat asked that Alex pay, who has yet to agree; Alex asks that Kim pay, who accepts."""
    w = world()
    w.migrate("r1", by="pat", id="r2")
    assert [one.refusal for one in w.core.sessions.rebook_all(STAFF, "r1")] == ["agreement_required"]

    hand_over(w, under="r2", id="r3")

    fresh: Session = w.core.sessions.get(STAFF, rebooked(w))
    assert (fresh.relationship_id, fresh.payer_id) == ("r3", "kim")
    assert w.book("r3", starts_at=START + DAY).payer_id == "kim"


def test_S11_an_old_acceptance_of_handing_over_agrees_to_nothing_of_the_attendees() -> None:
    """Kim accepted once; what Kim later asked that Alex pay is for Alex to agree to."""
    w = world()
    hand_over(w)
    w.migrate("r2", by="kim", id="r3")
    w.core.migrations.accept(w.kim, "q-r2")
    with pytest.raises(AgreementRequired):
        w.book("r3", starts_at=START + DAY)


def test_N_a_card_that_the_attendee_adds_makes_nobody_bookable_where_another_pays() -> None:
    w = world("alex")
    hand_over(w)
    w.core.cards.remove(STAFF, "alex")
    w.with_card("alex", 2031)
    assert told(w, "client_can_be_booked") == []


# Letters


def mail(w: World) -> dict[str, list[EmailMessage]]:
    """What went to each address since the last time."""
    w.mailer.down(False)
    w.mailer.outbox.clear()
    w.core.notices.deliver()
    to: dict[str, list[EmailMessage]] = {}
    for message in w.mailer.outbox:
        to.setdefault(message["To"].addresses[0].username, []).append(message)
    return to


def calendars(message: EmailMessage) -> list[str]:
    return [part.get_content() for part in message.walk() if part.get_content_type() == "text/calendar"]


def test_N3_M7_sessions_leave_the_calendar_of_who_does_not_attend_them_and_stay_in_the_attendees() -> None:
    w = world()
    mail(w)
    hand_over(w)
    told = mail(w)
    (former,) = told["pat"][-1:]
    assert (former["Subject"], len(calendars(former))) == ("You no longer pay for these sessions", 1)
    assert "STATUS:CANCELLED" in calendars(former)[0]
    assert [m["Subject"] for m in told["alex"]] == ["Somebody else pays for your sessions now"]

    w = world("alex")
    mail(w)
    hand_over(w)
    (former,) = mail(w)["alex"]
    assert (former["Subject"], calendars(former)) == ("You no longer pay for these sessions", [])
    # ... until it is rebooked, which takes the old one out and puts the new one in.
    rebooked(w)
    (anew,) = mail(w)["alex"]
    assert ["REQUEST", "CANCEL"] == [
        line.partition(":")[2] for c in calendars(anew) for line in c.splitlines() if line.startswith("METHOD")
    ]


@every_direction
def test_A3_to_a_client_no_other_one_is_named_nor_anybody_in_a_subject(payer: str) -> None:
    w = world(payer)
    names = {"alex": "Zebedee", "pat": "Ottoline", "kim": "Quentin"}
    for client_id, name in names.items():
        w.core.clients.update(STAFF, client_id, given_name=name)
    mail(w)
    hand_over(w)
    for to, messages in mail(w).items():
        said = "".join(str(m) + "".join(p.get_content() for p in m.walk() if not p.is_multipart()) for m in messages)
        hidden = [name for client_id, name in names.items() if client_id != to] if to != "theo" else ["Quentin"]
        assert [name for name in hidden if name in said] == []
        assert [name for name in names.values() for m in messages if name in m["Subject"]] == []


# Several at once


def raced(others: Callable[[World], object]) -> World:
    w = world()
    ask(w)
    w.core.migrations.accept(STAFF, "q1")
    w.store.meanwhile.append(lambda: others(w))
    return w


@pytest.mark.parametrize("how", ["session_cancelled", "unpaid_session_cancelled"])
def test_N4_A3_of_what_comes_after_the_payer_of_now_is_told_in_a_childs_place(how: str) -> None:
    w = world(born=date(2015, 1, 1))
    ask(w, "pat")
    w.core.migrations.accept(STAFF, "q1")
    w.core.migrations.confirm(STAFF, "r1", request_id="q1", id="r2")
    if how == "session_cancelled":
        w.core.sessions.cancel(STAFF, "s1")
    else:
        at(w, START - HOUR)
        until_quiet(w)
    assert told(w, how) == ["client:kim", "therapist:theo"]


def test_N4_A3_where_nobody_pays_any_more_nobody_is_told_in_a_childs_place() -> None:
    w = world(born=date(2015, 1, 1))
    ask(w, "pat")
    w.core.migrations.accept(STAFF, "q1")
    w.core.migrations.confirm(STAFF, "r1", request_id="q1", id="r2")
    w.core.relationships.end(STAFF, "r2", reason="moved away")
    w.core.sessions.cancel(STAFF, "s1")
    assert told(w, "session_cancelled") == ["therapist:theo"]


def test_N4_whose_money_it_was_is_told_of_it_however_young_they_turn_out_to_be() -> None:
    w = world("alex", born=date(2009, 1, 1))
    at(w, DUE)
    until_quiet(w)
    w.core.practices.set_policy(STAFF, Policy(minimum_payer_age=18))
    hand_over(w)
    rebooked(w)
    until_quiet(w)
    assert told(w, "refund_made") == ["client:alex"]


def test_P1_N4_nobody_under_age_is_sent_a_link_to_pay_by() -> None:
    w = world()
    w.person("kid", born=date(2015, 1, 1))
    ask(w, to="kid")
    assert (told(w, "asked_to_pay"), told(w, "handing_over_requested")) == ([], ["client:pat", "therapist:theo"])


def test_D2_of_handing_over_and_a_migration_at_once_one_wins_and_the_other_is_told_the_successor() -> None:
    w = raced(lambda w: w.core.migrations.confirm(STAFF, "r1", requested_by="pat", id="winner"))
    with pytest.raises(RelationshipEnded) as refused:
        w.core.migrations.confirm(STAFF, "r1", request_id="q1", id="loser")
    assert (refused.value.reason, refused.value.successor_id) == ("migrated", "winner")
    assert w.kept(MigrationRequest)["q1"].status == "superseded"


def test_D2_a_card_that_is_removed_meanwhile_is_noticed() -> None:
    w = raced(lambda w: w.core.cards.remove(w.kim, "kim"))
    with pytest.raises(CardRequired):
        w.core.migrations.confirm(STAFF, "r1", request_id="q1")


def test_D2_a_birthday_that_is_corrected_meanwhile_counts_for_what_is_opened() -> None:
    w = world(born=date(2015, 1, 1))
    ask(w, "pat")
    w.core.migrations.accept(STAFF, "q1")
    corrected = date(2014, 12, 31)
    w.store.meanwhile.append(lambda: w.core.clients.update(STAFF, "alex", date_of_birth=corrected, reason="typo"))
    assert w.core.migrations.confirm(STAFF, "r1", request_id="q1").opened.attendee_born_on == corrected

    again = world(born=date(2015, 1, 1))
    ask(again, "pat")
    again.core.migrations.accept(STAFF, "q1")
    again.store.meanwhile.append(lambda: again.core.migrations.confirm(STAFF, "r1", request_id="q1", id="r2"))
    again.core.clients.update(STAFF, "alex", date_of_birth=corrected, reason="typo")
    assert again.kept(Relationship)["r2"].attendee_born_on == corrected


def test_M13_what_the_payer_asked_for_a_child_has_to_be_asked_anew_by_the_attendee_once_of_age() -> None:
    w = world(born=date(2010, 6, 3))
    ask(w, "pat")
    w.core.migrations.accept(STAFF, "q1")
    assert w.core.migrations.preview(STAFF, "r1", request_id="q1").allowed is True
    w.forward(2 * DAY - TICK)
    assert w.core.migrations.preview(STAFF, "r1", request_id="q1").refusals == ("attendee_must_ask",)


def test_the_ids_of_other_practices_open_nothing() -> None:
    w = world()
    ask(w)
    for actor in (Actor.client("oak", "kim"), Actor.staff("oak", "desk")):
        with pytest.raises(NotFound):
            w.core.migrations.accept(actor, "q1")
    assert w.kept(MigrationRequest)["q1"].practice_id == PRACTICE_ID
