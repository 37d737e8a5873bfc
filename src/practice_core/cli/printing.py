"""Tables and sheets for people, by rich, which is slow to import: commands import this where they need it."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from ..domain.client import Client
from ..domain.journal import Fact, JournalEntry
from ..domain.ledger import SessionBill, Statement
from ..domain.migration import MigrationPreview
from ..domain.migration_request import MigrationRequest
from ..domain.notice import Notice
from ..domain.practice import Practice, Therapist
from ..domain.relationship import Relationship
from ..domain.reviews import Review
from ..domain.session import Session
from ..domain.views import PaidSession, SeenSession
from .wording import a_day, a_length, a_time, yes_or_no

Rows = Iterable[tuple[str, str | None]]


def console() -> Console:
    """Standard output. Names and notes are shown as they are: no markup, no emoji, no guessed colours."""
    return Console(file=sys.stdout, markup=False, emoji=False, highlight=False)


def table(*columns: str, rows: Iterable[Sequence[str]]) -> None:
    """The first column holds ids, which are never cut."""
    grid = Table(box=None, padding=(0, 2, 0, 0), pad_edge=False, header_style="bold")
    for place, heading in enumerate(columns):
        grid.add_column(heading, no_wrap=place == 0, overflow="fold")
    for row in rows:
        grid.add_row(*row)
    console().print(grid)


def sheet(title: str, rows: Rows) -> None:
    """A title, and what there is to say beside what it is called; what is None is left out."""
    out = console()
    out.print(Text(title, style="bold"))
    grid = Table.grid(padding=(0, 2, 0, 0))
    grid.add_column(style="dim", no_wrap=True)
    grid.add_column(overflow="fold")
    for name, value in rows:
        if value is not None:
            grid.add_row(name, value)
    out.print(Padding.indent(grid, 2))


def verdict(preview: MigrationPreview) -> None:
    allowed = "can be confirmed" if preview.allowed else "cannot be confirmed"
    sheet(
        f"{preview.relationship_id} {allowed}",
        [
            ("Refused by", ", ".join(preview.refusals) or None),
            ("Possible from", a_day(preview.eligible_on) if preview.eligible_on else None),
            ("Missing details", ", ".join(preview.missing_details) or None),
            ("Card on file", yes_or_no(preview.card_on_file)),
            ("To rebook", ", ".join(preview.sessions_to_rebook) or "nothing"),
        ],
    )


def reviews(found: Sequence[Review], practice: Practice) -> None:
    """What is up for review, and since when its therapist knows."""
    if not found:
        console().print("No birthdays.")
        return
    table(
        "Relationship",
        "Therapist",
        "Attendee",
        f"Is {practice.policy.minimum_payer_age} on",
        f"Told ({practice.time_zone})",
        rows=[
            (
                review.relationship_id,
                review.therapist_id,
                review.attendee_id,
                a_day(review.birthday),
                a_time(review.told_at, practice) if review.told_at else "not yet",
            )
            for review in found
        ],
    )


def sessions(listed: Sequence[SeenSession], practice: Practice) -> None:
    if not listed:
        console().print("No sessions.")
        return
    table(
        "Session",
        f"Starts ({practice.time_zone})",
        "Price",
        "How it stands",
        rows=[(s.id, a_time(s.starts_at, practice), str(s.price), _standing(s)) for s in listed],
    )


def _standing(session: SeenSession) -> str:
    said: list[str] = [session.status, session.payment]
    if session.late:
        said.append("late")
    if session.needs_rebooking:
        said.append("needs rebooking")
    return ", ".join(said).replace("_", " ")


def requests(found: Sequence[MigrationRequest], practice: Practice) -> None:
    """What waits for an answer, and whose."""
    if not found:
        console().print("No requests.")
        return
    table(
        "Request",
        "Relationship",
        "Asked by",
        "Is to pay",
        f"Valid until ({practice.time_zone})",
        "How it stands",
        rows=[
            (
                one.id,
                one.relationship_id,
                one.requested_by,
                one.new_payer_id,
                a_time(one.expires_at, practice),
                "accepted" if one.accepted_at else "pending",
            )
            for one in found
        ],
    )


def statement(told: Statement, practice: Practice) -> None:
    """Every payment and what went back, and the sums."""
    if not told.lines:
        console().print("No money has moved.")
        return
    table(
        "Session",
        f"When ({practice.time_zone})",
        "What",
        "Amount",
        "For the session of",
        rows=[
            (
                line.session_id,
                a_time(line.at, practice),
                line.kind + (" elsewhere" if line.elsewhere else ""),
                str(line.amount),
                a_time(line.session_starts_at, practice),
            )
            for line in told.lines
        ],
    )
    sums = [("Paid", str(told.paid)), ("Given back", str(told.refunded)), ("Balance", str(told.balance))]
    sheet(f"client:{told.client_id}", sums)


def bill(it: SessionBill, practice: Practice) -> None:
    """Everything that was tried for a session's money."""
    table(
        "Attempt",
        f"Made ({practice.time_zone})",
        "What",
        "Amount",
        "Payer",
        "How it stands",
        rows=[
            (
                line.id,
                a_time(line.made_at, practice),
                line.kind,
                str(line.amount),
                line.payer_id,
                ", ".join(filter(None, (line.status, line.reason))).replace("_", " "),
            )
            for line in it.lines
        ],
    )


