"""SQLAlchemy's ORM: mapped classes, a session for each operation, its unit of work and its version counter."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Dialect
from sqlalchemy.orm import DeclarativeBase, Session, joinedload, relationship
from sqlalchemy.orm.attributes import flag_modified

from practice_core.adapters.sql import schema

from . import rules
from .contestants import CHARGED_AT_ONCE, Target
from .gateway import AtOnce
from .practice import NOW, PRACTICE

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
MICROSECOND = timedelta(microseconds=1)


class Instant(sa.types.TypeDecorator[datetime]):
    """Microseconds on SQLite, `timestamptz` on PostgreSQL."""

    impl = sa.TIMESTAMP(timezone=True)
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> Any:
        return dialect.type_descriptor(sa.BigInteger() if dialect.name == "sqlite" else sa.TIMESTAMP(timezone=True))

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> Any:
        return (value - EPOCH) // MICROSECOND if value is not None and dialect.name == "sqlite" else value

    def process_result_value(self, value: Any, dialect: Dialect) -> datetime | None:
        return EPOCH + timedelta(microseconds=value) if isinstance(value, int) else value


class Model(DeclarativeBase):
    pass


def _table(table: sa.Table) -> sa.Table:
    """The library's own table, with instants as datetimes."""
    copied = table.to_metadata(Model.metadata)
    for column in copied.columns:
        if isinstance(column.type, schema.Instant):
            column.type = Instant()
    return copied


class Practice(Model):
    __table__ = _table(schema.practices)


class Therapist(Model):
    __table__ = _table(schema.therapists)
    __mapper_args__: Mapping[str, Any] = {"version_id_col": __table__.c.version}


class Client(Model):
    __table__ = _table(schema.clients)
    __mapper_args__: Mapping[str, Any] = {"version_id_col": __table__.c.version}


class Relationship(Model):
    __table__ = _table(schema.relationships)
    __mapper_args__: Mapping[str, Any] = {"version_id_col": __table__.c.version}
    payer = relationship(Client, foreign_keys=[__table__.c.practice_id, __table__.c.payer_id], viewonly=True)


class Request(Model):
    __table__ = _table(schema.requests)
    __mapper_args__: Mapping[str, Any] = {"version_id_col": __table__.c.version}


class Appointment(Model):
    """A session; the word is taken here."""

    __table__ = _table(schema.sessions)
    __mapper_args__: Mapping[str, Any] = {"version_id_col": __table__.c.version}
    under = relationship(Relationship, viewonly=True)


class Attempt(Model):
    __table__ = _table(schema.attempts)
    __mapper_args__: Mapping[str, Any] = {"version_id_col": __table__.c.version}
    appointment = relationship(Appointment, viewonly=True)


class Notice(Model):
    __table__ = _table(schema.notices)
    __mapper_args__: Mapping[str, Any] = {"version_id_col": __table__.c.version}


class Entry(Model):
    __table__ = _table(schema.journal)


class Key(Model):
    __table__ = _table(schema.keys)
    __mapper_args__: Mapping[str, Any] = {"version_id_col": __table__.c.version}


