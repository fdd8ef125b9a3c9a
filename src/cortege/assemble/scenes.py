"""Turns sentences into scenes: what each says of time, place and action, and in which light.

A scene gathers the mentions of one sentence and says whether the sentence looks back at earlier
protests, announces one to come, calls one off, or tells of one that goes on. Everything later in
assembly asks scenes, never the text.
"""

from __future__ import annotations

import math
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final, Protocol, TypeVar

from cortege.extract.rules.crowds import CrowdMention
from cortege.extract.rules.dates import DateMention
from cortege.extract.rules.triggers import Trigger
from cortege.extract.stage import Mentions
from cortege.extract.text import Sentence, Text
from cortege.languages.phrases import Hit
from cortege.nouns.values import Place

_LEAD_SENTENCES: Final = 4
_DISTRICT_KM: Final = 25.0
_SUBURB_KM: Final = 10.0
_TIMES_LARGER: Final = 10  # how much larger a town must be to take in a suburb
_EARTH_KM: Final = 12_742.0  # diameter


@dataclass(frozen=True, slots=True)
class Spot:
    """A place named in the text, resolved: its tokens, the place, and how sure that is."""

    first: int
    end: int
    place: Place
    score: float
    reasons: tuple[str, ...]
    demonym: bool
    located_in: bool
    dateline: bool
    key: str
    population: int


@dataclass(frozen=True, slots=True)
class Scene:
    """What one sentence says. ``quoted`` is the share of its tokens inside quotation marks."""

    index: int
    sentence: Sentence
    triggers: tuple[Trigger, ...]
    spots: tuple[Spot, ...]
    dates: tuple[DateMention, ...]
    crowds: tuple[CrowdMention, ...]
    quoted: float
    title: bool
    lead: bool
    background: bool
    planned: bool
    cancelled: bool
    ongoing: bool

    @property
    def acts(self) -> bool:
        """Tell whether the sentence speaks of protest, by noun or verb, in the report's voice."""
        return any(trigger.sort != "people" for trigger in self.triggers) and self.quoted < 0.6


class _Placed(Protocol):
    @property
    def first(self) -> int: ...


M = TypeVar("M", bound=_Placed)


def join_districts(spots: Sequence[Spot]) -> list[Spot]:
    """Give districts and suburbs the identity of the large town of the report they belong to.

    A protest in Times Square is one in New York when the report names both; the words of the
    district stay where they are.
    """
    large: dict[str, Spot] = {}
    for spot in spots:
        if spot.place.precision == "city" and not spot.demonym:
            large.setdefault(spot.key, spot)
    return [_joined(spot, list(large.values())) for spot in spots]


def _joined(spot: Spot, large: Sequence[Spot]) -> Spot:
    if spot.place.precision not in ("city", "district") or spot.demonym:
        return spot
    wanted = 1 if spot.place.precision == "district" else _TIMES_LARGER
    around = [
        town
        for town in large
        if town.key != spot.key
        and town.population > spot.population * wanted
        and _km(town.place, spot.place) < (_DISTRICT_KM if wanted == 1 else _SUBURB_KM)
    ]
    if not around:
        return spot
    town = max(around, key=lambda other: other.population)
    return replace(spot, place=town.place, key=town.key, population=town.population)


def _km(one: Place, other: Place) -> float:
    if one.lat is None or one.lon is None or other.lat is None or other.lon is None:
        return float("inf")
    if one.country != other.country:
        return float("inf")
    lat, lon, lat2, lon2 = map(math.radians, (one.lat, one.lon, other.lat, other.lon))
    part = math.sin((lat2 - lat) / 2) ** 2
    part += math.cos(lat) * math.cos(lat2) * math.sin((lon2 - lon) / 2) ** 2
    return _EARTH_KM * math.asin(min(1.0, math.sqrt(part)))


def find(mentions: Mentions, spots: Sequence[Spot]) -> list[Scene]:
    """Give the scene of every sentence, in order."""
    text = mentions.text
    first_body = next((i for i, s in enumerate(text.sentences) if not s.in_title), 0)
    return [
        _scene(mentions, spots, index, sentence, first_body)
        for index, sentence in enumerate(text.sentences)
    ]


def _scene(
    mentions: Mentions, spots: Sequence[Spot], index: int, sentence: Sentence, first_body: int
) -> Scene:
    quoted = sum(1 for at in range(sentence.first, sentence.end) if at in mentions.quoted)
    crowd_at = [mention.amount.core for mention in mentions.crowds]
    low = bisect_left(crowd_at, sentence.first)
    high = bisect_left(crowd_at, sentence.end)
    return Scene(
        index=index,
        sentence=sentence,
        triggers=tuple(_within(mentions.triggers, sentence)),
        spots=tuple(_within(spots, sentence)),
        dates=tuple(_within(mentions.dates, sentence)),
        crowds=mentions.crowds[low:high],
        quoted=quoted / max(sentence.end - sentence.first, 1),
        title=sentence.in_title,
        lead=not sentence.in_title and index - first_body < _LEAD_SENTENCES,
        background=_said(mentions, sentence, "status.background"),
        planned=_said(mentions, sentence, "status.planned"),
        cancelled=_said(mentions, sentence, "status.cancelled"),
        ongoing=_said(mentions, sentence, "status.ongoing"),
    )


def _within(found: Sequence[M], sentence: Sentence) -> Sequence[M]:
    low = bisect_left(found, sentence.first, key=lambda mention: mention.first)
    high = bisect_left(found, sentence.end, key=lambda mention: mention.first)
    return found[low:high]


def _said(mentions: Mentions, sentence: Sentence, path: str) -> bool:
    """Tell whether a phrase of a path stands in the sentence, outside quotation marks."""
    hits: Sequence[Hit] = list(mentions.text.found_within(path, sentence.first, sentence.end))
    return any(hit.first not in mentions.quoted for hit in hits)


def distance(text: Text, one: int, other: int) -> int:
    """Give the distance between two tokens in sentences."""
    return abs(text.sentence_of[one] - text.sentence_of[other])
