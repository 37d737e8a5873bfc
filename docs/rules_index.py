"""Write docs/rules.md: every rule, where the code names it, and which tests hold it.

Rules are found by their numbers: in the docstrings and comments of the code, and in the names and docstrings of
the tests. `--check` fails where the page is not current, or where a rule in scope is not named by both.
"""

from __future__ import annotations

import ast
import re
import sys
import tomllib
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parent.parent
PAGE = ROOT / "docs" / "rules.md"
NUMBER = re.compile(r"\b([PMSCNAJD](?:1[0-3]|[1-9]))\b")
RANGE = re.compile(r"\b([PMSCNAJD])(\d+)(?:-| to )\1?(\d+)\b")
TEST = re.compile(r"^test_|^Test")

INTRO = """\
# The rules, the code and the tests

Written by `make rules` from [rules.toml](rules.toml), the code and the tests; `make lint` checks that it is
current, and that every rule but those marked *later* is held by a test.

"""


def numbers(text: str) -> set[str]:
    """The rules that a text names; `P1 to P3` and `S2-S4` name those between."""
    found = set(NUMBER.findall(text.replace("_", " ")))
    for letter, first, last in RANGE.findall(text):
        found |= {f"{letter}{n}" for n in range(int(first), int(last) + 1)}
    return found


def in_code(path: Path) -> set[str]:
    return numbers(path.read_text())


def in_tests(path: Path) -> Iterator[tuple[str, set[str]]]:
    """Each test of a file, with the rules that its name or docstring tells, or its class's."""
    for node in ast.parse(path.read_text()).body:
        yield from _tests(node, set())


def _tests(node: ast.stmt, outer: set[str]) -> Iterator[tuple[str, set[str]]]:
    if isinstance(node, ast.ClassDef | ast.FunctionDef) and TEST.match(node.name):
        told = outer | numbers(node.name) | numbers(ast.get_docstring(node) or "")
        if isinstance(node, ast.FunctionDef):
            yield node.name, told
        else:
            for inner in node.body:
                yield from _tests(inner, told)


def page() -> tuple[str, list[str]]:
    """The page, and the rules in scope that code or tests do not name."""
    code: dict[str, set[Path]] = defaultdict(set)
    tests: dict[str, set[Path]] = defaultdict(set)
    for path in sorted((ROOT / "src").rglob("*.py")):
        for rule in in_code(path):
            code[rule].add(path)
    for path in sorted((ROOT / "tests").rglob("test_*.py")):
        for _, told in in_tests(path):
            for rule in told:
                tests[rule].add(path)
    lines, bare = [INTRO], []
    areas = tomllib.loads((ROOT / "docs" / "rules.toml").read_text())
    later = areas.pop("later")
    for area, rules in areas.items():
        lines += [f"## {area.capitalize()}\n", "| rule | what it says | code | tests |", "| --- | --- | --- | --- |"]
        for rule, sentence in rules.items():
            where = ", ".join(link(path) for path in sorted(code[rule]))
            held = ", ".join(link(path) for path in sorted(tests[rule]))
            lines.append(f"| **{rule}** | {sentence} | {where} | {'*later*' if rule in later else held} |")
            if rule not in later and not (code[rule] and tests[rule]):
                bare.append(rule)
        lines.append("")
    return "\n".join(lines), bare


def link(path: Path) -> str:
    inside = path.relative_to(ROOT)
    short = "/".join(inside.parts[-2:])
    return f"[{short}](../{inside})"


def main() -> int:
    text, bare = page()
    if bare:
        print("not named by code and tests: " + ", ".join(bare), file=sys.stderr)
    if "--check" not in sys.argv:
        PAGE.write_text(text)
        return 0
    if not PAGE.exists() or PAGE.read_text() != text:
        print("docs/rules.md is not current: run make rules", file=sys.stderr)
        return 1
    return 1 if bare else 0


if __name__ == "__main__":
    sys.exit(main())
