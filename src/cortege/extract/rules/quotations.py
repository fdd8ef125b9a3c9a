"""Turns quotation marks and reporting verbs into quotations with their speakers.

A stretch between marks is a quotation when it is a full clause: it does not continue the
sentence around it ("called it “a day of shame”" does), is no slogan, and is not one or two
words. Its speaker is found by the cue behind it, before it or inside it; without a cue a
quotation has the speaker of the one before it in its paragraph, or of the paragraph before where
that one's marks were left open.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from cortege.extract.rules import slogans
from cortege.extract.rules.names import Name
from cortege.extract.rules.quotation_marks import QuotedSpan, find_spans
from cortege.extract.rules.antecedents import Antecedents
from cortege.extract.rules.speakers import Said, Speakers, Stretch
from cortege.extract.text import Text

_TERMINAL: Final = frozenset(".!?…")
_ENDS: Final = frozenset(",.?!…—–-")
_OPENERS: Final = frozenset(":;—–-()•*")
_SHORT, _MIDDLING, _LONG = 3, 5, 8  # words; see _is_clause
_REACH: Final = 40  # tokens of context


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words put into somebody's mouth.

    ``first`` to ``end`` are the tokens of the words said, without quotation marks. ``speaker``
    and ``role`` are the stretches that name the speaker; ``name`` is the speaker's fullest name
    in the report, or the words that stand for it.
    """

    first: int
    end: int
    direct: bool
    speaker: Stretch | None
    name: str | None
    role: Stretch | None
    cue: Stretch | None


def find(text: Text, spans: Sequence[QuotedSpan], names: Sequence[Name]) -> list[Quotation]:
    """Find the quotations of a text, direct and reported, in order."""
    return _Reader(text, spans, names).read()


def inside(spans: Sequence[QuotedSpan], token: int) -> bool:
    """Tell whether a token lies between quotation marks."""
    at = bisect_right(spans, token, key=lambda span: span.first) - 1
    while at >= 0:
        if token < spans[at].end:
            return True
        if spans[at].depth == 0:
            return False
        at -= 1
    return False


