"""`request` and what may be said to one: that somebody else pay, and yes or no to it (M10, M12, M13)."""

from __future__ import annotations

import click

from ...domain.migration_request import MigrationRequest
from ..lines import put
from ..options import ID, Call, Command, example, idempotency_key_option, pass_call, relationship_argument
from .migrating import channel_option, client_of, requested_by_option

request_argument = click.argument("request_id", metavar="REQUEST", type=ID)


@click.command(
    cls=Command,
    epilog=example(
        "request r1 --requested-by payer --channel 'by phone'",
        "request r1 --requested-by attendee --new-payer c7",
    ),
)
@relationship_argument
@requested_by_option(required=True)
@click.option("--new-payer", "new_payer_id", type=ID, metavar="CLIENT", help="Who is to pay.  [default: the attendee]")
@channel_option
@idempotency_key_option
@pass_call
def request(
    call: Call,
    *,
    relationship_id: str,
    requested_by: str,
    new_payer_id: str | None,
    channel: str,
    idempotency_key: str | None,
) -> None:
    """Record a client's wish that somebody else pay.

    That is the attendee, or another client, who accepts before it can be confirmed; so does the attendee where the
    practice asks for that.
    """
    with call.office() as office:
        relationship = office.core.relationships.get(office.actor, relationship_id)
        recorded = office.core.migrations.request(
            office.actor,
            relationship_id,
            requested_by=client_of(relationship, requested_by),
            new_payer_id=new_payer_id,
            channel=channel,
            idempotency_key=idempotency_key,
        )
        if call.json:
            put(recorded)
        else:
            click.echo(f"Recorded as {recorded.id}: {recorded.new_payer_id} is to pay.")


@click.command(cls=Command, epilog=example("requests", "--as client:c7 requests"))
@pass_call
def requests(call: Call) -> None:
    """List requests that wait for an answer."""
    with call.office() as office:
        found = office.core.migrations.pending(office.actor)
        if call.json:
            for one in found:
                put(one)
        else:
            from .. import printing

            printing.requests(found, office.practice)


@click.command(cls=Command, epilog=example("accept REQUEST", "--as client:c7 accept REQUEST"))
@request_argument
@idempotency_key_option
@pass_call
def accept(call: Call, request_id: str, idempotency_key: str | None) -> None:
    """Say yes to a request, for whoever is to pay."""
    with call.office() as office:
        key = {"idempotency_key": idempotency_key}
        _tell(call, office.core.migrations.accept(office.actor, request_id, **key), "accepted")


@click.command(cls=Command, epilog=example("decline REQUEST --reason 'not now'"))
@request_argument
@click.option("--reason", required=True, metavar="WORDS", help="Why, in free words, for the journal.")
@idempotency_key_option
@pass_call
def decline(call: Call, request_id: str, reason: str, idempotency_key: str | None) -> None:
    """Say no to a request: whoever asked is told."""
    with call.office() as office:
        key = {"idempotency_key": idempotency_key}
        _tell(call, office.core.migrations.decline(office.actor, request_id, reason=reason, **key), "declined")


@click.command(cls=Command, epilog=example("withdraw REQUEST"))
@request_argument
@idempotency_key_option
@pass_call
def withdraw(call: Call, request_id: str, idempotency_key: str | None) -> None:
    """Take a request back, for whoever asked."""
    with call.office() as office:
        key = {"idempotency_key": idempotency_key}
        _tell(call, office.core.migrations.withdraw(office.actor, request_id, **key), "withdrawn")


def _tell(call: Call, answered: MigrationRequest, how: str) -> None:
    if call.json:
        put(answered)
    else:
        click.echo(f"{answered.id} is {how}.")
