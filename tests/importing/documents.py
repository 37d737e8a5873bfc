"""A small practice file in which everything is right, and ways to bend it."""

from __future__ import annotations

import io
import json
from typing import Any

Document = dict[str, Any]
LEFT_OUT = object()

SMALL: Document = {
    "practice": {"id": "p", "name": "Riverside", "time_zone": "Europe/London", "currency": "GBP", "policy": {}},
    "therapists": [
        {"id": "t1", "name": "Ines Molander", "email": "ines@riverside.example"},
        {"id": "t2", "name": "Jarl Tamm", "email": None},
    ],
    "clients": [
        {
            "id": name,
            "given_name": "Ilse",
            "family_name": "Varga",
            "email": f"{name}@people.example",
            "phone": None,
            "date_of_birth": "1990-01-31",
            "language": "en-GB",
            "card": {"reference": f"pm_{name}", "brand": "visa", "last4": "4242", "exp_month": 4, "exp_year": 2029},
        }
        for name in ("c1", "c2")
    ],
    "relationships": [
        {
            "id": "r1",
            "therapist_id": "t1",
            "attendee_id": "c1",
            "payer_id": "c2",
            "opened_at": "2024-05-01T09:00:00+01:00",
            "fee": 6000,
            "status": "ended",
            "ended_at": "2026-02-01T09:00:00+00:00",
            "end_reason": "migrated",
            "successor_id": "r2",
        },
        {
            "id": "r2",
            "therapist_id": "t1",
            "attendee_id": "c1",
            "payer_id": "c1",
            "opened_at": "2026-02-01T09:00:00+00:00",
            "fee": None,
            "status": "active",
            "ended_at": None,
            "end_reason": None,
            "successor_id": None,
        },
        {
            "id": "r3",
            "therapist_id": "t2",
            "attendee_id": "c1",
            "payer_id": "c2",
            "opened_at": "2025-01-01T09:00:00Z",
            "fee": 5000,
            "status": "active",
        },
    ],
    "sessions": [
        {
            "id": "s1",
            "relationship_id": "r1",
            "starts_at": "2026-12-01T10:00:00+00:00",
            "minutes": 50,
            "price": 6000,
            "status": "scheduled",
            "paid": True,
            "payment_reference": "pi_1",
        },
        {
            "id": "s2",
            "relationship_id": "r2",
            "starts_at": "2026-12-01T10:50:00Z",
            "minutes": 50,
            "price": 6000,
            "status": "scheduled",
            "paid": False,
        },
        {
            "id": "s3",
            "relationship_id": "r3",
            "starts_at": "2025-06-01T10:00:00+01:00",
            "minutes": 50,
            "price": 5000,
            "status": "attended",
            "paid": False,
        },
    ],
}


def as_file(document: Document | bytes) -> io.BytesIO:
    return io.BytesIO(document if isinstance(document, bytes) else json.dumps(document).encode())


def changed(document: Document, place: str, value: object) -> Document:
    """The document with another value at a place such as ``clients/0/card/brand``; `LEFT_OUT` leaves it out."""
    *way, last = [int(step) if step.isdigit() else step for step in place.split("/")]
    inner: Any = document
    for step in way:
        inner = inner[step]
    if value is LEFT_OUT:
        del inner[last]
    else:
        inner[last] = value
    return document
