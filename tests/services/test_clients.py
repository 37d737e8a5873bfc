"""Accounts, cards and practices through the services (A1, A2, M6, S11)."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from tests.values import ADULT, AUCKLAND, DAY, NOW, PRACTICE_ID, STAFF, local
from tests.worlds import World, family

from practice_core import AlreadyExists, Invalid, NotAllowed, NotFound, Policy, Unavailable, connect
from practice_core.adapters.clock import SettableClock

OTHER = date(1991, 1, 1)


# A2: dates of birth


def test_A2_a_date_of_birth_on_record_is_changed_by_staff_only_with_a_reason_and_journalled() -> None:
    w = family()

    for actor in (w.theo, w.alex):
        with pytest.raises(NotAllowed):
            w.core.clients.update(actor, "alex", date_of_birth=OTHER, reason="typo")
    for reason in ("", "  "):
        with pytest.raises(Invalid) as refused:
            w.core.clients.update(STAFF, "alex", date_of_birth=OTHER, reason=reason)
        assert refused.value.field == "reason"
    assert w.core.clients.update(STAFF, "alex", date_of_birth=OTHER, reason="typo").date_of_birth == OTHER

    entry = w.core.journal.of(STAFF, "client:alex")[-1]
    assert (entry.what, entry.facts, entry.note) == ("details_changed", {"fields": ("date_of_birth",)}, "typo")


def test_A2_taking_a_date_of_birth_off_the_record_is_changing_it() -> None:
    w = family()

    with pytest.raises(NotAllowed):
        w.core.clients.update(w.alex, "alex", date_of_birth=None)
    assert w.core.clients.update(STAFF, "alex", date_of_birth=None, reason="unsure").date_of_birth is None


def test_A2_a_blank_one_of_an_attendee_at_anothers_cost_is_filled_in_by_therapists_and_staff() -> None:
    w = family(born=None)

    with pytest.raises(NotAllowed):
        w.core.clients.update(w.alex, "alex", date_of_birth=ADULT)
    assert w.core.clients.update(w.theo, "alex", date_of_birth=ADULT).date_of_birth == ADULT


def test_A2_any_other_blank_one_is_filled_in_by_the_client_too() -> None:
    w = family(born=None)
    w.core.relationships.end(STAFF, "r1", reason="pause")

    assert w.core.clients.update(w.alex, "alex", date_of_birth=ADULT.isoformat()).date_of_birth == ADULT


def test_A2_other_details_are_the_clients_own_to_manage() -> None:
    w = family()

    changed = w.core.clients.update(w.alex, "alex", phone=None, language="de-AT", date_of_birth=ADULT)

    assert (changed.phone, changed.language) == (None, "de-AT")
    assert w.core.journal.of(STAFF, "client:alex")[-1].facts["fields"] == ("phone", "language")
    with pytest.raises(NotFound):
        w.core.clients.update(w.pat, "alex", phone="1")


def test_J1_an_update_that_changes_nothing_writes_nothing() -> None:
    w = family()
    rows = w.rows()

    assert w.core.clients.update(w.alex, "alex", given_name="Alex") == w.core.clients.get(w.alex, "alex")
    assert rows == w.rows()


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"card": None}, "card"),
        ({"given_name": None}, "given_name"),
        ({"email": "nowhere"}, "email"),
        ({"date_of_birth": "soon"}, "date_of_birth"),
        ({"date_of_birth": date(2026, 6, 2)}, "date_of_birth"),
        ({"reason": None}, "reason"),
        ({"reason": "\x00", "phone": "1"}, "reason"),
    ],
)
def test_an_update_that_can_never_be_right_is_invalid_by_field(changes: dict[str, object], field: str) -> None:
    w = family()
    w.core.clients.update(STAFF, "alex", date_of_birth=None, reason="unsure")
    rows = w.rows()

    with pytest.raises(Invalid) as refused:
        w.core.clients.update(STAFF, "alex", **changes)  # type: ignore[arg-type]
    assert (field, rows) == (refused.value.field, w.rows())


def test_nobody_is_born_after_today_by_the_practices_date() -> None:
    w = World(zone=AUCKLAND, at=local(AUCKLAND, 2026, 6, 2).astimezone(UTC))

    assert w.person("alex", born=date(2026, 6, 2)).date_of_birth == date(2026, 6, 2)
    with pytest.raises(Invalid):
        w.person("sam", born=date(2026, 6, 3))
    with pytest.raises(Invalid):
        w.person("sam", born="1990-05-17")  # type: ignore[arg-type]


def test_an_id_of_the_hosts_is_kept_unless_it_is_taken() -> None:
    w = family()

    with pytest.raises(AlreadyExists):
        w.person("alex")
    with pytest.raises(Invalid):
        w.person("x" * 65)
    assert w.person("theo").id == "theo", "ids are unique for each kind of thing"


def test_ids_are_drawn_where_the_host_gives_none_and_later_ones_sort_later() -> None:
    w = World()
    drawn = [w.core.clients.register(STAFF, given_name="A", family_name="B").id for _ in range(3)]

    assert sorted(set(drawn)) == drawn
    assert {36} == {len(one) for one in drawn}


# Cards


def test_a_card_is_kept_under_its_reference_and_forgotten() -> None:
    w = family()

    kept = w.core.cards.add(w.alex, "alex", reference="pm_1").card
    assert kept is not None
    assert ("visa", "4242", NOW.month, NOW.year + 3) == (kept.brand, kept.last4, kept.exp_month, kept.exp_year)
    assert "alex" in w.core.cards.invite(w.alex, "alex")
    assert w.core.cards.remove(w.alex, "alex").card is None
    rows = w.rows()
    assert w.core.cards.remove(w.alex, "alex").card is None
    assert rows == w.rows()


def test_a_reference_the_gateway_does_not_know_is_invalid_and_writes_nothing() -> None:
    w = family()
    rows = w.rows()

    with pytest.raises(Invalid):
        w.core.cards.add(w.alex, "alex", reference="")
    assert rows == w.rows()


def test_the_gateway_is_asked_once_for_a_command_that_comes_twice() -> None:
    class Once:
        """A gateway that answers once and is gone."""

        def __init__(self, w: World) -> None:
            self._w = w
            self._left = 1

        def card_link(self, practice_id: str, client_id: str, account: str | None) -> str:
            return f"https://gateway.example/{practice_id}/{client_id}/{account}"

        def keep_card(self, practice_id: str, client_id: str, account: str | None, reference: str) -> object:
            if not self._left:
                raise Unavailable("gateway", "it is gone")
            self._left -= 1
            return self._w.payments.keep_card(practice_id, client_id, account, reference)

    w = family()
    core = connect("memory://", clock=w.clock, store=w.store, payments=Once(w))  # type: ignore[arg-type]

    first = core.cards.add(w.alex, "alex", reference="pm_1", idempotency_key="k")
    assert first == core.cards.add(w.alex, "alex", reference="pm_1", idempotency_key="k")
    with pytest.raises(Unavailable):
        core.cards.add(w.alex, "alex", reference="pm_1", idempotency_key="another")


def told(w: World) -> int:
    return w.notices().count(("client_can_be_booked", "therapist:theo"))


def test_N_the_therapist_is_told_of_a_card_added_after_a_migration_and_of_no_other() -> None:
    w = family()
    w.with_card("alex")
    assert told(w) == 0
    w.core.cards.remove(STAFF, "alex")
    w.migrate()
    w.with_card("alex", 2026, 5)
    assert told(w) == 0, "an expired card makes nobody bookable"
    w.with_card("alex")
    assert told(w) == 1
    w.with_card("alex", 2031)
    assert told(w) == 1, "they could be booked already"


def test_S11_a_card_after_an_unasked_migration_is_agreement_even_if_one_was_there() -> None:
    w = family()
    w.with_card("alex")
    w.migrate(by="pat")
    w.with_card("alex", 2031)

    assert told(w) == 1
    assert [w.core.relationships.get(STAFF, name).awaits_agreement for name in ("r1", "r2")] == [False, False]
    assert [w.core.journal.of(STAFF, f"relationship:{name}")[-1].what for name in ("r1", "r2")] == ["agreed", "agreed"]


def test_S11_the_payers_card_agrees_to_nothing() -> None:
    w = family()
    w.migrate(by="pat")
    w.with_card("pat", 2031)

    assert w.core.relationships.get(STAFF, "r2").awaits_agreement is True


# Practices


def test_a_practice_opens_with_the_system_as_actor_and_staff_set_its_policy() -> None:
    w = World()

    changed = w.core.practices.set_policy(STAFF, Policy(minimum_payer_age=18, retry_hours=(6,)))

    assert changed == w.core.practices.get(PRACTICE_ID)
    opened, policy_set = (e for e in w.core.journal.of(STAFF, f"practice:{PRACTICE_ID}"))
    assert (
        opened.what,
        opened.actor,
        policy_set.what,
        policy_set.actor,
    ) == ("opened", "system:system", "policy_set", "staff:desk")
    assert (policy_set.facts["minimum_payer_age"], policy_set.facts["retry_hours"]) == (18, ("6",))


def test_a_practice_that_is_there_is_not_opened_again() -> None:
    w = World()

    with pytest.raises(AlreadyExists):
        w.core.practices.open(id=PRACTICE_ID, name="Again", time_zone="UTC", currency="GBP")
    with pytest.raises(NotFound):
        w.core.practices.get("another")
    with pytest.raises(Invalid):
        w.core.practices.open(id="", name="Nameless", time_zone="UTC", currency="GBP")
    with pytest.raises(Invalid):
        w.core.practices.set_policy(STAFF, None)  # type: ignore[arg-type]


def test_a_therapist_is_registered_by_staff_and_seen_by_themselves() -> None:
    w = World()

    assert w.core.therapists.get(w.tess, "tess") == w.core.therapists.get(STAFF, "tess")
    with pytest.raises(NotFound):
        w.core.therapists.get(STAFF, "nobody")
    with pytest.raises(NotFound):
        w.core.clients.of_therapist(STAFF, "nobody")
    with pytest.raises(NotFound):
        w.core.relationships.of_therapist(STAFF, "nobody")


def test_a_clock_without_a_zone_is_invalid() -> None:
    w = World()
    w.clock.set(datetime(2026, 6, 1))  # noqa: DTZ001 - a naive one is what this is about

    with pytest.raises(Invalid) as refused:
        w.person("alex")
    assert refused.value.field == "clock"


def test_a_clock_in_any_zone_is_kept_in_utc() -> None:
    w = World(at=local(AUCKLAND, 2026, 6, 1))
    w.person("alex")

    assert {UTC} == {e.at.tzinfo for e in w.core.journal.of(STAFF, "client:alex")}
    assert isinstance(w.clock, SettableClock)
    w.forward(DAY)
    assert w.open(payer="alex").opened_at == local(AUCKLAND, 2026, 6, 2)
