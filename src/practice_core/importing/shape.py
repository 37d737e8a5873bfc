"""What each item of a practice file looks like, and a strict converter for it.

Nothing is coerced: 1.9 is no whole number, "no" is no flag, 1 is no text. A field that the shape does not name
is refused, and so is one that is there twice; only what has a default may be left out.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from enum import StrEnum
from typing import Any, TypeVar, get_args, get_origin

import attrs
from cattrs import Converter
from cattrs.errors import ClassValidationError, ForbiddenExtraKeysError
from cattrs.gen import make_dict_structure_fn

from ..domain.checks import ENGLISH, a_date, an_instant
from ..domain.client import Card
from ..domain.errors import Invalid
from ..domain.policy import Policy
from ..domain.relationship import RelationshipStatus
from ..domain.session import SessionStatus
from .reading import Fields, a_name

T = TypeVar("T")
Hook = Callable[[Any, Any], Any]


@attrs.frozen(kw_only=True)
class FiledPractice:
    id: str
    name: str
    time_zone: str
    currency: str
    policy: Policy = attrs.field(factory=Policy)
    language: str = ENGLISH


@attrs.frozen(kw_only=True)
class FiledTherapist:
    id: str
    name: str = attrs.field(repr=False)
    email: str | None = attrs.field(repr=False)


@attrs.frozen(kw_only=True)
class FiledClient:
    id: str
    given_name: str = attrs.field(repr=False)
    family_name: str = attrs.field(repr=False)
    email: str | None = attrs.field(repr=False)
    phone: str | None = attrs.field(repr=False)
    date_of_birth: date | None = attrs.field(repr=False)
    language: str = ENGLISH
    card: Card | None


@attrs.frozen(kw_only=True)
class FiledRelationship:
    """`fee` is in minor units of the practice's currency; instants are in UTC."""

    id: str
    therapist_id: str
    attendee_id: str
    payer_id: str
    opened_at: datetime
    fee: int | None
    status: RelationshipStatus
    ended_at: datetime | None = None
    end_reason: str | None = attrs.field(default=None, repr=False)
    successor_id: str | None = None


@attrs.frozen(kw_only=True)
class FiledSession:
    """`price` is in minor units of the practice's currency; instants are in UTC."""

    id: str
    relationship_id: str
    starts_at: datetime
    minutes: int
    price: int
    status: SessionStatus
    paid: bool
    payment_reference: str | None = attrs.field(default=None, repr=False)


def shaped(item: object, of: type[T]) -> T:
    """The item in its shape. Raises `Invalid` with the field's place within the item."""
    try:
        return _CONVERTER.structure(item, of)
    except ClassValidationError as errors:
        wrong = _first(errors)
    # Raised out here: what the converter raised stays out of the traceback, whatever it holds (A4).
    raise wrong


def placed(place: str, wrong: Invalid) -> Invalid:
    """The same, said of a place further out."""
    inner = wrong.field if wrong.field.startswith("[") or not wrong.field else f".{wrong.field}"
    return Invalid(place + inner if place else wrong.field, wrong.problem)


def _first(errors: ClassValidationError) -> Invalid:
    """The first of what the converter found wrong, and where."""
    in_fields, others = errors.group_exceptions()
    for error, note in in_fields:
        return placed(note.name, _plain(error))
    return _plain(others[0])


def _plain(error: Exception) -> Invalid:
    match error:
        case Invalid():
            return error
        case ClassValidationError():
            return _first(error)
        case KeyError():
            return Invalid("", "is missing")
        case ForbiddenExtraKeysError():
            unknown = sorted(error.extra_fields)
            return Invalid(a_name(unknown[0]), "is no field of a practice file")
        case _:
            raise error


def _text(value: object, _: object) -> str:
    if not isinstance(value, str):
        raise Invalid("", "must be text")
    return value


def _whole(value: object, _: object) -> int:
    if not isinstance(value, int) or isinstance(value, bool):
        raise Invalid("", "must be a whole number")
    return value


def _flag(value: object, _: object) -> bool:
    if not isinstance(value, bool):
        raise Invalid("", "must be true or false")
    return value


def _instant(value: object, _: object) -> datetime:
    try:
        # Without the T it is a date, or no ISO 8601.
        found = datetime.fromisoformat(value) if isinstance(value, str) and "T" in value else None
    except ValueError:
        found = None
    if found is None:
        raise Invalid("", "must be an instant such as 2024-05-01T09:00:00+01:00")
    return an_instant("", found)


def _day(value: object, _: object) -> date:
    try:
        found = date.fromisoformat(value) if isinstance(value, str) else None
    except ValueError:
        found = None
    if found is None:
        raise Invalid("", "must be a date such as 2010-01-31")
    return a_date("", found)


def _one_of(choice: type[StrEnum]) -> Hook:
    names = {str(one): one for one in choice}

    def structure(value: object, _: object) -> StrEnum:
        if not isinstance(value, str) or value not in names:
            raise Invalid("", "must be one of " + ", ".join(names))
        return names[value]

    return structure


def _is_tuple(kind: Any) -> bool:
    return get_origin(kind) is tuple


def _list(kind: Any, converter: Converter) -> Hook:
    item_of = get_args(kind)[0]
    item_hook = converter.get_structure_hook(item_of)

    def structure(value: object, _: object) -> tuple[object, ...]:
        if not isinstance(value, list):
            raise Invalid("", "must be a list")
        found = []
        for index, item in enumerate(value):
            try:
                found.append(item_hook(item, item_of))
            except Invalid as wrong:
                raise placed(f"[{index}]", wrong) from None
        return tuple(found)

    return structure


def _object(of: type[Any], converter: Converter) -> Hook:
    fields = make_dict_structure_fn(of, converter, _cattrs_forbid_extra_keys=True, _cattrs_detailed_validation=True)

    def structure(value: object, _: object) -> Any:
        if not isinstance(value, Fields):
            raise Invalid("", "must be an object")
        if value.twice is not None:
            raise Invalid(a_name(value.twice), "is there twice")
        return fields(value, of)

    return structure


def _converter() -> Converter:
    converter = Converter(forbid_extra_keys=True)
    converter.register_structure_hook_factory(attrs.has)(_object)
    converter.register_structure_hook_factory(_is_tuple)(_list)
    scalars: dict[type, Hook] = {str: _text, int: _whole, bool: _flag, datetime: _instant, date: _day}
    choices = {choice: _one_of(choice) for choice in (RelationshipStatus, SessionStatus)}
    for kind, hook in (scalars | choices).items():
        converter.register_structure_hook(kind, hook)
    return converter


_CONVERTER = _converter()
