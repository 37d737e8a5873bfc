"""Due work, for cron: every minute, on as many machines as there are."""

from __future__ import annotations

import attrs
from django.core.management.base import BaseCommand
from examples.django_host.practice import core


class Command(BaseCommand):
    help = "Do everything whose time has come, once: charges, refunds, cancellations, birthdays, notices."

    def handle(self, *args: object, **options: object) -> None:
        """On connections of the core's own: no gateway is called inside a transaction."""
        for name, count in attrs.asdict(core.run_due()).items():
            if count:
                self.stdout.write(f"{name}: {count}")
