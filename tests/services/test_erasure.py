"""`clients.erase` and what due work does about it (D3)."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from tests.values import ADULT, DAY, FEE, HOUR, NOW, PRACTICE_ID, SIXTEEN_SOON, STAFF
from tests.worlds import World, family, remembered

from practice_core import (
    Client,
    ClientErased,
    DeclineReason,
    DueDone,
    NotAllowed,
    Notice,
    OpenRelationships,
    OpenSessions,
    PracticeError,
    Unavailable,
)
from practice_core.domain.attempt import Attempt
from practice_core.domain.journal import JournalEntry
from practice_core.domain.migration_request import MigrationRequest


@remembered
def past() -> World:
    """Alex attended once with Theo, at Pat's cost; then it ended. Nothing is open any more."""
    w = family()
    w.core.cards.add(STAFF, "alex", reference="pm_alex")
    w.book(starts_at=NOW + HOUR, id="s1")
    w.core.run_due()
    w.book(starts_at=NOW + 9 * DAY, id="s2")
    w.core.sessions.cancel(STAFF, "s2", reason="a hospital appointment")
    w.forward(DAY)
    w.core.sessions.record(STAFF, "s1")
    w.core.relationships.end(STAFF, "r1", reason="moved to the sea")
    return w


def test_D3_what_identifies_them_is_gone_and_the_money_is_still_there() -> None:
    w = past()
    before = w.core.billing.statement(STAFF, "pat").paid
    w.core.clients.erase(STAFF, "pat")
    account = w.core.clients.get(STAFF, "pat")
    assert ("", "", None, None, None, None) == (
        account.given_name,
        account.family_name,
        account.email,
        account.phone,
        account.date_of_birth,
        account.card,
    )
    assert (FEE, FEE) == (before, w.core.billing.statement(STAFF, "pat").paid)
    assert "attended" == w.core.sessions.get(STAFF, "s1").status


def test_D3_J3_the_words_are_gone_from_the_journal_and_it_still_verifies() -> None:
    w = past()
    assert {"moved to the sea", "a hospital appointment"} <= {one.note for one in w.kept(JournalEntry).values()}
    w.core.clients.erase(STAFF, "alex")
    assert {("client:pat", "visa 4242")} == {(one.thing, one.note) for one in w.kept(JournalEntry).values() if one.note}
    verified = w.core.journal.verify_all(STAFF)
    assert (True, 3) == (verified.fits, verified.erased)


def test_D3_the_other_clients_account_stays_as_it_is() -> None:
    w = past()
    before = w.core.clients.get(STAFF, "pat")
    w.core.clients.erase(STAFF, "alex")
    assert before == w.core.clients.get(STAFF, "pat")


def test_D3_whoever_still_attends_or_pays_is_not_erased() -> None:
    w = family()
    for name in ("alex", "pat"):
        with pytest.raises(OpenRelationships) as refused:
            w.core.clients.erase(STAFF, name)
        assert ("r1",) == refused.value.relationship_ids


def test_D3_nor_is_a_payer_whose_refund_is_on_its_way_until_it_is_made() -> None:
    w = family()
    w.book(starts_at=NOW + 40 * HOUR, id="s1")
    w.core.run_due()
    w.core.relationships.end(STAFF, "r1", reason="moved away", cancel_upcoming=True)
    with pytest.raises(OpenSessions) as refused:
        w.core.clients.erase(STAFF, "pat")
    assert ("s1",) == refused.value.session_ids
    w.core.run_due()
    assert w.core.clients.erase(STAFF, "pat").erased_at == NOW


def test_D3_C7_nor_is_one_whose_refund_was_refused_until_staff_have_given_it_back_by_hand() -> None:
    w = past()
    (charge,) = w.core.billing.of_session(STAFF, "s1").lines
    w.payments.declines(w.kept(Attempt)[charge.id].reference, DeclineReason.NOT_REFUNDABLE)
    w.core.billing.refund(STAFF, charge.id)
    with pytest.raises(OpenSessions) as refused:
        w.core.clients.erase(STAFF, "pat")
    assert ("s1",) == refused.value.session_ids
    w.core.billing.refunded_by_hand(STAFF, "s1")
    assert "" == w.core.clients.erase(STAFF, "pat").given_name


def test_D3_a_former_payer_is_erased_though_the_attendee_goes_on() -> None:
    w = family()
    w.migrate()
    assert "" == w.core.clients.erase(STAFF, "pat").given_name
    assert "r2" == w.core.relationships.get(STAFF, "r1").successor_id