class SqlalchemyOrm:
    def __init__(self, target: Target) -> None:
        url = sa.make_url(target.url)
        if target.kind == "postgres":
            self._engine = sa.create_engine(url.set(drivername="postgresql+psycopg"))
        else:
            self._engine = sa.create_engine(url, connect_args={"isolation_level": None})
            _for_writing(self._engine, durable=target.durable)
        self._gateway = AtOnce()

    def close(self) -> None:
        self._engine.dispose()

    def confirm(self, therapist_id: str, relationship_id: str, attendee_id: str, key: str) -> None:
        now, actor, name = NOW, f"therapist:{therapist_id}", rules.key_id("confirm", key)
        with Session(self._engine) as session, session.begin():
            _unused(session, name, now)
            old = _one(session, Relationship, relationship_id)
            practice = session.get_one(Practice, PRACTICE)
            people = _clients(session, {old.attendee_id, old.payer_id})
            attendee, payer = people[old.attendee_id], people[old.payer_id]
            pending = session.scalars(
                sa.select(Request)
                .where(
                    Request.practice_id == PRACTICE,
                    Request.relationship_id == relationship_id,
                    Request.status == "pending",
                )
                .order_by(Request.requested_at, Request.id)
                .with_for_update()
            ).all()
            asked = {one.id: one for one in pending}
            named = rules.chosen_request(
                [(one.id, one.requested_by, one.expires_at) for one in pending], attendee_id, now
            )
            request = asked[named]
            card_good = rules.card_good_on(
                attendee.card_exp_year, attendee.card_exp_month, rules.local_date(now, practice.time_zone)
            )
            rules.may_confirm(
                actor_id=therapist_id,
                therapist_id=old.therapist_id,
                attendee_id=old.attendee_id,
                payer_id=old.payer_id,
                status=old.status,
                opened_at=old.opened_at,
                requested_by=attendee_id,
                accepted=request.accepted_at is not None,
                details={name: getattr(attendee, name) for name in rules.DETAILS},
                payer_email=payer.email,
                card_good=card_good,
                policy=rules.policy_of(practice.policy),
                zone=practice.time_zone,
                now=now,
            )
            own = session.scalar(
                sa.select(Relationship.id).where(
                    Relationship.practice_id == PRACTICE,
                    Relationship.therapist_id == old.therapist_id,
                    Relationship.attendee_id == old.attendee_id,
                    Relationship.payer_id == old.attendee_id,
                    Relationship.status == "active",
                )
            )
            rules.none_of_their_own(own)
            appointments = session.scalars(
                sa.select(Appointment)
                .where(
                    Appointment.practice_id == PRACTICE,
                    Appointment.relationship_id == relationship_id,
                    sa.or_(
                        sa.and_(Appointment.status == "scheduled", Appointment.starts_at > now),
                        Appointment.settlement.in_(rules.UNSETTLED),
                    ),
                )
                .order_by(Appointment.starts_at, Appointment.id)
            ).all()
            rules.nothing_to_look_at_again(one.settlement for one in appointments if one.starts_at > now)
            to_come = [one.id for one in appointments if one.status == "scheduled" and one.starts_at > now]
            owed = [one for one in appointments if one.settlement in rules.UNSETTLED and one.starts_at <= now]
            opened = Relationship(
                practice_id=PRACTICE,
                id=rules.new_id(),
                therapist_id=old.therapist_id,
                attendee_id=old.attendee_id,
                payer_id=old.attendee_id,
                status="active",
                opened_at=now,
                fee=old.fee,
                fee_currency=old.fee_currency,
                predecessor_id=old.id,
                awaits_agreement=False,
                journal_number=0,
                journal_digest="",
            )
            old.status = "ended"
            old.ended_at = now
            old.end_reason = "migrated"
            old.ended_by = actor
            old.successor_id = opened.id
            request.status = "confirmed"
            request.closed_at = now
            session.add(opened)
            said = {"successor_id": opened.id, "request_id": request.id, "sessions_to_rebook": to_come}
            _chain(session, old, "migrated", said, actor=actor, requested_by=attendee_id, note=request.channel)
            came = {"predecessor_id": old.id, "awaits_agreement": False}
            _chain(session, opened, "opened_by_migration", came, actor=actor, requested_by=attendee_id)
            about = f"relationship:{old.id}"
            theirs = {
                "owed": sum(one.price for one in owed),
                "currency": practice.currency,
                "owed_for": [one.id for one in owed],
                "no_longer_theirs": to_come,
            }
            kind = "yours_to_pay" if card_good else "add_card"
            _tell(session, kind, f"client:{attendee.id}", attendee.language, about, {"successor_id": opened.id})
            _tell(session, "no_longer_yours_to_pay", f"client:{payer.id}", payer.language, about, theirs)
            mark = rules.fingerprint("confirm", key, actor, relationship_id, attendee_id)
            _use_up(session, name, mark, [old.id, opened.id, *to_come], now)

    def rebook(self, therapist_id: str, session_id: str, key: str) -> None:
        now, actor, name = NOW, f"therapist:{therapist_id}", rules.key_id("rebook", key)
        with Session(self._engine) as session, session.begin():
            _unused(session, name, now)
            old = _one(session, Appointment, session_id)
            practice = session.get_one(Practice, PRACTICE)
            therapist = _one(session, Therapist, old.therapist_id)
            family = session.scalars(
                sa.select(Relationship)
                .where(
                    Relationship.practice_id == PRACTICE,
                    Relationship.therapist_id == old.therapist_id,
                    Relationship.attendee_id == old.attendee_id,
                )
                .order_by(Relationship.opened_at, Relationship.id)
                .with_for_update()
            ).all()
            by_id = {one.id: one for one in family}
            ended = by_id[old.relationship_id]
            rules.may_rebook(
                actor_id=therapist_id,
                therapist_id=old.therapist_id,
                status=old.status,
                starts_at=old.starts_at,
                end_reason=ended.end_reason,
                now=now,
            )
            chain = {one.id: (one.status, one.successor_id) for one in family}
            under = by_id[rules.heir(ended.successor_id, chain)]
            people = _clients(session, {old.attendee_id, under.payer_id})
            attendee, payer = people[old.attendee_id], people[under.payer_id]
            rules.same_payer(attendee.id, payer.id)
            policy = rules.policy_of(practice.policy)
            rules.payable(
                awaits_agreement=ended.awaits_agreement or under.awaits_agreement,
                born=payer.date_of_birth,
                card=(payer.card_exp_year, payer.card_exp_month),
                price=old.price,
                starts_at=old.starts_at,
                policy=policy,
                zone=practice.time_zone,
                now=now,
            )
            due_at = max(now, old.starts_at - policy["charge_lead_hours"] * rules.HOURS)
            fresh = Appointment(
                practice_id=PRACTICE,
                id=rules.new_id(),
                relationship_id=under.id,
                therapist_id=under.therapist_id,
                attendee_id=under.attendee_id,
                payer_id=under.payer_id,
                starts_at=old.starts_at,
                ends_at=old.ends_at,
                price=old.price,
                price_currency=old.price_currency,
                booked_at=now,
                charge_due_at=due_at,
                status="scheduled",
                settlement="open" if old.price else "nothing",
                due_work="charge" if old.price else None,
                due_at=due_at if old.price else None,
                rebooked_from=old.id,
                late=False,
                close_reason="",
                sequence=0,
                journal_number=0,
                journal_digest="",
            )
            old.settlement = rules.unwound(old.settlement, old.due_work)
            old.status = "cancelled"
            old.due_work = old.due_at = None
            old.rebooked_as = fresh.id
            old.closed_at = now
            old.sequence += 1
            session.add(fresh)
            # They count what stands under them: their versions are raised, and nothing else about them changes.
            for counting in (ended, under, therapist):
                flag_modified(counting, "journal_number")
            when = (fresh.starts_at, fresh.ends_at)
            said = {
                "relationship_id": under.id,
                "starts_at": when[0].isoformat(),
                "ends_at": when[1].isoformat(),
                "price": fresh.price,
                "currency": fresh.price_currency,
                "rebooked_from": old.id,
            }
            _chain(session, old, "rebooked", {"rebooked_as": fresh.id}, actor=actor)
            _chain(session, fresh, "booked", said, actor=actor)
            facts = {
                **rules.appointment(*when, fresh.sequence),
                "rebooked_from": old.id,
                **rules.appointment(*when, old.sequence, "before_"),
            }
            for whom, language in (
                (f"client:{attendee.id}", attendee.language),
                (f"therapist:{therapist.id}", practice.language),
            ):
                _tell(session, "session_rebooked", whom, language, f"session:{fresh.id}", facts)
            _use_up(session, name, rules.fingerprint("rebook", key, actor, session_id), [fresh.id], now)

    def charge(self) -> int:
        now, paid = NOW, 0
        due = sa.select(Appointment.id).where(
            Appointment.practice_id == Practice.id, Appointment.due_work == "charge", Appointment.due_at <= now
        )
        with Session(self._engine) as session, session.begin():
            practices = session.scalars(sa.select(Practice.id).where(due.exists()).order_by(Practice.id)).all()
        for practice_id in practices:
            asked = self._put_on_record(practice_id, now)
            answers = {attempt_id: self._gateway.pay(*told) for attempt_id, told in asked.items()}
            paid += self._keep(practice_id, answers, now)
        return paid

    def _put_on_record(self, practice_id: str, now: datetime) -> dict[str, tuple[Any, ...]]:
        asked: dict[str, tuple[Any, ...]] = {}
        with Session(self._engine) as session, session.begin():
            practice = session.get_one(Practice, practice_id)
            due = session.scalars(
                sa.select(Appointment)
                .where(
                    Appointment.practice_id == practice_id,
                    Appointment.due_work == "charge",
                    Appointment.due_at <= now,
                )
                .order_by(Appointment.due_at, Appointment.id)
                .limit(CHARGED_AT_ONCE)
                .options(
                    joinedload(Appointment.under, innerjoin=True).joinedload(Relationship.payer, innerjoin=True)
                )
                .with_for_update(of=Appointment, skip_locked=True)
            ).all()
            tried = session.scalars(
                sa.select(Attempt.session_id).where(
                    Attempt.practice_id == practice_id, Attempt.session_id.in_([one.id for one in due])
                )
            ).all()
            for one in due:
                payer = one.under.payer
                rules.charge_due(
                    settlement=one.settlement,
                    starts_at=one.starts_at,
                    ended_at=one.under.ended_at,
                    due_at=one.charge_due_at,
                    tried=one.id in tried,
                    card=payer.card_reference,
                    now=now,
                )
                attempt = Attempt(
                    practice_id=practice_id,
                    id=rules.new_id(),
                    kind="charge",
                    session_id=one.id,
                    relationship_id=one.relationship_id,
                    therapist_id=one.therapist_id,
                    payer_id=one.payer_id,
                    amount=one.price,
                    amount_currency=one.price_currency,
                    description=f"{practice.name}, {rules.local_date(one.starts_at, practice.time_zone)}",
                    card_reference=payer.card_reference,
                    account=payer.gateway_account,
                    made_at=now,
                    status="pending",
                    elsewhere=False,
                )
                session.add(attempt)
                one.settlement = "pending"
                one.due_work = "settle"
                one.due_at = now + rules.PATIENCE
                said = {"attempt_id": attempt.id, "amount": one.price, "currency": one.price_currency}
                _chain(session, one, "charge_attempted", said, actor=rules.SYSTEM)
                told = (attempt.card_reference, attempt.account, attempt.description)
                asked[attempt.id] = (f"{practice_id}/{attempt.id}", one.price, one.price_currency, *told)
        return asked

    def _keep(self, practice_id: str, answers: dict[str, str], now: datetime) -> int:
        with Session(self._engine) as session, session.begin():
            attempts = session.scalars(
                sa.select(Attempt)
                .where(Attempt.practice_id == practice_id, Attempt.id.in_(answers))
                .options(
                    joinedload(Attempt.appointment, innerjoin=True)
                    .joinedload(Appointment.under, innerjoin=True)
                    .joinedload(Relationship.payer, innerjoin=True)
                )
                .with_for_update(of=Attempt)
            ).all()
            for attempt in attempts:
                one = attempt.appointment
                rules.still_owed(
                    settlement=one.settlement,
                    starts_at=one.starts_at,
                    ended_at=one.under.ended_at,
                    attempt_status=attempt.status,
                )
                attempt.status = "paid"
                attempt.reference = answers[attempt.id]
                attempt.settled_at = now
                one.settlement = "paid"
                one.due_work = one.due_at = None
                said = {"attempt_id": attempt.id, "amount": attempt.amount, "currency": attempt.amount_currency}
                _chain(session, one, "charged", said, actor=rules.SYSTEM)
                payer = one.under.payer
                facts = {**said, "reason": None, **rules.appointment(one.starts_at, one.ends_at, one.sequence)}
                _tell(session, "charge_paid", f"client:{payer.id}", payer.language, f"session:{one.id}", facts)
        return len(attempts)


