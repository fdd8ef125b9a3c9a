"""Turns the words before a verb of saying into its subject: "Ahmed, a witness, said".

The subject is the name right before the verb, else the noun phrase back to where the clause
begins. An aside between commas is skipped by looking for the name right before it. What no rule
finds here is what the sentence is about, for second verbs ("stood up and said") and participles
("…, saying").
"""

from __future__ import annotations

from itertools import islice
from typing import Final

from cortege.extract import phrase
from cortege.extract.rules.names import Name
from cortege.extract.rules.speech.cues import (
    CLAUSE_BREAKS,
    CUE_REACH,
    POSSESSIVES,
    TRIED,
    Cues,
    Stretch,
)

_MAX_SUBJECT: Final = 12  # tokens of a subject that is no name


def subject(cues: Cues, first: int, end: int) -> Stretch | None:
    """Give the subject of a verb that begins at ``end``, looking back to ``first``."""
    text = cues.text
    while end > first and text.words[end - 1] in cues.skipped:
        end -= 1
    if end <= first:
        return None
    word = text.words[end - 1]
    if word in cues.pronouns:
        return (end - 1, end)
    if word in text.pack.words["function.relative"]:
        return _before_relative(cues, first, end - 1)
    if word in {",", ")"}:
        return _before_aside(cues, first, end - 1)
    name = cues.name_ending_at(end)
    if name is not None and not _completes(cues, first, name):
        return (name.first, name.end)
    return _phrase_before(cues, first, end)


def clause_subject(cues: Cues, first: int, end: int) -> Stretch | None:
    """Give what a sentence is about: its first person, its first speaker, its first name."""
    text = cues.text
    while first < end and (text.kinds[first] == "p" or cues.quoted[first]):
        first += 1
    if first >= end:
        return None
    if text.words[first] in cues.pronouns:
        return (first, first + 1)
    name = _first_person(cues, first, end)
    if name is not None:
        return (name.first, name.end)
    for cue in islice(cues.between(first, end), TRIED):
        found = subject(cues, first, cue.first)
        if found is not None:
            return found
    among = cues.names_between(first, end)
    if among and among[0].kind != "place":
        return (among[0].first, among[0].end)
    return None


def _first_person(cues: Cues, first: int, end: int) -> Name | None:
    """Give the first person of a clause who owns nothing and hangs on nothing."""
    words = cues.text.words
    for name in islice(cues.names_between(first, end), TRIED):
        if name.kind != "person":
            continue
        before = words[name.first - 1] if name.first else ""
        follows = words[name.end] if name.end < len(words) else ""
        if before not in cues.prepositions and follows not in POSSESSIVES:
            return name
    return None


def _completes(cues: Cues, first: int, name: Name) -> bool:
    """Tell whether a name only completes another noun: "the leader of X"."""
    at = name.first - 1
    while at >= first and phrase.is_article(cues.text, at):
        at -= 1
    if name.kind == "person" or at <= first:
        return False
    return cues.text.words[at] in cues.prepositions


def _before_relative(cues: Cues, first: int, end: int) -> Stretch | None:
    """Give what "who said" or ", which said" goes back to."""
    while end > first and cues.text.words[end - 1] == ",":
        end -= 1
    name = cues.name_ending_at(end)
    return (name.first, name.end) if name is not None else _phrase_before(cues, first, end)


def _before_aside(cues: Cues, first: int, comma: int) -> Stretch | None:
    """Give the name or noun phrase before an aside that ends at a comma."""
    words = cues.text.words
    first = max(first, comma - CUE_REACH)
    best: Name | None = None
    for name in reversed(cues.names_between(first, comma)):
        if words[name.end] in {",", "("} and name.end < comma:
            best = name
            if name.kind == "person":
                break
        elif best is None and name.end == comma and name.kind == "person":
            best = name
            if name.first > first and words[name.first - 1] == ",":
                break
    if best is not None:
        return (best.first, best.end)
    for at in range(comma - 1, first, -1):
        if words[at] == ",":
            return _phrase_before(cues, first, at)
    return None


def _phrase_before(cues: Cues, first: int, end: int) -> Stretch | None:
    """Give the noun phrase that ends before a token, back to its clause's beginning."""
    text = cues.text
    at = end
    while at > first and end - at < CUE_REACH:
        word = text.words[at - 1]
        if word in CLAUSE_BREAKS or word == "," or word in cues.conjunctions:
            break
        at -= 1
    if at >= end:
        return None
    name = _first_person(cues, at, end)
    if name is not None:
        return (name.first, name.end)
    described = _described(cues, first, at)
    if described is not None:
        return (described.first, described.end)
    if text.words[at] in cues.prepositions:
        return None  # "in a letter said" has its subject elsewhere
    at = max(at, end - _MAX_SUBJECT)
    auxiliaries = text.pack.words["function.auxiliary"]
    if any(text.words[within] in auxiliaries for within in range(at, end)):
        return None  # a clause with a verb of its own: whoever it is about says nothing
    return (at, end)


def _described(cues: Cues, first: int, at: int) -> Name | None:
    """Give whom "X, a cook in the capital told" is about, where no comma closes the aside."""
    words = cues.text.words
    if at - 1 <= first or words[at - 1] != ",":
        return None
    if words[at] not in cues.text.pack.words.get("quotation.singular", ()):
        return None
    name = cues.name_ending_at(at - 1)
    return name if name is not None and name.kind in {"person", "unknown"} else None
