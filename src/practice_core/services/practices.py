"""The areas `practices` and `therapists`."""

from __future__ import annotations

import uuid

import attrs

from ..domain import accounts
from ..domain.actor import Actor
from ..domain.authority import permit, standing_as_therapist, standing_in_practice
from ..domain.checks import ENGLISH, an_id
from ..domain.occasion import Occasion
from ..domain.policy import Policy
from ..domain.practice import Practice, Therapist
from ..ports import questions
from .desk import Command, Desk, kept_as
from .work import UnitOfWork

# Names practices whose id follows from the idempotency key they were opened with.
_OPENED_BY_KEY = uuid.UUID("6f2c1c5e-54b5-5d0b-9a34-9f3c9d8a7e21")


@attrs.frozen
class Practices:
    _desk: Desk

    def open(
        self,
        *,
        name: str,
        time_zone: str,
        currency: str,
        policy: Policy = Policy(),  # noqa: B008 - frozen
        language: str = ENGLISH,
        id: str | None = None,  # noqa: A002
        idempotency_key: str | None = None,
    ) -> Practice:
        """Open a practice. The host's own business: no actor, and the journal shows the system (A1).

        `time_zone` is an IANA name, `currency` an ISO 4217 code; therapists are written to in `language`. Without an
        `id` it gets one that follows from the key, if there is one: a key of long ago is `AlreadyExists`, not another
        practice. Raises `Invalid`, `AlreadyExists`.
        """
        if id is None and idempotency_key is not None:
            # A key is scoped to its practice (D1), so a repeated opening has to name the same one.
            id = str(uuid.uuid5(_OPENED_BY_KEY, idempotency_key))  # noqa: A001
        practice = Practice(
            id=self._desk.ids.new() if id is None else an_id("id", id),
            name=name,
            time_zone=time_zone,
            currency=currency,
            policy=policy,
            language=language,
        )
        command = Command(
            operation="practices.open",
            actor=Actor.system(practice.id),
            key=idempotency_key,
            arguments={
                "name": name,
                "time_zone": time_zone,
                "currency": currency,
                "policy": policy,
                "language": language,
            },
            creates=Practice,
            id=practice.id,
        )

        def decide(work: UnitOfWork, occasion: Occasion) -> Practice:
            return work.record(accounts.open_practice(practice, occasion))

        return self._desk.carry_out_anywhere(command, (), decide, kept_as(Practice), at=self._desk.now())

    def get(self, practice_id: str) -> Practice:
        """Raises `NotFound`."""
        with self._desk.reading("practices.get", Actor.system(practice_id)) as (_, practice):
            return practice

    def set_policy(self, actor: Actor, policy: Policy, *, idempotency_key: str | None = None) -> Practice:
        """Other figures from now on. Staff only."""

        def decide(work: UnitOfWork, practice: Practice, occasion: Occasion) -> Practice:
            permit("practices.set_policy", standing_in_practice(actor))
            return work.record(accounts.set_policy(practice, policy, occasion))

        command = Command(
            operation="practices.set_policy",
            actor=actor,
            key=idempotency_key,
            arguments={"policy": policy},
        )
        return self._desk.carry_out(command, (), decide, kept_as(Practice), at=self._desk.now())


@attrs.frozen
class Therapists:
    _desk: Desk

    def register(
        self,
        actor: Actor,
        *,
        name: str,
        email: str | None = None,
        id: str | None = None,  # noqa: A002
        idempotency_key: str | None = None,
    ) -> Therapist:
        """Take a therapist on. Staff only."""

        def decide(work: UnitOfWork, practice: Practice, occasion: Occasion) -> Therapist:
            permit("therapists.register", standing_in_practice(actor))
            therapist = Therapist(id=occasion.new_id("therapist"), practice_id=practice.id, name=name, email=email)
            return work.record(accounts.register_therapist(therapist, occasion))

        command = Command(
            operation="therapists.register",
            actor=actor,
            key=idempotency_key,
            arguments={"name": name, "email": email},
            creates=Therapist,
            id=id,
        )
        return self._desk.carry_out(command, (), decide, kept_as(Therapist), at=self._desk.now())

    def get(self, actor: Actor, therapist_id: str) -> Therapist:
        """Raises `NotFound`."""
        with self._desk.reading("therapists.get", actor, questions.THERAPIST(id=therapist_id)) as (work, _):
            permit("therapists.get", standing_as_therapist(actor, therapist_id))
            return work.get(Therapist, therapist_id)
