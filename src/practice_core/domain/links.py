"""URL templates of the host's own pages, which notices link to (N2)."""

from __future__ import annotations

from string import Formatter
from urllib.parse import quote

import attrs

from .errors import Invalid

PLACES = ("practice_id", "client_id", "therapist_id", "relationship_id", "session_id", "request_id", "attempt_id")


def _a_template(_: object, attribute: attrs.Attribute[str], value: str) -> None:
    """A web address whose places are among those above. Raises `Invalid`."""
    try:
        places = [place[1:] for place in Formatter().parse(value) if place[1] is not None]
    except ValueError as exc:
        raise Invalid(f"links.{attribute.name}", "is no template such as https://host.example/{client_id}") from exc
    if any(name not in PLACES or spec or conversion for name, spec, conversion in places):
        raise Invalid(f"links.{attribute.name}", "has only places among {" + "}, {".join(PLACES) + "}")
    if value and not value.startswith(("https://", "http://")):
        raise Invalid(f"links.{attribute.name}", "must begin with https://")


@attrs.frozen(kw_only=True)
class Links:
    """Where to enter a card, pay what was declined, answer the bank, and accept a request. Without one, no link.

    Such as ``https://host.example/cards/{client_id}``; the host's page then asks the core for the gateway's link.
    """

    card: str = attrs.field(default="", validator=_a_template)
    pay: str = attrs.field(default="", validator=_a_template)
    authenticate: str = attrs.field(default="", validator=_a_template)
    accept: str = attrs.field(default="", validator=_a_template)

    def filled(self, ids: dict[str, str]) -> dict[str, str]:
        """The links by their names, those whose places are all known."""
        quoted = {name: quote(value, safe="") for name, value in ids.items()}
        templates = {name: template for name, template in attrs.asdict(self).items() if template}
        return {
            name: template.format_map(quoted)
            for name, template in templates.items()
            if all(place is None or place in quoted for _, place, _, _ in Formatter().parse(template))
        }