def test_D3_C7_what_they_paid_can_be_refunded_afterwards() -> None:
    w = past()
    w.core.clients.erase(STAFF, "pat")
    (charge,) = w.core.billing.of_session(STAFF, "s1").lines
    bill = w.core.billing.refund(STAFF, charge.id)
    assert ["paid", "paid"] == [line.status for line in bill.lines]


WHAT_THEY_WOULD_DO: dict[str, Callable[[World], object]] = {
    "be updated": lambda w: w.core.clients.update(STAFF, "pat", phone="+44 20 7946 0001"),
    "be asked for a card": lambda w: w.core.cards.invite(STAFF, "pat"),
    "get a card": lambda w: w.core.cards.add(STAFF, "pat", reference="pm_new"),
    "pay": lambda w: w.open("alex", "pat", id="r3"),
    "attend": lambda w: w.open("pat", "alex", id="r3"),
    "begin again": lambda w: w.core.relationships.restart(STAFF, "r1"),
    "owe for a session held before": lambda w: w.book(starts_at=NOW + 3 * HOUR, already_held=True),
    "be asked to pay for somebody": lambda w: w.core.migrations.request(
        STAFF, w.open("alex", "alex", id="r3").id, requested_by="alex", new_payer_id="pat"
    ),
}


@pytest.mark.parametrize("what", WHAT_THEY_WOULD_DO)
def test_D3_an_erased_client_does_nothing_more(what: str) -> None:
    w = past()
    w.core.clients.erase(STAFF, "pat")
    with pytest.raises(ClientErased) as refused:
        WHAT_THEY_WOULD_DO[what](w)
    assert ("D3", "pat") == (refused.value.rule, refused.value.client_id)


def test_D3_erasing_them_again_changes_nothing() -> None:
    w = past()
    once = w.core.clients.erase(STAFF, "pat")
    rows = w.rows()
    w.forward(DAY)
    assert once == w.core.clients.erase(STAFF, "pat")
    assert rows == w.rows()


def test_D1_D3_repeated_under_its_key_it_answers_the_same() -> None:
    w = past()
    once = w.core.clients.erase(STAFF, "pat", idempotency_key="k")
    assert once == w.core.clients.erase(STAFF, "pat", idempotency_key="k")


@pytest.mark.parametrize("who", ["theo", "pat"])
def test_A2_D3_only_the_office_erases(who: str) -> None:
    w = past()
    with pytest.raises(NotAllowed):
        w.core.clients.erase(getattr(w, who), "pat")


def test_D3_M10_a_request_that_they_pay_is_declined_and_whoever_asked_is_told() -> None:
    w = past()
    w.person("kim", has_card=True)
    w.open("kim", "kim", id="r9")
    w.core.migrations.request(STAFF, "r9", requested_by="kim", new_payer_id="pat", channel="by post", id="q1")
    w.core.clients.erase(STAFF, "pat")
    kept = w.kept(MigrationRequest)["q1"]
    assert ("declined", "", "", "pat") == (kept.status, kept.channel, kept.token_digest, kept.new_payer_id)
    assert ("request_declined", "client:kim") == w.notices()[-1]
    assert "by post" not in {one.note for one in w.kept(JournalEntry).values()}
    assert w.core.journal.verify_all(STAFF).fits


@pytest.mark.parametrize("who", ["alex", "pat"])
def test_D3_M10_a_request_that_lapsed_unnoticed_stands_in_nobodys_way(who: str) -> None:
    w = family()
    w.core.migrations.request(STAFF, "r1", requested_by="pat", id="q1")
    w.forward(31 * DAY)
    w.core.relationships.end(STAFF, "r1", reason="over")
    w.core.clients.erase(STAFF, who)
    assert w.kept(MigrationRequest)["q1"].status == "expired"


def test_D3_how_old_somebody_was_goes_with_them_and_stays_when_their_payer_goes() -> None:
    w = World()
    w.person("yuna", born=SIXTEEN_SOON)
    w.person("pat")
    w.person("sam")
    w.open("yuna", "pat", id="r1")
    w.open("yuna", "sam", id="r2")
    for under in ("r1", "r2"):
        w.core.relationships.end(STAFF, under, reason="moved away")
    w.core.clients.erase(STAFF, "pat")
    assert SIXTEEN_SOON == w.core.relationships.get(STAFF, "r1").attendee_born_on
    w.core.clients.erase(STAFF, "yuna")
    kept = [w.core.relationships.get(STAFF, name) for name in ("r1", "r2")]
    assert [(None, None)] * 2 == [(one.attendee_born_on, one.under_age_by) for one in kept]


