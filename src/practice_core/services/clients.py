"""The areas `clients` and `cards`."""

from __future__ import annotations

from datetime import date

import attrs

from ..domain import accounts
from ..domain.actor import Actor
from ..domain.authority import permit, standing_as_therapist, standing_in_practice, standing_under
from ..domain.checks import ENGLISH
from ..domain.client import Client, a_birth_date, not_erased
from ..domain.erasure import erase
from ..domain.errors import ClientErased
from ..domain.export import export
from ..domain.occasion import Occasion
from ..domain.practice import Practice, Therapist
from ..domain.views import Attendee, attendee_seen
from ..ports import questions
from ..ports.payments import KeptCard, Payments
from . import cases
from .desk import Command, Desk, kept_as
from .dossiers import DossierFile
from .people import Acquaintance
from .work import UnitOfWork


@attrs.frozen
class Clients:
    _desk: Desk

    def register(
        self,
        actor: Actor,
        *,
        given_name: str,
        family_name: str,
        email: str | None = None,
        phone: str | None = None,
        date_of_birth: date | None = None,
        language: str = ENGLISH,
        id: str | None = None,  # noqa: A002
        idempotency_key: str | None = None,
    ) -> Client:
        """Open an account for somebody who will attend, pay, or both. By staff or a therapist.

        `language` is a BCP 47 tag; notices are written in it. Raises `Invalid`.
        """

        def decide(work: UnitOfWork, practice: Practice, occasion: Occasion) -> Client:
            permit("clients.register", standing_in_practice(actor))
            if date_of_birth is not None:
                a_birth_date("date_of_birth", date_of_birth, practice.local_date(occasion.at))
            client = Client(
                id=occasion.new_id("client"),
                practice_id=practice.id,
                given_name=given_name,
                family_name=family_name,
                email=email,
                phone=phone,
                date_of_birth=date_of_birth,
                language=language,
                registered_by=str(actor),
            )
            return work.record(accounts.register_client(client, occasion))

        details = {
            "given_name": given_name,
            "family_name": family_name,
            "email": email,
            "phone": phone,
            "date_of_birth": date_of_birth,
            "language": language,
        }
        command = Command(
            operation="clients.register",
            actor=actor,
            key=idempotency_key,
            arguments=details,
            creates=Client,
            id=id,
        )
        return self._desk.carry_out(command, (), decide, kept_as(Client), at=self._desk.now())

    def get(self, actor: Actor, client_id: str) -> Client:
        """The account of a client: their own, or one the actor works with (A1). Raises `NotFound`."""
        known = Acquaintance(actor, client_id)
        with self._desk.reading("clients.get", actor, *known.asks) as (work, _):
            client, standings = known.client(work)
            permit("clients.get", standings)
            return client

    def update(
        self,
        actor: Actor,
        client_id: str,
        *,
        reason: str = "",
        idempotency_key: str | None = None,
        **changes: object,
    ) -> Client:
        """Change `given_name`, `family_name`, `email`, `phone`, `date_of_birth` or `language`.

        A date of birth on record is changed by staff only, with a reason; a blank one of somebody who attends
        at another's cost is filled in by therapists and staff only (A2). Raises `NotAllowed`, `Invalid`.
        """
        known = Acquaintance(actor, client_id)
        attended = questions.ATTENDED_BY(client_id=client_id)

        def decide(work: UnitOfWork, practice: Practice, occasion: Occasion) -> Client:
            client, standings = known.client(work)
            permit("clients.update", standings)
            return work.record(
                accounts.update_client(
                    client,
                    changes,
                    reason=reason,
                    attended=work.find(attended),
                    practice=practice,
                    standings=standings,
                    occasion=occasion,
                )
            )

        command = Command(
            operation="clients.update",
            actor=actor,
            key=idempotency_key,
            arguments={"client_id": client_id, "reason": reason, "changes": changes},
        )
        return self._desk.carry_out(command, (*known.asks, attended), decide, kept_as(Client), at=self._desk.now())

    def of_therapist(self, actor: Actor, therapist_id: str) -> tuple[Client, ...]:
        """Everybody who attends or pays under a relationship with that therapist, in the order in which they came."""
        theirs = questions.CLIENTS_OF_THERAPIST(therapist_id=therapist_id)
        relationships = questions.OF_THERAPIST(therapist_id=therapist_id)
        asks = (questions.THERAPIST(id=therapist_id), relationships, theirs)
        with self._desk.reading("clients.of_therapist", actor, *asks) as (work, _):
            permit("clients.of_therapist", standing_as_therapist(actor, therapist_id))
            work.get(Therapist, therapist_id)
            clients = {client.id: client for client in work.find(theirs)}
            came = [name for it in work.find(relationships) for name in (it.attendee_id, it.payer_id)]
            return tuple(clients[name] for name in dict.fromkeys(came))

    def attendee_of(self, actor: Actor, relationship_id: str) -> Attendee:
        """Who attends under a relationship: what its payer is shown of them (A3). Raises `NotFound`, `NotAllowed`.

        A former payer is not told: what somebody is called now came after their time.
        """
        file = cases.of_relationship(relationship_id)
        with self._desk.reading("clients.attendee_of", actor, *file.asks) as (work, practice):
            case = file.case(work, practice, relationship_id)
            permit("clients.attendee_of", standing_under(actor, case.relationship))
            return attendee_seen(case.attendee)

    def export(self, actor: Actor, client_id: str) -> str:
        """Everything kept on a client, as one JSON document (D3); `domain/client_export.schema.json` says what is in
        it. For the office, and for clients themselves, who get no more than they see elsewhere (A3)."""
        known, file = Acquaintance(actor, client_id), DossierFile(client_id)
        with self._desk.reading("clients.export", actor, *known.asks, *file.asks) as (work, practice):
            _, standings = known.client(work)
            permit("clients.export", standings)
            return export(file.dossier(work, practice), actor, self._desk.now())

    def erase(self, actor: Actor, client_id: str, *, idempotency_key: str | None = None) -> Client:
        """Remove what identifies a client from everything that is kept; amounts, dates and ids stay (D3). By staff.

        The gateway is told by due work. Cannot be undone. Raises `OpenRelationships`, `OpenSessions`.
        """
        known, file = Acquaintance(actor, client_id), DossierFile(client_id)

        def decide(work: UnitOfWork, practice: Practice, occasion: Occasion) -> Client:
            _, standings = known.client(work)
            permit("clients.erase", standings)
            return work.record(erase(file.dossier(work, practice), occasion))

        command = Command(
            operation="clients.erase", actor=actor, key=idempotency_key, arguments={"client_id": client_id}
        )
        return self._desk.carry_out(command, (*known.asks, *file.asks), decide, kept_as(Client), at=self._desk.now())


