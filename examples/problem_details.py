"""What the core refuses, as problem details (RFC 9457): for any web framework.

The body is for the one who asked, and tells what they may see. It does not belong into a log: the first day on which
somebody is old enough tells their birthday (A4).
"""

from __future__ import annotations

from datetime import date

from practice_core import (
    AlreadyExists,
    Conflict,
    IdempotencyConflict,
    Invalid,
    NotAllowed,
    NotFound,
    PracticeError,
    Refused,
    Unavailable,
)

MEDIA_TYPE = "application/problem+json"
TYPES = "https://host.example/problems/"
"""Where the host explains its problems, a page for each code."""


def status_of(error: PracticeError) -> int:
    """Those in the 500s are worth sending again as they are, under the same idempotency key; the others are not."""
    match error:
        case NotFound():
            return 404
        case NotAllowed():
            return 403
        case Refused() | AlreadyExists():
            return 409
        case IdempotencyConflict():
            return 422
        case Invalid():
            return 400
        case Conflict() | Unavailable():
            return 503
        case _:
            return 500


def headers_of(error: PracticeError) -> dict[str, str]:
    return {"Retry-After": "2"} if isinstance(error, Conflict | Unavailable) else {}


def problem_of(error: PracticeError) -> dict[str, object]:
    """What the error knows, by its own names; the code and the rule; and the members of the standard.

    Where a name of the error's is one of those (a request that is not pending has a `status`), `detail` tells it.
    """
    known = {name: _plain(value) for name, value in vars(error).items() if not name.startswith("_")}
    return {
        **known,
        "type": TYPES + error.code,
        "title": error.code.replace("_", " ").capitalize(),
        "status": status_of(error),
        "detail": str(error),
        "code": error.code,
        **({"rule": error.rule} if isinstance(error, Refused) else {}),
    }


def _plain(value: object) -> object:
    return value.isoformat() if isinstance(value, date) else value
