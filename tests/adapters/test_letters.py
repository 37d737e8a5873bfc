"""Letters in words: every kind in every language, templates of a host's own, calendars that another library reads."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from pathlib import Path

import attrs
import pytest
import vobject
from tests.values import NOW

from practice_core import Money, NoticeKind
from practice_core.adapters.calendar import ICalendar
from practice_core.adapters.letters.formats import an_amount, locale_of
from practice_core.adapters.letters.renderer import JinjaRenderer
from practice_core.domain.authority import Standing
from practice_core.domain.letter import Appointment, Letter, uid
from practice_core.ports.letters import Invitation

READERS = (Standing.ATTENDEE, Standing.PAYER, Standing.THERAPIST)
LANGUAGES = ("en-GB", "de-AT", "fr", "es", "xx")


def a_letter(kind: NoticeKind, **fields: object) -> Letter:
    letter = Letter(
        id="n1",
        kind=kind,
        language="en-GB",
        reader=Standing.ATTENDEE,
        practice_name="Elm & Oak",
        time_zone="Europe/London",
        written_at=NOW,
        to_name="Zoë <b>",
        to_email="zoe@people.example",
        greeting_name="Zoë <b>",
        therapist_name="Theo Example",
        client_name="Ash Example",
        starts_at=NOW + timedelta(days=3),
        before_at=NOW + timedelta(days=2),
        amount=Money(6000, "GBP"),
        reason="insufficient_funds",
        sessions=(NOW,),
    )
    return attrs.evolve(letter, **fields)  # type: ignore[arg-type]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", NoticeKind)
def test_every_kind_is_written_in_every_language_to_every_reader(kind: NoticeKind, language: str) -> None:
    renderer = JinjaRenderer()
    for reader in READERS:
        written = renderer.render(a_letter(kind, reader=reader, language=language))
        assert written.subject
        assert "Elm & Oak" in written.text
        assert ("Zoë <b>" in written.html, "Zoë &lt;b&gt;" in written.html) == (False, True)
        assert not re.search(r"<(img|script|link)\b", written.html)


def test_a_host_overrides_a_template_and_adds_a_language_by_a_folder(tmp_path: Path) -> None:
    (tmp_path / "charge_paid.j2").write_text(
        '{% extends "practice_core/charge_paid.j2" %}'
        "{% block subject %}Merci, {{ letter.amount | money }}{% endblock %}"
    )
    (tmp_path / "es.po").write_text(
        'msgid ""\nmsgstr "Content-Type: text/plain; charset=utf-8\\n"\n\nmsgid "Add a card"\nmsgstr "Añadir tarjeta"\n'
    )
    renderer = JinjaRenderer(tmp_path)
    assert renderer.render(a_letter(NoticeKind.CHARGE_PAID)).subject == "Merci, £60.00"
    spanish = a_letter(NoticeKind.ADD_CARD, language="es", links={"card": "https://host.example/c"})
    assert "Añadir tarjeta:\nhttps://host.example/c" in renderer.render(spanish).text


@pytest.mark.parametrize(
    ("money", "said"),
    [(Money(6000, "JPY"), "JP¥6,000"), (Money(1500, "IQD"), "IQD1.500"), (Money(5, "GBP"), "£0.05")],
)
def test_C8_an_amount_has_as_many_digits_as_its_currency(money: Money, said: str) -> None:
    assert an_amount(money, locale_of("en-GB")).replace("\xa0", "") == said


@pytest.mark.parametrize("zone", ["Europe/London", "America/Los_Angeles", "Pacific/Auckland", "Asia/Kathmandu"])
@pytest.mark.parametrize("day", [datetime(2026, 3, 28, 20, tzinfo=UTC), datetime(2026, 10, 24, 20, tzinfo=UTC)])
def test_N3_another_library_reads_the_same_instants_across_a_change_of_the_clocks(zone: str, day: datetime) -> None:
    for hours in (0, 24, 7 * 24):
        start = day + timedelta(hours=hours)
        one = Appointment(
            uid=uid("p", "s"), sequence=2, starts_at=start, ends_at=start + timedelta(minutes=50), cancelled=False
        )
        text = ICalendar().entry(
            Invitation(
                appointment=one,
                title="Séance; avec, Zoë",
                time_zone=zone,
                written_at=NOW,
                organizer=('Elm "Street"', "elm@practice.example"),
                attendee=("Zoë", "zoe@people.example"),
            )
        )
        read = vobject.readOne(text)
        read.validate(raiseException=True)
        assert (read.vevent.dtstart.value.astimezone(UTC), read.vevent.summary.value) == (start, "Séance; avec, Zoë")
        assert (read.vevent.uid.value, read.vevent.sequence.value) == (one.uid, "2")
