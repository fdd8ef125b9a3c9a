"""Turns counted days, weeks, months and years into counts with the way they are meant.

Reads "two weeks ago", "il y a deux jours", "for three days", "depuis dix jours", "over the past
two years", "in three days", "two days later", "for a third day".
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

from cortege.extract.rules.dating.words import Lookup
from cortege.extract.rules.numerals import core_at

Sense = Literal[
    "ago", "ahead", "maybe_ahead", "lasting", "ending", "night", "later", "before"
]  # fmt: skip
_REACH: Final = 5  # tokens between a number and its unit
_MOST: Final = 400  # more days or years than this are no date


@dataclass(frozen=True, slots=True)
class Count:
    """So many units, counted from the publication date or from the date mentioned before."""

    number: int
    unit: str
    sense: Sense


def count_at(look: Lookup, token: int, free: int) -> tuple[int, int, Count] | None:
    """Read the count whose unit stands at a token, no further left than ``free``."""
    unit = look.at("unit", token)
    if unit is None:
        return None
    end, name = unit
    number = _number_before(look, token, free)
    if number is None:
        return _nth_before(look, token, free)
    first, value, recent = number
    return _meant(look, first, look.skip(end, "straight"), Count(value, name, "lasting"), recent)


def _meant(
    look: Lookup, first: int, end: int, count: Count, recent: bool
) -> tuple[int, int, Count] | None:
    """Find the word that says from where the units are counted."""
    after = look.at("ago", end)
    if after is not None:
        return first, after[0], Count(count.number, count.unit, "ago")
    before = look.before("ago", first)
    if before is not None:
        return before, end, Count(count.number, count.unit, "ago")
    for role, sense in _BEHIND:
        found = look.at(role, end)
        if found is not None:
            return first, found[0], Count(count.number, count.unit, sense)
    opened = look.before("for", first)
    if opened is None and recent:
        opened = look.before("through", first)
        opened = first if opened is None else opened
    if opened is not None:
        return opened, end, count
    if _of_protest(look, end):
        return first, end, Count(count.number, count.unit, "ending")
    for role, sense in _AHEAD:
        ahead = look.before(role, first)
        if ahead is not None:
            return ahead, end, Count(count.number, count.unit, sense)
    return None


def _of_protest(look: Lookup, token: int) -> bool:
    """Tell whether an action fills the time: "two days of clashes"."""
    at = look.skip(token, "of")
    if at == token:
        return False
    return any(
        look.text.hit_at(at + ahead, path) is not None
        for ahead in range(_ADJECTIVES + 1)
        for path in _ACTIONS
    )


_BEHIND: Final[tuple[tuple[str, Sense], ...]] = (("later", "later"), ("before", "before"))
_AHEAD: Final[tuple[tuple[str, Sense], ...]] = (("ahead", "ahead"), ("maybe_ahead", "maybe_ahead"))
_ACTIONS: Final = ("form", "date_context.action")
_ADJECTIVES: Final = 2  # words between "of" and the action


def _number_before(look: Lookup, token: int, free: int) -> tuple[int, int, bool] | None:
    """Give the first token of the number before a unit, its value, and whether "last" is there."""
    stop, recent = token, False
    for first in range(token - 1, max(free, token - _REACH) - 1, -1):
        one = look.at("one", first)
        if one is not None and _only(look, one[0], token):
            return first, 1, False
        core = core_at(look.text, first)
        if core is not None and core.end <= stop and _only(look, core.end, token):
            if core.high is None or core.low != core.high or not 0 < core.low <= _MOST:
                return None
            opened = _number_opened(look, first)
            recent = opened < first or look.at("last", core.end) is not None
            return opened, int(core.low), recent
    return None


def _only(look: Lookup, first: int, end: int) -> bool:
    """Tell whether nothing but "straight", "last" and the like stands between two tokens."""
    return look.skip(first, "straight", "last") >= end


def _number_opened(look: Lookup, first: int) -> int:
    """Take in "the past" before a number."""
    last = look.before("last", first)
    if last is None:
        return first
    article = look.before("the", last)
    return last if article is None else article


def _nth_before(look: Lookup, token: int, free: int) -> tuple[int, int, Count] | None:
    """Read "for a third day", "the second night of clashes": the last of so many days."""
    for first in range(token - 1, max(free, token - _REACH) - 1, -1):
        nth = look.at("nth", first)
        unit = look.at("unit", token)
        if nth is None or unit is None or look.skip(nth[0], "straight") < token:
            continue
        end = look.skip(unit[0], "straight")
        article = look.before("the", first)
        opened = first if article is None else article
        cue = look.before("for", opened)
        straight = token > nth[0] or end > unit[0]
        if cue is None and not straight and not _of_protest(look, end):
            return None
        sense: Sense = "night" if look.at("night", token) is not None else "ending"
        return opened if cue is None else cue, end, Count(int(nth[1]), str(unit[1]), sense)
    return None
