"""Turns the words around a number into the noun phrase it measures.

The phrase behind it ("€46 million upgrade of the plant"), the purpose behind "to" ("added €100
million to the police budget"), or the phrase before it, past the verb or preposition that joins
the two ("residence fees rose by 9.4 per cent").
"""

from __future__ import annotations

from typing import Final

from cortege.extract import phrase
from cortege.extract.text import Text

_STEPS: Final = 4  # words that may stand between a noun phrase and its number
_LONGEST: Final = 12  # tokens of a noun phrase that is kept
_DEPTH: Final = 3  # phrases that may hang on one another by "of"
_POSSESSIVE: Final = frozenset({"'s", "’s"})
_JOINTS: Final = ("figure.verb", "figure.done", "figure.now", "date_context.past")


def noun_behind(text: Text, token: int) -> tuple[int, str]:
    """Read the noun phrase right behind money or a share: "€46 million upgrade of the plant"."""
    if not goes_on(text, token) or phrase.is_article(text, token):
        return token, ""
    if text.hit_at(token, "figure.verb") is not None:
        return token, ""
    first, end = whole_phrase(text, token + (text.words[token] in _of(text)))
    if end == first or text.kinds[first] != "w":
        return token, ""
    end = inner(text, end)
    return end, text.exact(first, min(end, first + _LONGEST))


def whole_phrase(text: Text, token: int) -> tuple[int, int]:
    """Give the noun phrase at a token with what depends on it: "of the", "'s", "des"."""
    first, end = _simple_phrase(text, token)
    for _ in range(_DEPTH):
        if end == first or not goes_on(text, end):
            break
        if text.words[end] not in _of(text) and text.words[end] not in _POSSESSIVE:
            break
        begun, further = phrase.after(text, end + 1)
        if further == begun:
            break
        end = further
    return first, end


def _simple_phrase(text: Text, token: int) -> tuple[int, int]:
    """Give the noun phrase at a token; a capital makes a noun of "Stellen" where nouns have one."""
    capital = text.pack.traits.get("noun_capitals") and token < len(text) and text.caps[token]
    if not capital or text.kinds[token] != "w":
        return phrase.after(text, token)
    first, end = phrase.after(text, token + 1)
    return token, end if first == token + 1 and end > first else token + 1


def _of(text: Text) -> frozenset[str]:
    return text.pack.words.get("figure.of", frozenset())


def goes_on(text: Text, token: int) -> bool:
    """Tell whether a token stands in the sentence of the one before it."""
    return token < len(text) and text.sentence_of[token] == text.sentence_of[token - 1]


def inner(text: Text, end: int) -> int:
    """Take in "in" or "for" with the noun phrase behind it."""
    hit = text.hit_at(end, "figure.inner") if goes_on(text, end) else None
    if hit is None:
        return end
    first, stop = whole_phrase(text, hit.end)
    if stop == first or text.kinds[first] != "w" or _is_time(text, first):
        return end
    return stop


def goal(text: Text, token: int) -> str:
    """Read what money is for: "added €100 million to the police budget"."""
    if not goes_on(text, token):
        return ""
    verb = text.hit_at(token, "figure.done")
    hit = text.hit_at(verb.end if verb else token, "figure.goal")
    if hit is None:
        return ""
    first, end = whole_phrase(text, hit.end)
    return text.exact(first, end) if end > first and text.kinds[first] == "w" else ""


def noun_before(text: Text, token: int) -> str:
    """Read the noun phrase before a number, past the preposition or verb that joins them."""
    sentence = text.sentence(token)
    at = token
    for _ in range(_STEPS):
        while at > sentence.first and _joins(text, at - 1):
            at -= 1
        first, end = phrase.before(text, at)
        articles = [here for here in range(first, end) if phrase.is_article(text, here)]
        first = articles[-1] + 1 if articles else first
        if first < end and text.kinds[end - 1] == "w":
            return text.exact(max(first, end - _LONGEST), end)
        if at == sentence.first or text.kinds[at - 1] == "p":
            break
        at -= 1
    return ""


def _joins(text: Text, token: int) -> bool:
    """Tell whether a word only joins a noun and its number: "of", "rose by", "stands at"."""
    if text.words[token] in _of(text):
        return True
    return any(text.hit_at(token, path) is not None for path in _JOINTS)


def _is_time(text: Text, token: int) -> bool:
    dates, word = text.pack.dates, text.words[token].rstrip(".")
    return word in dates["months"] or word in dates["weekdays"] or word in dates["relative"]
