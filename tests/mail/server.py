"""A real SMTP server on this machine, with TLS and passwords: what it says to whom can be scripted."""

from __future__ import annotations

import email
import email.policy
import socket
import ssl
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from email.message import EmailMessage
from pathlib import Path
from typing import Any

import attrs
import trustme
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword, Session

USER, PASSWORD = "practice", "correct horse: battery/staple"


@attrs.define
class Post:
    """What arrived, and what is said instead to which address or after which data."""

    arrived: list[EmailMessage] = attrs.field(factory=list)
    to_address: dict[str, str] = attrs.field(factory=dict)
    after_data: dict[str, str] = attrs.field(factory=dict)
    sender: str = ""
    sessions: int = 0
    """How many have greeted, and were kept waiting or cut off, as these say."""
    on_data: Callable[[SMTP], Any] | None = None

    async def handle_EHLO(self, _: SMTP, session: Session, __: Envelope, hostname: str, responses: list[str]) -> Any:
        session.host_name = hostname
        self.sessions += 1
        return responses

    async def handle_MAIL(self, _: SMTP, __: Session, envelope: Envelope, address: str, ___: list[str]) -> str:
        envelope.mail_from = address
        return self.sender or "250 OK"

    async def handle_RCPT(self, _: SMTP, __: Session, envelope: Envelope, address: str, ___: list[str]) -> str:
        if address in self.to_address:
            return self.to_address[address]
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: SMTP, _: Session, envelope: Envelope) -> str:
        if self.on_data is not None:
            happened, self.on_data = self.on_data, None
            await happened(server)
        (address,) = envelope.rcpt_tos
        if address in self.after_data:
            return self.after_data[address]
        content = envelope.content
        assert isinstance(content, bytes)
        message = email.message_from_bytes(content, policy=email.policy.default)
        assert isinstance(message, EmailMessage)
        self.arrived.append(message)
        return "250 OK"


@attrs.frozen
class Server:
    post: Post
    port: int
    ca: Path

    def url(self, scheme: str = "smtp", *, password: str = PASSWORD, trusting: bool = True, timeout: float = 5) -> str:
        from urllib.parse import quote

        trust = f"ca={self.ca}&" if trusting else ""
        return f"{scheme}://{USER}:{quote(password, safe='')}@localhost:{self.port}?{trust}timeout={timeout}"


def _authenticated(_: SMTP, __: Session, ___: Envelope, ____: str, data: object) -> AuthResult:
    assert isinstance(data, LoginPassword)
    right = (data.login, data.password) == (USER.encode(), PASSWORD.encode())
    return AuthResult(success=right, handled=False)  # the server answers 535


@contextmanager
def smtp_server(folder: Path, *, implicit: bool = False, tls: bool = True) -> Iterator[Server]:
    """Started for a test, on a free port of the loopback; its certificate is signed by an authority of its own."""
    authority = trustme.CA()
    ca = folder / "ca.pem"
    authority.cert_pem.write_to_path(str(ca))
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert("localhost").configure_cert(context)
    post = Post()
    options: dict[str, Any] = {"enable_SMTPUTF8": True}
    if tls:
        options |= {"authenticator": _authenticated, "auth_required": True, "auth_require_tls": not implicit}
    if implicit:
        options["ssl_context"] = context
    elif tls:
        options |= {"tls_context": context, "require_starttls": True}
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    if implicit:
        warnings.filterwarnings("ignore", "Requiring AUTH while not requiring TLS")
    controller = Controller(post, hostname="localhost", port=port, **options)
    controller.start()
    try:
        yield Server(post, port, ca)
    finally:
        controller.stop()
