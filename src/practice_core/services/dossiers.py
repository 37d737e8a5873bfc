"""Reading everything kept on one client in one go: what to ask, and how the answers make a `Dossier` (D3)."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, Protocol, TypeVar

import attrs

from ..domain.client import Client
from ..domain.dossier import Dossier
from ..domain.journal import Kind
from ..domain.practice import Practice
from ..ports import questions
from ..ports.store import Ask
from .work import UnitOfWork


class _Named(Protocol):
    @property
    def id(self) -> str:
        """What it is told by within its practice."""


T = TypeVar("T", bound=_Named)


@attrs.frozen
class DossierFile:
    """What to ask for the dossier of one client: so many questions, however much there is."""

    client_id: str

    @property
    def asks(self) -> tuple[Ask[Any], ...]:
        of = {"client_id": self.client_id}
        elsewhere = (questions.UNDER_ASKED_TO_PAY, questions.CLIENTS_OF_ASKED_TO_PAY)
        every = (*_PARTY, *_REQUESTS, *_SESSIONS, questions.ATTEMPTS_OF_PAYER, *elsewhere, *_ENTRIES)
        return questions.CLIENT(id=self.client_id), *(query(**of) for query in every), self._journal, self._notices

    def dossier(self, work: UnitOfWork, practice: Practice) -> Dossier:
        """The answers put together. Raises `NotFound`."""
        client = work.get(Client, self.client_id)

        def found(*queries: Callable[..., Ask[T]]) -> Iterable[T]:
            return (thing for query in queries for thing in work.find(query(client_id=client.id)))

        relationships = _once(found(*_PARTY), lambda one: one.opened_at)
        known = {one.id for one in relationships}
        about = _once(found(*_ENTRIES), lambda one: (one.kind, one.thing_id, one.number))
        return Dossier(
            practice=practice,
            client=client,
            relationships=relationships,
            elsewhere=tuple(one for one in found(questions.UNDER_ASKED_TO_PAY) if one.id not in known),
            requests=_once(found(*_REQUESTS), lambda one: one.requested_at),
            sessions=_once(found(*_SESSIONS), lambda one: one.starts_at),
            attempts=work.find(questions.ATTEMPTS_OF_PAYER(client_id=client.id)),
            notices=work.find(self._notices),
            entries=(*work.find(self._journal), *about),
            others={one.id: one for one in found(questions.CLIENTS_OF_ASKED_TO_PAY)},
        )

    @property
    def _journal(self) -> Ask[Any]:
        return questions.JOURNAL(kind=Kind.CLIENT, thing_id=self.client_id)

    @property
    def _notices(self) -> Ask[Any]:
        return questions.NOTICES_TO(addressee=f"client:{self.client_id}")


_PARTY = (questions.ATTENDED_BY, questions.PAID_BY)
_REQUESTS = (questions.REQUESTS_ATTENDED, questions.REQUESTS_PAID_FOR, questions.ASKED_TO_PAY)
_SESSIONS = (questions.SESSIONS_ATTENDED, questions.SESSIONS_PAID_FOR)
_ENTRIES = (
    questions.ENTRIES_ATTENDED,
    questions.ENTRIES_PAID_FOR,
    questions.ENTRIES_ASKED_TO_PAY,
    questions.ENTRIES_OF_SESSIONS_ATTENDED,
    questions.ENTRIES_OF_SESSIONS_PAID_FOR,
)


def _once(things: Iterable[T], by: Callable[[T], Any]) -> tuple[T, ...]:
    """What several questions find once each, in that order, and then by id."""
    known = {thing.id: thing for thing in things}
    return tuple(sorted(known.values(), key=lambda thing: (by(thing), thing.id)))
