"""Turns paragraphs that are quotations without marks into stretches with their speakers.

Two habits: a paragraph behind one that ends "X writes:", and a post, "@name: …". A paragraph in
another script is passed over for the translation that follows it. Posts embedded in a page, with
their author behind them, are left alone: most are pictures with a caption.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

from cortege.extract.rules.speech import speakers
from cortege.extract.rules.speech.cues import Cues, Said, Stretch
from cortege.extract.text import Text

_LEAST: Final = 5  # words of a paragraph that can be a quotation
_HANDLE_REACH: Final = 8  # tokens of an account's name
_CUE_REACH: Final = 8  # tokens between a cue and the colon
_BRACKETS: Final = frozenset(")]([")
_LAST_LATIN: Final = "\u024f"


class Block(NamedTuple):
    """A quotation without marks: its tokens, who says it, whether that was found."""

    first: int
    end: int
    said: Said


def find(text: Text, cues: Cues) -> Iterator[Block]:
    """Give the quotations of a text that are set off as paragraphs, in order."""
    paragraphs = _paragraphs(text)
    for number, (first, end) in enumerate(paragraphs):
        if text.words[first] == "@":
            block = _post(text, first, end)
        elif text.words[_last(text, first, end)] == ":":
            block = _behind_colon(text, cues, paragraphs, number)
        else:
            block = None
        if block is not None and not any(cues.quoted[block.first : block.end]):
            yield block


def _paragraphs(text: Text) -> list[Stretch]:
    """Give the tokens of each paragraph of the body."""
    found: list[Stretch] = []
    before = -1
    for sentence in text.sentences:
        if sentence.in_title:
            continue
        if sentence.paragraph == before:
            found[-1] = (found[-1][0], sentence.end)
        else:
            found.append((sentence.first, sentence.end))
        before = sentence.paragraph
    return found


def _last(text: Text, first: int, end: int) -> int:
    """Give the last token of a paragraph, past a remark such as "[ar]" before its colon."""
    return max(first, end - 1) if text.words[end - 1] not in _BRACKETS else max(first, end - 2)


def _post(text: Text, first: int, end: int) -> Block | None:
    for at in range(first + 1, min(end, first + _HANDLE_REACH)):
        if text.words[at] == ":" and _n_words(text, at + 1, end) >= _LEAST:
            return Block(at + 1, end, Said((first, at), None))
    return None


def _behind_colon(text: Text, cues: Cues, paragraphs: list[Stretch], number: int) -> Block | None:
    quoted = number + 1
    while quoted < len(paragraphs) and _is_foreign(text, *paragraphs[quoted]):
        quoted += 1
    if quoted >= len(paragraphs) or quoted > number + 2:
        return None
    first, end = paragraphs[quoted]
    if cues.opens[first] or text.words[first] == "@" or _n_words(text, first, end) < _LEAST:
        return None
    last = paragraphs[number][1]
    while last > paragraphs[number][0] and text.kinds[last - 1] == "p":
        last -= 1
    said = speakers.before(cues, text.sentence(last - 1).first, last)
    if said is None or said.cue is None or last - said.cue[1] > _CUE_REACH:
        return None
    return Block(first, end, said)


def _is_foreign(text: Text, first: int, end: int) -> bool:
    """Tell whether most words of a paragraph are in another script."""
    n_foreign = n_own = 0
    for at in range(first, end):
        if text.kinds[at] == "w":
            if text.words[at][0] > _LAST_LATIN:
                n_foreign += 1
            else:
                n_own += 1
    return n_foreign > n_own


def _n_words(text: Text, first: int, end: int) -> int:
    return sum(kind == "w" for kind in text.kinds[first:end])
