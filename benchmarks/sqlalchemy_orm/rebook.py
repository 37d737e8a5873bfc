"""*Rebook* with SQLAlchemy's ORM."""

from __future__ import annotations

import sqlalchemy as sa
from sqlalchemy.orm import Session
from sqlalchemy.orm.attributes import flag_modified

from .. import rules
from ..practice import NOW, PRACTICE
from ..written import appointment, fingerprint, key_id, new_id
from .keeping import chain, clients, locked, must_be_unused, tell, use_up
from .models import Appointment, Practice, Relationship, Therapist


def rebook(engine: sa.Engine, therapist_id: str, session_id: str, *, key: str) -> None:
    now, actor, name = NOW, f"therapist:{therapist_id}", key_id("rebook", key)
    with Session(engine) as session, session.begin():
        must_be_unused(session, name, now)
        old = locked(session, Appointment, session_id)
        practice = session.get_one(Practice, PRACTICE)
        therapist = locked(session, Therapist, old.therapist_id)
        family = session.scalars(
            sa.select(Relationship)
            .where(
                Relationship.practice_id == PRACTICE,
                Relationship.therapist_id == old.therapist_id,
                Relationship.attendee_id == old.attendee_id,
            )
            .order_by(Relationship.opened_at, Relationship.id)
            .with_for_update()
        ).all()
        by_id = {one.id: one for one in family}
        ended = by_id[old.relationship_id]
        rules.may_rebook(
            actor_id=therapist_id,
            therapist_id=old.therapist_id,
            status=old.status,
            starts_at=old.starts_at,
            end_reason=ended.end_reason,
            now=now,
        )
        successors = {one.id: (one.status, one.successor_id) for one in family}
        under = by_id[rules.heir(ended.successor_id, successors)]
        people = clients(session, {old.attendee_id, under.payer_id})
        attendee, payer = people[old.attendee_id], people[under.payer_id]
        rules.same_payer(attendee.id, payer.id)
        policy = rules.policy_of(practice.policy)
        rules.payable(
            awaits_agreement=ended.awaits_agreement or under.awaits_agreement,
            born=payer.date_of_birth,
            card=(payer.card_exp_year, payer.card_exp_month),
            price=old.price,
            starts_at=old.starts_at,
            policy=policy,
            zone=practice.time_zone,
            now=now,
        )
        due_at = max(now, old.starts_at - policy["charge_lead_hours"] * rules.HOURS)
        fresh = Appointment(
            practice_id=PRACTICE,
            id=new_id(),
            relationship_id=under.id,
            therapist_id=under.therapist_id,
            attendee_id=under.attendee_id,
            payer_id=under.payer_id,
            starts_at=old.starts_at,
            ends_at=old.ends_at,
            price=old.price,
            price_currency=old.price_currency,
            booked_at=now,
            charge_due_at=due_at,
            status="scheduled",
            settlement="open" if old.price else "nothing",
            due_work="charge" if old.price else None,
            due_at=due_at if old.price else None,
            rebooked_from=old.id,
            sequence=0,
            journal_number=0,
            journal_digest="",
        )
        old.settlement = rules.unwound(old.settlement, old.due_work)
        old.status = "cancelled"
        old.due_work = old.due_at = None
        old.rebooked_as = fresh.id
        old.closed_at = now
        old.sequence += 1
        session.add(fresh)
        # They count what stands under them: their versions are raised, and nothing else about them changes.
        for counting in (ended, under, therapist):
            flag_modified(counting, "journal_number")
        when = (fresh.starts_at, fresh.ends_at)
        said = {
            "relationship_id": under.id,
            "starts_at": when[0].isoformat(),
            "ends_at": when[1].isoformat(),
            "price": fresh.price,
            "currency": fresh.price_currency,
            "rebooked_from": old.id,
        }
        chain(session, old, "rebooked", {"rebooked_as": fresh.id}, actor=actor)
        chain(session, fresh, "booked", said, actor=actor)
        facts = {
            **appointment(*when, fresh.sequence),
            "rebooked_from": old.id,
            **appointment(*when, old.sequence, "before_"),
        }
        for whom in (
            (f"client:{attendee.id}", attendee.language),
            (f"therapist:{therapist.id}", practice.language),
        ):
            tell(session, "session_rebooked", whom, f"session:{fresh.id}", facts)
        use_up(session, name, fingerprint("rebook", key, actor, session_id), [fresh.id])
