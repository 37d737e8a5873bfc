"""What an actor is to a client, and what has to be asked to know it (A1)."""

from __future__ import annotations

from typing import Any

import attrs

from ..domain.actor import Actor, Role
from ..domain.authority import Standing, standing_with
from ..domain.client import Client
from ..ports import questions
from ..ports.store import Ask
from .work import UnitOfWork


@attrs.frozen
class Acquaintance:
    """An actor and a client."""

    actor: Actor
    client_id: str

    @property
    def asks(self) -> tuple[Ask[Any], ...]:
        return (questions.CLIENT(id=self.client_id), *self._met)

    def client(self, work: UnitOfWork) -> tuple[Client, frozenset[Standing]]:
        """The client, and what the actor is to them. Raises `NotFound` where they are nothing to each other."""
        client = work.get(Client, self.client_id)
        met = any(work.find(ask) for ask in self._met)
        return client, standing_with(self.actor, client, theirs=met)

    @property
    def _met(self) -> tuple[Ask[Any], ...]:
        if self.actor.role is not Role.THERAPIST:
            return ()
        return tuple(
            query(therapist_id=self.actor.id, client_id=self.client_id)
            for query in (questions.MET_AS_ATTENDEE, questions.MET_AS_PAYER)
        )
