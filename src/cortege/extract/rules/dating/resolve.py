"""Turns date expressions into days, seen from the day a report was published.

Everything here is calendar arithmetic; which words make an expression is known to ``spots``. An
expression that needs the publication date resolves to ``UNKNOWN_DATE`` without one.
"""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from cortege.extract.rules.dating.counts import Count
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
from cortege.nouns.values import UNKNOWN_DATE, DatePrecision, DateValue

_WEEK: Final = 7
_YEAR_MONTHS: Final = 12
_SEASON_MONTHS: Final = 3
_SATURDAY: Final = 5
_TUESDAY: Final = 1
_SOON: Final = 90  # days: a month and day without a year may lie so far ahead unannounced
_SOON_AFTER_PAST: Final = 30  # days: and so far in a clause that speaks of the past
_LONG_AGO: Final = 180  # days: if the last such day is longer ago than this
_PLANNED: Final = 210  # days: and so far where the clause speaks of plans
_NEARBY: Final = 40  # days: "Friday 29" is looked for so far on either side
_RECENT: Final = 3  # days: "ce samedi" is the one past if it is no longer ago
_LEAP: Final = 4  # years in which every date has been


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
            return _named(rule, year, anchor)
        case Season(month, year):
            return _season(month, year, spot.which, anchor.published)
        case Follow(days):
            return _follow(days, anchor.before)
        case Count(_, _, "later" | "before"):
            days = meaning.number * _DAYS.get(meaning.unit, 0)
            return _follow(days if meaning.sense == "later" else -days, anchor.before)
        case Count(_, _, "night"):
            return _night(anchor)
        case Count(_, _, "lasting" | "ending") if anchor.beside is not None:
            return _beside(meaning, anchor.beside)
        case _ if anchor.published is None:
            return _without_publication(meaning)
        case Offset(days, stamp):
            return _offset(days, stamp, anchor.published)
        case Around(unit, shift):
            return _around(unit, shift, anchor.published, anchor.direction)
        case Count(_, _, "maybe_ahead") if anchor.direction != "future":
            return None
        case Count():
            return _counted(meaning, anchor.published)
    return UNKNOWN_DATE


def _without_publication(meaning: Meaning) -> DateValue:
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
        return UNKNOWN_DATE if year is None else _whole_year(year)
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
    ago = (published.weekday() - weekday) % _WEEK
    ahead = (weekday - published.weekday()) % _WEEK
    match which:
        case "last":  # "last Saturday" on a Sunday is not the day before: that is "Saturday"
            days = -ago if ago > 1 else -ago - _WEEK
        case "next":
            days = _WEEK - published.weekday() + weekday
        case "coming":
            days = ahead or _WEEK
        case "this" if anchor.direction is None:
            days = -ago if ago <= _RECENT else ahead
        case _:
            tomorrow = ahead == 1 and anchor.direction is None
            days = ahead if tomorrow or anchor.direction == "future" else -ago
    return DateValue.day(published + timedelta(days))


def _next_to(weekday: int, which: Which, anchor: Anchor) -> DateValue:
    """Give the weekday before or after the date mentioned before."""
    before = anchor.before
    if before is None or before.first is None or before.last is None:
        return UNKNOWN_DATE
    if which == "previous":
        ago = (before.first.weekday() - weekday) % _WEEK
        return DateValue.day(before.first - timedelta(ago or _WEEK))
    ahead = (weekday - before.last.weekday()) % _WEEK
    return DateValue.day(before.last + timedelta(ahead or _WEEK))


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
    return _months(year, month, 1, "month")


def _months(year: int, month: int, n_months: int, precision: DatePrecision) -> DateValue:
    """Give the stretch of so many months from the first day of one."""
    last = year * _YEAR_MONTHS + month - 1 + n_months - 1
    last_year, last_month = divmod(last, _YEAR_MONTHS)
    end = date(last_year, last_month + 1, monthrange(last_year, last_month + 1)[1])
    return DateValue(date(year, month, 1), end, precision)


def _whole_year(year: int) -> DateValue:
    return DateValue(date(year, 1, 1), date(year, 12, 31), "year")


