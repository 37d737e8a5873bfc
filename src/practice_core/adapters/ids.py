"""Time-ordered ids."""

from __future__ import annotations

from uuid_utils import uuid7


class TimeOrderedIds:
    """UUIDv7 (RFC 9562): later ones sort later, so that new rows stand together in an index."""

    def new(self) -> str:
        return str(uuid7())
