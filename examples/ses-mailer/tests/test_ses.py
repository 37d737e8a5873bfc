"""What only SES does."""

from __future__ import annotations

import socket

import pytest
from moto.ses.models import SESBackend
from practice_core import Unavailable
from practice_core.domain.delivery import Accepted
from practice_core.testing import a_message

from practice_core_ses import SesMailer


def test_the_envelope_is_the_senders_and_the_one_recipients(mailer: SesMailer, ses: SESBackend) -> None:
    with mailer.line() as line:
        assert Accepted() == line.send(a_message("notice-1"))
    (sent,) = ses.sent_messages
    assert "elm@practice.example" == sent.source
    assert "ash@people.example" == sent.destinations[0]


def test_an_unverified_sender_leaves_notices_waiting(mailer: SesMailer, ses: SESBackend) -> None:
    """Somebody has to verify it; until then it is no notice's fault."""
    ses.delete_identity("elm@practice.example")
    with mailer.line() as line, pytest.raises(Unavailable, match="MessageRejected"):
        line.send(a_message("notice-1"))


def test_where_the_quota_is_used_up_there_is_no_line(mailer: SesMailer, ses: SESBackend) -> None:
    ses.sent_message_count = 200
    with pytest.raises(Unavailable, match="quota"), mailer.line():
        pass


def test_without_credentials_there_is_no_line(mailer: SesMailer, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"):
        monkeypatch.delenv(name)
    monkeypatch.setenv("AWS_EC2_METADATA_DISABLED", "true")
    monkeypatch.setenv("AWS_SHARED_CREDENTIALS_FILE", "nowhere")
    monkeypatch.setenv("AWS_CONFIG_FILE", "nowhere")
    with pytest.raises(Unavailable, match="NoCredentialsError"), mailer.line():
        pass


def test_where_nobody_listens_there_is_no_line(mailer: SesMailer, monkeypatch: pytest.MonkeyPatch) -> None:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    monkeypatch.setenv("AWS_ENDPOINT_URL_SES", f"http://127.0.0.1:{port}")
    with pytest.raises(Unavailable, match="EndpointConnectionError"), mailer.line():
        pass


@pytest.mark.usefixtures("ses")
def test_a_server_that_says_nothing_is_left_after_the_timeout(monkeypatch: pytest.MonkeyPatch) -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        monkeypatch.setenv("AWS_ENDPOINT_URL_SES", f"http://127.0.0.1:{silent.getsockname()[1]}")
        with pytest.raises(Unavailable, match="ReadTimeoutError"), SesMailer("eu-west-1", timeout=0.2).line():
            pass
