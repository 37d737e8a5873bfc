"""Which notice follows what, and to whom: table N of the rules, read row by row.

A notice names its addressee, not an address: that is looked up when it is delivered (N1).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING

import attrs

from .attempt import Attempt, AttemptKind, AttemptStatus
from .journal import Fact

if TYPE_CHECKING:
    from .case import Case
    from .occasion import Occasion


class NoticeKind(StrEnum):
    MIGRATION_REQUESTED = "migration_requested"
    ADD_CARD = "add_card"
    YOURS_TO_PAY = "yours_to_pay"
    NO_LONGER_YOURS_TO_PAY = "no_longer_yours_to_pay"
    REQUEST_DECLINED = "request_declined"
    CLIENT_CAN_BE_BOOKED = "client_can_be_booked"
    SESSION_BOOKED = "session_booked"
    SESSION_MOVED = "session_moved"
    SESSION_CANCELLED = "session_cancelled"
    SESSION_REBOOKED = "session_rebooked"
    REQUEST_EXPIRED = "request_expired"
    CHARGE_PAID = "charge_paid"
    CHARGE_DECLINED = "charge_declined"
    AUTHENTICATION_NEEDED = "authentication_needed"
    UNPAID_SESSION_CANCELLED = "unpaid_session_cancelled"
    REFUND_MADE = "refund_made"


class NoticeState(StrEnum):
    WAITING = "waiting"
    DELIVERED = "delivered"


@attrs.frozen(kw_only=True)
class Notice:
    """Stored in the transaction of what it announces, delivered afterwards (N1).

    `addressee` is ``client:ID`` or ``therapist:ID``, `about` the thing it concerns, as the journal names it.
    """

    id: str
    practice_id: str
    kind: NoticeKind
    addressee: str
    about: str
    facts: Mapping[str, Fact] = attrs.field(factory=dict)
    state: NoticeState = NoticeState.WAITING
    created_at: datetime


def requested(occasion: Occasion, case: Case, *, asked: str, request_id: str) -> tuple[Notice, ...]:
    """*Migration requested*: to the one of the two who did not ask, and to the therapist."""
    other = case.payer.id if asked == case.attendee.id else case.attendee.id
    return _notices(
        occasion,
        case,
        NoticeKind.MIGRATION_REQUESTED,
        [f"client:{other}", f"therapist:{case.relationship.therapist_id}"],
        request_id=request_id,
    )


def confirmed(
    occasion: Occasion, case: Case, *, successor_id: str, owed: int, owed_for: tuple[str, ...]
) -> tuple[Notice, ...]:
    """*Migration confirmed*: the attendee by whether a card is on file; the former payer either way (M7)."""
    day = case.practice.local_date(occasion.at)
    kind = NoticeKind.YOURS_TO_PAY if case.attendee.card_good_on(day) else NoticeKind.ADD_CARD
    return _notices(occasion, case, kind, [f"client:{case.attendee.id}"], successor_id=successor_id) + _notices(
        occasion,
        case,
        NoticeKind.NO_LONGER_YOURS_TO_PAY,
        [f"client:{case.payer.id}"],
        owed=owed,
        owed_for=owed_for,
        no_longer_theirs=tuple(session.id for session in case.upcoming),
    )


def declined(occasion: Occasion, case: Case, *, asked: str, request_id: str) -> tuple[Notice, ...]:
    """*Request declined*: to whoever asked."""
    return _notices(occasion, case, NoticeKind.REQUEST_DECLINED, [f"client:{asked}"], request_id=request_id)


def expired(occasion: Occasion, case: Case, *, asked: str, request_id: str) -> tuple[Notice, ...]:
    """*Request expired*: to whoever asked."""
    return _notices(occasion, case, NoticeKind.REQUEST_EXPIRED, [f"client:{asked}"], request_id=request_id)


def about_money(occasion: Occasion, case: Case, attempt: Attempt) -> tuple[Notice, ...]:
    """*Charge paid, declined, authentication needed, refund made*: to whoever pays; of a decline the therapist too."""
    to = [f"client:{attempt.payer_id}"]
    match attempt.kind, attempt.status:
        case AttemptKind.CHARGE, AttemptStatus.PAID:
            kind = NoticeKind.CHARGE_PAID
        case AttemptKind.CHARGE, AttemptStatus.DECLINED:
            kind = NoticeKind.CHARGE_DECLINED
            to.append(f"therapist:{attempt.therapist_id}")
        case AttemptKind.CHARGE, AttemptStatus.AUTHENTICATION_NEEDED:
            kind = NoticeKind.AUTHENTICATION_NEEDED
        case AttemptKind.REFUND, AttemptStatus.PAID:
            kind = NoticeKind.REFUND_MADE
        case _:
            return ()
    return _notices(
        occasion,
        case,
        kind,
        to,
        about=f"session:{attempt.session_id}",
        attempt_id=attempt.id,
        amount=attempt.amount.minor_units,
        currency=attempt.amount.currency,
        reason=attempt.reason,
    )


def about_session(
    occasion: Occasion, case: Case, kind: NoticeKind, *, session_id: str, **facts: Fact
) -> tuple[Notice, ...]:
    """*Session booked, moved, cancelled, rebooked*: attendee, therapist, and who else is still the payer."""
    to = [f"client:{case.attendee.id}"]
    if not case.relationship.ended and case.payer.id != case.attendee.id:
        to.append(f"client:{case.payer.id}")
    to.append(f"therapist:{case.relationship.therapist_id}")
    return _notices(occasion, case, kind, to, about=f"session:{session_id}", **facts)


def can_be_booked(occasion: Occasion, *, client_id: str, therapist_id: str) -> Notice:
    """*Card added after a migration*: to the therapist."""
    return _notice(
        occasion,
        NoticeKind.CLIENT_CAN_BE_BOOKED,
        f"therapist:{therapist_id}",
        f"client:{client_id}",
    )


def _notices(
    occasion: Occasion,
    case: Case,
    kind: NoticeKind,
    to: list[str],
    *,
    about: str = "",
    **facts: Fact,
) -> tuple[Notice, ...]:
    about = about or f"relationship:{case.relationship.id}"
    addressees = _without_minor(occasion, case, to)
    return tuple(_notice(occasion, kind, addressee, about, **facts) for addressee in addressees)


def _without_minor(occasion: Occasion, case: Case, to: list[str]) -> Iterator[str]:
    """N4: what would go to an attendee under age goes to the payer alone."""
    day = case.practice.local_date(occasion.at)
    minor = case.attendee.known_under_age(case.practice.policy, day)
    attendee, payer = f"client:{case.attendee.id}", f"client:{case.payer.id}"
    return iter(dict.fromkeys(payer if minor and name == attendee else name for name in to))


def _notice(occasion: Occasion, kind: NoticeKind, addressee: str, about: str, **facts: Fact) -> Notice:
    return Notice(
        id=occasion.new_id(f"{kind} {addressee} {about} {facts.get('attempt_id', '')}"),
        practice_id=occasion.actor.practice_id,
        kind=kind,
        addressee=addressee,
        about=about,
        facts=facts,
        created_at=occasion.at,
    )
