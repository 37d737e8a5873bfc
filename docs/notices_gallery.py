"""Write build/notices: every kind of notice in every language, as pages, and as pictures where Chromium is there.

The facts are invented; words and layout are those of the letters that go out. A new kind needs a line in `LETTERS`.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime, timedelta
from itertools import product
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import attrs
from jinja2 import Environment

from practice_core import Money, NoticeKind
from practice_core.adapters.letters.catalogues import OURS as CATALOGUES
from practice_core.adapters.letters.renderer import JinjaRenderer
from practice_core.domain.authority import Standing
from practice_core.domain.letter import Letter

FOLDER = Path(__file__).parent.parent / "build" / "notices"
LANGUAGES = ("en-GB", *sorted(file.stem for file in CATALOGUES.glob("*.po")))

CHROMIUM = (
    *("chromium", "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync", "--hide-scrollbars"),
    # As wide as a phone, and high enough for the longest letter.
    "--window-size=420,800",
)

ATTENDEE, PAYER, THERAPIST = Standing.ATTENDEE, Standing.PAYER, Standing.THERAPIST
NAMES = {ATTENDEE: "Lena Moreau", PAYER: "Vera Moreau", THERAPIST: "Efua Boateng"}
NOW = datetime(2026, 6, 1, 9, 0, tzinfo=UTC)
SESSION = datetime(2026, 6, 18, 15, 0, tzinfo=UTC)
WEEK = timedelta(weeks=1)


def letter(kind: NoticeKind, reader: Standing, which: str = "", **facts: Any) -> Letter:
    """To that reader; `which` names it, where they are sent several of the kind."""
    name = NAMES[reader]
    common = Letter(
        id="-".join(filter(None, (kind, reader, which))),
        kind=kind,
        language="en-GB",
        reader=reader,
        practice_name="Riverside",
        time_zone="Europe/London",
        written_at=NOW,
        to_name=name,
        to_email="reader@mail.example",
        greeting_name=name if reader is THERAPIST else name.split()[0],
        therapist_name=NAMES[THERAPIST],
        client_name=NAMES[ATTENDEE] if reader is THERAPIST else "",
        starts_at=SESSION,
        before_at=SESSION - 2 * WEEK,
        amount=Money(6000, "GBP"),
        reason="insufficient_funds",
        links={page: f"https://riverside.example/{page}" for page in ("card", "pay", "authenticate", "accept")},
    )
    return attrs.evolve(common, **facts)


# In the order of table N.
LETTERS = (
    letter(NoticeKind.MIGRATION_REQUESTED, ATTENDEE),
    letter(NoticeKind.MIGRATION_REQUESTED, PAYER, asked_by_attendee=True),
    letter(NoticeKind.MIGRATION_REQUESTED, PAYER, "of_a_child"),
    letter(NoticeKind.MIGRATION_REQUESTED, THERAPIST, "attendee_asked", asked_by_attendee=True),
    letter(NoticeKind.MIGRATION_REQUESTED, THERAPIST, "payer_asked"),
    letter(NoticeKind.HANDING_OVER_REQUESTED, ATTENDEE),
    letter(NoticeKind.HANDING_OVER_REQUESTED, PAYER),
    letter(NoticeKind.HANDING_OVER_REQUESTED, THERAPIST, "attendee_asked", asked_by_attendee=True),
    letter(NoticeKind.HANDING_OVER_REQUESTED, THERAPIST, "payer_asked"),
    letter(NoticeKind.ASKED_TO_PAY, PAYER),
    letter(NoticeKind.ADD_CARD, ATTENDEE),
    letter(NoticeKind.YOURS_TO_PAY, ATTENDEE),
    letter(NoticeKind.YOURS_TO_PAY, ATTENDEE, "not_agreed", agreement=True),
    letter(NoticeKind.YOURS_TO_PAY, PAYER),
    letter(NoticeKind.NO_LONGER_YOURS_TO_PAY, ATTENDEE, sessions=(SESSION, SESSION + WEEK)),
    letter(NoticeKind.NO_LONGER_YOURS_TO_PAY, PAYER),
    letter(NoticeKind.NO_LONGER_YOURS_TO_PAY, PAYER, "passed_on", passed_on=True),
    letter(
        NoticeKind.NO_LONGER_YOURS_TO_PAY,
        PAYER,
        "owing",
        sessions=(SESSION, SESSION + WEEK),
        owed_sessions=(NOW - WEEK,),
    ),
    letter(NoticeKind.PAYER_CHANGED, ATTENDEE),
    letter(NoticeKind.REQUEST_DECLINED, ATTENDEE),
    letter(NoticeKind.REQUEST_EXPIRED, ATTENDEE),
    letter(NoticeKind.CLIENT_CAN_BE_BOOKED, THERAPIST),
    *(letter(NoticeKind.SESSION_BOOKED, reader) for reader in NAMES),
    *(letter(NoticeKind.SESSION_MOVED, reader) for reader in NAMES),
    *(letter(NoticeKind.SESSION_CANCELLED, reader) for reader in NAMES),
    letter(NoticeKind.SESSION_CANCELLED, ATTENDEE, "late", late=True),
    *(letter(NoticeKind.SESSION_REBOOKED, reader) for reader in NAMES),
    letter(NoticeKind.CHARGE_PAID, PAYER),
    letter(NoticeKind.CHARGE_DECLINED, PAYER),
    letter(NoticeKind.CHARGE_DECLINED, THERAPIST),
    letter(NoticeKind.AUTHENTICATION_NEEDED, PAYER),
    *(letter(NoticeKind.UNPAID_SESSION_CANCELLED, reader) for reader in NAMES),
    letter(NoticeKind.REFUND_MADE, PAYER),
    letter(NoticeKind.BIRTHDAY_NEAR, THERAPIST, birthday=date(2026, 7, 1)),
    letter(NoticeKind.BIRTHDAY_NEAR, THERAPIST, "unknown"),
)

INDEX = """\
<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>Notices</title>
<style>
body { font: 16px/1.5 system-ui, sans-serif; margin: 24px; }
section { display: flex; flex-wrap: wrap; gap: 16px; }
figure { margin: 0; }
iframe { width: 420px; height: 640px; border: 1px solid #8e8e93; }
</style>
<h1>Every notice, in every language</h1>
{% for letter in letters %}
<h2>{{ letter.id }}</h2>
<section>
{% for language in languages %}
{% set name = letter.id ~ "." ~ language %}
<figure>
<figcaption>
<a href="{{ name }}.html">{{ language }}</a>{% if pictured %}, <a href="{{ name }}.png">picture</a>{% endif %}
</figcaption>
<iframe src="{{ name }}.html" title="{{ name }}" loading="lazy"></iframe>
</figure>
{% endfor %}
</section>
{% endfor %}
</html>
"""


def picture(page: Path) -> None:
    """What a page looks like, beside it. Raises `CalledProcessError` where Chromium fails."""
    with TemporaryDirectory() as profile:
        command = [*CHROMIUM, f"--user-data-dir={profile}", f"--screenshot={page.with_suffix('.png')}", page.as_uri()]
        subprocess.run(command, check=True, capture_output=True, timeout=60)  # noqa: S603 - no shell


def main(folder: Path = FOLDER) -> None:
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    renderer = JinjaRenderer()
    for one, language in product(LETTERS, LANGUAGES):
        page = renderer.render(attrs.evolve(one, language=language)).html
        (folder / f"{one.id}.{language}.html").write_text(page)
    pictured = shutil.which(CHROMIUM[0]) is not None
    if pictured:
        with ThreadPoolExecutor(max_workers=os.cpu_count()) as pool:
            list(pool.map(picture, folder.glob("*.html")))
    else:
        print("Chromium is not there, so no pictures (on Debian: apt-get install chromium).")
    index = Environment(autoescape=True, trim_blocks=True).from_string(INDEX)
    (folder / "index.html").write_text(index.render(letters=LETTERS, languages=LANGUAGES, pictured=pictured))
    print(folder / "index.html")


if __name__ == "__main__":
    main()
