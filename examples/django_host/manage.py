"""Django's own command line.

practice-core init && python examples/django_host/manage.py migrate && python examples/django_host/manage.py runserver
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

from django.core.management import execute_from_command_line

if __name__ == "__main__":
    sys.path[0] = str(Path(__file__).parents[2])
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "examples.django_host.settings")
    execute_from_command_line(sys.argv)
