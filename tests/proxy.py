"""Between a client and a PostgreSQL server: counts round trips and statements, and loses an answer when told to."""

from __future__ import annotations

import select
import socket
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import Thread
from typing import Literal

READY = b"Z\x00\x00\x00\x05"
Lost = Literal["question", "answer"]


class Proxy:
    """A socket of its own, and a thread for each connection that comes in there."""

    def __init__(self, folder: Path, server: str) -> None:
        self.folder = folder
        self.url = f"postgresql://practice@/postgres?host={folder}"
        self.trips = 0
        """How often a client asked, after all of an answer, over all connections."""
        self.statements = 0
        """How many statements were run for it, of which one trip may bring several."""
        self._server = server
        self._losing: tuple[int, Lost] | None = None
        self._listener = socket.socket(socket.AF_UNIX)
        self._listener.bind(str(folder / ".s.PGSQL.5432"))
        self._listener.listen()
        self._threads = [Thread(target=self._accept, daemon=True)]
        self._threads[0].start()

    def lose(self, what: Lost, *, on_trip: int) -> None:
        """Cut the connection on that trip from now: before the question goes on, or before its answer does."""
        self._losing = self.trips + on_trip, what

    def close(self) -> None:
        with suppress(OSError):
            self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        for thread in self._threads:
            thread.join(timeout=10)

    def _accept(self) -> None:
        while True:
            try:
                client, _ = self._listener.accept()
            except OSError:
                return
            server = socket.socket(socket.AF_UNIX)
            server.connect(self._server)
            self._threads.append(Thread(target=self._carry, args=(client, server), daemon=True))
            self._threads[-1].start()

    def _carry(self, client: socket.socket, server: socket.socket) -> None:
        asking = losing = False
        said, heard = _Said(), b""
        with client, server, suppress(OSError):
            while True:
                for ready in select.select([client, server], [], [])[0]:
                    data = ready.recv(1 << 20)
                    if not data:
                        return
                    if ready is client:
                        self.trips += not asking
                        asking = True
                        self.statements += said.statements(data)
                        lost = self._lost_now()
                        if lost == "question":
                            return
                        losing = losing or lost == "answer"
                        server.sendall(data)
                    elif not losing:
                        # In a pipeline the first answers may come while the client is still asking.
                        heard = (heard + data)[-len(READY) - 1 :]
                        asking = asking and not heard.startswith(READY)
                        client.sendall(data)
                    elif READY in data:
                        # The server has done all that it was asked.
                        return

    def _lost_now(self) -> Lost | None:
        if self._losing is None or self._losing[0] != self.trips:
            return None
        what, self._losing = self._losing[1], None
        return what


class _Said:
    """What one client says, cut into the messages of PostgreSQL's protocol."""

    def __init__(self) -> None:
        self._rest = b""
        self._begun = False

    def statements(self, data: bytes) -> int:
        """How many of those that `data` completes run a statement: simple queries, and executions."""
        self._rest += data
        found = place = 0
        while True:
            # The first message of all has no letter; the length counts itself.
            letter = int(self._begun)
            length = int.from_bytes(self._rest[place + letter : place + letter + 4])
            end = place + letter + length
            if len(self._rest) < place + letter + 4 or len(self._rest) < end:
                self._rest = self._rest[place:]
                return found
            found += self._begun and self._rest[place : place + 1] in (b"Q", b"E")
            self._begun = True
            place = end


@contextmanager
def proxy(server: str) -> Iterator[Proxy]:
    """A proxy before the server that listens on that socket, until the end of the block."""
    with tempfile.TemporaryDirectory(prefix="pc-") as folder:
        between = Proxy(Path(folder), server)
        try:
            yield between
        finally:
            between.close()
