"""The gateway's messages: believed with a signature, and once (C9)."""

from __future__ import annotations

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

from practice_core import (
    Invalid,
    Unavailable,
)


def test_C9_messages_are_believed_only_with_a_valid_signature_and_when_they_are_about_something_here() -> None:
    w = at(world(), DUE)
    w.payments.asks_for_authentication(PAT)
    until_quiet(w)
    (attempt,) = attempts(w)
    payload, signature = w.payments.message_about(attempt)
    with pytest.raises(Invalid, match="signature"):
        w.core.billing.receive(payload=payload + b" ", signature=signature)
    for foreign in (attrs.evolve(attempt, id="other"), attrs.evolve(attempt, practice_id="other")):
        payload, signature = w.payments.message_about(foreign)
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


def test_C9_S11_a_card_entered_at_the_gateway_is_kept_though_the_browser_never_came_back() -> None:
    w = world()
    w.migrate()
    payload, signature = w.payments.message_of_card("practice", "alex", "pm_new")
    assert w.core.billing.receive(payload=payload, signature=signature) is True
    before = w.rows()
    assert w.core.clients.get(w.alex, "alex").card is not None
    w.core.billing.receive(payload=payload, signature=signature)
    assert w.rows() == before
