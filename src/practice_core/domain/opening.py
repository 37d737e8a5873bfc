"""Opening, ending and restarting relationships (P1 to P6)."""

from __future__ import annotations

import attrs

from . import notice
from .case import Case
from .client import Client, not_erased, not_under_age
from .errors import UpcomingSessions
from .journal import Fact
from .migration_request import RequestStatus
from .money import Money
from .occasion import Deed, Occasion
from .practice import Practice
from .relationship import Relationship, only_one
from .reviews import aged
from .session import DueWork, charged_under


def open_relationship(case: Case, occasion: Occasion) -> Deed[Relationship]:
    """Open `case.relationship`, under P1 and P2, between people who are still known (D3)."""
    _all_known(case)
    opened = aged(case.relationship, case.attendee.date_of_birth, case.practice)
    not_under_age(case.payer, case.practice.policy, case.practice.local_date(occasion.at))
    only_one(opened, case.family)
    return Deed(
        answer=opened,
        added=(opened,),
        # Who corrects the attendee's date of birth meanwhile (M11), or erases either (D3), must not overlook it.
        touched=tuple((Client, client_id) for client_id in sorted({opened.attendee_id, opened.payer_id})),
        entries=(
            occasion.entry(
                opened,
                "opened",
                _fee(opened.fee),
                therapist_id=opened.therapist_id,
                attendee_id=opened.attendee_id,
                payer_id=opened.payer_id,
            ),
        ),
    )


def set_fee(case: Case, fee: Money | None, occasion: Occasion) -> Deed[Relationship]:
    """A fee for sessions booked afterwards, or none (P6)."""
    case.must_be_active(rule="P6")
    changed = attrs.evolve(case.relationship, fee=fee)
    return Deed(
        answer=changed,
        changed=(changed,),
        entries=(occasion.entry(changed, "fee_set", _fee(fee)),),
    )


def end(case: Case, *, reason: str, cancel_upcoming: bool, occasion: Occasion) -> Deed[Relationship]:
    """End it (P3). With sessions to come: `UpcomingSessions`, unless they are to be cancelled with it (P5)."""
    case.must_be_active(rule="P3")
    if case.upcoming and not cancel_upcoming:
        raise UpcomingSessions(tuple(session.id for session in case.upcoming))
    at = occasion.at
    ended = case.relationship.closed(at=at, reason=reason, by=str(occasion.actor))
    # The practice's own cancellations are never late (S6).
    cancelled = tuple(session.called_off(at=at, late=False) for session in case.upcoming)
    superseded = tuple(
        request.closed(RequestStatus.SUPERSEDED, at=at) for request in case.requests if request.pending(at)
    )
    return Deed(
        answer=ended,
        added=tuple(
            told
            for session in cancelled
            for told in notice.about_session(occasion, case, notice.NoticeKind.SESSION_CANCELLED, session)
        ),
        changed=(ended, *cancelled, *superseded),
        entries=(
            *(occasion.entry(session, "cancelled", late=False) for session in cancelled),
            *(occasion.entry(ended, "request_superseded", request_id=request.id) for request in superseded),
            occasion.entry(ended, "ended", note=reason),
        ),
    )


def restart(case: Case, occasion: Occasion) -> Deed[Relationship]:
    """Active again (P4), under P1 and P2, between people who are still known (D3)."""
    _all_known(case)
    restarted = case.relationship.restarted()
    not_under_age(case.payer, case.practice.policy, case.practice.local_date(occasion.at))
    only_one(restarted, case.family)
    return Deed(
        answer=restarted,
        changed=(
            restarted,
            # What nobody was charged for while it was ended falls due again (C2).
            *(
                record.next_due(DueWork.CHARGE, record.charge_due_at)
                for record in case.unsettled
                if not charged_under(record, case.relationship)
            ),
        ),
        entries=(occasion.entry(restarted, "restarted"),),
    )


def fresh_relationship(
    practice: Practice,
    occasion: Occasion,
    *,
    therapist_id: str,
    attendee_id: str,
    payer_id: str,
    fee: Money | None,
) -> Relationship:
    """A relationship as it is about to be opened."""
    return Relationship(
        id=occasion.new_id("relationship"),
        practice_id=practice.id,
        therapist_id=therapist_id,
        attendee_id=attendee_id,
        payer_id=payer_id,
        opened_at=occasion.at,
        fee=fee,
    )


def _all_known(case: Case) -> None:
    """Raises `ClientErased`."""
    for client in (case.attendee, case.payer):
        not_erased(client)


def _fee(fee: Money | None) -> dict[str, Fact]:
    if fee is None:
        return {"fee": None}
    return {"fee": fee.minor_units, "currency": fee.currency}
