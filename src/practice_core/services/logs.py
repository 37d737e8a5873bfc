"""Every log record of the core: a stable logger, event and fields, for whoever searches and counts them.

A record's message is the event and its fields; the record carries them as attributes too, for handlers that write
JSON. Ids, codes and names of exceptions only (A4). docs/observing.md has the table, which a test keeps equal.
"""

from __future__ import annotations

import logging

from ..domain.errors import Unavailable

_DUE = logging.getLogger("practice_core.due")
_BILLING = logging.getLogger("practice_core.billing")
_NOTICES = logging.getLogger("practice_core.notices")


def session_contended(*, practice_id: str, session_id: str) -> None:
    """Others keep changing it; left for the next run."""
    _log(_DUE, logging.WARNING, "session.contended", practice_id=practice_id, session_id=session_id)


def session_failed(*, practice_id: str, session_id: str, error: Exception) -> None:
    """Deciding about it raised what nobody foresaw; put off, and the others go on."""
    _log(_DUE, logging.ERROR, "session.failed", practice_id=practice_id, session_id=session_id, error=_name(error))


def birthdays_contended(*, practice_id: str) -> None:
    """Others keep changing what they are about; left for the next run."""
    _log(_DUE, logging.WARNING, "birthdays.contended", practice_id=practice_id)


def keys_contended(*, practice_id: str) -> None:
    """Somebody used one of them anew just then; left for the next run."""
    _log(_DUE, logging.WARNING, "keys.contended", practice_id=practice_id)


def attempt_put_off(*, practice_id: str, attempt_id: str, error: str) -> None:
    """The gateway's answer could not be asked for or kept; it is asked again. `error` is a code."""
    _log(_DUE, logging.WARNING, "attempt.put_off", practice_id=practice_id, attempt_id=attempt_id, error=error)


def attempt_failed(*, practice_id: str, attempt_id: str, error: Exception) -> None:
    """The gateway's adapter raised what nobody foresaw; put off, and the others go on."""
    _log(_DUE, logging.ERROR, "attempt.failed", practice_id=practice_id, attempt_id=attempt_id, error=_name(error))


def batch_split(*, practice_id: str, error: Exception) -> None:
    """A batch could not be kept in one transaction; each of it is kept in one of its own."""
    _log(_DUE, logging.INFO, "batch.split", practice_id=practice_id, error=_name(error))


def client_not_forgotten(*, practice_id: str, client_id: str, why: Unavailable) -> None:
    """The gateway did not answer about somebody who was erased; it is asked again."""
    _log(_DUE, logging.WARNING, "client.not_forgotten", practice_id=practice_id, client_id=client_id, why=str(why))


def client_contended(*, practice_id: str, client_id: str) -> None:
    """That the gateway has forgotten them could not be kept; left for the next run."""
    _log(_DUE, logging.WARNING, "client.contended", practice_id=practice_id, client_id=client_id)


def client_failed(*, practice_id: str, client_id: str, error: Exception) -> None:
    """Having them forgotten raised what nobody foresaw; put off, and the others go on."""
    _log(_DUE, logging.ERROR, "client.failed", practice_id=practice_id, client_id=client_id, error=_name(error))


def gateway_unavailable(*, practice_id: str, attempt_id: str, why: Unavailable) -> None:
    """The gateway did not answer; the attempt stays open, and due work asks again."""
    _log(
        _BILLING,
        logging.WARNING,
        "gateway.unavailable",
        practice_id=practice_id,
        attempt_id=attempt_id,
        why=str(why),
    )


def mail_unavailable(*, why: Unavailable) -> None:
    """The mail server cannot be reached; every notice waits."""
    _log(_NOTICES, logging.WARNING, "mail.unavailable", why=str(why))


def notice_contended(*, practice_id: str, notice_id: str) -> None:
    """What became of it could not be kept; it is sent again under the same `Message-ID`."""
    _log(_NOTICES, logging.WARNING, "notice.contended", practice_id=practice_id, notice_id=notice_id)


def notice_put_off(*, practice_id: str, notice_id: str, why: Unavailable) -> None:
    """The mail server did not answer about this one; it is tried again."""
    _log(_NOTICES, logging.WARNING, "notice.put_off", practice_id=practice_id, notice_id=notice_id, why=str(why))


def notice_failed(*, practice_id: str, notice_id: str, error: Exception) -> None:
    """Writing or sending it raised what nobody foresaw: a template that is wrong, say. It is tried again."""
    _log(_NOTICES, logging.ERROR, "notice.failed", practice_id=practice_id, notice_id=notice_id, error=_name(error))


def _log(logger: logging.Logger, level: int, event: str, **fields: str) -> None:
    message = " ".join([event, *(f"{name}=%s" for name in fields)])
    # The record is of whoever had something to say.
    logger.log(level, message, *fields.values(), extra={"event": event, **fields}, stacklevel=3)


def _name(error: Exception) -> str:
    """Never its message, nor its traceback (A4)."""
    return type(error).__name__
