"""Turns the verbs around a figure into whether it is done, planned, ongoing or denied.

The nearest cue before the figure in its sentence decides, and where there is none the nearest
behind it: "has created" is done, "plans to establish" planned, "employs" ongoing. "No" or "not"
right before a figure, or a verb of denying, make it denied.
"""

from __future__ import annotations

from typing import Final

from cortege.extract.text import Text
from cortege.nouns.reading import FigureStatus

_CUES: Final[tuple[tuple[str, FigureStatus], ...]] = (
    ("figure.now", "ongoing"),
    ("figure.done", "done"),
    ("date_context.past", "done"),
    ("date_context.future", "planned"),
    ("figure.planned", "planned"),
    ("cue.deny", "denied"),
)
_DENIAL: Final = 2  # tokens between "not" and the number it denies


def status_of(text: Text, first: int, end: int) -> FigureStatus:
    """Give the standing of the figure whose tokens are ``first`` to ``end``."""
    sentence = text.sentence(first)
    negations = text.pack.words["function.negation"]
    if any(text.words[token] in negations for token in range(max(sentence.first, first - _DENIAL), first)):
        return "denied"
    before = _nearest(text, sentence.first, first, backwards=True)
    if before is not None:
        return before
    return _nearest(text, end, sentence.end, backwards=False) or "ongoing"


def _nearest(text: Text, first: int, end: int, *, backwards: bool) -> FigureStatus | None:
    """Give the status of the cue nearest to one end of a stretch; of two at once the longer."""
    best: tuple[int, int] | None = None
    status: FigureStatus | None = None
    for path, meaning in _CUES:
        for hit in text.found_within(path, first, end):
            place = -hit.end if backwards else hit.first
            key = (place, -(hit.end - hit.first))
            if best is None or key <= best:
                best, status = key, meaning
    return status
