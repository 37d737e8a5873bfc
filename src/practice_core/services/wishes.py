"""What a caller says of a wish: whose it is, and who is to pay by it (M10, M13)."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import attrs

from ..domain.actor import Actor, Role
from ..domain.case import Case
from ..domain.checks import an_id
from ..domain.client import Client
from ..domain.errors import Invalid
from ..domain.migration_request import MigrationRequest
from ..domain.relationship import Relationship
from ..domain.verdict import Wish, named_wish, spoken_wish
from ..ports import questions
from ..ports.store import Ask
from .people import Acquaintance
from .work import UnitOfWork


@attrs.frozen
class NewPayer:
    """Whom an actor names as the one who is to pay (M13)."""

    actor: Actor
    client_id: str

    @property
    def asks(self) -> tuple[Ask[Any], ...]:
        if self.actor.role is Role.CLIENT:
            return (questions.CLIENT(id=self.client_id),)
        return Acquaintance(self.actor, self.client_id).asks

    def client(self, work: UnitOfWork) -> Client:
        """Raises `NotFound`."""
        if self.actor.role is Role.CLIENT:
            return work.get(Client, self.client_id)
        return Acquaintance(self.actor, self.client_id).client(work)[0]


@attrs.frozen
class Asked:
    """How a caller says whose wish it is: by client, or by pending request (M10)."""

    relationship_id: str
    requested_by: str | None
    request_id: str | None

    def __attrs_post_init__(self) -> None:
        if (self.requested_by is None) == (self.request_id is None):
            raise Invalid("requested_by", "say who asked, or name their request: one of the two")
        an_id("requested_by", self.requested_by or self.request_id)

    @property
    def asks(self) -> tuple[Ask[Any], ...]:
        if self.request_id is None:
            return ()
        return questions.REQUEST(id=self.request_id), questions.NEW_PAYER_OF_REQUEST(request_id=self.request_id)

    @property
    def attended(self) -> Ask[Relationship]:
        """All that whoever is to pay attends under: there their date of birth may matter, where it becomes known."""
        if self.request_id is None:
            return questions.ATTENDED_TOO(relationship_id=self.relationship_id)
        return questions.ATTENDED_BY_NEW_PAYER(request_id=self.request_id)

    def of(self, work: UnitOfWork, case: Case, at: datetime) -> tuple[Case, Wish]:
        """The wish, and the case with the one who is to pay by it."""
        if self.request_id is None:
            return case, spoken_wish(case, str(self.requested_by), at)
        wish = named_wish(case, work.seek(MigrationRequest, self.request_id), self.request_id)
        return case.joined_by(work.get(Client, wish.new_payer_id)), wish
