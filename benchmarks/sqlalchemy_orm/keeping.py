"""What every job does: look rows up and lock them, and write keys, notices and entries of the journal."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any, TypeVar

import sqlalchemy as sa
from sqlalchemy.orm import Session

from .. import rules
from ..practice import NOW, PRACTICE
from ..written import entry, notice
from .models import Appointment, Client, Entry, Key, Notice, OfPractice, Relationship

T = TypeVar("T", bound=OfPractice)


def locked(session: Session, of: type[T], name: str) -> T:
    return session.get_one(of, (PRACTICE, name), with_for_update=True)


def clients(session: Session, names: set[str]) -> dict[str, Client]:
    """Kept as they are until the end."""
    chosen = sa.select(Client).where(Client.practice_id == PRACTICE, Client.id.in_(sorted(names)))
    return {one.id: one for one in session.scalars(chosen.order_by(Client.id).with_for_update(read=True))}


def must_be_unused(session: Session, name: str, now: datetime) -> None:
    used = session.get(Key, (PRACTICE, name))
    rules.key_unused(None if used is None else used.used_at, now)


def use_up(session: Session, name: str, mark: str, answer: Sequence[str]) -> None:
    session.add(Key(practice_id=PRACTICE, id=name, fingerprint=mark, answer=json.dumps(answer), used_at=NOW))


def chain(session: Session, thing: Relationship | Appointment, what: str, facts: Mapping[str, Any], **who: str) -> None:
    """The next entry of the thing's chain, and its end kept on the thing."""
    kind = "relationship" if isinstance(thing, Relationship) else "session"
    before = (kind, thing.id, thing.journal_number, thing.journal_digest)
    made = entry(thing.practice_id, before, what, facts, at=NOW, held_at=NOW, **who)
    thing.journal_number, thing.journal_digest = made["number"], made["digest"]
    session.add(Entry(**made))


def tell(session: Session, kind: str, whom: tuple[str, str], about: str, facts: Mapping[str, Any]) -> None:
    session.add(Notice(**notice(PRACTICE, kind, whom, about, facts, at=NOW)))
