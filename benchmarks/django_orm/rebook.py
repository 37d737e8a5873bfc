"""*Rebook* with Django's ORM."""

from __future__ import annotations

from django.db import transaction
from django.db.models import F

from .. import rules
from ..practice import NOW, PRACTICE
from ..written import appointment, fingerprint, key_id, new_id
from .keeping import chained, change, clients, must_be_unused, told, use_up
from .models import Appointment, Entry, Notice, Practice, Relationship, Therapist


def rebook(therapist_id: str, session_id: str, *, key: str) -> None:
    now, actor, name = NOW, f"therapist:{therapist_id}", key_id("rebook", key)
    with transaction.atomic():
        must_be_unused(name, now)
        old = Appointment.objects.select_for_update().get(practice_id=PRACTICE, id=session_id)
        practice = Practice.objects.get(id=PRACTICE)
        family = list(
            Relationship.objects.select_for_update()
            .filter(practice_id=PRACTICE, therapist_id=old.therapist_id, attendee_id=old.attendee_id)
            .order_by("opened_at", "id")
        )
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
        people = clients({old.attendee_id, under.payer_id})
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
        )
        when = (fresh.starts_at, fresh.ends_at)
        said = {
            "relationship_id": under.id,
            "starts_at": when[0].isoformat(),
            "ends_at": when[1].isoformat(),
            "price": fresh.price,
            "currency": fresh.price_currency,
            "rebooked_from": old.id,
        }
        entries = [
            chained(old, "rebooked", {"rebooked_as": fresh.id}, actor=actor),
            chained(fresh, "booked", said, actor=actor),
        ]
        change(
            old,
            settlement=rules.unwound(old.settlement, old.due_work),
            status="cancelled",
            due_work=None,
            due_at=None,
            rebooked_as=fresh.id,
            closed_at=now,
            sequence=old.sequence + 1,
        )
        fresh.save(force_insert=True)
        # They count what stands under them.
        counted = Relationship.objects.filter(practice_id=PRACTICE, id__in=[ended.id, under.id])
        counted.update(version=F("version") + 1)
        calendar = Therapist.objects.filter(practice_id=PRACTICE, id=old.therapist_id)
        calendar.update(version=F("version") + 1)
        facts = {
            **appointment(*when, fresh.sequence),
            "rebooked_from": old.id,
            **appointment(*when, old.sequence + 1, "before_"),
        }
        to = ((f"client:{attendee.id}", attendee.language), (f"therapist:{old.therapist_id}", practice.language))
        about = f"session:{fresh.id}"
        Notice.objects.bulk_create([told("session_rebooked", whom, about, facts) for whom in to])
        Entry.objects.bulk_create(entries)
        use_up(name, fingerprint("rebook", key, actor, session_id), [fresh.id])
