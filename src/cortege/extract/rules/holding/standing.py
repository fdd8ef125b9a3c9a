"""Turns sources that no verb marks into attributions: "(police)", "police: 3,500".

Likewise "by the police tally", and sources that are merely named. A list of sources and one of
numbers ("police / organisers: 3 500 / 12 000") are paired off.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from cortege.extract.rules.holding.attribution import Attribution, Manner
from cortege.extract.rules.holding.sources import Sources, word_kind
from cortege.extract.rules.holding.words import POSSESSIVES, NounPhrases, Span
from cortege.extract.text import Text
from cortege.nouns.values import HolderKind

_TALLY_REACH: Final = 7  # tokens between "by" and "tally"
_LABEL_REACH: Final = 3  # tokens between a source and its colon
_SLASHES: Final = frozenset("/|")
_OPEN: Final = frozenset("([")
_CLOSE: Final = frozenset(")]")


class Standing:
    """Finds the sources of one text that stand without a verb."""

    def __init__(
        self, text: Text, phrases: NounPhrases, sources: Sources, quoted: bytearray
    ) -> None:
        """Take a text, its sources, and which of its tokens are quoted."""
        self._text, self._phrases = text, phrases
        self._sources, self._quoted = sources, quoted
        self._words = phrases.lexicon

    def find(self) -> Iterator[Attribution]:
        """Find tallies, brackets, labels and bare sources."""
        yield from self._tallies()
        yield from self._possessed()
        for first, end, kind in self._named():
            common = kind == "media" and not self._text.caps[first]  # "the press", "the country"
            made = self._bracket(first, end, kind)
            if made is None and not common:
                made = self._label(first, end, kind)
            if made is not None:
                yield made
            elif self._may_hold(first, end, certain=kind != "witness" and not common):
                yield self._make((first, end), kind, "bare")

    def _may_hold(self, first: int, end: int, *, certain: bool) -> bool:
        """Tell whether a source that is merely named may hold a figure."""
        return (certain or self._counts_next(end)) and not self._hears(first)

    def _hears(self, first: int) -> bool:
        """Tell whether a source is told something: "police told the mayor"."""
        words = self._text.words
        while first > 0 and words[first - 1] in self._words.articles:
            first -= 1
        return first > 0 and words[first - 1] in self._words.tells

    def _counts_next(self, end: int) -> bool:
        """Tell whether a number follows at once: "and the residents 510"."""
        return end < len(self._text.words) and self._phrases.is_number(end)

    def elliptic(self, found: Sequence[Attribution]) -> Iterator[Attribution]:
        """Find names that take their turn at counting: "the council counted 450, Fair 700"."""
        text = self._text
        counted = {a.sentence for a in found if a.manner in ("count", "according", "tally", "say")}
        bare = {attribution.end for attribution in found if attribution.manner == "bare"}
        for index in sorted(counted):
            sentence = text.sentences[index]
            for at in range(sentence.first + 2, sentence.end):
                named = text.caps[at - 1] and text.kinds[at] == "n" and at - 1 not in bare
                if named and text.kinds[at - 1] == "w" and at not in bare:
                    source = self._phrases.before(at, sentence.first)
                    if all(text.caps[token] for token in range(*source)) and source[0] < at:
                        kind = self._sources.kind(*source)
                        if kind is not None and self._takes_turn(source[0]):
                            held = "organisers" if kind.basis == "name" else kind.kind
                            yield replace(self._make(source, held, "bare"), basis=kind.basis)

    def _takes_turn(self, first: int) -> bool:
        """Tell whether what begins at a token is put beside another: behind "and" or a comma."""
        text = self._text
        while first > 0 and text.words[first - 1] in self._words.articles:
            first -= 1
        before = text.words[first - 1] if first else ""
        return before in {",", ";"} or before in self._words.conjunctions

    def _named(self) -> Iterator[tuple[int, int, HolderKind]]:
        """Give the sources named by words we know and the organisers' names, in order."""
        words = self._text.words
        spans: list[Span] = []
        for hit in self._text.found("holder"):
            if spans and hit.first < spans[-1][1]:
                continue
            owns = spans and hit.first == spans[-1][1] + 1 and words[hit.first - 1] in POSSESSIVES
            first = spans.pop()[0] if owns else self._name_start(hit.first)
            spans.append((first, hit.end))
        for span in spans:
            kind = word_kind(self._text, *span)
            if kind is not None:
                yield *span, kind
        for first, end in self._sources.named_organisers():
            yield first, end, "organisers"

    def _name_start(self, first: int) -> int:
        """Step back over the rest of a name: "Rescue | Medics' Federation"."""
        text, sentence = self._text, self._phrases.first_of(first)
        if text.caps[first]:
            while first - 1 > sentence and text.caps[first - 1] and text.kinds[first - 1] == "w":
                first -= 1
        return first

    # ------------------------------------------------------------------ tallies

    def _tallies(self) -> Iterator[Attribution]:
        """Find "by the police tally", "by the estimate of X", "nach Polizeiangaben"."""
        text, by = self._text, self._words.by
        for hit in text.found("holder_cue.tally"):
            at, least = hit.first, max(self._phrases.first_of(hit.first), hit.first - _TALLY_REACH)
            while at > least and text.words[at - 1] not in by:
                if text.kinds[at - 1] == "p" and text.words[at - 1] not in POSSESSIVES:
                    break
                at -= 1
            if at == 0 or text.words[at - 1] not in by:
                continue
            source, end = (at, hit.end), hit.end
            if hit.end < len(text.words) and text.words[hit.end] in self._words.inner:
                source = self._phrases.after(hit.end + 1)
                end = source[1]
            elif hit.first > at:
                owned = word_kind(text, at, hit.first)
                possessive = text.words[hit.first - 1] in POSSESSIVES
                source = (at, hit.first - possessive) if owned else source
            yield from self._tally(source, (at - 1, max(end, hit.end)))

    def _tally(self, source: Span, span: Span) -> Iterator[Attribution]:
        first, end = source
        while first < end - 1 and self._text.words[first] in self._words.articles:
            first += 1
        kind = self._sources.kind(first, end) if first < end else None
        if kind is None or kind.basis == "name" or self._phrases.holds_number((first, end)):
            return
        yield self._make((first, end), kind.kind, "tally", span)

    def _possessed(self) -> Iterator[Attribution]:
        """Find "by the union's" where a tally was named before: "1,900 by the police tally and"."""
        text = self._text
        for hit in text.found("holder"):
            end = hit.end
            if end >= len(text.words) or text.words[end] not in POSSESSIVES:
                continue
            if end + 1 < len(text.words) and text.kinds[end + 1] != "p":
                continue
            begin = first = self._phrases.before(end)[0]
            while begin > 0 and text.words[begin - 1] in self._words.articles:
                begin -= 1
            kind = word_kind(text, hit.first, end)
            if kind and begin > 0 and text.words[begin - 1] in self._words.by:
                yield self._make((first, end), kind, "tally", (begin - 1, end + 1))

    # ------------------------------------------------------------------ brackets and labels

    def _bracket(self, first: int, end: int, kind: HolderKind) -> Attribution | None:
        """Read "12,000 (police)", "3 500 (préfecture)"."""
        words, tallies = self._text.words, self._text.pack.words["holder_cue.tally"]
        close = end
        while close < len(words) and words[close] in tallies:
            close += 1
        if close >= len(words) or words[close] not in _CLOSE:
            return None
        start = self._phrases.before(end)[0]
        while start > 0 and words[start - 1] in self._words.articles:
            start -= 1
        opened = start > 0 and words[start - 1] in _OPEN
        return self._make((first, end), kind, "bracket") if opened else None

    def _label(self, first: int, end: int, kind: HolderKind) -> Attribution | None:
        """Read "police: 3,500" and "police / organisers: 3 500 / 12 000"."""
        text = self._text
        stop, n_slashes, at = self._phrases.end_of(first), 0, end
        while at < stop and text.words[at] != ":":
            if text.words[at] in _SLASHES:
                n_slashes += 1
            elif at - end >= _LABEL_REACH and not n_slashes:
                return None
            if at - end > 4 * _LABEL_REACH:
                return None
            at += 1
        if at >= stop or self._quoted[first] or not self._counts_soon(at + 1, stop):
            return None
        n_before = self._slashes_before(first)
        if n_before or n_slashes:
            reach = self._share(at + 1, stop, n_before)
            return self._make((first, end), kind, "label", reach=reach)
        return self._make((first, end), kind, "label", (first, at + 1))

    def _counts_soon(self, at: int, stop: int) -> bool:
        return any(
            self._phrases.is_number(token) for token in range(at, min(stop, at + _LABEL_REACH))
        )

    def _slashes_before(self, first: int) -> int:
        least = max(self._phrases.first_of(first), first - 4 * _LABEL_REACH)
        return sum(self._text.words[at] in _SLASHES for at in range(least, first))

    def _share(self, first: int, end: int, n_before: int) -> Span:
        """Give the tokens of one part of a list that strokes part."""
        marks = [at for at in range(first, end) if self._text.words[at] in _SLASHES]
        edges = [first - 1, *marks, end]
        if n_before + 1 >= len(edges):
            return first, end
        return edges[n_before] + 1, edges[n_before + 1]

    # ------------------------------------------------------------------ making

    def _make(
        self,
        source: Span,
        kind: HolderKind,
        manner: Manner,
        span: Span | None = None,
        reach: Span | None = None,
    ) -> Attribution:
        first, end = span or source
        forward = manner == "label" or (manner == "bare" and self._phrases.opens_clause(first))
        return Attribution(
            min(first, source[0]), max(end, source[1]), source, kind, "word", manner,
            self._text.sentence_of[first], forward, reach=reach,
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
    "voice": 2,
    "say": 3,
    "count": 4,
    "label": 4,
    "own": 4,
    "bracket": 5,
    "according": 5,
    "tally": 6,
}
