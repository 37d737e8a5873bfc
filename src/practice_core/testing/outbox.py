"""An outbox one can read: who got which letter, and what it says."""

from __future__ import annotations

import re
from email.message import EmailMessage

import attrs

from ..adapters.memory.mail import MemoryMailer

_LINK = re.compile(r"https?://[^\s<>]+")


@attrs.frozen(kw_only=True)
class Delivered:
    """A letter as it reached somebody. `calendar`: its entries (RFC 5545), the one to look at first, first."""

    to: str = attrs.field(repr=False)
    subject: str
    text: str = attrs.field(repr=False)
    html: str = attrs.field(repr=False)
    calendar: tuple[str, ...] = attrs.field(repr=False)

    @property
    def links(self) -> tuple[str, ...]:
        """Every address in the text, in its order: the host's own pages, from `Settings.links`."""
        return tuple(_LINK.findall(self.text))


class Outbox(MemoryMailer):
    """A mailer that keeps what it is given. `says` and `down`, of `MemoryMailer`, script what goes wrong."""

    @property
    def letters(self) -> tuple[Delivered, ...]:
        """Everything that was delivered, the oldest first."""
        return tuple(_read(message) for message in self.outbox)

    def to(self, address: str) -> tuple[Delivered, ...]:
        """What reached that address, the oldest first."""
        return tuple(letter for letter in self.letters if letter.to == address)

    def clear(self) -> None:
        """Forget what was delivered so far."""
        self.outbox.clear()


def _read(message: EmailMessage) -> Delivered:
    (to,) = message["To"].addresses
    return Delivered(
        to=to.addr_spec,
        subject=message["Subject"],
        text="".join(_parts(message, "text/plain")),
        html="".join(_parts(message, "text/html")),
        calendar=tuple(_parts(message, "text/calendar")),
    )


def _parts(message: EmailMessage, content_type: str) -> list[str]:
    return [part.get_content() for part in message.walk() if part.get_content_type() == content_type]
