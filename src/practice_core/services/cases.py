"""Reading a whole case in one go: what to ask, and how the answers make a `Case`."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

import attrs

from ..domain.attempt import Attempt
from ..domain.case import Case
from ..domain.client import Client
from ..domain.errors import NotFound
from ..domain.migration_request import MigrationRequest
from ..domain.practice import Practice
from ..domain.relationship import Relationship
from ..domain.session import LONGEST, UNSETTLED, SessionRecord
from ..ports import questions
from ..ports.store import Ask, Query
from .work import UnitOfWork


@attrs.frozen
class CaseFile:
    """What to ask for the case of one relationship: its family, their clients, and what else a decision needs."""

    family: Ask[Relationship]
    clients: Ask[Client]
    pending: Ask[MigrationRequest] | None = None
    sessions: Ask[SessionRecord] | None = None
    """Those upcoming at an instant, and those not settled."""
    attempts: Ask[Attempt] | None = None
    attended: Ask[Relationship] | None = None

    @property
    def asks(self) -> tuple[Ask[Any], ...]:
        every = (self.family, self.clients, self.pending, self.sessions, self.attempts, self.attended)
        return tuple([ask for ask in every if ask is not None])

    def case(self, work: UnitOfWork, practice: Practice, relationship_id: str, *, at: datetime | None = None) -> Case:
        """The answers put together, with what is upcoming at that instant: the one asked for, or later.

        Raises `NotFound`.
        """
        family = work.find(self.family)
        one = next((other for other in family if other.id == relationship_id), None)
        if one is None:
            raise NotFound("relationship", relationship_id)
        sessions = work.find(self.sessions) if self.sessions else ()
        return Case(
            practice=practice,
            relationship=one,
            family=family,
            clients={client.id: client for client in work.find(self.clients)},
            requests=work.find(self.pending) if self.pending else (),
            upcoming=tuple([session for session in sessions if at and session.upcoming(at)]),
            unsettled=tuple([session for session in sessions if session.settlement in UNSETTLED]),
            attempts=work.find(self.attempts) if self.attempts else (),
            attended=work.find(self.attended) if self.attended else (),
        )


def of_relationship(relationship_id: str) -> CaseFile:
    return CaseFile(
        questions.FAMILY(relationship_id=relationship_id),
        questions.CLIENTS_OF_FAMILY(relationship_id=relationship_id),
    )


def with_pending(relationship_id: str) -> CaseFile:
    """With its pending requests."""
    pending = questions.PENDING_UNDER(relationship_id=relationship_id)
    return attrs.evolve(of_relationship(relationship_id), pending=pending)


def with_surroundings(relationship_id: str, at: datetime) -> CaseFile:
    """With its pending requests, its upcoming sessions, and those not settled."""
    return CaseFile(
        questions.FAMILY(relationship_id=relationship_id),
        questions.CLIENTS_OF_FAMILY(relationship_id=relationship_id),
        pending=questions.PENDING_UNDER(relationship_id=relationship_id),
        sessions=questions.UPCOMING_OR_UNSETTLED(relationship_id=relationship_id, at=at),
    )


def of_session(session_id: str) -> CaseFile:
    return CaseFile(
        questions.FAMILY_OF_SESSION(session_id=session_id),
        questions.CLIENTS_OF_SESSION(session_id=session_id),
    )


def with_attempts(session_id: str) -> CaseFile:
    """With every attempt to charge that session, or to give its money back."""
    return attrs.evolve(of_session(session_id), attempts=questions.ATTEMPTS_OF_SESSION(session_id=session_id))


def of_request(request_id: str) -> CaseFile:
    return CaseFile(
        questions.FAMILY_OF_REQUEST(request_id=request_id),
        questions.CLIENTS_OF_REQUEST(request_id=request_id),
    )


def calendar(query: Query[SessionRecord], starts_at: datetime, duration: timedelta, **of: str) -> Ask[SessionRecord]:
    """The therapist's scheduled sessions that may overlap that slot."""
    return query(a_day_before=starts_at - LONGEST, ends_at=starts_at + duration, **of)
