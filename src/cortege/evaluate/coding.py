"""Turns a coding by hand into protests, quotes, people and figures that can be compared.

A coding is JSON in the format of ``docs/reference/evaluation.md``; our walks carry five keys more
than the reports coded elsewhere (``people``, ``figures``, ``denied``, ``not_crowd`` and
``language``). ``coded_reading`` turns a reading into the very same shape, so that neither side is
compared by rules of its own.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

Json = dict[str, Any]
Days = tuple[str | None, str | None]

# Who and what of a protest, by field; in the coding each is a list of exact words.
WORDED: Final = {
    "organiser": "organisers",
    "participant": "participants",
    "target": "targets",
    "demand": "demands",
    "slogan": "slogans",
}
COUNTED: Final = ("arrests", "injuries", "deaths")


@dataclass(frozen=True, slots=True, order=True)
class Bounds:
    """A count: at least ``low`` (nothing said: 0), at most ``high`` (``None``: open)."""

    low: float
    high: float | None

    def __str__(self) -> str:
        low = _plain(self.low)
        if self.high is None:
            return f"{low} or more"
        return low if self.high == self.low else f"{low} to {_plain(self.high)}"


@dataclass(frozen=True, slots=True)
class Town:
    """Where: a town or ``None``, its country, its point where one is known."""

    name: str | None
    country: str | None
    point: tuple[float, float] | None
    region: str | None


@dataclass(frozen=True, slots=True)
class Size:
    """A crowd figure, who counted, and the words that give it."""

    bounds: Bounds
    holder: str
    words: str


@dataclass(frozen=True, slots=True)
class Protest:
    """One protest as a report tells it.

    ``worded`` holds phrases by the keys of ``WORDED``, ``counted`` bounds by ``COUNTED``.
    """

    key: str
    focal: bool
    status: str
    campaign: str | None
    trigger: str
    town: Town
    days: Days
    forms: tuple[str, ...]
    sizes: tuple[Size, ...]
    route: tuple[str | None, str | None] | None
    police: tuple[str, ...]
    worded: dict[str, tuple[str, ...]]
    counted: dict[str, tuple[Bounds, ...]]


@dataclass(frozen=True, slots=True)
class Said:
    """Words in quotation marks and who speaks them, as the text names the speaker."""

    words: str
    speaker: str


@dataclass(frozen=True, slots=True)
class Named:
    """A named person: role, presence at the protest (``None``: not said), side."""

    name: str
    role: str | None
    present: bool | None
    side: str


@dataclass(frozen=True, slots=True)
class Stated:
    """A quantity that is no crowd: what it comes to ("640", "92 percent", "1900 GBP"), its words.

    ``equivalent`` is the same sum in a second currency, where the report states it.
    """

    amount: str
    equivalent: str | None
    words: str


@dataclass(frozen=True, slots=True)
class Coding:
    """All that was taken from one report, by hand or by the reader.

    ``people``, ``figures``, ``denied`` and ``traps`` are ``None`` where the coding does not
    speak of them at all. ``traps`` are phrases with a number that is not the crowd's.
    """

    relevant: bool
    protests: tuple[Protest, ...]
    places: tuple[Bounds, ...]
    quotes: tuple[Said, ...]
    relay: tuple[str, ...]
    people: tuple[Named, ...] | None
    figures: tuple[Stated, ...] | None
    denied: tuple[str, ...] | None
    traps: tuple[str, ...] | None


def load(path: Path) -> Coding:
    """Load a coding from its file."""
    return coding_from(json.loads(path.read_text(encoding="utf-8")))


def coding_from(coded: Json) -> Coding:
    """Take a coding from its JSON."""
    people, figures = coded.get("people"), coded.get("figures")
    return Coding(
        relevant=coded["relevant"],
        protests=tuple(_protest(event) for event in coded["events"]),
        places=tuple(
            bounds(called["n_places"]) for called in coded["campaigns"] if called.get("n_places")
        ),
        quotes=tuple(Said(q["words"], q["speaker"]) for q in coded["quotes"] if q["direct"]),
        relay=tuple(coded["relay"]),
        people=None if people is None else tuple(_named(person) for person in people),
        figures=None if figures is None else tuple(_stated(figure) for figure in figures),
        denied=None if "denied" not in coded else tuple(coded["denied"]),
        traps=None if "not_crowd" not in coded else tuple(coded["not_crowd"]),
    )


def bounds(counted: Json) -> Bounds:
    """Take the bounds of anything that has a ``low`` and a ``high``."""
    return Bounds(counted.get("low") or 0, counted.get("high"))


def amount_in(number: float, unit: str | None) -> str:
    """Write an amount of a unit or a currency.

    >>> amount_in(1900, "GBP"), amount_in(0.41, "EUR"), amount_in(9.4, "percent")
    ('1900 GBP', '0.41 EUR', '9.4 percent')
    """
    return f"{_plain(number)} {unit or 'of unknown currency'}"


def _protest(event: Json) -> Protest:
    date, route = event["date"] or {}, event["route"]
    return Protest(
        key=event["key"],
        focal=event["focal"],
        status=event["status"],
        campaign=event["campaign"],
        trigger=event["trigger"] or "",
        town=_town(event["place"] or {}),
        days=(date.get("first"), date.get("last")),
        forms=tuple(sorted(set(event["forms"]))),
        sizes=tuple(Size(bounds(size), size["holder"], size["words"]) for size in event["sizes"]),
        route=(route["from"], route["to"]) if route else None,
        police=tuple(sorted(set(event["police_response"]) - {"other"})),
        worded={field: tuple(event[name]) for field, name in WORDED.items()},
        counted={field: tuple(bounds(count) for count in event[field]) for field in COUNTED},
    )


def _town(place: Json) -> Town:
    point = (place["lat"], place["lon"]) if place.get("lat") is not None else None
    city = place.get("city")
    return Town(city, place.get("country"), point if city else None, place.get("region"))


def _named(person: Json) -> Named:
    return Named(person["name"], person["role"], person["present"], person["side"])


def _stated(figure: Json) -> Stated:
    if "amount" in figure:
        amount = amount_in(figure["amount"], figure["currency"])
    elif figure.get("unit") == "percent":
        amount = f"{bounds(figure)} percent"
    else:
        amount = str(bounds(figure))
    same = figure.get("equivalent")
    return Stated(
        amount, amount_in(same["amount"], same["currency"]) if same else None, figure["words"]
    )


def _plain(number: float) -> str:
    """Write a number without exponent, zeros behind the point or separators."""
    return f"{number:.0f}" if float(number).is_integer() else f"{number:.4f}".rstrip("0")
