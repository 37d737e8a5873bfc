"""Answering a request with its token: to whom it is mailed, what it opens, and for how long (M12, M13, A4)."""

from __future__ import annotations

import logging
import re
from email.message import EmailMessage

import pytest
from tests.values import DAY, HOUR, NOW, PRACTICE_ID, SECRET, STAFF, TICK
from tests.worlds import LINKS, World, family, remembered

from practice_core import (
    Actor,
    Invalid,
    Links,
    MigrationRequest,
    NotFound,
    Notice,
    NoticeKind,
    PracticeCore,
    RequestNotPending,
    Settings,
    TokenSpent,
    connect,
)
from practice_core.domain.seal import NO_SEAL, Seal, digest
from practice_core.ports.store import KeyRecord


@remembered
def world() -> World:
    """Pat has asked that Alex pay (q1), and Alex, under another relationship, that Kim pay (q2)."""
    w = family()
    for name in ("kim", "sam"):
        w.person(name, has_card=True)
    w.open(payer="sam", id="r3")
    w.core.migrations.request(w.pat, "r1", requested_by="pat", id="q1")
    w.core.migrations.request(w.alex, "r3", requested_by="alex", new_payer_id="kim", id="q2")
    return w


def token(w: World, request_id: str = "q2") -> str:
    return w.core.invitations.token(STAFF, request_id)


def delivered(w: World) -> dict[str, str]:
    """What each address has been sent, as text."""
    w.mailer.down(False)
    w.core.notices.deliver()
    said: dict[str, str] = {}
    for message in w.mailer.outbox:
        to = message["To"].addresses[0].addr_spec.partition("@")[0]
        said[to] = said.get(to, "") + _text(message)
    return said


def _text(message: EmailMessage) -> str:
    return "".join(part.get_content() for part in message.walk() if not part.is_multipart())


def tokens(text: str) -> set[str]:
    return set(re.findall(r"[?&]token=([\w-]+)", text))


def test_M12_the_mail_carries_the_token_to_the_one_who_has_to_accept_and_to_nobody_else() -> None:
    w = world()
    mailed = {to: tokens(text) for to, text in delivered(w).items()}
    assert mailed == {
        "alex": {token(w, "q1")},
        "kim": {token(w, "q2")},
        "sam": set(),
        "theo": set(),
    }


def test_M12_what_the_mail_links_to_answers_as_the_one_it_was_mailed_to() -> None:
    w = world()
    (mailed,) = tokens(delivered(w)["kim"])
    accepted = w.core.invitations.accept(PRACTICE_ID, "q2", token=mailed)

    assert (accepted.accepted_at, accepted.status) == (NOW, "pending")
    last = w.core.journal.of(STAFF, "relationship:r3")[-1]
    assert (last.what, last.actor, last.requested_by) == ("request_accepted", "client:kim", "kim")
    assert w.core.migrations.confirm(STAFF, "r3", request_id="q2").opened.payer_id == "kim"


def test_N1_a_letter_that_is_sent_again_carries_the_same_token() -> None:
    w = world()
    once = delivered(w)["kim"]
    (notice,) = [n for n in w.kept(Notice).values() if n.kind == NoticeKind.ASKED_TO_PAY]
    w.nobody_was_reached()
    w.core.notices.retry(STAFF, notice.id)
    assert len(tokens(once)) == 1
    assert tokens(delivered(w)["kim"]) == tokens(once)


def test_M12_a_token_opens_its_own_request_and_no_other_and_nothing_else_is_told() -> None:
    w = world()
    rows = w.rows()
    for wrong in (token(w, "q1"), token(w)[:-1], token(w) + "A", "", "x", digest(token(w))):
        for request_id in ("q2", "nothing"):
            with pytest.raises(NotFound) as hidden:
                w.core.invitations.get(PRACTICE_ID, request_id, token=wrong)
            assert (hidden.value.kind, hidden.value.id) == ("migration request", request_id)
        with pytest.raises(NotFound):
            w.core.invitations.accept(PRACTICE_ID, "q2", token=wrong)
        with pytest.raises(NotFound):
            w.core.invitations.decline(PRACTICE_ID, "q2", token=wrong, reason="no")
    with pytest.raises(NotFound):
        w.core.invitations.get("oak", "q2", token=token(w))
    for nonsense in (None, 7, "a\nb"):
        with pytest.raises(Invalid):
            w.core.invitations.accept(PRACTICE_ID, "q2", token=nonsense)  # type: ignore[arg-type]
    assert rows == w.rows()


def test_A3_the_bearer_sees_the_request_and_not_how_it_was_asked() -> None:
    w = world()
    w.core.migrations.withdraw(w.alex, "q2")
    w.core.migrations.request(STAFF, "r3", requested_by="alex", new_payer_id="kim", channel="in hospital", id="q3")
    seen = w.core.invitations.get(PRACTICE_ID, "q3", token=token(w, "q3"))
    assert (seen.id, seen.new_payer_id, seen.channel) == ("q3", "kim", "")


