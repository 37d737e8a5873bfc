"""Everything that can go wrong on purpose.

::

    PracticeError                 .code: the class name in snake case
    ├── Refused                   a rule says no; .rule is its number
    │   ├── AcceptanceRequired    ├── AgreementRequired     ├── AlreadyPayer
    │   ├── AlreadyRequested      ├── AttemptOpen           ├── AttendeeMustAsk
    │   ├── CardRequired          ├── ClientErased          ├── DetailsConflict
    │   ├── DetailsMissing        ├── HasSuccessor          ├── MigrationRequired
    │   ├── NotAParty             ├── NothingOwed           ├── NothingToRefund
    │   ├── NoticeNotFailed       ├── NotThirdParty         ├── NotUpForReview
    │   ├── OpenRelationships     ├── OpenSessions          ├── OutsideRelationship
    │   ├── PriceRequired         ├── RebookingNotNeeded    ├── RebookingRequired
    │   ├── RefundTooLarge        ├── RelationshipActive    ├── RelationshipEnded
    │   ├── RelationshipExists    ├── RequestNotPending     ├── SessionNotUpcoming
    │   ├── SessionNotOver        ├── SharedEmail           ├── SlotTaken
    │   ├── StartsInThePast       ├── TokenSpent            ├── UnderMinimumAge
    │   └── UpcomingSessions
    ├── NotAllowed                this actor may not do this
    ├── NotFound                  nothing under that id, for this actor
    ├── Conflict                  somebody else changed it first
    ├── Invalid                   input that can never be right
    │   ├── AlreadyExists         the id is in use
    │   └── IdempotencyConflict   the key was used with other input
    └── Unavailable               something outside did not answer

No message carries a name, an address, a date of birth or free text (A4): only ids, codes and instants.
"""

from __future__ import annotations

import re
from datetime import date
from typing import ClassVar, Literal


class PracticeError(Exception):
    """The root: what `practice_core` raises on purpose."""

    code: ClassVar[str] = "practice_error"

    def __init_subclass__(cls) -> None:
        super().__init_subclass__()
        cls.code = re.sub(r"(?<!^)(?=[A-Z])", "_", cls.__name__).lower()

    def __reduce__(self) -> tuple[object, ...]:
        # Keyword-only constructors do not survive pickling by default, and errors cross processes.
        return _restore, (type(self), self.args, self.__dict__)


def _restore(kind: type[PracticeError], args: tuple[object, ...], state: dict[str, object]) -> PracticeError:
    error = kind.__new__(kind, *args)
    error.__dict__.update(state)
    return error


class Refused(PracticeError):
    """A rule says no. `rule` is its number in the rules."""

    rule: str = ""

    def __init__(self, message: str, *, rule: str | None = None) -> None:
        super().__init__(message)
        if rule is not None:
            self.rule = rule


class NotThirdParty(Refused):
    rule = "M1"

    def __init__(self) -> None:
        super().__init__("The attendee of this relationship is its payer already.")


class AlreadyPayer(Refused):
    rule = "M13"

    def __init__(self) -> None:
        super().__init__("Whom this is to be handed over to is its payer already.")


class RelationshipEnded(Refused):
    """Raised under M1 (migrating), M13 (handing over), S1 (booking, rebooking) and where an active one is needed."""

    rule = "S1"

    def __init__(self, *, reason: str, successor_id: str | None, rule: str) -> None:
        successor = f" Its active successor is {successor_id}." if successor_id else ""
        super().__init__(f"This relationship has ended.{successor}", rule=rule)
        self.reason = reason
        self.successor_id = successor_id


class RelationshipActive(Refused):
    rule = "P4"

    def __init__(self) -> None:
        super().__init__("This relationship is active; there is nothing to restart.")


class HasSuccessor(Refused):
    rule = "P4"

    def __init__(self, successor_id: str) -> None:
        super().__init__(f"A relationship with a successor ({successor_id}) is never restarted.")
        self.successor_id = successor_id


class RelationshipExists(Refused):
    rule = "P2"

    def __init__(self, relationship_id: str) -> None:
        super().__init__(f"{relationship_id} is active for the same therapist, attendee and payer.")
        self.relationship_id = relationship_id


class MigrationRequired(Refused):
    rule = "P2"

    def __init__(self, relationship_id: str) -> None:
        super().__init__(
            f"Somebody pays for this attendee under {relationship_id}: they become payer there by migration only."
        )
        self.relationship_id = relationship_id


