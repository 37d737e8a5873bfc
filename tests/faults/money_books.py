"""What must hold of a practice's money: the core's books and the gateway's ledger say the same, and once."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from datetime import datetime

import attrs
from tests.faults.money_stage import Seen, Stage
from tests.values import HOUR, NOW, STAFF

from practice_core.domain.attempt import Attempt, AttemptKind, DeclineReason
from practice_core.domain.charging import left, paid_charges
from practice_core.domain.notice import NoticeKind
from practice_core.domain.relationship import Relationship
from practice_core.domain.session import UNSETTLED, SessionRecord, SessionStatus, Settlement, charged_under

_SIGN = {AttemptKind.CHARGE: 1, AttemptKind.REFUND: -1}
_RECEIPTS = {NoticeKind.CHARGE_PAID: AttemptKind.CHARGE, NoticeKind.REFUND_MADE: AttemptKind.REFUND}


@attrs.frozen
class Books:
    """How it ended: what each payer has paid for each session in the end, and how each session stands."""

    paid: Mapping[tuple[str, str], int]
    sessions: Mapping[str, tuple[str, str]]


def books(seen: Seen) -> Books:
    """Sessions that were made on the way are told apart by what they were rebooked from."""
    sessions = {one.id: one for one in seen.sessions}

    def named(session: SessionRecord) -> str:
        return f"after {session.rebooked_from}" if session.rebooked_from else session.id

    paid: Counter[tuple[str, str]] = Counter()
    for attempt in seen.attempts:
        if attempt.paid:
            paid[attempt.payer_id, named(sessions[attempt.session_id])] += (
                _SIGN[attempt.kind] * attempt.amount.minor_units
            )
    return Books(
        paid={whose: amount for whose, amount in sorted(paid.items()) if amount},
        sessions={named(one): (str(one.status), str(one.settlement)) for one in sessions.values()},
    )


def wrong_at_any_time(seen: Seen) -> Iterator[str]:
    """C4, C7: what not even a crash leaves behind, in words."""
    yield from _ledger(seen)
    net: Counter[str] = Counter()
    sessions_of = {attempt.key: attempt.session_id for attempt in seen.attempts}
    for moved in seen.ledger:
        net[sessions_of.get(moved.key, "")] += _SIGN[moved.kind] * moved.amount.minor_units
    by_session = _by_session(seen.attempts)
    for session in seen.sessions:
        theirs = tuple(by_session[session.id])
        if not 0 <= net[session.id] <= session.price.minor_units:
            yield f"{session.id} costs {session.price.minor_units}, and {net[session.id]} is paid"
        standing = [one for one in paid_charges(theirs) if left(one, theirs).minor_units]
        if len(standing) > 1 and session.settlement is not Settlement.REFUND_DUE:
            yield f"{session.id} is paid {len(standing)} times"
        if sum(one.open for one in theirs if one.kind is AttemptKind.CHARGE) > 1:
            yield f"{session.id} has several charges open"
        if any(one.open for one in theirs) and session.due_work is None:
            yield f"{session.id} has an open attempt that nobody looks after"


def _ledger(seen: Seen) -> Iterator[str]:
    """The gateway moved nothing that was not on record, nothing twice, and refused no refund as too large."""
    known = {attempt.key: attempt for attempt in seen.attempts}
    often = Counter(moved.key for moved in seen.ledger)
    yield from (f"moved {times} times: {key}" for key, times in often.items() if times > 1)
    for moved in seen.ledger:
        attempt = known.get(moved.key)
        said = moved.kind, moved.amount, moved.payer_id
        if attempt is None:
            yield f"the gateway was called before {moved.key} was on record"
        elif said != (attempt.kind, attempt.amount, attempt.payer_id):
            yield f"the gateway moved something else for {attempt.id}: {said}"
    for attempt in seen.attempts:
        refused = attempt.reason is DeclineReason.NOT_REFUNDABLE
        if refused and attempt.charge_reference not in seen.refusing:
            yield f"{attempt.id} asks for more than is left of {attempt.charge_id}"


def wrong_in_the_end(stage: Stage, *, watched_from: datetime = NOW) -> Iterator[str]:
    """C2 to C5, C7, C10, A3: what holds once nothing is left to do. Since `watched_from` no time passed that due work
    did not see."""
    seen = stage.seen()
    yield from wrong_at_any_time(seen)
    yield from _books_and_ledger(stage, seen)
    if stage.failed:
        yield f"{stage.failed} items were put off after an error"
    waived = {entry.thing_id for entry in seen.journal if entry.facts.get("waived")}
    under, by_session = seen.relationships, _by_session(seen.attempts)
    for session in seen.sessions:
        theirs = tuple(by_session[session.id])
        yield from _session(
            session, under[session.relationship_id], theirs, waived=session.id in waived, watched_from=watched_from
        )
    yield from _needless_refunds(seen, waived)
    told = Counter(one.kind for one in seen.notices)
    for kind, of in _RECEIPTS.items():
        made = sum(one.paid for one in seen.attempts if one.kind is of)
        if told[kind] != made:
            yield f"{made} times a {of} was paid, and {told[kind]} times somebody was told"


def _books_and_ledger(stage: Stage, seen: Seen) -> Iterator[str]:
    """To the penny, and to the instant: the core keeps the gateway's."""
    ours = {
        (one.key, one.amount.minor_units, one.settled_at) for one in seen.attempts if one.paid and not one.elsewhere
    }
    theirs = {(one.key, one.amount.minor_units, one.at) for one in seen.ledger}
    yield from (f"in the books, not in the ledger: {one}" for one in ours - theirs)
    yield from (f"in the ledger, not in the books: {one}" for one in theirs - ours)
    sums: Counter[str] = Counter()
    for moved in seen.ledger:
        sums[moved.payer_id] += _SIGN[moved.kind] * moved.amount.minor_units
    for attempt in seen.attempts:
        if attempt.elsewhere and attempt.paid:
            sums[attempt.payer_id] += _SIGN[attempt.kind] * attempt.amount.minor_units
    for payer_id in {one.payer_id for one in seen.attempts}:
        stated = stage.other.billing.statement(STAFF, payer_id).balance.minor_units
        if stated != sums[payer_id]:
            yield f"{payer_id} has paid {sums[payer_id]}, and their statement says {stated}"


