"""Turns frames such as "organised by X" and "X called a strike" into organisers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cortege.extract import phrase
from cortege.extract.rules.actor_mention import ActorMention
from cortege.extract.rules.names import Name
from cortege.extract.rules.triggers import Trigger
from cortege.extract.text import Text


def find(
    text: Text, names: Sequence[Name], triggers: Sequence[Trigger], quoted: frozenset[int]
) -> list[ActorMention]:
    """Find the organisers, in order; ``quoted`` holds the tokens of quotations."""
    del names
    acted = {text.sentence_of[trigger.first] for trigger in triggers}
    return list(_organisers(text, acted, quoted))


def _organisers(text: Text, acted: set[int], quoted: frozenset[int]) -> Iterator[ActorMention]:
    for hit in text.found("frame.organised_by"):
        if hit.first in quoted or text.sentence_of[hit.first] not in acted:
            continue
        for first, end in _listed(text, hit.end):
            if _is_body(text, first, end):
                yield ActorMention(first, end, "organiser", "asserted", 0.8, hit[1:])
    for hit in text.found("frame.organises"):
        if hit.first in quoted or text.sentence_of[hit.first] not in acted:
            continue
        first, end = phrase.before(text, _past_auxiliaries(text, hit.first))
        if first < end and _is_body(text, first, end):
            yield ActorMention(first, end, "organiser", "asserted", 0.6, hit[1:])


def _listed(text: Text, token: int) -> Iterator[tuple[int, int]]:
    """Give the noun phrases of a list: "the CGT, the FSU and Solidaires"."""
    stop = text.sentence(token).end if token < len(text) else token
    for _ in range(6):
        first, end = phrase.after(text, token, stop)
        if first >= end:
            return
        yield first, end
        if end >= stop or not (text.words[end] in {",", "and", "&"} or _is_and(text, end)):
            return
        token = end + 1
        if token < stop and _is_and(text, token):
            token += 1
        if token >= stop or not (text.caps[token] or phrase.is_article(text, token)):
            return


def _is_and(text: Text, token: int) -> bool:
    return (text.words[token],) in _ands(text)


def _ands(text: Text) -> frozenset[tuple[str, ...]]:
    return frozenset((word,) for word in text.pack.numbers["modifier"]["joiner"].split(", "))


def _past_auxiliaries(text: Text, token: int) -> int:
    first = text.sentence(token).first
    skipped = text.pack.words["function.auxiliary"] | text.pack.words["function.adverb"]
    while token > first and text.words[token - 1] in skipped:
        token -= 1
    return token


def _is_body(text: Text, first: int, end: int) -> bool:
    """Tell whether a phrase names a body or a person: capitals, or a word for organisers."""
    if any(text.caps[token] for token in range(first, end) if text.kinds[token] == "w"):
        return text.words[first] not in text.pack.words["function.pronoun"]
    return any(text.found_within("holder.organisers", first, end)) or any(
        text.found_within("crowd.group", first, end)
    )
