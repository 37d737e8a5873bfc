"""The area `relationships` (P1 to P6)."""

from __future__ import annotations

from collections.abc import Callable

import attrs

from ..domain import opening
from ..domain.actor import Actor
from ..domain.authority import permit, standing_as_therapist, standing_in_practice, standing_under, standing_with
from ..domain.case import Case
from ..domain.checks import an_id, some_words
from ..domain.client import Client
from ..domain.errors import Invalid
from ..domain.money import Money, a_price
from ..domain.occasion import Deed, Occasion
from ..domain.practice import Practice, Therapist
from ..domain.relationship import Relationship, a_reason
from ..domain.views import relationship_as_seen_by
from ..ports import questions
from . import cases
from .cases import CaseFile
from .desk import Command, Desk, kept_as
from .people import Acquaintance
from .work import UnitOfWork


@attrs.frozen
class Relationships:
    _desk: Desk

    def open(
        self,
        actor: Actor,
        *,
        therapist_id: str,
        attendee_id: str,
        payer_id: str,
        fee: Money | None = None,
        id: str | None = None,  # noqa: A002
        idempotency_key: str | None = None,
    ) -> Relationship:
        """Open a relationship (P1, P2). `fee` is what its sessions cost unless a price is given (P6).

        Raises `UnderMinimumAge`, `RelationshipExists`, `MigrationRequired`; `NotFound` for a therapist or
        client that the actor does not see.
        """
        between = questions.RELATIONSHIPS_BETWEEN(
            therapist_id=an_id("therapist_id", therapist_id),
            attendee_id=an_id("attendee_id", attendee_id),
        )
        people = {client_id: Acquaintance(actor, client_id) for client_id in (attendee_id, an_id("payer_id", payer_id))}

        def decide(work: UnitOfWork, practice: Practice, occasion: Occasion) -> Relationship:
            permit("relationships.open", standing_as_therapist(actor, therapist_id))
            therapist = work.get(Therapist, therapist_id)
            wanted = opening.fresh_relationship(
                practice,
                occasion,
                therapist_id=therapist.id,
                attendee_id=attendee_id,
                payer_id=payer_id,
                fee=None if fee is None else a_price("fee", fee, practice.currency),
            )
            case = Case(
                practice=practice,
                relationship=wanted,
                family=work.find(between),
                clients={name: known.client(work)[0] for name, known in people.items()},
            )
            return work.record(opening.open_relationship(case, occasion))

        command = Command(
            operation="relationships.open",
            actor=actor,
            key=idempotency_key,
            arguments={
                "therapist_id": therapist_id,
                "attendee_id": attendee_id,
                "payer_id": payer_id,
                "fee": fee,
            },
            creates=Relationship,
            id=id,
        )
        asks = (
            between,
            questions.THERAPIST(id=therapist_id),
            *(ask for known in people.values() for ask in known.asks),
        )
        return self._desk.carry_out(command, asks, decide, kept_as(Relationship), at=self._desk.now())

    def get(self, actor: Actor, relationship_id: str) -> Relationship:
        """Raises `NotFound` for one the actor is nothing to (A1)."""
        with self._desk.reading("relationships.get", actor, questions.RELATIONSHIP(id=relationship_id)) as (work, _):
            found = work.get(Relationship, relationship_id)
            permit("relationships.get", standing_under(actor, found))
            return relationship_as_seen_by(actor, found)

    def all(self, actor: Actor, *, after: str = "") -> tuple[Relationship, ...]:
        """The relationships of the practice, by id, a page at a time: the next ones after that id. For staff.

        An empty page is the end.
        """
        page = questions.ALL_RELATIONSHIPS(after=after)
        with self._desk.reading("relationships.all", actor, page) as (work, _):
            permit("relationships.all", standing_in_practice(actor))
            return work.find(page)

    def of_client(self, actor: Actor, client_id: str) -> tuple[Relationship, ...]:
        """All that a client attends or pays under, active and ended, of what the actor sees; the oldest first."""
        attended, paid = (
            questions.ATTENDED_BY(client_id=client_id),
            questions.PAID_BY(client_id=client_id),
        )
        asks = (questions.CLIENT(id=client_id), attended, paid)
        with self._desk.reading("relationships.of_client", actor, *asks) as (work, _):
            client = work.get(Client, client_id)
            found = {r.id: r for r in (*work.find(attended), *work.find(paid))}.values()
            theirs = [r for r in found if actor.role != "therapist" or r.therapist_id == actor.id]
            permit("relationships.of_client", standing_with(actor, client, theirs=bool(theirs)))
            seen = (relationship_as_seen_by(actor, r) for r in theirs)
            return tuple(sorted(seen, key=lambda r: (r.opened_at, r.id)))

    def of_therapist(self, actor: Actor, therapist_id: str) -> tuple[Relationship, ...]:
        """All of a therapist, active and ended; the oldest first."""
        theirs = questions.OF_THERAPIST(therapist_id=therapist_id)
        asks = (questions.THERAPIST(id=therapist_id), theirs)
        with self._desk.reading("relationships.of_therapist", actor, *asks) as (work, _):
            permit("relationships.of_therapist", standing_as_therapist(actor, therapist_id))
            work.get(Therapist, therapist_id)
            return work.find(theirs)

    def set_fee(
        self,
        actor: Actor,
        relationship_id: str,
        *,
        fee: Money | None,
        idempotency_key: str | None = None,
    ) -> Relationship:
        """The fee of sessions booked from now on; None: each is given its price (P6)."""

        def deed(case: Case, occasion: Occasion) -> Deed[Relationship]:
            price = None if fee is None else a_price("fee", fee, case.practice.currency)
            return opening.set_fee(case, price, occasion)

        file = cases.of_relationship(relationship_id)
        return self._change("relationships.set_fee", actor, relationship_id, deed, idempotency_key, file=file, fee=fee)

    def end(
        self,
        actor: Actor,
        relationship_id: str,
        *,
        reason: str,
        cancel_upcoming: bool = False,
        idempotency_key: str | None = None,
    ) -> Relationship:
        """End it, in the caller's words (P3). With sessions to come: `UpcomingSessions`, unless they are to be
        cancelled in the same transaction (P5)."""
        if not some_words("reason", reason).strip():
            raise Invalid("reason", "a relationship is ended with a reason")
        a_reason(reason)

        def deed(case: Case, occasion: Occasion) -> Deed[Relationship]:
            return opening.end(case, reason=reason, cancel_upcoming=cancel_upcoming, occasion=occasion)

        return self._change(
            "relationships.end",
            actor,
            relationship_id,
            deed,
            idempotency_key,
            file=cases.with_surroundings(relationship_id, self._desk.now()),
            reason=reason,
            cancel_upcoming=cancel_upcoming,
        )

    def restart(self, actor: Actor, relationship_id: str, *, idempotency_key: str | None = None) -> Relationship:
        """Make an ended one without a successor active again (P4), under P1 and P2."""
        file = cases.with_surroundings(relationship_id, self._desk.now())
        deed = opening.restart
        return self._change("relationships.restart", actor, relationship_id, deed, idempotency_key, file=file)

    def _change(
        self,
        operation: str,
        actor: Actor,
        relationship_id: str,
        deed: Callable[[Case, Occasion], Deed[Relationship]],
        idempotency_key: str | None,
        *,
        file: CaseFile,
        **arguments: object,
    ) -> Relationship:
        def decide(work: UnitOfWork, practice: Practice, occasion: Occasion) -> Relationship:
            occasion = self._desk.after_reading(occasion)
            case = file.case(work, practice, relationship_id, at=occasion.at)
            permit(operation, standing_under(actor, case.relationship))
            return work.record(deed(case, occasion))

        command = Command(
            operation=operation,
            actor=actor,
            key=idempotency_key,
            arguments={"relationship_id": relationship_id, **arguments},
        )
        return self._desk.carry_out(command, file.asks, decide, kept_as(Relationship), at=self._desk.now())
