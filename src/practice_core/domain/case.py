"""What a decision about one relationship needs to know, read in one go."""

from __future__ import annotations

from collections.abc import Mapping

import attrs

from .attempt import Attempt
from .client import Client
from .errors import RelationshipEnded
from .migration_request import MigrationRequest
from .practice import Practice
from .relationship import Relationship, heir
from .session import SessionRecord


@attrs.frozen(kw_only=True)
class Case:
    """`family` is every relationship of the same therapist and attendee; a successor is always among them.

    `clients` are their attendee and payers by id. The rest is filled where a decision asks for it.
    """

    practice: Practice
    relationship: Relationship
    family: tuple[Relationship, ...]
    clients: Mapping[str, Client]
    requests: tuple[MigrationRequest, ...] = ()
    upcoming: tuple[SessionRecord, ...] = ()
    unsettled: tuple[SessionRecord, ...] = ()
    attempts: tuple[Attempt, ...] = ()
    attended: tuple[Relationship, ...] = ()
    """All that whoever is to pay attends under, with any therapist: where their date of birth may become known."""

    @property
    def attendee(self) -> Client:
        return self.clients[self.relationship.attendee_id]

    @property
    def payer(self) -> Client:
        return self.clients[self.relationship.payer_id]

    @property
    def heir(self) -> Relationship | None:
        return heir(self.relationship, self.family)

    def of(self, relationship: Relationship) -> Case:
        """The same family, seen from another of its relationships."""
        return attrs.evolve(self, relationship=relationship)

    def joined_by(self, client: Client) -> Case:
        """With that client: one who is none of the family (M13), or one of it as they are now."""
        if self.clients.get(client.id) is client:
            return self
        return attrs.evolve(self, clients={**self.clients, client.id: client})

    def must_be_active(self, *, rule: str) -> None:
        """Raises `RelationshipEnded`, naming the active successor if there is one (S1)."""
        if self.relationship.ended:
            successor = self.heir
            raise RelationshipEnded(
                reason=self.relationship.end_reason or "",
                successor_id=successor.id if successor else None,
                rule=rule,
            )
