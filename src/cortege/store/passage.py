"""Turns evidence into the sentences it stands in, with the words marked.

For showing only: nothing is decided by where a sentence ends. A sentence ends at a stop followed
by a space and something other than a small letter, or with its paragraph. Limits: a capitalised
word of up to three letters passes for an abbreviation and never ends a sentence, a longer
abbreviation does; a very long sentence is cut around the words, at spaces.

>>> article = Article("x", "Dr. Roy spoke. Forty walked home! Then rain.")
>>> [passage.text for passage in passages(article, [article.evidence(15, 20)])]
['Forty walked home!']
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from cortege.nouns.article import Article, Evidence

# Possessive, and never begun within a row of stops: a page of full stops costs one pass.
_STOP: Final = re.compile(
    r"(?<![.!?…؟。！？])[.!?…؟。！？]++[\"'”’»)\]]*+(?=\s+(?P<next>\S)|[^\s\x00-\u2fff])"
)
_ABBREVIATION: Final = re.compile(r"(?:^|[\s(.\"“«])[A-Z]\w{0,2}\.$")
_LONGEST: Final = 400
"""How many characters of a sentence are shown before and after the words at most."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence of an article, or several that evidence spans.

    ``start`` and ``end`` are offsets in the article; ``marks`` are offsets within ``text``.
    """

    start: int
    end: int
    text: str
    marks: tuple[tuple[int, int], ...]

    def pieces(self) -> Iterator[tuple[str, bool]]:
        """Give the text piece by piece, and whether each piece is marked."""
        at = 0
        for start, end in self.marks:
            yield self.text[at:start], False
            yield self.text[start:end], True
            at = end
        yield self.text[at:], False


def passages(article: Article, evidence: Iterable[Evidence]) -> tuple[Passage, ...]:
    """Give the sentences in which the evidence stands, in the order of the text.

    Evidence within one sentence gives one passage with several marks.
    """
    spans = sorted({(e.start, e.end) for e in evidence})
    groups: list[tuple[int, int, list[tuple[int, int]]]] = []
    for start, end in spans:
        first, last = _bounds(article.text, start, end)
        if groups and first < groups[-1][1]:
            before = groups[-1]
            groups[-1] = (before[0], max(before[1], last), [*before[2], (start, end)])
        else:
            groups.append((first, last, [(start, end)]))
    return tuple(_passage(article.text, *group) for group in groups)


def _bounds(text: str, start: int, end: int) -> tuple[int, int]:
    """Find where the sentence around some words begins and ends."""
    paragraph = text.rfind("\n", 0, start) + 1
    close = text.find("\n", end)
    limit = len(text) if close < 0 else close
    first, last = paragraph, limit
    for stop in _stops(text, paragraph, limit):
        if stop <= start:
            first = stop
        elif stop >= end:
            last = stop
            break
    first += len(text[first:start]) - len(text[first:start].lstrip())
    last = end + len(text[end:last].rstrip())
    return _shorten(text, start, end, (first, last))


def _stops(text: str, first: int, last: int) -> Iterator[int]:
    for found in _STOP.finditer(text, first, last):
        before = text[max(first, found.start() - 5) : found.start() + 1]
        small = found["next"] is not None and found["next"].islower()
        if not small and not _ABBREVIATION.search(before):
            yield found.end()


def _shorten(text: str, start: int, end: int, bounds: tuple[int, int]) -> tuple[int, int]:
    first, last = bounds
    if start - first > _LONGEST:
        space = text.find(" ", start - _LONGEST, start)
        first = space + 1 if space >= 0 else start - _LONGEST
    if last - end > _LONGEST:
        space = text.rfind(" ", end, end + _LONGEST)
        last = space if space >= 0 else end + _LONGEST
    return first, last


def _passage(text: str, first: int, last: int, spans: list[tuple[int, int]]) -> Passage:
    marks: list[tuple[int, int]] = []
    for start, end in spans:
        if marks and start - first <= marks[-1][1]:
            marks[-1] = (marks[-1][0], max(marks[-1][1], end - first))
        else:
            marks.append((start - first, end - first))
    return Passage(first, last, text[first:last], tuple(marks))
