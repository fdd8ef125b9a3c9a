"""Turns a language's number words into values, also those written as one word.

"Quatre-vingt-un" is 4 × 20 + 1 and "zweihundertfünfzig" 2 × 100 + 50: a word of several parts is
taken apart, the longest known part first. What several words make together is for ``numerals``.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Final

from cortege.languages.pack import load

_MAX_COMPOUND: Final = 100  # characters; the longest German number below a million has fewer
_MAX_PARTS: Final = 16  # of a hyphenated number; 999,999 has eleven in French
_LETTERS: Final = frozenset({"k", "m", "mn", "bn", "mio", "mrd"})  # scales that stand behind digits


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


def word_value(word: str, rules: Grammar) -> float | None:
    """Give the value of a number word, also of one that is made of several."""
    value = _plain_value(word, rules)
    if value is None and "-" in word:
        value = _hyphenated_value(word.split("-"), rules)
    if value is None and rules.compound and len(word) <= _MAX_COMPOUND:
        value = _compound_value(word, rules.code)
    return value


def _plain_value(word: str, rules: Grammar) -> float | None:
    value = rules.units.get(word)
    return rules.tens.get(word) if value is None else value


def _hyphenated_value(parts: Sequence[str], rules: Grammar) -> float | None:
    """Add and multiply the parts of "deux-cent-vingt-et-un"; ``None`` unless all are numbers."""
    total, part, at = 0.0, 0.0, 0
    while at < len(parts) <= _MAX_PARTS:
        end = _longest_part(parts, at, rules)
        word = "-".join(parts[at:end])
        value = _plain_value(word, rules)
        if value is not None:
            # A hundred is followed by less than a hundred, a ten by a unit: 3-20 is no number.
            if part % 100 and (part % 10 or value >= 20):
                return None
            part += value
        elif word in rules.scales and word not in _LETTERS:
            part = (part or 1) * rules.scales[word]
            if part >= 1000:
                total, part = total + part, 0.0
        elif word not in rules.joiners or not at:
            return None
        at = end
    return total + part if at else None


def _longest_part(parts: Sequence[str], at: int, rules: Grammar) -> int:
    """Find where the longest known word from a part on ends: "quatre-vingt" before "quatre"."""
    for end in range(len(parts), at + 1, -1):
        if _plain_value("-".join(parts[at:end]), rules) is not None:
            return end
    return at + 1


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
