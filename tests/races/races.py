"""The races: what is there before, what everybody then does at once, and what must have come of it."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable
from typing import Any

import attrs
from tests.races.crowd import Act, Crowd
from tests.races.invariants import broken, everything
from tests.values import ADULT, DAY, FEE, FIFTY_MINUTES, HOUR, NOW, SECRET, SIXTEEN_SOON

from practice_core import (
    Actor,
    CardRequired,
    ClientErased,
    DueDone,
    Migration,
    MigrationRequest,
    NothingToRefund,
    OpenRelationships,
    PracticeCore,
    PracticeError,
    RelationshipEnded,
    Session,
    SessionBill,
    SessionNotUpcoming,
    SlotTaken,
    TokenSpent,
)
from practice_core.domain.attempt import Attempt
from practice_core.domain.relationship import Relationship
from practice_core.domain.seal import Seal
from practice_core.domain.session import SessionRecord
from practice_core.ports.store import KeyRecord

SOON = 10 * DAY
A_MOMENT = 0.004
"""About as long as a booking takes, in seconds."""


@attrs.frozen(kw_only=True)
class Race:
    """`judge` raises `AssertionError`, or answers how many won, and how many lost and got their rule's answer."""

    says: str
    processes: int
    prepare: Callable[[PracticeCore, str], object]
    act: Act
    judge: Callable[[PracticeCore, str, list[Any]], tuple[int, int]]


@attrs.frozen(kw_only=True)
class Round:
    won: int
    lost: int
    said: Counter[str]
    """How often the database said what to those who lost."""
    slowest: float
    """The seconds that the last of them took."""


def run(race: Race, crowd: Crowd, core: PracticeCore, practice_id: str, turn: int) -> Round:
    """One round in a practice of its own. Raises `AssertionError` for anything lost, or half there."""
    _family(core, practice_id)
    race.prepare(core, practice_id)
    outcomes, said, slowest = crowd.at_once(race.act, practice_id, turn, size=race.processes)
    try:
        assert [] == [one for one in outcomes if isinstance(one, str)], "something else than a PracticeError was raised"
        won, lost = race.judge(core, practice_id, outcomes)
        assert [] == broken(core, practice_id, NOW)
    except AssertionError as exc:
        exc.add_note(f"in turn {turn}, when they got {outcomes}")
        raise
    return Round(won=won, lost=lost, said=said, slowest=slowest)


def _staff(practice_id: str) -> Actor:
    return Actor.staff(practice_id, "desk")


def _family(core: PracticeCore, practice_id: str) -> None:
    """Alex attends with Theo and Pat pays, under r1; Sam pays for himself, under r9. All have a card but Alex."""
    staff = _staff(practice_id)
    core.practices.open(id=practice_id, name="Elm Street", time_zone="Europe/London", currency="GBP")
    core.therapists.register(staff, id="theo", name="Theo Example")
    for name in ("alex", "pat", "sam"):
        core.clients.register(
            staff,
            id=name,
            given_name=name.title(),
            family_name="Example",
            email=f"{name}@people.example",
            phone="+44 20 7946 0000",
            date_of_birth=ADULT,
        )
        if name != "alex":
            core.cards.add(staff, name, reference=f"pm_{name}")
    for id_, attendee, payer in (("r1", "alex", "pat"), ("r9", "sam", "sam")):
        core.relationships.open(staff, id=id_, therapist_id="theo", attendee_id=attendee, payer_id=payer, fee=FEE)


def _nothing(core: PracticeCore, practice_id: str) -> None:
    """The family is enough."""


def _two_booked(core: PracticeCore, practice_id: str) -> None:
    for n in (1, 2):
        core.sessions.book(
            _staff(practice_id), "r1", id=f"s{n}", starts_at=NOW + 3 * DAY + n * HOUR, duration=FIFTY_MINUTES
        )


def _kept(core: PracticeCore, practice_id: str, of: type) -> dict[str, Any]:
    return {name: kept.thing for name, kept in everything(core.store, practice_id)[of].items()}


def _winner(outcomes: list[Any], of: type) -> Any:
    """The only one among them that is one."""
    won = [one for one in outcomes if isinstance(one, of)]
    assert 1 == len(won)
    return won[0]


