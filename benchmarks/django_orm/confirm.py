"""*Confirm* with Django's ORM."""

from __future__ import annotations

from django.db import transaction
from django.db.models import Q

from .. import rules
from ..practice import NOW, PRACTICE
from ..written import fingerprint, key_id, new_id
from .keeping import chained, change, clients, must_be_unused, told, use_up
from .models import Appointment, Entry, Notice, Practice, Relationship, Request


def confirm(therapist_id: str, relationship_id: str, attendee_id: str, *, key: str) -> None:
    now, actor, name = NOW, f"therapist:{therapist_id}", key_id("confirm", key)
    with transaction.atomic():
        must_be_unused(name, now)
        relationships = Relationship.objects
        old = relationships.select_for_update().get(practice_id=PRACTICE, id=relationship_id)
        practice = Practice.objects.get(id=PRACTICE)
        people = clients({old.attendee_id, old.payer_id})
        attendee, payer = people[old.attendee_id], people[old.payer_id]
        pending = list(
            Request.objects.select_for_update()
            .filter(practice_id=PRACTICE, relationship_id=relationship_id, status="pending")
            .order_by("requested_at", "id")
        )
        named = rules.chosen_request(
            [(one.id, one.requested_by, one.new_payer_id, one.expires_at) for one in pending], attendee_id, now
        )
        request = next(one for one in pending if one.id == named)
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
        own = relationships.filter(
            practice_id=PRACTICE,
            therapist_id=old.therapist_id,
            attendee_id=old.attendee_id,
            payer_id=old.attendee_id,
            status="active",
        )
        rules.none_of_their_own(own.values_list("id", flat=True).first())
        appointments = list(
            Appointment.objects.filter(practice_id=PRACTICE, relationship_id=relationship_id)
            .filter(Q(status="scheduled", starts_at__gt=now) | Q(settlement__in=rules.UNSETTLED))
            .order_by("starts_at", "id")
        )
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
        )
        said = {"successor_id": opened.id, "request_id": request.id, "sessions_to_rebook": to_come}
        who = {"actor": actor, "requested_by": attendee_id}
        ended = chained(old, "migrated", said, **who, note=request.channel)
        came = {"predecessor_id": old.id, "awaits_agreement": False}
        begun = chained(opened, "opened_by_migration", came, **who)
        change(old, status="ended", ended_at=now, end_reason="migrated", ended_by=actor, successor_id=opened.id)
        change(request, status="confirmed", closed_at=now)
        opened.save(force_insert=True)
        about = f"relationship:{old.id}"
        theirs = {
            "owed": sum(one.price for one in owed),
            "currency": practice.currency,
            "owed_for": [one.id for one in owed],
            "no_longer_theirs": to_come,
        }
        kind = "yours_to_pay" if card_good else "add_card"
        yours = {"successor_id": opened.id}
        Notice.objects.bulk_create(
            [
                told(kind, (f"client:{attendee.id}", attendee.language), about, yours),
                told("no_longer_yours_to_pay", (f"client:{payer.id}", payer.language), about, theirs),
            ]
        )
        Entry.objects.bulk_create([ended, begun])
        mark = fingerprint("confirm", key, actor, relationship_id, attendee_id)
        use_up(name, mark, [old.id, opened.id, *to_come])
