"""The SQL of the floor, the same for both databases but for the signs of parameters and the locks."""

from __future__ import annotations

NOTICE = """
INSERT INTO practice_core_notices (practice_id, id, kind, addressee, language, about, facts, created_at, state, due_at,
    tries, waiting_since, settled_at, reason, version)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
"""
ENTRY = """
INSERT INTO practice_core_journal (practice_id, kind, thing_id, number, what, actor, requested_by, at, facts, note,
    note_salt, note_digest, previous, digest)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
"""
KEY = """
INSERT INTO practice_core_keys (practice_id, id, fingerprint, answer, used_at, version) VALUES (?, ?, ?, ?, ?, 1)
"""
TWO_NOTICES = NOTICE + ", (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
TWO_ENTRIES = ENTRY + ", (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
