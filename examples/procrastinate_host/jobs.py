"""Jobs of a host on PostgreSQL, by procrastinate: due work every minute, and rebooking after a migration.

The tables come by `practice-core init` and `procrastinate --app=examples.procrastinate_host.jobs.app schema --apply`;
`procrastinate --app=examples.procrastinate_host.jobs.app worker` is a worker.
"""

from __future__ import annotations

import os

from procrastinate import App, JobContext, PsycopgConnector, RetryStrategy

from practice_core import Actor, Conflict, Settings, Unavailable, connect

settings = Settings.from_environment()
core = connect(settings)
app = App(connector=PsycopgConnector(conninfo=settings.database))

# A rule's refusal is an answer: trying again would change nothing.
worth_another_try = RetryStrategy(max_attempts=10, exponential_wait=2, retry_exceptions=(Conflict, Unavailable))


@app.periodic(cron=os.environ.get("RUN_DUE", "* * * * *"))
@app.task(queueing_lock="run_due", pass_context=True)
def run_due(context: JobContext, timestamp: int) -> None:
    """Everything whose time has come. Any number of workers may be at it at once; one such job waiting is enough.

    A worker that is told to stop lets it end; with `--shutdown-graceful-timeout` it is left after the item in hand.
    """
    core.run_due(stop=context.should_abort)


@app.task(retry=worth_another_try)
def rebook(practice_id: str, therapist_id: str, relationship_id: str) -> None:
    """The sessions of a migrated relationship. Done twice it does what is left (S9), so that a job may be, too."""
    core.sessions.rebook_all(Actor.therapist(practice_id, therapist_id), relationship_id)
