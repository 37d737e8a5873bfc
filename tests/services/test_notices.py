"""Notices on their way: tried, tried again, delivered or given up, and to whom (N1 to N4)."""

from __future__ import annotations

from datetime import date, timedelta
from email.message import EmailMessage

import attrs
import pytest
from tests.values import DAY, HOUR, PRACTICE_ID
from tests.worlds import World, family

from practice_core import Actor, DueDone, Money, Notice, NoticeNotFailed, NoticeState, Unavailable, connect
from practice_core.adapters.memory.mail import MemoryMailer
from practice_core.domain.delivery import LEASE, Accepted, Deferred, Rejected
from practice_core.domain.letter import Letter
from practice_core.ports.letters import Rendered
from practice_core.ports.store import Kept

ALEX, PAT, THEO = "alex@people.example", "pat@people.example", "theo@practice.example"


def world(**options: object) -> World:
    """With a mail server that answers."""
    w = family(**options)
    w.mailer.down(False)
    return w


def sent(w: World) -> list[tuple[str, str]]:
    return [(message["To"].addresses[0].addr_spec, str(message["Subject"])) for message in w.mailer.outbox]


def states(w: World) -> set[str]:
    return {str(notice.state) for notice in w.kept(Notice).values()}


def test_N1_what_was_stored_goes_out_once_to_those_it_names() -> None:
    w = world()
    w.book(id="s1")
    assert w.core.notices.deliver() == DueDone(notices_delivered=3)
    assert [to for to, _ in sent(w)] == [ALEX, PAT, THEO]
    assert w.core.notices.deliver() == DueDone()
    assert states(w) == {"delivered"}


def test_N1_nothing_is_sent_for_a_deed_that_was_refused() -> None:
    w = world(has_card=False)
    with pytest.raises(Exception, match="no card"):
        w.book(id="s1")
    assert w.core.notices.deliver() == DueDone()
    assert sent(w) == []


def test_M7_the_request_for_a_card_goes_to_the_attendee_and_the_former_payers_entries_are_cancelled() -> None:
    w = world()
    w.book(id="s1")
    w.core.notices.deliver()
    w.mailer.outbox.clear()
    w.migrate()
    w.core.notices.deliver()
    assert sent(w) == [
        (ALEX, "Please add a card for your sessions"),
        (PAT, "You no longer pay for these sessions"),
    ]
    (entry,) = [part for part in w.mailer.outbox[1].walk() if part.get_content_type() == "text/calendar"]
    assert (entry.get_param("method"), "STATUS:CANCELLED" in entry.get_content()) == ("CANCEL", True)


def test_A3_to_a_client_the_other_one_is_never_named_nor_anybody_in_a_subject() -> None:
    w = world()
    w.core.clients.update(w.staff, "alex", given_name="Zebedee", family_name="Quux")
    w.core.clients.update(w.staff, "pat", given_name="Ottoline", family_name="Quill")
    w.book(id="s1")
    w.core.migrations.request(w.alex, "r1", requested_by="alex")
    w.migrate()
    w.core.notices.deliver()
    for message in w.mailer.outbox:
        to = message["To"].addresses[0].addr_spec
        said = "".join(part.get_content() for part in message.walk() if not part.is_multipart())
        hidden = {ALEX: ("Ottoline", "Quill"), PAT: ("Zebedee", "Quux")}.get(to, ())
        assert [name for name in hidden if name in said + str(message)] == []
        assert [n for n in ("Zebedee", "Quux", "Ottoline", "Quill", "Theo") if n in message["Subject"]] == []


def test_N4_what_would_go_to_an_attendee_under_age_goes_to_the_payer_alone() -> None:
    w = world(born=date(2015, 1, 1))
    w.book(id="s1")
    w.core.notices.deliver()
    assert [to for to, _ in sent(w)] == [PAT, THEO]


def test_N4_an_addressee_without_an_address_is_unreachable_and_the_deed_stands() -> None:
    w = world()
    w.core.clients.update(w.staff, "alex", email=None)
    session = w.book(id="s1")
    assert w.core.notices.deliver() == DueDone(notices_delivered=2, notices_unreachable=1)
    assert w.core.sessions.get(w.staff, session.id).status == "scheduled"
    (lost,) = w.core.notices.undelivered(w.staff)
    assert (lost.state, lost.addressee) == ("unreachable", "client:alex")
    assert [entry.what for entry in w.core.journal.of(w.staff, "session:s1")] == ["booked", "notice_unreachable"]
    w.core.clients.update(w.staff, "alex", email=ALEX)
    w.core.notices.retry(w.staff, lost.id)
    assert w.core.notices.deliver() == DueDone(notices_delivered=1)


