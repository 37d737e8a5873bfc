"""Birthdays at the minimum payer age: listed, told once, marked reviewed (M11); what changes the list, and races."""

from __future__ import annotations

import io
import json
from datetime import date
from typing import Any

import attrs
import pytest
from tests.services.money import until_quiet
from tests.values import ADULT, AUCKLAND, DAY, HOUR, LONDON, LOS_ANGELES, NOW, SIXTEEN_SOON, TICK, local
from tests.worlds import World, family, remembered

from practice_core import (
    Actor,
    Conflict,
    DueDone,
    Invalid,
    NotAllowed,
    Notice,
    NotUpForReview,
    Policy,
    Relationship,
    RelationshipEnded,
)
from practice_core.ports import questions

CHILD = date(2018, 1, 1)
SOON = NOW.date() + 30 * DAY
"""When who was born on `SIXTEEN_SOON` is 16."""


@remembered
def world(born: date | None = SIXTEEN_SOON, **options: Any) -> World:
    return family(born=born, **options)


def listed(w: World, actor: Actor | None = None) -> list[str]:
    return [review.id for review in w.core.migrations.due_for_review(actor or w.staff)]


def told(w: World) -> list[str]:
    return [n.about for n in w.kept(Notice).values() if n.kind == "birthday_near"]


def born(w: World, name: str, day: date | str | None) -> None:
    w.core.clients.update(w.staff, name, date_of_birth=day, reason="as the passport says")


def test_M11_the_birthday_is_listed_with_whose_it_is_and_whether_the_therapist_knows() -> None:
    w = world()
    (before,) = w.core.migrations.due_for_review(w.staff)
    assert (before.relationship_id, before.attendee_id, before.payer_id) == ("r1", "alex", "pat")
    assert (before.birthday, before.told_at) == (SOON, None)
    w.core.run_due()
    (after,) = w.core.migrations.due_for_review(w.staff)
    assert after == attrs.evolve(before, told_at=NOW)


def test_M11_the_oldest_birthday_is_listed_first_and_of_one_day_the_lower_id() -> None:
    w = world()
    for name, day in (("b", date(2009, 1, 1)), ("a", date(2009, 1, 1)), ("c", date(2010, 6, 30)), ("d", CHILD)):
        w.person(name, born=day)
        w.open(name, id=name)
    # a and b were 17 when these were opened: no minors by this policy.
    assert ["c", "r1"] == listed(w)
    w.core.practices.set_policy(w.staff, Policy(minimum_payer_age=18))
    assert [] == listed(w)
    w.forward(365 * DAY)
    assert ["a", "b"] == listed(w)
    w.forward(365 * DAY)
    assert ["a", "b", "c", "r1"] == listed(w)


def test_M11_a_therapist_sees_theirs_and_a_client_no_list() -> None:
    w = world()
    assert (["r1"], []) == (listed(w, w.theo), listed(w, w.tess))
    for client in (w.alex, w.pat):
        with pytest.raises(NotAllowed):
            listed(w, client)


@pytest.mark.parametrize("zone", [LOS_ANGELES, AUCKLAND])
def test_M11_list_and_notice_begin_at_midnight_in_the_practices_zone(zone: str) -> None:
    midnight = local(zone, 2026, 6, 1)
    w = world(date(2010, 7, 31), at=midnight - 90 * DAY, zone=zone)
    w.clock.set(midnight - TICK)
    assert ([], DueDone()) == (listed(w), w.core.run_due())
    w.forward(TICK)
    assert (["r1"], DueDone(birthdays_told=1)) == (listed(w), w.core.run_due())


def test_M11_the_therapist_is_told_once_however_long_nobody_looks() -> None:
    w = world()
    assert DueDone(birthdays_told=1) == until_quiet(w)
    for _ in range(5):
        w.forward(400 * DAY)
        assert DueDone() == until_quiet(w)
    assert (["relationship:r1"], ["r1"]) == (told(w), listed(w))
    (entry,) = [one for one in w.core.journal.of(w.theo, "r1") if one.what == "birthday_told"]
    assert (entry.actor, entry.facts) == ("system:system", {"therapist_id": "theo"})


