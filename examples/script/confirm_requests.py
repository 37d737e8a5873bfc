"""Every morning, from cron: confirm what clients have asked for, where nothing is in the way.

Run as `python -m examples.script.confirm_requests PRACTICE`. A line for each request on standard output; exit status 0,
or 3 where the database does not answer.
"""

from __future__ import annotations

import sys

from practice_core import Actor, PracticeCore, Refused, Unavailable, connect


def confirm_requests(core: PracticeCore, practice_id: str) -> None:
    """What is refused stays pending, and is tried again tomorrow.

    A request's id is its key: two of these at once get the same answer (D1), and rebook each session once (S9).
    """
    office = Actor.staff(practice_id, "morning-script")
    for request in core.migrations.pending(office):
        try:
            migration = core.migrations.confirm(
                office, request.relationship_id, request_id=request.id, idempotency_key=request.id
            )
        except Refused as refusal:
            print(f"{request.relationship_id}: {refusal.code} ({refusal.rule})")
        else:
            rebooked = core.sessions.rebook_all(office, migration.ended.id)
            left = sum(one.refusal is not None for one in rebooked)
            print(f"{request.relationship_id}: now {migration.opened.id}, {len(rebooked) - left} rebooked, {left} left")


def main(practice_id: str) -> int:
    with connect() as core:  # PRACTICE_CORE_DATABASE and so on
        try:
            confirm_requests(core, practice_id)
        except Unavailable as outage:
            print(outage, file=sys.stderr)
            return 3
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
