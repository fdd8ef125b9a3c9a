"""Turns frames such as "demanding X" and "urging the mayor to X" into candidates for demands.

A frame is a phrase of ``[demand]`` in the lexicon; the demand stands behind it, up to the end of
its clause. A list is split: "calling for X, Y and Z" gives three. Where an adverbial follows the
demand ("on Friday", "after the vote"), where the addressee stands before it ("urging the mayor to
resign"), the demand with and without it are both candidates; ``features`` decides.

Limits: no parser, so an "and" inside an item splits it when an article follows.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from cortege.extract.rules.numerals import grammar
from cortege.extract.rules.triggers import Trigger
from cortege.extract.text import Text
from cortege.nouns.claim import Stance

_MAX_TOKENS: Final = 26
_ASIDE: Final = 6  # tokens of "the governor, Gretchen Whitmer, lift …"
_LEAST_BRIEF: Final = 3  # tokens
_ADDRESSEE: Final = 8  # tokens before "to"
_LEAST_LETTERS: Final = 5  # in a demand of one word
_FRAMES: Final = (
    "asking", "strong", "soft", "want", "wish", "urge", "noun", "listed", "support", "aim", "until", "claim",
)
_INNER_MARKS: Final = frozenset(",-‐‑'’\"“”«»„‚‘&$€£%/")
_QUOTES: Final = frozenset("\"“”«»„")


@dataclass(frozen=True, slots=True)
class Candidate:
    """Words that may be a demand, and how they were found.

    ``frames`` are the lists of the lexicon whose phrase ends before them; ``cue`` its tokens.
    ``number`` counts the items of one list from 0; ``cut`` tells whether an adverbial was left
    off, ``runs_on`` whether one was kept, ``told`` whether an addressee was left off.
    """

    first: int
    end: int
    frames: frozenset[str]
    cue: tuple[int, int]
    stance: Stance = "asserted"
    number: int = 0
    n_items: int = 1
    cut: bool = False
    runs_on: bool = False
    told: bool = False
    brief: bool = False
    listed: tuple[int, int] = (0, 0)


def find(text: Text, triggers: Sequence[Trigger], quoted: frozenset[int]) -> list[Candidate]:
    """Give every candidate, in order of their frames; they may overlap."""
    denied = [hit for hit in text.found("demand.denied")]
    candidates: list[Candidate] = []
    refused: set[int] = set()
    for hit in denied:
        found = Candidate(hit.end, hit.end, frozenset({"claim"}), (hit.first, hit.end), "denied")
        items = list(_behind(text, found, quoted))
        refused.update(range(hit.first, max([hit.end, *(item.end for item in items)])))
        candidates.extend(items)
    for opened in _opened(text, triggers):
        if opened.cue[0] not in refused:
            candidates.extend(_behind(text, opened, quoted))
    return candidates


# --------------------------------------------------------------------------- frames


def _opened(text: Text, triggers: Sequence[Trigger]) -> Iterator[Candidate]:
    """Give an empty candidate for each token at which a demand may begin."""
    begun: dict[int, tuple[set[str], tuple[int, int]]] = {}
    longest: dict[int, int] = {}
    for hit in text.found("demand"):
        if hit.path.rpartition(".")[2] in _FRAMES:
            longest[hit.first] = max(longest.get(hit.first, 0), hit.end)
    for hit in text.found("demand"):
        frame = hit.path.rpartition(".")[2]
        if frame not in _FRAMES or (frame != "aim" and hit.end < longest[hit.first]):
            continue
        start = _verb(text, hit.first) if frame == "aim" else hit.end
        frames, cue = begun.setdefault(start, (set(), (hit.first, hit.end)))
        frames.add(frame)
        if hit.first < cue[0]:
            begun[start] = (frames, (hit.first, hit.end))
    for trigger in triggers:
        if trigger.end < len(text) and text.words[trigger.end] in text.pack.words["demand.for"]:
            start = trigger.end + 1
            frames, _ = begun.setdefault(start, (set(), (trigger.end, start)))
            frames.add("for")
    for start, (frames, cue) in sorted(begun.items()):
        yield Candidate(start, start, frozenset(frames), cue)


def _verb(text: Text, token: int) -> int:
    """Give the verb of "to end the siege": the demand begins with it."""
    words = text.pack.words
    opening = words["demand.to"] | words["demand.for"] | words["function.preposition"]
    return token + 1 if text.words[token] in opening else token


# --------------------------------------------------------------------------- what is asked for


def _behind(text: Text, opened: Candidate, quoted: frozenset[int]) -> Iterator[Candidate]:
    """Give the demands that follow a frame: the items of a list, in their variants."""
    if opened.first >= len(text) or text.sentence_of[opened.first] != text.sentence_of[
        opened.cue[0]
    ]:
        return
    stop = _clause_end(text, opened, opened.first in quoted)
    pause = _pause(text, opened.first, stop)
    items = _items(text, opened.first, pause)
    opened = replace(opened, listed=(items[0][0], items[-1][1]))
    for number, (first, end) in enumerate(items):
        span = _stripped(text, first, end)
        if span is None:
            continue
        item = replace(
            opened, first=span[0], end=span[1], number=number, n_items=len(items),
            cut=pause < stop and number == len(items) - 1,
        )  # fmt: skip
        yield item
        if number == 0 and (told := _after_addressee(text, item)) is not None:
            yield told
    if (brief := _brief(text, *items[-1])) < items[-1][1]:
        span = _stripped(text, items[-1][0], brief)
        if span is not None:
            yield replace(
                opened, first=span[0], end=span[1], number=len(items) - 1, n_items=len(items),
                brief=True,
            )  # fmt: skip
    if pause < stop and (span := _stripped(text, items[-1][0], stop)) is not None:
        yield replace(
            opened, first=span[0], end=span[1], number=len(items) - 1, n_items=len(items),
            runs_on=True,
        )  # fmt: skip


def _clause_end(text: Text, opened: Candidate, is_quoted: bool) -> int:
    """Give the token at which the clause of a demand ends for certain."""
    start = opened.first
    stop = min(text.sentence(start).end, start + _MAX_TOKENS)
    at = start
    while at < stop:
        word = text.words[at]
        if text.kinds[at] == "p":
            if word not in _INNER_MARKS or (is_quoted and word in _QUOTES and at > start):
                return at
            if word == "," and not _continues(text, at, stop):
                aside = _aside_end(text, start, at, stop)
                if aside is None:
                    return at
                at = aside
        at += 1
    return stop


def _aside_end(text: Text, start: int, comma: int, stop: int) -> int | None:
    """Give the comma that closes an aside opened near the demand's beginning."""
    if comma - start > _ASIDE:
        return None
    for at in range(comma + 2, min(stop - 1, comma + _ASIDE + 1)):
        if text.words[at] == ",":
            return at if text.kinds[at + 1] == "w" and text.caps[comma + 1] else None
    return None


