"""The migration itself, and handing over: everything that changes when somebody else pays (M7 to M9, M13)."""

from __future__ import annotations

from datetime import date, datetime

import attrs

from . import notice
from .case import Case
from .charging import looked_at_again
from .client import Client, Details
from .errors import AlreadyPayer, NotThirdParty, RelationshipEnded
from .migration_request import MigrationRequest, RequestStatus, recorded
from .occasion import Deed, Occasion
from .relationship import MIGRATED, TRANSFERRED, Relationship
from .reviews import aged, aged_anew
from .seal import NO_SEAL, Seal
from .session import Session, charged_under, seen
from .verdict import Wish, missing_details, refusals

_HOPELESS = (RelationshipEnded, NotThirdParty, AlreadyPayer)


@attrs.frozen(kw_only=True)
class MigrationPreview:
    """What confirming would answer, with nothing written (M9).

    `refusals` are codes, the first being the one that confirming raises. Age, details and card are those of whoever is
    to pay; `eligible_on` is a date in the practice's zone, there only while they are under age.
    """

    relationship_id: str
    allowed: bool
    refusals: tuple[str, ...]
    eligible_on: date | None = attrs.field(repr=False)
    missing_details: tuple[str, ...]
    card_on_file: bool
    sessions_to_rebook: tuple[str, ...]


@attrs.frozen(kw_only=True)
class Migration:
    """The old relationship and the new one, each naming the other, and the sessions that need rebooking (M7, M8)."""

    ended: Relationship
    opened: Relationship
    sessions_to_rebook: tuple[Session, ...]


def preview(case: Case, wish: Wish, details: Details, at: datetime) -> MigrationPreview:
    """M9: the verdict that `confirm` acts on, and what a therapist wants to know beside it."""
    refused = tuple(refusals(case, wish, details, at))
    today = case.practice.local_date(at)
    about_more = not (refused and isinstance(refused[0], _HOPELESS))
    policy = case.practice.policy
    new_payer = case.clients[wish.new_payer_id]
    if not new_payer.conflicts(details):
        new_payer = new_payer.filled(details)
    young = about_more and new_payer.known_under_age(policy, today)
    return MigrationPreview(
        relationship_id=case.relationship.id,
        allowed=not refused,
        refusals=tuple(refusal.code for refusal in refused),
        eligible_on=new_payer.old_enough_on(policy) if young else None,
        missing_details=missing_details(case, wish, new_payer) if about_more else (),
        card_on_file=new_payer.card_good_on(today),
        sessions_to_rebook=tuple(s.id for s in case.upcoming) if about_more else (),
    )


