"""A batch is written whole or not at all, and only if everything it relies on is still so."""

from __future__ import annotations

from typing import Any

import attrs
import pytest

from ...domain.attempt import Attempt
from ...domain.client import Client
from ...domain.journal import JournalEntry
from ...domain.migration_request import MigrationRequest
from ...domain.notice import Notice
from ...domain.practice import Practice, Therapist
from ...domain.relationship import Relationship
from ...domain.session import SessionRecord
from ...ports.store import Batch, Changed, Kept, KeyRecord, Stamp, Store
from ..practices import a_practice
from ..things import KINDS
from .steps import (
    VERSIONED,
    Broken,
    added_to,
    another,
    changed_in,
    kept_in,
    new_practice,
    plain,
    put,
    refused,
    thing_in,
    without,
    write,
)

_REFERENCES: list[tuple[type, str]] = [
    (Therapist, "practice_id"),
    (Client, "practice_id"),
    (Relationship, "therapist_id"),
    (Relationship, "attendee_id"),
    (Relationship, "payer_id"),
    (MigrationRequest, "relationship_id"),
    (SessionRecord, "relationship_id"),
    (Attempt, "session_id"),
    (Notice, "practice_id"),
    (JournalEntry, "practice_id"),
    (KeyRecord, "practice_id"),
]


def _named(of: Any) -> str:
    return of.__name__ if isinstance(of, type) else str(of)


