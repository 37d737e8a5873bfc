"""The command line `practice-core`: the same core for a terminal, cron and shell scripts."""

from __future__ import annotations

import sys

INTERRUPTED = 130


def main() -> None:
    """The entry point. Importing the package costs nothing: click and the rest are loaded here."""
    try:
        from .app import practice_core

        practice_core()
    except KeyboardInterrupt:
        # Ctrl-C while still loading; later the group answers it.
        sys.exit(INTERRUPTED)