def _continues(text: Text, comma: int, stop: int) -> bool:
    """Tell whether what follows a comma can be another item of the same list."""
    at = comma + 1
    if at < stop and text.words[at] in grammar(text.pack.code).joiners:
        at += 1
    if at >= stop or text.hit_at(at, "demand.pause") is not None:
        return False
    words, word = text.pack.words, text.words[at]
    if text.kinds[at] == "p" and word not in _QUOTES:
        return False
    if word in words["demand.for"] or word in words["demand.that"] or word in words["demand.to"]:
        return True
    if text.hit_at(at, "demand.such") is not None:
        return True
    return not any(
        word in words[f"function.{name}"]
        for name in ("relative", "pronoun", "auxiliary", "verb_common", "conjunction", "preposition")
    )


def _pause(text: Text, start: int, stop: int) -> int:
    """Give the token at which an adverbial or another clause begins, or the clause's end."""
    joiners = grammar(text.pack.code).joiners
    for at in range(start + 1, stop):
        if text.hit_at(at, "demand.pause") is not None:
            return at
        if text.words[at] in joiners and at + 1 < stop and _acts(text, at + 1):
            return at
    return stop


def _brief(text: Text, first: int, end: int) -> int:
    """Give the token at which a clause that explains a demand begins: "a decision that …"."""
    words = text.pack.words
    for at in range(first + _LEAST_BRIEF, end):
        if text.words[at] in words["demand.that"] or text.words[at] in words["function.relative"]:
            return at
    return end


def _acts(text: Text, token: int) -> bool:
    """Tell whether a verb of telling follows "and": the report goes on, the demand does not."""
    words = text.pack.words
    if text.words[token] in words["function.verb_common"] | words["function.auxiliary"]:
        return True
    return text.hit_at(token, "cue.say") is not None


def _items(text: Text, first: int, end: int) -> list[tuple[int, int]]:
    """Split a list at its commas, and at an "and" behind a comma or before a new beginning."""
    joiners = grammar(text.pack.code).joiners
    spans: list[tuple[int, int]] = []
    begun, at = first, first
    while at < end:
        after = at + 1
        if text.words[at] == "," and at > begun:
            if after < end and text.words[after] in joiners:
                after += 1
            if (such := text.hit_at(after, "demand.such")) is not None:
                after = such.end
        elif (such := text.hit_at(at, "demand.such")) is not None and at > begun:
            after = such.end
        elif not (
            text.words[at] in joiners and at > begun and (spans or _begins(text, after, end))
        ):
            at += 1
            continue
        spans.append((begun, at))
        begun = at = after
    spans.append((begun, end))
    return spans


def _begins(text: Text, token: int, end: int) -> bool:
    """Tell whether a new demand begins after "and": "and a ban", "and for more", "and better"."""
    if token >= end - 1:
        return False
    words, word = text.pack.words, text.words[token]
    opening = words["demand.for"] | words["demand.that"] | words["function.article"]
    return word in opening or text.hit_at(token, "demand.remedy") is not None


def _stripped(text: Text, first: int, end: int) -> tuple[int, int] | None:
    """Drop marks and little words at the ends; nothing much left is no demand."""
    words = text.pack.words
    little = words["demand.for"] | words["demand.that"] | grammar(text.pack.code).joiners
    while first < end and (text.kinds[first] == "p" or text.words[first] in little):
        first += 1
    tail = words["function.preposition"] | words["function.article"] | words["function.conjunction"]
    while end > first and (text.kinds[end - 1] == "p" or text.words[end - 1] in tail):
        end -= 1
    if end <= first or (end == first + 1 and len(text.words[first]) < _LEAST_LETTERS):
        return None
    return first, end


def _after_addressee(text: Text, item: Candidate) -> Candidate | None:
    """Give the demand without whom it is put to: "the mayor to resign" -> "resign"."""
    to = text.pack.words["demand.to"]
    if not item.frames & {"urge", "asking", "strong", "want"}:
        return None
    for at in range(item.first, min(item.end - 1, item.first + _ADDRESSEE)):
        if text.words[at] in to and at + 1 < item.end:
            return replace(item, first=at + 1, told=True)
    return None
