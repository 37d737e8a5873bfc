"""What sends notices."""

from __future__ import annotations

from contextlib import AbstractContextManager
from email.message import EmailMessage
from typing import Protocol, runtime_checkable

from ..domain.delivery import Accepted, Deferred, Rejected


class Line(Protocol):
    """A connection to a mail server, for as many messages as there are. Used by one thread."""

    def send(self, message: EmailMessage) -> Accepted | Deferred | Rejected:
        """Hand one message over. What the server says of this one message is a value, and concerns no other.

        Raises `Unavailable` where nobody answered, or not to the end: it may have been taken. The next one is tried
        on a connection of its own.
        """


@runtime_checkable
class Mailer(Protocol):
    """Thread-safe."""

    def line(self) -> AbstractContextManager[Line]:
        """A connection, opened at once. Raises `Unavailable` where there is none to be had."""
