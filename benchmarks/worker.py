"""A process with one contestant in it, which runs operations when it is told to and says what they took.

Each contestant has a process of its own, so that nobody pays for another's imports or another's garbage.
"""

from __future__ import annotations

import gc
import multiprocessing
import sqlite3
import sys
import time
from collections.abc import Callable
from functools import partial
from multiprocessing.connection import Connection
from pathlib import Path
from types import FrameType
from typing import Any, Literal

import attrs

from .contestants import CHARGED_AT_ONCE, Contestant, Name, Target, build
from .practice import Size

Job = Literal["confirm", "rebook", "charge"]
What = Literal["client", "wall", "server"]
JOBS: tuple[Job, ...] = ("confirm", "rebook", "charge")
# In Python 3.12 these have become a part of the function they stand in.
INLINED = {"<listcomp>", "<setcomp>", "<dictcomp>"}


@attrs.frozen
class Took:
    """What some operations took, in seconds; `began` and `ended` by a clock that all processes share."""

    operations: int
    began: float
    ended: float
    client: float
    server: float

    def seconds(self, what: What) -> float:
        match what:
            case "client":
                return self.client
            case "wall":
                return self.ended - self.began
            case "server":
                return self.server


@attrs.frozen
class Calls:
    """Of one operation: calls of Python functions, and SQLite's statements (of PostgreSQL's a proxy knows)."""

    python: int
    statements: int


class Worker:
    """The handle on such a process."""

    def __init__(self, name: Name, target: Target, size: Size, *, counting: bool = False) -> None:
        context = multiprocessing.get_context("spawn")
        self._ours, theirs = context.Pipe()
        self._process = context.Process(target=_serve, args=(theirs, name, target, size, counting), daemon=True)
        self._process.start()
        theirs.close()

    def begin(self, what: str, *arguments: object) -> None:
        self._ours.send((what, arguments))

    def answer(self) -> Any:
        answer = self._ours.recv()
        if isinstance(answer, BaseException):
            raise answer
        return answer

    def run(self, job: Job, first: int, operations: int, pid: int | None = None) -> Took:
        """`pid`: the server's process that works for it."""
        self.begin("get_ready", job, first, operations)
        self.answer()
        self.begin("run", pid)
        took: Took = self.answer()
        return took

    def count(self, job: Job, first: int) -> Calls:
        self.begin("count", job, first)
        calls: Calls = self.answer()
        return calls

    def close(self) -> None:
        self._ours.send(("close", ()))
        self._process.join(timeout=30)
        self._ours.close()


def _serve(pipe: Connection, name: Name, target: Target, size: Size, counting: bool) -> None:
    seat = _Seat(name, target, size, counting=counting)
    while True:
        what, arguments = pipe.recv()
        if what == "close":
            seat.contestant.close()
            return
        try:
            pipe.send(getattr(seat, what)(*arguments))
        except Exception as exc:  # noqa: BLE001 - the other side raises it
            pipe.send(RuntimeError(f"{name}, {what} {arguments}: {type(exc).__name__}: {exc}"))


class _Seat:
    def __init__(self, name: Name, target: Target, size: Size, *, counting: bool) -> None:
        self._statements: list[str] = []
        if counting and target.kind == "sqlite":
            _watch_sqlite(self._statements)
        self.contestant = build(name, target)
        self._size = size
        self._calls: list[Callable[[], object]] = []

    def get_ready(self, job: Job, first: int, operations: int) -> None:
        """Apart from what is timed: of several processes none may collect its garbage in the others' time."""
        self._calls = [operation(self.contestant, self._size, job, first + number) for number in range(operations)]
        gc.collect()

    def run(self, pid: int | None) -> Took:
        server, client, began = _server_time(pid), time.process_time(), time.perf_counter()
        for call in self._calls:
            call()
        ended, client = time.perf_counter(), time.process_time() - client
        return Took(len(self._calls), began, ended, client, _server_time(pid) - server)

    def count(self, job: Job, first: int) -> Calls:
        call = operation(self.contestant, self._size, job, first)
        seen = 0

        def count(frame: FrameType, event: str, _: object) -> None:
            nonlocal seen
            seen += event == "call" and frame.f_code.co_name not in INLINED

        before = len(self._statements)
        sys.setprofile(count)
        try:
            call()
        finally:
            sys.setprofile(None)
        return Calls(python=seen, statements=len(self._statements) - before)


def operation(contestant: Contestant, size: Size, job: Job, number: int) -> Callable[[], object]:
    """That job on its own rows, ready to be called."""
    match job:
        case "confirm":
            return partial(contestant.confirm, *size.to_confirm(number), f"key-{number}")
        case "rebook":
            return partial(contestant.rebook, *size.to_rebook(number), f"key-{number}")
        case "charge":
            return partial(_charge, contestant)


def _charge(contestant: Contestant) -> None:
    paid = contestant.charge()
    if paid != CHARGED_AT_ONCE:
        raise RuntimeError(f"{paid} of {CHARGED_AT_ONCE} were paid")


def _server_time(pid: int | None) -> float:
    """The processor time of that process so far, in seconds."""
    if pid is None:
        return 0.0
    return int(Path(f"/proc/{pid}/schedstat").read_text().split()[0]) / 1e9


def _watch_sqlite(statements: list[str]) -> None:
    """Have every connection that is opened from now on, by whichever stack, tell what it runs."""
    real = sqlite3.connect

    def watched(*arguments: Any, **options: Any) -> sqlite3.Connection:
        connection: sqlite3.Connection = real(*arguments, **options)
        connection.set_trace_callback(statements.append)
        return connection

    sqlite3.connect = sqlite3.dbapi2.connect = watched  # type: ignore[assignment]
