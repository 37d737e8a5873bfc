"""The core of this process, and who is acting."""

from __future__ import annotations

import os

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest

from practice_core import Actor, connect

core = connect(settings.PRACTICE_CORE)
"""One for all threads; it opens nothing before it is used."""


def signed_in(request: HttpRequest) -> Actor:
    """Who is acting: the host vouches for that (A1). A real one asks `request.user`.

    This one serves a single person, such as SIGNED_IN=riverside/therapist/efua, and nobody while that is not set.
    """
    person = os.environ.get("SIGNED_IN")
    if not person:
        raise PermissionDenied
    return Actor(*person.split("/"))
