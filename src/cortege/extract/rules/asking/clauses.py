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
_SUBJECT: Final = 3  # tokens of a subject between its verb and what it asks for
_LEAST_LETTERS: Final = 5  # in a demand of one word
_TO_SOMEBODY: Final = frozenset({"urge", "asking", "strong", "want"})
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


class Clauses:
    """Reads the clauses behind frames in one text."""

    def __init__(self, text: Text, quoted: frozenset[int]) -> None:
        """Note where clauses pause and lists go on."""
        self._text, self._quoted = text, quoted
        words = text.pack.words
        self._joiners = grammar(text.pack.code).joiners
        self._to = words["demand.to"]
        self._little = words["demand.for"] | words["demand.that"] | self._joiners
        self._opening = words["demand.for"] | words["demand.that"] | words["function.article"]
        self._going_on = words["demand.for"] | words["demand.that"] | words["demand.to"]
        self._new_clause = frozenset[str]().union(*(words[f"function.{n}"] for n in _NEW_CLAUSE))
        self._tail = words["function.preposition"] | words["function.article"]
        self._tail |= words["function.conjunction"]
        self._explaining = words["demand.that"] | words["function.relative"]
        self._verbs = words["function.verb_common"] | words["function.auxiliary"]
        self._pauses = {hit.first for hit in text.found("demand.pause")}
        self._says = {hit.first for hit in text.found("cue.say")}
        self._remedies = {hit.first for hit in text.found("demand.remedy")}
        self._such = {hit.first: hit.end for hit in text.found("demand.such")}
        self._fillers = {hit.first: hit.end for hit in text.found("demand.filler")}
        self._crowds: dict[int, int] = {}
        if text.pack.traits.get("verb_second"):
            self._crowds = {hit.first: hit.end for path in _CROWDS for hit in text.found(path)}

    def behind(self, opened: Candidate) -> Iterator[Candidate]:
        """Give the demands that follow a frame: the items of a list, in their variants."""
        text, start = self._text, self._past_filler(opened.first)
        if start >= len(text) or text.sentence_of[start] != text.sentence_of[opened.cue[0]]:
            return
        stop = self._clause_end(start)
        pause = self._pause(start, stop)
        items = self._items(start, pause)
        opened = replace(opened, listed=(start, pause), n_items=len(items))
        for number, item in enumerate(items):
            at_end = number == len(items) - 1
            found = replace(opened, number=number, cut=pause < stop and at_end)
            yield from self._between(found, *item)
        opened = replace(opened, number=len(items) - 1)
        begun, ended = items[-1]
        if (brief := self._brief(begun, ended)) < ended:
            yield from self._between(replace(opened, brief=True), begun, brief)
        if pause < stop:
            yield from self._between(replace(opened, runs_on=True), begun, stop)

    def _past_filler(self, token: int) -> int:
        """Skip "among other things" and, where the verb comes first, who asks: "fordern die X"."""
        while token in self._fillers:
            token = self._fillers[token]
        for at in range(token, token + _SUBJECT):
            if at in self._crowds:
                end = self._crowds[at]
                return end + (end < len(self._text) and self._text.words[end] == ",")
        return token

    def _between(self, found: Candidate, first: int, end: int) -> Iterator[Candidate]:
        """Give the demand between two tokens, and without its addressee, unless too short."""
        first, end = self._stripped(first, end)
        words = self._text.words
        if end <= first or (end == first + 1 and len(words[first]) < _LEAST_LETTERS):
            return
        yield replace(found, first=first, end=end)
        whole = not (found.brief or found.runs_on or found.number)
        if whole and found.frames & _TO_SOMEBODY:
            for at in range(first, min(end - 1, first + _ADDRESSEE)):
                if words[at] in self._to:
                    yield replace(found, first=at + 1, end=end, told=True)
                    return

    def _stripped(self, first: int, end: int) -> tuple[int, int]:
        """Drop marks and little words at the ends."""
        words, kinds = self._text.words, self._text.kinds
        while first < end and (kinds[first] == "p" or words[first] in self._little):
            first += 1
        while end > first and (kinds[end - 1] == "p" or words[end - 1] in self._tail):
            end -= 1
        return first, end

    # ------------------------------------------------------------------ ends

    def _clause_end(self, start: int) -> int:
        """Give the token at which the clause of a demand ends for certain."""
        text = self._text
        stop = min(text.sentence(start).end, start + _MAX_TOKENS)
        at = start
        while at < stop:
            word = text.words[at]
            if text.kinds[at] == "p":
                closes = word in _QUOTES and start in self._quoted and at > start
                if word not in _INNER_MARKS or closes:
                    return at
                if word == "," and not self._continues(at, stop):
                    aside = self._aside_end(start, at, stop)
                    if aside is None:
                        return at
                    at = aside
            at += 1
        return stop

    def _aside_end(self, start: int, comma: int, stop: int) -> int | None:
        """Give the comma that closes an aside opened near the demand's beginning."""
        text = self._text
        if comma - start > _ASIDE or comma + 1 >= stop or not text.caps[comma + 1]:
            return None
        for at in range(comma + 2, min(stop - 1, comma + _ASIDE + 1)):
            if text.words[at] == ",":
                return at if text.kinds[at + 1] == "w" else None
        return None

    def _continues(self, comma: int, stop: int) -> bool:
        """Tell whether what follows a comma can be another item of the same list."""
        text, at = self._text, comma + 1
        if at < stop and text.words[at] in self._joiners:
            at += 1
        if at >= stop or at in self._pauses:
            return False
        word = text.words[at]
        if text.kinds[at] == "p" and word not in _QUOTES:
            return False
        return word in self._going_on or at in self._such or word not in self._new_clause

    def _pause(self, start: int, stop: int) -> int:
        """Give the token at which an adverbial or another clause begins, or the clause's end."""
        for at in range(start + 1, stop):
            if at in self._pauses:
                return at
            if self._text.words[at] in self._joiners and at + 1 < stop and self._is_verb(at + 1):
                return at
        return stop

    def _is_verb(self, token: int) -> bool:
        """Tell whether a verb follows "and": the report goes on, the demand does not."""
        return self._text.words[token] in self._verbs or token in self._says

    def _brief(self, first: int, end: int) -> int:
        """Give the token at which a clause that explains a demand begins: "a rule that …"."""
        words = self._text.words
        for at in range(first + _LEAST_BRIEF, end):
            if words[at] in self._explaining:
                return at
        return end

    # ------------------------------------------------------------------ lists

    def _items(self, first: int, end: int) -> list[tuple[int, int]]:
        """Split a list at its commas, and at an "and" behind a comma or before a new beginning."""
        spans: list[tuple[int, int]] = []
        begun = at = first
        while at < end:
            after = self._parted(at, end, is_list=bool(spans)) if at > begun else at
            if after > at:
                spans.append((begun, at))
                begun = at = after
            else:
                at += 1
        return [*spans, (begun, end)]

    def _parted(self, at: int, end: int, *, is_list: bool) -> int:
        """Give where the next item begins if two are parted at a token, else the token."""
        words, after = self._text.words, at
        if words[at] == ",":
            after += 1
            if after < end and words[after] in self._joiners:
                after += 1
        elif words[at] in self._joiners and (is_list or self._begins(at + 1, end)):
            return at + 1
        return self._such.get(after, after)

    def _begins(self, token: int, end: int) -> bool:
        """Tell whether a new demand begins after "and": "and a ban", "and for more"."""
        if token >= end - 1:
            return False
        return self._text.words[token] in self._opening or token in self._remedies
