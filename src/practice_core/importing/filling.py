"""One import, from the first item to the last: what is written, in the order of what refers to what."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Iterator, Mapping
from datetime import date, datetime
from functools import partial
from itertools import islice
from typing import Self, TypeVar

import attrs

from ..domain.accounts import figures
from ..domain.actor import Actor
from ..domain.attempt import Attempt
from ..domain.client import Client
from ..domain.errors import Invalid
from ..domain.journal import Fact
from ..domain.occasion import Occasion
from ..domain.practice import Practice, Therapist
from ..domain.relationship import Relationship
from ..domain.session import SessionRecord
from ..ports.store import NEW, Batch, Keepable, Kept, Stamp
from . import making
from .checking import Calendars, Ids, only_one_active, with_predecessors
from .reading import PRACTICE, PracticeFile
from .shape import FiledClient, FiledPractice, FiledRelationship, FiledSession, FiledTherapist, placed, shaped

# Things in a batch: enough to keep a database busy, and few enough that nobody notices the memory.
AT_ONCE = 1_000

Filed = TypeVar("Filed")
Made = TypeVar("Made")
Rows = tuple[Kept[Keepable], ...]


@attrs.frozen(eq=False)
class Import:
    """Used once. Keeps ids it has come across, dates of birth, the relationships, and the calendars; nothing else."""

    file: PracticeFile
    practice: Practice
    _occasion: Occasion
    _therapists: Ids = attrs.field(factory=lambda: Ids("therapist"))
    _clients: Ids = attrs.field(factory=lambda: Ids("client"))
    _born: dict[str, date] = attrs.field(factory=dict, repr=False)
    _relationship_ids: Ids = attrs.field(factory=lambda: Ids("relationship"))
    _relationships: dict[str, Relationship] = attrs.field(factory=dict)
    _session_ids: Ids = attrs.field(factory=lambda: Ids("session"))
    _calendars: Calendars = attrs.field(factory=Calendars)

    @classmethod
    def begun(cls, file: PracticeFile, at: datetime) -> Self:
        """With the practice itself read. Raises `Invalid`."""
        try:
            practice = making.practice(shaped(file.practice(), FiledPractice))
        except Invalid as wrong:
            raise placed(PRACTICE, wrong) from None
        # Every id is the file's own: none is drawn.
        return cls(file, practice, Occasion(Actor.system(practice.id), at, new_id=str))

    def batches(self, progress: Callable[[int], None] | None = None) -> Iterator[Batch]:
        """Everything to write. Raises `Invalid` at whatever is wrong, after what was right before it."""
        things, done = self._things(), 0
        while rows := list(islice(things, AT_ONCE)):
            yield Batch(practice_id=self.practice.id, added=[kept for row in rows for kept in row])
            done += len(rows)
            if progress is not None:
                progress(done)

    def _things(self) -> Iterator[Rows]:
        """The rows of each thing: itself and, where the import is journaled, its first entry (J1)."""
        counts = {section: count for section, count in self.file.counts.items() if section != PRACTICE}
        zone, currency = self.practice.time_zone, self.practice.currency
        yield self._journaled(
            self.practice, {**figures(self.practice.policy), **counts, "time_zone": zone, "currency": currency}
        )
        for therapist in self._made("therapists", FiledTherapist, self._therapist):
            yield (Kept(therapist, NEW),)
        for client in self._made("clients", FiledClient, self._client):
            yield (Kept(client, NEW),)
        # All of them before the first is written: each names its predecessor, which names it.
        relationships = list(self._made("relationships", FiledRelationship, self._relationship))
        only_one_active(relationships)
        for relationship in with_predecessors(relationships):
            self._relationships[relationship.id] = relationship
            yield self._journaled(relationship, _facts(relationship), note=relationship.end_reason or "")
        for session, payment in self._made("sessions", FiledSession, self._session):
            rows = self._journaled(session, _session_facts(session))
            yield rows if payment is None else (*rows, Kept(payment, NEW))
        self._calendars.must_not_overlap()

    def _made(self, section: str, of: type[Filed], make: Callable[[Filed, int], Made]) -> Iterator[Made]:
        """What each item of a section becomes. Raises `Invalid` with the item's place."""
        for index, item in enumerate(self.file.items(section)):
            try:
                made = make(shaped(item, of), index)
            except Invalid as wrong:
                raise placed(f"{section}[{index}]", wrong) from None
            yield made

    def _therapist(self, filed: FiledTherapist, _: int) -> Therapist:
        self._therapists.take(filed.id)
        return making.therapist(filed, self.practice)

    def _client(self, filed: FiledClient, _: int) -> Client:
        self._clients.take(filed.id)
        if filed.date_of_birth is not None:
            self._born[filed.id] = filed.date_of_birth
        return making.client(filed, self.practice)

    def _relationship(self, filed: FiledRelationship, _: int) -> Relationship:
        self._relationship_ids.take(filed.id)
        return making.relationship(
            filed,
            self.practice,
            therapist_id=self._therapists.known("therapist_id", filed.therapist_id),
            attendee_id=self._clients.known("attendee_id", filed.attendee_id),
            payer_id=self._clients.known("payer_id", filed.payer_id),
            born=self._born.get(filed.attendee_id),
        )

    def _session(self, filed: FiledSession, index: int) -> tuple[SessionRecord, Attempt | None]:
        self._session_ids.take(filed.id)
        relationship_id = self._relationship_ids.known("relationship_id", filed.relationship_id)
        session = making.session(filed, self.practice, self._relationships[relationship_id])
        self._calendars.add(index, session)
        return session, making.payment(filed, session)

    def _journaled(
        self, thing: Practice | Relationship | SessionRecord, facts: Mapping[str, Fact], *, note: str = ""
    ) -> Rows:
        entry = self._occasion.entry(thing, "imported", facts, note=note)
        entry = entry.linked(number=1, previous="", new_salt=partial(secrets.token_hex, 16))
        return Kept(thing, Stamp(number=entry.number, digest=entry.digest)), Kept(entry, NEW)


def _facts(relationship: Relationship) -> dict[str, Fact]:
    fee, ended_at = relationship.fee, relationship.ended_at
    return {
        "therapist_id": relationship.therapist_id,
        "attendee_id": relationship.attendee_id,
        "payer_id": relationship.payer_id,
        "opened_at": relationship.opened_at.isoformat(),
        "fee": fee.minor_units if fee else None,
        "currency": fee.currency if fee else None,
        "ended_at": ended_at.isoformat() if ended_at else None,
        "predecessor_id": relationship.predecessor_id,
        "successor_id": relationship.successor_id,
    }


def _session_facts(session: SessionRecord) -> dict[str, Fact]:
    return {
        "relationship_id": session.relationship_id,
        "starts_at": session.starts_at.isoformat(),
        "ends_at": session.ends_at.isoformat(),
        "price": session.price.minor_units,
        "currency": session.price.currency,
        "status": str(session.status),
        "settlement": str(session.settlement),
    }
