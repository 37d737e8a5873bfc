"""The languages of the letters: complete, current, and kept so by `make messages`."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po

from practice_core.adapters.letters.catalogues import OURS

ROOT = Path(__file__).parents[2]
LANGUAGES = sorted(file.stem for file in OURS.glob("*.po"))
PLACES = re.compile(r"%\(\w+\)s")


def catalogue(file: Path) -> Catalog:
    with file.open("rb") as source:
        return read_po(source)


def said(file: Path) -> dict[str, str]:
    return {str(one.id): str(one.string) for one in catalogue(file) if one.id}


def make_messages(letters: Path) -> dict[str, bytes]:
    """The catalogues of that folder afterwards."""
    subprocess.run(
        [
            *("make", "--silent", "--old-file=.venv/installed-dev", "messages", f"BIN={Path(sys.executable).parent}"),
            *(f"LETTERS={letters}", f"MESSAGES={letters / 'messages.pot'}"),
        ],
        cwd=ROOT,
        check=True,
        timeout=120,
    )
    return {file.name: file.read_bytes() for file in (letters / "catalogues").iterdir()}


@pytest.fixture
def letters(tmp_path: Path) -> Path:
    """A copy of the templates and catalogues."""
    return Path(shutil.copytree(OURS.parent, tmp_path / "letters", ignore=shutil.ignore_patterns("*.py*", "__*")))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_message_is_translated_and_has_the_places_of_the_original(language: str) -> None:
    file = OURS / f"{language}.po"
    assert [one.id for one in catalogue(file) if one.fuzzy] == []
    assert [one for one, other in said(file).items() if not other.strip()] == []
    assert [one for one, other in said(file).items() if set(PLACES.findall(one)) != set(PLACES.findall(other))] == []


def test_the_catalogues_are_what_make_messages_makes_of_the_templates(letters: Path) -> None:
    """No message is missing, none is there that no template says, and nobody who runs it has changes to commit."""
    assert {file.name: file.read_bytes() for file in OURS.iterdir()} == make_messages(letters)
    assert LANGUAGES == ["de", "fr"]


def test_make_messages_adds_what_is_new_drops_what_is_gone_and_keeps_the_rest(letters: Path) -> None:
    before = said(letters / "catalogues" / "fr.po")
    template = letters / "templates" / "request_expired.j2"
    template.write_text(template.read_text().replace("You can ask again at any time.", "Ask again when you like."))
    made = make_messages(letters)
    expected = before | {"Ask again when you like.": ""}
    del expected["You can ask again at any time."]
    assert expected == said(letters / "catalogues" / "fr.po")
    assert b"#~" not in made["fr.po"]
    assert made == make_messages(letters)


def test_an_empty_file_becomes_the_catalogue_of_a_new_language(letters: Path) -> None:
    (letters / "catalogues" / "pt_BR.po").touch()
    make_messages(letters)
    assert dict.fromkeys(said(OURS / "fr.po"), "") == said(letters / "catalogues" / "pt_BR.po")
    assert str(catalogue(letters / "catalogues" / "pt_BR.po").locale) == "pt_BR"
