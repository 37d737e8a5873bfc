"""A full disk, and a file or folder that may not be written: `Unavailable`, nothing half-done, and on with it later."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.conftest import STORES
from tests.faults.scarce import SizeLimit, SmallFileSystem, go_through, in_a_process, mounted, try_in_vain
from tests.faults.working import as_it_should_go, worker

pytestmark = pytest.mark.skipif("sqlite" not in STORES, reason="PRACTICE_CORE_TEST_STORES leaves sqlite out")

ROUNDS = int(os.environ.get("SHORTAGES", "3"))


@pytest.mark.parametrize("seed", range(ROUNDS))
def test_on_a_full_file_system_nothing_is_half_done_and_with_room_again_it_goes_on(seed: int) -> None:
    with mounted() as folder:
        if folder is None:
            pytest.skip("this user may mount no small file system; the limit on the size of files stands in for it")
        outages = in_a_process(go_through, SmallFileSystem(folder), folder, "p", seed)
    assert outages


@pytest.mark.parametrize("seed", range(ROUNDS))
def test_with_files_that_may_not_grow_nothing_is_half_done_and_with_room_again_it_goes_on(
    tmp_path: Path, seed: int
) -> None:
    assert in_a_process(go_through, SizeLimit(tmp_path), tmp_path, "p", seed)


@pytest.fixture
def folder() -> Iterator[Path]:
    """A folder that others may look into."""
    with tempfile.TemporaryDirectory() as made:
        Path(made).chmod(0o755)
        yield Path(made)


@pytest.mark.parametrize("mode", ["the file", "the file and its folder"])
def test_what_may_only_be_read_is_unavailable_to_commands_and_nothing_is_done(folder: Path, mode: str) -> None:
    states, answers = as_it_should_go("p")
    url, at = f"sqlite:///{folder}/practice.db", 5
    with worker(url, "p") as one:
        for place in range(at):
            one.do(place)
    (file,) = folder.iterdir()
    file.chmod(0o444)
    folder.chmod(0o555 if mode == "the file and its folder" else 0o777)

    refused = in_a_process(try_in_vain, folder, "p", at)

    assert refused.startswith("not_done: The database did not answer: SQLITE_"), refused
    folder.chmod(0o755)
    file.chmod(0o644)
    for left in folder.glob("practice.db-*"):
        left.unlink()
    with worker(url, "p") as one:
        assert states[at] == one.rows()
        assert answers[at] == one.do(at)
        assert states[at + 1] == one.rows()
