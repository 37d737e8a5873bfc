"""Who is doing this (A1)."""

from __future__ import annotations

from enum import StrEnum

import attrs

from .checks import an_id, checked
from .errors import Invalid


class Role(StrEnum):
    THERAPIST = "therapist"
    CLIENT = "client"
    STAFF = "staff"
    SYSTEM = "system"


def _a_role(value: str) -> Role:
    if isinstance(value, Role):
        return value
    if value not in tuple(Role):
        raise Invalid("role", "is none of " + ", ".join(Role))
    return Role(value)


@attrs.frozen
class Actor:
    """A therapist, a client, staff or the system, inside one practice. The host vouches for who it is (A1)."""

    practice_id: str = attrs.field(validator=checked(an_id))
    role: Role = attrs.field(converter=_a_role)
    id: str = attrs.field(validator=checked(an_id))

    @classmethod
    def therapist(cls, practice_id: str, therapist_id: str) -> Actor:
        return cls(practice_id, Role.THERAPIST, therapist_id)

    @classmethod
    def client(cls, practice_id: str, client_id: str) -> Actor:
        return cls(practice_id, Role.CLIENT, client_id)

    @classmethod
    def staff(cls, practice_id: str, staff_id: str) -> Actor:
        """Somebody of the practice's office. Staff are the host's own: the core keeps no list of them."""
        return cls(practice_id, Role.STAFF, staff_id)

    @classmethod
    def system(cls, practice_id: str) -> Actor:
        """What the journal shows for due work and for the opening of a practice (A1)."""
        return cls(practice_id, Role.SYSTEM, "system")

    def __str__(self) -> str:
        return f"{self.role}:{self.id}"
