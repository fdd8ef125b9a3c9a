"""Turns frames such as "demanding X" and "calling for X" into the demands of protests.

Candidates first, then a decision that can be explained: what follows a frame is measured by named
features (which frame, who asks, what is asked for, in the lead), a logistic regression gives the
probability that a coder names it, and what reaches ``LEAST`` is kept, the likelier of two
near-duplicates. What protesters say they do not ask for is kept with stance "denied".
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from cortege.extract.rules.actor_mention import ActorMention
from cortege.extract.rules.asking import frames
from cortege.extract.rules.asking.features import Askers, Features
from cortege.extract.rules.asking.frames import Candidate
from cortege.extract.rules.asking.weights import BIAS, LEAST, WEIGHTS
from cortege.extract.rules.names import Name
from cortege.extract.rules.triggers import Trigger
from cortege.extract.rules.weighing import Phrase, content, overlap, probability
from cortege.extract.text import Text

_NEAR: Final = 0.5  # overlap from which two demands ask for the same
_LEAST_DENIED: Final = 0.1  # coders name few denied demands; none were fitted on


def find(
    text: Text, names: Sequence[Name], triggers: Sequence[Trigger], quoted: frozenset[int]
) -> list[ActorMention]:
    """Find the demands, in order; ``quoted`` holds the tokens of quotations."""
    weighed = [
        (probability(features, WEIGHTS, BIAS), candidate)
        for candidate, features in measured(text, names, triggers, quoted)
    ]
    kept = chosen(text, [pair for pair in weighed if pair[0] >= _least(pair[1])])
    return sorted((_mention(score, found) for score, found in kept), key=lambda m: m.first)


def measured(
    text: Text, names: Sequence[Name], triggers: Sequence[Trigger], quoted: frozenset[int]
) -> list[tuple[Candidate, Features]]:
    """Give the candidates for demands with their features."""
    askers = Askers(text, names, triggers, quoted)
    return [(found, askers.measure(found)) for found in frames.find(text, triggers, quoted)]


def chosen(
    text: Text, weighed: Sequence[tuple[float, Candidate]]
) -> list[tuple[float, Candidate]]:
    """Keep the likelier of near-duplicates and of variants of one demand."""
    kept: list[tuple[float, Candidate]] = []
    phrases: list[Phrase] = []
    for score, found in sorted(weighed, key=lambda pair: (-pair[0], pair[1].first)):
        phrase = content(text, found.first, found.end)
        if any(overlap(phrase, other) >= _NEAR for other in phrases):
            continue
        if any(found.first < other.end and other.first < found.end for _, other in kept):
            continue
        kept.append((score, found))
        phrases.append(phrase)
    return kept


def _least(candidate: Candidate) -> float:
    return _LEAST_DENIED if candidate.stance == "denied" else LEAST


def _mention(score: float, found: Candidate) -> ActorMention:
    return ActorMention(found.first, found.end, "demand", found.stance, score, found.cue)
