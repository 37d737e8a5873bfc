"""The languages letters are written in: gettext catalogues, one file a language. English is what the templates say."""

from __future__ import annotations

from gettext import GNUTranslations, NullTranslations
from io import BytesIO
from pathlib import Path

from babel import Locale
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

OURS = Path(__file__).parent / "catalogues"


def _read(file: Path) -> GNUTranslations:
    with file.open("rb") as source:
        catalogue = read_po(source)
    compiled = BytesIO()
    write_mo(compiled, catalogue)
    compiled.seek(0)
    return GNUTranslations(compiled)


def translations(locale: Locale, folder: Path | None) -> tuple[NullTranslations, Locale]:
    """What the templates say in that language, and the locale of the words: English where there is no catalogue.

    A host's folder may have catalogues of its own beside its templates: they come before ours, and ours fill gaps.
    """
    found: list[GNUTranslations] = []
    for place in (folder, OURS):
        names = dict.fromkeys((str(locale), locale.language))
        file = next((file for name in names if place and (file := place / f"{name}.po").is_file()), None)
        if file is not None:
            found.append(_read(file))
    if not found:
        english = locale if locale.language == "en" else Locale("en", "GB")
        return NullTranslations(), english
    first, *others = found
    for other in others:
        first.add_fallback(other)
    return first, locale
