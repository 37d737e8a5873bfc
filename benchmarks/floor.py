"""The floor: SQL written by hand, one statement a step, a transaction around what belongs together.

The statements are the same for both databases; how each takes parameters, locks and instants is told by the two
modules beside this one. Rows that a decision relies on are locked before it, where a database locks rows.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from contextlib import AbstractContextManager
from datetime import date, datetime
from typing import Any

from . import rules
from .contestants import CHARGED_AT_ONCE
from .gateway import AtOnce
from .practice import NOW, PRACTICE

OF_CASE = """
SELECT p.time_zone, p.currency, p.policy, k.fingerprint, k.used_at,
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
SELECT id, requested_by, expires_at, accepted_at, channel, version FROM practice_core_requests
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
OF_SESSION = """
SELECT p.time_zone, p.policy, p.language, k.fingerprint, k.used_at,
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
SET settlement = 'pending', due_work = 'settle', due_at = ?, version = version + 1, journal_number = ?, journal_digest = ?
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
NOTICE = """
INSERT INTO practice_core_notices (practice_id, id, kind, addressee, language, about, facts, created_at, state, due_at,
    tries, waiting_since, settled_at, reason, version)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
"""
ENTRY = """
INSERT INTO practice_core_journal (practice_id, kind, thing_id, number, what, actor, requested_by, at, facts, note,
    previous, digest)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
