"""A mailer in this process: an outbox one can read."""

from __future__ import annotations

from email.message import EmailMessage


class MemoryMailer:
    """Keeps every message it is handed, the oldest first."""

    def __init__(self) -> None:
        self.outbox: list[EmailMessage] = []

    def send(self, message: EmailMessage) -> None:
        self.outbox.append(message)