def test_N1_an_address_that_was_corrected_meanwhile_is_honoured() -> None:
    w = world()
    w.book(id="s1")
    w.core.clients.update(w.staff, "alex", email="new@people.example")
    w.core.notices.deliver()
    assert sent(w)[0][0] == "new@people.example"


def test_N1_a_mail_server_that_is_down_delays_notices_and_costs_them_no_try() -> None:
    w = family()
    w.book(id="s1")
    assert w.core.run_due() == DueDone()
    assert {(notice.state, notice.tries) for notice in w.kept(Notice).values()} == {(NoticeState.WAITING, 0)}
    w.mailer.down(False)
    assert w.core.run_due() == DueDone(notices_delivered=3)


def test_N1_what_is_deferred_is_tried_at_growing_intervals_and_holds_up_nobody_else() -> None:
    w = world()
    w.mailer.says(ALEX, Deferred("451 4.7.1"))
    w.book(id="s1")
    assert w.core.notices.deliver() == DueDone(notices_delivered=2, notices_put_off=1)
    for minutes in (1, 2, 4, 8, 16, 32, 60, 60):
        w.forward(timedelta(minutes=minutes) - timedelta(seconds=1))
        assert w.core.notices.deliver() == DueDone()
        w.forward(timedelta(seconds=1))
        assert w.core.notices.deliver() == DueDone(notices_put_off=1)
    w.mailer.says(ALEX, None)
    w.forward(HOUR)
    assert w.core.notices.deliver() == DueDone(notices_delivered=1)


def test_N1_what_does_not_get_through_is_given_up_after_the_policys_time_and_may_be_put_back() -> None:
    w = world(notice_valid_days=2)
    w.mailer.says(ALEX, Deferred("451"))
    w.book(id="s1")
    w.core.notices.deliver()
    w.forward(2 * DAY - timedelta(seconds=1))
    assert w.core.notices.deliver() == DueDone(notices_put_off=1)
    w.forward(HOUR)
    assert w.core.notices.deliver() == DueDone(notices_failed=1)
    (lost,) = w.core.notices.undelivered(w.staff)
    assert (lost.state, lost.reason) == ("failed", "451")
    w.mailer.says(ALEX, None)
    assert w.core.notices.retry(w.staff, lost.id).state == "waiting"
    with pytest.raises(NoticeNotFailed):
        w.core.notices.retry(w.staff, lost.id)
    assert w.core.notices.deliver() == DueDone(notices_delivered=1)


def test_N1_what_is_refused_for_good_is_not_tried_again_and_the_journal_says_so() -> None:
    w = world()
    w.mailer.says(ALEX, Rejected("550 5.1.1"))
    w.book(id="s1")
    assert w.core.notices.deliver() == DueDone(notices_delivered=2, notices_failed=1)
    w.forward(DAY)
    assert w.core.notices.deliver() == DueDone()
    assert w.core.journal.of(w.staff, "session:s1")[-1].facts["reason"] == "550 5.1.1"


def test_N1_what_a_dead_worker_had_sent_is_sent_again_under_the_same_message_id() -> None:
    w = world()
    w.book(id="s1")

    class Died(BaseException):
        pass

    def die() -> None:
        raise Died

    # The claim is written, and whoever sends the first one dies before that is.
    w.store.meanwhile = [lambda: None, die]
    with pytest.raises(Died):
        w.core.notices.deliver()
    assert w.core.notices.deliver() == DueDone()
    w.forward(LEASE)
    assert w.core.notices.deliver() == DueDone(notices_delivered=3)
    ids = [message["Message-ID"] for message in w.mailer.outbox]
    assert (len(ids), len(set(ids))) == (4, 3)


class Broken:
    def render(self, _: Letter) -> Rendered:
        raise ZeroDivisionError


class Breaking(MemoryMailer):
    """The line breaks at the messages of those numbers."""

    def __init__(self, *numbers: int) -> None:
        super().__init__()
        self.numbers, self.calls = numbers, 0

    def send(self, message: EmailMessage) -> Accepted | Deferred | Rejected:
        self.calls += 1
        if self.calls in self.numbers:
            raise Unavailable("mail server", "the line broke", outcome="unknown")
        return super().send(message)


