"""Every mailer does the same: the conformance suite on each that we have."""

from __future__ import annotations

import email
import email.policy
import mailbox
from collections.abc import Iterator, Sequence
from email.message import EmailMessage
from pathlib import Path

import pytest
from tests.mail.server import smtp_server

from practice_core.adapters.maildir import MaildirMailer
from practice_core.adapters.memory.mail import MemoryMailer
from practice_core.adapters.smtp import SmtpMailer
from practice_core.testing import Box, MailerConformance


class TestMemoryMailer(MailerConformance):
    @pytest.fixture
    def box(self) -> Box:
        mailer = MemoryMailer()
        return Box(mailer=mailer, arrived=lambda: mailer.outbox)


class TestMaildirMailer(MailerConformance):
    @pytest.fixture
    def box(self, tmp_path: Path) -> Box:
        folder = tmp_path / "mail" / "out"

        def arrived() -> Sequence[EmailMessage]:
            files = sorted((folder / "new").iterdir(), key=lambda file: file.stat().st_mtime_ns)
            return [_read(file.read_bytes()) for file in files]

        return Box(mailer=MaildirMailer(folder), arrived=arrived, in_order=False)

    def test_any_mail_program_can_open_it(self, box: Box, tmp_path: Path) -> None:
        with box.mailer.line():
            pass
        assert 0 == len(mailbox.Maildir(tmp_path / "mail" / "out", create=False))


@pytest.mark.parametrize("implicit", [False, True], ids=["starttls", "implicit tls"])
class TestSmtpMailer(MailerConformance):
    """Over TLS, with a password, to a server on this machine."""

    @pytest.fixture
    def box(self, implicit: bool, tmp_path: Path) -> Iterator[Box]:
        with smtp_server(tmp_path, implicit=implicit) as server:
            mailer = SmtpMailer(server.url("smtps" if implicit else "smtp"))
            yield Box(mailer=mailer, arrived=lambda: server.post.arrived)


def _read(content: bytes) -> EmailMessage:
    message = email.message_from_bytes(content, policy=email.policy.default)
    assert isinstance(message, EmailMessage)
    return message
