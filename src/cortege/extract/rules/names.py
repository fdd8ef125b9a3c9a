"""Turns runs of capitalised words into proper names of persons, organisations and places.

The capital that opens a sentence counts only when the word is not known to be a common one. What
a run is the name of is read from its words and its neighbours (``naming``), then agreed upon by
all mentions: "Ali" is a person if "Ahmed Ali" is one elsewhere, and a town that "says" something
once stays a town if it stands behind "in" more often.

In headlines with capitals throughout only names known from the rest of the report are found.
Where all nouns take capitals (German), a run needs two words and no article before it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Final

from cortege.extract.rules.naming.name import Name, NameKind
from cortege.extract.rules.naming.runs import MAX_NAME, Runs
from cortege.extract.rules.naming.words import is_capital, words_of
from cortege.extract.text import Text

_HEADLINE_SHARE: Final = 0.8  # of the longer words that take a capital
_TITLE_SHARE: Final = 0.6  # the same, in a title
_HEADLINE_LEAST: Final = 4  # words from which a share means something
_SHORT_WORD: Final = 3  # letters; shorter words keep small letters in headlines
_VOTING: Final[tuple[NameKind, ...]] = ("person", "organisation", "place")


def find(text: Text) -> list[Name]:
    """Find the proper names of a text, in order, none overlapping another."""
    runs = Runs(text, words_of(text.pack.code))
    headlines: list[int] = []
    names: list[Name] = []
    for number, sentence in enumerate(text.sentences):
        if _is_headline(text, number):
            headlines.append(number)
        else:
            names.extend(runs.names(sentence.first, sentence.end))
    names = _agreed(text, names)
    if headlines:
        names += _repeated(text, names, headlines)
        names.sort(key=lambda name: name.first)
    return names


def _agreed(text: Text, names: Sequence[Name]) -> list[Name]:
    """Give every name the kind most of its mentions have, and surnames that of the full name."""
    votes: dict[tuple[str, ...], Counter[NameKind]] = {}
    for name in names:
        votes.setdefault(_key(text, name), Counter())[name.kind] += 1
    kinds = {key: _winner(counted) for key, counted in votes.items()}
    surnames = {key[-1] for key, kind in kinds.items() if kind == "person" and len(key) > 1}
    agreed: list[Name] = []
    for name in names:
        key = _key(text, name)
        kind = kinds[key]
        if len(key) == 1 and kind in {"unknown", "place"} and key[0] in surnames:
            kind = "person"
        agreed.append(name if name.kind == kind else replace(name, kind=kind))
    return agreed


def _key(text: Text, name: Name) -> tuple[str, ...]:
    return tuple(text.words[name.first : name.end])


def _winner(counted: Counter[NameKind]) -> NameKind:
    """Give the kind with most votes; ``unknown`` only when no mention said anything else."""
    if not any(counted[kind] for kind in _VOTING):
        return "unknown"
    return max(_VOTING, key=lambda kind: counted[kind])


# --------------------------------------------------------------------------- headlines


def _is_headline(text: Text, number: int) -> bool:
    """Tell whether a sentence writes its words with capitals throughout."""
    sentence = text.sentences[number]
    n_words = n_capitals = 0
    for at in range(sentence.first, sentence.end):
        if text.kinds[at] == "w" and len(text.words[at]) > _SHORT_WORD:
            n_words += 1
            n_capitals += text.caps[at]
    if n_words < _HEADLINE_LEAST or text.pack.traits.get("noun_capitals"):
        return False
    if sentence.in_title:
        return n_capitals >= _TITLE_SHARE * n_words
    return n_capitals >= _HEADLINE_SHARE * n_words and text.words[sentence.end - 1] != "."


def _repeated(text: Text, names: Sequence[Name], headlines: Iterable[int]) -> list[Name]:
    """Find, in headlines, the names the rest of the report has."""
    known: dict[tuple[str, ...], NameKind] = {}
    for name in names:
        key = _key(text, name)
        known[key] = name.kind
        if name.kind == "person":
            known.setdefault(key[-1:], name.kind)
    found: list[Name] = []
    for number in headlines:
        at, stop = text.sentences[number].first, text.sentences[number].end
        while at < stop:
            end = _known_end(text, known, at, stop) if is_capital(text, at) else at
            if end > at:
                found.append(Name(at, end, known[tuple(text.words[at:end])]))
            at = max(end, at + 1)
    return found


def _known_end(text: Text, known: Mapping[tuple[str, ...], NameKind], first: int, stop: int) -> int:
    """Give the token after the longest known name that begins at a token, or the token itself."""
    for end in range(min(stop, first + MAX_NAME), first, -1):
        if tuple(text.words[first:end]) in known:
            return end
    return first


__all__ = ["Name", "NameKind", "find"]
