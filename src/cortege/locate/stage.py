"""Turns place mentions into places: finds what each could be, then ranks it with reasons."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from cortege.locate.rank import Hints, Located, resolve
from cortege.nouns.values import Place

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cortege.locate.candidates import PlaceMention

__all__ = ["Hints", "Located", "city_state", "locate"]

_CITY_SHARE: Final = 0.5  # of a country's people, from which its name means the city
_CITY_RADIUS_KM: Final = 10.0


def locate(mentions: Sequence[PlaceMention], hints: Hints) -> list[Located]:
    """Say which place each mention of one report denotes, in the order of the mentions.

    A mention without any candidate gets a `Located` whose ``place`` is ``None``.
    """
    return resolve(mentions, hints)


def city_state(located: Located) -> Place | None:
    """Give the city that a country's name means when most of the country lives in it.

    "Hong Kong" and "Singapore" are countries to the gazetteer; a protest there is one in a city.
    """
    country = located.row
    if country is None or country.kind != "country":
        return None
    for row in located.mention.rows:
        inside = row.kind == "city" and row.country == country.country
        if inside and row.population >= _CITY_SHARE * country.population:
            return Place(
                    row.name, row.admin1, row.country, row.lat, row.lon, "city",
                    _CITY_RADIUS_KM, row.geonames_id, None,
                )  # fmt: skip
    return None
