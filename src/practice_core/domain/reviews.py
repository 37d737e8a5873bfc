"""Birthdays: what comes up for review when an attendee reaches the minimum payer age, and marking it reviewed (M11).

Nothing here depends on a date that was worked out earlier: a relationship keeps how old its attendee was, and what
that means today follows from the policy of today. So a changed policy needs no change to any relationship.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime

import attrs

from . import notice
from .case import Case
from .client import birthday
from .errors import NotUpForReview
from .occasion import Deed, Occasion
from .policy import PAYER_AGES, Policy
from .practice import Practice
from .relationship import Relationship


@attrs.frozen(kw_only=True)
class Review:
    """A relationship that is up for review: its attendee is about to reach the minimum payer age, or has reached it.

    `birthday` is the day of that, a date in the practice's zone; `told_at`, when the therapist was notified.
    """

    relationship_id: str
    therapist_id: str
    attendee_id: str
    payer_id: str
    birthday: date = attrs.field(repr=False)
    told_at: datetime | None

    @property
    def id(self) -> str:
        """The relationship's, which `reviewed` takes."""
        return self.relationship_id


def latest_birth(policy: Policy, today: date) -> date:
    """Who was born until then has the birthday behind them, or within the notice period; nobody else has."""
    near = today + policy.review_notice
    year = near.year - policy.minimum_payer_age
    try:
        return near.replace(year=year)
    except ValueError:
        # On 29 February those of 28 February have had theirs, and those of 1 March have not.
        return date(year, 2, 28)


def review(relationship: Relationship, practice: Practice, at: datetime) -> Review | None:
    """How it is up for review at that instant; None where it is not (M11)."""
    policy, born = practice.policy, relationship.attendee_born_on
    if relationship.review is None or born is None or relationship.under_age_by is None:
        return None
    if relationship.under_age_by > policy.minimum_payer_age or born > latest_birth(policy, practice.local_date(at)):
        return None
    return Review(
        relationship_id=relationship.id,
        therapist_id=relationship.therapist_id,
        attendee_id=relationship.attendee_id,
        payer_id=relationship.payer_id,
        birthday=birthday(born, policy.minimum_payer_age),
        told_at=relationship.birthday_told_at,
    )


def tell(practice: Practice, relationship: Relationship, occasion: Occasion) -> Deed[Relationship]:
    """The therapist is notified, once and for all: whatever becomes of policy or date of birth, never again (M11)."""
    told = attrs.evolve(relationship, birthday_told_at=occasion.at)
    return Deed(
        answer=told,
        added=(notice.birthday_near(occasion, practice, told),),
        changed=(told,),
        entries=(occasion.entry(told, "birthday_told", therapist_id=told.therapist_id),),
    )


def reviewed(case: Case, occasion: Occasion) -> Deed[Relationship]:
    """Somebody has looked at it: it is listed no more (M11). Doing it twice changes nothing.

    Raises `RelationshipEnded`, `NotUpForReview`: what is marked years too early would never be looked at.
    """
    case.must_be_active(rule="M11")
    if case.relationship.reviewed_at is not None:
        return Deed(answer=case.relationship)
    if review(case.relationship, case.practice, occasion.at) is None:
        raise NotUpForReview
    marked = attrs.evolve(case.relationship, reviewed_at=occasion.at)
    return Deed(answer=marked, changed=(marked,), entries=(occasion.entry(marked, "reviewed"),))


def aged(relationship: Relationship, born: date | None, practice: Practice) -> Relationship:
    """With how old its attendee, born on that day, was when it was opened: what there may be to review (M11)."""
    by = None
    if relationship.third_party and born is not None:
        opened_on = practice.local_date(relationship.opened_at)
        by = next((age for age in PAYER_AGES if opened_on < birthday(born, age)), None)
    kept = None if by is None else born
    if (kept, by) == (relationship.attendee_born_on, relationship.under_age_by):
        return relationship
    return attrs.evolve(relationship, attendee_born_on=kept, under_age_by=by)


def aged_anew(relationships: Iterable[Relationship], born: date | None, practice: Practice) -> tuple[Relationship, ...]:
    """Those of an attendee's relationships that change when their date of birth becomes known, or is corrected."""
    return tuple(after for before in relationships if (after := aged(before, born, practice)) != before)
