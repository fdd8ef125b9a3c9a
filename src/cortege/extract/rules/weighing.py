"""Turns named features into a probability, and tells near-duplicate phrases from different ones.

What organisers, participants and demands have in common: candidates are measured by features
with names, a table of weights says how much each speaks for or against, and of two candidates
that say nearly the same only the likelier is kept.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping

from cortege.extract.rules.numerals import grammar
from cortege.extract.text import Text

Phrase = tuple[str, ...]


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
    n_shared = sum((Counter(one) & Counter(other)).values())
    return 2 * n_shared / (len(one) + len(other)) if n_shared else 0.0