"""
KEY = """
INSERT INTO practice_core_keys (practice_id, id, fingerprint, answer, used_at, version) VALUES (?, ?, ?, ?, ?, 1)
"""
TWO_NOTICES = NOTICE + ", (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
TWO_ENTRIES = ENTRY + ", (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"


class Floor:
    """The three jobs, over what the two databases do differently."""

    def __init__(self) -> None:
        self._gateway = AtOnce()

    # What the databases do differently

    def transaction(self) -> AbstractContextManager[object]:
        raise NotImplementedError

    def rows(self, sql: str, values: Sequence[Any], lock: str = "") -> list[Any]:
        raise NotImplementedError

    def write(self, sql: str, values: Sequence[Any]) -> int:
        raise NotImplementedError

    def write_each(self, sql: str, values: list[tuple[Any, ...]]) -> int:
        raise NotImplementedError

    def held(self, instant: datetime) -> Any:
        raise NotImplementedError

    def moment(self, held: Any) -> datetime:
        raise NotImplementedError

    def day(self, held: Any) -> date:
        raise NotImplementedError

    def close(self) -> None:
        raise NotImplementedError

    # The jobs

    def confirm(self, therapist_id: str, relationship_id: str, attendee_id: str, key: str) -> None:
        now, actor, name = NOW, f"therapist:{therapist_id}", rules.key_id("confirm", key)
        at = self.held(now)
        with self.transaction():
            (row,) = self.rows(OF_CASE, (name, PRACTICE, relationship_id), "FOR UPDATE OF r FOR SHARE OF a, b")
            zone, currency, policy_text, used, used_at = row[:5]
            therapist, attendee, payer, status, opened_at, fee, fee_currency, version, number, digest = row[5:15]
            given_name, family_name, email, phone, born, language, exp_year, exp_month = row[15:23]
            payer_email, payer_language, own_id = row[23:]
            rules.key_unused(used, None if used_at is None else self.moment(used_at), now)
            pending = self.rows(PENDING, (PRACTICE, relationship_id), "FOR UPDATE")
            sessions = self.rows(TO_COME_OR_OWED, (PRACTICE, relationship_id, at))
            request_id = rules.chosen_request([(one[0], one[1], self.moment(one[2])) for one in pending], attendee_id, now)
            accepted_at, channel, request_version = next(one[3:] for one in pending if one[0] == request_id)
            policy = rules.policy_of(policy_text)
            card_good = rules.card_good_on(exp_year, exp_month, rules.local_date(now, zone))
            details = {
                "given_name": given_name,
                "family_name": family_name,
                "email": email,
                "phone": phone,
                "date_of_birth": None if born is None else self.day(born),
            }
            rules.may_confirm(
                actor_id=therapist_id,
                therapist_id=therapist,
                attendee_id=attendee,
                payer_id=payer,
                status=status,
                opened_at=self.moment(opened_at),
                requested_by=attendee_id,
                accepted=accepted_at is not None,
                details=details,
                payer_email=payer_email,
                card_good=card_good,
                policy=policy,
                zone=zone,
                now=now,
            )
            rules.none_of_their_own(own_id)
            to_come = [one[0] for one in sessions if one[3] == "scheduled" and one[1] > at]
            owed = [one for one in sessions if one[4] in rules.UNSETTLED and one[1] <= at]
            rules.nothing_to_look_at_again(one[4] for one in sessions if one[1] > at)
            opened_id = rules.new_id()
            said = {"successor_id": opened_id, "request_id": request_id, "sessions_to_rebook": to_come}
            ended = rules.entry(
                PRACTICE,
                ("relationship", relationship_id),
                (number, digest),
                "migrated",
                said,
                now,
                at,
                actor=actor,
                requested_by=attendee_id,
                note=channel,
            )
            opened = rules.entry(
                PRACTICE,
                ("relationship", opened_id),
                (0, ""),
                "opened_by_migration",
                {"predecessor_id": relationship_id, "awaits_agreement": False},
                now,
                at,
                actor=actor,
                requested_by=attendee_id,
            )
            about = f"relationship:{relationship_id}"
            kind = "yours_to_pay" if card_good else "add_card"
            told = rules.notice(PRACTICE, kind, f"client:{attendee}", language, about, {"successor_id": opened_id}, at)
            facts = {
                "owed": sum(one[2] for one in owed),
                "currency": currency,
                "owed_for": [one[0] for one in owed],
                "no_longer_theirs": to_come,
            }
            former = rules.notice(
                PRACTICE, "no_longer_yours_to_pay", f"client:{payer}", payer_language, about, facts, at
            )
            chained = (ended["number"], ended["digest"])
            changed = self.write(END, (at, actor, opened_id, *chained, PRACTICE, relationship_id, version))
            new = (PRACTICE, opened_id, therapist, attendee, attendee, at, fee, fee_currency, relationship_id, False)
            self.write(OPEN, (*new, opened["number"], opened["digest"]))
            changed += self.write(USE_UP, (at, PRACTICE, request_id, request_version))
            if changed != 2:
                raise rules.StaleError
            self.write(TWO_NOTICES, (*told.values(), *former.values()))
            self.write(TWO_ENTRIES, (*ended.values(), *opened.values()))
            answer = json.dumps([relationship_id, opened_id, *to_come])
            mark = rules.fingerprint("confirm", key, actor, relationship_id, attendee_id)
            self.write(KEY, (PRACTICE, name, mark, answer, at))

    def rebook(self, therapist_id: str, session_id: str, key: str) -> None:
        now, actor, name = NOW, f"therapist:{therapist_id}", rules.key_id("rebook", key)
        at = self.held(now)
        with self.transaction():
            (row,) = self.rows(OF_SESSION, (name, PRACTICE, session_id), "FOR UPDATE OF s, r FOR SHARE OF a")
            zone, policy_text, practice_language, used, used_at = row[:5]
            relationship_id, therapist, attendee, held_start, held_end, price, currency, status = row[5:13]
            settlement, due_work, sequence, version, number, digest = row[13:19]
            end_reason, successor_id, awaits_agreement, language = row[19:]
            rules.key_unused(used, None if used_at is None else self.moment(used_at), now)
            starts_at, ends_at = self.moment(held_start), self.moment(held_end)
            rules.may_rebook(
                actor_id=therapist_id,
                therapist_id=therapist,
                status=status,
                starts_at=starts_at,
                end_reason=end_reason,
                now=now,
            )
            found = self.rows(FAMILY, (PRACTICE, therapist, attendee), "FOR UPDATE OF f FOR SHARE OF c")
            family = {one[0]: one for one in found}
            under = rules.heir(successor_id, {one[0]: (one[1], one[2]) for one in found})
            _, _, _, awaits, payer, born, exp_year, exp_month = family[under]
            policy = rules.policy_of(policy_text)
            rules.payable(
                awaits_agreement=bool(awaits_agreement or awaits),
                born=None if born is None else self.day(born),
                card=(exp_year, exp_month),
                price=price,
                starts_at=starts_at,
                policy=policy,
                zone=zone,
                now=now,
            )
            due_at = self.held(max(now, starts_at - policy["charge_lead_hours"] * rules.HOURS))
            left = rules.unwound(settlement, due_work)
            fresh_id = rules.new_id()
            old = rules.entry(
                PRACTICE,
                ("session", session_id),
                (number, digest),
                "rebooked",
                {"rebooked_as": fresh_id},
                now,
                at,
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
            booked = rules.entry(PRACTICE, ("session", fresh_id), (0, ""), "booked", said, now, at, actor=actor)
            facts = {
                **rules.appointment(starts_at, ends_at, 0),
                "rebooked_from": session_id,
                **rules.appointment(starts_at, ends_at, sequence + 1, "before_"),
            }
            about = f"session:{fresh_id}"
            told = [(f"client:{attendee}", language), (f"therapist:{therapist}", practice_language)]
            rules.same_payer(attendee, payer)
            notices = [rules.notice(PRACTICE, "session_rebooked", *whom, about, facts, at) for whom in told]
            freed = (left, fresh_id, at, sequence + 1, old["number"], old["digest"])
            if self.write(CALL_OFF, (*freed, PRACTICE, session_id, version)) != 1:
                raise rules.StaleError
            new = (PRACTICE, fresh_id, under, therapist, attendee, payer, held_start, held_end, price, currency, at)
            owed = ("open", "charge", due_at) if price else ("nothing", None, None)
            self.write(BOOK, (*new, due_at, *owed, session_id, False, booked["number"], booked["digest"]))
            self.write(COUNT_IN_BOTH, (PRACTICE, relationship_id, under))
            self.write(COUNT_IN_CALENDAR, (PRACTICE, therapist))
            self.write(TWO_NOTICES, [value for one in notices for value in one.values()])
            self.write(TWO_ENTRIES, (*old.values(), *booked.values()))
            mark = rules.fingerprint("rebook", key, actor, session_id)
            self.write(KEY, (PRACTICE, name, mark, json.dumps([fresh_id]), at))

    def charge(self) -> int:
        now = NOW
        paid = 0
        for (practice_id,) in self.rows(WHERE_DUE, (self.held(now),)):
            asked = self._put_on_record(practice_id, now)
            # Outside any transaction, under the attempt's own key (C4).
            answers = {attempt_id: self._gateway.pay(*told) for attempt_id, told in asked.items()}
            paid += self._keep(practice_id, answers, now)
        return paid

    def _put_on_record(self, practice_id: str, now: datetime) -> dict[str, tuple[Any, ...]]:
        at, later = self.held(now), self.held(now + rules.PATIENCE)
        attempts, sessions, entries = [], [], []
        asked: dict[str, tuple[Any, ...]] = {}
        with self.transaction():
            due = self.rows(DUE, (practice_id, at, CHARGED_AT_ONCE), "FOR UPDATE OF s SKIP LOCKED")
            tried = self.rows(_several(TRIED, due), (practice_id, *(one[0] for one in due)))
            before = {one[0] for one in tried}
            for row in due:
                session_id, relationship_id, therapist, payer, held_start, price, currency, due_at = row[:8]
                settlement, version, number, digest, ended_at, card, account, name, zone = row[8:]
                starts_at = self.moment(held_start)
                rules.charge_due(
                    settlement=settlement,
                    starts_at=starts_at,
                    ended_at=None if ended_at is None else self.moment(ended_at),
                    due_at=self.moment(due_at),
                    tried=session_id in before,
                    card=card,
                    now=now,
                )
                attempt_id = rules.new_id()
                said = {"attempt_id": attempt_id, "amount": price, "currency": currency}
                thing = ("session", session_id)
                entry = rules.entry(
                    practice_id, thing, (number, digest), "charge_attempted", said, now, at, actor=rules.SYSTEM
                )
                description = f"{name}, {rules.local_date(starts_at, zone)}"
                asked[attempt_id] = (f"{practice_id}/{attempt_id}", price, currency, card, account, description)
                of = (session_id, relationship_id, therapist, payer, price, currency, description, card, account)
                attempts.append((practice_id, attempt_id, *of, at, False))
                sessions.append((later, entry["number"], entry["digest"], practice_id, session_id, version))
                entries.append(tuple(entry.values()))
            self.write_each(ATTEMPT, attempts)
            if self.write_each(AWAIT, sessions) != len(sessions):
                raise rules.StaleError
            self.write_each(ENTRY, entries)
        return asked

    def _keep(self, practice_id: str, answers: dict[str, str], now: datetime) -> int:
        at = self.held(now)
        attempts, sessions, notices, entries = [], [], [], []
        with self.transaction():
            for row in self.rows(_several(ASKED, answers), (practice_id, *answers), "FOR UPDATE OF a, s"):
                attempt_id, status, amount, currency, version, session_id, payer, held_start, held_end = row[:9]
                sequence, settlement, session_version, number, digest, ended_at, language = row[9:]
                starts_at, ends_at = self.moment(held_start), self.moment(held_end)
                rules.still_owed(
                    settlement=settlement,
                    starts_at=starts_at,
                    ended_at=None if ended_at is None else self.moment(ended_at),
                    attempt_status=status,
                )
                said = {"attempt_id": attempt_id, "amount": amount, "currency": currency}
                entry = rules.entry(
                    practice_id, ("session", session_id), (number, digest), "charged", said, now, at, actor=rules.SYSTEM
                )
                facts = {**said, "reason": None, **rules.appointment(starts_at, ends_at, sequence)}
                about = f"session:{session_id}"
                notice = rules.notice(practice_id, "charge_paid", f"client:{payer}", language, about, facts, at)
                attempts.append((answers[attempt_id], at, practice_id, attempt_id, version))
                sessions.append((entry["number"], entry["digest"], practice_id, session_id, session_version))
                notices.append(tuple(notice.values()))
                entries.append(tuple(entry.values()))
            changed = self.write_each(TAKEN, attempts) + self.write_each(PAY, sessions)
            if changed != 2 * len(answers):
                raise rules.StaleError
            self.write_each(NOTICE, notices)
            self.write_each(ENTRY, entries)
        return len(answers)


def _several(sql: str, of: Iterable[object]) -> str:
    return sql.format(several=", ".join("?" for _ in of) or "NULL")
