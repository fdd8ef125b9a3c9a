"""Turns stretches of text that overlap as they like into a flat run of segments.

A mark is one stretch that carries at least one row of the view; two rows on the same words share
a mark. Marks nest and cross, and neither HTML nor a terminal can show that, so the text is split
wherever a mark begins or ends: each segment lies wholly within or wholly without every mark.
Joined again, the segments are the text.

Example: marks over 0–10 and 5–15 of a text of 20 give segments 0–5, 5–10, 10–15 and 15–20.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final, Literal

Group = Literal[
    "what", "who", "when", "where", "how-many", "what-for", "police", "quote", "figure", "source"
]
GROUPS: Final[dict[Group, str]] = {
    "what": "what",
    "who": "who",
    "when": "when",
    "where": "where",
    "how-many": "how many",
    "what-for": "what for",
    "police": "police and harm",
    "figure": "other figures",
    "quote": "quotes",
    "source": "who says so",
}
# A segment names at most so many of the marks that cover it, innermost first. Without a bound,
# a few thousand marks within one another would make a page that grows with their square.
DEEPEST: Final = 8


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of the text, numbered from 1 in text order, and the rows that rest on it."""

    number: int
    start: int
    end: int
    group: Group
    rows: tuple[int, ...]

    @property
    def length(self) -> int:
        """Give the length in code points."""
        return self.end - self.start


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch within which no mark begins or ends.

    ``marks`` are those that cover it, the shortest first, at most ``DEEPEST``; ``opening`` and
    ``closing`` are those that begin with it and end with it.
    """

    start: int
    end: int
    marks: tuple[Mark, ...] = ()
    opening: tuple[Mark, ...] = ()
    closing: tuple[Mark, ...] = ()


def segments(marks: Sequence[Mark], length: int, cuts: Iterable[int] = ()) -> Iterator[Segment]:
    """Split a text of this length at every boundary of a mark and at the cuts.

    ``marks`` are in text order. The segments come in text order and cover the text.
    """
    bounds = {0, length, *(at for at in cuts if 0 < at < length)}
    for mark in marks:
        bounds.update((mark.start, mark.end))
    edges = sorted(bounds)
    covering: list[Mark] = []
    coming = 0
    for left, right in pairwise(edges):
        covering = [mark for mark in covering if mark.end > left]
        first = coming
        while coming < len(marks) and marks[coming].start <= left:
            coming += 1
        covering += marks[first:coming]
        covering.sort(key=lambda mark: (mark.length, mark.start))
        yield Segment(
            left,
            right,
            tuple(covering[:DEEPEST]),
            tuple(mark for mark in covering if mark.start == left),
            tuple(mark for mark in covering if mark.end == right),
        )


def paragraphs(text: str, title_end: int = 0) -> list[tuple[int, int]]:
    """Give the stretches between which only newlines stand: the title first, if there is one.

    Where the body never leaves a line empty, each of its lines is a paragraph; else single
    newlines belong to a paragraph (verse, a list, an address).
    """
    body = len(text) - len(text[title_end:].lstrip("\n"))
    gap = re.compile("\n\n+" if "\n\n" in text[body:].strip("\n") else "\n+")
    found = [(0, title_end)] if title_end else []
    at = body
    for newlines in gap.finditer(text, body):
        found.append((at, newlines.start()))
        at = newlines.end()
    found.append((at, len(text)))
    return [(start, end) for start, end in found if start < end]