def _one(session: Session, of: Any, name: str) -> Any:
    """That one, locked."""
    return session.get_one(of, (PRACTICE, name), with_for_update=True)


def _clients(session: Session, names: set[str]) -> dict[str, Any]:
    """Kept as they are until the end."""
    chosen = sa.select(Client).where(Client.practice_id == PRACTICE, Client.id.in_(sorted(names)))
    return {one.id: one for one in session.scalars(chosen.order_by(Client.id).with_for_update(read=True))}


def _unused(session: Session, name: str, now: datetime) -> None:
    used = session.get(Key, (PRACTICE, name))
    if used is not None:
        rules.key_unused(used.fingerprint, used.used_at, now)


def _use_up(session: Session, name: str, mark: str, answer: Sequence[str], now: datetime) -> None:
    session.add(Key(practice_id=PRACTICE, id=name, fingerprint=mark, answer=json.dumps(answer), used_at=now))


def _chain(session: Session, thing: Any, what: str, facts: dict[str, Any], **who: str) -> None:
    """The next entry of the thing's chain, and its end kept on the thing."""
    kind = "relationship" if isinstance(thing, Relationship) else "session"
    chain = (thing.journal_number, thing.journal_digest)
    entry = rules.entry(thing.practice_id, (kind, thing.id), chain, what, facts, NOW, NOW, **who)
    thing.journal_number, thing.journal_digest = entry["number"], entry["digest"]
    session.add(Entry(**entry))


def _tell(session: Session, kind: str, whom: str, language: str, about: str, facts: dict[str, Any]) -> None:
    session.add(Notice(**rules.notice(PRACTICE, kind, whom, language, about, facts, NOW)))


def _for_writing(engine: sa.Engine, *, durable: bool) -> None:
    """As SQLAlchemy's manual has it for SQLite: transactions begin where the session says so, and are to write."""

    def prepare(connection: sqlite3.Connection, _: object) -> None:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute(f"PRAGMA synchronous = {'FULL' if durable else 'NORMAL'}")

    def begin(connection: sa.Connection) -> None:
        connection.exec_driver_sql("BEGIN IMMEDIATE")

    sa.event.listen(engine, "connect", prepare)
    sa.event.listen(engine, "begin", begin)
