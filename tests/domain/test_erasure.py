"""Erasing a client: what stands in the way, what goes and what stays (D3)."""

from __future__ import annotations

from typing import Any

import attrs
import pytest
from tests.values import ADULT, DAY, HOUR, NOW, asked, card, client, occasion, practice, relationship, session

from practice_core import (
    Actor,
    AttemptKind,
    AttemptStatus,
    ClientErased,
    Money,
    OpenRelationships,
    OpenSessions,
    RequestStatus,
)
from practice_core.domain.attempt import Attempt
from practice_core.domain.client import not_erased
from practice_core.domain.dossier import Dossier
from practice_core.domain.erasure import erase, forgotten
from practice_core.domain.session import DueWork, SessionRecord, SessionStatus, Settlement

PAT = client("pat", card=card(), gateway_account="acct_pat")
ENDED = relationship(ended_at=NOW - DAY, end_reason="moved to the sea", ended_by="staff:desk")


def dossier(**parts: Any) -> Dossier:
    """Pat's, who paid for Alex, unless the parts say otherwise."""
    return Dossier(**({"practice": practice(), "client": PAT, "relationships": (ENDED,)} | parts))


def held(**fields: Any) -> SessionRecord:
    """A session of Alex's before the end, paid for by Pat."""
    usual: dict[str, Any] = {
        "starts_at": NOW - 3 * DAY,
        "status": SessionStatus.ATTENDED,
        "settlement": Settlement.PAID,
    }
    return session(**(usual | fields))


def changed(file: Dossier, of: type) -> list[Any]:
    return [one for one in erase(file, occasion()).changed if isinstance(one, of)]


def test_D3_whoever_attends_or_pays_is_not_erased_and_is_told_under_which() -> None:
    active = [relationship(name) for name in ("r8", "r9")]
    with pytest.raises(OpenRelationships) as refused:
        erase(dossier(relationships=(ENDED, *active)), occasion())
    assert ("D3", "open_relationships", ("r8", "r9")) == (
        refused.value.rule,
        refused.value.code,
        refused.value.relationship_ids,
    )


@pytest.mark.parametrize(
    "fields",
    [
        {"settlement": Settlement.PENDING, "due_work": DueWork.SETTLE},
        {"settlement": Settlement.OPEN, "due_work": DueWork.CHARGE},
        {"settlement": Settlement.REFUND_DUE, "due_work": DueWork.REFUND},
        {"settlement": Settlement.REFUND_DUE},
        {"status": SessionStatus.SCHEDULED, "starts_at": NOW + HOUR},
    ],
    ids=["an attempt is open", "it is going to be charged", "it goes back", "it goes back by hand", "paid in advance"],
)
def test_D3_nor_is_a_payer_whose_money_is_on_its_way(fields: dict[str, Any]) -> None:
    with pytest.raises(OpenSessions) as refused:
        erase(dossier(sessions=(held(name="s1"), held(name="s2", **fields))), occasion())
    assert ("D3", ("s2",)) == (refused.value.rule, refused.value.session_ids)


def test_D3_nor_an_attendee_with_a_session_to_come() -> None:
    to_come = session("s3", starts_at=NOW + DAY, settlement=Settlement.OPEN, due_work=DueWork.CANCEL)
    with pytest.raises(OpenSessions):
        erase(dossier(client=client("alex"), sessions=(to_come,)), occasion())


@pytest.mark.parametrize(
    "fields",
    [
        {"settlement": Settlement.DECLINED},
        {"settlement": Settlement.REFUNDED},
        {
            "status": SessionStatus.SCHEDULED,
            "starts_at": NOW + DAY,
            "settlement": Settlement.OPEN,
            "due_work": DueWork.CHARGE,
        },
    ],
    ids=["a debt nobody tries for", "given back", "falls due for nobody any more"],
)
def test_D3_what_is_settled_or_concerns_no_money_of_theirs_stands_in_no_way(fields: dict[str, Any]) -> None:
    assert NOW == erase(dossier(sessions=(held(**fields),)), occasion()).answer.erased_at


def test_D3_what_identifies_the_client_is_gone_and_ids_stay() -> None:
    gone = erase(dossier(), occasion()).answer
    kept = {name: value for name, value in attrs.asdict(gone).items() if value not in (None, "")}
    assert {
        "id": "pat",
        "practice_id": PAT.practice_id,
        "language": "en-GB",
        "gateway_account": "acct_pat",
        "erased_at": NOW,
        "forget_due_at": NOW,
    } == kept


def test_D3_the_card_is_what_the_gateway_knows_them_by_where_it_never_told_more() -> None:
    imported = attrs.evolve(PAT, gateway_account=None)
    assert card().reference == erase(dossier(client=imported), occasion()).answer.gateway_account


