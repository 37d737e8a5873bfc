"""What each kind of error becomes, for whoever asked."""

from __future__ import annotations

from datetime import date

import pytest
from examples.problem_details import headers_of, problem_of, status_of

from practice_core import (
    AlreadyExists,
    Conflict,
    IdempotencyConflict,
    Invalid,
    NotAllowed,
    NotFound,
    PracticeError,
    RequestNotPending,
    Unavailable,
    UnderMinimumAge,
)


@pytest.mark.parametrize(
    ("error", "status", "again"),
    [
        (NotFound("relationship", "r1"), 404, False),
        (NotAllowed("migrations.confirm"), 403, False),
        (UnderMinimumAge(date(2027, 1, 9)), 409, False),
        (AlreadyExists("client", "lena"), 409, False),
        (IdempotencyConflict(), 422, False),
        (Invalid("details", "takes only these"), 400, False),
        (Conflict(), 503, True),
        (Unavailable("database", "timed out", outcome="unknown"), 503, True),
        (PracticeError(), 500, False),
    ],
    ids=lambda value: value.code if isinstance(value, PracticeError) else None,
)
def test_every_kind_has_its_status_and_says_whether_to_try_again(
    error: PracticeError, status: int, again: bool
) -> None:
    assert (status, again) == (status_of(error), "Retry-After" in headers_of(error))


def test_what_an_error_knows_is_told_in_plain_json() -> None:
    """M3: the refusal carries the first date on which they will be old enough."""
    told = problem_of(UnderMinimumAge(date(2027, 1, 9)))
    assert ("M3", "2027-01-09") == (told["rule"], told["eligible_on"])


def test_a_member_of_the_standard_is_never_something_else() -> None:
    """Of a request that was declined, `status` is that of the answer."""
    told = problem_of(RequestNotPending("declined"))
    assert (409, "This request is not pending: it is declined.") == (told["status"], told["detail"])
