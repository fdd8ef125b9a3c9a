"""Turns towns into the middle, the extent and the people of the regions they lie in."""

from __future__ import annotations

import math
from collections import defaultdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sources import Town


class Areas:
    """Where the people of each region and country live, taken from its towns."""

    def __init__(self, towns: Sequence[Town]) -> None:
        """Sort the towns by the areas they lie in."""
        self._towns: dict[str, list[Town]] = defaultdict(list)
        for town in towns:
            if town.feature != "PPLX":  # its people are counted with the city's
                for code in {town.country, town.admin1, town.admin2} - {""}:
                    self._towns[code].append(town)

    def population(self, code: str) -> int:
        """Give how many people live in the towns of an area."""
        return sum(town.population for town in self._towns.get(code, ()))

    def point(self, code: str) -> tuple[float, float, int] | None:
        """Give the middle of an area's towns and the radius in km that holds most of its people."""
        towns = self._towns.get(code)
        if not towns:
            return None
        south, north = _extent(town.lat for town in towns)
        # Turned so that no extent crosses the edge of the map (Fiji, Chukotka).
        turn = towns[0].lon
        west, east = _extent(math.remainder(town.lon - turn, 360) for town in towns)
        lat, lon = (south + north) / 2, math.remainder(turn + (west + east) / 2, 360)
        return lat, lon, self.radius_km(code, lat, lon)

    def radius_km(self, code: str, lat: float, lon: float) -> int:
        """Give the radius in km around a point that holds 95 % of an area's people.

        Not all of them: a few far islands should not make a country an ocean wide.
        """
        towns = self._towns[code]
        away = sorted((_km(lat, lon, t.lat, t.lon), max(t.population, 1)) for t in towns)
        left = 0.95 * sum(people for _, people in away)
        for km, people in away:
            left -= people
            if left <= 0:
                return max(5, math.ceil(km))
        return max(5, math.ceil(away[-1][0]))


def _extent(degrees: Iterable[float]) -> tuple[float, float]:
    """Give the bounds of all but the outermost hundredth on either side."""
    ordered = sorted(degrees)
    left_out = len(ordered) // 100
    return ordered[left_out], ordered[-1 - left_out]


def _km(lat: float, lon: float, other_lat: float, other_lon: float) -> float:
    north = math.radians(other_lat - lat)
    east = math.radians(other_lon - lon) * math.cos(math.radians((lat + other_lat) / 2))
    return 6371 * math.hypot(north, math.remainder(east, math.tau))
