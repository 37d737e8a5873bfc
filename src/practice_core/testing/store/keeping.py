"""What is kept comes back as it was: every field, every variant, every stamp."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from enum import Enum
from typing import Any, get_type_hints

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ...domain.attempt import Attempt, DeclineReason
from ...domain.client import Card, Client
from ...domain.migration_request import MigrationRequest
from ...domain.money import MOST, Money
from ...domain.notice import Notice
from ...domain.policy import Policy
from ...domain.practice import Practice, Therapist
from ...domain.relationship import Relationship
from ...domain.session import DueWork, SessionRecord
from ...ports import questions
from ...ports.store import Ask, Batch, Changed, Kept, KeyRecord, Stamp, Store
from .. import things
from ..practices import NOON, a_practice, whole_practices
from .steps import VERSIONED, examples, kept_in, new_practice, plain, put, thing_in, write

_MEMBERS = [
    pytest.param(of, field, member, id=f"{of.__name__}-{member.name}")
    for of in things.KINDS
    for field, kind in get_type_hints(of).items()
    if isinstance(kind, type) and issubclass(kind, Enum)
    for member in kind
]
_EXTREMES: dict[str, tuple[type, str, Any]] = {
    "the most money": (Relationship, "fee", Money(MOST, "JPY")),
    "the least money": (SessionRecord, "price", Money(-MOST, "KWD")),
    "no money at all": (SessionRecord, "price", Money(0, "GBP")),
    "free, which is not without a fee": (Relationship, "fee", Money(0, "GBP")),
    "without a fee": (Relationship, "fee", None),
    "a microsecond past": (SessionRecord, "starts_at", NOON + timedelta(microseconds=1)),
    "a microsecond before the epoch": (SessionRecord, "starts_at", datetime(1969, 12, 31, 23, 59, 59, 999_999, UTC)),
    "the first instant": (Relationship, "opened_at", things.FIRST),
    "the last instant": (Relationship, "ended_at", things.LAST),
    "a leap day": (Client, "date_of_birth", date(2008, 2, 29)),
    "the first day": (Client, "date_of_birth", things.FIRST.date()),
    "no email": (Client, "email", None),
    "the most that was ever charged": (Attempt, "amount", Money(MOST, "JPY")),
    "the least of an attempt": (Attempt, "amount", Money(-MOST, "KWD")),
    "an attempt without the gateway's word": (Attempt, "reference", None),
    "an attempt with a blank one": (Attempt, "reference", ""),
    "the longest word of a gateway": (Attempt, "charge_reference", "€" * 255),
    "settled a microsecond past": (Attempt, "settled_at", NOON + timedelta(microseconds=1)),
    "made at the first instant": (Attempt, "made_at", things.FIRST),
    "due at the last instant": (SessionRecord, "due_at", things.LAST),
    "without due work": (SessionRecord, "due_work", None),
    "a reason for no money": (Attempt, "reason", DeclineReason.INSUFFICIENT_FUNDS),
    "due to be refunded": (SessionRecord, "due_work", DueWork.REFUND),
    "a blank email": (Client, "email", ""),
    "an email of one space": (Therapist, "email", " "),
    "space around": (Client, "given_name", "  Ines "),
    "upper and lower case": (Client, "email", "Ines.VALE@Mail.Example"),
    "a composed letter": (Client, "given_name", "Zo\u00eb"),
    "a decomposed letter": (Client, "given_name", "Zoe\u0308"),
    "beyond the basic plane": (Client, "given_name", "𝒵oë 👩‍👩‍👧"),
    "from right to left": (Client, "family_name", "\u05d0\u05d1\u05d2"),
    "quotes and placeholders": (Client, "family_name", 'O\'Brien "--"; %s ? :id \\ $1'),
    "the longest text": (SessionRecord, "close_reason", "ж" * 2000),
    "several lines": (SessionRecord, "close_reason", "one\ntwo\tthree"),
    "the longest card reference": (
        Client,
        "card",
        Card(reference="€" * 255, brand="visa", last4="0042", exp_month=12, exp_year=9000),
    ),
    "no card": (Client, "card", None),
    "every kind of fact": (
        Notice,
        "facts",
        {"s": "x", "i": 2**70, "t": True, "one": 1, "n": None, "some": ("a", ""), "none": ()},
    ),
    "an answer of nothing": (KeyRecord, "answer", ()),
    "an answer with gaps": (KeyRecord, "answer", ("r", None, "")),
    "a policy of few words": (Practice, "policy", Policy(required_details=(), retry_hours=())),
}


class Keeping:
    @examples
    @given(st.data())
    def test_what_is_added_comes_back_as_it_was_with_its_stamp(self, store: Store, data: st.DataObject) -> None:
        practice_id = new_practice()
        added = [
            Kept(thing, data.draw(things.stamps(type(thing)))) for thing in data.draw(whole_practices(practice_id))
        ]
        write(store, Batch(practice_id=practice_id, added=added))
        assert set(things.KINDS) == {type(kept.thing) for kept in added}
        assert {(type(kept.thing), kept.thing.id): kept for kept in added} == kept_in(store, practice_id)

    @examples
    @given(st.data())
    def test_what_is_changed_comes_back_as_it_is_now_with_its_new_stamp(
        self, store: Store, data: st.DataObject
    ) -> None:
        practice_id, its = plain(store)
        changed = [
            Changed(
                thing=data.draw(things.changed(its[of])),
                was=1,
                stamp=data.draw(things.stamps(of)),
                before=data.draw(st.sampled_from([its[of], None])),
            )
            for of in VERSIONED
        ]
        write(store, Batch(practice_id=practice_id, changed=changed))
        kept = kept_in(store, practice_id)
        assert [Kept(change.thing, change.stamp) for change in changed] == [
            kept[type(change.thing), change.thing.id] for change in changed
        ]

    @pytest.mark.parametrize(("of", "field", "member"), _MEMBERS)
    def test_every_member_of_every_choice_is_kept(self, store: Store, of: type, field: str, member: Enum) -> None:
        practice_id = new_practice()
        its = a_practice(practice_id)
        its[of] = attrs.evolve(its[of], **{field: member})
        put(store, practice_id, *its.values())
        kept: Any = thing_in(store, practice_id, of, its[of].id).thing
        assert (its[of], type(member)) == (kept, type(getattr(kept, field)))

    @pytest.mark.parametrize(("of", "field", "value"), _EXTREMES.values(), ids=_EXTREMES)
    def test_extremes_are_kept_as_they_are(self, store: Store, of: type, field: str, value: object) -> None:
        practice_id = new_practice()
        its = a_practice(practice_id)
        its[of] = attrs.evolve(its[of], **{field: value})
        put(store, practice_id, *its.values())
        kept: Any = thing_in(store, practice_id, of, its[of].id).thing
        # `repr` tells True from 1, which compare equal.
        assert (value, repr(value)) == (getattr(kept, field), repr(getattr(kept, field)))

    def test_instants_come_back_aware_and_in_utc(self, store: Store) -> None:
        practice_id, _ = plain(store)
        kept = thing_in(store, practice_id, SessionRecord, "s").thing
        assert [timedelta(0)] * 4 == [
            at.utcoffset() for at in (kept.starts_at, kept.ends_at, kept.booked_at, kept.charge_due_at)
        ]

    def test_ids_are_told_apart_by_every_character(self, store: Store) -> None:
        practice_id, its = plain(store)
        ids = ["C", "c ", " c", "é", "e\u0301", "ß", "ss", "%", "_", "1", "01", "x" * 63, "x" * 64]
        put(store, practice_id, *(attrs.evolve(its[Client], id=id_, phone=id_) for id_ in ids))
        kept = kept_in(store, practice_id)
        assert ids == [kept[Client, id_].thing.phone for id_ in ids]

    def test_a_thing_keeps_the_stamp_it_was_given_last(self, store: Store) -> None:
        practice_id, its = plain(store)
        stamp = Stamp(2, 7, "ab" * 32)
        write(store, Batch(practice_id=practice_id, changed=[Changed(thing=its[Client], was=1, stamp=stamp)]))
        assert Kept(its[Client], stamp) == thing_in(store, practice_id, Client, "c")

    def test_practices_are_listed_by_id_up_to_a_limit(self, store: Store) -> None:
        mine = {plain(store)[0] for _ in range(3)}
        listed = store.practices(limit=100_000)
        assert sorted(listed) == list(listed)
        assert mine <= set(listed)
        assert listed[:2] == store.practices(limit=2)

    def test_practices_are_listed_page_by_page(self, store: Store) -> None:
        mine = sorted(plain(store)[0] for _ in range(5))
        pages, after = [], mine[0]
        while page := store.practices(limit=2, after=after):
            pages.append(page)
            after = page[-1]
        listed = [one for page in pages for one in page]
        assert sorted(set(listed)) == listed
        # Those after that one, which is not among them, and whichever else the store keeps.
        assert mine[1:] == [one for one in listed if one in mine]
        assert () == store.practices(limit=2, after=listed[-1])

    def test_practices_are_listed_where_one_of_the_questions_finds_something(self, store: Store) -> None:
        due, elsewhere, refund, expiring, nothing, both = sorted(new_practice() for _ in range(6))
        session: dict[str, Any] = {"due_work": DueWork.CHARGE, "due_at": NOON}
        different: dict[str, dict[type, dict[str, Any]]] = {
            due: {SessionRecord: session},
            elsewhere: {SessionRecord: session | {"due_at": NOON + timedelta(microseconds=1)}},
            refund: {SessionRecord: session | {"due_work": DueWork.REFUND}},
            expiring: {MigrationRequest: {"expires_at": NOON}},
            nothing: {},
            both: {SessionRecord: session, MigrationRequest: {"expires_at": NOON}},
        }
        for practice_id, changes in different.items():
            its = a_practice(practice_id)
            put(store, practice_id, *(attrs.evolve(one, **changes.get(of, {})) for of, one in its.items()))
        charge, lapsed = questions.DUE[DueWork.CHARGE](at=NOON), questions.LAPSED(at=NOON)

        def listed(*having: Ask[Any], after: str = "") -> list[str]:
            found = store.practices(limit=100_000, after=after, having=having)
            return [one for one in found if one in (due, elsewhere, refund, expiring, nothing, both)]

        assert [due, both] == listed(charge)
        assert [expiring, both] == listed(lapsed)
        assert [due, expiring, both] == listed(charge, lapsed)
        assert [expiring, both] == listed(charge, lapsed, after=due)
        # The same question with other values is another one.
        later = questions.DUE[DueWork.CHARGE](at=NOON + timedelta(microseconds=1))
        assert [due, elsewhere, both] == listed(charge, later)
        first = store.practices(limit=100_000, having=[charge])
        assert first[:1] == store.practices(limit=1, having=[charge])
        assert first[1:2] == store.practices(limit=1, having=[charge], after=first[0])

    def test_listing_practices_claims_nothing(self, store: Store) -> None:
        practice_id = new_practice()
        its = a_practice(practice_id)
        its[SessionRecord] = attrs.evolve(its[SessionRecord], due_work=DueWork.CHARGE, due_at=NOON)
        put(store, practice_id, *its.values())
        ask = questions.DUE[DueWork.CHARGE](at=NOON)
        assert practice_id in store.practices(limit=100_000, having=[ask])
        with store.open() as access:
            [found] = access.read(practice_id, [ask])
            assert [its[SessionRecord]] == [kept.thing for kept in found]

    def test_it_may_be_closed_twice_and_before_anything_was_opened(self, store: Store) -> None:
        store.close()
        store.close()
