"""The values that claims carry: dates, quantities, places, actors, holders.

All are frozen. Absent is ``None``; zero is zero; what is known only roughly says so in a
``precision`` or a ``qualifier`` and is never rounded to a point.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

DatePrecision = Literal["day", "range", "week", "month", "year", "unknown"]
Qualifier = Literal["exact", "about", "at_least", "at_most", "between", "vague"]
PlacePrecision = Literal["site", "city", "district", "region", "country"]
HolderKind = Literal[
    "organisers",
    "police",
    "authorities",
    "media",
    "witness",
    "participant",
    "other",
    "unattributed",
]
ActorKind = Literal[
    "union",
    "party",
    "ngo",
    "religious",
    "student",
    "professional",
    "government",
    "company",
    "informal",
    "person",
    "other",
]
Who = Literal["protesters", "police", "bystanders", "unspecified"]
Carrier = Literal["banner", "sign", "chant", "unknown"]


@dataclass(frozen=True, slots=True)
class DateValue:
    """A date as far as it is known: the first and the last day it may mean, both included.

    ``precision`` ``"unknown"`` has neither day. ``"range"`` means that the thing lasted from
    ``first`` to ``last``; ``"week"``, ``"month"`` and ``"year"`` that it fell somewhere within.
    """

    first: date | None
    last: date | None
    precision: DatePrecision

    def __post_init__(self) -> None:
        if (self.first is None) != (self.last is None):
            raise ValueError("a date has both its days or neither")
        if (self.first is None) != (self.precision == "unknown"):
            raise ValueError("only an unknown date lacks its days")
        if self.first and self.last and self.first > self.last:
            raise ValueError("a date may not end before it begins")

    @classmethod
    def day(cls, day: date) -> DateValue:
        """Give the value of one known day."""
        return cls(day, day, "day")


UNKNOWN_DATE = DateValue(None, None, "unknown")


@dataclass(frozen=True, slots=True)
class Quantity:
    """A count as the text bounds it.

    ``low`` and ``high`` are both included; ``high`` is ``None`` when the text leaves it open
    ("more than 5,000"). "Hundreds" is 200 to 999 and ``vague``, never 200. ``low`` is ``None``
    only when the text gives an upper bound alone.
    """

    low: float | None
    high: float | None
    qualifier: Qualifier
    words: str

    def __post_init__(self) -> None:
        if self.low is None and self.high is None:
            raise ValueError("a quantity has at least one bound")
        if self.low is not None and self.high is not None and self.low > self.high:
            raise ValueError("a quantity may not end below its beginning")


@dataclass(frozen=True, slots=True)
class Money:
    """An amount in an ISO 4217 currency, with the equivalent the text itself states, if any."""

    amount: float
    currency: str | None
    equivalent_amount: float | None = None
    equivalent_currency: str | None = None

    @property
    def implied_rate(self) -> float | None:
        """Give what one unit of ``currency`` is worth in ``equivalent_currency``, as stated."""
        if self.equivalent_amount is None or not self.amount:
            return None
        return self.equivalent_amount / self.amount


@dataclass(frozen=True, slots=True)
class Place:
    """A place as precisely as the text and the gazetteer allow, and no more precisely.

    ``country`` is ISO 3166-1 alpha-2. ``lat`` and ``lon`` are degrees (WGS 84) of the town,
    or of the site where it is known; regions and countries carry no point. ``radius_km`` bounds
    the error of the point. ``site`` holds the words that name the square, street or building.
    """

    name: str
    admin1: str | None
    country: str | None
    lat: float | None
    lon: float | None
    precision: PlacePrecision
    radius_km: float | None
    geonames_id: int | None
    site: str | None


@dataclass(frozen=True, slots=True)
class Route:
    """Where a march set out, where it ended and what it passed, in the words of the text."""

    start: str | None
    end: str | None
    via: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Actor:
    """Somebody who organises, takes part or is addressed."""

    name: str
    kind: ActorKind


@dataclass(frozen=True, slots=True)
class Issue:
    """What a protest is about, by a codebook's code and label."""

    code: str
    label: str


@dataclass(frozen=True, slots=True)
class Slogan:
    """Words carried or chanted."""

    text: str
    carrier: Carrier


@dataclass(frozen=True, slots=True)
class Casualties:
    """A number of people arrested, injured or killed, and which side they belong to."""

    low: int
    high: int | None
    who: Who


@dataclass(frozen=True, slots=True)
class Text:
    """A value that is a phrase: a demand, a damage."""

    text: str


@dataclass(frozen=True, slots=True)
class Code:
    """A value that is one code of a closed list: a form of action, a police response."""

    code: str


@dataclass(frozen=True, slots=True)
class Origin:
    """What made a value: the name of a rule or model and its version."""

    name: str
    version: str


Value = DateValue | Place | Route | Code | Quantity | Actor | Text | Issue | Slogan | Casualties
