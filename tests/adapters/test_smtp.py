"""What only a mail server does: passwords, certificates, refusals, lines that break. A real one, on this machine."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Any

import pytest
from tests.mail.server import Server, smtp_server

from practice_core import Invalid, Unavailable
from practice_core.adapters.smtp import SmtpMailer
from practice_core.domain.delivery import Accepted, Deferred, Rejected
from practice_core.testing.messages import a_message

ASH, BO = "ash@people.example", "bo@people.example"


@pytest.fixture
def server(tmp_path: Path) -> Any:
    with smtp_server(tmp_path) as started:
        yield started


def refused(url: str) -> str:
    with pytest.raises(Unavailable) as outage, SmtpMailer(url).line():
        pass
    assert "battery" not in str(outage.value)
    return str(outage.value)


def test_a_wrong_password_is_an_outage_and_shown_nowhere(server: Server) -> None:
    assert refused(server.url(password="wrong battery")).endswith("refused the password (535).")  # noqa: S106
    assert server.post.arrived == []


def test_a_certificate_of_nobody_known_is_not_trusted(server: Server) -> None:
    assert "not trusted" in refused(server.url(trusting=False))


def test_without_tls_offered_nothing_is_said(tmp_path: Path) -> None:
    with smtp_server(tmp_path, tls=False) as plain:
        assert "offers no TLS" in refused(plain.url())
        assert plain.post.arrived == []


def test_nobody_there_is_an_outage() -> None:
    assert "no connection" in refused("smtp://localhost:1?timeout=1")


@pytest.mark.parametrize(
    ("answer", "outcome"),
    [("550 5.1.1 <ash@people.example> unknown", Rejected("550 5.1.1")), ("451 4.7.1 later", Deferred("451 4.7.1"))],
)
@pytest.mark.parametrize("where", ["to_address", "after_data"])
def test_N1_what_is_said_of_one_message_concerns_no_other(
    server: Server, where: str, answer: str, outcome: object
) -> None:
    getattr(server.post, where)[ASH] = answer
    with SmtpMailer(server.url()).line() as line:
        assert [line.send(a_message("n1", email=ASH)), line.send(a_message("n2", email=BO))] == [outcome, Accepted()]
    assert len(server.post.arrived) == 1


def test_a_server_that_closes_the_line_is_an_outage_and_the_next_message_has_a_new_one(server: Server) -> None:
    server.post.to_address[ASH] = "421 4.3.2 closing"
    with SmtpMailer(server.url()).line() as line:
        with pytest.raises(Unavailable, match="421"):
            line.send(a_message("n1", email=ASH))
        assert line.send(a_message("n2", email=BO)) == Accepted()


def test_a_line_cut_in_mid_message_leaves_open_whether_it_was_taken(server: Server) -> None:
    async def cut(smtp: Any) -> None:
        smtp.transport.abort()
        await asyncio.sleep(0)

    server.post.on_data = cut
    with SmtpMailer(server.url()).line() as line:
        with pytest.raises(Unavailable) as outage:
            line.send(a_message("n1"))
        assert outage.value.outcome == "unknown"
        assert line.send(a_message("n1")) == Accepted()


def test_a_server_that_takes_too_long_is_an_outage(server: Server) -> None:
    async def slow(_: Any) -> None:
        await asyncio.sleep(1)

    server.post.on_data = slow
    with SmtpMailer(server.url(timeout=0.3)).line() as line, pytest.raises(Unavailable, match="line broke"):
        line.send(a_message("n1"))


def test_a_sender_that_is_refused_is_no_fault_of_the_message(server: Server) -> None:
    server.post.sender = "550 5.7.1 not you"
    with SmtpMailer(server.url()).line() as line, pytest.raises(Unavailable, match="sender"):
        line.send(a_message("n1"))


@pytest.mark.parametrize(
    "url", ["smtp://", "smtp://host:x", "smtp://host/path", "smtp://host?x=1", "smtp://u:p@host?tls=none"]
)
def test_a_url_that_makes_no_sense_is_invalid(url: str) -> None:
    with pytest.raises(Invalid):
        SmtpMailer(url)
