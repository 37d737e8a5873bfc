"""*Charge 25* in hand-written SQL."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from .. import rules
from ..contestants import CHARGED_AT_ONCE
from ..practice import NOW
from ..written import SYSTEM, Payment, appointment, entry, new_id, notice, pay
from .database import Database
from .statements import ENTRY, NOTICE

WHERE_DUE = """
SELECT p.id FROM practice_core_practices p WHERE EXISTS (
    SELECT 1 FROM practice_core_sessions s WHERE s.practice_id = p.id AND s.due_work = 'charge' AND s.due_at <= ?)
ORDER BY p.id
"""
DUE = """
SELECT s.id, s.relationship_id, s.therapist_id, s.payer_id, s.starts_at, s.price, s.price_currency, s.charge_due_at,
       s.settlement, s.version, s.journal_number, s.journal_digest,
       r.ended_at, c.card_reference, c.gateway_account, p.name, p.time_zone
FROM practice_core_sessions s
JOIN practice_core_relationships r ON r.practice_id = s.practice_id AND r.id = s.relationship_id
JOIN practice_core_clients c ON c.practice_id = s.practice_id AND c.id = s.payer_id
JOIN practice_core_practices p ON p.id = s.practice_id
WHERE s.practice_id = ? AND s.due_work = 'charge' AND s.due_at <= ?
ORDER BY s.due_at, s.id LIMIT ?
"""
TRIED = """
SELECT session_id, status FROM practice_core_attempts WHERE practice_id = ? AND session_id IN ({several})
"""
ATTEMPT = """
INSERT INTO practice_core_attempts (practice_id, id, kind, session_id, relationship_id, therapist_id, payer_id, amount,
    amount_currency, description, card_reference, account, made_at, status, elsewhere, version)
VALUES (?, ?, 'charge', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'pending', ?, 1)
"""
AWAIT = """
UPDATE practice_core_sessions
SET settlement = 'pending', due_work = 'settle', due_at = ?,
    version = version + 1, journal_number = ?, journal_digest = ?
WHERE practice_id = ? AND id = ? AND version = ?
"""
ASKED = """
SELECT a.id, a.status, a.amount, a.amount_currency, a.version, s.id, s.payer_id, s.starts_at, s.ends_at, s.sequence,
       s.settlement, s.version, s.journal_number, s.journal_digest, r.ended_at, c.language
FROM practice_core_attempts a
JOIN practice_core_sessions s ON s.practice_id = a.practice_id AND s.id = a.session_id
JOIN practice_core_relationships r ON r.practice_id = s.practice_id AND r.id = s.relationship_id
JOIN practice_core_clients c ON c.practice_id = s.practice_id AND c.id = s.payer_id
WHERE a.practice_id = ? AND a.id IN ({several})
"""
TAKEN = """
UPDATE practice_core_attempts SET status = 'paid', reference = ?, settled_at = ?, version = version + 1
WHERE practice_id = ? AND id = ? AND version = ?
"""
PAY = """
UPDATE practice_core_sessions
SET settlement = 'paid', due_work = NULL, due_at = NULL, version = version + 1, journal_number = ?, journal_digest = ?
WHERE practice_id = ? AND id = ? AND version = ?
"""


def charge(database: Database) -> int:
    now, paid = NOW, 0
    for (practice_id,) in database.rows(WHERE_DUE, (database.held(now),)):
        payments = _put_on_record(database, practice_id, now)
        # Outside any transaction, under the attempt's own key (C4).
        answers = {attempt_id: pay(payment) for attempt_id, payment in payments.items()}
        paid += _keep(database, practice_id, answers, now)
    return paid


def _put_on_record(database: Database, practice_id: str, now: datetime) -> dict[str, Payment]:
    at, later = database.held(now), database.held(now + rules.PATIENCE)
    attempts, sessions, entries = [], [], []
    payments: dict[str, Payment] = {}
    with database.transaction():
        due = database.rows(DUE, (practice_id, at, CHARGED_AT_ONCE), "FOR UPDATE OF s SKIP LOCKED")
        tried = database.rows(_several(TRIED, due), (practice_id, *(one[0] for one in due)))
        before = {one[0] for one in tried}
        for row in due:
            session_id, relationship_id, therapist, payer, held_start, price, currency, due_at = row[:8]
            settlement, version, number, digest, ended_at, card, account, name, zone = row[8:]
            starts_at = database.moment(held_start)
            rules.charge_due(
                settlement=settlement,
                starts_at=starts_at,
                ended_at=None if ended_at is None else database.moment(ended_at),
                due_at=database.moment(due_at),
                tried=session_id in before,
                card=card,
                now=now,
            )
            attempt_id = new_id()
            said = {"attempt_id": attempt_id, "amount": price, "currency": currency}
            thing = ("session", session_id, number, digest)
            made = entry(practice_id, thing, "charge_attempted", said, at=now, held_at=at, actor=SYSTEM)
            description = f"{name}, {rules.local_date(starts_at, zone)}"
            payments[attempt_id] = Payment(f"{practice_id}/{attempt_id}", price, currency, card, account, description)
            of = (session_id, relationship_id, therapist, payer, price, currency, description, card, account)
            attempts.append((practice_id, attempt_id, *of, at, False))
            sessions.append((later, made["number"], made["digest"], practice_id, session_id, version))
            entries.append(tuple(made.values()))
        database.write_each(ATTEMPT, attempts)
        if database.write_each(AWAIT, sessions) != len(sessions):
            raise rules.StaleError
        database.write_each(ENTRY, entries)
    return payments


def _keep(database: Database, practice_id: str, answers: dict[str, str], now: datetime) -> int:
    at = database.held(now)
    attempts, sessions, notices, entries = [], [], [], []
    with database.transaction():
        asked = database.rows(_several(ASKED, answers), (practice_id, *answers), "FOR UPDATE OF a, s")
        for row in asked:
            attempt_id, status, amount, currency, version, session_id, payer, held_start, held_end = row[:9]
            sequence, settlement, session_version, number, digest, ended_at, language = row[9:]
            starts_at, ends_at = database.moment(held_start), database.moment(held_end)
            rules.still_owed(
                settlement=settlement,
                starts_at=starts_at,
                ended_at=None if ended_at is None else database.moment(ended_at),
                attempt_status=status,
            )
            said = {"attempt_id": attempt_id, "amount": amount, "currency": currency}
            thing = ("session", session_id, number, digest)
            made = entry(practice_id, thing, "charged", said, at=now, held_at=at, actor=SYSTEM)
            facts = {**said, "reason": None, **appointment(starts_at, ends_at, sequence)}
            whom = (f"client:{payer}", language)
            told = notice(practice_id, "charge_paid", whom, f"session:{session_id}", facts, at=at)
            attempts.append((answers[attempt_id], at, practice_id, attempt_id, version))
            sessions.append((made["number"], made["digest"], practice_id, session_id, session_version))
            notices.append(tuple(told.values()))
            entries.append(tuple(made.values()))
        changed = database.write_each(TAKEN, attempts) + database.write_each(PAY, sessions)
        if changed != 2 * len(answers):
            raise rules.StaleError
        database.write_each(NOTICE, notices)
        database.write_each(ENTRY, entries)
    return len(answers)


def _several(sql: str, of: Iterable[object]) -> str:
    return sql.format(several=", ".join("?" for _ in of) or "NULL")