def _many(act: Callable[[int], Session], how_many: int) -> list[Session | PracticeError]:
    """What each came to, up to the first refusal."""
    done: list[Session | PracticeError] = []
    for n in range(how_many):
        try:
            done.append(act(n))
        except PracticeError as exc:
            return [*done, exc]
    return done


# One migration, confirmed by everybody.


def _confirm(core: PracticeCore, practice_id: str, place: int, turn: int) -> Migration:
    return core.migrations.confirm(_staff(practice_id), "r1", requested_by="alex" if (place + turn) % 2 else "pat")


def _one_confirmed(core: PracticeCore, practice_id: str, outcomes: list[Any]) -> tuple[int, int]:
    done = _winner(outcomes, Migration)
    others = [one for one in outcomes if one is not done]
    assert [(RelationshipEnded, done.opened.id)] * len(others) == [(type(o), o.successor_id) for o in others]
    assert {"r1", "r9", done.opened.id} == set(_kept(core, practice_id, Relationship))
    assert ["s1", "s2"] == [session.id for session in done.sessions_to_rebook]
    return 1, len(others)


# Two relationships of one attendee, migrated at once.


def _two_payers(core: PracticeCore, practice_id: str) -> None:
    core.relationships.open(
        _staff(practice_id), id="r2", therapist_id="theo", attendee_id="alex", payer_id="sam", fee=FEE
    )


def _confirm_either(core: PracticeCore, practice_id: str, place: int, turn: int) -> Migration:
    return core.migrations.confirm(_staff(practice_id), ("r1", "r2")[place % 2], requested_by="alex")


def _both_confirmed(core: PracticeCore, practice_id: str, outcomes: list[Any]) -> tuple[int, int]:
    done = [one for one in outcomes if isinstance(one, Migration)]
    assert ["r1", "r2"] == sorted(one.ended.id for one in done)
    opened = done[0].opened.id
    assert opened == done[1].opened.id
    others = [one for one in outcomes if not isinstance(one, Migration)]
    assert [(RelationshipEnded, opened)] * len(others) == [(type(o), o.successor_id) for o in others]
    return 2, len(others)


# One relationship, migrated by some and handed over by others.


def _handing_over(core: PracticeCore, practice_id: str) -> None:
    _two_booked(core, practice_id)
    _asked_to_pay(core, practice_id)
    core.migrations.accept(_staff(practice_id), "q1")


def _asked_to_pay(core: PracticeCore, practice_id: str) -> None:
    core.migrations.request(_staff(practice_id), "r1", requested_by="alex", new_payer_id="sam", id="q1")


def _hand_over_or_migrate(core: PracticeCore, practice_id: str, place: int, turn: int) -> Migration:
    wish = {"request_id": "q1"} if (place + turn) % 2 else {"requested_by": "pat"}
    return core.migrations.confirm(_staff(practice_id), "r1", **wish)  # type: ignore[arg-type]


# One request, answered by everybody with its token.


def _accept_by_token(core: PracticeCore, practice_id: str, place: int, turn: int) -> MigrationRequest:
    token = Seal(SECRET).token(practice_id, "q1", "sam")
    return core.invitations.accept(practice_id, "q1", token=token)


def _one_accepted(core: PracticeCore, practice_id: str, outcomes: list[Any]) -> tuple[int, int]:
    done = _winner(outcomes, MigrationRequest)
    others = [one for one in outcomes if one is not done]
    assert [TokenSpent] * len(others) == [type(one) for one in others]
    said = [entry.what for entry in core.journal.of(_staff(practice_id), "relationship:r1")]
    assert 1 == said.count("request_accepted")
    return 1, len(others)


# Booking under a relationship while it is migrated.


def _migrate_or_book(core: PracticeCore, practice_id: str, place: int, turn: int) -> object:
    staff = _staff(practice_id)
    if place == 0:
        time.sleep(turn % 8 * A_MOMENT)
        return core.migrations.confirm(staff, "r1", requested_by="alex")
    return _many(
        lambda n: core.sessions.book(
            staff, "r1", starts_at=NOW + SOON + place * DAY + n * HOUR, duration=FIFTY_MINUTES
        ),
        6,
    )


