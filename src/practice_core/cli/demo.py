"""`demo`: the whole story on a new SQLite file. Every outcome shown is what the core answered."""

from __future__ import annotations

import tempfile
from pathlib import Path

import click

from ..core import connect
from ..settings import Settings
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
    over, and pays. Every notice goes to a Maildir beside it, which any mail program opens. --database, --practice and
    --as do not matter here. The exit status is 1 if the story does not come out as told.
    """
    from ..adapters.clock import SettableClock
    from ..adapters.maildir import MaildirMailer
    from ..adapters.memory.payments import MemoryPayments
    from .stage import Stage
    from .story import BEGINS_AT, LINKS, tell
    from .telling import ToldMailer, teller

    file = _new_file(keep)
    clock = SettableClock(BEGINS_AT)
    payments = MemoryPayments(clock.now)
    telling = teller(as_json=call.json)
    maildir = MaildirMailer(file.with_suffix(".mail"))
    mailer = ToldMailer(maildir)
    settings = Settings(database=f"sqlite:///{file}", mail_from="riverside@practice.example", links=LINKS)
    with connect(settings, clock=clock, payments=payments, mailer=mailer) as core:
        tell(Stage(core=core, clock=clock, payments=payments, mailer=mailer, teller=telling))
    if not call.json:
        click.echo(f"\nAll of it is in {file}, and the mail in the Maildir {maildir.folder}. To look around:\n")
        click.echo(f"  export PRACTICE_CORE_DATABASE=sqlite:///{file}")
        for line in ("sessions lena-pays", "statement lena", "show vera-pays", "journal client:lena", "notices"):
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
