"""What every test shares."""

from __future__ import annotations

import os

from hypothesis import HealthCheck, settings

# The same examples everywhere and every time, and few enough for a suite that is run after every change.
settings.register_profile(
    "unit",
    max_examples=60,
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=[HealthCheck.too_slow],
)
# `HYPOTHESIS_PROFILE=thorough pytest tests/domain tests/services` looks further, from a new seed each time.
settings.register_profile("thorough", max_examples=3000, deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "unit"))