def _every_booking_listed_or_refused(core: PracticeCore, practice_id: str, outcomes: list[Any]) -> tuple[int, int]:
    done, *others = outcomes
    booked = {one.id for many in others for one in many if isinstance(one, Session)}
    refused = [one for many in others for one in many if isinstance(one, PracticeError)]
    assert [(RelationshipEnded, done.opened.id)] * len(refused) == [(type(o), o.successor_id) for o in refused]
    assert booked | {"s1", "s2"} == {session.id for session in done.sessions_to_rebook}
    needing = core.sessions.needing_rebooking(_staff(practice_id), "r1")
    assert booked | {"s1", "s2"} == {session.id for session in needing}
    return 1 + len(booked), len(refused)


# One session, rebooked by everybody.


def _migrated(core: PracticeCore, practice_id: str) -> None:
    _two_booked(core, practice_id)
    core.migrations.confirm(_staff(practice_id), "r1", requested_by="alex", id="r2")
    core.cards.add(_staff(practice_id), "alex", reference="pm_alex")


def _rebook(core: PracticeCore, practice_id: str, place: int, turn: int) -> Session:
    # Some at its own time, some at another.
    return core.sessions.rebook(
        _staff(practice_id), "s1", starts_at=NOW + SOON + place * HOUR if (place + turn) % 2 else None
    )


def _one_rebooked(core: PracticeCore, practice_id: str, outcomes: list[Any]) -> tuple[int, int]:
    fresh = _winner(outcomes, Session)
    others = [one for one in outcomes if one is not fresh]
    assert [(SessionNotUpcoming, fresh.id)] * len(others) == [(type(o), o.rebooked_as) for o in others]
    assert {"s1", "s2", fresh.id} == set(_kept(core, practice_id, SessionRecord))
    return 1, len(others)


# All sessions, rebooked by everybody.


def _rebook_all(core: PracticeCore, practice_id: str, place: int, turn: int) -> object:
    return core.sessions.rebook_all(_staff(practice_id), "r1")


def _each_rebooked_once(core: PracticeCore, practice_id: str, outcomes: list[Any]) -> tuple[int, int]:
    done = [one for many in outcomes for one in many]
    assert ["s1", "s2"] == sorted(one.session_id for one in done if one.rebooked_as)
    assert {"session_not_upcoming"} >= {one.refusal for one in done if not one.rebooked_as}
    assert 4 == len(_kept(core, practice_id, SessionRecord))
    return 2, len(done) - 2


# One slot of a therapist, and many slots.


def _book_one_slot(core: PracticeCore, practice_id: str, place: int, turn: int) -> Session:
    # Every one of these overlaps every other.
    start = NOW + SOON + (place * HOUR / 60 if turn % 2 else 0 * HOUR)
    return core.sessions.book(_staff(practice_id), ("r1", "r9")[place % 2], starts_at=start, duration=FIFTY_MINUTES)


def _one_booked(core: PracticeCore, practice_id: str, outcomes: list[Any]) -> tuple[int, int]:
    booked = _winner(outcomes, Session)
    others = [one for one in outcomes if one is not booked]
    assert [(SlotTaken, (booked.id,))] * len(others) == [(type(o), o.session_ids) for o in others]
    return 1, len(others)


def _book_own_slot(core: PracticeCore, practice_id: str, place: int, turn: int) -> Session:
    return core.sessions.book(
        _staff(practice_id), ("r1", "r9")[place % 2], starts_at=NOW + SOON + place * HOUR, duration=FIFTY_MINUTES
    )


def _all_booked(core: PracticeCore, practice_id: str, outcomes: list[Any]) -> tuple[int, int]:
    assert [NOW + SOON + place * HOUR for place in range(len(outcomes))] == [one.starts_at for one in outcomes]
    assert {one.id for one in outcomes} == set(_kept(core, practice_id, SessionRecord))
    return len(outcomes), 0


# One idempotency key, used by everybody.


