"""A store, a gateway and a mail server that fail together: one count over the calls of all, and one fault at one."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from datetime import datetime
from email.message import EmailMessage
from typing import Any

import attrs

from practice_core import Unavailable
from practice_core.adapters.memory.mail import MemoryMailer
from practice_core.adapters.memory.payments import MemoryPayments
from practice_core.domain.attempt import Attempt, Outcome, Unknown
from practice_core.domain.delivery import Accepted, Deferred, Rejected
from practice_core.ports.payments import KeptCard, Message
from practice_core.ports.store import Access, Ask, Batch, Kept, Store

CRASH, TIMEOUT, MESSAGES, UNKNOWN = "crash", "timeout", "messages", "no word yet"
GATEWAY = ("charge", "refund", "ask", "cancel")
MAIL = ("dial", "send")
LOCKED, UNLOCKED = "write", "unlocked write"
WRITES = (LOCKED, UNLOCKED)


class Crashed(BaseException):
    """The process is gone. No `except Exception` comes between: nobody tidies up after a real one either."""


@attrs.frozen
class Fault:
    """What happens at the call of that number, before or after it acted."""

    place: int
    what: str
    after: bool


@attrs.define
class Faults:
    """Counts the calls of every port, and lets the one fault happen that is set."""

    calls: list[str] = attrs.field(factory=list)
    fault: Fault | None = None
    messages: Callable[[], None] = lambda: None
    """Delivers what the gateway has to tell."""
    happened: int = 0
    written: int = 0
    """How often something was committed."""

    def set(self, fault: Fault | None) -> None:
        self.calls.clear()
        self.fault = fault

    @contextmanager
    def call(self, name: str) -> Iterator[None]:
        place = len(self.calls)
        self.calls.append(name)
        self._at(place, name, after=False)
        yield
        self._at(place, name, after=True)

    def unknown(self) -> bool:
        """Whether the call under way is answered with that the gateway does not know yet."""
        known = self.fault is None or (self.fault.place, self.fault.what) != (len(self.calls) - 1, UNKNOWN)
        self.happened += not known
        return not known

    def _at(self, place: int, name: str, *, after: bool) -> None:
        fault = self.fault
        if fault is None or (fault.place, fault.after) != (place, after) or fault.what == UNKNOWN:
            return
        # Once: whoever repeats the call finds the port well again.
        self.fault = None
        self.happened += 1
        if fault.what == CRASH:
            raise Crashed
        if fault.what == MESSAGES:
            self.messages()
            return
        done = after and name in (*GATEWAY, *WRITES, *MAIL)
        which = "gateway" if name in GATEWAY else "mail server" if name in MAIL else "database"
        raise Unavailable(which, "timed out", outcome="unknown" if done else "not_done")


def faults_at(place: int, name: str, *, all_sides: bool) -> Iterator[Fault]:
    """Every fault that can happen at a call: a crash and an outage on both sides of it, and messages that come.

    After a call that only reads a fault does what the one before it does: there, `all_sides` asks for both.
    """
    acts = name in GATEWAY or name in WRITES or name in MAIL
    for after in (False, True) if acts or all_sides else (False,):
        yield Fault(place, CRASH, after)
        if name != "receive":  # reads what came, and asks nobody
            yield Fault(place, TIMEOUT, after)
    # Not while this process has rows locked: another process that takes the message waits for it.
    if name in (*GATEWAY, "receive", UNLOCKED):
        yield Fault(place, MESSAGES, after=False)
    if acts and name not in MAIL:
        yield Fault(place, MESSAGES, after=True)
    if name in GATEWAY:
        yield Fault(place, UNKNOWN, after=True)


@attrs.frozen
class FaultyStore:
    _store: Store
    _faults: Faults

    @contextmanager
    def open(self, *, locked: bool = False) -> Iterator[Access]:
        with ExitStack() as opened:
            with self._faults.call("open"):
                access = opened.enter_context(self._store.open(locked=locked))
            yield _FaultyAccess(access, self._faults, locked)

    def fill(self, batches: Iterable[Batch]) -> None:
        self._store.fill(batches)

    def practices(self, *, limit: int, after: str = "", having: Sequence[Ask[Any]] = ()) -> tuple[str, ...]:
        with self._faults.call("practices"):
            return self._store.practices(limit=limit, after=after, having=having)

    def forget_keys(self, practice_id: str, *, until: datetime, limit: int) -> int:
        return self._store.forget_keys(practice_id, until=until, limit=limit)

    def close(self) -> None:
        self._store.close()


@attrs.define
class _FaultyAccess:
    _access: Access
    _faults: Faults
    _locked: bool

    def read(self, practice_id: str, asks: Sequence[Ask[Any]]) -> list[tuple[Kept[Any], ...]]:
        self._locked |= any(ask.query.claimed for ask in asks)
        with self._faults.call("read"):
            return self._access.read(practice_id, asks)

    def write(self, batch: Batch) -> None:
        with self._faults.call(LOCKED if self._locked else UNLOCKED):
            self._access.write(batch)
            self._faults.written += 1


@attrs.frozen
class FaultyGateway:
    """The gateway in memory behind a line that fails. What it did, it did: a crash of ours changes nothing there."""

    well: MemoryPayments
    _faults: Faults

    def charge(self, attempt: Attempt) -> Outcome:
        return self._answer("charge", lambda: self.well.charge(attempt))

    def refund(self, attempt: Attempt) -> Outcome:
        return self._answer("refund", lambda: self.well.refund(attempt))

    def ask(self, attempt: Attempt) -> Outcome:
        return self._answer("ask", lambda: self.well.ask(attempt))

    def cancel(self, attempt: Attempt) -> Outcome:
        return self._answer("cancel", lambda: self.well.cancel(attempt))

    def read(self, payload: bytes, signature: str) -> Message | None:
        with self._faults.call("receive"):
            return self.well.read(payload, signature)

    def card_link(self, practice_id: str, client_id: str, account: str | None) -> str:
        return self.well.card_link(practice_id, client_id, account)

    def keep_card(self, practice_id: str, client_id: str, account: str | None, reference: str) -> KeptCard:
        return self.well.keep_card(practice_id, client_id, account, reference)

    def forget(self, practice_id: str, client_id: str, account: str | None) -> None:
        with self._faults.call("forget"):
            self.well.forget(practice_id, client_id, account)

    def authentication_link(self, attempt: Attempt) -> str:
        return self.well.authentication_link(attempt)

    def _answer(self, name: str, act: Callable[[], Outcome]) -> Outcome:
        with self._faults.call(name):
            outcome = act()
            return Unknown() if self._faults.unknown() else outcome


@attrs.frozen
class FaultyMailer:
    """The mail server in memory behind a line that fails. What it was handed, it has."""

    well: MemoryMailer
    _faults: Faults

    @contextmanager
    def line(self) -> Iterator[FaultyMailer]:
        with ExitStack() as opened:
            with self._faults.call("dial"):
                opened.enter_context(self.well.line())
            yield self

    def send(self, message: EmailMessage) -> Accepted | Deferred | Rejected:
        with self._faults.call("send"):
            return self.well.send(message)
