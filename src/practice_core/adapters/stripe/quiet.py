"""What Stripe's SDK logs of our calls stays unsaid: it has bodies, card references and addresses in it (A4).

Its loggers are the process's, and the host may use them for calls of its own. Those are logged as ever: only what is
logged in the course of ours is left out.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

# The SDK itself, and what it speaks HTTP with.
LOGGERS = ("stripe", "urllib3.connectionpool")
_OURS = ContextVar("a call to Stripe of ours", default=False)


def _not_ours(_: logging.LogRecord) -> bool:
    return not _OURS.get()


for name in LOGGERS:
    logging.getLogger(name).addFilter(_not_ours)


@contextmanager
def unlogged() -> Iterator[None]:
    before = _OURS.set(True)
    try:
        yield
    finally:
        _OURS.reset(before)
