"""What becomes of a message that SES refuses: moto refuses little, so here is a server that does."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from urllib.parse import parse_qs

import pytest
from practice_core import Unavailable
from practice_core.domain.delivery import Rejected
from practice_core.testing import a_message

from practice_core_ses import SesMailer

ASH = "ash@people.example"
Asked = list[dict[str, list[str]]]
Says = Callable[[str, int], Asked]

QUOTA = (
    "<GetSendQuotaResponse><GetSendQuotaResult><Max24HourSend>-1</Max24HourSend><SentLast24Hours>9</SentLast24Hours>"
    "<MaxSendRate>14</MaxSendRate></GetSendQuotaResult></GetSendQuotaResponse>"
)
ERROR = (
    "<ErrorResponse><Error><Type>Sender</Type><Code>{code}</Code>"
    f"<Message>Not to {ASH}</Message></Error></ErrorResponse>"
)


@pytest.fixture
def says(mailer: SesMailer, monkeypatch: pytest.MonkeyPatch) -> Iterator[Says]:
    """From now on SES has quota to spare, and answers every message with that code and status; what it was asked."""
    with ExitStack() as running:

        def says(code: str, status: int) -> Asked:
            asked: Asked = []

            class Refusing(BaseHTTPRequestHandler):
                def do_POST(self) -> None:
                    asked.append(parse_qs(self.rfile.read(int(self.headers["Content-Length"])).decode()))
                    of_message = asked[-1]["Action"] == ["SendRawEmail"]
                    body = ERROR.format(code=code) if of_message else QUOTA
                    self.send_response(status if of_message else 200)
                    self.send_header("Content-Length", str(len(body)))
                    self.end_headers()
                    self.wfile.write(body.encode())

                def log_message(self, *_: object) -> None:
                    """Nothing on standard error."""

            server = running.enter_context(ThreadingHTTPServer(("127.0.0.1", 0), Refusing))
            running.callback(server.shutdown)
            Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}).start()
            monkeypatch.setenv("AWS_ENDPOINT_URL_SES", f"http://127.0.0.1:{server.server_port}")
            return asked

        yield says


@pytest.mark.parametrize("code", ["MessageRejected", "InvalidParameterValue"])
def test_what_SES_says_of_one_message_rejects_it(code: str, mailer: SesMailer, says: Says) -> None:
    """The reason is the code alone (A4)."""
    says(code, 400)
    with mailer.line() as line:
        assert Rejected(code) == line.send(a_message("notice-1"))


@pytest.mark.parametrize(
    ("code", "status", "outcome"),
    [
        ("Throttling", 400, "not_done"),
        ("AccountSendingPausedException", 400, "not_done"),
        ("ConfigurationSetDoesNotExist", 400, "not_done"),
        ("AccessDenied", 403, "not_done"),
        ("ServiceUnavailable", 503, "unknown"),
    ],
)
def test_what_SES_says_of_us_leaves_notices_waiting(
    code: str, status: int, outcome: str, mailer: SesMailer, says: Says
) -> None:
    """And shows no address (A4). It is asked once: the core tries again by itself."""
    asked = says(code, status)
    with mailer.line() as line, pytest.raises(Unavailable, match=code) as caught:
        line.send(a_message("notice-1"))
    assert outcome == caught.value.outcome
    assert ASH not in str(caught.value)
    assert ["GetSendQuota", "SendRawEmail"] == [one["Action"][0] for one in asked]


def test_a_configuration_set_goes_with_every_message(says: Says) -> None:
    asked = says("MessageRejected", 400)
    with SesMailer("eu-west-1", configuration_set="notices").line() as line:
        line.send(a_message("notice-1"))
    assert ["notices"] == asked[-1]["ConfigurationSetName"]
