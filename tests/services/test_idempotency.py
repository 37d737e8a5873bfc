"""Commands that come twice (D1): every command, with the same input, with other input, refused, and after 30 days."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from tests.values import (
    ADULT,
    DAY,
    FEE,
    FIFTY_MINUTES,
    HOUR,
    LONDON,
    NOW,
    PRACTICE_ID,
    SIXTEEN_SOON,
    STAFF,
    TICK,
    local,
)
from tests.worlds import World, remembered

from practice_core import (
    Actor,
    AlreadyExists,
    CardRequired,
    DeclineReason,
    IdempotencyConflict,
    Invalid,
    Money,
    NotFound,
    Policy,
    PracticeCore,
    UnderMinimumAge,
)
from practice_core.ports.store import KeyRecord

Command = Callable[..., Any]

# Every command, twice: with some input, and with other input.
COMMANDS: dict[str, tuple[Command, Command]] = {
    "practices.open": (
        lambda c, **k: c.practices.open(name="Oak", time_zone="UTC", currency="EUR", **k),
        lambda c, **k: c.practices.open(name="Ash", time_zone="UTC", currency="EUR", **k),
    ),
    "practices.set_policy": (
        lambda c, **k: c.practices.set_policy(STAFF, Policy(minimum_payer_age=18), **k),
        lambda c, **k: c.practices.set_policy(STAFF, Policy(), **k),
    ),
    "therapists.register": (
        lambda c, **k: c.therapists.register(STAFF, name="One", **k),
        lambda c, **k: c.therapists.register(STAFF, name="Two", **k),
    ),
    "clients.register": (
        lambda c, **k: c.clients.register(STAFF, given_name="A", family_name="B", date_of_birth=ADULT, **k),
        lambda c, **k: c.clients.register(STAFF, given_name="A", family_name="B", date_of_birth=None, **k),
    ),
    "clients.erase": (
        lambda c, **k: c.clients.erase(STAFF, "frank", **k),
        lambda c, **k: c.clients.erase(STAFF, "yuna", **k),
    ),
    "clients.update": (
        lambda c, **k: c.clients.update(STAFF, "alex", phone="+44 1", **k),
        lambda c, **k: c.clients.update(STAFF, "alex", phone="+44 2", **k),
    ),
    "cards.add": (
        lambda c, **k: c.cards.add(STAFF, "alex", reference="pm_1", **k),
        lambda c, **k: c.cards.add(STAFF, "alex", reference="pm_2", **k),
    ),
    "cards.remove": (
        lambda c, **k: c.cards.remove(STAFF, "pat", **k),
        lambda c, **k: c.cards.remove(STAFF, "alex", **k),
    ),
    "relationships.open": (
        lambda c, **k: c.relationships.open(STAFF, therapist_id="tess", attendee_id="alex", payer_id="pat", **k),
        lambda c, **k: c.relationships.open(
            STAFF, therapist_id="tess", attendee_id="alex", payer_id="pat", fee=FEE, **k
        ),
    ),
    "relationships.set_fee": (
        lambda c, **k: c.relationships.set_fee(STAFF, "r1", fee=Money(1, "GBP"), **k),
        lambda c, **k: c.relationships.set_fee(STAFF, "r1", fee=None, **k),
    ),
    "relationships.end": (
        lambda c, **k: c.relationships.end(STAFF, "r1", reason="x", cancel_upcoming=True, **k),
        lambda c, **k: c.relationships.end(STAFF, "r1", reason="x", **k),
    ),
    "relationships.restart": (
        lambda c, **k: c.relationships.restart(STAFF, "paused", **k),
        lambda c, **k: c.relationships.restart(STAFF, "r1", **k),
    ),
    "migrations.request": (
        lambda c, **k: c.migrations.request(STAFF, "r1", requested_by="alex", channel="x", **k),
        lambda c, **k: c.migrations.request(STAFF, "r1", requested_by="alex", channel="y", **k),
    ),
    "migrations.accept": (
        lambda c, **k: c.migrations.accept(STAFF, "q1", **k),
        lambda c, **k: c.migrations.accept(STAFF, "q2", **k),
    ),
    "migrations.decline": (
        lambda c, **k: c.migrations.decline(STAFF, "q1", reason="x", **k),
        lambda c, **k: c.migrations.decline(STAFF, "q1", reason="y", **k),
    ),
    "migrations.withdraw": (
        lambda c, **k: c.migrations.withdraw(STAFF, "q1", **k),
        lambda c, **k: c.migrations.withdraw(STAFF, "q2", **k),
    ),
    "invitations.accept": (
        lambda c, **k: c.invitations.accept(PRACTICE_ID, "q1", token=token("q1", c), **k),
        lambda c, **k: c.invitations.accept(PRACTICE_ID, "q3", token=token("q3", c), **k),
    ),
    "invitations.decline": (
        lambda c, **k: c.invitations.decline(PRACTICE_ID, "q3", token=token("q3", c), reason="x", **k),
        lambda c, **k: c.invitations.decline(PRACTICE_ID, "q3", token=token("q3", c), reason="y", **k),
    ),
    "migrations.confirm": (
        lambda c, **k: c.migrations.confirm(STAFF, "r1", requested_by="alex", **k),
        lambda c, **k: c.migrations.confirm(STAFF, "r1", requested_by="alex", details={"phone": "1"}, **k),
    ),
    "migrations.reviewed": (
        lambda c, **k: c.migrations.reviewed(STAFF, "young", **k),
        lambda c, **k: c.migrations.reviewed(STAFF, "r1", **k),
    ),
    "sessions.book": (
        lambda c, **k: c.sessions.book(STAFF, "r1", starts_at=NOW + DAY, duration=FIFTY_MINUTES, **k),
        lambda c, **k: c.sessions.book(STAFF, "r1", starts_at=NOW + DAY, duration=FIFTY_MINUTES + TICK, **k),
    ),
    "sessions.move": (
        lambda c, **k: c.sessions.move(STAFF, "s1", starts_at=NOW + 9 * DAY, **k),
        lambda c, **k: c.sessions.move(STAFF, "s1", starts_at=NOW + 9 * DAY + TICK, **k),
    ),
    "sessions.cancel": (
        lambda c, **k: c.sessions.cancel(STAFF, "s1", requested_by="alex", **k),
        lambda c, **k: c.sessions.cancel(STAFF, "s1", **k),
    ),
    "sessions.rebook": (
        lambda c, **k: c.sessions.rebook(STAFF, "s0", **k),
        lambda c, **k: c.sessions.rebook(STAFF, "s0", price=FEE, **k),
    ),
    "sessions.rebook_all": (
        lambda c, **k: c.sessions.rebook_all(STAFF, "r0", **k),
        lambda c, **k: c.sessions.rebook_all(STAFF, "r1", **k),
    ),
    "sessions.record": (
        lambda c, **k: c.sessions.record(STAFF, "s2", attended=False, **k),
        lambda c, **k: c.sessions.record(STAFF, "s2", attended=True, **k),
    ),
    "billing.retry": (
        lambda c, **k: c.billing.retry(STAFF, "s3", **k),
        lambda c, **k: c.billing.retry(STAFF, "s2", **k),
    ),
    "billing.refund": (
        lambda c, **k: c.billing.refund(STAFF, charge_of("s2", c), **k),
        lambda c, **k: c.billing.refund(STAFF, charge_of("s2", c), amount=Money(1, "GBP"), **k),
    ),
    "notices.retry": (
        lambda c, **k: c.notices.retry(STAFF, undelivered(0, c), **k),
        lambda c, **k: c.notices.retry(STAFF, undelivered(1, c), **k),
    ),
    "billing.refunded_by_hand": (
        lambda c, **k: c.billing.refunded_by_hand(STAFF, "s4", **k),
        lambda c, **k: c.billing.refunded_by_hand(STAFF, "s2", **k),
    ),
}


def undelivered(place: int, core: PracticeCore) -> str:
    """One that went nowhere: of those there were before any was put back."""
    every = [notice for notice in core.notices.all(STAFF) if notice.addressee == "therapist:theo"]
    return every[place].id


def token(request_id: str, core: PracticeCore) -> str:
    return core.invitations.token(STAFF, request_id)


def charge_of(session_id: str, core: PracticeCore) -> str:
    return core.billing.of_session(STAFF, session_id).lines[0].id


@remembered
def world() -> World:
    w = World()
    for name in ("alex", "pat", "frank"):
        w.person(name, has_card=True)
    w.open(payer="frank", id="r0")
    w.book("r0", id="s0", starts_at=NOW + 90 * DAY)
    w.migrate("r0", id="own")
    w.open(id="r1")
    w.book("r1", id="s2", starts_at=NOW + HOUR)
    w.book("r1", id="s1", starts_at=NOW + 80 * DAY)
    w.core.relationships.open(STAFF, therapist_id="theo", attendee_id="pat", payer_id="pat", id="paused")
    w.core.relationships.end(STAFF, "paused", reason="pause")
    w.core.migrations.request(STAFF, "r1", requested_by="pat", id="q1")
    w.person("yuna", born=SIXTEEN_SOON)
    w.open("yuna", id="young")
    w.core.migrations.request(STAFF, "own", requested_by="alex", new_payer_id="frank", id="q3")
    w.forward(2 * HOUR)
    w.core.run_due()
    # s3 has been declined; the money of s4 has to go back, and the gateway refuses.
    w.book("r1", id="s4", starts_at=w.clock.now() + HOUR)
    w.core.run_due()
    w.core.sessions.cancel(STAFF, "s4")
    paid = w.payments.ledger[-1].reference
    w.payments.declines(paid, DeclineReason.NOT_REFUNDABLE)
    w.core.run_due()
    w.book("r1", id="s3", starts_at=w.clock.now() + 3 * HOUR)
    w.payments.declines("pm_pat_2030_12", DeclineReason.CARD_REFUSED, times=1)
    w.core.run_due()
    w.nobody_was_reached()
    return w


def test_D1_every_command_takes_a_key() -> None:
    import inspect

    core = World().core
    commands = {
        f"{area}.{name}"
        for area in inspect.get_annotations(PracticeCore)
        if not area.startswith("_")
        for name, method in inspect.getmembers(getattr(core, area), inspect.ismethod)
        if not name.startswith("_") and "idempotency_key" in inspect.signature(method).parameters
    }

    assert set(COMMANDS) == commands


@pytest.mark.parametrize("name", COMMANDS)
def test_D1_the_same_key_gives_the_first_answer_and_does_nothing_and_other_input_is_refused(name: str) -> None:
    w = world()
    command, other = COMMANDS[name]

    first = command(w.core, idempotency_key="k1")
    rows = w.rows()

    assert first == command(w.core, idempotency_key="k1")
    assert rows == w.rows()
    with pytest.raises(IdempotencyConflict):
        other(w.core, idempotency_key="k1")
    assert rows == w.rows()


@pytest.mark.parametrize("name", [name for name in COMMANDS if name != "practices.open"])
def test_D1_without_a_key_nothing_is_remembered(name: str) -> None:
    w = world()
    COMMANDS[name][0](w.core)

    assert w.kept(KeyRecord) == {}


def test_D1_a_key_is_scoped_to_its_operation() -> None:
    w = world()

    for name in ("sessions.rebook", "clients.update", "migrations.accept", "sessions.cancel"):
        COMMANDS[name][0](w.core, idempotency_key="the same")
    assert len(w.kept(KeyRecord)) == 4


def test_D1_a_key_is_scoped_to_its_practice() -> None:
    w = world()
    w.core.practices.open(id="oak", name="Oak", time_zone="UTC", currency="EUR")

    here = w.core.therapists.register(STAFF, name="One", idempotency_key="k")
    there = w.core.therapists.register(Actor.staff("oak", "desk"), name="Two", idempotency_key="k")

    assert here.id != there.id


def test_D1_the_same_key_of_another_actor_is_refused() -> None:
    w = world()
    w.core.sessions.cancel(STAFF, "s1", idempotency_key="k")

    with pytest.raises(IdempotencyConflict):
        w.core.sessions.cancel(w.theo, "s1", idempotency_key="k")


def test_D1_another_id_for_what_is_created_is_other_input() -> None:
    w = world()
    w.person("new", idempotency_key="k")
    rows = w.rows()

    assert w.person("new", idempotency_key="k").id == "new"
    assert rows == w.rows()
    with pytest.raises(IdempotencyConflict):
        w.core.clients.register(
            STAFF,
            id="another",
            given_name="New",
            family_name="Example",
            email="new@people.example",
            phone="+44 20 7946 0000",
            date_of_birth=ADULT,
            idempotency_key="k",
        )


def test_D1_the_same_instant_in_another_zone_is_the_same_input() -> None:
    w = world()
    first = w.core.sessions.move(STAFF, "s1", starts_at=local(LONDON, 2026, 7, 1, 10), idempotency_key="k")

    assert first == w.core.sessions.move(STAFF, "s1", starts_at=first.starts_at, idempotency_key="k")


def test_D1_a_date_and_its_text_are_the_same_detail() -> None:
    w = World()
    w.person("alex", born=None)
    w.person("pat")
    w.open()

    first = w.migrate(details={"date_of_birth": ADULT}, idempotency_key="k")

    assert first == w.migrate(details={"date_of_birth": ADULT.isoformat()}, idempotency_key="k")


def test_D1_a_refused_command_does_not_use_its_key_up() -> None:
    w = World()
    w.person("alex", born=date(2015, 1, 1))
    w.person("pat")
    w.open()
    rows = w.rows()

    with pytest.raises(UnderMinimumAge):
        w.migrate(idempotency_key="k")
    with pytest.raises(CardRequired):
        w.book(idempotency_key="k")
    with pytest.raises(NotFound):
        w.core.clients.update(STAFF, "nobody", phone="1", idempotency_key="k")
    assert rows == w.rows()

    w.core.clients.update(STAFF, "alex", date_of_birth=ADULT, reason="typo", idempotency_key="k")
    assert w.migrate(idempotency_key="k").opened.id == "r2"
    w.with_card("alex")
    assert w.book("r2", idempotency_key="k").status == "scheduled"


@pytest.mark.parametrize(("later", "again"), [(30 * DAY - TICK, False), (30 * DAY, True)])
def test_D1_a_key_is_kept_for_30_days(later: Any, again: bool) -> None:
    w = World()
    first = w.core.therapists.register(STAFF, name="One", idempotency_key="k")
    w.forward(later)

    assert again == (first.id != w.core.therapists.register(STAFF, name="One", idempotency_key="k").id)
    assert len(w.kept(KeyRecord)) == 1


def test_D1_after_30_days_a_key_is_good_for_other_input() -> None:
    w = World()
    w.core.therapists.register(STAFF, name="One", idempotency_key="k")
    w.forward(30 * DAY)

    second = w.core.therapists.register(STAFF, name="Two", idempotency_key="k")
    assert second == w.core.therapists.register(STAFF, name="Two", idempotency_key="k")


@pytest.mark.parametrize("key", ["", "a\nb", "x" * 2001, 7])
def test_D1_a_key_is_a_line_of_text(key: object) -> None:
    with pytest.raises(Invalid) as refused:
        World().core.therapists.register(STAFF, name="One", idempotency_key=key)  # type: ignore[arg-type]
    assert refused.value.field == "idempotency_key"


def test_D1_an_argument_that_cannot_be_told_apart_is_invalid() -> None:
    w = world()
    w.core.clients.update(STAFF, "alex", phone="1.5", idempotency_key="k")

    with pytest.raises(Invalid) as refused:
        w.core.clients.update(STAFF, "alex", phone=1.5, idempotency_key="k")
    assert refused.value.field == "arguments"


def test_D1_opening_a_practice_twice_with_a_key_opens_one() -> None:
    w = World()
    first = w.core.practices.open(name="Oak", time_zone="UTC", currency="EUR", idempotency_key="k")
    other = w.core.practices.open(name="Oak", time_zone="UTC", currency="EUR")

    assert first != other
    with pytest.raises(AlreadyExists):
        w.core.practices.open(name="Oak", time_zone="UTC", currency="EUR", id=other.id, idempotency_key="k2")


def test_A4_a_key_is_kept_as_digests_that_tell_nothing_of_it_or_the_arguments() -> None:
    w = World()
    w.person("alex", idempotency_key="secret-key")

    (record,) = w.kept(KeyRecord).values()
    assert "secret-key" not in repr(record)
    assert "people.example" not in repr(record)
    assert record.answer == ("alex",)
