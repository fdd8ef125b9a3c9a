"""Turns days with a name and seasons into days: "Black Friday", "Easter Monday", "last summer".

A rule of the table ``named`` is a month and a day, or a month, which one in it, of which weekday,
and how many days after that. One of ``easter`` is a number of days from Easter Sunday.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

from cortege.extract.rules.dating.around import WEEK, months
from cortege.extract.rules.dating.spots import Which
from cortege.extract.rules.dating.tense import Direction
from cortege.nouns.values import UNKNOWN_DATE, DateValue

_SEASON_MONTHS: Final = 3
_SOON: Final = 45  # days: a day with a name is the coming one if it is no further ahead


def season(month: int, year: int | None, which: Which, published: date | None) -> DateValue:
    """Give three months: of a year, or the last, this or the next such season."""
    if year is None:
        if published is None:
            return UNKNOWN_DATE
        year = published.year
        over = month + _SEASON_MONTHS - 1 < published.month
        if which == "last" and not over:
            year -= 1
        elif which in {"next", "coming"} and month <= published.month:
            year += 1
    return months(year, month, _SEASON_MONTHS, "month")


def named(
    rule: tuple[int, ...], year: int | None, published: date | None, direction: Direction | None
) -> DateValue:
    """Give the day with a name in its year, or the one nearest to the publication."""
    if year is not None:
        return DateValue.day(_day_named(rule, year))
    if published is None:
        return UNKNOWN_DATE
    days = [_day_named(rule, published.year + shift) for shift in (-1, 0, 1)]
    past = max(day for day in days if day <= published)
    future = min((day for day in days if day > published), default=past)
    if direction == "future" and (published - past).days > 0:
        return DateValue.day(future)
    return DateValue.day(future if (future - published).days <= _SOON else past)


def _day_named(rule: tuple[int, ...], year: int) -> date:
    match rule:
        case (days,):
            return _easter(year) + timedelta(days)
        case (month, day):
            return date(year, month, day)
        case (month, which, weekday, after):
            first = date(year, month, 1)
            to_weekday = (weekday - first.weekday()) % WEEK
            return first + timedelta(to_weekday + WEEK * (which - 1) + after)
    raise ValueError(f"no such rule for a day with a name: {rule}")


def _easter(year: int) -> date:
    """Give Easter Sunday (Gregorian; Butcher's algorithm, Nature, 20 April 1876)."""
    golden, century, rest = year % 19, year // 100, year % 100
    drift = (century - (century + 8) // 25 + 1) // 3
    moon = (century - century // 4 - drift + 19 * golden + 15) % 30
    sunday = (32 + 2 * (century % 4) + 2 * (rest // 4) - moon - rest % 4) % 7
    late = (golden + 11 * moon + 22 * sunday) // 451
    month, day = divmod(moon + sunday - 7 * late + 114, 31)
    return date(year, month, day + 1)
