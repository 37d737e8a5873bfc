"""A URL is all that a host says: practice_core finds this package by its scheme."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from email.message import EmailMessage

import pytest
from practice_core import Actor, Invalid, Money, Settings, connect


@pytest.mark.usefixtures("ses")
def test_a_migration_is_told_by_ses(arrived: Callable[[], Sequence[EmailMessage]]) -> None:
    settings = Settings(database="memory://", mail="ses://eu-west-1?timeout=5", mail_from="elm@practice.example")
    with connect(settings) as core:
        practice = core.practices.open(name="Elm Street", time_zone="Europe/London", currency="GBP")
        office = Actor.staff(practice.id, "front-desk")
        core.therapists.register(office, id="theo", name="Theo Example")
        for name in ("ash", "pat"):
            email, phone = f"{name}@people.example", "+44 7700 900001"
            core.clients.register(office, id=name, given_name=name, family_name="Example", email=email, phone=phone)
        core.relationships.open(
            office, id="r1", therapist_id="theo", attendee_id="ash", payer_id="pat", fee=Money(6000, "GBP")
        )
        core.migrations.confirm(office, "r1", requested_by="ash", details={"date_of_birth": "2001-05-04"})
        assert 2 == core.run_due().notices_delivered
    assert {"Ash Example", "Pat Example"} == {message["To"].addresses[0].display_name.title() for message in arrived()}


@pytest.mark.parametrize(
    ("mail", "mail_from", "field"),
    [
        ("ses://", "elm@practice.example", "mail"),
        ("ses://key:secret@eu-west-1", "elm@practice.example", "mail"),
        ("ses://eu-west-1/path", "elm@practice.example", "mail"),
        ("ses://eu-west-1?retries=5", "elm@practice.example", "mail"),
        ("ses://eu-west-1?timeout=soon", "elm@practice.example", "mail"),
        ("ses://eu-west-1?timeout=0", "elm@practice.example", "mail"),
        ("ses://eu-west-1", "", "mail_from"),
    ],
)
def test_a_url_that_says_too_little_or_too_much_is_invalid(mail: str, mail_from: str, field: str) -> None:
    """The error names the setting and repeats nothing of it (A4)."""
    with pytest.raises(Invalid) as caught:
        connect(Settings(database="memory://", mail=mail, mail_from=mail_from))
    assert field == caught.value.field
    assert "secret" not in str(caught.value)
