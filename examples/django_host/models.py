"""A table of the host's own, beside the core's."""

from __future__ import annotations

from django.db import models


class SignedForm(models.Model):
    """The paper on which a migration was asked for, by its number in the practice's binder: none is filed twice."""

    number = models.CharField(max_length=20, unique=True)
    # An id of the core's. Its tables are no models of Django's: their rows are the core's to write.
    relationship_id = models.CharField(max_length=64)