def _session(
    session: SessionRecord, under: Relationship, attempts: tuple[Attempt, ...], *, waived: bool, watched_from: datetime
) -> Iterator[str]:
    net = sum(_SIGN[one.kind] * one.amount.minor_units for one in attempts if one.paid)
    name, settled = session.id, session.settlement
    if any(one.open for one in attempts):
        yield f"{name} has an open attempt in the end"
    if settled in (Settlement.PENDING, Settlement.REFUND_DUE):
        yield f"{name} is {settled} in the end"
    if (settled is Settlement.PAID) != (net > 0):
        yield f"{name} is {settled}, and {net} is paid"
    if (waived or (session.status is SessionStatus.CANCELLED and not session.late)) and net:
        yield f"{name} is owed nothing, and {net} is paid"
    charged = [one for one in paid_charges(attempts) if left(one, attempts).minor_units]
    if under.ended_at is not None and not charged_under(session, under):
        yield from (
            f"{one.payer_id} paid {name}, which is for somebody else to pay"
            for one in charged
            if one.settled_at is None or one.settled_at > under.ended_at
        )
        unpaid = session.status is SessionStatus.SCHEDULED and settled in (*UNSETTLED, Settlement.REFUNDED)
        if unpaid and session.starts_at - HOUR > watched_from:
            yield f"{name} waited for rebooking, and was never cancelled"
    if charged_under(session, under) and settled is Settlement.OPEN and session.price.minor_units:
        yield f"{name} is owed, and was never charged"


def _needless_refunds(seen: Seen, waived: set[str]) -> Iterator[str]:
    """C3, C10: what was taken in time stays paid; due work gives back only what is not owed, or was taken too late."""
    by_due_work = {
        entry.facts["attempt_id"]
        for entry in seen.journal
        if entry.what == "refund_attempted" and entry.actor.startswith("system")
    }
    attempts = {one.id: one for one in seen.attempts}
    sessions = {one.id: one for one in seen.sessions}
    for refund in seen.attempts:
        if refund.id not in by_due_work or refund.charge_id is None:
            continue
        session, charge = sessions[refund.session_id], attempts[refund.charge_id]
        under = seen.relationships[session.relationship_id]
        ended_at = None if charged_under(session, under) else under.ended_at
        too_late = ended_at is not None and charge.settled_at is not None and charge.settled_at > ended_at
        called_off = session.closed_at is not None and session.closed_at <= refund.made_at
        not_owed = session.status is SessionStatus.CANCELLED and not session.late and called_off
        if not (too_late or not_owed or session.id in waived):
            yield f"{session.id} was owed and paid, and its money went back"


def _by_session(attempts: list[Attempt]) -> dict[str, list[Attempt]]:
    found: dict[str, list[Attempt]] = defaultdict(list)
    for attempt in attempts:
        found[attempt.session_id].append(attempt)
    return found
