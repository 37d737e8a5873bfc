"""Write a large practice file, to see what an import costs.

    python benchmarks/large_practice.py FILE --clients 100000

gives 100,000 clients, as many relationships and five times as many sessions; the same file every time. The
people are invented, at addresses that end in `.example`. Then, for time and peak memory:

    /usr/bin/time -v practice-core --database sqlite:///large.db import FILE
"""

from __future__ import annotations

import argparse
import json
import random
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime, timedelta, timezone
from pathlib import Path
from typing import TextIO

CLIENTS_PER_THERAPIST = 250
SESSIONS_PER_RELATIONSHIP = 5
SESSIONS_PER_DAY = 8
LONDON_IN_WINTER = timezone(timedelta(0))
FIRST_DAY = datetime(2025, 11, 3, 9, tzinfo=LONDON_IN_WINTER)
TODAY = datetime(2026, 3, 1, tzinfo=LONDON_IN_WINTER)
GIVEN = ("Ada", "Bela", "Cora", "Dov", "Esme", "Finn", "Gwen", "Hugo", "Ines", "Jon", "Kaja", "Leo", "Mira", "Nils")
FAMILY = ("Ashdown", "Birk", "Carrow", "Dunmore", "Elster", "Farrow", "Grove", "Hollis", "Imber", "Jessop", "Kell")

Item = Mapping[str, object]


def therapists(clients: int) -> Iterator[Item]:
    for number in range(_therapists(clients)):
        yield {"id": f"t{number}", "name": f"Therapist {number}", "email": f"therapist{number}@practice.example"}


def people(clients: int, dice: random.Random) -> Iterator[Item]:
    for number in range(clients):
        born = date(1950, 1, 1) + timedelta(days=dice.randrange(365 * 65))
        yield {
            "id": f"c{number}",
            "given_name": dice.choice(GIVEN),
            "family_name": dice.choice(FAMILY),
            "email": f"client{number}@people.example" if dice.random() < 0.95 else None,
            "phone": f"+44 20 7946 {number % 1000:04}" if dice.random() < 0.9 else None,
            "date_of_birth": born.isoformat() if dice.random() < 0.9 else None,
            "language": "en-GB",
            "card": _card(number, dice) if dice.random() < 0.7 else None,
        }


def relationships(clients: int, dice: random.Random) -> Iterator[Item]:
    """Client `n` attends relationship `n`; two of three are paid for by the neighbour."""
    for number in range(clients):
        opened = FIRST_DAY - timedelta(days=dice.randrange(1, 2000))
        ended = dice.random() < 0.1
        yield {
            "id": f"r{number}",
            "therapist_id": f"t{number % _therapists(clients)}",
            "attendee_id": f"c{number}",
            "payer_id": f"c{number if number % 3 == 0 else (number + 1) % clients}",
            "opened_at": opened.isoformat(),
            "fee": dice.choice((4500, 6000, 8000, None)),
            "status": "ended" if ended else "active",
            "ended_at": TODAY.isoformat() if ended else None,
            "end_reason": "finished" if ended else None,
        }


def sessions(clients: int, dice: random.Random) -> Iterator[Item]:
    """Every therapist's days are full, one session an hour."""
    for number in range(clients * SESSIONS_PER_RELATIONSHIP):
        relationship, which = divmod(number, SESSIONS_PER_RELATIONSHIP)
        slot = relationship // _therapists(clients) * SESSIONS_PER_RELATIONSHIP + which
        day, hour = divmod(slot, SESSIONS_PER_DAY)
        starts_at = FIRST_DAY + timedelta(days=day, hours=hour)
        past = starts_at < TODAY
        yield {
            "id": f"s{number}",
            "relationship_id": f"r{relationship}",
            "starts_at": starts_at.isoformat(),
            "minutes": dice.choice((30, 50, 60)),
            "price": dice.choice((0, 4500, 6000, 8000)),
            "status": dice.choice(("attended", "attended", "cancelled", "no_show")) if past else "scheduled",
            "paid": past and dice.random() < 0.8,
        }


def write(file: TextIO, clients: int) -> None:
    """The whole file, an item at a time."""
    dice = random.Random(1)
    practice = {"id": "large", "name": "A large practice", "time_zone": "Europe/London", "currency": "GBP"}
    file.write(f'{{"practice": {json.dumps(practice)}')
    _section(file, "therapists", therapists(clients))
    _section(file, "clients", people(clients, dice))
    _section(file, "relationships", relationships(clients, dice))
    _section(file, "sessions", sessions(clients, dice))
    file.write("}\n")


def _section(file: TextIO, name: str, items: Iterable[Item]) -> None:
    file.write(f',\n"{name}": [')
    for number, item in enumerate(items):
        file.write(",\n" if number else "\n")
        file.write(json.dumps(item))
    file.write("]")


def _card(number: int, dice: random.Random) -> Item:
    return {
        "reference": f"pm_{number}",
        "brand": dice.choice(("visa", "mastercard")),
        "last4": f"{number % 10_000:04}",
        "exp_month": dice.randint(1, 12),
        "exp_year": dice.randint(2025, 2030),
    }


def _therapists(clients: int) -> int:
    return max(1, clients // CLIENTS_PER_THERAPIST)


def main() -> None:
    parser = argparse.ArgumentParser(description="Write a large, made-up practice file.")
    parser.add_argument("file", type=Path)
    parser.add_argument("--clients", type=int, default=100_000)
    given = parser.parse_args()
    with given.file.open("w", encoding="utf-8") as file:
        write(file, given.clients)


if __name__ == "__main__":
    main()
