"""The adapter: the port `practice_core.ports.mail.Mailer` over the API of Amazon SES."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from email.message import EmailMessage
from threading import Lock
from typing import TYPE_CHECKING

import attrs
import boto3
from botocore.config import Config
from botocore.exceptions import BotoCoreError, ClientError, ConnectTimeoutError, EndpointConnectionError
from practice_core import Unavailable
from practice_core.domain.delivery import Accepted, Deferred, Rejected

if TYPE_CHECKING:
    from mypy_boto3_ses.client import SESClient
    from mypy_boto3_ses.type_defs import SendRawEmailRequestTypeDef

TIMEOUT_SECONDS = 20.0
# SES puts its own in their place; ours go along under this prefix.
REPLACED = ("Message-ID", "Date")
PREFIX = "X-Practice-Core-"
# What SES says of one message. The rest is about us: nothing goes until somebody sees to it.
ABOUT_THE_MESSAGE = ("InvalidParameterValue", "MessageRejected")
UNVERIFIED = ("not verified", "authority to send")
NOTHING_SENT = (ConnectTimeoutError, EndpointConnectionError)


class SesMailer:
    """Reaches SES when there is something to send. One client, which boto3 lets threads share."""

    def __init__(self, region: str, *, configuration_set: str | None = None, timeout: float = TIMEOUT_SECONDS) -> None:
        self._region = region
        self._configuration_set = configuration_set
        self._timeout = timeout
        self._lock = Lock()
        self._made: SESClient | None = None

    @contextmanager
    def line(self) -> Iterator[_Line]:
        """Asks for the quota: whether SES is there, knows us, and takes more today. Raises `Unavailable` if not."""
        try:
            client = self._client()
            quota = client.get_send_quota()
        except ClientError as refused:
            raise _unavailable(refused) from None
        except BotoCoreError as exc:
            raise Unavailable("mail server", f"no connection ({type(exc).__name__})") from None
        if 0 <= quota["Max24HourSend"] <= quota["SentLast24Hours"]:  # -1: as many as one likes
            raise Unavailable("mail server", "the quota of 24 hours is used up")
        yield _Line(client, self._configuration_set)

    def _client(self) -> SESClient:
        with self._lock:
            if self._made is None:
                # Tried once: practice_core tries again itself, later, and knows what it has tried.
                config = Config(
                    connect_timeout=self._timeout, read_timeout=self._timeout, retries={"total_max_attempts": 1}
                )
                # A session of its own: boto3's default one is not for threads.
                self._made = boto3.session.Session().client("ses", region_name=self._region, config=config)
            return self._made


@attrs.frozen
class _Line:
    _client: SESClient
    _configuration_set: str | None

    def send(self, message: EmailMessage) -> Accepted | Deferred | Rejected:
        """Refused for what it is: `Rejected`. Raises `Unavailable` for all else, without SES's words (A4)."""
        (sender,), (to,) = message["From"].addresses, message["To"].addresses
        request: SendRawEmailRequestTypeDef = {
            "Source": sender.addr_spec,
            "Destinations": [to.addr_spec],
            "RawMessage": {"Data": _raw(message)},
        }
        if self._configuration_set:
            request["ConfigurationSetName"] = self._configuration_set
        try:
            self._client.send_raw_email(**request)
        except ClientError as refused:
            if _is_about_the_message(refused):
                return Rejected(_code(refused))
            raise _unavailable(refused) from None
        except BotoCoreError as exc:
            raise Unavailable(
                "mail server",
                f"the line broke ({type(exc).__name__})",
                outcome="not_done" if isinstance(exc, NOTHING_SENT) else "unknown",
            ) from None
        return Accepted()


def _raw(message: EmailMessage) -> bytes:
    """The message as it is, and before it what SES will replace."""
    kept = "".join(f"{PREFIX}{name}: {message[name]}\r\n" for name in REPLACED)
    return kept.encode("ascii") + bytes(message)


def _code(refused: ClientError) -> str:
    return refused.response["Error"]["Code"]


def _is_about_the_message(refused: ClientError) -> bool:
    """An address that is not verified is rejected too, but that is the sender's, or an account still in its sandbox."""
    said = refused.response["Error"].get("Message", "")
    return _code(refused) in ABOUT_THE_MESSAGE and not any(words in said for words in UNVERIFIED)


def _unavailable(refused: ClientError) -> Unavailable:
    status = refused.response["ResponseMetadata"]["HTTPStatusCode"]
    return Unavailable("mail server", _code(refused), outcome="unknown" if status >= 500 else "not_done")
