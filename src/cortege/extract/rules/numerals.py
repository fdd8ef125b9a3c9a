"""Turns numerals, number words and vague words into bounds, one stretch of tokens at a time.

Reads "15,000", "15 000", "15.000", "1.5 million", "12k", "four hundred and fifty",
"quatre-vingt-douze", "zweihundertfünfzig", "two dozen", "une centaine", "hundreds", "tens of
thousands", "several hundred". Says nothing about what is counted; see ``amounts``.

Vague words keep their order of magnitude: "hundreds" is 200 to 999. "Several hundred" is read
the same way, since nobody writes it of a thousand.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Final, NamedTuple

from cortege.extract.text import Text
from cortege.languages.pack import load
from cortege.nouns.values import Qualifier

_GLUED_SCALES: Final = frozenset({"k", "m", "mn", "bn", "mio", "mrd"})
_DOZEN: Final = 12  # "a dozen" is exact, "une centaine" is about
_MAX_PHRASE: Final = 5  # tokens in the longest vague phrase
_LARGEST: Final = 1e15  # a longer run of digits counts nothing, and float would make it infinite
_MAX_COMPOUND: Final = 100  # characters; the longest German number below a million has fewer


class Core(NamedTuple):
    """Bounds read from the tokens ``first`` to ``end``. ``article`` marks a bare "one", "un"."""

    first: int
    end: int
    low: float
    high: float | None
    qualifier: Qualifier
    article: bool = False


@dataclass(frozen=True, slots=True)
class Grammar:
    """A language's number words, ready for look-up.

    ``opening`` holds the words that vague phrases begin with, so that most tokens are told from
    one at a glance; ``inner_scales`` those that may stand within a word, the largest first.
    """

    code: str
    units: Mapping[str, float]
    tens: Mapping[str, float]
    scales: Mapping[str, float]
    collective: Mapping[str, float]
    vague: Mapping[tuple[str, ...], tuple[float, float | None]]
    multiples: frozenset[tuple[str, ...]]
    opening: frozenset[str]
    inner_scales: tuple[tuple[str, float], ...]
    joiners: frozenset[str]
    halves: tuple[tuple[str, ...], ...]
    articles: frozenset[str]
    of: frozenset[str]
    compound: bool
    decimal: str


@cache
def grammar(code: str) -> Grammar:
    """Prepare a language's number words."""
    pack = load(code)
    numbers, modifier = pack.numbers, pack.numbers["modifier"]
    vague = {**numbers["vague"], **numbers["handful"]}
    multiples = frozenset(_phrases(numbers["vague_multiple"]["words"]))
    return Grammar(
        code=code,
        units=numbers["units"],
        tens=numbers["tens"],
        scales=numbers["scales"],
        collective=numbers["collective"],
        vague={
            tuple(phrase.split()): (float(low), float(high) if high else None)
            for phrase, (low, high) in vague.items()
        },
        multiples=multiples,
        opening=frozenset(phrase.split()[0] for phrase in vague)
        | frozenset(phrase[0] for phrase in multiples),
        inner_scales=_inner_scales(numbers["scales"]),
        joiners=frozenset(listed(modifier["joiner"])),
        halves=tuple(_phrases(modifier["half"])),
        articles=frozenset(listed(modifier["article"])),
        of=frozenset(listed(modifier.get("of", "of, de, d', von"))),
        compound=bool(modifier.get("compound", False)),
        decimal=str(pack.traits.get("decimal", ".")),
    )


def _inner_scales(scales: Mapping[str, float]) -> tuple[tuple[str, float], ...]:
    inner = [(word, scale) for word, scale in scales.items() if scale < 1_000_000 and len(word) > 3]
    return tuple(sorted(inner, key=lambda pair: -pair[1]))


def listed(words: str) -> list[str]:
    """Split a comma-separated list of a language file."""
    return [word.strip() for word in words.split(",") if word.strip()]


def _phrases(words: str) -> list[tuple[str, ...]]:
    return [tuple(phrase.split()) for phrase in listed(words)]


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
        value = _word_value(word, rules)
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


def _word_value(word: str, rules: Grammar) -> float | None:
    value = rules.units.get(word)
    if value is None:
        value = rules.tens.get(word)
    if value is None and "-" in word:
        parts = [_plain_value(part, rules) for part in word.split("-") if part not in rules.joiners]
        if parts and all(part is not None for part in parts):
            value = sum(part for part in parts if part is not None)
    if value is None and rules.compound and len(word) <= _MAX_COMPOUND:
        value = _compound_value(word, rules.code)
    return value


def _plain_value(word: str, rules: Grammar) -> float | None:
    value = rules.units.get(word)
    return rules.tens.get(word) if value is None else value


@lru_cache(maxsize=16_384)  # without it, "hunderttausendhunderttausend..." takes for ever
def _compound_value(word: str, code: str) -> float | None:
    """Take a German number word apart, scale by scale: "zweihundertfünfzig"."""
    rules = grammar(code)
    for scale_word, scale in rules.inner_scales:
        if scale_word not in word:
            continue
        before, _, after = word.partition(scale_word)
        times = 1.0 if not before else _compound_value(before, code)
        rest = 0.0 if not after else _compound_value(after.removeprefix("und"), code)
        if times is not None and rest is not None:
            return times * scale + rest
    unit, found, ten = word.partition("und")
    if found and unit in rules.units and ten in rules.tens:
        return rules.units[unit] + rules.tens[ten]
    return _plain_value(word, rules)


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
    value = _word_value(text.words[at + 1], rules)
    return value is not None and value < 100


def _half(text: Text, at: int, rules: Grammar) -> int:
    for phrase in rules.halves:
        if tuple(text.words[at : at + len(phrase)]) == phrase:
            return len(phrase)
    return 0
