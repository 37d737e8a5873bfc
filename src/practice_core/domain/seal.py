"""Tokens for links: whoever has to accept a request answers it with one, without a login (M12, M13).

A token is made from the host's secret and the request, so that nothing but its digest need be kept, and a letter
that is sent twice carries the same. Whoever reads the database makes no token of it.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
from typing import TYPE_CHECKING

import attrs

from .checks import a_line
from .errors import NotFound, RequestNotPending, TokenSpent

if TYPE_CHECKING:
    from datetime import datetime

    from .migration_request import MigrationRequest


@attrs.frozen
class Seal:
    """What makes tokens; without a secret it makes none."""

    secret: str = attrs.field(repr=False)

    def token(self, practice_id: str, request_id: str, client_id: str) -> str:
        """For that client to answer that request with; the same whenever it is made. Blank without a secret."""
        if not self.secret:
            return ""
        # As a list, so that no two are written alike.
        said = json.dumps([practice_id, request_id, client_id]).encode()
        made = hmac.new(self.secret.encode(), said, hashlib.sha256).digest()
        return base64.urlsafe_b64encode(made).decode().rstrip("=")


NO_SEAL = Seal("")


def digest(token: str) -> str:
    """What is kept of a token; of none, nothing."""
    return hashlib.sha256(token.encode()).hexdigest() if token else ""


def fits(token: str, request: MigrationRequest) -> bool:
    """Whether it is the token of that request, told in the same time whatever it is."""
    return bool(request.token_digest) and hmac.compare_digest(digest(token), request.token_digest)


def belongs(token: object, request: MigrationRequest) -> None:
    """Raises `NotFound` for any other token, as if there were no such request."""
    if not fits(a_line("token", token), request):
        raise NotFound("migration request", request.id)


def opens(token: object, request: MigrationRequest, at: datetime) -> None:
    """Whether its bearer sees the request: it holds as long as that. Raises `NotFound`, `RequestNotPending`."""
    belongs(token, request)
    if at >= request.expires_at:
        raise RequestNotPending("expired")


def answers(token: object, request: MigrationRequest, at: datetime) -> None:
    """Whether its bearer may answer, which is once. Raises as `opens`, and `TokenSpent`."""
    opens(token, request, at)
    if request.accepted_at is not None:
        raise TokenSpent
