"""A4: no operation, whoever calls it, lets personal data or secrets into a log, a message, a traceback or a `repr`."""

from __future__ import annotations

import logging

import attrs
import pytest
from tests.marks import held_by, shown
from tests.operations import ACTORS, CALLS, FURTHER, Call, world
from tests.values import HOUR
from tests.worlds import World

from practice_core import PracticeCore, PracticeError

OPERATIONS = {**{name: call for name, (call, _) in CALLS.items()}, **{f"{n}, further": c for n, c, _ in FURTHER}}


def told(w: World, call: Call, name: str) -> str:
    """What shows of an answer, or of what was raised. An answer that is text is what was asked for: a link, a token."""
    try:
        answer = call(w.core, ACTORS[name])
    except PracticeError as error:
        return held_by(error)
    return "" if isinstance(answer, str) else f"{answer!r} {answer}"


@pytest.mark.parametrize("mail", ["is taken", "is down"])
@pytest.mark.parametrize("operation", OPERATIONS)
def test_A4_what_an_operation_answers_raises_and_logs_shows_nobody(
    operation: str, mail: str, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    w = world()
    w.mailer.down(mail == "is down")
    before = w.rows()

    for name in ACTORS:
        w.put_back(before)
        assert shown(told(w, OPERATIONS[operation], name)) == []
    w.core.run_due()
    assert shown(caplog.text, *map(repr, caplog.records)) == []


def test_A4_a_gateway_that_is_down_is_logged_without_anybodys_card(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    w = world()
    for method in ("charge", "refund", "ask", "cancel"):
        w.payments.fails(method, acted=False)
        w.payments.fails(method, acted=True)
    w.core.sessions.rebook(w.staff, "s0")
    w.book("r1", id="s3", starts_at=w.clock.now() + 30 * HOUR)

    for _ in range(9):
        w.core.run_due()
        w.forward(HOUR)

    assert caplog.text.count("gateway.unavailable") >= 4
    assert shown(caplog.text) == []


def test_A4_everything_that_is_kept_shows_nobody_by_its_repr() -> None:
    kept = [one for rows in world().rows().values() for one in rows.values()]

    assert shown(*map(repr, kept), *map(str, kept)) == []


def test_A4_a_core_and_its_areas_show_no_secret_by_their_repr() -> None:
    core = world().core

    assert shown(repr(core), *(repr(getattr(core, name)) for name in attrs.fields_dict(PracticeCore))) == []


def test_what_is_looked_for_is_there_to_be_found() -> None:
    """The marks are in what is kept: a test that finds none of them in a `repr` has looked for something."""
    w = world()
    alex = w.core.clients.get(w.staff, "alex")
    letters = [w.core.notices.written(w.staff, notice.id).text for notice in w.core.notices.undelivered(w.staff)]

    assert 4 == len(shown(alex.given_name, alex.family_name, str(alex.email), str(alex.phone)))
    assert [] != shown(*letters)
