"""Turns the words beside a name into the person's office and organisation.

"Police chief Ahmed Ali", "Ahmed Ali, 45, head of the union,", "the head of the union, Ahmed Ali,":
the office is the noun phrase right before the name, behind it between commas, or before it and
a comma, if it holds a word for an office.
"""

from __future__ import annotations

from typing import Final, NamedTuple

from cortege.extract import phrase
from cortege.extract.rules.names import Name
from cortege.extract.text import Text

Stretch = tuple[int, int]

_REACH: Final = 16  # tokens
_STOPS: Final = frozenset('.!?;:()“”«»"„—–')
_AFTER_NAME: Final = frozenset({",", "("})


class Office(NamedTuple):
    """The words for an office: all of them, and those before what it is an office of."""

    words: Stretch
    head: Stretch


def of(text: Text, name: Name) -> Office | None:
    """Give the office of the person named, as the words beside the name state it."""
    return _right_before(text, name) or _behind(text, name) or _before_comma(text, name)


def _right_before(text: Text, name: Name) -> Office | None:
    first, end = phrase.before(text, name.first)
    first = _past_cue(text, _modified(text, first, end), end)
    if first >= end or not _holds_role(text, first, end):
        return None
    return Office((first, end), (first, end))


def _past_cue(text: Text, first: int, end: int) -> int:
    """Leave out the verb of saying and the article before an office: "says the mayor"."""
    while first < end:
        hit = text.hit_at(first, "cue.say") or text.hit_at(first, "cue.according")
        if hit is not None:
            first = hit.end
        elif phrase.is_article(text, first):
            first += 1
        else:
            break
    return first


def _behind(text: Text, name: Name) -> Office | None:
    """Read ", head of the union," behind a name, past the person's age."""
    at = name.end
    if at >= len(text) or text.words[at] not in _AFTER_NAME:
        return None
    at += 1
    if at + 1 < len(text) and text.kinds[at] == "n":
        at = _past_age(text, at)
    end = _aside_end(text, at)
    while at < end and phrase.is_article(text, at):
        at += 1
    if at >= end or text.words[at] in text.pack.words["function.relative"]:
        return None
    head = _head_end(text, at, end)
    described = text.words[at - 1] in text.pack.words.get("quotation.singular", ())
    if not described and not _holds_role(text, at, head):
        return None
    return Office((at, end), (at, head))


def _past_age(text: Text, at: int) -> int:
    """Give the token behind a number of years: "45,", "aged 45,", "45, of London,"."""
    stop = min(len(text), at + 5)
    while at < stop and text.words[at] not in {",", ")"}:
        at += 1
    return min(at + 1, len(text))


def _aside_end(text: Text, first: int) -> int:
    """Give where an aside ends: at a comma, a bracket, or with its sentence."""
    end = first
    stop = min(text.sentence(min(first, len(text) - 1)).end, first + _REACH)
    relatives = text.pack.words["function.relative"]
    while end < stop:
        word = text.words[end]
        if word == "," or word in _STOPS or (word in relatives and end > first):
            break
        end += 1
    return end


def _head_end(text: Text, first: int, end: int) -> int:
    """Give where the office itself ends and what it is an office of begins."""
    at = first
    hit = text.hit_at(first, "people.role")
    if hit is not None:
        at = hit.end
    prepositions = text.pack.words["function.preposition"]
    while at < end and text.words[at] not in prepositions:
        at += 1
    return at


def _before_comma(text: Text, name: Name) -> Office | None:
    """Read "the head of the union, Ahmed Ali"."""
    comma = name.first - 1
    if comma < 1 or text.words[comma] != ",":
        return None
    first = comma
    start = max(text.sentence(comma).first, comma - _REACH)
    while first > start and text.words[first - 1] != "," and text.words[first - 1] not in _STOPS:
        first -= 1
    for at in range(first, comma):
        hit = text.hit_at(at, "people.role")
        if hit is not None and hit.end <= comma:
            begun = _past_cue(text, _modified(text, first, hit.first), hit.first)
            return Office((begun, comma), (begun, _head_end(text, hit.first, comma)))
    return None


def _modified(text: Text, first: int, noun: int) -> int:
    """Give the first of the words that qualify a noun: "former deputy" of "former deputy mayor"."""
    words = text.pack.words
    while noun > first:
        before = text.words[noun - 1]
        if before in words["function.preposition"] or before in words["function.article"]:
            break
        if text.kinds[noun - 1] == "p" or before in words["function.conjunction"]:
            break
        noun -= 1
    return noun


def _holds_role(text: Text, first: int, end: int) -> bool:
    """Tell whether there is a word for an office that is more than a form of address."""
    titles = text.pack.words["people.title"]
    return any(
        hit.end - hit.first > 1 or text.words[hit.first] not in titles
        for hit in text.found_within("people.role", first, end)
    )
