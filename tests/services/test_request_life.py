"""The life of a request: what each answer comes to in each state it can be in (M10, M12, M13)."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from tests.values import DAY, NOW, PRACTICE_ID, STAFF
from tests.worlds import World, family, remembered

from practice_core import Actor, MigrationRequest, PracticeError, Relationship, RequestNotPending, RequestStatus

# What becomes of the request; or a word for the code by which it is refused, `!` for not being pending.
# `settled` is confirmed and agreed to; `confirmed` alone still waits for the attendee's agreement (S11). `lapsed` is
# past its time, which due work has not noted yet.
MIGRATION = """
                 pending    accepted   lapsed  expired confirmed settled declined withdrawn superseded
accept           accepted   accepted   !       !       settled   settled !        !         !
token accepts    accepted   spent      !       !       settled   spent   !        !         !
decline          declined   declined   !       !       !         !       !        !         !
invited declines no         no         no      no      no        no      no       no        no
token declines   no         spent      !       !       no        spent   no       no        no
withdraw         withdrawn  withdrawn  !       !       !         !       !        !         !
confirm          confirmed  settled    !       !       ended     ended   !        !         ended
time passes      expired    expired    expired expired confirmed settled declined withdrawn superseded
ask again        asked      asked      expired expired ended     ended   declined withdrawn ended
other confirmed  superseded superseded lapsed  expired ended     ended   declined withdrawn ended
end              superseded superseded lapsed  expired ended     ended   declined withdrawn ended
"""
# Whoever is to pay accepts before it is confirmed, so that nothing waits for an agreement afterwards.
HANDING_OVER = """
                 pending    accepted   lapsed  expired settled declined withdrawn superseded
