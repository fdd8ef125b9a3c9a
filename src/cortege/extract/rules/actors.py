"""Turns frames such as "organised by", "against", "demanding" into who, against whom, for what.

Each frame is a phrase of the lexicon and a side on which its filler stands. The filler is the
noun phrase or the clause beside it. Organisers come from "organised by X" and "X called a
strike"; targets from "against X", "denouncing X"; demands from "demanding X", "calling for X";
participants from the kinds of people counted or seen acting.

Limits: without a parser the ends of long phrases are guesses; see ``phrase``.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from cortege.extract import phrase
from cortege.extract.rules.amounts import Amount
from cortege.extract.rules.triggers import Trigger
from cortege.extract.text import Text
from cortege.languages.phrases import Hit
from cortege.nouns.claim import Stance

Role = Literal["organiser", "participant", "target", "demand"]

_MAX_DEMAND: Final = 26  # tokens
_MIN_DEMAND: Final = 2


@dataclass(frozen=True, slots=True)
class ActorMention:
    """Words that name an organiser, a participant, a target or a demand."""

    first: int
    end: int
    role: Role
    stance: Stance
    score: float
    cue: tuple[int, int]


def find(
    text: Text, triggers: Sequence[Trigger], amounts: Sequence[Amount], quoted: set[int]
) -> list[ActorMention]:
    """Find organisers, participants, targets and demands, in order.

    ``quoted`` holds the tokens inside quotation marks, where frames are the speaker's words.
    """
    acted = {text.sentence_of[trigger.first] for trigger in triggers}
    mentions = [
        *_organisers(text, acted, quoted),
        *_demands(text, acted, quoted),
        *_targets(text, acted, quoted),
        *_participants(text, triggers, amounts, quoted),
    ]
    return sorted(mentions, key=lambda mention: mention.first)


# --------------------------------------------------------------------------- organisers


def _organisers(text: Text, acted: set[int], quoted: set[int]) -> Iterator[ActorMention]:
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


# --------------------------------------------------------------------------- demands


def _demands(text: Text, acted: set[int], quoted: set[int]) -> Iterator[ActorMention]:
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


# --------------------------------------------------------------------------- targets


def _targets(text: Text, acted: set[int], quoted: set[int]) -> Iterator[ActorMention]:
    for hit in text.found("frame.against"):
        if hit.first in quoted or not _speaks_of_protest(text, hit, acted):
            continue
        first, end = phrase.after(text, hit.end)
        if first < end:
            yield ActorMention(first, end, "target", "asserted", 0.5, hit[1:])


# --------------------------------------------------------------------------- participants


def _participants(
    text: Text, triggers: Sequence[Trigger], amounts: Sequence[Amount], quoted: set[int]
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
