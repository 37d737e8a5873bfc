"""One span a use case, with what it asked of others inside; and counters. Through OpenTelemetry's SDK."""

from __future__ import annotations

from datetime import date

import pytest
from opentelemetry.trace import SpanKind, StatusCode
from tests.services.money import DUE, PAT, START, at, world
from tests.telemetry.looking import Lookout
from tests.values import HOUR, PRACTICE_ID
from tests.worlds import World, family

from practice_core import (
    Conflict,
    DeclineReason,
    NotThirdParty,
    PracticeError,
)
from practice_core.domain.attempt import Attempt, Outcome
from practice_core.domain.delivery import Rejected

BY_STAFF = {"practice_id": PRACTICE_ID, "actor_role": "staff", "actor_id": "desk"}


def test_a_command_is_one_span_with_ids_and_how_it_ended() -> None:
    w = family()
    seen = Lookout(w)
    w.migrate()

    assert [("migrations.confirm", [])] == seen.tree()
    assert {
        **BY_STAFF,
        "relationship_id": "r1",
        "requested_by": "alex",
        "tries": 1,
        "answer_id": "r2",
        "outcome": "done",
    } == seen.said("migrations.confirm")
    assert (StatusCode.UNSET, SpanKind.INTERNAL) == (
        seen.last("migrations.confirm").status.status_code,
        seen.last("migrations.confirm").kind,
    )


def test_what_a_rule_refuses_is_an_answer_with_its_code_and_its_number() -> None:
    w = family()
    w.migrate()
    seen = Lookout(w)
    with pytest.raises(NotThirdParty):
        w.migrate("r2")

    said = seen.said("migrations.confirm")
    assert ("not_third_party", "M1") == (said["outcome"], said["rule"])
    assert StatusCode.UNSET == seen.last("migrations.confirm").status.status_code


def test_a_preview_says_what_it_would_refuse_and_a_list_how_much_it_found() -> None:
    w = family(born=None)
    seen = Lookout(w)
    w.core.migrations.preview(w.staff, "r1", requested_by="pat")
    w.core.relationships.of_client(w.staff, "pat")

    assert (False, "details_missing") == (
        seen.said("migrations.preview")["allowed"],
        seen.said("migrations.preview")["refusals"],
    )
    assert 1 == seen.said("relationships.of_client")["found"]


def test_D1_a_repeated_command_says_so() -> None:
    w = family()
    seen = Lookout(w)
    w.migrate(idempotency_key="form-1")
    assert "repeated" not in seen.said("migrations.confirm")
    w.migrate(idempotency_key="form-1")
    assert True is seen.said("migrations.confirm")["repeated"]


def test_D2_a_lost_race_shows_as_another_try() -> None:
    w = family()
    seen = Lookout(w)
    w.store.meanwhile.append(lambda: w.core.relationships.set_fee(w.staff, "r1", fee=None))
    w.migrate()

    assert 2 == seen.said("migrations.confirm")["tries"]


def test_D2_a_race_that_is_lost_for_good_is_an_error() -> None:
    w = family()
    seen = Lookout(w)
    between = [lambda: w.core.relationships.set_fee(w.staff, "r1", fee=None)] * 5
    w.store.meanwhile.extend(between)
    with pytest.raises(Conflict):
        w.migrate()

    span = seen.last("migrations.confirm")
    assert ("conflict", 5) == (seen.said("migrations.confirm")["outcome"], seen.said("migrations.confirm")["tries"])
    assert (StatusCode.ERROR, "conflict", ()) == (span.status.status_code, span.status.description, span.events)


def test_every_session_rebooked_is_a_step_with_its_own_end() -> None:
    w = family(born=date(1990, 5, 17))
    w.book(id="s1")
    w.book(id="s2", starts_at=w.clock.now() + 100 * HOUR)
    w.migrate()
    seen = Lookout(w)
    w.core.sessions.rebook_all(w.staff, "r1")

    assert [("sessions.rebook_all", [("sessions.rebook", []), ("sessions.rebook", [])])] == seen.tree()
    assert ("s2", "card_required", "S2") == tuple(
        seen.said("sessions.rebook")[name] for name in ("session_id", "outcome", "rule")
    )
    assert "done" == seen.said("sessions.rebook_all")["outcome"]
    assert {("sessions.rebook_all", "done"): 1} == seen.counted("use_cases")


