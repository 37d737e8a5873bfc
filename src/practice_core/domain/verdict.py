"""Whether paying may pass to somebody: to the attendee (M1 to M6, M12), or to another payer (M13, P1).

One verdict for both. Where the one who is to pay is not the attendee, P1 stands in the place of M3, who may ask
in that of M4, and the acceptance and the card of M12 are asked for whatever the policy says.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

import attrs

from .case import Case
from .client import Client, Details
from .errors import (
    AcceptanceRequired,
    AlreadyPayer,
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
from .relationship import Relationship


@attrs.frozen(kw_only=True)
class Wish:
    """Whose wish it is: that of a request on record, or what the actor says was asked just now (M10).

    `new_payer_id`: whom paying is to pass to. `hands_over`: whether that is somebody else than the attendee (M13).
    """

    requested_by: str
    new_payer_id: str
    hands_over: bool
    asked_at: datetime
    request: MigrationRequest | None = None

    @property
    def accepted(self) -> bool:
        return self.request is not None and self.request.accepted_at is not None


def named_wish(case: Case, request: MigrationRequest | None, request_id: str) -> Wish:
    """The wish of the request that a confirmation names. Raises `NotFound` for one of another relationship."""
    if request is None or request.relationship_id != case.relationship.id:
        raise NotFound("migration request", request_id)
    return wish_of(case, request.requested_by, request.new_payer_id, request.requested_at, request)


def spoken_wish(case: Case, requested_by: str, at: datetime) -> Wish:
    """What the actor says was asked now: what that client's pending request says, else that the attendee pay.

    Such a request is used up, and lends its acceptance (M10).
    """
    pending = (request for request in case.requests if request.requested_by == requested_by and request.pending(at))
    standing = next(pending, None)
    new_payer_id = standing.new_payer_id if standing else case.relationship.attendee_id
    return wish_of(case, requested_by, new_payer_id, at, standing)


def wish_of(
    case: Case, requested_by: str, new_payer_id: str, at: datetime, request: MigrationRequest | None = None
) -> Wish:
    """Asked for at that instant."""
    return Wish(
        requested_by=requested_by,
        new_payer_id=new_payer_id,
        hands_over=new_payer_id != case.relationship.attendee_id,
        asked_at=at,
        request=request,
    )


def refusals(case: Case, wish: Wish, details: Details, at: datetime) -> Iterator[Refused]:
    """Every rule that refuses, in the order of M9: the one verdict of previewing and confirming."""
    try:
        can_pass(case, wish)
    except Refused as refusal:
        yield refusal
        return
    if wish.request is not None and not wish.request.pending(at):
        # What is used up, or lapsed, is nobody's wish any more (M10).
        yield RequestNotPending(
            RequestStatus.EXPIRED if wish.request.status is RequestStatus.PENDING else wish.request.status
        )
        return
    new_payer = case.clients[wish.new_payer_id]
    if conflicts := new_payer.conflicts(details):
        yield DetailsConflict(conflicts)
        return
    new_payer = new_payer.filled(details)
    yield from filter(
        None,
        (
            asked_by_a_party(case, wish),
            _old_enough(case, wish, new_payer, at),
            asked_by_who_may(case, wish, at)
            if wish.hands_over
            else _asked_since_the_birthday(case, wish, new_payer, at),
            _account_complete(case, wish, new_payer),
            _own_email(case, new_payer),
            _accepted(case, wish),
            _card_first(case, wish, new_payer, at),
        ),
    )


def can_pass(case: Case, wish: Wish) -> None:
    """M1, M13: only an active relationship, and to somebody who does not pay under it anyway.

    Raises `RelationshipEnded`, `NotThirdParty`, `AlreadyPayer`.
    """
    case.must_be_active(rule="M13" if wish.hands_over else "M1")
    if wish.new_payer_id == case.relationship.payer_id:
        raise AlreadyPayer if case.relationship.third_party else NotThirdParty


def asked_by_a_party(case: Case, wish: Wish) -> Refused | None:
    """M2: only the attendee's or the payer's wish counts."""
    return None if is_a_party(case.relationship, wish.requested_by) else NotAParty()


def asked_by_who_may(case: Case, wish: Wish, at: datetime) -> AttendeeMustAsk | None:
    """M13: the attendee asks for it to be handed over; the payer only while the attendee is known to be under age.

    Silent where M2 refuses.
    """
    if not wish.hands_over or wish.requested_by == case.attendee.id:
        return None
    young = case.attendee.known_under_age(case.practice.policy, case.practice.local_date(at))
    if young or not is_a_party(case.relationship, wish.requested_by):
        return None
    return AttendeeMustAsk(rule="M13")


def is_a_party(relationship: Relationship, client_id: str) -> bool:
    """One of the relationship's two clients (M2)."""
    return client_id in (relationship.attendee_id, relationship.payer_id)


