"""What one article says of one protest, and of a call that brings out several."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from cortege.nouns.article import Evidence
from cortege.nouns.claim import Claim, Field
from cortege.nouns.values import DateValue, Place, Quantity

Status = Literal["held", "ongoing", "planned", "cancelled", "banned", "hypothetical"]


@dataclass(frozen=True, slots=True)
class Resolved:
    """One value per field, chosen among an account's claims by a named policy.

    ``claims`` names, per field, the claims that carry the chosen value. A field nobody speaks
    of is ``None`` or empty; it is never filled in.
    """

    policy: str
    date: DateValue | None
    place: Place | None
    forms: tuple[str, ...]
    size: Quantity | None
    size_contested: bool
    claims: dict[Field, tuple[str, ...]]
    rules: dict[Field, str]


@dataclass(frozen=True, slots=True)
class Account:
    """What one article says about one protest: one locality, one continuous occasion."""

    id: str
    focal: bool
    status: Status
    trigger: Evidence
    claims: tuple[Claim, ...]
    resolved: Resolved
    campaign: str | None = None

    def about(self, field: Field) -> tuple[Claim, ...]:
        """Give the claims about one field, in the order of the text."""
        return tuple(claim for claim in self.claims if claim.field == field)


@dataclass(frozen=True, slots=True)
class Remainder:
    """How many of a campaign's stated places the report leaves unnamed: a derived figure."""

    low: int
    high: int | None
    derived_from: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Campaign:
    """One call that brings people out in several places.

    ``places_named`` lists accounts of the reading; ``places_stated`` is the number the text
    gives, with its words as evidence.
    """

    id: str
    name: str
    places_stated: Quantity | None
    places_stated_words: Evidence | None
    places_named: tuple[str, ...]
    places_unidentified: Remainder | None
    claims: tuple[Claim, ...] = ()
