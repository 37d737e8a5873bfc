"""Every question is answered as a plain filter over the things answers it, in the question's order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import timedelta
from itertools import chain
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ...domain.client import Client
from ...domain.relationship import Relationship
from ...domain.session import DueWork, SessionRecord, SessionStatus
from ...ports import questions
from ...ports.store import Among, Either, Given, Keepable, Of, Op, Query, Store, Where
from ..practices import NOON, whole_practices
from ..things import FIRST, KINDS, LAST
from .steps import EVERY, examples, new_practice, plain, put, without

QUESTIONS: dict[str, Query[Any]] = (
    {name: query for name, query in sorted(vars(questions).items()) if isinstance(query, Query)}
    | {f"DUE[{work}] {ask.query.of.__name__}": ask.query for work in DueWork for ask in questions.about_due(work, NOON)}
    | {
        f"{name}[{age}]": query
        for name in ("UP_FOR_REVIEW", "BIRTHDAYS_TO_TELL", "A_BIRTHDAY_TO_TELL")
        for age, query in getattr(questions, name).items()
    }
)


def answer(kept: Iterable[Keepable], query: Query[Any], given: dict[str, Any]) -> list[Any]:
    """What the question finds among those things: the meaning of `Query`, in plain Python."""
    kept = list(kept)
    found = [
        thing
        for thing in kept
        if isinstance(thing, query.of) and all(_holds(thing, where, kept, given) for where in query.where)
    ]
    return sorted(found, key=lambda thing: [getattr(thing, name) for name in query.order])[: query.limit]


def _holds(thing: Any, where: Where | Among | Either, kept: list[Keepable], given: dict[str, Any]) -> bool:
    if isinstance(where, Either):
        return any(all(_holds(thing, one, kept, given) for one in each) for each in where.sets)
    mine = getattr(thing, where.column)
    if isinstance(where, Among):
        picked = [getattr(one, name) for one in answer(kept, where.query, given) for name in where.columns]
        return mine in picked
    value: Any = where.value
    if isinstance(value, Of):
        ones = [getattr(one, value.column) for one in answer(kept, value.query, given)]
        if not ones:
            return False
        value = ones[0]
    elif isinstance(value, Given):
        value = given[value.name]
    return _compares(mine, where.op, value)


def _compares(mine: Any, op: Op, value: Any) -> bool:
    match op:
        case Op.IS:
            return bool(mine == value)
        case Op.AFTER:
            return bool(mine > value)
        case Op.BEFORE:
            return bool(mine < value)
        case Op.UNTIL:
            return mine is not None and bool(mine <= value)
        case Op.IN:
            return mine in value


def given_to(query: Query[Any]) -> Iterator[tuple[str, type, str]]:
    """What is given when the question is asked: its name, and what it is compared with."""
    for where in query.where:
        yield from _given_to(query.of, where)


def _given_to(of: type, where: Where | Among | Either) -> Iterator[tuple[str, type, str]]:
    if isinstance(where, Either):
        for one in chain.from_iterable(where.sets):
            yield from _given_to(of, one)
    elif isinstance(where, Among):
        yield from given_to(where.query)
    elif isinstance(where.value, Of):
        yield from given_to(where.value.query)
    elif isinstance(where.value, Given):
        yield where.value.name, of, where.column


def claims(query: Query[Any]) -> bool:
    """Whether it finds what is claimed, or goes by what is."""
    return query.claimed or any(isinstance(where, Among) and claims(where.query) for where in query.where)


def worth_asking(kept: list[Keepable], of: type, column: str) -> list[Any]:
    """What is there, and what is beside it."""
    found = {getattr(thing, column) for thing in kept if isinstance(thing, of)}
    there = sorted(found - {None})
    match column[-3:]:
        case "_at":
            return [NOON, *there, *(at + step for at in there if FIRST < at < LAST for step in (-_TICK, _TICK))]
        case "_on":
            first, last = FIRST.date(), LAST.date()
            return [NOON.date(), *there, *(day + step for day in there if first < day < last for step in (-_DAY, _DAY))]
        case _:
            return [*there, "nobody", "", "0"]


def something_for(column: str) -> Any:
    """A value that a column may be compared with."""
    return NOON if column.endswith("_at") else NOON.date() if column.endswith("_on") else "c"


_TICK, _DAY = timedelta(microseconds=1), timedelta(days=1)


def _ids(found: list[tuple[Any, ...]]) -> list[list[str]]:
    return [[kept.thing.id for kept in each] for each in found]


class Asking:
    @pytest.mark.parametrize("limit", [1, 2, 5])
    def test_a_limit_leaves_the_first_in_the_order_of_the_question(self, store: Store, limit: int) -> None:
        practice_id, its = plain(store)
        steps = {"x": 2, "y": 1, "z": 1}
        later = [
            attrs.evolve(its[Relationship], id=id_, opened_at=NOON + n * _TICK, ended_at=NOON)
            for id_, n in steps.items()
        ]
        put(store, practice_id, *later)
        first = Query(Relationship, order=("opened_at", "id"), limit=limit)
        with store.open() as access:
            [found, every] = access.read(practice_id, [first(), attrs.evolve(first, limit=None)()])
        assert ["r", "y", "z", "x"] == [kept.thing.id for kept in every]
        assert ["r", "y", "z", "x"][:limit] == [kept.thing.id for kept in found]

    def test_until_an_instant_is_with_that_instant_and_without_what_has_none(self, store: Store) -> None:
        practice_id, its = plain(store)
        times = {"before": NOON - _TICK, "then": NOON, "later": NOON + _TICK, "never": None}
        put(store, practice_id, *(attrs.evolve(its[SessionRecord], id=id_, due_at=at) for id_, at in times.items()))
        until = Query(SessionRecord, (Where("due_at", Op.UNTIL, Given("at")),))
        with store.open() as access:
            found = access.read(practice_id, [until(at=NOON + step) for step in (-2 * _TICK, -_TICK, _TICK * 0, _TICK)])
        assert [[], ["before"], ["before", "then"], ["before", "later", "then"]] == _ids(found)

    def test_one_of_several_words_will_do(self, store: Store) -> None:
        practice_id, its = plain(store, but=without(SessionRecord))
        put(store, practice_id, *(attrs.evolve(its[SessionRecord], id=one, status=one) for one in SessionStatus))
        several = [(), ("attended",), ("attended", "no_show"), tuple(SessionStatus)]
        asks = [Query(SessionRecord, (Where("status", Op.IN, some),))() for some in several]
        with store.open() as access:
            assert [sorted(some) for some in several] == _ids(access.read(practice_id, asks))

    def test_what_has_no_value_is_none_of_several_words(self, store: Store) -> None:
        practice_id, its = plain(store)
        put(store, practice_id, attrs.evolve(its[SessionRecord], id="due", due_work=DueWork.REFUND))
        ask = Query(SessionRecord, (Where("due_work", Op.IN, tuple(DueWork)),))()
        with store.open() as access:
            assert [["due"]] == _ids(access.read(practice_id, [ask]))

    @pytest.mark.parametrize("limit", [1, 2, 5])
    def test_among_the_first_of_another_question_goes_by_those_only(self, store: Store, limit: int) -> None:
        practice_id, its = plain(store, but=without(Relationship))
        # The order of the ids is not the order of the question.
        names = ["d", "b", "c", "a"]
        clients = [attrs.evolve(its[Client], id=f"payer {name}") for name in names]
        under = [
            attrs.evolve(its[Relationship], id=name, payer_id=f"payer {name}", opened_at=NOON + n * _TICK)
            for n, name in enumerate(names)
        ]
        put(store, practice_id, *clients, *under)
        first = Query(Relationship, order=("opened_at", "id"), limit=limit)
        among = [
            Query(Client, (Among("id", first, columns),)) for columns in (("payer_id",), ("attendee_id", "payer_id"))
        ]
        with store.open() as access:
            found = access.read(practice_id, [query() for query in among])
        payers = sorted(f"payer {name}" for name in names[:limit])
        assert [payers, ["c", *payers]] == _ids(found)

    @examples
    @given(st.data())
    def test_every_question_is_answered_as_a_filter_answers_it(self, store: Store, data: st.DataObject) -> None:
        practice_id = new_practice()
        kept = data.draw(whole_practices(practice_id))
        put(store, practice_id, *kept)
        asks = []
        # What is claimed is asked in one go with what goes by it, as `Claiming` does.
        for query in [query for query in QUESTIONS.values() if not claims(query)]:
            choices = {name: worth_asking(kept, of, column) for name, of, column in given_to(query)}
            for _ in range(min(8, 2 ** len(choices))):
                asks.append(query(**{name: data.draw(st.sampled_from(some)) for name, some in choices.items()}))  # noqa: PERF401
        with store.open() as access:
            found = access.read(practice_id, asks)
        assert [answer(kept, ask.query, ask.given()) for ask in asks] == [[one.thing for one in each] for each in found]

    @pytest.mark.parametrize("name", QUESTIONS)
    def test_a_practice_that_is_not_there_has_nothing(self, store: Store, name: str) -> None:
        plain(store)
        query = QUESTIONS[name]
        given = {given_name: something_for(column) for given_name, _, column in given_to(query)}
        with store.open() as access:
            assert [()] == access.read("nowhere", [query(**given)])

    def test_questions_are_answered_in_their_order_and_as_often_as_asked(self, store: Store) -> None:
        practice_id, its = plain(store)
        asks = [questions.CLIENT(id="c"), questions.CLIENT(id="d"), questions.RELATIONSHIP(id="r")]
        expected = [[its[Client]], [], [its[Relationship]], [its[Client]]]
        with store.open() as access:
            found = access.read(practice_id, [*asks, asks[0]])
            assert expected == [[kept.thing for kept in each] for each in found]
            assert [] == access.read(practice_id, [])

    def test_a_unit_may_read_again_and_then_reads_what_is_there_now(self, store: Store) -> None:
        practice_id, its = plain(store, but=without(SessionRecord))
        ask = questions.SESSION(id="s")
        with store.open() as access:
            assert [()] == access.read(practice_id, [ask])
            put(store, practice_id, its[SessionRecord])
            assert [its[SessionRecord]] == [kept.thing for kept in access.read(practice_id, [ask])[0]]

    def test_ids_are_ordered_by_code_point(self, store: Store) -> None:
        practice_id, its = plain(store, but=without(Client))
        ids = ["B", "a", "Z", "é", "e", "_", "1", "10", "2", "￼", "𝒵", " x"]

        put(store, practice_id, *(attrs.evolve(its[Client], id=id_) for id_ in ids))
        with store.open() as access:
            [found] = access.read(practice_id, [EVERY[Client]()])
        assert sorted(ids) == [kept.thing.id for kept in found]

    def test_every_kind_of_thing_can_be_found(self, store: Store) -> None:
        practice_id, its = plain(store)
        with store.open() as access:
            found = access.read(practice_id, [EVERY[of]() for of in KINDS])
        assert [[its[of]] for of in KINDS] == [[kept.thing for kept in each] for each in found]