def missing_details(case: Case, wish: Wish, new_payer: Client) -> tuple[str, ...]:
    """M5, M6: what the account of whoever is to pay lacks. Of somebody else than the attendee nobody needs to know
    the date of birth: P1 does not, and an employer has none."""
    missing = new_payer.missing_details(case.practice.policy)
    return tuple(name for name in missing if name != "date_of_birth") if wish.hands_over else missing


def _old_enough(case: Case, wish: Wish, new_payer: Client, at: datetime) -> UnderMinimumAge | None:
    """M3, P1: never while whoever is to pay is under age; silent while the date of birth is unknown."""
    reached = new_payer.old_enough_on(case.practice.policy)
    if reached is None or case.practice.local_date(at) >= reached:
        return None
    return UnderMinimumAge(reached, rule="P1" if wish.hands_over else "M3")


def _asked_since_the_birthday(case: Case, wish: Wish, new_payer: Client, at: datetime) -> AttendeeMustAsk | None:
    """M4: who was under age when the relationship opened has to ask themselves, on or after the birthday.

    Silent while the date of birth is unknown, and where M2 or M3 refuses.
    """
    reached = new_payer.old_enough_on(case.practice.policy)
    local_date = case.practice.local_date
    if reached is None or local_date(case.relationship.opened_at) >= reached:
        return None
    if local_date(at) < reached or not is_a_party(case.relationship, wish.requested_by):
        return None
    if wish.requested_by == new_payer.id and local_date(wish.asked_at) >= reached:
        return None
    return AttendeeMustAsk()


def _account_complete(case: Case, wish: Wish, new_payer: Client) -> DetailsMissing | None:
    """M5 and M6: all that is missing, at once; of an attendee, an unknown date of birth always is."""
    missing = missing_details(case, wish, new_payer)
    return DetailsMissing(missing) if missing else None


def _own_email(case: Case, new_payer: Client) -> SharedEmail | None:
    """M6: card requests must not reach whoever paid before."""
    return SharedEmail() if new_payer.shares_email_with(case.payer) else None


def _accepted(case: Case, wish: Wish) -> AcceptanceRequired | None:
    """M12: where the policy asks for it, the attendee accepts what the payer requested. M13: a new payer always."""
    if wish.accepted:
        return None
    if wish.hands_over:
        return AcceptanceRequired(rule="M13")
    by_payer = wish.requested_by == case.relationship.payer_id
    return AcceptanceRequired() if case.practice.policy.acceptance_required and by_payer else None


def _card_first(case: Case, wish: Wish, new_payer: Client, at: datetime) -> CardRequired | None:
    """M12: where the policy asks for it, a card on file that is good today. M13: of a new payer always."""
    if not (wish.hands_over or case.practice.policy.card_required_first):
        return None
    if new_payer.card_good_on(case.practice.local_date(at)):
        return None
    return CardRequired(new_payer.id, rule="M13" if wish.hands_over else "M12")
