"""Changing one session: who asks, what is decided about its case, and what is answered under the same key."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

from ..domain.actor import Actor
from ..domain.authority import permit, standing_towards
from ..domain.case import Case
from ..domain.occasion import Deed, Occasion
from ..domain.practice import Practice
from ..domain.relationship import Relationship
from ..domain.session import Session, SessionRecord, seen
from ..ports import questions
from ..ports.store import Ask
from . import cases
from .desk import Command, Desk, Memory
from .work import UnitOfWork


def changed(
    desk: Desk,
    operation: str,
    actor: Actor,
    session_id: str,
    deed: Callable[[UnitOfWork, Case, SessionRecord, Occasion], Deed[SessionRecord]],
    *,
    key: str | None,
    asks: tuple[Ask[Any], ...] = (),
    arguments: dict[str, object],
    creates: type | None = None,
    id: str | None = None,  # noqa: A002
) -> Session:
    """The session as it is then, or another that took its place; to be shown to whoever may see all of it.

    Raises `NotFound`, `NotAllowed`, and what the deed raises.
    """
    file = cases.of_session(session_id)

    def decide(work: UnitOfWork, practice: Practice, occasion: Occasion) -> Session:
        record = work.get(SessionRecord, session_id)
        case = file.case(work, practice, record.relationship_id)
        permit(operation, standing_towards(actor, record, case.relationship))
        after = work.record(deed(work, case, record, occasion))
        return seen(after, work.get(Relationship, after.relationship_id), occasion.at)

    command = Command(
        operation=operation,
        actor=actor,
        key=key,
        arguments={"session_id": session_id, **arguments},
        creates=creates,
        id=id,
    )
    return desk.carry_out(
        command,
        (questions.SESSION(id=session_id), *file.asks, *asks),
        decide,
        AS_SESSION,
        at=desk.now(),
    )


def _session_again(work: UnitOfWork, ids: tuple[str | None, ...], at: datetime) -> Session:
    record = work.get(SessionRecord, str(ids[0]))
    return seen(record, work.get(Relationship, record.relationship_id), at)


AS_SESSION: Memory[Session] = Memory(lambda session: (session.id,), _session_again)