def _with_one_key(core: PracticeCore, practice_id: str, place: int, turn: int) -> object:
    staff = _staff(practice_id)
    match turn % 3:
        case 0:
            start = NOW + SOON
            return core.sessions.book(staff, "r1", starts_at=start, duration=FIFTY_MINUTES, idempotency_key="k")
        case 1:
            return core.migrations.confirm(staff, "r1", requested_by="alex", idempotency_key="k")
        case _:
            return core.clients.register(staff, given_name="Kim", family_name="Example", idempotency_key="k")


def _one_answer(core: PracticeCore, practice_id: str, outcomes: list[Any]) -> tuple[int, int]:
    assert [outcomes[0]] * len(outcomes) == outcomes
    assert not isinstance(outcomes[0], PracticeError)
    rows = everything(core.store, practice_id)
    assert 1 == len(rows[KeyRecord])
    # What the family is made of, and the one thing more.
    assert 3 + 2 + 1 == sum(len(rows[of]) for of in rows if of.__name__ in {"Client", "Relationship"}) + len(
        rows[SessionRecord]
    )
    return 1, len(outcomes) - 1


# A card that is removed while sessions are booked on it.


def _remove_card_or_book(core: PracticeCore, practice_id: str, place: int, turn: int) -> object:
    staff = _staff(practice_id)
    if place == 0:
        time.sleep(turn % 8 * A_MOMENT)
        core.cards.remove(staff, "pat")
        # Whatever is booked from here on would be booked on no card.
        return {session.id for session in core.sessions.of_relationship(staff, "r1")}
    return _many(
        lambda n: core.sessions.book(
            staff, "r1", starts_at=NOW + SOON + place * DAY + n * HOUR, duration=FIFTY_MINUTES
        ),
        6,
    )


def _none_booked_without_a_card(core: PracticeCore, practice_id: str, outcomes: list[Any]) -> tuple[int, int]:
    with_a_card, *others = outcomes
    booked = {one.id for many in others for one in many if isinstance(one, Session)}
    refused = [one for many in others for one in many if isinstance(one, PracticeError)]
    assert [(CardRequired, "pat")] * len(refused) == [(type(one), one.client_id) for one in refused]
    assert booked == with_a_card == set(_kept(core, practice_id, SessionRecord))
    return 1 + len(booked), len(refused)


# Money that is due, worked off by everybody.


def _many_due(core: PracticeCore, practice_id: str) -> None:
    for n in range(12):
        core.sessions.book(
            _staff(practice_id), "r1", id=f"s{n}", starts_at=NOW + (n + 2) * HOUR, duration=FIFTY_MINUTES
        )


def _work_off(core: PracticeCore, practice_id: str, place: int, turn: int) -> DueDone:
    return core.run_due()


def _each_charged_once(core: PracticeCore, practice_id: str, outcomes: list[Any]) -> tuple[int, int]:
    done = sum(outcomes, DueDone())
    assert DueDone(charged=12) == attrs.evolve(done, notices_delivered=0, notices_unreachable=0)
    # N1: nor is anybody told twice.
    stored = core.notices.all(_staff(practice_id))
    assert [1] * len(stored) == [notice.tries for notice in stored]
    assert len(stored) == done.notices_delivered + done.notices_unreachable
    charges = _kept(core, practice_id, Attempt).values()
    assert sorted(f"s{n}" for n in range(12)) == sorted(one.session_id for one in charges if one.paid)
    working = [one for one in outcomes if one.anything]
    return 12, len(outcomes) - len(working)


# One charge, given back by everybody.


def _one_charged(core: PracticeCore, practice_id: str) -> None:
    core.sessions.book(_staff(practice_id), "r1", id="s1", starts_at=NOW + 2 * HOUR, duration=FIFTY_MINUTES)
    core.run_due()


def _give_back(core: PracticeCore, practice_id: str, place: int, turn: int) -> object:
    staff = _staff(practice_id)
    (charge, *_) = core.billing.of_session(staff, "s1").lines
    return core.billing.refund(staff, charge.id)


