"""Turns noun phrases of people into the participants of the protests a report tells of.

Candidates first, then a decision that can be explained: each kind of people in the report is
measured by named features (counted, the subject of a verb of protest, listed after "including",
in the title), a logistic regression gives the probability that a coder names it, and the likely
ones are kept, of near-duplicates only the likeliest. Coders name a kind once per report, and so
does this.

Limits: coders also name some of the persons quoted; which ones cannot be told from the words, so
few are given.
"""

from __future__ import annotations

from collections.abc import Sequence

from cortege.extract.rules.actor_mention import ActorMention
from cortege.extract.rules.amounts import Amount
from cortege.extract.rules.names import Name
from cortege.extract.rules.participation.kinds import Kind, gather
from cortege.extract.rules.participation.noun_phrases import Nouns
from cortege.extract.rules.participation.scenes import Scenes
from cortege.extract.rules.participation.weights import BIAS, FIRST_LEAST, LEAST, WEIGHTS
from cortege.extract.rules.triggers import Trigger
from cortege.extract.rules.weighing import Weighed, chosen, probability
from cortege.extract.text import Text


def find(
    text: Text, names: Sequence[Name], triggers: Sequence[Trigger], amounts: Sequence[Amount],
    quoted: frozenset[int],
) -> list[ActorMention]:  # fmt: skip
    """Find the participants, in order; ``quoted`` holds the tokens of quotations."""
    found = measured(text, names, triggers, amounts, quoted)
    kept = chosen([_weighed(kind) for kind in found], FIRST_LEAST, LEAST)
    return [
        ActorMention(one.first, one.end, "participant", "asserted", one.score, one.cue)
        for one in sorted(kept, key=lambda one: one.first)
    ]


def measured(
    text: Text, names: Sequence[Name], triggers: Sequence[Trigger], amounts: Sequence[Amount],
    quoted: frozenset[int],
) -> list[Kind]:  # fmt: skip
    """Give the kinds of people a report names, with their features."""
    candidates = Nouns(text, names, triggers, amounts).find()
    return gather(Scenes(text, triggers, amounts, quoted), candidates, WEIGHTS)


def _weighed(kind: Kind) -> Weighed:
    span = (kind.best.first, kind.best.end)
    return Weighed(probability(kind.features, WEIGHTS, BIAS), *span, kind.phrase, span)