def test_D3_no_attempt_keeps_the_card_or_what_the_gateway_knew_them_as() -> None:
    w = past()
    assert [("pm_pat_2030_12", "memory-pat")] == [(a.card_reference, a.account) for a in w.kept(Attempt).values()]
    w.core.clients.erase(STAFF, "pat")
    assert [(None, None)] == [(a.card_reference, a.account) for a in w.kept(Attempt).values()]


# What others do meanwhile: nothing of theirs is overlooked.


def open_with(attendee: str, payer: str) -> Callable[[World], object]:
    return lambda w: w.open(attendee, payer, id="r3")


MEANWHILE: dict[str, tuple[Callable[[World], object], type[PracticeError]]] = {
    "pays under another": (open_with("alex", "pat"), OpenRelationships),
    "pays for themselves": (open_with("pat", "pat"), OpenRelationships),
    "attends under another": (open_with("pat", "alex"), OpenRelationships),
    "begins again": (lambda w: w.core.relationships.restart(STAFF, "r1"), OpenRelationships),
    "owes for a session held before": (
        lambda w: w.book(starts_at=NOW + 3 * HOUR, already_held=True),
        OpenSessions,
    ),
}


@pytest.mark.parametrize("what", MEANWHILE)
def test_D2_D3_who_is_erased_while_something_begins_is_not(what: str) -> None:
    w = past()
    others, refusal = MEANWHILE[what]
    w.store.meanwhile.append(lambda: others(w))
    with pytest.raises(refusal):
        w.core.clients.erase(STAFF, "pat")
    assert "Pat" == w.core.clients.get(STAFF, "pat").given_name


@pytest.mark.parametrize("what", ["pays under another", "pays for themselves", "attends under another", "begins again"])
def test_D2_D3_what_begins_while_they_are_erased_does_not(what: str) -> None:
    w = past()
    w.store.meanwhile.append(lambda: w.core.clients.erase(STAFF, "pat"))
    with pytest.raises(ClientErased):
        MEANWHILE[what][0](w)


def test_D2_D3_a_request_made_meanwhile_is_declined_too() -> None:
    w = past()
    w.person("kim", has_card=True)
    w.open("kim", "kim", id="r9")
    ask = {"requested_by": "kim", "new_payer_id": "pat", "id": "q1"}
    w.store.meanwhile.append(lambda: w.core.migrations.request(STAFF, "r9", **ask))
    w.core.clients.erase(STAFF, "pat")
    assert "declined" == w.kept(MigrationRequest)["q1"].status


def test_D2_D3_a_note_written_meanwhile_goes_too() -> None:
    w = past()
    w.core.clients.update(STAFF, "alex", phone="+44 20 7946 0001")
    others = {"date_of_birth": ADULT.replace(year=1991), "reason": "a passport"}
    w.store.meanwhile.append(lambda: w.core.clients.update(STAFF, "alex", **others))
    w.core.clients.erase(STAFF, "alex")
    assert "a passport" not in {one.note for one in w.kept(JournalEntry).values()}


def test_D2_D3_a_notice_that_is_delivered_meanwhile_stays_delivered() -> None:
    w = past()
    w.core.clients.update(STAFF, "pat", language="gsw-LI")
    w.core.billing.refund(STAFF, w.core.billing.of_session(STAFF, "s1").lines[0].id)
    w.mailer.down(False)
    w.store.meanwhile.append(w.core.run_due)
    w.core.clients.erase(STAFF, "pat")
    told = [one for one in w.kept(Notice).values() if one.kind == "refund_made"]
    assert [("delivered", "en-GB")] == [(one.state, one.language) for one in told]


# The gateway.


def test_D3_due_work_has_the_gateway_forget_them_once() -> None:
    w = past()
    w.core.clients.erase(STAFF, "pat")
    assert "memory-pat" == w.kept(Client)["pat"].gateway_account
    assert 1 == w.core.run_due().clients_forgotten
    assert {(PRACTICE_ID, "pat")} == w.payments.forgotten
    account = w.kept(Client)["pat"]
    assert (None, None) == (account.gateway_account, account.forget_due_at)
    last = w.core.journal.of(STAFF, "client:pat")[-1]
    assert ("forgotten_by_gateway", "system:system", {}) == (last.what, last.actor, dict(last.facts))
    w.forward(DAY)
    assert 0 == w.core.run_due().clients_forgotten


