"""What every job does: look rows up and lock them, and write keys, notices and entries of the journal."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from django.db import connection
from django.db.models import F

from .. import rules
from ..practice import NOW, PRACTICE
from ..written import entry, notice
from .models import Appointment, Client, Entry, Key, Notice


def clients(names: set[str]) -> dict[str, Any]:
    """Kept as they are until the end. Django knows no `FOR SHARE`: `no_key` is as near as it comes."""
    locked = Client.objects.select_for_update(no_key=connection.features.has_select_for_no_key_update)
    return {one.id: one for one in locked.filter(practice_id=PRACTICE, id__in=sorted(names)).order_by("id")}


def must_be_unused(name: str, now: datetime) -> None:
    used = Key.objects.filter(practice_id=PRACTICE, id=name).first()
    rules.key_unused(None if used is None else used.used_at, now)


def use_up(name: str, mark: str, answer: Sequence[str]) -> None:
    Key.objects.create(practice_id=PRACTICE, id=name, fingerprint=mark, answer=json.dumps(answer), used_at=NOW)


def change(thing: Any, **fields: Any) -> None:
    """Write that, and the end of the thing's chain if it has one, if the thing is still as it was read."""
    for name in ("journal_number", "journal_digest"):
        if hasattr(thing, name):
            fields[name] = getattr(thing, name)
    as_it_was = type(thing).objects.filter(practice_id=thing.practice_id, id=thing.id, version=thing.version)
    if as_it_was.update(**fields, version=F("version") + 1) != 1:
        raise rules.StaleError


def chained(thing: Any, what: str, facts: Mapping[str, Any], **who: str) -> Entry:
    """The next entry of the thing's chain, whose end the thing then knows."""
    kind = "session" if isinstance(thing, Appointment) else "relationship"
    before = (kind, thing.id, thing.journal_number, thing.journal_digest)
    made = entry(thing.practice_id, before, what, facts, at=NOW, held_at=NOW, **who)
    thing.journal_number, thing.journal_digest = made["number"], made["digest"]
    return Entry(**made)


def told(kind: str, whom: tuple[str, str], about: str, facts: Mapping[str, Any]) -> Notice:
    return Notice(**notice(PRACTICE, kind, whom, about, facts, at=NOW))
