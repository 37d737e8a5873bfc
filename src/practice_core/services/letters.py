"""Making a notice into a message: what to look up, and who puts it into words."""

from __future__ import annotations

from collections.abc import Callable
from email.message import EmailMessage
from typing import Any, cast

import attrs

from ..domain.client import Client
from ..domain.errors import NotFound
from ..domain.letter import Letter, Matter, write
from ..domain.links import Links
from ..domain.migration_request import MigrationRequest
from ..domain.notice import Notice, NoticeKind
from ..domain.practice import Practice, Therapist
from ..domain.relationship import Relationship
from ..domain.seal import Seal, fits
from ..domain.session import SessionRecord
from ..ports import questions
from ..ports.letters import Calendar, Renderer
from ..ports.store import Ask
from .envelope import message_of
from .work import UnitOfWork

# What a letter that is only looked at has in the place of a token.
HIDDEN = "..."


@attrs.frozen
class Letters:
    """`renderer` and `calendar` are asked for when there is something to write: what they need is slow to import."""

    renderer: Callable[[], Renderer]
    calendar: Callable[[], Calendar]
    links: Links
    sender: str = attrs.field(repr=False)
    seal: Seal

    def asks(self, notice: Notice) -> tuple[Ask[Any], ...]:
        """What a letter has to know, as it is on record now."""
        kind, name = _split(notice.about)
        to, addressee_id = _split(notice.addressee)
        addressee: Ask[Any] = (questions.CLIENT if to == "client" else questions.THERAPIST)(id=addressee_id)
        match kind:
            case "session":
                return (
                    addressee,
                    questions.SESSION(id=name),
                    questions.THERAPIST_OF_SESSION(session_id=name),
                    questions.ATTENDEE_OF_SESSION(session_id=name),
                )
            case "relationship":
                return (
                    addressee,
                    questions.RELATIONSHIP(id=name),
                    questions.THERAPIST_OF_RELATIONSHIP(relationship_id=name),
                    questions.ATTENDEE_OF_RELATIONSHIP(relationship_id=name),
                    *_listing(notice),
                    *_answering(notice),
                )
            case _:
                return addressee, questions.CLIENT(id=name)

    def letter(self, work: UnitOfWork, practice: Practice, notice: Notice, *, delivered: bool = True) -> Letter:
        """Only what is `delivered` carries its token. Raises `NotFound` where something it is about is gone."""
        asks = self.asks(notice)
        work.prepare(*asks)
        (addressee,) = work.find(asks[0]) or (None,)
        if addressee is None:
            raise NotFound("addressee", notice.addressee)
        matter = _matter(work, notice, addressee)
        token = self._token(matter.request, addressee)
        shown = token if delivered or not token else HIDDEN
        return write(notice, practice, matter, addressee, self.links, token=shown)

    def _token(self, request: MigrationRequest | None, addressee: Client | Therapist) -> str:
        """For the one who has to accept, and nobody else; blank where it would not open anything."""
        if request is None or isinstance(addressee, Therapist):
            return ""
        token = self.seal.token(request.practice_id, request.id, addressee.id)
        return token if fits(token, request) else ""

    def message(self, letter: Letter, practice_id: str) -> EmailMessage:
        """Raises what a template that is wrong raises, and `ValueError` for an address that is none."""
        rendered = self.renderer().render(letter)
        return message_of(letter, practice_id, rendered, self.calendar(), self.sender)


def _matter(work: UnitOfWork, notice: Notice, addressee: Client | Therapist) -> Matter:
    kind, name = _split(notice.about)
    if kind == "client":
        # The one kind of notice that is about nobody but a client goes to a therapist.
        return Matter(therapist=cast("Therapist", addressee), attendee=work.get(Client, name))
    session = work.get(SessionRecord, name) if kind == "session" else None
    under = session or work.get(Relationship, name)
    return Matter(
        relationship_id=session.relationship_id if session else under.id,
        session_id=session.id if session else None,
        therapist=work.get(Therapist, under.therapist_id),
        attendee=work.get(Client, under.attendee_id),
        sessions=tuple(session for ask in _listing(notice) for session in work.find(ask)),
        request=next((request for ask in _answering(notice) for request in work.find(ask)), None),
    )


def _listing(notice: Notice) -> tuple[Ask[SessionRecord], ...]:
    """The sessions a letter lists, where it does."""
    if notice.kind is not NoticeKind.NO_LONGER_YOURS_TO_PAY:
        return ()
    return (questions.SESSIONS_UNDER(relationship_id=_split(notice.about)[1]),)


def _answering(notice: Notice) -> tuple[Ask[MigrationRequest], ...]:
    """The request a letter is about, where it is about one."""
    request_id = notice.facts.get("request_id")
    return () if request_id is None else (questions.REQUEST(id=str(request_id)),)


def _split(name: str) -> tuple[str, str]:
    kind, _, thing_id = name.partition(":")
    return kind, thing_id
