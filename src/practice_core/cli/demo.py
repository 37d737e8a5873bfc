"""`demo`: the whole story on a new SQLite file. Every outcome shown is what the core answered."""

from __future__ import annotations

import tempfile
from pathlib import Path

import click

from ..core import connect
from .options import Call, Command, example, pass_call


@click.command(cls=Command, epilog=example("demo", "demo --keep story.db"))
@click.option(
    "--keep",
    type=click.Path(path_type=Path),
    metavar="PATH",
    help="Make the SQLite file there; what exists is never overwritten.  [default: in a new temporary folder]",
)
@pass_call
def demo(call: Call, keep: Path | None) -> None:
    """Tell the whole story of a migration, step by step.

    It happens on a new SQLite file: a mother pays for her daughter's sessions; the daughter turns sixteen, takes
    over, and pays. --database, --practice and --as do not matter here. The exit status is 1 if the story does not
    come out as told.
    """
    from ..adapters.clock import SettableClock
    from ..adapters.memory.payments import MemoryPayments
    from .story import BEGINS_AT, tell
    from .telling import teller

    file = _new_file(keep)
    clock = SettableClock(BEGINS_AT)
    payments = MemoryPayments(clock.now)
    with connect(f"sqlite:///{file}", clock=clock, payments=payments) as core:
        tell(core, clock, payments, teller(as_json=call.json))
    if not call.json:
        click.echo(f"\nAll of it is in {file}. To look around:\n")
        click.echo(f"  export PRACTICE_CORE_DATABASE=sqlite:///{file}")
        for line in ("sessions lena-pays", "statement lena", "show vera-pays", "journal client:lena"):
            click.echo(f"  practice-core {line}")


def _new_file(keep: Path | None) -> Path:
    """An empty file, which SQLite takes for a new database."""
    file = Path(tempfile.mkdtemp(prefix="practice-core-demo-"), "practice.db") if keep is None else keep.absolute()
    try:
        file.touch(exist_ok=False)
    except FileExistsError as error:
        raise click.BadParameter(f"{file} exists, and is not overwritten.", param_hint="--keep") from error
    except OSError as error:
        raise click.BadParameter(f"{file} cannot be made: {error.strerror}.", param_hint="--keep") from error
    return file
