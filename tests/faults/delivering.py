"""Notices, with a crash and an outage at every call of the store and the mail server (N1)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from email.message import EmailMessage
from functools import cache

import attrs
from tests.faults.money_begun import Begun
from tests.faults.money_every_call import Tried
from tests.faults.money_faulty import CRASH, MESSAGES, Fault, FaultyMailer, faults_at
from tests.faults.money_stage import AT_MOST, Stage
from tests.values import DAY, FEE, FIFTY_MINUTES, NOW, STAFF

from practice_core.adapters.memory.mail import MemoryMailer
from practice_core.domain.delivery import Deferred, Rejected
from practice_core.domain.notice import NoticeState
from practice_core.ports.store import Store

ALEX, PAT, SAM = (f"{name}@people.example" for name in ("alex", "pat", "sam"))


@attrs.frozen
class Ended:
    """How it came out: what became of each notice, what the journals say of them, and which mails went out."""

    notices: dict[str, tuple[NoticeState, str]]
    journaled: Counter[str]
    mails: frozenset[tuple[str, str]]
    """Message-ID and everything else that was in it."""
    twice: int = attrs.field(eq=False)
    """How many were sent once more."""


@cache
def _begun() -> Begun:
    def begin(stage: Stage) -> None:
        stage.core.relationships.open(STAFF, id="r2", therapist_id="theo", attendee_id="sam", payer_id="sam", fee=FEE)
        stage.core.sessions.book(STAFF, "r2", id="s2", starts_at=NOW + 4 * DAY, duration=FIFTY_MINUTES)

    return Begun.by(begin)


def _on(store: Store) -> tuple[Stage, MemoryMailer]:
    """Alex's mail is taken, Pat's only at the second try, Sam's never; Theo has no address."""
    stage, mailer = _begun().on(store), MemoryMailer()
    mailer.says(PAT, Deferred("451"))
    mailer.says(SAM, Rejected("550"))
    stage.mailer = FaultyMailer(mailer, stage.faults)
    stage.core = stage.begin()
    return stage, mailer


def deliver(stage: Stage, mailer: MemoryMailer) -> None:
    """Runs follow each other, after a crash in a new process, until nothing waits."""
    for _ in range(AT_MOST):
        stage.survive(stage.core.notices.deliver)
        waiting = [one for one in stage.seen().notices if one.state is NoticeState.WAITING]
        if not waiting:
            return
        if any(one.reason == "451" for one in waiting):
            mailer.says(PAT, None)
        stage.at(min(one.due_at for one in waiting if one.due_at is not None))
    raise AssertionError("there is always something left to deliver")


def book_and_deliver(stage: Stage, mailer: MemoryMailer) -> None:
    """One more session, by a command that is not repeated: it is booked and told, or it is neither."""
    stage.survive(
        lambda: stage.core.sessions.book(STAFF, "r1", id="s3", starts_at=NOW + 5 * DAY, duration=FIFTY_MINUTES)
    )
    deliver(stage, mailer)


def try_every_call(empty: Callable[[], Store], *, one_in: int = 1, first: int = 0) -> Tried:
    """Deliver without a fault, then with each in turn; or with one in so many of them, from that one on."""
    calls, right = _played(empty(), None, deliver)
    every = _faults(calls)[first % one_in :: one_in]
    tried, wrong = Counter(fault.what for fault in every), []
    for fault in every:
        _, ended = _played(empty(), fault, deliver)
        when = f"{fault.what} {'after' if fault.after else 'before'} call {fault.place}, {calls[fault.place]}"
        if ended != right:
            wrong.append(f"{when}: {ended} instead of {right}")
        if ended.twice > 1:
            wrong.append(f"{when}: {ended.twice} mails went out once more")
    return Tried(calls=len(calls), faults=tried, wrong=tuple(wrong))


def try_every_call_of_the_deed(empty: Callable[[], Store]) -> Tried:
    """Crash at every call of a deed that tells somebody, and then deliver."""
    calls, done = _played(empty(), None, book_and_deliver)
    _, nothing = _played(empty(), None, deliver)
    every = [fault for fault in _faults(calls[: calls.index("practices")]) if fault.what == CRASH]
    wrong = []
    for fault in every:
        _, ended = _played(empty(), fault, book_and_deliver)
        written = fault.after and "write" in calls[fault.place]
        if ended != (done if written else nothing):
            wrong.append(f"call {fault.place}, {calls[fault.place]}, {written=}: {ended}")
    return Tried(calls=len(calls), faults=Counter([fault.what for fault in every]), wrong=tuple(wrong))


def _faults(calls: list[str]) -> list[Fault]:
    every = (fault for place, name in enumerate(calls) for fault in faults_at(place, name, all_sides=True))
    return [fault for fault in every if fault.what != MESSAGES]


def _played(store: Store, fault: Fault | None, act: Callable[[Stage, MemoryMailer], None]) -> tuple[list[str], Ended]:
    stage, mailer = _on(store)
    stage.faults.set(fault)
    act(stage, mailer)
    calls = list(stage.faults.calls)
    assert stage.faults.happened == (fault is not None)
    seen, mails = stage.seen(), [(str(one["Message-ID"]), "\n".join(_said(one))) for one in mailer.outbox]
    return calls, Ended(
        notices={one.id: (one.state, one.reason) for one in seen.notices},
        journaled=Counter(f"{one.what} {one.facts['notice_id']}" for one in seen.journal if "notice_id" in one.facts),
        mails=frozenset(mails),
        twice=len(mails) - len(set(mails)),
    )


def _said(message: EmailMessage) -> Iterator[str]:
    """All but the marks that separate its parts, which are drawn anew each time."""
    yield from (f"{name}: {value}" for name, value in message.items() if name != "Content-Type")
    for part in message.walk():
        if not part.is_multipart():
            yield part.get_content()
