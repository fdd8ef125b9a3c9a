"""Turns one amount, or a word such as "doubled", into what it measures.

Every reader here takes an amount and gives a measure or ``None``; ``figures`` puts them in order
and adds what stands around them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from cortege.extract.rules.amounts import Amount
from cortege.extract.rules.measuring.nouns import (
    goal,
    goes_on,
    inner,
    noun_before,
    noun_behind,
    whole_phrase,
)
from cortege.extract.rules.money import MoneySpan
from cortege.extract.rules.numerals import grammar
from cortege.extract.text import Text
from cortege.nouns.values import Money, Quantity

_FACTORS: Final = (
    ("figure.factor2", 2.0),
    ("figure.factor3", 3.0),
    ("figure.factor4", 4.0),
    ("figure.factor05", 0.5),
)
_MANY: Final = 20  # things: fewer are a figure only beside a verb such as "closed"
_VERB_BEFORE: Final = 7  # tokens between such a verb and the number behind it
_VERB_BEHIND: Final = 4  # tokens between the counted noun and such a verb
_PLACES: Final = ("campaign.place", "form.rally.noun", "form.march.noun", "form.other.noun")
_SMALLEST: Final = 2
_DECIMALS: Final = 6


@dataclass(frozen=True, slots=True)
class Measure:
    """A quantity with its evidence's tokens and the words for what it measures.

    ``part`` tells that the words around it make it a part of another ("including", "of them");
    one that is not ``sure`` is a figure only as such a part.
    """

    first: int
    end: int
    what: str
    quantity: Quantity | None = None
    unit: str | None = None
    money: Money | None = None
    factor: float | None = None
    part: bool = False
    sure: bool = True


def bounded(text: Text, amount: Amount) -> Quantity:
    """Give an amount's bounds, rid of what binary fractions add to "1.1 million"."""
    quantity = amount.quantity(text)
    return replace(quantity, low=_rounded(quantity.low), high=_rounded(quantity.high))


def _rounded(bound: float | None) -> float | None:
    if bound is None:
        return None
    near = round(bound, _DECIMALS)
    return int(near) if near == int(near) else near


# --------------------------------------------------------------------------- money and shares


def monetary(text: Text, amount: Amount, span: MoneySpan) -> Measure:
    """Read money: the noun behind it, the purpose behind "to", or the noun before it."""
    bounds = bounded(text, amount)
    exact = bounds.low == bounds.high
    end, what = span.end, goal(text, span.end)
    if not what:
        end, what = noun_behind(text, span.end)
    return Measure(
        span.first, end, what or noun_before(text, span.first), None if exact else bounds, None,
        span.money, part=_is_part(text, amount),
    )  # fmt: skip


def percentage(text: Text, amount: Amount) -> Measure | None:
    """Read a share in percent."""
    hit = text.hit_at(amount.end, "figure.percent")
    if hit is None:
        return None
    end, what = noun_behind(text, hit.end)
    return Measure(
        amount.first, end, what or noun_before(text, amount.first), bounded(text, amount),
        "percent", part=_is_part(text, amount),
    )  # fmt: skip


# --------------------------------------------------------------------------- counted things


def counted(text: Text, amount: Amount) -> Measure | None:
    """Read a number of things, if it is one that a record should keep."""
    if _is_label(text, amount):
        return None
    part = _is_part(text, amount)
    first, end = _counted_noun(text, amount, part=part)
    if end == first:
        return None
    sure = _worth(text, amount, first, end)
    if not part and not sure:
        return None
    what = text.exact(first, end)
    return Measure(amount.first, end, what, bounded(text, amount), part=part, sure=sure)


def _counted_noun(text: Text, amount: Amount, *, part: bool) -> tuple[int, int]:
    """Give the noun phrase behind a number, for a part also "within the judicial branch"."""
    token = amount.end
    if not goes_on(text, token):
        return token, token
    of_them = text.hit_at(token, "figure.of_them")
    if of_them is not None:
        return token, inner(text, max(of_them.end, whole_phrase(text, of_them.end)[1]))
    rules = grammar(text.pack.code)
    if text.words[token] in rules.of:
        token += 1  # "a million of members", "une quinzaine de liaisons"
    elif (text.words[amount.core_end - 1],) in rules.vague:
        return token, token  # "scores continue": a vague word counts by "of" alone
    first, end = whole_phrase(text, token)
    if end > first:
        return (token, end) if text.kinds[first] == "w" else (token, token)
    return token, inner(text, token) if part else token


