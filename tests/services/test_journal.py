"""Every change of state on record: what, to which thing, by whom, at whose request (J1 to J3)."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress

import pytest
from tests.operations import CALLS, FOR_ALL
from tests.operations import world as everybody
from tests.services.test_idempotency import COMMANDS, charge_of
from tests.services.test_idempotency import world as with_money
from tests.values import DAY, FEE, FIFTY_MINUTES, HOUR, NOW, PRACTICE_ID, STAFF
from tests.worlds import World

from practice_core import Actor, JournalEntry, Policy, Refused
from practice_core.domain.journal import digest
from practice_core.ports.store import KeyRecord

THEO, ALEX = Actor.therapist(PRACTICE_ID, "theo"), Actor.client(PRACTICE_ID, "alex")
GWEN = Actor.client(PRACTICE_ID, "gwen")
Entry = tuple[str, str, str, str]


def hand_over(w: World) -> None:
    w.core.migrations.accept(GWEN, "q3")
    w.core.migrations.confirm(THEO, "own", request_id="q3", id="new")


# Every command by some actor: what it appends, as what, thing, actor, requested_by.
DEEDS: dict[str, tuple[Callable[[World], object], list[Entry]]] = {
    "practices.open": (
        lambda w: w.core.practices.open(id="oak", name="Oak", time_zone="UTC", currency="EUR"),
        [("opened", "practice:oak", "system:system", "")],
    ),
    "practices.set_policy": (
        lambda w: w.core.practices.set_policy(STAFF, Policy(minimum_payer_age=18)),
        [("policy_set", f"practice:{PRACTICE_ID}", "staff:desk", "")],
    ),
    "therapists.register": (
        lambda w: w.core.therapists.register(STAFF, name="New", id="t"),
        [("registered", "therapist:t", "staff:desk", "")],
    ),
    "clients.register": (
        lambda w: w.core.clients.register(THEO, given_name="N", family_name="N", id="c"),
        [("registered", "client:c", "therapist:theo", "")],
    ),
    "clients.update": (
        lambda w: w.core.clients.update(ALEX, "alex", phone="+44 1"),
        [("details_changed", "client:alex", "client:alex", "")],
    ),
    "cards.add": (
        lambda w: w.core.cards.add(ALEX, "alex", reference="pm_1"),
        [("card_added", "client:alex", "client:alex", "")],
    ),
    "cards.remove": (
        lambda w: w.core.cards.remove(ALEX, "alex"),
        [("card_removed", "client:alex", "client:alex", "")],
    ),
    "relationships.open": (
        lambda w: w.core.relationships.open(THEO, therapist_id="theo", attendee_id="pat", payer_id="pat", id="r"),
        [("opened", "relationship:r", "therapist:theo", "")],
    ),
    "relationships.set_fee": (
        lambda w: w.core.relationships.set_fee(THEO, "r1", fee=FEE),
        [("fee_set", "relationship:r1", "therapist:theo", "")],
    ),
    "relationships.end": (
        lambda w: w.core.relationships.end(THEO, "r1", reason="x", cancel_upcoming=True),
        [
            ("cancelled", "session:s1", "therapist:theo", ""),
            ("request_superseded", "relationship:r1", "therapist:theo", ""),
            ("ended", "relationship:r1", "therapist:theo", ""),
        ],
    ),
    "relationships.restart": (
        lambda w: w.core.relationships.restart(THEO, "paused"),
        [("restarted", "relationship:paused", "therapist:theo", "")],
    ),
    "migrations.request": (
        lambda w: w.core.migrations.request(THEO, "r1", requested_by="alex"),
        [("migration_requested", "relationship:r1", "therapist:theo", "alex")],
    ),
    "migrations.request, handing over": (
        lambda w: w.core.migrations.request(w.alex, "r1", requested_by="alex", new_payer_id="frank"),
        [("handing_over_requested", "relationship:r1", "client:alex", "alex")],
    ),
    "clients.erase": (
        lambda w: w.core.clients.erase(STAFF, "gwen"),
        [("erased", "client:gwen", "staff:desk", ""), ("request_declined", "relationship:own", "staff:desk", "")],
    ),
    "migrations.accept": (
        lambda w: w.core.migrations.accept(THEO, "q1"),
        [("request_accepted", "relationship:r1", "therapist:theo", "alex")],
    ),
    "migrations.accept, handing over": (
        lambda w: w.core.migrations.accept(GWEN, "q3"),
        [("request_accepted", "relationship:own", "client:gwen", "gwen")],
    ),
    "invitations.accept": (
        lambda w: w.core.invitations.accept(PRACTICE_ID, "q3", token=w.core.invitations.token(STAFF, "q3")),
        [("request_accepted", "relationship:own", "client:gwen", "gwen")],
    ),
    "invitations.decline": (
        lambda w: w.core.invitations.decline(
            PRACTICE_ID, "q3", token=w.core.invitations.token(STAFF, "q3"), reason="x"
        ),
        [("request_declined", "relationship:own", "client:gwen", "")],
    ),
    "migrations.decline": (
        lambda w: w.core.migrations.decline(THEO, "q1", reason="x"),
        [("request_declined", "relationship:r1", "therapist:theo", "")],
    ),
    "migrations.withdraw": (
        lambda w: w.core.migrations.withdraw(STAFF, "q1"),
        [("request_withdrawn", "relationship:r1", "staff:desk", "pat")],
    ),
    "migrations.confirm": (
        lambda w: w.core.migrations.confirm(THEO, "r1", requested_by="alex"),
        [
            ("request_superseded", "relationship:r1", "therapist:theo", "alex"),
            ("migrated", "relationship:r1", "therapist:theo", "alex"),
            ("succeeded_by_migration", "relationship:own", "therapist:theo", "alex"),
        ],
    ),
    "migrations.reviewed": (
        lambda w: w.core.migrations.reviewed(THEO, "young"),
        [("reviewed", "relationship:young", "therapist:theo", "")],
    ),
    "migrations.confirm, handing over": (
        hand_over,
        [
            ("request_accepted", "relationship:own", "client:gwen", "gwen"),
            ("transferred", "relationship:own", "therapist:theo", "alex"),
            ("opened_by_transfer", "relationship:new", "therapist:theo", "alex"),
        ],
    ),
    "sessions.book": (
        lambda w: w.core.sessions.book(THEO, "r1", starts_at=NOW + DAY, duration=FIFTY_MINUTES, id="s"),
        [("booked", "session:s", "therapist:theo", "")],
    ),
    "sessions.book, already held": (
        lambda w: w.core.sessions.book(
            THEO, "r1", starts_at=NOW + HOUR, duration=FIFTY_MINUTES, already_held=True, id="s"
        ),
        [("held", "session:s", "therapist:theo", "")],
    ),
    "sessions.move": (
        lambda w: w.core.sessions.move(THEO, "s1", starts_at=NOW + DAY),
        [("moved", "session:s1", "therapist:theo", "")],
    ),
    "sessions.cancel": (
        lambda w: w.core.sessions.cancel(THEO, "s1", requested_by="alex"),
        [("cancelled", "session:s1", "therapist:theo", "alex")],
    ),
    "sessions.rebook": (
        lambda w: w.core.sessions.rebook(THEO, "s0", id="s"),
        [("rebooked", "session:s0", "therapist:theo", ""), ("booked", "session:s", "therapist:theo", "")],
    ),
    "sessions.rebook_all": (lambda w: w.core.sessions.rebook_all(THEO, "r0"), []),
    "sessions.record": (
        lambda w: w.core.sessions.record(THEO, "s2", attended=False),
        [("no_show", "session:s2", "therapist:theo", "")],
    ),
    # What the gateway answers is the system's to tell.
    "billing.retry": (
        lambda w: w.core.billing.retry(THEO, "s3"),
        [
            ("charge_attempted", "session:s3", "therapist:theo", ""),
            ("charged", "session:s3", "system:system", ""),
        ],
    ),
    "billing.refund": (
        lambda w: w.core.billing.refund(THEO, charge_of("s2", w.core)),
        [
            ("refund_attempted", "session:s2", "therapist:theo", ""),
            ("refunded", "session:s2", "system:system", ""),
        ],
    ),
    "notices.retry": (
        lambda w: w.core.notices.retry(STAFF, booked_notice(w)),
        [("notice_put_back", "session:s1", "staff:desk", "")],
    ),
    "billing.refunded_by_hand": (
        lambda w: w.core.billing.refunded_by_hand(STAFF, "s4"),
        [("refunded_by_hand", "session:s4", "staff:desk", "")],
    ),
}


def booked_notice(w: World) -> str:
    return next(n.id for n in w.core.notices.all(STAFF) if (n.kind, n.about) == ("session_booked", "session:s1"))


def world_of(name: str) -> World:
    return with_money() if name.startswith("billing") else everybody()


def entries(w: World) -> dict[str, JournalEntry]:
    return {
        name: kept.thing for (_, of), rows in w.store._rows.items() if of is JournalEntry for name, kept in rows.items()
    }


@pytest.mark.parametrize("name", [name for name in DEEDS if name != "sessions.rebook_all"])
def test_J1_every_command_says_what_it_did_to_which_thing_by_whom_and_at_whose_request(name: str) -> None:
    w = world_of(name)
    before = entries(w)
    deed, expected = DEEDS[name]

    deed(w)

    new = [entry for key, entry in entries(w).items() if key not in before]
    assert sorted(expected) == sorted((e.what, e.thing, e.actor, e.requested_by) for e in new)
    assert {w.clock.now()} == {e.at for e in new}
    after = {key: entry for key, entry in entries(w).items() if key in before}
    blanked = {key for key, entry in after.items() if entry != before[key]}
    # Notes go with whom they are about, and nothing else ever (D3).
    assert {key: before[key].without_note() for key in blanked} == {key: after[key] for key in blanked}
    assert (name == "clients.erase") == bool(blanked)


def test_J1_each_rebooking_of_all_says_so_itself() -> None:
    w = everybody()
    DEEDS["sessions.rebook_all"][0](w)

    assert w.core.journal.of(STAFF, "session:s0")[-1].what == "rebooked"


def test_J1_there_is_an_entry_to_expect_of_every_command() -> None:
    """J1: whatever changes a row leaves an entry, and there is no command that is not listed here."""
    assert set(COMMANDS) == {name.partition(",")[0] for name in DEEDS}


@pytest.mark.parametrize("name", [name for name, (_, who) in CALLS.items() if who is not FOR_ALL])
def test_J1_what_appends_no_entry_changes_no_row(name: str) -> None:
    w = everybody()
    rows, said = w.rows(), len(entries(w))

    with suppress(Refused):
        CALLS[name][0](w.core, STAFF)

    assert (rows != w.rows()) == (len(entries(w)) > said)
    assert w.kept(KeyRecord) == {}


@pytest.mark.parametrize("name", DEEDS)
def test_J3_every_chain_is_numbered_from_1_and_each_digest_is_over_the_one_before(name: str) -> None:
    w = world_of(name)
    DEEDS[name][0](w)

    chains: dict[tuple[str, str], list[JournalEntry]] = {}
    for entry in sorted(entries(w).values(), key=lambda e: e.number):
        chains.setdefault((entry.practice_id, entry.thing), []).append(entry)
    for chain in chains.values():
        assert list(range(1, len(chain) + 1)) == [e.number for e in chain]
        assert ["", *(e.digest for e in chain[:-1])] == [e.previous for e in chain]
        assert [digest(e) for e in chain] == [e.digest for e in chain]


def test_J2_the_journal_answers_what_happened_to_a_relationship_in_order_and_who_wanted_it() -> None:
    w = everybody()
    w.core.migrations.accept(w.alex, "q1")
    w.forward(HOUR)
    w.core.migrations.confirm(THEO, "r1", request_id="q1")

    told = [(e.what, e.actor, e.requested_by) for e in w.core.journal.of(THEO, "r1")]

    assert told == [
        ("opened", "staff:desk", ""),
        ("migration_requested", "staff:desk", "pat"),
        ("request_accepted", "client:alex", "alex"),
        ("migrated", "therapist:theo", "pat"),
    ]


def test_J2_the_facts_needed_to_understand_a_session_are_there() -> None:
    w = everybody()
    w.core.sessions.move(THEO, "s1", starts_at=NOW + 81 * DAY)
    booked, moved = w.core.journal.of(THEO, "session:s1")

    assert booked.facts == {
        "relationship_id": "r1",
        "starts_at": "2026-08-20T09:00:00+00:00",
        "ends_at": "2026-08-20T09:50:00+00:00",
        "price": 6000,
        "currency": "GBP",
    }
    assert moved.facts["from_starts_at"] == "2026-08-20T09:00:00+00:00"
    assert moved.facts["starts_at"] == "2026-08-21T09:00:00+00:00"


def test_A4_free_text_and_details_stand_in_no_fact() -> None:
    w = everybody()
    w.core.clients.update(STAFF, "alex", given_name="Zebedee", email="zeb@people.example", reason="hospital")
    w.core.relationships.end(STAFF, "own", reason="hospital")
    w.core.sessions.cancel(STAFF, "s1", reason="hospital")
    w.core.migrations.decline(STAFF, "q1", reason="hospital")

    told = repr([(e, e.facts) for e in entries(w).values()])
    for personal in ("hospital", "Zebedee", "people.example", "+44", "1990-", "1990, "):
        assert personal not in told
