"""A mail server in this process: an outbox one can read, and that can be told to fail."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from email.message import EmailMessage
from typing import NoReturn

from ...domain.delivery import Accepted, Deferred, Rejected
from ...domain.errors import Unavailable


class MemoryMailer:
    """Keeps every message it is handed, the oldest first."""

    def __init__(self) -> None:
        self.outbox: list[EmailMessage] = []
        self._says: dict[str, Deferred | Rejected] = {}
        self._down = False

    def says(self, address: str, outcome: Deferred | Rejected | None) -> None:
        """From now on that is the answer for that address; None: it is taken again."""
        if outcome is None:
            self._says.pop(address, None)
        else:
            self._says[address] = outcome

    def down(self, down: bool = True) -> None:
        """From now on nobody answers; or somebody does again."""
        self._down = down

    @contextmanager
    def line(self) -> Iterator[MemoryMailer]:
        if self._down:
            raise Unavailable("mail server", "it is down")
        yield self

    def send(self, message: EmailMessage) -> Accepted | Deferred | Rejected:
        if self._down:
            raise Unavailable("mail server", "it is down")
        (to,) = message["To"].addresses
        if to.addr_spec in self._says:
            return self._says[to.addr_spec]
        self.outbox.append(message)
        return Accepted()


class NoMailer:
    """Where no mail can go from: notices wait."""

    def __init__(self, why: str) -> None:
        self._why = why

    def line(self) -> NoReturn:
        raise Unavailable("mail server", self._why)
