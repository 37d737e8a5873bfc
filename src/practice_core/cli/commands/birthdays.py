"""`birthdays` and `reviewed`: attendees who reach the minimum payer age while somebody else pays (M11)."""

from __future__ import annotations

import click

from ..lines import put
from ..options import Call, Command, example, idempotency_key_option, pass_call, relationship_argument


@click.command(cls=Command, epilog=example("birthdays", "--as therapist:t1 birthdays"))
@pass_call
def birthdays(call: Call) -> None:
    """List relationships that are up for review.

    Somebody else pays there for an attendee who was under age when it was opened, and is about to reach the minimum
    payer age or has reached it: the oldest birthday first. Nothing migrates by itself. Say `reviewed RELATIONSHIP`
    when somebody has looked at it.
    """
    with call.office() as office:
        found = office.core.migrations.due_for_review(office.actor)
        if call.json:
            for review in found:
                put(review)
        else:
            from .. import printing

            printing.reviews(found, office.practice)


@click.command(cls=Command, epilog=example("reviewed r1"))
@relationship_argument
@idempotency_key_option
@pass_call
def reviewed(call: Call, relationship_id: str, idempotency_key: str | None) -> None:
    """Mark that somebody has looked at what `birthdays` lists.

    It is listed no more. Doing it again changes nothing.
    """
    with call.office() as office:
        marked = office.core.migrations.reviewed(office.actor, relationship_id, idempotency_key=idempotency_key)
        if call.json:
            put(marked)
        else:
            click.echo(f"{marked.id} is reviewed.")
