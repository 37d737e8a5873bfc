"""Amazon SES on this machine: moto's server, spoken to over HTTP like the real one."""

from __future__ import annotations

import email
import email.policy
from collections.abc import Callable, Iterator, Sequence
from email.message import EmailMessage
from email.utils import format_datetime

import pytest
from moto.core.models import DEFAULT_ACCOUNT_ID
from moto.core.utils import utcnow
from moto.server import ThreadedMotoServer
from moto.ses.models import RawMessage, SESBackend, ses_backends

from practice_core_ses import SesMailer

REGION = "eu-west-1"
SENDER = "elm@practice.example"


@pytest.fixture(scope="session")
def endpoint() -> Iterator[str]:
    server = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    server.start()
    host, port = server.get_host_and_port()
    yield f"http://{host}:{port}"
    server.stop()


@pytest.fixture
def ses(endpoint: str, monkeypatch: pytest.MonkeyPatch) -> SESBackend:
    """Where moto keeps what was sent; nothing yet, and the practice's address is verified."""
    monkeypatch.setenv("AWS_ACCESS_KEY_ID", "key-of-nobody")
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "secret-of-nobody")
    monkeypatch.setenv("AWS_ENDPOINT_URL_SES", endpoint)
    backend: SESBackend = ses_backends[DEFAULT_ACCOUNT_ID][REGION]
    backend.reset()
    backend.verify_email_identity(SENDER)
    return backend


@pytest.fixture
def mailer(ses: SESBackend) -> SesMailer:
    return SesMailer(REGION, timeout=5)


@pytest.fixture
def arrived(ses: SESBackend) -> Callable[[], Sequence[EmailMessage]]:
    """What recipients get: moto keeps a message as it was sent, SES replaces two headers on the way."""
    return lambda: [_delivered(message) for message in ses.sent_messages]


def _delivered(sent: RawMessage) -> EmailMessage:
    message = email.message_from_string(sent.raw_data, policy=email.policy.default)
    assert isinstance(message, EmailMessage)
    message.replace_header("Message-ID", f"<{sent.id}@{REGION}.amazonses.com>")
    message.replace_header("Date", format_datetime(utcnow()))
    return message
