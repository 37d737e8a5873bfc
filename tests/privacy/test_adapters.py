"""A4: real servers, with everything logged, while they answer, refuse and go away: nobody shows, and no password."""

from __future__ import annotations

import logging
import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
import stripe
import tests.gateways.server
from tests.mail.server import smtp_server
from tests.marks import (
    BORN,
    CARD,
    DATABASE_PASSWORD,
    GIVEN,
    MAIL_PASSWORD,
    STRIPE_KEY,
    WEBHOOK_SECRET,
    WORDS,
    details_of,
    shown,
    told_by,
)
from tests.postgres import Server, server
from tests.proxy import proxy
from tests.values import DAY, FEE, FIFTY_MINUTES, PRACTICE_ID, STAFF

from practice_core import Money, PracticeCore, PracticeError, Settings, Unavailable, connect
from practice_core.adapters.smtp import SmtpMailer
from practice_core.adapters.sql.postgres import PostgresDriver
from practice_core.adapters.sql.store import SqlStore


def now() -> datetime:
    return datetime.now(UTC)


def furnish(core: PracticeCore, card: str = "") -> None:
    """Alex attends with Theo and pays, by that card if there is one."""
    core.practices.open(id=PRACTICE_ID, name="Elm Street", time_zone="Europe/London", currency="GBP")
    core.therapists.register(STAFF, id="theo", name="Theo Example", email="theo@practice.example")
    core.clients.register(STAFF, id="alex", date_of_birth=BORN, **details_of("alex"))
    if card:
        core.cards.add(STAFF, "alex", reference=card)
    core.relationships.open(STAFF, id="r1", therapist_id="theo", attendee_id="alex", payer_id="alex", fee=FEE)


def tried(*calls: Callable[[], object]) -> list[str]:
    """What is told by each, of which all are refused or fail."""
    told = []
    for call in calls:
        with pytest.raises(PracticeError) as raised:
            call()
        told.append(told_by(raised.value))
    return told


@pytest.fixture
def log(caplog: pytest.LogCaptureFixture) -> Iterator[pytest.LogCaptureFixture]:
    """Everything that anybody logs, down to the last."""
    caplog.set_level(logging.DEBUG)
    before = {name: logging.getLogger(name).level for name in ("stripe", "urllib3", "sqlalchemy", "psycopg", "alembic")}
    for name in before:
        logging.getLogger(name).setLevel(logging.DEBUG)
    yield caplog
    for name, level in before.items():
        logging.getLogger(name).setLevel(level)


def logged(log: pytest.LogCaptureFixture) -> str:
    """What was logged, but for what the mail server of the tests says of itself in this process."""
    return "\n".join(f"{one!r} {one.getMessage()} {one.exc_text}" for one in log.records if one.name != "mail.log")


@pytest.fixture(scope="module")
def own(postgres: Server) -> Iterator[Server]:
    """A server that may be stopped."""
    with server(postgres.bin) as started:
        yield started


def secretly(url: str) -> str:
    return f"{url.replace('practice@', f'practice:{DATABASE_PASSWORD}@')}&password={DATABASE_PASSWORD}"


def test_A4_postgres_shows_nobody_whatever_it_says(own: Server, log: pytest.LogCaptureFixture) -> None:
    store = SqlStore(PostgresDriver(own.url))
    store.upgrade()
    store.close()
    with connect(secretly(own.url), mailer=_no_mail()) as core:
        furnish(core)
        told = tried(
            lambda: core.clients.register(STAFF, id="alex", date_of_birth=BORN, **details_of("alex")),
            lambda: core.relationships.open(STAFF, therapist_id="theo", attendee_id="alex", payer_id="alex"),
            lambda: core.clients.update(STAFF, "alex", phone=f"{GIVEN}\x00", reason=WORDS),
        )
        for lost in ("question", "answer"):
            with proxy(own.socket) as between, connect(secretly(between.url)) as behind:
                behind.clients.get(STAFF, "alex")
                between.lose(lost, on_trip=2)  # type: ignore[arg-type]
                told += tried(lambda core=behind: core.clients.update(STAFF, "alex", given_name=f"{GIVEN} II"))  # type: ignore[misc]
        own.stop()
        told += tried(lambda: core.clients.update(STAFF, "alex", given_name=f"{GIVEN} III", reason=WORDS))
        shows = [repr(core), repr(core.store)]
    own.start()

    assert log.text
    assert shown(*shows, *told, logged(log)) == []


