"""Turns the verbs around a figure into whether it is done, planned, ongoing or denied.

The nearest cue before the figure in its sentence decides, and where there is none the nearest
behind it: "has created" is done, "plans to establish" planned, "employs" ongoing. A participle in
the figure's own words ("posts created") is done. "No" or "not" right before a figure, or a verb
of denying, make it denied.
"""

from __future__ import annotations

from typing import Final

from cortege.extract.text import Text
from cortege.languages.phrases import Hit
from cortege.nouns.reading import FigureStatus

_CUES: Final[tuple[tuple[str, FigureStatus], ...]] = (
    ("figure.now", "ongoing"),
    ("figure.done", "done"),
    ("date_context.past", "done"),
    ("date_context.future", "planned"),
    ("figure.planned", "planned"),
)
_AUXILIARIES: Final = 2  # tokens between "could" and "fined"
_BOUNDARIES: Final = frozenset({";", ":", "“", "”", "«", "»", '"', "(", ")", "—", "–"})
_REACH: Final = 50  # tokens
_DENIAL: Final = 2  # tokens between "not" and the number it denies


def status_of(text: Text, first: int, end: int) -> FigureStatus:
    """Give the standing of the figure whose tokens are ``first`` to ``end``."""
    sentence = text.sentence(first)
    negations = text.pack.words["function.negation"]
    near = max(sentence.first, first - _DENIAL)
    if any(text.words[token] in negations for token in range(near, first)):
        return "denied"
    if any(True for _ in text.found_within("cue.deny", near - 1, first)):
        return "denied"
    if any(True for _ in text.found_within("figure.done", first, end)):
        return "done"
    opening, closing = _clause(text, first, end)
    return (
        _nearest(text, opening, first, backwards=True)
        or _nearest(text, end, closing, backwards=False)
        or _nearest(text, _around(text, first, end)[0], opening, backwards=True)
        or "ongoing"
    )


def _around(text: Text, first: int, end: int) -> tuple[int, int]:
    """Give how far from a figure its verb is looked for, within the sentence."""
    sentence = text.sentence(first)
    return max(sentence.first, first - _REACH), min(sentence.end, end + _REACH)


def _clause(text: Text, first: int, end: int) -> tuple[int, int]:
    """Give the clause around a figure: lists and commas do not end it, "that" and "which" do."""
    begin, stop = _around(text, first, end)
    relative = text.pack.words["function.relative"]
    opening, closing = first, end
    while opening > begin and not _parts(text, opening - 1, relative):
        opening -= 1
    while closing < stop and not _parts(text, closing, relative):
        closing += 1
    return opening, closing


def _parts(text: Text, token: int, relative: frozenset[str]) -> bool:
    return text.words[token] in _BOUNDARIES or text.words[token] in relative


def _nearest(text: Text, first: int, end: int, *, backwards: bool) -> FigureStatus | None:
    """Give the status of the cue nearest to one end of a stretch; of two at once the longer."""
    best: tuple[int, int] | None = None
    nearest: tuple[Hit, FigureStatus] | None = None
    for path, meaning in _CUES:
        for hit in text.found_within(path, first, end):
            key = (-hit.end if backwards else hit.first, -(hit.end - hit.first))
            if best is None or key <= best:
                best, nearest = key, (hit, meaning)
    if nearest is None:
        return None
    hit, meaning = nearest
    return "planned" if meaning == "done" and _is_planned(text, hit) else meaning


def _is_planned(text: Text, hit: Hit) -> bool:
    """Tell whether a word that looks like a past is part of a plan: "could be fined"."""
    begin = max(text.sentence(hit.first).first, hit.first - _AUXILIARIES)
    return any(
        True
        for path in ("figure.planned", "date_context.future")
        for _ in text.found_within(path, begin, hit.first)
    )
