"""The error tree of the interface: codes, rule numbers, pickling, and nothing personal in any message (A4)."""

from __future__ import annotations

import copy
import pickle
import re
from datetime import date
from pathlib import Path

import pytest

import practice_core
from practice_core.domain import errors
from practice_core.domain.errors import Conflict, Invalid, NotAllowed, NotFound, PracticeError, Refused, Unavailable

ONE_OF_EACH: tuple[PracticeError, ...] = (
    errors.AcceptanceRequired(),
    errors.AgreementRequired("c1"),
    errors.AlreadyExists("client", "c1"),
    errors.AlreadyPayer(),
    errors.AlreadyRequested("q1"),
    errors.AttemptOpen("a1"),
    errors.AttendeeMustAsk(),
    errors.CardRequired("c1", rule="M12"),
    errors.ClientErased("c1"),
    errors.Conflict(),
    errors.DetailsConflict(("phone",)),
    errors.DetailsMissing(("phone", "email")),
    errors.HasSuccessor("r2"),
    errors.IdempotencyConflict(),
    errors.Invalid("", "must be something else"),
    errors.MigrationRequired("r1"),
    errors.NotAParty(),
    errors.NotAllowed("sessions.book"),
    errors.NotFound("client", "c1"),
    errors.NothingOwed(),
    errors.NothingToRefund(),
    errors.NoticeNotFailed("delivered"),
    errors.RefundTooLarge(),
    errors.NotThirdParty(),
    errors.NotUpForReview(),
    errors.OpenRelationships(("r1",)),
    errors.OpenSessions(("s1", "s2")),
    errors.OutsideRelationship(),
    errors.PriceRequired(),
    errors.RebookingNotNeeded(),
    errors.RebookingRequired(),
    errors.RelationshipActive(),
    errors.RelationshipEnded(reason="moved away", successor_id="r2", rule="S1"),
    errors.RelationshipExists("r1"),
    errors.RequestNotPending("expired"),
    errors.SessionNotOver("cancelled"),
    errors.SessionNotUpcoming(status="cancelled", rebooked_as="s2", rule="S7"),
    errors.SharedEmail(),
    errors.SlotTaken(("s1", "s2")),
    errors.StartsInThePast(),
    errors.TokenSpent(),
    errors.Unavailable("gateway", "timed out", outcome="unknown"),
    errors.UnderMinimumAge(date(2027, 1, 9)),
    errors.UpcomingSessions(("s1",)),
)

INTERFACE = {
    "RelationshipEnded": (Refused, ("reason", "successor_id")),
    "NotThirdParty": (Refused, ()),
    "NotAParty": (Refused, ()),
    "UnderMinimumAge": (Refused, ("eligible_on",)),
    "AttendeeMustAsk": (Refused, ()),
    "DetailsMissing": (Refused, ("fields",)),
    "DetailsConflict": (Refused, ("fields",)),
    "SharedEmail": (Refused, ()),
    "CardRequired": (Refused, ("client_id",)),
    "SlotTaken": (Refused, ()),
    "AcceptanceRequired": (Refused, ()),
    "UpcomingSessions": (Refused, ("session_ids",)),
    "NotAllowed": (PracticeError, ()),
    "NotFound": (PracticeError, ()),
    "Conflict": (PracticeError, ()),
    "Invalid": (PracticeError, ()),
    "IdempotencyConflict": (Invalid, ()),
    "Unavailable": (PracticeError, ("outcome",)),
}


def every_kind(of: type[PracticeError]) -> set[type[PracticeError]]:
    return {of}.union(*(every_kind(kind) for kind in of.__subclasses__()))


def named(error: PracticeError) -> str:
    return type(error).__name__


def test_there_is_one_of_each_here() -> None:
    assert every_kind(PracticeError) - {PracticeError, Refused} == {type(error) for error in ONE_OF_EACH}


def test_the_branches_of_the_tree_are_apart() -> None:
    assert {Refused, NotAllowed, NotFound, Conflict, Invalid, Unavailable} == set(PracticeError.__subclasses__())


@pytest.mark.parametrize("kind", sorted(every_kind(PracticeError), key=lambda k: k.__name__), ids=lambda k: k.__name__)
def test_every_error_is_exported_and_has_its_name_as_code(kind: type[PracticeError]) -> None:
    words = re.findall("[A-Z][a-z]*", kind.__name__)

    assert "_".join(words).lower() == kind.code
    assert kind is getattr(practice_core, kind.__name__)
    assert kind.__name__ in practice_core.__all__
    assert kind.__name__ in (errors.__doc__ or "") + "Refused"


@pytest.mark.parametrize("name", INTERFACE)
def test_the_errors_of_the_interface_stand_where_it_draws_them(name: str) -> None:
    above, carried = INTERFACE[name]
    error = next(error for error in ONE_OF_EACH if named(error) == name)

    assert above in type(error).__mro__
    assert [attribute for attribute in carried if not hasattr(error, attribute)] == []


def test_every_refusal_carries_the_number_of_a_rule() -> None:
    assert {
        named(error): error.rule
        for error in ONE_OF_EACH
        if isinstance(error, Refused) and not re.fullmatch("[PMSACND][0-9]+", error.rule)
    } == {}


@pytest.mark.parametrize("error", ONE_OF_EACH, ids=named)
def test_errors_survive_pickling_and_copying(error: PracticeError) -> None:
    for again in (pickle.loads(pickle.dumps(error)), copy.copy(error), copy.deepcopy(error)):  # noqa: S301
        assert (type(error), str(error), vars(error)) == (type(again), str(again), vars(again))
        assert error.code == again.code


def test_A4_the_message_of_under_minimum_age_does_not_tell_the_birthday() -> None:
    error = errors.UnderMinimumAge(date(2027, 1, 9))

    assert "2027" not in str(error) + repr(error)


def test_A4_the_reason_of_an_ended_relationship_is_free_text_and_in_no_message() -> None:
    error = errors.RelationshipEnded(reason="hospital", successor_id=None, rule="S1")

    assert "hospital" not in str(error) + repr(error)


def test_an_outage_says_which_and_whether_it_may_have_been_done() -> None:
    assert errors.Unavailable("database", "timed out").outcome == "not_done"
    assert "database" in str(errors.Unavailable("database", "timed out"))


def test_the_rules_named_by_errors_are_in_the_source_only_as_numbers() -> None:
    """Every rule number an error may carry is one of the rules' own numbers."""
    text = Path(errors.__file__).read_text(encoding="utf-8")
    known = {
        f"{letter}{n}"
        for letter, most in (("P", 6), ("M", 13), ("S", 11), ("C", 10), ("A", 4), ("N", 4), ("D", 3))
        for n in range(1, most + 1)
    }

    assert set(re.findall(r'rule(?:: str)? = "([A-Z]\d+)"', text)) <= known
