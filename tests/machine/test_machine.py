"""Random commands, on every store side by side (P1 to P6, M1 to M13, S1 to S11, D1, J1 to J3)."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import ExitStack

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis.stateful import run_state_machine_as_test
from tests.machine.practice import PracticeMachine

from practice_core import connect
from practice_core.ports.store import Store

# `HYPOTHESIS_PROFILE=thorough pytest -s tests/machine` looks further, from a new seed each time, and says how far.
THOROUGH = os.environ.get("HYPOTHESIS_PROFILE") == "thorough"
EXAMPLES = int(os.environ.get("PRACTICE_CORE_TEST_EXAMPLES", "1000" if THOROUGH else "30"))
STEPS = 60
WITH = os.environ.get("PRACTICE_CORE_TEST_STORES", "memory,sqlite,postgres").split(",")

# Of each operation: what it has to come to at least once, or the run would show little.
REACHED = {
    "relationships.open": "done",
    "relationships.end": "done",
    "migrations.request": "done",
    "migrations.confirm": "done under_minimum_age",
    "migrations.confirm:": "sessions_to_rebook handed_over",
    "migrations.reviewed": "done",
    "sessions.book": "done slot_taken card_required",
    "sessions.move": "done",
    "sessions.cancel": "done",
    "sessions.rebook_all:": "rebooked",
    "sessions.record": "done",
    "keys:": "again",
}
# ... and what only a longer run is sure to come to.
REACHED_SOONER = {
    "relationships.open": "done relationship_exists not_found",
    "relationships.end": "done invalid upcoming_sessions",
    "relationships.restart": "done",
    "migrations.request": "done not_third_party not_found already_payer attendee_must_ask",
    "migrations.accept": "done",
    "migrations.confirm": "done under_minimum_age details_missing details_conflict not_found acceptance_required",
    "migrations.confirm:": "sessions_to_rebook handed_over handed_over_by_the_attendee",
    "sessions.book": "done slot_taken price_required card_required invalid not_allowed not_found",
    "sessions.move": "done session_not_upcoming slot_taken rebooking_required not_allowed",
    "sessions.cancel": "done session_not_upcoming not_allowed not_found",
    "sessions.rebook": "done rebooking_not_needed",
    "sessions.rebook_all:": "rebooked card_required",
    "sessions.record": "done session_not_over not_allowed",
    "clients.register": "done already_exists",
    "clients.update": "done not_allowed",
    "practices.set_policy": "done not_allowed",
    "keys:": "again conflict",
}
REACHED_IN_THE_END = {
    "relationships.open": "migration_required under_minimum_age",
    "relationships.end": "relationship_ended not_allowed",
    "relationships.restart": "has_successor relationship_active",
    "relationships.set_fee": "relationship_ended",
    "migrations.request": "relationship_ended not_a_party already_requested",
    "migrations.accept": "not_found request_not_pending",
    "migrations.decline": "done request_not_pending not_allowed",
    "migrations.withdraw": "done request_not_pending",
    "migrations.confirm": "not_third_party relationship_ended not_a_party attendee_must_ask shared_email"
    " already_requested card_required request_not_pending not_allowed",
    "migrations.confirm:": "awaits_agreement into_one_they_had",
    "migrations.reviewed": "done not_up_for_review relationship_ended not_allowed not_found",
    "sessions.book": "relationship_ended starts_in_the_past agreement_required outside_relationship under_minimum_age",
    "sessions.move": "card_required starts_in_the_past",
    "sessions.cancel": "not_a_party",
    "sessions.rebook": "agreement_required card_required relationship_ended session_not_upcoming slot_taken",
    "sessions.rebook_all:": "agreement_required",
    "clients.update": "invalid",
}


@pytest.fixture(scope="module")
def stores(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Mapping[str, Store]]:
    """Memory first: the others are compared with it."""
    with ExitStack() as stack:
        cores = {"memory": stack.enter_context(connect("memory://"))}
        if "sqlite" in WITH:
            file = tmp_path_factory.mktemp("machine") / "practice.db"
            cores["sqlite"] = stack.enter_context(connect(f"sqlite:///{file}"))
        if "postgres" in WITH:
            cores["postgres"] = stack.enter_context(connect(request.getfixturevalue("postgres_url")))
            cores["postgres"].store.upgrade()  # type: ignore[attr-defined]
        yield {name: core.store for name, core in cores.items()}


@pytest.fixture(scope="module")
def tally() -> Counter[str]:
    """How often each operation came to what, in the run of this module."""
    return Counter()


def test_every_store_does_the_same_and_breaks_no_rule(
    stores: Mapping[str, Store], tally: Counter[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    # Or each side's notes would have a salt of its own.
    monkeypatch.setattr("secrets.token_hex", lambda size: "5a" * size)
    run_state_machine_as_test(
        lambda: PracticeMachine(stores, tally),
        settings=settings(
            max_examples=EXAMPLES,
            stateful_step_count=STEPS,
            deadline=None,
            database=None,
            # The same examples every time in a short run.
            derandomize=not THOROUGH,
            phases=(Phase.generate, Phase.shrink),
            report_multiple_bugs=False,
            suppress_health_check=list(HealthCheck),
        ),
    )


def test_what_matters_was_reached(tally: Counter[str]) -> None:
    if not tally:
        pytest.skip("says something of the run before it only")
    if THOROUGH:
        print("", *(f"{often:7} {what}" for what, often in sorted(tally.items())), sep="\n")  # noqa: T201
    assert [] == [what for what in _words(REACHED) if not tally[what]]
    if THOROUGH:
        late = (*_words(REACHED_SOONER), *_words(REACHED_IN_THE_END))
        assert [] == [what for what in late if not tally[what]]


def _words(reached: Mapping[str, str]) -> list[str]:
    return [f"{operation} {word}" for operation, words in reached.items() for word in words.split()]
