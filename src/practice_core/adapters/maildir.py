"""A folder that any mail program opens: for development, and for hosts whose own mail system takes it from there."""

from __future__ import annotations

import mailbox
from collections.abc import Iterator
from contextlib import contextmanager
from email.message import EmailMessage
from pathlib import Path

from ..domain.delivery import Accepted
from ..domain.errors import Unavailable


class MaildirMailer:
    """Made when the first message comes."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    @contextmanager
    def line(self) -> Iterator[_Line]:
        with _translated():
            for name in ("tmp", "new", "cur"):
                # By ourselves: the library's own way fails where two make it at once.
                (self.folder / name).mkdir(parents=True, exist_ok=True)
            box = mailbox.Maildir(self.folder, factory=None, create=False)
        yield _Line(box)


class _Line:
    def __init__(self, box: mailbox.Maildir) -> None:
        self._box = box

    def send(self, message: EmailMessage) -> Accepted:
        with _translated():
            self._box.add(message)
        return Accepted()


@contextmanager
def _translated() -> Iterator[None]:
    try:
        yield
    except OSError as exc:
        raise Unavailable("maildir", exc.strerror or type(exc).__name__) from exc
