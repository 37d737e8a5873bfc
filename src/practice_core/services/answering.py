"""Answering a request short of confirming it: by an actor, or by the bearer of its token (M10, M12, M13)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime

import attrs

from ..domain import requests
from ..domain.actor import Actor
from ..domain.authority import permit_answer
from ..domain.case import Case
from ..domain.checks import some_words
from ..domain.errors import Invalid
from ..domain.migration_request import MigrationRequest
from ..domain.occasion import Deed, Occasion
from ..domain.practice import Practice
from ..domain.views import request_as_seen_by
from ..ports import questions
from . import cases
from .desk import Command, Desk, Memory
from .work import UnitOfWork


@attrs.frozen
class Answer:
    """What is answered: a word that the table of authority knows, the deed, and what was said with it."""

    word: str
    deed: Callable[[Case, MigrationRequest, Occasion], Deed[MigrationRequest]]
    arguments: Mapping[str, str] = attrs.field(factory=dict, repr=False)


def declining(reason: str) -> Answer:
    """Raises `Invalid` without a reason."""
    if not some_words("reason", reason).strip():
        raise Invalid("reason", "a request is declined with a reason")

    def deed(case: Case, asked: MigrationRequest, occasion: Occasion) -> Deed[MigrationRequest]:
        return requests.decline(case, asked, reason=reason, occasion=occasion)

    return Answer("decline", deed, {"reason": reason})


def answered(
    desk: Desk,
    actor: Actor,
    request_id: str,
    answer: Answer,
    idempotency_key: str | None,
    *,
    area: str = "migrations",
    check: Callable[[MigrationRequest, datetime], None] = lambda *_: None,
) -> MigrationRequest:
    """The request as it is then. `check` raises where it may not be answered in this way.

    Raises `NotFound`, `NotAllowed`, and what the deed raises.
    """
    file = cases.of_request(request_id)

    def decide(work: UnitOfWork, practice: Practice, occasion: Occasion) -> MigrationRequest:
        asked = work.get(MigrationRequest, request_id)
        check(asked, occasion.at)
        case = file.case(work, practice, asked.relationship_id)
        permit_answer(answer.word, actor, asked, case.relationship)
        return request_as_seen_by(actor, work.record(answer.deed(case, asked, occasion)))

    def again(work: UnitOfWork, ids: tuple[str | None, ...], _: datetime) -> MigrationRequest:
        return request_as_seen_by(actor, work.get(MigrationRequest, str(ids[0])))

    command = Command(
        operation=f"{area}.{answer.word}",
        actor=actor,
        key=idempotency_key,
        arguments={"request_id": request_id, **answer.arguments},
    )
    asks = (questions.REQUEST(id=request_id), *file.asks)
    return desk.carry_out(command, asks, decide, Memory(lambda request: (request.id,), again), at=desk.now())
