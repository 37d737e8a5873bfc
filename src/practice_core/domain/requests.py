"""Asking for somebody else to pay, and answering it short of confirming (M2, M10, M12, M13, S11)."""

from __future__ import annotations

import attrs

from . import notice
from .case import Case
from .client import Client, not_erased
from .errors import AlreadyRequested, NotAllowed
from .journal import Fact
from .migration_request import MigrationRequest, RequestStatus, recorded
from .occasion import Deed, Occasion
from .relationship import Relationship, handed_down
from .seal import NO_SEAL, Seal
from .verdict import Wish, asked_by_a_party, asked_by_who_may, can_pass, wish_of


def request(
    case: Case,
    *,
    requested_by: str,
    new_payer_id: str,
    channel: str,
    occasion: Occasion,
    seal: Seal = NO_SEAL,
) -> Deed[MigrationRequest]:
    """Record a wish. Asks M1 and M2 only, and of handing over who may ask (M13).

    A pending request whose time is over makes room for the new one (M10).
    """
    wish = wish_of(case, requested_by, new_payer_id, occasion.at)
    can_pass(case, wish)
    for refusal in (asked_by_a_party(case, wish), asked_by_who_may(case, wish, occasion.at)):
        if refusal is not None:
            raise refusal
    if wish.hands_over:
        not_erased(case.clients[new_payer_id])
    lapsed = []
    for other in case.requests:
        if other.requested_by == requested_by:
            if other.pending(occasion.at):
                raise AlreadyRequested(other.id)
            lapsed.append(other.closed(RequestStatus.EXPIRED, at=other.expires_at))
    told = [
        one for other in lapsed for one in notice.expired(occasion, case, asked=other.requested_by, request_id=other.id)
    ]
    fresh = recorded(
        case.practice,
        case.relationship.id,
        requested_by=requested_by,
        new_payer_id=new_payer_id,
        channel=channel,
        occasion=occasion,
        seal=seal,
    )
    facts: dict[str, Fact] = {"new_payer_id": new_payer_id} if wish.hands_over else {}
    return Deed(
        answer=fresh,
        added=(fresh, *told, *notice.requested(occasion, case, fresh)),
        changed=tuple(lapsed),
        # A confirmation under way must not overlook it.
        touched=((Relationship, case.relationship.id), *_asked(case, wish)),
        entries=(
            *(occasion.entry(case.relationship, "request_expired", request_id=other.id) for other in lapsed),
            occasion.entry(
                case.relationship,
                "handing_over_requested" if wish.hands_over else "migration_requested",
                facts,
                requested_by=requested_by,
                note=channel,
                request_id=fresh.id,
            ),
        ),
    )


def _asked(case: Case, wish: Wish) -> tuple[tuple[type[Client], str], ...]:
    """Somebody who is party to nothing here: who erases them meanwhile must not overlook it (D3)."""
    return ((Client, wish.new_payer_id),) if wish.hands_over else ()


def accept(case: Case, asked: MigrationRequest, occasion: Occasion) -> Deed[MigrationRequest]:
    """Whoever is to pay accepts: before it is confirmed (M12, M13); the attendee also after it, which is agreeing to
    it (S11).

    Doing it twice changes nothing. Raises `RequestNotPending`.
    """
    agreed = tuple(agree(other) for other in _awaiting(case, asked))
    if not agreed:
        if asked.status is not RequestStatus.CONFIRMED:
            asked.must_be_pending(occasion.at)
        if asked.accepted_at is not None or asked.status is RequestStatus.CONFIRMED:
            return Deed(answer=asked)
    accepted = asked.accepted(occasion.at)
    return Deed(
        answer=accepted,
        changed=(accepted, *agreed),
        touched=((Relationship, case.relationship.id),),
        entries=(
            occasion.entry(
                case.relationship,
                "request_accepted",
                requested_by=asked.new_payer_id,
                request_id=asked.id,
            ),
            *(
                occasion.entry(other, "agreed", requested_by=case.attendee.id)
                for other in agreed
                if other.id != case.relationship.id
            ),
        ),
    )


def agree(relationship: Relationship) -> Relationship:
    """The attendee agrees to pay under this relationship (S11)."""
    return attrs.evolve(relationship, awaits_agreement=False)


def _awaiting(case: Case, asked: MigrationRequest) -> tuple[Relationship, ...]:
    """What waits for the attendee since the migration by that request: its relationship, and those after it."""
    if asked.status is not RequestStatus.CONFIRMED or asked.new_payer_id != case.attendee.id:
        return ()
    concerned = handed_down(case.relationship, case.family)
    return tuple(other for other in concerned if other.awaits_agreement)


def decline(case: Case, asked: MigrationRequest, *, reason: str, occasion: Occasion) -> Deed[MigrationRequest]:
    """The therapist or staff say no, with a reason (M10); so may the one it would pass to (M13)."""
    asked.must_be_pending(occasion.at)
    closed = asked.closed(RequestStatus.DECLINED, at=occasion.at, reason=reason)
    return Deed(
        answer=closed,
        added=notice.declined(occasion, case, asked=asked.requested_by, request_id=asked.id),
        changed=(closed,),
        entries=(occasion.entry(case.relationship, "request_declined", note=reason, request_id=asked.id),),
    )


def withdraw(case: Case, asked: MigrationRequest, occasion: Occasion) -> Deed[MigrationRequest]:
    """The client who asked takes it back (M10); staff may enter that for them, the other client may not."""
    if occasion.actor.role == "client" and occasion.actor.id != asked.requested_by:
        raise NotAllowed("migrations.withdraw")
    asked.must_be_pending(occasion.at)
    closed = asked.closed(RequestStatus.WITHDRAWN, at=occasion.at)
    return Deed(
        answer=closed,
        changed=(closed,),
        entries=(
            occasion.entry(
                case.relationship,
                "request_withdrawn",
                requested_by=asked.requested_by,
                request_id=asked.id,
            ),
        ),
    )


def expire(case: Case, asked: MigrationRequest, occasion: Occasion) -> Deed[MigrationRequest]:
    """Its time is over (M10): whoever asked is told, if there is still something to ask."""
    closed = asked.closed(RequestStatus.EXPIRED, at=occasion.at)
    told: tuple[notice.Notice, ...] = ()
    if not case.relationship.ended:
        told = notice.expired(occasion, case, asked=asked.requested_by, request_id=asked.id)
    return Deed(
        answer=closed,
        added=told,
        changed=(closed,),
        entries=(occasion.entry(case.relationship, "request_expired", request_id=asked.id),),
    )
