"""Turns named features into a probability, and tells near-duplicate phrases from different ones.

What participants and demands have in common: candidates are measured by features with names, a
table of weights says how much each speaks for or against, and of two candidates that say nearly
the same only the likelier is kept.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from cortege.extract.rules.numerals import grammar
from cortege.extract.text import Text

Phrase = tuple[str, ...]

_NEAR: Final = 0.5  # overlap from which two phrases say the same; two coders are compared so too
_MOST: Final = 100  # kept of one report, so that no text makes comparing slow


@dataclass(frozen=True, slots=True)
class Weighed:
    """A candidate with its probability: its tokens, the words that carry its meaning, its cue."""

    score: float
    first: int
    end: int
    phrase: Phrase
    cue: tuple[int, int]


def chosen(weighed: Sequence[Weighed], first_least: float, least: float) -> list[Weighed]:
    """Keep what is likely enough, the likelier of near-duplicates and of overlapping readings.

    Args:
        weighed: the candidates of one report.
        first_least: the probability from which the report's likeliest candidate is kept.
        least: the probability from which any other is.

    Returns:
        The kept ones, the likeliest first.
    """
    kept: list[Weighed] = []
    for one in sorted(weighed, key=lambda each: (-each.score, each.first, each.end)):
        if one.score < (least if kept else first_least) or len(kept) == _MOST:
            break
        if not any(_same(one, other) for other in kept):
            kept.append(one)
    return kept


def _same(one: Weighed, other: Weighed) -> bool:
    if one.first < other.end and other.first < one.end:
        return True
    return overlap(one.phrase, other.phrase) >= _NEAR


def probability(features: Mapping[str, float], weights: Mapping[str, float], bias: float) -> float:
    """Give the probability that a logistic regression with these weights gives to features.

    >>> probability({"counted": 1.0}, {"counted": 2.0}, -2.0)
    0.5
    """
    score = bias + sum(value * weights.get(name, 0.0) for name, value in features.items())
    return 1.0 / (1.0 + math.exp(-max(min(score, 30.0), -30.0)))


def content(text: Text, first: int, end: int) -> Phrase:
    """Give the words that carry the meaning of a phrase: no articles, no "of", no "and"."""
    rules = grammar(text.pack.code)
    skipped = text.pack.words["function.article"] | rules.of | rules.joiners
    return tuple(
        part
        for token in range(first, end)
        if text.kinds[token] != "p" and text.words[token] not in skipped
        for part in text.words[token].replace("‑", "-").split("-")
        if part
    )


def overlap(one: Phrase, other: Phrase) -> float:
    """Give how much two phrases share: the F1 of their words, 0 to 1.

    >>> overlap(("angry", "nurses"), ("nurses",)) > 0.6
    True
    """
    if not set(one) & set(other):
        return 0.0
    n_shared = sum((Counter(one) & Counter(other)).values())
    return 2 * n_shared / (len(one) + len(other))