def thing(it: Relationship | SeenSession | Client | Therapist | Practice, practice: Practice) -> None:
    """Everything about it that its reader asked for."""
    match it:
        case Relationship():
            sheet(f"relationship:{it.id}", _of_relationship(it, practice))
        case Session() | PaidSession():
            sheet(f"session:{it.id}", _of_session(it, practice))
        case Client():
            sheet(f"client:{it.id}", _of_client(it, practice))
        case Therapist():
            sheet(f"therapist:{it.id}", [("Name", it.name), ("Email", it.email)])
        case Practice():
            sheet(f"practice:{it.id}", _of_practice(it))


def _of_relationship(it: Relationship, practice: Practice) -> Rows:
    yield "Kind", it.kind.replace("_", " ")
    yield "Status", it.status
    yield "Therapist", it.therapist_id
    yield "Attendee", it.attendee_id
    yield "Payer", it.payer_id
    yield "Fee", str(it.fee) if it.fee else "none: a price is given at booking"
    yield "Opened", a_time(it.opened_at, practice)
    yield "Ended", a_time(it.ended_at, practice) if it.ended_at else None
    yield "Why", it.end_reason
    yield "By", it.ended_by
    yield "Predecessor", it.predecessor_id
    yield "Successor", it.successor_id
    yield "Awaits", "the attendee's agreement" if it.awaits_agreement else None
    yield "Birthday told", a_time(it.birthday_told_at, practice) if it.birthday_told_at else None
    yield "Reviewed", a_time(it.reviewed_at, practice) if it.reviewed_at else None


def _of_session(it: SeenSession, practice: Practice) -> Rows:
    yield "Relationship", f"{it.relationship_id} ({it.relationship_kind.replace('_', ' ')})"
    if isinstance(it, Session):
        yield "Therapist", it.therapist_id
        yield "Attendee", it.attendee_id
    yield "Payer", it.payer_id
    yield "Starts", f"{a_time(it.starts_at, practice)} ({practice.time_zone})"
    yield "Lasts", a_length(it.ends_at - it.starts_at)
    yield "Price", str(it.price)
    yield "How it stands", _standing(it)
    yield "Rebooked from", it.rebooked_from
    yield "Rebooked as", it.rebooked_as


def _of_client(it: Client, practice: Practice) -> Rows:
    if it.erased_at is not None:
        yield "Erased", f"{a_time(it.erased_at, practice)} ({practice.time_zone})"
        return
    yield "Name", f"{it.given_name} {it.family_name}"
    yield "Email", it.email
    yield "Phone", it.phone
    yield "Born", a_day(it.date_of_birth) if it.date_of_birth else None
    yield "Language", it.language
    yield "Card", card(it)


def card(client: Client) -> str:
    """As a receipt would show it."""
    if client.card is None:
        return "none"
    return f"{client.card.brand} ending {client.card.last4}, good to {client.card.exp_month:02}/{client.card.exp_year}"


def _of_practice(it: Practice) -> Rows:
    yield "Name", it.name
    yield "Time zone", it.time_zone
    yield "Currency", it.currency
    policy = it.policy
    yield "Payers are at least", f"{policy.minimum_payer_age} years old"
    yield "Details required", ", ".join(policy.details_in_order)
    yield "Free cancellation", f"up to {policy.free_cancellation_hours} h before the start"
    yield "Charges fall due", f"{policy.charge_lead_hours} h before the start"
    yield "Retries", ", ".join(f"{hours} h" for hours in policy.retry_hours) + " before the start"
    yield "Cancelled unpaid", f"{policy.unpaid_cancel_hours} h before the start"
    yield "Requests hold", f"{policy.request_valid_days} days"
    yield "Review notice", f"{policy.review_notice_days} days before the birthday"
    yield "Attendee accepts", "required" if policy.acceptance_required else "not required"
    yield "Card first", "required" if policy.card_required_first else "not required"


def journal(entries: Sequence[JournalEntry], practice: Practice) -> None:
    """What happened, in order; under each entry its facts."""
    grid = Table.grid(padding=(0, 2, 0, 0))
    for _ in ("number", "when"):
        grid.add_column(style="dim", justify="right", no_wrap=True)
    grid.add_column(overflow="fold")
    for entry in entries:
        asked = f", asked by {entry.requested_by}" if entry.requested_by else ""
        happened = Text.assemble((entry.what.replace("_", " "), "bold"), f" by {entry.actor}{asked}")
        facts = [f"{name} {_fact(value)}" for name, value in entry.facts.items() if value not in (None, ())]
        if entry.note:
            facts.append(f"note: {entry.note}")
        for fact in facts:
            happened.append(f"\n{fact}", style="dim")
        grid.add_row(str(entry.number), a_time(entry.at, practice), happened)
    out = console()
    if entries:
        out.print(Text(f"{entries[0].thing}, times in {practice.time_zone}", style="bold"))
    out.print(grid)


def notices(found: Iterable[Notice], practice: Practice) -> None:
    table(
        "Notice",
        "What",
        "To",
        "About",
        "When",
        "State",
        rows=[
            (
                notice.id,
                notice.kind.replace("_", " "),
                notice.addressee,
                notice.about,
                a_time(notice.created_at, practice),
                " ".join(filter(None, (notice.state, notice.reason and f"({notice.reason})"))),
            )
            for notice in found
        ],
    )


def _fact(value: Fact) -> str:
    match value:
        case bool():
            return yes_or_no(value)
        case tuple():
            return ", ".join(value)
        case _:
            return str(value)
