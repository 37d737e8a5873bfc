"""The unit of work on this store: what it sees, what it writes, how it chains the journal."""

from __future__ import annotations

from typing import Any

import attrs
import pytest

from ...domain.client import Client
from ...domain.errors import Conflict, NotFound
from ...domain.journal import JournalEntry, Kind, digest
from ...domain.occasion import Deed
from ...domain.practice import Therapist
from ...domain.relationship import Relationship
from ...domain.session import SessionRecord
from ...ports import questions
from ...ports.store import KeyRecord, Stamp, Store
from ...services.work import UnitOfWork
from ..practices import NOON
from .steps import EVERY, another, kept_in, plain, thing_in, without


def _deed(**parts: Any) -> Deed[None]:
    return Deed(answer=None, **parts)


class Working:
    def test_get_sees_what_is_pending_and_finders_read_the_database(self, store: Store) -> None:
        practice_id, its = plain(store)
        new = attrs.evolve(its[Client], id="new")
        with store.open() as access:
            work = UnitOfWork(access, practice_id)
            work.prepare(questions.CLIENT(id="c"))
            work.record(_deed(added=(new,), changed=(another(its[Client]),)))
            assert [new, another(its[Client])] == [work.get(Client, "new"), work.get(Client, "c")]
            assert (its[Client],) == work.find(EVERY[Client]())
            work.commit()
        assert {"c", "new"} == {id_ for of, id_ in kept_in(store, practice_id) if of is Client}

    def test_what_was_recorded_and_not_committed_is_not_kept(self, store: Store) -> None:
        practice_id, its = plain(store)
        before = kept_in(store, practice_id)
        with store.open() as access:
            work = UnitOfWork(access, practice_id)
            work.get(Client, "c")
            work.record(_deed(added=(attrs.evolve(its[Client], id="new"),), changed=(another(its[Client]),)))
        assert before == kept_in(store, practice_id)

    def test_a_unit_that_recorded_nothing_commits_nothing(self, store: Store) -> None:
        practice_id, _ = plain(store)
        before = kept_in(store, practice_id)
        with store.open() as access:
            work = UnitOfWork(access, practice_id)
            work.get(Client, "c")
            work.commit()
        assert before == kept_in(store, practice_id)

    def test_what_is_nowhere_is_not_found(self, store: Store) -> None:
        practice_id, _ = plain(store)
        with store.open() as access:
            work = UnitOfWork(access, practice_id)
            assert work.seek(Client, "nobody") is None
            with pytest.raises(NotFound):
                work.get(Client, "nobody")

    def test_what_is_touched_counts_on_and_stays_as_it_is(self, store: Store) -> None:
        practice_id, its = plain(store)
        with store.open() as access:
            work = UnitOfWork(access, practice_id)
            work.record(_deed(touched=((Therapist, "t"), (Relationship, "r"))))
            work.commit()
        kept = kept_in(store, practice_id)
        assert [(its[Therapist], Stamp(2)), (its[Relationship], Stamp(2))] == [
            (kept[name].thing, kept[name].stamp) for name in ((Therapist, "t"), (Relationship, "r"))
        ]

    def test_entries_are_chained_from_commit_to_commit(self, store: Store) -> None:
        practice_id, its = plain(store, but=[JournalEntry])
        entry = attrs.evolve(its[JournalEntry], number=0)
        for what in ("renamed", "moved"):
            with store.open() as access:
                work = UnitOfWork(access, practice_id)
                work.append([attrs.evolve(entry, what=what), attrs.evolve(entry, what=f"{what} again")])
                work.commit()
        with store.open() as access:
            [found] = access.read(practice_id, [questions.JOURNAL(kind=Kind.CLIENT, thing_id="c")])
        chain = [kept.thing for kept in found]
        assert ["renamed", "renamed again", "moved", "moved again"] == [one.what for one in chain]
        assert [1, 2, 3, 4] == [one.number for one in chain]
        assert ["", *(digest(one) for one in chain[:-1])] == [one.previous for one in chain]
        assert Stamp(3, 4, digest(chain[-1])) == thing_in(store, practice_id, Client, "c").stamp

    def test_a_thing_and_its_first_entry_are_added_together(self, store: Store) -> None:
        practice_id, its = plain(store, but=without(SessionRecord))
        entry = attrs.evolve(its[JournalEntry], kind=Kind.SESSION, thing_id="s", number=0)
        with store.open() as access:
            work = UnitOfWork(access, practice_id)
            work.record(_deed(added=(its[SessionRecord],), entries=(entry,)))
            work.commit()
        first = entry.linked(number=1, previous="")
        assert Stamp(1, 1, first.digest) == thing_in(store, practice_id, SessionRecord, "s").stamp

    def test_what_was_read_is_relied_on_unless_it_was_only_shown(self, store: Store) -> None:
        practice_id, its = plain(store)
        shown = questions.MET_AS_PAYER(therapist_id="t", client_id="c")
        asks = {False: shown, True: questions.RELATIONSHIP(id="r")}
        for relied_on, ask in asks.items():
            with store.open() as access:
                work = UnitOfWork(access, practice_id)
                work.prepare(ask)
                with store.open() as other:
                    rival = UnitOfWork(other, practice_id)
                    rival.record(_deed(touched=((Relationship, "r"),)))
                    rival.commit()
                work.record(_deed(added=(attrs.evolve(its[Client], id=f"new {relied_on}"),)))
                if relied_on:
                    with pytest.raises(Conflict):
                        work.commit()
                else:
                    work.commit()
        assert {"c", "new False"} == {id_ for of, id_ in kept_in(store, practice_id) if of is Client}

    def test_a_key_used_up_twice_is_a_conflict_for_the_second(self, store: Store) -> None:
        practice_id, its = plain(store, but=[KeyRecord])
        key = its[KeyRecord]
        with store.open() as first, store.open() as second:
            units = [UnitOfWork(first, practice_id), UnitOfWork(second, practice_id)]
            for unit in units:
                assert unit.find(questions.KEY(id="k")) == ()
                unit.use_up(attrs.evolve(key, used_at=NOON))
            units[0].commit()
            with pytest.raises(Conflict):
                units[1].commit()
        assert Stamp(1) == thing_in(store, practice_id, KeyRecord, "k").stamp
