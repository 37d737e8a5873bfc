"""The area `invitations`: answering a request with its token, and no login (M12, M13)."""

from __future__ import annotations

from datetime import datetime

import attrs

from ..domain import requests, seal
from ..domain.actor import Actor
from ..domain.authority import Standing, permit, standing_in_practice
from ..domain.checks import an_id
from ..domain.errors import Invalid
from ..domain.migration_request import MigrationRequest
from ..domain.seal import Seal
from ..domain.views import request_as_seen_by
from ..ports import questions
from .answering import Answer, answered, declining
from .desk import Desk


@attrs.frozen
class Invitations:
    """The bearer of a token acts as the client it was made for, and may do nothing else with it.

    It holds as long as the request and is good for one answer. Any other token is `NotFound`.
    """

    _desk: Desk
    _seal: Seal

    def token(self, actor: Actor, request_id: str) -> str:
        """The token, for a link that the host sends itself; never to be logged. Staff only.

        Raises `NotFound`, and `Invalid` where there is none to give: no secret is set, or nobody has to accept.
        """
        one = questions.REQUEST(id=an_id("request_id", request_id))
        with self._desk.reading("invitations.token", actor, one) as (work, _):
            permit("invitations.token", standing_in_practice(actor))
            request = work.get(MigrationRequest, request_id)
        token = self._seal.token(request.practice_id, request.id, request.new_payer_id)
        if not seal.fits(token, request):
            raise Invalid(
                "request_id", "has no token: nobody has to accept it, or it was made with no or another secret"
            )
        return token

    def get(self, practice_id: str, request_id: str, *, token: str) -> MigrationRequest:
        """The request that the token is for. Raises `NotFound`, and `RequestNotPending` when its time is over."""
        actor, request = self._bearer("invitations.get", practice_id, request_id, token)
        seal.opens(token, request, self._desk.now())
        return request_as_seen_by(actor, request)

    def accept(
        self, practice_id: str, request_id: str, *, token: str, idempotency_key: str | None = None
    ) -> MigrationRequest:
        """As `migrations.accept`, by the client the token was made for. Raises `TokenSpent` the second time."""
        return self._answer(practice_id, request_id, token, Answer("accept", requests.accept), idempotency_key)

    def decline(
        self, practice_id: str, request_id: str, *, token: str, reason: str, idempotency_key: str | None = None
    ) -> MigrationRequest:
        """As `migrations.decline`, by the client the token was made for: of handing over only (M13)."""
        return self._answer(practice_id, request_id, token, declining(reason), idempotency_key)

    def _answer(
        self, practice_id: str, request_id: str, token: str, answer: Answer, key: str | None
    ) -> MigrationRequest:
        actor, _ = self._bearer(f"invitations.{answer.word}", practice_id, request_id, token)

        def check(request: MigrationRequest, at: datetime) -> None:
            seal.answers(token, request, at)

        return answered(self._desk, actor, request_id, answer, key, area="invitations", check=check)

    def _bearer(self, operation: str, practice_id: str, request_id: str, token: str) -> tuple[Actor, MigrationRequest]:
        """Whom the token was made for. Raises `NotFound` for any other token."""
        one = questions.REQUEST(id=an_id("request_id", request_id))
        with self._desk.reading(operation, Actor.system(practice_id), one) as (work, _):
            request = work.get(MigrationRequest, request_id)
        seal.belongs(token, request)
        permit(operation, frozenset({Standing.BEARER}))
        return Actor.client(practice_id, request.new_payer_id), request
