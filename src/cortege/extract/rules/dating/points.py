"""Turns tokens into partial calendar dates: a weekday, a day and month, a month, a year.

Reads "Jan. 31", "31 janvier", "Saturday, June 6, 2020", "viernes 29", "2011-02-18", "01/06/11",
"November", "in 2019". What is left out (the year, say) is for ``cortege.extract.rules.dates`` to
find. "May", "March", "mars" and their like need something beside them that makes them a month.
"""

from __future__ import annotations

import re
from datetime import date
from typing import Final, NamedTuple

from cortege.extract.rules.dating.words import Lookup

_FIRST_YEAR: Final = 1800
_LAST_YEAR: Final = 2099
_LAST_PLAIN_YEAR: Final = 2035  # a later one is a project's ("2050"), if nothing says otherwise
_MONTHS: Final = 12
_LAST_DAY: Final = 31
_DIGITS_OF_YEAR: Final = 4
_DIGITS_OF_DAY: Final = 2
_CENTURY: Final = 100
_TURN: Final = 2000  # two-digit years are of this century
_PARTS_OF_NUMERIC: Final = 5  # tokens of 18/09/2011
_GLUED_BEFORE: Final = frozenset("-/:$€£#+.,")
_PEOPLE: Final = ("crowd.noun", "crowd.group", "not_crowd.police", "not_crowd.unit")
_OPEN: Final = ("function.article", "function.preposition", "function.conjunction")
_YEAR_FIRST: Final = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})")
_NO_YEAR: Final = re.compile(r"(\d{1,2})[.](\d{1,2})[.]")
_YEAR_LAST: Final = re.compile(r"(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})")


class Stamp(NamedTuple):
    """As much of a calendar date as is written; ``weekday`` counts from Monday, 0."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None


Found = tuple[int, Stamp]


def point_at(look: Lookup, token: int) -> Found | None:
    """Read the calendar date that begins at a token, as far as it is written there."""
    weekday = look.at("weekday", token)
    if weekday is None:
        return _undated(look, token)
    end, value = weekday
    linked = look.linked(look.skip(end, "part"))
    dated = _undated(look, linked)
    if dated is not None and dated[1].day is not None:
        return dated[0], dated[1]._replace(weekday=value)
    if _doubtful(look, token) or (look.words.capital and not look.text.caps[token]):
        return None
    numbered = day_at(look, look.skip(end, "link"))
    if numbered is not None and _stands_alone(look, numbered[0]):
        return numbered[0], Stamp(day=numbered[1], weekday=value)
    return end, Stamp(weekday=value)


def _undated(look: Lookup, token: int) -> Found | None:
    """Read a date that names no weekday."""
    if token >= len(look.keys):
        return None
    numeric = _numeric(look, token)
    if numeric is not None:
        return numeric
    day = day_at(look, token)
    if day is not None:
        month = month_at(look, look.skip(day[0], "of"))
        if month is not None:
            return year_after(look, month[0], Stamp(month=month[1], day=day[1]))
    month = month_at(look, token)
    if month is not None:
        return _from_month(look, token, month)
    return _bare_year(look, token)


def _from_month(look: Lookup, token: int, month: tuple[int, int]) -> Found | None:
    end, value = month
    if look.words.month_first:
        day = day_at(look, end)
        if day is not None and not _counts_people(look, day[0]):
            return year_after(look, day[0], Stamp(month=value, day=day[1]))
    with_year = year_after(look, end, Stamp(month=value))
    if with_year[1].year is not None:
        return with_year
    cued = look.before("cue", token) is not None or look.before("early", token) is not None
    if (_doubtful(look, token) and not cued) or _is_name(look, token) or _abbreviated(look, token):
        return None
    return with_year


def _abbreviated(look: Lookup, token: int) -> bool:
    """Tell whether a month is written as an abbreviation that is also another word: "sept"."""
    if look.text.words[token].endswith("."):
        return False
    return look.at("abbreviated", token) is not None


def _is_name(look: Lookup, token: int) -> bool:
    """Tell whether a month's word is part of a name: capitals beside it, or one out of place."""
    text = look.text
    opening = token == text.sentence(token).first
    if not look.words.capital:
        return text.caps[token] and not opening
    if opening or not text.caps[token - 1] or text.kinds[token - 1] != "w":
        return False
    return look.before("cue", token) is None and look.before("the", token) is None


# --------------------------------------------------------------------------- days, months, years


def day_at(look: Lookup, token: int) -> tuple[int, int] | None:
    """Read a day of the month: "31", "25th", "1er", "15." or a word for the first."""
    if token >= len(look.keys):
        return None
    written = look.at("dayword", token)
    if written is not None:
        return written[0], int(written[1])
    text, key = look.text, look.keys[token]
    if text.kinds[token] != "n" or not key.isdecimal() or len(key) > _DIGITS_OF_DAY:
        return None
    if not 1 <= int(key) <= _LAST_DAY:
        return None
    if token and text.glued(token) and text.words[token - 1] in _GLUED_BEFORE - {"-", "."}:
        return None
    end = token + 1
    suffix = look.at("ordinal_suffix", end)
    if end < len(text) and text.glued(end) and (suffix or _dotted(look, end)):
        end = suffix[0] if suffix else end + 1
    if look.at("time", end) is not None:
        return None
    return end, int(key)


