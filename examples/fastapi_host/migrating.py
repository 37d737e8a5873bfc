"""The "migrate" button: the verdict first, with a form for what is missing; then the migration.

These pages are `def`, not `async def`: FastAPI runs them on worker threads, where the core may wait for its database.
"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated
from uuid import uuid4

from examples.fastapi_host.given import Core, Me
from fastapi import APIRouter, Form, Request
from fastapi.responses import HTMLResponse, RedirectResponse
from fastapi.templating import Jinja2Templates
from pydantic import BaseModel

pages = APIRouter(prefix="/relationships/{relationship_id}")
templates = Jinja2Templates(Path(__file__).parent / "templates")


class Details(BaseModel):
    """What may be missing (M6). What is left blank counts as not given."""

    given_name: str = ""
    family_name: str = ""
    email: str = ""
    phone: str = ""
    date_of_birth: str = ""


class Confirmation(Details):
    requested_by: str
    idempotency_key: str


@pages.get("")
def relationship(relationship_id: str, request: Request, core: Core, me: Me) -> HTMLResponse:
    """Who attends and who pays, and the button."""
    found = core.relationships.get(me, relationship_id)
    return templates.TemplateResponse(request, "relationship.html", {"relationship": found})


@pages.get("/migration")
def preview(relationship_id: str, requested_by: str, request: Request, core: Core, me: Me) -> HTMLResponse:
    """The verdict; and, unless more than details is in the way, the form to confirm with.

    Its key is made with the form, so that the same form sent twice is one migration (D1).
    """
    verdict = core.migrations.preview(me, relationship_id, requested_by=requested_by)
    shown = {"preview": verdict, "requested_by": requested_by, "idempotency_key": uuid4()}
    return templates.TemplateResponse(request, "migration.html", shown)


@pages.post("/migration")
def confirm(relationship_id: str, form: Annotated[Confirmation, Form()], core: Core, me: Me) -> RedirectResponse:
    """Whatever is refused in the end, in a race or for details still missing, `app.as_problem` tells."""
    migration = core.migrations.confirm(
        me,
        relationship_id,
        requested_by=form.requested_by,
        details=form.model_dump(include=set(Details.model_fields)),
        idempotency_key=form.idempotency_key,
    )
    return RedirectResponse(f"/relationships/{migration.opened.id}", 303)