@attrs.frozen
class Cards:
    _desk: Desk
    _payments: Payments

    def invite(self, actor: Actor, client_id: str) -> str:
        """The address of the gateway's own page where the client enters a card."""
        client = self._client(actor, client_id, "cards.invite")
        return self._payments.card_link(client.practice_id, client.id, client.gateway_account)

    def add(
        self,
        actor: Actor,
        client_id: str,
        *,
        reference: str,
        idempotency_key: str | None = None,
    ) -> Client:
        """Keep the card of that reference, which the gateway's page answered.

        A card added after a migration is the attendee's agreement to it (S11). Raises `Invalid` for a
        reference the gateway does not know, `Unavailable`.
        """
        command = Command(
            operation="cards.add",
            actor=actor,
            key=idempotency_key,
            arguments={"client_id": client_id, "reference": reference},
        )
        at = self._desk.now()
        before = self._desk.recalled(command, kept_as(Client), at=at)
        if before is not None:
            return before
        client = self._client(actor, client_id, "cards.add")
        # The gateway is asked between two units of work: never while something is locked.
        kept = self._payments.keep_card(client.practice_id, client.id, client.gateway_account, reference)
        try:
            return self._change(command, client_id, kept)
        except ClientErased:
            # While the gateway was asked, which may have been told to forget them before it kept this (D3).
            self._payments.forget(client.practice_id, client.id, kept.account)
            raise

    def remove(self, actor: Actor, client_id: str, *, idempotency_key: str | None = None) -> Client:
        """Forget the card on file."""
        command = Command(
            operation="cards.remove",
            actor=actor,
            key=idempotency_key,
            arguments={"client_id": client_id},
        )
        return self._change(command, client_id, None)

    def _client(self, actor: Actor, client_id: str, operation: str) -> Client:
        known = Acquaintance(actor, client_id)
        with self._desk.reading(operation, actor, *known.asks) as (work, _):
            client, standings = known.client(work)
            permit(operation, standings)
            not_erased(client)
            return client

    def _change(self, command: Command, client_id: str, kept: KeptCard | None) -> Client:
        known = Acquaintance(command.actor, client_id)
        attended = questions.ATTENDED_BY(client_id=client_id)

        def decide(work: UnitOfWork, practice: Practice, occasion: Occasion) -> Client:
            client, standings = known.client(work)
            permit(command.operation, standings)
            if kept is None:
                return work.record(accounts.remove_card(client, occasion))
            return work.record(
                accounts.add_card(
                    client,
                    kept.card,
                    kept.account,
                    relationships=work.find(attended),
                    practice=practice,
                    occasion=occasion,
                )
            )

        return self._desk.carry_out(command, (*known.asks, attended), decide, kept_as(Client), at=self._desk.now())
