"""What went wrong, as a sentence on standard error and an exit status. No traceback for what a user can cause."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager

import click

from ..domain.errors import (
    AgreementRequired,
    CardRequired,
    Conflict,
    DetailsMissing,
    NotAllowed,
    PracticeError,
    Refused,
    RelationshipEnded,
    Unavailable,
    UnderMinimumAge,
)
from . import INTERRUPTED
from .wording import a_day

REFUSED, WRONG, UNAVAILABLE = 1, 2, 3
# As a shell tells of a command that SIGPIPE ended.
NOBODY_READS = 141


@contextmanager
def reported(ctx: click.Context) -> Iterator[None]:
    """Run a command; end it with the status of what it raised."""
    try:
        yield
    except PracticeError as error:
        rule = f" ({error.rule})" if isinstance(error, Refused) else ""
        say(f"{error.code}: {error}{rule}", *advice(error))
        ctx.exit(status_of(error))
    except KeyboardInterrupt:
        ctx.exit(INTERRUPTED)
    except BrokenPipeError:
        # Whoever read has enough (`| head`). What is still buffered must not be tried again at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        ctx.exit(NOBODY_READS)
    except OSError as error:
        say(f"unavailable: {error.strerror or error}")
        ctx.exit(UNAVAILABLE)


def status_of(error: PracticeError) -> int:
    match error:
        case Refused() | NotAllowed():
            return REFUSED
        case Unavailable() | Conflict():
            return UNAVAILABLE
        case _:
            return WRONG


def advice(error: PracticeError) -> list[str]:
    """What the operator can do about it, or wants to know; for their eyes only, so it may tell a date (A4)."""
    match error:
        case UnderMinimumAge(eligible_on=eligible_on):
            return [f"Possible from {a_day(eligible_on)}."]
        case RelationshipEnded(successor_id=str(successor_id)):
            return [f"To see it: practice-core show relationship:{successor_id}"]
        case DetailsMissing(fields=fields):
            given = " ".join(f"--set {name}=..." for name in fields)
            return [f"To give them with the confirmation: {given}"]
        case CardRequired(client_id=client_id) | AgreementRequired(client_id=client_id):
            return [f"To add a card: practice-core card {client_id} --reference REFERENCE"]
        case Unavailable(outcome="unknown"):
            return ["It may have been done: repeat it with the same --idempotency-key."]
        case _:
            return []


def say(*lines: str) -> None:
    """On standard error, as the other commands of a terminal do."""
    first, *others = lines
    click.echo(f"practice-core: {first}", err=True)
    for line in others:
        click.echo(f"  {line}", err=True)