def test_M11_more_than_a_batch_is_told_in_one_run_in_every_practice() -> None:
    w = world(CHILD)
    for n in range(questions.BATCH + 5):
        w.person(f"c{n}", born=SIXTEEN_SOON)
        w.open(f"c{n}", id=f"r-{n}")
    there = Actor.staff("oak", "desk")
    w.core.practices.open(id="oak", name="Oak", time_zone="UTC", currency="EUR")
    w.core.therapists.register(there, id="t", name="Tam Example")
    for name, day in (("kid", SIXTEEN_SOON), ("mum", ADULT)):
        w.core.clients.register(there, id=name, given_name=name, family_name="Oak", date_of_birth=day)
    w.core.relationships.open(there, id="r", therapist_id="t", attendee_id="kid", payer_id="mum")
    assert DueDone(birthdays_told=questions.BATCH + 6) == until_quiet(w)
    assert [NOW] == [review.told_at for review in w.core.migrations.due_for_review(there)]


def test_M11_a_run_that_is_to_stop_leaves_the_rest_for_the_next() -> None:
    w = world()
    assert DueDone() == w.core.run_due(stop=lambda: True)
    assert DueDone(birthdays_told=1) == w.core.run_due()


def test_M11_nothing_migrates_by_itself() -> None:
    w = world()
    w.forward(200 * DAY)
    w.core.run_due()
    assert (w.kept(Relationship)["r1"].status, len(w.kept(Relationship))) == ("active", 1)


def test_M11_what_is_marked_reviewed_is_listed_and_told_no_more() -> None:
    w = world()
    done = w.core.migrations.reviewed(w.theo, "r1")
    assert (done.id, done.reviewed_at) == ("r1", NOW)
    assert ([], DueDone()) == (listed(w), w.core.run_due())
    w.forward(HOUR)
    assert done == w.core.migrations.reviewed(w.staff, "r1")
    assert ["opened", "reviewed"] == [entry.what for entry in w.core.journal.of(w.staff, "r1")]


def test_M11_marking_it_before_the_notice_period_is_refused() -> None:
    w = world(CHILD)
    with pytest.raises(NotUpForReview):
        w.core.migrations.reviewed(w.theo, "r1")


def test_M11_a_migration_takes_it_off_the_list() -> None:
    w = world()
    w.core.run_due()
    w.forward(30 * DAY)
    w.migrate()
    assert ([], DueDone()) == (listed(w), until_quiet(w))
    with pytest.raises(RelationshipEnded) as refused:
        w.core.migrations.reviewed(w.theo, "r1")
    assert refused.value.successor_id == "r2"


def test_M11_what_has_ended_is_off_the_list_and_on_it_again_when_it_is_restarted() -> None:
    """M11: P4 keeps when it was opened, and what was told and marked stays told and marked."""
    w = world()
    w.core.run_due()
    w.core.relationships.end(w.staff, "r1", reason="pause")
    assert [] == listed(w)
    w.forward(DAY)
    w.core.relationships.restart(w.staff, "r1")
    assert (["r1"], DueDone()) == (listed(w), until_quiet(w))
    w.core.migrations.reviewed(w.staff, "r1")
    w.core.relationships.end(w.staff, "r1", reason="pause")
    w.core.relationships.restart(w.staff, "r1")
    assert [] == listed(w)


def test_M11_whose_birthday_came_while_it_was_ended_is_told_when_it_is_restarted() -> None:
    w = world(date(2011, 6, 1))
    w.core.relationships.end(w.staff, "r1", reason="pause")
    w.forward(500 * DAY)
    assert DueDone() == until_quiet(w)
    w.core.relationships.restart(w.staff, "r1")
    assert (["r1"], DueDone(birthdays_told=1)) == (listed(w), until_quiet(w))


