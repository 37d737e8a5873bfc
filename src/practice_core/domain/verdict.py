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
    AlreadyRequested,
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
    """Whose wish a confirmation goes by: a request on record, or what the actor says was asked just now (M10).

    `new_payer_id`: whom paying is to pass to.
    """

    requested_by: str
    new_payer_id: str
    asked_at: datetime
    request: MigrationRequest | None = None

    @property
    def accepted(self) -> bool:
        return self.request is not None and self.request.accepted_at is not None


def named_wish(case: Case, request: MigrationRequest | None, request_id: str) -> Wish:
    """The wish of the request that a confirmation names. Raises `NotFound` for one of another relationship."""
    if request is None or request.relationship_id != case.relationship.id:
        raise NotFound("migration request", request_id)
    return Wish(
        requested_by=request.requested_by,
        new_payer_id=request.new_payer_id,
        asked_at=request.requested_at,
        request=request,
    )


def spoken_wish(case: Case, requested_by: str, at: datetime) -> Wish:
    """What the actor says was asked now: that the attendee pay. Their pending request lends its acceptance (M10)."""
    standing = (request for request in case.requests if request.requested_by == requested_by and request.pending(at))
    return Wish(requested_by=requested_by, new_payer_id=case.attendee.id, asked_at=at, request=next(standing, None))


def refusals(case: Case, wish: Wish, details: Details, at: datetime) -> Iterator[Refused]:
    """Every rule that refuses, in the order of M9: the one verdict of previewing and confirming."""
    try:
        can_pass(case, wish.new_payer_id)
    except Refused as refusal:
        yield refusal
        return
    if unusable := _unusable(wish, at):
        yield unusable
        return
    new_payer = case.clients[wish.new_payer_id]
    if conflicts := new_payer.conflicts(details):
        yield DetailsConflict(conflicts)
        return
    new_payer = new_payer.filled(details)
    yield from filter(
        None,
        (
            asked_by_a_party(case, wish.requested_by),
            _old_enough(case, new_payer, at),
            _asked_since_the_birthday(case, wish, new_payer, at),
            asked_by_who_may(case, wish.requested_by, new_payer.id, at),
            _account_complete(case, new_payer),
            _own_email(case, new_payer),
            _accepted(case, wish),
            _card_first(case, new_payer, at),
        ),
    )


def hands_over(case: Case, new_payer_id: str) -> bool:
    """Whether it would be the attendee's no more, nor become theirs: handing over (M13), not a migration."""
    return new_payer_id != case.relationship.attendee_id


def can_pass(case: Case, new_payer_id: str) -> None:
    """M1, M13: only an active relationship, and to somebody who does not pay under it anyway.

    Raises `RelationshipEnded`, `NotThirdParty`, `AlreadyPayer`.
    """
    case.must_be_active(rule="M13" if hands_over(case, new_payer_id) else "M1")
    if new_payer_id == case.relationship.payer_id:
        raise AlreadyPayer if case.relationship.third_party else NotThirdParty


def asked_by_a_party(case: Case, requested_by: str) -> Refused | None:
    """M2: only the attendee's or the payer's wish counts."""
    return None if is_a_party(case.relationship, requested_by) else NotAParty()


def asked_by_who_may(case: Case, requested_by: str, new_payer_id: str, at: datetime) -> AttendeeMustAsk | None:
    """M13: the attendee asks for it to be handed over; the payer only while the attendee is known to be under age.

    Silent where M2 refuses.
    """
    if not hands_over(case, new_payer_id) or requested_by == case.attendee.id:
        return None
    young = case.attendee.known_under_age(case.practice.policy, case.practice.local_date(at))
    if young or not is_a_party(case.relationship, requested_by):
        return None
    return AttendeeMustAsk(rule="M13")


def is_a_party(relationship: Relationship, client_id: str) -> bool:
    """One of the relationship's two clients (M2)."""
    return client_id in (relationship.attendee_id, relationship.payer_id)


def missing_details(case: Case, new_payer: Client) -> tuple[str, ...]:
    """M5, M6: what the account of whoever is to pay lacks. Of somebody else than the attendee nobody needs to know
    the date of birth: P1 does not, and an employer has none."""
    missing = new_payer.missing_details(case.practice.policy)
    if hands_over(case, new_payer.id):
        return tuple(name for name in missing if name != "date_of_birth")
    return missing


def _unusable(wish: Wish, at: datetime) -> Refused | None:
    """What is used up, or has lapsed, is nobody's wish any more; and nobody has two pending at once (M10)."""
    request = wish.request
    if request is None:
        return None
    if not request.pending(at):
        lapsed = request.status is RequestStatus.PENDING
        return RequestNotPending(RequestStatus.EXPIRED if lapsed else request.status)
    # Said to ask for one thing while another of theirs is on record: it is for them to withdraw that first.
    return None if request.new_payer_id == wish.new_payer_id else AlreadyRequested(request.id)


def _old_enough(case: Case, new_payer: Client, at: datetime) -> UnderMinimumAge | None:
    """M3, P1: never while whoever is to pay is under age; silent while the date of birth is unknown."""
    reached = new_payer.old_enough_on(case.practice.policy)
    if reached is None or case.practice.local_date(at) >= reached:
        return None
    return UnderMinimumAge(reached, rule="P1" if hands_over(case, new_payer.id) else "M3")


def _asked_since_the_birthday(case: Case, wish: Wish, new_payer: Client, at: datetime) -> AttendeeMustAsk | None:
    """M4: who was under age when the relationship opened has to ask themselves, on or after the birthday.

    Silent while the date of birth is unknown, and where M2 or M3 refuses.
    """
    if hands_over(case, new_payer.id):
        return None
    reached = new_payer.old_enough_on(case.practice.policy)
    local_date = case.practice.local_date
    if reached is None or local_date(case.relationship.opened_at) >= reached:
        return None
    if local_date(at) < reached or not is_a_party(case.relationship, wish.requested_by):
        return None
    if wish.requested_by == new_payer.id and local_date(wish.asked_at) >= reached:
        return None
    return AttendeeMustAsk()


def _account_complete(case: Case, new_payer: Client) -> DetailsMissing | None:
    """M5 and M6: all that is missing, at once; of an attendee, an unknown date of birth always is."""
    missing = missing_details(case, new_payer)
    return DetailsMissing(missing) if missing else None


def _own_email(case: Case, new_payer: Client) -> SharedEmail | None:
    """M6: card requests must not reach whoever paid before."""
    return SharedEmail() if new_payer.shares_email_with(case.payer) else None


def _accepted(case: Case, wish: Wish) -> AcceptanceRequired | None:
    """M12: where the policy asks for it, the attendee accepts what the payer requested. M13: a new payer always."""
    if wish.accepted:
        return None
    if hands_over(case, wish.new_payer_id):
        return AcceptanceRequired(rule="M13")
    by_payer = wish.requested_by == case.payer.id
    return AcceptanceRequired() if case.practice.policy.acceptance_required and by_payer else None


def _card_first(case: Case, new_payer: Client, at: datetime) -> CardRequired | None:
    """M12: where the policy asks for it, a card on file that is good today. M13: of a new payer always."""
    passes_on = hands_over(case, new_payer.id)
    if not (passes_on or case.practice.policy.card_required_first):
        return None
    if new_payer.card_good_on(case.practice.local_date(at)):
        return None
    return CardRequired(new_payer.id, rule="M13" if passes_on else "M12")
