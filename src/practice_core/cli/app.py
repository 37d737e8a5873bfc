"""The group `practice-core`: its commands, and what they share."""

from __future__ import annotations

import sys

import click

from .commands.asking import accept, decline, request, requests, withdraw
from .commands.birthdays import birthdays, reviewed
from .commands.database import check, import_, init
from .commands.looking import journal, show
from .commands.migrating import confirm, preview
from .commands.money import refund, refunded_by_hand, refunds_by_hand, retry, run_due, statement
from .commands.notices import notices
from .commands.personal import erase, export
from .commands.sessions import card, rebook, sessions
from .commands.verifying import verify
from .demo import demo
from .failures import reported
from .options import example, shared_options


class Commands(click.Group):
    """In the order of the work rather than of the alphabet; what goes wrong on purpose becomes an exit status."""

    def list_commands(self, _: click.Context) -> list[str]:
        return list(self.commands)

    def invoke(self, ctx: click.Context) -> None:
        for stream in (sys.stdout, sys.stderr):
            # A terminal that lacks a letter shows its code instead of ending the command.
            if hasattr(stream, "reconfigure"):
                stream.reconfigure(errors="backslashreplace")
        with reported(ctx):
            super().invoke(ctx)


@click.group(
    cls=Commands,
    params=shared_options(hidden=False),
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog=example(
        "import practice.json",
        "preview --all --requested-by attendee",
        "--as therapist:t1 confirm r1 --requested-by attendee",
    )
    + "\n\n\b\nExit status:\n"
    "  0  done; a preview that answers is done, whatever the verdict\n"
    "  1  refused by a rule, or not allowed; a journal that does not fit\n"
    "  2  wrong usage, bad input, not found, there already\n"
    "  3  something is unavailable, or a conflict that outlasted the retries",
)
@click.version_option(package_name="practice-core", message="%(package)s %(version)s")
def practice_core() -> None:
    """Who attends, who pays, and how that changes: a practice at a terminal.

    The options below are taken before a command and after it.
    """


for command in (
    demo,
    init,
    import_,
    preview,
    confirm,
    request,
    requests,
    accept,
    decline,
    withdraw,
    birthdays,
    reviewed,
    card,
    sessions,
    rebook,
    run_due,
    statement,
    retry,
    refund,
    refunds_by_hand,
    refunded_by_hand,
    notices,
    show,
    journal,
    verify,
    export,
    erase,
    check,
):
    practice_core.add_command(command)
