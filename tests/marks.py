"""Personal data and secrets that are easy to find again wherever they turn up (A4).

A test that looks for them names them only: a traceback quotes its lines.
"""

from __future__ import annotations

import traceback
from datetime import date

from tests.values import SECRET, SIXTEEN_SOON

GIVEN, FAMILY, PHONE, BORN = "Zebediah", "Quillfeather", "+44 20 7946 0777", date(1987, 6, 5)
WORDS = "told us at the hospital"
CARD = "pm_entered"
# What stands in the URLs and settings of a deployment.
DATABASE_PASSWORD, MAIL_PASSWORD = "hunter2-of-the-database", "hunter2-of-the-mail"
STRIPE_KEY, WEBHOOK_SECRET = "sk_test_hunter2", "whsec_hunter2"

MARKS = (
    *(GIVEN, FAMILY, "@quux.example", PHONE.removeprefix("+"), WORDS),
    *("Theo Example", "theo@practice.example"),
    *(str(BORN), repr(BORN), str(SIXTEEN_SOON), repr(SIXTEEN_SOON)),
    # Cards, and what a gateway calls whom they belong to.
    *("pm_", "memory-alex", "cus_"),
    *(DATABASE_PASSWORD, MAIL_PASSWORD, STRIPE_KEY, WEBHOOK_SECRET, SECRET),
)


def details_of(name: str) -> dict[str, str]:
    return {"given_name": GIVEN, "family_name": FAMILY, "email": f"{name}@quux.example", "phone": PHONE}


def shown(*told: str) -> list[str]:
    """The marks that are in there."""
    text = "\n".join(told).casefold()
    return [mark for mark in MARKS if mark.casefold() in text]


def told_by(error: BaseException) -> str:
    """All that an error says, and what caused it or was being handled, as it would be logged."""
    return f"{error} {error!r} {''.join(traceback.format_exception(error))}"


def held_by(error: BaseException) -> str:
    """The same, and what a debugger would find behind it: also the errors that no traceback shows any more."""
    behind = [before for before in (error.__cause__, error.__context__) if before is not None]
    return told_by(error) + "".join(map(held_by, behind))
