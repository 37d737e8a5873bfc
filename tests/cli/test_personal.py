"""`export` and `erase` (D3)."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from click.testing import Result

from .conftest import Invoke

Lines = Callable[[Result], list[Any]]


def test_everything_kept_on_a_client_is_printed_or_put_into_a_file_that_only_its_owner_reads(
    practice: Invoke, tmp_path: Path
) -> None:
    printed = practice("export", "noor")
    document = json.loads(printed.stdout)
    assert (0, "Noor", ["noor-sam"]) == (
        printed.exit_code,
        document["client"]["given_name"],
        [one["id"] for one in document["relationships"]],
    )
    file = tmp_path / "noor.json"
    written = practice("export", "noor", "--output", str(file))
    assert (0, "", 0o600) == (written.exit_code, written.stdout, file.stat().st_mode & 0o777)
    assert document["client"] == json.loads(file.read_text())["client"]
    file.chmod(0o644)
    practice("export", "noor", "--output", str(file))
    assert 0o600 == file.stat().st_mode & 0o777


def test_an_export_is_one_line_where_json_is_asked_for_and_a_file_that_cannot_be_written_is_wrong_input(
    practice: Invoke, lines: Lines, tmp_path: Path
) -> None:
    (document,) = lines(practice("export", "noor", "--json"))
    assert "Noor" == document["client"]["given_name"]
    nowhere = practice("export", "noor", "--output", str(tmp_path / "nowhere" / "noor.json"))
    assert (2, "") == (nowhere.exit_code, nowhere.stdout)
    assert "cannot be written" in nowhere.stderr


def test_clients_export_their_own_and_nobody_elses(practice: Invoke) -> None:
    own, others = practice("--as", "client:noor", "export", "noor"), practice("--as", "client:sam", "export", "noor")
    assert (0, 2, "") == (own.exit_code, others.exit_code, others.stdout)


def test_erasing_is_asked_for_first_and_told(practice: Invoke) -> None:
    refused = practice("erase", "rae", stdin="n\n")
    assert (1, "") == (refused.exit_code, refused.stdout)
    assert "Rae" in practice("show", "client:rae").stdout
    done = practice("erase", "rae", stdin="y\n")
    assert (0, "rae is erased.\n") == (done.exit_code, done.stdout)
    shown = practice("show", "client:rae").stdout
    assert ("Rae" not in shown, "Erased" in shown, "Name" in shown) == (True, True, False)
    assert "1 client forgotten by the gateway" in practice("run-due").stdout


def test_erasing_without_being_asked_and_as_json(practice: Invoke, lines: Lines) -> None:
    done = practice("erase", "rae", "--yes", "--idempotency-key", "k", "--json")
    ((told,),) = (lines(done),)
    assert (0, "rae", "", None) == (done.exit_code, told["id"], told["given_name"], told["email"])
    assert told == lines(practice("erase", "rae", "--yes", "--idempotency-key", "k", "--json"))[0]


def test_whoever_still_attends_is_refused_and_whoever_is_not_there_is_not_asked_about(practice: Invoke) -> None:
    refused, nobody = practice("erase", "noor", "--yes"), practice("erase", "nobody")
    assert (1, 2) == (refused.exit_code, nobody.exit_code)
    assert "practice-core: open_relationships: Still attends or pays under noor-sam. (D3)\n" == refused.stderr
    assert nobody.stderr.startswith("practice-core: not_found")