def test_due_work_is_one_span_with_its_batches_and_its_calls_inside() -> None:
    w = at(world(), DUE)
    w.nobody_was_reached()
    w.mailer.down(False)
    seen = Lookout(w)
    w.core.run_due()

    inside = """
        billing.reconcile billing.charge_due gateway.charge billing.receive billing.cancel_unpaid billing.refund_due
        mail.connect notices.deliver mail.send notices.deliver
        """
    assert [("run_due", [(name, []) for name in inside.split()])] == seen.tree()
    assert {"charged": 1, "notices_delivered": 1, "tries": 1, "outcome": "done"} == seen.said("run_due")
    (attempt,) = w.kept(Attempt)
    assert {
        "practice_id": PRACTICE_ID,
        "session_id": "s1",
        "attempt_id": attempt,
        "outcome": "paid",
    } == seen.said("gateway.charge")
    assert SpanKind.CLIENT == seen.last("gateway.charge").kind
    (message,) = w.mailer.outbox
    assert {"message_id": message["Message-ID"], "outcome": "accepted"} == seen.said("mail.send")
    assert {("gateway.charge", "paid"): 1} == seen.counted("gateway_calls")
    assert {("mail.connect", "done"): 1, ("mail.send", "accepted"): 1} == seen.counted("mail_calls")
    assert {("run_due", "done"): 1} == seen.counted("use_cases")


def test_C5_a_decline_says_why() -> None:
    w = at(world(), DUE)
    w.payments.declines(PAT, DeclineReason.INSUFFICIENT_FUNDS, times=1)
    seen = Lookout(w)
    w.core.billing.charge_due()

    assert ("declined", "insufficient_funds") == (
        seen.said("gateway.charge")["outcome"],
        seen.said("gateway.charge")["reason"],
    )


def test_N1_what_a_mail_server_says_of_a_message_shows_as_a_code() -> None:
    w = world()
    w.mailer.down(False)
    w.mailer.says("alex@people.example", Rejected("550"))
    seen = Lookout(w)
    w.core.notices.deliver()

    assert ("mail.send", "rejected") in seen.counted("mail_calls")
    assert "550" in {(span.attributes or {}).get("practice_core.reason") for span in seen.spans}


def test_an_outage_is_an_error_that_says_who_did_not_answer() -> None:
    w = world()
    seen = Lookout(w)
    w.core.notices.deliver()

    span = seen.last("mail.connect")
    assert (StatusCode.ERROR, "unavailable") == (span.status.status_code, span.status.description)
    assert {"outcome": "unavailable", "which": "mail server", "left": "not_done"} == seen.said("mail.connect")
    assert "done" == seen.said("notices.deliver")["outcome"]


def test_a_gateways_links_and_cards_are_watched_too() -> None:
    w = family()
    seen = Lookout(w)
    w.core.cards.invite(w.staff, "pat")
    w.core.cards.add(w.staff, "alex", reference="pm_alex")

    assert [("cards.invite", [("gateway.card_link", [])]), ("cards.add", [("gateway.keep_card", [])])] == seen.tree()
    assert {"practice_id": PRACTICE_ID, "client_id": "alex", "outcome": "done"} == seen.said("gateway.keep_card")


class Leaky:
    """A gateway's adapter gone wrong: what it raises tells everything."""

    def __init__(self, w: World) -> None:
        self._payments = w.payments

    def __getattr__(self, name: str) -> object:
        return getattr(self._payments, name)

    def charge(self, attempt: Attempt) -> Outcome:
        raise ZeroDivisionError(f"Zebedee Quux, zeb@people.example, {attempt.card_reference}")


MARKED = ("Zebedee", "Quux", "zeb@people.example", "7700 900123", "1987-06", "pm_zeb", "hospital", "Traceback")


def test_A4_no_span_and_no_counter_carries_personal_data() -> None:
    """A whole story with marked names, addresses, a birth date and free text, in which much goes wrong."""
    w = family()
    w.mailer.down(False)
    seen = Lookout(w, Leaky(w))  # type: ignore[arg-type]
    zeb = {
        "given_name": "Zebedee",
        "family_name": "Quux",
        "email": "zeb@people.example",
        "phone": "+44 7700 900123",
        "date_of_birth": date(1987, 6, 5),
    }
    w.core.clients.register(w.staff, id="zeb", **zeb)
    w.core.cards.add(w.staff, "zeb", reference="pm_zeb")
    w.open("zeb", "pat", id="rz")
    w.core.clients.update(w.staff, "zeb", phone="+44 7700 900123", reason="hospital")
    for wrong in ({"email": "zeb@people.example"}, {"Zebedee": "Quux"}, {"date_of_birth": "1987-06-55"}):
        with pytest.raises(PracticeError):
            w.migrate("rz", "zeb", id=None, details=wrong | {"given_name": "hospital"})
    w.core.migrations.request(w.staff, "rz", requested_by="zeb", channel="hospital")
    w.migrate("rz", "zeb", id="rz2", channel="hospital")
    session = w.book("rz2", starts_at=START)
    w.clock.set(DUE)
    w.core.run_due()
    w.core.sessions.cancel(w.staff, session.id, reason="hospital")
    w.core.clients.get(w.staff, "zeb")
    w.core.journal.of(w.staff, "client:zeb")

    told = seen.everything()
    assert [] == [secret for secret in MARKED if secret.casefold() in told.casefold()]
    assert {"ZeroDivisionError"} == {
        (span.attributes or {}).get("practice_core.error")
        for span in seen.spans
        if span.status.status_code is StatusCode.ERROR
    }
    assert "failed" == seen.said("gateway.charge")["outcome"]
