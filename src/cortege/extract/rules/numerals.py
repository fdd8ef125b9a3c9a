"""Turns numerals, number words and vague words into bounds, one stretch of tokens at a time.

Reads "15,000", "15 000", "15.000", "1.5 million", "12k", "four hundred and fifty",
"quatre-vingt-douze", "zweihundertfünfzig", "two dozen", "une centaine", "hundreds", "tens of
thousands", "several hundred". Says nothing about what is counted; see ``amounts``.

Vague words keep their order of magnitude: "hundreds" is 200 to 999. "Several hundred" is read
the same way, since nobody writes it of a thousand.
"""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from cortege.extract.rules.number_words import Grammar, grammar, listed, word_value
from cortege.extract.text import Text
from cortege.nouns.values import Qualifier

_GLUED_SCALES: Final = frozenset({"k", "m", "mn", "bn", "mio", "mrd"})
_DOZEN: Final = 12  # "a dozen" is exact, "une centaine" is about
_MAX_PHRASE: Final = 5  # tokens in the longest vague phrase
_LARGEST: Final = 1e15  # a longer run of digits counts nothing, and float would make it infinite


class Core(NamedTuple):
    """Bounds read from the tokens ``first`` to ``end``. ``article`` marks a bare "one", "un"."""

    first: int
    end: int
    low: float
    high: float | None
    qualifier: Qualifier
    article: bool = False


def core_at(text: Text, token: int) -> Core | None:
    """Read the number that begins at a token, if one does."""
    rules = grammar(text.pack.code)
    found = None
    if text.kinds[token] == "n":
        found = _digits(text, token, rules)
    elif text.kinds[token] == "w":
        if text.words[token] in rules.opening:
            found = _several(text, token, rules) or _vague(text, token, rules)
        found = found or _spelled(text, token, rules)
    return found if found and found.low <= _LARGEST else None


def parse_digits(surface: str, decimal: str) -> float | None:
    """Read a numeral with its separators; ``decimal`` is the language's decimal mark.

    Groups of three digits are thousands whatever the mark, unless a single group stands behind
    the language's own decimal mark and the mark is a full stop.

    >>> parse_digits("15,000", "."), parse_digits("1,5", ","), parse_digits("3.500", ",")
    (15000.0, 1.5, 3500.0)
    """
    plain = re.sub(r"[\u202f\u00a0\u2009 '’]", "", surface)
    marks = [mark for mark in plain if mark in ".,"]
    if not marks:
        return float(plain)
    grouped = re.fullmatch(r"\d{1,3}(?:[.,]\d{3})+", plain)
    if grouped and len(set(marks)) == 1 and not (decimal == "." == marks[0] and len(marks) == 1):
        return float(re.sub(r"[.,]", "", plain))
    whole, _, fraction = plain.rpartition(marks[-1])
    digits = re.sub(r"[.,]", "", whole)
    return float(f"{digits}.{fraction}") if digits and fraction else None


def _digits(text: Text, token: int, rules: Grammar) -> Core | None:
    surface = text.article.text[text.starts[token] : text.ends[token]]
    value = parse_digits(surface, rules.decimal)
    if value is None:
        return None
    end = token + 1
    while end < len(text) and text.kinds[end] == "w":
        word = text.words[end].rstrip(".")
        scale = rules.scales.get(word)
        if scale is None or (word in _GLUED_SCALES and not text.glued(end) and len(word) == 1):
            break
        value, end = round(value * scale, 6), end + 1
    return Core(token, end, value, value, "exact")


def _vague(text: Text, token: int, rules: Grammar) -> Core | None:
    for n_words in range(min(_MAX_PHRASE, len(text) - token), 0, -1):
        bounds = rules.vague.get(tuple(text.words[token : token + n_words]))
        if bounds is not None:
            low, high = bounds
            end, exact = token + n_words, low == high
            if exact and end < len(text) and text.words[end] in rules.collective:
                low = high = low * rules.collective[text.words[end]]
                end += 1
            return Core(token, end, low, high, "exact" if exact else "vague")
    return None


