"""The public surface, pinned: names, areas, methods, and what importing it costs (the interface page)."""

from __future__ import annotations

import inspect

import pytest
from tests.values import NOW

import practice_core
from practice_core import Invalid, PracticeCore, Settings, connect
from practice_core.adapters.clock import SettableClock, SystemClock
from practice_core.adapters.memory.store import MemoryStore

INTERFACE = {
    "practices": {"open": "name time_zone currency policy", "get": "", "set_policy": ""},
    "therapists": {"register": "name email", "get": ""},
    "clients": {
        "register": "given_name family_name email phone date_of_birth language",
        "get": "",
        "update": "reason",
        "of_therapist": "",
        "export": "",
        "erase": "",
    },
    "cards": {"invite": "", "add": "reference", "remove": ""},
    "relationships": {
        "open": "therapist_id attendee_id payer_id fee",
        "get": "",
        "of_client": "",
        "of_therapist": "",
        "set_fee": "fee",
        "end": "reason cancel_upcoming",
        "restart": "",
    },
    "migrations": {
        "preview": "requested_by request_id details",
        "request": "requested_by channel new_payer_id",
        "accept": "",
        "decline": "reason",
        "withdraw": "",
        "pending": "",
        "confirm": "requested_by request_id channel details",
    },
    "sessions": {
        "book": "starts_at duration price already_held",
        "get": "",
        "of_relationship": "",
        "needing_rebooking": "",
        "move": "starts_at duration",
        "cancel": "requested_by reason waive",
        "rebook": "starts_at price",
        "rebook_all": "",
        "record": "attended waive",
    },
    "journal": {"of": "", "verify": ""},
}
CREATING = {
    ("practices", "open"),
    ("therapists", "register"),
    ("clients", "register"),
    ("relationships", "open"),
    ("migrations", "request"),
    ("migrations", "confirm"),
    ("sessions", "book"),
    ("sessions", "rebook"),
}


def test_every_public_name_is_there_and_sorted() -> None:
    assert sorted(practice_core.__all__) == practice_core.__all__
    assert [name for name in practice_core.__all__ if not hasattr(practice_core, name)] == []


def test_the_names_of_the_interface_are_public() -> None:
    named = """
        Actor Money connect Settings Policy Practice Therapist Client Card Relationship MigrationPreview Migration
        Rebooking Session JournalEntry PracticeCore PracticeError Refused
        """

    assert [name for name in named.split() if name not in practice_core.__all__] == []


@pytest.mark.parametrize("area", INTERFACE)
def test_every_area_takes_what_the_interface_says_by_keyword(area: str) -> None:
    core = connect("memory://")

    for name, words in INTERFACE[area].items():
        parameters = inspect.signature(getattr(getattr(core, area), name)).parameters
        keywords = {p.name for p in parameters.values() if p.kind is p.KEYWORD_ONLY}
        positional = [p.name for p in parameters.values() if p.kind is p.POSITIONAL_OR_KEYWORD]
        assert set() == set(words.split()) - keywords, f"{area}.{name}"
        assert len(positional) <= 2, f"after the actor and the id everything is by keyword: {area}.{name}"
        assert ((area, name) in CREATING) == ("id" in keywords), f"{area}.{name}"


@pytest.mark.parametrize(
    ("kind", "fields"),
    [
        (
            "Relationship",
            """id practice_id therapist_id attendee_id payer_id kind status opened_at ended_at end_reason predecessor_id
            successor_id fee""",
        ),
        (
            "MigrationPreview",
            "allowed refusals eligible_on missing_details card_on_file sessions_to_rebook",
        ),
        ("Migration", "ended opened sessions_to_rebook"),
        ("Rebooking", "session_id rebooked_as refusal"),
        (
            "Session",
            """id relationship_id relationship_kind starts_at ends_at status price payment rebooked_from rebooked_as
            needs_rebooking""",
        ),
        ("JournalEntry", "what thing actor requested_by at facts"),
    ],
)
def test_what_is_answered_carries_what_the_interface_says(kind: str, fields: str) -> None:
    of = getattr(practice_core, kind)
    has = {attribute.name for attribute in of.__attrs_attrs__} | set(dir(of))

    assert [name for name in fields.split() if name not in has] == []


def test_leaving_the_block_lets_go_of_what_was_opened() -> None:
    closed: list[bool] = []

    class Store(MemoryStore):
        def close(self) -> None:
            closed.append(True)

    with connect("memory://", store=Store()) as core:
        assert isinstance(core, PracticeCore)
    assert closed == [True]


def test_two_cores_share_nothing() -> None:
    one, two = connect("memory://"), connect("memory://")
    opened = one.practices.open(name="Elm", time_zone="UTC", currency="GBP")

    with pytest.raises(practice_core.NotFound):
        two.practices.get(opened.id)


def test_each_port_can_be_replaced_by_name() -> None:
    clock, store = SettableClock(NOW), MemoryStore()
    core = connect(Settings(database="memory://"), clock=clock, store=store)

    opened = core.practices.open(name="Elm", time_zone="UTC", currency="GBP")

    assert core.store is store
    assert (opened.id,) == store.practices(limit=9)


@pytest.mark.parametrize("field", ["database", "payments"])
def test_a_url_of_no_known_kind_is_invalid(field: str) -> None:
    settings = Settings(**({"database": "memory://"} | {field: "carrier-pigeon://"}))

    with pytest.raises(Invalid) as refused:
        connect(settings)
    assert field == refused.value.field


def test_the_settings_are_read_from_the_environment() -> None:
    environment = {
        "PRACTICE_CORE_DATABASE": "memory://",
        "PRACTICE_CORE_MAIL": "",
        "PRACTICE_CORE_LINKS_CARD": "https://host.example/card/{client_id}",
    }

    settings = Settings.from_environment(environment)

    assert ("memory://", Settings().mail, environment["PRACTICE_CORE_LINKS_CARD"]) == (
        settings.database,
        settings.mail,
        settings.links.card,
    )


def test_the_systems_clock_tells_the_time_in_utc() -> None:
    before, now, after = SystemClock().now(), SystemClock().now(), SystemClock().now()

    assert before <= now <= after
    assert str(now.tzinfo) == "UTC"
