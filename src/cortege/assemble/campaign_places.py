"""Finds the number of places a report says a call brought people out in, and the towns it names.

"In about 20 other cities, including Marseille, Nice, Lille and Bordeaux": the number, and the
towns that stand behind it in its sentence.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from cortege.assemble.scenes import Scene
from cortege.extract.rules.amounts import Amount, words_of
from cortege.extract.stage import Mentions


@dataclass(frozen=True, slots=True)
class Stated:
    """A stated number of places, the sentence it stands in, and whether others are meant."""

    amount: Amount
    sentence: int
    others: bool


def stated_places(mentions: Mentions, scenes: Sequence[Scene]) -> Stated | None:
    """Find the number of places in which the report says people acted."""
    text = mentions.text
    for amount in mentions.amounts:
        if amount.head == amount.head_end and amount.head >= len(text):
            continue
        if not text.hit_at(amount.head, "campaign.place") or amount.article or amount.money:
            continue
        sentence = text.sentence_of[amount.core]
        near = scenes[max(sentence - 1, 0) : sentence + 1]
        if not any(scene.triggers for scene in near):
            continue
        first, end = words_of(amount)
        inside = range(first, min(end + 1, len(text)))
        others = any(text.hit_at(at, "campaign.other") for at in inside)
        return Stated(amount, sentence, others)
    return None


def towns_of_the_call(mentions: Mentions, scenes: Sequence[Scene]) -> set[str]:
    """Give the keys of the towns named behind the number of places, in its sentence."""
    stated = stated_places(mentions, scenes)
    if stated is None:
        return set()
    scene = scenes[stated.sentence]
    towns = {
        spot.key
        for spot in scene.spots
        if spot.first >= stated.amount.core_end
        and spot.place.precision in ("city", "district")
        and not spot.demonym
    }
    return towns if len(towns) > 1 else set()
