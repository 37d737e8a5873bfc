"""What no stack can go below on this machine: the disk's word that something is written, and a server's answer."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

import attrs
import psycopg

from .contestants import Target

TIMES = 200
PAGE = b"\0" * 4096


@attrs.frozen
class Limits:
    """Medians, in seconds."""

    write: float
    """A page appended to a file, and synchronised."""
    trip: float | None
    """`SELECT 1` on a connection that is open."""


def measured(folder: Path, server: Target | None) -> Limits:
    return Limits(write=_write(folder), trip=None if server is None else _trip(server))


def _write(folder: Path) -> float:
    # What SQLite and PostgreSQL call, where there is one.
    synchronise = getattr(os, "fdatasync", os.fsync)
    with (folder / "appended").open("ab", buffering=0) as file:

        def append() -> None:
            file.write(PAGE)
            synchronise(file.fileno())

        return _median(append)


def _trip(server: Target) -> float:
    with psycopg.connect(server.url, autocommit=True) as connection:
        cursor = connection.cursor()
        return _median(lambda: cursor.execute("SELECT 1").fetchone())


def _median(call: Callable[[], object]) -> float:
    took = []
    for _ in range(TIMES):
        began = time.perf_counter()
        call()
        took.append(time.perf_counter() - began)
    return median(took)