def _dotted(look: Lookup, token: int) -> bool:
    """Tell whether a full stop marks an ordinal, where the language writes them so."""
    return look.text.words[token] == "." and "." in look.words.starting.get("ordinal_suffix", {})


def month_at(look: Lookup, token: int) -> tuple[int, int] | None:
    """Read a month's name."""
    month = look.at("month", token)
    if month is None or (look.words.capital and not look.text.caps[token]):
        return None
    return month[0], int(month[1])


def year_after(look: Lookup, token: int, stamp: Stamp) -> Found:
    """Add the year that follows a day and month, if one does."""
    at = look.skip(token, "of")
    if at == token and token < len(look.keys) and look.keys[token] == ",":
        at += 1
    year = year_at(look, at)
    return (token, stamp) if year is None else (at + 1, stamp._replace(year=year))


def year_at(look: Lookup, token: int) -> int | None:
    """Read a year: four digits without separators that nothing is glued to."""
    if token >= len(look.keys):
        return None
    key, text = look.keys[token], look.text
    if len(key) != _DIGITS_OF_YEAR or not key.isdecimal():
        return None
    behind = token + 1
    glued = behind < len(text) and text.glued(behind) and text.kinds[behind] == "w"
    if glued and text.words[behind][0] not in "'’":  # 1990s, but not 1989's
        return None
    return int(key) if _FIRST_YEAR <= int(key) <= _LAST_YEAR else None


def _bare_year(look: Lookup, token: int) -> Found | None:
    """Read a year that stands alone, unless it counts people or is part of a name."""
    year = year_at(look, token)
    if year is None:
        return None
    text = look.text
    if text.glued(token) and (
        text.kinds[token - 1] == "w" or text.words[token - 1] in _GLUED_BEFORE
    ):
        return None
    if look.before("cue", token) is None:
        if year % _CENTURY == 0 or _counts_people(look, token + 1):
            return None
        if year > (_LAST_PLAIN_YEAR if look.near is None else look.near.year + 1):
            return None
    elif _counts_people(look, token + 1) and year % 10 == 0:
        return None
    return token + 1, Stamp(year=year)


def _numeric(look: Lookup, token: int) -> Found | None:
    """Read a date in figures only: 2011-02-18, 18/09/2011, 31.01.2026."""
    text = look.text
    if text.kinds[token] != "n":
        return None
    end = token + 1
    while end < min(len(text), token + _PARTS_OF_NUMERIC) and text.glued(end):
        if text.kinds[end] != "n" and text.words[end] not in {"-", "/", "."}:
            break
        end += 1
    dotted = "." in look.words.starting.get("ordinal_suffix", {})
    while end > token + 1 and text.kinds[end - 1] != "n" and not (dotted and end == token + 2):
        end -= 1
    surface = text.exact(token, end)
    if found := _NO_YEAR.fullmatch(surface):
        return _day_and_month(look, token, end, found)
    if found := _YEAR_FIRST.fullmatch(surface):
        year, month, day = (int(part) for part in found.groups())
        return (end, Stamp(year, month, day)) if _valid(year, month, day) else None
    if found := _YEAR_LAST.fullmatch(surface):
        return _year_last(look, end, found)
    return None


def _day_and_month(look: Lookup, token: int, end: int, found: re.Match[str]) -> Found | None:
    """Read "am 22.04.", where the language marks ordinals with a full stop."""
    opened = any(look.before(role, token) is not None for role in ("the", "link", "from", "cue"))
    if not opened or not _valid(_TURN, int(found[2]), int(found[1])):
        return None
    return end, Stamp(month=int(found[2]), day=int(found[1]))


def _year_last(look: Lookup, end: int, found: re.Match[str]) -> Found | None:
    one, mark, two, year = int(found[1]), found[2], int(found[3]), int(found[4])
    if len(found[4]) != _DIGITS_OF_YEAR:
        if mark == "-":
            return None
        year += _TURN
    orders = [(two, one), (one, two)]  # month, day
    if look.words.month_first:
        orders.reverse()
    days = [date(year, month, day) for month, day in orders if _valid(year, month, day)]
    if not days:
        return None
    near = look.near
    if look.words.month_first and near is not None:
        days.sort(key=lambda day: abs((day - near).days))
    return end, Stamp(days[0].year, days[0].month, days[0].day)


def _valid(year: int, month: int, day: int) -> bool:
    if not 1 <= month <= _MONTHS:
        return False
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


# --------------------------------------------------------------------------- surroundings


def _doubtful(look: Lookup, token: int) -> bool:
    return look.at("doubtful", token) is not None


def _counts_people(look: Lookup, token: int) -> bool:
    """Tell whether a number before this token counts people rather than days or years."""
    return any(look.text.hit_at(token, path) is not None for path in _PEOPLE)


def _stands_alone(look: Lookup, token: int) -> bool:
    """Tell whether a number before this token counts nothing."""
    text = look.text
    if token >= len(text) or text.kinds[token] != "w":
        return True
    return any(text.words[token] in text.pack.words.get(path, ()) for path in _OPEN)
