"""SMTP over TLS: ``smtp://`` begins it with STARTTLS and goes no further without, ``smtps://`` speaks it at once.

``smtp://user:password@mail.example:587?ca=FILE&timeout=20``. `ca` names certificates to trust beside the system's,
`timeout` is in seconds. ``?tls=none`` is for a relay on this machine.
"""

from __future__ import annotations

import re
import smtplib
import ssl
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from email.message import EmailMessage
from urllib.parse import SplitResult, parse_qsl, unquote, urlsplit

import attrs

from ..domain.delivery import Accepted, Deferred, Rejected
from ..domain.errors import Invalid, Unavailable

TIMEOUT_SECONDS = 20.0
PORTS = {"smtp": 587, "smtps": 465}
# The server closes the line: nothing that this one message could help.
CLOSING = 421
_ENHANCED = re.compile(rb"[245]\.\d{1,3}\.\d{1,3}\b")


@attrs.frozen(kw_only=True)
class _Server:
    host: str
    port: int
    implicit_tls: bool
    starttls: bool
    user: str = attrs.field(repr=False)
    password: str = attrs.field(repr=False)
    ca: str | None
    timeout: float


class SmtpMailer:
    """Connects when there is something to send, and keeps the connection for the batch."""

    def __init__(self, url: str) -> None:
        self._server = _server(url)

    @contextmanager
    def line(self) -> Iterator[_Line]:
        line = _Line(self._server)
        try:
            line.connect()
            yield line
        finally:
            line.hang_up()


class _Line:
    def __init__(self, server: _Server) -> None:
        self._server = server
        self._connection: smtplib.SMTP | None = None

    def send(self, message: EmailMessage) -> Accepted | Deferred | Rejected:
        try:
            self.connect().send_message(message)
        except smtplib.SMTPRecipientsRefused as refused:
            ((code, said),) = refused.recipients.values()
            return self._answer(code, said)
        except smtplib.SMTPDataError as refused:
            return self._answer(refused.smtp_code, refused.smtp_error)
        except smtplib.SMTPNotSupportedError:
            return Rejected("the server takes no such address")
        except smtplib.SMTPSenderRefused as refused:
            # That is about us, and every message.
            why = _code(refused.smtp_code, refused.smtp_error)
            raise Unavailable("mail server", f"refused the sender ({why})") from None
        except (OSError, smtplib.SMTPException) as exc:
            self.hang_up()
            raise Unavailable("mail server", f"the line broke ({type(exc).__name__})", outcome="unknown") from None
        return Accepted()

    def connect(self) -> smtplib.SMTP:
        """The connection there is, or a new one where there is none or it broke.

        Raises `Unavailable`, without the server's words and the password.
        """
        if self._connection is not None and self._connection.sock is not None:
            return self._connection
        try:
            self._connection = self._opened()
        except smtplib.SMTPAuthenticationError as refused:
            raise Unavailable("mail server", f"refused the password ({refused.smtp_code})") from None
        except ssl.SSLCertVerificationError:
            raise Unavailable("mail server", "its certificate is not trusted") from None
        except smtplib.SMTPNotSupportedError:
            raise Unavailable("mail server", "offers no TLS, or no authentication") from None
        except smtplib.SMTPResponseException as refused:
            raise Unavailable("mail server", _code(refused.smtp_code, refused.smtp_error)) from None
        except (OSError, smtplib.SMTPException) as exc:
            raise Unavailable("mail server", f"no connection ({type(exc).__name__})") from None
        return self._connection

    def hang_up(self) -> None:
        connection, self._connection = self._connection, None
        if connection is not None:
            with suppress(OSError, smtplib.SMTPException):
                connection.quit()
            connection.close()

    def _opened(self) -> smtplib.SMTP:
        server = self._server
        tls = ssl.create_default_context()
        if server.ca is not None:
            tls.load_verify_locations(server.ca)
        if server.implicit_tls:
            connection: smtplib.SMTP = smtplib.SMTP_SSL(server.host, server.port, timeout=server.timeout, context=tls)
        else:
            connection = smtplib.SMTP(server.host, server.port, timeout=server.timeout)
        try:
            if server.starttls:
                connection.starttls(context=tls)
            if server.user:
                connection.login(server.user, server.password)
        except BaseException:
            connection.close()
            raise
        return connection

    def _answer(self, code: int, said: bytes | str) -> Deferred | Rejected:
        """What the server says of one message. Raises `Unavailable` where it hangs up."""
        if code == CLOSING:
            self.hang_up()
            raise Unavailable("mail server", _code(code, said))
        return Rejected(_code(code, said)) if code >= 500 else Deferred(_code(code, said))


def _code(code: int, said: bytes | str) -> str:
    """Such as ``550 5.1.1``, and nothing of what stands behind it: that may repeat the address (A4)."""
    enhanced = _ENHANCED.match(said if isinstance(said, bytes) else said.encode())
    return f"{code} {enhanced[0].decode()}" if enhanced else str(code)


def _apart(url: str) -> tuple[SplitResult, dict[str, str], int, float] | None:
    """Its parts, options, port and time-out. None for text that is none: what is raised for it may repeat it (A4)."""
    try:
        parts = urlsplit(url)
        options = dict(parse_qsl(parts.query, keep_blank_values=True))
        return parts, options, parts.port or PORTS[parts.scheme], float(options.pop("timeout", TIMEOUT_SECONDS))
    except (KeyError, ValueError):
        return None


def _server(url: str) -> _Server:
    apart = _apart(url)
    if apart is None:
        raise Invalid("mail", "is no URL such as smtp://user:password@mail.example:587")
    parts, options, port, timeout = apart
    ca, tls = options.pop("ca", None), options.pop("tls", "")
    if not parts.hostname or parts.path.strip("/") or options or tls not in ("", "none") or timeout <= 0:
        raise Invalid("mail", "SMTP takes a host, a port, and only ?ca=, ?timeout= and ?tls=none after it")
    if tls == "none" and (parts.username or parts.scheme == "smtps"):
        raise Invalid("mail", "a password goes over TLS only")
    return _Server(
        host=parts.hostname,
        port=port,
        implicit_tls=parts.scheme == "smtps",
        starttls=parts.scheme == "smtp" and tls != "none",
        user=unquote(parts.username or ""),
        password=unquote(parts.password or ""),
        ca=ca,
        timeout=timeout,
    )
