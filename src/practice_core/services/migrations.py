"""The area `migrations`: asking for one or for handing over, previewing, confirming, birthdays (M1 to M13)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

import attrs

from ..domain import requests, reviews
from ..domain.actor import Actor, Role
from ..domain.authority import permit, standing_about, standing_in_practice, standing_under
from ..domain.checks import an_id, some_words
from ..domain.client import details_given
from ..domain.errors import NotAllowed, NotFound
from ..domain.migration import Migration, MigrationPreview, confirm, preview
from ..domain.migration_request import MigrationRequest
from ..domain.occasion import Occasion
from ..domain.practice import Practice
from ..domain.relationship import Relationship
from ..domain.reviews import Review
from ..domain.seal import Seal
from ..domain.session import SessionRecord, seen
from ..domain.views import request_as_seen_by
from ..ports import questions
from . import cases
from .answering import Answer, answered, declining
from .desk import Command, Desk, Memory, kept_as
from .wishes import Asked, NewPayer
from .work import UnitOfWork


@attrs.frozen
class Migrations:
    _desk: Desk
    _seal: Seal

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

        Say who asked, or name their pending request: handing over goes by one (M13). Raises `NotFound`, `NotAllowed`,
        `Invalid`.
        """
        at = self._desk.now()
        asked = Asked(relationship_id, requested_by, request_id)
        file = cases.with_surroundings(relationship_id, at)
        with self._desk.reading("migrations.preview", actor, *file.asks, *asked.asks) as (work, practice):
            case = file.case(work, practice, relationship_id, at=at)
            permit("migrations.preview", standing_under(actor, case.relationship))
            given = details_given(details, practice.local_date(at))
            return preview(*asked.of(work, case, given, at), given, at)

    def request(
        self,
        actor: Actor,
        relationship_id: str,
        *,
        requested_by: str,
        channel: str = "",
        new_payer_id: str | None = None,
        id: str | None = None,  # noqa: A002
        idempotency_key: str | None = None,
    ) -> MigrationRequest:
        """Record that a client wishes the attendee to take over paying (M2, M10), or `new_payer_id` to (M13).

        `channel` is free text: how they asked. Raises `RelationshipEnded`, `NotThirdParty`, `NotAParty`,
        `AlreadyRequested`; of handing over also `AlreadyPayer`, `AttendeeMustAsk`, and `NotFound` for somebody who is
        not there. Clients name whoever they know the id of; a therapist only whom they see (A1).
        """
        some_words("channel", channel)
        file = cases.with_pending(relationship_id)
        new_payer = None if new_payer_id is None else NewPayer(actor, an_id("new_payer_id", new_payer_id))

        def decide(work: UnitOfWork, practice: Practice, occasion: Occasion) -> MigrationRequest:
            case = file.case(work, practice, relationship_id)
            permit("migrations.request", standing_under(actor, case.relationship))
            if actor.role is Role.CLIENT and requested_by != actor.id:
                raise NotAllowed("migrations.request")
            if new_payer is not None:
                case = case.joined_by(new_payer.client(work))
            return work.record(
                requests.request(
                    case,
                    requested_by=requested_by,
                    new_payer_id=new_payer_id or case.attendee.id,
                    channel=channel,
                    occasion=occasion,
                    seal=self._seal,
                )
            )

        command = Command(
            operation="migrations.request",
            actor=actor,
            key=idempotency_key,
            arguments={
                "relationship_id": relationship_id,
                "requested_by": requested_by,
                "channel": channel,
                **({} if new_payer_id is None else {"new_payer_id": new_payer_id}),
            },
            creates=MigrationRequest,
            id=id,
        )
        asks = (*file.asks, *(new_payer.asks if new_payer else ()))
        return self._desk.carry_out(command, asks, decide, kept_as(MigrationRequest), at=self._desk.now())

    def accept(self, actor: Actor, request_id: str, *, idempotency_key: str | None = None) -> MigrationRequest:
        """Whoever is to pay agrees to what another asked for: before it is confirmed (M12, M13), or after (S11).

        Raises `RequestNotPending`.
        """
        return self._answer(actor, request_id, Answer("accept", requests.accept), idempotency_key)

    def decline(
        self,
        actor: Actor,
        request_id: str,
        *,
        reason: str,
        idempotency_key: str | None = None,
    ) -> MigrationRequest:
        """The therapist or staff say no, with a reason (M10), or the one it was to be handed over to (M13).

        Raises `RequestNotPending`.
        """
        return self._answer(actor, request_id, declining(reason), idempotency_key)

    def withdraw(self, actor: Actor, request_id: str, *, idempotency_key: str | None = None) -> MigrationRequest:
        """The client who asked takes it back (M10). Raises `RequestNotPending`."""
        return self._answer(actor, request_id, Answer("withdraw", requests.withdraw), idempotency_key)

    def pending(self, actor: Actor) -> tuple[MigrationRequest, ...]:
        """What is waiting for an answer, of what the actor sees; the oldest first (M10).

        Whoever is asked to pay sees that, before they are party to anything (M13).
        """
        at = self._desk.now()
        pending, under = questions.PENDING(), questions.RELATIONSHIPS_WITH_PENDING()
        with self._desk.reading("migrations.pending", actor, pending, under) as (work, _):
            relationships = {relationship.id: relationship for relationship in work.find(under)}
            return tuple(
                request_as_seen_by(actor, request)
                for request in work.find(pending)
                if request.pending(at) and _sees_request(actor, request, relationships[request.relationship_id])
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
        """The attendee takes over paying (M7), or whom the request names (M13).

        Say who asked, or name their pending request (M10): handing over goes by one. `details` fills gaps in the
        account of whoever is to pay (M6). `id` is the new relationship's.

        Raises the refusal that `preview` names first.
        """
        at = self._desk.now()
        some_words("channel", channel)
        asked = Asked(relationship_id, requested_by, request_id)
        file = cases.with_surroundings(relationship_id, at)
        if "date_of_birth" in details:
            file = attrs.evolve(file, attended=questions.ATTENDED_TOO(relationship_id=relationship_id))

        def decide(work: UnitOfWork, practice: Practice, occasion: Occasion) -> Migration:
            occasion = self._desk.after_reading(occasion)
            case = file.case(work, practice, relationship_id, at=occasion.at)
            permit("migrations.confirm", standing_under(actor, case.relationship))
            given = details_given(details, practice.local_date(occasion.at))
            wished = asked.of(work, case, given, occasion.at)
            return work.record(confirm(*wished, given, channel, occasion, seal=self._seal))

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
        with self._desk.reading("migrations.due_for_review", actor) as (work, practice):
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

    def _answer(self, actor: Actor, request_id: str, answer: Answer, key: str | None) -> MigrationRequest:
        return answered(self._desk, actor, request_id, answer, key)


def _sees_request(actor: Actor, request: MigrationRequest, relationship: Relationship) -> bool:
    try:
        permit("migrations.pending", standing_about(actor, request, relationship))
    except (NotFound, NotAllowed):
        return False
    return True


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