accept           accepted   accepted   !       !       settled !        !         !
token accepts    accepted   spent      !       !       spent   !        !         !
decline          declined   declined   !       !       !       !        !         !
invited declines declined   declined   !       !       !       !        !         !
token declines   declined   spent      !       !       spent   !        !         !
withdraw         withdrawn  withdrawn  !       !       !       !        !         !
confirm          unaccepted settled    !       !       ended   !        !         ended
time passes      expired    expired    expired expired settled declined withdrawn superseded
ask again        asked      asked      expired expired ended   declined withdrawn ended
other confirmed  superseded superseded lapsed  expired ended   declined withdrawn ended
end              superseded superseded lapsed  expired ended   declined withdrawn ended
"""
CODES = {
    "asked": "already_requested",
    "ended": "relationship_ended",
    "no": "not_allowed",
    "spent": "token_spent",
    "unaccepted": "acceptance_required",
}
# As what a request is told in the states that have no status of their own.
AS = {"lapsed": "expired", "settled": "confirmed"}


def rows(grid: str) -> dict[tuple[str, str], str]:
    """By action and state."""
    heading, *lines = grid.strip("\n").splitlines()
    states = heading.split()
    return {
        (line[:17].strip(), state): word
        for line in lines
        for state, word in zip(states, line[17:].split(), strict=True)
    }


TABLES = {"migration": rows(MIGRATION), "handing over": rows(HANDING_OVER)}


def new_payer(kind: str) -> str:
    return "alex" if kind == "migration" else "kim"


def token(w: World) -> str:
    return w.core.invitations.token(STAFF, "q1")


# By kind: for a migration Pat has asked, and Alex is invited; for handing over Alex has, and Kim is.
ACTIONS: dict[str, Callable[[World, str], object]] = {
    "accept": lambda w, kind: w.core.migrations.accept(client(w, new_payer(kind)), "q1"),
    "token accepts": lambda w, _: w.core.invitations.accept(PRACTICE_ID, "q1", token=token(w)),
    "decline": lambda w, _: w.core.migrations.decline(w.theo, "q1", reason="not now"),
    "invited declines": lambda w, kind: w.core.migrations.decline(client(w, new_payer(kind)), "q1", reason="no"),
    "token declines": lambda w, _: w.core.invitations.decline(PRACTICE_ID, "q1", token=token(w), reason="no"),
    # Entered by the office: a former payer has no more to say here.
    "withdraw": lambda w, _: w.core.migrations.withdraw(STAFF, "q1"),
    "confirm": lambda w, _: w.core.migrations.confirm(w.theo, "r1", request_id="q1"),
    "time passes": lambda w, _: (w.forward(31 * DAY), w.core.run_due()),
    "ask again": lambda w, kind: ask(w, kind, "q2"),
    "other confirmed": lambda w, kind: w.core.migrations.confirm(
        STAFF, "r1", requested_by="alex" if kind == "migration" else "pat"
    ),
    "end": lambda w, _: w.core.relationships.end(STAFF, "r1", reason="moved away"),
}
# How a request gets into each state: what is done after it is asked for.
INTO: dict[str, tuple[str, ...]] = {
    "pending": (),
    "accepted": ("accept",),
    "lapsed": ("wait",),
    "expired": ("time passes",),
    "confirmed": ("confirm",),
    "settled": ("accept", "confirm"),
    "declined": ("decline",),
    "withdrawn": ("withdraw",),
    "superseded": ("other confirmed",),
}


def client(w: World, name: str) -> Actor:
    return {"alex": w.alex, "kim": w.kim}[name]


def ask(w: World, kind: str, name: str) -> MigrationRequest:
    by, to = ("pat", None) if kind == "migration" else ("alex", "kim")
    return w.core.migrations.request(STAFF, "r1", requested_by=by, new_payer_id=to, id=name)


@remembered
def world(kind: str, state: str) -> World:
    w = World()
    for name in ("alex", "pat", "kim"):
        w.person(name, has_card=True)
    w.open()
    ask(w, kind, "q1")
    for step in INTO[state]:
        if step == "wait":
            w.forward(30 * DAY)
        else:
            ACTIONS[step](w, kind)
    return w


def state_of(w: World) -> str:
    request = w.kept(MigrationRequest)["q1"]
    match request.status:
        case RequestStatus.PENDING if not request.pending(w.clock.now()):
            return "lapsed"
        case RequestStatus.PENDING:
            return "pending" if request.accepted_at is None else "accepted"
        case RequestStatus.CONFIRMED:
            return "confirmed" if w.kept(Relationship)["r1"].awaits_agreement else "settled"
        case status:
            return str(status)


CASES = [(kind, state) for kind, table in TABLES.items() for state in dict.fromkeys(state for _, state in table)]


def expected(kind: str, action: str, state: str) -> str:
    word = TABLES[kind][action, state]
    return f"!{AS.get(state, state)}" if word == "!" else CODES.get(word, word)


def came_to(w: World, kind: str, action: str) -> str:
    """What the request became, or how the action was refused, which changes nothing."""
    before = w.rows()
    try:
        ACTIONS[action](w, kind)
    except PracticeError as refused:
        assert before == w.rows(), f"{action} was refused and changed something"
        return f"!{refused.status}" if isinstance(refused, RequestNotPending) else refused.code
    return state_of(w)


@pytest.mark.parametrize(("kind", "state"), CASES)
def test_M10_every_answer_in_a_state_comes_to_what_the_table_says(kind: str, state: str) -> None:
    w = world(kind, state)
    before, now = w.rows(), w.clock.now()
    assert state == state_of(w)

    found = {}
    for action in ACTIONS:
        w.put_back(before)
        w.clock.set(now)
        found[action] = came_to(w, kind, action)
    assert {action: expected(kind, action, state) for action in ACTIONS} == found


@pytest.mark.parametrize("kind", TABLES)
def test_M10_the_table_has_every_answer_and_every_state_there_is(kind: str) -> None:
    states = {state for _, state in TABLES[kind]}
    assert {(action, state) for action in ACTIONS for state in states} == set(TABLES[kind])
    assert set(INTO) - states == (set() if kind == "migration" else {"confirmed"})
    assert set(RequestStatus) - states == (set() if kind == "migration" else {RequestStatus.CONFIRMED})


@pytest.mark.parametrize("kind", TABLES)
def test_M10_a_request_that_is_settled_says_when_and_keeps_what_it_was(kind: str) -> None:
    for state in ("declined", "withdrawn", "superseded", "settled"):
        w = world(kind, state)
        request = w.kept(MigrationRequest)["q1"]
        assert (NOW, NOW + 30 * DAY) == (request.closed_at, request.expires_at)
        assert [] == [q.id for q in w.core.migrations.pending(STAFF)]


def test_M10_whoever_asks_again_after_their_request_has_lapsed_is_told_that_it_has() -> None:
    w = family()
    w.core.migrations.request(STAFF, "r1", requested_by="pat", id="q1")
    w.forward(31 * DAY)
    w.core.migrations.request(STAFF, "r1", requested_by="pat", id="q2")
    w.core.run_due()
    assert [name for kind, name in w.notices() if kind == "request_expired"] == ["client:pat"]


@pytest.mark.parametrize("how", ["migrated", "ended"])
def test_M10_that_a_request_has_lapsed_is_no_news_where_there_is_nothing_to_ask_any_more(how: str) -> None:
    w = family()
    w.core.migrations.request(STAFF, "r1", requested_by="pat", id="q1")
    w.forward(31 * DAY)
    if how == "migrated":
        w.migrate()
    else:
        w.core.relationships.end(STAFF, "r1", reason="over")
    w.core.run_due()
    assert w.kept(MigrationRequest)["q1"].status == "expired"
    assert "request_expired" not in [kind for kind, _ in w.notices()]
