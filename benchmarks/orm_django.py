"""Django's ORM: models, querysets, `atomic` and `select_for_update`, as Django's documentation has them."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import datetime
from typing import Any

import django
from django.conf import settings
from django.db import connection, transaction
from django.db.models import Exists, F, OuterRef, Q

from . import rules
from .contestants import CHARGED_AT_ONCE, Target
from .gateway import AtOnce
from .practice import NOW, PRACTICE


def _configure(target: Target) -> None:
    database: dict[str, Any] = {"NAME": target.name, "CONN_MAX_AGE": None}
    if target.kind == "sqlite":
        pragmas = (
            "PRAGMA journal_mode = WAL",
            "PRAGMA foreign_keys = ON",
            f"PRAGMA synchronous = {'FULL' if target.durable else 'NORMAL'}",
        )
        database["ENGINE"] = "django.db.backends.sqlite3"
        database["OPTIONS"] = {"transaction_mode": "IMMEDIATE", "init_command": "; ".join(pragmas)}
    else:
        commit = f"-c synchronous_commit={'on' if target.durable else 'off'}"
        database |= {"ENGINE": "django.db.backends.postgresql", "HOST": target.host, "USER": "practice"}
        database["OPTIONS"] = {"options": commit, "application_name": target.application}
    settings.configure(DATABASES={"default": database}, USE_TZ=True, TIME_ZONE="UTC", DEBUG=False)
    django.setup()


class DjangoOrm:
    """One for each process: Django's settings are the process's."""

    def __init__(self, target: Target) -> None:
        _configure(target)
        # Models can be defined only after that.
        from . import orm_django_models

        self._models = orm_django_models
        self._gateway = AtOnce()

    def close(self) -> None:
        connection.close()

    def confirm(self, therapist_id: str, relationship_id: str, attendee_id: str, key: str) -> None:
        now, actor, name = NOW, f"therapist:{therapist_id}", rules.key_id("confirm", key)
        models = self._models
        with transaction.atomic():
            self._unused(name, now)
            relationships = models.Relationship.objects
            old = relationships.select_for_update().get(practice_id=PRACTICE, id=relationship_id)
            practice = models.Practice.objects.get(id=PRACTICE)
            people = self._clients({old.attendee_id, old.payer_id})
            attendee, payer = people[old.attendee_id], people[old.payer_id]
            pending = list(
                models.Request.objects.select_for_update()
                .filter(practice_id=PRACTICE, relationship_id=relationship_id, status="pending")
                .order_by("requested_at", "id")
            )
            named = rules.chosen_request(
                [(one.id, one.requested_by, one.expires_at) for one in pending], attendee_id, now
            )
            request = next(one for one in pending if one.id == named)
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
            own = relationships.filter(
                practice_id=PRACTICE,
                therapist_id=old.therapist_id,
                attendee_id=old.attendee_id,
                payer_id=old.attendee_id,
                status="active",
            )
            rules.none_of_their_own(own.values_list("id", flat=True).first())
            appointments = list(
                models.Appointment.objects.filter(practice_id=PRACTICE, relationship_id=relationship_id)
                .filter(Q(status="scheduled", starts_at__gt=now) | Q(settlement__in=rules.UNSETTLED))
                .order_by("starts_at", "id")
            )
            rules.nothing_to_look_at_again(one.settlement for one in appointments if one.starts_at > now)
            to_come = [one.id for one in appointments if one.status == "scheduled" and one.starts_at > now]
            owed = [one for one in appointments if one.settlement in rules.UNSETTLED and one.starts_at <= now]
            opened = models.Relationship(
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
            )
            said = {"successor_id": opened.id, "request_id": request.id, "sessions_to_rebook": to_come}
            who = {"actor": actor, "requested_by": attendee_id}
            ended = self._chained(old, "migrated", said, **who, note=request.channel)
            came = {"predecessor_id": old.id, "awaits_agreement": False}
            begun = self._chained(opened, "opened_by_migration", came, **who)
            _changed(
                old, status="ended", ended_at=now, end_reason="migrated", ended_by=actor, successor_id=opened.id
            )
            _changed(request, status="confirmed", closed_at=now)
            opened.save(force_insert=True)
            about = f"relationship:{old.id}"
            theirs = {
                "owed": sum(one.price for one in owed),
                "currency": practice.currency,
                "owed_for": [one.id for one in owed],
                "no_longer_theirs": to_come,
            }
            kind = "yours_to_pay" if card_good else "add_card"
            yours = {"successor_id": opened.id}
            models.Notice.objects.bulk_create(
                [
                    self._notice(kind, f"client:{attendee.id}", attendee.language, about, yours),
                    self._notice("no_longer_yours_to_pay", f"client:{payer.id}", payer.language, about, theirs),
                ]
            )
            models.Entry.objects.bulk_create([ended, begun])
            mark = rules.fingerprint("confirm", key, actor, relationship_id, attendee_id)
            self._use_up(name, mark, [old.id, opened.id, *to_come], now)

    def rebook(self, therapist_id: str, session_id: str, key: str) -> None:
        now, actor, name = NOW, f"therapist:{therapist_id}", rules.key_id("rebook", key)
        models = self._models
        with transaction.atomic():
            self._unused(name, now)
            old = models.Appointment.objects.select_for_update().get(practice_id=PRACTICE, id=session_id)
            practice = models.Practice.objects.get(id=PRACTICE)
            family = list(
                models.Relationship.objects.select_for_update()
                .filter(practice_id=PRACTICE, therapist_id=old.therapist_id, attendee_id=old.attendee_id)
                .order_by("opened_at", "id")
            )
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
            people = self._clients({old.attendee_id, under.payer_id})
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
            fresh = models.Appointment(
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
            )
            when = (fresh.starts_at, fresh.ends_at)
            said = {
                "relationship_id": under.id,
                "starts_at": when[0].isoformat(),
                "ends_at": when[1].isoformat(),
                "price": fresh.price,
                "currency": fresh.price_currency,
                "rebooked_from": old.id,
            }
            entries = [
                self._chained(old, "rebooked", {"rebooked_as": fresh.id}, actor=actor),
                self._chained(fresh, "booked", said, actor=actor),
            ]
            _changed(
                old,
                settlement=rules.unwound(old.settlement, old.due_work),
                status="cancelled",
                due_work=None,
                due_at=None,
                rebooked_as=fresh.id,
                closed_at=now,
                sequence=old.sequence + 1,
            )
            fresh.save(force_insert=True)
            # They count what stands under them.
            counted = models.Relationship.objects.filter(practice_id=PRACTICE, id__in=[ended.id, under.id])
            counted.update(version=F("version") + 1)
            calendar = models.Therapist.objects.filter(practice_id=PRACTICE, id=old.therapist_id)
            calendar.update(version=F("version") + 1)
            facts = {
                **rules.appointment(*when, fresh.sequence),
                "rebooked_from": old.id,
                **rules.appointment(*when, old.sequence + 1, "before_"),
            }
            told = [
                (f"client:{attendee.id}", attendee.language),
                (f"therapist:{old.therapist_id}", practice.language),
            ]
            models.Notice.objects.bulk_create(
                [self._notice("session_rebooked", *whom, f"session:{fresh.id}", facts) for whom in told]
            )
            models.Entry.objects.bulk_create(entries)
            self._use_up(name, rules.fingerprint("rebook", key, actor, session_id), [fresh.id], now)

    def charge(self) -> int:
        now, paid = NOW, 0
        models = self._models
        due = models.Appointment.objects.filter(practice_id=OuterRef("id"), due_work="charge", due_at__lte=now)
        practices = models.Practice.objects.filter(Exists(due)).order_by("id").values_list("id", flat=True)
        for practice_id in list(practices):
            asked = self._put_on_record(practice_id, now)
            answers = {attempt_id: self._gateway.pay(*told) for attempt_id, told in asked.items()}
            paid += self._keep(practice_id, answers, now)
        return paid

    def _put_on_record(self, practice_id: str, now: datetime) -> dict[str, tuple[Any, ...]]:
        models = self._models
        asked: dict[str, tuple[Any, ...]] = {}
        attempts, entries = [], []
        with transaction.atomic():
            practice = models.Practice.objects.get(id=practice_id)
            due = list(
                models.Appointment.objects.select_for_update(of=("self",), skip_locked=connection.vendor != "sqlite")
                .select_related("under__payer")
                .filter(practice_id=practice_id, due_work="charge", due_at__lte=now)
                .order_by("due_at", "id")[:CHARGED_AT_ONCE]
            )
            of = models.Attempt.objects.filter(practice_id=practice_id, session_id__in=[one.id for one in due])
            tried = set(of.values_list("session_id", flat=True))
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
                attempt = models.Attempt(
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
                )
                attempts.append(attempt)
                said = {"attempt_id": attempt.id, "amount": one.price, "currency": one.price_currency}
                entries.append(self._chained(one, "charge_attempted", said, actor=rules.SYSTEM))
                _changed(one, settlement="pending", due_work="settle", due_at=now + rules.PATIENCE)
                told = (attempt.card_reference, attempt.account, attempt.description)
                asked[attempt.id] = (f"{practice_id}/{attempt.id}", one.price, one.price_currency, *told)
            models.Attempt.objects.bulk_create(attempts)
            models.Entry.objects.bulk_create(entries)
        return asked

    def _keep(self, practice_id: str, answers: dict[str, str], now: datetime) -> int:
        models = self._models
        entries, notices = [], []
        with transaction.atomic():
            attempts = list(
                models.Attempt.objects.select_for_update(of=("self", "appointment"))
                .select_related("appointment__under__payer")
                .filter(practice_id=practice_id, id__in=list(answers))
            )
            for attempt in attempts:
                one = attempt.appointment
                rules.still_owed(
                    settlement=one.settlement,
                    starts_at=one.starts_at,
                    ended_at=one.under.ended_at,
                    attempt_status=attempt.status,
                )
                _changed(attempt, status="paid", reference=answers[attempt.id], settled_at=now)
                said = {"attempt_id": attempt.id, "amount": attempt.amount, "currency": attempt.amount_currency}
                entries.append(self._chained(one, "charged", said, actor=rules.SYSTEM))
                _changed(one, settlement="paid", due_work=None, due_at=None)
                payer = one.under.payer
                facts = {**said, "reason": None, **rules.appointment(one.starts_at, one.ends_at, one.sequence)}
                about = f"session:{one.id}"
                notices.append(self._notice("charge_paid", f"client:{payer.id}", payer.language, about, facts))
            models.Notice.objects.bulk_create(notices)
            models.Entry.objects.bulk_create(entries)
        return len(attempts)

    def _clients(self, names: set[str]) -> dict[str, Any]:
        """Kept as they are until the end; Django knows no `FOR SHARE`, and `no_key` is as near as it comes."""
        locked = self._models.Client.objects.select_for_update(no_key=connection.vendor != "sqlite")
        return {one.id: one for one in locked.filter(practice_id=PRACTICE, id__in=sorted(names)).order_by("id")}

    def _unused(self, name: str, now: datetime) -> None:
        used = self._models.Key.objects.filter(practice_id=PRACTICE, id=name).first()
        if used is not None:
            rules.key_unused(used.fingerprint, used.used_at, now)

    def _use_up(self, name: str, mark: str, answer: Sequence[str], now: datetime) -> None:
        key = {"practice_id": PRACTICE, "id": name, "fingerprint": mark, "answer": json.dumps(answer), "used_at": now}
        self._models.Key.objects.create(**key)

    def _chained(self, thing: Any, what: str, facts: dict[str, Any], **who: str) -> Any:
        """The next entry of the thing's chain, and its end kept on the thing."""
        chain = (thing.journal_number, thing.journal_digest)
        kind = "session" if isinstance(thing, self._models.Appointment) else "relationship"
        entry = rules.entry(thing.practice_id, (kind, thing.id), chain, what, facts, NOW, NOW, **who)
        thing.journal_number, thing.journal_digest = entry["number"], entry["digest"]
        return self._models.Entry(**entry)

    def _notice(self, kind: str, whom: str, language: str, about: str, facts: dict[str, Any]) -> Any:
        return self._models.Notice(**rules.notice(PRACTICE, kind, whom, language, about, facts, NOW))


def _changed(thing: Any, **fields: Any) -> None:
    """Write that, and the end of the thing's chain if it has one, if the thing is still as it was read."""
    for name in ("journal_number", "journal_digest"):
        if hasattr(thing, name):
            fields[name] = getattr(thing, name)
    as_it_was = type(thing).objects.filter(practice_id=thing.practice_id, id=thing.id, version=thing.version)
    if as_it_was.update(**fields, version=F("version") + 1) != 1:
        raise rules.StaleError
