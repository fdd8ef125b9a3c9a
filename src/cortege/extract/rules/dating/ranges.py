"""Turns calendar dates that belong together into one stretch, or into several days.

Reads "Jan. 25-27", "du 15 au 17 mars", "from Friday to Sunday", "between 3 and 5 May",
"les 27, 28 et 29 mai", "Wednesday and Thursday". Days that follow one another are one stretch;
"15 and 19 May" are two days.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from cortege.extract.rules.dating.points import (
    Stamp,
    day_at,
    month_at,
    point_at,
    year_after,
)
from cortege.extract.rules.dating.words import Lookup

_MOST_DAYS: Final = 6  # days listed before their month
_DAYS_OF_WEEK: Final = 7


@dataclass(frozen=True, slots=True)
class Point:
    """A calendar date as far as it is written."""

    stamp: Stamp


@dataclass(frozen=True, slots=True)
class Between:
    """A stretch from one calendar date to another, both included."""

    start: Stamp
    stop: Stamp


@dataclass(frozen=True, slots=True)
class Piece:
    """A calendar date or a stretch, with its tokens."""

    first: int
    end: int
    meaning: Point | Between


@dataclass(frozen=True, slots=True)
class _Item:
    first: int
    end: int
    stamp: Stamp


def pieces_at(look: Lookup, token: int) -> list[Piece]:
    """Read the dates and stretches that begin at a token."""
    listed = _listed(look, token)
    if listed:
        return listed
    point = point_at(look, token)
    if point is None:
        return []
    end, stamp = point
    item = _Item(token, end, stamp)
    if stamp.month and stamp.day and look.words.month_first:
        days = _more_days(look, item)
        if days:
            return days
    return [_joined(look, item)]


# --------------------------------------------------------------------------- 27, 28 et 29 mai


def _listed(look: Lookup, token: int) -> list[Piece]:
    """Read days that share the month behind the last of them."""
    items: list[_Item] = []
    joints: list[str] = []
    at = token
    while len(items) < _MOST_DAYS:
        item = _weekday_and_day(look, at)
        if item is None:
            return []
        items.append(item)
        month = month_at(look, look.skip(item.end, "of"))
        if month is not None:
            break
        joint = _joint(look, item.end)
        if joint is None:
            return []
        at, name = joint
        joints.append(name)
    else:
        return []
    if len(items) == 1:
        return []
    end, dated = year_after(look, month[0], Stamp(month=month[1]))
    items = [
        _Item(i.first, i.end, i.stamp._replace(month=dated.month, year=dated.year)) for i in items
    ]
    items[-1] = _Item(items[-1].first, end, items[-1].stamp)
    return _together(look, items, joints)


def _weekday_and_day(look: Lookup, token: int) -> _Item | None:
    weekday = look.at("weekday", token)
    day = day_at(look, look.linked(weekday[0]) if weekday else token)
    if day is None:
        return None
    return _Item(token, day[0], Stamp(day=day[1], weekday=weekday[1] if weekday else None))


def _joint(look: Lookup, token: int) -> tuple[int, str] | None:
    """Read what joins two dates, and give where the second begins."""
    if token < len(look.keys) and look.keys[token] == ",":
        more = look.at("and", token + 1)
        end, name = (more[0] if more else token + 1), "and"
    else:
        plus, until = look.at("and", token), look.at("to", token)
        longest = plus if plus and (not until or plus[0] >= until[0]) else until
        if longest is None:
            return None
        end, name = longest[0], "and" if longest is plus else "to"
    return look.skip(end, "the", "early", "part"), name


def _more_days(look: Lookup, item: _Item) -> list[Piece]:
    """Read the days behind a month and day: "Jan. 25-27", "June 5 and 6"."""
    stamp = item.stamp
    joint = None if stamp.year else _joint(look, item.end)
    if joint is None or look.keys[item.end] == ",":
        return []
    at, name = joint
    day = day_at(look, at)
    if day is None or month_at(look, day[0]) is not None:
        return []
    end, later = year_after(look, day[0], stamp._replace(day=day[1]))
    first = _Item(item.first, item.end, stamp._replace(year=later.year))
    return _together(look, [first, _Item(at, end, later._replace(weekday=None))], [name])


def _together(look: Lookup, items: list[_Item], joints: list[str]) -> list[Piece]:
    """Make one stretch of days that follow one another or are joined by "to"."""
    days = [item.stamp.day or 0 for item in items]
    follow = all(later - day == 1 for day, later in pairwise(days))
    first, last = items[0], items[-1]
    opened = look.before("between", _unarticled(look, first.first))
    joined = follow or opened is not None or joints == ["to"]
    if joined and days[0] <= days[-1]:
        return [Piece(first.first, last.end, Between(first.stamp, last.stamp))]
    return [Piece(item.first, item.end, Point(item.stamp)) for item in items]


# --------------------------------------------------------------------------- Friday to Sunday


def _joined(look: Lookup, item: _Item) -> Piece:
    """Join a date with the one behind "to", "and" or a dash, where they are of one kind."""
    alone = Piece(item.first, item.end, Point(item.stamp))
    joint = _joint(look, look.skip(item.end, "part"))
    if joint is None or look.keys[look.skip(item.end, "part")] == ",":
        return alone
    at, name = joint
    point = point_at(look, at)
    if point is None or _shape(item.stamp) != _shape(point[1]):
        return alone
    end, other = point
    opened = look.before("between", _unarticled(look, item.first)) is not None
    if name == "and" and not opened and not _consecutive(item.stamp, other):
        return alone
    start = item.stamp
    if start.month is not None and start.year is None:
        start = start._replace(year=_year_of(start, other))
    return Piece(item.first, end, Between(start, other))


def _unarticled(look: Lookup, token: int) -> int:
    before = look.before("the", token)
    return token if before is None else before


def _shape(stamp: Stamp) -> tuple[bool, bool, bool]:
    if stamp.day is not None and stamp.month is not None:
        return True, True, True
    weekday_only = stamp.weekday is not None and stamp.month is None
    return stamp.month is not None, stamp.day is not None, weekday_only


def _consecutive(start: Stamp, stop: Stamp) -> bool:
    if start.weekday is None or stop.weekday is None:
        return False
    return (stop.weekday - start.weekday) % _DAYS_OF_WEEK == 1


def _year_of(start: Stamp, stop: Stamp) -> int | None:
    """Give the year of a start that lacks one: that of the end, or the one before it."""
    if stop.year is None or start.month is None or stop.month is None:
        return None
    return stop.year - 1 if start.month > stop.month else stop.year
