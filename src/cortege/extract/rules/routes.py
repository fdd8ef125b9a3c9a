"""Turns the words for a march's path into its ends and the places it passed.

A path is told in one of four ways: a pair behind a word of motion ("marched from A to B", "de la
place A à la place B"), a march to somewhere ("marched to B"), a start and a finish with words of
their own ("set off from A … ended at B", in one sentence or the next), or a gathering that moves
("gathered at A before marching to B"). "From Monday to Friday" and "from 10 to 20" are no paths:
a place has a proper name or is a square, a building, a park.

Limits: the end of a name is guessed from the words that cannot belong to it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from cortege.extract.rules.motion import Mark, Span, marks_in
from cortege.extract.text import Text

_PAIR_GAP: Final = 6  # tokens between the start of a pair and its "to"
_MARCH_GAP: Final = 6  # tokens between "marched" and its "to" or "from"
_FROM_GAP: Final = 2  # tokens between "marched to B" and "from A"
_MOVE_REACH: Final = 12  # tokens between "procession" and its "from"
_CHAIN_GAP: Final = 2  # tokens between one goal and the next
_WAIT: Final = 2  # sentences in which a start may wait for its finish
_TO: Final = frozenset({"to", "toward", "finish"})
_FROM: Final = frozenset({"from", "start"})
_MOTION: Final = frozenset({"march", "walk", "move"})


@dataclass(frozen=True, slots=True)
class RouteMention:
    """A path: token spans of its start, its goal and what lies between, and of the whole."""

    first: int
    end: int
    start: Span | None
    goal: Span | None
    via: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class _Waiting:
    """Where a march began that has not been told to end yet, and the sentence of it.

    ``alone`` is the path to give if no end is told.
    """

    start: Mark | None = None
    sentence: int = 0
    alone: RouteMention | None = None


def find(text: Text) -> list[RouteMention]:
    """Find every path of a march, in the order of the text."""
    found: list[RouteMention] = []
    waiting = _Waiting()
    for number in _sentences(text):
        marks = marks_in(text, text.sentences[number])
        if number - waiting.sentence > _WAIT:
            found += [waiting.alone] if waiting.alone else []
            waiting = _Waiting()
        route = (
            _pair(text, marks) or _ends(marks, waiting.start) or _march(text, marks, waiting.start)
        )
        if route is not None:
            told = waiting.start is not None and route.start == waiting.start.place
            found += [waiting.alone] if waiting.alone and not told else []
            found.append(route)
            waiting = _Waiting()
            continue
        start = _with_role(marks, {"start"}) or _with_role(marks, {"meet"})
        if start is not None:
            found += [waiting.alone] if waiting.alone else []
            waiting = _Waiting(start, number, _moved_on(marks))
    return [*found, waiting.alone] if waiting.alone else found


def _sentences(text: Text) -> list[int]:
    """Give the numbers of the sentences that speak of motion or of where it began or ended."""
    return sorted(
        {
            text.sentence_of[hit.first]
            for role in ("start", "finish", "march", "walk", "meet", "move")
            for hit in text.found(f"route.{role}")
        }
    )


# --------------------------------------------------------------------------- four ways to tell it


def _pair(text: Text, marks: Sequence[Mark]) -> RouteMention | None:
    """Read "from A to B" behind a word of motion."""
    for at, mark in enumerate(marks):
        if mark.role not in _FROM or mark.place is None:
            continue
        if mark.role == "from" and not _moving(marks[:at], mark):
            continue
        reach = mark.stop
        for later in marks[at + 1 :]:
            if later.first - reach > _PAIR_GAP or _broken(text, reach, later.first):
                break
            if later.role in _TO and later.place and later.first >= mark.stop:
                return _built(marks, mark, later)
            if later.role == "via" and later.place:
                reach = later.stop
    return None


def _moving(before: Sequence[Mark], mark: Mark) -> bool:
    """Tell whether a word of motion stands not far before a "from"."""
    return any(
        other.role in _MOTION and 0 <= mark.first - other.end <= _MOVE_REACH for other in before
    )


def _broken(text: Text, first: int, end: int) -> bool:
    """Tell whether punctuation stands between two places: they are then not one pair."""
    return any(
        text.kinds[token] == "p" and not text.glued(token + 1) for token in range(first, end)
    )


def _ends(marks: Sequence[Mark], waiting: Mark | None) -> RouteMention | None:
    """Read a start and a finish that each have words of their own."""
    start = _with_role(marks, {"start"}) or _with_role(marks, {"meet"})
    after = [mark for mark in marks if start is None or mark.first >= start.stop]
    finish = _with_role(after, {"finish"})
    if start is None:
        start = waiting
    if start is None or finish is None:
        return None
    return _built(marks, start, finish)


def _march(text: Text, marks: Sequence[Mark], waiting: Mark | None) -> RouteMention | None:
    """Read "marched to B", with "from A" behind it or a gathering at A before it."""
    for at, mark in enumerate(marks):
        if mark.role not in _MOTION:
            continue
        behind = marks[at + 1 :]
        goal = _near(text, behind, mark, {"toward", "finish"} if mark.role == "march" else _TO)
        start = _near(text, behind, goal or mark, _FROM)
        begun = _with_role(marks[:at], {"start"}) or _moved_from(marks[:at])
        if goal is None or (start is None and begun is None and mark.role != "march"):
            continue
        return _built(marks, start or begun or waiting, goal)
    return None


def _near(
    text: Text, marks: Sequence[Mark], mark: Mark, roles: frozenset[str] | set[str]
) -> Mark | None:
    """Give the first of the marks with one of these roles that belongs to a word of motion."""
    for other in marks:
        if other.first - mark.stop > _MARCH_GAP or _broken(text, mark.stop, other.first):
            return None
        if other.role in _MOTION:
            return None
        close = other.certain or other.role != "from" or other.first - mark.stop <= _FROM_GAP
        if other.first >= mark.stop and other.role in roles and other.place and close:
            return other
    return None


def _moved_from(before: Sequence[Mark]) -> Mark | None:
    """Give the place of a gathering that then moved: "at A before marching"."""
    then = any(mark.role == "then" for mark in before)
    roles = {"meet", "at"} if then else {"meet"}
    places = [mark for mark in before if mark.role in roles and mark.place]
    return places[-1] if places else None


def _moved_on(marks: Sequence[Mark]) -> RouteMention | None:
    """Read a start alone, where the words leave no doubt that it is one: "set off from A"."""
    start = _with_role(marks, {"start"})
    if start is None or not (start.certain and start.site):
        return None
    if not any(mark.role in _MOTION for mark in marks):
        return None
    return _built(marks, start, None)


# --------------------------------------------------------------------------- building


def _with_role(marks: Sequence[Mark], roles: frozenset[str] | set[str]) -> Mark | None:
    return next((mark for mark in marks if mark.role in roles and mark.place), None)


def _built(marks: Sequence[Mark], start: Mark | None, goal: Mark | None) -> RouteMention:
    """Build a path; where it goes on from its goal, the last place is the goal."""
    via: list[Span] = []
    for mark in marks:
        if goal is None or goal.place is None or mark.place is None or mark.first < goal.stop:
            continue
        if mark.role in _TO and mark.first - goal.stop <= _CHAIN_GAP:
            via.append(goal.place)
            goal = mark
    begun = start.stop if start and start in marks else 0
    via += [m.place for m in marks if m.role == "via" and m.place and m.first >= begun]
    ends = [mark for mark in (start, goal) if mark is not None]
    places = [mark.place for mark in ends if mark.place] + via
    return RouteMention(
        first=min(mark.first for mark in ends),
        end=max(end for _, end in places),
        start=start.place if start else None,
        goal=goal.place if goal else None,
        via=tuple(sorted(via)),
    )
