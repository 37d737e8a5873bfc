"""Idempotency keys that come a second time (D1)."""

from __future__ import annotations

from typing import Any

from practice_core import Actor, IdempotencyConflict, Migration

from .bench import Bench


def send_again(b: Bench) -> None:
    """Under its key, what was done answers as it did and does nothing; what was refused may be sent again."""
    before, key = b.state, b.one(list(b.keyed))
    one, used_up = b.keyed[key], b.used_up(key)
    again = b.send(one.call)
    if used_up:
        b.tally["keys: again"] += 1
        assert again.error is None
        assert b.state is before, "what was done is not done again"
        assert _about(one.outcome.answer) == _about(again.answer)


def send_something_else(b: Bench) -> None:
    """With another actor or argument, a key that is used up is refused."""
    call = b.keyed[b.one([key for key in b.keyed if b.used_up(key)])].call
    actor, args = call.actor, call.args
    if args and isinstance(args[0], str) and b.one((True, False)):
        args = ("nothing", *args[1:])
    else:
        actor = Actor.staff(b.practice_id, "somebody else")
    answered = b.do(call.name, actor, *args, **call.given)
    assert isinstance(answered.error, IdempotencyConflict)
    b.tally["keys: conflict"] += 1


def _about(answer: Any) -> Any:
    """What an answer is about, whatever has become of it since."""
    match answer:
        case tuple():
            return answer
        case Migration():
            return answer.ended.id, answer.opened.id, tuple(one.id for one in answer.sessions_to_rebook)
        case _:
            return answer.id