def test_M11_another_policy_is_the_list_at_once_and_tells_nobody_twice() -> None:
    w = world(date(2010, 8, 30))
    assert ([], DueDone()) == (listed(w), until_quiet(w))
    w.core.practices.set_policy(w.staff, Policy(review_notice_days=90))
    assert (["r1"], DueDone(birthdays_told=1)) == (listed(w), until_quiet(w))
    w.core.practices.set_policy(w.staff, Policy(minimum_payer_age=17))
    assert ([], DueDone()) == (listed(w), until_quiet(w))
    w.forward(365 * DAY + 30 * DAY)
    (review,) = w.core.migrations.due_for_review(w.staff)
    assert (review.birthday, until_quiet(w)) == (date(2027, 8, 30), DueDone())


def test_M11_a_date_of_birth_that_is_corrected_or_filled_in_is_the_list_at_once() -> None:
    w = world(CHILD)
    assert [] == listed(w)
    born(w, "alex", "2010-07-01")
    assert ["r1"] == listed(w)
    born(w, "alex", ADULT)
    assert ([], DueDone()) == (listed(w), until_quiet(w))
    born(w, "alex", None)
    assert [] == listed(w)
    w.core.clients.update(w.theo, "alex", date_of_birth=SIXTEEN_SOON)
    assert (["r1"], DueDone(birthdays_told=1)) == (listed(w), until_quiet(w))
    born(w, "alex", CHILD)
    assert [] == listed(w)
    w.forward(8 * 365 * DAY)
    assert (["r1"], DueDone()) == (listed(w), until_quiet(w))


def test_M11_a_correction_reaches_what_has_ended_too() -> None:
    w = world(CHILD)
    w.core.relationships.end(w.staff, "r1", reason="pause")
    born(w, "alex", SIXTEEN_SOON)
    w.core.relationships.restart(w.staff, "r1")
    assert ["r1"] == listed(w)


def test_M11_a_date_of_birth_that_comes_with_a_migration_counts_with_every_therapist() -> None:
    """M11: 15 when r1 and r2 were opened, which nobody knew."""
    w = world(None)
    w.core.relationships.open(w.staff, id="r2", therapist_id="tess", attendee_id="alex", payer_id="pat")
    w.person("sam", born=None)
    w.open("sam", id="r3")
    w.forward(40 * DAY)
    w.migrate(id="r4", details={"date_of_birth": "2010-07-01"})
    assert (["r2"], ["r2"], []) == (listed(w), listed(w, w.tess), listed(w, w.theo))
    assert DueDone(birthdays_told=1) == until_quiet(w)
    assert w.kept(Relationship)["r1"].attendee_born_on == SIXTEEN_SOON


def test_M11_first_party_relationships_and_adults_have_nothing_to_review() -> None:
    w = world(ADULT)
    w.person("sam", born=date(2010, 5, 1))
    w.open("sam", "sam", id="own")
    w.forward(2000 * DAY)
    assert ([], DueDone()) == (listed(w), until_quiet(w))


def imported(w: World, *relationships: dict[str, object], **practice: object) -> None:
    """A practice from a file: a child of `SIXTEEN_SOON`, somebody who was 15 in 2010, and a father."""
    clients = [
        {"id": name, "given_name": name, "family_name": "Oak", "email": None, "phone": None, "card": None}
        | {"date_of_birth": day}
        for name, day in (("kid", "2010-07-01"), ("grown", "1995-02-28"), ("dad", "1970-01-01"))
    ]
    given = {"therapist_id": "t", "payer_id": "dad", "opened_at": "2010-03-01T09:00:00+00:00", "fee": None}
    document = {
        "practice": {"id": "oak", "name": "Oak", "time_zone": "UTC", "currency": "EUR", **practice},
        "therapists": [{"id": "t", "name": "Tam", "email": "tam@oak.example"}],
        "clients": clients,
        "relationships": [{"status": "active", **given, **one} for one in relationships],
        "sessions": [],
    }
    w.core.load(io.BytesIO(json.dumps(document).encode()))


