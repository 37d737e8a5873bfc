"""`init`, `import` and `check`: the database, and what is in use."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

import attrs
import click

from ...core import PracticeCore
from ...domain.errors import Unavailable
from ...settings import Settings
from ..failures import UNAVAILABLE
from ..lines import put
from ..options import Call, Command, example, missing_file, pass_call
from ..progress import progressing

if TYPE_CHECKING:
    from ...adapters.sql.store import SqlStore


@click.command(cls=Command, epilog=example("init", "--database sqlite:////var/lib/practice/practice.db init"))
@pass_call
def init(call: Call) -> None:
    """Create the schema, or bring it up to date. Done twice, it does nothing the second time."""
    from ...adapters.sql.store import SqlStore

    with call.connected() as core:
        revision = core.store.upgrade() if isinstance(core.store, SqlStore) else None
    if call.json:
        put({"revision": revision})
    elif revision is None:
        click.echo("There is nothing to create: only SQLite and PostgreSQL have a schema of ours.")
    else:
        click.echo(f"The schema is at revision {revision}.")


@click.command("import", cls=Command, epilog=example("import practice.json", "import - < practice.json"))
@click.argument("file", metavar="FILE", type=click.File("rb"))
@pass_call
def import_(call: Call, file: BinaryIO) -> None:
    """Load a practice from a JSON file.

    FILE may be -, which is standard input. All of it is loaded or nothing; an error names its place in the file.
    """
    with call.connected() as core, progressing("Importing") as progress:
        try:
            practice = core.load(file, progress=progress)
        except OSError as error:
            raise click.BadParameter(f"cannot be read: {error.strerror}", param_hint="FILE") from error
    if call.json:
        put(practice)
    else:
        click.echo(f"Imported {practice.name} as practice {practice.id}.")


@attrs.frozen(kw_only=True)
class Finding:
    """What `check` says of one thing in use."""

    what: str
    uses: str
    works: bool
    for_production: bool
    note: str


@click.command(cls=Command, epilog=example("check", "check --json"))
@pass_call
@click.pass_context
def check(ctx: click.Context, call: Call) -> None:
    """Say what is in use, and whether it works.

    That is: whether the database can be used and the mail server answers, and which adapters are not for
    production. Nothing is made or sent; a SQLite file that is there is opened as it is used, in WAL mode. The exit
    status is 3 where something cannot be used.
    """
    settings = call.settings()
    with call.connected() as core:
        findings = [
            _of_database(core, settings),
            _of_adapter("payments", settings.payments),
            _of_mail(settings),
        ]
    if call.json:
        for finding in findings:
            put(finding)
    else:
        from .. import printing

        printing.table("What", "Uses", "How it is", rows=[_row(finding) for finding in findings])
    if not all(finding.works for finding in findings):
        ctx.exit(UNAVAILABLE)


def _row(finding: Finding) -> tuple[str, str, str]:
    said = [
        "works" if finding.works else "does not work",
        *([finding.note] if finding.note else []),
        *([] if finding.for_production else ["not for production"]),
    ]
    return finding.what, finding.uses, "; ".join(said)


def _of_database(core: PracticeCore, settings: Settings) -> Finding:
    from ...adapters.sql.store import SqlStore

    if not isinstance(core.store, SqlStore):
        return _of_other(core, settings)
    kind = core.store.engine.dialect.name
    works, note = _reached(core.store) if (file := missing_file(core)) is None else _to_be_made(file)
    if kind == "sqlite":
        note += "; fine for one host"
    return Finding(what="database", uses=kind, works=works, for_production=True, note=note)


def _of_other(core: PracticeCore, settings: Settings) -> Finding:
    """Memory, or a store that an installed package brings: it is asked something."""
    finding = _of_adapter("database", settings.database)
    try:
        core.store.practices(limit=1)
    except Unavailable as error:
        return attrs.evolve(finding, works=False, note=str(error).rstrip("."))
    return finding


def _reached(store: SqlStore) -> tuple[bool, str]:
    from ...adapters.sql import upgrade

    try:
        revision = store.revision()
        if revision is None and store.engine.dialect.name == "sqlite":
            return True, "it is empty: its first use makes the schema"
        upgrade.check(revision)
    except Unavailable as error:
        return False, str(error).rstrip(".")
    return True, f"its schema is current ({revision})"


def _to_be_made(file: Path) -> tuple[bool, str]:
    if not os.access(file.parent, os.W_OK):
        return False, "no file can be made there"
    return True, "there is no file yet: init or import makes it"


def _of_mail(settings: Settings) -> Finding:
    from ...adapters.maildir import MaildirMailer
    from ...container import mailer_of

    uses = settings.mail_or_default.partition(":")[0] or "nothing"
    for_production = uses not in ("maildir", "memory", "nothing")
    mailer = mailer_of(settings)
    works, note = True, "notices wait: say where to with PRACTICE_CORE_MAIL" if uses == "nothing" else ""
    if isinstance(mailer, MaildirMailer):
        # The folder is made when the first letter comes.
        works = _can_be_written(mailer.folder)
        note = "" if works else "no folder can be made there"
    elif for_production:
        try:
            with mailer.line():
                pass
        except Unavailable as error:
            works, note = False, str(error).rstrip(".")
    return Finding(what="mail", uses=uses, works=works, for_production=for_production, note=note)


def _can_be_written(folder: Path) -> bool:
    """Whether that folder can be used, or made."""
    there = next(place for place in (folder, *folder.parents) if os.access(place, os.F_OK))
    return there.is_dir() and os.access(there, os.W_OK | os.X_OK)


def _of_adapter(what: str, url: str) -> Finding:
    """`connect` knows the URL already, or it would have refused it."""
    kind = url.partition(":")[0]
    return Finding(what=what, uses=kind, works=True, for_production=kind != "memory", note="")
