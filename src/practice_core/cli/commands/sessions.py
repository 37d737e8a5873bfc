"""`card`, `sessions` and `rebook`: what follows a migration."""

from __future__ import annotations

from collections.abc import Sequence

import click

from ...services.sessions import Rebooking
from ..failures import REFUSED
from ..lines import put
from ..options import ID, Call, Command, example, pass_call, relationship_argument
from ..wording import counted


@click.command(cls=Command, epilog=example("card c1 --reference pm_1a2b3c", "--as client:c1 card c1 --reference pm_1"))
@click.argument("client_id", metavar="CLIENT", type=ID)
@click.option("--reference", required=True, metavar="REFERENCE", help="What the gateway's page called the card.")
@pass_call
def card(call: Call, client_id: str, reference: str) -> None:
    """Keep a card that a client has entered.

    REFERENCE is what the gateway's own page answered.
    """
    with call.office() as office:
        client = office.core.cards.add(office.actor, client_id, reference=reference)
        if call.json:
            put(client)
        else:
            from .. import printing

            click.echo(f"{client.id} has a card on file: {printing.card(client)}.")


@click.command(cls=Command, epilog=example("sessions r1", "sessions r1 --json"))
@relationship_argument
@pass_call
def sessions(call: Call, relationship_id: str) -> None:
    """List the sessions of a relationship, by start."""
    with call.office() as office:
        listed = office.core.sessions.of_relationship(office.actor, relationship_id)
        if call.json:
            for session in listed:
                put(session)
        else:
            from .. import printing

            printing.sessions(listed, office.practice)


@click.command(cls=Command, epilog=example("rebook s4", "rebook --all r1"))
@click.argument("session_id", metavar="[SESSION]", type=ID, required=False)
@click.option("--all", "relationship_id", metavar="RELATIONSHIP", type=ID, help="Each session of it that needs it.")
@pass_call
@click.pass_context
def rebook(ctx: click.Context, call: Call, session_id: str | None, relationship_id: str | None) -> None:
    """Book sessions again, for the new payer.

    They are sessions of a relationship that a migration has ended. With --all each session is treated on its own:
    the answer says for each what it became, or why not, and the exit status is 1 if any was refused. Doing it again
    does only what is left.
    """
    if (session_id is None) == (relationship_id is None):
        raise click.UsageError("Name a session, or say --all RELATIONSHIP.")
    with call.office() as office:
        done: Sequence[Rebooking]
        if relationship_id is not None:
            done = office.core.sessions.rebook_all(office.actor, relationship_id)
        else:
            fresh = office.core.sessions.rebook(office.actor, str(session_id))
            done = [Rebooking(session_id=str(session_id), rebooked_as=fresh.id)]
    _tell(call, done)
    refused = [one.refusal for one in done if one.refusal is not None]
    for code in dict.fromkeys(refused):
        click.echo(f"practice-core: {code}: {counted(refused.count(code), 'session')} not rebooked.", err=True)
    if refused:
        ctx.exit(REFUSED)


def _tell(call: Call, done: Sequence[Rebooking]) -> None:
    if call.json:
        for one in done:
            put(one)
    elif done:
        from .. import printing

        printing.table(
            "Session",
            "Rebooked as, or refused by",
            rows=[(one.session_id, one.rebooked_as or str(one.refusal)) for one in done],
        )
    else:
        click.echo("No session needs rebooking.")