# --------------------------------------------------------------------------- stretches


def _between(start: Stamp, stop: Stamp, spot: Spot, anchor: Anchor) -> DateValue:
    if start.month is None and start.weekday is not None:
        return _weekdays(start, stop, spot, anchor)
    first, last = _point(start, spot, anchor), _point(stop, spot, anchor)
    if first.first is None or last.first is None or last.last is None:
        return UNKNOWN_DATE
    if first.first > last.last:
        if start.year is None and stop.year is not None:
            first = _point(start._replace(year=stop.year - 1), spot, anchor)
        elif stop.year is None:
            last = _point(stop._replace(year=first.first.year), spot, anchor)
            if last.last is not None and first.first > last.last:
                last = _point(stop._replace(year=first.first.year + 1), spot, anchor)
    if first.first is None or last.last is None:
        return UNKNOWN_DATE
    return DateValue(first.first, last.last, "range")


def _weekdays(start: Stamp, stop: Stamp, spot: Spot, anchor: Anchor) -> DateValue:
    """Give a stretch of weekdays: the last one past, or the next where plans are told."""
    length = ((stop.weekday or 0) - (start.weekday or 0)) % _WEEK
    if anchor.direction == "future" or spot.which in {"next", "coming"}:
        first = _weekday(start, spot.which, anchor).first
        return UNKNOWN_DATE if first is None else _stretch(first, length)
    published = anchor.published
    if published is None:
        return UNKNOWN_DATE
    ago = (published.weekday() - (start.weekday or 0)) % _WEEK
    if ago > length or spot.which == "last":  # else the stretch goes on at the publication
        ago = length + (published.weekday() - (stop.weekday or 0)) % _WEEK
    return _stretch(published - timedelta(ago), length)


def _stretch(first: date, n_days: int) -> DateValue:
    return DateValue(first, first + timedelta(n_days), "range")


# --------------------------------------------------------------------------- from the publication


def _offset(days: int, stamp: Stamp | None, published: date) -> DateValue:
    day = published + timedelta(days)
    if stamp is not None and stamp.month and stamp.day:
        year = stamp.year or day.year
        return DateValue.day(date(year, stamp.month, stamp.day))
    return DateValue.day(day)


def _around(unit: str, shift: int, published: date, direction: Direction | None) -> DateValue:
    kind, _, part = unit.partition("_")
    match kind:
        case "night":
            return _stretch(published + timedelta(shift), -shift)
        case "days":
            return DateValue(published + timedelta(shift), published, "range")
        case "weekend":
            return _weekend(shift, published, direction)
        case "week":
            monday = published - timedelta(published.weekday()) + timedelta(_WEEK * shift)
            whole = DateValue(monday, monday + timedelta(_WEEK - 1), "week")
        case "month":
            whole = _shifted_months(published, shift)
        case _:
            whole = _whole_year(published.year + shift)
    return _part_of(whole, part, published)


def _part_of(whole: DateValue, part: str, published: date) -> DateValue:
    """Cut a week, month or year at the publication: "earlier this month"."""
    if whole.first is None or whole.last is None or not part:
        return whole
    if part == "so_far":
        return DateValue(whole.first, published, whole.precision)
    return DateValue(published, whole.last, whole.precision)


def _weekend(shift: int, published: date, direction: Direction | None) -> DateValue:
    saturday = published + timedelta(_SATURDAY - published.weekday())
    early = published.weekday() <= _TUESDAY
    if shift < 0 or (shift == 0 and early and direction != "future"):
        saturday -= timedelta(_WEEK)
    elif shift > 0 and published.weekday() >= _SATURDAY:
        saturday += timedelta(_WEEK)
    return _stretch(saturday, 1)


def _shifted_months(published: date, shift: int) -> DateValue:
    year, month = divmod(published.year * _YEAR_MONTHS + published.month - 1 + shift, _YEAR_MONTHS)
    return _months(year, month + 1, 1, "month")


_DAYS: Final = {"day": 1, "week": 7, "month": 30, "year": 365}