class UpcomingSessions(Refused):
    rule = "P5"

    def __init__(self, session_ids: tuple[str, ...]) -> None:
        super().__init__(f"{len(session_ids)} sessions are still to come under this relationship.")
        self.session_ids = session_ids


class PriceRequired(Refused):
    rule = "P6"

    def __init__(self) -> None:
        super().__init__("This relationship has no fee: the price must be given.")


class UnderMinimumAge(Refused):
    """Raised under P1 (being a payer) and M3 (becoming one). `eligible_on` is a date in the practice's zone."""

    rule = "M3"

    def __init__(self, eligible_on: date, *, rule: str = "M3") -> None:
        # The date would tell the birthday, which no message may (A4).
        super().__init__("Under the practice's minimum payer age.", rule=rule)
        self.eligible_on = eligible_on


class NotAParty(Refused):
    rule = "M2"

    def __init__(self, *, rule: str = "M2") -> None:
        super().__init__("Only somebody who is a party to this relationship can ask.", rule=rule)


class AttendeeMustAsk(Refused):
    """Raised under M4 (migrating) and M13 (handing over)."""

    rule = "M4"

    def __init__(self, *, rule: str = "M4") -> None:
        since = "" if rule == "M13" else ", made since their birthday,"
        super().__init__(f"Only the attendee's own request{since} counts here.", rule=rule)


class DetailsMissing(Refused):
    rule = "M6"

    def __init__(self, fields: tuple[str, ...]) -> None:
        super().__init__("The account of whoever is to pay is not complete: " + ", ".join(fields) + ".")
        self.fields = fields


class DetailsConflict(Refused):
    rule = "M6"

    def __init__(self, fields: tuple[str, ...]) -> None:
        super().__init__("Already on record with another value: " + ", ".join(fields) + ".")
        self.fields = fields


class SharedEmail(Refused):
    rule = "M6"

    def __init__(self) -> None:
        super().__init__("Whoever is to pay has the same email address as the payer.")


class NotUpForReview(Refused):
    rule = "M11"

    def __init__(self) -> None:
        super().__init__("No birthday at the minimum payer age is near, or past, under this relationship.")


class AcceptanceRequired(Refused):
    """Raised under M12 (the attendee, where the policy asks for it) and M13 (another payer)."""

    rule = "M12"

    def __init__(self, *, rule: str = "M12") -> None:
        super().__init__("Whoever is to pay has to accept the request first.", rule=rule)


class TokenSpent(Refused):
    rule = "M12"

    def __init__(self) -> None:
        super().__init__("This request was accepted before: its token is used up.")


class CardRequired(Refused):
    """Raised under M12 (card before migration), M13 (before handing over) and S2 (booking)."""

    rule = "S2"

    def __init__(self, client_id: str, *, rule: str) -> None:
        super().__init__(f"Client {client_id} has no card on file that is good for this.", rule=rule)
        self.client_id = client_id


class AlreadyRequested(Refused):
    rule = "M10"

    def __init__(self, request_id: str) -> None:
        super().__init__(f"Request {request_id} of the same client is pending.")
        self.request_id = request_id


class RequestNotPending(Refused):
    rule = "M10"

    def __init__(self, status: str) -> None:
        super().__init__(f"This request is not pending: it is {status}.")
        self.status = status


class AgreementRequired(Refused):
    rule = "S11"

    def __init__(self, client_id: str) -> None:
        super().__init__(f"Client {client_id} has yet to agree to paying: by accepting or adding a card.")
        self.client_id = client_id


class StartsInThePast(Refused):
    rule = "S3"

    def __init__(self) -> None:
        super().__init__("A session is booked for the future; one already held is recorded as such.")


class OutsideRelationship(Refused):
    rule = "S3"

    def __init__(self) -> None:
        super().__init__("The session began before its relationship opened, or after it ended.")


class SlotTaken(Refused):
    """`session_ids` are the therapist's scheduled sessions in the way, the earliest first."""

    rule = "S4"

    def __init__(self, session_ids: tuple[str, ...]) -> None:
        super().__init__("The therapist has a session at that time: " + ", ".join(session_ids) + ".")
        self.session_ids = session_ids


class SessionNotUpcoming(Refused):
    """`rebooked_as` names what took its place, if something did."""

    rule = "S7"

    def __init__(self, *, status: str, rebooked_as: str | None, rule: str) -> None:
        successor = f" It was rebooked as {rebooked_as}." if rebooked_as else ""
        super().__init__(f"This session is not upcoming (it is {status}).{successor}", rule=rule)
        self.status = status
        self.rebooked_as = rebooked_as


