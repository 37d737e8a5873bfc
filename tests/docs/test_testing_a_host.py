"""A host that copies docs/testing-a-host.md has tests that pass."""

from __future__ import annotations

import re
import subprocess
import sys
from collections import defaultdict
from pathlib import Path

PAGE = Path(__file__).parents[2] / "docs" / "testing-a-host.md"
BLOCK = re.compile(r"```python\n(# (\w+\.py)\b.*?)```", re.DOTALL)


def test_the_tests_on_the_page_pass(tmp_path: Path) -> None:
    """In a folder of their own, with the plugin loaded by its conftest.py, and warnings as errors."""
    files: dict[str, str] = defaultdict(str)
    for code, name in BLOCK.findall(PAGE.read_text()):
        files[name] += code
    for name, code in files.items():
        (tmp_path / name).write_text(code)
    command = [sys.executable, "-m", "pytest", "-q", "-W", "error", "-p", "no:cacheprovider", "--rootdir", "."]

    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)

    assert 0 == done.returncode, done.stdout
    assert f"{files['test_host.py'].count('def test_')} passed" in done.stdout
