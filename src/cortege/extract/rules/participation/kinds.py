"""Turns the mentions of people in a report into the kinds of people it speaks of.

A kind - "high school students" - may be mentioned several times. What any mention shows counts
once, some things also when every mention shows them; added are how often the kind is mentioned
and how early. The mention that shows most stands for the kind.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from cortege.extract.rules.participation.noun_phrases import Candidate
from cortege.extract.rules.participation.scenes import Features, Scenes
from cortege.extract.rules.weighing import Phrase, content

_ALWAYS: Final = (
    "quoted", "late", "looks back", "beside a protest", "harmed", "says", "beside police",
)  # fmt: skip
_IN_ORDER: Final = frozenset({"kind", "group", "folk", "bond", "nation", "body"})
_ORDER: Final = 3.0  # kinds until the weight of coming early is halved

Mentioned = tuple[Candidate, Features]


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of people in a report: its words, the mention that shows it best, its features."""

    phrase: Phrase
    best: Candidate
    features: Features


def gather(
    scenes: Scenes, candidates: Sequence[Candidate], weights: Mapping[str, float]
) -> list[Kind]:
    """Gather candidates that say the same; ``weights`` only choose the mention to show."""
    text = scenes.text
    mentions: dict[Phrase, list[Mentioned]] = {}
    for candidate in candidates:
        phrase = content(text, candidate.first, candidate.end)
        if phrase:
            mentions.setdefault(phrase, []).append((candidate, scenes.measure(candidate)))
    heads = Counter(text.words[candidate.head] for candidate in candidates if not candidate.shape)
    order = _order(mentions)
    return [
        Kind(
            phrase,
            best := _best(shown, weights),
            _added_up(shown)
            | _counted(shown, heads[text.words[best.head]], len(text))
            | {"early": order.get(phrase, 0.0)},
        )
        for phrase, shown in mentions.items()
    ]


def _best(shown: Sequence[Mentioned], weights: Mapping[str, float]) -> Candidate:
    """Give the mention that shows most, the first of equals."""
    if len(shown) == 1:
        return shown[0][0]
    return max(
        shown, key=lambda one: (sum(weights.get(name, 0.0) for name in one[1]), -one[0].first)
    )[0]


def _added_up(shown: Sequence[Mentioned]) -> Features:
    """Give what any mention shows, and what all of them do."""
    features: Features = {}
    for _, found in shown:
        features |= found
    for name in _ALWAYS:
        if name in features and all(name in found for _, found in shown):
            features[f"always {name}"] = 1.0
    return features


def _counted(shown: Sequence[Mentioned], n_heads: int, n_tokens: int) -> Features:
    """Give how often and how early a kind is mentioned, and its share of its head noun."""
    begun = {candidate.first for candidate, _ in shown}
    n_heads = max(n_heads, 1)
    return {
        "mentions": math.log2(len(begun)),
        "mentions of the head": math.log2(n_heads),
        "share of the head": len(begun) / n_heads,
        "begun": min(begun) / max(n_tokens, 1),
    }


def _order(mentions: Mapping[Phrase, Sequence[Mentioned]]) -> dict[Phrase, float]:
    """Give how early each plainly named kind comes among the kinds: 1 for the first."""
    plain = [
        (shown[0][0].first, phrase)
        for phrase, shown in mentions.items()
        if shown[0][0].sort in _IN_ORDER and not shown[0][0].shape
    ]
    return {phrase: _ORDER / (_ORDER + number) for number, (_, phrase) in enumerate(sorted(plain))}
