"""`show` and `journal`: what there is, and how it came to be."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress

import click

from ...domain.client import Client
from ...domain.errors import Invalid, NotAllowed, NotFound
from ...domain.journal import Kind
from ...domain.practice import Practice, Therapist
from ...domain.relationship import Relationship
from ...domain.session import Session
from ...domain.views import PaidSession, SeenSession
from ..failures import REFUSED
from ..lines import put
from ..options import Call, Command, Office, example, pass_call, thing_argument
from .verifying import verified

Thing = Relationship | SeenSession | Client | Therapist | Practice


@click.command(cls=Command, epilog=example("show r1", "show client:c1 --json"))
@thing_argument
@pass_call
def show(call: Call, thing: str) -> None:
    """Show what is on record of a thing.

    THING is the id of a relationship, session, client, therapist or practice, or relationship:ID and the like
    where ids of several kinds collide.
    """
    with call.office() as office:
        found = _found(office, thing)
        if call.json:
            put(found)
        else:
            from .. import printing

            printing.thing(found, office.practice)
            if isinstance(found, Session | PaidSession):
                _money(office, found)


def _money(office: Office, session: SeenSession) -> None:
    """Every attempt to charge it, for those who may see them (A3)."""
    from .. import printing

    with suppress(NotAllowed):
        bill = office.core.billing.of_session(office.actor, session.id)
        if bill.lines:
            printing.bill(bill, office.practice)


@click.command(cls=Command, epilog=example("journal r1", "journal session:s4 --json", "journal r1 --verify"))
@thing_argument
@click.option("--verify", is_flag=True, help="Check instead that no entry was changed, removed, inserted or reordered.")
@pass_call
@click.pass_context
def journal(ctx: click.Context, call: Call, thing: str, verify: bool) -> None:
    """Tell what happened, and who wanted it.

    THING is the id of a relationship, session, client, therapist or practice, or relationship:ID and the like
    where ids of several kinds collide. With --verify the first entry that does not fit is named, and the exit
    status is 1.
    """
    with call.office() as office:
        if verify:
            if not verified(call, office, thing):
                ctx.exit(REFUSED)
            return
        entries = office.core.journal.of(office.actor, thing)
        if call.json:
            for entry in entries:
                put(entry)
        else:
            from .. import printing

            printing.journal(entries, office.practice)


def _found(office: Office, thing: str) -> Thing:
    """The one thing of that name. Raises `NotFound`; `Invalid` for an id alone that several things have."""
    looked_up = _ways(office)
    kind, colon, name = thing.partition(":")
    if colon and kind in looked_up:
        return looked_up[Kind(kind)](name)
    found = {kind: one for kind, get in looked_up.items() if (one := _sought(get, thing)) is not None}
    if not found:
        raise NotFound("thing", thing)
    if len(found) > 1:
        raise Invalid("thing", "is several things: say which of " + ", ".join(f"{kind}:{thing}" for kind in found))
    return next(iter(found.values()))


def _ways(office: Office) -> dict[Kind, Callable[[str], Thing]]:
    """How each kind of thing is looked up, in the order an id alone is looked for."""
    core, actor = office.core, office.actor
    return {
        Kind.RELATIONSHIP: lambda name: core.relationships.get(actor, name),
        Kind.SESSION: lambda name: core.sessions.get(actor, name),
        Kind.CLIENT: lambda name: core.clients.get(actor, name),
        Kind.THERAPIST: lambda name: core.therapists.get(actor, name),
        Kind.PRACTICE: lambda name: _own_practice(office, name),
    }


def _own_practice(office: Office, name: str) -> Practice:
    """An actor sees one practice (A1)."""
    if name != office.practice.id:
        raise NotFound("practice", name)
    return office.practice


def _sought(get: Callable[[str], Thing], name: str) -> Thing | None:
    try:
        return get(name)
    except NotFound:
        return None
