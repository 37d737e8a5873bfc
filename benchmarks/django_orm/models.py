"""Django's models of the library's tables. Imported once the settings are there."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

from django.db import models

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
MICROSECOND = timedelta(microseconds=1)


class Instant(models.Field):
    """Microseconds on SQLite, `timestamptz` on PostgreSQL."""

    def from_db_value(self, value: Any, expression: Any, connection: Any) -> datetime | None:
        return EPOCH + timedelta(microseconds=value) if isinstance(value, int) else value

    def get_db_prep_value(self, value: datetime | None, connection: Any, prepared: bool = False) -> Any:
        return (value - EPOCH) // MICROSECOND if value is not None and connection.vendor == "sqlite" else value

    def db_type(self, connection: Any) -> str:
        return "bigint" if connection.vendor == "sqlite" else "timestamp with time zone"


class OfPractice(models.Model):
    """What is a practice's, by its own id."""

    pk = models.CompositePrimaryKey("practice_id", "id")
    practice_id = models.TextField()
    id = models.TextField()
    version = models.IntegerField(default=1)

    class Meta:
        abstract = True


class Chained(OfPractice):
    """What has a journal."""

    journal_number = models.IntegerField(default=0)
    journal_digest = models.TextField(default="")

    class Meta:
        abstract = True


def _refers(to: str, column: str) -> Any:
    fields = ("practice_id", column)
    return models.ForeignObject(to, models.DO_NOTHING, fields, ("practice_id", "id"), related_name="+")


class Practice(models.Model):
    id = models.TextField(primary_key=True)
    name = models.TextField()
    time_zone = models.TextField()
    currency = models.TextField()
    policy = models.TextField()
    language = models.TextField()

    class Meta:
        managed = False
        app_label = "bench"
        db_table = "practice_core_practices"


class Therapist(Chained):
    name = models.TextField()
    email = models.TextField(null=True)

    class Meta:
        managed = False
        app_label = "bench"
        db_table = "practice_core_therapists"


class Client(Chained):
    given_name = models.TextField()
    family_name = models.TextField()
    email = models.TextField(null=True)
    phone = models.TextField(null=True)
    date_of_birth = models.DateField(null=True)
    language = models.TextField()
    card_reference = models.TextField(null=True)
    card_brand = models.TextField(null=True)
    card_last4 = models.TextField(null=True)
    card_exp_month = models.IntegerField(null=True)
    card_exp_year = models.IntegerField(null=True)
    gateway_account = models.TextField(null=True)
    registered_by = models.TextField()

    class Meta:
        managed = False
        app_label = "bench"
        db_table = "practice_core_clients"


class Relationship(Chained):
    therapist_id = models.TextField()
    attendee_id = models.TextField()
    payer_id = models.TextField()
    payer = _refers("Client", "payer_id")
    status = models.TextField()
    opened_at = Instant()
    fee = models.BigIntegerField(null=True)
    fee_currency = models.TextField(null=True)
    ended_at = Instant(null=True)
    end_reason = models.TextField(null=True)
    ended_by = models.TextField(null=True)
    predecessor_id = models.TextField(null=True)
    successor_id = models.TextField(null=True)
    awaits_agreement = models.BooleanField(default=False)
    attendee_born_on = models.DateField(null=True)
    under_age_by = models.IntegerField(null=True)
    birthday_told_at = Instant(null=True)
    reviewed_at = Instant(null=True)
    review = models.TextField(null=True)

    class Meta:
        managed = False
        app_label = "bench"
        db_table = "practice_core_relationships"


class Request(OfPractice):
    relationship_id = models.TextField()
    requested_by = models.TextField()
    new_payer_id = models.TextField()
    requested_at = Instant()
    recorded_by = models.TextField()
    channel = models.TextField()
    expires_at = Instant()
    status = models.TextField()
    accepted_at = Instant(null=True)
    closed_at = Instant(null=True)
    close_reason = models.TextField(default="")
    token_digest = models.TextField(default="")

    class Meta:
        managed = False
        app_label = "bench"
        db_table = "practice_core_requests"


class Appointment(Chained):
    """A session; the word is taken in Django."""

    relationship_id = models.TextField()
    under = _refers("Relationship", "relationship_id")
    therapist_id = models.TextField()
    attendee_id = models.TextField()
    payer_id = models.TextField()
    starts_at = Instant()
    ends_at = Instant()
    price = models.BigIntegerField()
    price_currency = models.TextField()
    booked_at = Instant()
    charge_due_at = Instant()
    status = models.TextField()
    settlement = models.TextField()
    due_work = models.TextField(null=True)
    due_at = Instant(null=True)
    rebooked_from = models.TextField(null=True)
    rebooked_as = models.TextField(null=True)
    closed_at = Instant(null=True)
    late = models.BooleanField(default=False)
    close_reason = models.TextField(default="")
    sequence = models.IntegerField(default=0)

    class Meta:
        managed = False
        app_label = "bench"
        db_table = "practice_core_sessions"


class Attempt(OfPractice):
    kind = models.TextField()
    session_id = models.TextField()
    appointment = _refers("Appointment", "session_id")
    relationship_id = models.TextField()
    therapist_id = models.TextField()
    payer_id = models.TextField()
    amount = models.BigIntegerField()
    amount_currency = models.TextField()
    description = models.TextField()
    card_reference = models.TextField(null=True)
    account = models.TextField(null=True)
    charge_id = models.TextField(null=True)
    charge_reference = models.TextField(null=True)
    made_at = Instant()
    status = models.TextField()
    reference = models.TextField(null=True)
    reason = models.TextField(null=True)
    settled_at = Instant(null=True)
    elsewhere = models.BooleanField(default=False)

    class Meta:
        managed = False
        app_label = "bench"
        db_table = "practice_core_attempts"


class Notice(OfPractice):
    kind = models.TextField()
    addressee = models.TextField()
    language = models.TextField()
    about = models.TextField()
    facts = models.TextField()
    created_at = Instant()
    state = models.TextField()
    due_at = Instant(null=True)
    tries = models.IntegerField()
    waiting_since = Instant()
    settled_at = Instant(null=True)
    reason = models.TextField()

    class Meta:
        managed = False
        app_label = "bench"
        db_table = "practice_core_notices"


class Entry(models.Model):
    """Of the journal."""

    pk = models.CompositePrimaryKey("practice_id", "kind", "thing_id", "number")
    practice_id = models.TextField()
    kind = models.TextField()
    thing_id = models.TextField()
    number = models.IntegerField()
    what = models.TextField()
    actor = models.TextField()
    requested_by = models.TextField()
    at = Instant()
    facts = models.TextField()
    note = models.TextField()
    note_salt = models.TextField()
    note_digest = models.TextField(null=True)
    previous = models.TextField()
    digest = models.TextField()

    class Meta:
        managed = False
        app_label = "bench"
        db_table = "practice_core_journal"


class Key(OfPractice):
    fingerprint = models.TextField()
    answer = models.TextField()
    used_at = Instant()

    class Meta:
        managed = False
        app_label = "bench"
        db_table = "practice_core_keys"