def test_A4_a_database_that_is_not_there_is_told_without_its_password(
    own: Server, log: pytest.LogCaptureFixture
) -> None:
    urls = (
        secretly(own.url).replace("/postgres?", "/nowhere?"),
        secretly(own.url).replace(f"practice:{DATABASE_PASSWORD}@", f"nobody:{DATABASE_PASSWORD}@"),
        f"postgresql://practice:{DATABASE_PASSWORD}@127.0.0.1:1/practice",
        f"{secretly(own.url)}&sslmode=whatever",
        f"{secretly(own.url)}&no_such_option=1",
    )
    told = [text for url in urls for text in tried(lambda url=url: connect(url).clients.get(STAFF, "alex"))]  # type: ignore[misc]

    assert shown(*told, logged(log)) == []


def _no_mail() -> SmtpMailer:
    return SmtpMailer("smtp://localhost:1?timeout=1")


@pytest.mark.parametrize(
    ("where", "answer"),
    [("", ""), ("to_address", "550 5.1.1 <{}> is unknown"), ("after_data", "451 4.7.1 {} has to wait")],
)
def test_A4_a_mail_server_that_repeats_an_address_is_not_repeated(
    where: str, answer: str, tmp_path: Path, log: pytest.LogCaptureFixture
) -> None:
    with smtp_server(tmp_path) as post, connect("memory://", mailer=SmtpMailer(post.url())) as core:
        furnish(core)
        core.sessions.book(STAFF, "r1", starts_at=now() + 9 * DAY, duration=FIFTY_MINUTES, price=Money(0, "GBP"))
        for address in ("alex@quux.example", "theo@practice.example") if where else ():
            getattr(post.post, where)[address] = answer.format(address)
        done = core.notices.deliver()
        kept = core.notices.all(STAFF)

        assert 2 == (done.notices_put_off + done.notices_failed if where else done.notices_delivered)
        assert shown(repr(done), repr(kept), logged(log)) == []


def test_A4_a_mail_server_that_refuses_the_password_or_is_not_there_is_told_without_it(
    tmp_path: Path, log: pytest.LogCaptureFixture
) -> None:
    with smtp_server(tmp_path) as post:
        urls = (post.url(password=MAIL_PASSWORD), f"smtp://practice:{MAIL_PASSWORD}@localhost:1?timeout=1")
        for url in urls:
            with pytest.raises(Unavailable) as raised, SmtpMailer(url).line():
                pass
            with connect(Settings(database="memory://", mail=url, mail_from="practice@quux.example")) as core:
                furnish(core)
                core.notices.deliver()
            assert shown(told_by(raised.value), logged(log)) == []


@pytest.fixture(scope="module")
def stripes() -> Iterator[str]:
    script = tests.gateways.server.__file__
    with subprocess.Popen([sys.executable, script], stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        yield f"http://127.0.0.1:{process.stdout.readline().strip()}"
        process.terminate()


def through_stripe(url: str) -> PracticeCore:
    settings = Settings(
        database="memory://",
        payments=f"stripe://?return_url=https://host.example/back&api_base={url}",
        stripe_key=STRIPE_KEY,
        stripe_webhook_secret=WEBHOOK_SECRET,
    )
    return connect(settings)


def test_A4_stripe_and_its_sdk_log_nothing_of_our_calls(stripes: str, log: pytest.LogCaptureFixture) -> None:
    raw = stripe.StripeClient(STRIPE_KEY, base_addresses={"api": stripes})
    card = {"number": "4242424242424242", "exp_month": 12, "exp_year": 2040, "cvc": "123"}
    method = raw.v1.payment_methods.create({"type": "card", "card": card})  # type: ignore[typeddict-item]
    assert method.id in log.text, "calls of the host's own are logged as ever"
    log.clear()

    with through_stripe(stripes) as core:
        furnish(core, method.id)
        core.sessions.book(STAFF, "r1", id="s1", starts_at=now() + DAY, duration=FIFTY_MINUTES)
        assert core.run_due().charged == 1
        bill = core.billing.refund(STAFF, core.billing.of_session(STAFF, "s1").lines[0].id)
        told = tried(
            lambda: core.cards.add(STAFF, "alex", reference=CARD),
            lambda: core.billing.receive(payload=GIVEN.encode(), signature=WORDS),
        )

        assert shown(repr(bill), repr(core), *told, logged(log)) == []
    assert not [one for one in log.records if one.name.startswith(("stripe", "urllib3"))]


def test_A4_a_gateway_that_is_not_there_is_told_without_whom_it_was_about(log: pytest.LogCaptureFixture) -> None:
    with through_stripe("http://127.0.0.1:1") as core:
        furnish(core)
        told = tried(
            lambda: core.cards.add(STAFF, "alex", reference=CARD),
            lambda: core.cards.invite(STAFF, "alex"),
        )

        assert shown(*told, logged(log)) == []
