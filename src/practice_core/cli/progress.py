"""How far a long command is: a bar on standard error, where that is a terminal and it takes more than a moment."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager

SHOWN_AFTER_SECONDS = 1.0


@contextmanager
def progressing(doing: str) -> Iterator[Callable[[int], None]]:
    """What is called with how much is done so far; `doing` is a word such as ``Importing``."""
    began = time.monotonic()
    shown: Callable[[int], None] | None = None
    with ExitStack() as stack:

        def told(done: int) -> None:
            nonlocal shown
            if shown is None and sys.stderr.isatty() and time.monotonic() - began > SHOWN_AFTER_SECONDS:
                shown = stack.enter_context(_bar(doing))
            if shown is not None:
                shown(done)

        yield told


@contextmanager
def _bar(doing: str) -> Iterator[Callable[[int], None]]:
    """How many there will be is known only at the end, so it pulses."""
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

    columns = (TextColumn(doing), BarColumn(), TextColumn("{task.completed:,} so far"), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task("", total=None)
        yield lambda done: progress.update(task, completed=done)
