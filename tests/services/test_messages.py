"""The gateway's messages: believed with a signature, and once (C9)."""

from __future__ import annotations

from datetime import timedelta

import attrs
import pytest
from tests.services.money import (
    DUE,
    PAT,
    at,
    attempts,
    payment,
    until_quiet,
    world,
)
from tests.values import TICK
from tests.worlds import World

from practice_core import (
    Invalid,
    Unavailable,
)

MINUTE = timedelta(minutes=1)


def test_C9_messages_are_believed_only_with_a_valid_signature_and_when_they_are_about_something_here() -> None:
    w = at(world(), DUE)
    w.payments.asks_for_authentication(PAT)
    until_quiet(w)
    (attempt,) = attempts(w)
    payload, signature = w.payments.message_about(attempt)
    for said, signed in ((payload + b" ", signature), (payload, ""), (payload, "été")):
        with pytest.raises(Invalid, match="signature"):
            w.core.billing.receive(payload=said, signature=signed)
    for foreign in (attrs.evolve(attempt, id="other"), attrs.evolve(attempt, practice_id="other")):
        payload, signature = w.payments.message_about(foreign)
        assert w.core.billing.receive(payload=payload, signature=signature) is False


@pytest.mark.parametrize("named", [("x" * 100, "a1"), ("a b", "a1"), ("practice", "y" * 200), ("practice", "")])
@pytest.mark.parametrize("word", ["attempt", "client"])
def test_C9_a_signed_message_that_names_no_valid_id_is_not_about_anything_here(
    word: str, named: tuple[str, str]
) -> None:
    w = world()
    said = {"practice": named[0], word: named[1], "reference": "pm_1", "entered_at": w.clock.now().isoformat()}
    payload, signature = w.payments._signed({"id": "m1", **said}, None)
    assert w.core.billing.receive(payload=payload, signature=signature) is False


def test_C9_a_message_in_an_outage_is_to_be_sent_again() -> None:
    w = at(world(), DUE)
    w.payments.asks_for_authentication(PAT)
    until_quiet(w)
    (attempt,) = attempts(w)
    w.payments.authenticate(attempt)
    payload, signature = w.payments.message_about(attempt)
    w.payments.fails("ask", acted=False)
    with pytest.raises(Unavailable):
        w.core.billing.receive(payload=payload, signature=signature)
    assert w.core.billing.receive(payload=payload, signature=signature) is True
    assert payment(w) == "paid"


def card_of(w: World, name: str = "pat") -> str | None:
    card = w.core.clients.get(w.staff, name).card
    return card.reference if card else None


def test_C9_a_message_of_a_card_that_was_entered_before_another_changes_nothing() -> None:
    w = world()
    old = w.payments.message_of_card("practice", "pat", "pm_old")
    w.forward(TICK)
    new = w.payments.message_of_card("practice", "pat", "pm_new")
    w.forward(TICK)
    for payload, signature in (new, old):
        assert w.core.billing.receive(payload=payload, signature=signature) is True
        assert card_of(w) == "pm_new"


def test_C9_in_their_order_the_last_card_entered_counts_however_late_the_messages_come() -> None:
    w = world()
    messages = []
    for name in ("pm_old", "pm_new"):
        w.forward(TICK)
        messages.append(w.payments.message_of_card("practice", "pat", name))
    for payload, signature in messages:
        w.forward(MINUTE)
        w.core.billing.receive(payload=payload, signature=signature)
    assert card_of(w) == "pm_new"


def test_C9_nor_does_one_of_a_card_that_was_added_or_removed_since() -> None:
    w = world()
    payload, signature = w.payments.message_of_card("practice", "pat", "pm_entered")
    w.core.cards.add(w.pat, "pat", reference="pm_added")
    w.core.billing.receive(payload=payload, signature=signature)
    assert card_of(w) == "pm_added"
    payload, signature = w.payments.message_of_card("practice", "pat", "pm_entered_again")
    w.core.cards.remove(w.pat, "pat")
    w.core.billing.receive(payload=payload, signature=signature)
    assert card_of(w) is None


def test_C9_J1_when_a_card_was_entered_is_in_the_journal_where_a_message_told() -> None:
    w = world()
    w.forward(MINUTE)
    payload, signature = w.payments.message_of_card("practice", "pat", "pm_new")
    entered = w.clock.now().isoformat()
    w.forward(MINUTE)
    w.core.billing.receive(payload=payload, signature=signature)
    added = [entry for entry in w.core.journal.of(w.staff, "client:pat") if entry.what == "card_added"]
    assert [entry.facts.get("entered_at") for entry in added] == [None, entered]


def test_S11_a_card_entered_before_the_migration_is_no_agreement_to_it() -> None:
    w = world()
    early = w.payments.message_of_card("practice", "alex", "pm_early")
    w.forward(MINUTE)
    w.migrate(by="pat")
    before = len(w.notices())
    w.core.billing.receive(payload=early[0], signature=early[1])
    assert card_of(w, "alex") == "pm_early"
    assert [w.core.relationships.get(w.staff, name).awaits_agreement for name in ("r1", "r2")] == [True, True]
    assert w.notices()[before:] == []
    w.forward(MINUTE)
    payload, signature = w.payments.message_of_card("practice", "alex", "pm_later")
    w.core.billing.receive(payload=payload, signature=signature)
    assert [w.core.relationships.get(w.staff, name).awaits_agreement for name in ("r1", "r2")] == [False, False]


def test_C9_S11_a_card_entered_at_the_gateway_is_kept_though_the_browser_never_came_back() -> None:
    w = world()
    w.migrate()
    payload, signature = w.payments.message_of_card("practice", "alex", "pm_new")
    assert w.core.billing.receive(payload=payload, signature=signature) is True
    before = w.rows()
    assert w.core.clients.get(w.alex, "alex").card is not None
    w.core.billing.receive(payload=payload, signature=signature)
    assert w.rows() == before
