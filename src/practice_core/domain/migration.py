"""The migration itself: who may take over paying, and everything that changes when they do (M1 to M9, M12)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime

import attrs

from . import notice
from .case import Case
from .charging import looked_at_again
from .client import Client, Details
from .errors import (
    AcceptanceRequired,
    AttendeeMustAsk,
    CardRequired,
    DetailsConflict,
    DetailsMissing,
    NotAParty,
    NotFound,
    NotThirdParty,
    Refused,
    RequestNotPending,
    SharedEmail,
    UnderMinimumAge,
)
from .migration_request import MigrationRequest, RequestStatus
from .occasion import Deed, Occasion
from .relationship import MIGRATED, Relationship
from .reviews import aged, aged_anew
from .session import Session, charged_under, seen


@attrs.frozen(kw_only=True)
class Wish:
    """Whose wish a confirmation goes by: a request on record, or what the actor says was asked just now (M10)."""

    requested_by: str
    asked_at: datetime
    request: MigrationRequest | None = None

    @property
    def accepted(self) -> bool:
        return self.request is not None and self.request.accepted_at is not None


@attrs.frozen(kw_only=True)
class MigrationPreview:
    """What confirming would answer, with nothing written (M9).

    `refusals` are codes, the first being the one that confirming raises. `eligible_on` is a date in the
    practice's zone, there only while the attendee is under age.
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


def named_wish(case: Case, request: MigrationRequest | None, request_id: str) -> Wish:
    """The wish of the request that a confirmation names. Raises `NotFound` for one of another relationship."""
    if request is None or request.relationship_id != case.relationship.id:
        raise NotFound("migration request", request_id)
    return Wish(requested_by=request.requested_by, asked_at=request.requested_at, request=request)


def spoken_wish(case: Case, requested_by: str, at: datetime) -> Wish:
    """What the actor says was asked now. Their pending request, if there is one, lends its acceptance (M10)."""
    standing = (request for request in case.requests if request.requested_by == requested_by and request.pending(at))
    return Wish(requested_by=requested_by, asked_at=at, request=next(standing, None))


def preview(case: Case, wish: Wish, details: Details, at: datetime) -> MigrationPreview:
    """M9: the verdict that `confirm` acts on, and what a therapist wants to know beside it."""
    refusals = tuple(_refusals(case, wish, details, at))
    today = case.practice.local_date(at)
    about_more = not (refusals and refusals[0].rule == "M1")
    policy = case.practice.policy
    attendee = case.attendee
    if not attendee.conflicts(details):
        attendee = attendee.filled(details)
    young = about_more and attendee.known_under_age(policy, today)
    return MigrationPreview(
        relationship_id=case.relationship.id,
        allowed=not refusals,
        refusals=tuple(refusal.code for refusal in refusals),
        eligible_on=attendee.old_enough_on(policy) if young else None,
        missing_details=attendee.missing_details(policy) if about_more else (),
        card_on_file=attendee.card_good_on(today),
        sessions_to_rebook=tuple(s.id for s in case.upcoming) if about_more else (),
    )


def confirm(case: Case, wish: Wish, details: Details, channel: str, occasion: Occasion) -> Deed[Migration]:
    """M7, all of it. Raises the first refusal that `preview` names."""
    for refusal in _refusals(case, wish, details, occasion.at):
        raise refusal
    attendee = case.attendee.filled(details)
    filled = attrs.evolve(case, clients={**case.clients, attendee.id: attendee})
    unasked = not (_asked_too(case, occasion.at) or wish.requested_by == attendee.id or wish.accepted)
    opened, is_new = _successor(case, occasion, awaits_agreement=unasked)
    agreed = opened.awaits_agreement and not unasked
    if agreed:
        # Asking to pay under the one they have already is agreeing to it.
        opened = attrs.evolve(opened, awaits_agreement=False)
    closed = case.relationship.closed(at=occasion.at, reason=MIGRATED, by=str(occasion.actor), successor_id=opened.id)
    ended = attrs.evolve(aged(closed, attendee.date_of_birth, case.practice), awaits_agreement=unasked)
    used, used_is_new = _used_up(case, wish, channel, occasion)
    superseded = tuple(
        request.closed(RequestStatus.SUPERSEDED, at=occasion.at)
        for request in case.requests
        if request.id != used.id and request.pending(occasion.at)
    )
    # What the former payer still owes: held, or cancelled late, and not paid (C2).
    owed = tuple(record for record in case.unsettled if charged_under(record, ended))
    given = tuple(n for n in details if getattr(attendee, n) != getattr(case.attendee, n))
    others = (one for one in case.attended if one.id not in (ended.id, opened.id))
    aged_too = aged_anew(others, attendee.date_of_birth, case.practice)
    asked = wish.requested_by
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
                occasion,
                filled,
                successor_id=opened.id,
                owed=owed,
            ),
        ),
        changed=(
            ended,
            *([opened] if agreed else []),
            *([attendee] if given else []),
            *([] if used_is_new else [used]),
            *superseded,
            *aged_too,
            *looked_at_again(attrs.evolve(case, relationship=ended), occasion.at),
        ),
        entries=(
            *([occasion.entry(attendee, "details_given", requested_by=asked, fields=given)] if given else []),
            *(occasion.entry(one, "attendee_age_set", requested_by=asked) for one in aged_too),
            *(occasion.entry(ended, "request_superseded", requested_by=asked, request_id=r.id) for r in superseded),
            occasion.entry(
                ended,
                "migrated",
                requested_by=asked,
                note=used.channel,
                successor_id=opened.id,
                request_id=used.id,
                sessions_to_rebook=tuple(s.id for s in case.upcoming),
            ),
            occasion.entry(
                opened,
                "opened_by_migration" if is_new else "succeeded_by_migration",
                requested_by=asked,
                predecessor_id=ended.id,
                awaits_agreement=unasked,
            ),
        ),
    )