def test_D3_a_relationship_keeps_who_and_when_and_loses_the_words_and_the_attendees_age() -> None:
    young = attrs.evolve(ENDED, attendee_born_on=ADULT, under_age_by=16)
    of_payer = changed(dossier(relationships=(young,)), type(young))
    of_attendee = changed(dossier(client=client("alex"), relationships=(young,)), type(young))
    assert [attrs.evolve(young, end_reason="erased")] == of_payer
    assert [attrs.evolve(young, end_reason="erased", attendee_born_on=None, under_age_by=None)] == of_attendee


def test_D3_that_one_was_migrated_is_no_word_of_anybodys() -> None:
    migrated = attrs.evolve(ENDED, end_reason="migrated", successor_id="r2")
    assert [] == changed(dossier(relationships=(migrated,)), type(migrated))


def test_D3_sessions_and_attempts_keep_the_money() -> None:
    attempt = Attempt(
        id="a1",
        practice_id=PAT.practice_id,
        kind=AttemptKind.CHARGE,
        session_id="s1",
        relationship_id="r1",
        therapist_id="theo",
        payer_id="pat",
        amount=Money(6000, "GBP"),
        card_reference="pm_secret",
        account="acct_pat",
        made_at=NOW - 3 * DAY,
        status=AttemptStatus.PAID,
        reference="pi_1",
    )
    one = held(close_reason="she said why")
    file = dossier(sessions=(one,), attempts=(attempt,))
    assert [attrs.evolve(one, close_reason="")] == changed(file, SessionRecord)
    assert [attrs.evolve(attempt, card_reference=None, account=None)] == changed(file, Attempt)


def test_D3_M13_a_request_that_they_pay_elsewhere_is_declined_and_whoever_asked_is_told() -> None:
    elsewhere = relationship("r9", "kim", "kim")
    wish = asked(
        "kim",
        name="q9",
        relationship_id="r9",
        new_payer_id="pat",
        channel="on the telephone",
        token_digest="0" * 64,
    )
    deed = erase(dossier(elsewhere=(elsewhere,), requests=(wish,), others={"kim": client("kim")}), occasion())
    (declined,) = (one for one in deed.changed if isinstance(one, type(wish)))
    assert (RequestStatus.DECLINED, NOW, "", "", "") == (
        declined.status,
        declined.closed_at,
        declined.channel,
        declined.close_reason,
        declined.token_digest,
    )
    assert [("request_declined", "client:kim")] == [(one.kind, one.addressee) for one in deed.added]  # type: ignore[union-attr]
    assert ["request_declined"] == [entry.what for entry in deed.entries if entry.thing == "relationship:r9"]


def test_D3_notes_about_them_are_blanked_and_of_a_relationship_elsewhere_those_about_their_request_only() -> None:
    elsewhere = relationship("r9", "kim", "kim")
    wish = asked("kim", name="q9", relationship_id="r9", new_payer_id="pat", status=RequestStatus.WITHDRAWN)
    made = occasion()
    entries = (
        made.entry(PAT, "details_changed", note="passport seen"),
        made.entry(PAT, "registered"),
        made.entry(ENDED, "ended", note="moved to the sea"),
        made.entry(held(), "cancelled", note="ill"),
        made.entry(elsewhere, "handing_over_requested", note="by post", request_id="q9"),
        made.entry(elsewhere, "handing_over_requested", note="in a call", request_id="q8"),
    )
    deed = erase(dossier(elsewhere=(elsewhere,), requests=(wish,), entries=entries), occasion())
    assert ["passport seen", "moved to the sea", "ill", "by post"] == [entry.note for entry in deed.blanked]


def test_D3_J1_the_journal_tells_of_it_without_a_word_about_them() -> None:
    deed = erase(dossier(), occasion())
    assert [
        ("client:pat", "erased", {}, ""),
        ("relationship:r1", "party_erased", {"client_id": "pat"}, ""),
    ] == [(entry.thing, entry.what, dict(entry.facts), entry.note) for entry in deed.entries]


def test_D3_erasing_twice_changes_nothing() -> None:
    gone = erase(dossier(), occasion()).answer
    again = erase(dossier(client=gone, relationships=(relationship("r1"),)), occasion())
    assert (gone, (), ()) == (again.answer, again.changed, again.entries)


def test_D3_an_erased_client_does_nothing_more() -> None:
    not_erased(PAT)
    with pytest.raises(ClientErased) as refused:
        not_erased(erase(dossier(), occasion()).answer)
    assert ("D3", "pat") == (refused.value.rule, refused.value.client_id)


def test_D3_the_gateway_forgets_once() -> None:
    gone = erase(dossier(), occasion()).answer
    once = forgotten(gone, occasion(actor=Actor.system(PAT.practice_id)))
    assert (None, None, ["forgotten_by_gateway"]) == (
        once.answer.gateway_account,
        once.answer.forget_due_at,
        [entry.what for entry in once.entries],
    )
    assert () == forgotten(once.answer, occasion()).changed
