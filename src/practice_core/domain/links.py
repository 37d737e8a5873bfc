"""URL templates of the host's own pages, which notices link to (N2)."""

from __future__ import annotations

from string import Formatter
from urllib.parse import quote

import attrs

from .errors import Invalid

PLACES = ("practice_id", "client_id", "therapist_id", "relationship_id", "session_id", "request_id", "attempt_id")
# A token answers a request, and belongs into no other link.
MORE_PLACES = {"accept": ("token",)}


def _a_template(_: object, attribute: attrs.Attribute[str], value: str) -> None:
    """A web address whose places are among those above. Raises `Invalid`."""
    known = (*PLACES, *MORE_PLACES.get(attribute.name, ()))
    try:
        places = [place[1:] for place in Formatter().parse(value) if place[1] is not None]
    except ValueError as exc:
        raise Invalid(f"links.{attribute.name}", "is no template such as https://host.example/{client_id}") from exc
    if any(name not in known or spec or conversion for name, spec, conversion in places):
        raise Invalid(f"links.{attribute.name}", "has only places among {" + "}, {".join(known) + "}")
    if value and not value.startswith(("https://", "http://")):
        raise Invalid(f"links.{attribute.name}", "must begin with https://")


@attrs.frozen(kw_only=True)
class Links:
    """Where to enter a card, pay what was declined, answer the bank, and accept a request. Without one, no link.

    Such as ``https://host.example/cards/{client_id}``; the host's page then asks the core for the gateway's link.
    `accept` may have a place for a ``{token}``, with which whoever has to accept does so without a login.
    """

    card: str = attrs.field(default="", validator=_a_template)
    pay: str = attrs.field(default="", validator=_a_template)
    authenticate: str = attrs.field(default="", validator=_a_template)
    accept: str = attrs.field(default="", validator=_a_template)

    def places(self, name: str) -> tuple[str, ...]:
        """The places of the template of that name."""
        return tuple(place for _, place, _, _ in Formatter().parse(getattr(self, name)) if place is not None)

    def filled(self, ids: dict[str, str]) -> dict[str, str]:
        """The links by their names, those whose places are all known."""
        quoted = {name: quote(value, safe="") for name, value in ids.items()}
        templates = {name: template for name, template in attrs.asdict(self).items() if template}
        return {
            name: template.format_map(quoted)
            for name, template in templates.items()
            if all(place in quoted for place in self.places(name))
        }
