"""The area `migrations`: asking for one, previewing it, confirming it, looking at birthdays (M1 to M12)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

import attrs

from ..domain import requests, reviews
from ..domain.actor import Actor, Role
from ..domain.authority import permit, standing_in_practice, standing_under
from ..domain.case import Case
from ..domain.checks import an_id, some_words
from ..domain.client import details_given
from ..domain.errors import Invalid, NotAllowed, NotFound
from ..domain.migration import (
    Migration,
    MigrationPreview,
    Wish,
    confirm,
    named_wish,
    preview,
    spoken_wish,
)
from ..domain.migration_request import MigrationRequest
from ..domain.occasion import Deed, Occasion
from ..domain.practice import Practice
from ..domain.relationship import Relationship
from ..domain.reviews import Review
from ..domain.session import SessionRecord, seen
from ..ports import questions
from ..ports.store import Ask
from . import cases
from .desk import Command, Desk, Memory, kept_as
from .work import UnitOfWork


@attrs.frozen
class Migrations:
    _desk: Desk

    def preview(
        self,
        actor: Actor,
        relationship_id: str,
        *,
        requested_by: str | None = None,
        request_id: str | None = None,
        details: Mapping[str, object] = {},
    ) -> MigrationPreview:
        """What `confirm` would answer, with nothing written (M9).

        Say who asked, or name their pending request. Raises `NotFound`, `NotAllowed`, `Invalid`.
        """
        at = self._desk.now()
        asked = _Asked(relationship_id, requested_by, request_id)
        file = cases.with_surroundings(relationship_id, at)
        with self._desk.reading(actor, *file.asks, *asked.asks) as (work, practice):
            case = file.case(work, practice, relationship_id)
            permit("migrations.preview", standing_under(actor, case.relationship))
            given = details_given(details, practice.local_date(at))
            return preview(case, asked.wish(work, case, at), given, at)

    def request(
        self,
        actor: Actor,
        relationship_id: str,
        *,
        requested_by: str,
        channel: str = "",
        id: str | None = None,  # noqa: A002
        idempotency_key: str | None = None,
    ) -> MigrationRequest:
        """Record that a client wishes the attendee to take over paying (M2, M10).

        `channel` is free text: how they asked. Raises `RelationshipEnded`, `NotThirdParty`, `NotAParty`,
        `AlreadyRequested`.
        """
        at = self._desk.now()
        some_words("channel", channel)
        file = cases.with_surroundings(relationship_id, at)

        def decide(work: UnitOfWork, practice: Practice, occasion: Occasion) -> MigrationRequest:
            case = file.case(work, practice, relationship_id)
            permit("migrations.request", standing_under(actor, case.relationship))
            if actor.role is Role.CLIENT and requested_by != actor.id:
                raise NotAllowed("migrations.request")
            return work.record(requests.request(case, requested_by=requested_by, channel=channel, occasion=occasion))

        command = Command(
            operation="migrations.request",
            actor=actor,
            key=idempotency_key,
            arguments={
                "relationship_id": relationship_id,
                "requested_by": requested_by,
                "channel": channel,
            },
            creates=MigrationRequest,
            id=id,
        )
        return self._desk.carry_out(command, file.asks, decide, kept_as(MigrationRequest), at=at)

    def accept(self, actor: Actor, request_id: str, *, idempotency_key: str | None = None) -> MigrationRequest:
        """The attendee agrees to what the payer asked for: before the migration (M12) or after it (S11).

        Raises `RequestNotPending`.
        """
        return self._answer("migrations.accept", actor, request_id, requests.accept, idempotency_key)

    def decline(
        self,
        actor: Actor,
        request_id: str,
        *,
        reason: str,
        idempotency_key: str | None = None,
    ) -> MigrationRequest:
        """The therapist or staff say no, with a reason (M10). Raises `RequestNotPending`."""
        if not some_words("reason", reason).strip():
            raise Invalid("reason", "a request is declined with a reason")

        def decide(case: Case, asked: MigrationRequest, occasion: Occasion) -> Deed[MigrationRequest]:
            return requests.decline(case, asked, reason=reason, occasion=occasion)

        return self._answer("migrations.decline", actor, request_id, decide, idempotency_key, reason=reason)

    def withdraw(self, actor: Actor, request_id: str, *, idempotency_key: str | None = None) -> MigrationRequest:
        """The client who asked takes it back (M10). Raises `RequestNotPending`."""
        return self._answer("migrations.withdraw", actor, request_id, requests.withdraw, idempotency_key)

    def pending(self, actor: Actor) -> tuple[MigrationRequest, ...]:
        """What is waiting for an answer, of what the actor sees; the oldest first (M10)."""
        at = self._desk.now()
        pending, under = questions.PENDING(), questions.RELATIONSHIPS_WITH_PENDING()
        with self._desk.reading(actor, pending, under) as (work, _):
            relationships = {relationship.id: relationship for relationship in work.find(under)}
            return tuple(
                request
                for request in work.find(pending)
                if request.pending(at) and _sees("migrations.pending", actor, relationships[request.relationship_id])
            )

    def confirm(
        self,
        actor: Actor,
        relationship_id: str,
        *,
        requested_by: str | None = None,
        request_id: str | None = None,
        channel: str = "",
        details: Mapping[str, object] = {},
        id: str | None = None,  # noqa: A002
        idempotency_key: str | None = None,
    ) -> Migration:
        """The attendee takes over paying (M7).

        Say who asked, or name their pending request (M10). `details` fills gaps in the attendee's account
        (M6). `id` is the new relationship's. Raises the refusal that `preview` names first.
        """
        at = self._desk.now()
        some_words("channel", channel)
        asked = _Asked(relationship_id, requested_by, request_id)
        file = cases.with_surroundings(relationship_id, at)
        if "date_of_birth" in details:
            file = attrs.evolve(file, attended=questions.ATTENDED_TOO(relationship_id=relationship_id))

        def decide(work: UnitOfWork, practice: Practice, occasion: Occasion) -> Migration:
            case = file.case(work, practice, relationship_id)
            permit("migrations.confirm", standing_under(actor, case.relationship))
            given = details_given(details, practice.local_date(at))
            wish = asked.wish(work, case, at)
            return work.record(confirm(case, wish, given, channel, occasion))

        command = Command(
            operation="migrations.confirm",
            actor=actor,
            key=idempotency_key,
            arguments={
                "relationship_id": relationship_id,
                "requested_by": requested_by,
                "request_id": request_id,
                "channel": channel,
                "details": details,
            },
            creates=Relationship,
            id=id,
        )
        return self._desk.carry_out(command, (*file.asks, *asked.asks), decide, _AS_MIGRATION, at=at)

    def due_for_review(self, actor: Actor) -> tuple[Review, ...]:
        """What is up for review now because of a birthday (M11), of what the actor sees; the oldest birthday first.

        For staff, and for therapists theirs. Nothing migrates by itself.
        """
        at = self._desk.now()
        with self._desk.reading(actor) as (work, practice):
            permit("migrations.due_for_review", standing_in_practice(actor))
            listed = work.find(questions.near(questions.UP_FOR_REVIEW, practice, at))
            seen = [one for one in listed if _sees("migrations.due_for_review", actor, one)]
            return tuple(found for one in seen if (found := reviews.review(one, practice, at)) is not None)

    def reviewed(self, actor: Actor, relationship_id: str, *, idempotency_key: str | None = None) -> Relationship:
        """Mark that somebody has looked at it: it is not listed any more (M11). Doing it twice changes nothing.

        By the therapist or staff. Raises `RelationshipEnded`; `NotUpForReview` before the notice period.
        """
        file = cases.of_relationship(relationship_id)

        def decide(work: UnitOfWork, practice: Practice, occasion: Occasion) -> Relationship:
            case = file.case(work, practice, relationship_id)
            permit("migrations.reviewed", standing_under(actor, case.relationship))
            return work.record(reviews.reviewed(case, occasion))

        command = Command(
            operation="migrations.reviewed",
            actor=actor,
            key=idempotency_key,
            arguments={"relationship_id": relationship_id},
        )
        return self._desk.carry_out(command, file.asks, decide, kept_as(Relationship), at=self._desk.now())

    def _answer(
        self,
        operation: str,
        actor: Actor,
        request_id: str,
        deed: Callable[[Case, MigrationRequest, Occasion], Deed[MigrationRequest]],
        idempotency_key: str | None,
        **arguments: str,
    ) -> MigrationRequest:
        file = cases.of_request(request_id)

        def decide(work: UnitOfWork, practice: Practice, occasion: Occasion) -> MigrationRequest:
            asked = work.get(MigrationRequest, request_id)
            case = file.case(work, practice, asked.relationship_id)
            try:
                permit(operation, standing_under(actor, case.relationship))
            except NotFound as hidden:
                raise NotFound("migration request", request_id) from hidden
            return work.record(deed(case, asked, occasion))

        command = Command(
            operation=operation,
            actor=actor,
            key=idempotency_key,
            arguments={"request_id": request_id, **arguments},
        )
        return self._desk.carry_out(
            command,
            (questions.REQUEST(id=request_id), *file.asks),
            decide,
            kept_as(MigrationRequest),
            at=self._desk.now(),
        )


@attrs.frozen
class _Asked:
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
        return () if self.request_id is None else (questions.REQUEST(id=self.request_id),)

    def wish(self, work: UnitOfWork, case: Case, at: datetime) -> Wish:
        if self.request_id is None:
            return spoken_wish(case, str(self.requested_by), at)
        return named_wish(case, work.seek(MigrationRequest, self.request_id), self.request_id)


def _sees(operation: str, actor: Actor, relationship: Relationship) -> bool:
    try:
        permit(operation, standing_under(actor, relationship))
    except (NotFound, NotAllowed):
        return False
    return True


def _again(work: UnitOfWork, ids: tuple[str | None, ...], at: datetime) -> Migration:
    ended_id, opened_id, *session_ids = (str(one) for one in ids)
    ended = work.get(Relationship, ended_id)
    return Migration(
        ended=ended,
        opened=work.get(Relationship, opened_id),
        sessions_to_rebook=tuple(seen(work.get(SessionRecord, session_id), ended, at) for session_id in session_ids),
    )


_AS_MIGRATION: Memory[Migration] = Memory(
    lambda done: (done.ended.id, done.opened.id, *(s.id for s in done.sessions_to_rebook)), _again
)
