"""`preview` and `confirm`: whether somebody can take over paying, and doing it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime
from typing import Any

import click

from ...domain.actor import Role
from ...domain.migration import Migration, MigrationPreview
from ...domain.relationship import Relationship
from ..lines import put
from ..options import (
    DETAIL,
    ID,
    INSTANT,
    Call,
    Command,
    Office,
    example,
    idempotency_key_option,
    pass_call,
    relationship_argument,
)
from ..wording import a_day, counted

ATTENDEE, PAYER = "attendee", "payer"

request_option = click.option(
    "--request", "request_id", type=ID, metavar="REQUEST", help="Their request; handing over goes by one only."
)
channel_option = click.option(
    "--channel", default="", metavar="WORDS", help="How they asked, in free words, for the journal."
)


def requested_by_option(*, required: bool) -> Callable[[Any], Any]:
    return click.option(
        "--requested-by",
        required=required,
        type=ID,
        metavar="WHO",
        help="Who asked: attendee, payer, or the id of a client.",
    )


@click.command(
    cls=Command,
    epilog=example(
        "preview r1 --requested-by attendee",
        "preview r1 --requested-by payer --at 2027-01-09T09:00:00Z",
        "preview r1 --request q1",
        "preview --all --requested-by attendee --json",
    ),
)
@click.argument("relationship_id", metavar="[RELATIONSHIP]", type=ID, required=False)
@click.option("--all", "every", is_flag=True, help="Every relationship of the practice, or of the therapist who asks.")
@requested_by_option(required=False)
@request_option
@click.option("--at", type=INSTANT, metavar="INSTANT", help="As if it were then, such as 2027-01-09T09:00:00Z.")
@pass_call
def preview(
    call: Call,
    *,
    relationship_id: str | None,
    every: bool,
    requested_by: str | None,
    request_id: str | None,
    at: datetime | None,
) -> None:
    """Say whether a change of payer can be confirmed.

    That is the verdict that confirm acts on, and the sessions that would need rebooking. Nothing is written.
    """
    if every == (relationship_id is not None):
        raise click.UsageError("Name a relationship, or say --all.")
    if every and (request_id is not None or requested_by not in (ATTENDEE, PAYER)):
        raise click.UsageError("With --all, say --requested-by attendee or --requested-by payer.")
    _one_of(requested_by, request_id)
    with call.office(at) as office:
        if relationship_id is None:
            _preview_all(call, office, str(requested_by))
        else:
            wish = _wish(office, relationship_id, requested_by, request_id)
            answer = office.core.migrations.preview(office.actor, relationship_id, **wish)
            if call.json:
                put(answer)
            else:
                from .. import printing

                printing.verdict(answer)


def _preview_all(call: Call, office: Office, requested_by: str) -> None:
    """Line by line as it is decided; only the ids are held."""
    asked = [(one.id, client_of(one, requested_by)) for one in _relationships(office)]
    # Shorter ids first: r2 before r10. Generated ones are all of one length, and in the order of their making.
    asked.sort(key=lambda one: (len(one[0]), one))
    width = max((len(relationship_id) for relationship_id, _ in asked), default=0)
    allowed = 0
    for relationship_id, client_id in asked:
        answer = office.core.migrations.preview(office.actor, relationship_id, requested_by=client_id)
        allowed += answer.allowed
        if call.json:
            put(answer)
        else:
            click.echo(f"{relationship_id:<{width}}  {_in_short(answer)}")
    if not call.json:
        click.echo(f"{counted(len(asked), 'relationship')}: {allowed:,} can be migrated.")


def _relationships(office: Office) -> Iterator[Relationship]:
    """Those of the therapist who asks; for staff, all of the practice, a page at a time."""
    relationships, actor = office.core.relationships, office.actor
    if actor.role is Role.THERAPIST:
        yield from relationships.of_therapist(actor, actor.id)
        return
    after = ""
    while page := relationships.all(actor, after=after):
        yield from page
        after = page[-1].id


def _one_of(requested_by: str | None, request_id: str | None) -> None:
    if (requested_by is None) == (request_id is None):
        raise click.UsageError("Say who asked with --requested-by, or name their --request.")


def _wish(office: Office, relationship_id: str, requested_by: str | None, request_id: str | None) -> dict[str, Any]:
    """Whose wish it is, as the core takes it."""
    if request_id is not None:
        return {"request_id": request_id}
    relationship = office.core.relationships.get(office.actor, relationship_id)
    return {"requested_by": client_of(relationship, str(requested_by))}


def client_of(relationship: Relationship, requested_by: str) -> str:
    """The client that is meant by one of the two words; anything else is an id."""
    match requested_by:
        case "attendee":
            return relationship.attendee_id
        case "payer":
            return relationship.payer_id
        case _:
            return requested_by


def _in_short(answer: MigrationPreview) -> str:
    if answer.allowed:
        rebook = f", {counted(len(answer.sessions_to_rebook), 'session')} to rebook"
        return "can be migrated" + (rebook if answer.sessions_to_rebook else "")
    more = {
        "under_minimum_age": f" (possible from {a_day(answer.eligible_on)})" if answer.eligible_on else "",
        "details_missing": f" ({', '.join(answer.missing_details)})",
    }
    return "; ".join(refusal + more.get(refusal, "") for refusal in answer.refusals)


@click.command(
    cls=Command,
    epilog=example(
        "confirm r1 --requested-by attendee --channel 'by phone'",
        "confirm r1 --requested-by attendee --set phone=07700900002",
        "confirm r1 --request q1",
    ),
)
@relationship_argument
@requested_by_option(required=False)
@request_option
@click.option(
    "--set",
    "details",
    multiple=True,
    type=DETAIL,
    metavar="FIELD=VALUE",
    help="Fill a gap in the account of whoever is to pay; may be repeated.",
)
@channel_option
@idempotency_key_option
@pass_call
def confirm(
    call: Call,
    *,
    relationship_id: str,
    requested_by: str | None,
    request_id: str | None,
    details: tuple[tuple[str, str], ...],
    channel: str,
    idempotency_key: str | None,
) -> None:
    """Let the attendee pay, or whom a request names.

    The old relationship ends, and a new one opens. What a rule refuses is said with its code.
    """
    _one_of(requested_by, request_id)
    given = dict(details)
    if len(given) < len(details):
        raise click.UsageError("Each field is --set once.")
    with call.office() as office:
        migration = office.core.migrations.confirm(
            office.actor,
            relationship_id,
            **_wish(office, relationship_id, requested_by, request_id),
            channel=channel,
            details=given,
            idempotency_key=idempotency_key,
        )
        if call.json:
            put(migration)
        else:
            _tell(migration, office)


def _tell(migration: Migration, office: Office) -> None:
    from .. import printing

    ended, opened = migration.ended, migration.opened
    done = "Handed over" if opened.third_party else "Migrated"
    click.echo(f"{done}. {ended.id} has ended; {opened.payer_id} pays from now on, under {opened.id}.")
    if migration.sessions_to_rebook:
        number = counted(len(migration.sessions_to_rebook), "session")
        click.echo(f"{number} to rebook: practice-core rebook --all {ended.id}\n")
        printing.sessions(migration.sessions_to_rebook, office.practice)