def test_M12_it_is_good_for_one_answer_and_for_looking_afterwards() -> None:
    w = world()
    w.core.invitations.accept(PRACTICE_ID, "q2", token=token(w))
    with pytest.raises(TokenSpent) as spent:
        w.core.invitations.accept(PRACTICE_ID, "q2", token=token(w))
    with pytest.raises(TokenSpent):
        w.core.invitations.decline(PRACTICE_ID, "q2", token=token(w), reason="no")
    assert spent.value.rule == "M12"
    assert w.core.invitations.get(PRACTICE_ID, "q2", token=token(w)).accepted_at == NOW


def test_M12_accepting_with_a_login_spends_it_too() -> None:
    w = world()
    w.core.migrations.accept(w.kim, "q2")
    with pytest.raises(TokenSpent):
        w.core.invitations.accept(PRACTICE_ID, "q2", token=token(w))


def test_M12_declining_spends_it() -> None:
    w = world()
    assert w.core.invitations.decline(PRACTICE_ID, "q2", token=token(w), reason="no").status == "declined"
    with pytest.raises(RequestNotPending) as refused:
        w.core.invitations.accept(PRACTICE_ID, "q2", token=token(w))
    assert refused.value.status == "declined"


def test_M12_D2_of_two_who_come_with_it_at_once_one_answers() -> None:
    w = world()
    w.store.meanwhile.append(lambda: w.core.invitations.accept(PRACTICE_ID, "q2", token=token(w)))
    with pytest.raises(TokenSpent):
        w.core.invitations.accept(PRACTICE_ID, "q2", token=token(w))


def test_D1_a_click_that_comes_twice_under_its_key_answers_the_same() -> None:
    w = world()
    first = w.core.invitations.accept(PRACTICE_ID, "q2", token=token(w), idempotency_key="k")
    rows = w.rows()
    assert first == w.core.invitations.accept(PRACTICE_ID, "q2", token=token(w), idempotency_key="k")
    with pytest.raises(NotFound):
        w.core.invitations.accept(PRACTICE_ID, "q2", token=token(w, "q1"), idempotency_key="k")
    assert rows == w.rows()


def test_M12_it_expires_with_the_request_to_the_microsecond() -> None:
    w = world()
    w.forward(30 * DAY - TICK)
    assert w.core.invitations.get(PRACTICE_ID, "q2", token=token(w)).id == "q2"
    w.forward(TICK)
    for answer in (
        lambda: w.core.invitations.get(PRACTICE_ID, "q2", token=token(w)),
        lambda: w.core.invitations.accept(PRACTICE_ID, "q2", token=token(w)),
    ):
        with pytest.raises(RequestNotPending) as refused:
            answer()
        assert refused.value.status == "expired"


def test_S11_with_it_the_attendee_agrees_to_a_migration_they_did_not_ask_for() -> None:
    """Their card happened to be on file: the letter that says they pay now asks whether they agree."""
    w = family()
    w.with_card("alex")
    w.migrate(by="pat")
    said = delivered(w)["alex"]
    assert "before you say that you agree" in " ".join(said.split())
    (mailed,) = tokens(said)
    request_id = next(iter(w.kept(MigrationRequest)))

    w.core.invitations.accept(PRACTICE_ID, request_id, token=mailed)

    assert w.book("r2").payer_id == "alex"


# What is kept of it, and shown of it (A4)


def test_A4_what_is_kept_is_a_digest_from_which_nobody_makes_a_token() -> None:
    w = world()
    w.core.invitations.accept(PRACTICE_ID, "q2", token=token(w), idempotency_key="k")
    delivered(w)
    kept = repr([(one.thing, vars_of(one.thing)) for rows in w.rows().values() for one in rows.values()])
    assert [t for t in (token(w, "q1"), token(w, "q2")) if t in kept] == []
    assert w.kept(MigrationRequest)["q2"].token_digest == digest(token(w))
    assert len(w.kept(KeyRecord)) == 1
    # Nobody has to accept what the attendee asked to pay themselves.
    w.core.migrations.request(w.alex, "r1", requested_by="alex", id="q4")
    assert w.kept(MigrationRequest)["q4"].token_digest == ""


def vars_of(thing: object) -> list[object]:
    return [getattr(thing, field.name) for field in type(thing).__attrs_attrs__]  # type: ignore[attr-defined]


