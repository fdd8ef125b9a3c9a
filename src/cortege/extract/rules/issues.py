"""Says what protests are about, by the categories of a codebook and the words that speak of them.

A category scores by its words in the title, in demands and targets, and in sentences that speak
of protest. The best is the issue, the second too when it comes near. Each issue carries the words
that made it, so that a coder can see why.
"""

from __future__ import annotations

from collections.abc import Container, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

from cortege.codebook.issues import Category, categories, phrases
from cortege.extract.text import Text
from cortege.languages.pack import load
from cortege.languages.phrases import Hit, Matcher

_IN_TITLE: Final = 3.0
_IN_FRAME: Final = 3.0  # within a demand or a target
_IN_ACTION: Final = 1.0  # in a sentence that speaks of protest
_ELSEWHERE: Final = 0.2
_LEAST: Final = 1.5
_NEAR: Final = 0.7  # of the best category's score


@dataclass(frozen=True, slots=True)
class IssueMention:
    """A category and the words that speak for it most."""

    category: Category
    first: int
    end: int
    score: float


def find(
    text: Text, acting: Container[int], framed: Sequence[tuple[int, int]]
) -> list[IssueMention]:
    """Find the issues of a report.

    Args:
        text: the report.
        acting: the numbers of the sentences that speak of protest.
        framed: the tokens of demands and targets.
    """
    inside = {at for first, end in framed for at in range(first, end)}
    scores: dict[str, float] = {}
    best: dict[str, tuple[float, Hit]] = {}
    for hit in _matcher(text.pack.code).find(text.words, text.kinds):
        weight = _weight(text, hit, acting, inside)
        scores[hit.path] = scores.get(hit.path, 0.0) + weight
        if hit.path not in best or weight > best[hit.path][0]:
            best[hit.path] = (weight, hit)
    ranked = sorted(scores, key=lambda code: (-scores[code], code))
    kept = [code for code in ranked[:2] if scores[code] >= max(_LEAST, _NEAR * scores[ranked[0]])]
    total = sum(scores.values()) or 1.0
    return [
        IssueMention(categories()[code], *best[code][1][1:], round(scores[code] / total, 3))
        for code in kept
    ]


def _weight(text: Text, hit: Hit, acting: Container[int], inside: Container[int]) -> float:
    sentence = text.sentence_of[hit.first]
    if hit.first in inside:
        return _IN_FRAME
    if text.sentences[sentence].in_title:
        return _IN_TITLE
    return _IN_ACTION if sentence in acting else _ELSEWHERE


@cache
def _matcher(language: str) -> Matcher:
    return Matcher(phrases(language), elides=bool(load(language).traits.get("elision")))
