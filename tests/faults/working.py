"""A process that works through a story, command by command, each with a key of its own, and says where it is."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from multiprocessing.connection import Connection
from typing import Any

import attrs
import pytest
from tests.faults.commands import Numbered
from tests.races.crowd import PROCESSES
from tests.races.invariants import Rows, broken, everything
from tests.values import ADULT, DAY, FEE, FIFTY_MINUTES, HOUR, NOW, SIXTEEN_SOON

from practice_core import Actor, PracticeCore, Unavailable, connect
from practice_core.adapters.clock import SettableClock

Step = Callable[[PracticeCore, str, str], object]
"""One command: with that core, in that practice, under that key."""
FAMILIES = 2


def _open(core: PracticeCore, practice_id: str, key: str) -> object:
    return core.practices.open(
        id=practice_id, name="Elm Street", time_zone="Europe/London", currency="GBP", idempotency_key=key
    )


def _step(area: str, operation: str, *named: Any, **arguments: Any) -> Step:
    def step(core: PracticeCore, practice_id: str, key: str) -> object:
        do = getattr(getattr(core, area), operation)
        return do(Actor.staff(practice_id, "desk"), *named, **arguments, idempotency_key=key)

    return step


def _person(name: str) -> Step:
    details = {"email": f"{name}@people.example", "phone": "+44 20 7946 0000", "date_of_birth": ADULT}
    return _step("clients", "register", id=name, given_name=name.title(), family_name="Example", **details)


def _family(n: int) -> Iterator[Step]:
    """Somebody attends and somebody pays; sessions are booked, moved and cancelled; the payer changes. A child of the
    payer's is 16 soon, which becomes known later."""
    attendee, payer, first, then = f"attendee{n}", f"payer{n}", f"r{n}", f"r{n}-then"
    child, of_child = f"child{n}", f"r{n}-child"
    yield _person(attendee)
    yield _person(payer)
    yield _step("cards", "add", payer, reference=f"pm_{payer}")
    yield _step("relationships", "open", id=first, therapist_id="theo", attendee_id=attendee, payer_id=payer, fee=FEE)
    for s in range(3):
        start = NOW + (3 + n) * DAY + s * HOUR
        yield _step("sessions", "book", first, id=f"s{n}-{s}", starts_at=start, duration=FIFTY_MINUTES)
    yield _step("sessions", "move", f"s{n}-0", starts_at=NOW + (3 + n) * DAY + 5 * HOUR)
    yield _step("sessions", "cancel", f"s{n}-2", requested_by=attendee)
    yield _step("migrations", "request", first, id=f"q{n}", requested_by=attendee)
    yield _step("migrations", "confirm", first, id=then, request_id=f"q{n}")
    yield _step("cards", "add", attendee, reference=f"pm_{attendee}")
    yield _step("sessions", "rebook", f"s{n}-0", id=f"s{n}-0-then")
    yield _step("sessions", "rebook", f"s{n}-1", starts_at=NOW + (3 + n) * DAY + 8 * HOUR)
    yield _step("clients", "register", id=child, given_name="Child", family_name="Example")
    parties = {"therapist_id": "theo", "attendee_id": child, "payer_id": payer}
    yield _step("relationships", "open", id=of_child, **parties)
    yield _step("clients", "update", child, date_of_birth=SIXTEEN_SOON)
    yield _step("migrations", "reviewed", of_child)
    # ... and passes back to who paid first.
    back = f"q{n}-back"
    yield _step("migrations", "request", then, id=back, requested_by=attendee, new_payer_id=payer)
    yield _step("migrations", "accept", back)
    yield _step("migrations", "confirm", then, id=f"{then}-back", request_id=back)
    yield _step("sessions", "rebook", f"s{n}-0-then")


STORY: tuple[Step, ...] = (
    _open,
    _step("therapists", "register", id="theo", name="Theo Example"),
    *(step for n in range(FAMILIES) for step in _family(n)),
)


@attrs.frozen
class Worker:
    """A core whose ids and clock are the same however often the story is begun, so that states can be compared."""

    core: PracticeCore
    practice_id: str
    _ids: Numbered

    def do(self, place: int) -> object:
        """The step of that number, with its key."""
        self._ids.start_over(f"{place:03}-")
        return STORY[place](self.core, self.practice_id, f"step-{place}")

    def rows(self) -> Rows:
        return everything(self.core.store, self.practice_id)

    def broken(self) -> list[str]:
        return broken(self.core, self.practice_id, NOW)


@contextmanager
def worker(url: str, practice_id: str) -> Iterator[Worker]:
    ids = Numbered()
    with pytest.MonkeyPatch.context() as patching, connect(url, clock=SettableClock(NOW), ids=ids) as core:
        # Notes are salted alike, too, in whatever process.
        patching.setattr("secrets.token_hex", lambda size: "5a" * size)
        yield Worker(core, practice_id, ids)


def as_it_should_go(practice_id: str) -> tuple[list[Rows], list[object]]:
    """Everything there is before each step and after the last, and what each step answers; from the memory store."""
    with worker("memory://", practice_id) as one:
        states, answers = [one.rows()], []
        for place in range(len(STORY)):
            answers.append(one.do(place))
            states.append(one.rows())
    return states, answers


@attrs.frozen
class Around:
    """Everything before and after one step, and what it answers, as it should go."""

    before: Rows
    answer: object
    after: Rows


def around(practice_id: str, place: int) -> Around:
    """As `as_it_should_go`, for the step of that number."""
    with worker("memory://", practice_id) as one:
        for earlier in range(place):
            one.do(earlier)
        return Around(one.rows(), one.do(place), one.rows())


def work_through(url: str, practice_id: str, pipe: Connection, patient: bool) -> None:
    """The life of a process: it says when it begins a step and when it has its answer.

    `patient`: it repeats a step that was not to be had, with the same key, until it is answered.
    """
    with worker(url, practice_id) as one:
        one.core.store.practices(limit=1)
        pipe.send("ready")
        for place in range(len(STORY)):
            pipe.send(("begun", place))
            while True:
                try:
                    one.do(place)
                    break
                except Unavailable as exc:
                    pipe.send((exc.outcome, place))
                    if not patient:
                        raise
            pipe.send(("answered", place))
    pipe.close()


@contextmanager
def started(url: str, practice_id: str, *, patient: bool = False) -> Iterator[tuple[Any, Connection]]:
    """Such a process and the pipe on which it tells; it is killed at the end of the block if it still lives."""
    ours, theirs = PROCESSES.Pipe(duplex=False)
    process = PROCESSES.Process(target=work_through, args=(url, practice_id, theirs, patient), daemon=True)
    process.start()
    theirs.close()
    try:
        assert ours.recv() == "ready"
        yield process, ours
    finally:
        process.kill()
        process.join()
        process.close()
        ours.close()


def told(pipe: Connection) -> list[tuple[str, int]]:
    """All that it said before it ended."""
    said = []
    while True:
        try:
            said.append(pipe.recv())
        except EOFError:
            return said
