"""`run-due`, `statement` and what staff do about single payments."""

from __future__ import annotations

import math
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime, time
from threading import Event
from typing import Any

import click

from ...domain.errors import Conflict, Invalid, Unavailable
from ...domain.money import Money
from ...domain.practice import Practice, zone
from ...services.done import DueDone
from ..failures import say
from ..lines import put
from ..options import DAY, ID, Call, Command, example, idempotency_key_option, missing_file, pass_call
from ..wording import done_in_words

A_DAY = 86_400.0


class _Seconds(click.FloatRange):
    """With bounds that hold for *nan*, too, which is neither more nor less than anything."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> float:
        number: float = super().convert(value, param, ctx)
        if math.isnan(number):
            self.fail("is no number", param, ctx)
        return number


_amount = click.option("--amount", type=click.IntRange(min=1), metavar="MINOR_UNITS", help="Only so much of it.")


@click.command("run-due", cls=Command, epilog=example("run-due", "run-due --every 60"))
@click.option("--every", type=_Seconds(min=0.1, max=A_DAY), metavar="SECONDS", help="Again and again, until SIGTERM.")
@pass_call
def run_due(call: Call, every: float | None) -> None:
    """Do everything whose time has come: charges, retries, refunds, cancellations, expiries, birthdays, notices,
    what the gateway has to forget, and idempotency keys whose time is over.

    In every practice of the database; --practice and --as do not matter here. Safe to run anywhere, any number at
    once. SIGTERM and Ctrl-C finish the item in hand and stop. With --every, a database that does not answer is tried
    again the next time.
    """
    with _told_to_stop() as stop, call.connected() as core:
        if (file := missing_file(core)) is not None:
            raise Invalid("database", f"there is no file {file} yet: practice-core import FILE makes it")
        while True:
            try:
                _tell(call, core.run_due(stop=stop.is_set))
            except (Unavailable, Conflict) as error:
                if every is None:
                    raise
                say(f"{error.code}: {error}")
            if every is None or stop.wait(every):
                break


@contextmanager
def _told_to_stop() -> Iterator[Event]:
    """Set by SIGTERM and Ctrl-C, which end nothing by themselves meanwhile: money may be on its way."""
    stop = Event()
    numbers = (signal.SIGTERM, signal.SIGINT)
    before = [signal.signal(number, lambda *_: stop.set()) for number in numbers]
    try:
        yield stop
    finally:
        for number, handler in zip(numbers, before, strict=True):
            signal.signal(number, handler)


def _tell(call: Call, done: DueDone) -> None:
    if call.json:
        put(done)
    else:
        click.echo(", ".join(done_in_words(done)) or "Nothing was due.")


@click.command(cls=Command, epilog=example("statement c1", "statement c1 --since 2026-06-01 --until 2026-07-01"))
@click.argument("client_id", metavar="CLIENT", type=ID)
@click.option("--since", type=DAY, metavar="DATE", help="From the beginning of that day on.")
@click.option("--until", type=DAY, metavar="DATE", help="Before the beginning of that day.")
@pass_call
def statement(call: Call, client_id: str, since: date | None, until: date | None) -> None:
    """List what a client paid and got back.

    Their own money only, whoever attended. Days are the practice's.
    """
    with call.office() as office:
        told = office.core.billing.statement(
            office.actor, client_id, since=_start(since, office.practice), until=_start(until, office.practice)
        )
        if call.json:
            put({"statement": told, "balance": told.balance})
        else:
            from .. import printing

            printing.statement(told, office.practice)


@click.command(cls=Command, epilog=example("retry s4"))
@click.argument("session_id", metavar="SESSION", type=ID)
@idempotency_key_option
@pass_call
def retry(call: Call, session_id: str, idempotency_key: str | None) -> None:
    """Try at once to charge a session that is due.

    Where the gateway does not answer it stays pending, and due work goes on with it.
    """
    with call.office() as office:
        session = office.core.billing.retry(office.actor, session_id, idempotency_key=idempotency_key)
        if call.json:
            put(session)
        else:
            click.echo(f"{session.id} is {session.payment}.")


@click.command(cls=Command, epilog=example("refund CHARGE", "refund CHARGE --amount 2000"))
@click.argument("charge_id", metavar="CHARGE", type=ID)
@_amount
@idempotency_key_option
@pass_call
def refund(call: Call, charge_id: str, amount: int | None, idempotency_key: str | None) -> None:
    """Give a charge back to whoever paid it.

    CHARGE is its id, as `show SESSION` and `statement --json` tell it.
    """
    with call.office() as office:
        wanted = None if amount is None else Money(amount, office.practice.currency)
        bill = office.core.billing.refund(office.actor, charge_id, amount=wanted, idempotency_key=idempotency_key)
        if call.json:
            put(bill)
        else:
            from .. import printing

            printing.bill(bill, office.practice)


@click.command("refunds-by-hand", cls=Command, epilog=example("refunds-by-hand"))
@pass_call
def refunds_by_hand(call: Call) -> None:
    """List sessions of which money has to go back that no gateway gives back.

    They were paid elsewhere, or the gateway refused. Say `refunded-by-hand SESSION` when it is done.
    """
    with call.office() as office:
        bills = office.core.billing.refunds_by_hand(office.actor)
        if call.json:
            for bill in bills:
                put(bill)
        else:
            from .. import printing

            printing.sessions([bill.session for bill in bills], office.practice)


@click.command(
    "refunded-by-hand", cls=Command, epilog=example("refunded-by-hand s4", "refunded-by-hand s4 --amount 2000")
)
@click.argument("session_id", metavar="SESSION", type=ID)
@_amount
@idempotency_key_option
@pass_call
def refunded_by_hand(call: Call, session_id: str, amount: int | None, idempotency_key: str | None) -> None:
    """Record that staff gave the money of a session back themselves.

    Where it was paid elsewhere and has to go back, or where the gateway refused a refund: all that is left of it.
    """
    with call.office() as office:
        wanted = None if amount is None else Money(amount, office.practice.currency)
        session = office.core.billing.refunded_by_hand(
            office.actor, session_id, amount=wanted, idempotency_key=idempotency_key
        )
        if call.json:
            put(session)
        else:
            click.echo(f"{session.id} is {session.payment}.")


def _start(day: date | None, practice: Practice) -> datetime | None:
    return None if day is None else datetime.combine(day, time(), zone(practice.time_zone))
