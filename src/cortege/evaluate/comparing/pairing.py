"""Turns protests coded and protests read into pairs that are about the same protest.

Place and days weigh most, then form, the words that name the action, and shared crowd figures,
which part two protests in one square on one day. The best pair is taken first; no more than a
score and the order of the report decides, so the pairs are the same on every run.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Final

from cortege.evaluate.coding import Protest, Town
from cortege.evaluate.comparing.likeness import best_pairs, overlap
from cortege.locate.fold import fold

# As in the project's score tool, but for the sizes, which count for more here: our walks have
# rival crowds in one place.
_PLACE, _DAYS, _FORM, _TRIGGER, _SIZES = 0.4, 0.3, 0.15, 0.15, 0.2
_LEAST: Final = 0.4

# Codings give a town's point to a tenth of a degree, some eleven kilometres.
_NEAR_KM: Final = 25.0
_EARTH_KM: Final = 6371.0


def pair_protests(coded: Sequence[Protest], read: Sequence[Protest]) -> dict[int, int]:
    """Pair protests coded with protests read: index by index, each used once."""
    pairs = best_pairs(
        lambda row, column: _likeness(coded[row], read[column]), len(coded), len(read), _LEAST
    )
    return dict(pairs)


def same_place(coded: Town, read: Town) -> bool:
    """Tell whether two protests were in the same town; or in the same country and no town."""
    if coded.name is None or read.name is None:
        return coded.name is read.name is None and coded.country == read.country
    if coded.point and read.point:
        return _distance_km(coded.point, read.point) <= _NEAR_KM
    return coded.country == read.country and fold(coded.name) == fold(read.name)


def _likeness(coded: Protest, read: Protest) -> float:
    mine, theirs = ({size.bounds for size in protest.sizes} for protest in (coded, read))
    return (
        _PLACE * same_place(coded.town, read.town)
        + _DAYS * _days_meet(coded, read)
        + _FORM * bool(set(coded.forms) & set(read.forms))
        + _TRIGGER * bool(overlap(coded.trigger, read.trigger))
        + _SIZES * len(mine & theirs) / max(len(mine | theirs), 1)
    )


def _days_meet(coded: Protest, read: Protest) -> bool:
    first, last = coded.days
    began, ended = read.days
    if first is None or last is None or began is None or ended is None:
        return coded.days == read.days
    return first <= ended and began <= last


def _distance_km(one: tuple[float, float], other: tuple[float, float]) -> float:
    lat, lon = map(math.radians, one)
    to_lat, to_lon = map(math.radians, other)
    half = math.sin((to_lat - lat) / 2) ** 2
    half += math.cos(lat) * math.cos(to_lat) * math.sin((to_lon - lon) / 2) ** 2
    return 2 * _EARTH_KM * math.asin(min(1.0, math.sqrt(half)))
