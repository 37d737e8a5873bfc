"""What those who write their own SQL or models write, and with what: ids, digests, notices, journal entries, payments.

One place for all of them, so that their rows carry the same information and cost the same to make.
"""

from __future__ import annotations

import hashlib
import hmac
import json
import secrets
from collections.abc import Mapping
from datetime import datetime
from typing import Any, NamedTuple

from uuid_utils import uuid7

SYSTEM = "system:system"


class Payment(NamedTuple):
    """What a gateway is told."""

    key: str
    amount: int
    currency: str
    card: str | None
    account: str | None
    description: str


def pay(payment: Payment) -> str:
    """A gateway that says yes at once: its word for the payment."""
    return f"payment-{payment.key}"


def new_id() -> str:
    return str(uuid7())


def key_id(operation: str, key: str) -> str:
    """An idempotency key as it is kept (D1)."""
    return hashlib.sha256(f"{operation}\n{key}".encode()).hexdigest()


def fingerprint(operation: str, key: str, *said: str) -> str:
    """What was asked under that key (D1)."""
    return hmac.new(key.encode(), json.dumps([operation, *said]).encode(), hashlib.sha256).hexdigest()


def notice(
    practice_id: str, kind: str, whom: tuple[str, str], about: str, facts: Mapping[str, Any], *, at: Any
) -> dict[str, Any]:
    """By column. `whom`: addressee and language; `at`: as the database holds it."""
    addressee, language = whom
    return {
        "practice_id": practice_id,
        "id": new_id(),
        "kind": kind,
        "addressee": addressee,
        "language": language,
        "about": about,
        "facts": json.dumps(facts),
        "created_at": at,
        "state": "waiting",
        "due_at": at,
        "tries": 0,
        "waiting_since": at,
        "settled_at": None,
        "reason": "",
        "version": 1,
    }


def entry(
    practice_id: str,
    thing: tuple[str, str, int, str],
    what: str,
    facts: Mapping[str, Any],
    *,
    at: datetime,
    held_at: Any,
    actor: str,
    requested_by: str = "",
    note: str = "",
) -> dict[str, Any]:
    """The next entry of a thing's chain, by column (J1, J3).

    `thing`: kind and id, number and digest of the entry before; `held_at`: the instant as the database holds it.
    """
    kind, thing_id, number, previous = thing
    # With a salt nobody can guess a note that was erased (D3).
    salt = secrets.token_hex(16) if note else ""
    note_digest = hashlib.sha256(f"{salt}{note}".encode()).hexdigest() if note else ""
    said = {
        "practice": practice_id,
        "thing": f"{kind}:{thing_id}",
        "number": number + 1,
        "what": what,
        "actor": actor,
        "requested_by": requested_by,
        "at": at.strftime("%Y-%m-%dT%H:%M:%S.%fZ"),
        "facts": facts,
        "note": note_digest,
        "previous": previous,
    }
    encoded = json.dumps(said, sort_keys=True, separators=(",", ":"))
    return {
        "practice_id": practice_id,
        "kind": kind,
        "thing_id": thing_id,
        "number": number + 1,
        "what": what,
        "actor": actor,
        "requested_by": requested_by,
        "at": held_at,
        "facts": json.dumps(facts),
        "note": note,
        "note_salt": salt,
        "note_digest": note_digest,
        "previous": previous,
        "digest": hashlib.sha256(encoded.encode()).hexdigest(),
    }


def appointment(starts_at: datetime, ends_at: datetime, sequence: int, prefix: str = "") -> dict[str, Any]:
    """What a calendar needs to know of a session (N3)."""
    return {
        f"{prefix}starts_at": starts_at.isoformat(),
        f"{prefix}ends_at": ends_at.isoformat(),
        f"{prefix}sequence": sequence,
    }
