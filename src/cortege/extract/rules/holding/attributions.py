"""Turns cues and the sources beside them into attributions: "according to X", "X counted".

A subject stands before its verb ("police said", "the League, which called the march, said") or
behind it (", estime le comité"). There is no parser: a subject ends where its clause begins, and
an aside between commas is stepped over. Sources that no cue marks are found in ``standing``;
pronouns and the like ("it said", "theirs was 12,000") are resolved in ``references``.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Literal, NamedTuple

from cortege.extract import phrase
from cortege.extract.rules.holding.sources import Basis, Kind, Sources, Span, aside_end
from cortege.extract.text import Text
from cortege.nouns.values import HolderKind

Manner = Literal[
    "according", "say", "count", "tally", "bracket", "label", "speech", "own", "bare"
]

_SUBJECT_REACH: Final = 14  # tokens of a subject before its verb
_ASIDE_REACH: Final = 24  # tokens of an aside between a subject and its verb
_OPENING_REACH: Final = 4  # tokens before a comma that leave what follows at the head
_CLAUSE: Final = frozenset(".!?;:()“”«»\"„—–…")
_OPENS: Final = frozenset(";:—–•")
_JOINED: Final = frozenset("-‐‑&'’")
_PATHS: Final[tuple[tuple[str, Manner], ...]] = (
    ("cue.according", "according"),
    ("holder_cue.quoting", "according"),
    ("cue.count", "count"),
    ("cue.say", "say"),
)


@dataclass(frozen=True, slots=True)
class Attribution:
    """Words that say who says something.

    ``first`` to ``end`` are the tokens of cue and source together. ``source`` are those that name
    the source; they stand elsewhere where ``basis`` is ``reference``. ``manner`` is how it is
    said:

    - ``according``: "according to X"; ``tally``: "by the police count", "by her reckoning";
    - ``count``: "X counted", "X put it at"; ``say``: "X said", "told Y";
    - ``bracket``: "(police)"; ``label``: "police: 3,500";
    - ``speech``: "X, hoarse already: “…”"; ``own``: "we counted", "1,800 of you";
    - ``bare``: a source named without a cue.

    ``forward`` tells that it opens its clause and so speaks of what follows; ``speech`` are the
    quotations it introduces; ``relays`` that it passes on what another source says; ``reach`` the
    only tokens it can speak of, if it is bound to some.
    """

    first: int
    end: int
    source: Span
    kind: HolderKind
    basis: Basis
    manner: Manner
    sentence: int
    forward: bool
    speech: tuple[Span, ...] = ()
    relays: bool = False
    reach: Span | None = None

    @property
    def span(self) -> Span:
        """Give the tokens of cue and source together."""
        return self.first, self.end


class Cue(NamedTuple):
    """Words that attribute, with their manner and the list they are from."""

    manner: Manner
    first: int
    end: int
    path: str


def cues(text: Text) -> Iterator[Cue]:
    """Give the cues of a text in order, the more telling one where two begin together."""
    best: dict[int, Cue] = {}
    for path, manner in _PATHS:
        for hit in text.found(path):
            known = best.get(hit.first)
            if known is None or hit.end > known.end:
                best[hit.first] = Cue(manner, hit.first, hit.end, path)
    taken = 0
    for first in sorted(best):
        if first >= taken:
            yield best[first]
            taken = best[first].end


class Attributor:
    """Makes attributions of the cues of one text."""

    def __init__(self, text: Text, sources: Sources) -> None:
        """Take a text and the sources it names."""
        self._text, self._sources = text, sources
        words = text.pack.words
        self._skipped = (
            words["function.auxiliary"]
            | words["function.adverb"]
            | words["function.negation"]
            | words["quotation.clitic"]
        )
        self._skipped -= words["quotation.pronoun"] | words["holder_cue.first_person"]
        self._pronouns = words["quotation.pronoun"] | words["holder_cue.first_person"]
        self._that = words["quotation.that"]
        self._breaks = (
            words["function.relative"] | words["function.verb_common"] | words["cue.say"]
        ) - words["function.preposition"]

    def of(self, cue: Cue) -> Attribution | None:
        """Make the attribution of a cue whose source is named beside it."""
        if cue.path == "holder_cue.quoting":
            return self._behind(cue) or self._before(cue, self.verb_start(cue.first))
        if cue.manner == "according":
            return self._behind(cue)
        at = self.verb_start(cue.first)
        if at > 0 and self._text.words[at - 1] in self._pronouns:
            return None
        return self._before(cue, at) or self._behind(cue, inverted=True)

    def verb_start(self, at: int) -> int:
        """Step back from a verb over auxiliaries, adverbs, clitics and asides such as ", elle,"."""
        text = self._text
        first = text.sentence(at).first
        while at > first and text.words[at - 1] in self._skipped:
            at -= 1
        if at > first + 1 and text.words[at - 1] == ",":
            return self._past_tonic(at, first)
        return at

    def _past_tonic(self, at: int, first: int) -> int:
        comma = at - 1
        for begin in range(max(first + 1, comma - 3), comma):
            hit = self._text.hit_at(begin, "holder_cue.tonic")
            if hit is not None and hit.end == comma:
                return begin - 1 if self._text.words[begin - 1] == "," else begin
        return at

    # ------------------------------------------------------------------ behind a cue

    def _behind(self, cue: Cue, *, inverted: bool = False) -> Attribution | None:
        """Read the source behind "according to", or a subject behind its verb."""
        text = self._text
        source = phrase.after(text, cue.end)
        if source[0] >= source[1]:
            return None
        direct = source[0] == cue.end or phrase.is_article(text, cue.end)
        if inverted and (not direct or counts(text, source)):
            return None
        stop = aside_end(text, source[1])
        kind = self._sources.kind(*source, stop)
        if inverted and (kind is None or not self._is_subject(source, kind)):
            return None
        return self._made(cue, source, kind)

    def _is_subject(self, source: Span, kind: Kind) -> bool:
        """Tell whether a phrase behind a verb is its subject: nothing but an aside follows it."""
        text = self._text
        end = source[1]
        if end >= text.sentence(source[0]).end or text.kinds[end] == "p":
            return True
        return kind.basis != "name" and not text.caps[end] and text.kinds[end] == "w"

    # ------------------------------------------------------------------ before a verb

    def _before(self, cue: Cue, at: int) -> Attribution | None:
        source, stop = self._subject(at)
        if source[0] >= source[1] or counts(self._text, source):
            return None
        return self._made(cue, source, self._sources.kind(*source, stop))

    def _subject(self, at: int) -> tuple[Span, int]:
        """Give the subject of the verb at a token, and where the words end that explain it."""
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
        return self._past_articles(near, hits[0].first if hits else near[0]), at

    def _past_articles(self, span: Span, noun: int) -> Span:
        """Begin a phrase behind the last article before its noun: "In Leeds the council"."""
        first, end = span
        for at in range(first, min(noun + 1, end)):
            if phrase.is_article(self._text, at):
                first = at + 1
        return first, end

    def _ends_clause(self, at: int) -> bool:
        text = self._text
        word = text.words[at]
        if text.kinds[at] == "p":
            return not (word in _JOINED and text.glued(at))
        return (word in self._breaks and not text.caps[at]) or word in self._that

    def _before_aside(self, comma: int, first: int) -> Span:
        """Read the subject before an aside: "X, who leads the union," or "X, head of Y,"."""
        text = self._text
        at, least = comma, max(first, comma - _ASIDE_REACH)
        while at > least and text.words[at - 1] != "," and text.words[at - 1] not in _CLAUSE:
            at -= 1
        if at <= least or text.words[at - 1] != ",":
            return comma, comma
        source = phrase.before(text, at - 1, first)
        opens = source[0]
        while opens > first and phrase.is_article(text, opens - 1):
            opens -= 1
        return source if opens == first or self._leads(opens - 1) else (comma, comma)

    def _leads(self, at: int) -> bool:
        """Tell whether a subject may follow a token: punctuation, "and", "as for"."""
        words, word = self._text.pack.words, self._text.words[at]
        return (
            self._text.kinds[at] == "p"
            or word in words["function.conjunction"]
            or word in words["function.preposition"]
        )

    # ------------------------------------------------------------------ making

    def _made(self, cue: Cue, source: Span, kind: Kind | None) -> Attribution | None:
        if kind is None:
            return None
        if kind.basis == "name":
            if cue.manner == "count" and not self._all_caps(source):
                return None
            if any(self._text.found_within("holder_cue.reporting", cue.first, cue.end)):
                kind = Kind("media", "name")
        else:
            self._sources.learn(*source, kind)
        first = min(cue.first, source[0])
        return Attribution(
            first, max(cue.end, source[1]), source, kind.kind, kind.basis, cue.manner,
            self._text.sentence_of[cue.first], opens_clause(self._text, first),
        )  # fmt: skip

    def _all_caps(self, source: Span) -> bool:
        text = self._text
        return all(text.caps[at] for at in range(*source) if text.kinds[at] == "w")


def counts(text: Text, span: Span) -> bool:
    """Tell whether a phrase holds a number, and so names what is counted, not who counts."""
    return any(text.kinds[at] == "n" for at in range(*span))


def opens_clause(text: Text, first: int) -> bool:
    """Tell whether what begins at a token opens its clause, and so speaks of what follows."""
    sentence = text.sentence(first)
    at = first
    while at > sentence.first and phrase.is_article(text, at - 1):
        at -= 1
    if at == sentence.first:
        return True
    before = text.words[at - 1]
    if before in _OPENS or before in text.pack.words["function.conjunction"]:
        return True
    return before == "," and at - 1 - sentence.first <= _OPENING_REACH
