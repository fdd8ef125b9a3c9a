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
    "ago", "ahead", "maybe_ahead", "lasting", "during", "ending", "night", "later", "before"
]  # fmt: skip
_REACH: Final = 5  # tokens between a number and its unit
_MOST: Final = 400  # more days or years than this are no date
_BEHIND: Final[tuple[tuple[str, Sense], ...]] = (
    ("ago", "ago"),
    ("later", "later"),
    ("before", "before"),
)
_BEFORE: Final[tuple[tuple[str, Sense], ...]] = (("ago", "ago"), ("for", "during"))
_AHEAD: Final[tuple[tuple[str, Sense], ...]] = (
    ("ahead", "ahead"),
    ("maybe_ahead", "maybe_ahead"),
)
_ACTIONS: Final = ("form", "date_context.action")
_ADJECTIVES: Final = 2  # words between "of" and the action
_SHORT: Final = frozenset({"day", "week"})  # units in which a protest is counted by ordinals


@dataclass(frozen=True, slots=True)
class Count:
    """So many units, counted from the publication date or from the date mentioned before."""

    number: int
    unit: str
    sense: Sense


def count_at(look: Lookup, token: int, free: int) -> tuple[int, int, Count] | None:
    """Read the count whose unit stands at a token, no further left than ``free``."""
    unit = look.at("unit", token)
    if unit is None or _is_name(look, token):
        return None
    end, name = unit
    counted = _number_before(look, token, free)
    if counted is None:
        return _nth_before(look, token, free)
    found = _meant(look, counted, look.skip(end, "straight"))
    if found is None:
        return None
    first, end, sense = found
    return first, end, Count(counted.number, name, sense)


def _is_name(look: Lookup, token: int) -> bool:
    """Tell whether a unit is part of a name: "a Day of Action"."""
    text = look.text
    if text.pack.traits.get("noun_capitals"):
        return False
    return (
        text.caps[token]
        and token > text.sentence(token).first
        and not text.sentence(token).in_title
    )


def _meant(look: Lookup, counted: _Counted, end: int) -> tuple[int, int, Sense] | None:
    """Find the word that says from where the units are counted."""
    first = counted.first
    for role, sense in _BEHIND:
        found = look.at(role, end)
        if found is not None and not look.governs(found[0]):
            return first, found[0], sense
    if _of_protest(look, end):
        return first, end, "ending"
    for role, sense in _BEFORE:
        opened = look.before(role, first)
        if opened is not None:
            up_to_now = sense == "during" and look.at("since", opened) is not None
            return opened, end, "lasting" if up_to_now else sense
    if counted.recent:
        opened = look.before("through", first)
        return first if opened is None else opened, end, "lasting"
    for role, sense in _AHEAD:
        opened = look.before(role, first)
        if opened is not None:
            return opened, end, sense
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


@dataclass(frozen=True, slots=True)
class _Counted:
    """The number before a unit: its first token, and whether "last" stands with it."""

    first: int
    number: int
    recent: bool


def _number_before(look: Lookup, token: int, free: int) -> _Counted | None:
    for first in range(token - 1, max(free, token - _REACH) - 1, -1):
        one = look.at("one", first)
        if one is not None and _only(look, one[0], token):
            return _Counted(first, 1, recent=False)
        if look.text.kinds[first] == "n" and not look.keys[first][:1].isdecimal():
            continue  # "²" is a digit that is no number
        core = core_at(look.text, first)
        if core is None or core.end > token or not _only(look, core.end, token):
            continue
        if core.high is None or core.low != core.high or not 0 < core.low <= _MOST:
            return None
        opened = _number_opened(look, first)
        recent = opened < first or look.at("last", core.end) is not None
        return _Counted(opened, int(core.low), recent)
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
        if unit[1] not in _SHORT:
            return None
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
