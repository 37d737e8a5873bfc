"""*Confirm* with SQLAlchemy's ORM."""

from __future__ import annotations

import sqlalchemy as sa
from sqlalchemy.orm import Session

from .. import rules
from ..practice import NOW, PRACTICE
from ..written import fingerprint, key_id, new_id
from .keeping import chain, clients, locked, must_be_unused, tell, use_up
from .models import Appointment, Practice, Relationship, Request


def confirm(engine: sa.Engine, therapist_id: str, relationship_id: str, attendee_id: str, *, key: str) -> None:
    now, actor, name = NOW, f"therapist:{therapist_id}", key_id("confirm", key)
    with Session(engine) as session, session.begin():
        must_be_unused(session, name, now)
        old = locked(session, Relationship, relationship_id)
        practice = session.get_one(Practice, PRACTICE)
        people = clients(session, {old.attendee_id, old.payer_id})
        attendee, payer = people[old.attendee_id], people[old.payer_id]
        pending = session.scalars(
            sa.select(Request)
            .where(
                Request.practice_id == PRACTICE,
                Request.relationship_id == relationship_id,
                Request.status == "pending",
            )
            .order_by(Request.requested_at, Request.id)
            .with_for_update()
        ).all()
        asked = {one.id: one for one in pending}
        named = rules.chosen_request(
            [(one.id, one.requested_by, one.new_payer_id, one.expires_at) for one in pending], attendee_id, now
        )
        request = asked[named]
        card_good = rules.card_good_on(
            attendee.card_exp_year, attendee.card_exp_month, rules.local_date(now, practice.time_zone)
        )
        rules.may_confirm(
            actor_id=therapist_id,
            therapist_id=old.therapist_id,
            attendee_id=old.attendee_id,
            payer_id=old.payer_id,
            status=old.status,
            opened_at=old.opened_at,
            requested_by=attendee_id,
            accepted=request.accepted_at is not None,
            details={name: getattr(attendee, name) for name in rules.DETAILS},
            payer_email=payer.email,
            card_good=card_good,
            policy=rules.policy_of(practice.policy),
            zone=practice.time_zone,
            now=now,
        )
        own = session.scalar(
            sa.select(Relationship.id).where(
                Relationship.practice_id == PRACTICE,
                Relationship.therapist_id == old.therapist_id,
                Relationship.attendee_id == old.attendee_id,
                Relationship.payer_id == old.attendee_id,
                Relationship.status == "active",
            )
        )
        rules.none_of_their_own(own)
        appointments = session.scalars(
            sa.select(Appointment)
            .where(
                Appointment.practice_id == PRACTICE,
                Appointment.relationship_id == relationship_id,
                sa.or_(
                    sa.and_(Appointment.status == "scheduled", Appointment.starts_at > now),
                    Appointment.settlement.in_(rules.UNSETTLED),
                ),
            )
            .order_by(Appointment.starts_at, Appointment.id)
        ).all()
        rules.nothing_to_look_at_again(one.settlement for one in appointments if one.starts_at > now)
        to_come = [one.id for one in appointments if one.status == "scheduled" and one.starts_at > now]
        owed = [one for one in appointments if one.settlement in rules.UNSETTLED and one.starts_at <= now]
        opened = Relationship(
            practice_id=PRACTICE,
            id=new_id(),
            therapist_id=old.therapist_id,
            attendee_id=old.attendee_id,
            payer_id=old.attendee_id,
            status="active",
            opened_at=now,
            fee=old.fee,
            fee_currency=old.fee_currency,
            predecessor_id=old.id,
            awaits_agreement=False,
            journal_number=0,
            journal_digest="",
        )
        old.status = "ended"
        old.ended_at = now
        old.end_reason = "migrated"
        old.ended_by = actor
        old.successor_id = opened.id
        request.status = "confirmed"
        request.closed_at = now
        session.add(opened)
        said = {"successor_id": opened.id, "request_id": request.id, "sessions_to_rebook": to_come}
        chain(session, old, "migrated", said, actor=actor, requested_by=attendee_id, note=request.channel)
        came = {"predecessor_id": old.id, "awaits_agreement": False}
        chain(session, opened, "opened_by_migration", came, actor=actor, requested_by=attendee_id)
        about = f"relationship:{old.id}"
        theirs = {
            "owed": sum(one.price for one in owed),
            "currency": practice.currency,
            "owed_for": [one.id for one in owed],
            "no_longer_theirs": to_come,
        }
        kind = "yours_to_pay" if card_good else "add_card"
        tell(session, kind, (f"client:{attendee.id}", attendee.language), about, {"successor_id": opened.id})
        tell(session, "no_longer_yours_to_pay", (f"client:{payer.id}", payer.language), about, theirs)
        mark = fingerprint("confirm", key, actor, relationship_id, attendee_id)
        use_up(session, name, mark, [old.id, opened.id, *to_come])
