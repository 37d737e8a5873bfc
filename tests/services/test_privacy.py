"""A4: personal data and secrets show in no repr, no message and no traceback."""

from __future__ import annotations

import traceback
from collections.abc import Callable
from datetime import date

import pytest
from tests.values import NOW, STAFF, asked, card, case, client, occasion, relationship, session
from tests.worlds import World, family, remembered

from practice_core import Card, MigrationPreview, PracticeError, Review, Settings, Therapist
from practice_core.ports.payments import KeptCard
from practice_core.services.desk import Command

PERSONAL = ("Zebedee", "Quux", "zeb@people.example", "+44 7700 900123", "1987", "pm_secret", "acct_secret", "hospital")
ZEB = client(
    "c1",
    given_name="Zebedee",
    family_name="Quux",
    email="zeb@people.example",
    phone="+44 7700 900123",
    date_of_birth=date(1987, 6, 5),
    card=card(),
    gateway_account="acct_secret",
)


def shown(text: str) -> list[str]:
    return [secret for secret in PERSONAL if secret.casefold() in text.casefold()]


def _therapist() -> object:
    return Therapist(id="t", practice_id="p", name="Zebedee Quux", email="zeb@people.example")


@pytest.mark.parametrize(
    "thing",
    [
        ZEB,
        card(),
        _therapist(),
        case(clients=(ZEB,)),
        KeptCard(card=card(), account="acct_secret"),
        relationship(ended_at=NOW, end_reason="hospital"),
        relationship(attendee_born_on=date(1987, 6, 5), under_age_by=16),
        Review(
            relationship_id="r1",
            therapist_id="t1",
            attendee_id="c1",
            payer_id="c2",
            birthday=date(1987, 6, 5),
            told_at=None,
        ),
        session(close_reason="hospital"),
        asked(channel="hospital", close_reason="hospital"),
        occasion().entry(ZEB, "details_changed", note="hospital"),
        MigrationPreview(
            relationship_id="r1",
            allowed=False,
            refusals=("under_minimum_age",),
            eligible_on=date(1987, 6, 5),
            missing_details=(),
            card_on_file=False,
            sessions_to_rebook=(),
        ),
        Command(operation="clients.update", actor=STAFF, key="k", arguments={"email": "zeb@people.example"}),
        [ZEB, {"client": ZEB}],
    ],
    ids=lambda thing: type(thing).__name__,
)
def test_A4_no_repr_shows_personal_data(thing: object) -> None:
    assert shown(repr(thing) + str(thing) + f"{thing}") == []


def test_A4_what_a_receipt_would_show_of_a_card_is_shown() -> None:
    assert "visa" in repr(card())
    assert "4242" in repr(card())


@pytest.mark.parametrize(
    "url",
    ["postgresql://user:hunter2@db.example/practice", "smtp://user:hunter2@mail.example:587", "smtp://hunter2@mail"],
)
def test_A4_settings_show_no_password(url: str) -> None:
    settings = Settings(database=url, payments=url, mail=url)

    assert "hunter2" not in repr(settings) + str(settings)
    assert "sqlite:///practice.db" in repr(Settings())


@remembered
def zebs() -> World:
    w = family(born=None)
    w.core.clients.register(
        STAFF,
        id="zeb",
        given_name="Zebedee",
        family_name="Quux",
        email="zeb@people.example",
        phone="+44 7700 900123",
        date_of_birth=date(1987, 6, 5),
    )
    w.core.relationships.open(STAFF, therapist_id="theo", attendee_id="zeb", payer_id="pat", id="rz")
    return w


CALLS: dict[str, Callable[[World], object]] = {
    "a detail that differs": lambda w: w.migrate(
        "rz", "zeb", details={"email": "zeb@people.example", "phone": "1987", "given_name": "Hospital"}
    ),
    "a date that is none": lambda w: w.migrate(details={"date_of_birth": "5.6.1987"}),
    "a date of no calendar": lambda w: w.migrate(details={"date_of_birth": "1987-13-45"}),
    "a date on record": lambda w: w.core.clients.update(STAFF, "zeb", date_of_birth="1987-06-55", reason="hospital"),
    "an email that is none": lambda w: w.person("new", email="Zebedee Quux zeb@people.example"),
    "a name on two lines": lambda w: w.person("new", given_name="Zebedee\nQuux"),
    "a phone that is no text": lambda w: w.person("new", phone=1987),
    "a language that is none": lambda w: w.person("new", language="Zebedee"),
    "an unknown detail": lambda w: w.migrate(details={"Zebedee": "Quux"}),
    "an unknown reference": lambda w: w.core.cards.add(STAFF, "zeb", reference="pm_secret\n"),
    "a reason too long": lambda w: w.core.relationships.end(STAFF, "rz", reason="hospital" * 500),
    "too young": lambda w: w.migrate(details={"date_of_birth": "2019-07-01"}),
    "no card": lambda w: w.core.sessions.book(
        STAFF,
        "rz",
        starts_at="1987",
        duration=None,  # type: ignore[arg-type]
    ),
}


@pytest.mark.parametrize("name", CALLS)
def test_A4_no_error_or_its_traceback_shows_personal_data(name: str) -> None:
    """A4: as it is logged; the lines of code it shows are this test's own, and left out."""
    with pytest.raises(PracticeError) as raised:
        CALLS[name](zebs())

    lines = traceback.TracebackException.from_exception(raised.value)
    told = [str(raised.value), repr(raised.value), *lines.format_exception_only()]
    while lines.__cause__ or (lines.__context__ and not lines.__suppress_context__):
        lines = lines.__cause__ or lines.__context__  # type: ignore[assignment]
        told += lines.format_exception_only()
    assert shown("\n".join(told)) == []
    assert "2019" not in "".join(told)


def test_A4_an_invalid_card_is_told_without_what_was_on_it() -> None:
    with pytest.raises(PracticeError) as raised:
        Card(reference="pm_secret", brand="visa", last4="hospital", exp_month=1, exp_year=2030)

    assert shown(str(raised.value)) == []
