"""What `make notices` shows: every kind of notice, and all that its template may say."""

from __future__ import annotations

import re
import shutil
import struct
from pathlib import Path

import attrs
import pytest
from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import write_po
from docs.notices_gallery import LANGUAGES, LETTERS

from docs import notices_gallery
from practice_core import NoticeKind
from practice_core.adapters.letters.renderer import OURS as TEMPLATES
from practice_core.adapters.letters.renderer import JinjaRenderer

DOCS = Path(notices_gallery.__file__).parent


def test_the_gallery_has_every_kind_of_notice_in_the_order_of_table_N() -> None:
    assert list(NoticeKind) == list(dict.fromkeys(letter.kind for letter in LETTERS))
    assert len({letter.id for letter in LETTERS}) == len(LETTERS)


def test_the_gallery_shows_every_sentence_that_the_template_of_a_kind_may_say(tmp_path: Path) -> None:
    """In a language whose words are the numbers of the sentences, every number is to be seen."""
    options = {"**.j2": {"trimmed": "true", "silent": "false"}}
    found = extract_from_dir(TEMPLATES, method_map=[("**.j2", "jinja2")], options_map=options)
    sentences = sorted({str(message) for file, _, message, _, _ in found if Path(file).stem in list(NoticeKind)})
    numbers = Catalog(locale="eo")
    for number, sentence in enumerate(sentences):
        numbers.add(sentence, f"[{number}]")
    with (tmp_path / "eo.po").open("wb") as file:
        write_po(file, numbers)
    renderer = JinjaRenderer(tmp_path)
    seen = "".join(renderer.render(attrs.evolve(letter, language="eo")).html for letter in LETTERS)
    assert [sentence for number, sentence in enumerate(sentences) if f"[{number}]" not in seen] == []
    assert len(sentences) > len(NoticeKind)


def test_without_chromium_the_pages_are_written_and_the_pictures_said_to_be_left_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    notices_gallery.main(tmp_path / "notices")
    names = {f"{letter.id}.{language}.html" for letter in LETTERS for language in LANGUAGES}
    assert names | {"index.html"} == {file.name for file in (tmp_path / "notices").iterdir()}
    assert names == set(re.findall(r'src="([^"]+)"', (tmp_path / "notices" / "index.html").read_text()))
    assert "no pictures" in capsys.readouterr().out


@pytest.mark.skipif(not shutil.which("chromium"), reason="Chromium is not there")
def test_a_picture_is_as_wide_as_a_phone(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text("<!doctype html><title>A page</title><p>Words.</p>")
    notices_gallery.picture(page)
    width, height = struct.unpack(">II", (tmp_path / "page.png").read_bytes()[16:24])
    assert (420, 800) == (width, height)


def test_the_pictures_in_the_docs_are_small_and_of_letters_in_the_gallery() -> None:
    pictures = [file for file in (DOCS / "images").glob("*.png") if file.stem != "performance"]
    assert [file.name for file in pictures if file.stat().st_size > 60_000] == []
    assert {file.name.split(".")[0] for file in pictures} <= {letter.id for letter in LETTERS}
    shown = re.findall(r"\]\(images/([^)]+)\)", (DOCS / "notices.md").read_text())
    assert sorted(shown) == sorted(file.name for file in pictures)
