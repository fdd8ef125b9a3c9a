"""Turns one amount, or a word such as "doubled", into what it measures.

Every reader here takes an amount and gives a measure or ``None``; ``figures`` puts them in order
and adds what stands around them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from cortege.extract import phrase
from cortege.extract.rules.amounts import Amount
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
_SMALLEST: Final = 2
_DECIMALS: Final = 6
_LONGEST_WHAT: Final = 12  # tokens
_DEPTH: Final = 3  # phrases that may hang on one another by "of"
_POSSESSIVE: Final = frozenset({"'s", "’s"})
_JOINTS: Final = ("figure.verb", "figure.done", "figure.now", "date_context.past")


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
    end, what = span.end, _goal(text, span.end)
    if not what:
        end, what = _noun_behind(text, span.end)
    return Measure(
        span.first, end, what or _noun_before(text, span.first), None if exact else bounds, None,
        span.money, part=_is_part(text, amount),
    )  # fmt: skip


def percentage(text: Text, amount: Amount) -> Measure | None:
    """Read a share in percent."""
    hit = text.hit_at(amount.end, "figure.percent")
    if hit is None:
        return None
    end, what = _noun_behind(text, hit.end)
    return Measure(
        amount.first, end, what or _noun_before(text, amount.first), bounded(text, amount),
        "percent", part=_is_part(text, amount),
    )  # fmt: skip


def _noun_behind(text: Text, token: int) -> tuple[int, str]:
    """Read the noun phrase right behind money or a share: "€46 million upgrade of the plant"."""
    if not _goes_on(text, token) or phrase.is_article(text, token):
        return token, ""
    if text.hit_at(token, "figure.verb") is not None:
        return token, ""
    first, end = _phrase(text, token + (text.words[token] in _of(text)))
    if end == first or text.kinds[first] != "w":
        return token, ""
    end = _inner(text, end)
    return end, text.exact(first, min(end, first + _LONGEST_WHAT))


def _phrase(text: Text, token: int) -> tuple[int, int]:
    """Give the noun phrase at a token with what depends on it: "of the", "'s", "des"."""
    first, end = phrase.after(text, token)
    for _ in range(_DEPTH):
        if end == first or not _goes_on(text, end):
            break
        if text.words[end] not in _of(text) and text.words[end] not in _POSSESSIVE:
            break
        begun, further = phrase.after(text, end + 1)
        if further == begun:
            break
        end = further
    return first, end


def _of(text: Text) -> frozenset[str]:
    return text.pack.words.get("figure.of", frozenset())


def _goes_on(text: Text, token: int) -> bool:
    """Tell whether a token stands in the sentence of the one before it."""
    return token < len(text) and text.sentence_of[token] == text.sentence_of[token - 1]


def _inner(text: Text, end: int) -> int:
    """Take in "in" or "for" with the noun phrase behind it."""
    hit = text.hit_at(end, "figure.inner") if _goes_on(text, end) else None
    if hit is None:
        return end
    first, stop = _phrase(text, hit.end)
    if stop == first or text.kinds[first] != "w" or _is_time(text, first):
        return end
    return stop


def _goal(text: Text, token: int) -> str:
    """Read what money is for: "added €100 million to the police budget"."""
    if not _goes_on(text, token):
        return ""
    verb = text.hit_at(token, "figure.done")
    hit = text.hit_at(verb.end if verb else token, "figure.goal")
    if hit is None:
        return ""
    first, end = _phrase(text, hit.end)
    return text.exact(first, end) if end > first and text.kinds[first] == "w" else ""


def _noun_before(text: Text, token: int) -> str:
    """Read the noun phrase before a number, past the preposition or verb that joins them."""
    sentence = text.sentence(token)
    at = token
    for _ in range(_VERB_BEHIND):
        while at > sentence.first and _joins(text, at - 1):
            at -= 1
        first, end = phrase.before(text, at)
        articles = [here for here in range(first, end) if phrase.is_article(text, here)]
        first = articles[-1] + 1 if articles else first
        if first < end and text.kinds[end - 1] == "w":
            return text.exact(max(first, end - _LONGEST_WHAT), end)
        if at == sentence.first or text.kinds[at - 1] == "p":
            break
        at -= 1
    return ""


def _joins(text: Text, token: int) -> bool:
    """Tell whether a word only joins a noun and its number: "of", "rose by", "stands at"."""
    if text.words[token] in _of(text):
        return True
    return any(text.hit_at(token, path) is not None for path in _JOINTS)


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
    if not _goes_on(text, token):
        return token, token
    of_them = text.hit_at(token, "figure.of_them")
    if of_them is not None:
        return token, _inner(text, max(of_them.end, _phrase(text, of_them.end)[1]))
    rules = grammar(text.pack.code)
    if text.words[token] in rules.of:
        token += 1  # "a million of members", "une quinzaine de liaisons"
    elif (text.words[amount.core_end - 1],) in rules.vague:
        return token, token  # "scores continue": a vague word counts by "of" alone
    first, end = _phrase(text, token)
    if end > first:
        return (token, end) if text.kinds[first] == "w" else (token, token)
    return token, _inner(text, token) if part else token


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
    if _is_address(text, amount, first):
        return True
    apart = text.pack.words.get("figure.apart", frozenset())
    if any(text.words[token] in apart for token in range(first, min(end, first + 2))):
        return True
    return any(
        text.hit_at(token, path) is not None
        for token in range(first, end)
        for path in ("campaign.place", "form.rally.noun", "form.march.noun", "form.other.noun")
    )


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
            if hit.first in used or not _goes_on(text, hit.end):
                continue
            first, end = _phrase(text, hit.end)
            if end > first and text.kinds[first] == "w":
                end = _inner(text, end)
                yield Measure(hit.first, end, text.exact(first, end), factor=factor)


def _is_time(text: Text, token: int) -> bool:
    dates, word = text.pack.dates, text.words[token].rstrip(".")
    return word in dates["months"] or word in dates["weekdays"] or word in dates["relative"]