def _counted(count: Count, published: date) -> DateValue:
    n_units = count.number
    if count.sense in {"lasting", "ending"}:
        return _lasting(n_units, count.unit, published)
    sign = -1 if count.sense == "ago" else 1
    match count.unit:
        case "day":
            return DateValue.day(published + timedelta(sign * n_units))
        case "week":
            return _around("week", sign * n_units, published, None)
        case "month":
            return _shifted_months(published, sign * n_units)
    return _whole_year(published.year + sign * n_units)


def _lasting(n_units: int, unit: str, published: date) -> DateValue:
    """Give the stretch of so many units that ends with the publication."""
    match unit:
        case "day":
            first = published - timedelta(n_units - 1)
        case "week":
            first = published - timedelta(_WEEK * n_units)
        case "month":
            first = _same_day(published, n_units)
        case _:
            first = _same_day(published, _YEAR_MONTHS * n_units)
    return DateValue(first, published, "range")


def _night(anchor: Anchor) -> DateValue:
    """Give the night a report tells of: the day just mentioned, or the one before it appeared."""
    published, before = anchor.published, anchor.before
    if published is None:
        return UNKNOWN_DATE
    yesterday = published - timedelta(1)
    if before is not None and before.first in {yesterday, published}:
        return DateValue.day(before.first)
    return DateValue.day(yesterday)


def _beside(count: Count, beside: DateValue) -> DateValue:
    """Give a stretch that begins, or ends, with the day named in the same sentence."""
    if beside.first is None or beside.last is None:
        return UNKNOWN_DATE
    if count.sense == "ending":
        return _lasting(count.number, count.unit, beside.last)
    n_days = count.number * _DAYS.get(count.unit, 1)
    return _stretch(beside.first, n_days - 1)


def _same_day(published: date, n_months: int) -> date:
    """Give the same day of the month so many months before, or the last there is."""
    past = published.year * _YEAR_MONTHS + published.month - 1 - n_months
    year, month = divmod(past, _YEAR_MONTHS)
    return date(year, month + 1, min(published.day, monthrange(year, month + 1)[1]))


# --------------------------------------------------------------------------- names and neighbours


def _season(month: int, year: int | None, which: Which, published: date | None) -> DateValue:
    if year is None:
        if published is None:
            return UNKNOWN_DATE
        year = published.year
        over = month + _SEASON_MONTHS - 1 < published.month
        if which == "last" and not over:
            year -= 1
        elif which in {"next", "coming"} and month <= published.month:
            year += 1
    return _months(year, month, _SEASON_MONTHS, "month")


def _named(rule: tuple[int, ...], year: int | None, anchor: Anchor) -> DateValue:
    """Give the day with a name in its year, or the one nearest to the publication."""
    if year is not None:
        return DateValue.day(_day_named(rule, year))
    published = anchor.published
    if published is None:
        return UNKNOWN_DATE
    days = [_day_named(rule, published.year + shift) for shift in (-1, 0, 1)]
    past = max(day for day in days if day <= published)
    future = min((day for day in days if day > published), default=past)
    if anchor.direction == "future" and (published - past).days > 0:
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
            to_weekday = (weekday - first.weekday()) % _WEEK
            return first + timedelta(to_weekday + _WEEK * (which - 1) + after)
    raise ValueError(f"no such rule for a day with a name: {rule}")


def _easter(year: int) -> date:
    """Give Easter Sunday (Gregorian; Butcher's algorithm, Nature, 20 April 1876)."""
    golden, century, rest = year % 19, year // 100, year % 100
    moon = (century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 19 * golden + 15) % 30
    sunday = (32 + 2 * (century % 4) + 2 * (rest // 4) - moon - rest % 4) % 7
    late = (golden + 11 * moon + 22 * sunday) // 451
    month, day = divmod(moon + sunday - 7 * late + 114, 31)
    return date(year, month, day + 1)


def _follow(days: int, before: DateValue | None) -> DateValue:
    if before is None or before.first is None or before.last is None:
        return UNKNOWN_DATE
    if days < 0:
        return DateValue.day(before.first + timedelta(days))
    return DateValue.day(before.last + timedelta(days))
