"""Items of a practice file become the domain's values.

What a file does not say is not made up, save where a record must have it:

- A session's `booked_at` is when its relationship opened, or its start where that is earlier; the charge falls
  due by the policy's lead, as for any booking (C1).
- When a session was cancelled or recorded is not known, and stays so; no cancellation counts as late.
- A session at no price owes nothing, nor does one that was cancelled and not paid. Another is paid, or open.
- An ended relationship without a reason ended because it was `imported`; who ended it is the system.

Raises `Invalid` with a field of the item.
"""

from __future__ import annotations

from datetime import date, timedelta
from functools import lru_cache

from ..domain.attempt import Attempt, AttemptKind, AttemptStatus
from ..domain.checks import an_id, optional, some_words, whole
from ..domain.client import Client
from ..domain.errors import Invalid
from ..domain.money import Money, a_price
from ..domain.practice import Practice, Therapist
from ..domain.relationship import Relationship, RelationshipStatus
from ..domain.reviews import aged
from ..domain.session import DueWork, SessionRecord, SessionStatus, Settlement, charge_due
from .shape import FiledClient, FiledPractice, FiledRelationship, FiledSession, FiledTherapist

SYSTEM = "system:system"
UNSAID = "imported"
LONGEST_MINUTES = 24 * 60
LONGEST_REFERENCE = 255


def practice(filed: FiledPractice) -> Practice:
    return Practice(
        id=filed.id,
        name=filed.name,
        time_zone=filed.time_zone,
        currency=filed.currency,
        policy=filed.policy,
        language=filed.language,
    )


def therapist(filed: FiledTherapist, of: Practice) -> Therapist:
    return Therapist(id=filed.id, practice_id=of.id, name=filed.name, email=filed.email)


def client(filed: FiledClient, of: Practice) -> Client:
    return Client(
        id=filed.id,
        practice_id=of.id,
        given_name=filed.given_name,
        family_name=filed.family_name,
        email=filed.email,
        phone=filed.phone,
        date_of_birth=filed.date_of_birth,
        language=filed.language,
        card=filed.card,
        registered_by=SYSTEM,
    )


def relationship(
    filed: FiledRelationship, of: Practice, *, therapist_id: str, attendee_id: str, payer_id: str, born: date | None
) -> Relationship:
    """Without its predecessor, which follows from the others. `born`: the attendee's date of birth."""
    ended = filed.status is RelationshipStatus.ENDED
    if ended and filed.ended_at is None:
        raise Invalid("ended_at", "is missing: the relationship has ended")
    if not ended:
        for name in ("ended_at", "end_reason", "successor_id"):
            if getattr(filed, name) is not None:
                raise Invalid(name, "must be null: the relationship is active")
    reason = optional(some_words)("end_reason", filed.end_reason)
    made = Relationship(
        id=filed.id,
        practice_id=of.id,
        therapist_id=therapist_id,
        attendee_id=attendee_id,
        payer_id=payer_id,
        opened_at=filed.opened_at,
        fee=None if filed.fee is None else _price("fee", filed.fee, of.currency),
        ended_at=filed.ended_at,
        end_reason=UNSAID if ended and reason is None else reason,
        ended_by=SYSTEM if ended else None,
        successor_id=filed.successor_id,
    )
    return aged(made, born, of)


def session(filed: FiledSession, of: Practice, under: Relationship) -> SessionRecord:
    minutes = whole("minutes", filed.minutes, least=1, most=LONGEST_MINUTES)
    booked_at = min(under.opened_at, filed.starts_at)
    made = SessionRecord(
        id=filed.id,
        practice_id=of.id,
        relationship_id=under.id,
        therapist_id=under.therapist_id,
        attendee_id=under.attendee_id,
        payer_id=under.payer_id,
        starts_at=filed.starts_at,
        ends_at=filed.starts_at + timedelta(minutes=minutes),
        price=_price("price", filed.price, of.currency),
        booked_at=booked_at,
        charge_due_at=charge_due(of.policy, booked_at=booked_at, starts_at=filed.starts_at),
        status=filed.status,
        settlement=_settlement(filed),
    )
    return made.next_due(DueWork.CHARGE, made.charge_due_at) if made.settlement is Settlement.OPEN else made


def payment(filed: FiledSession, of: SessionRecord) -> Attempt | None:
    """The charge of a session that is paid already; without the gateway's reference only a hand can give it back.

    When it was paid is not known; it counts as paid when it fell due, by the payer of its relationship.
    """
    if filed.payment_reference is not None:
        an_id("payment_reference", filed.payment_reference, most=LONGEST_REFERENCE)
    if of.settlement is not Settlement.PAID:
        return None
    return Attempt(
        id=of.id,
        practice_id=of.practice_id,
        kind=AttemptKind.CHARGE,
        session_id=of.id,
        relationship_id=of.relationship_id,
        therapist_id=of.therapist_id,
        payer_id=of.payer_id,
        amount=of.price,
        made_at=of.charge_due_at,
        status=AttemptStatus.PAID,
        reference=filed.payment_reference,
        settled_at=of.charge_due_at,
        elsewhere=True,
    )


def _settlement(filed: FiledSession) -> Settlement:
    if filed.price == 0:
        return Settlement.NOTHING
    if filed.paid:
        return Settlement.PAID
    return Settlement.NOTHING if filed.status is SessionStatus.CANCELLED else Settlement.OPEN


def _price(field: str, minor_units: int, currency: str) -> Money:
    try:
        return a_price(field, _money(minor_units, currency), currency)
    except Invalid as wrong:
        raise Invalid(field, wrong.problem) from None


# A practice has few prices and many sessions.
@lru_cache(maxsize=256)
def _money(minor_units: int, currency: str) -> Money:
    return Money(minor_units, currency)
