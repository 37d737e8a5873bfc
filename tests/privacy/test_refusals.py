"""A4: no refusal of any kind tells whom it is about."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator

import pytest
from tests.marks import BORN, CARD, FAMILY, GIVEN, WORDS, details_of, held_by, shown
from tests.operations import TOKEN, world
from tests.values import ADULT, DAY, FEE, FIFTY_MINUTES, HOUR, NOW, PRACTICE_ID
from tests.worlds import World

from practice_core import Money, PracticeError, Refused, connect
from practice_core.domain import errors

Refusal = Callable[[World], object]


def _after(w: World, *first: Callable[[], object], then: Callable[[], object]) -> object:
    for step in first:
        step()
    return then()


def _unasked(w: World) -> object:
    """Who attends has a card and did not ask for the migration."""
    w.person("uma", has_card=True, born=BORN, **details_of("uma"))
    w.open("uma", id="theirs")
    w.migrate("theirs", by="pat", id="unasked", channel=WORDS)
    return w.book("unasked")


def _pending(w: World) -> object:
    w.payments.fails("charge", acted=True)
    w.payments.fails("ask", acted=False, times=9)
    w.book("r1", id="s3", starts_at=w.clock.now() + 3 * HOUR)
    w.core.run_due()
    return w.core.billing.retry(w.staff, "s3")


def _contended(w: World) -> object:
    w.store.meanwhile += [lambda: w.core.relationships.set_fee(w.staff, "r1", fee=FEE)] * 9
    return w.core.relationships.end(w.staff, "r1", reason=WORDS, cancel_upcoming=True)


def _twice(w: World) -> object:
    w.core.clients.register(w.staff, **details_of("one"), idempotency_key="form")
    return w.core.clients.register(w.staff, **details_of("two"), idempotency_key="form")


# Each kind of error, raised in the world of `tests.operations`.
REFUSALS: dict[type[PracticeError], Refusal] = {
    errors.AcceptanceRequired: lambda w: w.core.migrations.confirm(w.staff, "own", request_id="q3", channel=WORDS),
    errors.AgreementRequired: _unasked,
    errors.AlreadyExists: lambda w: w.person("alex", born=BORN, **details_of("alex")),
    errors.AlreadyPayer: lambda w: w.core.migrations.request(
        w.staff, "r1", requested_by="alex", new_payer_id="pat", channel=WORDS
    ),
    errors.AlreadyRequested: lambda w: w.core.migrations.request(w.pat, "r1", requested_by="pat", channel=WORDS),
    errors.AttemptOpen: _pending,
    errors.AttendeeMustAsk: lambda w: w.core.migrations.request(
        w.pat, "r1", requested_by="pat", new_payer_id="gwen", channel=WORDS
    ),
    errors.CardRequired: lambda w: _after(w, lambda: w.core.cards.remove(w.staff, "pat"), then=lambda: w.book("r1")),
    errors.ClientErased: lambda w: _after(
        w, lambda: w.core.clients.erase(w.staff, "gwen"), then=lambda: w.core.cards.invite(w.staff, "gwen")
    ),
    errors.Conflict: _contended,
    errors.DetailsConflict: lambda w: w.migrate("r1", details={"given_name": FAMILY, "date_of_birth": str(ADULT)}),
    errors.DetailsMissing: lambda w: w.migrate("blank", by="bea", channel=WORDS),
    errors.HasSuccessor: lambda w: w.core.relationships.restart(w.staff, "r0"),
    errors.IdempotencyConflict: _twice,
    errors.Invalid: lambda w: w.core.clients.update(w.staff, "alex", email=f"{GIVEN} {FAMILY}", reason=WORDS),
    errors.MigrationRequired: lambda w: w.open("bea", "bea", id=None),
    errors.NotAParty: lambda w: w.migrate("r1", by="sam", channel=WORDS),
    errors.NotAllowed: lambda w: w.core.clients.register(w.pat, **details_of("new")),
    errors.NotFound: lambda w: w.core.clients.get(w.pat, "alex"),
    errors.NotThirdParty: lambda w: w.core.migrations.request(w.alex, "own", requested_by="alex", channel=WORDS),
    errors.NotUpForReview: lambda w: w.core.migrations.reviewed(w.staff, "r1"),
    errors.NothingOwed: lambda w: w.core.billing.retry(w.staff, "s1"),
    errors.NothingToRefund: lambda w: w.core.billing.refunded_by_hand(w.staff, "s1"),
    errors.NoticeNotFailed: lambda w: [
        w.core.notices.retry(w.staff, notice.id) for notice in w.core.notices.undelivered(w.staff)[:1] * 2
    ],
    errors.OpenRelationships: lambda w: w.core.clients.erase(w.staff, "alex"),
    errors.OpenSessions: lambda w: w.core.clients.erase(w.staff, "frank"),
    errors.OutsideRelationship: lambda w: w.book("r1", NOW - 9 * DAY, already_held=True),
    errors.PriceRequired: lambda w: _after(
        w, lambda: w.core.relationships.set_fee(w.staff, "r1", fee=None), then=lambda: w.book("r1")
    ),
    errors.RebookingNotNeeded: lambda w: w.core.sessions.rebook(w.staff, "s1"),
    errors.RebookingRequired: lambda w: w.core.sessions.move(w.staff, "s0", starts_at=NOW + DAY),
    errors.RefundTooLarge: lambda w: w.core.billing.refund(
        w.staff, w.core.billing.of_session(w.staff, "s2").lines[0].id, amount=Money(6001, "GBP")
    ),
    errors.RelationshipActive: lambda w: w.core.relationships.restart(w.staff, "r1"),
    errors.RelationshipEnded: lambda w: w.book("paused"),
    errors.RelationshipExists: lambda w: w.open(id=None),
    errors.RequestNotPending: lambda w: [w.core.migrations.decline(w.staff, "q1", reason=WORDS) for _ in range(2)],
    errors.SessionNotOver: lambda w: w.core.sessions.record(w.staff, "s1"),
    errors.SessionNotUpcoming: lambda w: w.core.sessions.cancel(w.staff, "s2", reason=WORDS),
    errors.SharedEmail: lambda w: _after(
        w,
        lambda: w.core.clients.update(w.staff, "pat", email=details_of("alex")["email"]),
        then=lambda: w.migrate("r1", channel=WORDS),
    ),
    errors.SlotTaken: lambda w: w.book("r1", NOW + 80 * DAY),
    errors.StartsInThePast: lambda w: w.book("r1", NOW),
    errors.TokenSpent: lambda w: [w.core.invitations.accept(PRACTICE_ID, "q3", token=TOKEN) for _ in range(2)],
    errors.Unavailable: lambda w: connect("sqlite:////nowhere/practice.db").clients.get(w.staff, "alex"),
    errors.UnderMinimumAge: lambda w: w.migrate("young", by="yuna", channel=WORDS),
    errors.UpcomingSessions: lambda w: w.core.relationships.end(w.staff, "r1", reason=WORDS),
}


def kinds(of: type[PracticeError] = PracticeError) -> Iterator[type[PracticeError]]:
    for kind in of.__subclasses__():
        yield kind
        yield from kinds(kind)


def test_A4_there_is_a_way_to_provoke_every_kind_of_error() -> None:
    assert set(REFUSALS) == {kind for kind in kinds() if kind.__module__ == errors.__name__} - {Refused}


@pytest.mark.parametrize("kind", REFUSALS, ids=lambda kind: kind.code)
def test_A4_a_refusal_shows_nobody(kind: type[PracticeError], caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    w = world()

    with pytest.raises(PracticeError) as raised:
        REFUSALS[kind](w)

    assert type(raised.value) is kind
    assert shown(held_by(raised.value), str(vars(raised.value).get("problem")), caplog.text) == []


# What is wrong with what was given is said, and not what was given.
WRONG: dict[str, Refusal] = {
    "a date that is none": lambda w: w.migrate("blank", by="bea", details={"date_of_birth": f"{BORN}T"}),
    "a date of no calendar": lambda w: w.core.clients.update(w.staff, "bea", date_of_birth=f"{BORN} or so"),
    "a date that is none of a date's type": lambda w: w.person("new", born=str(BORN), given_name=GIVEN),  # type: ignore[arg-type]
    "a name on two lines": lambda w: w.person("new", given_name=f"{GIVEN}\n{FAMILY}"),
    "a name too long": lambda w: w.person("new", given_name=GIVEN * 500),
    "a language that is none": lambda w: w.person("new", language=GIVEN),
    "an unknown detail": lambda w: w.migrate("r1", details={GIVEN: FAMILY}),
    "an unknown change": lambda w: w.core.clients.update(w.staff, "alex", **{GIVEN: FAMILY}),
    "an address of a therapist that is none": lambda w: w.core.therapists.register(w.staff, name=GIVEN, email=FAMILY),
    "a reason too long": lambda w: w.core.relationships.end(w.staff, "r1", reason=WORDS * 500),
    "a reason that is no text": lambda w: w.core.sessions.cancel(w.staff, "s1", reason=[WORDS]),  # type: ignore[arg-type]
    "a card with a line break": lambda w: w.core.cards.add(w.staff, "alex", reference=f"{CARD}\n"),
    "a signature that is none": lambda w: w.core.billing.receive(payload=GIVEN.encode(), signature=f"{NOW},{FAMILY}"),
    "a token that is none": lambda w: w.core.invitations.get(PRACTICE_ID, "q3", token=TOKEN[:-1] + "~"),
    "a start that is none": lambda w: w.core.sessions.book(w.staff, "r1", starts_at=WORDS, duration=FIFTY_MINUTES),  # type: ignore[arg-type]
}


@pytest.mark.parametrize("name", WRONG)
def test_A4_what_was_wrongly_given_is_not_repeated(name: str, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)

    with pytest.raises(PracticeError) as raised:
        WRONG[name](world())

    assert shown(held_by(raised.value), caplog.text) == []
    assert TOKEN[:-1] not in held_by(raised.value)