def _is_part(text: Text, amount: Amount) -> bool:
    """Tell whether the words around a number make it a part: "including 700", "seven of them"."""
    before = amount.first
    for first in range(max(0, before - 3), before):
        hit = text.hit_at(first, "figure.part_of")
        if hit is not None and hit.end == before:
            return True
    return text.hit_at(amount.end, "figure.of_them") is not None


def _is_label(text: Text, amount: Amount) -> bool:
    """Tell whether a number names something: "Room 330", "the A28", "Local 1187"."""
    before = amount.first - 1
    if before < 0 or amount.article or amount.low is None or amount.low != int(amount.low):
        return amount.article or (amount.low is not None and amount.low != int(amount.low))
    if text.glued(amount.core) and text.words[before] not in {"(", "“", "«", '"', "‘"}:
        return True
    if text.sentence_of[before] != text.sentence_of[amount.first]:
        return False
    if text.words[before] in text.pack.words.get("figure.label", frozenset()):
        return True
    proper = text.caps[before] and text.kinds[before] == "w" and text.kinds[amount.core] == "n"
    return proper and before > text.sentence(before).first and not _is_function(text, before)


def _is_function(text: Text, token: int) -> bool:
    words = text.pack.words
    return any(
        text.words[token] in words[path]
        for path in ("function.preposition", "function.article", "function.conjunction",
                     "function.auxiliary", "function.pronoun", "function.adverb")
    )  # fmt: skip


def _worth(text: Text, amount: Amount, first: int, end: int) -> bool:
    """Tell whether a count is a figure: by its noun, its size, and the verb beside it."""
    low = amount.low if amount.low is not None else amount.high or 0
    if low < _SMALLEST or _is_address(text, amount, first):
        return False
    if _among(text, first, end, "figure.measure"):
        return True
    if amount.head_kind == "unit" or _is_apart(text, first, end):
        return False
    verb = _has_verb(text, amount, end)
    if amount.head_kind in {"people", "police", "group"}:
        return verb and amount.head_kind != "people"
    if _among(text, first, end, "figure.noun"):
        return True
    return (low >= _MANY or verb) and not _among(text, first, end, *_PLACES)


def _among(text: Text, first: int, end: int, *paths: str) -> bool:
    """Tell whether a phrase of one of these lists begins between two tokens."""
    return any(text.hit_at(token, path) for token in range(first, end) for path in paths)


def _is_apart(text: Text, first: int, end: int) -> bool:
    """Tell whether a noun is a time, or a way to count people or something else."""
    apart = text.pack.words.get("figure.apart", frozenset())
    return any(text.words[token] in apart for token in range(first, min(end, first + 2)))


def _is_address(text: Text, amount: Amount, first: int) -> bool:
    """Tell whether a bare numeral stands before a name: "1314 East Superior"."""
    if text.pack.traits.get("noun_capitals") or not text.words[amount.core].isdecimal():
        return False
    return text.caps[first] and not text.exact(first, first + 1).isupper()


def _has_verb(text: Text, amount: Amount, end: int) -> bool:
    """Tell whether a verb of creating, closing, paying and the like stands beside a count."""
    sentence = text.sentence(amount.first)
    begin = max(sentence.first, amount.first - _VERB_BEFORE)
    stop = min(sentence.end, end + _VERB_BEHIND)
    before = any(True for _ in text.found_within("figure.verb", begin, amount.first))
    return before or any(True for _ in text.found_within("figure.verb", amount.end, stop))


# --------------------------------------------------------------------------- factors


def factored(text: Text, used: frozenset[int]) -> Iterator[Measure]:
    """Read "doubled investment in police infrastructure": a factor and what it changed."""
    for path, factor in _FACTORS:
        for hit in text.found(path):
            if hit.first in used or not goes_on(text, hit.end):
                continue
            first, end = whole_phrase(text, hit.end)
            if end > first and text.kinds[first] == "w":
                end = inner(text, end)
                yield Measure(hit.first, end, text.exact(first, end), factor=factor)
