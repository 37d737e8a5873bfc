"""What `demo` tells: a mother books for her daughter of fifteen, and at sixteen the daughter takes over."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from ..domain.actor import Actor
from ..domain.errors import (
    AttendeeMustAsk,
    CardRequired,
    DetailsMissing,
    RelationshipEnded,
    UnderMinimumAge,
)
from ..domain.links import Links
from ..domain.money import Money
from ..domain.practice import Practice
from ..domain.session import Session
from ..domain.views import SeenSession
from ..services.done import DueDone
from . import story_of_money
from .stage import EFUA, OFFICE, Stage
from .telling import NotAsTold, must_be_refused
from .wording import a_day, a_time, counted

BEGINS_AT = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
BORN = date(2010, 6, 15)
BIRTHDAY_NEAR = datetime(2026, 4, 16, 9, 0, tzinfo=UTC)
DAY_AFTER_BIRTHDAY = datetime(2026, 6, 16, 9, 0, tzinfo=UTC)
EARLY_SESSION = datetime(2026, 6, 17, 10, 0, tzinfo=UTC)
FIRST_SESSION = datetime(2026, 6, 18, 15, 0, tzinfo=UTC)
WEEK = timedelta(weeks=1)
FIFTY_MINUTES = timedelta(minutes=50)

LENA = Actor.client("riverside", "lena")


LINKS = Links(
    card="https://riverside.example/cards/{client_id}",
    pay="https://riverside.example/pay/{session_id}",
    authenticate="https://riverside.example/bank/{session_id}",
    accept="https://riverside.example/requests/{request_id}",
)


def tell(s: Stage) -> None:
    """The whole story. Raises `NotAsTold` where it comes out otherwise."""
    _the_people(s)
    _the_mother_books(s)
    _too_young(s)
    _the_birthday_is_near(s)
    _the_mother_pays(s)
    _the_mother_asks(s)
    _the_daughter_asks(s)
    _no_card_no_booking(s)
    _the_card_comes(s)
    _the_old_relationship(s)
    story_of_money.tell(s)
    _the_journal(s)


def _the_people(s: Stage) -> None:
    s.chapter("A practice, a therapist, a mother and her daughter of fifteen")
    practice = s.core.practices.open(id="riverside", name="Riverside", time_zone="Europe/London", currency="GBP")
    s.teller.called(
        'practices.open(name="Riverside", ...)',
        f"{practice.name}, in {practice.time_zone}; who pays is at least {practice.policy.minimum_payer_age}",
    )
    s.core.therapists.register(OFFICE, id="efua", name="Efua Boateng", email="efua@riverside.example")
    vera = s.core.clients.register(
        OFFICE,
        id="vera",
        given_name="Vera",
        family_name="Moreau",
        email="vera@mail.example",
        phone="+44 7700 900001",
    )
    s.teller.called("clients.register(office, ...)", f"{vera.given_name}, the mother, with all her details")
    lena = s.core.clients.register(
        OFFICE, id="lena", given_name="Lena", family_name="Moreau", date_of_birth=BORN, email=None
    )
    if lena.date_of_birth is None:
        raise NotAsTold("the date of birth was not kept")
    s.teller.called(
        "clients.register(office, ...)",
        f"{lena.given_name}, the daughter, born on {a_day(lena.date_of_birth)}; without email or phone",
    )


def _the_mother_books(s: Stage) -> None:
    s.chapter("The mother books sessions for her daughter")
    opened = s.core.relationships.open(
        OFFICE, id="vera-pays", therapist_id="efua", attendee_id="lena", payer_id="vera", fee=Money(6000, "GBP")
    )
    s.teller.called(
        'relationships.open(office, attendee_id="lena", payer_id="vera", ...)',
        f"{opened.id}: {opened.kind.replace('_', ' ')}, {opened.status}, {opened.fee} a session",
    )
    vera = s.core.cards.add(OFFICE, "vera", reference="pm_vera")
    if vera.card is None:
        raise NotAsTold("the mother's card was not kept")
    s.teller.called('cards.add(office, "vera", ...)', f"{vera.card.brand} ending {vera.card.last4}")
    starts = [EARLY_SESSION, *(FIRST_SESSION + week * WEEK for week in range(3))]
    booked = [_booked(s, "vera-pays", starts_at) for starts_at in starts]
    s.teller.called('sessions.book(efua, "vera-pays", ...)', *(_in_short(session, s.practice) for session in booked))
    s.post(8)


def _too_young(s: Stage) -> None:
    s.chapter("The daughter would like to pay herself, and is too young")
    refusal = must_be_refused(
        s.teller,
        'migrations.confirm(efua, "vera-pays", requested_by="lena")',
        UnderMinimumAge,
        lambda: s.core.migrations.confirm(EFUA, "vera-pays", requested_by="lena"),
    )
    if refusal.eligible_on != date(2026, 6, 15):
        raise NotAsTold(f"the date from which it is possible is {refusal.eligible_on}")


def _the_birthday_is_near(s: Stage) -> None:
    s.clock.set(BIRTHDAY_NEAR)
    s.chapter("Sixty days before the birthday the therapist is told of it")
    s.due(DueDone(birthdays_told=1, notices_delivered=1))
    listed = s.core.migrations.due_for_review(EFUA)
    s.teller.called(
        "migrations.due_for_review(efua)",
        *(f"{review.id}: {review.attendee_id} is old enough to pay from {a_day(review.birthday)}" for review in listed),
    )


def _the_mother_pays(s: Stage) -> None:
    s.clock.set(EARLY_SESSION - timedelta(hours=48))
    s.chapter("48 hours before the first session the mother's card is charged")
    s.due(DueDone(charged=1, notices_delivered=1))


def _the_mother_asks(s: Stage) -> None:
    s.clock.set(DAY_AFTER_BIRTHDAY)
    s.chapter("The day after the birthday the mother asks: only her daughter can")
    must_be_refused(
        s.teller,
        'migrations.confirm(efua, "vera-pays", requested_by="vera")',
        AttendeeMustAsk,
        lambda: s.core.migrations.confirm(EFUA, "vera-pays", requested_by="vera"),
    )


def _the_daughter_asks(s: Stage) -> None:
    s.clock.forward(timedelta(hours=2))
    s.chapter("The daughter asks; details are missing, and are given")
    request = s.core.migrations.request(LENA, "vera-pays", requested_by="lena", channel="her own page")
    s.teller.called('migrations.request(lena, "vera-pays", requested_by="lena")', f"the request is {request.status}")
    s.post(2)
    refusal = must_be_refused(
        s.teller,
        'migrations.confirm(efua, "vera-pays", request_id=...)',
        DetailsMissing,
        lambda: s.core.migrations.confirm(EFUA, "vera-pays", request_id=request.id),
    )
    known = {"email": "lena@mail.example", "phone": "+44 7700 900002"}
    migration = s.core.migrations.confirm(
        EFUA,
        "vera-pays",
        request_id=request.id,
        details={name: known[name] for name in refusal.fields},
        id="lena-pays",
    )
    s.teller.called(
        'migrations.confirm(efua, "vera-pays", request_id=..., details={...})',
        f"{migration.ended.id} is {migration.ended.status} ({migration.ended.end_reason})",
        f"{migration.opened.id} is {migration.opened.status}, and {migration.opened.payer_id} pays",
        f"{counted(len(migration.sessions_to_rebook), 'session')} to rebook",
    )
    s.post(2)
    if not s.mailer.reached("lena@mail.example", "card") or s.mailer.reached("vera@mail.example", "card"):
        raise NotAsTold("the request to add a card did not go to the daughter alone")


def _no_card_no_booking(s: Stage) -> None:
    s.chapter("Nothing is booked for the daughter before she has a card")
    must_be_refused(
        s.teller,
        'sessions.book(efua, "lena-pays", ...)',
        CardRequired,
        lambda: _booked(s, "lena-pays", FIRST_SESSION + 3 * WEEK),
    )


def _the_card_comes(s: Stage) -> None:
    s.clock.forward(timedelta(hours=1))
    s.chapter("Her card comes, and the sessions are rebooked")
    lena = s.core.cards.add(LENA, "lena", reference="pm_lena")
    if lena.card is None:
        raise NotAsTold("the daughter's card was not kept")
    s.teller.called('cards.add(lena, "lena", ...)', f"{lena.card.brand} ending {lena.card.last4}")
    done = s.core.sessions.rebook_all(EFUA, "vera-pays")
    if len(done) != 4:
        raise NotAsTold(f"{counted(len(done), 'session')} to rebook instead of 4")
    rebooked = []
    for one in done:
        if one.rebooked_as is None:
            raise NotAsTold(f"a session was not rebooked: {one.refusal}")
        rebooked.append(s.core.sessions.get(EFUA, one.rebooked_as))
    s.teller.called('sessions.rebook_all(efua, "vera-pays")', *(_in_short(session, s.practice) for session in rebooked))
    s.post(9)


def _the_old_relationship(s: Stage) -> None:
    s.chapter("Nothing more is booked at the mother's cost")
    refusal = must_be_refused(
        s.teller,
        'sessions.book(efua, "vera-pays", ...)',
        RelationshipEnded,
        lambda: _booked(s, "vera-pays", FIRST_SESSION + 3 * WEEK),
    )
    if refusal.successor_id != "lena-pays":
        raise NotAsTold(f"the successor is {refusal.successor_id}")


def _the_journal(s: Stage) -> None:
    s.chapter("The journal tells it all")
    for thing in ("relationship:vera-pays", "relationship:lena-pays"):
        s.teller.journal(s.core.journal.of(EFUA, thing), s.practice)


def _booked(s: Stage, relationship_id: str, starts_at: datetime) -> Session:
    return s.core.sessions.book(EFUA, relationship_id, starts_at=starts_at, duration=FIFTY_MINUTES)


def _in_short(session: SeenSession, practice: Practice) -> str:
    return f"{a_time(session.starts_at, practice)}, {session.price}, {session.status}; {session.payer_id} pays"
