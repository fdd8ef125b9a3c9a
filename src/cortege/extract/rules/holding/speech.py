"""Turns quotations beside attributions into what each source says in its own words.

A quotation belongs to the source that speaks right behind or right before it, to the one named
before a colon, or, in the same paragraph, to whom the quotation before it belongs.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from cortege.extract.rules.holding.attribution import Attribution
from cortege.extract.rules.holding.sources import Sources
from cortege.extract.rules.holding.words import NounPhrases, Span
from cortege.extract.rules.quotation_marks import QuotedSpan
from cortege.extract.text import Text

_ADJACENT: Final = 3  # tokens between a quotation and who speaks it
_LABEL: Final = 20  # tokens of the words before a colon


def with_speech(
    text: Text,
    phrases: NounPhrases,
    sources: Sources,
    found: Sequence[Attribution],
    quotes: Sequence[QuotedSpan],
) -> list[Attribution]:
    """Give the attributions with the quotations that each of them introduces."""
    said: dict[int, list[Span]] = {}
    made: list[Attribution] = []
    last: tuple[int, int] | None = None  # who spoke last, and in which paragraph
    for quote in quotes:
        if quote.depth or quote.end <= quote.first:
            continue
        speaker = _beside(text, found, quote)
        if speaker is None:
            label = _before_colon(text, phrases, sources, quote)
            if label is not None:
                made.append(label)
                last = None
                continue
            if last is not None and last[1] == quote.paragraph:
                speaker = last[0]
        if speaker is not None:
            said.setdefault(speaker, []).append((quote.first, quote.end))
            last = speaker, quote.paragraph
    spoken = [
        replace(attribution, speech=tuple(said[index])) if index in said else attribution
        for index, attribution in enumerate(found)
    ]
    return sorted([*spoken, *made], key=lambda attribution: attribution.first)


def _beside(text: Text, found: Sequence[Attribution], quote: QuotedSpan) -> int | None:
    """Give the index of the attribution right behind a quotation, or right before it."""
    behind = bisect_left(found, quote.stop, key=lambda attribution: attribution.first)
    for at, gap in (
        (behind, (quote.stop, found[behind].first if behind < len(found) else len(text))),
        (behind - 1, (found[behind - 1].end if behind else 0, quote.start)),
    ):
        if not 0 <= at < len(found) or not 0 <= gap[1] - gap[0] <= _ADJACENT:
            continue
        same = text.sentences[found[at].sentence].paragraph == quote.paragraph
        if same and found[at].manner in _SPOKEN:
            return at
    return None


_SPOKEN: Final = frozenset({"say", "voice", "count", "according", "label"})


def _before_colon(
    text: Text, phrases: NounPhrases, sources: Sources, quote: QuotedSpan
) -> Attribution | None:
    """Read "Alliance chair X, hoarse already: “…”"."""
    colon = quote.start - 1
    if colon < 1 or text.words[colon] != ":":
        return None
    first = max(text.sentence(colon).first, colon - _LABEL)
    source = phrases.after(first, colon)
    if source[0] >= source[1]:
        return None
    kind = sources.kind(*source, colon)
    if kind is None:
        return None
    return Attribution(
        source[0], colon + 1, source, kind.kind, kind.basis, "speech",
        text.sentence_of[colon], forward=True, speech=((quote.first, quote.end),),
    )  # fmt: skip
