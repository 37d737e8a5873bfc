"""*Confirm* in hand-written SQL."""

from __future__ import annotations

import json

from .. import rules
from ..practice import NOW, PRACTICE
from ..written import entry, fingerprint, key_id, new_id, notice
from .database import Database
from .statements import KEY, TWO_ENTRIES, TWO_NOTICES

OF_CASE = """
SELECT p.time_zone, p.currency, p.policy, k.used_at,
       r.therapist_id, r.attendee_id, r.payer_id, r.status, r.opened_at, r.fee, r.fee_currency,
       r.version, r.journal_number, r.journal_digest,
       a.given_name, a.family_name, a.email, a.phone, a.date_of_birth, a.language, a.card_exp_year, a.card_exp_month,
       b.email, b.language, own.id
FROM practice_core_relationships r
JOIN practice_core_practices p ON p.id = r.practice_id
JOIN practice_core_clients a ON a.practice_id = r.practice_id AND a.id = r.attendee_id
JOIN practice_core_clients b ON b.practice_id = r.practice_id AND b.id = r.payer_id
LEFT JOIN practice_core_relationships own
    ON own.practice_id = r.practice_id AND own.therapist_id = r.therapist_id AND own.attendee_id = r.attendee_id
    AND own.payer_id = r.attendee_id AND own.status = 'active'
LEFT JOIN practice_core_keys k ON k.practice_id = r.practice_id AND k.id = ?
WHERE r.practice_id = ? AND r.id = ?
"""
PENDING = """
SELECT id, requested_by, new_payer_id, expires_at, accepted_at, channel, version FROM practice_core_requests
WHERE practice_id = ? AND relationship_id = ? AND status = 'pending' ORDER BY requested_at, id
"""
TO_COME_OR_OWED = """
SELECT id, starts_at, price, status, settlement, late, closed_at FROM practice_core_sessions
WHERE practice_id = ? AND relationship_id = ?
    AND ((status = 'scheduled' AND starts_at > ?) OR settlement IN ('open', 'pending', 'declined'))
ORDER BY starts_at, id
"""
END = """
UPDATE practice_core_relationships
SET status = 'ended', ended_at = ?, end_reason = 'migrated', ended_by = ?, successor_id = ?,
    version = version + 1, journal_number = ?, journal_digest = ?
WHERE practice_id = ? AND id = ? AND version = ?
"""
OPEN = """
INSERT INTO practice_core_relationships (practice_id, id, therapist_id, attendee_id, payer_id, status, opened_at, fee,
    fee_currency, predecessor_id, awaits_agreement, version, journal_number, journal_digest)
VALUES (?, ?, ?, ?, ?, 'active', ?, ?, ?, ?, ?, 1, ?, ?)
"""
USE_UP = """
UPDATE practice_core_requests SET status = 'confirmed', closed_at = ?, version = version + 1
WHERE practice_id = ? AND id = ? AND version = ?
"""


def confirm(database: Database, therapist_id: str, relationship_id: str, attendee_id: str, *, key: str) -> None:
    now, actor, name = NOW, f"therapist:{therapist_id}", key_id("confirm", key)
    at = database.held(now)
    with database.transaction():
        (row,) = database.rows(OF_CASE, (name, PRACTICE, relationship_id), "FOR UPDATE OF r FOR SHARE OF a, b")
        zone, currency, policy_text, used_at = row[:4]
        therapist, attendee, payer, status, opened_at, fee, fee_currency, version, number, digest = row[4:14]
        given_name, family_name, email, phone, born, language, exp_year, exp_month = row[14:22]
        payer_email, payer_language, own_id = row[22:]
        rules.key_unused(None if used_at is None else database.moment(used_at), now)
        pending = database.rows(PENDING, (PRACTICE, relationship_id), "FOR UPDATE")
        sessions = database.rows(TO_COME_OR_OWED, (PRACTICE, relationship_id, at))
        request_id = rules.chosen_request([(*one[:3], database.moment(one[3])) for one in pending], attendee_id, now)
        accepted_at, channel, request_version = next(one[4:] for one in pending if one[0] == request_id)
        card_good = rules.card_good_on(exp_year, exp_month, rules.local_date(now, zone))
        details = {
            "given_name": given_name,
            "family_name": family_name,
            "email": email,
            "phone": phone,
            "date_of_birth": None if born is None else database.day(born),
        }
        rules.may_confirm(
            actor_id=therapist_id,
            therapist_id=therapist,
            attendee_id=attendee,
            payer_id=payer,
            status=status,
            opened_at=database.moment(opened_at),
            requested_by=attendee_id,
            accepted=accepted_at is not None,
            details=details,
            payer_email=payer_email,
            card_good=card_good,
            policy=rules.policy_of(policy_text),
            zone=zone,
            now=now,
        )
        rules.none_of_their_own(own_id)
        rules.nothing_to_look_at_again(one[4] for one in sessions if one[1] > at)
        to_come = [one[0] for one in sessions if one[3] == "scheduled" and one[1] > at]
        owed = [one for one in sessions if one[4] in rules.UNSETTLED and one[1] <= at]

        opened_id = new_id()
        ended = entry(
            PRACTICE,
            ("relationship", relationship_id, number, digest),
            "migrated",
            {"successor_id": opened_id, "request_id": request_id, "sessions_to_rebook": to_come},
            at=now,
            held_at=at,
            actor=actor,
            requested_by=attendee_id,
            note=channel,
        )
        opened = entry(
            PRACTICE,
            ("relationship", opened_id, 0, ""),
            "opened_by_migration",
            {"predecessor_id": relationship_id, "awaits_agreement": False},
            at=now,
            held_at=at,
            actor=actor,
            requested_by=attendee_id,
        )
        about = f"relationship:{relationship_id}"
        kind = "yours_to_pay" if card_good else "add_card"
        yours = notice(PRACTICE, kind, (f"client:{attendee}", language), about, {"successor_id": opened_id}, at=at)
        facts = {
            "owed": sum(one[2] for one in owed),
            "currency": currency,
            "owed_for": [one[0] for one in owed],
            "no_longer_theirs": to_come,
        }
        whom = (f"client:{payer}", payer_language)
        former = notice(PRACTICE, "no_longer_yours_to_pay", whom, about, facts, at=at)

        chained = (ended["number"], ended["digest"])
        changed = database.write(END, (at, actor, opened_id, *chained, PRACTICE, relationship_id, version))
        new = (PRACTICE, opened_id, therapist, attendee, attendee, at, fee, fee_currency, relationship_id, False)
        database.write(OPEN, (*new, opened["number"], opened["digest"]))
        changed += database.write(USE_UP, (at, PRACTICE, request_id, request_version))
        if changed != 2:
            raise rules.StaleError
        database.write(TWO_NOTICES, (*yours.values(), *former.values()))
        database.write(TWO_ENTRIES, (*ended.values(), *opened.values()))
        mark = fingerprint("confirm", key, actor, relationship_id, attendee_id)
        database.write(KEY, (PRACTICE, name, mark, json.dumps([relationship_id, opened_id, *to_come]), at))
