"""Tells whom a report's protests are against or addressed to, by scored features.

The candidates and what is said around them come from ``actor_candidates``; the weights are fitted
(``training/fit_actors.py``).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cortege.extract.rules.actor_candidates import Entity
from cortege.extract.rules.actor_mention import ActorMention
from cortege.extract.rules.actor_weights import TARGET_BIAS, TARGET_WEIGHTS
from cortege.extract.rules.organisers import decided


def find(entities: Sequence[Entity]) -> Iterator[ActorMention]:
    """Find the targets among the candidates."""
    return decided(entities, "target", TARGET_BIAS, TARGET_WEIGHTS)
