"""Turns quotation marks into the stretches of tokens that stand between them.

Knows “ ” „ ‟ « » ‹ › ‘ ’ ‚ and the straight marks, doubled single marks (``''``), and each
language's habits by context alone: a mark opens when it stands before a word and not behind one,
and closes the other way round. Stretches may lie inside others. Where the closing mark is
missing, a stretch ends where the next one of its kind opens, or with its paragraph; a single
mark needs its partner, since most of them are apostrophes.

No stretch crosses a paragraph: each paragraph of a continued quotation is one, and only the last
of them is ``closed``.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final, NamedTuple

from cortege.extract.text import Text

_CURLY: Final = frozenset('“”„‟"')
_ANGLE: Final = frozenset("«»")
_SINGLE: Final = frozenset("‘’‚‛'`‹›")
_MARKS: Final = _CURLY | _ANGLE | _SINGLE
_OPENING: Final = frozenset("“„‟«‘‚‛‹`")
_CLOSING: Final = frozenset("”»’›")
_BEFORE_OPENING: Final = frozenset("([{—–-‑/=:") | _OPENING | {'"', "'"}
_ENDS_CLAUSE: Final = frozenset(".,!?…;:")
_DEEPEST: Final = 4  # quotations within one another
_MARKS_TRIED: Final = 40  # marks looked at for the partner of one single mark
_PARTNERS_TRIED: Final = 12  # closing marks looked at for one single opening mark


@dataclass(frozen=True, slots=True)
class QuotedSpan:
    """The tokens between two quotation marks.

    ``first`` to ``end`` are the tokens inside the marks; ``start`` is the opening mark and
    ``stop`` the token after the closing one. ``closed`` tells whether there is a closing mark;
    ``depth`` is 0 unless the stretch lies inside another; ``outer_end`` is the ``end`` of the
    outermost one around it, or its own. ``single`` marks are ‘ ’ and '.
    """

    first: int
    end: int
    start: int
    stop: int
    closed: bool
    paragraph: int
    depth: int = 0
    single: bool = False
    outer_end: int = 0


class _Mark(NamedTuple):
    token: int
    end: int
    family: str
    opens: bool
    closes: bool


def find_spans(text: Text) -> list[QuotedSpan]:
    """Find every stretch between quotation marks, in the order of their opening marks."""
    spans: list[QuotedSpan] = []
    for paragraph, end, marks in _paragraphs(text):
        found = _Paragraph(text, paragraph, end, marks).spans()
        found.sort(key=lambda span: (span.start, -span.stop))
        spans.extend(_nested(found))
    return spans


def _nested(found: Sequence[QuotedSpan]) -> Iterator[QuotedSpan]:
    """Tell how deep stretches lie in one another."""
    around: list[QuotedSpan] = []
    for span in found:
        while around and around[-1].stop <= span.start:
            around.pop()
        outermost = around[0] if around else span
        yield replace(span, depth=len(around), outer_end=outermost.end)
        around.append(span)


def _paragraphs(text: Text) -> Iterator[tuple[int, int, list[_Mark]]]:
    """Give the marks of each paragraph that has any, with the paragraph's last token."""
    marks: list[_Mark] = []
    paragraph = -1
    at = 0
    while at < len(text):
        if text.kinds[at] == "p" and text.words[at] in _MARKS:
            mark = _mark(text, at)
            sentence = text.sentence(at)
            if sentence.paragraph != paragraph:
                if marks:
                    yield paragraph, _paragraph_end(text, marks[-1].token), marks
                marks, paragraph = [], sentence.paragraph
            marks.append(mark)
            at = mark.end
        else:
            at += 1
    if marks:
        yield paragraph, _paragraph_end(text, marks[-1].token), marks


def _paragraph_end(text: Text, token: int) -> int:
    at = text.sentence_of[token]
    paragraph = text.sentences[at].paragraph
    while at + 1 < len(text.sentences) and text.sentences[at + 1].paragraph == paragraph:
        at += 1
    return text.sentences[at].end


def _mark(text: Text, token: int) -> _Mark:
    """Read the mark at a token: its family, and what it may do where it stands."""
    word, end = text.words[token], token + 1
    family = "curly" if word in _CURLY else "angle" if word in _ANGLE else "single"
    if family == "single" and end < len(text) and text.words[end] == word and text.glued(end):
        end, family = end + 1, "curly"
    opens, closes = _by_context(text, token, end)
    if word in _OPENING and family != "angle" and (opens or not closes):
        opens, closes = True, False
    elif word in _CLOSING and family != "angle" and (closes or not opens):
        opens, closes = False, True
    elif word == "«":
        closes = True
    elif word == "»":
        opens, closes = opens and not _spaced_behind(text, token), True
    return _Mark(token, end, family, opens or word == "«", closes)


def _by_context(text: Text, token: int, end: int) -> tuple[bool, bool]:
    """Tell whether a mark stands as an opening one does, and whether as a closing one does."""
    written = text.article.text
    start, stop = text.starts[token], text.ends[end - 1]
    before = written[start - 1] if start else " "
    after = written[stop] if stop < len(written) else " "
    leads = after.isalnum() or after in "$€£#@[(…¿¡.-–—" or after in _MARKS
    opens = (before.isspace() or before in _BEFORE_OPENING) and leads
    closes = not before.isspace() and not after.isalnum()
    if opens == closes:
        return _both_or_glued(before, after)
    return opens, closes


