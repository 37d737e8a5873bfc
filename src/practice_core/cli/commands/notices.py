"""`notices`: what was to be told to whom, what it says, and trying again."""

from __future__ import annotations

from collections.abc import Iterator

import click

from ...domain.notice import Notice
from ..lines import put
from ..options import ID, Call, Command, Group, Office, example, pass_call

notice_argument = click.argument("notice_id", metavar="NOTICE", type=ID)


@click.group(
    cls=Group, invoke_without_command=True, epilog=example("notices", "notices --failed", "notices show NOTICE")
)
@click.option("--failed", is_flag=True, help="Only those that were refused, given up, or had no address to go to.")
@pass_call
@click.pass_context
def notices(ctx: click.Context, call: Call, failed: bool) -> None:
    """List notices, and what became of them."""
    if ctx.invoked_subcommand is not None:
        return
    with call.office() as office:
        found = iter(office.core.notices.undelivered(office.actor)) if failed else _all(office)
        if call.json:
            for notice in found:
                put(notice)
        else:
            from .. import printing

            printing.notices(found, office.practice)


@notices.command(cls=Command, epilog=example("notices show NOTICE"))
@notice_argument
@pass_call
def show(call: Call, notice_id: str) -> None:
    """Print what a notice says, as it would go out now."""
    with call.office() as office:
        written = office.core.notices.written(office.actor, notice_id)
        if call.json:
            put({"notice": office.core.notices.get(office.actor, notice_id), "written": written})
        else:
            click.echo(f"{written.subject}\n\n{written.text}", nl=False)


@notices.command(cls=Command, epilog=example("notices retry NOTICE", "notices retry --all"))
@click.argument("notice_id", metavar="[NOTICE]", type=ID, required=False)
@click.option("--all", "every", is_flag=True, help="All that --failed lists.")
@pass_call
def retry(call: Call, notice_id: str | None, every: bool) -> None:
    """Put a notice that failed back, to be tried anew by the next run-due."""
    if (notice_id is None) != every:
        raise click.UsageError("Say which NOTICE, or --all.")
    with call.office() as office:
        found = [notice.id for notice in office.core.notices.undelivered(office.actor)] if every else [str(notice_id)]
        for one in found:
            notice = office.core.notices.retry(office.actor, one)
            if call.json:
                put(notice)
            else:
                click.echo(f"{notice.id} is {notice.state}.")


def _all(office: Office) -> Iterator[Notice]:
    after = ""
    while page := office.core.notices.all(office.actor, after=after):
        yield from page
        after = page[-1].id
