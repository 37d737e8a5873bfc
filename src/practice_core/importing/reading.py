"""A practice file as a stream of items.

The parser is ijson's, in C where its wheel has it. It reads the file once to see that all of it is JSON and
which sections it has, and then again for each section.
"""

from __future__ import annotations

import re
import shutil
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from itertools import islice
from typing import BinaryIO

import attrs
import ijson

from ..domain.errors import Invalid

PRACTICE = "practice"
SECTIONS = (PRACTICE, "therapists", "clients", "relationships", "sessions")
# The place of what is wrong with the file as such.
FILE = "file"
# A practice file needs four levels. The parser's memory grows with the square of the depth.
DEEPEST = 10

_OPENING = frozenset({"start_map", "start_array"})
_CLOSING = frozenset({"end_map", "end_array"})
_FIELD = re.compile(r"[a-z][a-z0-9_]{0,63}", re.IGNORECASE | re.ASCII)


class Fields(dict[str, object]):
    """A JSON object. `twice` is a name that stands in it twice, if one does: JSON leaves open which would count."""

    twice: str | None = None

    def __setitem__(self, name: str, value: object) -> None:
        # Noted and not raised: the parser's C code does not expect an error here.
        if name in self:
            self.twice = name
        super().__setitem__(name, value)


@attrs.frozen
class PracticeFile:
    """A file that is JSON and has every section once. `counts`: how many items each list has."""

    _file: BinaryIO
    _start: int
    counts: Mapping[str, int]

    def practice(self) -> object:
        """What stands under `practice`."""
        return next(self._found(PRACTICE))

    def items(self, section: str) -> Iterator[object]:
        """The items of a list, in their order. One list at a time: each starts the file anew."""
        # Counted, so that the rest of the file is not read for nothing.
        return islice(self._found(f"{section}.item"), self.counts[section])

    def _found(self, place: str) -> Iterator[object]:
        self._file.seek(self._start)
        return iter(ijson.items(self._file, place, map_type=Fields))


@contextmanager
def practice_file(file: BinaryIO) -> Iterator[PracticeFile]:
    """The file, looked through once. Raises `Invalid`. A pipe is copied to a temporary file first."""
    with _rewindable(file) as source:
        start = source.tell()
        yield PracticeFile(source, start, _looked_through(source))


def a_name(name: object) -> str:
    """The name of a field as a message may show it. Anything else in its place could be anybody's data (A4)."""
    return name if isinstance(name, str) and _FIELD.fullmatch(name) else ""


@contextmanager
def _rewindable(file: BinaryIO) -> Iterator[BinaryIO]:
    if file.seekable():
        yield file
        return
    with tempfile.TemporaryFile() as copy:
        shutil.copyfileobj(file, copy)
        copy.seek(0)
        yield copy


def _looked_through(file: BinaryIO) -> dict[str, int]:
    """Every section and how many items it has. Raises `Invalid` for what is no JSON, or has other sections."""
    outline = _Outline()
    try:
        for event, value in ijson.basic_parse(_Inspected(file)):
            if event == "map_key":
                outline.name(value)
            elif event in _CLOSING:
                outline.depth -= 1
            else:
                outline.value(event)
    except (ijson.JSONError, UnicodeDecodeError):
        # What the parser says quotes the file (A4).
        raise Invalid(FILE, f"is no JSON in UTF-8, or not all of it, {outline.so_far()}") from None
    for section in SECTIONS:
        if section not in outline.counts:
            raise Invalid(section, "is missing")
    return outline.counts


class _Outline:
    """The sections of a file, as the parser comes by them."""

    def __init__(self) -> None:
        self.counts: dict[str, int] = {}
        self.depth = 0
        self._section = ""

    def name(self, name: str) -> None:
        """The name of a field; on the first level, of a section."""
        if self.depth != 1:
            return
        if name not in SECTIONS:
            raise Invalid(a_name(name) or FILE, "there are no sections but " + ", ".join(SECTIONS))
        if name in self.counts:
            raise Invalid(name, "is there twice")
        self._section = name
        self.counts[name] = 0

    def value(self, event: str) -> None:
        """The beginning of a value."""
        if self.depth == 0 and event != "start_map":
            raise Invalid(FILE, "must be one JSON object")
        if self.depth == 1:
            self._section_begins(event)
        if self.depth == 2:
            self.counts[self._section] += 1
        if event in _OPENING:
            self.depth += 1
            if self.depth > DEEPEST:
                raise Invalid(FILE, f"is nested too deeply, {self.so_far()}")

    def so_far(self) -> str:
        """Where in the file the parser is."""
        if not self._section:
            return "from the start"
        count = self.counts[self._section]
        item = f"[{count - 1}]" if count and self._section != PRACTICE else ""
        return f"at or after {self._section}{item}"

    def _section_begins(self, event: str) -> None:
        if self._section == PRACTICE and event != "start_map":
            raise Invalid(PRACTICE, "must be an object")
        if self._section != PRACTICE and event != "start_array":
            raise Invalid(self._section, "must be a list")


class _Inspected:
    """The file for the parser's first reading, looked through for what its C code mistakes.

    It makes a question mark of half a surrogate pair, and a crash of a number that Python would not take for
    its length.
    """

    _HALF = re.compile(rb"\\u[dD][89abAB][0-9a-fA-F]{2}(?!\\u[dD][c-fC-F])")
    _PAIR = 12
    # A number too long for Python (4,300 digits) fills at least one block of half that length.
    _BLOCK = 2_048
    _KEPT = 5_000

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self._before = b""

    def read(self, size: int = -1) -> bytes:
        chunk = self._file.read(size)
        # An escaped backslash begins no escape. What was read before is kept for what goes across the border.
        text = (self._before + chunk).replace(rb"\\", b"__")
        half = self._HALF.search(text)
        if half and (not chunk or half.start() <= len(text) - self._PAIR):
            raise Invalid(FILE, "has half a surrogate pair in a text")
        blocks = range(0, len(text) - self._BLOCK + 1, self._BLOCK)
        if any(text[start : start + self._BLOCK].isdigit() for start in blocks):
            raise Invalid(FILE, "has a number with thousands of digits")
        self._before = text[-self._KEPT :]
        return chunk