def confirm(
    case: Case, wish: Wish, details: Details, channel: str, occasion: Occasion, *, seal: Seal = NO_SEAL
) -> Deed[Migration]:
    """M7 and M13, all of it. Raises the first refusal that `preview` names."""
    for refusal in refusals(case, wish, details, occasion.at):
        raise refusal
    new_payer = case.clients[wish.new_payer_id].filled(details)
    filled = case.joined_by(new_payer)
    given = tuple(n for n in details if getattr(new_payer, n) != getattr(case.clients[new_payer.id], n))
    unasked = not (wish.requested_by == new_payer.id or wish.accepted or _asked_too(case, wish, occasion))
    opened, is_new = _successor(case, wish, occasion, awaits_agreement=unasked)
    agreed = opened.awaits_agreement and not unasked
    if agreed:
        # Asking to pay under the one they have already is agreeing to it.
        opened = attrs.evolve(opened, awaits_agreement=False)
    reason = TRANSFERRED if wish.hands_over else MIGRATED
    ended = case.relationship.closed(at=occasion.at, reason=reason, by=str(occasion.actor), successor_id=opened.id)
    if "date_of_birth" in given:
        # Otherwise it is in step with theirs (M11).
        ended = aged(ended, filled.attendee.date_of_birth, case.practice)
    if ended.awaits_agreement != unasked:
        ended = attrs.evolve(ended, awaits_agreement=unasked)
    used, used_is_new = _used_up(case, wish, channel, occasion, seal)
    superseded = tuple(
        request.closed(RequestStatus.SUPERSEDED, at=occasion.at)
        for request in case.requests
        if request.id != used.id and request.pending(occasion.at)
    )
    # What the former payer still owes: held, or cancelled late, and not paid (C2).
    owed = tuple(record for record in case.unsettled if charged_under(record, ended))
    others = (one for one in case.attended if one.id not in (ended.id, opened.id))
    aged_too = aged_anew(others, new_payer.date_of_birth, case.practice)
    asked = wish.requested_by
    how = "transfer" if wish.hands_over else "migration"
    return Deed(
        answer=Migration(
            ended=ended,
            opened=opened,
            sessions_to_rebook=tuple(seen(s, ended, occasion.at) for s in case.upcoming),
        ),
        added=(
            *([opened] if is_new else []),
            *([used] if used_is_new else []),
            *notice.confirmed(
                occasion, filled, new_payer, successor_id=opened.id, owed=owed, awaiting=used.id if unasked else ""
            ),
        ),
        changed=(
            ended,
            *([opened] if agreed else []),
            *([new_payer] if given else []),
            *([] if used_is_new else [used]),
            *superseded,
            *aged_too,
            *looked_at_again(case, ended, occasion.at),
        ),
        # Whoever corrects the attendee's date of birth meanwhile must not overlook what is opened (M11).
        touched=((Client, case.attendee.id),) if is_new and wish.hands_over else (),
        entries=(
            *([occasion.entry(new_payer, "details_given", requested_by=asked, fields=given)] if given else []),
            *(occasion.entry(one, "attendee_age_set", requested_by=asked) for one in aged_too),
            *(occasion.entry(ended, "request_superseded", requested_by=asked, request_id=r.id) for r in superseded),
            occasion.entry(
                ended,
                reason,
                requested_by=asked,
                note=used.channel,
                successor_id=opened.id,
                request_id=used.id,
                sessions_to_rebook=tuple(s.id for s in case.upcoming),
            ),
            occasion.entry(
                opened,
                f"opened_by_{how}" if is_new else f"succeeded_by_{how}",
                {"payer_id": new_payer.id} if wish.hands_over else {},
                requested_by=asked,
                predecessor_id=ended.id,
                awaits_agreement=unasked,
            ),
        ),
    )


def _successor(case: Case, wish: Wish, occasion: Occasion, *, awaits_agreement: bool) -> tuple[Relationship, bool]:
    """The one that the new payer has already for that therapist and attendee, else a new one (M7)."""
    old = case.relationship
    for other in case.family:
        if not other.ended and other.payer_id == wish.new_payer_id:
            return other, False
    opened = Relationship(
        id=occasion.new_id("relationship"),
        practice_id=old.practice_id,
        therapist_id=old.therapist_id,
        attendee_id=old.attendee_id,
        payer_id=wish.new_payer_id,
        opened_at=occasion.at,
        fee=old.fee,
        predecessor_id=old.id,
        awaits_agreement=awaits_agreement,
    )
    return aged(opened, case.attendee.date_of_birth, case.practice), True


def _asked_too(case: Case, wish: Wish, occasion: Occasion) -> bool:
    """Whether the new payer has a pending request of their own: then they asked, whoever's is confirmed (S11)."""
    return any(
        request.requested_by == request.new_payer_id == wish.new_payer_id and request.pending(occasion.at)
        for request in case.requests
    )


def _used_up(case: Case, wish: Wish, channel: str, occasion: Occasion, seal: Seal) -> tuple[MigrationRequest, bool]:
    """The request this confirmation uses up, or the one it records on the spot (M10)."""
    if wish.request is not None:
        return wish.request.closed(RequestStatus.CONFIRMED, at=occasion.at), False
    fresh = recorded(
        case.practice,
        case.relationship.id,
        requested_by=wish.requested_by,
        new_payer_id=wish.new_payer_id,
        channel=channel,
        occasion=occasion,
        seal=seal,
    )
    return fresh.closed(RequestStatus.CONFIRMED, at=occasion.at), True
