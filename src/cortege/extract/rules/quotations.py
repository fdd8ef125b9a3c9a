"""Turns quotation marks and reporting verbs into quotations with their speakers.

A stretch between marks is a quotation when it is a full clause: it does not continue the
sentence around it ("called it “a day of shame”" does), is no slogan, and is not one or two
words. Its speaker is found by the cue behind it, before it or inside it. Without a cue it has the
speaker of the quotation before it, in its paragraph or the one above, unless somebody else came
up since; else it belongs to whoever the sentence before it is about.

Paragraphs set off as quotations and clauses that report speech come from ``speech``.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from cortege.extract.rules import slogans
from cortege.extract.rules.names import Name
from cortege.extract.rules.quotation_marks import QuotedSpan, find_spans
from cortege.extract.rules.speech import blocks, reported, speakers
from cortege.extract.rules.speech.antecedents import Antecedents
from cortege.extract.rules.speech.clauses import SHORT, is_clause
from cortege.extract.rules.speech.cues import Cues, Said, Stretch
from cortege.extract.text import Text

_TERMINAL: Final = frozenset(".!?…")
_FORETOLD: Final = 5  # words by which a quotation of the title is known again
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
    speaker: Stretch | None = None
    name: str | None = None
    role: Stretch | None = None
    cue: Stretch | None = None


def find(text: Text, spans: Sequence[QuotedSpan], names: Sequence[Name]) -> list[Quotation]:
    """Find the quotations of a text, direct and reported, in order."""
    return _Reader(text, spans, names).read()


def inside(spans: Sequence[QuotedSpan], token: int) -> bool:
    """Tell whether a token lies between quotation marks."""
    at = bisect_right(spans, token, key=lambda span: span.first) - 1
    return at >= 0 and token < spans[at].outer_end


class _Reader:
    """Walks through the quoted stretches of one text and keeps who spoke last."""

    def __init__(self, text: Text, spans: Sequence[QuotedSpan], names: Sequence[Name]) -> None:
        self.text = text
        self.spans = [span for span in spans if span.depth == 0]
        self.names = {name.first: name for name in names}
        self.cues = Cues(text, names, self.spans)
        self.blocks = list(blocks.find(text, self.cues))
        for block in self.blocks:
            self.cues.quote(block.first, block.end)
        self.people = Antecedents(text, names, self.cues)
        self.marks = {span.first: span.start for span in self.spans}
        self.slogans = {span.start for span, _ in slogans.marked(text, spans)}
        self.last: Quotation | None = None
        self.last_span: QuotedSpan | None = None

    def read(self) -> list[Quotation]:
        text = self.text
        found: list[Quotation] = []
        for number, span in enumerate(self.spans):
            if span.start in self.slogans or not is_clause(text, self.spans, number):
                continue
            if self._is_foretold(number, span):
                continue
            parts = list(self._parts(span)) or [self._quotation(number, span)]
            found.extend(parts)
            self.last, self.last_span = parts[-1], span
        found.extend(self._made(block.first, block.end, block.said) for block in self.blocks)
        marks = {
            self.marks[quotation.first] for quotation in found if quotation.first in self.marks
        }
        for clause in reported.find(self.text, self.cues, marks.__contains__):
            made = self._made(clause.first, clause.end, clause.said)
            found.append(replace(made, direct=False))
        found.sort(key=lambda quotation: quotation.first)
        return found

    def _is_foretold(self, number: int, span: QuotedSpan) -> bool:
        """Tell whether a quotation in the title stands in the report as well."""
        text = self.text
        if not text.sentence(span.start).in_title:
            return False
        words = text.words[span.first : min(span.end, span.first + _FORETOLD)]
        return any(
            text.words[later.first + at : later.first + at + len(words)] == words
            for later in self.spans[number + 1 : number + _REACH]
            for at in range(min(_REACH, max(1, later.end - later.first - len(words) + 1)))
        )

    def _made(self, first: int, end: int, said: Said) -> Quotation:
        """Make a direct quotation of words and of who says them."""
        name = self.people.name_of(said.speaker)
        role = self._role(said.speaker)
        return Quotation(
            first, end, direct=True, speaker=said.speaker, name=name, role=role, cue=said.cue
        )

    def _role(self, speaker: Stretch) -> Stretch | None:
        name = self.people.name_at(speaker)
        if name is None:
            return None
        office = self.people.office_of(name)
        return office.words if office is not None else None

    def _parts(self, span: QuotedSpan) -> Iterator[Quotation]:
        """Give the parts of a stretch with the speaker inside the marks: « …, dit X. … »."""
        text = self.text
        for hit in text.found_within("cue.say", span.first + SHORT, span.end):
            comma = hit.first - 1
            while comma > span.first and text.words[comma] in text.pack.words.get(
                "quotation.clitic", ()
            ):
                comma -= 1
            name = self.names.get(hit.end)
            if text.words[comma] != "," or name is None or name.end >= span.end:
                continue
            if name.kind == "place" or text.words[name.end] not in {",", "."}:
                continue
            said = Said((name.first, name.end), (hit.first, hit.end))
            yield self._made(span.first, comma, said)
            if span.end - name.end > SHORT:
                yield self._made(name.end + 1, span.end, said)
            return

    # ---------------------------------------------------------------- who speaks?

    def _quotation(self, number: int, span: QuotedSpan) -> Quotation:
        said = self._said(number, span)
        if said is not None:
            return self._made(span.first, span.end, said)
        last = self._held_over(span)
        if last is not None:
            return replace(last, first=span.first, end=span.end, cue=None)
        subject = self.people.before(span.start, "")
        if subject is not None:
            return self._made(span.first, span.end, Said(subject, None))
        return Quotation(span.first, span.end, direct=True)

    def _said(self, number: int, span: QuotedSpan) -> Said | None:
        """Read the speaker in the sentence around a stretch."""
        text = self.text
        lead = speakers.before(self.cues, *self._lead(number, span))
        if lead is not None and lead.adjacent:
            return lead
        first, stop = self._behind(number, span)
        while first < stop and text.words[first] == ")":
            first += 1
        closed = text.words[span.end - 1] == "."
        behind = None
        if first < stop and not (closed and text.caps[first]):
            behind = speakers.behind(self.cues, first, stop)
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

    def _held_over(self, span: QuotedSpan) -> Quotation | None:
        """Give the quotation before one without a cue, unless somebody else came up since."""
        last, before = self.last, self.last_span
        if last is None or before is None or last.name is None:
            return None
        if span.paragraph > before.paragraph + 1:
            return None
        subject = self.people.before(span.start, "")
        since = before.stop if last.speaker is None else max(before.stop, last.speaker[1])
        return last if subject is None or subject[0] < since or not before.closed else None


__all__ = ["Quotation", "QuotedSpan", "Stretch", "find", "find_spans", "inside"]
