"""Django and the core on one database, so that one transaction holds the rows of both."""

from __future__ import annotations

import os

from django.core.management.utils import get_random_secret_key

from practice_core import Settings

PRACTICE_CORE = Settings.from_environment()
DATABASES = {
    "default": {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": PRACTICE_CORE.database.removeprefix("sqlite:///"),
        # Whoever is going to write waits for their turn at the beginning: later, SQLite would not let them.
        "OPTIONS": {"transaction_mode": "IMMEDIATE"},
    }
}

SECRET_KEY = os.environ.get("DJANGO_SECRET_KEY") or get_random_secret_key()
ALLOWED_HOSTS = ["127.0.0.1", "localhost"]
INSTALLED_APPS = ["examples.django_host"]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "examples.django_host.problems.ProblemDetails",
]
ROOT_URLCONF = "examples.django_host.urls"
TEMPLATES = [{"BACKEND": "django.template.backends.django.DjangoTemplates", "APP_DIRS": True}]
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
USE_TZ = True
