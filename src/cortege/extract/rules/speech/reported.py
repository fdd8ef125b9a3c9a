"""Turns clauses that report what somebody said, without quotation marks, into stretches.

Reads "X said that …", "X told reporters that …", "…, adding that …", and where the language can
leave the "that" out, "X said her group had joined". Also the clause before its source: "the road
would stay open, officials said". A reported clause ends with its sentence, before a quotation or
before the next verb of saying that takes over from it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final, NamedTuple

from cortege.extract.rules.speech import speakers
from cortege.extract.rules.speech.cues import Cue, Cues, Said
from cortege.extract.text import Text

_LEAST: Final = 4  # words of a clause
_THAT_REACH: Final = 6  # tokens between a verb and its "that": "told reporters on Monday that"
_SUBJECT_REACH: Final = 10  # tokens of a subject between its verb and the clause's comma
_SOURCE_REACH: Final = 14  # tokens of a source behind the clause it goes with
_LONGEST: Final = 60  # tokens of a clause before its source
_REST: Final = 1  # tokens behind source and cue that may hold a figure: "on May 3" is a date
_TERMINAL: Final = frozenset(".!?…;")


class Reported(NamedTuple):
    """A reported clause: its tokens, and who says it with which cue."""

    first: int
    end: int
    said: Said


def find(text: Text, cues: Cues, begins: Callable[[int], bool]) -> Iterator[Reported]:
    """Give the reported clauses of a text, in order, none overlapping another.

    Args:
        text: the text.
        cues: its cues.
        begins: tells whether a quotation begins with the mark at a token.
    """
    free = 0
    for sentence in text.sentences:
        if sentence.in_title:
            continue
        for cue in cues.between(sentence.first, sentence.end):
            if cue.first < free:
                continue
            found = _ahead(text, cues, begins, cue) or _behind(text, cues, cue)
            if found is not None and found.first >= free:
                yield found
                free = max(found.end, cue.end)


def _ahead(text: Text, cues: Cues, begins: Callable[[int], bool], cue: Cue) -> Reported | None:
    """Read the clause that follows a cue."""
    first = _clause_first(text, cue.end)
    sentence = text.sentence(cue.first)
    if first is None or first >= sentence.end:
        return None
    end = first
    while end < sentence.end and text.words[end] not in _TERMINAL and not begins(end):
        if text.words[end] == "," and cues.takes_over(end + 1):
            break
        end += 1
    while end > first and text.kinds[end - 1] == "p" and text.words[end - 1] not in '”»"%)':
        end -= 1
    if _n_words(text, first, end) < _LEAST:
        return None
    said = speakers.subject_of(cues, sentence.first, first, cue)
    return Reported(first, end, said) if said is not None else None


def _clause_first(text: Text, at: int) -> int | None:
    """Give where the clause behind a verb of saying begins, behind its "that"."""
    that = text.pack.words.get("quotation.that", frozenset())
    comma = _comma(text, at)
    if comma is not None:
        first = comma + 1
        if first < len(text) and text.words[first] in that:
            return first + 1
        bare = bool(text.pack.traits.get("verb_second"))
        return first if bare and first < len(text) and _begins_clause(text, first) else None
    for token in range(at, min(len(text), at + _THAT_REACH)):
        if text.words[token] in that:
            return token + 1
        if text.kinds[token] == "p":
            break
    if at >= len(text) or text.words[at - 1] not in text.pack.words.get("quotation.bare", ()):
        return None
    return at if _begins_clause(text, at) else None


def _comma(text: Text, at: int) -> int | None:
    """Give the comma that opens a clause: right behind the verb, or behind its subject too."""
    reach = _SUBJECT_REACH if text.pack.traits.get("verb_second") else 1
    for token in range(at, min(len(text), at + reach)):
        if text.words[token] == ",":
            return token
        if text.kinds[token] == "p":
            break
    return None


def _begins_clause(text: Text, token: int) -> bool:
    """Tell whether a subject and a verb follow, so that the "that" has been left out."""
    words = text.pack.words
    if text.words[token] in words["function.preposition"] | words["function.conjunction"]:
        return False
    if text.words[token] in words["function.adverb"] | words["function.auxiliary"]:
        return False
    if text.pack.traits.get("verb_second"):
        return True  # a comma behind the verb opens a clause
    stop = min(text.sentence(token).end, token + _SOURCE_REACH)
    for at in range(token + 1, stop):
        if text.words[at] in _TERMINAL:
            return False
        if text.words[at] in words["function.auxiliary"] | words["function.verb_common"]:
            return True
    return False


def _behind(text: Text, cues: Cues, cue: Cue) -> Reported | None:
    """Read the clause before ", officials said." that ends its sentence."""
    sentence = text.sentence(cue.first)
    last = sentence.end
    while last > cue.end and text.kinds[last - 1] == "p":
        last -= 1
    comma = cue.first
    least = max(sentence.first, cue.first - _SOURCE_REACH)
    while comma > least and text.words[comma] != ",":
        comma -= 1
    if text.words[comma] != "," or last - comma > _SOURCE_REACH:
        return None
    if comma - sentence.first > _LONGEST:
        return None
    if cues.quoted[comma - 1] or any(cues.opens[at] for at in range(sentence.first, comma)):
        return None
    if _n_words(text, sentence.first, comma) < _LEAST or cue.end < last - _SOURCE_REACH // 2:
        return None
    if any(cues.between(sentence.first, comma)):
        return None
    said = speakers.behind(cues, comma, last)
    if said is None or said.cue != (cue.first, cue.end):
        return None
    rest = range(max(cue.end, said.speaker[1]), last)
    if len(rest) > _REST and any(text.kinds[at] == "n" for at in rest):
        return None
    return Reported(sentence.first, comma, said)


def _n_words(text: Text, first: int, end: int) -> int:
    return sum(kind != "p" for kind in text.kinds[first:end])
