"""Turns values into the words a person reads: "15,000 to 20,000", "January 2026 (month)".

Both views word values here, so that they never differ. What is unknown is said as "not
stated"; a range stays a range; what the text says only vaguely keeps its words beside the
bounds that the codebook gives them: "2,000–9,999 (thousands)". Nothing is escaped here: the
words of a report come out as they are, and each view makes them safe for its own medium.
"""

from __future__ import annotations

from calendar import monthrange
from datetime import date as Day  # noqa: N812 - a day, beside the function `date`
from math import isfinite
from typing import Final

from cortege.nouns.claim import Claim, Holder
from cortege.nouns.values import (
    Actor,
    Casualties,
    Code,
    DateValue,
    Issue,
    Place,
    Quantity,
    Route,
    Slogan,
    Text,
    Value,
)
from cortege.view.names import country

NOT_STATED: Final = "not stated"
UNATTRIBUTED: Final = "not attributed"
LABELS: Final[dict[str, str]] = {
    "date": "when",
    "place": "where",
    "route": "route",
    "form": "form",
    "size": "how many",
    "organiser": "organiser",
    "participant": "taking part",
    "target": "addressed to",
    "demand": "demand",
    "issue": "issue",
    "slogan": "slogan",
    "police_response": "police",
    "arrests": "arrested",
    "injuries": "injured",
    "deaths": "killed",
    "damage": "damage",
}
STATUSES: Final[dict[str, str]] = {"ongoing": "under way", "cancelled": "called off"}
PUBLISHED: Final[dict[str, str]] = {
    "given": "given with the report",
    "metadata": "from the page's metadata",
    "dateline": "from the dateline",
}
_MONTHS: Final = (
    "January February March April May June July August September October November December"
).split()
_CODES: Final[dict[str, str]] = {
    "sit_in": "sit-in",
    "counter_protest": "counter-protest",
    "symbolic": "symbolic action",
    "presence": "police present",
    "baton": "batons",
    "kettling": "kettling (crowd held in)",
    "other": "other",
}
_ACTORS: Final[dict[str, str]] = {
    "ngo": "NGO",
    "religious": "religious body",
    "student": "students",
    "professional": "profession",
    "informal": "informal group",
    "other": "",
}
_CARRIERS: Final = {"banner": "on a banner", "sign": "on a sign", "chant": "chanted"}
_STANCES: Final = {"denied": "denied", "planned": "planned", "hedged": "hedged"}
_SCOPES: Final = {
    "part": "part of the crowd only",
    "wider": "wider than this protest",
    "cumulative": "over several days",
}
_GROUPED_BELOW: Final = 1e15  # past this, digits in groups of three help nobody
_UNSURE_BELOW: Final = 0.5


def value(said: Value) -> str:
    """Put the value of a claim in words.

    >>> value(Quantity(15000, 20000, "between", "between 15,000 and 20,000"))
    '15,000 to 20,000'
    """
    match said:
        case DateValue():
            return date(said)
        case Quantity():
            return quantity(said)
        case Place():
            return place(said)
        case Route():
            return route(said)
        case Casualties():
            return casualties(said)
        case Slogan():
            carrier = _CARRIERS.get(said.carrier)
            return f"“{said.text}” ({carrier})" if carrier else f"“{said.text}”"
        case Actor():
            return actor(said)
        case Issue():
            return said.label or said.code
        case Code():
            return code(said.code)
        case Text():
            return said.text


def number(amount: float) -> str:
    """Write a number with its digits in groups of three.

    >>> number(12500), number(1.19)
    ('12,500', '1.19')
    """
    if not isfinite(amount):
        return "not a number"
    if abs(amount) >= _GROUPED_BELOW:
        return f"{amount:.4g}"
    return f"{int(amount):,}" if amount == int(amount) else f"{amount:,.12g}"


def quantity(size: Quantity | None) -> str:
    """Put a count in words, with the report's own words where they are vague.

    >>> quantity(Quantity(2000, 9999, "vague", "thousands"))
    '2,000–9,999 (thousands)'
    """
    if size is None:
        return NOT_STATED
    bounds = _bounds(size)
    own = size.words.strip()
    loose = size.qualifier == "vague" or (size.qualifier == "about" and size.low != size.high)
    return f"{bounds} ({own})" if loose and own else bounds


def _bounds(size: Quantity) -> str:
    low, high = size.low, size.high
    if high is None:
        return f"at least {number(low or 0)}"
    if low is None or (size.qualifier == "at_most" and not low):
        return f"at most {number(high)}"
    if low == high:
        before = {"about": "about ", "at_least": "at least ", "at_most": "at most "}
        return before.get(size.qualifier, "") + number(low)
    if size.qualifier == "vague":
        return f"{number(low)}–{number(high)}"
    before = {"about": "about "}
    return f"{before.get(size.qualifier, '')}{number(low)} to {number(high)}"


