"""Letters in words, by Jinja templates: text and HTML from the same one, so that they say the same."""

from __future__ import annotations

import re
import textwrap
from functools import lru_cache
from pathlib import Path

from babel import Locale
from jinja2 import BaseLoader, ChoiceLoader, Environment, FileSystemLoader, PrefixLoader, StrictUndefined, pass_context
from jinja2.runtime import Context

from ...domain.authority import Standing
from ...domain.letter import Letter
from ...ports.letters import Rendered
from .catalogues import translations
from .formats import a_day, a_time, an_amount, locale_of

OURS = Path(__file__).parent / "templates"
WIDTH = 72
_SEVERAL_BLANK_LINES = re.compile(r"\n\s*\n")


class JinjaRenderer:
    """`folder`: a host's own templates, by the names of ours; ``practice_core/NAME`` in one names ours."""

    def __init__(self, folder: Path | None = None) -> None:
        self._folder = folder
        ours = FileSystemLoader(OURS)
        theirs = [FileSystemLoader(folder)] if folder else []
        self._loader: BaseLoader = ChoiceLoader([*theirs, ours, PrefixLoader({"practice_core": ours})])
        self._environment = lru_cache(maxsize=64)(self._made)

    def render(self, letter: Letter) -> Rendered:
        locale = locale_of(letter.language)
        texts, pages = self._environment(str(locale), "txt"), self._environment(str(locale), "html")
        words = {
            "letter": letter,
            "attendee": letter.reader is Standing.ATTENDEE,
            "therapist": letter.reader is Standing.THERAPIST,
        }
        text = texts.get_template(f"{letter.kind}.j2")
        return Rendered(
            subject=_one_line("".join(text.blocks["subject"](text.new_context(words)))),
            text=_SEVERAL_BLANK_LINES.sub("\n\n", text.render(words)).strip() + "\n",
            html=pages.get_template(f"{letter.kind}.j2").render(words).strip() + "\n",
            appointment=_one_line(texts.get_template("appointment.j2").render(words)),
        )

    def _made(self, name: str, form: str) -> Environment:
        """Of one language and form."""
        locale = Locale.parse(name)
        catalogue, spoken = translations(locale, self._folder)
        environment = Environment(
            loader=self._loader,
            autoescape=form == "html",  # noqa: S701 - the other one is plain text
            undefined=StrictUndefined,
            extensions=["jinja2.ext.i18n"],
            trim_blocks=True,
            lstrip_blocks=True,
        )
        environment.policies["ext.i18n.trimmed"] = True
        environment.install_gettext_translations(catalogue, newstyle=True)  # type: ignore[attr-defined]
        environment.filters |= {
            "time": _time(locale),
            "day": lambda day: a_day(day, locale),
            "money": lambda money: an_amount(money, locale),
            "fill": _filled,
        }
        environment.globals |= {
            "layout": f"layout.{form}.j2",
            "lang": str(spoken).replace("_", "-"),
            "direction": spoken.text_direction,
        }
        parts = environment.get_template(f"parts.{form}.j2").module
        environment.globals |= {part: getattr(parts, part) for part in ("p", "bullets", "facts", "button")}
        return environment


def _time(locale: Locale) -> object:
    @pass_context
    def filtered(context: Context, at: object) -> str | None:
        letter: Letter = context["letter"]
        return None if at is None else a_time(at, locale, letter.time_zone)  # type: ignore[arg-type]

    return filtered


def _filled(text: str) -> str:
    return textwrap.fill(text, WIDTH, break_long_words=False, break_on_hyphens=False)


def _one_line(text: str) -> str:
    return " ".join(text.split())
