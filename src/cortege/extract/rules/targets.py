"""Turns frames such as "against X" and "denouncing X" into targets."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cortege.extract import phrase
from cortege.extract.rules.actor_mention import ActorMention
from cortege.extract.rules.names import Name
from cortege.extract.rules.triggers import Trigger
from cortege.extract.text import Text
from cortege.languages.phrases import Hit


def find(
    text: Text, names: Sequence[Name], triggers: Sequence[Trigger], quoted: frozenset[int]
) -> list[ActorMention]:
    """Find the targets, in order; ``quoted`` holds the tokens of quotations."""
    del names
    acted = {text.sentence_of[trigger.first] for trigger in triggers}
    return list(_targets(text, acted, quoted))


def _targets(text: Text, acted: set[int], quoted: frozenset[int]) -> Iterator[ActorMention]:
    for hit in text.found("frame.against"):
        if hit.first in quoted or not _speaks_of_protest(text, hit, acted):
            continue
        first, end = phrase.after(text, hit.end)
        if first < end:
            yield ActorMention(first, end, "target", "asserted", 0.5, hit[1:])


def _speaks_of_protest(text: Text, hit: Hit, acted: set[int]) -> bool:
    sentence = text.sentence_of[hit.first]
    if sentence in acted:
        return True
    span = text.sentences[sentence]
    return any(text.found_within("crowd.noun", span.first, hit.first))