def test_N1_a_letter_that_cannot_be_written_holds_up_nobody_else() -> None:
    w = world()
    w.book(id="s1")
    core = connect("memory://", clock=w.clock, store=w.store, mailer=w.mailer, renderer=Broken())
    assert core.notices.deliver() == DueDone(notices_put_off=3)


def test_N1_a_notice_that_makes_no_sense_any_more_holds_up_nobody_else() -> None:
    w = world()
    w.book(id="s1")
    rows = w.store._rows[PRACTICE_ID, Notice]
    first, *_ = rows
    rows[first] = Kept(attrs.evolve(rows[first].thing, addressee="client:nobody"), rows[first].stamp)
    assert w.core.notices.deliver() == DueDone(notices_delivered=2, notices_put_off=1)


def test_N1_after_three_outages_in_a_row_the_mail_server_is_left_alone_whatever_practice_it_is_for() -> None:
    w = family()
    for place in range(5):
        staff = Actor.staff(f"practice-{place}", "desk")
        w.core.practices.open(id=staff.practice_id, name="Oak Road", time_zone="UTC", currency="GBP")
        w.core.therapists.register(staff, id="t", name="Tess Example", email="tess@practice.example")
        for name in ("a", "p"):
            w.core.clients.register(staff, id=name, given_name=name, family_name="Example")
        w.core.relationships.open(staff, id="r", therapist_id="t", attendee_id="a", payer_id="p")
        w.core.migrations.request(staff, "r", requested_by="a")
    mailer = Breaking(*range(1, 99))
    core = connect("memory://", clock=w.clock, store=w.store, mailer=mailer)
    core.notices.deliver()
    assert mailer.calls == 3


def test_N1_an_outage_in_the_middle_leaves_the_rest_waiting() -> None:
    w = world()
    w.book(id="s1", starts_at=w.clock.now() + 3 * DAY)
    w.book(id="s2", starts_at=w.clock.now() + 4 * DAY)
    core = connect("memory://", clock=w.clock, store=w.store, mailer=Breaking(2, 3, 4))
    assert core.notices.deliver() == DueDone(notices_delivered=1, notices_put_off=3)
    w.forward(LEASE)
    assert core.notices.deliver() == DueDone(notices_delivered=5)


def test_N2_times_are_the_practices_and_amounts_the_addressees_language() -> None:
    w = world()
    w.core.clients.update(w.staff, "pat", language="de-DE")
    w.book(id="s1", price=Money(123456, "GBP"))
    w.core.notices.deliver()
    w.mailer.outbox.clear()
    w.forward(DAY)
    w.core.run_due()
    (receipt,) = w.mailer.outbox
    text = receipt.get_body(("plain",)).get_content()
    assert receipt["Subject"] == "Beleg: 1.234,56 £"
    assert "BST" in text
    assert "Europe/London" in text
    assert receipt["Auto-Submitted"] == "auto-generated"


def test_N3_a_move_updates_and_a_cancellation_removes_the_same_entry() -> None:
    w = world()
    w.book(id="s1")
    w.core.sessions.move(w.staff, "s1", starts_at=w.clock.now() + 9 * DAY)
    w.core.sessions.cancel(w.staff, "s1")
    w.core.notices.deliver()
    entries = [
        part.get_content().splitlines()
        for message in w.mailer.outbox
        if message["To"].addresses[0].addr_spec == ALEX
        for part in message.walk()
        if part.get_content_type() == "text/calendar"
    ]
    kept = [[line for line in entry if line.startswith(("UID", "SEQUENCE", "METHOD"))] for entry in entries]
    (uid,) = {line for lines in kept for line in lines if line.startswith("UID")}
    assert uid.endswith("@practice-core")
    assert [[line for line in lines if line != uid] for lines in kept] == [
        ["METHOD:REQUEST", "SEQUENCE:0"],
        ["METHOD:REQUEST", "SEQUENCE:1"],
        ["METHOD:CANCEL", "SEQUENCE:2"],
    ]


def test_N4_what_a_payer_gets_in_a_childs_place_is_true_of_them() -> None:
    w = family(born=date(2015, 1, 1))
    w.core.migrations.request(w.staff, "r1", requested_by="pat", id="q1")
    w.core.migrations.decline(w.staff, "q1", reason="too early")
    letters = [one for one in w.core.notices.all(w.staff) if one.addressee == "client:pat"]
    asked, declined = (w.core.notices.written(w.staff, one.id) for one in letters)
    assert "It has been asked that the person" in asked.text
    assert "has asked" not in asked.text
    assert ("A request was declined", False) == (declined.subject, "Your request" in declined.text)
