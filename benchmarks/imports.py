"""What `import practice_core` costs over bare Python, as it is installed: from a wheel, with bytecode."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path
from statistics import median

import attrs

ROUNDS = 15
ROOT = Path(__file__).parent.parent
LATER = ("sqlalchemy", "psycopg", "stripe", "dependency_injector", "jinja2")
"""What is imported by `connect` or later, once it is needed."""


@attrs.frozen
class Import:
    seconds: float
    too_early: tuple[str, ...]
    """Of `LATER`, what is there after `import practice_core` alone."""


def measured(folder: Path) -> Import:
    """Raises `CalledProcessError` where no wheel can be built."""
    target = folder / "installed"
    pip = [sys.executable, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-deps", "--compile"]
    subprocess.run([*pip, "--target", str(target), str(ROOT)], check=True, stderr=subprocess.DEVNULL)
    over = []
    for _ in range(ROUNDS):
        bare, whole = _seconds("pass", target), _seconds("import practice_core", target)
        over.append(whole - bare)
    asked = "import sys, practice_core; print(practice_core.__file__, *sys.modules)"
    file, *modules = _run(asked, target).split()
    if not Path(file).is_relative_to(target):
        raise RuntimeError(f"{file} was imported, not the wheel")
    return Import(median(over), tuple(name for name in LATER if name in modules))


def _seconds(code: str, target: Path) -> float:
    began = time.perf_counter()
    _run(code, target)
    return time.perf_counter() - began


def _run(code: str, target: Path) -> str:
    environment = {**os.environ, "PYTHONPATH": str(target)}
    done = subprocess.run(
        [sys.executable, "-c", code], env=environment, cwd=target, capture_output=True, text=True, check=True
    )
    return done.stdout
