"""`export` and `erase`: everything kept on a client, and having it gone (D3)."""

from __future__ import annotations

import json
from pathlib import Path

import click

from ..lines import put
from ..options import ID, Call, Command, example, idempotency_key_option, pass_call

_client = click.argument("client_id", metavar="CLIENT", type=ID)


@click.command(cls=Command, epilog=example("export c1 --output c1.json", "--as client:c1 export c1"))
@_client
@click.option(
    "--output",
    type=click.Path(dir_okay=False, writable=True, path_type=Path),
    metavar="FILE",
    help="Into that file, which nobody else may read.  [default: standard output]",
)
@pass_call
def export(call: Call, client_id: str, output: Path | None) -> None:
    """Print everything kept on a client, as one JSON document.

    What is handed to them is what they get themselves: say --as client:CLIENT. It has no more than they see elsewhere.
    """
    with call.office() as office:
        document = office.core.clients.export(office.actor, client_id)
    if call.json:
        document = json.dumps(json.loads(document), ensure_ascii=False)
    if output is None:
        click.echo(document)
        return
    try:
        output.touch(mode=0o600)
        if output.is_file():
            # One that was there already, too.
            output.chmod(0o600)
        output.write_text(f"{document}\n", encoding="utf-8")
    except OSError as error:
        raise click.BadParameter(f"cannot be written: {error.strerror}", param_hint="--output") from error


@click.command(cls=Command, epilog=example("erase c1", "erase c1 --yes"))
@_client
@click.option("--yes", is_flag=True, help="Do not ask first.")
@idempotency_key_option
@pass_call
def erase(call: Call, client_id: str, *, yes: bool, idempotency_key: str | None) -> None:
    """Remove what identifies a client from everything that is kept. It cannot be undone.

    Amounts, dates and ids stay. Refused while they attend or pay, or while money is on its way. The gateway is told
    by `run-due`.
    """
    with call.office() as office:
        office.core.clients.get(office.actor, client_id)
        if not yes:
            click.confirm(f"Erase {client_id} for good?", abort=True, err=True)
        erased = office.core.clients.erase(office.actor, client_id, idempotency_key=idempotency_key)
        if call.json:
            put(erased)
        else:
            click.echo(f"{erased.id} is erased.")
