"""Turns pronouns and the like into the sources they stand for: "it said", "theirs was 12,000".

A reference takes the last source that speaks before it, no more than two sentences back; where
none speaks, the last one that is named. "Their own count" is the marchers'. Inside quotations
nothing is resolved: who speaks there is the speaker.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import Final, NamedTuple

from cortege.extract.rules.holding.attribution import Attribution, Manner
from cortege.extract.rules.holding.cues import Cue
from cortege.extract.rules.holding.sources import Basis
from cortege.extract.rules.holding.subjects import Attributor
from cortege.extract.rules.holding.words import NounPhrases, Span
from cortege.extract.text import Text
from cortege.nouns.values import HolderKind

_BACK: Final = 2  # sentences
_NAMED: Final = 8  # sources of two sentences that are looked at
_OWNER_REACH: Final = 3  # tokens between "her" and "reckoning"
_MUCH_OURS: Final = 0.012  # share of "we", "you", "our" in what protesters write themselves


class Source(NamedTuple):
    """What a reference stands for: the words that name it, its kind, and where it stands."""

    span: Span
    kind: HolderKind
    sentence: int


def _speaker(known: Sequence[Attribution]) -> Attribution | None:
    """Give the last source that speaks."""
    spoken = (a for a in reversed(known) if a.manner not in ("own", "bare", "voice"))
    return next(spoken, None)


def _subject(known: Sequence[Attribution], *, here: bool) -> Attribution | None:
    """Give the first source that is named as a subject or voices something, or any organiser."""
    named = [
        a
        for a in known
        if a.manner == "voice" or (a.manner == "bare" and a.kind not in ("witness", "media"))
    ]
    leading = (a for a in named if a.manner == "voice" or a.forward or here)
    return next(leading, None) or next((a for a in named if a.kind == "organisers"), None)


class References:
    """Resolves what stands for a source, among the attributions found so far."""

    def __init__(self, text: Text, phrases: NounPhrases, quoted: bytearray) -> None:
        """Take a text and which of its tokens are quoted."""
        self._text, self._phrases, self._quoted = text, phrases, quoted
        self._words = phrases.lexicon
        words = text.pack.words
        self._joined = tuple(words["holder_cue.joined"])
        self._participles = words["quotation.participle"] | words["holder_cue.participle"]

    def of(
        self, cue: Cue, attributor: Attributor, found: Sequence[Attribution]
    ) -> Attribution | None:
        """Resolve the subject of a cue that has none of its own."""
        text = self._text
        if cue.manner == "according":
            return self._pronoun_behind(cue, found)
        at = attributor.verb_start(cue.first)
        before = text.words[at - 1] if at > self._phrases.first_of(cue.first) else ""
        if before in self._words.first_person:
            return None if self._quoted[at - 1] else self._own(at - 1, cue.end, cue.manner)
        joined = before.endswith(self._joined) if self._joined else False
        if joined or before in self._words.pronouns:
            return self._made(self.antecedent(at - 1, found), at - 1, cue.end, cue.manner)
        participle = text.words[cue.first] in self._participles
        coordinate = before in self._words.conjunctions and cue.manner == "count"
        if participle or coordinate:
            here = self.antecedent(at, found, back=0)
            return self._made(here, cue.first, cue.end, cue.manner)
        return None

    def others(self, found: Sequence[Attribution]) -> Iterator[Attribution]:
        """Resolve "theirs", "the same estimate", "by her reckoning", "900 of us"."""
        text = self._text
        for path in ("holder_cue.same", "holder_cue.theirs"):
            for hit in text.found(path):
                if not self._quoted[hit.first]:
                    made = self._made(
                        self.antecedent(hit.first, found), hit.first, hit.end, "tally"
                    )
                    if made:
                        yield made
        for hit in text.found("holder_cue.own_body"):
            yield self._make((hit.first, hit.end), "organisers", (hit.first, hit.end), "tally")
        for hit in text.found("holder_cue.first_person"):
            if not self._quoted[hit.first]:
                yield self._own(hit.first, hit.end, "own")
        for hit in text.found("holder_cue.of_us"):
            shouted = self._text.caps[hit.end - 1] and hit.end - 1 > hit.first
            if not self._quoted[hit.first] and not shouted:
                yield self._make((hit.first, hit.end), "organisers", (hit.first, hit.end), "own")
        yield from self._owned(found)

    # ------------------------------------------------------------------ resolving

    def antecedent(self, at: int, found: Sequence[Attribution], back: int = _BACK) -> Source | None:
        """Give the source that speaks last before a token, or failing that is named last."""
        here = self._text.sentence_of[at]
        end = bisect_left(found, at, key=lambda attribution: attribution.first)
        for sentence in range(here, max(here - back, 0) - 1, -1):
            first = self._text.sentences[sentence].first
            begin = bisect_left(found, first, 0, end, key=lambda attribution: attribution.first)
            known = [
                attribution
                for attribution in found[max(begin, end - _NAMED) : end]
                if attribution.end <= at and not self._quoted[attribution.first]
            ]
            source = _speaker(known) or _subject(known, here=sentence == here)
            if source is not None:
                return Source(source.source, source.kind, sentence)
            end = begin
        return None

    def _pronoun_behind(self, cue: Cue, found: Sequence[Attribution]) -> Attribution | None:
        """Resolve "according to him", "selon elle"."""
        text, stop = self._text, self._phrases.end_of(cue.first)
        if cue.end >= stop or text.words[cue.end] not in text.pack.words["function.pronoun"]:
            return None
        if cue.end + 1 < stop and text.kinds[cue.end + 1] != "p":
            return None
        return self._made(self.antecedent(cue.first, found), cue.first, cue.end + 1, "according")

    def _owned(self, found: Sequence[Attribution]) -> Iterator[Attribution]:
        """Resolve "by her reckoning", "selon son décompte"."""
        text = self._text
        owners = text.pack.words["holder_cue.owner"]
        for hit in text.found("holder_cue.tally"):
            for at in range(hit.first - 1, hit.first - 1 - _OWNER_REACH, -1):
                if at < self._phrases.first_of(hit.first) or text.kinds[at] == "p":
                    break
                if text.words[at] in owners and not self._quoted[at]:
                    made = self._made(self.antecedent(at, found), at, hit.end, "tally")
                    if made:
                        yield made
                    break

    # ------------------------------------------------------------------ making

    def _own(self, first: int, end: int, manner: Manner) -> Attribution:
        """Make an attribution of "we counted": the reporter's, or the organisers' who write."""
        kind: HolderKind = "organisers" if self._is_ours else "media"
        return self._make((first, first + 1), kind, (first, end), manner)

    @cached_property
    def _is_ours(self) -> bool:
        """Tell whether a text is written by the protesters themselves."""
        text = self._text
        for hit in text.found("holder_cue.of_us"):
            if not self._quoted[hit.first] and not text.caps[hit.end - 1]:
                return True
        n_ours = sum(not self._quoted[hit.first] for hit in text.found("holder_cue.ours"))
        return n_ours > _MUCH_OURS * max(len(text) - sum(self._quoted), 1)

    def _made(
        self, source: Source | None, first: int, end: int, manner: Manner
    ) -> Attribution | None:
        if source is None:
            return None
        here = source.sentence == self._text.sentence_of[first]
        basis: Basis = "subject" if here else "reference"
        return self._make(source.span, source.kind, (first, end), manner, basis)

    def _make(
        self,
        source: Span,
        kind: HolderKind,
        span: Span,
        manner: Manner,
        basis: Basis = "reference",
    ) -> Attribution:
        first, end = span
        return Attribution(
            first, end, source, kind, basis, manner, self._text.sentence_of[first],
            self._phrases.opens_clause(first),
        )  # fmt: skip
