"""What a host gets wrong: every line that is marked, and no other, is an error to every checker."""

from __future__ import annotations

from datetime import datetime, timedelta

from practice_core import Actor, Money, PracticeCore, RelationshipEnded, Session, connect


class Sundial:
    def now(self) -> str:
        return "noon"


def calls(core: PracticeCore, me: Actor, starts_at: datetime) -> None:
    core.migrations.confirm("front-desk", "r1", requested_by="a")  # wrong: an actor is no text
    core.migrations.confirm(me, "r1", "a")  # wrong: by keyword only
    core.migrations.confirm(me, relationship_id=1)  # wrong: an id is text
    core.migrations.preview(me, "r1", requested_by="a").verdict  # wrong: no such field
    core.migrations.undo(me, "r1")  # wrong: no such use case
    core.refunds.due(me)  # wrong: no such area
    core.sessions.book(me, "r1", starts_at=starts_at)  # wrong: without a duration
    core.sessions.book(me, "r1", starts_at=starts_at, duration=50)  # wrong: minutes are no duration
    core.sessions.book(me, "r1", starts_at="noon", duration=timedelta(minutes=50))  # wrong: text is no instant
    core.relationships.set_fee(me, "r1", fee=60)  # wrong: a number is no money
    core.practices.open(name="Elm Street", time_zone="UTC", currency="GBP", polcy=None)  # wrong: misspelt


def answers(core: PracticeCore, me: Actor, session: Session, refusal: RelationshipEnded) -> None:
    session.price = Money(0, "GBP")  # wrong: answers are frozen
    core.sessions.get(me, "s1").rebooked_as.upper()  # wrong: there may be none
    refusal.successor_id.upper()  # wrong: there may be none
    Money("60.00", "GBP")  # wrong: minor units are whole numbers


def connects() -> None:
    connect("memory://", clock=Sundial())  # wrong: does not fit the port
    connect("memory://", colock=None)  # wrong: misspelt
    connect(3)  # wrong: neither a URL nor settings
