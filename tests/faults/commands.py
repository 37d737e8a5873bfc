"""Every command there is, each with an idempotency key, and a practice in which all of them can be carried out."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from datetime import datetime
from typing import Any

import attrs
from tests.values import ADULT, DAY, FEE, FIFTY_MINUTES, HOUR, NOW, PRACTICE_ID, SECRET, SIXTEEN_SOON, STAFF

from practice_core import Actor, Money, Policy, PracticeCore
from practice_core.adapters.clock import SettableClock
from practice_core.domain.seal import Seal

Command = Callable[[PracticeCore], object]
KEY = "form-8a31"
TO_THEO = "before-003"
"""The notice of s9 that finds nobody: that id is drawn for it where they are `Numbered`."""
PAT = Actor.client(PRACTICE_ID, "pat")


@attrs.define
class Numbered:
    """Ids that are the same again after starting over."""

    prefix: str = "made-"
    _drawn: int = 0

    def new(self) -> str:
        self._drawn += 1
        return f"{self.prefix}{self._drawn:03}"

    def start_over(self, prefix: str) -> None:
        self.prefix, self._drawn = prefix, 0


def furnish(core: PracticeCore, clock: SettableClock) -> None:
    """Alex attends, Pat pays, under r1; Robin has asked Pat's to pass to them under r2; r3 has ended; r4 was migrated
    with two sessions left, and s9 has begun. Alex's telephone number is missing, and Theo's address. Yuna, under
    r6, is 16 soon, and so perhaps is Uli, under r7, whose date of birth is missing. Kim has asked that Pat pay for what
    is theirs since, under r5, and Pat that Sam pay for what is theirs, under r8, which Sam has accepted."""
    clock.set(NOW - 2 * DAY)
    core.practices.open(id=PRACTICE_ID, name="Elm Street", time_zone="Europe/London", currency="GBP")
    core.therapists.register(STAFF, id="theo", name="Theo Example")
    for name in ("alex", "pat", "robin", "kim", "sam"):
        core.clients.register(
            STAFF,
            id=name,
            given_name=name.title(),
            family_name="Example",
            email=f"{name}@people.example",
            phone=None if name == "alex" else "+44 20 7946 0000",
            date_of_birth=ADULT,
        )
    for name in ("pat", "kim"):
        core.cards.add(STAFF, name, reference=f"pm_{name}")
    for n, attendee in enumerate(("alex", "robin", "sam", "kim"), 1):
        core.relationships.open(STAFF, id=f"r{n}", therapist_id="theo", attendee_id=attendee, payer_id="pat", fee=FEE)
    for n, (name, born) in enumerate((("yuna", SIXTEEN_SOON), ("uli", None)), 6):
        core.clients.register(STAFF, id=name, given_name=name.title(), family_name="Example", date_of_birth=born)
        core.relationships.open(STAFF, id=f"r{n}", therapist_id="theo", attendee_id=name, payer_id="pat")
    _book(core, "s9", "r1", NOW - HOUR)
    core.notices.deliver(limit=3)
    for n, under in enumerate(("r1", "r1", "r4", "r4"), 1):
        _book(core, f"s{n}", under, NOW + (2 + n) * DAY)
    core.migrations.request(PAT, "r2", id="q2", requested_by="pat")
    core.relationships.end(STAFF, "r3", reason="moved away")
    core.migrations.confirm(STAFF, "r4", id="r5", requested_by="kim")
    core.migrations.request(STAFF, "r5", id="q3", requested_by="kim", new_payer_id="pat")
    core.cards.add(STAFF, "sam", reference="pm_sam")
    core.relationships.open(STAFF, id="r8", therapist_id="theo", attendee_id="pat", payer_id="pat", fee=FEE)
    core.migrations.request(STAFF, "r8", id="q4", requested_by="pat", new_payer_id="sam")
    core.migrations.accept(STAFF, "q4")
    clock.set(NOW)


def token(request_id: str, client_id: str) -> str:
    """Theirs, to answer that request with."""
    return Seal(SECRET).token(PRACTICE_ID, request_id, client_id)


def _book(core: PracticeCore, id: str, under: str, starts_at: datetime) -> None:
    core.sessions.book(STAFF, under, id=id, starts_at=starts_at, duration=FIFTY_MINUTES)


COMMANDS: dict[str, Callable[..., object]] = {
    "practices.open": lambda do, **key: do(name="Willow", time_zone="Europe/London", currency="GBP", **key),
    "practices.set_policy": lambda do, **key: do(STAFF, Policy(free_cancellation_hours=24), **key),
    "therapists.register": lambda do, **key: do(STAFF, name="Tess Example", **key),
    "clients.register": lambda do, **key: do(STAFF, given_name="Ash", family_name="Example", **key),
    "clients.update": lambda do, **key: do(STAFF, "uli", phone="+44 20 7946 0001", date_of_birth=SIXTEEN_SOON, **key),
    "clients.erase": lambda do, **key: do(STAFF, "sam", **key),
    "cards.add": lambda do, **key: do(STAFF, "alex", reference="pm_alex", **key),
    "cards.remove": lambda do, **key: do(STAFF, "pat", **key),
    "relationships.open": lambda do, **key: do(
        STAFF, therapist_id="theo", attendee_id="sam", payer_id="sam", fee=FEE, **key
    ),
    "relationships.set_fee": lambda do, **key: do(STAFF, "r1", fee=Money(7000, "GBP"), **key),
    "relationships.end": lambda do, **key: do(STAFF, "r1", reason="moved away", cancel_upcoming=True, **key),
    "relationships.restart": lambda do, **key: do(STAFF, "r3", **key),
    "migrations.request": lambda do, **key: do(STAFF, "r1", requested_by="alex", channel="telephone", **key),
    "migrations.accept": lambda do, **key: do(Actor.client(PRACTICE_ID, "robin"), "q2", **key),
    "migrations.decline": lambda do, **key: do(STAFF, "q2", reason="not now", **key),
    "migrations.withdraw": lambda do, **key: do(PAT, "q2", **key),
    "migrations.request, handing over": lambda do, **key: do(
        STAFF, "r2", requested_by="robin", new_payer_id="kim", **key
    ),
    "migrations.confirm, handing over": lambda do, **key: do(STAFF, "r8", request_id="q4", **key),
    "invitations.accept": lambda do, **key: do(PRACTICE_ID, "q3", token=token("q3", "pat"), **key),
    "invitations.decline": lambda do, **key: do(PRACTICE_ID, "q3", token=token("q3", "pat"), reason="no", **key),
    "migrations.confirm": lambda do, **key: do(
        STAFF, "r1", requested_by="alex", details={"phone": "+44 20 7946 0001"}, **key
    ),
    "migrations.reviewed": lambda do, **key: do(STAFF, "r6", **key),
    "sessions.book": lambda do, **key: do(STAFF, "r1", starts_at=NOW + 9 * DAY, duration=FIFTY_MINUTES, **key),
    "sessions.move": lambda do, **key: do(STAFF, "s1", starts_at=NOW + 9 * DAY, **key),
    "sessions.cancel": lambda do, **key: do(STAFF, "s1", **key),
    "sessions.rebook": lambda do, **key: do(STAFF, "s3", **key),
    "sessions.rebook_all": lambda do, **key: do(STAFF, "r4", **key),
    "sessions.record": lambda do, **key: do(STAFF, "s9", **key),
    "notices.retry": lambda do, **key: do(STAFF, TO_THEO, **key),
}

OF_MONEY = ("billing.retry", "billing.refund", "billing.refunded_by_hand")
"""Those that see the gateway too, in several steps: `money_flows` has them."""


def carry_out(name: str, core: PracticeCore) -> Any:
    """That command, with its key."""
    area, _, operation = name.partition(",")[0].partition(".")
    return COMMANDS[name](getattr(getattr(core, area), operation), idempotency_key=KEY)


def every_command(core: PracticeCore) -> set[str]:
    """The public methods that take an idempotency key, of every area."""
    return {
        f"{area}.{name}"
        for area in attrs.fields_dict(type(core))
        if not area.startswith("_")
        for name, method in inspect.getmembers(getattr(core, area), inspect.ismethod)
        if "idempotency_key" in inspect.signature(method).parameters and not name.startswith("_")
    }
