"""Turns the clause behind a frame into what is asked for: one demand, or the items of a list.

"Calling for X, Y and Z" gives three. Where an adverbial follows the demand ("on Friday", "after
the vote"), where a clause explains it, where the addressee stands before it ("the mayor to
resign"), the demand with and without it are both candidates; their features decide.

Limits: no parser, so an "and" inside an item splits it when an article follows.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from cortege.extract.rules.numerals import grammar
from cortege.extract.text import Text
from cortege.nouns.claim import Stance

_MAX_TOKENS: Final = 26
_ASIDE: Final = 6  # tokens of "the governor, Gretchen Whitmer, lift …"
_LEAST_BRIEF: Final = 3  # tokens before a clause that explains a demand
_ADDRESSEE: Final = 8  # tokens before "to"
_LEAST_LETTERS: Final = 5  # in a demand of one word
_TO_SOMEBODY: Final = frozenset({"urge", "asking", "strong", "want"})
_SUBJECT: Final = 3  # tokens of a subject between its verb and what it asks for
_CROWDS: Final = ("crowd.noun", "crowd.group", "participant.kind")
_INNER_MARKS: Final = frozenset(",-‐‑'’\"“”«»„‚‘&$€£%/")
_QUOTES: Final = frozenset('"“”«»„')
_NEW_CLAUSE: Final = (
    "relative", "pronoun", "auxiliary", "verb_common", "conjunction", "preposition",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Candidate:
    """Words that may be a demand, and how they were found.

    ``frames`` are the lists of the lexicon whose phrase ends before them; ``cue`` its tokens.
    ``listed`` are the tokens of the whole list, ``number`` counts its items from 0. Whether an
    adverbial was left off: ``cut``, or kept: ``runs_on``; an addressee left off: ``told``; an
    explaining clause: ``brief``. ``instead`` marks what is asked for right after a denial.
    """

    first: int
    end: int
    frames: frozenset[str]
    cue: tuple[int, int]
    stance: Stance = "asserted"
    listed: tuple[int, int] = (0, 0)
    number: int = 0
    n_items: int = 1
    cut: bool = False
    runs_on: bool = False
    told: bool = False
    brief: bool = False
    instead: bool = False


def behind(text: Text, opened: Candidate, quoted: frozenset[int]) -> Iterator[Candidate]:
    """Give the demands that follow a frame: the items of a list, in their variants."""
    start = _past_filler(text, opened.first)
    if start >= len(text) or text.sentence_of[start] != text.sentence_of[opened.cue[0]]:
        return
    stop = _clause_end(text, start, is_quoted=start in quoted)
    pause = _pause(text, start, stop)
    items = _items(text, start, pause)
    opened = replace(opened, listed=(start, pause), n_items=len(items))
    for number, item in enumerate(items):
        at_end = number == len(items) - 1
        found = replace(opened, number=number, cut=pause < stop and at_end)
        yield from _between(text, found, *item)
    opened = replace(opened, number=len(items) - 1)
    begun, ended = items[-1]
    if (brief := _brief(text, begun, ended)) < ended:
        yield from _between(text, replace(opened, brief=True), begun, brief)
    if pause < stop:
        yield from _between(text, replace(opened, runs_on=True), begun, stop)


def _past_filler(text: Text, token: int) -> int:
    """Skip "among other things" and, where the verb stands first, who asks: "fordern die X Y"."""
    while token < len(text):
        filler = text.hit_at(token, "demand.filler")
        if filler is None:
            break
        token = filler.end
    if not text.pack.traits.get("verb_second"):
        return token
    for at in range(
        token, min(token + _SUBJECT, text.sentence(token).end if token < len(text) else 0)
    ):
        for path in _CROWDS:
            hit = text.hit_at(at, path)
            if hit is not None:
                return hit.end + (hit.end < len(text) and text.words[hit.end] == ",")
    return token


def _between(text: Text, found: Candidate, first: int, end: int) -> Iterator[Candidate]:
    """Give the demand between two tokens, and without its addressee, unless it is too little."""
    first, end = _stripped(text, first, end)
    if end <= first or (end == first + 1 and len(text.words[first]) < _LEAST_LETTERS):
        return
    yield replace(found, first=first, end=end)
    whole = not (found.brief or found.runs_on or found.number)
    if whole and found.frames & _TO_SOMEBODY:
        for at in range(first, min(end - 1, first + _ADDRESSEE)):
            if text.words[at] in text.pack.words["demand.to"]:
                yield replace(found, first=at + 1, end=end, told=True)
                return


def _stripped(text: Text, first: int, end: int) -> tuple[int, int]:
    """Drop marks and little words at the ends."""
    words = text.pack.words
    little = words["demand.for"] | words["demand.that"] | grammar(text.pack.code).joiners
    tail = words["function.preposition"] | words["function.article"] | words["function.conjunction"]
    while first < end and (text.kinds[first] == "p" or text.words[first] in little):
        first += 1
    while end > first and (text.kinds[end - 1] == "p" or text.words[end - 1] in tail):
        end -= 1
    return first, end


# --------------------------------------------------------------------------- ends


def _clause_end(text: Text, start: int, *, is_quoted: bool) -> int:
    """Give the token at which the clause of a demand ends for certain."""
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
    if comma - start > _ASIDE or not text.caps[comma + 1 if comma + 1 < stop else comma]:
        return None
    for at in range(comma + 2, min(stop - 1, comma + _ASIDE + 1)):
        if text.words[at] == ",":
            return at if text.kinds[at + 1] == "w" else None
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
    if any(word in words[f"demand.{little}"] for little in ("for", "that", "to")):
        return True
    if text.hit_at(at, "demand.such") is not None:
        return True
    return not any(word in words[f"function.{name}"] for name in _NEW_CLAUSE)


def _pause(text: Text, start: int, stop: int) -> int:
    """Give the token at which an adverbial or another clause begins, or the clause's end."""
    joiners = grammar(text.pack.code).joiners
    for at in range(start + 1, stop):
        if text.hit_at(at, "demand.pause") is not None:
            return at
        if text.words[at] in joiners and at + 1 < stop and _is_verb(text, at + 1):
            return at
    return stop