class SessionNotOver(Refused):
    """Recorded too early, or for a second time."""

    rule = "S10"

    def __init__(self, status: str) -> None:
        super().__init__(f"Only a scheduled session that has started is recorded (it is {status}).")
        self.status = status


class RebookingRequired(Refused):
    rule = "S7"

    def __init__(self) -> None:
        super().__init__("The payer has changed: this session needs rebooking and cannot be moved.")


class RebookingNotNeeded(Refused):
    rule = "S8"

    def __init__(self) -> None:
        super().__init__("This session stands under a relationship that was not handed on.")


class NothingOwed(Refused):
    """Retried, but not due from anybody, or paid already."""

    rule = "C2"

    def __init__(self, *, rule: str = "C2") -> None:
        super().__init__("Nothing is due for this session.", rule=rule)


class AttemptOpen(Refused):
    """`attempt_id` is with the gateway: its outcome comes first."""

    rule = "C4"

    def __init__(self, attempt_id: str) -> None:
        super().__init__(f"Attempt {attempt_id} has no outcome yet.")
        self.attempt_id = attempt_id


class NothingToRefund(Refused):
    """No money is left that could go back this way: never taken, given back already, or paid elsewhere."""

    rule = "C7"

    def __init__(self) -> None:
        super().__init__("There is nothing to refund here.")


class RefundTooLarge(Refused):
    rule = "C7"

    def __init__(self) -> None:
        super().__init__("A refund never exceeds what is left of its payment.")


class NoticeNotFailed(Refused):
    rule = "N1"

    def __init__(self, state: str) -> None:
        super().__init__(f"Only a notice that failed or was unreachable is put back (this one is {state}).")
        self.state = state


class ClientErased(Refused):
    """Nothing more is done with somebody whose data was erased."""

    rule = "D3"

    def __init__(self, client_id: str) -> None:
        super().__init__(f"Client {client_id} was erased.")
        self.client_id = client_id


class OpenRelationships(Refused):
    """Nobody is erased who still attends or pays. `relationship_ids`: what has to end first, the oldest first."""

    rule = "D3"

    def __init__(self, relationship_ids: tuple[str, ...]) -> None:
        super().__init__("Still attends or pays under " + ", ".join(relationship_ids) + ".")
        self.relationship_ids = relationship_ids


class OpenSessions(Refused):
    """Nobody is erased who has sessions to come, or whose money is still on its way. `session_ids` are by start."""

    rule = "D3"

    def __init__(self, session_ids: tuple[str, ...]) -> None:
        super().__init__("Still to come, or to be settled: " + ", ".join(session_ids) + ".")
        self.session_ids = session_ids


class NotAllowed(PracticeError):
    """This actor may not do this (A2)."""

    def __init__(self, operation: str) -> None:
        super().__init__(f"This actor may not do this: {operation}.")
        self.operation = operation


class NotFound(PracticeError):
    """Nothing under that id, for this actor (A1)."""

    def __init__(self, kind: str, id: str) -> None:  # noqa: A002
        super().__init__(f"No {kind} {id!r}.")
        self.kind = kind
        self.id = id


class Conflict(PracticeError):
    """Somebody else changed it first; trying again is safe (D2)."""

    def __init__(self, what: str = "something this relied on") -> None:
        super().__init__(f"Somebody else changed {what} first.")


class Invalid(PracticeError):
    """Input that can never be right. `field` is its place, `problem` what is wrong; no value is repeated (A4)."""

    def __init__(self, field: str, problem: str) -> None:
        super().__init__(f"{field}: {problem}" if field else problem)
        self.field = field
        self.problem = problem


class AlreadyExists(Invalid):
    """Something of this kind has this id."""

    def __init__(self, kind: str, id: str) -> None:  # noqa: A002
        super().__init__("id", f"{kind} {id!r} exists already")


class IdempotencyConflict(Invalid):
    """The key was used with other input (D1)."""

    def __init__(self) -> None:
        super().__init__("idempotency_key", "was used with other input")


class Unavailable(PracticeError):
    """A database, gateway or mail server did not answer: `which` one.

    `outcome` is ``"not_done"``, or ``"unknown"`` when the answer to a commit was lost: repeat with the same key.
    """

    def __init__(self, which: str, why: str, *, outcome: Literal["not_done", "unknown"] = "not_done") -> None:
        super().__init__(f"The {which} did not answer: {why}.")
        self.which = which
        self.outcome: Literal["not_done", "unknown"] = outcome
