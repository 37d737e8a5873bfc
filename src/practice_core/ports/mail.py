"""What sends notices."""

from __future__ import annotations

from email.message import EmailMessage
from typing import Protocol


class Mailer(Protocol):
    def send(self, message: EmailMessage) -> None:
        """Hand one message over. Raises `Unavailable` where it should be tried again later."""