class Writing:
    def test_a_unit_left_without_writing_leaves_nothing(self, store: Store) -> None:
        practice_id, its = plain(store)
        before = kept_in(store, practice_id)
        for locked in (False, True):
            with store.open(locked=locked) as access:
                access.read(practice_id, [])
            with pytest.raises(Broken), store.open(locked=locked):
                raise Broken
        assert before == kept_in(store, practice_id)
        write(store, changed_in(practice_id, another(its[Client])))

    def test_a_locked_unit_writes_like_any_other(self, store: Store) -> None:
        practice_id, its = plain(store)
        with store.open(locked=True) as access:
            access.write(changed_in(practice_id, another(its[Client])))
        assert another(its[Client]) == thing_in(store, practice_id, Client, "c").thing

    @pytest.mark.parametrize("of", KINDS, ids=_named)
    def test_an_id_that_is_taken_is_a_conflict(self, store: Store, of: type) -> None:
        practice_id, its = plain(store)
        refused(store, added_to(practice_id, its[of]))

    @pytest.mark.parametrize("of", KINDS, ids=_named)
    def test_the_same_id_twice_in_one_batch_is_a_conflict(self, store: Store, of: type) -> None:
        practice_id, its = plain(store, but=without(of))
        refused(store, added_to(practice_id, its[of], its[of]))

    @pytest.mark.parametrize("of", VERSIONED, ids=_named)
    def test_changing_what_is_not_there_is_a_conflict(self, store: Store, of: type) -> None:
        practice_id, its = plain(store, but=without(of))
        refused(store, changed_in(practice_id, its[of]))

    @pytest.mark.parametrize("of", VERSIONED, ids=_named)
    def test_changing_a_version_that_is_gone_is_a_conflict(self, store: Store, of: type) -> None:
        practice_id, its = plain(store)
        write(store, changed_in(practice_id, its[of]))
        refused(store, changed_in(practice_id, another(its[of])))
        write(store, changed_in(practice_id, another(its[of]), was=2))

    @pytest.mark.parametrize("of", VERSIONED, ids=_named)
    def test_relying_on_a_version_that_is_gone_is_a_conflict(self, store: Store, of: type) -> None:
        practice_id, its = plain(store)
        write(store, changed_in(practice_id, another(its[of])))
        added = attrs.evolve(its[Client], id="new")
        name = its[of].id
        refused(store, attrs.evolve(added_to(practice_id, added), relied_on=[(of, name, 1)]))
        write(store, attrs.evolve(added_to(practice_id, added), relied_on=[(of, name, 2)]))

    @pytest.mark.parametrize("of", VERSIONED, ids=_named)
    def test_relying_on_what_is_not_there_is_a_conflict(self, store: Store, of: type) -> None:
        practice_id, its = plain(store)
        added = attrs.evolve(its[Client], id="new")
        refused(store, attrs.evolve(added_to(practice_id, added), relied_on=[(of, "nobody", 1)]))

    @pytest.mark.parametrize("stale", [0, 350, 699])
    def test_one_stale_version_among_many_is_a_conflict(self, store: Store, stale: int) -> None:
        practice_id, its = plain(store)
        many = [attrs.evolve(its[Client], id=f"c{n:03}") for n in range(700)]
        put(store, practice_id, *many)
        write(store, changed_in(practice_id, many[stale]))
        relied_on = [(Client, client.id, 1) for client in many]
        added = added_to(practice_id, attrs.evolve(its[Client], id="new"))
        refused(store, attrs.evolve(added, relied_on=relied_on))
        relied_on[stale] = (Client, many[stale].id, 2)
        write(store, attrs.evolve(added, relied_on=relied_on))

    def test_of_one_kind_some_may_be_changed_and_others_only_touched(self, store: Store) -> None:
        practice_id, its = plain(store)
        touched, was = (attrs.evolve(its[Client], id=name) for name in ("touched", "was"))
        put(store, practice_id, touched, was)
        changed = another(was)
        pairs = ((touched, touched), (changed, was))
        changes = [Changed(thing=now, was=1, stamp=Stamp(2), before=before) for now, before in pairs]
        write(store, Batch(practice_id=practice_id, changed=changes))
        kept = kept_in(store, practice_id)
        assert (Kept(touched, Stamp(2)), Kept(changed, Stamp(2))) == (kept[Client, "touched"], kept[Client, "was"])

    def test_one_stale_change_among_several_undoes_them_all(self, store: Store) -> None:
        practice_id, its = plain(store)
        write(store, changed_in(practice_id, its[SessionRecord]))
        refused(
            store,
            Batch(
                practice_id=practice_id,
                added=[Kept(attrs.evolve(its[Client], id="new"), Stamp())],
                changed=[
                    Changed(thing=another(its[of]), was=1, stamp=Stamp(2)) for of in (Practice, Client, SessionRecord)
                ],
            ),
        )

    @pytest.mark.parametrize(("of", "field"), _REFERENCES, ids=_named)
    def test_a_reference_to_nothing_is_a_conflict(self, store: Store, of: type, field: str) -> None:
        if field == "practice_id":
            practice_id = new_practice()
            refused(store, added_to(practice_id, a_practice(practice_id)[of]))
            return
        practice_id, its = plain(store, but=without(of))
        refused(store, added_to(practice_id, attrs.evolve(its[of], **{field: "nobody"})))

    @pytest.mark.parametrize(("of", "field"), [one for one in _REFERENCES if one[1] != "practice_id"], ids=_named)
    def test_a_reference_changed_to_nothing_is_a_conflict(self, store: Store, of: type, field: str) -> None:
        practice_id, its = plain(store)
        refused(store, changed_in(practice_id, attrs.evolve(its[of], **{field: "nobody"})))

    def test_a_reference_never_leads_into_another_practice(self, store: Store) -> None:
        elsewhere, its = plain(store, but=without(Relationship))
        put(store, elsewhere, attrs.evolve(its[Client], id="only there"))
        practice_id, its = plain(store, but=without(Relationship))
        refused(store, added_to(practice_id, attrs.evolve(its[Relationship], payer_id="only there")))

    def test_things_of_one_batch_may_refer_to_each_other_in_any_order(self, store: Store) -> None:
        practice_id = new_practice()
        its = a_practice(practice_id)
        put(store, practice_id, *reversed(its.values()))
        assert len(its) == len(kept_in(store, practice_id))

    def test_the_same_ids_in_two_practices_are_two_things(self, store: Store) -> None:
        (mine, my), (yours, _) = plain(store), plain(store)
        before = kept_in(store, yours)
        write(store, changed_in(mine, *(another(my[of]) for of in VERSIONED)))
        assert before == kept_in(store, yours)
        # ... and what is relied on there has the version it has there.
        write(store, attrs.evolve(changed_in(yours, before[Client, "c"].thing), relied_on=[(Therapist, "t", 1)]))
        assert Stamp(2) == thing_in(store, mine, Therapist, "t").stamp

    def test_the_keys_of_one_practice_are_free_in_another(self, store: Store) -> None:
        mine, my = plain(store)
        refused(store, added_to(mine, my[KeyRecord]))
        plain(store)

    def test_a_key_may_be_used_anew_when_its_time_is_over(self, store: Store) -> None:
        practice_id, its = plain(store)
        anew = attrs.evolve(its[KeyRecord], answer=("z",), fingerprint="other")
        write(store, changed_in(practice_id, anew))
        assert Kept(anew, Stamp(2)) == thing_in(store, practice_id, KeyRecord, "k")

    def test_D3_a_note_that_is_blanked_goes_with_its_salt_and_nothing_else_changes(self, store: Store) -> None:
        practice_id, its = plain(store, but=[JournalEntry])
        noted = attrs.evolve(its[JournalEntry], note="so", note_salt="5a" * 16, note_digest="0" * 64)
        other = attrs.evolve(noted, number=2)
        put(store, practice_id, noted, other)
        before = kept_in(store, practice_id)
        write(store, attrs.evolve(changed_in(practice_id, its[Client]), blanked=[noted]))
        after = kept_in(store, practice_id)
        assert Kept(attrs.evolve(noted, note="", note_salt=""), Stamp()) == after[JournalEntry, noted.id]
        others = {name: kept for name, kept in before.items() if name[0] is not Client and name[1] != noted.id}
        assert others == {name: after[name] for name in others}

    def test_D3_nothing_is_blanked_where_a_version_is_gone_or_there_is_no_such_entry(self, store: Store) -> None:
        practice_id, its = plain(store, but=[JournalEntry])
        noted = attrs.evolve(its[JournalEntry], note="so")
        put(store, practice_id, noted)
        blanked = [noted]
        refused(store, attrs.evolve(changed_in(practice_id, another(its[Client]), was=2), blanked=blanked))
        blanked.append(attrs.evolve(noted, number=2))
        refused(store, attrs.evolve(changed_in(practice_id, another(its[Client])), blanked=blanked))

    def test_a_journal_never_forks(self, store: Store) -> None:
        practice_id, its = plain(store)
        refused(store, added_to(practice_id, attrs.evolve(its[JournalEntry], what="something else")))
        put(store, practice_id, attrs.evolve(its[JournalEntry], number=2))
