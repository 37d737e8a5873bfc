"""A service on FastAPI: the therapist's "migrate" button, the page for a card, and the gateway's messages.

Served by `uvicorn examples.fastapi_host.app:app`.
"""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from anyio.to_thread import current_default_thread_limiter
from examples.fastapi_host import gateway, migrating
from examples.problem_details import MEDIA_TYPE, headers_of, problem_of, status_of
from fastapi import FastAPI, Request
from fastapi.responses import JSONResponse

from practice_core import PracticeError, connect

THREADS = 10
"""How many pages are worked on at once; the others wait, without a connection. A call of the core takes one at most:
where the pool keeps as many (`postgresql://...?pool_size=10`), none waits for one, and none is opened for a moment."""


@asynccontextmanager
async def lifespan(app: FastAPI) -> AsyncIterator[None]:
    """One core for the whole process: it serves all threads."""
    current_default_thread_limiter().total_tokens = THREADS
    with connect() as core:
        app.state.core = core
        yield


app = FastAPI(lifespan=lifespan)
app.include_router(migrating.pages)
app.include_router(gateway.pages)


@app.exception_handler(PracticeError)
async def as_problem(request: Request, error: PracticeError) -> JSONResponse:
    return JSONResponse(problem_of(error), status_of(error), headers_of(error), MEDIA_TYPE)
