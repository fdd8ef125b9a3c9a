"""Tells a report's organisers among its bodies and people, by scored features.

The candidates and what is said around them come from ``actor_candidates``; the weights are fitted
(``training/fit_actors.py``). One mention is kept for each organiser: its fullest name.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from cortege.extract import phrase
from cortege.extract.rules.actor_candidates import Entity
from cortege.extract.rules.actor_mention import ActorMention, Role
from cortege.extract.rules.actor_weights import ORGANISER_BIAS, ORGANISER_WEIGHTS
from cortege.extract.rules.numerals import grammar
from cortege.extract.rules.triggers import Trigger
from cortege.extract.text import Text

_FRAMED: Final = 0.8  # the score of an organiser that is named outright
_MOST_LISTED: Final = 6


def find(
    text: Text, entities: Sequence[Entity], triggers: Sequence[Trigger], quoted: frozenset[int]
) -> list[ActorMention]:
    """Find the organisers: those named outright, and the likely ones among the candidates."""
    framed = list(named_by_frames(text, triggers, quoted))
    taken = {at for mention in framed for at in range(mention.first, mention.end)}
    likely = decided(entities, "organiser", ORGANISER_BIAS, ORGANISER_WEIGHTS)
    return framed + [mention for mention in likely if mention.first not in taken]


def decided(
    entities: Sequence[Entity], role: Role, bias: float, weights: Mapping[str, float]
) -> Iterator[ActorMention]:
    """Give the candidates whose features make them likely to play a role."""
    for entity in entities:
        odds = bias + sum(weights.get(name, 0.0) * value for name, value in entity.features.items())
        if odds > 0:
            first, end = best_words(entity)
            score = 1 / (1 + math.exp(-odds))
            yield ActorMention(first, end, role, "asserted", score, (first, end))


def best_words(entity: Entity) -> tuple[int, int]:
    """Give the mention that names a candidate best: a name before a noun, then the fullest."""
    best = min(
        entity.mentions,
        key=lambda m: (not m.source.startswith("name"), m.first - m.end, m.first),
    )
    return best.first, best.end


def named_by_frames(
    text: Text, triggers: Sequence[Trigger], quoted: frozenset[int]
) -> Iterator[ActorMention]:
    """Find the organisers that a phrase such as "organised by" names outright, lists included."""
    acted = {text.sentence_of[trigger.first] for trigger in triggers}
    for hit in text.found("frame.organised_by"):
        if hit.first in quoted or text.sentence_of[hit.first] not in acted:
            continue
        for first, end in _listed(text, hit.end):
            if _is_body(text, first, end):
                yield ActorMention(first, end, "organiser", "asserted", _FRAMED, hit[1:])


def _listed(text: Text, token: int) -> Iterator[tuple[int, int]]:
    """Give the noun phrases of a list: "the CGT, the FSU and Solidaires"."""
    joiners = grammar(text.pack.code).joiners | {",", "&"}
    stop = text.sentence(token).end if token < len(text) else token
    for _ in range(_MOST_LISTED):
        first, end = phrase.after(text, token, stop)
        if first >= end:
            return
        yield first, end
        if end >= stop or text.words[end] not in joiners:
            return
        token = end + 1
        if token < stop and text.words[token] in joiners:
            token += 1
        if token >= stop or not (text.caps[token] or phrase.is_article(text, token)):
            return


def _is_body(text: Text, first: int, end: int) -> bool:
    """Tell whether a phrase names a body: capitals within it, or a word for organisers."""
    if any(text.caps[token] for token in range(first, end) if text.kinds[token] == "w"):
        return text.words[first] not in text.pack.words["function.pronoun"]
    return any(text.found_within("holder.organisers", first, end))
