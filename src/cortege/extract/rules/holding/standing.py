"""Turns sources that no verb marks into attributions: "(police)", "police: 3,500", "by the
police tally", and those that are merely named.

A list of sources and one of numbers ("police / organisers: 3 500 / 12 000") are paired off.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from cortege.extract import phrase
from cortege.extract.rules.holding.attributions import Attribution, Manner, counts, opens_clause
from cortege.extract.rules.holding.sources import Sources, Span, word_kind
from cortege.extract.rules.numerals import grammar
from cortege.extract.text import Text
from cortege.nouns.values import HolderKind

_TALLY_REACH: Final = 7  # tokens between "by" and "tally"
_LABEL_REACH: Final = 3  # tokens between a source and its colon
_POSSESSIVES: Final = frozenset({"'s", "'", "’"})
_SLASHES: Final = frozenset("/|")


class Standing:
    """Finds the sources of one text that stand without a verb."""

    def __init__(self, text: Text, sources: Sources, quoted: bytearray) -> None:
        """Take a text, its sources, and which of its tokens are quoted."""
        self._text, self._sources, self._quoted = text, sources, quoted

    def find(self) -> Iterator[Attribution]:
        """Find tallies, brackets, labels and bare sources."""
        yield from self._tallies()
        yield from self._possessed()
        for first, end, kind in self._named():
            made = self._bracket(first, end, kind)
            if made is None:
                yield from self._labels(first, end, kind)
                made = self._make((self._start(first, end), end), kind, "bare")
            yield made

    def _named(self) -> Iterator[tuple[int, int, HolderKind]]:
        """Give the sources named by words we know and the organisers' names, in order."""
        text = self._text
        taken = 0
        for hit in text.found("holder"):
            if hit.first >= taken:
                kind = word_kind(text, hit.first, hit.end)
                if kind is not None:
                    yield hit.first, hit.end, kind
                taken = hit.end
        for first, end in self._sources.named_organisers():
            yield first, end, "organisers"

    # ------------------------------------------------------------------ tallies

    def _tallies(self) -> Iterator[Attribution]:
        """Find "by the police tally", "by the estimate of X", "nach Polizeiangaben"."""
        text = self._text
        by = text.pack.words["holder_cue.by"]
        of = grammar(text.pack.code).of
        for hit in text.found("holder_cue.tally"):
            first = text.sentence(hit.first).first
            at = hit.first
            least = max(first, hit.first - _TALLY_REACH)
            while at > least and text.words[at - 1] not in by and text.kinds[at - 1] != "p":
                at -= 1
            if at == first or text.words[at - 1] not in by:
                continue
            source = at, hit.end
            if hit.end < len(text) and text.words[hit.end] in of:
                source = phrase.after(text, hit.end + 1)
            kind = self._sources.kind(*source) if source[0] < source[1] else None
            if kind is not None and kind.basis != "name" and not counts(text, source):
                if source[1] == hit.end and source[0] < hit.first:
                    source = source[0], hit.first - (text.words[hit.first - 1] in _POSSESSIVES)
                yield self._make(self._bare(source), kind.kind, "tally", (at - 1, hit.end))

    def _possessed(self) -> Iterator[Attribution]:
        """Find "by the union's" where a tally was named before: "1,900 by the police tally and"."""
        text = self._text
        by = text.pack.words["holder_cue.by"]
        for hit in text.found("holder"):
            end = hit.end
            if end < len(text) and text.words[end] in _POSSESSIVES:
                first = phrase.before(text, hit.end)[0]
                begin = first
                while begin > 0 and phrase.is_article(text, begin - 1):
                    begin -= 1
                ends = end + 1 >= len(text) or text.kinds[end + 1] == "p"
                if begin > 0 and text.words[begin - 1] in by and ends:
                    kind = word_kind(text, hit.first, hit.end)
                    if kind:
                        yield self._make((first, hit.end), kind, "tally", (begin - 1, end + 1))

    def _bare(self, source: Span) -> Span:
        first, end = source
        while first < end - 1 and phrase.is_article(self._text, first):
            first += 1
        return first, end

    # ------------------------------------------------------------------ brackets and labels

    def _bracket(self, first: int, end: int, kind: HolderKind) -> Attribution | None:
        """Read "12,000 (police)", "3 500 (préfecture)"."""
        text = self._text
        start = self._start(first, end)
        while start > 0 and phrase.is_article(text, start - 1):
            start -= 1
        opened = start > 0 and text.words[start - 1] in "(["
        closed = end < len(text) and text.words[end] in ")]"
        return self._make((first, end), kind, "bracket") if opened and closed else None

    def _labels(self, first: int, end: int, kind: HolderKind) -> Iterator[Attribution]:
        """Read "police: 3,500" and "police / organisers: 3 500 / 12 000"."""
        text = self._text
        stop = text.sentence(first).end
        at, slashes = end, 0
        while at < min(stop, end + 4 * _LABEL_REACH) and text.words[at] != ":":
            if text.words[at] in _SLASHES:
                slashes += 1
            elif not slashes and at - end >= _LABEL_REACH:
                return
            at += 1
        if at >= stop or text.words[at] != ":" or self._quoted[first]:
            return
        before = self._slashes_before(first)
        reach = self._share(at + 1, stop, before) if before or slashes else None
        yield self._make((self._start(first, end), end), kind, "label", (first, at + 1), reach)

    def _slashes_before(self, first: int) -> int:
        text = self._text
        least = max(text.sentence(first).first, first - 4 * _LABEL_REACH)
        return sum(text.words[at] in _SLASHES for at in range(least, first))

    def _share(self, first: int, end: int, n_before: int) -> Span:
        """Give the tokens of one part of a list that strokes part."""
        marks = [at for at in range(first, end) if self._text.words[at] in _SLASHES]
        edges = [first - 1, *marks, end]
        if n_before + 1 >= len(edges):
            return first, end
        return edges[n_before] + 1, edges[n_before + 1]

    # ------------------------------------------------------------------ making

    def _start(self, first: int, end: int) -> int:
        return min(first, phrase.before(self._text, end)[0])

    def _make(
        self,
        source: Span,
        kind: HolderKind,
        manner: Manner,
        span: Span | None = None,
        reach: Span | None = None,
    ) -> Attribution:
        text = self._text
        first, end = span or source
        forward = manner == "label" or (manner == "bare" and opens_clause(text, first))
        return Attribution(
            min(first, source[0]), max(end, source[1]), source, kind, "word", manner,
            text.sentence_of[first], forward, reach=reach,
        )  # fmt: skip


def by_preference(found: Sequence[Attribution]) -> list[Attribution]:
    """Sort attributions and keep, of those that overlap, the one whose manner tells most."""
    kept: list[Attribution] = []
    for attribution in sorted(found, key=lambda a: (a.first, -a.end)):
        if kept and attribution.first < kept[-1].end:
            if _worth(attribution) > _worth(kept[-1]):
                kept[-1] = attribution
            continue
        kept.append(attribution)
    return kept


def _worth(attribution: Attribution) -> tuple[int, int, int]:
    known = attribution.basis != "name" or attribution.kind != "other"
    return _RANK[attribution.manner], known, attribution.end - attribution.first


_RANK: Final[dict[Manner, int]] = {
    "bare": 0,
    "speech": 1,
    "say": 2,
    "count": 3,
    "label": 3,
    "own": 3,
    "bracket": 4,
    "according": 4,
    "tally": 5,
}
