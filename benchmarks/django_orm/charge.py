"""*Charge 25* with Django's ORM."""

from __future__ import annotations

from datetime import datetime

from django.db import connection, transaction
from django.db.models import Exists, OuterRef

from .. import rules
from ..contestants import CHARGED_AT_ONCE
from ..practice import NOW
from ..written import SYSTEM, Payment, appointment, new_id, pay
from .keeping import chained, change, told
from .models import Appointment, Attempt, Entry, Notice, Practice


def charge() -> int:
    now, paid = NOW, 0
    due = Appointment.objects.filter(practice_id=OuterRef("id"), due_work="charge", due_at__lte=now)
    practices = Practice.objects.filter(Exists(due)).order_by("id").values_list("id", flat=True)
    for practice_id in list(practices):
        payments = _put_on_record(practice_id, now)
        answers = {attempt_id: pay(payment) for attempt_id, payment in payments.items()}
        paid += _keep(practice_id, answers, now)
    return paid


def _put_on_record(practice_id: str, now: datetime) -> dict[str, Payment]:
    payments: dict[str, Payment] = {}
    attempts, entries = [], []
    with transaction.atomic():
        practice = Practice.objects.get(id=practice_id)
        due = list(
            Appointment.objects.select_for_update(
                of=("self",), skip_locked=connection.features.has_select_for_update_skip_locked
            )
            .select_related("under__payer")
            .filter(practice_id=practice_id, due_work="charge", due_at__lte=now)
            .order_by("due_at", "id")[:CHARGED_AT_ONCE]
        )
        of = Attempt.objects.filter(practice_id=practice_id, session_id__in=[one.id for one in due])
        tried = set(of.values_list("session_id", flat=True))
        for one in due:
            payer = one.under.payer
            rules.charge_due(
                settlement=one.settlement,
                starts_at=one.starts_at,
                ended_at=one.under.ended_at,
                due_at=one.charge_due_at,
                tried=one.id in tried,
                card=payer.card_reference,
                now=now,
            )
            attempt = Attempt(
                practice_id=practice_id,
                id=new_id(),
                kind="charge",
                session_id=one.id,
                relationship_id=one.relationship_id,
                therapist_id=one.therapist_id,
                payer_id=one.payer_id,
                amount=one.price,
                amount_currency=one.price_currency,
                description=f"{practice.name}, {rules.local_date(one.starts_at, practice.time_zone)}",
                card_reference=payer.card_reference,
                account=payer.gateway_account,
                made_at=now,
                status="pending",
            )
            attempts.append(attempt)
            said = {"attempt_id": attempt.id, "amount": one.price, "currency": one.price_currency}
            entries.append(chained(one, "charge_attempted", said, actor=SYSTEM))
            change(one, settlement="pending", due_work="settle", due_at=now + rules.PATIENCE)
            by = (attempt.card_reference, attempt.account, attempt.description)
            payments[attempt.id] = Payment(f"{practice_id}/{attempt.id}", one.price, one.price_currency, *by)
        Attempt.objects.bulk_create(attempts)
        Entry.objects.bulk_create(entries)
    return payments


def _keep(practice_id: str, answers: dict[str, str], now: datetime) -> int:
    entries, notices = [], []
    with transaction.atomic():
        attempts = list(
            Attempt.objects.select_for_update(of=("self", "appointment"))
            .select_related("appointment__under__payer")
            .filter(practice_id=practice_id, id__in=list(answers))
        )
        for attempt in attempts:
            one = attempt.appointment
            rules.still_owed(
                settlement=one.settlement,
                starts_at=one.starts_at,
                ended_at=one.under.ended_at,
                attempt_status=attempt.status,
            )
            change(attempt, status="paid", reference=answers[attempt.id], settled_at=now)
            said = {"attempt_id": attempt.id, "amount": attempt.amount, "currency": attempt.amount_currency}
            entries.append(chained(one, "charged", said, actor=SYSTEM))
            change(one, settlement="paid", due_work=None, due_at=None)
            payer = one.under.payer
            facts = {**said, "reason": None, **appointment(one.starts_at, one.ends_at, one.sequence)}
            about = f"session:{one.id}"
            notices.append(told("charge_paid", (f"client:{payer.id}", payer.language), about, facts))
        Notice.objects.bulk_create(notices)
        Entry.objects.bulk_create(entries)
    return len(attempts)
