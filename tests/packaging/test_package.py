"""What is published works for whoever installs it: on every Python we name, in an environment with nothing else."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
HATCHLING = Path(sys.executable).with_name("hatchling")
# Those that a reader sees, and those that only run.
BLOCK = re.compile(r"(?:```|<!-- invisible-code-block: )python\n(.*?)(?:```|-->)", re.DOTALL)
PYTHONS = ("3.11", "3.12", "3.13")
PYENV = Path(os.environ.get("PYENV_ROOT", Path.home() / ".pyenv")) / "versions"


def _run(*command: str | Path, cwd: Path) -> str:
    done = subprocess.run(command, cwd=cwd, capture_output=True, text=True, check=False)
    assert done.returncode == 0, f"{command}: {done.stdout[-2000:]}{done.stderr[-2000:]}"
    return done.stdout


def _python(version: str) -> Path:
    """One that runs; a launcher without it is none."""
    found = [shutil.which(f"python{version}"), *sorted(PYENV.glob(f"{version}.*/bin/python{version}"))]
    for one in filter(None, found):
        if subprocess.run([one, "-c", "import venv, ensurepip"], capture_output=True, check=False).returncode == 0:
            return Path(one)
    pytest.skip(f"no Python {version} on this machine")


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder with the sdist and the wheel, built once."""
    folder = tmp_path_factory.mktemp("dist")
    _run(HATCHLING, "build", "--directory", folder, cwd=ROOT)
    return folder


@pytest.fixture(scope="module", params=PYTHONS)
def installed(request: pytest.FixtureRequest, built: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The programs of an environment with the wheel, and what it needs, and nothing else."""
    environment = tmp_path_factory.mktemp(f"python{request.param}")
    _run(_python(request.param), "-m", "venv", "--without-pip", environment, cwd=environment)
    programs = environment / "bin"
    (wheel,) = built.glob("*.whl")
    pip = (sys.executable, "-m", "pip", "--python", programs / "python", "--quiet", "--disable-pip-version-check")
    # What the two tests import is compiled when it is; the rest need not be.
    _run(*pip, "install", "--no-compile", "--constraint", ROOT / "constraints.txt", wheel, cwd=environment)
    _run(*pip, "check", cwd=environment)
    return programs


def test_the_demo_runs_from_the_wheel(installed: Path, tmp_path: Path) -> None:
    told = _run(installed / "practice-core", "demo", cwd=tmp_path)
    assert "practice-core journal client:lena" in told


def test_a_host_gets_a_core_that_migrates_and_writes_letters(installed: Path, tmp_path: Path) -> None:
    """The blocks of the README, with the data that the package brings: templates, catalogues, revisions."""
    blocks = BLOCK.findall((ROOT / "README.md").read_text(encoding="utf-8"))
    story = tmp_path / "readme.py"
    story.write_text("\n".join(blocks), encoding="utf-8")
    _run(installed / "python", "-I", "-W", "error", story, cwd=tmp_path)


def test_without_its_extra_the_test_kit_names_it(installed: Path, tmp_path: Path) -> None:
    """Somebody who has pytest already would be told of hypothesis only."""
    script = "try: import practice_core.testing.plugin\nexcept ImportError as missing: print(missing)"
    told = _run(installed / "python", "-I", "-c", script, cwd=tmp_path)
    assert "no hypothesis and no pytest: pip install 'practice-core[testing]'\n" == told


def test_the_wheel_brings_the_package_and_nothing_else(built: Path) -> None:
    (wheel,) = built.glob("*.whl")
    names = {name for name in zipfile.ZipFile(wheel).namelist() if ".dist-info/" not in name}
    source = ROOT / "src"
    files = (path for path in source.rglob("*") if path.is_file() and "__pycache__" not in path.parts)
    assert {str(path.relative_to(source)) for path in files} == names


def test_the_sdist_brings_every_file_that_is_kept(built: Path) -> None:
    """So whoever packages it for a system can run its tests and build its documentation."""
    if not (ROOT / ".git").exists():
        pytest.skip("what is kept only the repository knows")
    (sdist,) = built.glob("*.tar.gz")
    with tarfile.open(sdist) as archive:
        names = {name.partition("/")[2] for name in archive.getnames()}
    kept = set(_run("git", "ls-files", cwd=ROOT).splitlines())
    assert {"PKG-INFO"} == names ^ kept


def test_the_sdist_builds_the_same_wheel(built: Path, tmp_path: Path) -> None:
    (sdist,), (wheel,) = built.glob("*.tar.gz"), built.glob("*.whl")
    with tarfile.open(sdist) as archive:
        archive.extractall(tmp_path, filter="data")
    (unpacked,) = tmp_path.iterdir()
    _run(HATCHLING, "build", "--target", "wheel", "--directory", tmp_path, cwd=unpacked)
    assert wheel.read_bytes() == (tmp_path / wheel.name).read_bytes()