def _refusals(case: Case, wish: Wish, details: Details, at: datetime) -> Iterator[Refused]:
    """Every rule that refuses, in the order of M9: the one verdict of previewing and confirming."""
    try:
        _migratable(case)
    except Refused as refusal:
        yield refusal
        return
    if wish.request is not None and not wish.request.pending(at):
        # What is used up, or lapsed, is nobody's wish any more (M10).
        yield RequestNotPending(
            RequestStatus.EXPIRED if wish.request.status is RequestStatus.PENDING else wish.request.status
        )
        return
    if conflicts := case.attendee.conflicts(details):
        yield DetailsConflict(conflicts)
        return
    attendee = case.attendee.filled(details)
    yield from filter(
        None,
        (
            _asked_by_a_party(case, wish),
            _old_enough(case, attendee, at),
            _asked_since_the_birthday(case, attendee, wish, at),
            _account_complete(case, attendee),
            _own_email(case, attendee),
            _accepted(case, wish),
            _card_first(case, attendee, at),
        ),
    )


def _migratable(case: Case) -> None:
    """M1: only an active third-party relationship."""
    case.must_be_active(rule="M1")
    if not case.relationship.third_party:
        raise NotThirdParty


def _asked_by_a_party(case: Case, wish: Wish) -> Refused | None:
    """M2: only the attendee's or the payer's wish counts."""
    return None if is_a_party(case.relationship, wish.requested_by) else NotAParty()


def _old_enough(case: Case, attendee: Client, at: datetime) -> UnderMinimumAge | None:
    """M3: never while the attendee is under age; silent while the date of birth is unknown."""
    reached = attendee.old_enough_on(case.practice.policy)
    if reached is None or case.practice.local_date(at) >= reached:
        return None
    return UnderMinimumAge(reached)


def _asked_since_the_birthday(case: Case, attendee: Client, wish: Wish, at: datetime) -> AttendeeMustAsk | None:
    """M4: who was under age when the relationship opened has to ask themselves, on or after the birthday.

    Silent while the date of birth is unknown, and where M2 or M3 refuses.
    """
    reached = attendee.old_enough_on(case.practice.policy)
    local_date = case.practice.local_date
    if reached is None or local_date(case.relationship.opened_at) >= reached:
        return None
    if local_date(at) < reached or not is_a_party(case.relationship, wish.requested_by):
        return None
    if wish.requested_by == attendee.id and local_date(wish.asked_at) >= reached:
        return None
    return AttendeeMustAsk()


def _account_complete(case: Case, attendee: Client) -> DetailsMissing | None:
    """M5 and M6: all that is missing, at once; an unknown date of birth always is."""
    missing = attendee.missing_details(case.practice.policy)
    return DetailsMissing(missing) if missing else None


def _own_email(case: Case, attendee: Client) -> SharedEmail | None:
    """M6: card requests must not reach the payer."""
    return SharedEmail() if attendee.shares_email_with(case.payer) else None


def _accepted(case: Case, wish: Wish) -> AcceptanceRequired | None:
    """M12: where the policy asks for it, the attendee accepts what the payer requested."""
    by_payer = wish.requested_by == case.payer.id
    if case.practice.policy.acceptance_required and by_payer and not wish.accepted:
        return AcceptanceRequired()
    return None


def _card_first(case: Case, attendee: Client, at: datetime) -> CardRequired | None:
    """M12: where the policy asks for it, a card on file that is good today."""
    if not case.practice.policy.card_required_first:
        return None
    if attendee.card_good_on(case.practice.local_date(at)):
        return None
    return CardRequired(attendee.id, rule="M12")


def is_a_party(relationship: Relationship, client_id: str) -> bool:
    """One of the relationship's two clients (M2)."""
    return client_id in (relationship.attendee_id, relationship.payer_id)


def _successor(case: Case, occasion: Occasion, *, awaits_agreement: bool) -> tuple[Relationship, bool]:
    """The attendee's own relationship with that therapist: the one they have, else a new one (M7)."""
    old = case.relationship
    for other in case.family:
        if not other.ended and not other.third_party:
            return other, False
    opened = Relationship(
        id=occasion.new_id("relationship"),
        practice_id=old.practice_id,
        therapist_id=old.therapist_id,
        attendee_id=old.attendee_id,
        payer_id=old.attendee_id,
        opened_at=occasion.at,
        fee=old.fee,
        predecessor_id=old.id,
        awaits_agreement=awaits_agreement,
    )
    return opened, True


def _asked_too(case: Case, at: datetime) -> bool:
    """Whether the attendee has a pending request of their own: then they asked, whoever's is confirmed (S11)."""
    return any(request.requested_by == case.attendee.id and request.pending(at) for request in case.requests)


def _used_up(case: Case, wish: Wish, channel: str, occasion: Occasion) -> tuple[MigrationRequest, bool]:
    """The request this confirmation uses up, or the one it records on the spot (M10)."""
    if wish.request is not None:
        return wish.request.closed(RequestStatus.CONFIRMED, at=occasion.at), False
    fresh = MigrationRequest(
        id=occasion.new_id("migration request"),
        practice_id=case.practice.id,
        relationship_id=case.relationship.id,
        requested_by=wish.requested_by,
        requested_at=wish.asked_at,
        recorded_by=str(occasion.actor),
        channel=channel,
        expires_at=occasion.at + case.practice.policy.request_valid,
        status=RequestStatus.CONFIRMED,
        closed_at=occasion.at,
    )
    return fresh, True
