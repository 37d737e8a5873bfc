"""What every page is given: the core, and who is acting."""

from __future__ import annotations

import os
from typing import Annotated

from fastapi import Depends, HTTPException, Request

from practice_core import Actor, PracticeCore


async def core_of_this_process(request: Request) -> PracticeCore:
    core: PracticeCore = request.app.state.core
    return core


async def signed_in() -> Actor:
    """Who is acting: the host vouches for that (A1). A real one looks into its session here.

    This one serves a single person, such as SIGNED_IN=riverside/therapist/efua, and nobody while that is not set. It
    has no sessions, so its forms carry no token of one (CSRF); those of a real host do.
    """
    person = os.environ.get("SIGNED_IN")
    if not person:
        raise HTTPException(401, "Nobody is signed in.")
    return Actor(*person.split("/"))


Core = Annotated[PracticeCore, Depends(core_of_this_process)]
Me = Annotated[Actor, Depends(signed_in)]
