"""What databases do differently, as the store needs it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from datetime import datetime, timedelta
from typing import Any, Protocol

import sqlalchemy as sa

from ...domain.errors import Conflict, Unavailable

MICROSECOND = timedelta(microseconds=1)
Encode = Callable[[datetime], Any]
Worded = str | bytes
"""A statement in the form a driver takes."""


class Driver(Protocol):
    """What databases do differently."""

    @property
    def lost_races(self) -> tuple[type[Exception], ...]:
        """What it raises for a key that is taken, a reference to nothing, or a lock that was not to be had."""

    @property
    def writes_whole(self) -> bool:
        """Whether a batch goes as one statement: where every statement is a trip to a server."""

    @property
    def locks_rows(self) -> bool:
        """Whether rows are locked one by one; otherwise whoever writes has the database to themselves."""

    def engine(self) -> sa.Engine:
        """A pool of connections, none opened yet."""

    @property
    def instant(self) -> Encode | None:
        """How an instant is given to the database; None where it is given as it is."""

    def moment(self, held: Any) -> datetime:
        """The instant, in UTC, that the database gives as that."""

    def worded(self, sql: str) -> Worded:
        """The statement as its cursor takes it: made once, and executed many times."""

    def outage(self, error: BaseException, *, committing: bool) -> tuple[Unavailable, BaseException | None] | None:
        """The outage that an error of the driver's is, and what may be shown as its cause; None for other errors.

        `committing`: its outcome may be unknown.
        """

    def broken(self, connection: Any) -> bool:
        """Whether a connection is of no use any more."""

    def shown(self, column: sa.Column[Any]) -> sa.ColumnElement[Any]:
        """The column as reading gives it: text, a number, or an instant as it is held."""

    def cursor(self, connection: Any) -> Any:
        """A cursor on a connection of the pool."""

    def cursor_of(self, connection: object) -> Any:
        """A cursor on a host's own connection, independent of how that gives its rows; None for another kind."""

    def begin_host(self, cursor: Any) -> None:
        """See that the host's connection is in a transaction, so that a savepoint in it ends with it.

        Raises `Invalid` for one that is in none, and in a mode that begins none.
        """

    def together(self, cursor: Any) -> AbstractContextManager[None]:
        """What is executed in there goes to a server in one trip, if there is one and nobody waits for an answer.

        What fails is raised by the end of the block.
        """

    def run(self, cursor: Any, statement: Worded, values: Any = ()) -> None:
        """A statement whose answer is of no use; the cursor keeps the answer that it has."""

    def begin_writing(self, cursor: Any) -> None:
        """A transaction that will write."""

    def end(self, cursor: Any, *, commit: bool) -> None:
        """Commit or roll back."""

    def look_again(self, cursor: Any, tables: Sequence[str]) -> None:
        """Within a long transaction: what is in those tables now is worth other plans than when they were empty."""

    def has_table(self, cursor: Any, name: str) -> bool:
        """Whether there is a table of that name."""


def url_of(text: str) -> sa.URL | None:
    """None for text that is none: what is raised for it may repeat it with its password (A4)."""
    try:
        return sa.make_url(text)
    except (sa.exc.ArgumentError, ValueError):
        return None


class Translated:
    """A block in which a driver's outages become `Unavailable` and, where one is `racing`, lost races `Conflict`.

    A class, not a generator: every command enters several.
    """

    __slots__ = ("_committing", "_driver", "_racing")

    def __init__(self, driver: Driver, *, racing: bool = False, committing: bool = False) -> None:
        self._driver = driver
        self._racing = racing
        self._committing = committing

    def __enter__(self) -> None:
        return None

    def __exit__(self, _: object, error: BaseException | None, __: object) -> None:
        if error is None:
            return
        if isinstance(error, self._driver.lost_races):
            if self._racing:
                # Without its cause: a database may say there which row it was, with all that is in it (A4).
                raise Conflict("an id, a unique key or a version") from None
        elif (found := self._driver.outage(error, committing=self._committing)) is not None:
            outage, cause = found
            raise outage from cause
