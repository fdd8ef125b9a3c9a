"""Turns a candidate for a name into named amounts that speak for or against it.

Every feature is a number between about -1 and 1 (population: 0 to 1), has a weight, and has a
sentence to explain itself with. A candidate's standing is the weighted sum, nothing else: no
feature overrules another by coming first.

Weights tuned on: gold-train (868 named towns in 265 reports), towns within 25 km, one weight at
a time over the ranges that docs/decisions/0003-gazetteer.md lists, 22 November 2026. Where that
corpus could not tell two values apart, "near" and "same region" took the one with more of the
LGL development articles right: local news asks more of them than protest reports do.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from cortege.locate.fold import fold

if TYPE_CHECKING:
    from cortege.locate.gazetteer import Row

WEIGHTS: Final[dict[str, float]] = {
    "population": 8.0,
    "own name": 1.0,
    "capital": 2.0,
    "seat": 0.3,
    "country": 2.5,
    "second order": -1.5,
    "district": -0.7,
    "namesake town": -2.5,
    "contained": 8.0,
    "near": 3.0,
    "same country": 2.0,
    "same region": 3.0,
    "home": 0.7,
}
SENTENCES: Final[dict[str, str]] = {
    "population": "has {population:,} inhabitants",
    "own name": "is called so itself",
    "capital": "is a national capital",
    "seat": "is the seat of its region",
    "country": "is a country",
    "second order": "is a county, department or province",
    "district": "is part of a town",
    "namesake town": "is a region with a town of that name",
    "contained": "lies where the words after the name say",
    "near": "lies near or in other places of the report",
    "same country": "lies in the country the report speaks of",
    "same region": "lies in the region the report speaks of",
    "home": "lies where the outlet or its language is at home",
}
# Countries whose press writes mostly in the language, the likelier first; used as a weak prior.
HOMES: Final[dict[str, dict[str, float]]] = {
    "en": {"US": 1.0, "GB": 0.8, "IN": 0.4, "AU": 0.4, "CA": 0.4, "IE": 0.4, "ZA": 0.3, "NG": 0.3},
    "fr": {"FR": 1.0, "BE": 0.5, "CH": 0.5, "CA": 0.4, "RE": 0.6, "GP": 0.6, "MQ": 0.6},
    "es": {"ES": 1.0, "MX": 0.8, "AR": 0.8, "CO": 0.7, "CL": 0.7, "PE": 0.6, "VE": 0.6},
    "de": {"DE": 1.0, "AT": 0.8, "CH": 0.6},
    "it": {"IT": 1.0, "CH": 0.3},
    "pt": {"BR": 1.0, "PT": 0.8},
    "pcm": {"NG": 1.0},
}
_MOST_PEOPLE: Final = 9.2  # log10 of 1.5 thousand million
_NEAR_KM: Final = 90.0
_KM_PER_DEGREE: Final = 111.2
_LEAST: Final = 0.02


@dataclass(frozen=True, slots=True)
class Company:
    """What the rest of the report is likely about: candidates with weight and likelihood."""

    rows: tuple[tuple[Row, float], ...]


def own_features(
    row: Row, surface: str, fellows: tuple[Row, ...], homes: dict[str, float]
) -> dict[str, float]:
    """Measure what a candidate brings along whatever the report says."""
    found = {"population": math.log10(row.population + 10) / _MOST_PEOPLE}
    if fold(row.name) == fold(surface):
        found["own name"] = 1.0
    if row.seat != "none":
        found["capital" if row.seat == "capital" else "seat"] = 1.0
    if row.kind == "country":
        found["country"] = 1.0
    elif row.kind == "district":
        found["district"] = 1.0
    elif row.kind == "region":
        if row.within:
            found["second order"] = 1.0
        if any(row.geonames_id in other.within for other in fellows if other.kind == "city"):
            found["namesake town"] = 1.0
    if home := homes.get(row.country, 0.0):
        found["home"] = home
    return found


def company_features(row: Row, company: Company) -> dict[str, float]:
    """Measure how well a candidate goes with the other places of the report."""
    total, placed, compatriots, neighbours = 0.0, 0.0, 0.0, 0.0
    apart = 1.0
    region = region_of(row)
    for other, weight in company.rows:
        total += weight
        if other.country == row.country:
            compatriots += weight
            neighbours += weight * (region is not None and region == region_of(other))
        if other.kind not in {"country", "demonym"}:
            placed += weight
            apart *= 1 - min(0.9, weight * nearness(row, other) * 0.6)
    if not total:
        return {}
    found = {"near": 1 - apart, "same country": compatriots / total}
    found["same region"] = neighbours / placed if placed else 0.0
    return {name: amount for name, amount in found.items() if amount >= _LEAST}


def nearness(row: Row, other: Row) -> float:
    """Say how near two places lie, from 0 (far) to 1 (one lies in the other, or side by side).

    A country is near nothing: that a town lies in it is what ``same country`` says.
    """
    if "country" in {row.kind, other.kind} or "demonym" in {row.kind, other.kind}:
        return 0.0
    if other.geonames_id in row.within:
        return 1.0 if other.geonames_id == row.within[0] else 0.8
    if row.geonames_id in other.within:
        return 0.8
    reach = _NEAR_KM + (row.radius_km or 0) / 2 + (other.radius_km or 0) / 2
    if abs(row.lat - other.lat) * _KM_PER_DEGREE > 4 * reach:
        return 0.0  # most pairs end here, and the rest costs three times as much
    km = distance_km(row, other)
    return math.exp(-km / reach) if km < 4 * reach else 0.0


def region_of(row: Row) -> int | None:
    """Give the id of the first-order region that a place lies in or is; none for a country."""
    if row.within:
        return row.within[-1]
    return row.geonames_id if row.kind == "region" else None


def distance_km(row: Row, other: Row) -> float:
    """Give the distance of two places, near enough for ranking (flat between the latitudes)."""
    north = row.lat - other.lat
    east = (row.lon - other.lon + 180) % 360 - 180
    return _KM_PER_DEGREE * math.hypot(
        north, east * math.cos(math.radians((row.lat + other.lat) / 2))
    )


def lies_in(row: Row, container: Row) -> bool:
    """Say whether a place lies in a region or country."""
    if container.kind in {"country", "demonym"}:
        return row.country == container.country and row.kind not in {"country", "demonym"}
    return container.geonames_id in row.within