def _several(text: Text, token: int, rules: Grammar) -> Core | None:
    """Read "several hundred": two of the scale up to just below the next scale."""
    for n_words in (3, 2, 1):
        if tuple(text.words[token : token + n_words]) in rules.multiples:
            at = token + n_words
            if at >= len(text):
                return None
            scale = rules.scales.get(text.words[at]) or rules.collective.get(text.words[at])
            if scale is None or scale < 10:
                inner = _vague(text, at, rules)
                return inner and inner._replace(first=token)
            end = at + 1
            while end < len(text) and text.words[end] in rules.scales:
                scale, end = scale * rules.scales[text.words[end]], end + 1
            high = scale * 10 - 1 if scale < 1_000_000 else None
            if scale < 100:  # "several dozen" is dozens
                high = 99
            return Core(token, end, 2 * scale, high, "vague")
    return None


def _spelled(text: Text, token: int, rules: Grammar) -> Core | None:
    """Read number words: units and tens add up, scales multiply what stands before them."""
    total, part, at, last_scale = 0.0, 0.0, token, None
    seen = bare = False
    while at < len(text) and text.kinds[at] == "w" and part <= _LARGEST:
        word = text.words[at]
        value = word_value(word, rules)
        if word in rules.scales and (seen or last_scale is None):
            scale = rules.scales[word]
            part = (part or 1) * scale
            if scale >= 1000:
                total, part = total + part, 0.0
            seen, last_scale = True, scale
        elif word in rules.collective and (seen or bare or at == token):
            part = (part or 1) * rules.collective[word]
            at, seen = at + 1, True
            break
        elif at == token and word in rules.articles and _counts(text, at + 1, rules):
            bare = True  # "a dozen", "une centaine": before the article is read as the number one
        elif value is not None and not _restarts(text, at, token):
            part, seen = part + value, True
        elif seen and (skipped := _half(text, at, rules)):
            unit = last_scale or 1
            following = at + skipped
            if following < len(text) and text.words[following] in rules.scales:
                unit = rules.scales[text.words[following]]
                total, part, skipped = 0.0, (part + 0.5) * unit, skipped + 1
            else:
                part += 0.5 * unit
            at += skipped
            break
        elif seen and word in rules.joiners and _continues(text, at, rules):
            pass
        else:
            break
        at += 1
    if not seen:
        return None
    value = total + part
    article = at == token + 1 and value == 1
    about = bare and rules.collective.get(text.words[at - 1], 0) > _DOZEN
    return Core(token, at, value, value, "about" if about else "exact", article)


def _restarts(text: Text, at: int, token: int) -> bool:
    """Tell whether a value word at ``at`` begins a number of its own ("two, three")."""
    if at == token:
        return False
    rules = grammar(text.pack.code)
    before = text.words[at - 1]
    both_units = before in rules.units and text.words[at] in rules.units
    return both_units and rules.units[before] < 10


def _counts(text: Text, at: int, rules: Grammar) -> bool:
    word = text.words[at] if at < len(text) else ""
    return word in rules.scales or word in rules.collective


def _continues(text: Text, at: int, rules: Grammar) -> bool:
    """Tell whether "and" is inside a number: after a scale, before a smaller value."""
    if at + 1 >= len(text) or text.words[at - 1] not in (rules.scales.keys() | rules.tens.keys()):
        return False
    value = word_value(text.words[at + 1], rules)
    return value is not None and value < 100


def _half(text: Text, at: int, rules: Grammar) -> int:
    for phrase in rules.halves:
        if tuple(text.words[at : at + len(phrase)]) == phrase:
            return len(phrase)
    return 0


__all__ = ["Core", "Grammar", "core_at", "grammar", "listed", "parse_digits"]
