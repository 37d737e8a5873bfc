"""The other commands: what each does, prints, and refuses."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from practice_core.adapters.sql.upgrade import HEAD
from practice_core.cli.app import practice_core as group

from .conftest import Invoke, a_family

Lines = Callable[[Any], list[Any]]


def confirmed(practice: Invoke) -> Any:
    return practice(
        "confirm", "noor-sam", "--requested-by", "attendee", "--set", "phone=07700900002", "--channel", "by phone"
    )


class TestHelp:
    @pytest.mark.parametrize("args", [(), *((name,) for name in group.commands)], ids=lambda args: args[:1])
    def test_every_help_page_ends_with_an_example(self, invoke: Invoke, args: tuple[str, ...]) -> None:
        said = invoke(*args, "--help")
        assert 0 == said.exit_code
        examples = said.stdout.partition("Example:\n")[2].split()
        assert ["practice-core", *(args or ("import",))] == examples[:2]
        assert all(len(line) <= 80 for line in said.stdout.splitlines())

    @pytest.mark.parametrize(
        "args",
        [
            ("preview", "--requested-by", "payer"),
            ("preview", "r1", "--all", "--requested-by", "payer"),
            ("preview", "--all", "--requested-by", "noor"),
            ("preview", "r1", "--requested-by", "payer", "--at", "2026-03-01T07:30:00"),
            ("preview", "r1", "--requested-by", "payer", "--at", "tomorrow"),
            ("preview", "r1"),
            ("preview", "--all", "--request", "q1"),
            ("preview", "r1", "--requested-by", "payer", "--request", "q1"),
            ("confirm", "r1"),
            ("confirm", "r1", "--requested-by", "payer", "--request", "q1"),
            ("request", "r1"),
            ("decline", "q1"),
            ("confirm", "r1", "--requested-by", "payer", "--set", "age=16"),
            ("confirm", "r1", "--requested-by", "payer", "--set", "phone"),
            ("confirm", "r1", "--requested-by", "payer", "--set", "phone=1", "--set", "phone=2"),
            ("rebook",),
            ("rebook", "s1", "--all", "r1"),
            ("verify", "--expect", "2026-03-01T07:30:00Z"),
            ("verify", "--expect", "2026-03-01/" + "0" * 64),
            ("verify", "--as-of", "2026-03-01T07:30:00Z", "--expect", "2026-03-01T07:30:00Z/" + "0" * 64),
            ("--as", "noor", "show", "r1"),
            ("--as", "system:system", "show", "r1"),
            ("show", ""),
            ("show", "x" * 100),
            ("nothing",),
        ],
        ids=" ".join,
    )
    def test_wrong_usage_ends_with_2_and_opens_nothing(
        self, invoke: Invoke, tmp_path: Path, args: tuple[str, ...]
    ) -> None:
        said = invoke(*args)
        assert (2, "") == (said.exit_code, said.stdout)
        assert said.stderr.startswith("Usage:")
        assert [] == list(tmp_path.iterdir())


class TestDatabase:
    def test_init_creates_the_schema_and_may_be_repeated(self, invoke: Invoke) -> None:
        for _ in range(2):
            said = invoke("init")
            assert (0, f"The schema is at revision {HEAD}.\n") == (said.exit_code, said.stdout)

    def test_init_has_nothing_to_create_in_memory(self, invoke: Invoke) -> None:
        said = invoke("--database", "memory://", "init")
        assert 0 == said.exit_code
        assert "nothing to create" in said.stdout

    def test_reading_what_is_not_there_makes_no_file(self, invoke: Invoke, tmp_path: Path) -> None:
        said = invoke("show", "noor")
        assert (2, "") == (said.exit_code, said.stdout)
        assert f"there is no file {tmp_path / 'practice.db'} yet" in said.stderr
        assert [] == list(tmp_path.iterdir())

    def test_an_empty_database_says_how_a_practice_gets_there(self, invoke: Invoke) -> None:
        invoke("init")
        said = invoke("show", "noor")
        assert 2 == said.exit_code
        assert "practice-core import" in said.stderr

    def test_a_practice_is_imported_from_standard_input(self, invoke: Invoke, family: Path, lines: Lines) -> None:
        said = invoke("import", "-", "--json", stdin=family.read_bytes())
        assert [("elm", "Elm Street")] == [(one["id"], one["name"]) for one in lines(said)]

    def test_a_practice_that_is_there_is_not_imported_again(self, practice: Invoke, family: Path) -> None:
        said = practice("import", str(family))
        assert 2 == said.exit_code
        assert said.stderr.startswith("practice-core: already_exists:")

    def test_an_import_names_the_place_of_an_error_and_leaves_nothing(self, invoke: Invoke) -> None:
        broken = a_family()
        broken["relationships"][1]["payer_id"] = "nobody"
        said = invoke("import", "-", stdin=json.dumps(broken))
        assert 2 == said.exit_code
        assert "relationships[1].payer_id" in said.stderr
        assert "there is no practice" in invoke("show", "elm").stderr

    def test_of_several_practices_one_is_named(self, practice: Invoke, lines: Lines) -> None:
        other = a_family()
        other["practice"] |= {"id": "oak", "name": "Oak Lane"}
        assert 0 == practice("import", "-", stdin=json.dumps(other)).exit_code
        unsaid, said = practice("show", "noor"), practice("--practice", "oak", "show", "practice:oak", "--json")
        assert 2 == unsaid.exit_code
        assert "--practice ID" in unsaid.stderr
        assert ["Oak Lane"] == [one["name"] for one in lines(said)]

    def test_an_unknown_practice_is_not_found(self, practice: Invoke) -> None:
        said = practice("--practice", "oak", "show", "noor")
        assert (2, "practice-core: not_found: No practice 'oak'.\n") == (said.exit_code, said.stderr)

    def test_check_names_what_is_not_for_production(self, practice: Invoke, lines: Lines) -> None:
        found = {one["what"]: one for one in lines(practice("check", "--json"))}
        assert {"database": True, "payments": False, "mail": False} == {
            what: one["for_production"] for what, one in found.items()
        }
        assert f"its schema is current ({HEAD})" in found["database"]["note"]
        assert "not for production" in practice("check").stdout

    def test_check_makes_nothing(self, invoke: Invoke, tmp_path: Path) -> None:
        assert 0 == invoke("check").exit_code
        assert [] == list(tmp_path.iterdir())

    def test_check_ends_with_3_where_the_database_cannot_be_used(self, invoke: Invoke, tmp_path: Path) -> None:
        (tmp_path / "practice.db").write_text("This is no database, but long enough to be looked at as one. " * 20)
        said = invoke("check")
        assert 3 == said.exit_code
        assert "does not work" in said.stdout

    def test_check_looks_whether_a_maildir_can_be_made(self, invoke: Invoke, tmp_path: Path) -> None:
        (tmp_path / "taken").write_text("a file")
        told = [invoke("check", PRACTICE_CORE_MAIL=f"maildir://{tmp_path}/{name}") for name in ("new", "taken")]
        assert [0, 3] == [one.exit_code for one in told]
        assert "no folder can be made there" in told[1].stdout
        assert ["taken"] == [one.name for one in tmp_path.iterdir()]


class TestMigrating:
    def test_a_confirmation_fills_gaps_and_lists_what_to_rebook(self, practice: Invoke) -> None:
        said = confirmed(practice)
        assert (0, "") == (said.exit_code, said.stderr)
        assert "noor-sam has ended; noor pays from now on" in said.stdout
        assert "2 sessions to rebook: practice-core rebook --all noor-sam" in said.stdout

    def test_a_confirmation_under_a_key_is_done_once_and_answers_the_same(self, practice: Invoke, lines: Lines) -> None:
        """D1, from a terminal."""
        args = ("confirm", "noor-sam", "--requested-by", "noor", "--set", "phone=1", "--idempotency-key", "k", "--json")
        ((first,), (second,)) = lines(practice(*args)), lines(practice(*args))
        assert ["ended", "opened", "sessions_to_rebook"] == list(first)
        assert first == second
        assert ("ended", "first_party") == (first["ended"]["status"], first["opened"]["kind"])
        assert {"minor_units": 6000, "currency": "GBP"} == first["opened"]["fee"]

    @pytest.mark.parametrize(
        ("args", "status", "said"),
        [
            (["noor-sam", "--requested-by", "attendee"], 1, "--set phone=..."),
            (["noor-sam", "--requested-by", "payer", "--set", "email=other@mail.example"], 1, "details_conflict"),
            (["kit-sam", "--requested-by", "payer"], 1, "Possible from 1 January"),
            (["nothing", "--requested-by", "payer"], 2, "not_found"),
            (["kit-sam", "--requested-by", "payer", "--set", "email=nowhere"], 2, "invalid: email"),
        ],
        ids=lambda value: " ".join(value) if isinstance(value, list) else None,
    )
    def test_what_is_refused_says_what_can_be_done(
        self, practice: Invoke, args: list[str], status: int, said: str
    ) -> None:
        refused = practice("confirm", *args)
        assert (status, "") == (refused.exit_code, refused.stdout)
        assert said in refused.stderr

    def test_a_second_confirmation_names_the_successor(self, practice: Invoke) -> None:
        confirmed(practice)
        again = confirmed(practice)
        assert 1 == again.exit_code
        assert again.stderr.startswith("practice-core: relationship_ended:")
        assert "practice-core show relationship:" in again.stderr


class TestSessions:
    def test_rebooking_all_says_for_each_what_it_became_or_why_not(self, practice: Invoke, lines: Lines) -> None:
        """S9: without a card nothing is rebooked, with one everything is, and then nothing is left."""
        confirmed(practice)
        refused = practice("rebook", "--all", "noor-sam", "--json")
        assert [("s1", "card_required"), ("s2", "card_required")] == [
            (one["session_id"], one["refusal"]) for one in lines(refused)
        ]
        assert (1, "practice-core: card_required: 2 sessions not rebooked.\n") == (refused.exit_code, refused.stderr)
        assert "visa ending" in practice("card", "noor", "--reference", "pm_1").stdout
        done = practice("rebook", "--all", "noor-sam", "--json")
        assert (0, [None, None]) == (done.exit_code, [one["refusal"] for one in lines(done)])
        assert "No session needs rebooking.\n" == practice("rebook", "--all", "noor-sam").stdout

    def test_one_session_is_rebooked(self, practice: Invoke, lines: Lines) -> None:
        """S8: the old one and the new one name each other."""
        confirmed(practice)
        practice("card", "noor", "--reference", "pm_1")
        (rebooked,) = lines(practice("rebook", "s1", "--json"))
        (fresh,) = lines(practice("show", f"session:{rebooked['rebooked_as']}", "--json"))
        assert ("s1", "noor", "scheduled") == (fresh["rebooked_from"], fresh["payer_id"], fresh["status"])

    def test_what_needs_no_rebooking_is_refused(self, practice: Invoke) -> None:
        said = practice("rebook", "s1")
        assert 1 == said.exit_code
        assert said.stderr.startswith("practice-core: rebooking_not_needed:")

    def test_sessions_are_listed_by_start_in_utc_and_minor_units(self, practice: Invoke, lines: Lines) -> None:
        listed = lines(practice("sessions", "noor-sam", "--json"))
        assert ["s1", "s2"] == [one["id"] for one in listed]
        assert {"minor_units": 6000, "currency": "GBP"} == listed[0]["price"]
        assert [timedelta(0)] * 2 == [datetime.fromisoformat(one["starts_at"]).utcoffset() for one in listed]

    def test_sessions_for_people_tell_the_zone(self, practice: Invoke) -> None:
        said = practice("sessions", "noor-sam").stdout
        assert "Starts (Europe/London)" in said
        assert "60.00 GBP" in said
        assert "No sessions.\n" == practice("sessions", "kit-sam").stdout

    def test_ids_are_never_cut(self, practice: Invoke, lines: Lines) -> None:
        """A generated id fills half of a narrow terminal and can still be copied."""
        confirmed(practice)
        practice("card", "noor", "--reference", "pm_1")
        (rebooked,) = lines(practice("rebook", "s1", "--json"))
        (fresh,) = lines(practice("show", rebooked["rebooked_as"], "--json"))
        said = practice("sessions", fresh["relationship_id"]).stdout
        assert fresh["id"] in said
        assert all(len(line) <= 80 for line in said.splitlines())


class TestLooking:
    def test_a_thing_is_shown_by_its_id_alone(self, practice: Invoke) -> None:
        assert "third party" in practice("show", "noor-sam").stdout
        assert "50 min" in practice("show", "s1").stdout
        assert "noor@mail.example" in practice("show", "noor").stdout
        assert "Efua Example" in practice("show", "efua").stdout
        assert "Europe/London" in practice("show", "elm").stdout

    def test_where_ids_collide_the_kind_is_said(self, invoke: Invoke) -> None:
        twins = a_family()
        twins["sessions"][0]["id"] = "noor-sam"
        invoke("import", "-", stdin=json.dumps(twins))
        alone, said = invoke("show", "noor-sam"), invoke("show", "session:noor-sam")
        assert 2 == alone.exit_code
        assert "relationship:noor-sam, session:noor-sam" in alone.stderr
        assert "session:noor-sam" in said.stdout

    def test_an_actor_sees_what_is_theirs_only(self, practice: Invoke) -> None:
        """A1, A3: what they may not see does not exist for them."""
        own, others = practice("--as", "client:noor", "show", "noor"), practice("--as", "client:sam", "show", "noor")
        assert (0, 2) == (own.exit_code, others.exit_code)
        assert "practice-core: not_found: No thing 'noor'.\n" == others.stderr

    def test_no_secret_of_the_gateway_is_shown(self, practice: Invoke, lines: Lines) -> None:
        """A4: the card as a receipt would show it."""
        practice("card", "noor", "--reference", "pm_secret")
        ((shown,), text) = lines(practice("show", "noor", "--json")), practice("show", "noor").stdout
        assert {"brand", "last4", "exp_month", "exp_year"} == set(shown["card"])
        assert "pm_secret" not in text + json.dumps(shown)
        assert "gateway_account" not in shown

    def test_the_journal_tells_who_wanted_it(self, practice: Invoke, lines: Lines) -> None:
        """J2: what happened, in order, and who wanted it."""
        confirmed(practice)
        entries = lines(practice("journal", "noor-sam", "--json"))
        assert [("imported", ""), ("migrated", "noor")] == [(one["what"], one["requested_by"]) for one in entries]
        assert entries[0]["digest"] == entries[1]["previous"]
        said = practice("journal", "relationship:noor-sam").stdout
        assert "migrated by staff:command-line, asked by noor" in said
        assert "note: by phone" in said


class TestSharedOptions:
    def test_they_are_taken_before_a_command_and_after_it(self, practice: Invoke, database: str) -> None:
        options = ("--database", database, "--practice", "elm", "--as", "therapist:efua", "--json")
        before = practice(*options, "show", "noor-sam", PRACTICE_CORE_DATABASE="sqlite:///elsewhere.db")
        after = practice("show", "noor-sam", *options, PRACTICE_CORE_DATABASE="sqlite:///elsewhere.db")
        assert 0 == before.exit_code == after.exit_code
        assert before.stdout == after.stdout
        assert "noor-sam" == json.loads(after.stdout)["id"]


class TestAsking:
    def test_handing_over_is_asked_for_accepted_previewed_and_confirmed(self, practice: Invoke, lines: Lines) -> None:
        asked = practice("request", "noor-sam", "--requested-by", "attendee", "--new-payer", "rae", "--json")
        (request,) = lines(asked)
        assert ("noor", "rae", "pending") == tuple(request[n] for n in ("requested_by", "new_payer_id", "status"))
        assert "token_digest" not in request
        (refused,) = lines(practice("preview", "noor-sam", "--request", request["id"], "--json"))
        assert refused["refusals"] == ["acceptance_required", "card_required"]
        assert practice("card", "rae", "--reference", "pm_rae").exit_code == 0

        said = practice("--as", "client:rae", "accept", request["id"])
        assert (0, f"{request['id']} is accepted.\n") == (said.exit_code, said.stdout)
        assert "can be confirmed" in practice("preview", "noor-sam", "--request", request["id"]).stdout
        confirmed = practice("confirm", "noor-sam", "--request", request["id"])

        assert confirmed.exit_code == 0
        assert confirmed.stdout.startswith("Handed over. noor-sam has ended; rae pays from now on, under ")
        assert "2 sessions to rebook: practice-core rebook --all noor-sam" in confirmed.stdout

    def test_requests_are_listed_to_whom_they_concern_and_answered(self, practice: Invoke, lines: Lines) -> None:
        assert practice("requests").stdout == "No requests.\n"
        said = practice("request", "noor-sam", "--requested-by", "payer", "--channel", "by phone")
        assert said.stdout.endswith(": noor is to pay.\n")
        (request,) = lines(practice("requests", "--json"))
        listed = practice("--as", "therapist:efua", "requests", COLUMNS="200").stdout
        assert [word in listed for word in (request["id"], "noor-sam", "sam", "pending")] == [True] * 4
        assert practice("--as", "client:rae", "requests").stdout == "No requests.\n"

        said = practice("decline", request["id"], "--reason", "not now", "--json")
        assert (0, "declined") == (said.exit_code, lines(said)[0]["status"])
        again = practice("withdraw", request["id"])
        assert (1, True) == (again.exit_code, again.stderr.startswith("practice-core: request_not_pending"))

    def test_withdrawn_by_whoever_asked(self, practice: Invoke, lines: Lines) -> None:
        (request,) = lines(practice("--as", "client:sam", "request", "noor-sam", "--requested-by", "payer", "--json"))
        said = practice("--as", "client:sam", "withdraw", request["id"])
        assert (0, f"{request['id']} is withdrawn.\n") == (said.exit_code, said.stdout)