class _Reader:
    """Walks through the quoted stretches of one text and keeps who spoke last."""

    def __init__(self, text: Text, spans: Sequence[QuotedSpan], names: Sequence[Name]) -> None:
        self.text = text
        self.spans = [span for span in spans if span.depth == 0]
        self.speakers = Speakers(text, names, self.spans)
        self.people = Antecedents(text, names, self.speakers)
        self.slogans = {span.start for span, _ in slogans.marked(text, spans)}
        self.last: Quotation | None = None
        self.last_span: QuotedSpan | None = None

    def read(self) -> list[Quotation]:
        found: list[Quotation] = []
        for number, span in enumerate(self.spans):
            if span.start in self.slogans or not self._is_clause(number, span):
                continue
            quotation = self._quotation(number, span)
            found.append(quotation)
            self.last, self.last_span = quotation, span
        return found

    # ---------------------------------------------------------------- is it a clause?

    def _is_clause(self, number: int, span: QuotedSpan) -> bool:
        text = self.text
        n_words = sum(kind != "p" for kind in text.kinds[span.first : span.end])
        if n_words < 1:
            return False
        ended = text.words[span.end - 1] in _ENDS or self._comma_behind(span)
        initial = text.article.text[text.starts[span.first]]
        capital = initial.isupper() or not initial.isalpha()
        match self._opening(number, span):
            case "fresh":
                return n_words >= _SHORT if ended else n_words >= _MIDDLING
            case "joined":
                if capital and ended:
                    return n_words >= _SHORT
                return n_words >= (_MIDDLING if ended else _LONG)
            case "that":
                return n_words >= _MIDDLING
            case "linked":
                return n_words > _MIDDLING
            case _:
                return capital and ended and n_words >= _MIDDLING or self._holds_sentences(span)

    def _comma_behind(self, span: QuotedSpan) -> bool:
        """Tell whether a comma follows the marks, as where other languages put it."""
        return span.stop < len(self.text) and self.text.words[span.stop] == ","

    def _opening(self, number: int, span: QuotedSpan) -> str:
        """Say how a stretch follows on from the words before it."""
        text, before = self.text, span.start - 1
        if before < 0 or text.sentence(before).paragraph != span.paragraph:
            return "fresh"
        word = text.words[before]
        if word in _TERMINAL or word in _OPENERS:
            return "fresh"
        if number and self.spans[number - 1].stop == span.start:
            return "fresh"
        if word == ",":
            return "joined"
        if word in text.pack.words.get("quotation.that", frozenset()):
            return "that"
        if any(
            hit.end == span.start
            for at in range(max(0, before - 3), before + 1)
            for hit in text.hits_at.get(at, ())
            if hit.path == "cue.say"
        ):
            return "that"
        if word in text.pack.words["function.conjunction"]:
            return "linked"
        return "run on"

    def _holds_sentences(self, span: QuotedSpan) -> bool:
        """Tell whether a sentence ends inside a stretch and a longer one follows."""
        text = self.text
        for at in range(span.first, span.end - _MIDDLING):
            if text.words[at] in _TERMINAL and text.caps[at + 1]:
                return True
        return False

    # ---------------------------------------------------------------- who speaks?

    def _quotation(self, number: int, span: QuotedSpan) -> Quotation:
        said = self._said(number, span)
        if said is not None:
            name = self.people.name_of(said.speaker)
            return Quotation(span.first, span.end, True, said.speaker, name, None, said.cue)
        speaker, name_before = self._held_over(span)
        return Quotation(span.first, span.end, True, speaker, name_before, None, None)

    def _said(self, number: int, span: QuotedSpan) -> Said | None:
        """Read the speaker in the sentence around a stretch."""
        text = self.text
        lead = self.speakers.before(*self._lead(number, span))
        if lead is not None and lead.adjacent:
            return lead
        first, stop = self._behind(number, span)
        while first < stop and text.words[first] == ")":
            first += 1
        closed = text.words[span.end - 1] == "."
        behind = None
        if first < stop and not (closed and text.caps[first]):
            behind = self.speakers.behind(first, stop)
        return behind or lead

    def _behind(self, number: int, span: QuotedSpan) -> Stretch:
        """Give the words of the sentence behind a stretch."""
        text = self.text
        stop = min(len(text), span.stop + _REACH)
        if number + 1 < len(self.spans):
            stop = min(stop, self.spans[number + 1].start)
        at = span.stop
        while at < stop and text.words[at] not in _TERMINAL:
            if text.sentence(at).paragraph != span.paragraph:
                break
            at += 1
        return span.stop, at

    def _lead(self, number: int, span: QuotedSpan) -> Stretch:
        """Give the words of the sentence before a stretch, past others that are no quotations."""
        text = self.text
        first = max(0, span.start - _REACH)
        if self.last_span is not None:
            first = max(first, self.last_span.stop)
        at = span.start
        while at > first:
            if number and self.spans[number - 1].stop == at:
                number -= 1
                at = self.spans[number].start
                continue
            if text.words[at - 1] in _TERMINAL:
                break
            if text.sentence(at - 1).paragraph != span.paragraph:
                break
            at -= 1
        return max(at, first), span.start

    def _held_over(self, span: QuotedSpan) -> tuple[Stretch | None, str | None]:
        """Give a quotation without a cue whoever was speaking before it."""
        last, before = self.last, self.last_span
        subject = self.people.before(span.start, "")
        if last is not None and before is not None and last.name is not None:
            since = before.stop if last.speaker is None else max(before.stop, last.speaker[1])
            if span.paragraph <= before.paragraph + 1 and (
                subject is None or subject[0] < since or not before.closed
            ):
                return last.speaker, last.name
        if subject is None:
            return None, None
        return subject, self.people.name_of(subject)


__all__ = ["Quotation", "QuotedSpan", "Stretch", "find", "find_spans", "inside"]