def _given_back_once(core: PracticeCore, practice_id: str, outcomes: list[Any]) -> tuple[int, int]:
    bill = _winner(outcomes, SessionBill)
    others = [one for one in outcomes if one is not bill]
    assert [NothingToRefund] * len(others) == [type(one) for one in others]
    assert 2 == len(_kept(core, practice_id, Attempt))
    return 1, len(others)


# Birthdays that are near, told by everybody.

CHILDREN = 30


def _many_sixteen_soon(core: PracticeCore, practice_id: str) -> None:
    staff = _staff(practice_id)
    for n in range(CHILDREN):
        core.clients.register(staff, id=f"c{n}", given_name="Child", family_name="Example", date_of_birth=SIXTEEN_SOON)
        core.relationships.open(staff, id=f"of-c{n}", therapist_id="theo", attendee_id=f"c{n}", payer_id="pat")


def _each_birthday_told_once(core: PracticeCore, practice_id: str, outcomes: list[Any]) -> tuple[int, int]:
    done = sum(outcomes, DueDone())
    assert (CHILDREN, 0) == (done.birthdays_told, done.failed)
    told = [notice.about for notice in core.notices.all(_staff(practice_id)) if notice.kind == "birthday_near"]
    assert sorted(f"relationship:of-c{n}" for n in range(CHILDREN)) == sorted(told)
    assert CHILDREN == len(core.migrations.due_for_review(_staff(practice_id)))
    return CHILDREN, len(outcomes) - len([one for one in outcomes if one.birthdays_told])


# A date of birth that is corrected while relationships are opened.


def _therapists(core: PracticeCore, practice_id: str) -> None:
    for n in range(1, 6):
        core.therapists.register(_staff(practice_id), id=f"t{n}", name="Tam Example")


def _correct_or_open(core: PracticeCore, practice_id: str, place: int, turn: int) -> object:
    staff = _staff(practice_id)
    if place == 0:
        time.sleep(turn % 4 * A_MOMENT)
        return core.clients.update(staff, "alex", date_of_birth=SIXTEEN_SOON, reason="passport seen")
    return core.relationships.open(staff, therapist_id=f"t{place}", attendee_id="alex", payer_id="pat")


def _all_follow_the_correction(core: PracticeCore, practice_id: str, outcomes: list[Any]) -> tuple[int, int]:
    opened = [one.id for one in outcomes[1:]]
    listed = core.migrations.due_for_review(_staff(practice_id))
    assert sorted(["r1", *opened]) == sorted(review.id for review in listed)
    return len(outcomes), 0


# Somebody who is erased while relationships are opened for them.


def _somebody_unconcerned(core: PracticeCore, practice_id: str) -> None:
    _therapists(core, practice_id)
    core.relationships.end(_staff(practice_id), "r9", reason="moved away")


def _erase_or_open(core: PracticeCore, practice_id: str, place: int, turn: int) -> object:
    staff = _staff(practice_id)
    if place == 0:
        time.sleep(turn % 4 * A_MOMENT)
        return core.clients.erase(staff, "sam")
    attendee = "sam" if place % 2 else "alex"
    return core.relationships.open(staff, therapist_id=f"t{place}", attendee_id=attendee, payer_id="sam")


def _erased_or_party_to_something(core: PracticeCore, practice_id: str, outcomes: list[Any]) -> tuple[int, int]:
    erased, *others = outcomes
    if isinstance(erased, OpenRelationships):
        assert set(erased.relationship_ids) <= {one.id for one in others}
        assert "Sam" == core.clients.get(_staff(practice_id), "sam").given_name
        return len(others), 1
    assert "" == erased.given_name
    assert [ClientErased] * len(others) == [type(one) for one in others]
    return 1, len(others)


# One journal, appended to by everybody.


def _change_details_or_verify(core: PracticeCore, practice_id: str, place: int, turn: int) -> object:
    staff = _staff(practice_id)
    if place == 0:
        return [core.journal.verify(staff, "client:alex") for _ in range(12)]
    return [core.clients.update(staff, "alex", phone=f"+44 20 7946 {place}{n}") for n in range(4)]