@pytest.mark.parametrize("acted", [False, True], ids=["before it acted", "after it had acted"])
def test_D3_a_gateway_that_does_not_answer_is_told_again(acted: bool) -> None:
    w = past()
    w.core.clients.erase(STAFF, "pat")
    w.payments.fails("forget", acted=acted)
    assert DueDone(unknown=1) == w.core._forgetting.run()
    assert DueDone() == w.core._forgetting.run()
    w.forward(HOUR)
    assert DueDone(clients_forgotten=1) == w.core._forgetting.run()


def test_D3_everybody_who_was_erased_is_forgotten_however_many_there_are() -> None:
    w = World()
    for n in range(60):
        w.person(f"c{n:02}")
        w.core.clients.erase(STAFF, f"c{n:02}")
    assert DueDone(clients_forgotten=60) == w.core._forgetting.run()


def test_D3_a_gateway_that_is_down_is_left_alone_until_the_next_run() -> None:
    w = World()
    for n in range(9):
        w.person(f"c{n}")
        w.core.clients.erase(STAFF, f"c{n}")
    w.payments.fails("forget", acted=False, times=99)
    assert DueDone(unknown=3) == w.core._forgetting.run()


def test_D3_told_to_stop_it_ends_after_the_one_in_hand() -> None:
    w = World()
    for n in range(3):
        w.person(f"c{n}")
        w.core.clients.erase(STAFF, f"c{n}")
    asked = iter([False, False, True, True])
    assert DueDone(clients_forgotten=1) == w.core._forgetting.run(stop=lambda: next(asked, True))


def test_C9_D3_a_card_that_is_told_of_afterwards_changes_nothing() -> None:
    w = past()
    w.core.clients.erase(STAFF, "pat")
    rows = w.rows()
    payload, signature = w.payments.message_of_card(PRACTICE_ID, "pat", "pm_late")
    w.core.billing.receive(payload=payload, signature=signature)
    assert rows == w.rows()


# What the gateway may have been told to forget before it got it: it is told again.


def forgotten_before(w: World) -> None:
    """Pat is erased and forgotten, and the gateway would not remember that it was told."""
    w.core.clients.erase(STAFF, "pat")
    assert 1 == w.core.run_due().clients_forgotten
    w.payments._forgotten.clear()


def entered(w: World) -> None:
    payload, signature = w.payments.message_of_card(PRACTICE_ID, "pat", "pm_late")
    w.core.billing.receive(payload=payload, signature=signature)


def test_C9_D3_a_card_entered_on_a_page_that_outlived_them_is_forgotten_too() -> None:
    w = past()
    forgotten_before(w)
    rows = w.rows()
    w.payments.fails("forget", acted=False)
    with pytest.raises(Unavailable):
        entered(w)  # the gateway sends its message again
    assert frozenset() == w.payments.forgotten
    entered(w)
    assert ({(PRACTICE_ID, "pat")}, rows) == (w.payments.forgotten, w.rows())


@pytest.mark.parametrize("how", ["by the browser", "by the gateway's message"])
def test_D2_D3_a_card_that_the_gateway_keeps_while_they_are_erased_is_forgotten_too(how: str) -> None:
    w = past()
    w.store.meanwhile.append(lambda: forgotten_before(w))
    if how == "by the browser":
        with pytest.raises(ClientErased):
            w.core.cards.add(STAFF, "pat", reference="pm_late")
    else:
        entered(w)
    assert ({(PRACTICE_ID, "pat")}, None) == (w.payments.forgotten, w.kept(Client)["pat"].card)


def test_D3_a_notice_that_waits_for_them_finds_no_address() -> None:
    w = past()
    w.core.clients.erase(STAFF, "pat")
    w.mailer.down(False)
    assert w.core.run_due().notices_unreachable
    assert [] == [message for message in w.mailer.outbox if "pat@" in str(message["To"])]
    assert w.core.journal.verify_all(STAFF).fits


def test_D3_what_waits_for_the_therapist_tells_them_by_their_id() -> None:
    w = past()
    w.core.clients.erase(STAFF, "alex")
    told = [one.id for one in w.kept(Notice).values() if one.addressee == "therapist:theo"]
    letters = [w.core.notices.written(STAFF, name) for name in told]
    assert {"Session with alex, Elm Street"} == {letter.appointment for letter in letters}
    assert "The session with alex has been cancelled." in letters[-1].text
