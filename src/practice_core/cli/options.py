"""What the options say: types of arguments, and the four options that every command takes."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, datetime
from pathlib import Path
from typing import Any

import attrs
import click

from ..core import PracticeCore, connect
from ..domain.actor import Actor, Role
from ..domain.checks import an_id, an_instant
from ..domain.errors import Invalid
from ..domain.policy import DETAILS
from ..domain.practice import Practice
from ..settings import Settings

PRACTICES_AT_ONCE = 100


@attrs.frozen(kw_only=True)
class Office:
    """Where a command works: a core, a practice in it, and who acts there."""

    core: PracticeCore
    practice: Practice
    actor: Actor


@attrs.define
class Call:
    """What the shared options said. Nothing is opened before a command opens it."""

    database: str | None = None
    practice: str | None = None
    acting: tuple[Role, str] = (Role.STAFF, "command-line")
    json: bool = False

    def settings(self) -> Settings:
        settings = Settings.from_environment()
        return settings if self.database is None else attrs.evolve(settings, database=self.database)

    def connected(self, at: datetime | None = None) -> PracticeCore:
        """A core, nothing opened yet. `at`: a clock that stands still there."""
        if at is None:
            return connect(self.settings())
        from ..adapters.clock import SettableClock

        return connect(self.settings(), clock=SettableClock(at))

    @contextmanager
    def office(self, at: datetime | None = None) -> Iterator[Office]:
        """A core with its practice. Raises `Invalid` where there is none, or several and none was said."""
        with self.connected(at) as core:
            there = _first_practices(core)
            if self.practice is None and len(there) > 1:
                raise Invalid("practice", "there are several: say which with --practice ID")
            yield self._office_in(core, self.practice or there[0])

    @contextmanager
    def offices(self) -> Iterator[Iterator[Office]]:
        """A core with each of its practices in turn, or the one that was said. Raises `Invalid` if there is none."""
        with self.connected() as core:
            _first_practices(core)
            named = _every_practice(core) if self.practice is None else iter((self.practice,))
            yield (self._office_in(core, practice_id) for practice_id in named)

    def _office_in(self, core: PracticeCore, practice_id: str) -> Office:
        role, name = self.acting
        return Office(core=core, practice=core.practices.get(practice_id), actor=Actor(practice_id, role, name))


pass_call = click.make_pass_decorator(Call, ensure=True)


def _first_practices(core: PracticeCore) -> tuple[str, ...]:
    """The first two, if there are as many. Raises `Invalid` if there is none."""
    # A mistyped name must not leave a new file behind: only `init` and `import` make one.
    if (file := missing_file(core)) is not None:
        raise Invalid("database", f"there is no file {file} yet: practice-core import FILE makes it")
    there = core.store.practices(limit=2)
    if not there:
        raise Invalid("database", "there is no practice in it yet: practice-core import FILE brings one")
    return there


def _every_practice(core: PracticeCore) -> Iterator[str]:
    after = ""
    while page := core.store.practices(limit=PRACTICES_AT_ONCE, after=after):
        yield from page
        after = page[-1]


def missing_file(core: PracticeCore) -> Path | None:
    """The SQLite file that the first use would make; None where there is one, or another kind of store."""
    from ..adapters.sql.store import SqlStore

    if not isinstance(core.store, SqlStore) or core.store.engine.dialect.name != "sqlite":
        return None
    file = Path(str(core.store.engine.url.database))
    return None if file.exists() else file


def _checked(check: Callable[[str], Any]) -> Callable[[str], Any]:
    """One of our own checks as a type for click: what it refuses is a usage error."""

    def convert(text: str) -> Any:
        try:
            return check(text)
        except Invalid as error:
            raise click.BadParameter(error.problem) from error

    return convert


def _instant(text: str) -> datetime:
    try:
        return an_instant("instant", datetime.fromisoformat(text))
    except ValueError as error:
        raise Invalid("instant", "must be an instant such as 2026-03-01T07:30:00Z") from error


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise Invalid("day", "must be a date such as 2026-03-01") from error


def _actor(text: str) -> tuple[Role, str]:
    role, colon, name = text.partition(":")
    if not colon or role not in (Role.STAFF, Role.THERAPIST, Role.CLIENT):
        raise Invalid("as", "must be staff:ID, therapist:ID or client:ID")
    return Role(role), an_id("as", name)


def _anchor(text: str) -> tuple[datetime, str]:
    until, slash, digest = text.partition("/")
    if not slash or not re.fullmatch("[0-9a-f]{64}", digest):
        raise Invalid("expect", "must be an anchor as it was printed: INSTANT/DIGEST")
    return _instant(until), digest


def _detail(text: str) -> tuple[str, str]:
    field, equals, value = text.partition("=")
    if not equals or field not in DETAILS:
        raise Invalid("set", "must be FIELD=VALUE, with one of " + ", ".join(DETAILS))
    return field, value


ID = _checked(lambda text: an_id("id", text))
# A kind before the id, and the colon, make it longer.
THING = _checked(lambda text: an_id("thing", text, most=80))
INSTANT = _checked(_instant)
DAY = _checked(_day)
ANCHOR = _checked(_anchor)
ACTOR = _checked(_actor)
DETAIL = _checked(_detail)


def _kept(ctx: click.Context, param: click.Parameter, value: Any) -> None:
    """Into the `Call`. Said after the command it counts more than before."""
    if value is not None:
        setattr(ctx.ensure_object(Call), str(param.name), value)


def shared_options(*, hidden: bool) -> list[click.Parameter]:
    """The same before a command and after it; there only --json is shown again."""

    def option(*names: str, **rest: Any) -> click.Option:
        return click.Option(names, expose_value=False, callback=_kept, **rest)

    return [
        option(
            "--database",
            metavar="URL",
            hidden=hidden,
            help="sqlite:///FILE, postgresql://... or memory://.  [PRACTICE_CORE_DATABASE; default: sqlite:///practice.db]",
        ),
        option("--practice", type=ID, metavar="ID", hidden=hidden, help="Needed only where there are several."),
        option(
            "--as",
            "acting",
            type=ACTOR,
            metavar="ACTOR",
            hidden=hidden,
            help="Who does it: staff:ID, therapist:ID or client:ID.  [default: staff:command-line]",
        ),
        option(
            "--json",
            is_flag=True,
            default=None,
            help="Print JSON, one object a line, and nothing else.",
        ),
    ]


class Command(click.Command):
    """A command that takes the shared options too."""

    def __init__(self, *args: Any, **settings: Any) -> None:
        super().__init__(*args, **settings)
        self.params.extend(shared_options(hidden=True))


class Group(click.Group):
    """A command with commands of its own; each takes the shared options too."""

    def __init__(self, *args: Any, **settings: Any) -> None:
        super().__init__(*args, **settings)
        self.params.extend(shared_options(hidden=True))


def example(*lines: str) -> str:
    """How a help page ends: with what one could type."""
    return "\b\nExample:\n" + "\n".join(f"  practice-core {line}" for line in lines)


idempotency_key_option = click.option(
    "--idempotency-key", metavar="KEY", help="With the same key it is done once, however often it is sent."
)
relationship_argument = click.argument("relationship_id", metavar="RELATIONSHIP", type=ID)
thing_argument = click.argument("thing", metavar="THING", type=THING)