def test_M11_what_is_imported_is_listed_and_told_once_though_the_birthday_was_years_ago() -> None:
    w = World()
    ended = {"status": "ended", "ended_at": "2012-01-01T00:00:00+00:00"}
    imported(
        w,
        {"id": "soon", "attendee_id": "kid", "opened_at": "2024-01-01T00:00:00+00:00"},
        {"id": "long-ago", "attendee_id": "grown"},
        {"id": "of-age", "attendee_id": "grown", "payer_id": "kid", "opened_at": "2011-02-28T00:00:00+00:00"},
        {"id": "over", "attendee_id": "kid", "payer_id": "grown", **ended},
    )
    office = Actor.staff("oak", "desk")
    assert [("long-ago", date(2011, 2, 28)), ("soon", SOON)] == [
        (review.id, review.birthday) for review in w.core.migrations.due_for_review(office)
    ]
    assert DueDone(birthdays_told=2) == until_quiet(w)
    assert DueDone() == until_quiet(w)
    assert ["birthday_near"] * 2 == [notice.kind for notice in w.core.notices.all(office)]


def test_M11_the_letter_names_the_attendee_and_the_day_and_nobody_in_its_subject() -> None:
    """M11, A3: the therapist sees the attendee; the payer is not named. A4: what is stored does not tell the day."""
    w = world()
    w.mailer.down(False)
    w.core.clients.update(w.staff, "alex", given_name="Zebedee", family_name="Quux")
    assert DueDone(birthdays_told=1, notices_delivered=1) == w.core.run_due()
    (message,) = w.mailer.outbox
    said = " ".join(message.get_body(("plain",)).get_content().split())
    assert "theo@practice.example" == message["To"].addresses[0].addr_spec
    assert "A client may soon pay for their own sessions" == message["Subject"]
    assert "the sessions of Zebedee Quux, who is old enough to pay for them from 1 July 2026 on." in said
    assert [] == [name for name in ("Zebedee", "Quux", "2026") if name in message["Subject"]]
    assert "Pat" not in said
    (notice,) = w.kept(Notice).values()
    assert {} == notice.facts


def test_M11_a_date_of_birth_that_is_gone_by_then_is_not_made_up() -> None:
    w = world()
    w.core.run_due()
    born(w, "alex", None)
    w.mailer.down(False)
    w.core.notices.deliver()
    (message,) = w.mailer.outbox
    assert "who may be old enough to pay for them soon" in " ".join(message.get_body(("plain",)).get_content().split())


def test_N4_a_therapist_without_an_address_is_unreachable_and_counts_as_told() -> None:
    w = world(CHILD)
    w.person("sam", born=SIXTEEN_SOON)
    w.core.relationships.open(w.staff, id="r2", therapist_id="tess", attendee_id="sam", payer_id="pat")
    w.mailer.down(False)
    assert DueDone(birthdays_told=1, notices_unreachable=1) == w.core.run_due()
    assert DueDone() == w.core.run_due()


def test_A3_neither_payer_nor_attendee_sees_in_a_relationship_how_old_the_attendee_is() -> None:
    w = world()
    w.core.run_due()
    w.core.migrations.reviewed(w.staff, "r1")
    whole = w.core.relationships.get(w.theo, "r1")
    assert (SIXTEEN_SOON, 16, NOW, NOW) == (
        whole.attendee_born_on,
        whole.under_age_by,
        whole.birthday_told_at,
        whole.reviewed_at,
    )
    blank = attrs.evolve(whole, attendee_born_on=None, under_age_by=None, birthday_told_at=None, reviewed_at=None)
    for client in (w.pat, w.alex):
        assert blank == w.core.relationships.get(client, "r1")
        assert (blank,) == w.core.relationships.of_client(client, client.id)


