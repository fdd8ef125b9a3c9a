"""Turns kinds of people who are counted, or seen acting, into participants."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cortege.extract import phrase
from cortege.extract.rules.actor_mention import ActorMention
from cortege.extract.rules.amounts import Amount
from cortege.extract.rules.triggers import Trigger
from cortege.extract.text import Text


def find(
    text: Text, triggers: Sequence[Trigger], amounts: Sequence[Amount], quoted: frozenset[int]
) -> list[ActorMention]:
    """Find the participants, in order; ``quoted`` holds the tokens of quotations."""
    return list(_participants(text, triggers, amounts, quoted))


def _participants(
    text: Text, triggers: Sequence[Trigger], amounts: Sequence[Amount], quoted: frozenset[int]
) -> Iterator[ActorMention]:
    counted = {amount.head: amount for amount in amounts if amount.head_kind == "group"}
    verbs = {trigger.first for trigger in triggers if trigger.sort == "verb"}
    for hit in text.found("crowd.group"):
        if hit.first in quoted:
            continue
        first, _ = phrase.before(text, hit.first)
        end = hit.end
        amount = counted.get(hit.first)
        if amount is not None:
            first = max(first, amount.core_end)
            first = _after_of(text, first, hit.first)
        acting = any(at in verbs or text.hit_at(at, "crowd.verb") for at in range(end, end + 4))
        if amount is not None and (acting or amount.qualifier == "vague"):
            yield ActorMention(first, end, "participant", "asserted", 0.6, (first, end))
        elif acting:
            yield ActorMention(first, end, "participant", "asserted", 0.45, (first, end))


def _after_of(text: Text, first: int, head: int) -> int:
    from cortege.extract.rules.numerals import grammar

    while first < head and (
        text.words[first] in grammar(text.pack.code).of or phrase.is_article(text, first)
    ):
        first += 1
    return first
