"""Turns the words around a date into whether its clause looks back or ahead.

The nearest cue decides: a verb in the past, a plan, a word such as "will". What stands in
another clause counts as further away. Without a cue the answer is ``None``.
"""

from __future__ import annotations

from typing import Final, Literal

from cortege.extract.text import Text

Direction = Literal["past", "future"]
_CUES: Final[tuple[tuple[str, Direction], ...]] = (
    ("status.planned", "future"),
    ("date_context.future", "future"),
    ("date_context.past", "past"),
)
_CLAUSE: Final = 5  # tokens that a clause boundary is worth
_BOUNDARIES: Final = frozenset({",", ";", ":", "(", ")", "–", "—", "\"", "“", "”", "«", "»"})


def direction_at(text: Text, first: int, end: int) -> Direction | None:
    """Tell whether the clause around the tokens ``first`` to ``end`` looks back or ahead."""
    sentence = text.sentence(first)
    best: tuple[float, Direction] | None = None
    for path, direction in _CUES:
        for hit in text.found_within(path, sentence.first, sentence.end):
            if hit.first < end and hit.end > first:
                distance = 0.0
            elif hit.end <= first:
                distance = _distance(text, hit.end, first)
            else:
                distance = _distance(text, end, hit.first)
            if best is None or distance < best[0]:
                best = distance, direction
    return None if best is None else best[1]


def _distance(text: Text, first: int, end: int) -> float:
    """Count the tokens between two places, clause boundaries weighing more."""
    boundaries = sum(1 for token in range(first, end) if text.words[token] in _BOUNDARIES)
    return end - first + _CLAUSE * boundaries
