"""Turns one amount, or a word such as "doubled", into what it measures.

Every reader here takes an amount and gives a measure or ``None``; ``figures`` puts them in order
and adds what stands around them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from cortege.extract import phrase
from cortege.extract.rules.amounts import Amount
from cortege.extract.rules.money import MoneySpan
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
_SMALLEST: Final = 2
_LONGEST_WHAT: Final = 12  # tokens


@dataclass(frozen=True, slots=True)
class Measure:
    """A quantity with its evidence's tokens and the words for what it measures.

    ``part`` tells that the words around it make it a part of another ("including", "of them").
    """

    first: int
    end: int
    what: str
    quantity: Quantity | None = None
    unit: str | None = None
    money: Money | None = None
    factor: float | None = None
    part: bool = False


# --------------------------------------------------------------------------- money and shares


def monetary(text: Text, amount: Amount, span: MoneySpan) -> Measure:
    """Read money: the noun behind it, the purpose behind "to", or the noun before it."""
    bounds = amount.quantity(text)
    exact = bounds.low == bounds.high
    end, what = _noun_behind(text, span.end)
    if not what:
        end, what = span.end, _goal(text, span.end) or _noun_before(text, span.first)
    return Measure(
        span.first, end, what, None if exact else bounds, None, span.money,
        part=_is_part(text, amount),
    )  # fmt: skip


def percentage(text: Text, amount: Amount) -> Measure | None:
    """Read a share in percent."""
    hit = text.hit_at(amount.end, "figure.percent")
    if hit is None:
        return None
    end, what = _noun_behind(text, hit.end)
    if not what:
        end, what = hit.end, _noun_before(text, amount.first)
    return Measure(
        amount.first, end, what, amount.quantity(text), "percent", part=_is_part(text, amount)
    )


def _noun_behind(text: Text, token: int) -> tuple[int, str]:
    """Read the noun phrase right behind money or a share: "€46 million upgrade of the plant"."""
    if token >= len(text) or text.sentence_of[token] != text.sentence_of[token - 1]:
        return token, ""
    if phrase.is_article(text, token):
        return token, ""
    opened = token
    of = text.pack.words.get("figure.of", frozenset())
    if text.words[token] in of:
        opened += 1
    first, end = phrase.after(text, opened)
    if end == first or text.kinds[first] != "w":
        return token, ""
    return end, text.exact(first, min(_inner(text, end), first + _LONGEST_WHAT))


def _inner(text: Text, end: int) -> int:
    """Take in "in" or "for" with the noun phrase behind it."""
    hit = text.hit_at(end, "figure.inner")
    if hit is None or text.sentence_of[end] != text.sentence_of[end - 1]:
        return end
    first, stop = phrase.after(text, hit.end)
    if stop == first or text.kinds[first] != "w" or _is_time(text, first):
        return end
    return stop


def _goal(text: Text, token: int) -> str:
    """Read what money is for: "added €100 million to the police budget"."""
    hit = text.hit_at(token, "figure.goal")
    if hit is None or text.sentence_of[token] != text.sentence_of[token - 1]:
        return ""
    first, end = phrase.after(text, hit.end)
    return text.exact(first, end)


def _noun_before(text: Text, token: int) -> str:
    """Read the noun phrase before a number, past the preposition or verb that joins them."""
    sentence = text.sentence(token)
    at, skipped = token, 0
    while at > sentence.first and skipped < _VERB_BEHIND:
        first, end = phrase.before(text, at)
        if first < end and text.kinds[end - 1] == "w":
            return text.exact(max(first, end - _LONGEST_WHAT), end)
        if text.kinds[at - 1] == "p":
            break
        at, skipped = at - 1, skipped + 1
    return ""


# --------------------------------------------------------------------------- counted things


def counted(text: Text, amount: Amount) -> Measure | None:
    """Read a number of things, if it is one that a record should keep."""
    if _is_label(text, amount):
        return None
    part = _is_part(text, amount)
    first, end = _counted_noun(text, amount, part=part)
    if end == first:
        return None
    if not part and not _worth(text, amount, first, end):
        return None
    what = text.exact(first, end)
    return Measure(amount.first, end, what, amount.quantity(text), part=part)


def _counted_noun(text: Text, amount: Amount, *, part: bool) -> tuple[int, int]:
    """Give the noun phrase behind a number, for a part also "within the judicial branch"."""
    token = amount.end
    if token >= len(text) or text.sentence_of[token] != text.sentence_of[token - 1]:
        return token, token
    of_them = text.hit_at(token, "figure.of_them")
    if of_them is not None:
        return token, max(of_them.end, phrase.after(text, of_them.end)[1])
    first, end = phrase.after(text, token)
    if end > first:
        return (token, end) if text.kinds[first] == "w" else (token, token)
    hit = text.hit_at(token, "figure.inner")
    if part and hit is not None:
        return token, max(hit.end, phrase.after(text, hit.end)[1])
    return token, token


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
    if low < _SMALLEST or _set_apart(text, amount, first, end):
        return False
    if any(text.hit_at(token, "figure.measure") for token in range(first, end)):
        return True
    verb = _has_verb(text, amount, end)
    if amount.head_kind in {"people", "police", "group"}:
        return verb and amount.head_kind != "people"
    named = any(text.hit_at(token, "figure.noun") for token in range(first, end))
    if named:
        return True
    return low >= _MANY or verb


def _set_apart(text: Text, amount: Amount, first: int, end: int) -> bool:
    """Tell whether a noun is a time, a distance, a place, or a way to count something else."""
    if amount.head_kind == "unit":
        return not any(text.hit_at(token, "figure.measure") for token in range(first, end))
    if text.caps[first] and text.kinds[amount.core] == "n" and not text.pack.traits.get(
        "noun_capitals"
    ):
        return True  # "1314 East Superior" is an address
    apart = text.pack.words.get("figure.apart", frozenset())
    if any(text.words[token] in apart for token in range(first, min(end, first + 2))):
        return True
    return any(
        text.hit_at(token, path) is not None
        for token in range(first, end)
        for path in ("campaign.place", "form.rally.noun", "form.march.noun", "form.other.noun")
    )


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
            if hit.first in used or hit.end >= len(text):
                continue
            if text.sentence_of[hit.end] != text.sentence_of[hit.first]:
                continue
            first, end = phrase.after(text, hit.end)
            end = _inner(text, end)
            if end > first and text.kinds[first] == "w":
                yield Measure(hit.first, end, text.exact(first, end), factor=factor)


def _is_time(text: Text, token: int) -> bool:
    dates, word = text.pack.dates, text.words[token].rstrip(".")
    return word in dates["months"] or word in dates["weekdays"] or word in dates["relative"]
