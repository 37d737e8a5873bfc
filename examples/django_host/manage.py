"""Django's own command line: `python -m examples.django_host.manage migrate`, then `runserver`.

The core's tables come by `practice-core init`, or by themselves when it is first used outside of a transaction.
"""

from __future__ import annotations

import os
import sys

from django.core.management import execute_from_command_line

if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "examples.django_host.settings")
    execute_from_command_line(sys.argv)
