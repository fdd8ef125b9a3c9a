"""Turns date expressions into days, resolved against the day the report was published.

"Saturday" in a report of Sunday is the day before; in a clause that speaks of plans it is the
Saturday to come. "January 31" is the nearest one that is not far ahead. What cannot be resolved -
a weekday in a report of unknown date, "in recent weeks" - has the precision ``unknown``, and no
day is made up for it.

Limits: which protest a date belongs to is decided elsewhere. "The next day" counts from the date
mentioned before it, whatever that was the date of.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Literal

from cortege.extract.rules.dating.counts import Count
from cortege.extract.rules.dating.ranges import Between, Point
from cortege.extract.rules.dating.resolve import Anchor, resolve
from cortege.extract.rules.dating.spots import Follow, Named, Season, Spot, spots
from cortege.extract.rules.dating.tense import Direction, Tense
from cortege.extract.rules.dating.words import Lookup
from cortege.extract.text import Text
from cortege.nouns.values import DateValue

DateKind = Literal["absolute", "weekday", "relative", "anaphoric", "duration_start"]
_FIXED: Final = frozenset({"day", "range"})
_HEAD: Final = 3  # sentences in which a dateline stands, the title's included


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date expression: its tokens, what day it means, and how it says so.

    ``direction`` tells whether the clause looks back or ahead, ``None`` when it does not say.
    """

    first: int
    end: int
    value: DateValue
    kind: DateKind
    direction: Direction | None = None


def find(text: Text, published: DateValue) -> list[DateMention]:
    """Find every date expression of a text, in order, none overlapping another."""
    day = published.first if published.precision == "day" else None
    found = list(spots(Lookup(text, day)))
    tense = Tense(text)
    year = _year_of(published) or _year_in(text, found)
    mentions: list[DateMention] = []
    before, sentence = None, -1
    for spot in found:
        here = text.sentence_of[spot.first]
        direction = _direction(tense, spot)
        beside = before if here == sentence else None
        value = resolve(spot, Anchor(day, year, before, beside, direction))
        if value is None:
            continue
        mentions.append(DateMention(spot.first, spot.end, value, _kind(spot), direction))
        if value.precision in _FIXED:
            before, sentence = value, here
    return mentions


def _year_of(published: DateValue) -> int | None:
    """Give the year of publication where it is known, even if the day is not."""
    if published.first is None or published.last is None:
        return None
    return published.first.year if published.first.year == published.last.year else None


def _year_in(text: Text, found: Sequence[Spot]) -> int | None:
    """Give the year of the full date at the head of a text: its dateline.

    A full date further down may be of years before, so it says nothing of the others.
    """
    for spot in found:
        if text.sentence_of[spot.first] >= _HEAD:
            return None
        if isinstance(spot.meaning, Point):
            stamp = spot.meaning.stamp
            if stamp.day is not None and stamp.year is not None:
                return stamp.year
    return None


def _direction(tense: Tense, spot: Spot) -> Direction | None:
    if spot.which == "last" or spot.since:
        return "past"
    if spot.which in {"next", "coming"}:
        return "future"
    match spot.meaning:
        case Count(_, _, "ago" | "lasting" | "during" | "ending" | "night"):
            return "past"
        case Count(_, _, "ahead"):
            return "future"
    return tense.direction(spot.first, spot.end)


def _kind(spot: Spot) -> DateKind:
    if spot.since:
        return "duration_start"
    match spot.meaning:
        case Point(stamp) | Between(stamp, _):
            return "weekday" if stamp.month is None and stamp.weekday is not None else "absolute"
        case Season(_, year) | Named(_, year):
            return "relative" if year is None and isinstance(spot.meaning, Season) else "absolute"
        case Count(_, _, "lasting" | "during" | "ending"):
            return "duration_start"
        case Follow() | Count(_, _, "later" | "before" | "night"):
            return "anaphoric"
    return "relative"
