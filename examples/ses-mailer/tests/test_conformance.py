"""SES does what every mailer does: the conformance suite of practice_core."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from email.message import EmailMessage

import pytest
from practice_core.testing import Box, MailerConformance

from practice_core_ses import SesMailer


class TestSesMailer(MailerConformance):
    @pytest.fixture
    def box(self, mailer: SesMailer, arrived: Callable[[], Sequence[EmailMessage]]) -> Box:
        replaced = {name: f"X-Practice-Core-{name}" for name in ("Message-ID", "Date")}
        return Box(mailer=mailer, arrived=arrived, replaced=replaced)
