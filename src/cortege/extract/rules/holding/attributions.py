"""Turns words of attribution into who says what: "according to X", "X counted", "(police)".

Every way of attributing has a manner:

- ``according``: "according to X", "by the police tally", "by X's count";
- ``count``: "X counted", "X put it at", "X insists on"; ``say``: "X said", "told Y";
- ``bracket``: "(police)"; ``label``: "police: 3,500", "police / organisers: 3 500 / 12 000";
- ``speech``: the words before a quotation, "X, hoarse already: “…";
- ``own``: the reporter's or the newsletter's own count, "we counted", "1,800 of you";
- ``bare``: a source named without a cue, which may claim a figure beside it ("the council
  counted 450 and Rural Wheels 700").

A subject stands before its verb ("police said", "the League, which called the march, said") or
behind it (", estime le comité"). Pronouns and the like ("it said", "theirs was", "de même
source") are resolved in ``references``. No parser: a subject ends where its clause begins.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final, Literal, NamedTuple

from cortege.extract import phrase
from cortege.extract.rules.holding.sources import Basis, Kind, Sources, Span, aside_end
from cortege.extract.rules.quotation_marks import QuotedSpan
from cortege.extract.text import Text
from cortege.languages.phrases import Hit
from cortege.nouns.values import HolderKind

Manner = Literal["according", "say", "count", "bracket", "label", "speech", "own", "bare"]

_SUBJECT_REACH: Final = 14  # tokens of a subject before its verb
_ASIDE_REACH: Final = 24  # tokens between a subject and its verb
_CLAUSE: Final = frozenset(".!?;:()“”«»\"„—–…")
_CLOSING: Final = frozenset("”»\"’")
_DIRECT: Final[dict[str, Manner]] = {
    "cue.according": "according",
    "cue.count": "count",
    "cue.say": "say",
    "holder_cue.quoting": "according",
}


@dataclass(frozen=True, slots=True)
class Attribution:
    """Words that say who says something.

    ``first`` to ``end`` are the tokens of cue and source together; ``source`` those that name the
    source, which stand elsewhere where ``basis`` is ``reference``. ``forward`` tells that it opens
    its clause and so speaks of what follows. ``speech`` is the quotation it introduces;
    ``relays`` that it only passes on what another source says.
    """

    first: int
    end: int
    source: Span
    kind: HolderKind
    basis: Basis
    manner: Manner
    sentence: int
    forward: bool
    speech: Span | None = None
    relays: bool = False
    reach: Span | None = None

    @property
    def span(self) -> Span:
        """Give the tokens of cue and source together."""
        return self.first, self.end


class Cue(NamedTuple):
    """A hit that attributes, with its manner."""

    manner: Manner
    first: int
    end: int
    path: str


class Finder:
    """Finds the attributions of one text."""

    def __init__(self, text: Text, sources: Sources, quotes: Sequence[QuotedSpan]) -> None:
        """Take a text, its sources and its quotations."""
        self._text, self._sources = text, sources
        self._quoted = bytearray(len(text))
        for quote in quotes:
            if quote.depth == 0:
                length = quote.end - quote.first
                self._quoted[quote.first : quote.end] = b"\1" * length
        words = text.pack.words
        self._skipped = (
            words["function.auxiliary"]
            | words["function.adverb"]
            | words["function.negation"]
            | words["quotation.clitic"]
        )
        self._pronouns = words["function.pronoun"] | words["quotation.pronoun"]
        self._tonic = words["holder_cue.tonic"]
        self._that = words["quotation.that"]
        self._breaks = (
            words["function.relative"] | words["function.verb_common"] | words["cue.say"]
        ) - words["function.preposition"]

    # ------------------------------------------------------------------ cues

    def cues(self) -> Iterator[Cue]:
        """Give the cues of the text in order, the most telling manner where several meet."""
        best: dict[int, Cue] = {}
        for path, manner in _DIRECT.items():
            for hit in self._text.found(path):
                known = best.get(hit.first)
                if known is None or hit.end > known.end:
                    best[hit.first] = Cue(manner, hit.first, hit.end, path)
        taken = 0
        for first in sorted(best):
            cue = best[first]
            if first >= taken:
                yield cue
                taken = cue.end

    def direct(self, cue: Cue) -> Attribution | None:
        """Make the attribution of a cue whose source is named beside it."""
        if cue.manner == "according":
            return self._after(cue)
        return self._before(cue) or self._inverted(cue)

    # ------------------------------------------------------------------ after a cue

    def _after(self, cue: Cue) -> Attribution | None:
        """Read the source behind "according to"."""
        text = self._text
        source = phrase.after(text, cue.end)
        if source[0] >= source[1]:
            return None
        kind = self._sources.kind(*source, aside_end(text, source[1]))
        return self._made(cue, source, kind)

    def _inverted(self, cue: Cue) -> Attribution | None:
        """Read the source behind a verb: "said X of the Y", ", estime le comité"."""
        text = self._text
        source = phrase.after(text, cue.end)
        direct = source[0] == cue.end or phrase.is_article(text, cue.end)
        if source[0] >= source[1] or not direct or self._counts(*source):
            return None
        kind = self._sources.kind(*source, aside_end(text, source[1]))
        return self._made(cue, source, kind)

    def _counts(self, first: int, end: int) -> bool:
        """Tell whether a phrase holds a number and so names what is counted."""
        text = self._text
        return any(text.kinds[at] == "n" for at in range(first, end)) or (
            text.words[first] in text.pack.numbers.get("units", {})
        )

    # ------------------------------------------------------------------ before a verb

    def _before(self, cue: Cue) -> Attribution | None:
        text = self._text
        at = self.verb_start(cue.first)
        source, stop = self.subject(at)
        if source[0] >= source[1] or self._counts(*source):
            return None
        kind = self._sources.kind(*source, stop)
        return self._made(cue, source, kind)

    def verb_start(self, at: int) -> int:
        """Step back over auxiliaries, adverbs, clitics and asides such as ", elle,"."""
        text = self._text
        first = text.sentence(at).first
        while at > first and text.words[at - 1] in self._skipped:
            at -= 1
        if at > first + 1 and text.words[at - 1] == ",":
            tonic = self._tonic_before(at - 1, first)
            if tonic < at - 1:
                return tonic
        return at

    def _tonic_before(self, comma: int, first: int) -> int:
        """Give where an aside such as ", elle" before a comma begins."""
        for n_words in range(1, 4):
            at = comma - n_words
            if at <= first:
                break
            hit = self._text.hit_at(at, "holder_cue.tonic")
            if hit is not None and hit.end == comma:
                return at - 1 if self._text.words[at - 1] == "," else at
        return comma

    def subject(self, at: int) -> tuple[Span, int]:
        """Give the noun phrase that is the subject of the verb at a token.

        Returns:
            Its tokens, empty when there is none, and where the words end that explain it.
        """
        text = self._text
        first = text.sentence(min(at, len(text) - 1)).first
        if at > first and text.words[at - 1] == ",":
            return self._before_aside(at - 1, first), at - 1
        segment = at
        while segment > max(first, at - _SUBJECT_REACH) and not self._ends_clause(segment - 1):
            segment -= 1
        near = phrase.before(text, at, segment)
        hits = list(text.found_within("holder", segment, at))
        if hits and near[0] >= hits[0].end:
            near = phrase.before(text, hits[0].end, segment)[0], at
        while near[0] < near[1] and phrase.is_article(text, near[0]):
            near = near[0] + 1, near[1]
        return near, at

    def _ends_clause(self, at: int) -> bool:
        text = self._text
        word = text.words[at]
        if text.kinds[at] == "p":
            return not (word in "-‐‑&'’" and text.glued(at))
        return (word in self._breaks and not text.caps[at]) or word in self._that

    def _before_aside(self, comma: int, first: int) -> Span:
        """Read the subject before an aside: "X, who leads the union," and "X, a Y of Z,"."""
        text = self._text
        at = comma
        least = max(first, comma - _ASIDE_REACH)
        while at > least and text.words[at - 1] != "," and text.words[at - 1] not in _CLAUSE:
            at -= 1
        if at <= least or text.words[at - 1] != ",":
            return comma, comma
        source = phrase.before(text, at - 1, first)
        opens = source[0] - 1
        while opens >= first and phrase.is_article(text, opens):
            opens -= 1
        opened = opens < first or text.kinds[opens] == "p" or self._conjoins(opens)
        return source if opened else (comma, comma)

    def _conjoins(self, at: int) -> bool:
        words = self._text.pack.words
        word = self._text.words[at]
        return word in words["function.conjunction"] or word in words["function.preposition"]

    # ------------------------------------------------------------------ making

    def _made(self, cue: Cue, source: Span, kind: Kind | None) -> Attribution | None:
        if kind is None or (kind.basis == "name" and cue.manner == "count" and not self._named(source)):
            return None
        if kind.basis == "name" and cue.path != "cue.say" and self._reports(cue):
            kind = Kind("media", "name")
        if kind.basis != "name":
            self._sources.learn(*source, kind.kind)
        first, end = min(cue.first, source[0]), max(cue.end, source[1])
        return Attribution(
            first, end, source, kind.kind, kind.basis, cue.manner,
            self._text.sentence_of[cue.first], self.opens_clause(first),
            relays=cue.path == "holder_cue.quoting" and False,
        )  # fmt: skip

    def _named(self, source: Span) -> bool:
        return all(self._text.caps[at] for at in range(*source) if self._text.kinds[at] == "w")

    def _reports(self, cue: Cue) -> bool:
        return any(self._text.found_within("holder_cue.reporting", cue.first, cue.end))

    def opens_clause(self, first: int) -> bool:
        """Tell whether what begins at a token opens its clause and so speaks of what follows."""
        text = self._text
        sentence = text.sentence(first)
        at = first
        while at > sentence.first and phrase.is_article(text, at - 1):
            at -= 1
        if at == sentence.first:
            return True
        before = text.words[at - 1]
        if before in ";:—–" or before in text.pack.words["function.conjunction"]:
            return True
        return before == "," and at - 1 - sentence.first <= 4

    def is_quoted(self, at: int) -> bool:
        """Tell whether a token stands inside a quotation."""
        return bool(self._quoted[at])
