"""What a unit has claimed is nobody else's until it has written, or is left; what goes by it goes by just that."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta
from threading import Barrier, Event, Thread
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ...domain.attempt import Attempt
from ...domain.client import Client
from ...domain.errors import Conflict
from ...domain.migration_request import MigrationRequest
from ...domain.occasion import Deed
from ...domain.policy import PAYER_AGES
from ...domain.relationship import Relationship
from ...domain.session import DueWork, SessionRecord
from ...ports import questions
from ...ports.store import Ask, Stamp, Store
from ...services.work import UnitOfWork
from ..practices import NOON, whole_practices
from .asking import answer, worth_asking
from .steps import Broken, another, changed_in, examples, kept_in, new_practice, plain, put, thing_in, write

_TICK = timedelta(microseconds=1)
_DUE = questions.DUE[DueWork.CHARGE]
_MORE = 5
_THREADS = 8


def _born(day: int) -> date:
    return date(2010, 3, day)


def _lapsed(at: Any) -> tuple[Ask[Any], ...]:
    return questions.LAPSED(at=at), questions.LAPSED_UNDER(at=at), questions.CLIENTS_OF_LAPSED(at=at)


def _due_sessions(store: Store, how_many: int) -> tuple[str, list[str]]:
    """A practice with so many sessions due; their ids, the oldest first, which is not how the ids go.

    Each is under a relationship of its own, with a payer and an attempt of its own.
    """
    practice_id, its = plain(store)
    ids = [f"{how_many - n:03}" for n in range(how_many)]
    things: list[Any] = []
    for n, id_ in enumerate(ids):
        things += [
            attrs.evolve(its[Client], id=id_),
            attrs.evolve(its[Relationship], id=id_, payer_id=id_),
            attrs.evolve(
                its[SessionRecord],
                id=id_,
                relationship_id=id_,
                payer_id=id_,
                due_work=DueWork.CHARGE,
                due_at=NOON + n // 2 * _TICK,
            ),
            attrs.evolve(its[Attempt], id=f"of {id_}", session_id=id_, payer_id=id_),
        ]
    put(store, practice_id, *things)
    # Of two that fall due at once the one with the lower id is first.
    return practice_id, sorted(ids, key=lambda id_: ((how_many - int(id_)) // 2, id_))


def _ids(found: list[tuple[Any, ...]]) -> list[list[str]]:
    return [[kept.thing.id for kept in each] for each in found]


def _done(session: SessionRecord) -> SessionRecord:
    return attrs.evolve(session, due_work=None, due_at=None)


class _Rival:
    """Another unit that claims while one is open, in a thread of its own; it may have to wait until that is left."""

    def __init__(self, store: Store, practice_id: str, *asks: Ask[Any]) -> None:
        self.meanwhile: list[list[str]] = []
        """What it got while the other was open; empty if it had to wait."""
        self.got: list[list[str]] = []
        self._left = Event()
        self._claimed = Event()

        def claims() -> None:
            with store.open() as access:
                self.got = _ids(access.read(practice_id, asks))
                self.meanwhile = [] if self._left.is_set() else self.got
                self._claimed.set()

        self._thread = Thread(target=claims)
        self._thread.start()
        self._claimed.wait(0.2)

    def left(self) -> None:
        """To be called before the other unit ends."""
        self._left.set()

    def ends(self) -> None:
        self._thread.join()


class Claiming:
    @examples
    @given(st.data())
    def test_what_is_claimed_is_what_a_filter_finds_and_so_is_what_goes_by_it(
        self, store: Store, data: st.DataObject
    ) -> None:
        practice_id = new_practice()
        kept = data.draw(whole_practices(practice_id))
        put(store, practice_id, *kept)
        due, expiring = (
            worth_asking(kept, *of) for of in ((SessionRecord, "due_at"), (MigrationRequest, "expires_at"))
        )
        at = data.draw(st.sampled_from([*due, *expiring]))
        asks = [ask for work in DueWork for ask in questions.about_due(work, at)] + list(_lapsed(at))
        born_until = data.draw(st.sampled_from(worth_asking(kept, Relationship, "attendee_born_on")))
        asks.append(questions.BIRTHDAYS_TO_TELL[data.draw(st.sampled_from(PAYER_AGES))](born_until=born_until))
        with store.open() as access:
            found = access.read(practice_id, asks)
        assert [answer(kept, ask.query, ask.given()) for ask in asks] == [[one.thing for one in each] for each in found]

    def test_a_claim_is_of_so_many_the_oldest_first_with_what_belongs_to_them(self, store: Store) -> None:
        practice_id, oldest_first = _due_sessions(store, questions.BATCH + _MORE)
        first = oldest_first[: questions.BATCH]
        with store.open() as access:
            found = access.read(practice_id, questions.about_due(DueWork.CHARGE, NOON + timedelta(days=1)))
        sessions, relationships, clients, attempts = _ids(found)
        assert first == sessions
        assert sorted(first) == sorted(relationships)
        assert sorted(["c", *first]) == sorted(clients)
        assert sorted(f"of {id_}" for id_ in first) == sorted(attempts)

    def test_what_one_has_claimed_another_does_not_get_while_it_is_open(self, store: Store) -> None:
        practice_id, oldest_first = _due_sessions(store, questions.BATCH + _MORE)
        asks = questions.about_due(DueWork.CHARGE, NOON + timedelta(days=1))
        with store.open() as access:
            found = access.read(practice_id, asks)
            rival = _Rival(store, practice_id, *asks)
            done = [_done(kept.thing) for kept in found[0]]
            rival.left()
            access.write(changed_in(practice_id, *done))
        rival.ends()
        rest = oldest_first[questions.BATCH :]
        # Meanwhile it may have got the rest, or had to wait; what was written it never gets.
        assert rival.meanwhile in ([], rival.got)
        sessions, relationships, clients, attempts = rival.got
        assert rest == sessions
        assert (sorted(rest), sorted(["c", *rest])) == (sorted(relationships), sorted(clients))
        assert sorted(f"of {id_}" for id_ in rest) == sorted(attempts)

    @pytest.mark.parametrize("failing", [False, True])
    def test_what_was_claimed_and_not_written_can_be_claimed_again(self, store: Store, *, failing: bool) -> None:
        practice_id, oldest_first = _due_sessions(store, 2)
        ask = _DUE(at=NOON + timedelta(days=1))

        def claims_and_leaves() -> None:
            with store.open() as access:
                assert [oldest_first] == _ids(access.read(practice_id, [ask]))
                rival = _Rival(store, practice_id, ask)
                rivals.append(rival)
                rival.left()
                if failing:
                    raise Broken

        rivals: list[_Rival] = []
        if failing:
            with pytest.raises(Broken):
                claims_and_leaves()
        else:
            claims_and_leaves()
        rivals[0].ends()
        assert rivals[0].meanwhile in ([], [[]])
        with store.open() as access:
            assert [oldest_first] == _ids(access.read(practice_id, [ask]))

    def test_requests_are_claimed_alike(self, store: Store) -> None:
        practice_id, its = plain(store)
        request: MigrationRequest = its[MigrationRequest]
        asks = _lapsed(request.expires_at)
        with store.open() as access:
            assert [["q"], ["r"], ["c"]] == _ids(access.read(practice_id, asks))
            rival = _Rival(store, practice_id, *asks)
            rival.left()
        rival.ends()
        assert rival.meanwhile in ([], [[], [], []])
        with store.open() as access:
            assert [[], [], []] == _ids(access.read(practice_id, _lapsed(request.expires_at - _TICK)))

    def test_birthdays_are_claimed_alike_the_oldest_first_with_those_of_the_last_day(self, store: Store) -> None:
        practice_id, its = plain(store)
        days = {"b": 2, "a": 2, "first": 1, "later": 3}
        waiting = [
            attrs.evolve(its[Relationship], id=id_, ended_at=None, under_age_by=16, attendee_born_on=_born(day))
            for id_, day in days.items()
        ]
        others = [
            attrs.evolve(waiting[0], id="told", birthday_told_at=NOON),
            attrs.evolve(waiting[0], id="reviewed", reviewed_at=NOON),
            attrs.evolve(waiting[0], id="ended", ended_at=NOON),
            attrs.evolve(waiting[0], id="older", under_age_by=17),
        ]
        payers = [one.id for one in (*waiting, *others)]
        put(store, practice_id, *(attrs.evolve(its[Client], id=id_) for id_ in payers))
        put(store, practice_id, *(attrs.evolve(one, payer_id=one.id) for one in (*waiting, *others)))
        ask = questions.BIRTHDAYS_TO_TELL[16](born_until=_born(2))
        with store.open() as access:
            found = access.read(practice_id, [ask])
            assert [["first", "a", "b"]] == _ids(found)
            rival = _Rival(store, practice_id, ask)
            done = [attrs.evolve(kept.thing, birthday_told_at=NOON) for kept in found[0]]
            rival.left()
            access.write(changed_in(practice_id, *done))
        rival.ends()
        assert [[]] == rival.got
        listed = questions.UP_FOR_REVIEW[17](born_until=_born(2))
        with store.open() as access:
            assert [["first", "a", "b", "older", "told"]] == _ids(access.read(practice_id, [listed]))

    def test_what_is_claimed_can_be_read_as_ever_once_it_is_written(self, store: Store) -> None:
        practice_id, _ = _due_sessions(store, 1)
        ask = _DUE(at=NOON)
        with store.open() as access:
            work = UnitOfWork(access, practice_id)
            [session] = work.find(ask)
            work.record(Deed(answer=None, changed=(_done(session),)))
            work.commit()
        assert Stamp(2) == thing_in(store, practice_id, SessionRecord, "001").stamp
        with store.open() as access:
            assert [()] == access.read(practice_id, [ask])

    def test_a_claim_writes_nothing_and_raises_no_version(self, store: Store) -> None:
        practice_id, _ = _due_sessions(store, 2)
        before = kept_in(store, practice_id)
        with store.open() as access:
            access.read(practice_id, questions.about_due(DueWork.CHARGE, NOON + timedelta(days=1)))
        assert before == kept_in(store, practice_id)

    def test_a_practice_s_claims_leave_another_s_things_alone(self, store: Store) -> None:
        (mine, ids), (yours, _) = _due_sessions(store, 2), _due_sessions(store, 2)
        before = kept_in(store, yours)
        with store.open() as access:
            found = access.read(mine, [_DUE(at=NOON + timedelta(days=1))])
            assert [ids] == _ids(found)
            access.write(changed_in(mine, *(_done(kept.thing) for kept in found[0])))
        assert before == kept_in(store, yours)

    def test_who_claims_relies_on_what_it_had_read_before(self, store: Store) -> None:
        practice_id, _ = _due_sessions(store, 1)
        client = thing_in(store, practice_id, Client, "001").thing
        with store.open() as access:
            work = UnitOfWork(access, practice_id)
            assert client == work.get(Client, "001")
            write(store, changed_in(practice_id, another(client)))
            [session] = work.find(_DUE(at=NOON))
            work.record(Deed(answer=None, changed=(_done(session),)))
            with pytest.raises(Conflict):
                work.commit()
        assert Stamp(1) == thing_in(store, practice_id, SessionRecord, "001").stamp

    def test_many_threads_that_claim_do_everything_once(self, store: Store) -> None:
        practice_id, oldest_first = _due_sessions(store, 3 * questions.BATCH + _MORE)
        together = Barrier(_THREADS, timeout=60)
        asks = questions.about_due(DueWork.CHARGE, NOON + timedelta(days=1))
        did: list[str] = []

        def work_off(_: int) -> None:
            together.wait()
            while True:
                with store.open() as access:
                    work = UnitOfWork(access, practice_id)
                    work.prepare(*asks)
                    claimed = work.find(asks[0])
                    # Some of it only: the rest can be claimed again when this unit is left.
                    done = claimed[: questions.BATCH - _MORE]
                    work.record(Deed(answer=None, changed=tuple(_done(session) for session in done)))
                    work.commit()
                did.extend(session.id for session in done)
                if not claimed:
                    return

        with ThreadPoolExecutor(_THREADS) as pool:
            for future in [pool.submit(work_off, name) for name in range(_THREADS)]:
                future.result()
        assert sorted(oldest_first) == sorted(did)
        kept = kept_in(store, practice_id)
        assert {Stamp(2)} == {kept[SessionRecord, id_].stamp for id_ in oldest_first}
