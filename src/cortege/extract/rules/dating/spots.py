"""Turns tokens into date expressions, not yet resolved: what is written, and how it is meant.

Walks the text once. At a token that can begin a date expression the longest reading wins; its
words then draw in what stands around them ("since", "last", "Friday night").
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final, Literal

from cortege.extract.rules.dating.counts import Count, count_at
from cortege.extract.rules.dating.points import Stamp, point_at, year_at
from cortege.extract.rules.dating.ranges import Between, Piece, Point, pieces_at
from cortege.extract.rules.dating.words import PHRASE, Lookup

Which = Literal["", "last", "next", "coming", "this", "previous", "following"]
_NO_ROLES: Final[frozenset[str]] = frozenset()
_CALENDAR: Final = frozenset({"month", "weekday", "dayword"})
_WHICH: Final[tuple[Which, ...]] = ("previous", "following", "last", "next", "this")
_WHICH_BEHIND: Final[tuple[Which, ...]] = ("previous", "following", "last", "next")
_REACH_LEFT: Final = 5  # phrases between "since" and the date it opens
_CLAUSE: Final = 9  # tokens between "since" and a date later in the clause it opens


@dataclass(frozen=True, slots=True)
class Offset:
    """Days from the publication date, with the date that is written beside them, if any."""

    days: int
    stamp: Stamp | None = None


@dataclass(frozen=True, slots=True)
class Around:
    """A week, weekend, month or year, counted from that of the publication date."""

    unit: str
    shift: int


@dataclass(frozen=True, slots=True)
class Named:
    """A day with a name; ``rule`` as in the tables ``named`` and ``easter``."""

    rule: tuple[int, ...]
    year: int | None


@dataclass(frozen=True, slots=True)
class Season:
    """Three months from ``month``."""

    month: int
    year: int | None


@dataclass(frozen=True, slots=True)
class Follow:
    """Days from the date mentioned before."""

    days: int


@dataclass(frozen=True, slots=True)
class Vague:
    """A time that is not bounded: "in recent weeks"."""


Meaning = Point | Between | Offset | Around | Count | Named | Season | Follow | Vague


@dataclass(frozen=True, slots=True)
class Spot:
    """A date expression: its tokens, the first token of its core, and what it means.

    ``since`` marks the start of a stretch that lasts to the publication; ``years`` is the shift
    of "last year" behind a day and month.
    """

    first: int
    end: int
    core: int
    meaning: Meaning
    which: Which = ""
    since: bool = False
    years: int | None = None


def spots(look: Lookup) -> Iterator[Spot]:
    """Give the date expressions of a text in order, none overlapping another."""
    known, keys, kinds = look.words.roles, look.keys, look.text.kinds
    at, free = 0, 0
    while at < len(keys):
        roles = known.get(keys[at], _NO_ROLES)
        if not roles and kinds[at] != "n":
            at += 1
            continue
        barred = _barred(look, at) if "never" in roles else 0
        if barred:
            at = barred
            continue
        end = at + 1
        for spot in _spots_at(look, at, free, roles):
            framed = _framed(look, spot, free)
            yield framed
            free = end = max(end, framed.end)
        at = end


def _barred(look: Lookup, token: int) -> int:
    """Give the end of words that only look like a date, with the weekday they qualify."""
    never = look.at("never", token)
    if never is None:
        return 0
    weekday = look.at("weekday", never[0])
    return never[0] if weekday is None else weekday[0]


def _spots_at(look: Lookup, token: int, free: int, roles: frozenset[str]) -> list[Spot]:
    phrase = _phrase_at(look, token) if PHRASE in roles else None
    if phrase is not None:
        return [phrase]
    if "unit" in roles:
        counted = count_at(look, token, free)
        if counted is not None:
            first, end, count = counted
            return [Spot(first, end, token, count)]
    season = _season_at(look, token) if "season" in roles else None
    if season is not None:
        return [season]
    if roles.isdisjoint(_CALENDAR) and look.text.kinds[token] != "n":
        return []
    return [_of_piece(piece) for piece in pieces_at(look, token)]


def _of_piece(piece: Piece) -> Spot:
    return Spot(piece.first, piece.end, piece.first, piece.meaning)


# --------------------------------------------------------------------------- fixed phrases


def _phrase_at(look: Lookup, token: int) -> Spot | None:
    """Read an expression that the language file lists whole."""
    found = look.at(PHRASE, token)
    if found is None:
        return None
    end, (role, value) = found
    if role == "span" and value[0] == "night" and look.at("weekday", end) is not None:
        return None  # "overnight Sunday" is a Sunday
    meaning: Meaning
    match role, value:
        case "relative", int(days):
            end, stamp = _beside(look, end)
            meaning = Offset(days, stamp)
        case "span", [str(unit), int(shift)]:
            meaning = Around(unit, shift)
        case "named", [*rule]:
            end, year = _year_beside(look, end)
            meaning = Named(tuple(int(part) for part in rule), year)
        case "easter", int(days):
            end, year = _year_beside(look, end)
            meaning = Named((days,), year)
        case "anaphora", int(days) if not look.governs(end) and look.at("of", end) is None:
            meaning = Follow(days)
        case "since_then", _:
            return Spot(token, end, token, Follow(0), since=True)
        case _:
            meaning = Vague()
    return Spot(token, end, token, meaning)


def _beside(look: Lookup, end: int) -> tuple[int, Stamp | None]:
    """Read the date that stands beside "today" or "yesterday": "hoy viernes", "hier, samedi"."""
    parts = look.skip(end, "part")
    point = point_at(look, look.linked(parts))
    if point is None or (point[1].weekday is None and point[1].day is None):
        return parts, None
    return point


def _year_beside(look: Lookup, end: int) -> tuple[int, int | None]:
    at = look.skip(end, "of")
    year = year_at(look, at)
    return (end, None) if year is None else (at + 1, year)


def _season_at(look: Lookup, token: int) -> Spot | None:
    """Read a season; one without a year or "last" and the like is no date."""
    season = look.at("season", token)
    if season is None:
        return None
    end, month = season
    dated, year = _year_beside(look, end)
    if year is None and not any(
        look.before(role, token) is not None or look.at(role, end) is not None
        for role in ("last", "next", "this")
    ):
        return None
    return Spot(token, dated, token, Season(int(month), year))


# --------------------------------------------------------------------------- surroundings


def _framed(look: Lookup, spot: Spot, free: int) -> Spot:
    """Draw in the words around an expression that change or complete what it means."""
    framed = _with_which(look, spot, free)
    framed = _with_years(look, framed)
    framed = replace(framed, end=_after_parts(look, framed))
    return _with_since(look, framed, free)


def _with_which(look: Lookup, spot: Spot, free: int) -> Spot:
    if not isinstance(spot.meaning, (Point, Season)):
        return spot
    first = spot.first
    for role in _WHICH:
        before = look.before(role, first)
        if before is not None and before >= free:
            which: Which = role
            if role == "next" and look.keys[before] not in look.words.next_week:
                which = "coming"
            outer = look.before("this", before)
            return replace(spot, first=before if outer is None else max(outer, free), which=which)
    at = look.skip(spot.end, "part")
    for role in _WHICH_BEHIND:
        after = look.at(role, at)
        if after is not None and not look.words.month_first:
            return replace(spot, end=after[0], which="coming" if role == "next" else role)
    return spot


def _with_years(look: Lookup, spot: Spot) -> Spot:
    """Read "last year" behind a day and month, or a month."""
    meaning = spot.meaning
    if not isinstance(meaning, Point) or meaning.stamp.month is None or meaning.stamp.year:
        return spot
    found = look.at(PHRASE, look.skip(spot.end, "of"))
    if found is None or found[1][0] != "span" or found[1][1][0] != "year":
        return spot
    return replace(spot, end=found[0], years=int(found[1][1][1]))


def _after_parts(look: Lookup, spot: Spot) -> int:
    """Give the end with the part of the day that follows: "Friday night"."""
    if isinstance(spot.meaning, (Vague, Around)):
        return spot.end
    part = look.at("part", spot.end)
    return spot.end if part is None else part[0]


def _with_since(look: Lookup, spot: Spot, free: int) -> Spot:
    if isinstance(spot.meaning, (Between, Count, Vague)):
        return spot
    at = spot.first
    for _ in range(_REACH_LEFT):
        since = look.before("since", at)
        if since is not None:
            return spot if since < free else replace(spot, first=since, since=True)
        further = [look.before(role, at) for role in ("the", "early", "part", "of")]
        steps = [step for step in further if step is not None and step >= free]
        if not steps:
            break
        at = min(steps)
    return replace(spot, since=_in_since_clause(look, spot, free))


def _in_since_clause(look: Lookup, spot: Spot, free: int) -> bool:
    """Tell whether an action lasts since a date: "since the strike began on Monday"."""
    action = False
    for token in range(spot.first - 1, max(free, spot.first - _CLAUSE) - 1, -1):
        if look.text.kinds[token] == "p":
            return False
        if token == spot.first - 1 and look.before("of", spot.first) is not None:
            action = True  # "since the coup of 2013": the time is the action's
        action = action or look.text.hit_at(token, "form") is not None
        if look.at("since", token) is not None:
            return action and look.text.sentence_of[token] == look.text.sentence_of[spot.first]
    return False