def _one_chain(core: PracticeCore, practice_id: str, outcomes: list[Any]) -> tuple[int, int]:
    """J3: a fork would be two entries of one number, or two after the same one."""
    verified, *others = outcomes
    assert [] == [one for one in verified if not one.fits]
    done = [one for many in others for one in many]
    chain = core.journal.of(_staff(practice_id), "client:alex")
    assert 1 + len(done) == len(chain)
    assert list(range(1, len(chain) + 1)) == [entry.number for entry in chain]
    assert len(chain) == len({entry.previous for entry in chain})
    return len(done), 1


RACES = {
    "one_journal": Race(
        says="however many append to one journal at once, its chain never forks, and fits at any moment",
        processes=8,
        prepare=_nothing,
        act=_change_details_or_verify,
        judge=_one_chain,
    ),
    "due": Race(
        says="of several workers each due session is charged by one",
        processes=4,
        prepare=_many_due,
        act=_work_off,
        judge=_each_charged_once,
    ),
    "refund": Race(
        says="of several refunds of one charge one is made, and the others are told that nothing is left",
        processes=6,
        prepare=_one_charged,
        act=_give_back,
        judge=_given_back_once,
    ),
    "confirm": Race(
        says="of sixteen confirmations of one migration one wins, and fifteen are told its successor",
        processes=16,
        prepare=_two_booked,
        act=_confirm,
        judge=_one_confirmed,
    ),
    "hand_over": Race(
        says="of several who migrate and who hand over one wins, and the others are told its successor",
        processes=8,
        prepare=_handing_over,
        act=_hand_over_or_migrate,
        judge=_one_confirmed,
    ),
    "token": Race(
        says="of several who come with one token one answers, and the others are told that it is spent",
        processes=6,
        prepare=_asked_to_pay,
        act=_accept_by_token,
        judge=_one_accepted,
    ),
    "two_payers": Race(
        says="two relationships of one attendee that are migrated at once lead to one first-party relationship",
        processes=6,
        prepare=_two_payers,
        act=_confirm_either,
        judge=_both_confirmed,
    ),
    "book_while_migrating": Race(
        says="a booking under a relationship that is being migrated is refused, or listed as needing rebooking",
        processes=6,
        prepare=_two_booked,
        act=_migrate_or_book,
        judge=_every_booking_listed_or_refused,
    ),
    "rebook": Race(
        says="of several rebookings of one session one wins, and the others are told what it was rebooked as",
        processes=6,
        prepare=_migrated,
        act=_rebook,
        judge=_one_rebooked,
    ),
    "rebook_all": Race(
        says="of several rebookings of everything each session is rebooked once",
        processes=4,
        prepare=_migrated,
        act=_rebook_all,
        judge=_each_rebooked_once,
    ),
    "one_slot": Race(
        says="of many bookings of one slot one wins, and the others are told which took it",
        processes=8,
        prepare=_nothing,
        act=_book_one_slot,
        judge=_one_booked,
    ),
    "many_slots": Race(
        says="bookings of different slots of one therapist all succeed",
        processes=8,
        prepare=_nothing,
        act=_book_own_slot,
        judge=_all_booked,
    ),
    "one_key": Race(
        says="of many commands with one idempotency key one is done, and all are answered alike",
        processes=8,
        prepare=_nothing,
        act=_with_one_key,
        judge=_one_answer,
    ),
    "card_removed": Race(
        says="no session is booked on a card that was removed before",
        processes=6,
        prepare=_nothing,
        act=_remove_card_or_book,
        judge=_none_booked_without_a_card,
    ),
    "erased": Race(
        says="who is erased while relationships are opened for them is party to none, or is not erased",
        processes=6,
        prepare=_somebody_unconcerned,
        act=_erase_or_open,
        judge=_erased_or_party_to_something,
    ),
    # Due work is done in every practice: here the last, so that the others do not come across it.
    "birthdays": Race(
        says="of several workers each birthday is told by one",
        processes=4,
        prepare=_many_sixteen_soon,
        act=_work_off,
        judge=_each_birthday_told_once,
    ),
    "age_corrected": Race(
        says="a relationship that is opened while the date of birth is corrected follows it",
        processes=6,
        prepare=_therapists,
        act=_correct_or_open,
        judge=_all_follow_the_correction,
    ),
}
