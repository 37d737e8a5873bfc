"""`verify`, and `journal --verify`: whether what is on record is as it was written (J3)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime

import click

from ...domain.verification import Verification, Wrong
from ..failures import REFUSED, say
from ..lines import put
from ..options import ANCHOR, INSTANT, Call, Command, Office, example, pass_call
from ..progress import progressing
from ..wording import counted, plain

_SAID = {
    Wrong.CHANGED: "was changed",
    Wrong.REMOVED: "was removed",
    Wrong.INSERTED: "was inserted",
    Wrong.REORDERED: "is not in its place",
    Wrong.ORPHANED: "is about a thing that is not there",
}


@click.command(
    cls=Command,
    epilog=example("verify", "verify --as-of 2026-03-01T00:00:00Z", "verify --expect ANCHOR"),
)
@click.option("--as-of", type=INSTANT, metavar="INSTANT", help="Print each practice's anchor as of then, too.")
@click.option("--expect", type=ANCHOR, metavar="ANCHOR", help="What --as-of printed once has to come out again.")
@pass_call
@click.pass_context
def verify(ctx: click.Context, call: Call, as_of: datetime | None, expect: tuple[datetime, str] | None) -> None:
    """Check that no entry of any journal was changed, removed, inserted or reordered.

    In every practice, or in that of --practice. The first entry of each that does not fit is named, and the exit
    status is then 1. An anchor stands for all that was on record by an instant: kept where nobody can change it,
    it shows even a past that was written anew.
    """
    if as_of is not None and expect is not None:
        raise click.UsageError("An anchor has its own instant: say --as-of or --expect.")
    until, digest = (as_of, None) if expect is None else expect
    read, all_is_well = 0, True
    with _offices(call, one=digest is not None) as offices, progressing("Verifying") as progress:
        for office in offices:
            found = office.core.journal.verify_all(office.actor, as_of=until, progress=_beyond(read, progress))
            read += found.entries
            _tell(call, office.practice.id, found, until)
            if digest not in (None, found.anchor):
                say(f"another_past: What {office.practice.id} had on record by then is not what it was.")
            all_is_well &= found.fits and digest in (None, found.anchor)
    if not all_is_well:
        ctx.exit(REFUSED)


def _beyond(before: int, progress: Callable[[int], None]) -> Callable[[int], None]:
    """What was read in the practices before counts too."""
    return lambda done: progress(before + done)


@contextmanager
def _offices(call: Call, *, one: bool) -> Iterator[Iterator[Office]]:
    """Every practice's; where one is meant, it has to be clear which."""
    if one:
        with call.office() as office:
            yield iter((office,))
    else:
        with call.offices() as offices:
            yield offices


def verified(call: Call, office: Office, thing: str) -> bool:
    """Verify one thing's journal, tell what came of it, and answer whether it fits."""
    found = office.core.journal.verify(office.actor, thing)
    if call.json:
        put({"thing": thing, **_fields(found)})
    else:
        click.echo(f"{thing}: {counted(found.entries, 'entry', 'entries')}{_in_words(found)}")
    _name_misfit(found)
    return found.fits


def _tell(call: Call, practice_id: str, found: Verification, until: datetime | None) -> None:
    anchor = f"{until.isoformat()}/{found.anchor}" if until else None
    if call.json:
        put({"practice_id": practice_id, "things": found.things, **_fields(found), "anchor": anchor})
    else:
        entries, things = counted(found.entries, "entry", "entries"), counted(found.things, "thing")
        click.echo(f"{practice_id}: {entries} about {things}{_in_words(found)}")
        if anchor:
            click.echo(f"  anchor {anchor}")
    _name_misfit(found)


def _fields(found: Verification) -> dict[str, object]:
    return {
        "fits": found.fits,
        "entries": found.entries,
        "erased": found.erased,
        "broken": found.broken,
        "misfit": found.misfit,
    }


def _in_words(found: Verification) -> str:
    erased = f", the note of {found.erased:,} erased" if found.erased else ""
    return f"{erased}: all fit." if found.fits else f"{erased}: {counted(found.broken, 'journal')} broken."


def _name_misfit(found: Verification) -> None:
    """On standard error, as what a rule refuses. Whoever edited the journal may have written its id, too."""
    if (misfit := found.misfit) is not None:
        say(f"does_not_fit: Of {plain(misfit.thing)}, entry {misfit.number} {_SAID[misfit.wrong]}.")