def _both_or_glued(before: str, after: str) -> tuple[bool, bool]:
    """Decide for a mark between two words or two blanks; an apostrophe does neither."""
    if before.isalnum() and after.isalnum():
        return False, False
    return True, True


def _spaced_behind(text: Text, token: int) -> bool:
    """Tell whether a blank follows a mark, as behind « ces mots »."""
    after = text.article.text[text.ends[token] : text.ends[token] + 1]
    return not after or after.isspace()


class _Paragraph:
    """The marks of one paragraph, matched with a stack."""

    def __init__(self, text: Text, paragraph: int, end: int, marks: Sequence[_Mark]) -> None:
        self.text, self.paragraph, self.end, self.marks = text, paragraph, end, marks
        self.open: list[_Mark] = []
        self.found: list[QuotedSpan] = []
        self.partners = _partners(text, marks)
        self.balance = _closings_left(marks)

    def spans(self) -> list[QuotedSpan]:
        for number, mark in enumerate(self.marks):
            if mark.family == "single":
                self._single(number, mark)
            else:
                self._double(number, mark)
        for mark in self.open:
            if mark.family != "single":
                self._add(mark, self.end, self.end, closed=False)
        return self.found

    def _single(self, number: int, mark: _Mark) -> None:
        partner = self.partners.get(number)
        if partner is not None:
            closing = self.marks[partner]
            self._add(mark, closing.token, closing.end, closed=True)

    def _double(self, number: int, mark: _Mark) -> None:
        opener = self._opener(mark) if mark.closes else None
        if opener is not None and not (mark.opens and self._reopens(mark, opener)):
            while self.open.pop() is not opener:
                pass
            self._add(opener, mark.token, mark.end, closed=True)
        elif mark.opens:
            same = [held for held in self.open if held.family == mark.family]
            if same and (self.balance[number] <= len(same) or len(same) >= _DEEPEST):
                for held in same:
                    self.open.remove(held)
                stop = _clause_end(self.text, same[0], mark)
                self._add(same[0], stop, stop, closed=False)
            self.open.append(mark)

    def _opener(self, mark: _Mark) -> _Mark | None:
        word = self.text.words[mark.token]
        for held in reversed(self.open):
            if held.family == mark.family:
                opened = self.text.words[held.token]
                return held if mark.family == "curly" or opened != word else None
        return None

    def _reopens(self, mark: _Mark, opener: _Mark) -> bool:
        """Tell whether « inside « opens another; »…« closes."""
        words = self.text.words
        return mark.family == "angle" and words[mark.token] == words[opener.token]

    def _add(self, mark: _Mark, end: int, stop: int, *, closed: bool) -> None:
        if end > mark.end:
            single = mark.family == "single"
            self.found.append(
                QuotedSpan(mark.end, end, mark.token, stop, closed, self.paragraph, 0, single)
            )


def _closings_left(marks: Sequence[_Mark]) -> list[int]:
    """Count, from each mark on, how many more double marks close than open after it."""
    left = [0] * len(marks)
    spare = 0
    for number in range(len(marks) - 1, -1, -1):
        left[number] = spare
        mark = marks[number]
        if mark.family != "single" and mark.closes != mark.opens:
            spare = spare + 1 if mark.closes else max(0, spare - 1)
    return left


def _clause_end(text: Text, opened: _Mark, following: _Mark) -> int:
    """Give where a stretch without closing mark ends when another opens behind it."""
    first_sentence = text.sentence_of[opened.token]
    begins = text.sentence(following.token).first
    if text.sentence_of[following.token] > first_sentence and begins > opened.end:
        return begins
    return following.token


def _partners(text: Text, marks: Sequence[_Mark]) -> dict[int, int]:
    """Match single opening marks with closing ones, past the possessives of plurals."""
    partners: dict[int, int] = {}
    taken = -1
    for number, mark in enumerate(marks):
        if mark.family != "single" or not mark.opens or mark.token <= taken:
            continue
        partner = _partner(text, marks, number)
        if partner is not None:
            partners[number] = partner
            taken = marks[partner].token
    return partners


def _partner(text: Text, marks: Sequence[_Mark], number: int) -> int | None:
    weak = None
    tried = 0
    straight = text.words[marks[number].token] == "'"
    for later in range(number + 1, min(len(marks), number + _MARKS_TRIED)):
        mark = marks[later]
        if mark.family != "single":
            continue
        if not mark.closes:
            if weak is not None or straight:
                break
            continue
        tried += 1
        before = text.words[mark.token - 1]
        if before in _ENDS_CLAUSE or not before.endswith("s") or not _word_follows(text, mark):
            return later
        weak = later if weak is None else weak
        if tried >= _PARTNERS_TRIED:
            break
    return weak


def _word_follows(text: Text, mark: _Mark) -> bool:
    return mark.end < len(text) and text.kinds[mark.end] == "w"