def _is_verb(text: Text, token: int) -> bool:
    """Tell whether a verb follows "and": the report goes on, the demand does not."""
    words = text.pack.words
    if text.words[token] in words["function.verb_common"] | words["function.auxiliary"]:
        return True
    return text.hit_at(token, "cue.say") is not None


def _brief(text: Text, first: int, end: int) -> int:
    """Give the token at which a clause that explains a demand begins: "a decision that …"."""
    words = text.pack.words
    explaining = words["demand.that"] | words["function.relative"]
    return next(
        (at for at in range(first + _LEAST_BRIEF, end) if text.words[at] in explaining), end
    )


# --------------------------------------------------------------------------- lists


def _items(text: Text, first: int, end: int) -> list[tuple[int, int]]:
    """Split a list at its commas, and at an "and" behind a comma or before a new beginning."""
    spans: list[tuple[int, int]] = []
    begun = at = first
    while at < end:
        after = _parted(text, at, end, is_list=bool(spans)) if at > begun else at
        if after > at:
            spans.append((begun, at))
            begun = at = after
        else:
            at += 1
    return [*spans, (begun, end)]


def _parted(text: Text, at: int, end: int, *, is_list: bool) -> int:
    """Give where the next item begins if two are parted at a token, else the token."""
    joiners = grammar(text.pack.code).joiners
    after = at
    if text.words[at] == ",":
        after += 1
        if after < end and text.words[after] in joiners:
            after += 1
    elif text.words[at] in joiners and (is_list or _begins(text, at + 1, end)):
        return at + 1
    such = text.hit_at(after, "demand.such") if after < end else None
    return such.end if such is not None else after


def _begins(text: Text, token: int, end: int) -> bool:
    """Tell whether a new demand begins after "and": "and a ban", "and for more", "and better"."""
    if token >= end - 1:
        return False
    words, word = text.pack.words, text.words[token]
    opening = words["demand.for"] | words["demand.that"] | words["function.article"]
    return word in opening or text.hit_at(token, "demand.remedy") is not None
