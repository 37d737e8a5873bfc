"""The examples in the documentation are tests: what is Python runs, and what is to be typed is typed.

`<!-- skip: next "why" -->` above a block leaves it out, and pytest tells why.
"""

from __future__ import annotations

from sybil import Sybil
from sybil.parsers.markdown import CodeBlockParser, PythonCodeBlockParser, SkipParser
from tests.docs import console

pytest_collect_file = Sybil(
    parsers=[PythonCodeBlockParser(), CodeBlockParser(language="console", evaluator=console.run), SkipParser()],
    patterns=["*.md"],
    setup=console.set_up,
    teardown=console.tear_down,
).pytest()
