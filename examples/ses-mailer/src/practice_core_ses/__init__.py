"""Notices of practice_core by Amazon SES: ``PRACTICE_CORE_MAIL=ses://eu-west-1``.

``ses://REGION?configuration_set=NAME&timeout=20``: the region to send from, a configuration set of SES's, and how many
seconds to wait for an answer. Credentials are found where boto3 finds them: the environment, a profile, a role.
"""

from __future__ import annotations

from urllib.parse import parse_qsl, urlsplit

from practice_core import Invalid, Settings

from .ses import TIMEOUT_SECONDS, SesMailer

__all__ = ["SesMailer", "mailer"]


def mailer(settings: Settings) -> SesMailer:
    """What practice_core calls for ``ses://``. Raises `Invalid` for a URL that is wrong, and repeats nothing of it."""
    if not settings.mail_from:
        raise Invalid("mail_from", "SES needs to know who mail is from: PRACTICE_CORE_MAIL_FROM")
    url = urlsplit(settings.mail)
    options = dict(parse_qsl(url.query))
    configuration_set = options.pop("configuration_set", None)
    try:
        timeout = float(options.pop("timeout", TIMEOUT_SECONDS))
    except ValueError:
        raise Invalid("mail", "timeout is no number of seconds") from None
    if not url.netloc.replace("-", "").isalnum() or url.path.strip("/") or options or timeout <= 0:
        raise Invalid("mail", "SES takes a region, and only ?configuration_set= and ?timeout= after it")
    return SesMailer(url.netloc, configuration_set=configuration_set, timeout=timeout)
