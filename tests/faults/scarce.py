"""Room for the database running out, and coming back: on a small file system, or by a limit on the size of files."""

from __future__ import annotations

import os
import resource
import signal
import subprocess
import tempfile
import traceback
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from random import Random
from typing import Any, Protocol

import attrs
from tests.faults.working import STORY, as_it_should_go, worker
from tests.races.crowd import PROCESSES

from practice_core import Unavailable

NOBODY = 65534
TRIES = 3
"""How often a command is tried while there is no room."""


class Room(Protocol):
    def shrink(self, left: int) -> None:
        """No more than so many bytes from now on."""

    def widen(self) -> None:
        """As much as is needed."""


@attrs.frozen
class SizeLimit:
    """No file of this process grows by more than what is left."""

    folder: Path

    def shrink(self, left: int) -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        largest = max((file.stat().st_size for file in self.folder.glob("practice.db*")), default=0)
        _, most = resource.getrlimit(resource.RLIMIT_FSIZE)
        resource.setrlimit(resource.RLIMIT_FSIZE, (largest + left, most))

    def widen(self) -> None:
        _, most = resource.getrlimit(resource.RLIMIT_FSIZE)
        resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))


@attrs.frozen
class SmallFileSystem:
    """A file that takes up all the rest."""

    folder: Path

    def shrink(self, left: int) -> None:
        with Path(self.folder, "ballast").open("wb", buffering=0) as ballast:
            try:
                while ballast.write(bytes(1 << 16)):
                    pass
            except OSError:
                ballast.truncate(max(0, ballast.tell() - left))

    def widen(self) -> None:
        Path(self.folder, "ballast").unlink(missing_ok=True)


@contextmanager
def mounted() -> Iterator[Path | None]:
    """A file system of sixteen megabytes in memory; None where this user may not mount one."""
    with tempfile.TemporaryDirectory() as folder:
        done = subprocess.run(
            ["mount", "-t", "tmpfs", "-o", "size=16m", "tmpfs", folder], capture_output=True, check=False
        )
        if done.returncode:
            yield None
            return
        try:
            yield Path(folder)
        finally:
            subprocess.run(["umount", folder], check=True)


def in_a_process(function: Callable[..., Any], *arguments: object) -> Any:
    """What it answers in a process of its own, whose limits are nobody else's. Raises `AssertionError` with what it
    raised there."""
    ours, theirs = PROCESSES.Pipe(duplex=False)
    process = PROCESSES.Process(target=_answer, args=(function, arguments, theirs), daemon=True)
    process.start()
    theirs.close()
    try:
        raised, answer = ours.recv()
    finally:
        process.join()
        process.close()
        ours.close()
    assert not raised, answer
    return answer


def _answer(function: Callable[..., Any], arguments: tuple[object, ...], pipe: Any) -> None:
    try:
        pipe.send((False, function(*arguments)))
    except BaseException:  # noqa: BLE001 - told to the parent, whose test fails
        pipe.send((True, traceback.format_exc()))


def go_through(room: Room, folder: Path, practice_id: str, seed: int) -> Counter[str]:
    """The whole story, while room runs out every few commands and comes back after a few tries.

    Whenever it fails, nothing is half-done; with room again the same key completes it. Answers the outcomes of the
    outages. Raises `AssertionError`.
    """
    chance = Random(seed)  # noqa: S311
    states, answers = as_it_should_go(practice_id)
    outages: Counter[str] = Counter()
    with worker(f"sqlite:///{folder}/practice.db", practice_id) as one:
        for place in range(len(STORY)):
            if chance.random() < 1 / 4:
                room.shrink(chance.randrange(40_000))
            for tries_left in reversed(range(TRIES + 1)):
                if not tries_left:
                    room.widen()
                try:
                    answer = one.do(place)
                    break
                except Unavailable as exc:
                    assert tries_left, exc
                    outages[exc.outcome] += 1
                    if place:  # before there may be no schema to read with
                        found = one.rows()
                        assert found in (states[place], states[place + 1]), f"half-done: {place}"
                        assert exc.outcome == "unknown" or found == states[place], f"done after all: {place}"
            assert answers[place] == answer, place
            assert states[place + 1] == one.rows(), place
        room.widen()
        assert [] == one.broken()
    return outages


def try_in_vain(folder: Path, practice_id: str, place: int) -> str:
    """What a step comes to for a user who may read everything and write nothing."""
    with worker(f"sqlite:///{folder}/practice.db", practice_id) as one:
        if os.geteuid() == 0:
            # Root may write anything. Nothing has been opened yet, and what is imported late now has been imported.
            as_it_should_go(practice_id)
            os.setgid(NOBODY)
            os.setuid(NOBODY)
        try:
            one.do(place)
        except Unavailable as exc:
            return f"{exc.outcome}: {exc}"
    return "done"
