"""*Charge 25* with SQLAlchemy's ORM."""

from __future__ import annotations

from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.orm import Session, joinedload

from .. import rules
from ..contestants import CHARGED_AT_ONCE
from ..practice import NOW
from ..written import SYSTEM, Payment, appointment, new_id, pay
from .keeping import chain, tell
from .models import Appointment, Attempt, Practice, Relationship


def charge(engine: sa.Engine) -> int:
    now, paid = NOW, 0
    due = sa.select(Appointment.id).where(
        Appointment.practice_id == Practice.id, Appointment.due_work == "charge", Appointment.due_at <= now
    )
    with Session(engine) as session, session.begin():
        practices = session.scalars(sa.select(Practice.id).where(due.exists()).order_by(Practice.id)).all()
    for practice_id in practices:
        payments = _put_on_record(engine, practice_id, now)
        answers = {attempt_id: pay(payment) for attempt_id, payment in payments.items()}
        paid += _keep(engine, practice_id, answers, now)
    return paid


def _put_on_record(engine: sa.Engine, practice_id: str, now: datetime) -> dict[str, Payment]:
    payments: dict[str, Payment] = {}
    with Session(engine) as session, session.begin():
        practice = session.get_one(Practice, practice_id)
        due = session.scalars(
            sa.select(Appointment)
            .where(
                Appointment.practice_id == practice_id,
                Appointment.due_work == "charge",
                Appointment.due_at <= now,
            )
            .order_by(Appointment.due_at, Appointment.id)
            .limit(CHARGED_AT_ONCE)
            .options(joinedload(Appointment.under, innerjoin=True).joinedload(Relationship.payer, innerjoin=True))
            .with_for_update(of=Appointment, skip_locked=True)
        ).all()
        tried = session.scalars(
            sa.select(Attempt.session_id).where(
                Attempt.practice_id == practice_id, Attempt.session_id.in_([one.id for one in due])
            )
        ).all()
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
            session.add(attempt)
            one.settlement = "pending"
            one.due_work = "settle"
            one.due_at = now + rules.PATIENCE
            said = {"attempt_id": attempt.id, "amount": one.price, "currency": one.price_currency}
            chain(session, one, "charge_attempted", said, actor=SYSTEM)
            told = (attempt.card_reference, attempt.account, attempt.description)
            payments[attempt.id] = Payment(f"{practice_id}/{attempt.id}", one.price, one.price_currency, *told)
    return payments


def _keep(engine: sa.Engine, practice_id: str, answers: dict[str, str], now: datetime) -> int:
    with Session(engine) as session, session.begin():
        attempts = session.scalars(
            sa.select(Attempt)
            .where(Attempt.practice_id == practice_id, Attempt.id.in_(answers))
            .options(
                joinedload(Attempt.appointment, innerjoin=True)
                .joinedload(Appointment.under, innerjoin=True)
                .joinedload(Relationship.payer, innerjoin=True)
            )
            .with_for_update(of=Attempt)
        ).all()
        for attempt in attempts:
            one = attempt.appointment
            rules.still_owed(
                settlement=one.settlement,
                starts_at=one.starts_at,
                ended_at=one.under.ended_at,
                attempt_status=attempt.status,
            )
            attempt.status = "paid"
            attempt.reference = answers[attempt.id]
            attempt.settled_at = now
            one.settlement = "paid"
            one.due_work = one.due_at = None
            said = {"attempt_id": attempt.id, "amount": attempt.amount, "currency": attempt.amount_currency}
            chain(session, one, "charged", said, actor=SYSTEM)
            payer = one.under.payer
            facts = {**said, "reason": None, **appointment(one.starts_at, one.ends_at, one.sequence)}
            tell(session, "charge_paid", (f"client:{payer.id}", payer.language), f"session:{one.id}", facts)
    return len(attempts)
