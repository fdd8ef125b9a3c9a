"""Turns date expressions into days, seen from the day a report was published.

Which words make an expression is known to ``spots``; the arithmetic of offsets stands in
``around``, days with a name in ``feasts``. An expression that needs the publication date resolves
to ``UNKNOWN_DATE`` without one.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from cortege.extract.rules.dating.around import (
    WEEK,
    around,
    beside_day,
    counted,
    follow,
    months,
    night,
    offset,
    stretch,
    whole_year,
)
from cortege.extract.rules.dating.counts import Count
from cortege.extract.rules.dating.feasts import named, season
from cortege.extract.rules.dating.points import Stamp
from cortege.extract.rules.dating.ranges import Between, Point
from cortege.extract.rules.dating.spots import (
    Around,
    Follow,
    Meaning,
    Named,
    Offset,
    Season,
    Spot,
    Which,
)
from cortege.extract.rules.dating.tense import Direction
from cortege.nouns.values import UNKNOWN_DATE, DateValue

_SOON: Final = 90  # days: a month and day without a year may lie so far ahead unannounced
_SOON_AFTER_PAST: Final = 30  # days: and so far in a clause that speaks of the past
_PLANNED: Final = 210  # days: and so far where the clause speaks of plans
_LONG_AGO: Final = 180  # days: if the last such day is longer ago than this
_NEARBY: Final = 40  # days: "Friday 29" is looked for so far on either side
_RECENT: Final = 3  # days: "ce samedi" is the one past if it is no longer ago
_LEAP: Final = 4  # years in which every date has been
_FOLLOWING: Final = {"day": 1, "week": WEEK}


@dataclass(frozen=True, slots=True)
class Anchor:
    """From where an expression is seen.

    ``year`` is the year the text itself gives when the publication date is unknown; ``before``
    the last day mentioned before the expression, ``beside`` the same if it stands in the same
    sentence; ``direction`` is where the clause looks.
    """

    published: date | None
    year: int | None
    before: DateValue | None
    beside: DateValue | None
    direction: Direction | None


def resolve(spot: Spot, anchor: Anchor) -> DateValue | None:
    """Give the days an expression means; ``None`` when there is no such date (31 June)."""
    try:
        value = _value(spot, anchor)
    except (ValueError, OverflowError):
        return None
    if spot.since and value is not None:
        return _up_to_now(value, anchor.published)
    return value


def _value(spot: Spot, anchor: Anchor) -> DateValue | None:
    meaning: Meaning = spot.meaning
    match meaning:
        case Point(stamp):
            return _point(stamp, spot, anchor)
        case Between(start, stop):
            return _between(start, stop, spot, anchor)
        case Named(rule, year):
            return named(rule, year, anchor.published, anchor.direction)
        case Season(month, year):
            return season(month, year, spot.which, anchor.published)
        case Follow(days):
            return follow(days, anchor.before)
        case Count():
            return _count(meaning, anchor)
    if anchor.published is None:
        return _without_publication(meaning)
    match meaning:
        case Offset(days, beside):
            return offset(days, beside, anchor.published)
        case Around(unit, shift):
            return around(unit, shift, anchor.published, anchor.direction)
    return UNKNOWN_DATE


def _count(count: Count, anchor: Anchor) -> DateValue | None:
    published = anchor.published
    if count.sense == "maybe_ahead" and anchor.direction != "future":
        return None
    if count.sense in {"later", "before"}:
        if count.unit not in _FOLLOWING:
            return UNKNOWN_DATE
        days = count.number * _FOLLOWING[count.unit]
        return follow(days if count.sense == "later" else -days, anchor.before)
    if count.sense == "night":
        return night(anchor.published, anchor.before)
    if count.sense in {"during", "ending"} and anchor.beside is not None:
        return beside_day(count, anchor.beside)
    return UNKNOWN_DATE if published is None else counted(count, published)


def _without_publication(meaning: Meaning) -> DateValue:
    """Give the full date that stands beside "yesterday", if one does."""
    if isinstance(meaning, Offset) and meaning.stamp is not None:
        stamp = meaning.stamp
        if stamp.year and stamp.month and stamp.day:
            return DateValue.day(date(stamp.year, stamp.month, stamp.day))
    return UNKNOWN_DATE


def _up_to_now(value: DateValue, published: date | None) -> DateValue:
    """Turn "since" a date into the stretch from it to the publication."""
    if value.first is None or published is None:
        return UNKNOWN_DATE
    if value.first > published:
        return value
    return DateValue(value.first, published, "range")


# --------------------------------------------------------------------------- calendar dates


def _point(stamp: Stamp, spot: Spot, anchor: Anchor) -> DateValue:
    year = stamp.year
    if year is None and spot.years is not None and anchor.published is not None:
        year = anchor.published.year + spot.years
    if stamp.month is None and stamp.weekday is None:
        return UNKNOWN_DATE if year is None else whole_year(year)
    if stamp.month is None:
        return _weekday(stamp, spot.which, anchor)
    if stamp.day is None:
        return _month(stamp.month, year, spot.which, anchor)
    if year is None and anchor.published is None:
        year = anchor.year
    if year is not None:
        return DateValue.day(date(year, stamp.month, stamp.day))
    if anchor.published is None:
        return UNKNOWN_DATE
    return DateValue.day(_nearest(stamp, spot.which, anchor.published, anchor.direction))


def _nearest(stamp: Stamp, which: Which, published: date, direction: Direction | None) -> date:
    """Give the day and month nearest to the publication that the clause allows."""
    days = _occurrences(stamp, published.year)
    if stamp.weekday is not None:
        fitting = [day for day in days if day.weekday() == stamp.weekday]
        if fitting:
            return min(fitting, key=lambda day: abs((day - published).days))
    past = max((day for day in days if day <= published), default=days[0])
    future = min((day for day in days if day > published), default=days[-1])
    ahead, ago = (future - published).days, (published - past).days
    if which == "last":
        return past
    if which in {"next", "coming"}:
        return future
    if direction == "future":
        return past if ago == 0 or ahead > _PLANNED else future
    soon = _SOON if direction is None else _SOON_AFTER_PAST
    return future if ahead <= soon and ago > _LONG_AGO else past


def _occurrences(stamp: Stamp, year: int) -> list[date]:
    """Give the day and month in the years around one.

    Raises:
        ValueError: there is no such day in any year.
    """
    days: list[date] = []
    for candidate in range(year - _LEAP, year + _LEAP + 1):
        try:
            days.append(date(candidate, stamp.month or 0, stamp.day or 0))
        except ValueError:
            continue
    if not days:
        raise ValueError("no such day")
    near = [day for day in days if abs(day.year - year) <= 1]
    return near or days


def _weekday(stamp: Stamp, which: Which, anchor: Anchor) -> DateValue:
    published, weekday = anchor.published, stamp.weekday
    if weekday is None:
        return UNKNOWN_DATE
    if which in {"previous", "following"}:
        return _next_to(weekday, which, anchor)
    if published is None:
        return UNKNOWN_DATE
    if stamp.day is not None:
        numbered = _numbered(weekday, stamp.day, published, anchor.direction)
        if numbered is not None:
            return DateValue.day(numbered)
    ago = (published.weekday() - weekday) % WEEK
    ahead = (weekday - published.weekday()) % WEEK
    match which:
        case "last":  # "last Saturday" on a Sunday is not the day before: that is "Saturday"
            days = -ago if ago > 1 else -ago - WEEK
        case "next":
            days = WEEK - published.weekday() + weekday
        case "coming":
            days = ahead or WEEK
        case "this" if anchor.direction is None:
            days = -ago if ago <= _RECENT else ahead
        case _:
            days = ahead if anchor.direction == "future" else -ago
    return DateValue.day(published + timedelta(days))


def _next_to(weekday: int, which: Which, anchor: Anchor) -> DateValue:
    """Give the weekday before or after the date mentioned before."""
    before = anchor.before
    if before is None or before.first is None or before.last is None:
        return UNKNOWN_DATE
    if which == "previous":
        ago = (before.first.weekday() - weekday) % WEEK
        return DateValue.day(before.first - timedelta(ago or WEEK))
    ahead = (weekday - before.last.weekday()) % WEEK
    return DateValue.day(before.last + timedelta(ahead or WEEK))


def _numbered(weekday: int, day: int, published: date, direction: Direction | None) -> date | None:
    """Find the day with this weekday and number nearest to the publication."""
    sign = 1 if direction == "future" else -1
    for distance in range(_NEARBY):
        for step in (sign * distance, -sign * distance):
            candidate = published + timedelta(step)
            if candidate.weekday() == weekday and candidate.day == day:
                return candidate
    return None


def _month(month: int, year: int | None, which: Which, anchor: Anchor) -> DateValue:
    published = anchor.published
    if year is None:
        if published is None:
            return UNKNOWN_DATE
        year = published.year
        behind = month > published.month or (month == published.month and which == "last")
        beyond = month < published.month or (month == published.month and which == "next")
        forward = which in {"next", "coming"} or (which == "" and anchor.direction == "future")
        if which != "this":
            year += int(beyond) if forward else -int(behind)
    return months(year, month, 1, "month")


# --------------------------------------------------------------------------- stretches


def _between(start: Stamp, stop: Stamp, spot: Spot, anchor: Anchor) -> DateValue:
    if start.month is None and start.weekday is not None:
        return _weekdays(start, stop, spot, anchor)
    first, last = _point(start, spot, anchor).first, _point(stop, spot, anchor).last
    if first is None or last is None:
        return UNKNOWN_DATE
    if first > last and start.year is None and stop.year is not None:
        first = _point(start._replace(year=stop.year - 1), spot, anchor).first
    elif stop.year is None and (first > last or (last - first).days > _PLANNED):
        last = _point(stop._replace(year=first.year), spot, anchor).last
        if last is not None and first > last:
            last = _point(stop._replace(year=first.year + 1), spot, anchor).last
    return UNKNOWN_DATE if first is None or last is None else DateValue(first, last, "range")


def _weekdays(start: Stamp, stop: Stamp, spot: Spot, anchor: Anchor) -> DateValue:
    """Give a stretch of weekdays: the last one past, or the next where plans are told."""
    length = ((stop.weekday or 0) - (start.weekday or 0)) % WEEK
    if anchor.direction == "future" or spot.which in {"next", "coming"}:
        first = _weekday(start, spot.which, anchor).first
        return UNKNOWN_DATE if first is None else stretch(first, length)
    published = anchor.published
    if published is None:
        return UNKNOWN_DATE
    ago = (published.weekday() - (start.weekday or 0)) % WEEK
    if ago > length or spot.which == "last":  # else the stretch goes on at the publication
        ago = length + (published.weekday() - (stop.weekday or 0)) % WEEK
    return stretch(published - timedelta(ago), length)
