"""Turns noun phrases of people into the participants of the protests a report tells of.

Candidates first, then a decision that can be explained: each kind of people in the report is
measured by named features (counted, the subject of a verb of protest, listed after "including",
in the title), a logistic regression gives the probability that a coder names it, and what
reaches ``LEAST`` is kept, the likelier of two near-duplicates. Coders name a kind once per
report, and so does this.

Limits: a person who took part is found only where the report says so in so many words.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from cortege.extract.rules.actor_mention import ActorMention
from cortege.extract.rules.amounts import Amount
from cortege.extract.rules.names import Name
from cortege.extract.rules.participation.features import Kind, Scenes, kinds
from cortege.extract.rules.participation.noun_phrases import Nouns
from cortege.extract.rules.participation.weights import BIAS, LEAST, WEIGHTS
from cortege.extract.rules.triggers import Trigger
from cortege.extract.rules.weighing import Phrase, overlap, probability
from cortege.extract.text import Text

_NEAR: Final = 0.5  # overlap from which two phrases name the same people


def find(
    text: Text, names: Sequence[Name], triggers: Sequence[Trigger], amounts: Sequence[Amount],
    quoted: frozenset[int],
) -> list[ActorMention]:  # fmt: skip
    """Find the participants, in order; ``quoted`` holds the tokens of quotations."""
    weighed = [
        (probability(kind.features, WEIGHTS, BIAS), kind)
        for kind in measured(text, names, triggers, amounts, quoted)
    ]
    kept = chosen([(score, kind) for score, kind in weighed if score >= LEAST])
    return sorted((_mention(score, kind) for score, kind in kept), key=lambda m: m.first)


def measured(
    text: Text, names: Sequence[Name], triggers: Sequence[Trigger], amounts: Sequence[Amount],
    quoted: frozenset[int],
) -> list[Kind]:  # fmt: skip
    """Give the kinds of people a report names, with their features."""
    candidates = Nouns(text, names, triggers, amounts).find()
    return kinds(Scenes(text, triggers, amounts, quoted), candidates, WEIGHTS)


def chosen(weighed: Sequence[tuple[float, Kind]]) -> list[tuple[float, Kind]]:
    """Keep the likelier of near-duplicates."""
    kept: list[tuple[float, Kind]] = []
    phrases: list[Phrase] = []
    for score, kind in sorted(weighed, key=lambda pair: (-pair[0], pair[1].best.first)):
        if all(overlap(kind.phrase, phrase) < _NEAR for phrase in phrases):
            kept.append((score, kind))
            phrases.append(kind.phrase)
    return kept


def _mention(score: float, kind: Kind) -> ActorMention:
    first, end = kind.best.first, kind.best.end
    return ActorMention(first, end, "participant", "asserted", score, (first, end))