def date(when: DateValue | None) -> str:
    """Put a date in words, saying how precisely it is known when that is not a day.

    >>> from datetime import date as Day
    >>> date(DateValue(Day(2026, 1, 1), Day(2026, 1, 31), "month"))
    'January 2026 (month)'
    """
    if when is None or when.first is None or when.last is None:
        return NOT_STATED
    first, last, precision = when.first, when.last, when.precision
    if precision in {"day", "range"}:
        return _span(first, last)
    if precision == "month" and (first.year, first.month) == (last.year, last.month):
        whole = first.day == 1 and last.day == monthrange(last.year, last.month)[1]
        month = f"{_MONTHS[first.month - 1]} {first.year}" if whole else _span(first, last)
        return f"{month} (month)"
    whole_year = (first.month, first.day, last.month, last.day) == (1, 1, 12, 31)
    if precision == "year" and whole_year and first.year == last.year:
        return f"{first.year} (year)"
    return f"{_span(first, last)} ({precision})"


def _span(first: Day, last: Day) -> str:
    end = f"{last.day} {_MONTHS[last.month - 1]} {last.year}"
    if first == last:
        return end
    if first.year != last.year:
        return f"{first.day} {_MONTHS[first.month - 1]} {first.year} to {end}"
    if first.month != last.month:
        return f"{first.day} {_MONTHS[first.month - 1]} to {end}"
    return f"{first.day} to {end}"


def place(where: Place | None) -> str:
    """Put a place in words, from the square to the country, no more precisely than it is known."""
    if where is None:
        return NOT_STATED
    # A gazetteer may give a region by its number, which tells a reader nothing.
    region = "" if any(c.isdigit() for c in where.admin1 or "") else where.admin1
    land = country(where.country)
    parts = dict.fromkeys(p for p in (where.site, where.name, region, land) if p)
    wide = where.precision in {"district", "region"} or (
        where.precision == "country" and where.name != land
    )
    return ", ".join(parts) + (f" ({where.precision})" if wide else "")


def town(where: Place | None) -> str:
    """Name a place briefly, for a heading."""
    if where is None:
        return "place not stated"
    return ", ".join(dict.fromkeys(p for p in (where.name, country(where.country)) if p))


def point(where: Place) -> str:
    """Give a place's coordinates and how far they may be off; empty where it has none."""
    if where.lat is None or where.lon is None:
        return ""
    radius = "" if where.radius_km is None else f" within {number(where.radius_km)} km"
    return f"{where.lat:.3f}, {where.lon:.3f}{radius}"


def route(way: Route) -> str:
    """Put a route in words."""
    parts = (
        f"from {way.start}" if way.start else "",
        f"to {way.end}" if way.end else "",
        f"via {', '.join(way.via)}" if way.via else "",
    )
    return " ".join(part for part in parts if part) or NOT_STATED


def casualties(hurt: Casualties) -> str:
    """Put a number of people arrested, injured or killed in words; zero is "none"."""
    who = {"unspecified": "people", "bystanders": "bystanders", "police": "police officers"}
    side = who.get(hurt.who, hurt.who)
    if hurt.high is None:
        return f"at least {number(hurt.low)} {side}"
    if hurt.low == hurt.high == 0:
        return "none" if hurt.who == "unspecified" else f"no {side}"
    if hurt.low == hurt.high:
        return f"{number(hurt.low)} {_one(side) if hurt.low == 1 else side}"
    return f"{number(hurt.low)} to {number(hurt.high)} {side}"


def _one(side: str) -> str:
    return "person" if side == "people" else side.removesuffix("s")


def actor(who: Actor) -> str:
    """Name an actor and its kind, unless the name already says what it is."""
    kind = _ACTORS.get(who.kind, who.kind)
    said = not kind or kind in who.name.lower()
    return who.name if said else f"{who.name} ({kind})"


def code(name: str) -> str:
    """Put one code of a closed list in words."""
    return _CODES.get(name, name.replace("_", " "))


def holder(who: Holder) -> str:
    """Say who makes a statement: "organisers", "Ana Ruiz (participant)", "not attributed"."""
    if who.kind == "unattributed":
        return who.name or UNATTRIBUTED
    kind = "somebody else" if who.kind == "other" else who.kind
    if not who.name:
        return kind
    said = who.kind == "other" or who.kind.removesuffix("s") in who.name.lower()
    return who.name if said else f"{who.name} ({kind})"


def held_by(who: Holder) -> str:
    """Say by whom a statement is held, as part of a sentence."""
    spoken = holder(who)
    return spoken if spoken == UNATTRIBUTED else f"held by {spoken}"


def notes(claim: Claim) -> tuple[str, ...]:
    """Say what is not plain about a claim: denied, planned, hedged, of a part, of more."""
    stance = _STANCES.get(claim.stance, "")
    if claim.field == "demand" and claim.stance == "denied":
        stance = "not asked for"
    score = f"low score {claim.score:.2f}" if claim.score < _UNSURE_BELOW else ""
    return tuple(note for note in (stance, _SCOPES.get(claim.scope, ""), score) if note)
