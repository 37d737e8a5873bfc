"""Directives for what the code itself knows: its public names, and the commands of its command line."""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum
from typing import ClassVar

import click
from docutils import nodes
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective

import practice_core
from practice_core import PracticeError
from practice_core.cli.app import practice_core as program

WIDTH = 90


class PublicNames(SphinxDirective):
    """``.. public-names:: errors``, ``choices`` or ``values``: what `practice_core.__all__` has of them."""

    required_arguments = 1
    own_pages: ClassVar = {"connect", "PracticeCore", "Settings", "Links"}

    def run(self) -> list[nodes.Node]:
        names = [name for name in practice_core.__all__ if _kind(name) == self.arguments[0]]
        lines = [line for name in names if name not in self.own_pages for line in _class(name)]
        return self.parse_text_to_nodes("\n".join(lines))


def _kind(name: str) -> str:
    thing = getattr(practice_core, name)
    if not isinstance(thing, type):
        return "functions"
    return "errors" if issubclass(thing, PracticeError) else "choices" if issubclass(thing, Enum) else "values"


def _class(name: str) -> Iterator[str]:
    yield f".. autoclass:: practice_core.{name}"
    if _kind(name) == "errors":
        yield "   :show-inheritance:"
    yield ""


class Commands(SphinxDirective):
    """``.. commands::`` what ``--help`` prints, of the program and of each of its commands."""

    def run(self) -> list[nodes.Node]:
        return [_section(title, command) for title, command in _walk("practice-core", program)]


def _section(title: str, command: click.Command) -> nodes.Node:
    section = nodes.section(ids=[nodes.make_id(title)], names=[title])
    shown = command.get_help(click.Context(command, info_name=title, terminal_width=WIDTH))
    section += [nodes.title(title, title), nodes.literal_block(shown, shown, language="text")]
    return section


def _walk(title: str, command: click.Command) -> Iterator[tuple[str, click.Command]]:
    yield title, command
    if isinstance(command, click.Group):
        for name, inner in command.commands.items():
            yield from _walk(f"{title} {name}", inner)


def setup(app: Sphinx) -> dict[str, bool]:
    app.add_directive("public-names", PublicNames)
    app.add_directive("commands", Commands)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
