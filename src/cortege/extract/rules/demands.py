"""Turns frames such as "demanding X" and "calling for X" into demands."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from cortege.extract import phrase
from cortege.extract.rules.actor_mention import ActorMention
from cortege.extract.rules.names import Name
from cortege.extract.rules.triggers import Trigger
from cortege.extract.text import Text
from cortege.languages.phrases import Hit

_MAX_DEMAND: Final = 26  # tokens
_MIN_DEMAND: Final = 2


def find(
    text: Text, names: Sequence[Name], triggers: Sequence[Trigger], quoted: frozenset[int]
) -> list[ActorMention]:
    """Find the demands, in order; ``quoted`` holds the tokens of quotations."""
    del names
    acted = {text.sentence_of[trigger.first] for trigger in triggers}
    return list(_demands(text, acted, quoted))


def _demands(text: Text, acted: set[int], quoted: frozenset[int]) -> Iterator[ActorMention]:
    denied: set[int] = set()
    for hit in text.found("frame.demand_denied"):
        for first, end in _clauses(text, hit.end):
            denied.update(range(hit.first, end))
            yield ActorMention(first, end, "demand", "denied", 0.6, hit[1:])
    for hit in text.found("frame.demand"):
        if hit.first in denied or hit.first in quoted:
            continue
        if not _speaks_of_protest(text, hit, acted):
            continue
        for first, end in _clauses(text, hit.end):
            yield ActorMention(first, end, "demand", "asserted", 0.6, hit[1:])


def _speaks_of_protest(text: Text, hit: Hit, acted: set[int]) -> bool:
    sentence = text.sentence_of[hit.first]
    if sentence in acted:
        return True
    span = text.sentences[sentence]
    return any(text.found_within("crowd.noun", span.first, hit.first))


def _clauses(text: Text, token: int) -> list[tuple[int, int]]:
    """Give the demands that follow a token: one, or the items of a list."""
    if token >= len(text):
        return []
    end = _demand_end(text, token)
    items: list[tuple[int, int]] = []
    first = token
    for at in range(token, end):
        if text.words[at] == "," and at + 1 < end:
            items.append((first, at))
            first = at + 2 if _is_and(text, at + 1) else at + 1
    items.append((first, end))
    if len(items) > 1 and _is_and(text, items[-1][0]):
        items[-1] = (items[-1][0] + 1, items[-1][1])
    return [span for item in items if (span := _stripped(text, *item))]


def _stripped(text: Text, first: int, end: int) -> tuple[int, int] | None:
    """Drop articles and marks at the ends; a demand has a few words."""
    while first < end and (text.kinds[first] == "p" or phrase.is_article(text, first)):
        first += 1
    while end > first and text.kinds[end - 1] == "p":
        end -= 1
    words = end - first
    if words < 1 or (words < _MIN_DEMAND and len(text.words[first]) < 5):
        return None
    return (first, end) if words <= _MAX_DEMAND else None


def _demand_end(text: Text, token: int) -> int:
    """Give the token at which a demand ends: its clause's end, a new clause, an adverbial."""
    stop = min(text.sentence(token).end, token + _MAX_DEMAND)
    words = text.pack.words
    for at in range(token, stop):
        word = text.words[at]
        if text.kinds[at] == "p" and word not in {",", "-", "'", "’"} | _QUOTES:
            return at
        if word == "," and not _continues_list(text, at, stop):
            return at
        if at > token and word in words["function.relative"] and word not in {"that", "que", "qu'"}:
            return at
        if at > token + 1 and (hit := text.hit_at(at, "demand_end")):
            return hit.first
    return stop


_QUOTES: Final = frozenset("\"“”«»„‚‘")


def _continues_list(text: Text, comma: int, stop: int) -> bool:
    """Tell whether what follows a comma can be another item of the same list."""
    at = comma + 1
    if at >= stop:
        return False
    if _is_and(text, at):
        at += 1
    if at >= stop:
        return False
    words, word = text.pack.words, text.words[at]
    stops = (
        words["function.relative"] | words["function.pronoun"] | words["function.auxiliary"]
        | words["function.verb_common"] | words["function.conjunction"]
    )  # fmt: skip
    return word not in stops and (word not in words["function.preposition"])


def _is_and(text: Text, token: int) -> bool:
    return (text.words[token],) in _ands(text)


def _ands(text: Text) -> frozenset[tuple[str, ...]]:
    return frozenset((word,) for word in text.pack.numbers["modifier"]["joiner"].split(", "))
