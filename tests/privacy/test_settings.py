"""A4: what a deployment is told in confidence, its passwords and keys, it keeps to itself, however it is written."""

from __future__ import annotations

import logging

import pytest
import sqlalchemy as sa
from tests.marks import DATABASE_PASSWORD, MAIL_PASSWORD, STRIPE_KEY, WEBHOOK_SECRET, held_by, shown
from tests.values import SECRET

from practice_core import Invalid, Settings, connect
from practice_core.adapters.sql.postgres import PostgresDriver
from practice_core.adapters.sql.store import SqlStore

# Right ones and wrong ones.
DATABASES = [
    "postgresql://practice:{}@db.example/practice",
    "postgresql://practice@db.example/practice?password={}",
    "postgresql://practice@db.example/practice?sslpassword={}&sslmode=require",
    "postgresql+psycopg://practice:{}@db.example:5432/practice?connect_timeout=3",
    "postgresql://practice:{}@db.example:port/practice",
    "postgresql://practice:{}/x@db.example/practice",
    "postgresql://practice:{}?x@db.example/practice",
    "postgresql://practice:{}#@db.example/practice?pool_size=many",
    "postgresql://practice:{}@[db.example/practice",
    "postgresql://practice:{}",
    "postgresql:practice:{}@db.example/practice",
    "postgres://practice:{}@db.example/practice",
    "sqlite://practice:{}",
    "sqlite://practice:{}@db.example/practice.db",
    "sqlite:///practice.db?password={}",
    "{}",
    "{}://db.example",
]
MAILS = [
    "smtp://practice:{}@mail.example:587",
    "smtps://practice:{}@mail.example",
    "smtp://practice:{}@mail.example?tls=none",
    "smtp://practice:{}@mail.example:port",
    "smtp://practice:{}@mail.example:587?timeout={}",
    "smtp://practice:{}@mail.example:587?{}=yes",
    "smtp://practice:{}]@mail.example",
    "smtp://practice:{}[@mail.example",
    "smtp://practice:{}\N{FULLWIDTH SOLIDUS}\N{DOUBLE EXCLAMATION MARK}\N{CARE OF}@mail.example",
    "smtp://practice:{}/@mail.example",
    "smtp://practice:{}",
    "smtp:practice:{}@mail.example",
    "mail://practice:{}@mail.example",
    "{}",
]
PAYMENTS = [
    "stripe://{}",
    "stripe://{}@api.example",
    "stripe://?key={}",
    "stripe://?{}=yes",
    "stripe:{}",
    "stripes://{}",
    "{}",
]


def told(settings: Settings) -> str:
    """All that the settings, a core of them and its parts show, or what is raised on the way."""
    texts = [repr(settings), str(settings)]
    try:
        with connect(settings) as core:
            texts += [repr(core), repr(core.billing), repr(core.notices)]
            if isinstance(core.store, SqlStore):
                texts += [repr(core.store.engine), str(core.store.engine.url), repr(core.store.engine.pool)]
            core.notices.deliver()
    except Exception as error:  # noqa: BLE001 - whatever it is
        texts += [held_by(error)]
    return "\n".join(texts)


@pytest.mark.parametrize("url", DATABASES)
def test_A4_the_password_of_a_database_shows_nowhere(url: str, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    settings = Settings(database=url.format(DATABASE_PASSWORD), mail="memory://")

    assert shown(told(settings), caplog.text) == []


@pytest.mark.parametrize("url", MAILS)
def test_A4_the_password_of_a_mail_server_shows_nowhere(url: str, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    mail = url.replace("{}", MAIL_PASSWORD)
    settings = Settings(database="memory://", mail=mail, mail_from="practice@quux.example")

    assert shown(told(settings), caplog.text) == []


@pytest.mark.parametrize("url", PAYMENTS)
def test_A4_the_keys_of_a_gateway_show_nowhere(url: str, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    settings = Settings(
        database="memory://",
        payments=url.format(STRIPE_KEY),
        stripe_key=STRIPE_KEY,
        stripe_webhook_secret=WEBHOOK_SECRET,
        secret=SECRET,
    )

    assert shown(told(settings), caplog.text) == []


@pytest.mark.parametrize("field", ["stripe_key", "stripe_webhook_secret", "secret", "mail_from", "payments"])
def test_A4_settings_that_contradict_each_other_are_refused_without_them(field: str) -> None:
    kept = {"stripe_key": STRIPE_KEY, "stripe_webhook_secret": WEBHOOK_SECRET, "secret": SECRET}
    wrong = {**kept, "payments": "stripe://", "mail": f"smtp://x:{MAIL_PASSWORD}@mail.example", field: STRIPE_KEY[:9]}
    with pytest.raises(Invalid) as raised:
        connect(Settings(database="memory://", **wrong)).notices.deliver()

    assert shown(held_by(raised.value)) == []


def test_what_can_be_shown_of_a_url_is() -> None:
    """Whoever looks for a mistake sees which server, database or file it is."""
    server = f"postgresql://practice:{DATABASE_PASSWORD}@db.example:5432/practice?sslmode=require"

    assert "'postgresql://***@db.example:5432/practice'" in repr(Settings(database=server))
    assert "'sqlite:////var/lib/practice.db'" in repr(Settings(database="sqlite:////var/lib/practice.db"))
    assert "'maildir:///var/mail/out'" in repr(Settings(mail="maildir:///var/mail/out"))
    assert "'stripe://***'" in repr(Settings(payments="stripe://?return_url=https://host.example/back"))


def test_a_password_after_the_question_mark_reaches_the_server_all_the_same() -> None:
    engine = PostgresDriver(f"postgresql://db.example/practice?password={DATABASE_PASSWORD}").engine()
    given: dict[str, object] = {}

    @sa.event.listens_for(engine, "do_connect")
    def about_to_connect(_: object, __: object, ___: object, options: dict[str, object]) -> None:
        given.update(options)
        raise InterruptedError

    with pytest.raises(InterruptedError):
        engine.connect()
    assert DATABASE_PASSWORD == given["password"]
