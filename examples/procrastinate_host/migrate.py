"""A migration, and the job that follows from it, in one transaction: as it is done for a request of the host's.

Such as `python -m examples.procrastinate_host.migrate riverside efua r1 lena form-8a31`.
"""

from __future__ import annotations

import sys

import psycopg
from examples.procrastinate_host.jobs import core, rebook, settings

from practice_core import Actor


def migrate(practice_id: str, therapist_id: str, relationship_id: str, requested_by: str, key: str) -> str:
    """The id of the new relationship. Where either fails, neither is there; `Conflict` is worth beginning again."""
    with psycopg.connect(settings.database) as connection:
        migration = core.within(connection).migrations.confirm(
            Actor.therapist(practice_id, therapist_id),
            relationship_id,
            requested_by=requested_by,
            idempotency_key=key,
        )
        # No worker sees the job before the commit, and none finds the sessions still with the former payer.
        job = rebook.configure(connection=connection, queueing_lock=f"rebook {practice_id} {relationship_id}")
        job.defer(practice_id=practice_id, therapist_id=therapist_id, relationship_id=relationship_id)
    return migration.opened.id


if __name__ == "__main__":
    print(migrate(*sys.argv[1:]))
