"""*Rebook* in hand-written SQL."""

from __future__ import annotations

import json

from .. import rules
from ..practice import NOW, PRACTICE
from ..written import appointment, entry, fingerprint, key_id, new_id, notice
from .database import Database
from .statements import KEY, TWO_ENTRIES, TWO_NOTICES

OF_SESSION = """
SELECT p.time_zone, p.policy, p.language, k.used_at,
       s.relationship_id, s.therapist_id, s.attendee_id, s.starts_at, s.ends_at, s.price, s.price_currency, s.status,
       s.settlement, s.due_work, s.sequence, s.version, s.journal_number, s.journal_digest,
       r.end_reason, r.successor_id, r.awaits_agreement, a.language
FROM practice_core_sessions s
JOIN practice_core_practices p ON p.id = s.practice_id
JOIN practice_core_relationships r ON r.practice_id = s.practice_id AND r.id = s.relationship_id
JOIN practice_core_clients a ON a.practice_id = s.practice_id AND a.id = s.attendee_id
LEFT JOIN practice_core_keys k ON k.practice_id = s.practice_id AND k.id = ?
WHERE s.practice_id = ? AND s.id = ?
"""
FAMILY = """
SELECT f.id, f.status, f.successor_id, f.awaits_agreement, c.id, c.date_of_birth, c.card_exp_year, c.card_exp_month
FROM practice_core_relationships f
JOIN practice_core_clients c ON c.practice_id = f.practice_id AND c.id = f.payer_id
WHERE f.practice_id = ? AND f.therapist_id = ? AND f.attendee_id = ?
ORDER BY f.opened_at, f.id
"""
CALL_OFF = """
UPDATE practice_core_sessions
SET status = 'cancelled', settlement = ?, due_work = NULL, due_at = NULL, rebooked_as = ?, closed_at = ?, sequence = ?,
    version = version + 1, journal_number = ?, journal_digest = ?
WHERE practice_id = ? AND id = ? AND version = ?
"""
BOOK = """
INSERT INTO practice_core_sessions (practice_id, id, relationship_id, therapist_id, attendee_id, payer_id, starts_at,
    ends_at, price, price_currency, booked_at, charge_due_at, status, settlement, due_work, due_at, rebooked_from, late,
    close_reason, sequence, version, journal_number, journal_digest)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'scheduled', ?, ?, ?, ?, ?, '', 0, 1, ?, ?)
"""
COUNT_IN_BOTH = """
UPDATE practice_core_relationships SET version = version + 1 WHERE practice_id = ? AND id IN (?, ?)
"""
COUNT_IN_CALENDAR = "UPDATE practice_core_therapists SET version = version + 1 WHERE practice_id = ? AND id = ?"


def rebook(database: Database, therapist_id: str, session_id: str, *, key: str) -> None:
    now, actor, name = NOW, f"therapist:{therapist_id}", key_id("rebook", key)
    at = database.held(now)
    with database.transaction():
        (row,) = database.rows(OF_SESSION, (name, PRACTICE, session_id), "FOR UPDATE OF s, r FOR SHARE OF a")
        zone, policy_text, practice_language, used_at = row[:4]
        relationship_id, therapist, attendee, held_start, held_end, price, currency, status = row[4:12]
        settlement, due_work, sequence, version, number, digest = row[12:18]
        end_reason, successor_id, awaits_agreement, language = row[18:]
        rules.key_unused(None if used_at is None else database.moment(used_at), now)
        starts_at, ends_at = database.moment(held_start), database.moment(held_end)
        rules.may_rebook(
            actor_id=therapist_id,
            therapist_id=therapist,
            status=status,
            starts_at=starts_at,
            end_reason=end_reason,
            now=now,
        )
        found = database.rows(FAMILY, (PRACTICE, therapist, attendee), "FOR UPDATE OF f FOR SHARE OF c")
        under = rules.heir(successor_id, {one[0]: (one[1], one[2]) for one in found})
        awaits, payer, born, exp_year, exp_month = next(one[3:] for one in found if one[0] == under)
        policy = rules.policy_of(policy_text)
        rules.payable(
            awaits_agreement=bool(awaits_agreement or awaits),
            born=None if born is None else database.day(born),
            card=(exp_year, exp_month),
            price=price,
            starts_at=starts_at,
            policy=policy,
            zone=zone,
            now=now,
        )
        rules.same_payer(attendee, payer)
        left = rules.unwound(settlement, due_work)

        fresh_id = new_id()
        old = entry(
            PRACTICE,
            ("session", session_id, number, digest),
            "rebooked",
            {"rebooked_as": fresh_id},
            at=now,
            held_at=at,
            actor=actor,
        )
        said = {
            "relationship_id": under,
            "starts_at": starts_at.isoformat(),
            "ends_at": ends_at.isoformat(),
            "price": price,
            "currency": currency,
            "rebooked_from": session_id,
        }
        booked = entry(PRACTICE, ("session", fresh_id, 0, ""), "booked", said, at=now, held_at=at, actor=actor)
        facts = {
            **appointment(starts_at, ends_at, 0),
            "rebooked_from": session_id,
            **appointment(starts_at, ends_at, sequence + 1, "before_"),
        }
        told = [
            notice(PRACTICE, "session_rebooked", whom, f"session:{fresh_id}", facts, at=at)
            for whom in ((f"client:{attendee}", language), (f"therapist:{therapist}", practice_language))
        ]

        freed = (left, fresh_id, at, sequence + 1, old["number"], old["digest"])
        if database.write(CALL_OFF, (*freed, PRACTICE, session_id, version)) != 1:
            raise rules.StaleError
        due_at = database.held(max(now, starts_at - policy["charge_lead_hours"] * rules.HOURS))
        new = (PRACTICE, fresh_id, under, therapist, attendee, payer, held_start, held_end, price, currency, at)
        owed = ("open", "charge", due_at) if price else ("nothing", None, None)
        database.write(BOOK, (*new, due_at, *owed, session_id, False, booked["number"], booked["digest"]))
        database.write(COUNT_IN_BOTH, (PRACTICE, relationship_id, under))
        database.write(COUNT_IN_CALENDAR, (PRACTICE, therapist))
        database.write(TWO_NOTICES, [value for one in told for value in one.values()])
        database.write(TWO_ENTRIES, (*old.values(), *booked.values()))
        mark = fingerprint("rebook", key, actor, session_id)
        database.write(KEY, (PRACTICE, name, mark, json.dumps([fresh_id]), at))
