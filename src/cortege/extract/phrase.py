"""Turns a token into the noun phrase around it, by the words that cannot stand inside one.

There is no parser here: a noun phrase runs until punctuation, a verb the lexicon knows, a
conjunction, a relative or a preposition other than "of". That is right often enough for names
of organisations, kinds of people and addressees, and wrong where an unknown verb follows.
"""

from __future__ import annotations

from typing import Final

from cortege.extract.rules.numerals import grammar
from cortege.extract.text import Text

Span = tuple[int, int]

_MAX_TOKENS: Final = 14
_HYPHENS: Final = frozenset("-‐‑")


def after(text: Text, token: int, stop: int | None = None, *, joins: bool = False) -> Span:
    """Give the noun phrase that begins at a token, without its article.

    Args:
        text: the text.
        token: where the phrase may begin.
        stop: the token it may not reach, by default its sentence's end.
        joins: whether "and" continues it.

    Returns:
        Its first token and the token after its last; equal when there is none.
    """
    end = min(text.sentence(token).end, len(text)) if token < len(text) else token
    end = min(end, stop if stop is not None else end, token + _MAX_TOKENS)
    while token < end and is_article(text, token):
        token += 1
    at = token
    while at < end and not closes(text, at, token, joins=joins):
        at += 1
    return token, _trimmed(text, token, at)


def before(text: Text, token: int, start: int | None = None) -> Span:
    """Give the noun phrase that ends right before a token, without its article."""
    first = text.sentence(min(token, len(text) - 1)).first
    first = max(first, start if start is not None else first, token - _MAX_TOKENS)
    at = token
    while at > first and not closes(text, at - 1, -1, joins=False):
        at -= 1
    while at < token and (is_article(text, at) or text.words[at] in grammar(text.pack.code).of):
        at += 1
    return at, token


def is_article(text: Text, token: int) -> bool:
    """Tell whether a token is an article or the like."""
    return text.words[token] in text.pack.words["function.article"]


def closes(text: Text, at: int, first: int, *, joins: bool) -> bool:
    """Tell whether the token at ``at`` cannot be inside a noun phrase begun at ``first``."""
    words, word = text.pack.words, text.words[at]
    if text.kinds[at] == "p":
        return not (word in _HYPHENS and text.glued(at)) and word not in {"&", "'"}
    if word in grammar(text.pack.code).of or word in _linking(text):
        return at == first
    if word in words["function.conjunction"]:
        return not (joins and _joins(text, at))
    if text.caps[at] and at > text.sentence(at).first and at != first:
        return word in words["function.auxiliary"]
    return (
        word in words["function.preposition"]
        or word in words["function.relative"]
        or word in words["function.pronoun"]
        or word in words["function.auxiliary"]
        or word in words["function.negation"]
        or word in words["function.verb_common"]
        or word in words["function.adverb"]
    )


def _linking(text: Text) -> frozenset[str]:
    """Give the prepositions that names of organisations hold within them."""
    return text.pack.words.get("function.linking", frozenset())


def _joins(text: Text, at: int) -> bool:
    return (
        at + 1 < len(text)
        and text.words[at] in grammar(text.pack.code).joiners
        and not closes(text, at + 1, at + 1, joins=False)
    )


def _trimmed(text: Text, first: int, end: int) -> int:
    """Drop what a phrase cannot end with: "of", "and", an article."""
    rules = grammar(text.pack.code)
    while end > first:
        word = text.words[end - 1]
        dangling = word in rules.of or word in rules.joiners or word in _linking(text)
        if not (dangling or is_article(text, end - 1) or text.kinds[end - 1] == "p"):
            break
        end -= 1
    return end


def clause(text: Text, token: int) -> Span:
    """Give the clause a token stands in: between semicolons, colons, dashes and brackets."""
    sentence = text.sentence(token)
    first, end = token, token
    while first > sentence.first and text.words[first - 1] not in _CLAUSE_MARKS:
        first -= 1
    while end < sentence.end and text.words[end] not in _CLAUSE_MARKS:
        end += 1
    return first, max(end, token + 1)


_CLAUSE_MARKS: Final = frozenset(";:—–()…")
