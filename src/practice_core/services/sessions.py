"""The area `sessions` (S1 to S11)."""

from __future__ import annotations

from datetime import datetime, timedelta

import attrs

from ..domain import booking
from ..domain.actor import Actor, Role
from ..domain.authority import permit, standing_towards, standing_under
from ..domain.case import Case
from ..domain.checks import an_instant, some_words
from ..domain.errors import NotAllowed, Refused
from ..domain.money import Money, a_price
from ..domain.occasion import Deed, Occasion
from ..domain.practice import Practice
from ..domain.relationship import Relationship
from ..domain.session import LONGEST, Session, SessionRecord, a_duration, seen
from ..domain.views import SeenSession, seen_by, sees_session, shown_to
from ..ports import questions
from ..ports.store import Ask
from . import cases
from .changing import AS_SESSION, changed
from .desk import Command, Desk, Memory
from .work import UnitOfWork


@attrs.frozen(kw_only=True)
class Rebooking:
    """What became of one session: what it was rebooked as, or the code of what refused it (S9)."""

    session_id: str
    rebooked_as: str | None = None
    refusal: str | None = None


@attrs.frozen
class Sessions:
    _desk: Desk

    def book(
        self,
        actor: Actor,
        relationship_id: str,
        *,
        starts_at: datetime,
        duration: timedelta,
        price: Money | None = None,
        already_held: bool = False,
        id: str | None = None,  # noqa: A002
        idempotency_key: str | None = None,
    ) -> Session:
        """Book a session to come, or record one `already_held` (S3).

        Without a price it costs the relationship's fee (P6). Raises `RelationshipEnded` with the active
        successor (S1), `CardRequired` (S2), `SlotTaken` (S4), `AgreementRequired` (S11), `UnderMinimumAge` (P1).
        """
        start = an_instant("starts_at", starts_at)
        length = a_duration("duration", duration)
        file = cases.of_relationship(relationship_id)
        calendar = cases.calendar(questions.CALENDAR, start, length, relationship_id=relationship_id)

        def decide(work: UnitOfWork, practice: Practice, occasion: Occasion) -> Session:
            case = file.case(work, practice, relationship_id)
            permit("sessions.book", standing_under(actor, case.relationship))
            amount = _price(price, practice)
            if already_held:
                deed = booking.record_held(case, starts_at=start, duration=length, price=amount, occasion=occasion)
            else:
                deed = booking.book(
                    case,
                    work.find(calendar),
                    starts_at=start,
                    duration=length,
                    price=amount,
                    occasion=occasion,
                )
            return seen(work.record(deed), case.relationship, occasion.at)

        command = Command(
            operation="sessions.book",
            actor=actor,
            key=idempotency_key,
            arguments={
                "relationship_id": relationship_id,
                "starts_at": start,
                "duration": length,
                "price": price,
                "already_held": already_held,
            },
            creates=SessionRecord,
            id=id,
        )
        therapist = questions.THERAPIST_OF_RELATIONSHIP(relationship_id=relationship_id)
        asks = (*file.asks, therapist, calendar)
        return self._desk.carry_out(command, asks, decide, AS_SESSION, at=self._desk.now())

    def get(self, actor: Actor, session_id: str) -> SeenSession:
        """Raises `NotFound` for one the actor does not see (A1). Whoever only pays is answered a `PaidSession` (A3)."""
        at = self._desk.now()
        asks = (questions.SESSION(id=session_id), questions.FAMILY_OF_SESSION(session_id=session_id))
        with self._desk.reading("sessions.get", actor, *asks) as (work, _):
            found = work.get(SessionRecord, session_id)
            under = work.get(Relationship, found.relationship_id)
            permit("sessions.get", standing_towards(actor, found, under))
            return seen_by(actor, found, under, at)

    def of_relationship(self, actor: Actor, relationship_id: str) -> tuple[SeenSession, ...]:
        """Every session under it that the actor sees, by start."""
        return self._list(actor, relationship_id, "sessions.of_relationship")

    def needing_rebooking(self, actor: Actor, relationship_id: str) -> tuple[SeenSession, ...]:
        """The upcoming sessions of a migrated or transferred relationship, by start (M8)."""
        listed = self._list(actor, relationship_id, "sessions.needing_rebooking")
        return tuple(session for session in listed if session.needs_rebooking)

    def move(
        self,
        actor: Actor,
        session_id: str,
        *,
        starts_at: datetime,
        duration: timedelta | None = None,
        idempotency_key: str | None = None,
    ) -> Session:
        """Move it in time under its own relationship (S7); without a duration it lasts as long as before.

        Raises `SessionNotUpcoming`, `RebookingRequired`, `StartsInThePast`, `CardRequired`, `SlotTaken`.
        """
        start = an_instant("starts_at", starts_at)
        length = None if duration is None else a_duration("duration", duration)
        calendar = _calendar_of(session_id, start, length or LONGEST)

        def deed(work: UnitOfWork, case: Case, record: SessionRecord, occasion: Occasion) -> Deed[SessionRecord]:
            return booking.move(
                case,
                record,
                work.find(calendar),
                starts_at=start,
                duration=length,
                occasion=occasion,
            )

        return changed(
            self._desk,
            "sessions.move",
            actor,
            session_id,
            deed,
            key=idempotency_key,
            asks=(questions.THERAPIST_OF_SESSION(session_id=session_id), calendar),
            arguments={"starts_at": start, "duration": length},
        )

    def cancel(
        self,
        actor: Actor,
        session_id: str,
        *,
        requested_by: str | None = None,
        reason: str = "",
        waive: bool = False,
        idempotency_key: str | None = None,
    ) -> SeenSession:
        """Cancel it (S6), for the actor or for the client or therapist in `requested_by`.

        Short of the practice's notice a client's cancellation is late, unless the therapist or staff waive
        it. Raises `SessionNotUpcoming`, `NotAParty`.
        """
        some_words("reason", reason)
        asker = (actor.id if actor.role is Role.CLIENT else "") if requested_by is None else requested_by

        def deed(work: UnitOfWork, case: Case, record: SessionRecord, occasion: Occasion) -> Deed[SessionRecord]:
            if actor.role is Role.CLIENT and asker != actor.id:
                raise NotAllowed("sessions.cancel")
            if waive:
                permit("sessions.cancel and waive", standing_under(actor, case.relationship))
            return booking.cancel(case, record, requested_by=asker, reason=reason, waive=waive, occasion=occasion)

        cancelled = changed(
            self._desk,
            "sessions.cancel",
            actor,
            session_id,
            deed,
            key=idempotency_key,
            arguments={"requested_by": requested_by, "reason": reason, "waive": waive},
        )
        return shown_to(actor, cancelled)

    def rebook(
        self,
        actor: Actor,
        session_id: str,
        *,
        starts_at: datetime | None = None,
        price: Money | None = None,
        id: str | None = None,  # noqa: A002
        idempotency_key: str | None = None,
    ) -> Session:
        """Book it again under the active successor, for the new payer to pay; the old one is cancelled (S8).

        At the same time and price unless others are given. Answers the new session. Raises
        `RebookingNotNeeded`, `SessionNotUpcoming` with what it was rebooked as, and what `book` raises.
        """
        start = None if starts_at is None else an_instant("starts_at", starts_at)
        # At its own time it takes the slot it frees: nobody else's session can be there (S4).
        calendar = None if start is None else _calendar_of(session_id, start, LONGEST)

        def deed(work: UnitOfWork, case: Case, record: SessionRecord, occasion: Occasion) -> Deed[SessionRecord]:
            return booking.rebook(
                case,
                record,
                work.find(calendar) if calendar else (),
                starts_at=start,
                price=_price(price, case.practice),
                occasion=occasion,
            )

        therapist = questions.THERAPIST_OF_SESSION(session_id=session_id)
        return changed(
            self._desk,
            "sessions.rebook",
            actor,
            session_id,
            deed,
            key=idempotency_key,
            asks=(therapist, calendar) if calendar else (therapist,),
            arguments={"starts_at": start, "price": price},
            creates=SessionRecord,
            id=id,
        )

    def rebook_all(
        self, actor: Actor, relationship_id: str, *, idempotency_key: str | None = None
    ) -> tuple[Rebooking, ...]:
        """Rebook each session that needs it, on its own (S9). Doing it again does only what is left."""
        command = Command(
            operation="sessions.rebook_all",
            actor=actor,
            key=idempotency_key,
            arguments={"relationship_id": relationship_id},
        )
        at = self._desk.now()
        if (before := self._desk.recalled(command, _AS_REBOOKINGS, at=at)) is not None:
            return before
        listed = self._list(actor, relationship_id, "sessions.rebook_all")
        done = tuple(self._rebooked(actor, s.id) for s in listed if s.needs_rebooking)
        # Each has had a transaction of its own; what is left to keep is the answer.
        return self._desk.carry_out(command, (), lambda *_: done, _AS_REBOOKINGS, at=at)

    def record(
        self,
        actor: Actor,
        session_id: str,
        *,
        attended: bool = True,
        waive: bool = False,
        idempotency_key: str | None = None,
    ) -> Session:
        """After the start: attended, or a no-show; owed alike unless waived (S10). Raises `SessionNotOver`."""

        def deed(work: UnitOfWork, case: Case, record: SessionRecord, occasion: Occasion) -> Deed[SessionRecord]:
            return booking.record_outcome(case, record, attended=attended, waive=waive, occasion=occasion)

        return changed(
            self._desk,
            "sessions.record",
            actor,
            session_id,
            deed,
            key=idempotency_key,
            arguments={"attended": attended, "waive": waive},
        )

    def _rebooked(self, actor: Actor, session_id: str) -> Rebooking:
        try:
            fresh = self.rebook(actor, session_id)
        except Refused as refusal:
            return Rebooking(session_id=session_id, refusal=refusal.code)
        return Rebooking(session_id=session_id, rebooked_as=fresh.id)

    def _list(self, actor: Actor, relationship_id: str, operation: str) -> tuple[SeenSession, ...]:
        at = self._desk.now()
        under = questions.RELATIONSHIP(id=relationship_id)
        records = questions.SESSIONS_UNDER(relationship_id=relationship_id)
        with self._desk.reading(operation, actor, under, records) as (work, _):
            relationship = work.get(Relationship, relationship_id)
            permit(operation, standing_under(actor, relationship))
            return tuple(
                seen_by(actor, record, relationship, at)
                for record in work.find(records)
                if sees_session(actor, record, relationship)
            )


def _price(price: Money | None, practice: Practice) -> Money | None:
    return None if price is None else a_price("price", price, practice.currency)


def _calendar_of(session_id: str, start: datetime, length: timedelta) -> Ask[SessionRecord]:
    return cases.calendar(questions.CALENDAR_OF_SESSION, start, length, session_id=session_id)


def _rebookings_again(work: UnitOfWork, ids: tuple[str | None, ...], at: datetime) -> tuple[Rebooking, ...]:
    told = iter(ids)
    return tuple(
        Rebooking(session_id=str(session_id), rebooked_as=rebooked_as, refusal=refusal)
        for session_id, rebooked_as, refusal in zip(told, told, told, strict=True)
    )


_AS_REBOOKINGS: Memory[tuple[Rebooking, ...]] = Memory(
    lambda rebookings: tuple(part for one in rebookings for part in (one.session_id, one.rebooked_as, one.refusal)),
    _rebookings_again,
)
