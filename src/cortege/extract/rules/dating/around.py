"""Turns offsets and counts into days, seen from the day of publication.

"Yesterday", "last week", "two weeks ago", "over the past three days": calendar arithmetic only.
"""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from typing import Final

from cortege.extract.rules.dating.counts import Count
from cortege.extract.rules.dating.points import Stamp
from cortege.extract.rules.dating.tense import Direction
from cortege.nouns.values import UNKNOWN_DATE, DatePrecision, DateValue

WEEK: Final = 7
YEAR_MONTHS: Final = 12
_SATURDAY: Final = 5
_TUESDAY: Final = 1
_DAYS: Final = {"day": 1, "week": 7}


def offset(days: int, stamp: Stamp | None, published: date) -> DateValue:
    """Give the day so many days from the publication, or the full date written beside it."""
    day = published + timedelta(days)
    if stamp is not None and stamp.month and stamp.day:
        year = stamp.year or day.year
        return DateValue.day(date(year, stamp.month, stamp.day))
    return DateValue.day(day)


def around(unit: str, shift: int, published: date, direction: Direction | None) -> DateValue:
    """Give the week, weekend, month or year so many units from that of the publication."""
    kind, _, part = unit.partition("_")
    match kind:
        case "night":
            return stretch(published + timedelta(shift), -shift)
        case "days":
            return DateValue(published + timedelta(shift), published, "range")
        case "weekend":
            return _weekend(shift, published, direction)
        case "week":
            monday = published - timedelta(published.weekday()) + timedelta(WEEK * shift)
            whole = DateValue(monday, monday + timedelta(WEEK - 1), "week")
        case "month":
            whole = _shifted_months(published, shift)
        case _:
            whole = whole_year(published.year + shift)
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
        saturday -= timedelta(WEEK)
    elif shift > 0 and published.weekday() >= _SATURDAY:
        saturday += timedelta(WEEK)
    return stretch(saturday, 1)


def _shifted_months(published: date, shift: int) -> DateValue:
    year, month = divmod(published.year * YEAR_MONTHS + published.month - 1 + shift, YEAR_MONTHS)
    return months(year, month + 1, 1, "month")


def counted(count: Count, published: date) -> DateValue:
    """Give the days that a count from the publication means."""
    n_units = count.number
    if count.sense in {"lasting", "during", "ending"}:
        return lasting(n_units, count.unit, published)
    sign = -1 if count.sense == "ago" else 1
    match count.unit:
        case "day":
            return DateValue.day(published + timedelta(sign * n_units))
        case "week":
            return around("week", sign * n_units, published, None)
        case "month":
            return _shifted_months(published, sign * n_units)
    return whole_year(published.year + sign * n_units)


def lasting(n_units: int, unit: str, published: date) -> DateValue:
    """Give the stretch of so many units that ends with the publication."""
    match unit:
        case "day":
            first = published - timedelta(n_units - 1)
        case "week":
            first = published - timedelta(WEEK * n_units)
        case "month":
            first = _same_day(published, n_units)
        case _:
            first = _same_day(published, YEAR_MONTHS * n_units)
    return DateValue(first, published, "range")


def beside_day(count: Count, beside: DateValue) -> DateValue:
    """Give a stretch that begins, or ends, with the day named in the same sentence."""
    if beside.first is None or beside.last is None or count.unit not in {"day", "week"}:
        return UNKNOWN_DATE
    if count.sense == "ending":
        return lasting(count.number, count.unit, beside.last)
    return stretch(beside.first, count.number * _DAYS[count.unit] - 1)


def _same_day(published: date, n_months: int) -> date:
    """Give the same day of the month so many months before, or the last there is."""
    past = published.year * YEAR_MONTHS + published.month - 1 - n_months
    year, month = divmod(past, YEAR_MONTHS)
    return date(year, month + 1, min(published.day, monthrange(year, month + 1)[1]))


def months(year: int, month: int, n_months: int, precision: DatePrecision) -> DateValue:
    """Give the stretch of so many months from the first day of one."""
    last = year * YEAR_MONTHS + month - 1 + n_months - 1
    last_year, last_month = divmod(last, YEAR_MONTHS)
    end = date(last_year, last_month + 1, monthrange(last_year, last_month + 1)[1])
    return DateValue(date(year, month, 1), end, precision)


def whole_year(year: int) -> DateValue:
    """Give a year."""
    return DateValue(date(year, 1, 1), date(year, 12, 31), "year")


def stretch(first: date, n_days: int) -> DateValue:
    """Give the stretch from a day to so many days later."""
    return DateValue(first, first + timedelta(n_days), "range")


def night(published: date | None, before: DateValue | None) -> DateValue:
    """Give the night a report tells of: the day just mentioned, or the one before it appeared."""
    if published is None:
        return UNKNOWN_DATE
    yesterday = published - timedelta(1)
    if before is not None and before.first in {yesterday, published}:
        return before
    return DateValue.day(yesterday)


def follow(days: int, before: DateValue | None) -> DateValue:
    """Give the day so many days after, or before, the one mentioned before."""
    if before is None or before.first is None or before.last is None:
        return UNKNOWN_DATE
    return DateValue.day((before.first if days < 0 else before.last) + timedelta(days))
