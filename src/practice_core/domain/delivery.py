"""What becomes of a notice after it was stored: tried, tried again, delivered or given up (N1)."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import assert_never

import attrs

from .errors import NoticeNotFailed
from .journal import JournalEntry, Kind
from .notice import MOVES, Notice, NoticeState
from .occasion import Deed, Occasion
from .policy import Policy

LEASE = timedelta(minutes=10)
"""How long whoever claimed a notice has to deliver it, before others try."""
FIRST_PAUSE = timedelta(minutes=1)
LONGEST_PAUSE = timedelta(hours=1)


@attrs.frozen
class Accepted:
    """The mail server has it now."""


@attrs.frozen
class Rejected:
    """Refused for good. `reason` is a code, never the server's words: those may repeat an address (A4)."""

    reason: str


@attrs.frozen
class Deferred:
    """Not this time; `reason` as above."""

    reason: str


@attrs.frozen
class NoAddress:
    """There is nothing to send it to (N4)."""


Outcome = Accepted | Rejected | Deferred | NoAddress


def claim(notice: Notice, occasion: Occasion) -> Deed[Notice]:
    """Somebody is about to deliver it: nobody else tries before their time is over."""
    claimed = attrs.evolve(notice, due_at=occasion.at + LEASE)
    return Deed(answer=claimed, changed=(claimed,))


def settle(notice: Notice, outcome: Outcome, policy: Policy, occasion: Occasion) -> Deed[Notice]:
    """What a try came to. One that is settled already stays as it is."""
    if notice.state is not NoticeState.WAITING:
        return Deed(answer=notice)
    tried = attrs.evolve(notice, tries=notice.tries + 1)
    match outcome:
        case Accepted():
            # The notice itself is the record of that: the journals of what it is about need not wait for it.
            return _kept(_settled(tried, NoticeState.DELIVERED, occasion.at))
        case NoAddress():
            return _undelivered(_settled(tried, NoticeState.UNREACHABLE, occasion.at), occasion)
        case Rejected(reason):
            return _undelivered(_settled(tried, NoticeState.FAILED, occasion.at, reason), occasion)
        case Deferred(reason):
            if occasion.at >= notice.waiting_since + policy.notice_valid:
                return _undelivered(_settled(tried, NoticeState.FAILED, occasion.at, reason), occasion)
            return _kept(attrs.evolve(tried, due_at=occasion.at + pause(tried.tries), reason=reason))
        case _:  # pragma: no cover
            assert_never(outcome)


def put_back(notice: Notice, occasion: Occasion) -> Deed[Notice]:
    """Try it again, as if it were new. Raises `NoticeNotFailed` for one that is delivered, or waits anyway."""
    if notice.state not in (NoticeState.FAILED, NoticeState.UNREACHABLE):
        raise NoticeNotFailed(notice.state)
    at, waiting = occasion.at, MOVES.to(NoticeState.WAITING, was=notice.state)
    again = attrs.evolve(notice, state=waiting, due_at=at, tries=0, waiting_since=at, settled_at=None, reason="")
    return Deed(answer=again, changed=(again,), entries=(_entry(again, "notice_put_back", occasion),))


def pause(tries: int) -> timedelta:
    """How long to wait after so many tries: a minute, then twice as long each time, an hour at the most."""
    return min(LONGEST_PAUSE, FIRST_PAUSE * (1 << min(tries - 1, 6)))


def _settled(notice: Notice, state: NoticeState, at: datetime, reason: str = "") -> Notice:
    state = MOVES.to(state, was=notice.state)
    return attrs.evolve(notice, state=state, settled_at=at, due_at=None, reason=reason)


def _kept(notice: Notice) -> Deed[Notice]:
    return Deed(answer=notice, changed=(notice,))


def _undelivered(notice: Notice, occasion: Occasion) -> Deed[Notice]:
    """Somebody was not told: the journal of what it is about says so."""
    return Deed(answer=notice, changed=(notice,), entries=(_entry(notice, f"notice_{notice.state}", occasion),))


def _entry(notice: Notice, what: str, occasion: Occasion) -> JournalEntry:
    kind, _, thing_id = notice.about.partition(":")
    return JournalEntry(
        practice_id=notice.practice_id,
        kind=Kind(kind),
        thing_id=thing_id,
        what=what,
        actor=str(occasion.actor),
        at=occasion.at,
        facts={"notice_id": notice.id, "notice": str(notice.kind), "reason": notice.reason},
    )