# Several at once.


def test_D2_of_two_workers_that_tell_of_a_birthday_one_does() -> None:
    w = world()
    w.store.meanwhile.append(w.core.run_due)
    assert DueDone() == w.core.run_due()
    assert ["relationship:r1"] == told(w)


def test_D2_what_is_marked_while_a_worker_has_it_in_hand_is_not_told() -> None:
    w = world()
    w.store.meanwhile.append(lambda: w.core.migrations.reviewed(w.theo, "r1"))
    assert DueDone() == w.core.run_due()
    assert ([], [NOW]) == (told(w), [one.reviewed_at for one in w.kept(Relationship).values()])


def test_D2_a_policy_that_changes_while_a_worker_is_at_it_decides() -> None:
    w = world()
    w.store.meanwhile.append(lambda: w.core.practices.set_policy(w.staff, Policy(minimum_payer_age=17)))
    assert DueDone() == w.core.run_due()
    assert [] == told(w)


def test_D2_a_relationship_that_is_opened_while_the_date_of_birth_is_corrected_follows_it() -> None:
    """D2: in either order. A copy that was overlooked would stay wrong for ever."""
    for first in ("the correction", "the opening"):
        w = world(ADULT)

        def correct(w: World = w) -> None:
            born(w, "alex", SIXTEEN_SOON)

        def opening(w: World = w) -> None:
            w.core.relationships.open(w.staff, id="r2", therapist_id="tess", attendee_id="alex", payer_id="pat")

        one, other = (correct, opening) if first == "the correction" else (opening, correct)
        w.store.meanwhile.append(other)
        one()
        assert ["r1", "r2"] == listed(w), first


def test_D2_a_relationship_that_is_opened_while_a_migration_brings_the_date_of_birth_follows_it() -> None:
    w = world(None)
    w.forward(40 * DAY)
    w.store.meanwhile.append(
        lambda: w.core.relationships.open(w.staff, id="r2", therapist_id="tess", attendee_id="alex", payer_id="pat")
    )
    w.migrate(id="r3", details={"date_of_birth": date(2009, 7, 31)})
    kept = w.kept(Relationship)
    assert (date(2009, 7, 31), 17) == (kept["r2"].attendee_born_on, kept["r2"].under_age_by)


def test_birthdays_that_stay_contended_are_left_for_the_next_run_and_the_others_are_told(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    w = world()
    imported(w, {"id": "long-ago", "attendee_id": "grown"})
    whole = type(w.core._birthdays)._tell

    def contended(self: Any, practice_id: str) -> int:
        if practice_id == "oak":
            raise Conflict
        return whole(self, practice_id)

    monkeypatch.setattr(type(w.core._birthdays), "_tell", contended)
    assert DueDone(birthdays_told=1, failed=1) == w.core.run_due()
    monkeypatch.undo()
    assert DueDone(birthdays_told=1) == w.core.run_due()


def test_the_notice_of_a_birthday_can_be_put_back_like_any_other() -> None:
    w = world()
    w.core.run_due()
    w.nobody_was_reached()
    (notice,) = w.core.notices.undelivered(w.staff)
    w.mailer.down(False)
    w.core.notices.retry(w.staff, notice.id)
    assert DueDone(notices_delivered=1) == w.core.run_due()


@pytest.mark.parametrize("days", [-1, 3651])
def test_a_notice_period_that_is_none_is_refused(days: int) -> None:
    with pytest.raises(Invalid):
        Policy(review_notice_days=days)


def test_M11_a_notice_of_no_days_is_the_birthday_itself() -> None:
    w = world(SIXTEEN_SOON, review_notice_days=0)
    w.clock.set(local(LONDON, 2026, 7, 1) - TICK)
    assert [] == listed(w)
    w.forward(TICK)
    assert ["r1"] == listed(w)
