"""JSON, one object a line: instants in ISO 8601 and UTC, money in minor units, nothing of the gateway's own."""

from __future__ import annotations

import json
from datetime import date, datetime
from functools import cache
from typing import TYPE_CHECKING, Any

import click

from ..domain.client import Card, Client
from ..domain.journal import JournalEntry
from ..domain.migration_request import MigrationRequest
from ..domain.relationship import Relationship

if TYPE_CHECKING:
    from cattrs import Converter


def put(thing: object) -> None:
    """One line on standard output: a value of the core's, or a dict of such."""
    click.echo(json.dumps(_converter().unstructure(thing)))


@cache
def _converter() -> Converter:
    # Slow to import, and needed only for --json.
    from cattrs import Converter
    from cattrs.gen import make_dict_unstructure_fn, override

    converter = Converter()
    converter.register_unstructure_hook(datetime, datetime.isoformat)
    converter.register_unstructure_hook(date, date.isoformat)
    converter.register_unstructure_hook(Card, make_dict_unstructure_fn(Card, converter, reference=override(omit=True)))
    converter.register_unstructure_hook(
        Client,
        make_dict_unstructure_fn(
            Client, converter, gateway_account=override(omit=True), forget_due_at=override(omit=True)
        ),
    )
    converter.register_unstructure_hook(
        MigrationRequest, make_dict_unstructure_fn(MigrationRequest, converter, token_digest=override(omit=True))
    )
    fields = make_dict_unstructure_fn(
        Relationship,
        converter,
        # Of the attendee's account, where who may see it finds it.
        attendee_born_on=override(omit=True),
        under_age_by=override(omit=True),
    )
    # With what is derived.
    converter.register_unstructure_hook(Relationship, lambda it: {**fields(it), "kind": it.kind, "status": it.status})
    converter.register_unstructure_hook(JournalEntry, _entry)
    return converter


def _entry(it: JournalEntry) -> dict[str, Any]:
    return {
        "number": it.number,
        "at": it.at.isoformat(),
        "thing": it.thing,
        "what": it.what,
        "actor": it.actor,
        "requested_by": it.requested_by,
        "facts": dict(it.facts),
        "note": it.note,
        "note_salt": it.note_salt,
        "note_digest": it.note_digest,
        "previous": it.previous,
        "digest": it.digest,
    }
