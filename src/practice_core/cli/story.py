"""What `demo` tells: a mother books for her daughter of fifteen, and at sixteen the daughter takes over."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from ..adapters.clock import SettableClock
from ..adapters.memory.payments import MemoryPayments
from ..core import PracticeCore
from ..domain.actor import Actor
from ..domain.errors import (
    AttendeeMustAsk,
    CardRequired,
    DetailsMissing,
    RelationshipEnded,
    UnderMinimumAge,
)
from ..domain.money import Money
from ..domain.practice import Practice
from ..domain.session import Session
from ..services.done import DueDone
from . import story_of_money
from .telling import NotAsTold, Teller, must_be_refused
from .wording import a_day, a_time, counted

BEGINS_AT = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
BORN = date(2010, 6, 15)
DAY_AFTER_BIRTHDAY = datetime(2026, 6, 16, 9, 0, tzinfo=UTC)
EARLY_SESSION = datetime(2026, 6, 17, 10, 0, tzinfo=UTC)
FIRST_SESSION = datetime(2026, 6, 18, 15, 0, tzinfo=UTC)
WEEK = timedelta(weeks=1)
FIFTY_MINUTES = timedelta(minutes=50)

OFFICE = Actor.staff("riverside", "front-desk")
EFUA = Actor.therapist("riverside", "efua")
LENA = Actor.client("riverside", "lena")


def tell(core: PracticeCore, clock: SettableClock, payments: MemoryPayments, teller: Teller) -> None:
    """The whole story. Raises `NotAsTold` where it comes out otherwise."""
    practice = _the_people(core, clock, teller)
    _the_mother_books(core, clock, teller, practice)
    _too_young(core, clock, teller)
    _the_mother_pays(core, clock, teller)
    _the_mother_asks(core, clock, teller)
    _the_daughter_asks(core, clock, teller)
    _no_card_no_booking(core, clock, teller)
    _the_card_comes(core, clock, teller, practice)
    _the_old_relationship(core, clock, teller)
    story_of_money.tell(core, clock, payments, teller, practice)
    _the_journal(core, clock, teller, practice)


def _the_people(core: PracticeCore, clock: SettableClock, teller: Teller) -> Practice:
    teller.chapter("A practice, a therapist, a mother and her daughter of fifteen", clock.now())
    practice = core.practices.open(id="riverside", name="Riverside", time_zone="Europe/London", currency="GBP")
    teller.called(
        'practices.open(name="Riverside", ...)',
        f"{practice.name}, in {practice.time_zone}; who pays is at least {practice.policy.minimum_payer_age}",
    )
    core.therapists.register(OFFICE, id="efua", name="Efua Boateng", email="efua@riverside.example")
    vera = core.clients.register(
        OFFICE,
        id="vera",
        given_name="Vera",
        family_name="Moreau",
        email="vera@mail.example",
        phone="+44 7700 900001",
    )
    teller.called("clients.register(office, ...)", f"{vera.given_name}, the mother, with all her details")
    lena = core.clients.register(
        OFFICE, id="lena", given_name="Lena", family_name="Moreau", date_of_birth=BORN, email=None
    )
    if lena.date_of_birth is None:
        raise NotAsTold("the date of birth was not kept")
    teller.called(
        "clients.register(office, ...)",
        f"{lena.given_name}, the daughter, born on {a_day(lena.date_of_birth)}; without email or phone",
    )
    return practice


def _the_mother_books(core: PracticeCore, clock: SettableClock, teller: Teller, practice: Practice) -> None:
    teller.chapter("The mother books sessions for her daughter", clock.now())
    opened = core.relationships.open(
        OFFICE, id="vera-pays", therapist_id="efua", attendee_id="lena", payer_id="vera", fee=Money(6000, "GBP")
    )
    teller.called(
        'relationships.open(office, attendee_id="lena", payer_id="vera", ...)',
        f"{opened.id}: {opened.kind.replace('_', ' ')}, {opened.status}, {opened.fee} a session",
    )
    vera = core.cards.add(OFFICE, "vera", reference="pm_vera")
    if vera.card is None:
        raise NotAsTold("the mother's card was not kept")
    teller.called('cards.add(office, "vera", ...)', f"{vera.card.brand} ending {vera.card.last4}")
    starts = [EARLY_SESSION, *(FIRST_SESSION + week * WEEK for week in range(3))]
    booked = [_booked(core, "vera-pays", starts_at) for starts_at in starts]
    teller.called('sessions.book(efua, "vera-pays", ...)', *(_in_short(session, practice) for session in booked))


def _too_young(core: PracticeCore, clock: SettableClock, teller: Teller) -> None:
    teller.chapter("The daughter would like to pay herself, and is too young", clock.now())
    refusal = must_be_refused(
        teller,
        'migrations.confirm(efua, "vera-pays", requested_by="lena")',
        UnderMinimumAge,
        lambda: core.migrations.confirm(EFUA, "vera-pays", requested_by="lena"),
    )
    if refusal.eligible_on != date(2026, 6, 15):
        raise NotAsTold(f"the date from which it is possible is {refusal.eligible_on}")


def _the_mother_pays(core: PracticeCore, clock: SettableClock, teller: Teller) -> None:
    clock.set(EARLY_SESSION - timedelta(hours=48))
    teller.chapter("48 hours before the first session the mother's card is charged", clock.now())
    story_of_money.due(core, clock, teller, DueDone(charged=1))


def _the_mother_asks(core: PracticeCore, clock: SettableClock, teller: Teller) -> None:
    clock.set(DAY_AFTER_BIRTHDAY)
    teller.chapter("The day after the birthday the mother asks: only her daughter can", clock.now())
    must_be_refused(
        teller,
        'migrations.confirm(efua, "vera-pays", requested_by="vera")',
        AttendeeMustAsk,
        lambda: core.migrations.confirm(EFUA, "vera-pays", requested_by="vera"),
    )


def _the_daughter_asks(core: PracticeCore, clock: SettableClock, teller: Teller) -> None:
    clock.forward(timedelta(hours=2))
    teller.chapter("The daughter asks; details are missing, and are given", clock.now())
    request = core.migrations.request(LENA, "vera-pays", requested_by="lena", channel="her own page")
    teller.called('migrations.request(lena, "vera-pays", requested_by="lena")', f"the request is {request.status}")
    refusal = must_be_refused(
        teller,
        'migrations.confirm(efua, "vera-pays", request_id=...)',
        DetailsMissing,
        lambda: core.migrations.confirm(EFUA, "vera-pays", request_id=request.id),
    )
    known = {"email": "lena@mail.example", "phone": "+44 7700 900002"}
    migration = core.migrations.confirm(
        EFUA,
        "vera-pays",
        request_id=request.id,
        details={name: known[name] for name in refusal.fields},
        id="lena-pays",
    )
    teller.called(
        'migrations.confirm(efua, "vera-pays", request_id=..., details={...})',
        f"{migration.ended.id} is {migration.ended.status} ({migration.ended.end_reason})",
        f"{migration.opened.id} is {migration.opened.status}, and {migration.opened.payer_id} pays",
        f"{counted(len(migration.sessions_to_rebook), 'session')} to rebook",
    )


def _no_card_no_booking(core: PracticeCore, clock: SettableClock, teller: Teller) -> None:
    teller.chapter("Nothing is booked for the daughter before she has a card", clock.now())
    must_be_refused(
        teller,
        'sessions.book(efua, "lena-pays", ...)',
        CardRequired,
        lambda: _booked(core, "lena-pays", FIRST_SESSION + 3 * WEEK),
    )


def _the_card_comes(core: PracticeCore, clock: SettableClock, teller: Teller, practice: Practice) -> None:
    clock.forward(timedelta(hours=1))
    teller.chapter("Her card comes, and the sessions are rebooked", clock.now())
    lena = core.cards.add(LENA, "lena", reference="pm_lena")
    if lena.card is None:
        raise NotAsTold("the daughter's card was not kept")
    teller.called('cards.add(lena, "lena", ...)', f"{lena.card.brand} ending {lena.card.last4}")
    done = core.sessions.rebook_all(EFUA, "vera-pays")
    if len(done) != 4:
        raise NotAsTold(f"{counted(len(done), 'session')} to rebook instead of 4")
    rebooked = []
    for one in done:
        if one.rebooked_as is None:
            raise NotAsTold(f"a session was not rebooked: {one.refusal}")
        rebooked.append(core.sessions.get(EFUA, one.rebooked_as))
    teller.called('sessions.rebook_all(efua, "vera-pays")', *(_in_short(session, practice) for session in rebooked))


def _the_old_relationship(core: PracticeCore, clock: SettableClock, teller: Teller) -> None:
    teller.chapter("Nothing more is booked at the mother's cost", clock.now())
    refusal = must_be_refused(
        teller,
        'sessions.book(efua, "vera-pays", ...)',
        RelationshipEnded,
        lambda: _booked(core, "vera-pays", FIRST_SESSION + 3 * WEEK),
    )
    if refusal.successor_id != "lena-pays":
        raise NotAsTold(f"the successor is {refusal.successor_id}")


def _the_journal(core: PracticeCore, clock: SettableClock, teller: Teller, practice: Practice) -> None:
    teller.chapter("The journal tells it all", clock.now())
    for thing in ("relationship:vera-pays", "relationship:lena-pays"):
        teller.journal(core.journal.of(EFUA, thing), practice)


def _booked(core: PracticeCore, relationship_id: str, starts_at: datetime) -> Session:
    return core.sessions.book(EFUA, relationship_id, starts_at=starts_at, duration=FIFTY_MINUTES)


def _in_short(session: Session, practice: Practice) -> str:
    return f"{a_time(session.starts_at, practice)}, {session.price}, {session.status}; {session.payer_id} pays"
