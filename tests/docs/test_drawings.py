"""The pictures of docs/states.md are those of the domain's own tables."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from docs.drawings import DRAWN, FOLDER, dot, svg

from docs import drawings
from practice_core.domain import migration_request

PAGE = Path(drawings.__file__).parent / "states.md"


@pytest.mark.parametrize("name", DRAWN)
def test_a_picture_shows_the_table_as_it_stands(name: str) -> None:
    assert svg(name) == (FOLDER / f"{name}.svg").read_text(), "draw it anew: make drawings"


def test_every_table_is_on_the_page_and_no_other_picture_is_left() -> None:
    shown = re.findall(r"\(images/states/(\w+)\.svg\)", PAGE.read_text())
    assert list(DRAWN) == shown
    assert {f"{name}.svg" for name in DRAWN} == {file.name for file in FOLDER.iterdir()}


def test_a_thing_begins_in_the_first_of_its_states_and_every_move_is_drawn() -> None:
    drawn = dot("request", migration_request.MOVES)
    assert 'begin -> "pending"' in drawn
    for was, state in migration_request.MOVES.table:
        assert f'"{was}" -> "{state}"' in drawn