def test_A4_neither_token_nor_secret_shows_in_a_repr_a_log_or_a_message(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    w = world()
    secret = token(w)
    settings = Settings(database="memory://", links=LINKS, secret=SECRET)
    shown = [repr(w.core), repr(settings), repr(Seal(SECRET)), repr(w.kept(MigrationRequest)["q2"])]
    delivered(w)
    w.core.invitations.accept(PRACTICE_ID, "q2", token=secret)
    for wrong in (secret, secret[:-1]):
        with pytest.raises((TokenSpent, NotFound)) as refused:
            w.core.invitations.accept(PRACTICE_ID, "q2", token=wrong)
        shown += [repr(refused.value), str(refused.value)]
    text = "\n".join([*shown, caplog.text])
    assert [hidden for hidden in (secret, digest(secret), SECRET) if hidden in text] == []


def test_A4_a_letter_that_staff_look_at_does_not_show_it() -> None:
    w = world()
    (notice,) = [n for n in w.kept(Notice).values() if n.kind == NoticeKind.ASKED_TO_PAY]
    written = w.core.notices.written(STAFF, notice.id)
    assert "https://host.example/requests/q2?token=..." in written.text
    assert token(w) not in written.text + written.html


def test_A2_only_the_office_is_given_one_for_a_link_of_its_own() -> None:
    w = world()
    assert len(token(w)) == 43
    w.core.migrations.request(w.alex, "r1", requested_by="alex", id="q4")
    with pytest.raises(Invalid):
        token(w, "q4")
    with pytest.raises(NotFound):
        token(w, "nothing")
    with pytest.raises(NotFound):
        w.core.invitations.token(Actor.staff("oak", "desk"), "q2")


# The host's secret


def with_secret(w: World, secret: str, links: Links = LINKS) -> PracticeCore:
    settings = Settings(database="memory://", links=links, secret=secret)
    return connect(settings, clock=w.clock, store=w.store, mailer=w.mailer, payments=w.payments)


def test_M12_another_secret_closes_no_door_that_is_open_and_opens_none() -> None:
    """What was mailed before goes on; what is written from now on carries nothing that would open nothing."""
    w = world()
    mailed = token(w)
    core = with_secret(w, SECRET + "!")
    w.mailer.down(False)
    core.notices.deliver()

    assert [message for message in w.mailer.outbox if tokens(_text(message))] == []
    with pytest.raises(Invalid):
        core.invitations.token(STAFF, "q2")
    assert core.invitations.accept(PRACTICE_ID, "q2", token=mailed).accepted_at == NOW


def test_M12_without_a_secret_there_are_no_tokens_and_the_link_is_the_hosts_page() -> None:
    w = family()
    w.person("kim")
    core = with_secret(w, "", Links(accept="https://host.example/requests/{request_id}"))
    core.migrations.request(w.alex, "r1", requested_by="alex", new_payer_id="kim", id="q1")
    w.mailer.down(False)
    core.notices.deliver()
    (mail,) = [m for m in w.mailer.outbox if m["To"].addresses[0].addr_spec == "kim@people.example"]

    assert "https://host.example/requests/q1" in _text(mail)
    assert w.kept(MigrationRequest)["q1"].token_digest == ""
    with pytest.raises(Invalid):
        core.invitations.token(STAFF, "q1")
    for nothing in ("", "x"):
        with pytest.raises(NotFound):
            core.invitations.accept(PRACTICE_ID, "q1", token=nothing)


@pytest.mark.parametrize(
    "given",
    [
        {"secret": "x" * 31},
        {"links": Links(accept="https://host.example/{request_id}?token={token}")},
    ],
)
def test_settings_that_could_make_no_token_are_invalid(given: dict[str, object]) -> None:
    with pytest.raises(Invalid) as refused:
        Settings(database="memory://", **given)  # type: ignore[arg-type]
    assert "x" * 31 not in str(refused.value)


def test_a_token_has_a_place_in_the_link_for_accepting_and_in_no_other() -> None:
    for name in ("card", "pay", "authenticate"):
        with pytest.raises(Invalid):
            Links(**{name: "https://host.example/{token}"})
    assert Settings.from_environment(
        {"PRACTICE_CORE_SECRET": SECRET, "PRACTICE_CORE_LINKS_ACCEPT": "https://host.example/{token}"}
    ).links.places("accept") == ("token",)


def test_tokens_differ_by_secret_practice_request_and_client() -> None:
    one = Seal(SECRET)
    made = {
        one.token("p", "q", "c"),
        one.token("p", "qc", ""),
        one.token("pq", "", "c"),
        one.token("p", "q", "d"),
        Seal(SECRET + "!").token("p", "q", "c"),
    }
    assert (len(made), one.token("p", "q", "c") in made, NO_SEAL.token("p", "q", "c")) == (5, True, "")


def test_N4_a_child_is_mailed_no_token_and_neither_is_whoever_reads_their_mail() -> None:
    w = World()
    w.person("alex", born=NOW.date() - 3000 * DAY)
    w.person("pat", has_card=True)
    w.open()
    w.core.migrations.request(w.pat, "r1", requested_by="pat", id="q1")
    w.forward(HOUR)
    assert {to: tokens(text) for to, text in delivered(w).items()} == {"pat": set(), "theo": set()}
