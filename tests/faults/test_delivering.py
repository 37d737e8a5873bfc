"""Delivery, whatever fails at whatever call: no mail is lost, and none goes out under another name."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from tests.conftest import STORES
from tests.faults.delivering import try_every_call, try_every_call_of_the_deed
from tests.faults.money_begun import empty_stores
from tests.races.databases import url_for

from practice_core.ports.store import Store

ONE_IN = {"memory": 1, "sqlite": 3, "postgres": 7}
"""`make faults` tries all of them on each."""


@pytest.fixture(scope="module", params=ONE_IN)
def empty(request: pytest.FixtureRequest) -> Iterator[tuple[str, Callable[[], Store]]]:
    if request.param not in STORES:
        pytest.skip(f"PRACTICE_CORE_TEST_STORES leaves {request.param} out")
    with empty_stores("memory://" if request.param == "memory" else url_for(request.param, request)) as empty:
        yield request.param, empty


def test_N1_whatever_fails_each_mail_goes_out_under_its_one_name(empty: tuple[str, Callable[[], Store]]) -> None:
    store, build = empty
    tried = try_every_call(build, one_in=ONE_IN[store], first=2)
    assert () == tried.wrong
    assert tried.how_many


def test_N1_what_a_crash_undid_is_told_to_nobody(empty: tuple[str, Callable[[], Store]]) -> None:
    tried = try_every_call_of_the_deed(empty[1])
    assert () == tried.wrong
    assert tried.how_many
